"""Landscapes for a race downhill: cost and slopes over (w, b), with their contours."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from helpers.canvas.frame import Frame, segments
from helpers.canvas.scene import Box, Scene

BOX: Box = (50, 32, 400, 316)
START = (BOX[0] + 0.1 * BOX[2], BOX[1] + 0.22 * BOX[3])
LEVELS = 13
BATCH = 4
FAR = 1e6  # beyond this a path is lost
Slope = Callable[[float, float, int], tuple[float, float]]


@dataclass(frozen=True)
class Surface:
    """A cost over two parameters.

    Parameters
    ----------
    name : str
    what : str
        One sentence: what is hard about it.
    J : callable
        J(w, b), for numbers or arrays.
    slope : callable
        slope(w, b, t) -> (dw, db) at step t, numbers.
    x, y : tuple of float
        What the picture shows of w and b.
    lowest : tuple of tuple of float
        The minima.
    """

    name: str
    what: str
    J: Callable = field(repr=False)
    slope: Slope = field(repr=False)
    x: tuple[float, float]
    y: tuple[float, float]
    lowest: tuple[tuple[float, float], ...]

    def frame(self, box: Box = BOX) -> Frame:
        """Axes of w and b."""
        return Frame(box, self.x, self.y)

    def floor(self) -> float:
        """Lowest cost."""
        return float(self.J(*self.lowest[0]))


def valley() -> Surface:
    """A bowl 40 times as steep across as along."""
    return Surface(
        "long valley",
        "40 times as steep across as along.",
        lambda w, b: (w**2 + 40 * b**2) / 20,
        lambda w, b, t: (w / 10, 4 * b),
        (-10.0, 5.0),
        (-2.2, 2.2),
        ((0.0, 0.0),),
    )


def saddle() -> Surface:
    """A pass: up along w, down along b, with a minimum below it."""
    return Surface(
        "saddle",
        "In the saddle, at (0, 0), the slope is 0, yet it is no minimum.",
        lambda w, b: w**2 / 2 + b**4 / 4 - b**2 / 2,
        lambda w, b, t: (w, b**3 - b),
        (-2.0, 1.4),
        (-1.55, 0.42),
        ((0.0, -1.0), (0.0, 1.0)),
    )


def banana() -> Surface:
    """Rosenbrock's function, with a milder wall: a valley that bends."""
    return Surface(
        "Rosenbrock",
        "A valley that bends, almost level along its floor.",
        lambda w, b: ((1 - w) ** 2 + 5 * (b - w**2) ** 2) / 10,
        lambda w, b, t: (
            (-2 * (1 - w) - 20 * w * (b - w**2)) / 10,
            (b - w**2),
        ),
        (-1.75, 1.75),
        (-0.7, 2.1),
        ((1.0, 1.0),),
    )


def plateau() -> Surface:
    """A hole in a plain: hardly any slope where we start."""

    def slope(w: float, b: float, t: int) -> tuple[float, float]:
        scale = 2 / (1 + w**2 + b**2) ** 2
        return scale * w, scale * b

    return Surface(
        "plateau",
        "Far out there is hardly any slope.",
        lambda w, b: (w**2 + b**2) / (1 + w**2 + b**2),
        slope,
        (-5.4, 2.6),
        (-2.8, 3.5),
        ((0.0, 0.0),),
    )


def noisy() -> Surface:
    """Cost of a line through 256 points; each slope is that of four of them."""
    rng = np.random.default_rng(3)
    x = rng.normal(1.0, 1.0, 256)
    y = 0.5 * x + 1 + rng.normal(0, 0.8, 256)
    order = np.concatenate([rng.permutation(256) for _ in range(8)])
    X, Y = (a[order].reshape(-1, BATCH) for a in (x, y))  # (512, BATCH)
    xx, x1, xy, y1 = (np.mean(a, axis=1) for a in (X * X, X, X * Y, Y))
    A = np.array([[np.mean(x * x), x.mean()], [x.mean(), 1.0]])
    c = np.array([np.mean(x * y), y.mean()])
    best = np.linalg.solve(A, c)
    rest = float(np.mean(y * y) - best @ c) / 2

    def J(w: np.ndarray, b: np.ndarray) -> np.ndarray:
        w, b = w - best[0], b - best[1]
        return rest + (A[0, 0] * w**2 + 2 * A[0, 1] * w * b + b**2) / 2

    def slope(w: float, b: float, t: int) -> tuple[float, float]:
        k = t % len(xx)
        return float(xx[k] * w + x1[k] * b - xy[k]), float(x1[k] * w + b - y1[k])

    what = "Each slope comes from a mini-batch of 4 of 256 examples."
    where = (float(best[0]), float(best[1]))
    return Surface("noisy bowl", what, J, slope, (-2.5, 2.0), (-0.6, 3.6), (where,))


SURFACES = (valley(), saddle(), banana(), plateau(), noisy())


def heights(surface: Surface, n_H: int, n_W: int) -> np.ndarray:
    """Cost from 0, lowest, to 1 on a grid, top row first; shape (n_H, n_W)."""
    w, b = np.linspace(*surface.x, n_W), np.linspace(*surface.y, n_H)[::-1]
    J = surface.J(*np.meshgrid(w, b))
    low = surface.floor()
    return ((J - low) / (J.max() - low)).clip(0) ** 0.4


@lru_cache(maxsize=16)
def ground(surface: Surface, height: float) -> Scene:
    """Field (the darker, the higher), contours, minima and axes of a surface."""
    scene, frame, (n_H, n_W) = Scene(height=height), surface.frame(), (81, 101)
    field = np.round(heights(surface, 162, 202) * (LEVELS + 1)) / (LEVELS + 1)
    scene.image(BOX, 0.5 * field, "blue")
    lines = heights(surface, n_H, n_W)
    for share in (np.arange(LEVELS) + 0.5) / (LEVELS + 1):
        cells = segments(lines, share) / [n_W - 1, n_H - 1]
        points = np.array(BOX[:2]) + cells.reshape(-1, 2) * BOX[2:]
        scene.segments(points, "surface", width=1, opacity=0.7)
    frame.draw(scene, "cost J(w, b)", "w", "b", grid=False)
    for w, b in surface.lowest:
        if surface.y[0] < b < surface.y[1]:
            ((x, y),) = frame.pixels(w, b)
            cross = [(x - 5, y - 5), (x + 5, y + 5), (x - 5, y + 5), (x + 5, y - 5)]
            scene.segments(cross, "ink", width=2)
    return scene


def right_path(
    surface: Surface, start: tuple[float, float], name: str, rates: dict[str, float]
) -> np.ndarray:
    """Where a rule leads from a start, all steps; shape (steps + 1, 2).

    Parameters
    ----------
    surface : Surface
    start : tuple of float
    name : {"gradient descent", "momentum", "RMSprop", "Adam"}
    rates : dict
        "alpha", "beta1", "beta2" and "steps".
    """
    keep, keep2 = rates["beta1"], rates["beta2"]
    path: list[np.ndarray] = [np.array(start)]
    mean, square = np.zeros(2), np.zeros(2)
    for t in range(int(rates["steps"])):
        w, b = path[-1].tolist()
        g = np.array(surface.slope(w, b, t))
        mean = mean + (1 - keep) * (g - mean)
        square = square + (1 - keep2) * (g * g - square)
        rest, rest2 = 1 - keep ** (t + 1), 1 - keep2 ** (t + 1)
        way = {
            "gradient descent": g,
            "momentum": mean,
            "RMSprop": g / (np.sqrt(square) + 1e-8),
            "Adam": mean / rest / (np.sqrt(square / rest2) + 1e-8),
        }[name]
        path.append(path[-1] - rates["alpha"] * way)
        if not np.abs(path[-1]).max() < FAR:
            break
    return np.array(path)
