"""Inputs on which the functions of the convnet application are judged."""

import numpy as np

from helpers.checks import Case, Rng

HINTS = {
    "layer_table": "How many numbers does one filter read? f · f · n_C_prev of them, "
    "plus one bias; and n = ⌊(n_prev + 2p - f) / s⌋ + 1.",
    "conv_forward": "Which axis order has the window view, and which has a filter? "
    "P has m n_H n_W rows of f f n_C_prev numbers; Z = P W + b.",
    "conv_backward": "Which two shapes give the shape of W? dW = Pᵀ dZ, and "
    "dP = dZ Wᵀ goes back to the places that it came from, added up.",
    "pool_forward": "Which four slices hold the four corners of all blocks? "
    "M = max(A[0::2, 0::2], A[0::2, 1::2], A[1::2, 0::2], A[1::2, 1::2])",
    "pool_backward": "Where does a nudge of A move the maximum? dA = dM where A is the "
    "first maximum of its block, else 0.",
    "initialize_convnet": "How many numbers meet in one unit? "
    "W = normal · sqrt(2 / n), n = f f n_C_prev for a filter, n_prev for a unit.",
    "convnet_forward": "How does the loop know the kind of a layer? A filter has four "
    "axes: W.ndim. Block: pool(max(W * A + b, 0)).",
    "convnet_backward": "What did each layer do last? Undo that first: pooling, then "
    "ReLU, then the convolution.",
    "image_batches": "Is the label beside a picture still its own? Look at the orders: "
    "X[order] and Y[:, order].",
    "train_epoch": "What number has the first step of the second epoch? t goes on; "
    "each batch: forward, backward, t + 1, Adam.",
    "decisions": "Read the section named in brackets behind the question again.",
}
LENET = [
    ("conv", 5, 6, 1, 0),
    ("pool", 2, 2),
    ("conv", 5, 16, 1, 0),
    ("pool", 2, 2),
    ("fc", 120),
    ("fc", 84),
    ("fc", 10),
]
CAT_NET = [
    ("conv", 3, 10, 1, 0),
    ("conv", 5, 20, 2, 0),
    ("conv", 5, 40, 2, 0),
    ("fc", 1),
]


def _table(input_shape, *layers):
    return {"input_shape": input_shape, "layers": list(layers)}


def cases_layer_table(rng):
    tiny = _table((6, 6, 3), ("conv", 3, 2, 1, 0), ("pool", 2, 2), ("fc", 1))
    yield Case("three layers by hand", tiny, visible=True)
    yield Case("colour pictures", _table((32, 32, 3), *LENET), core=True)
    yield Case("colour pictures", _table((39, 39, 3), *CAT_NET), core=True)
    grey = _table((28, 28, 1), ("conv", 5, 8, 1, 2), ("pool", 2, 2), ("fc", 10))
    yield Case("one channel, with padding", grey)
    wide = _table((20, 31, 3), ("conv", 4, 5, 3, 1), ("pool", 3, 2))
    yield Case("height and width differ, the window does not fit", wide)
    yield Case("no convolution", _table((5, 4, 3), ("fc", 6), ("fc", 2)))
    yield Case("no layer: the input alone", _table((7, 9, 2)))
    one = _table((6, 6, 4), ("conv", 1, 3, 1, 0), ("conv", 3, 2, 1, 1), ("pool", 6, 1))
    yield Case("two convolutions in a row, a pool over all", one)


def _conv(rng, m, n_H, n_W, c, f, n_C, stride=1, pad=0, scale=0.37):
    """Arguments of a convolution."""
    return {
        "A_prev": rng.normal(size=(m, n_H, n_W, c)),
        "W": scale * rng.normal(size=(f, f, c, n_C)),
        "b": rng.normal(size=(1, 1, 1, n_C)),
        "stride": stride,
        "pad": pad,
    }


HAND = {
    "A_prev": np.arange(1.0, 10.0).reshape(1, 3, 3, 1),
    "W": np.array([[1.0, 2.0], [0.0, -1.0]]).reshape(2, 2, 1, 1),
    "b": np.full((1, 1, 1, 1), 10.0),
    "stride": 1,
    "pad": 0,
}


def cases_conv_forward(rng):
    yield Case("one picture by hand", HAND, visible=True, alias=True)
    any_batch = "any batch"
    yield Case(any_batch, _conv(rng, 3, 6, 5, 2, 3, 4), core=True, alias=True)
    yield Case(any_batch, _conv(rng, 2, 5, 7, 3, 2, 2), core=True, alias=True)
    yield Case("padding", _conv(rng, 2, 4, 5, 2, 3, 3, 1, 1), core=True, alias=True)
    yield Case("a stride of 2", _conv(rng, 2, 7, 9, 2, 3, 3, 2), alias=True)
    uneven = _conv(rng, 2, 8, 6, 1, 3, 2, 3, 1)
    yield Case("a stride that leaves a rest", uneven, alias=True)
    yield Case("one picture", _conv(rng, 1, 6, 6, 3, 3, 2, 1, 1), alias=True)
    yield Case("a filter of 1 × 1", _conv(rng, 2, 3, 4, 5, 1, 3), alias=True)
    single = _single(_conv(rng, 2, 5, 6, 2, 3, 3, 1, 1))
    yield Case("single precision", single, alias=True)
    cut = _conv(rng, 6, 9, 6, 2, 3, 3)
    cut["A_prev"] = cut["A_prev"][::2, 1::2, ::-1]
    yield Case("pictures cut from a larger array", cut, alias=True)
    yield Case(
        "filters of 5 × 5, three channels",
        _conv(rng, 1, 14, 16, 3, 5, 4, 2, 2),
        alias=True,
    )


def _single(value):
    """The same in single precision."""
    if isinstance(value, dict):
        return {key: _single(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_single(part) for part in value)
    return value.astype(np.float32) if isinstance(value, np.ndarray) else value


def _windows(A, f, stride):
    """Patches as rows, one window after the other."""
    n_H, n_W = ((n - f) // stride + 1 for n in A.shape[1:3])
    rows = [
        A[i, stride * h : stride * h + f, stride * w : stride * w + f].ravel()
        for i in range(len(A))
        for h in range(n_H)
        for w in range(n_W)
    ]
    return np.array(rows), (len(A), n_H, n_W)


def _cache(args):
    """Cache of a convolution, and the shape of its result."""
    A, W, pad = args["A_prev"], args["W"], args["pad"]
    padded = np.pad(A, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    P, places = _windows(padded, W.shape[0], args["stride"])
    return (P, A.shape, W, args["stride"], pad), (*places, W.shape[3])


def _back(rng, *sizes):
    cache, shape = _cache(_conv(rng, *sizes))
    return {"dZ": rng.normal(size=shape), "cache": cache}


def cases_conv_backward(rng):
    cache, _ = _cache(HAND)
    dZ = np.array([[1.0, 0.0], [0.0, 2.0]]).reshape(1, 2, 2, 1)
    yield Case("one picture by hand", {"dZ": dZ, "cache": cache}, visible=True)
    yield Case("any batch", _back(rng, 3, 6, 5, 2, 3, 4), core=True)
    yield Case("any batch", _back(rng, 2, 5, 7, 3, 2, 2), core=True)
    yield Case("padding", _back(rng, 2, 4, 5, 2, 3, 3, 1, 1), core=True)
    yield Case("a stride of 2", _back(rng, 2, 7, 9, 2, 3, 3, 2))
    yield Case("a stride that leaves a rest", _back(rng, 2, 8, 6, 1, 3, 2, 3, 1))
    yield Case("one picture", _back(rng, 1, 6, 6, 3, 3, 2, 1, 1))
    yield Case("a filter of 1 × 1", _back(rng, 2, 3, 4, 5, 1, 3))
    yield Case("a filter as large as the picture", _back(rng, 3, 4, 4, 2, 4, 3))
    yield Case("as many channels in as out", _back(rng, 2, 5, 5, 3, 3, 3, 1, 1))
    yield Case("single precision", _single(_back(rng, 2, 5, 6, 2, 3, 3, 1, 1)))
    none = _back(rng, 2, 5, 5, 2, 3, 2)
    yield Case("no error: no slope", none | {"dZ": 0 * none["dZ"]})


BLOCKS = np.array([[1.0, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2]])


def cases_pool_forward(rng):
    yield Case(
        "the course's 4 × 4 example", {"A": BLOCKS.reshape(1, 4, 4, 1)}, visible=True
    )
    yield Case("any batch", {"A": rng.normal(size=(3, 4, 6, 2))}, core=True)
    yield Case("any batch", {"A": rng.normal(size=(2, 6, 4, 5))}, core=True)
    yield Case("an odd height and width", {"A": rng.normal(size=(2, 5, 7, 3))})
    yield Case("negative numbers only", {"A": -rng.uniform(1, 4, (2, 4, 4, 2))})
    yield Case("one block", {"A": rng.normal(size=(1, 2, 2, 1))})
    equal = rng.integers(0, 3, (2, 4, 6, 2)).astype(float)
    yield Case("equal numbers in a block", {"A": equal})
    yield Case(
        "single precision", {"A": rng.normal(size=(2, 4, 4, 3)).astype(np.float32)}
    )
    cut = rng.normal(size=(4, 8, 6, 4))[::2, ::-1, :, 1:]
    yield Case("cut from a larger array", {"A": cut})
    yield Case("12 × 14 pixels", {"A": rng.normal(size=(2, 12, 14, 3))})


def _pooled(rng, m, n_H, n_W, c):
    A = rng.normal(size=(m, n_H, n_W, c))
    return {"dM": rng.normal(size=(m, n_H // 2, n_W // 2, c)), "A": A}


def cases_pool_backward(rng):
    dM = np.array([[1.0, 2], [3, 4]]).reshape(1, 2, 2, 1)
    yield Case(
        "the course's 4 × 4 example",
        {"dM": dM, "A": BLOCKS.reshape(1, 4, 4, 1)},
        visible=True,
    )
    yield Case("any batch", _pooled(rng, 3, 4, 6, 2), core=True)
    yield Case("any batch", _pooled(rng, 2, 6, 4, 5), core=True)
    tied = _pooled(rng, 3, 4, 6, 2)
    tied["A"] = rng.integers(0, 3, tied["A"].shape).astype(float)
    yield Case("equal maxima: the first takes all", tied)
    flat = _pooled(rng, 2, 4, 4, 2)
    yield Case("all numbers equal: top left", flat | {"A": np.full((2, 4, 4, 2), 2.5)})
    yield Case("an odd height and width: no slope there", _pooled(rng, 2, 5, 7, 3))
    minus = _pooled(rng, 2, 4, 4, 2)
    yield Case("negative numbers only", minus | {"A": -np.abs(minus["A"]) - 1})
    yield Case("one block", _pooled(rng, 1, 2, 2, 1))
    yield Case("single precision", _single(_pooled(rng, 2, 4, 4, 3)))
    yield Case("12 × 14 pixels", _pooled(rng, 2, 12, 14, 3))


def _start(rng, input_shape, f, filters, units):
    args = {"input_shape": input_shape, "f": f, "filters": filters, "units": units}
    return args | {"rng": Rng(int(rng.integers(1, 10**6)))}


def cases_initialize_convnet(rng):
    yield Case(
        "one filter, two units", _start(rng, (4, 4, 1), 3, [1], [2]), visible=True
    )
    yield Case("any net", _start(rng, (8, 6, 3), 3, [4, 5], [7, 2]), core=True)
    yield Case("any net", _start(rng, (12, 8, 2), 5, [3], [6]), core=True)
    yield Case("an odd height and width", _start(rng, (11, 7, 3), 3, [2, 4], [5, 3]))
    yield Case("no convolution", _start(rng, (3, 4, 2), 3, [], [5, 4, 2]))
    yield Case("filters of 1 × 1", _start(rng, (4, 4, 3), 1, [2, 3], [2]))
    yield Case("three blocks", _start(rng, (16, 12, 1), 3, [2, 3, 4], [10]))


def _net(rng, input_shape, f, filters, units, bias=0.3):
    """Parameters with biases that matter, in double precision."""
    n_H, n_W, c = input_shape
    p: dict[str, np.ndarray] = {}
    for n in filters:
        k = len(p) // 2 + 1
        p[f"W{k}"] = rng.normal(size=(f, f, c, n)) * np.sqrt(2 / (f * f * c))
        p[f"b{k}"] = bias * rng.normal(size=(1, 1, 1, n))
        n_H, n_W, c = n_H // 2, n_W // 2, n
    n_prev = n_H * n_W * c
    for n in units:
        k = len(p) // 2 + 1
        p[f"W{k}"] = rng.normal(size=(n, n_prev)) * np.sqrt(2 / n_prev)
        p[f"b{k}"] = bias * rng.normal(size=(n, 1))
        n_prev = n
    return p


def _picture_net(rng, m, *sizes, scale=1.0):
    X = scale * rng.normal(size=(m, *sizes[0]))
    return {"X": X, "parameters": _net(rng, *sizes)}


TINY_X = np.array([[0.0, 1, 2, 0], [1, 3, 0, 1], [2, 0, 1, 1], [0, 1, 0, 2]])
TINY = {
    "W1": np.array([[0.0, 0, 0], [0, 2, 0], [0, 0, -1]]).reshape(3, 3, 1, 1),
    "b1": np.zeros((1, 1, 1, 1)),
    "W2": np.array([[1.0, 0, 0, -1], [0, 0.5, 1, 0]]),
    "b2": np.array([[0.0], [-1.0]]),
}


def cases_convnet_forward(rng):
    tiny = {"X": TINY_X.reshape(1, 4, 4, 1), "parameters": TINY}
    yield Case("one picture by hand", tiny, visible=True, alias=True)
    general = "one or two blocks"
    yield Case(
        general, _picture_net(rng, 3, (6, 4, 2), 3, [3], [2]), core=True, alias=True
    )
    yield Case(
        general,
        _picture_net(rng, 2, (6, 8, 1), 3, [2, 3], [5, 4]),
        core=True,
        alias=True,
    )
    yield Case(
        "no block: fully connected",
        _picture_net(rng, 4, (2, 3, 2), 3, [], [4, 3]),
        alias=True,
    )
    yield Case("one picture", _picture_net(rng, 1, (4, 4, 2), 3, [2], [2]), alias=True)
    yield Case(
        "filters of 5 × 5, an odd height and width",
        _picture_net(rng, 2, (5, 7, 1), 5, [2], [3]),
        alias=True,
    )
    far = _picture_net(rng, 2, (4, 4, 1), 3, [2], [3], scale=4000.0)
    yield Case("very large scores: no overflow", far, alias=True)
    yield Case(
        "single precision",
        _single(_picture_net(rng, 2, (4, 6, 2), 3, [3], [3])),
        alias=True,
    )


def _forward(X, p):
    """Caches and probabilities of a net."""
    A, caches, L = X, [], len(p) // 2
    for k in range(1, L + 1):
        W, b = p[f"W{k}"], p[f"b{k}"]
        if W.ndim == 4:
            conv = {"A_prev": A, "W": W, "b": b, "stride": 1, "pad": W.shape[0] // 2}
            cache, shape = _cache(conv)
            Z = np.einsum("pk,kn->pn", cache[0], W.reshape(-1, W.shape[3]))
            A = np.maximum(Z.reshape(shape) + b, 0)
            caches.append((cache, A))
            m, n_H, n_W, c = shape
            A = A[:, : n_H // 2 * 2, : n_W // 2 * 2]
            A = A.reshape(m, n_H // 2, 2, n_W // 2, 2, c).max(axis=(2, 4))
        else:
            A = A.reshape(len(A), -1).T if A.ndim == 4 else A
            caches.append((A, W))
            Z = W @ A + b
            A = np.maximum(Z, 0)
    T = np.exp(Z - Z.max(axis=0))
    return T / T.sum(axis=0), caches


def _labels(rng, n_y, m):
    y = rng.integers(0, n_y, m)
    return (np.arange(n_y)[:, None] == y).astype(float)


def _way_back(rng, m, *sizes):
    args = _picture_net(rng, m, *sizes)
    A, caches = _forward(args["X"], args["parameters"])
    return {"A": A, "Y": _labels(rng, len(A), m), "caches": caches}


def cases_convnet_backward(rng):
    A, caches = _forward(TINY_X.reshape(1, 4, 4, 1), TINY)
    A = np.array([[0.75], [0.25]])
    tiny = {"A": A, "Y": np.array([[1.0], [0.0]]), "caches": caches}
    yield Case("one picture by hand", tiny, visible=True)
    general = "one or two blocks"
    yield Case(general, _way_back(rng, 3, (6, 4, 2), 3, [3], [2]), core=True)
    yield Case(general, _way_back(rng, 2, (6, 8, 1), 3, [2, 3], [5, 4]), core=True)
    yield Case("no block: fully connected", _way_back(rng, 4, (2, 3, 2), 3, [], [4, 3]))
    yield Case("one picture", _way_back(rng, 1, (4, 4, 2), 3, [2], [2]))
    odd = _way_back(rng, 2, (5, 7, 1), 5, [2], [3])
    yield Case("filters of 5 × 5, an odd height and width", odd)
    sure = _way_back(rng, 3, (4, 4, 1), 3, [2], [3])
    yield Case(
        "all answers right and certain: no slope", sure | {"A": sure["Y"].copy()}
    )
    yield Case("three blocks", _way_back(rng, 2, (8, 8, 2), 3, [2, 2, 3], [2]))
    yield Case("single precision", _single(_way_back(rng, 2, (4, 6, 2), 3, [3], [3])))


def _batches(rng, m, size, shape=(2, 3, 1), n_y=3):
    return {
        "X": rng.normal(size=(m, *shape)),
        "Y": _labels(rng, n_y, m) * np.arange(1.0, m + 1),  # each label is known again
        "batch_size": size,
        "rng": Rng(int(rng.integers(1, 10**6))),
    }


def cases_image_batches(rng):
    by_hand = {
        "X": np.arange(5.0).reshape(5, 1, 1, 1),
        "Y": np.arange(5.0).reshape(1, 5),
        "batch_size": 2,
        "rng": Rng(3),
    }
    yield Case("five pictures that are their own labels", by_hand, visible=True)
    yield Case("the last batch is smaller", _batches(rng, 11, 4), core=True)
    yield Case("the size divides m", _batches(rng, 12, 3, (3, 2, 2)), core=True)
    yield Case("one picture a batch", _batches(rng, 3, 1))
    yield Case("one batch for all", _batches(rng, 7, 7))
    yield Case("a batch larger than the set", _batches(rng, 5, 64))
    yield Case("one picture", _batches(rng, 1, 4))
    yield Case("single precision", _single(_batches(rng, 9, 4)))


def _epoch(rng, m, size, *sizes, rate=0.01, t=0, same=False):
    """Arguments of one epoch, from the start or in the middle of a training."""
    args = _picture_net(rng, m, *sizes)
    p, n_y = args["parameters"], sizes[3][-1]
    v = {"d" + name: 0.1 * rng.normal(size=w.shape) * (t > 0) for name, w in p.items()}
    s = {"d" + name: rng.uniform(0.1, 0.4, w.shape) * (t > 0) for name, w in p.items()}
    return {
        "X": args["X"],
        "Y": _labels(rng, n_y, m),
        "parameters": p,
        "state": (v, s, t),
        "batch_size": size,
        "learning_rate": rate,
        "rng": Rng(int(rng.integers(1, 10**6))),
    }


def cases_train_epoch(rng):
    tiny = _epoch(rng, 3, 2, (2, 2, 1), 1, [1], [2], t=1)
    yield Case("three pictures, two steps", tiny, visible=True)
    later = "in the middle of a training"
    yield Case(later, _epoch(rng, 7, 3, (4, 4, 2), 3, [2], [3], t=5), core=True)
    yield Case(later, _epoch(rng, 5, 2, (4, 6, 1), 3, [3], [2], t=9), core=True)
    first = _epoch(rng, 6, 4, (4, 4, 1), 3, [2], [3])
    yield Case("the first epoch", first)
    yield Case("one picture", _epoch(rng, 1, 4, (4, 4, 2), 3, [2], [3], t=4))
    single = _epoch(rng, 6, 4, (4, 4, 1), 3, [2], [3], t=2)
    yield Case("single precision", _single(single))


def cases_decisions(rng):
    yield Case("answers")
