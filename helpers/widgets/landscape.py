"""The cost of logistic regression with one feature, as a landscape over (w, b)."""

import numpy as np
from numpy.typing import ArrayLike

from helpers.canvas.frame import Frame, segments
from helpers.canvas.learner import Trouble
from helpers.canvas.scene import Box, Scene

DEFAULT_X = np.array(
    [[-0.8, -0.4, 0.0, 0.3, 0.6, 1.0, 1.2, 1.5, 1.8, 2.1, 2.5, 2.8, 3.3, 3.8]]
)
DEFAULT_Y = np.array([[0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1]])


def as_feature(X: object, Y: object) -> tuple[np.ndarray, np.ndarray]:
    """One row of inputs and one of labels, each of shape (1, m)."""
    X = np.atleast_2d(np.asarray(DEFAULT_X if X is None else X, dtype=float))
    Y = np.atleast_2d(np.asarray(DEFAULT_Y if Y is None else Y, dtype=float))
    if X.shape[0] != 1 or X.shape != Y.shape:
        got = f"got X {X.shape} and Y {Y.shape}, expected (1, m) for both"
        raise Trouble(f"{got}. Pick one feature: X[:1].")
    return X, Y


def cost(w: ArrayLike, b: ArrayLike, X: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """Cost at many points (w, b); any shape, the same for w, b and the result."""
    w, b = np.asarray(w, dtype=float), np.asarray(b, dtype=float)
    z = w[..., None] * X[0] + b[..., None]  # (..., m)
    return (np.logaddexp(0, z) - Y[0] * z).mean(axis=-1)


def gradient(w: float, b: float, X: np.ndarray, Y: np.ndarray) -> tuple[float, float]:
    """Derivatives of the cost by w and b."""
    z = np.clip(w * X[0] + b, -500, 500)
    dz = 1 / (1 + np.exp(-z)) - Y[0]  # (m,)
    return float((dz * X[0]).mean()), float(dz.mean())


def minimum(X: np.ndarray, Y: np.ndarray) -> tuple[float, float]:
    """Lowest point, by Newton's method; a little ridge keeps it finite."""
    theta = np.zeros(2)
    A = np.stack([X[0], np.ones_like(X[0])])  # (2, m)
    for _ in range(60):
        a = 1 / (1 + np.exp(-np.clip(theta @ A, -500, 500)))
        slope = A @ (a - Y[0]) / a.size + 1e-3 * theta
        curve = (A * (a * (1 - a))) @ A.T / a.size + 1e-3 * np.eye(2)
        step = np.linalg.solve(curve, slope)
        theta = theta - step * min(1.0, 2.0 / max(float(np.abs(step).max()), 1e-12))
    return float(theta[0]), float(theta[1])


class Landscape:
    """Field of the cost, its contours and its lowest point.

    Parameters
    ----------
    X, Y : ndarray of shape (1, m)
    box : tuple
        Pixels of the frame.
    """

    def __init__(self, X: np.ndarray, Y: np.ndarray, box: Box) -> None:
        self.X, self.Y = X, Y
        self.best = minimum(X, Y)
        span = max(4.0, 1.6 * abs(self.best[0])), max(3.2, 1.6 * abs(self.best[1]))
        x, y = ((c - s, c + s) for c, s in zip(self.best, span, strict=True))
        self.frame = Frame(box, x, y)

    def heights(self, n_H: int, n_W: int) -> np.ndarray:
        """Cost from 0, lowest, to 1 on a grid, top row first; shape (n_H, n_W)."""
        w = np.linspace(*self.frame.x, n_W)
        b = np.linspace(*self.frame.y, n_H)[::-1]
        J = cost(*np.meshgrid(w, b), self.X, self.Y)  # (n_H, n_W)
        return ((J - J.min()) / (J.max() - J.min())) ** 0.5

    def draw(self, scene: Scene) -> None:
        """Field (the darker, the higher), contours, lowest point and axes."""
        box, (n_H, n_W) = self.frame.box, (81, 101)
        scene.image(box, 0.5 * np.round(self.heights(243, 303) * 14) / 14, "blue")
        height = self.heights(n_H, n_W)
        for share in (np.arange(13) + 0.5) / 14:
            cells = segments(height, share) / [n_W - 1, n_H - 1]
            points = box[:2] + cells.reshape(-1, 2) * box[2:]
            scene.segments(points, "surface", width=1, opacity=0.7)
        self.frame.draw(scene, "cost J(w, b)", "w", "b", grid=False)
        ((x, y),) = self.frame.pixels(*self.best)
        cross = [(x - 5, y - 5), (x + 5, y + 5), (x - 5, y + 5), (x + 5, y - 5)]
        scene.segments(cross, "ink", width=2)
        scene.text(x + 10, y + 12, "lowest", size=11)
