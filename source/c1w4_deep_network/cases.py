"""Inputs on which the functions of the deep network are judged."""

import numpy as np

from helpers.checks import Case, Rng

HINTS = {
    "expected_shapes": "Which two layers does W connect, and which arrays have a "
    "column per example? W (n, n_prev), b (n, 1), Z and A (n, m).",
    "initialize_deep": "How many inputs does one unit of this layer add up? "
    "W = standard normal numbers · √(2 / n_prev), b = 0.",
    "linear_forward": "Which product of (n, n_prev) and (n_prev, m) is (n, m)? "
    "Z = W A_prev + b, b to every column.",
    "activation_forward": "What will the way back ask for: Z or A? A = g(Z), and "
    "cache = (A_prev, W, b, Z).",
    "deep_forward": "What goes into layer l, and which layer is the last? "
    "A0 = X, Al = g(Wl A(l-1) + bl), g = ReLU for l < L, σ for l = L.",
    "linear_backward": "Write the shapes beside each line. dW = (1/m) dZ A_prevᵀ, "
    "db = (1/m) Σ dZ over the examples, dA_prev = Wᵀ dZ.",
    "activation_backward": "On which side of the bend was the unit in the forward "
    "pass? dZ = dA ⊙ g'(Z), and for ReLU g'(z) is 1 for z > 0, else 0.",
    "deep_backward": "With which layer does the way back begin, and what does layer "
    "l + 1 hand to layer l? dZL = AL - Y, then dA(l) from layer l + 1.",
    "update_parameters": "Which gradient belongs to W2? θ := θ - α dθ for every name.",
    "xor_tree": "How many rows are left after one level, if n is odd? Half of the "
    "even part, and the one without a partner: ⌈n / 2⌉.",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _net(rng, dims, scale=1.0):
    """Parameters of a network, biases included."""
    parameters = {}
    for k in range(1, len(dims)):
        W = scale * rng.normal(size=(dims[k], dims[k - 1])) / np.sqrt(dims[k - 1])
        parameters[f"W{k}"] = W
        parameters[f"b{k}"] = 0.5 * rng.normal(size=(dims[k], 1))
    return parameters


def _labels(rng, m):
    Y = rng.integers(0, 2, (1, m))
    if m > 1:
        Y[0, rng.permutation(m)[:2]] = [0, 1]
    return Y


def _pass(X, parameters):
    """Activations of the last layer, and the caches."""
    A, caches, L = X, [], len(parameters) // 2
    for k in range(1, L + 1):
        W, b = parameters[f"W{k}"], parameters[f"b{k}"]
        Z = W @ A + b
        caches.append((A, W, b, Z))
        A = np.maximum(Z, 0) if k < L else 0.5 * (1 + np.tanh(Z / 2))
    return A, caches


def _single(value):
    """The same arrays in single precision."""
    if isinstance(value, dict):
        return {key: _single(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_single(part) for part in value)
    return value.astype(np.float32) if isinstance(value, np.ndarray) else value


def cases_expected_shapes(rng):
    yield Case("one hidden layer", {"layer_dims": [2, 3, 1], "m": 4}, visible=True)
    for dims in ([3, 5, 5, 3, 1], [4, 2, 6]):
        m = int(rng.integers(7, 20))
        yield Case("any network", {"layer_dims": dims, "m": m}, core=True)
    yield Case("five layers", {"layer_dims": [2, 3, 5, 4, 2, 1], "m": 9})
    yield Case("one layer: logistic regression", {"layer_dims": [12288, 1], "m": 209})
    yield Case("one example", {"layer_dims": [5, 4, 3, 1], "m": 1})
    yield Case("several outputs", {"layer_dims": [6, 8, 10], "m": 3})


def cases_initialize_deep(rng):
    yield Case(
        "one hidden layer", {"layer_dims": [2, 3, 1], "rng": Rng(1)}, visible=True
    )
    for dims in ([3, 5, 4, 1], [4, 2, 6]):
        seed = int(rng.integers(1000))
        args = {"layer_dims": dims, "rng": Rng(seed)}
        yield Case("any network", args, core=True)
    yield Case("one layer", {"layer_dims": [7, 1], "rng": Rng(8)})
    yield Case("four layers", {"layer_dims": [3, 5, 5, 3, 1], "rng": Rng(12)})
    yield Case("layers of equal width", {"layer_dims": [4, 4, 4], "rng": Rng(5)})
    yield Case("wide layers", {"layer_dims": [150, 12, 7, 1], "rng": Rng(3)})
    yield Case("layers of one unit", {"layer_dims": [1, 1, 1], "rng": Rng(9)})


def _layer(rng, n_prev, n, m):
    return {
        "A_prev": rng.normal(size=(n_prev, m)),
        "W": rng.normal(size=(n, n_prev)),
        "b": rng.normal(size=(n, 1)),
    }


def _by_hand():
    """Z = [[-1, 1], [2, 0.5], [1, -1]]: no zero, both sides of the bend."""
    return {
        "A_prev": np.array([[1.0, 2.0], [1.0, 1.0]]),
        "W": np.array([[2.0, -1.0], [-1.5, 1.0], [-2.0, 3.0]]),
        "b": np.array([[-2.0], [2.5], [0.0]]),
    }


def cases_linear_forward(rng):
    yield Case("two inputs, three units, by hand", _by_hand(), visible=True)
    yield Case("any layer", _layer(rng, 3, 5, 4), core=True)
    yield Case("any layer", _layer(rng, 6, 2, 7), core=True)
    yield Case("as many units as examples", _layer(rng, 3, 4, 4))
    yield Case("all sizes equal", _layer(rng, 4, 4, 4))
    yield Case("one unit", _layer(rng, 5, 1, 6))
    yield Case("one example", _layer(rng, 4, 3, 1))
    yield Case("one input", _layer(rng, 1, 3, 5))
    yield Case("3000 inputs", _layer(rng, 3000, 4, 12))
    yield Case("single precision", _single(_layer(rng, 5, 4, 6)))
    large = _layer(rng, 5, 6, 4)
    views = {"A_prev": rng.normal(size=(10, 8))[::2, ::-2], "W": large["W"].T.copy().T}
    yield Case("every other row of a larger array", large | views)


def cases_activation_forward(rng):
    yield Case(
        "ReLU by hand", _by_hand() | {"activation": "relu"}, visible=True, alias=True
    )
    for name in ("relu", "sigmoid"):
        for sizes in ((3, 5, 4), (6, 2, 7)):
            args = _layer(rng, *sizes) | {"activation": name}
            yield Case("any layer", args, core=True, alias=True)
    for sizes in ((3, 5, 4), (4, 4, 4)):
        args = _layer(rng, *sizes) | {"activation": "tanh"}
        yield Case("tanh", args, alias=True)
    for name in ("relu", "sigmoid"):
        args = _layer(rng, 4, 3, 1) | {"activation": name}
        yield Case("one example", args, alias=True)
    far = _layer(rng, 3, 4, 6) | {"activation": "sigmoid"}
    far["b"] = np.array([[900.0], [-900.0], [40.0], [-40.0]])
    yield Case("sigmoid far out: near 0 or 1, not nan", far, alias=True)
    for name in ("relu", "sigmoid", "tanh"):
        args = _single(_layer(rng, 5, 4, 6)) | {"activation": name}
        yield Case("single precision", args, alias=True)
    large = _layer(rng, 60, 5, 11) | {"activation": "relu"}
    yield Case("60 inputs", large, alias=True)


def _forward(rng, dims, m):
    return {"X": rng.normal(size=(dims[0], m)), "parameters": _net(rng, dims)}


def cases_deep_forward(rng):
    by_hand = {
        "X": np.array([[1.0, 2.0], [1.0, 1.0]]),
        "parameters": {
            "W1": np.array([[1.0, 1.0], [1.0, -3.0]]),
            "b1": np.array([[-1.0], [0.0]]),
            "W2": np.array([[1.0, 1.0]]),
            "b2": np.array([[-1.0]]),
        },
    }
    yield Case("two layers by hand", by_hand, visible=True, alias=True)
    for dims, m in (([3, 5, 4, 1], 6), ([4, 3, 5, 2, 1], 3)):
        yield Case("any network", _forward(rng, dims, m), core=True, alias=True)
    yield Case("one layer", _forward(rng, [5, 1], 7), alias=True)
    yield Case("two layers", _forward(rng, [2, 4, 1], 9), alias=True)
    yield Case("equal widths", _forward(rng, [4, 4, 4], 4), alias=True)
    yield Case("one example", _forward(rng, [3, 4, 2, 1], 1), alias=True)
    shuffled = _forward(rng, [3, 5, 4, 1], 6)
    pairs = list(shuffled["parameters"].items())
    shuffled["parameters"] = {
        pairs[k][0]: pairs[k][1] for k in rng.permutation(len(pairs))
    }
    yield Case("parameters in any order", shuffled, alias=True)
    single = _single(_forward(rng, [4, 6, 3, 1], 8))
    yield Case("single precision", single, alias=True)


def _back(rng, n_prev, n, m):
    return {
        "dZ": rng.normal(size=(n, m)),
        "A_prev": rng.normal(size=(n_prev, m)),
        "W": rng.normal(size=(n, n_prev)),
    }


def cases_linear_backward(rng):
    by_hand = {
        "dZ": np.array([[1.0, -2.0], [0.0, 4.0]]),
        "A_prev": np.array([[1.0, 3.0], [2.0, 0.0], [0.0, 1.0]]),
        "W": np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0]]),
    }
    yield Case("two examples by hand", by_hand, visible=True)
    yield Case("any layer", _back(rng, 3, 5, 4), core=True)
    yield Case("any layer", _back(rng, 6, 2, 7), core=True)
    yield Case("all sizes equal", _back(rng, 4, 4, 4))
    yield Case("one example", _back(rng, 4, 3, 1))
    yield Case("one unit", _back(rng, 5, 1, 6))
    twice = _back(rng, 3, 4, 5)
    twice |= {key: np.hstack([twice[key]] * 2) for key in ("dZ", "A_prev")}
    yield Case("the same set twice over: the same slopes", twice)
    yield Case("as many units as examples", _back(rng, 2, 6, 6))
    yield Case("60 inputs", _back(rng, 60, 3, 10))
    yield Case("single precision", _single(_back(rng, 5, 4, 6)))
    order = _back(rng, 4, 3, 6)
    order = {key: np.asfortranarray(value) for key, value in order.items()}
    yield Case("Fortran order", order)


def _cache(rng, n_prev, n, m, shift=0.0):
    """Slopes and cache of a layer, with no Z near the bend at 0."""
    layer = _layer(rng, n_prev, n, m)
    Z = layer["W"] @ layer["A_prev"] + layer["b"] + shift
    b = layer["b"] + shift
    cache = (layer["A_prev"], layer["W"], b, Z)
    return {"dA": rng.normal(size=(n, m)), "cache": cache}


def cases_activation_backward(rng):
    parts = _by_hand()
    Z = np.array([[-1.0, 1.0], [2.0, 0.5], [1.0, -1.0]])
    cache = (parts["A_prev"], parts["W"], parts["b"], Z)
    dA = np.array([[2.0, 2.0], [4.0, 6.0], [1.0, 3.0]])
    args = {"dA": dA, "cache": cache, "activation": "relu"}
    yield Case("ReLU by hand", args, visible=True)
    for name in ("relu", "sigmoid"):
        for sizes in ((3, 5, 4), (6, 2, 7)):
            args = _cache(rng, *sizes) | {"activation": name}
            yield Case("any layer", args, core=True)
    for sizes in ((3, 5, 4), (4, 4, 4)):
        yield Case("tanh", _cache(rng, *sizes) | {"activation": "tanh"})
    zero = _cache(rng, 3, 4, 5)
    A_prev, W, _, _ = zero["cache"]
    b = -(W @ A_prev[:, :1])
    Z = W @ A_prev + b
    Z[:, 0] = 0.0
    zero |= {"cache": (A_prev, W, b, Z), "activation": "relu"}
    yield Case("ReLU at exactly 0: slope 0", zero)
    for name in ("relu", "sigmoid", "tanh"):
        yield Case("one example", _cache(rng, 4, 3, 1) | {"activation": name})
    far = _cache(rng, 3, 4, 6, np.array([[800.0], [-800.0], [5.0], [-5.0]]))
    yield Case("sigmoid far out: slope 0, not nan", far | {"activation": "sigmoid"})
    dead = _cache(rng, 3, 4, 6, -100.0)
    yield Case("no unit is awake: nothing comes back", dead | {"activation": "relu"})
    for name in ("relu", "sigmoid", "tanh"):
        args = _single(_cache(rng, 5, 4, 6)) | {"activation": name}
        yield Case("single precision", args)


def _backward(rng, dims, m, scale=1.0):
    AL, caches = _pass(rng.normal(size=(dims[0], m)), _net(rng, dims, scale))
    return {"AL": AL, "Y": _labels(rng, m), "caches": caches}


def cases_deep_backward(rng):
    X = np.array([[1.0, 2.0], [1.0, 1.0]])
    A1, W1 = np.array([[1.0, 2.0], [0.0, 0.0]]), np.array([[1.0, 1.0], [1.0, -3.0]])
    first = (X, W1, np.array([[-1.0], [0.0]]), np.array([[1.0, 2.0], [-2.0, -1.0]]))
    last = (A1, np.array([[1.0, 1.0]]), np.array([[-1.0]]), np.array([[0.0, 1.0]]))
    AL = np.array([[0.5, 1 / (1 + np.exp(-1))]])
    args = {"AL": AL, "Y": np.array([[1, 0]]), "caches": [first, last]}
    yield Case("two layers by hand", args, visible=True)
    for dims, m in (([3, 5, 4, 1], 6), ([4, 3, 5, 2, 1], 8)):
        yield Case("any network", _backward(rng, dims, m, 1.5), core=True)
    yield Case("one layer", _backward(rng, [5, 1], 7))
    yield Case("two layers", _backward(rng, [2, 4, 1], 9))
    yield Case("equal widths", _backward(rng, [4, 4, 4, 4, 1], 6, 1.5))
    yield Case("one example", _backward(rng, [3, 6, 5, 1], 1, 1.5))
    sure = _backward(rng, [3, 5, 4, 1], 6, 1.5)
    A_prev, W, b, Z = sure["caches"][-1]
    Z = Z + np.array([[900.0, -900.0, 0.0, 900.0, -900.0, 0.0]])
    AL = np.where(np.abs(Z) > 100, Z > 0, 0.5 * (1 + np.tanh(Z / 2)))
    sure["caches"][-1] = (A_prev, W, b, Z)
    sure |= {"AL": AL, "Y": np.array([[1, 0, 1, 0, 1, 0]])}
    yield Case("certain answers, right and wrong: finite", sure)
    yield Case("single precision", _single(_backward(rng, [4, 6, 3, 1], 8, 1.5)))
    yield Case("60 inputs, 40 examples", _backward(rng, [60, 9, 5, 1], 40, 1.5))


def _step(rng, dims, rate):
    parameters = _net(rng, dims)
    grads = {"d" + key: rng.normal(size=W.shape) for key, W in parameters.items()}
    return {"parameters": parameters, "grads": grads, "learning_rate": rate}


def cases_update_parameters(rng):
    by_hand = {
        "parameters": {"W1": np.array([[1.0, 2.0]]), "b1": np.array([[3.0]])},
        "grads": {"dW1": np.array([[10.0, -10.0]]), "db1": np.array([[2.0]])},
        "learning_rate": 0.1,
    }
    yield Case("one layer by hand", by_hand, visible=True)
    yield Case("any network", _step(rng, [3, 5, 4, 1], 0.3), core=True)
    yield Case("any network", _step(rng, [2, 4, 1], 0.07), core=True)
    yield Case("a learning rate of 0: nothing moves", _step(rng, [3, 4, 1], 0.0))
    yield Case("a learning rate above 1", _step(rng, [2, 3, 3, 1], 2.5))
    many = _step(rng, [3, 4, 1], 0.4)
    many["grads"] = dict(reversed(list(many["grads"].items())))
    yield Case("gradients in any order", many)
    yield Case("single precision", _single(_step(rng, [4, 6, 1], 0.3)))


def cases_xor_tree(rng):
    four = np.array([[0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]])
    yield Case("four bits by hand", {"X": four}, visible=True)
    three = np.array([[0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]])
    yield Case("three bits: one waits", {"X": three}, visible=True)
    for n, m in ((8, 12), (16, 9)):
        yield Case("any bits", {"X": rng.integers(0, 2, (n, m))}, core=True)
    pairs = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
    yield Case("two bits: one gate", {"X": pairs})
    for n in (5, 6, 7, 11):
        yield Case("not a power of two", {"X": rng.integers(0, 2, (n, 10))})
    yield Case("one bit: no gate", {"X": np.array([[0, 1, 1]])}, alias=True)
    yield Case("one example", {"X": np.array([[1], [1], [0], [1]])})
    yield Case("100 bits, 40 examples", {"X": rng.integers(0, 2, (100, 40))})
    yield Case("bits as floats", {"X": rng.integers(0, 2, (9, 8)).astype(float)})
    views = rng.integers(0, 2, (20, 12))[::-2, ::3]
    yield Case("rows cut from a larger array", {"X": views})


def cases_decisions(rng):
    yield Case("answers")
