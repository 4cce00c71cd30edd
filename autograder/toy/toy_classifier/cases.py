"""Inputs on which the functions of the toy classifier are judged."""

import numpy as np

from helpers.checks import Case

HINTS = {
    "sigmoid": "Which sign stands before z in the exponent? σ(z) = 1 / (1 + e^{-z})",
    "logistic_loss": "What is left of L = -(y ln ŷ + (1 - y) ln(1 - ŷ)) when y = 1?",
    "accuracy": "How many columns agree, and out of how many?",
    "compute_cost": "How many examples does the mean run over? J = (1/m) Σ L",
    "predict": "When is σ(z) above one half? Class 1 where a > 0.5, shape (1, m).",
    "decisions": "Read the sections above once more.",
}


def _labels(rng, m):
    """Random labels; both classes occur."""
    Y = rng.integers(0, 2, (1, m))
    Y[0, rng.permutation(m)[:2]] = [0, 1]
    return Y


def _probabilities(rng, *shape):
    return rng.uniform(0.05, 0.95, shape)


def cases_sigmoid(rng):
    yield Case("zero gives one half", {"z": 0.0}, visible=True)
    yield Case("three numbers by hand", {"z": np.log([[1 / 3, 1.0, 4.0]])}, True)
    for shape in ((3, 4), (1, 7)):
        yield Case("any array", {"z": 2 * rng.normal(size=shape)}, core=True)
    yield Case("whole numbers", {"z": rng.integers(-6, 7, (2, 3))})


def cases_logistic_loss(rng):
    pair = {"yhat": np.array([[0.8, 0.4]]), "y": np.array([[1, 0]])}
    yield Case("two examples by hand", pair, visible=True)
    for m in (6, 11):
        any_pair = {"yhat": _probabilities(rng, 1, m), "y": _labels(rng, m)}
        yield Case("any probabilities", any_pair, core=True)
    yield Case("one example of class 0", {"yhat": float(rng.uniform(0.1, 0.9)), "y": 0})


def cases_accuracy(rng):
    by_hand = {"Yhat": np.array([[1, 1, 1, 0, 0]]), "Y": np.array([[1, 1, 0, 0, 0]])}
    yield Case("four of five", by_hand, visible=True)
    for m, flips in ((11, 3), (23, 7)):
        Y = _labels(rng, m)
        Yhat = Y.copy()
        where = rng.permutation(m)[:flips]
        Yhat[0, where] = 1 - Yhat[0, where]
        yield Case("any predictions", {"Yhat": Yhat, "Y": Y}, core=True)
    yield Case("all wrong", {"Yhat": 1 - Y, "Y": Y})


def cases_compute_cost(rng):
    three = {"A": np.array([[0.8, 0.4, 0.5]]), "Y": np.array([[1, 0, 1]])}
    yield Case("three examples by hand", three, visible=True)
    for m in (6, 11):
        any_set = {"A": _probabilities(rng, 1, m), "Y": _labels(rng, m)}
        yield Case("any set", any_set, core=True)
    yield Case("one example", {"A": np.array([[0.25]]), "Y": np.array([[0]])})


def cases_predict(rng):
    by_hand = {
        "w": np.array([[1.0], [-1.0]]),
        "b": -1.0,
        "X": np.array([[3.0, 1.0, 1.5, 2.25], [1.0, 3.0, 1.0, 1.0]]),
    }
    yield Case("four examples by hand", by_hand, visible=True)
    for n_x, m in ((3, 9), (5, 12)):
        w, X = rng.normal(size=(n_x, 1)), rng.normal(size=(n_x, m))
        b = 0.05 - float(np.median(w.T @ X))
        yield Case("any set", {"w": w, "b": b, "X": X}, core=True)
    tie = {"w": np.zeros((3, 1)), "b": 0.0, "X": rng.normal(size=(3, 4))}
    yield Case("exactly 0.5 is class 0", tie)


def cases_decisions(rng):
    yield Case("answers")
