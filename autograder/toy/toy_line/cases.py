"""Inputs on which the functions of the toy line are judged."""

import numpy as np

from helpers.checks import Case

HINTS = {
    "fitted": "Which shapes give (1, m)? wᵀX + b",
    "decisions": "Read the section above once more.",
}


def cases_fitted(rng):
    by_hand = {"w": np.array([[2.0]]), "b": 1.0, "X": np.array([[0.0, 3.0]])}
    yield Case("two examples by hand", by_hand, visible=True)
    for n_x, m in ((3, 5), (4, 8)):
        w, X = rng.normal(size=(n_x, 1)), rng.normal(size=(n_x, m))
        yield Case("any line", {"w": w, "b": float(rng.normal()), "X": X}, core=True)


def cases_decisions(rng):
    yield Case("answers")
