"""A convnet trained in NumPy: its fast engine and its training, each typed once."""

import numpy as np

from source.c1w2_logistic_regression.reference import flatten_images
from source.c2w2_optimization.reference import update_with_adam
from source.c2w3_softmax_and_autodiff.reference import cross_entropy, softmax


def layer_table(input_shape, layers):
    """Shape, size and number of parameters after each layer.

    Equations (1) and (2) of c4w1_convnet_application. The first row is the input
    itself. A fully connected layer reads everything below it as one column, and
    its shape is (n,).

    Parameters
    ----------
    input_shape : tuple of int
        (n_H, n_W, n_C).
    layers : list of tuple
        ("conv", f, n_C, stride, pad): n_C filters of f x f, each with a bias.
        ("pool", f, stride).
        ("fc", n): n units, each with a bias.

    Returns
    -------
    rows : list of tuple
        (shape, size, parameters): a tuple of int and two ints, for the input and
        for each layer.
    """
    ### BEGIN SOLUTION
    shape = tuple(input_shape)
    rows = [(shape, int(np.prod(shape)), 0)]
    for kind, *numbers in layers:
        if kind == "fc":
            (n,) = numbers
            count, shape = n * (int(np.prod(shape)) + 1), (n,)
        else:
            f, stride, pad, n_C = numbers[0], numbers[-1], 0, shape[2]
            if kind == "conv":
                f, n_C, stride, pad = numbers
            count = n_C * (f * f * shape[2] + 1) if kind == "conv" else 0
            shape = (*((n + 2 * pad - f) // stride + 1 for n in shape[:2]), n_C)
        rows.append((shape, int(np.prod(shape)), count))
    return rows
    ### END SOLUTION


def conv_forward(A_prev, W, b, stride, pad):
    """Convolution of a batch: patches as rows of a matrix, and one product.

    Equations (3) and (4) of c4w1_convnet_application. A_prev gets a border of pad
    zeros on each side. Each place of the window is one row of P: example by
    example, then from top to bottom, then from left to right. In a row the numbers
    of the window stand in the order (row, column, channel) of a filter.

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
    cache : tuple
        (P, shape, W, stride, pad): the matrix of patches, one row for each place
        and f f n_C_prev columns; the shape of A_prev, a tuple of int; and three
        arguments as they came.
    """
    ### BEGIN SOLUTION
    f, _, _, n_C = W.shape
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    view = np.lib.stride_tricks.sliding_window_view(A_pad, (f, f), axis=(1, 2))
    windows = view[:, ::stride, ::stride]  # (m, n_H, n_W, n_C_prev, f, f)
    m, n_H, n_W = windows.shape[:3]
    P = windows.transpose(0, 1, 2, 4, 5, 3).reshape(m * n_H * n_W, -1)
    Z = (P @ W.reshape(-1, n_C)).reshape(m, n_H, n_W, n_C) + b
    return Z, (P, A_prev.shape, W, stride, pad)
    ### END SOLUTION


def conv_backward(dZ, cache):
    """Gradients of a convolution: two products, and patches added back.

    Equations (5) to (7) of c4w1_convnet_application.

    Parameters
    ----------
    dZ : ndarray of shape (m, n_H, n_W, n_C)
    cache : tuple
        (P, shape, W, stride, pad), as conv_forward returns it.

    Returns
    -------
    dA_prev : ndarray of shape (m, n_H_prev, n_W_prev, n_C_prev)
    dW : ndarray of shape (f, f, n_C_prev, n_C)
    db : ndarray of shape (1, 1, 1, n_C)
    """
    ### BEGIN SOLUTION
    P, (m, n_H_prev, n_W_prev, n_C_prev), W, stride, pad = cache
    (f, _, _, n_C), (_, n_H, n_W, _) = W.shape, dZ.shape
    D = dZ.reshape(-1, n_C)  # (places, n_C)
    dW = (P.T @ D).reshape(W.shape)
    db = D.sum(axis=0).reshape(1, 1, 1, n_C)
    dP = (W.reshape(-1, n_C) @ D.T).reshape(f, f, n_C_prev, m, n_H, n_W)
    dA = np.zeros((n_C_prev, m, n_H_prev + 2 * pad, n_W_prev + 2 * pad), dP.dtype)
    for i, j in np.ndindex(f, f):
        across = slice(j, j + stride * n_W, stride)
        dA[:, :, i : i + stride * n_H : stride, across] += dP[i, j]
    dA = dA[:, :, pad : pad + n_H_prev, pad : pad + n_W_prev]
    return np.ascontiguousarray(dA.transpose(1, 2, 3, 0)), dW, db
    ### END SOLUTION


def pool_forward(A):
    """Largest number of each 2 x 2 block, channel by channel.

    Equation (8) of c4w1_convnet_application: a window of 2 with stride 2. Where
    the height or the width is odd, the last row or column is left out.

    Parameters
    ----------
    A : ndarray of shape (m, n_H_prev, n_W_prev, n_C)
        n_H_prev and n_W_prev are at least 2.

    Returns
    -------
    M : ndarray of shape (m, n_H, n_W, n_C)
        n_H and n_W are half of n_H_prev and n_W_prev, rounded down.
    """
    ### BEGIN SOLUTION
    n_H, n_W = A.shape[1] // 2, A.shape[2] // 2
    A = A[:, : 2 * n_H, : 2 * n_W]
    top = np.maximum(A[:, ::2, ::2], A[:, ::2, 1::2])
    return np.maximum(top, np.maximum(A[:, 1::2, ::2], A[:, 1::2, 1::2]))
    ### END SOLUTION


def pool_backward(dM, A):
    """Gradient of max pooling: all of it goes to the place of the maximum.

    Equation (9) of c4w1_convnet_application. Of equal maxima in one block the
    first gets everything, in reading order: top left, top right, bottom left,
    bottom right.

    Parameters
    ----------
    dM : ndarray of shape (m, n_H, n_W, n_C)
        Slopes of the cost by the maxima.
    A : ndarray of shape (m, n_H_prev, n_W_prev, n_C)
        What was pooled.

    Returns
    -------
    dA : ndarray of shape (m, n_H_prev, n_W_prev, n_C)
    """
    ### BEGIN SOLUTION
    M, dA = pool_forward(A), np.zeros(A.shape, dM.dtype)
    (_, n_H, n_W, _), free = M.shape, np.ones(M.shape, bool)
    for i, j in ((0, 0), (0, 1), (1, 0), (1, 1)):
        block = (slice(None), slice(i, 2 * n_H, 2), slice(j, 2 * n_W, 2))
        here = free & (A[block] == M)
        dA[block] = dM * here
        free &= ~here
    return dA
    ### END SOLUTION


def initialize_convnet(input_shape, f, filters, units, rng):
    """He's start for a net of CONV-POOL blocks and fully connected layers.

    Equation (10) of c4w1_convnet_application. Draws, in the order of the layers:
    W = rng.standard_normal(shape), scaled and turned into single precision; biases
    are zeros and need no draw. The convolutions keep height and width, and each
    pooling halves them, rounded down.

    Parameters
    ----------
    input_shape : tuple of int
        (n_H, n_W, n_C) of a picture.
    f : int
        Side of all filters, odd.
    filters : list of int
        Number of filters of each convolution.
    units : list of int
        Units of each fully connected layer; the last number is that of the classes.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    parameters : dict
        "W1", "b1", ..., of type float32: first the convolutions, W of shape
        (f, f, n_C_prev, n_C) and b of shape (1, 1, 1, n_C); then the fully
        connected layers, W of shape (n, n_prev) and b of shape (n, 1).
    """
    ### BEGIN SOLUTION
    n_H, n_W, n_C = input_shape
    parameters: dict[str, np.ndarray] = {}
    for n in filters:
        W = rng.standard_normal((f, f, n_C, n)) * np.sqrt(2 / (f * f * n_C))
        k, n_H, n_W, n_C = len(parameters) // 2 + 1, n_H // 2, n_W // 2, n
        parameters[f"W{k}"] = W.astype(np.float32)
        parameters[f"b{k}"] = np.zeros((1, 1, 1, n), np.float32)
    n_prev = n_H * n_W * n_C
    for n in units:
        W = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n_prev)
        k, n_prev = len(parameters) // 2 + 1, n
        parameters[f"W{k}"] = W.astype(np.float32)
        parameters[f"b{k}"] = np.zeros((n, 1), np.float32)
    return parameters
    ### END SOLUTION


def convnet_forward(X, parameters):
    """Probabilities of the classes, and what the way back will need.

    Equations (11) and (12) of c4w1_convnet_application. A layer whose W has four
    axes is a block: a convolution with stride 1 and pad (f - 1) / 2, ReLU, pooling.
    The others are fully connected; the first of them reads each picture as one
    column (flatten_images). ReLU follows all of them but the last, softmax the last.

    Parameters
    ----------
    X : ndarray of shape (m, n_H, n_W, n_C)
    parameters : dict
        "W1", "b1", ..., "WL", "bL", as initialize_convnet gives them; at least the
        last layer is fully connected.

    Returns
    -------
    A : ndarray of shape (n_y, m)
        One column of probabilities per picture.
    caches : list of tuple
        One pair per layer, layer 1 first. Block: (cache, A), the cache of
        conv_forward, and A after ReLU, before pooling. Fully connected: (A_prev, W).
    """
    ### BEGIN SOLUTION
    A, caches, L = X, [], len(parameters) // 2
    for k in range(1, L + 1):
        W, b = (parameters[f"{letter}{k}"] for letter in "Wb")
        if W.ndim == 4:
            Z, cache = conv_forward(A, W, b, 1, W.shape[0] // 2)
            A = np.maximum(Z, 0)
            caches.append((cache, A))
            A = pool_forward(A)  # half the height, half the width
        else:
            A = flatten_images(A) if A.ndim == 4 else A  # (n_prev, m)
            caches.append((A, W))
            Z = W @ A + b
            A = np.maximum(Z, 0) if k < L else softmax(Z)
    return A, caches
    ### END SOLUTION


def convnet_backward(A, Y, caches):
    """Gradients of the mean cross-entropy by all weights and biases.

    Equations (13) to (15) of c4w1_convnet_application. ReLU has slope 0 at 0.

    Parameters
    ----------
    A : ndarray of shape (n_y, m)
        Probabilities, as convnet_forward returns them.
    Y : ndarray of shape (n_y, m)
        One-hot labels.
    caches : list of tuple
        As convnet_forward returns them, layer 1 first. Block: (cache, A), the cache
        of conv_forward and A after ReLU, before pooling. Fully connected:
        (A_prev, W).

    Returns
    -------
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL", each of the shape of its variable.
    """
    ### BEGIN SOLUTION
    grads, G = {}, (A - Y) / Y.shape[1]  # (n_y, m)
    for k in range(len(caches), 0, -1):
        below, above = caches[k - 1]
        if above.ndim == 2:  # A_prev and W
            grads[f"dW{k}"], grads[f"db{k}"] = G @ below.T, G.sum(axis=1, keepdims=True)
            G = (above.T @ G) * (below > 0)  # (n_prev, m)
        else:  # the convolution's cache, and A
            m, n_H, n_W, n_C = above.shape
            dM = G.T.reshape(m, n_H // 2, n_W // 2, n_C) if G.ndim == 2 else G
            dZ = pool_backward(dM, above) * (above > 0)
            G, grads[f"dW{k}"], grads[f"db{k}"] = conv_backward(dZ, below)
    return grads
    ### END SOLUTION


def image_batches(X, Y, batch_size, rng):
    """Pictures with their labels in random order, cut into pieces.

    Section 8 of c4w1_convnet_application. One draw, order = rng.permutation(m), and
    nothing else: pictures and labels come in this order. The last piece is smaller
    when batch_size does not divide m.

    Parameters
    ----------
    X : ndarray of shape (m, n_H, n_W, n_C)
    Y : ndarray of shape (n_y, m)
        Labels, one column per picture.
    batch_size : int
        At least 1; it may be larger than m.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    batches : list of tuple
        Pairs (X_t, Y_t): pictures along the first axis, their labels as columns.
    """
    ### BEGIN SOLUTION
    m = X.shape[0]
    order = rng.permutation(m)  # one order for both
    parts = [order[k : k + batch_size] for k in range(0, m, batch_size)]
    return [(X[part], Y[:, part]) for part in parts]
    ### END SOLUTION


def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    """One pass over the training set, with a step of Adam after each mini-batch.

    Equation (16) of c4w1_convnet_application. The batches come from image_batches,
    with this rng. Adam (update_with_adam) takes beta1 = 0.9, beta2 = 0.999 and
    epsilon = 1e-8; its steps count on from one epoch to the next. The arguments stay
    as they are.

    Parameters
    ----------
    X : ndarray of shape (m, n_H, n_W, n_C)
    Y : ndarray of shape (n_y, m)
        One-hot labels.
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    state : tuple
        (v, s, t): Adam's averages, two dicts with the keys "dW1", "db1", ..., and
        the number of steps made so far, 0 before the first epoch.
    batch_size : int
    learning_rate : float
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    parameters : dict
        After the last step.
    state : tuple
        (v, s, t) after the last step.
    cost : float
        Mean over all m examples, each measured just before the step of its batch.
    """
    ### BEGIN SOLUTION
    (v, s, t), total = state, 0.0
    for X_t, Y_t in image_batches(X, Y, batch_size, rng):
        A, caches = convnet_forward(X_t, parameters)
        grads = convnet_backward(A, Y_t, caches)
        total, t = total + cross_entropy(A, Y_t) * len(X_t), t + 1
        rates = (learning_rate, 0.9, 0.999, 1e-8)
        parameters, v, s = update_with_adam(parameters, grads, v, s, t, *rates)
    return parameters, (v, s, t), total / len(X)
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
        "wrong_156": "c",
        "count_layers": "b",
        "usual_shape": "a",
        "layer_types": "d",
        "architecture": "b",
        "why_fewer": "c",
        "shifted_cat": "d",
    }
    ### END SOLUTION
