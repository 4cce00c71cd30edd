"""Inputs on which the functions of gradient checking are judged."""

import numpy as np

from helpers.checks import Case, Source

HINTS = {
    "one_sided_difference": "How far does f rise on the way from x to x + ε, and how "
    "long is the way? (f(x + ε) - f(x)) / ε",
    "two_sided_difference": "How long is the way from x - ε to x + ε? "
    "(f(x + ε) - f(x - ε)) / (2ε)",
    "pack_parameters": "Which name comes first, whatever the dict says? W1, b1, W2, "
    "b2, ..., WL, bL, each of them as a column (·, 1).",
    "unpack_parameters": "How many numbers does layer l take out of θ? "
    "n_l n_{l-1} for W and n_l for b; the next layer starts behind them.",
    "numerical_gradient": "Which numbers of θ move while slope i is measured? Only "
    "θ_i: (f(θ + ε e_i) - f(θ - ε e_i)) / (2ε), and θ is as before for the next i.",
    "relative_error": "Which lengths is the distance compared with? "
    "‖approx - exact‖ / (‖approx‖ + ‖exact‖), and what is 0 / 0 to be?",
    "gradient_check": "Which verdict is left when neither comparison is true, as for "
    "nan? error < 1e-6, then error < 1e-4, then the rest.",
    "layer_errors": "Which arguments stay as they are while one is nudged? "
    "J = Σ dout · forward(...), and numerical_gradient takes J as a function of one.",
    "tanh_backward": "What is the slope of a = tanh(z), written with a? "
    "1 - a². Check each line's letters: whose a is it?",
    "decisions": "Read the section named in brackets behind the question again.",
}

CURVES = (
    "lambda t: t**3 - 2 * t",
    "lambda t: np.exp(t)",
    "lambda t: np.sin(2 * t) + t**2",
)


def _slope(f, x, epsilon):
    return {"f": Source(f), "x": x, "epsilon": epsilon}


def _cases_of_slopes(rng):
    """Functions of one number, with a place and a nudge."""
    cube = _slope("lambda t: t**3", 1.0, 0.01)
    yield Case("t³ at t = 1 with ε = 0.01, by hand", cube, visible=True)
    yield Case("t² at t = 3 with ε = 0.5, by hand", _slope("lambda t: t**2", 3.0, 0.5),
               visible=True)  # fmt: skip
    for f in CURVES:
        for epsilon in (0.1, 0.3):
            args = _slope(f, float(rng.uniform(0.5, 2)), epsilon)
            yield Case("any smooth function", args, core=True)
    line = _slope("lambda t: 3 * t + 2", float(rng.normal()), 2.0)
    yield Case("a straight line: any nudge will do", line)
    falling = _slope("lambda t: np.exp(-t)", float(rng.uniform(0.2, 1)), 0.05)
    yield Case("a falling function: a negative slope", falling)
    left = _slope("lambda t: t**2 + np.exp(t)", -float(rng.uniform(0.5, 2)), 0.1)
    yield Case("a place left of 0", left)
    yield Case("a place at 0", _slope("lambda t: np.exp(t)", 0.0, 0.2))
    yield Case("a whole number as the place", _slope("lambda t: np.sin(t)", 2, 0.1))
    small = _slope("lambda t: t**3 + t", float(rng.uniform(0.5, 2)), 1e-6)
    yield Case("a small nudge", small)
    steep = _slope("lambda t: 1e6 * t**2", float(rng.uniform(1, 2)), 0.01)
    yield Case("a very steep function", steep)
    bend = _slope("lambda t: np.maximum(t, 0.0)", 0.0, 0.125)
    yield Case("right on a bend", bend)


def cases_one_sided_difference(rng):
    yield from _cases_of_slopes(rng)


def cases_two_sided_difference(rng):
    yield from _cases_of_slopes(rng)


def _network(rng, layer_dims, dtype=float):
    """Random weights and biases."""
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.normal(size=(n, n_prev)).astype(dtype)
        parameters[f"b{layer}"] = rng.normal(size=(n, 1)).astype(dtype)
    return parameters


def _counted():
    """A network whose numbers are 1, 2, ..., 11 in their order."""
    return {
        "W1": np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
        "b1": np.array([[7.0], [8.0]]),
        "W2": np.array([[9.0, 10.0]]),
        "b2": np.array([[11.0]]),
    }


def _backwards(parameters, prefix="d"):
    """Gradients as a backward pass leaves them: the last layer first."""
    L = len(parameters) // 2
    names = [f"{letter}{k}" for k in range(L, 0, -1) for letter in "Wb"]
    return {prefix + name: parameters[name] for name in names}


def cases_pack_parameters(rng):
    yield Case("1 to 11, by hand", {"parameters": _counted()}, visible=True)
    turned = {"parameters": _backwards(_counted()), "prefix": "d"}
    yield Case("the same as gradients, last layer first", turned, visible=True)
    for dims in ([4, 3, 5, 2], [3, 6, 1]):
        yield Case("any network", {"parameters": _network(rng, dims)}, core=True)
    grads = _backwards(_network(rng, [5, 4, 3, 1]))
    yield Case("gradients, last layer first", {"parameters": grads, "prefix": "d"})
    mixed = _backwards(_network(rng, [2, 4, 3, 2]), "")
    yield Case("a dict in another order", {"parameters": mixed})
    yield Case("one layer", {"parameters": _network(rng, [5, 1])})
    tower = [2, 3, 2, 1, 3, 2, 2, 1, 2, 3, 2, 2, 1]
    yield Case("twelve layers: 10 comes after 9", {"parameters": _network(rng, tower)})
    yield Case("one unit in each layer", {"parameters": _network(rng, [1, 1, 1])})
    single = _network(rng, [4, 3, 2], np.float32)
    yield Case("single precision", {"parameters": single})
    fortran = {k: np.asfortranarray(v) for k, v in _network(rng, [4, 3, 3]).items()}
    yield Case("Fortran order", {"parameters": fortran})
    yield Case("841 numbers", {"parameters": _network(rng, [30, 20, 10, 1])})


def _count(layer_dims):
    return sum(n * (p + 1) for p, n in zip(layer_dims, layer_dims[1:]))  # noqa: B905


def _column(rng, layer_dims):
    theta = rng.normal(size=(_count(layer_dims), 1))
    return {"theta": theta, "layer_dims": layer_dims}


def cases_unpack_parameters(rng):
    tiny = {"theta": np.arange(1.0, 12.0).reshape(-1, 1), "layer_dims": [3, 2, 1]}
    yield Case("1 to 11, by hand", tiny, visible=True)
    for dims in ([4, 3, 5, 2], [3, 6, 1]):
        yield Case("any network", _column(rng, dims), core=True)
    yield Case("one layer", _column(rng, [5, 1]))
    yield Case("as many units as inputs", _column(rng, [3, 3, 3]))
    tower = [2, 3, 2, 1, 3, 2, 2, 1, 2, 3, 2, 2, 1]
    yield Case("twelve layers", _column(rng, tower))
    yield Case("one unit in each layer", _column(rng, [1, 1, 1]))
    single = _column(rng, [4, 3, 2])
    single["theta"] = single["theta"].astype(np.float32)
    yield Case("single precision", single)
    thin = _column(rng, [3, 4, 2])
    wide = np.zeros((len(thin["theta"]), 3))
    wide[:, 1:2] = thin["theta"]
    yield Case("a column cut from a larger array", thin | {"theta": wide[:, 1:2]})
    yield Case("841 numbers", _column(rng, [30, 20, 10, 1]))


SQUARES = "lambda theta: float(np.sum(theta**2))"
CUBES = "lambda theta: float(np.sum(theta**3))"
WAVES = (
    "lambda theta: float(np.sum(np.sin(theta) * "
    "np.arange(1, theta.size + 1).reshape(theta.shape)))"
)
PRODUCT = "lambda theta: float(np.prod(theta))"
LOGISTIC = "lambda theta: float(np.log(1 + np.exp(np.sum(theta * theta[0, 0]))))"


def _many(f, theta, epsilon):
    return {"f": Source(f), "theta": theta, "epsilon": epsilon}


def cases_numerical_gradient(rng):
    tiny = np.array([[1.0], [2.0], [-3.0]])
    yield Case("squares by hand: 2, 4, -6", _many(SQUARES, tiny, 0.5), visible=True)
    two = np.array([[2.0], [5.0]])
    yield Case("a product by hand: 5, 2", _many(PRODUCT, two, 0.5), visible=True)
    theta = 1.3 * rng.normal(size=(5, 1))
    yield Case("any function", _many(WAVES, theta, 0.1), core=True)
    theta = rng.uniform(0.5, 1.5, (4, 1))
    yield Case("any function", _many(PRODUCT, theta, 0.2), core=True)
    theta = rng.uniform(0.5, 1.5, (3, 1))
    yield Case("any function", _many(CUBES, theta, 0.3), core=True)
    theta = rng.uniform(0.2, 0.8, (6, 1))
    yield Case("the usual ε", _many(LOGISTIC, theta, 1e-7))
    theta = rng.normal(size=(3, 4))
    yield Case("a matrix: the gradient has its shape", _many(WAVES, theta, 0.1))
    yield Case("one axis", _many(CUBES, rng.normal(size=4), 0.2))
    whole = rng.integers(11, 60, (5, 1))
    yield Case("whole numbers: a nudge needs decimals", _many(CUBES, whole, 0.25))
    single = rng.uniform(1, 2, (5, 1)).astype(np.float32)
    yield Case("single precision: a small nudge survives", _many(CUBES, single, 1e-6))
    one = rng.normal(size=(1, 1))
    yield Case("a single number", _many(CUBES, one, 0.1))
    first = "lambda theta: theta[0, 0] ** 2"
    theta = rng.normal(size=(4, 1))
    yield Case("a number that does not count has slope 0", _many(first, theta, 0.1))
    order = np.asfortranarray(rng.normal(size=(3, 4)))
    yield Case("Fortran order", _many(WAVES, order, 0.1))
    yield Case("a hundred numbers", _many(WAVES, rng.normal(size=(100, 1)), 0.1))


def cases_relative_error(rng):
    a, b = np.array([[3.0], [4.0]]), np.array([[6.0], [8.0]])
    pair = {"approx": a, "exact": b}
    yield Case("twice as long: 5 / (5 + 10)", pair, visible=True)
    yield Case("no difference", {"approx": a, "exact": a}, visible=True)
    for n in (5, 9):
        approx, exact = 1.2 * rng.normal(size=(2, n, 1))
        pair = {"approx": approx, "exact": exact}
        yield Case("any two gradients", pair, core=True)
    exact = rng.normal(size=(6, 1))
    yield Case("the sign turned round: 1", {"approx": -exact, "exact": exact})
    nothing = np.zeros((4, 1))
    yield Case("both zero: 0, not nan", {"approx": nothing, "exact": nothing})
    yield Case("one of them zero: 1", {"approx": exact, "exact": np.zeros((6, 1))})
    exact = 1e-9 * rng.normal(size=(5, 1))
    tiny = {"approx": exact + 1e-10 * rng.normal(size=(5, 1)), "exact": exact}
    yield Case("very small gradients", tiny)
    exact = rng.normal(size=(3, 4))
    matrix = {"approx": exact + 0.1 * rng.normal(size=(3, 4)), "exact": exact}
    yield Case("matrices", matrix)
    one = {"approx": np.array([[2.0]]), "exact": np.array([[3.0]])}
    yield Case("a single number", one)
    exact = rng.normal(size=(6, 1))
    exact[2] = 40.0
    one = {"approx": exact + rng.normal(size=(6, 1)), "exact": exact}
    yield Case("one slope much larger than the others", one)
    single = {
        k: rng.normal(size=(5, 1)).astype(np.float32) for k in ("approx", "exact")
    }
    yield Case("single precision", single)
    many = rng.normal(size=(2000, 1))
    pair = {"approx": many + 0.01 * rng.normal(size=(2000, 1)), "exact": many}
    yield Case("2000 numbers", pair)


def _checked(cost, gradient, theta, epsilon=None):
    args = {"cost": Source(cost), "gradient": Source(gradient), "theta": theta}
    return args if epsilon is None else args | {"epsilon": epsilon}


def cases_gradient_check(rng):
    tiny = np.array([[1.0], [2.0]])
    args = _checked(SQUARES, "lambda theta: 4 * theta", tiny, 0.5)
    yield Case("twice the slope: wrong, 1/3", args, visible=True)
    args = _checked(CUBES, "lambda theta: 3 * theta**2", tiny, 0.01)
    yield Case("a coarse nudge: look again", args, visible=True)
    for scale in ("3", "3 * (1 + 2e-5)", "3 * (1 + 2e-2)", "-3"):
        theta = rng.uniform(0.5, 1.5, (4, 1))
        gradient = f"lambda theta: {scale} * theta**2"
        yield Case("any gradient", _checked(CUBES, gradient, theta, 1e-4), core=True)
    for title, off in (
        ("3e-7 is below 1e-6: right", "6e-7"),
        ("5e-5 is below 1e-4: look again", "1e-4"),
        ("3e-4 is above 1e-4: wrong", "6e-4"),
        ("3e-6 is above 1e-6: look again", "6e-6"),
    ):
        theta = rng.uniform(0.5, 1.5, (3, 1))
        gradient = f"lambda theta: 3 * (1 + {off}) * theta**2"
        yield Case(title, _checked(CUBES, gradient, theta, 1e-4))
    args = _checked(SQUARES, "lambda theta: theta * np.nan", rng.normal(size=(3, 1)))
    yield Case("a gradient of nan is wrong", args)
    flat = _checked("lambda theta: 1.0", "lambda theta: 0 * theta", tiny, 0.1)
    yield Case("no slope anywhere: right", flat)
    forgot = "lambda theta: 2 * theta * (np.arange(len(theta)) > 0)[:, None]"
    theta = rng.uniform(1, 2, (4, 1))
    yield Case("the usual ε; one slope forgotten", _checked(SQUARES, forgot, theta))
    kink = "lambda theta: float(np.sum(np.maximum(theta, 0)))"
    step = "lambda theta: 1.0 * (theta > 0)"
    theta = np.array([[0.0], [float(rng.uniform(1, 2))]])
    yield Case("on a bend: wrong, though nothing is", _checked(kink, step, theta, 0.1))
    single = rng.uniform(0.5, 1.5, (4, 1)).astype(np.float32)
    gradient = "lambda theta: 6 * theta**2"
    yield Case("single precision", _checked(CUBES, gradient, single, 1e-4))


TANH = "lambda A_prev, W, b: np.tanh(W @ A_prev + b)"
ALL_RIGHT = (
    "lambda dout, A_prev, W, b: (lambda dZ: {'A_prev': W.T @ dZ, "
    "'W': dZ @ A_prev.T, 'b': np.sum(dZ, axis=1, keepdims=True)})"
    "(dout * (1 - np.tanh(W @ A_prev + b) ** 2))"
)
INPUT_WRONG = ALL_RIGHT.replace("W.T @ dZ", "W.T @ dout")
BIAS_WRONG = ALL_RIGHT.replace("np.sum", "np.mean")
WEIGHT_WRONG = ALL_RIGHT.replace("dZ @ A_prev.T", "dZ @ A_prev.T / dZ.shape[1]")


def _layer(rng, backward, n_prev, n, m, epsilon=0.02):
    arguments = {
        "A_prev": rng.normal(size=(n_prev, m)),
        "W": rng.normal(size=(n, n_prev)) / np.sqrt(n_prev),
        "b": 0.3 * rng.normal(size=(n, 1)),
    }
    return {
        "forward": Source(TANH),
        "backward": Source(backward),
        "arguments": arguments,
        "dout": rng.normal(size=(n, m)),
        "epsilon": epsilon,
    }


def cases_layer_errors(rng):
    tiny = {
        "forward": Source("lambda x, w: w * x"),
        "backward": Source("lambda dout, x, w: {'x': dout, 'w': dout * x}"),
        "arguments": {"x": np.array([[2.0]]), "w": np.array([[3.0]])},
        "dout": np.array([[1.0]]),
        "epsilon": 0.5,
    }
    yield Case("w x by hand: dx forgets w", tiny, visible=True)
    yield Case("any layer", _layer(rng, INPUT_WRONG, 4, 3, 5), core=True)
    yield Case("any layer", _layer(rng, BIAS_WRONG, 3, 2, 6), core=True)
    yield Case("any layer", _layer(rng, WEIGHT_WRONG, 2, 4, 3), core=True)
    yield Case("a layer without a bug", _layer(rng, ALL_RIGHT, 3, 4, 4))
    yield Case("one example", _layer(rng, INPUT_WRONG, 4, 3, 1))
    yield Case("one unit", _layer(rng, BIAS_WRONG, 3, 1, 4))
    sums = {
        "forward": Source("lambda X, s: np.sum(s * X**3, axis=0)"),
        "backward": Source(
            "lambda dout, X, s: {'X': 3 * s * X**2 * dout, "
            "'s': np.sum(X**2 * dout, axis=1, keepdims=True)}"
        ),
        "arguments": {
            "X": rng.uniform(0.5, 2, (3, 4)),
            "s": rng.uniform(0.5, 2, (3, 1)),
        },
        "dout": rng.uniform(0.5, 2, 4),
        "epsilon": 0.1,
    }
    yield Case("another layer, other names", sums)
    single = _layer(rng, INPUT_WRONG, 3, 3, 4)
    single["arguments"] = {
        name: value.astype(np.float32) for name, value in single["arguments"].items()
    }
    yield Case("single precision", single)


def _passed(parameters, X, Y):
    """Arguments AL, Y and caches after a forward pass."""
    caches, A = [], X
    for layer in (1, 2, 3):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        Z = W @ A + b
        caches.append((A, W, b, Z))
        A = np.tanh(Z) if layer < 3 else 1 / (1 + np.exp(-Z))
    return {"AL": A, "Y": Y, "caches": caches}


def _set(rng, dims, m, scale=1.0, dtype=float):
    parameters = _network(rng, dims)
    parameters = {k: (scale * v).astype(dtype) for k, v in parameters.items()}
    X = rng.normal(size=(dims[0], m)).astype(dtype)
    Y = rng.integers(0, 2, (1, m))
    return _passed(parameters, X, Y)


def cases_tanh_backward(rng):
    w = np.log(2) / 0.6
    parameters = {
        "W1": np.array([[np.log(2)]]),
        "b1": np.zeros((1, 1)),
        "W2": np.array([[w]]),
        "b2": np.zeros((1, 1)),
        "W3": np.ones((1, 1)),
        "b3": np.array([[-0.6]]),
    }
    by_hand = _passed(parameters, np.ones((1, 1)), np.array([[1]]))
    yield Case("one unit per layer by hand, a = 0.6", by_hand, visible=True)
    yield Case("any network", _set(rng, [4, 5, 3, 1], 7), core=True)
    yield Case("any network", _set(rng, [2, 3, 6, 1], 4), core=True)
    yield Case("as many units as inputs", _set(rng, [3, 3, 3, 1], 3))
    yield Case("the colleague's own weights of 0.01", _set(rng, [4, 5, 3, 1], 6, 0.01))
    yield Case("one example", _set(rng, [3, 4, 2, 1], 1))
    yield Case("large weights: flat tanh", _set(rng, [3, 4, 2, 1], 5, 3.0))
    yield Case("single precision", _set(rng, [3, 4, 2, 1], 6, dtype=np.float32))
    yield Case("200 examples", _set(rng, [5, 8, 4, 1], 200))


def cases_decisions(rng):
    yield Case("answers")
