"""London temperatures: a weighted average that forgets, by the learner's functions."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.datasets.weather import make_temperatures

HEIGHT = 380
BETAS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995)
SHOWN = ("plain", "corrected", "both")
SPANS = ("the year", "first 30 days")

Line = tuple[str, np.ndarray, str, dict[str, Any]]  # name, values, colour, look


def explore_weighted_average(
    exponentially_weighted_average: Callable,
    correct_bias: Callable,
    theta: np.ndarray | None = None,
) -> Panel:
    """A year of temperatures and its moving average, with a slider for β.

    Parameters
    ----------
    exponentially_weighted_average : callable
        exponentially_weighted_average(theta, beta), an array of shape (T,).
    correct_bias : callable
        correct_bias(v, beta), an array of shape (T,).
    theta : ndarray of shape (T,), optional
        Temperatures of our own; otherwise a year of the course's London.
    """
    days = make_temperatures() if theta is None else np.asarray(theta, dtype=float)
    texts = [f"{beta:g}" for beta in BETAS]
    controls = (
        Choices("span", "", SPANS, 0, words="days shown"),
        Choices("shown", "", SHOWN, 0, words="bias correction"),
        Slider("beta", "β", BETAS, BETAS.index(0.9), texts, words="beta"),
    )
    title = "How many days does the average remember?"
    draw = _drawer(exponentially_weighted_average, correct_bias, days)
    return Panel(title, draw, controls, Scene(height=HEIGHT))


def _drawer(average: Callable, correct: Callable, theta: np.ndarray) -> Callable:
    """The draw function: the days, one curve or two, and the weights."""

    def draw(scene: Scene, span: str, shown: str, beta: float) -> None:
        T = min(30, len(theta)) if span == SPANS[1] else len(theta)
        low, high = min(0.0, float(theta.min())) - 1, float(theta.max()) + 1
        frame = Frame((46, 32, 450, 290), (0, T), (low, high))
        frame.draw(scene, "London, as made by the package", "day t", "°C")
        day = np.arange(1, len(theta) + 1)
        points = frame.pixels(day, theta)[:T]
        scene.dots(points, "ghost", radius=2.4 if T > 60 else 4)
        _draw_weights(scene, beta)
        v = _curve(average, theta, beta, len(theta))
        lines: list[Line] = [("plain", v, "orange", {})]
        if shown != "plain":
            fixed = _curve(correct, v, beta, len(theta))
            lines.append(("corrected", fixed, "blue", {"dash": "8 4"}))
        lines = lines[1:] if shown == "corrected" else lines
        for k, (name, line, color, look) in enumerate(lines):
            curve = frame.pixels(day, line)[:T]
            scene.line(curve, color, width=2.8, clip=frame.box, **look)
            _draw_name(scene, frame, k, name, color, look)
        _tell(scene, theta, v, lines[-1][1], beta)

    return draw


def _curve(function: Callable, values: np.ndarray, beta: float, T: int) -> np.ndarray:
    """Result of a learner's function, an array of shape (T,)."""
    found = call(function, values, beta)
    where = name_of(function)
    try:
        found = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        got = f"{where}: got {type(found).__name__}, expected an array"
        raise Trouble(f"{got} with a number for each day.") from None
    if found.shape != (T,):
        raise Trouble(f"{where}: got shape {found.shape}, expected ({T},).")
    return found


def _draw_name(
    scene: Scene, frame: Frame, k: int, name: str, color: str, look: dict[str, Any]
) -> None:
    """Sample of a line and its name, in the lower right of the frame."""
    left, top, width, height = frame.box
    x, y = left + width - 118, top + height - 38 + 20 * k
    scene.line([(x, y), (x + 28, y)], color, width=2.8, **look)
    scene.text(x + 36, y, name, size=12.5, color=color, bold=True)


def _draw_weights(scene: Scene, beta: float) -> None:
    """Weight of each earlier day: (1 - β) β^k, and the days that count."""
    n = 60
    weights = (1 - beta) * beta ** np.arange(n, dtype=float)
    frame = Frame((554, 92, 148, 230), (-1, n), (0, 1.05 * float(weights.max())))
    frame.draw(scene, "weight of a day", "days back", "", grid=False)
    days = 1 / (1 - beta)
    ((x, y), (edge, low)) = frame.pixels([-1, min(days, n) - 0.5], [frame.y[1], 0])
    scene.box((x, y, edge - x, low - y), "pale_orange", opacity=0.6)
    tops = frame.pixels(np.arange(n), weights)
    feet = frame.pixels(np.arange(n), 0.0)
    scene.segments(np.stack([feet, tops], axis=1), "orange", width=1.9)
    text = f"1 / (1 − β) = {number(days)} day{'' if days < 1.01 else 's'}"
    scene.text(702, 46, text, size=13, bold=True, anchor="end")


def _tell(
    scene: Scene, theta: np.ndarray, v: np.ndarray, line: np.ndarray, beta: float
) -> None:
    """Numbers and the finding."""
    steps = np.abs(np.diff(line)[min(30, len(line) // 2) :])
    scene.stats = [
        ("θ on day 1", f"{number(float(theta[0]))} °C"),
        ("plain v", f"{number(float(v[0]))} °C"),
        ("v as shown", f"{number(float(line[0]))} °C"),
        (
            "moves per day",
            f"{number(float(steps.mean()) if steps.size else 0.0, 2)} °C",
        ),
    ]
    right = (1 - beta) * theta[0]
    if not np.isclose(v[0], right, rtol=1e-6, atol=1e-9):
        wanted = f"(1 − β) θ₁ = {number(float(right))}"
        scene.summary = f"On day 1 your average should be {wanted}."
    elif beta <= 0.5:
        scene.summary = "A short memory: the curve jumps with the weather."
    elif beta <= 0.95:
        scene.summary = "The weather is gone, the season is left."
    else:
        scene.summary = "A long memory: very smooth, but the season comes late."
