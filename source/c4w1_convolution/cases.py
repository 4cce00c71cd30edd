"""Inputs on which the functions of convolution and pooling are judged."""

import numpy as np

from helpers.checks import Case

HINTS = {
    "zero_pad": "Which two of the four axes grow, and by how much on each side? "
    "(m, n_H, n_W, n_C) → (m, n_H + 2p, n_W + 2p, n_C)",
    "conv_output_size": "How far can the window move from its first place, and how "
    "many whole steps fit into that? ⌊(n + 2p - f) / s⌋ + 1",
    "convolve": "Where does the window of output (h, w) begin? At row h s, column w s "
    "of the padded picture; out[h, w] = Σ_ij window_ij kernel_ij",
    "conv_forward": "Over which axes goes the sum of one output? Over rows, columns "
    "and channels of the window: Z[i, h, w, c] = Σ window ⊙ W[:, :, :, c] + b_c",
    "count_conv_parameters": "How many numbers has one filter, and what comes on top? "
    "(f f n_C_prev + 1) n_C",
    "conv_backward": "Which inputs did output (i, h, w, c) use, each with which "
    "weight? window of dA_prev: += W_c dZ; dW_c: += window dZ; db_c: += dZ.",
    "pool_forward": "Do the channels meet in pooling? No: the maximum or mean goes "
    "over the rows and columns of a window only, (m, f, f, n_C) → (m, n_C).",
    "pool_backward": "What if an entry lies in two windows? Its slope is the sum of "
    "what both give: dA_prev[window] = Σ over windows of share · dA.",
    "im2col": "What shape has the array of all windows before its axes are joined? "
    "(m, n_H, n_W, f, f, n_C) → (m n_H n_W, f f n_C)",
    "conv_forward_columns": "Which reshape of W stands its numbers in the order of a "
    "row of the matrix? (f f n_C_prev, n_C), and Z = columns · that + b.",
    "conv_forward_windows": "Which axes of the view meet which axes of W? "
    "(m, n_H, n_W, n_C_prev, f, f) and (f, f, n_C_prev, n_C): sum over three of them.",
    "conv_nd": "How many axes has the view of the windows? "
    "1 + d + 1 + d: (m, n_1 - f + 1, ..., n_C_prev, f, ..., f)",
    "decisions": "Read the section named in brackets behind the question again.",
}

BY_HAND = np.array(
    [
        [3.0, 0, 1, 2, 7, 4],
        [1, 5, 8, 9, 3, 1],
        [2, 7, 2, 5, 1, 3],
        [0, 1, 3, 1, 7, 8],
        [4, 2, 1, 6, 2, 8],
        [2, 4, 5, 2, 3, 9],
    ]
)
VERTICAL = np.array([[1.0, 0, -1]] * 3)
POOL = np.array([[1.0, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2]])


def _normal(rng, *shape):
    return rng.normal(0.0, 1.3, shape)


def _single(args):
    """The same arguments with arrays in single precision."""
    if isinstance(args, np.ndarray):
        return args.astype(np.float32)
    if isinstance(args, tuple):
        return tuple(_single(part) for part in args)
    if isinstance(args, dict):
        return {name: _single(part) for name, part in args.items()}
    return args


def cases_zero_pad(rng):
    tiny = np.arange(1.0, 5.0).reshape(1, 2, 2, 1)
    yield Case("one picture of 2 × 2 pixels", {"X": tiny, "pad": 1}, visible=True)
    for shape, pad in (((2, 1, 3, 2), 1), ((2, 2, 1, 1), 2)):
        args = {"X": _normal(rng, *shape), "pad": pad}
        yield Case("any pictures", args, core=True)
    yield Case("no border", {"X": _normal(rng, 2, 3, 4, 2), "pad": 0})
    yield Case("one picture", {"X": _normal(rng, 1, 4, 2, 2), "pad": 3})
    yield Case("all sizes equal", {"X": _normal(rng, 2, 2, 2, 2), "pad": 1})
    yield Case("one pixel", {"X": _normal(rng, 1, 1, 1, 2), "pad": 2})
    single = {"X": _normal(rng, 2, 3, 4, 1), "pad": 1}
    yield Case("single precision", _single(single))
    every = _normal(rng, 4, 4, 4, 2)[::2, 1::2, ::-2]
    yield Case("pictures cut from a larger array", {"X": every, "pad": 1})
    whole = rng.integers(1, 256, (1, 2, 3, 2))
    yield Case("whole numbers", {"X": whole, "pad": 1})


def _size(n, f, pad, stride):
    return {"n": n, "f": f, "pad": pad, "stride": stride}


def cases_conv_output_size(rng):
    yield Case("6 and 3: four places", _size(6, 3, 0, 1), visible=True)
    yield Case("7 and 3 in steps of 2: three places", _size(7, 3, 0, 2), visible=True)
    for n, f, pad, stride in ((39, 5, 0, 2), (20, 3, 1, 1), (14, 5, 2, 3)):
        yield Case("any sizes", _size(n, f, pad, stride), core=True)
    for f in (3, 5, 7):
        args = _size(int(rng.integers(8, 40)), f, (f - 1) // 2, 1)
        yield Case("same padding keeps the size", args)
    for n, f, stride in ((227, 11, 4), (224, 11, 4), (37, 5, 2), (10, 3, 4)):
        yield Case("a step that leaves some pixels over", _size(n, f, 0, stride))
    yield Case("a window as large as the picture", _size(5, 5, 0, 1))
    yield Case("a window as large as the picture", _size(3, 7, 2, 3))
    yield Case("an even window", _size(6, 2, 0, 2))
    yield Case("an even window", _size(9, 4, 1, 2))
    yield Case("a window of one pixel", _size(11, 1, 0, 3))
    yield Case("a window larger than the picture: ValueError", _size(4, 5, 0, 1))
    yield Case("a window larger than the picture: ValueError", _size(2, 7, 2, 2))


def _slide(image, kernel, stride=1, pad=0):
    return {"image": image, "kernel": kernel, "stride": stride, "pad": pad}


def cases_convolve(rng):
    yield Case("6 × 6 by hand, first -5", _slide(BY_HAND, VERTICAL), visible=True)
    edge = np.array([[10.0, 10, 10, 0, 0, 0]] * 6)
    yield Case("an edge, 0 30 30 0", _slide(edge, VERTICAL), visible=True)
    for shape, stride, pad in (((6, 8), 1, 0), ((7, 5), 2, 1), ((9, 7), 1, 2)):
        args = _slide(_normal(rng, *shape), _normal(rng, 3, 3), stride, pad)
        yield Case("any picture", args, core=True)
    args = _slide(_normal(rng, 7, 7), _normal(rng, 3, 3), 2)
    yield Case("7 × 7 in steps of 2", args)
    same = _slide(_normal(rng, 8, 6), _normal(rng, 5, 5), 1, 2)
    yield Case("same padding", same)
    for shape, stride in (((8, 6), 2), ((10, 9), 3)):
        args = _slide(_normal(rng, *shape), _normal(rng, 3, 3), stride)
        yield Case("a step that leaves some pixels over", args)
    yield Case("an even window", _slide(_normal(rng, 6, 5), _normal(rng, 2, 2), 2))
    yield Case("an even window", _slide(_normal(rng, 7, 6), _normal(rng, 4, 4), 1, 1))
    yield Case("a window of one pixel", _slide(_normal(rng, 4, 5), _normal(rng, 1, 1)))
    yield Case(
        "as large as the picture", _slide(_normal(rng, 4, 4), _normal(rng, 4, 4))
    )
    yield Case(
        "a step longer than the window",
        _slide(_normal(rng, 9, 8), _normal(rng, 2, 2), 4),
    )
    single = _slide(_normal(rng, 6, 7), _normal(rng, 3, 3), 1, 1)
    yield Case("single precision", _single(single))
    view = _slide(_normal(rng, 14, 6).T[::-1, ::2], _normal(rng, 3, 3).T)
    yield Case("transposed and reversed views", view)
    large = _slide(_normal(rng, 24, 18), _normal(rng, 5, 5), 2, 1)
    yield Case("24 × 18 pixels", large)
    ints = _slide(rng.integers(0, 256, (6, 6)), rng.integers(-3, 4, (3, 3)), 1, 1)
    yield Case("whole numbers", ints)


def _layer(rng, shape, f, n_C, stride=1, pad=0):
    return {
        "A_prev": _normal(rng, *shape),
        "W": _normal(rng, f, f, shape[3], n_C),
        "b": _normal(rng, 1, 1, 1, n_C),
        "stride": stride,
        "pad": pad,
    }


def _tiny_layer():
    """Two channels of 3 × 3, one filter of 2 × 2: 8 products for each output."""
    picture = np.array([[1.0, 0, 2], [0, 1, 0], [3, 0, 1]])
    W = np.array([[[1.0, 2], [0, 0]], [[0, 0], [-1, 1]]])  # (f, f, n_C_prev)
    return {
        "A_prev": np.stack([picture, 2 - picture], axis=-1)[None],
        "W": W[:, :, :, None],
        "b": np.full((1, 1, 1, 1), 0.5),
        "stride": 1,
        "pad": 0,
    }


def _layers(rng):
    """Titles and arguments that every way to write the forward pass must stand.

    Most arrays have 64 numbers or fewer: such are frozen in little space.
    """
    yield "padding and a step of 2", _layer(rng, (1, 6, 5, 2), 3, 3, 2, 1)
    yield "same padding", _layer(rng, (2, 4, 4, 2), 3, 2, 1, 1)
    yield "a step that leaves some pixels over", _layer(rng, (1, 8, 7, 1), 2, 3, 4)
    yield "an even window", _layer(rng, (1, 5, 4, 3), 2, 2, 1, 1)
    yield "one channel, one filter", _layer(rng, (3, 5, 4, 1), 3, 1)
    yield "1 × 1 windows", _layer(rng, (2, 4, 2, 4), 1, 3)
    yield "all sizes equal", _layer(rng, (2, 2, 2, 2), 2, 2, 2, 2)
    yield "as large as the picture", _layer(rng, (2, 4, 4, 2), 4, 2)
    yield "single precision", _single(_layer(rng, (1, 5, 6, 2), 3, 2, 1, 1))
    views = _layer(rng, (2, 5, 3, 2), 3, 2)
    views["A_prev"] = _normal(rng, 2, 6, 5, 4).transpose(0, 2, 1, 3)[:, :, ::2, ::-2]
    views["W"] = np.asfortranarray(views["W"])
    yield "views of larger arrays", views
    yield "12 × 10 pixels, a window of 5", _layer(rng, (2, 12, 10, 2), 5, 4, 2, 2)


def cases_conv_forward(rng):
    yield Case("two channels by hand", _tiny_layer(), visible=True, alias=True)
    for shape, f, n_C in (((2, 4, 4, 2), 3, 3), ((2, 5, 3, 2), 2, 4)):
        args = _layer(rng, shape, f, n_C)
        yield Case("any layer", args, core=True, alias=True)
    for title, args in _layers(rng):
        yield Case(title, args, alias=True)


def cases_conv_forward_columns(rng):
    yield Case("two channels by hand", _tiny_layer(), visible=True)
    for shape, f, n_C in (((2, 4, 4, 2), 3, 3), ((3, 5, 2, 2), 2, 4)):
        yield Case("any layer", _layer(rng, shape, f, n_C), core=True)
    for title, args in _layers(rng):
        yield Case(title, args)


def cases_conv_forward_windows(rng):
    yield Case("two channels by hand", _tiny_layer(), visible=True)
    for shape, f, n_C in (((2, 4, 4, 2), 3, 3), ((2, 3, 5, 2), 2, 3)):
        yield Case("any layer", _layer(rng, shape, f, n_C), core=True)
    for title, args in _layers(rng):
        yield Case(title, args)


def _count(f, n_C_prev, n_C):
    return {"f": f, "n_C_prev": n_C_prev, "n_C": n_C}


def cases_count_conv_parameters(rng):
    yield Case("one 3 × 3 filter on a grey picture", _count(3, 1, 1), visible=True)
    for f, n_C_prev, n_C in ((3, 3, 10), (5, 3, 6), (5, 6, 16)):
        yield Case("any layer", _count(f, n_C_prev, n_C), core=True)
    yield Case("a grey picture", _count(5, 1, 6))
    yield Case("1 × 1 windows", _count(1, 192, 32))
    yield Case("one filter", _count(7, 4, 1))
    yield Case("as many filters as channels", _count(3, 64, 64))
    n_C_prev, n_C = (int(n) for n in rng.integers(20, 90, 2))
    yield Case("many channels", _count(4, n_C_prev, n_C))
    yield Case("a large layer", _count(11, 384, 4096))


def _places(args):
    """Shape (m, n_H, n_W) of what a layer gives."""
    f, stride, pad = len(args["W"]), args["stride"], args["pad"]
    sizes = args["A_prev"].shape[1:3]
    n_H, n_W = ((n + 2 * pad - f) // stride + 1 for n in sizes)
    return len(args["A_prev"]), n_H, n_W


def _back(rng, args):
    dZ = _normal(rng, *_places(args), args["W"].shape[3])
    if args["W"].dtype == np.float32:
        dZ = dZ.astype(np.float32)
    cache = tuple(args[name] for name in ("A_prev", "W", "b", "stride", "pad"))
    return {"dZ": dZ, "cache": cache}


def cases_conv_backward(rng):
    tiny = _tiny_layer()
    one = {"dZ": np.array([[[[1.0], [0]], [[0], [0]]]])}
    cache = tuple(tiny.values())
    yield Case("one slope, in the first window", one | {"cache": cache}, visible=True)
    all_four = {"dZ": np.arange(1.0, 5.0).reshape(1, 2, 2, 1), "cache": cache}
    yield Case("four slopes by hand", all_four, visible=True)
    for shape, f, n_C in (((2, 4, 4, 2), 3, 3), ((2, 5, 3, 2), 2, 4)):
        yield Case("any layer", _back(rng, _layer(rng, shape, f, n_C)), core=True)
    for title, args in _layers(rng):
        yield Case(title, _back(rng, args))


def _pool(rng, shape, f, stride, mode):
    return {"A_prev": _normal(rng, *shape), "f": f, "stride": stride, "mode": mode}


def _pools(rng):
    """Titles and arguments of pooling, of one kind and the other by turns."""
    for mode in ("max", "average"):
        yield "overlapping windows, f = 3, s = 2", _pool(rng, (1, 5, 6, 2), 3, 2, mode)
        below = _pool(rng, (2, 4, 4, 2), 2, 2, mode)
        below["A_prev"] = below["A_prev"] - 9
        yield "all numbers below 0", below
    yield "overlapping windows, s = 1", _pool(rng, (2, 4, 4, 2), 2, 1, "max")
    yield "rows and columns left over", _pool(rng, (1, 7, 4, 1), 2, 3, "average")
    yield "as large as the picture", _pool(rng, (2, 4, 4, 2), 4, 1, "average")
    yield "1 × 1 windows", _pool(rng, (2, 3, 4, 2), 1, 1, "max")
    yield "single precision", _single(_pool(rng, (1, 6, 4, 2), 2, 2, "average"))
    view = _pool(rng, (2, 5, 3, 2), 3, 1, "max")
    view["A_prev"] = _normal(rng, 2, 6, 5, 3).transpose(0, 2, 1, 3)[:, ::-1, ::2, 1:]
    yield "views of larger arrays", view
    yield "12 × 10 pixels", _pool(rng, (2, 12, 10, 3), 3, 2, "max")


def cases_pool_forward(rng):
    for mode in ("max", "average"):
        args = {"A_prev": POOL[None, :, :, None], "f": 2, "stride": 2, "mode": mode}
        yield Case(f"4 × 4 by hand, {mode}", args, visible=True, alias=True)
    for mode in ("max", "average"):
        for shape, f in (((2, 6, 2, 2), 2), ((2, 3, 6, 1), 3)):
            args = _pool(rng, shape, f, f, mode)
            yield Case("any maps", args, core=True, alias=True)
    for title, args in _pools(rng):
        yield Case(title, args, alias=True)


def _pool_back(rng, args):
    f, stride = args["f"], args["stride"]
    m, *sizes, n_C = args["A_prev"].shape
    n_H, n_W = ((n - f) // stride + 1 for n in sizes)
    dA = _normal(rng, m, n_H, n_W, n_C).astype(args["A_prev"].dtype)
    return {"dA": dA, "cache": tuple(args.values())}


def cases_pool_backward(rng):
    dA = np.array([[1.0, 2], [3, 4]]).reshape(1, 2, 2, 1)
    for mode in ("max", "average"):
        cache = (POOL[None, :, :, None], 2, 2, mode)
        args = {"dA": dA, "cache": cache}
        yield Case(f"4 × 4 by hand, {mode}", args, visible=True)
    centre = np.array([[1.0, 3, 2], [4, 9, 5], [0, 7, 6]]).reshape(1, 3, 3, 1)
    args = {"dA": dA, "cache": (centre, 2, 1, "max")}
    yield Case("one winner in four windows: 1 + 2 + 3 + 4", args, visible=True)
    for mode in ("max", "average"):
        for shape, f, stride in (((2, 6, 2, 2), 2, 2), ((2, 3, 5, 2), 3, 2)):
            args = _pool_back(rng, _pool(rng, shape, f, stride, mode))
            yield Case("any maps, windows apart or overlapping", args, core=True)
    for title, args in _pools(rng):
        yield Case(title, _pool_back(rng, args))
    ties = _pool_back(rng, _pool(rng, (2, 4, 4, 2), 2, 2, "max"))
    flat = np.zeros((2, 4, 4, 2))
    flat[:, 1::2] = 1.0  # two equal ones in each window
    ties["cache"] = (flat, 2, 2, "max")
    yield Case("several largest ones: the first gets it all", ties)
    even = _pool_back(rng, _pool(rng, (1, 6, 6, 1), 3, 3, "max"))
    even["cache"] = (np.full((1, 6, 6, 1), 2.5), 3, 3, "max")
    yield Case("several largest ones: the first gets it all", even)


def _windows(rng, shape, f, stride):
    return {"X": _normal(rng, *shape), "f": f, "stride": stride}


def cases_im2col(rng):
    tiny = np.arange(9.0).reshape(1, 3, 3, 1)
    args = {"X": tiny, "f": 2, "stride": 1}
    yield Case("3 × 3 pixels, four windows", args, visible=True)
    for shape, f in (((2, 3, 2, 2), 2), ((2, 3, 4, 1), 3)):
        yield Case("any pictures", _windows(rng, shape, f, 1), core=True)
    yield Case("a step of 2", _windows(rng, (3, 5, 3, 1), 3, 2))
    yield Case("a step that leaves some pixels over", _windows(rng, (2, 6, 4, 1), 3, 2))
    yield Case("a step that leaves some pixels over", _windows(rng, (1, 6, 5, 2), 2, 3))
    yield Case("one picture", _windows(rng, (1, 3, 4, 2), 2, 1))
    yield Case("1 × 1 windows", _windows(rng, (2, 3, 2, 4), 1, 1))
    yield Case("as large as the picture", _windows(rng, (2, 4, 4, 2), 4, 1))
    yield Case("all sizes equal", _windows(rng, (2, 2, 2, 2), 2, 1))
    yield Case("a step longer than the window", _windows(rng, (2, 7, 8, 1), 2, 4))
    yield Case("single precision", _single(_windows(rng, (1, 4, 3, 2), 3, 1)))
    view = _windows(rng, (2, 3, 2, 2), 2, 1)
    view["X"] = _normal(rng, 2, 4, 3, 4).transpose(0, 2, 1, 3)[:, ::-1, ::2, ::2]
    yield Case("views of larger arrays", view)
    yield Case("12 × 10 pixels", _windows(rng, (2, 12, 10, 2), 4, 2))


def _axes(rng, sizes, f, n_C_prev, n_C, m=2):
    return {
        "A_prev": _normal(rng, m, *sizes, n_C_prev),
        "W": _normal(rng, *[f] * len(sizes), n_C_prev, n_C),
    }


def cases_conv_nd(rng):
    beat = np.array([1.0, 20, 15, 3, 18, 12, 4, 17]).reshape(1, 8, 1)
    kernel = np.array([1.0, 3, -2]).reshape(3, 1, 1)
    yield Case("a signal by hand", {"A_prev": beat, "W": kernel}, visible=True)
    for sizes, f in (((9,), 4), ((4, 3), 3), ((2, 4, 3), 2)):
        yield Case("one, two or three axes", _axes(rng, sizes, f, 2, 3), core=True)
    yield Case("14 places, 5 weights, 16 filters", _axes(rng, (14,), 5, 1, 16, 1))
    yield Case("14 places, 5 weights, 16 filters", _axes(rng, (10,), 5, 16, 4, 1))
    yield Case("three axes, 5 × 5 × 5, two filters", _axes(rng, (9, 8, 7), 5, 1, 2, 1))
    yield Case("one example", _axes(rng, (6, 5), 2, 3, 4, 1))
    yield Case("one channel, one filter", _axes(rng, (5, 4, 6), 3, 1, 1))
    yield Case("all sizes equal", _axes(rng, (3, 3), 3, 3, 3, 3))
    yield Case("windows of one place", _axes(rng, (4, 3), 1, 5, 2))
    yield Case("four axes", _axes(rng, (3, 4, 2, 3), 2, 2, 2, 1))
    yield Case("single precision", _single(_axes(rng, (5, 4), 3, 2, 3)))
    views = _axes(rng, (6,), 3, 2, 3)
    views["A_prev"] = _normal(rng, 4, 8, 12)[:2, ::4, ::-2].transpose(0, 2, 1)
    yield Case("views of larger arrays", views)


def cases_decisions(rng):
    yield Case("answers")
