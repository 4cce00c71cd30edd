"""Inputs on which the functions of initialization are judged."""

import numpy as np

from helpers.checks import Case, Rng

HINTS = {
    "initialize_zeros": "Which two sizes does the matrix between two layers have? "
    "W⁽ˡ⁾ is (n_l, n_{l-1}) and b⁽ˡ⁾ is (n_l, 1), for l = 1, ..., L.",
    "distinct_units": "What makes two units the same for every input? All weights and "
    "the bias: max_k |u_k - v_k| ≤ tolerance, with u = (row of W, b).",
    "initialize_scaled": "What is the standard deviation of c · x when that of x is 1? "
    "W⁽ˡ⁾ = std · (standard normal numbers), b⁽ˡ⁾ = 0.",
    "activation_statistics": "Which array feeds the next layer? Where is the end? "
    "q_l = mean of (a⁽ˡ⁾)², l = 1, ..., L - 1, and the share of g'(z⁽ˡ⁾) < 0.01.",
    "predicted_mean_squares": "How many products are added up in one z, and what does "
    "ReLU keep of them? q_l = c · n_{l-1} · std² · q_{l-1}, c = 1 or 1/2.",
    "gradient_norms": "Which dA does a layer get from the one behind it? From "
    "dZ⁽ᴸ⁾ = A⁽ᴸ⁾ - Y backwards; ‖dW‖ = √(Σ dW_jk²).",
    "initialize_xavier": "What must n_{l-1} · Var(w) be for z to be as large as a? "
    "Var(w) = 1 / n_{l-1}, and a factor on the weights is its root.",
    "initialize_he": "A colleague's w has n_prev · Var(w) = 4 / n_prev. What should it "
    "be? Var(w) = 2 / n_{l-1}; the factor on a standard normal number is √Var.",
    "initialize_bengio": "What is the variance of a number drawn evenly between -r and "
    "r? r²/3 = 2 / (n_{l-1} + n_l), so r = √(6 / (n_{l-1} + n_l)).",
    "decisions": "Read the section named in brackets behind the question again.",
}

SHAPES = {
    "a network of some shape": [[4, 3, 5, 1], [3, 6, 2, 2]],
    "one layer only": [[5, 1]],
    "one unit in every layer": [[1, 1]],
    "wide, then narrow": [[2, 40, 7, 1]],
    "six layers": [[3, *[4] * 5, 1]],
    "equal layers": [[5, 5]],
    "several outputs": [[9, 5, 4]],
    "40 features and 30 units": [[40, 30, 1]],
}


def _seed(rng):
    return Rng(int(rng.integers(1, 10_000)))


def _networks(rng, **more):
    """Arguments of an initializer, for networks of many shapes."""
    for title, shapes in SHAPES.items():
        for dims in shapes:
            args = {"layer_dims": list(dims), **more, "rng": _seed(rng)}
            yield Case(title, args, core=title == "a network of some shape")


def cases_initialize_zeros(rng):
    yield Case("three units, then one, by hand", {"layer_dims": [2, 3, 1]}, True)
    for case in _networks(rng):
        args = {"layer_dims": case.args["layer_dims"]}
        yield Case(case.title, args, core=case.core)


def _twins(rng, n, n_prev, kinds):
    """A layer whose units are copies of a few different ones, in random order."""
    units = rng.normal(size=(kinds, n_prev + 1))
    which = np.concatenate([np.arange(kinds), rng.integers(0, kinds, n - kinds)])
    units = units[rng.permutation(which)]
    return {"W": units[:, :-1].copy(), "b": units[:, -1:].copy(), "tolerance": 1e-6}


def cases_distinct_units(rng):
    W = np.array([[1.0, 2.0], [3.0, 4.0], [1.0, 2.0]])
    by_hand = {"W": W, "b": np.zeros((3, 1)), "tolerance": 1e-6}
    yield Case("two of three units are copies", by_hand, visible=True)
    biases = {"W": np.ones((2, 3)), "b": np.array([[0.0], [1.0]]), "tolerance": 1e-6}
    yield Case("equal weights, different biases", biases, visible=True)
    for n, n_prev, kinds in ((9, 4, 3), (6, 11, 4), (7, 2, 5)):
        yield Case("some copies", _twins(rng, n, n_prev, kinds), core=True)
    yield Case("all units different", _twins(rng, 8, 3, 8))
    yield Case("all units the same", _twins(rng, 10, 5, 1))
    yield Case("one unit", _twins(rng, 1, 4, 1))
    zero = {"W": np.zeros((6, 3)), "b": np.zeros((6, 1)), "tolerance": 0.0}
    yield Case("all zero, no tolerance", zero)
    near = _twins(rng, 12, 4, 5)
    near["W"] = near["W"] + rng.uniform(-4e-8, 4e-8, (12, 4))
    yield Case("copies up to rounding", near)
    big = _twins(rng, 6, 3, 3)
    big["W"] = 2e4 * big["W"]
    big["W"][:, 1] += np.linspace(0, 0.05, 6)
    yield Case("large weights, a small difference", big | {"tolerance": 1e-3})
    one = rng.normal(size=(1, 5)) * np.ones((5, 1))
    for k in range(1, 5):
        one[k, k % 4] += 0.5
    yield Case(
        "units that differ in one weight only",
        {"W": one, "b": np.zeros((5, 1)), "tolerance": 0.1},
    )
    swapped = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0], [2.0, 1.0, 3.0]])
    same_sum = {"W": swapped, "b": np.zeros((3, 1)), "tolerance": 1e-6}
    yield Case("the same weights in another order", same_sum)
    chain = {"W": np.array([[0.04], [0.12], [0.2], [0.5]]), "b": np.zeros((4, 1))}
    yield Case(
        "a chain: each is compared with the kept ones", chain | {"tolerance": 0.1}
    )
    single = _twins(rng, 9, 6, 4)
    single["W"] = single["W"].astype(np.float32)
    single["b"] = single["b"].astype(np.float32)
    yield Case("single precision", single)
    cut = _twins(rng, 20, 6, 7)
    cut = cut | {"W": cut["W"][::-2, ::3], "b": cut["b"][::-2]}
    yield Case("rows cut from a larger array", cut)


def cases_initialize_scaled(rng):
    tiny = {"layer_dims": [2, 2, 1], "std": 0.5, "rng": Rng(1)}
    yield Case("a small network, std = 1/2", tiny, visible=True)
    for case in _networks(rng):
        std = float(rng.uniform(0.2, 0.8))
        yield Case(case.title, case.args | {"std": std}, core=case.core)
    for std, title in ((0.01, "small weights"), (10.0, "large weights")):
        args = {"layer_dims": [5, 7, 3], "std": std, "rng": _seed(rng)}
        yield Case(title, args)
    args = {"layer_dims": [3, 4, 2], "std": 0.0, "rng": _seed(rng)}
    yield Case("std = 0: all weights are zero", args)


def _parameters(rng, dims, scale=1.0, bias=0.3):
    """Random weights and biases of a network."""
    made = {}
    for k, (n_prev, n) in enumerate(zip(dims[:-1], dims[1:], strict=True), start=1):
        made[f"W{k}"] = scale * rng.normal(size=(n, n_prev)) / np.sqrt(n_prev)
        made[f"b{k}"] = bias * rng.normal(size=(n, 1))
    return made


def _signal(rng, dims, m, activation, **look):
    X = rng.normal(size=(dims[0], m))
    parameters = _parameters(rng, dims, **look)
    return {"X": X, "parameters": parameters, "activation": activation}


def _by_hand(activation):
    """z1 = (1, 0, -7), then z2 = 2 a1 - 1; a2 feeds the output."""
    parameters = {"W1": np.array([[1.0]]), "b1": np.array([[0.0]])}
    parameters |= {"W2": np.array([[2.0]]), "b2": np.array([[-1.0]])}
    parameters |= {"W3": np.array([[1.0]]), "b3": np.array([[0.0]])}
    X = np.array([[1.0, 0.0, -7.0]])
    return {"X": X, "parameters": parameters, "activation": activation}


def _single(args, *names):
    """The same arguments in single precision."""
    narrow = dict(args)
    for name in names:
        value = narrow[name]
        if isinstance(value, dict):
            narrow[name] = {k: v.astype(np.float32) for k, v in value.items()}
        else:
            narrow[name] = value.astype(np.float32)
    return narrow


def cases_activation_statistics(rng):
    yield Case("ReLU by hand", _by_hand("relu"), visible=True)
    yield Case("tanh by hand", _by_hand("tanh"), visible=True)
    for g in ("relu", "tanh", "sigmoid"):
        args = _signal(rng, [4, 6, 3, 5, 2], 9, g, scale=2.0)
        yield Case("any network", args, core=True)
    args = _signal(rng, [5, 5, 5, 5, 1], 12, "relu")
    yield Case("equal layers", args)
    args = _signal(rng, [3, 7, 1], 8, "tanh")
    yield Case("one hidden layer", args)
    yield Case("no hidden layer: empty lists", _signal(rng, [4, 1], 6, "relu"))
    yield Case("one example", _signal(rng, [3, 4, 6, 1], 1, "tanh"))
    args = _signal(rng, [6, 8, 8, 8, 1], 20, "tanh", scale=12.0)
    yield Case("large weights: tanh is flat", args)
    args = _signal(rng, [6, 8, 8, 1], 20, "sigmoid", scale=9.0)
    yield Case("large weights: the sigmoid is flat", args)
    args = _signal(rng, [4, 5, 3, 1], 7, "relu")
    args["parameters"]["b1"] = np.full((5, 1), -50.0)
    yield Case("a dead layer", args)
    args = _signal(rng, [5, 6, 4, 1], 10, "relu", scale=0.0, bias=0.0)
    yield Case("all weights zero", args)
    args = _signal(rng, [30, *[25] * 12, 1], 60, "relu", bias=0.0)
    yield Case("12 layers", args)
    args = _signal(rng, [40, *[30] * 6, 1], 50, "relu", scale=1e6, bias=0.0)
    yield Case("a signal that explodes", args)
    args = _single(_signal(rng, [4, 9, 6, 1], 11, "tanh"), "X", "parameters")
    yield Case("single precision", args)
    args = _signal(rng, [6, 5, 4, 1], 30, "sigmoid")
    yield Case("examples cut from a larger array", args | {"X": args["X"][:, ::-3]})


def cases_predicted_mean_squares(rng):
    by_hand = {"layer_dims": [4, 8, 3, 1], "std": 0.5, "mean_square": 3.0}
    for g in ("linear", "relu"):
        args = by_hand | {"activation": g}
        yield Case(f"two hidden layers by hand, {g}", args, visible=True)
    for dims in ([5, 9, 3, 7, 2], [12, 4, 6, 1]):
        for g in ("linear", "relu"):
            std, q = float(rng.uniform(0.2, 0.9)), float(rng.uniform(0.5, 3))
            args = {"layer_dims": dims, "std": std, "mean_square": q, "activation": g}
            yield Case("any network", args, core=True)
    args = {"layer_dims": [7, 1], "std": 0.3, "mean_square": 1.5}
    yield Case("no hidden layer: an empty list", args | {"activation": "relu"})
    args = {"layer_dims": [3, 6, 1], "std": 1.25, "mean_square": 0.7}
    yield Case("one hidden layer", args | {"activation": "relu"})
    args = {"layer_dims": [100] * 21 + [1], "std": 0.3, "mean_square": 1.0}
    yield Case("20 hidden layers: it explodes", args | {"activation": "relu"})
    args = {"layer_dims": [10] * 26 + [1], "std": 0.1, "mean_square": 2.0}
    yield Case("25 hidden layers: it vanishes", args | {"activation": "linear"})
    args = {"layer_dims": [8, 8, 8, 8, 1], "std": 0.5, "mean_square": 1.0}
    yield Case("just right: it stays", args | {"activation": "relu"})
    args = {"layer_dims": [4, 5, 6, 1], "std": 0.0, "mean_square": 2.0}
    yield Case("std = 0", args | {"activation": "linear"})


def _labelled(rng, dims, m, activation, **look):
    args = _signal(rng, dims, m, activation, **look)
    Y = rng.integers(0, 2, (1, m))
    return {"X": args.pop("X"), "Y": Y, **args}


def cases_gradient_norms(rng):
    X, Y = np.array([[1.0, 2.0]]), np.array([[1, 0]])
    parameters = {"W1": np.array([[1.0], [0.0]]), "b1": np.zeros((2, 1))}
    parameters |= {"W2": np.array([[0.0, 1.0]]), "b2": np.zeros((1, 1))}
    by_hand = {"X": X, "Y": Y, "parameters": parameters, "activation": "tanh"}
    yield Case("two examples by hand, all a2 = 1/2", by_hand, visible=True)
    one = {"W1": np.array([[3.0, 4.0]]), "b1": np.array([[-2.0]])}
    single = {"X": np.array([[1.0], [-0.25]]), "Y": np.array([[1]]), "parameters": one}
    yield Case(
        "one layer by hand, z = 0", single | {"activation": "relu"}, visible=True
    )
    for g in ("relu", "tanh", "sigmoid"):
        args = _labelled(rng, [4, 6, 3, 5, 1], 9, g)
        yield Case("any network", args, core=True)
    yield Case("equal layers", _labelled(rng, [5, 5, 5, 5, 1], 12, "relu", scale=1.4))
    yield Case("one hidden layer", _labelled(rng, [3, 7, 1], 8, "tanh"))
    yield Case("no hidden layer", _labelled(rng, [4, 1], 6, "relu"))
    yield Case("one example", _labelled(rng, [3, 4, 6, 1], 1, "tanh"))
    twice = _labelled(rng, [3, 5, 4, 1], 7, "sigmoid")
    twice |= {"X": np.hstack([twice["X"]] * 2), "Y": np.hstack([twice["Y"]] * 2)}
    yield Case("the same examples twice over: the same lengths", twice)
    args = _labelled(rng, [5, 6, 4, 1], 10, "relu", scale=0.0, bias=0.0)
    yield Case("all weights zero: no gradient at all", args)
    args = _labelled(rng, [30, *[25] * 12, 1], 40, "relu", scale=1.4, bias=0.0)
    yield Case("12 layers", args)
    args = _labelled(rng, [8, *[8] * 6, 1], 20, "sigmoid")
    yield Case("six layers of sigmoids: it vanishes", args)
    args = _labelled(rng, [6, 9, 7, 1], 15, "tanh", scale=30.0)
    yield Case("large weights: finite", args)
    args = _labelled(rng, [4, 9, 6, 1], 11, "tanh")
    yield Case("single precision", _single(args, "X", "parameters"))
    args = _labelled(rng, [6, 5, 4, 1], 30, "tanh")
    cut = {"X": args["X"][:, ::-3], "Y": args["Y"][:, ::-3]}
    yield Case("examples cut from a larger array", args | cut)


def cases_initialize_xavier(rng):
    tiny = {"layer_dims": [4, 2, 1], "rng": Rng(1)}
    yield Case("a small network: factor 1/2 in layer 1", tiny, visible=True)
    yield from _networks(rng)


def cases_initialize_he(rng):
    tiny = {"layer_dims": [8, 2, 1], "rng": Rng(1)}
    yield Case("a small network: factor 1/2 in layer 1", tiny, visible=True)
    yield from _networks(rng)
    args = {"layer_dims": [2, 2, 2, 1], "rng": _seed(rng)}
    yield Case("the colleague's own network", args)


def cases_initialize_bengio(rng):
    tiny = {"layer_dims": [4, 2, 4], "rng": Rng(1)}
    yield Case("a small network: all weights between -1 and 1", tiny, visible=True)
    yield from _networks(rng)
    args = {"layer_dims": [20, 12, 30], "rng": _seed(rng)}
    yield Case("20, 12 and 30 units", args)


def cases_decisions(rng):
    yield Case("answers")
