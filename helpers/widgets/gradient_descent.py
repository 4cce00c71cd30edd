"""Gradient descent on J(w, b), one step at a time, by the learner's gradient."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from helpers.canvas.controls import Control, Point, Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, as_float, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Box, Scene
from helpers.widgets.landscape import Landscape, as_feature, cost, gradient

HEIGHT = 396
BOX: Box = (50, 32, 400, 316)
RATES = (0.03, 0.1, 0.3, 1.0, 2.0, 4.0, 6.0, 8.0, 12.0, 20.0)
STEPS = 60


def explore_gradient_descent(
    propagate: Callable, X: np.ndarray | None = None, Y: np.ndarray | None = None
) -> Panel:
    """Path of gradient descent over the contours of the cost.

    Parameters
    ----------
    propagate : callable
        propagate(w, b, X, Y) -> (dw, db, cost) for w of shape (1, 1).
    X, Y : ndarray of shape (1, m), optional
        One feature and its labels.
    """
    title = "Roll down J(w, b): every step is − α times your gradient"
    try:
        land = Landscape(*as_feature(X, Y), BOX)
    except Trouble as trouble:
        return Panel(title, _complain(str(trouble)), ())
    back = Scene(height=HEIGHT)
    land.draw(back)
    return Panel(title, _drawer(propagate, land), _controls(land), back)


def _drawer(propagate: Callable, land: Landscape) -> Callable[..., None]:
    """The draw function: the right path as a ghost, the learner's path over it."""
    walk = _walker(propagate, land)

    def draw(scene: Scene, rate: float, step: int, start: tuple[float, float]) -> None:
        origin = land.frame.data(start)
        ghost = _reference(land, rate, origin)[: step + 1]
        _draw_path(scene, land, ghost, ghost=True)
        path, costs, trouble = walk(rate, origin)
        path, costs = path[: step + 1], costs[: step + 1]
        _draw_path(scene, land, path)
        _draw_fit(scene, land, path[-1])
        _draw_costs(scene, land, costs)
        _tell(scene, land, path)
        scene.summary = _finding(land, path, ghost, rate)
        if trouble and len(path) <= step:
            raise Trouble(trouble)

    return draw


def _complain(text: str) -> Callable[..., None]:
    """A draw function that only says what is wrong."""

    def draw(scene: Scene) -> None:
        raise Trouble(text)

    return draw


def _controls(land: Landscape) -> list[Control]:
    """Learning rate, step, and the point where the path begins."""
    (x, y), steps = land.frame.box[:2], tuple(range(STEPS + 1))
    start = (x + 0.14 * BOX[2], y + 0.2 * BOX[3])
    rates = [f"{rate:g}" for rate in RATES]
    return [
        Slider("rate", "α", RATES, 3, rates, words="learning rate α"),
        Slider("step", "step", steps, 20, words="step", play=True),
        Point("start", "start", start, BOX),
    ]


def _walker(propagate: Callable, land: Landscape) -> Callable:
    """Paths by the learner's gradient, each walked once."""

    @lru_cache(maxsize=64)
    def walk(rate: float, origin: tuple[float, float]) -> tuple[Any, list, str]:
        w, b = np.array([[origin[0]]]), float(origin[1])
        path, costs = [origin], list[float]()
        for _ in range(STEPS + 1):
            try:
                dw, db, J = _slopes(propagate, w, b, land)
            except Trouble as trouble:
                if not costs:
                    raise
                return np.array(path), costs, str(trouble)
            costs.append(J)
            w, b = w - rate * dw, b - rate * db
            path.append((float(w[0, 0]), b))
            if not np.isfinite(path[-1]).all():
                lost = f"After {len(costs)} steps w and b are not finite any more."
                return np.array(path[:-1]), costs, lost
        return np.array(path), costs, ""

    return walk


def _slopes(
    propagate: Callable, w: np.ndarray, b: float, land: Landscape
) -> tuple[np.ndarray, float, float]:
    """Learner's dw, db and cost, with their shapes looked at."""
    name = name_of(propagate)
    found = call(propagate, w, b, land.X, land.Y)
    dw, db, J = as_parts(found, ("dw", "db", "cost"), name)
    if np.shape(dw) != (1, 1):
        got = f"{name}: dw has shape {np.shape(dw)}, expected (1, 1)"
        raise Trouble(f"{got}, the shape of w.")
    dw = np.array([[as_float(dw, f"{name}, dw")]])
    return dw, as_float(db, f"{name}, db"), as_float(J, f"{name}, cost")


def _reference(land: Landscape, rate: float, origin: tuple[float, float]) -> np.ndarray:
    """The right path; shape (STEPS + 1, 2)."""
    path = [np.array(origin)]
    for _ in range(STEPS):
        w, b = path[-1]
        slope = np.array(gradient(float(w), float(b), land.X, land.Y))
        path.append(path[-1] - rate * slope)
    return np.array(path)


def _draw_path(
    scene: Scene, land: Landscape, path: np.ndarray, ghost: bool = False
) -> None:
    """Path with a dot at each step; the reference is broad and pale."""
    points = land.frame.pixels(path[:, 0], path[:, 1])
    if ghost:
        look = {"width": 10, "opacity": 0.55, "clip": BOX}
        scene.line(points, "ghost", **look)
        return
    scene.line(points, "orange", width=2, clip=BOX)
    scene.dots(points, "orange", radius=2.6, clip=BOX)
    scene.dots(points[:1], "surface", radius=5.5, stroke="orange", clip=BOX)
    look = {"radius": 6.5, "stroke": "surface", "width": 1.5, "clip": BOX}
    scene.dots(points[-1:], "orange", **look)
    ((x, y),) = points[:1]
    look = {"size": 12, "color": "orange", "bold": True, "anchor": "middle"}
    scene.text(x, y + 17, "start", **look)


def _draw_fit(scene: Scene, land: Landscape, here: np.ndarray) -> None:
    """Data and the sigmoid of the present (w, b)."""
    x, y = land.X[0], land.Y[0]
    margin = 0.12 * float(np.ptp(x)) + 1e-9
    sides = (float(x.min()) - margin, float(x.max()) + margin)
    frame = Frame((516, 32, 186, 120), sides, (-0.15, 1.15))
    frame.draw(scene, "", "x", "a = σ(wx + b)", grid=False)
    grid = np.linspace(*sides, 61)
    z = np.clip(here[0] * grid + here[1], -500, 500)
    curve = frame.pixels(grid, 1 / (1 + np.exp(-z)))
    scene.line(curve, "ink", width=2, clip=frame.box)
    scene.dots(frame.pixels(x[y == 0], 0.0), "blue", radius=4)
    look = {"marker": "triangle", "radius": 4}
    scene.dots(frame.pixels(x[y == 1], 1.0), "orange", **look)


def _draw_costs(scene: Scene, land: Landscape, costs: list[float]) -> None:
    """Cost before each step, as the learner computes it."""
    low = _lowest(land)
    finite = [J for J in costs if np.isfinite(J)] or [1.0]
    top = 1.08 * max(min(max(finite), 8 * max(finite[0], 0.7)), 1.2 * low)
    frame = Frame((516, 226, 186, 122), (0, STEPS), (0, top))
    frame.draw(scene, "", "step", "J", grid=False)
    scene.line(frame.pixels([0, STEPS], low), "muted", width=1, dash="2 3")
    points = frame.pixels(np.arange(len(costs)), np.array(costs))
    scene.line(points, "orange", width=2, clip=frame.box)
    scene.dots(points[-1:], "orange", radius=5, clip=frame.box)


def _lowest(land: Landscape) -> float:
    """Cost at the lowest point."""
    w, b = land.best
    return float(cost(w, b, land.X, land.Y))


def _tell(scene: Scene, land: Landscape, path: np.ndarray) -> None:
    """Where the path stands, in numbers."""
    w, b = path[-1]
    J = float(cost(w, b, land.X, land.Y))
    scene.stats = [
        ("w", number(w)),
        ("b", number(b)),
        ("J", number(J, 4)),
        ("above the lowest", number(J - _lowest(land))),
    ]


def _finding(land: Landscape, path: np.ndarray, ghost: np.ndarray, rate: float) -> str:
    """What the path shows, in one sentence."""
    n, step = min(len(path), len(ghost)), len(path) - 1
    away = np.abs(path[:n] - ghost[:n]).max(axis=1) > 1e-3 * (1 + np.abs(ghost[:n, 0]))
    costs = cost(path[:, 0], path[:, 1], land.X, land.Y)
    J, low = float(costs[-1]), _lowest(land)
    if step == 0:
        return "Press Play, or move the step. Arrow keys move the start."
    if away.any():
        return f"At step {int(np.argmax(away))} your path leaves the right one (grey)."
    if (np.diff(costs) > 1e-9).any():
        return f"α = {rate:g} is too large: some steps climb."
    if J - low > 0.02:
        return f"After {step} steps J is still falling: more steps, or more α."
    return f"After {step} steps J = {number(J, 4)}; lowest {number(low, 4)}."
