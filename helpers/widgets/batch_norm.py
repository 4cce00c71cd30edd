"""Batch norm: scores of one unit before and after, by the learner's own function."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.canvas.controls import Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

HEIGHT = 372
EXAMPLES = 400
EDGES = np.linspace(-12, 18, 61)
GAMMAS = tuple(np.round(np.arange(0, 4.01, 0.25), 2).tolist())
SHIFTS = tuple(np.round(np.arange(-6, 6.01, 0.5), 2).tolist())
EPSILON = 1e-5
UPPER = Frame((56, 30, 610, 110), (-12, 18), (0, 150))
LOWER = Frame((56, 206, 610, 110), (-12, 18), (0, 150))


def explore_batch_norm(batch_norm_forward: Callable) -> Panel:
    """Histogram of one unit's scores, raw and after batch norm.

    Parameters
    ----------
    batch_norm_forward : callable
        batch_norm_forward(Z, gamma, beta, epsilon) -> (Z_tilde, cache).
    """
    gammas, shifts = (
        [f"{v:g}".replace("-", "−") for v in values] for values in (GAMMAS, SHIFTS)
    )
    controls = [
        Slider("gamma", "γ", GAMMAS, 4, gammas, words="learnt scale γ"),
        Slider("beta", "β", SHIFTS, 12, shifts, words="learnt shift β"),
        Slider("b", "b", SHIFTS, 12, shifts, words="bias b before batch norm"),
    ]
    title = "What does batch norm do to the scores of one unit?"
    return Panel(title, _drawer(batch_norm_forward), controls, Scene(height=HEIGHT))


def _drawer(batch_norm_forward: Callable) -> Callable[..., None]:
    """The draw function: raw scores above, normalised ones below."""
    rng = np.random.default_rng(3)
    raw = 3 + 2 * rng.gamma(2, 0.8, (1, EXAMPLES)) - 1.5 * rng.random((1, EXAMPLES))

    def draw(scene: Scene, gamma: float, beta: float, b: float) -> None:
        Z = raw + b
        _draw_scores(scene, UPPER, Z, "ghost", "z")
        Z_tilde = _normalised(batch_norm_forward, Z, gamma, beta)
        _draw_scores(scene, LOWER, Z_tilde, "orange", "z̃")
        _tell(scene, Z, Z_tilde, (gamma, beta, b))

    return draw


def _normalised(function: Callable, Z: np.ndarray, gamma: float, beta: float) -> Any:
    """Learner's scores after batch norm, with their shape looked at."""
    name = name_of(function)
    columns = np.full((1, 1), gamma), np.full((1, 1), beta)
    result = call(function, Z, *columns, EPSILON)
    found, _ = as_parts(result, ("Z_tilde", "cache"), name)
    try:
        scores = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        got = f"{name}: got {type(found).__name__} for Z_tilde"
        raise Trouble(f"{got}, expected an array.") from None
    if scores.shape != Z.shape:
        got = f"{name}: Z_tilde has shape {scores.shape}"
        raise Trouble(f"{got}, expected {Z.shape}.")
    if not np.isfinite(scores).all():
        raise Trouble(f"{name}: some of the numbers are not finite.")
    return scores


def _draw_scores(
    scene: Scene, frame: Frame, Z: np.ndarray, color: str, name: str
) -> None:
    """Histogram, with the mean as a dashed line and the spread as a bar."""
    mean, spread = float(Z.mean()), float(Z.std())
    title = f"mean {number(round(mean, 2))}, spread {number(round(spread, 2))}"
    frame.draw(scene, title, name, "examples", grid=False)
    for count, left, right in zip(
        np.histogram(Z, EDGES)[0], EDGES, EDGES[1:], strict=False
    ):
        if count:
            (x, y), (end, floor) = frame.pixels([left, right], [min(count, 150), 0])
            scene.box((x, y, end - x - 1, floor - y), color)
    if abs(mean) < 20:
        line = frame.pixels([mean, mean], frame.y)
        scene.line(line, "blue", width=2, dash="5 3")
    ends = frame.pixels([mean - spread, mean + spread], 138)
    scene.line(ends, "blue", width=2.4, clip=frame.box)


def _tell(
    scene: Scene, Z: np.ndarray, after: np.ndarray, at: tuple[float, float, float]
) -> None:
    """Numbers and the finding."""
    gamma, beta, b = at
    mean, spread = float(after.mean()), float(after.std())
    scene.stats = [
        ("mean of z", f"{Z.mean():.2f}".replace("-", "−")),
        ("mean of z̃", f"{mean + 0:.2f}".replace("-0.00", "0.00").replace("-", "−")),
        ("spread of z̃", f"{spread:.2f}"),
    ]
    if abs(mean - beta) > 0.02 or abs(spread - gamma) > 0.02:
        scene.summary = "Mean and spread should be β and γ: is something missing?"
    elif b != 0:
        scene.summary = f"b = {b:g} moves z, and batch norm takes it away again."
    else:
        scene.summary = f"Mean {beta:g} and spread {gamma:g}: they are β and γ now."
    scene.summary = scene.summary.replace("-", "−")
