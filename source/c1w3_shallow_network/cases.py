"""Inputs on which the functions of the shallow network are judged."""

import numpy as np

from helpers.checks import Case, Rng

NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "identity")
HINTS = {
    "activate": "Which of two numbers is the larger one, z or something else? "
    "relu: max(0, z), leaky_relu: z for z > 0 and 0.01 z otherwise.",
    "activation_derivative": "Can the slope be said with the value a itself? "
    "σ' = a (1 - a), tanh' = 1 - a², and two constants for the others.",
    "collapse_linear": "What does W2 (W1 x + b1) + b2 become when the brackets are "
    "opened? W = W2 W1, b = W2 b1 + b2",
    "initialize_shallow": "How many rows does a layer's W have, and how many columns? "
    "A row for each unit, a column for each input; W1 is drawn before W2.",
    "shallow_forward": "Which shape does W1 X have, and which column is added to it? "
    "Z1 = W1 X + b1, A1 = g(Z1), Z2 = W2 A1 + b2, A2 = σ(Z2)",
    "backward_one": "At which point of the curve did the forward pass stand, at z1 or "
    "at a1? dz1 = W2ᵀ dz2 ∗ g'(z1)",
    "shallow_backward": "Which shapes give (n_h, m)? (n_h, 1) times (1, m). "
    "dZ1 = W2ᵀ dZ2 ∗ g'(Z1), dW1 = dZ1 Xᵀ / m",
    "update_parameters": "Which gradient belongs to which parameter? "
    "W1 := W1 - α dW1, into a new dict.",
    "predict": "Which function gives the probabilities? Class 1 where A2 > 0.5.",
    "shallow_model": "In which order do the four steps come? forward, cost, backward, "
    "update, from initialize_shallow on.",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _labels(rng, m):
    """Random labels; each class occurs when there are two examples or more."""
    Y = rng.integers(0, 2, (1, m))
    if m > 1:
        Y[0, rng.permutation(m)[:2]] = [0, 1]
    return Y


def _parameters(rng, n_x, n_h, n_y=1, scale=1.0):
    return {
        "W1": scale * rng.normal(size=(n_h, n_x)) / np.sqrt(n_x),
        "b1": scale * rng.normal(size=(n_h, 1)),
        "W2": scale * rng.normal(size=(n_y, n_h)) / np.sqrt(n_h),
        "b2": scale * rng.normal(size=(n_y, 1)),
    }


def _away_from_zero(rng, shape):
    """Numbers of both signs, none of them near 0."""
    return rng.choice((-1, 1), shape) * rng.uniform(0.05, 3, shape)


def _every_name(rng):
    """Arguments for each activation, away from 0."""
    for name in NAMES:
        for shape in ((3, 4), (1, 6)):
            z = _away_from_zero(rng, shape)
            z.flat[:2] = np.abs(z.flat[0]), -np.abs(z.flat[1])
            core = name in ("sigmoid", "tanh", "relu")
            title = "sigmoid, tanh and relu" if core else f"{name}"
            yield Case(title, {"z": z, "activation": name}, core=core)


def _odd_places(rng):
    """Numbers, whole numbers, large ones, other memory."""
    for name in ("tanh", "relu", "leaky_relu"):
        z = float(rng.uniform(0.2, 2))
        yield Case("a plain number", {"z": z, "activation": name})
        yield Case("a plain number", {"z": -z, "activation": name})
    whole = np.array([[-4, 3, 0, -1, 2]])
    yield Case("whole numbers", {"z": whole[:, [0, 1, 3, 4]], "activation": "tanh"})
    yield Case("whole numbers", {"z": whole[:, [0, 1, 3]], "activation": "leaky_relu"})
    far = np.array([[-1200.0, -800.0, 760.0, 1500.0]]) + rng.random((1, 4))
    for name in NAMES[:4]:
        yield Case("far out: not nan", {"z": far, "activation": name})
    for name in ("sigmoid", "leaky_relu"):
        single = _away_from_zero(rng, (2, 5)).astype(np.float32)
        yield Case("single precision", {"z": single, "activation": name})
    turned = np.asfortranarray(_away_from_zero(rng, (3, 2, 4)))
    yield Case("three axes, in Fortran order", {"z": turned, "activation": "tanh"})
    part = _away_from_zero(rng, (4, 9))[:, ::2]
    yield Case("cut from a larger array", {"z": part, "activation": "relu"})


def cases_activate(rng):
    tiny = np.array([[-2.0, 0.0, 3.0]])
    for name in ("relu", "leaky_relu"):
        yield Case(f"{name} by hand", {"z": tiny, "activation": name}, visible=True)
    half = {"z": np.array([[0.0, np.log(3)]]), "activation": "tanh"}
    yield Case("tanh(ln 3) = 0.8", half, visible=True)
    four = {"z": np.array([[0.0, np.log(4)]]), "activation": "sigmoid"}
    yield Case("sigmoid(ln 4) = 0.8", four, visible=True)
    yield from _every_name(rng)
    yield from _odd_places(rng)
    other = {"z": np.array([[1.0]]), "activation": "square"}
    yield Case("an unknown name raises ValueError", other)


def cases_activation_derivative(rng):
    tiny = np.array([[-2.0, 3.0]])
    for name in ("relu", "leaky_relu"):
        yield Case(f"{name} by hand", {"z": tiny, "activation": name}, visible=True)
    for name in ("sigmoid", "tanh"):
        zero = {"z": np.array([[0.0]]), "activation": name}
        yield Case(f"{name} at 0", zero, visible=True)
    yield from _every_name(rng)
    yield from _odd_places(rng)
    zeros = np.array([[0.0, -1.5, 0.0, 2.0]])
    for name in ("relu", "leaky_relu"):
        yield Case("at 0 exactly", {"z": zeros, "activation": name})


def cases_collapse_linear(rng):
    by_hand = {
        "W1": np.array([[1.0, 2.0], [0.0, -1.0]]),
        "b1": np.array([[1.0], [2.0]]),
        "W2": np.array([[3.0, 4.0]]),
        "b2": np.array([[-5.0]]),
    }
    yield Case("two units by hand", by_hand, visible=True)
    for n_x, n_h, n_y in ((3, 4, 1), (2, 5, 3)):
        args = _parameters(rng, n_x, n_h, n_y)
        yield Case("any two layers", args, core=True)
    yield Case("as many units as inputs", _parameters(rng, 3, 3, 3))
    yield Case("a narrow middle", _parameters(rng, 6, 1, 4))
    none = _parameters(rng, 3, 4, 2)
    none["b1"] = np.zeros((4, 1))
    yield Case("no first bias", none)
    single = {k: v.astype(np.float32) for k, v in _parameters(rng, 3, 4, 2).items()}
    yield Case("single precision", single)
    turned = {k: np.asfortranarray(v) for k, v in _parameters(rng, 4, 6, 2).items()}
    yield Case("Fortran order", turned)
    yield Case("300 units", _parameters(rng, 20, 300, 2))


def _sizes(n_x, n_h, n_y, seed):
    return {"n_x": n_x, "n_h": n_h, "n_y": n_y, "rng": Rng(int(seed))}


def cases_initialize_shallow(rng):
    yield Case("3 inputs, 4 units, 1 output", _sizes(3, 4, 1, 1), visible=True)
    for sizes in ((2, 5, 1), (5, 2, 3)):
        seed = rng.integers(1, 10**6)
        yield Case("any sizes", _sizes(*sizes, seed), core=True)
    yield Case("one unit", _sizes(4, 1, 1, rng.integers(1, 10**6)))
    yield Case("one input", _sizes(1, 3, 2, rng.integers(1, 10**6)))
    yield Case("equal sizes", _sizes(3, 3, 3, rng.integers(1, 10**6)))
    yield Case("30 units", _sizes(20, 30, 1, rng.integers(1, 10**6)))


def _network(rng, n_x, n_h, m, activation="tanh", scale=1.0):
    X = rng.normal(size=(n_x, m))
    parameters = _parameters(rng, n_x, n_h, scale=scale)
    return {"X": X, "parameters": parameters, "activation": activation}


def _by_hand():
    """Two inputs, two units; z1 = (0, ln 3), so tanh gives (0, 0.8)."""
    third = float(np.log(3))
    return {
        "W1": np.array([[1.0, -1.0], [0.0, third]]),
        "b1": np.array([[0.0], [0.0]]),
        "W2": np.array([[2.0, 1.0]]),
        "b2": np.array([[-0.8]]),
    }


def cases_shallow_forward(rng):
    tiny = {"X": np.array([[1.0, 0.0], [1.0, 0.0]]), "parameters": _by_hand()}
    yield Case("two examples by hand", tiny | {"activation": "tanh"}, visible=True)
    for n_x, n_h, m in ((3, 4, 5), (2, 6, 3)):
        yield Case("any network, tanh", _network(rng, n_x, n_h, m), core=True)
    default = _network(rng, 2, 3, 4)
    del default["activation"]
    yield Case("tanh when nothing is said", default)
    for name in ("sigmoid", "relu", "leaky_relu", "identity"):
        yield Case(f"hidden layer: {name}", _network(rng, 3, 5, 4, name))
    yield Case("one example", _network(rng, 3, 4, 1))
    yield Case("one unit", _network(rng, 4, 1, 5))
    yield Case("as many units as inputs and examples", _network(rng, 3, 3, 3, "relu"))
    yield Case("large weights: finite", _network(rng, 3, 4, 6, "tanh", 400.0))
    single = _network(rng, 3, 4, 6)
    single["X"] = single["X"].astype(np.float32)
    yield Case("single precision", single)
    cut = _network(rng, 3, 4, 9, "relu")
    cut["X"] = cut["X"][:, ::2]
    yield Case("examples cut from a larger array", cut)
    yield Case("120 examples", _network(rng, 2, 6, 120))


def _cache(X, parameters, activation):
    """Forward pass, written apart from the reference."""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = {
        "tanh": np.tanh(Z1),
        "sigmoid": 1 / (1 + np.exp(-np.clip(Z1, -500, 500))),
        "relu": Z1 * (Z1 > 0),
        "leaky_relu": Z1 * np.where(Z1 > 0, 1, 0.01),
        "identity": Z1.copy(),
    }[activation]
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": 1 / (1 + np.exp(-Z2))}


def _backward(rng, n_x, n_h, m, activation="tanh", scale=1.0):
    args = _network(rng, n_x, n_h, m, activation, scale)
    cache = _cache(args["X"], args["parameters"], activation)
    return args | {"cache": cache, "Y": _labels(rng, m)}


def cases_backward_one(rng):
    tiny = {"x": np.array([[1.0], [1.0]]), "y": 1, "parameters": _by_hand()}
    yield Case("one example by hand", tiny, visible=True)
    for n_x, n_h, y in ((3, 4, 0), (2, 5, 1)):
        x, parameters = rng.normal(size=(n_x, 1)), _parameters(rng, n_x, n_h)
        args = {"x": x, "y": y, "parameters": parameters}
        yield Case("any example", args, core=True)
    square = {
        "x": rng.normal(size=(3, 1)),
        "y": 1,
        "parameters": _parameters(rng, 3, 3),
    }
    yield Case("as many units as inputs", square)
    small = _parameters(rng, 3, 4, scale=0.01)
    yield Case(
        "small weights", {"x": rng.normal(size=(3, 1)), "y": 0, "parameters": small}
    )
    one = {"x": rng.normal(size=(4, 1)), "y": 0, "parameters": _parameters(rng, 4, 1)}
    yield Case("one unit", one)
    far = _parameters(rng, 2, 3, scale=2.0)
    yield Case("steep weights", {"x": np.ones((2, 1)), "y": 1, "parameters": far})
    single = rng.normal(size=(3, 1)).astype(np.float32)
    parameters = _parameters(rng, 3, 4)
    yield Case("single precision", {"x": single, "y": 1, "parameters": parameters})


def cases_shallow_backward(rng):
    X, parameters = np.array([[1.0, 0.0], [1.0, 0.0]]), _by_hand()
    tiny = {"X": X, "parameters": parameters, "Y": np.array([[1, 0]])}
    tiny |= {"cache": _cache(X, parameters, "tanh"), "activation": "tanh"}
    yield Case("two examples by hand", tiny, visible=True)
    for n_x, n_h, m in ((3, 4, 5), (2, 6, 7)):
        yield Case("any network, tanh", _backward(rng, n_x, n_h, m), core=True)
    default = _backward(rng, 2, 3, 4)
    del default["activation"]
    yield Case("tanh when nothing is said", default)
    for name in ("sigmoid", "relu", "leaky_relu", "identity"):
        yield Case(f"hidden layer: {name}", _backward(rng, 3, 5, 4, name))
    yield Case("one example", _backward(rng, 3, 4, 1))
    yield Case("one unit", _backward(rng, 4, 1, 5))
    yield Case("equal sizes everywhere", _backward(rng, 3, 3, 3))
    twice = _backward(rng, 3, 4, 3)
    twice["X"], twice["Y"] = np.hstack([twice["X"]] * 2), np.hstack([twice["Y"]] * 2)
    twice["cache"] = {k: np.hstack([v] * 2) for k, v in twice["cache"].items()}
    yield Case("the same set twice over: the same gradients", twice)
    yield Case("flat ends: large z", _backward(rng, 3, 4, 6, "tanh", 12.0))
    single = _backward(rng, 3, 4, 6)
    single["X"] = single["X"].astype(np.float32)
    yield Case("single precision", single)
    turned = _backward(rng, 4, 3, 6, "relu")
    turned["X"] = np.asfortranarray(turned["X"])
    yield Case("Fortran order", turned)
    yield Case("400 examples", _backward(rng, 2, 5, 400))


def _step(rng, n_x, n_h, n_y=1, rate=0.3):
    parameters = _parameters(rng, n_x, n_h, n_y)
    grads = {f"d{k}": rng.normal(size=v.shape) for k, v in parameters.items()}
    return {"parameters": parameters, "grads": grads, "learning_rate": rate}


def cases_update_parameters(rng):
    shapes = {"W1": (2, 1), "b1": (2, 1), "W2": (1, 2), "b2": (1, 1)}
    parameters = {
        k: np.full(s, float(i + 1)) for i, (k, s) in enumerate(shapes.items())
    }
    grads = {f"d{k}": np.full(s, 2.0) for k, s in shapes.items()}
    tiny = {"parameters": parameters, "grads": grads, "learning_rate": 0.25}
    yield Case("minus one half by hand", tiny, visible=True)
    yield Case("any network", _step(rng, 3, 4), core=True)
    yield Case("any network", _step(rng, 2, 5, 3, 1.2), core=True)
    yield Case("a learning rate of 0", _step(rng, 3, 2, 1, 0.0))
    yield Case("one unit, one input", _step(rng, 1, 1))
    yield Case("equal sizes", _step(rng, 3, 3, 3))
    single = _step(rng, 3, 4)
    for part in ("parameters", "grads"):
        single[part] = {k: v.astype(np.float32) for k, v in single[part].items()}
    yield Case("single precision", single)
    yield Case("a large network", _step(rng, 30, 20))


def cases_predict(rng):
    parameters = _by_hand() | {"b2": np.array([[-0.5]])}
    X = np.array([[1.0, 0.0, 2.0], [1.0, 0.0, 0.5]])
    tiny = {"parameters": parameters, "X": X, "activation": "tanh"}
    yield Case("three examples by hand", tiny, visible=True)
    for n_x, n_h, m in ((3, 4, 9), (2, 6, 12)):
        args = _network(rng, n_x, n_h, m)
        Z2 = _cache(args["X"], args["parameters"], "tanh")["Z2"]
        args["parameters"]["b2"] -= np.median(Z2) + 0.013
        yield Case("any network, tanh", args, core=True)
    tie = _network(rng, 2, 3, 5)
    tie["parameters"]["W2"], tie["parameters"]["b2"] = (
        np.zeros((1, 3)),
        np.zeros((1, 1)),
    )
    yield Case("exactly 0.5 is class 0", tie)
    between = _network(rng, 2, 3, 6)
    between["parameters"]["W2"] = np.zeros((1, 3))
    between["parameters"]["b2"] = np.array([[0.2]])
    yield Case("the threshold is on A2, not on Z2", between)
    for name in ("relu", "sigmoid", "identity"):
        args = _network(rng, 3, 5, 14, name, 2.0)
        Z2 = _cache(args["X"], args["parameters"], name)["Z2"]
        args["parameters"]["b2"] -= np.median(Z2) + 0.013
        yield Case(f"hidden layer: {name}", args)
    yield Case("one example", _network(rng, 3, 4, 1))
    single = _network(rng, 3, 4, 8)
    single["X"] = single["X"].astype(np.float32)
    yield Case("single precision", single)
    default = _network(rng, 2, 6, 15, scale=2.0)
    del default["activation"]
    yield Case("tanh when nothing is said", default)


def _training(rng, m, n_h, steps, rate, activation="tanh", n_x=2):
    X = rng.normal(size=(n_x, m))
    Y = (X[:1] * X[1:2] + 0.2 * rng.normal(size=(1, m)) > 0).astype(int)
    args = {"X": X, "Y": Y, "n_h": n_h, "num_iterations": steps}
    seed = Rng(int(rng.integers(1, 10**6)))
    return args | {"learning_rate": rate, "rng": seed, "activation": activation}


def cases_shallow_model(rng):
    yield Case("one step", _training(rng, 4, 2, 1, 1.0), visible=True)
    yield Case("any set, tanh", _training(rng, 40, 4, 30, 1.2), core=True)
    yield Case("any set, tanh", _training(rng, 25, 3, 12, 0.5, n_x=3), core=True)
    default = _training(rng, 20, 3, 10, 1.0)
    del default["activation"]
    yield Case("tanh when nothing is said", default)
    yield Case("hidden layer: relu", _training(rng, 30, 5, 15, 0.8, "relu"))
    yield Case("hidden layer: sigmoid", _training(rng, 30, 5, 15, 0.8, "sigmoid"))
    yield Case("no step: the first weights", _training(rng, 12, 3, 0, 0.1))
    yield Case("200 steps, 200 costs", _training(rng, 60, 4, 200, 1.5))
    yield Case("one unit", _training(rng, 15, 1, 8, 0.4))
    single = _training(rng, 20, 3, 10, 0.6)
    single["X"] = single["X"].astype(np.float32)
    yield Case("single precision", single)


def cases_decisions(rng):
    yield Case("answers")
