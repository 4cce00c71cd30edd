"""Inputs on which the functions of the cat classifier are judged."""

import numpy as np

from helpers.checks import Case, Rng

HINTS = {
    "layers_forward": "What is the last entry of the list at any moment? "
    "A_l = g(W_l A_{l-1} + b_l), with A_{l-1} = activations[-1].",
    "layers_backward": "Which error reaches the layer below, and where does it pass? "
    "dZ_{l-1} = (W_lᵀ dZ_l) * (A_{l-1} > 0)",
    "two_layer_model": "Which four things does each turn of the loop do? Forward, "
    "cost, backward, W := W - α dW.",
    "deep_model": "For which i is i divided by `every` without remainder? "
    "0, every, 2 every, ...",
    "predict": "Which entry of the activations is the probability? Class 1 where "
    "A_L > 0.5.",
    "most_confident_mistakes": "How far is a from the fence? |a - 0.5|, large first, "
    "and only among the wrong ones.",
    "mean_confidence": "How sure is the answer 'no cat' when a = 0.02? max(a, 1 - a)",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _labels(rng, m):
    """Random labels; each class occurs when there are two examples or more."""
    Y = rng.integers(0, 2, (1, m))
    if m > 1:
        Y[0, rng.permutation(m)[:2]] = [0, 1]
    return Y


def _network(rng, dims, bias=0.4):
    """Parameters with biases that matter."""
    p = {}
    for layer, (n_prev, n) in enumerate(zip(dims, dims[1:], strict=False), 1):
        p[f"W{layer}"] = rng.normal(size=(n, n_prev)) * np.sqrt(2 / n_prev)
        p[f"b{layer}"] = bias * rng.normal(size=(n, 1))
    return p


def _data(rng, dims, m, scale=1.0):
    """Features and a network for them."""
    X = scale * rng.normal(size=(dims[0], m))
    return {"X": X, "parameters": _network(rng, dims)}


def _passed(X, p):
    """Activations of all layers."""
    activations, L = [X], len(p) // 2
    for layer in range(1, L + 1):
        Z = p[f"W{layer}"] @ activations[-1] + p[f"b{layer}"]
        activations.append(np.maximum(Z, 0) if layer < L else 1 / (1 + np.exp(-Z)))
    return activations


def _split(rng, dims, m, share=0.5):
    """Features and a network whose answers are of both classes."""
    args = _data(rng, dims, m)
    p, last = args["parameters"], len(dims) - 1
    a = _passed(args["X"], p)[-1]
    z = np.sort(np.log(a / (1 - a))[0])
    k = min(max(int(share * m), 1), m - 1)
    p[f"b{last}"] = p[f"b{last}"] - (z[k - 1] + z[k]) / 2
    return args


def _single(value):
    """The same in single precision."""
    if isinstance(value, dict):
        return {key: _single(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_single(part) for part in value]
    return value.astype(np.float32) if isinstance(value, np.ndarray) else value


TINY = {
    "W1": np.array([[1.0, -1.0], [0.0, 2.0]]),
    "b1": np.array([[0.0], [-1.0]]),
    "W2": np.array([[1.0, -2.0]]),
    "b2": np.array([[0.5]]),
}


def cases_layers_forward(rng):
    X = np.array([[3.0, 1.0], [1.0, 2.0]])
    tiny = {"X": X, "parameters": TINY}
    yield Case("two examples by hand", tiny, visible=True, alias=True)
    for dims, m in (([3, 4, 1], 7), ([4, 5, 3, 1], 6), ([3, 6, 5, 4, 1], 9)):
        args = _data(rng, dims, m)
        yield Case("two to four layers", args, core=True, alias=True)
    yield Case("one layer: logistic regression", _data(rng, [5, 1], 6), alias=True)
    yield Case("one example", _data(rng, [4, 3, 2, 1], 1), alias=True)
    far = _data(rng, [3, 1], 6, 3000.0)
    far["X"][:, 3:] = -far["X"][:, :3]
    yield Case("a very large z: no overflow", far, alias=True)
    yield Case("twelve layers", _data(rng, [3] + [4] * 11 + [1], 5), alias=True)
    yield Case("single precision", _single(_data(rng, [6, 5, 4, 1], 8)), alias=True)
    cut = _data(rng, [4, 3, 1], 8)
    cut["X"] = cut["X"][:, ::2]
    yield Case("columns cut from a larger array", cut, alias=True)
    yield Case("768 features", _data(rng, [768, 4, 1], 10, 0.3), alias=True)


def _backward(rng, dims, m, scale=1.0):
    args = _data(rng, dims, m, scale)
    A = _passed(args["X"], args["parameters"])
    return {"activations": A, "parameters": args["parameters"], "Y": _labels(rng, m)}


def cases_layers_backward(rng):
    A0 = np.array([[3.0, 1.0], [1.0, 2.0]])
    A1, A2 = np.array([[2.0, 0.0], [1.0, 3.0]]), np.array([[0.75, 0.25]])
    tiny = {"activations": [A0, A1, A2], "parameters": TINY, "Y": np.array([[1, 0]])}
    yield Case("two examples by hand", tiny, visible=True)
    for dims, m in (([3, 4, 1], 7), ([4, 5, 3, 1], 6), ([3, 6, 5, 4, 1], 9)):
        yield Case("two to four layers", _backward(rng, dims, m), core=True)
    yield Case("one layer: logistic regression", _backward(rng, [5, 1], 6))
    yield Case("one example", _backward(rng, [4, 3, 2, 1], 1))
    yield Case("twelve layers", _backward(rng, [3] + [4] * 11 + [1], 5))
    yield Case("as many units as examples", _backward(rng, [5, 5, 5, 1], 5))
    sure = _backward(rng, [3, 4, 1], 6)
    sure["activations"][-1] = sure["Y"] + 0.0
    sure["activations"][-1][0, 0] = 1 - sure["Y"][0, 0]
    yield Case("probabilities of exactly 0 and 1", sure)
    yield Case("single precision", _single(_backward(rng, [6, 5, 4, 1], 8)))
    yield Case("768 features", _backward(rng, [768, 4, 1], 10, 0.3))


def _training(rng, n_x, m, steps, rate, **other):
    X = rng.normal(size=(n_x, m))
    Y = (X[:1] * X[1:2] + 0.2 * rng.normal(size=(1, m)) > 0).astype(int)
    args = {"X": X, "Y": Y} | other | {"num_iterations": steps, "learning_rate": rate}
    return args | {"rng": Rng(int(rng.integers(1, 10**6)))}


def cases_two_layer_model(rng):
    yield Case("one step", _training(rng, 2, 4, 1, 1.0, n_h=2), visible=True)
    yield Case("any set", _training(rng, 2, 40, 30, 0.6, n_h=4), core=True)
    yield Case("any set", _training(rng, 5, 25, 12, 0.3, n_h=3), core=True)
    yield Case("no step: He's start", _training(rng, 6, 5, 0, 0.1, n_h=4))
    yield Case("one hidden unit", _training(rng, 3, 15, 8, 0.4, n_h=1))
    yield Case("150 steps, 150 costs", _training(rng, 2, 50, 150, 0.3, n_h=5))
    yield Case("one example", _training(rng, 3, 1, 5, 0.2, n_h=3))
    single = _training(rng, 4, 20, 6, 0.3, n_h=4)
    yield Case("single precision", single | {"X": single["X"].astype(np.float32)})
    yield Case("300 features", _training(rng, 300, 12, 5, 0.02, n_h=6))


def cases_deep_model(rng):
    tiny = _training(rng, 2, 4, 2, 0.5, layer_dims=[2, 2, 1]) | {"every": 1}
    yield Case("two steps", tiny, visible=True)
    for dims, every in (([2, 4, 1], 10), ([4, 5, 3, 1], 7)):
        args = _training(rng, dims[0], 30, 25, 0.3, layer_dims=dims)
        yield Case("any network", args | {"every": every}, core=True)
    five = _training(rng, 3, 20, 12, 0.2, layer_dims=[3, 6, 5, 4, 1])
    yield Case("four layers, every cost", five | {"every": 1})
    default = _training(rng, 2, 16, 201, 0.1, layer_dims=[2, 3, 1])
    yield Case("every 100th cost when nothing is said", default)
    logistic = _training(rng, 4, 20, 9, 0.5, layer_dims=[4, 1])
    yield Case("one layer: logistic regression", logistic | {"every": 2})
    none = _training(rng, 3, 8, 0, 0.1, layer_dims=[3, 5, 2, 1])
    yield Case("no step: He's start", none)
    one = _training(rng, 3, 1, 6, 0.2, layer_dims=[3, 4, 1])
    yield Case("one example", one | {"every": 3})
    single = _training(rng, 4, 20, 6, 0.3, layer_dims=[4, 4, 3, 1]) | {"every": 2}
    yield Case("single precision", single | {"X": single["X"].astype(np.float32)})


def _fenced(z):
    """One layer whose scores are the features themselves."""
    p = {"W1": np.ones((1, 1)), "b1": np.zeros((1, 1))}
    return {"X": np.array([z], dtype=float), "parameters": p}


def cases_predict(rng):
    X = np.array([[3.0, 1.0], [0.5, 2.0]])
    tiny = {"X": X, "parameters": TINY}
    yield Case("two examples by hand", tiny, visible=True)
    for dims, m in (([3, 4, 1], 9), ([4, 5, 3, 1], 12)):
        yield Case("any network", _split(rng, dims, m), core=True)
    yield Case("exactly 0.5 is class 0", _fenced([0.0, 0.0, 1.5, -2.0]))
    yield Case("the threshold is on A, not on Z", _fenced(rng.uniform(0.1, 0.4, 5)))
    yield Case("one layer: logistic regression", _split(rng, [5, 1], 8))
    one = _split(rng, [4, 3, 2, 1], 8)
    yield Case("one example", one | {"X": one["X"][:, :1]})
    yield Case("single precision", _single(_split(rng, [6, 5, 1], 10)))
    yield Case("five layers", _split(rng, [3, 6, 5, 4, 3, 1], 14, 0.4))


def _judged(rng, dims, m, k, wrong=0.4):
    """A network and labels of which a share goes wrong."""
    args = _split(rng, dims, m)
    a = _passed(args["X"], args["parameters"])[-1]
    flip = np.zeros((1, m), bool)
    flip[0, rng.permutation(m)[: max(int(wrong * m), 1)]] = True
    Y = ((a > 0.5) != flip).astype(int)
    return {"X": args["X"], "Y": Y, "parameters": args["parameters"], "k": k}


def cases_most_confident_mistakes(rng):
    by_hand = _fenced([2.0, -3.0, 1.0, -0.5])
    by_hand |= {"Y": np.array([[0, 1, 1, 1]]), "k": 2}
    yield Case("four examples by hand", by_hand, visible=True)
    for dims, m, k in (([3, 4, 1], 24, 5), ([4, 5, 3, 1], 40, 8)):
        yield Case("any network", _judged(rng, dims, m, k), core=True)
    yield Case("fewer mistakes than wanted", _judged(rng, [3, 4, 1], 20, 15, 0.25))
    right = _judged(rng, [3, 4, 1], 12, 4, 0.1)
    a = _passed(right["X"], right["parameters"])[-1]
    yield Case("no mistake at all", right | {"Y": (a > 0.5).astype(int)})
    yield Case("every answer wrong", right | {"Y": (a <= 0.5).astype(int)})
    tied = _fenced([1.0, 2.0, -1.5, 1.0, 2.0, -3.0, 1.0])
    yield Case("equally sure", tied | {"Y": np.array([[0, 0, 1, 0, 0, 1, 0]]), "k": 6})
    yield Case("none wanted", _judged(rng, [2, 3, 1], 9, 0))
    one = _fenced([1.5]) | {"Y": np.array([[0]]), "k": 3}
    yield Case("one example", one)
    yield Case("single precision", _single(_judged(rng, [5, 4, 1], 18, 6)))


def cases_mean_confidence(rng):
    by_hand = _fenced([np.log(4), np.log(9), -np.log(4)])
    yield Case("three answers: 0.8, 0.9, 0.8", by_hand, visible=True)
    for dims, m in (([3, 4, 1], 15), ([4, 5, 3, 1], 24)):
        yield Case("any network", _split(rng, dims, m), core=True)
    yield Case("only the answer 'cat'", _fenced(rng.uniform(0.2, 3, 6)))
    yield Case("only the answer 'no cat'", _fenced(-rng.uniform(0.2, 3, 6)))
    yield Case("undecided: one half", _fenced([0.0, 0.0, 0.0]))
    yield Case("one example", _fenced([-1.3]))
    yield Case("single precision", _single(_split(rng, [6, 5, 1], 12)))
    yield Case("five layers", _split(rng, [3, 6, 5, 4, 3, 1], 20, 0.3))
    yield Case("400 examples", _split(rng, [8, 5, 1], 400, 0.7))


def cases_decisions(rng):
    yield Case("answers")
