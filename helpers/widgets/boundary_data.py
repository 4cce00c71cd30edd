"""Points of the boundary explorer: a set, and what the reader adds to it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from helpers.canvas.frame import Frame
from helpers.canvas.scene import Box
from helpers.datasets import toy

FIELD: Box = (40, 32, 348, 348)
EMPTY = (np.zeros((2, 0)), np.zeros((1, 0), dtype=int))


def default_sets() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """The course's sets of points with two classes."""
    return {
        "flower": toy.make_flower(400, seed=0),
        "moons": toy.make_moons(200, seed=0),
        "circles": toy.make_circles(200, seed=0),
        "spirals": toy.make_spirals(240, seed=0),
        "xor": toy.make_xor(200, seed=0),
        "blobs": toy.make_blobs(200, seed=0),
    }


class Points:
    """Points of one set with the reader's own.

    Parameters
    ----------
    chosen : sequence of ndarray
        (X, Y), (X, Y, X_test, Y_test), or () for none.
    drawn : sequence of (x, y, k)
        The reader's points in pixels of FIELD, and their classes.
    """

    def __init__(self, chosen: Sequence[np.ndarray], drawn: Sequence) -> None:
        self.chosen, self.drawn = chosen, tuple(drawn)
        X, Y, self.X_test, Y_test = (*chosen, *EMPTY, *EMPTY)[:4]
        span = 1.12 * float(np.abs(X).max()) if X.size else 2.0
        self.frame = Frame(FIELD, (-span, span), (-span, span))
        own = [(*self.frame.data((x, y)), k) for x, y, k in self.drawn]
        added = np.array(own, dtype=float).reshape(-1, 3).T  # (3, n)
        self.X = np.hstack([np.asarray(X, dtype=float), added[:2]])
        self.Y = np.hstack([np.asarray(Y, dtype=int), added[2:].astype(int)])
        self.Y_test = np.asarray(Y_test, dtype=int)

    def __eq__(self, other: Any) -> bool:
        same = isinstance(other, Points) and self.chosen is other.chosen
        return same and self.drawn == other.drawn

    __hash__ = None  # type: ignore[assignment]

    def right(self, P: np.ndarray) -> tuple[int, int, int, int]:
        """Right answers and points, of the set and of the test points.

        Parameters
        ----------
        P : ndarray of shape (n_y, m + m_test)
            Probabilities, those of the test points last; these may be missing.
        """
        answers = P.argmax(axis=0) if len(P) > 1 else P[0] > 0.5
        m = self.X.shape[1]
        n = P.shape[1] - m
        hits = int((answers[:m] == self.Y[0]).sum())
        return hits, m, int((answers[m:] == self.Y_test[0, :n]).sum()), n
