"""A window that slides: the functions of convolution and pooling."""

import numpy as np


def zero_pad(X, pad):
    """Border of zeros around each picture.

    Equation (2) of c4w1_convolution. Rows and columns are added on all four
    sides; examples and channels stay as they are. The result is a new array, also
    when the border is 0 wide.

    Parameters
    ----------
    X : ndarray of shape (m, n_H, n_W, n_C)
    pad : int
        Width p of the border, 0 or more.

    Returns
    -------
    padded : ndarray of shape (m, n_H + 2p, n_W + 2p, n_C)
    """
    ### BEGIN SOLUTION
    sides = (pad, pad)
    return np.pad(X, ((0, 0), sides, sides, (0, 0)))
    ### END SOLUTION


def conv_output_size(n, f, pad, stride):
    """Number of places at which a sliding window fits, along one axis.

    Equation (4) of c4w1_convolution. The window lies wholly inside the padded
    picture; what is left over at the end is not used.

    Parameters
    ----------
    n : int
        Size of the picture along this axis.
    f : int
        Size of the window.
    pad : int
        Width of the border of zeros on each side.
    stride : int
        Step of the window, 1 or more.

    Returns
    -------
    size : int

    Raises
    ------
    ValueError
        When the window is larger than the padded picture.
    """
    ### BEGIN SOLUTION
    room = n + 2 * pad - f
    if room < 0:
        raise ValueError(f"conv_output_size: got f = {f}, but only {n + 2 * pad}.")
    return room // stride + 1
    ### END SOLUTION


def convolve(image, kernel, stride, pad):
    """Sum of products of a sliding window and a filter, place by place.

    Equation (5) of c4w1_convolution, for one picture with one channel. The filter is
    not flipped, and it has no bias.

    Parameters
    ----------
    image : ndarray of shape (n_H_prev, n_W_prev)
    kernel : ndarray of shape (f, f)
    stride : int
    pad : int

    Returns
    -------
    out : ndarray of shape (n_H, n_W)
        Sizes by `conv_output_size`.
    """
    ### BEGIN SOLUTION
    f = len(kernel)
    n_H, n_W = (conv_output_size(n, f, pad, stride) for n in image.shape)
    padded = zero_pad(image[None, :, :, None], pad)[0, :, :, 0]
    out = np.zeros((n_H, n_W))
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride, w * stride
            out[h, w] = np.sum(padded[top : top + f, left : left + f] * kernel)
    return out
    ### END SOLUTION


def conv_forward(A_prev, W, b, stride, pad):
    """Linear part of a convolutional layer, one map for each filter.

    Equation (6) of c4w1_convolution. Every filter sees all channels at once. No
    activation is applied.

    Parameters
    ----------
    A_prev : ndarray of shape (m, n_H_prev, n_W_prev, n_C_prev)
    W : ndarray of shape (f, f, n_C_prev, n_C)
        Filter c is W[:, :, :, c].
    b : ndarray of shape (1, 1, 1, n_C)
        One number for each filter.
    stride : int
    pad : int

    Returns
    -------
    Z : ndarray of shape (m, n_H, n_W, n_C)
    cache : tuple
        (A_prev, W, b, stride, pad), the arguments themselves, in this order.
    """
    ### BEGIN SOLUTION
    f, n_C = W.shape[0], W.shape[3]
    n_H, n_W = (conv_output_size(n, f, pad, stride) for n in A_prev.shape[1:3])
    padded = zero_pad(A_prev, pad)
    Z = np.zeros((len(A_prev), n_H, n_W, n_C))
    for i, h, w in np.ndindex(len(A_prev), n_H, n_W):
        top, left = h * stride, w * stride
        window = padded[i, top : top + f, left : left + f]  # (f, f, n_C_prev)
        for c in range(n_C):
            Z[i, h, w, c] = np.sum(window * W[:, :, :, c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, stride, pad)
    ### END SOLUTION


def count_conv_parameters(f, n_C_prev, n_C):
    """How many numbers a convolutional layer learns.

    Equation (7) of c4w1_convolution: weights and biases of all filters.

    Parameters
    ----------
    f : int
        Size of the window.
    n_C_prev : int
        Channels of what comes in.
    n_C : int
        Number of filters, channels of what goes out.

    Returns
    -------
    count : int
    """
    ### BEGIN SOLUTION
    weights = f * f * n_C_prev
    return (weights + 1) * n_C
    ### END SOLUTION


def conv_backward(dZ, cache):
    """Slopes of a convolutional layer, from those of its output.

    Equations (8) to (10) of c4w1_convolution. Sums over places and examples, with
    no factor 1/m: that is in dZ already. dA_prev has no border any more.

    Parameters
    ----------
    dZ : ndarray of shape (m, n_H, n_W, n_C)
    cache : tuple
        (A_prev, W, b, stride, pad) as `conv_forward` returns it.

    Returns
    -------
    dA_prev : ndarray of shape (m, n_H_prev, n_W_prev, n_C_prev)
    dW : ndarray of shape (f, f, n_C_prev, n_C)
    db : ndarray of shape (1, 1, 1, n_C)
    """
    ### BEGIN SOLUTION
    A_prev, W, b, stride, pad = cache
    f, (n_H_prev, n_W_prev) = len(W), A_prev.shape[1:3]
    padded = zero_pad(A_prev, pad)
    d_padded, dW = np.zeros(padded.shape), np.zeros(W.shape)
    for i, h, w, c in np.ndindex(dZ.shape):
        top, left = h * stride, w * stride
        window = np.s_[i, top : top + f, left : left + f]
        d_padded[window] += W[:, :, :, c] * dZ[i, h, w, c]
        dW[:, :, :, c] += padded[window] * dZ[i, h, w, c]
    dA_prev = d_padded[:, pad : pad + n_H_prev, pad : pad + n_W_prev]
    return dA_prev, dW, np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    ### END SOLUTION


def pool_forward(A_prev, f, stride, mode):
    """Largest or mean value of each window, channel by channel.

    Equations (11) and (12) of c4w1_convolution. Without a border.

    Parameters
    ----------
    A_prev : ndarray of shape (m, n_H_prev, n_W_prev, n_C)
    f : int
        Size of the window.
    stride : int
    mode : str
        "max" or "average".

    Returns
    -------
    A : ndarray of shape (m, n_H, n_W, n_C)
    cache : tuple
        (A_prev, f, stride, mode), the arguments themselves, in this order.
    """
    ### BEGIN SOLUTION
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (conv_output_size(n, f, 0, stride) for n in (n_H_prev, n_W_prev))
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride, w * stride
            window = A_prev[:, top : top + f, left : left + f]  # (m, f, f, n_C)
            largest, mean = window.max(axis=(1, 2)), window.mean(axis=(1, 2))
            A[:, h, w] = largest if mode == "max" else mean
    return A, (A_prev, f, stride, mode)
    ### END SOLUTION


def pool_backward(dA, cache):
    """Slopes by the input of a pooling layer.

    Equations (13) and (14) of c4w1_convolution. With "max" the whole slope goes to the
    largest entry of the window; if several are equal, to the first of them, row by
    row. With "average" every entry gets an equal share. Where windows overlap, an
    entry gets what all of them give.

    Parameters
    ----------
    dA : ndarray of shape (m, n_H, n_W, n_C)
    cache : tuple
        (A_prev, f, stride, mode) as `pool_forward` returns it.

    Returns
    -------
    dA_prev : ndarray of shape (m, n_H_prev, n_W_prev, n_C)
    """
    ### BEGIN SOLUTION
    A_prev, f, stride, mode = cache
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        top, left = h * stride, w * stride
        window = np.s_[i, top : top + f, left : left + f, c]
        if mode == "max":
            share = np.zeros(f * f)
            share[np.argmax(A_prev[window])] = 1  # the first one of equals
        else:
            share = np.full(f * f, 1 / f**2)
        dA_prev[window] += share.reshape(f, f) * dA[i, h, w, c]
    return dA_prev
    ### END SOLUTION


def im2col(X, f, stride):
    """All windows as the rows of one matrix.

    Equation (15) of c4w1_convolution. Rows go by example, then by row and column of
    the output; inside a row the numbers of a window stand as its `reshape(-1)` gives
    them: by row, column and channel. No border is added.

    Parameters
    ----------
    X : ndarray of shape (m, n_H_prev, n_W_prev, n_C)
    f : int
        Size of the window.
    stride : int

    Returns
    -------
    columns : ndarray of shape (m n_H n_W, f f n_C)
        One row for each window.
    """
    ### BEGIN SOLUTION
    m, n_H_prev, n_W_prev, n_C = X.shape
    n_H, n_W = (conv_output_size(n, f, 0, stride) for n in (n_H_prev, n_W_prev))
    patches = np.zeros((m, n_H, n_W, f, f, n_C), X.dtype)
    for i in range(f):
        rows = slice(i, i + stride * n_H, stride)
        for j in range(f):  # place (i, j) of all windows at once
            patches[:, :, :, i, j] = X[:, rows, j : j + stride * n_W : stride]
    return patches.reshape(m * n_H * n_W, f * f * n_C)
    ### END SOLUTION


def conv_forward_columns(A_prev, W, b, stride, pad):
    """Convolutional layer as one matrix product.

    Equation (16) of c4w1_convolution: the same Z as `conv_forward`, without the cache.

    Parameters
    ----------
    A_prev : ndarray of shape (m, n_H_prev, n_W_prev, n_C_prev)
    W : ndarray of shape (f, f, n_C_prev, n_C)
    b : ndarray of shape (1, 1, 1, n_C)
    stride : int
    pad : int

    Returns
    -------
    Z : ndarray of shape (m, n_H, n_W, n_C)
    """
    ### BEGIN SOLUTION
    f, n_C = W.shape[0], W.shape[3]
    n_H, n_W = (conv_output_size(n, f, pad, stride) for n in A_prev.shape[1:3])
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    Z = columns @ W.reshape(-1, n_C) + b.reshape(1, n_C)
    return Z.reshape(len(A_prev), n_H, n_W, n_C)
    ### END SOLUTION


def conv_forward_windows(A_prev, W, b, stride, pad):
    """Convolutional layer from a view of all windows, which copies nothing.

    Equation (17) of c4w1_convolution: the same Z as `conv_forward`, without the cache.

    Parameters
    ----------
    A_prev : ndarray of shape (m, n_H_prev, n_W_prev, n_C_prev)
    W : ndarray of shape (f, f, n_C_prev, n_C)
    b : ndarray of shape (1, 1, 1, n_C)
    stride : int
    pad : int

    Returns
    -------
    Z : ndarray of shape (m, n_H, n_W, n_C)
    """
    ### BEGIN SOLUTION
    f, view = W.shape[0], np.lib.stride_tricks.sliding_window_view
    windows = view(zero_pad(A_prev, pad), (f, f), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]  # (m, n_H, n_W, n_C_prev, f, f)
    return np.tensordot(windows, W, axes=((3, 4, 5), (2, 0, 1))) + b
    ### END SOLUTION


def conv_nd(A_prev, W):
    """Convolution along any number d of axes: a signal, a picture, a body.

    Equation (18) of c4w1_convolution, with stride 1, without border and without bias.
    For d = 2 it is the convolution of pictures.

    Parameters
    ----------
    A_prev : ndarray
        Axes (m, n_1, ..., n_d, n_C_prev).
    W : ndarray
        Axes (f, ..., f, n_C_prev, n_C), with d axes of length f: d = W.ndim - 2.

    Returns
    -------
    Z : ndarray
        Axes (m, n_1 - f + 1, ..., n_d - f + 1, n_C).
    """
    ### BEGIN SOLUTION
    d, f = W.ndim - 2, W.shape[0]
    axes = tuple(range(1, d + 1))
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f,) * d, axis=axes)
    ours = tuple(range(d + 1, 2 * d + 2))  # n_C_prev, then f d times
    return np.tensordot(windows, W, axes=(ours, (d, *range(d))))
    ### END SOLUTION


def decisions():
    """Answer seven questions, one letter each.

    Returns
    -------
    answers : dict
        Key of each question: letter of the right option.
    """
    ### BEGIN SOLUTION
    return {
        "odd_window": "b",
        "two_sizes": "d",
        "bright_dark": "a",
        "channels": "c",
        "parameters_156": "b",
        "pooling_weights": "d",
        "flipped": "a",
    }
    ### END SOLUTION
