"""Inputs on which the functions of regularization are judged."""

import numpy as np

from helpers.checks import Case, Rng

HINTS = {
    "split_indices": "How many examples are left for training, and where does the dev "
    "set begin? m_train = m - m_dev - m_test; train, dev and test follow each other.",
    "diagnose": "Which error is the training error measured against, and which one the "
    "dev error? bias = train - optimal, variance = dev - train.",
    "fit_normalizer": "Along which axis lie the examples? μ = (1/m) Σ x⁽ⁱ⁾, "
    "σ² = (1/m) Σ (x⁽ⁱ⁾ - μ)², and σ is its root.",
    "apply_normalizer": "Which two numbers does each feature need? x' = (x - μ) / σ",
    "cost_with_l2": "Which parameters are punished, and over how many examples is the "
    "mean taken? J = cost + λ/(2m) Σ_l ‖W^[l]‖², the sum of all squares.",
    "gradients_with_l2": "What is the slope of (λ/2m) w² by w? "
    "dW := dW + (λ/m) W, and db stays.",
    "decay_step": "Put dW + (λ/m) W into W := W - α (...) and collect what belongs to "
    "W: W := (1 - αλ/m) W - α dW.",
    "l1_penalty": "What is the slope of |w| left of 0, and right of it? "
    "penalty = λ/(2m) Σ |w_j|, dw = λ/(2m) sign(w).",
    "dropout_forward": "How often is a random number from [0, 1) below 0.8? "
    "D = (random < keep_prob), A_drop = A ⊙ D / keep_prob.",
    "dropout_backward": "What did the forward pass multiply each activation by? "
    "dA = dA_drop ⊙ D / keep_prob",
    "early_stopping": "How many measurements lie between the best one and now? "
    "Stop where t - best ≥ patience.",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _seed(rng):
    return Rng(int(rng.integers(1, 10_000)))


def _net(rng, dims, scale=1.0):
    """Parameters of a network, biases included."""
    parameters = {}
    for k in range(1, len(dims)):
        parameters[f"W{k}"] = scale * rng.normal(size=(dims[k], dims[k - 1]))
        parameters[f"b{k}"] = 1.0 + rng.random((dims[k], 1))
    return parameters


def _slopes(rng, parameters):
    """Random gradients of the right shapes."""
    return {f"d{k}": rng.normal(size=np.shape(v)) for k, v in parameters.items()}


def _single(arrays):
    return {name: value.astype(np.float32) for name, value in arrays.items()}


def _fortran(arrays):
    return {name: np.asfortranarray(value) for name, value in arrays.items()}


def cases_split_indices(rng):
    yield Case(
        "six examples: 3, 2 and 1",
        {"m": 6, "m_dev": 2, "m_test": 1, "rng": Rng(1)},
        visible=True,
    )
    for m, m_dev, m_test in ((50, 10, 12), (31, 7, 4)):
        args = {"m": m, "m_dev": m_dev, "m_test": m_test, "rng": _seed(rng)}
        yield Case("any sizes", args, core=True)
    args = {"m": 12, "m_dev": 4, "m_test": 0, "rng": _seed(rng)}
    yield Case("no test set", args)
    args = {"m": 9, "m_dev": 0, "m_test": 3, "rng": _seed(rng)}
    yield Case("no dev set", args)
    args = {"m": 8, "m_dev": 0, "m_test": 0, "rng": _seed(rng)}
    yield Case("everything for training", args)
    args = {"m": 1, "m_dev": 0, "m_test": 0, "rng": _seed(rng)}
    yield Case("one example", args)
    args = {"m": 3, "m_dev": 1, "m_test": 1, "rng": _seed(rng)}
    yield Case("one example in each set", args)
    args = {"m": 5000, "m_dev": 50, "m_test": 40, "rng": _seed(rng)}
    yield Case("5000 examples, a small dev and test set", args)
    args = {"m": 20, "m_dev": 12, "m_test": 6, "rng": _seed(rng)}
    yield Case("a dev set larger than the training set", args)


def _errors(train, dev, optimal=0.0, gap=0.02):
    return {
        "train_error": train,
        "dev_error": dev,
        "optimal_error": optimal,
        "gap": gap,
    }


def cases_diagnose(rng):
    yield Case("1 % and 11 %", _errors(0.01, 0.11), visible=True)
    yield Case("15 % and 16 %", _errors(0.15, 0.16), visible=True)
    for _ in range(3):
        optimal = float(rng.uniform(0.01, 0.1))
        train = optimal + float(rng.uniform(0.05, 0.2))
        dev = train + float(rng.uniform(0.05, 0.2))
        args = _errors(train, dev, optimal, float(rng.uniform(0.01, 0.04)))
        yield Case("both are high", args, core=True)
        args = _errors(train, train + 0.01, optimal, 0.03)
        yield Case("high bias alone", args, core=True)
        args = _errors(optimal + 0.01, optimal + 0.1, optimal, 0.03)
        yield Case("high variance alone", args, core=True)
    yield Case("15 % and 30 %", _errors(0.15, 0.30))
    yield Case("0.5 % and 1 %", _errors(0.005, 0.01))
    yield Case("blurred pictures: the best model makes 15 %", _errors(0.15, 0.16, 0.15))
    yield Case("a wide gap forgives more", _errors(0.1, 0.18, 0.02, 0.125))
    yield Case("exactly the gap is not high", _errors(0.5, 0.75, 0.25, 0.25))
    yield Case(
        "a dev error below the training error", _errors(0.25, 0.125, 0.0, 0.03125)
    )
    yield Case("better than thought possible", _errors(0.125, 0.5, 0.25, 0.03125))
    yield Case("no error at all", _errors(0.0, 0.0))
    yield Case(
        "single precision",
        _errors(np.float32(0.25), np.float32(0.5), np.float32(0.125), np.float32(0.03)),
    )


def _features(rng, n_x, m):
    """Features of very different means and spreads."""
    spread = 10.0 ** rng.uniform(-2, 3, (n_x, 1))
    return spread * (rng.normal(size=(n_x, m)) + rng.uniform(-3, 3, (n_x, 1)))


def cases_fit_normalizer(rng):
    by_hand = np.array([[1.0, 3.0, 5.0, 7.0], [0.0, 0.0, 2.0, 2.0]])
    yield Case("two features by hand", {"X_train": by_hand}, visible=True)
    for n_x, m in ((3, 8), (6, 5)):
        yield Case("any set", {"X_train": _features(rng, n_x, m)}, core=True)
    yield Case("as many features as examples", {"X_train": _features(rng, 4, 4)})
    yield Case("one feature", {"X_train": _features(rng, 1, 9)})
    constant = _features(rng, 3, 6)
    constant[1] = 2.5
    constant[2] = 0.0
    yield Case("a feature that never changes", {"X_train": constant})
    yield Case("one example", {"X_train": _features(rng, 3, 1)})
    yield Case(
        "whole numbers", {"X_train": rng.integers(1, 1001, (2, 7)).astype(np.int64)}
    )
    far = rng.normal(size=(2, 40)) + np.array([[1e3], [-3e3]])
    yield Case("a mean far larger than the spread", {"X_train": far})
    single = _features(rng, 3, 12).astype(np.float32)
    yield Case("single precision", {"X_train": single})
    yield Case("cut from a larger set", {"X_train": _features(rng, 8, 20)[::2, ::-3]})
    yield Case("5000 examples", {"X_train": _features(rng, 2, 5000)})


def _scales(rng, n_x):
    mu = rng.uniform(-3, 3, (n_x, 1))
    return {"mu": mu, "sigma": rng.uniform(0.2, 4.0, (n_x, 1))}


def cases_apply_normalizer(rng):
    by_hand = {"X": np.array([[4.0, 8.0], [1.0, 3.0]])}
    by_hand |= {"mu": np.array([[4.0], [1.0]]), "sigma": np.array([[2.0], [0.5]])}
    yield Case("two examples by hand", by_hand, visible=True)
    for n_x, m in ((3, 7), (5, 4)):
        args = {"X": 3 * rng.normal(size=(n_x, m))} | _scales(rng, n_x)
        yield Case("any set", args, core=True)
    args = {"X": rng.normal(size=(4, 4))} | _scales(rng, 4)
    yield Case("as many features as examples", args)
    yield Case("one example", {"X": rng.normal(size=(4, 1))} | _scales(rng, 4))
    yield Case("one feature", {"X": rng.normal(size=(1, 6))} | _scales(rng, 1))
    shifted = {"X": 50 + rng.normal(size=(2, 9))} | _scales(rng, 2)
    yield Case("a dev set that lies elsewhere stays elsewhere", shifted)
    whole = {"X": rng.integers(1, 9, (3, 5))} | _scales(rng, 3)
    yield Case("whole numbers", whole)
    single = {"X": rng.normal(size=(3, 6)).astype(np.float32)} | _single(
        _scales(rng, 3)
    )
    yield Case("single precision", single)
    cut = {"X": rng.normal(size=(6, 12))[::2, ::-2]} | _scales(rng, 3)
    yield Case("cut from a larger set", cut)


def _small():
    W1, W2 = np.array([[1.0, -2.0], [0.0, 3.0]]), np.array([[2.0, -1.0]])
    b1, b2 = np.array([[5.0], [7.0]]), np.array([[4.0]])
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def _penalties(rng):
    """(title, parameters, lambd, m, core) for every function with an L2 penalty."""
    yield "any network", _net(rng, (4, 3, 2, 1)), 0.7, 9, True
    yield "any network", _net(rng, (2, 5, 1)), 2.5, 4, True
    yield "any network", _net(rng, (3, 2, 6, 4, 1)), 0.3, 12, True
    yield "logistic regression: one layer", _net(rng, (6, 1)), 1.5, 8, False
    yield "eleven layers", _net(rng, (2, *[3] * 10, 1)), 0.9, 6, False
    yield "one example", _net(rng, (3, 4, 1)), 0.8, 1, False
    yield "lambda = 0: nothing changes", _net(rng, (3, 4, 1)), 0.0, 7, False
    yield "a strong penalty", _net(rng, (3, 4, 1)), 300.0, 20, False
    yield "single precision", _single(_net(rng, (5, 3, 1))), 0.6, 10, False
    yield "Fortran order", _fortran(_net(rng, (4, 5, 1))), 0.4, 5, False
    yield "square weight matrices", _net(rng, (3, 3, 3)), 1.2, 3, False


def cases_cost_with_l2(rng):
    by_hand = {"cost": 0.5, "parameters": _small(), "lambd": 0.2, "m": 2}
    yield Case("squares 1 + 4 + 0 + 9 + 4 + 1", by_hand, visible=True)
    for title, parameters, lambd, m, core in _penalties(rng):
        cost = float(rng.uniform(0.1, 0.7))
        args = {"cost": cost, "parameters": parameters, "lambd": lambd, "m": m}
        yield Case(title, args, core=core)
    wide = {"W1": rng.normal(size=(150, 200)), "b1": rng.normal(size=(150, 1))}
    args = {"cost": 0.3, "parameters": wide, "lambd": 0.1, "m": 50}
    yield Case("30,000 weights", args)
    zero = {name: 0 * value for name, value in _net(rng, (3, 2, 1)).items()}
    yield Case(
        "no weights, no penalty",
        {"cost": 0.69, "parameters": zero, "lambd": 5.0, "m": 3},
    )


def _hand_slopes():
    slopes = {f"d{name}": np.ones_like(value) for name, value in _small().items()}
    return slopes | {"dW2": np.array([[0.5, 0.25]])}


def cases_gradients_with_l2(rng):
    args = {"grads": _hand_slopes(), "parameters": _small(), "lambd": 0.5, "m": 2}
    yield Case("lambda / m = 1/4 by hand", args, visible=True)
    for title, parameters, lambd, m, core in _penalties(rng):
        grads = _slopes(rng, parameters)
        if title == "single precision":
            grads = _single(grads)
        args = {"grads": grads, "parameters": parameters, "lambd": lambd, "m": m}
        yield Case(title, args, core=core)
    parameters = _net(rng, (4, 3, 1))
    grads = {name: 0 * value for name, value in _slopes(rng, parameters).items()}
    args = {"grads": grads, "parameters": parameters, "lambd": 2.0, "m": 5}
    yield Case("no slope but the penalty's", args)


def cases_decay_step(rng):
    args = {"parameters": _small(), "grads": _hand_slopes()}
    args |= {"learning_rate": 0.5, "lambd": 0.4, "m": 2}
    yield Case("every weight keeps 9/10, by hand", args, visible=True)
    for title, parameters, lambd, m, core in _penalties(rng):
        grads = _slopes(rng, parameters)
        if title == "single precision":
            grads = _single(grads)
        args = {"parameters": parameters, "grads": grads}
        args |= {"learning_rate": float(rng.uniform(0.05, 0.4)), "lambd": lambd}
        yield Case(title, args | {"m": m}, core=core)
    parameters = _net(rng, (3, 4, 1))
    args = {"parameters": parameters, "grads": _slopes(rng, parameters)}
    args |= {"learning_rate": 1.0, "lambd": 0.3, "m": 6}
    yield Case("the colleague's own rate, 1", args)
    yield Case("a rate of 0: nothing moves", args | {"learning_rate": 0.0})


def _weights(rng, n_x, lambd, m):
    return {"w": rng.uniform(-2.5, 2.5, (n_x, 1)), "lambd": lambd, "m": m}


def cases_l1_penalty(rng):
    w = np.array([[2.0], [-3.0], [0.0]])
    yield Case("|2| + |-3| + |0| = 5", {"w": w, "lambd": 0.4, "m": 2}, visible=True)
    yield Case("any weights", _weights(rng, 6, 0.77, 9), core=True)
    yield Case("any weights", _weights(rng, 8, 2.3, 5), core=True)
    yield Case("any weights", _weights(rng, 3, 0.9, 7), core=True)
    yield Case("one weight", _weights(rng, 1, 0.5, 6))
    yield Case("one example", _weights(rng, 4, 0.5, 1))
    yield Case("lambda = 0: no penalty", _weights(rng, 4, 0.0, 5))
    zero = {"w": np.zeros((4, 1)), "lambd": 0.6, "m": 3}
    yield Case("at zero: slope 0, not nan", zero)
    tiny = _weights(rng, 4, 0.6, 3)
    yield Case("tiny weights pay the same slope", tiny | {"w": 1e-12 * tiny["w"]})
    whole = {"w": np.array([[3], [-1], [0], [4]]), "lambd": 0.3, "m": 4}
    yield Case("whole numbers", whole)
    single = _weights(rng, 6, 0.8, 7)
    yield Case("single precision", single | {"w": single["w"].astype(np.float32)})
    long = _weights(rng, 3500, 1.3, 31)
    yield Case("4000 weights", long)


def cases_dropout_forward(rng):
    A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    yield Case(
        "six activations", {"A": A, "keep_prob": 0.5, "rng": Rng(2)}, visible=True
    )
    for n, m, keep in ((5, 8, 0.8), (7, 3, 0.6), (4, 6, 0.3)):
        args = {"A": rng.normal(size=(n, m)), "keep_prob": keep, "rng": _seed(rng)}
        yield Case("any layer", args, core=True)
    args = {"A": rng.normal(size=(4, 5)), "keep_prob": 1.0, "rng": _seed(rng)}
    yield Case("keep_prob = 1: nothing is dropped", args)
    args = {"A": rng.normal(size=(6, 6)), "keep_prob": 0.7, "rng": _seed(rng)}
    yield Case("as many units as examples", args)
    args = {"A": rng.normal(size=(9, 1)), "keep_prob": 0.5, "rng": _seed(rng)}
    yield Case("one example", args)
    args = {"A": rng.normal(size=(1, 9)), "keep_prob": 0.5, "rng": _seed(rng)}
    yield Case("one unit", args)
    args = {"A": rng.random((10, 12)), "keep_prob": 0.05, "rng": _seed(rng)}
    yield Case("hardly anyone stays", args)
    silent = np.maximum(rng.normal(size=(6, 7)), 0)
    args = {"A": silent, "keep_prob": 0.75, "rng": _seed(rng)}
    yield Case("units that were silent already", args)
    single = rng.normal(size=(5, 6)).astype(np.float32)
    args = {"A": single, "keep_prob": 0.8, "rng": _seed(rng)}
    yield Case("single precision", args)
    cut = rng.normal(size=(12, 10))[::-2, ::2]
    args = {"A": cut, "keep_prob": 0.6, "rng": _seed(rng)}
    yield Case("cut from a larger array", args)
    args = {"A": np.ones((50, 40)), "keep_prob": 0.8, "rng": _seed(rng)}
    yield Case("50 units, 40 examples", args)


def _mask(rng, n, m, keep):
    slopes = rng.normal(size=(n, m))
    return {"dA_drop": slopes, "D": rng.random((n, m)) < keep, "keep_prob": keep}


def cases_dropout_backward(rng):
    D = np.array([[True, False, True], [False, True, True]])
    dA = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    by_hand = {"dA_drop": dA, "D": D, "keep_prob": 0.5}
    yield Case("six slopes by hand", by_hand, visible=True)
    for n, m, keep in ((5, 8, 0.8), (7, 3, 0.6), (4, 6, 0.3)):
        yield Case("any layer", _mask(rng, n, m, keep), core=True)
    yield Case("as many units as examples", _mask(rng, 5, 5, 0.7))
    yield Case("keep_prob = 1: nothing is dropped", _mask(rng, 4, 3, 1.0))
    yield Case("one example", _mask(rng, 6, 1, 0.5))
    yield Case("one unit", _mask(rng, 1, 6, 0.5))
    nobody = _mask(rng, 3, 4, 0.1) | {"D": np.zeros((3, 4), dtype=bool)}
    yield Case("nobody stayed: no slope", nobody)
    single = _mask(rng, 5, 4, 0.8)
    single["dA_drop"] = single["dA_drop"].astype(np.float32)
    yield Case("single precision", single)
    cut = _mask(rng, 10, 9, 0.6)
    cut |= {"dA_drop": cut["dA_drop"][::2, ::-3], "D": cut["D"][::2, ::-3]}
    yield Case("cut from a larger array", cut)
    yield Case("60 units, 50 examples", _mask(rng, 60, 50, 0.9))


def _curve(rng, n):
    """A dev error that falls, rises again and trembles."""
    t = np.linspace(0, 1, n)
    curve = 0.3 - 0.4 * t + 0.45 * t**2 + 0.02 * rng.normal(size=n)
    return [float(value) for value in curve]


def cases_early_stopping(rng):
    by_hand = [0.5, 0.4, 0.3, 0.35, 0.32, 0.2]
    yield Case(
        "the best comes too late",
        {"dev_errors": by_hand, "patience": 2},
        visible=True,
    )
    yield Case(
        "more patience finds it", {"dev_errors": by_hand, "patience": 3}, visible=True
    )
    for n, patience in ((40, 5), (60, 8), (30, 3), (80, 6)):
        args = {"dev_errors": _curve(rng, n), "patience": patience}
        yield Case("any curve", args, core=True)
    falling = [float(v) for v in np.sort(rng.random(9))[::-1]]
    yield Case(
        "still falling at the end", {"dev_errors": falling, "patience": 3}, core=True
    )
    yield Case("rising at once", {"dev_errors": falling[::-1], "patience": 4})
    yield Case("one measurement", {"dev_errors": [0.3], "patience": 5})
    ties = [5, 2, 3, 2, 3, 2, 1]  # wrong answers, counted: no rounding
    yield Case("an equal error is no better", {"dev_errors": ties, "patience": 3})
    yield Case("an equal error is no better", {"dev_errors": ties, "patience": 5})
    flat = [4] * 8
    yield Case("nothing changes", {"dev_errors": flat, "patience": 3})
    steps = [0.5, 0.6, 0.4, 0.5, 0.3, 0.4, 0.2, 0.3, 0.25]
    yield Case("a new best starts the count anew", {"dev_errors": steps, "patience": 2})
    yield Case("patience 1", {"dev_errors": steps, "patience": 1})
    yield Case("patience 1", {"dev_errors": falling[:4] + [0.99], "patience": 1})
    late = [0.5, 0.4, 0.45, 0.44, 0.43, 0.42]
    yield Case("better than the last is not best", {"dev_errors": late, "patience": 3})
    yield Case("longer patience than the list", {"dev_errors": late, "patience": 50})
    args = {"dev_errors": _curve(rng, 2000), "patience": 400}
    yield Case("2000 measurements", args)


def cases_decisions(rng):
    yield Case("answers")
