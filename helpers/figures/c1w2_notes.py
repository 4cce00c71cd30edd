"""Figures of the notes on logistic regression and vectors, under their file names."""

import numpy as np
from matplotlib.figure import Figure

from helpers.datasets import load_cats
from helpers.figures import c1w2_logistic_regression as logistic
from helpers.figures import c1w2_vectorization as vectors
from helpers.figures.page import many, one
from helpers.plots import draw_costs

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
FOODS = ("Apples", "Beef", "Eggs", "Potatoes")
CALORIES = np.array([[56.0, 0, 4.4, 68], [1.2, 104, 52, 8], [1.8, 135, 99, 0.9]])


def figures() -> dict[str, Figure]:
    """All figures of the week under their file names."""
    parts = ("carb", "protein", "fat")
    return {
        "tangent": one(3.6, vectors.draw_tangent, lambda a: a**2, 2.0, 0.5),
        "graph": one(3.2, vectors.draw_graph, *_graph()),
        "race": one(3.6, vectors.draw_race, SIZES, _race()),
        "broadcast": one(2.6, vectors.draw_broadcast, (3, 4), (4,)),
        "calories": one(3.4, vectors.draw_calories, _percent(), FOODS, parts),
        "flatten": one(3.5, logistic.draw_flatten, _picture()),
        "sigmoid": one(3.4, logistic.draw_sigmoid, _sigmoid),
        "loss": one(3.4, logistic.draw_loss, _loss),
        "bowls": many(3.1, (1, 2), logistic.draw_bowls),
        "costs": one(3.4, draw_costs, _costs()),
        "pipeline": one(2.7, logistic.draw_pipeline),
    }


def _sigmoid(z: np.ndarray) -> np.ndarray:
    """Sigmoid of any array."""
    return 1 / (1 + np.exp(-z))


def _loss(yhat: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic loss for yhat inside (0, 1)."""
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))


def _graph() -> tuple[dict, dict]:
    """Values and derivatives of J = 3(a + bc) at (5, 3, 2)."""
    values = {"a": 5, "b": 3, "c": 2, "u": 6, "v": 11, "J": 33}
    return values, {"dv": 3, "du": 3, "da": 3, "db": 6, "dc": 9}


def _race() -> dict[str, list[float]]:
    """Seconds for a dot product of n numbers, measured once and kept.

    Best of five runs of a Python loop and of np.dot on one core of a 2-core cloud
    machine, one thread, Python 3.11.7 and NumPy 2.4.6. A figure that was measured at
    each build would differ at each build; the notebook measures on the reader's own
    machine.
    """
    loop = [1.19e-5, 1.23e-4, 1.25e-3, 1.24e-2, 1.35e-1]
    return {"loop": loop, "np.dot": [4.69e-7, 5.5e-7, 1.31e-6, 1.56e-5, 1.46e-4]}


def _percent() -> np.ndarray:
    """Calories of four foods in per cent of each column."""
    return 100 * CALORIES / CALORIES.sum(axis=0)


def _picture() -> np.ndarray:
    """One cat of the course's own picture set."""
    X, Y, *_ = load_cats()
    return np.asarray(X[np.flatnonzero(np.ravel(Y) == 1)[0]])


def _costs() -> dict[float, list[float]]:
    """Costs of gradient descent on eight points, for three learning rates."""
    x = np.array([-2.6, -1.9, -1.2, -0.3, -0.6, 0.9, 1.5, 2.4])
    y = np.array([0.0, 0, 0, 1, 0, 0, 1, 1])
    return {rate: _descend(x, y, rate) for rate in (0.03, 0.3, 12.0)}


def _descend(x: np.ndarray, y: np.ndarray, rate: float) -> list[float]:
    """Costs of 100 iterations from w = b = 0."""
    w = b = 0.0
    costs = []
    for _ in range(100):
        a = _sigmoid(w * x + b)
        costs.append(float(_loss(a, y).mean()))
        w, b = w - rate * float(((a - y) * x).mean()), b - rate * float((a - y).mean())
    return costs
