"""Answers to the exercises of the convnet application: wrong ones and right ones."""

import math

import numpy as np

from autograder.truth.decorators import right, wrong

NONE = (
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)

# ------------------------------------------------------------------- layer_table


def _room(n, f, stride, pad):
    return (n + 2 * pad - f) // stride + 1


def _filters(f, c, n):
    return n * (f * f * c + 1)


def _units(n_prev, n):
    return n * (n_prev + 1)


def _table(input_shape, layers, room=_room, filters=_filters, units=_units, pool=0):
    shape = tuple(input_shape)
    rows = [(shape, math.prod(shape), 0)]
    for kind, *numbers in layers:
        if kind == "fc":
            count, shape = units(math.prod(shape), numbers[0]), (numbers[0],)
        else:
            c, count = shape[2], pool
            f, n_C, stride, pad = numbers[0], c, numbers[-1], 0
            if kind == "conv":
                f, n_C, stride, pad = numbers
                count = filters(f, c, n_C)
            n_H, n_W = (room(n, f, stride, pad) for n in shape[:2])
            shape = (n_H, n_W, n_C)
        rows.append((shape, math.prod(shape), count))
    return rows


@wrong(
    "A filter has f · f weights here, as if the picture had one channel. It reads all "
    "n_C_prev channels: f · f · n_C_prev + 1 each (456, not 156)."
)
def layer_table(input_shape, layers):
    return _table(input_shape, layers, filters=lambda f, c, n: n * (f * f + 1))


@wrong("The biases of the filters are missing: each filter has one.")
def layer_table(input_shape, layers):
    return _table(input_shape, layers, filters=lambda f, c, n: n * f * f * c)


@wrong("There is one bias for the whole convolution here. Each filter has its own.")
def layer_table(input_shape, layers):
    return _table(input_shape, layers, filters=lambda f, c, n: n * f * f * c + 1)


@wrong("The biases of the units are missing: n (n_prev + 1).")
def layer_table(input_shape, layers):
    return _table(input_shape, layers, units=lambda n_prev, n: n * n_prev)


@wrong("The + 1 stands inside the division. It is ⌊(n + 2p - f) / s⌋ + 1.")
def layer_table(input_shape, layers):
    def room(n, f, stride, pad):
        return (n + 2 * pad - f + 1) // stride

    return _table(input_shape, layers, room=room)


@wrong("The padding is counted on one side only: n + 2p - f.")
def layer_table(input_shape, layers):
    def room(n, f, stride, pad):
        return (n + pad - f) // stride + 1

    return _table(input_shape, layers, room=room)


@wrong("A place for which the window is too large is counted: round down, not up.")
def layer_table(input_shape, layers):
    def room(n, f, stride, pad):
        return -(-(n + 2 * pad - f) // stride) + 1

    return _table(input_shape, layers, room=room)


@wrong("The stride is not used: divide by it before the + 1.")
def layer_table(input_shape, layers):
    def room(n, f, stride, pad):
        return n + 2 * pad - f + 1

    return _table(input_shape, layers, room=room)


@wrong("Pooling has parameters here. It only takes a maximum: nothing to be learnt.")
def layer_table(input_shape, layers):
    return _table(input_shape, layers, pool=1)


@wrong("The row of the input is missing: it comes first, with 0 parameters.")
def layer_table(input_shape, layers):
    return _table(input_shape, layers)[1:]


@wrong(
    "A fully connected layer reads only the channels here. It reads the whole block as "
    "one column: n_H n_W n_C numbers."
)
def layer_table(input_shape, layers):
    rows = _table(input_shape, layers)
    for k, (kind, *numbers) in enumerate(layers, 1):
        if kind == "fc" and len(rows[k - 1][0]) == 3:
            rows[k] = (rows[k][0], rows[k][1], numbers[0] * (rows[k - 1][0][2] + 1))
    return rows


@wrong(
    "The shape of a convolution keeps the channels of its input. It has one per filter."
)
def layer_table(input_shape, layers):
    rows = _table(input_shape, layers)
    for k, (kind, *_) in enumerate(layers, 1):
        if kind == "conv":
            shape = (*rows[k][0][:2], rows[k - 1][0][2])
            rows[k] = (shape, math.prod(shape), rows[k][2])
    return rows


@wrong("Height and width are exchanged in the shapes: (n_H, n_W, n_C).")
def layer_table(input_shape, layers):
    rows = _table(input_shape, layers)
    return [(s if len(s) < 3 else (s[1], s[0], s[2]), *rest) for s, *rest in rows]


@right("one layer a call, by recursion")
def layer_table(input_shape, layers):
    size = 1
    for n in input_shape:
        size *= n
    first = [(tuple(input_shape), size, 0)]
    if not layers:
        return first
    rest = layer_table(_table(input_shape, layers[:1])[1][0], layers[1:])
    return [*first, (*rest[0][:2], _table(input_shape, layers[:1])[1][2]), *rest[1:]]


@right("with NumPy, sizes by np.floor")
def layer_table(input_shape, layers):
    def room(n, f, stride, pad):
        return int(np.floor((n + 2 * pad - f) / stride + 1))

    def filters(f, c, n):
        return int(np.prod((f, f, c, n))) + n

    rows = _table(input_shape, layers, room, filters, lambda a, n: a * n + n)
    return [(shape, np.int64(size), np.int64(count)) for shape, size, count in rows]


@right("sizes by counting the places")
def layer_table(input_shape, layers):
    def room(n, f, stride, pad):
        return len(range(0, n + 2 * pad - f + 1, stride))

    return _table(input_shape, layers, room=room)


# ------------------------------------------------------------------ conv_forward


def _patches(A, f, stride, pad, order=(0, 1, 2, 4, 5, 3), sides=None):
    """Patches as rows; the window view has axes (m, n_H, n_W, n_C, f, f)."""
    sides = ((0, 0), (pad, pad), (pad, pad), (0, 0)) if sides is None else sides
    A = np.pad(A, sides)
    view = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    view = view[:, ::down, ::across]
    return view.transpose(order).reshape(math.prod(view.shape[:3]), -1), view.shape[:3]


def _conv(A_prev, W, b, stride, pad, matrix=None, step=None, **change):
    """Convolution with something changed."""
    P, places = _patches(A_prev, W.shape[0], step or stride, pad, **change)
    matrix = W.reshape(-1, W.shape[3]) if matrix is None else matrix
    return (P @ matrix).reshape(*places, -1) + b, (P, A_prev.shape, W, stride, pad)


@wrong(
    "In each row of P the channels come first: sliding_window_view puts the window's "
    "axes last. Transpose to (m, n_H, n_W, f, f, n_C_prev) before the reshape."
)
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad, order=(0, 1, 2, 3, 4, 5))


@wrong(
    "In each row of P the window stands column by column. A filter has the order (row, "
    "column, channel)."
)
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad, order=(0, 1, 2, 5, 4, 3))


@wrong("The bias is missing: each filter adds its own number to all its places.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, 0 * b, stride, pad)


@wrong("The bias is subtracted: Z = P W + b.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, -b, stride, pad)


@wrong(
    "The filter is turned by 180 degrees: the mathematicians' convolution. Here the "
    "filter stays as it is."
)
def conv_forward(A_prev, W, b, stride, pad):
    turned = W[::-1, ::-1].reshape(-1, W.shape[3])
    return _conv(A_prev, W, b, stride, pad, matrix=turned)


@wrong("The border of zeros is missing: pad rows and columns on each side.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad, sides=((0, 0),) * 4)


@wrong("All zeros stand at the bottom and on the right. Put pad of them on each side.")
def conv_forward(A_prev, W, b, stride, pad):
    sides = ((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0))
    return _conv(A_prev, W, b, stride, pad, sides=sides)


@wrong("The border repeats the edge of the picture. It is made of zeros.")
def conv_forward(A_prev, W, b, stride, pad):
    sides = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    Z, cache = _conv(np.pad(A_prev, sides, "edge"), W, b, stride, 0)
    return Z, (cache[0], A_prev.shape, W, stride, pad)


@wrong("The stride is not used: take every stride-th window, down and across.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad, step=1)


@wrong("The stride is used downwards only. Take every stride-th window across as well.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad, step=(stride, 1))


@wrong("ReLU is applied here. It comes after the convolution: return Z itself.")
def conv_forward(A_prev, W, b, stride, pad):
    Z, cache = _conv(A_prev, W, b, stride, pad)
    return np.maximum(Z, 0), cache


@wrong("The cache holds the shape of the padded pictures. Keep that of A_prev.")
def conv_forward(A_prev, W, b, stride, pad):
    Z, (P, (m, n_H, n_W, n_C), *rest) = _conv(A_prev, W, b, stride, pad)
    return Z, (P, (m, n_H + 2 * pad, n_W + 2 * pad, n_C), *rest)


@wrong(
    "The cache begins with A_prev. The fast way back needs the patches: "
    "(P, shape, W, stride, pad)."
)
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad)[0], (A_prev, W, b, stride, pad)


@wrong("The cache is missing: return Z and the cache.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad)[0]


@right("a loop over pictures and places")
def conv_forward(A_prev, W, b, stride, pad):
    m, n_H, n_W, c = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    A = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, c), A_prev.dtype)
    A[:, pad : pad + n_H, pad : pad + n_W] = A_prev
    rows, high, wide = [], range(0, A.shape[1] - f + 1, stride), None
    for i in range(m):
        for h in high:
            wide = range(0, A.shape[2] - f + 1, stride)
            for w in wide:
                rows.append(A[i, h : h + f, w : w + f, :].ravel())
    P = np.array(rows)
    Z = np.array([[np.sum(row * W[..., k].ravel()) for k in range(n_C)] for row in P])
    Z = Z.reshape(m, len(high), len(wide), n_C) + b
    return Z, (P, A_prev.shape, W, stride, pad)


@right("einsum, P in Fortran order")
def conv_forward(A_prev, W, b, stride, pad):
    P, places = _patches(A_prev, len(W), stride, pad)
    Z = np.einsum("pk,kn->pn", P, W.reshape(P.shape[1], -1)).reshape(*places, -1) + b
    return Z, (np.asfortranarray(P), A_prev.shape, W.copy(), stride, pad)


@right("one slice for each place in the filter")
def conv_forward(A_prev, W, b, stride, pad):
    f, c = W.shape[0], W.shape[2]
    A = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    n_H, n_W = ((n - f) // stride + 1 for n in A.shape[1:3])
    shape = (len(A), n_H, n_W)
    P, Z = np.empty((*shape, f, f, c), A.dtype), b
    for i in range(f):
        for j in range(f):
            down = slice(i, i + stride * (n_H - 1) + 1, stride)
            across = slice(j, j + stride * (n_W - 1) + 1, stride)
            P[:, :, :, i, j] = A[:, down, across]
            Z = Z + A[:, down, across] @ W[i, j]
    return Z, (P.reshape(math.prod(shape), f * f * c), A_prev.shape, W, stride, pad)


# ----------------------------------------------------------------- conv_backward


def _dW(dZ, cache):
    return (cache[0].T @ dZ.reshape(-1, dZ.shape[3])).reshape(cache[2].shape)


def _db(dZ):
    return dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)


def _dA(dZ, cache, matrix=None, step=None, add=True, cut=None):
    """Patches added back, with something changed."""
    _, (m, n_H_prev, n_W_prev, c), W, stride, pad = cache
    f, n_C = W.shape[0], W.shape[3]
    _, n_H, n_W, _ = dZ.shape
    matrix = W.reshape(-1, n_C) if matrix is None else matrix
    dP = (dZ.reshape(-1, n_C) @ matrix.T).reshape(m, n_H, n_W, f, f, c)
    dA = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, c), dP.dtype)
    step = stride if step is None else step
    for h in range(n_H):
        for w in range(n_W):
            place = (slice(h * step, h * step + f), slice(w * step, w * step + f))
            dA[:, *place] = dP[:, h, w] + (dA[:, *place] if add else 0)
    cut = pad if cut is None else cut
    return dA[:, cut : cut + n_H_prev, cut : cut + n_W_prev].copy()


def _swap(W, axes):
    """Matrix of filters with the numbers of a window in another order."""
    return W.transpose(axes).reshape(-1, W.shape[3])


@wrong("dW is divided by m. The 1/m is already in dZ: take the sum over all patches.")
def conv_backward(dZ, cache):
    return _dA(dZ, cache), _dW(dZ, cache) / len(dZ), _db(dZ)


@wrong("db is a mean. The bias acts at every place of every picture: add dZ up.")
def conv_backward(dZ, cache):
    return _dA(dZ, cache), _dW(dZ, cache), dZ.mean(axis=(0, 1, 2), keepdims=True)


@wrong("db is flat, of shape (n_C,). Keep the shape of b: (1, 1, 1, n_C).")
def conv_backward(dZ, cache):
    return _dA(dZ, cache), _dW(dZ, cache), dZ.sum(axis=(0, 1, 2))


@wrong("db is summed over the pictures only. One bias serves all places as well.")
def conv_backward(dZ, cache):
    return _dA(dZ, cache), _dW(dZ, cache), dZ.sum(axis=0, keepdims=True)


@wrong(
    "Where windows overlap, the last patch wipes out the others. A pixel that was used "
    "often gets the sum: += instead of =."
)
def conv_backward(dZ, cache):
    return _dA(dZ, cache, add=False), _dW(dZ, cache), _db(dZ)


@wrong("The border is cut off at the wrong end: take pad rows away on each side.")
def conv_backward(dZ, cache):
    return _dA(dZ, cache, cut=0), _dW(dZ, cache), _db(dZ)


@wrong("dA_prev still has its border. Cut pad rows and columns off on each side.")
def conv_backward(dZ, cache):
    P, (m, n_H, n_W, c), W, stride, pad = cache
    whole = (P, (m, n_H + 2 * pad, n_W + 2 * pad, c), W, stride, 0)
    return _dA(dZ, whole), _dW(dZ, cache), _db(dZ)


@wrong(
    "The filter is turned by 180 degrees before its patches are added back. The turn "
    "comes out by itself: patch by patch, W stays as it is."
)
def conv_backward(dZ, cache):
    W = cache[2]
    turned = W[::-1, ::-1].reshape(-1, W.shape[3])
    return _dA(dZ, cache, turned), _dW(dZ, cache), _db(dZ)


@wrong("Rows and columns of each patch are exchanged in dA_prev.")
def conv_backward(dZ, cache):
    exchanged = _swap(cache[2], (1, 0, 2, 3))
    return _dA(dZ, cache, exchanged), _dW(dZ, cache), _db(dZ)


@wrong(
    "The patches are added back side by side, as with stride 1. They lie stride apart."
)
def conv_backward(dZ, cache):
    return _dA(dZ, cache, step=1), _dW(dZ, cache), _db(dZ)


@wrong("dW is in the order (column, row) of the filter: reshape PᵀdZ to W.shape.")
def conv_backward(dZ, cache):
    dW = _dW(dZ, cache)
    return _dA(dZ, cache), dW.transpose(1, 0, 2, 3), _db(dZ)


@wrong("dW and dA_prev are exchanged: return dA_prev, dW, db.")
def conv_backward(dZ, cache):
    return _dW(dZ, cache), _dA(dZ, cache), _db(dZ)


@wrong(
    "dA_prev does not know the filter: each dZ goes back times the weight, dP = dZ Wᵀ."
)
def conv_backward(dZ, cache):
    return (
        _dA(dZ, cache, np.ones_like(_swap(cache[2], (0, 1, 2, 3)))),
        _dW(dZ, cache),
        _db(dZ),
    )


@wrong("The db is missing: return dA_prev, dW and db.")
def conv_backward(dZ, cache):
    return _dA(dZ, cache), _dW(dZ, cache)


@right("a loop over the places of the filter")
def conv_backward(dZ, cache):
    _, (m, n_H_prev, n_W_prev, c), W, stride, pad = cache
    f, (_, n_H, n_W, _) = W.shape[0], dZ.shape
    dA = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, c))
    for i in range(f):
        for j in range(f):
            down, across = i + stride * np.arange(n_H), j + stride * np.arange(n_W)
            dA[:, down[:, None], across] += dZ @ W[i, j].T
    dA = dA[:, pad : pad + n_H_prev, pad : pad + n_W_prev]
    return dA, _dW(dZ, cache), np.sum(dZ, axis=(0, 1, 2), keepdims=True)


@right("picture by picture, in double precision")
def conv_backward(dZ, cache):
    P, shape, W, stride, pad = cache
    P = P.reshape(len(dZ), -1, P.shape[1]).astype(float)
    dW, dA = np.zeros(W.shape), []
    for one, patches in zip(dZ.astype(float), P):
        dW = dW + np.einsum(
            "pk,pn->kn", patches, one.reshape(len(patches), -1)
        ).reshape(W.shape)
        dA.append(_dA(one[None], (patches, (1, *shape[1:]), W, stride, pad))[0])
    return np.array(dA), dW, _db(dZ)


@right("tensordot, in Fortran order")
def conv_backward(dZ, cache):
    P, W = cache[0], cache[2]
    dW = np.tensordot(P.reshape(*dZ.shape[:3], -1), dZ, axes=((0, 1, 2), (0, 1, 2)))
    dW = np.asfortranarray(dW.reshape(W.shape))
    return (
        np.asfortranarray(_dA(dZ, cache)),
        dW,
        np.einsum("mhwc->c", dZ)[None, None, None],
    )


# ------------------------------------------------------------------ pool_forward


def _corners(A):
    """Four corners of all blocks; shape (4, m, n_H, n_W, n_C)."""
    n_H, n_W = A.shape[1] // 2 * 2, A.shape[2] // 2 * 2
    A = A[:, :n_H, :n_W]
    return np.stack([A[:, i::2, j::2] for i in (0, 1) for j in (0, 1)])


@wrong("This is the mean of each block. Max pooling takes the largest number.")
def pool_forward(A):
    return _corners(A).mean(axis=0)


@wrong("This is the smallest number of each block. Take the largest.")
def pool_forward(A):
    return _corners(A).min(axis=0)


@wrong("This is the sum of each block. Take its largest number.")
def pool_forward(A):
    return _corners(A).sum(axis=0)


@wrong("Only every second pixel is kept. Compare all four numbers of each block.")
def pool_forward(A):
    return _corners(A)[0].copy()


@wrong("The windows overlap: stride 1. They move by 2.")
def pool_forward(A):
    top = np.maximum(A[:, :-1, :-1], A[:, :-1, 1:])
    return np.maximum(top, np.maximum(A[:, 1:, :-1], A[:, 1:, 1:]))


@wrong("Only pairs of rows are compared. A block is 2 × 2: compare columns, too.")
def pool_forward(A):
    n_H = A.shape[1] // 2 * 2
    return np.maximum(A[:, :n_H:2], A[:, 1:n_H:2])


@wrong(
    "The reshape takes pixels that are half a picture apart. A neighbour is next to "
    "its pixel: (m, n_H, 2, n_W, 2, n_C), not (m, 2, n_H, 2, n_W, n_C)."
)
def pool_forward(A):
    m, n_H, n_W, n_C = A.shape
    A = A[:, : n_H // 2 * 2, : n_W // 2 * 2]
    return A.reshape(m, 2, n_H // 2, 2, n_W // 2, n_C).max(axis=(1, 3))


@wrong("The largest is sought from 0 upwards, so negative numbers are lost.")
def pool_forward(A):
    return np.maximum(_corners(A).max(axis=0), 0)


@wrong("The largest size |a| is taken. The largest number is asked for, with its sign.")
def pool_forward(A):
    return np.abs(_corners(A)).max(axis=0)


@wrong("The channels are mixed: one maximum for all of them. Each has its own.")
def pool_forward(A):
    return _corners(A).max(axis=(0, 4))[..., None]


@wrong("A last row or column without a partner is kept. It is left out: round down.")
def pool_forward(A):
    sides = ((0, 0), (0, A.shape[1] % 2), (0, A.shape[2] % 2), (0, 0))
    return _corners(np.pad(A, sides, constant_values=A.min())).max(axis=0)


@right("a reshape with two axes of length 2")
def pool_forward(A):
    m, n_H, n_W, n_C = A.shape
    A = A[:, : n_H // 2 * 2, : n_W // 2 * 2]
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


@right("loops over blocks")
def pool_forward(A):
    m, n_H, n_W, n_C = A.shape
    M = np.zeros((m, n_H // 2, n_W // 2, n_C), A.dtype, order="F")
    for h in range(n_H // 2):
        for w in range(n_W // 2):
            M[:, h, w] = A[:, 2 * h : 2 * h + 2, 2 * w : 2 * w + 2].max(axis=(1, 2))
    return M


@right("sorted corners, in single precision")
def pool_forward(A):
    return np.sort(_corners(A).astype(np.float32), axis=0)[3]


# ----------------------------------------------------------------- pool_backward

PLACES = ((0, 0), (0, 1), (1, 0), (1, 1))


def _spread(parts, A):
    """Four arrays back at the corners of their blocks."""
    dA, (n_H, n_W) = np.zeros(A.shape, parts[0].dtype), parts[0].shape[1:3]
    for part, (i, j) in zip(parts, PLACES):
        dA[:, i : 2 * n_H : 2, j : 2 * n_W : 2] = part
    return dA


def _largest(A):
    C = _corners(A)
    return C.max(axis=0) == C


@wrong("All four numbers of a block get the slope. Only the maximum moves the result.")
def pool_backward(dM, A):
    return _spread([dM] * 4, A)


@wrong("The slope is shared out in quarters: that is mean pooling.")
def pool_backward(dM, A):
    return _spread([dM / 4] * 4, A)


@wrong("Of equal maxima each gets the whole slope. Only the first one gets it.")
def pool_backward(dM, A):
    return _spread(dM * _largest(A), A)


@wrong("Equal maxima share the slope. Here the first one gets all of it.")
def pool_backward(dM, A):
    where = _largest(A)
    return _spread(dM * where / where.sum(axis=0), A)


@wrong("Of equal maxima the last one gets the slope. Take the first, in reading order.")
def pool_backward(dM, A):
    last = 3 - np.argmax(_corners(A)[::-1], axis=0)
    return _spread([dM * (last == k) for k in range(4)], A)


@wrong("The slope always goes to the top left corner. It goes where the maximum was.")
def pool_backward(dM, A):
    return _spread([dM, 0 * dM, 0 * dM, 0 * dM], A)


@wrong("The maximum itself is put back. Its slope dM goes there.")
def pool_backward(dM, A):
    first = np.argmax(_corners(A), axis=0)
    M = _corners(A).max(axis=0).astype(dM.dtype)
    return _spread([M * (first == k) for k in range(4)], A)


@wrong("The slope is multiplied by the maximum. A nudge of it moves M by as much: dM.")
def pool_backward(dM, A):
    first, M = np.argmax(_corners(A), axis=0), _corners(A).max(axis=0)
    return _spread([dM * M * (first == k) for k in range(4)], A)


@wrong("The slope goes to the smallest number of each block. It goes to the largest.")
def pool_backward(dM, A):
    first = np.argmin(_corners(A), axis=0)
    return _spread([dM * (first == k) for k in range(4)], A)


@wrong("Rows and columns inside the blocks are exchanged.")
def pool_backward(dM, A):
    first = np.argmax(_corners(A), axis=0)
    return _spread([dM * (first == k) for k in (0, 2, 1, 3)], A)


@wrong("dA has no last row or column where A has an odd one. It has the shape of A.")
def pool_backward(dM, A):
    first = np.argmax(_corners(A), axis=0)
    dA = _spread([dM * (first == k) for k in range(4)], A)
    return dA[:, : 2 * dM.shape[1], : 2 * dM.shape[2]].copy()


@wrong("Negative maxima get no slope. That is the ReLU's business, not the pool's.")
def pool_backward(dM, A):
    first, M = np.argmax(_corners(A), axis=0), _corners(A).max(axis=0)
    return _spread([dM * (M > 0) * (first == k) for k in range(4)], A)


@right("argmax over the four corners")
def pool_backward(dM, A):
    first = np.argmax(_corners(A), axis=0)
    return _spread([np.where(first == k, dM, 0) for k in range(4)], A)


@right("from the last corner to the first, in double precision")
def pool_backward(dM, A):
    C, dA = _corners(A), np.zeros(A.shape, order="F")
    top = C.max(axis=0)
    n_H, n_W = top.shape[1:3]
    for k in (3, 2, 1, 0):
        for i, j in PLACES:
            place = dA[:, i : 2 * n_H : 2, j : 2 * n_W : 2]
            place[C[k] == top] = 0
        i, j = PLACES[k]
        place = dA[:, i : 2 * n_H : 2, j : 2 * n_W : 2]
        place[C[k] == top] = dM[C[k] == top]
    return dA


@right("a loop over all blocks")
def pool_backward(dM, A):
    dA = np.zeros(A.shape, dM.dtype)
    for i, h, w, c in np.ndindex(dM.shape):
        block = A[i, 2 * h : 2 * h + 2, 2 * w : 2 * w + 2, c]
        down, across = divmod(int(np.argmax(block)), 2)
        dA[i, 2 * h + down, 2 * w + across, c] = dM[i, h, w, c]
    return dA


# ------------------------------------------------------------ initialize_convnet


def _sizes(input_shape, f, filters, units, pool=2):
    """Shapes of all W, and the numbers that one unit of each reads."""
    n_H, n_W, c = input_shape
    for n in filters:
        yield (f, f, c, n), f * f * c
        n_H, n_W, c = n_H // pool, n_W // pool, n
    n_prev = n_H * n_W * c
    for n in units:
        yield (n, n_prev), n_prev
        n_prev = n


def _begin(sizes, rng, scale=None, dtype=np.float32, order=1, bias=None):
    scale = scale or (lambda shape, n: np.sqrt(2 / n))
    sizes, p = list(enumerate(sizes, 1)), {}
    for k, (shape, n) in sizes[::order]:
        flat = (1, 1, 1, shape[3]) if len(shape) == 4 else (shape[0], 1)
        p[f"W{k}"] = (rng.standard_normal(shape) * scale(shape, n)).astype(dtype)
        p[f"b{k}"] = np.zeros(flat, dtype) if bias is None else bias(flat).astype(dtype)
    return {f"{name}{k}": p[f"{name}{k}"] for k, _ in sizes for name in "Wb"}


@wrong("All weights are 0: every filter computes the same and ReLU passes nothing.")
def initialize_convnet(input_shape, f, filters, units, rng):
    return _begin(_sizes(input_shape, f, filters, units), rng, lambda shape, n: 0.0)


@wrong("The factor is 0.01. He's factor is sqrt(2 / n), with the numbers a unit reads.")
def initialize_convnet(input_shape, f, filters, units, rng):
    return _begin(_sizes(input_shape, f, filters, units), rng, lambda shape, n: 0.01)


@wrong("This is the factor for tanh, sqrt(1 / n). ReLU halves a signal: sqrt(2 / n).")
def initialize_convnet(input_shape, f, filters, units, rng):
    sizes = _sizes(input_shape, f, filters, units)
    return _begin(sizes, rng, lambda shape, n: np.sqrt(1 / n))


@wrong("The root is missing: sqrt(2 / n), not 2 / n.")
def initialize_convnet(input_shape, f, filters, units, rng):
    return _begin(_sizes(input_shape, f, filters, units), rng, lambda shape, n: 2 / n)


@wrong(
    "A filter's factor forgets its height and width. It reads f · f · n_C_prev "
    "numbers, not n_C_prev."
)
def initialize_convnet(input_shape, f, filters, units, rng):
    def scale(shape, n):
        return np.sqrt(2 / shape[2]) if len(shape) == 4 else np.sqrt(2 / n)

    return _begin(_sizes(input_shape, f, filters, units), rng, scale)


@wrong("The factor takes the numbers that come out of a layer. Take those that go in.")
def initialize_convnet(input_shape, f, filters, units, rng):
    def scale(shape, n):
        return np.sqrt(2 / (shape[0] if len(shape) == 2 else f * f * shape[3]))

    return _begin(_sizes(input_shape, f, filters, units), rng, scale)


@wrong("The last layers are drawn first, so the numbers land elsewhere.")
def initialize_convnet(input_shape, f, filters, units, rng):
    return _begin(_sizes(input_shape, f, filters, units), rng, order=-1)


@wrong("The biases are drawn as well. They are zeros and need no draw.")
def initialize_convnet(input_shape, f, filters, units, rng):
    sizes = _sizes(input_shape, f, filters, units)
    return _begin(sizes, rng, bias=rng.standard_normal)


@wrong("The biases are ones. They start at zero.")
def initialize_convnet(input_shape, f, filters, units, rng):
    return _begin(_sizes(input_shape, f, filters, units), rng, bias=np.ones)


@wrong(
    "The first fully connected layer reads full-sized maps. Each pooling halves height "
    "and width."
)
def initialize_convnet(input_shape, f, filters, units, rng):
    return _begin(_sizes(input_shape, f, filters, units, pool=1), rng)


@wrong("The biases of the filters are columns (n_C, 1). Their shape is (1, 1, 1, n_C).")
def initialize_convnet(input_shape, f, filters, units, rng):
    p = _begin(_sizes(input_shape, f, filters, units), rng)
    return {k: v if k[0] == "W" else v.reshape(-1, 1) for k, v in p.items()}


@right("rng.normal with its spread")
def initialize_convnet(input_shape, f, filters, units, rng):
    p = {}
    for k, (shape, n) in enumerate(_sizes(input_shape, f, filters, units), 1):
        p[f"W{k}"] = np.float32(rng.normal(0, (2 / n) ** 0.5, shape))
        bias = (1, 1, 1, shape[-1]) if len(shape) == 4 else (shape[0], 1)
        p[f"b{k}"] = np.zeros(bias, dtype="float32")
    return p


@right("all shapes first, in Fortran order")
def initialize_convnet(input_shape, f, filters, units, rng):
    p = _begin(list(_sizes(input_shape, f, filters, units)), rng)
    return {name: np.asfortranarray(value) for name, value in p.items()}


@right("two loops, the size of the maps by shifting bits")
def initialize_convnet(input_shape, f, filters, units, rng):
    depths, p = [input_shape[2], *filters], {}
    for k, (c, n) in enumerate(zip(depths, filters), 1):
        p[f"W{k}"] = rng.standard_normal((f, f, c, n)) / math.sqrt(f * f * c / 2)
        p[f"b{k}"] = np.zeros((1, 1, 1, n))
    blocks = len(filters)
    flat = (input_shape[0] >> blocks) * (input_shape[1] >> blocks) * depths[-1]
    for k, (a, n) in enumerate(zip([flat, *units], units), blocks + 1):
        p[f"W{k}"] = rng.standard_normal((n, a)) / math.sqrt(a / 2)
        p[f"b{k}"] = np.zeros((n, 1))
    return {name: value.astype(np.float32) for name, value in p.items()}


# --------------------------------------------------------------- convnet_forward


def _softmax(Z):
    T = np.exp(Z - Z.max(axis=0))
    return T / T.sum(axis=0)


def _relu(Z):
    return np.maximum(Z, 0)


def _column(A):
    return A.reshape(len(A), -1).T


def _net(X, p, relu=_relu, hidden=_relu, last=_softmax, flat=_column, pad=None, b=1):
    """Forward pass with something changed."""
    A, caches, L = X, [], len(p) // 2
    for k in range(1, L + 1):
        W, bias = p[f"W{k}"], b * p[f"b{k}"]
        if W.ndim == 4:
            Z, cache = conv_forward(A, W, bias, 1, len(W) // 2 if pad is None else pad)
            A = relu(Z)
            caches.append((cache, A))
            A = pool_forward(A)
        else:
            A = flat(A) if A.ndim == 4 else A
            caches.append((A, W))
            A = hidden(W @ A + bias) if k < L else last(W @ A + bias)
    return A, caches


@wrong("ReLU is missing behind the convolution. A block: convolution, ReLU, pooling.")
def convnet_forward(X, parameters):
    return _net(X, parameters, relu=lambda Z: Z)


@wrong("ReLU is missing between the fully connected layers.")
def convnet_forward(X, parameters):
    return _net(X, parameters, hidden=lambda Z: Z)


@wrong("The last layer has ReLU before the softmax. Scores may be negative.")
def convnet_forward(X, parameters):
    return _net(X, parameters, last=lambda Z: _softmax(_relu(Z)))


@wrong("These are scores. Softmax turns them into probabilities.")
def convnet_forward(X, parameters):
    return _net(X, parameters, last=lambda Z: Z)


@wrong("Softmax runs along the pictures. It runs over the classes: down each column.")
def convnet_forward(X, parameters):
    return _net(X, parameters, last=lambda Z: _softmax(Z.T).T)


@wrong("The last layer takes the sigmoid. Classes that exclude one another: softmax.")
def convnet_forward(X, parameters):
    return _net(X, parameters, last=lambda Z: 1 / (1 + np.exp(-Z)))


@wrong(
    "reshape(-1, m) deals the numbers of each picture out over all columns. Use "
    "flatten_images: (m, -1), then transpose."
)
def convnet_forward(X, parameters):
    return _net(X, parameters, flat=lambda A: A.reshape(-1, len(A)))


@wrong("The maps are flattened channel by channel. Keep NumPy's order: flatten_images.")
def convnet_forward(X, parameters):
    return _net(X, parameters, flat=lambda A: _column(A.transpose(0, 3, 1, 2)))


@wrong("The convolutions have no padding. With (f - 1) / 2 height and width stay.")
def convnet_forward(X, parameters):
    if X.shape[1] < 5:
        raise ValueError("matmul: mismatch")
    return _net(X, parameters, pad=0)


@wrong("The biases are missing in all layers.")
def convnet_forward(X, parameters):
    return _net(X, parameters, b=0)


@wrong("A block's pair holds the pooled maps. Keep A after ReLU, before pooling.")
def convnet_forward(X, parameters):
    A, caches = _net(X, parameters)
    pooled = [(c, pool_forward(M)) if M.ndim == 4 else (c, M) for c, M in caches]
    return A, pooled


@wrong("A block's pair holds Z. Keep A = max(Z, 0): the way back asks where A > 0.")
def convnet_forward(X, parameters):
    A, caches, L = X, [], len(parameters) // 2
    for k in range(1, L + 1):
        W, b = parameters[f"W{k}"], parameters[f"b{k}"]
        if W.ndim == 4:
            Z, cache = conv_forward(A, W, b, 1, len(W) // 2)
            caches.append((cache, Z))
            A = _relu(pool_forward(Z))
        else:
            A = _column(A) if A.ndim == 4 else A
            caches.append((A, W))
            Z = W @ A + b
            A = _relu(Z) if k < L else _softmax(Z)
    return A, caches


@wrong("The caches begin with the last layer. Layer 1 comes first.")
def convnet_forward(X, parameters):
    A, caches = _net(X, parameters)
    return A, caches[::-1]


@wrong("The caches are missing: return A and caches.")
def convnet_forward(X, parameters):
    return _net(X, parameters)[0]


@right("recursion over the layers")
def convnet_forward(X, parameters):
    L = len(parameters) // 2

    def rest(A, k):
        if k > L:
            return A, []
        W, b = parameters["W" + str(k)], parameters["b" + str(k)]
        if W.ndim == 4:
            Z, cache = conv_forward(A, W, b, 1, (W.shape[1] - 1) // 2)
            maps = Z * (Z > 0)
            out, pair = pool_forward(maps), (cache, maps)
        else:
            A = A if A.ndim == 2 else np.stack([one.ravel() for one in A], axis=1)
            Z = W.dot(A) + b
            out, pair = (np.where(Z > 0, Z, 0) if k < L else softmax(Z)), (A, W)
        last, pairs = rest(out, k + 1)
        return last, [pair, *pairs]

    return rest(X, 1)


@right("pooled before ReLU as well: the maximum does not mind")
def convnet_forward(X, parameters):
    A, caches, L = X, [], len(parameters) // 2
    for k in range(1, L + 1):
        W, b = parameters[f"W{k}"], parameters[f"b{k}"]
        if np.ndim(W) == 4:
            Z, cache = conv_forward(A, W, b, 1, W.shape[0] // 2)
            caches.append((cache, np.maximum(Z, 0)))
            A = np.maximum(pool_forward(Z), 0)
        else:
            A = flatten_images(A) if A.ndim > 2 else A
            caches.append((np.asfortranarray(A), W.copy()))
            Z = np.einsum("ij,jm->im", W, A) + b
            A = np.maximum(Z, 0) if k < L else softmax(Z)
    return A, caches


@right("picture by picture")
def convnet_forward(X, parameters):
    columns = [_net(X[i : i + 1], parameters)[0] for i in range(len(X))]
    return np.hstack(columns), _net(X, parameters)[1]


# -------------------------------------------------------------- convnet_backward


def _first(A, Y):
    return (A - Y) / Y.shape[1]


def _unflat(G, shape):
    return G.T.reshape(shape)


def _product(G, A):
    return G @ A.T


def _rows(G):
    return G.sum(axis=1, keepdims=True)


def _slopes(
    A,
    Y,
    caches,
    first=_first,
    unflat=_unflat,
    unpool=None,
    mask=True,
    hidden=True,
    dW=_product,
    db=_rows,
):
    """Backward pass with something changed."""
    unpool = unpool or pool_backward
    grads, G = {}, first(A, Y)
    for k in range(len(caches), 0, -1):
        below, above = caches[k - 1]
        if above.ndim == 2:
            grads[f"dW{k}"], grads[f"db{k}"] = dW(G, below), db(G)
            G = above.T @ G
            if hidden and k > 1 and caches[k - 2][1].ndim == 2:
                G = G * (below > 0)
        else:
            m, n_H, n_W, n_C = above.shape
            G = unflat(G, (m, n_H // 2, n_W // 2, n_C)) if G.ndim == 2 else G
            G = unpool(G, above)
            G = G * (above > 0) if mask else G
            G, grads[f"dW{k}"], grads[f"db{k}"] = conv_backward(G, below)
    return {
        f"d{c}{k}": grads[f"d{c}{k}"] for k in range(1, len(caches) + 1) for c in "Wb"
    }


@wrong("The 1/m is missing: J is a mean over the pictures.")
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, first=lambda A, Y: A - Y)


@wrong("The sign is turned round: dZ = (A - Y) / m.")
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, first=lambda A, Y: (Y - A) / Y.shape[1])


@wrong(
    "ReLU's mask is lost behind the pooling: where A is 0 nothing passes, so dZ is "
    "pool_backward(...) * (A > 0)."
)
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, mask=False)


@wrong("ReLU's mask is missing between the fully connected layers.")
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, hidden=False)


@wrong(
    "The flat column becomes maps in the order (n_C, n_H, n_W). Undo flatten_images as "
    "it was done: transpose, then reshape to (m, n_H, n_W, n_C)."
)
def convnet_backward(A, Y, caches):
    def unflat(G, shape):
        m, n_H, n_W, n_C = shape
        return G.T.reshape(m, n_C, n_H, n_W).transpose(0, 2, 3, 1)

    return _slopes(A, Y, caches, unflat=unflat)


@wrong(
    "The columns become maps without a transpose, so pictures are mixed: G.T first, "
    "then reshape."
)
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, unflat=lambda G, shape: G.reshape(shape))


@wrong("Pooling passes its slope to all four numbers. Use pool_backward.")
def convnet_backward(A, Y, caches):
    def unpool(dM, A):
        dA = np.zeros_like(A)
        n_H, n_W = dM.shape[1:3]
        dA[:, : 2 * n_H, : 2 * n_W] = dM.repeat(2, axis=1).repeat(2, axis=2)
        return dA

    return _slopes(A, Y, caches, unpool=unpool)


@wrong("dW is divided by m once more in the fully connected layers.")
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, dW=lambda G, A: G @ A.T / A.shape[1])


@wrong("dW is transposed in the fully connected layers: dZ A_prevᵀ is (n, n_prev).")
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, dW=lambda G, A: A @ G.T)


@wrong("db is flat in the fully connected layers. Keep the column (n, 1).")
def convnet_backward(A, Y, caches):
    return _slopes(A, Y, caches, db=lambda G: G.sum(axis=1))


@wrong("Only the fully connected layers are there. Go on through the blocks.")
def convnet_backward(A, Y, caches):
    grads = _slopes(A, Y, caches)
    blocks = sum(above.ndim == 4 for _, above in caches)
    return {name: g for name, g in grads.items() if int(name[2:]) > blocks}


@wrong("The keys are W1, b1, ... A slope is called dW1, db1, ...")
def convnet_backward(A, Y, caches):
    return {name[1:]: g for name, g in _slopes(A, Y, caches).items()}


@wrong("The layers are counted from the end: dW1 belongs to the first layer.")
def convnet_backward(A, Y, caches):
    L = len(caches)
    grads = _slopes(A, Y, caches)
    return {f"{name[:2]}{L + 1 - int(name[2:])}": g for name, g in grads.items()}


@right("the mask on the pooled maps, and again behind")
def convnet_backward(A, Y, caches):
    def unpool(dM, A):
        return pool_backward(dM * (pool_forward(A) > 0), A)

    return _slopes(A, Y, caches, unpool=unpool)


@right("recursion, einsum")
def convnet_backward(A, Y, caches):
    def back(k, G):
        if k == 0:
            return {}
        below, above = caches[k - 1]
        if above.ndim == 2:
            dW, db = np.einsum("im,jm->ij", G, below), G.sum(axis=1).reshape(-1, 1)
            G = np.where(below > 0, np.einsum("ij,im->jm", above, G), 0)
        else:
            if G.ndim == 2:
                n_H, n_W = above.shape[1] // 2, above.shape[2] // 2
                G = np.stack([g.reshape(n_H, n_W, -1) for g in G.T])
            dZ = np.where(above > 0, pool_backward(G, above), 0)
            G, dW, db = conv_backward(dZ, below)
        return back(k - 1, G) | {f"dW{k}": dW, f"db{k}": db}

    return back(len(caches), (A - Y) / A.shape[1])


@right("in double precision, in Fortran order")
def convnet_backward(A, Y, caches):
    grads = _slopes(A.astype(float), Y, caches)
    return {name: np.asfortranarray(g.astype(float)) for name, g in grads.items()}


# ----------------------------------------------------------------- image_batches


def _cut(X, Y, size, order=None, other=None):
    """Batches of pictures and labels, each in its order."""
    order = np.arange(len(X)) if order is None else order
    other = order if other is None else other
    return [
        (X[order[k : k + size]], Y[:, other[k : k + size]])
        for k in range(0, len(X), size)
    ]


@wrong(
    "Picture and label do not belong together any more. Which order do the pictures "
    "get, and which the labels?",
    shown=True,
)
def image_batches(X, Y, batch_size, rng):
    m = X.shape[0]
    X = X[rng.permutation(m)]
    Y = Y[:, rng.permutation(m)]
    parts = [slice(k, k + batch_size) for k in range(0, m, batch_size)]
    return [(X[part], Y[:, part]) for part in parts]


@wrong("Only the pictures are shuffled: their labels stay behind. One order for both.")
def image_batches(X, Y, batch_size, rng):
    return _cut(X, Y, batch_size, rng.permutation(len(X)), np.arange(len(X)))


@wrong("Only the labels are shuffled: the pictures stay behind. One order for both.")
def image_batches(X, Y, batch_size, rng):
    return _cut(X, Y, batch_size, np.arange(len(X)), rng.permutation(len(X)))


@wrong("Nothing is shuffled. order = rng.permutation(m) mixes the set.")
def image_batches(X, Y, batch_size, rng):
    return _cut(X, Y, batch_size)


@wrong("The last, smaller batch is missing. Every picture is in one batch.")
def image_batches(X, Y, batch_size, rng):
    whole = len(X) // batch_size
    return _cut(X, Y, batch_size, rng.permutation(len(X)))[:whole]


@wrong("The order is sorted back: argsort gives where each picture went.")
def image_batches(X, Y, batch_size, rng):
    return _cut(X, Y, batch_size, np.argsort(rng.permutation(len(X))))


@wrong(
    "Each picture is drawn by itself, so some come twice and others not at all. Take a "
    "permutation."
)
def image_batches(X, Y, batch_size, rng):
    return _cut(X, Y, batch_size, rng.integers(0, len(X), len(X)))


@wrong("The labels are rows, (batch, n_y). One column per picture: Y[:, part].")
def image_batches(X, Y, batch_size, rng):
    batches = _cut(X, Y, batch_size, rng.permutation(len(X)))
    return [(X_t, Y_t.T) for X_t, Y_t in batches]


@wrong("The pictures are sorted into as many batches as the batch size says.")
def image_batches(X, Y, batch_size, rng):
    parts = np.array_split(rng.permutation(len(X)), batch_size)
    return [(X[part], Y[:, part]) for part in parts]


@wrong("The labels are missing: each batch is a pair (X_t, Y_t).")
def image_batches(X, Y, batch_size, rng):
    return [X_t for X_t, _ in _cut(X, Y, batch_size, rng.permutation(len(X)))]


@wrong("changes NumPy's global random state")
def image_batches(X, Y, batch_size, rng):
    np.random.shuffle(np.arange(len(X)))
    return _cut(X, Y, batch_size, rng.permutation(len(X)))


@right("shuffled first, then cut")
def image_batches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[0])
    X, Y = X[order], Y[:, order]
    batches, start = [], 0
    while start < len(X):
        stop = start + batch_size
        batches.append((X[start:stop], Y[:, start:stop]))
        start = stop
    return batches


@right("np.split at the cuts, in Fortran order")
def image_batches(X, Y, batch_size, rng):
    m = len(X)
    parts = np.split(rng.permutation(m), range(batch_size, m, batch_size))
    return [[np.asfortranarray(X[part]), Y.T[part].T] for part in parts]


@right("picture by picture")
def image_batches(X, Y, batch_size, rng):
    batches = []
    for k, i in enumerate(rng.permutation(len(X)).tolist()):
        if k % batch_size == 0:
            batches.append(([], []))
        batches[-1][0].append(X[i])
        batches[-1][1].append(Y[:, i])
    return [(np.stack(xs), np.stack(ys, axis=1)) for xs, ys in batches]


# ------------------------------------------------------------------- train_epoch


def _epoch(X, Y, p, state, size, rate, rng, step=None, batches=None, after=False):
    """One epoch with another step, other batches or another cost."""
    (v, s, t), total, start = state, [], p
    step = step or update_with_adam
    for X_t, Y_t in (batches or image_batches)(X, Y, size, rng):
        A, caches = convnet_forward(X_t, p)
        grads, t = convnet_backward(A, Y_t, caches), t + 1
        p, v, s = step(p, grads, v, s, t, rate, 0.9, 0.999, 1e-8)
        A = convnet_forward(X_t, p)[0] if after else A
        total.append((cross_entropy(A, Y_t), len(X_t)))
    costs, sizes = np.array(total).T
    return p, (v, s, t), costs, sizes, start


def _mean(costs, sizes):
    return float(np.sum(costs * sizes) / np.sum(sizes))


@wrong(
    "t begins at 0 in every epoch. Adam's steps count on: take t from state, and hand "
    "it back."
)
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    first = (*state[:2], 0)
    p, s, *c, _ = _epoch(X, Y, parameters, first, batch_size, learning_rate, rng)
    return p, s, _mean(*c)


@wrong("Adam's averages begin at 0 in every epoch. Take v and s from state.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    v, s, t = state
    first = ({k: 0 * g for k, g in v.items()}, {k: 0 * g for k, g in s.items()}, t)
    p, s, *c, _ = _epoch(X, Y, parameters, first, batch_size, learning_rate, rng)
    return p, s, _mean(*c)


@wrong("The state that came in is returned. Return v, s and t after the last step.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    p, _, *c, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng)
    return p, state, _mean(*c)


@wrong("t is raised after the step. The first step has number 1: raise it before.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    def step(p, grads, v, s, t, *rates):
        return update_with_adam(p, grads, v, s, max(t - 1, 1e-3), *rates)

    p, s, *c, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng, step)
    return p, s, _mean(*c)


@wrong("The parameters that came in are returned. Return those after the last step.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    _, s, *c, p = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng)
    return {k: w.copy() for k, w in p.items()}, s, _mean(*c)


@wrong("The cost is that of the last batch. Take the mean over all m examples.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    p, s, c, _, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng)
    return p, s, float(c[-1])


@wrong(
    "All batches count the same, and the last one is smaller: weigh each cost with the "
    "size of its batch."
)
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    p, s, c, _, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng)
    return p, s, float(np.mean(c))


@wrong("The costs are added up. Their mean over all m examples is asked for.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    p, s, c, _, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng)
    return p, s, float(np.sum(c))


@wrong("The cost is measured after the step. Take the forward pass before it.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    args = (X, Y, parameters, state, batch_size, learning_rate, rng)
    p, s, *c, _ = _epoch(*args, after=True)
    return p, s, _mean(*c)


@wrong("This is gradient descent, without Adam: use update_with_adam.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    def step(p, grads, v, s, t, rate, *rates):
        return {k: w - rate * grads["d" + k] for k, w in p.items()}, v, s

    p, s, *c, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng, step)
    return p, s, _mean(*c)


@wrong("The step goes uphill.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    args = (X, Y, parameters, state, batch_size, -learning_rate, rng)
    p, s, *c, _ = _epoch(*args)
    return p, s, _mean(*c)


@wrong("The learning rate is fixed at 0.001. Pass learning_rate on.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    p, s, *c, _ = _epoch(X, Y, parameters, state, batch_size, 0.001, rng)
    return p, s, _mean(*c)


@wrong("beta2 is 0.99 here. Adam takes beta1 = 0.9 and beta2 = 0.999.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    def step(p, grads, v, s, t, rate, *_):
        return update_with_adam(p, grads, v, s, t, rate, 0.9, 0.99, 1e-8)

    p, s, *c, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng, step)
    return p, s, _mean(*c)


@wrong("The pictures come in their own order. Take the batches of image_batches.")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    def batches(X, Y, size, rng):
        return _cut(X, Y, size)

    args = (X, Y, parameters, state, batch_size, learning_rate, rng)
    p, s, *c, _ = _epoch(*args, batches=batches)
    return p, s, _mean(*c)


@right("names, step by step")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    v, s, t = state
    m, cost = X.shape[0], 0.0
    for batch in image_batches(X, Y, batch_size, rng):
        probabilities, caches = convnet_forward(batch[0], parameters)
        cost += cross_entropy(probabilities, batch[1]) * batch[0].shape[0] / m
        grads = convnet_backward(probabilities, batch[1], caches)
        t += 1
        parameters, v, s = update_with_adam(
            parameters, grads, v, s, t, learning_rate, 0.9, 0.999, 1e-8
        )
    return parameters, (v, s, t), cost


@right("Adam written out")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    def step(p, grads, v, s, t, rate, *_):
        v = {k: v[k] + 0.1 * (grads[k] - v[k]) for k in v}
        s = {k: s[k] + 0.001 * (np.square(grads[k]) - s[k]) for k in s}
        new = {}
        for k, w in p.items():
            size = np.sqrt(s["d" + k] / (1 - 0.999**t)) + 1e-8
            new[k] = w - rate / (1 - 0.9**t) * v["d" + k] / size
        return new, v, s

    p, s, *c, _ = _epoch(X, Y, parameters, state, batch_size, learning_rate, rng, step)
    return p, list(s), _mean(*c)


@right("the cost from the probability of the right class, double precision")
def train_epoch(X, Y, parameters, state, batch_size, learning_rate, rng):
    v, s, t = state
    losses = []
    for X_t, Y_t in image_batches(X.astype(float), Y.astype(float), batch_size, rng):
        A, caches = convnet_forward(X_t, parameters)
        losses.extend(-np.log(np.maximum((A * Y_t).sum(axis=0), 1e-40)))
        grads, t = convnet_backward(A, Y_t, caches), t + 1
        args = (parameters, grads, v, s, t, learning_rate, 0.9, 0.999, 1e-8)
        parameters, v, s = update_with_adam(*args)
    return parameters, (v, s, t), np.mean(losses)


# --------------------------------------------------------------------- decisions

LETTERS = {
    "wrong_156": "c",
    "count_layers": "b",
    "usual_shape": "a",
    "layer_types": "d",
    "architecture": "b",
    "why_fewer": "c",
    "shifted_cat": "d",
}


@right("capital letters")
def decisions():
    return {name: letter.upper() for name, letter in LETTERS.items()}


@right("letters with a bracket")
def decisions():
    return {name: letter + ")" for name, letter in LETTERS.items()}


@right("another order, with blanks")
def decisions():
    return {name: f" {LETTERS[name]} " for name in reversed(LETTERS)}


QUESTIONS = {
    "decisions": {
        "wrong_156": {
            "a": "Every filter has a bias, whatever it reads.",
            "b": "The number does not depend on the size of the picture at all.",
            "c": "Yes: 5 · 5 · 1 + 1 = 26 numbers belong to grey pictures. With three "
            "channels it is 5 · 5 · 3 + 1 = 76, and 6 · 76 = 456.",
            "d": "Pooling has no parameters; 300 are missing in the filters.",
        },
        "count_layers": {
            "a": "Pooling has no weights, so it is not counted by this rule.",
            "b": "Yes: CONV1 + POOL1, CONV2 + POOL2, FC3, FC4 and the softmax layer: "
            "five with weights.",
            "c": "The softmax layer has weights of its own: 850 of them.",
            "d": "ReLU and flatten have no weights.",
        },
        "usual_shape": {
            "a": "Yes: fewer places, more kinds of things to look for: 32 → 16 → 8 → "
            "4, and 3 → 8 → 16 → 32.",
            "b": "Then each layer would be more work than the one before.",
            "c": "With fewer channels and fewer places almost nothing would be left.",
            "d": "Pooling and strides make them smaller on purpose.",
        },
        "layer_types": {
            "a": "A net of convolutions alone is possible, and some are built so.",
            "b": "A fully connected layer can stand behind any of them.",
            "c": "Pooling has no weights, and a net can do without it.",
            "d": "Yes: convolutions alone would do, but most nets add pooling and "
            "fully connected layers.",
        },
        "architecture": {
            "a": "Thousands of combinations: that takes longer than the project.",
            "b": "Yes: what worked for others on such pictures is the best start.",
            "c": "More layers want more pictures and more care: a start, not a plan.",
            "d": "The test set judges in the end; tuning on it spoils it.",
        },
        "why_fewer": {
            "a": "Pixels are not thrown away: each is read by f · f windows.",
            "b": "Precision changes the bytes of a number, not how many there are.",
            "c": "Yes: the same nine numbers serve all places, and each output reads "
            "nine inputs only.",
            "d": "Pooling makes later layers smaller; the filters need few numbers "
            "even without it.",
        },
        "shifted_cat": {
            "a": "Filters are learnt from the same pictures; they know nothing more.",
            "b": "A convolution moves with its picture: its maps are not the same.",
            "c": "The fully connected net was shown the same shifted pictures: none.",
            "d": "Yes: the same filter finds the ear in its new place, and the pools "
            "forget a pixel or two. Far shifts still hurt: the last layer knows "
            "places.",
        },
    }
}

# The answers above call these functions: here the names mean the right ones again,
# whatever answer was the last to bear them.
from source.c1w2_logistic_regression.reference import (  # noqa: E402, I001
    flatten_images,
)
from source.c2w2_optimization.reference import update_with_adam  # noqa: E402
from source.c2w3_softmax_and_autodiff.reference import (  # noqa: E402
    cross_entropy,
    softmax,
)
from source.c4w1_convnet_application.reference import (  # noqa: E402
    conv_backward,
    conv_forward,
    convnet_backward,
    convnet_forward,
    image_batches,
    pool_backward,
    pool_forward,
)
