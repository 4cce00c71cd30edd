"""Signal by depth: what each layer leaves of it, forward and backward."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

HEIGHT = 380
EXAMPLES = 64
DEPTHS = (2, 3, 5, 8, 12, 16, 20, 25, 30, 40, 50)
WIDTHS = (4, 8, 16, 32, 64, 128)
STDS = (
    *(0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.125, 0.15, 0.177, 0.2),
    *(0.25, 0.3, 0.35, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0),
)
ACTIVATIONS = ("relu", "tanh", "sigmoid")
LEFT, RIGHT = (58, 40, 246, 262), (412, 40, 246, 262)
NAME_ROOM = 14  # pixels between two names
FLOOR = 1e-12  # the pictures end here, and at 1 / FLOOR

Curve = tuple[np.ndarray, np.ndarray, float]


def explore_signal(
    initialize_scaled: Callable,
    activation_statistics: Callable,
    gradient_norms: Callable,
    **starts: Callable,
) -> Panel:
    """Signal forward and gradient backward, layer by layer, for a slider of starts.

    Parameters
    ----------
    initialize_scaled : callable
        initialize_scaled(layer_dims, std, rng) -> parameters.
    activation_statistics : callable
        activation_statistics(X, parameters, activation) -> dict with "mean_square"
        and "flat", a list each.
    gradient_norms : callable
        gradient_norms(X, Y, parameters, activation) -> list, one number per layer.
    **starts : callable
        Name=initializer: initializer(layer_dims, rng), drawn as grey curves.
    """
    sizes, names = [f"{s:g}" for s in STDS], ("ReLU", "tanh", "sigmoid")
    controls = [
        Slider("depth", "L − 1", DEPTHS, 6, words="hidden layers"),
        Slider("width", "n", WIDTHS, 4, words="units per layer"),
        Slider("std", "std", STDS, 5, sizes, words="size of weights"),
        Choices("activation", "", ACTIVATIONS, 0, names, words="activation"),
    ]
    measure = _measurer(initialize_scaled, activation_statistics, gradient_norms)
    title = "How much of a signal is left in each layer?"
    return Panel(title, _drawer(measure, starts), controls, Scene(height=HEIGHT))


def _measurer(initialize: Callable, statistics: Callable, norms: Callable) -> Callable:
    """The learner's three functions as one, each network measured once."""

    @lru_cache(maxsize=256)
    def measure(
        depth: int, width: int, activation: str, std: float, start: Callable | None
    ) -> Curve:
        rng = np.random.default_rng(7)
        X, Y = rng.standard_normal((width, EXAMPLES)), rng.integers(0, 2, (1, EXAMPLES))
        dims, draw = [width] * (depth + 1) + [1], np.random.default_rng(1)
        maker = start or initialize
        args = (draw,) if start else (std, draw)
        parameters = _parameters(call(maker, list(dims), *args), dims, name_of(maker))
        found = call(statistics, X, parameters, activation)
        name = name_of(statistics)
        squares = _numbers(found, "mean_square", depth, name)
        flat = _numbers(found, "flat", depth, name)
        back = call(norms, X, Y, parameters, activation)
        return squares, _list(back, depth + 1, name_of(norms)), float(flat[-1])

    return measure


def _parameters(value: Any, dims: list[int], name: str) -> dict[str, np.ndarray]:
    """Learner's parameters, with their shapes looked at."""
    if not isinstance(value, Mapping):
        raise Trouble(f"{name}: got {type(value).__name__}, expected a dict.")
    for k in range(1, len(dims)):
        for key, shape in ((f"W{k}", (dims[k], dims[k - 1])), (f"b{k}", (dims[k], 1))):
            if key not in value:
                raise Trouble(f"{name}: the key {key!r} is missing.")
            if np.shape(value[key]) != shape:
                got = f"{name}: {key} has shape {np.shape(value[key])}"
                raise Trouble(f"{got}, expected {shape}.")
    return dict(value)


def _numbers(value: Any, key: str, count: int, name: str) -> np.ndarray:
    """One list of the learner's statistics."""
    if not isinstance(value, Mapping) or key not in value:
        raise Trouble(f"{name}: expected a dict with the key {key!r}.")
    return _list(value[key], count, f"{name}, {key!r}")


def _list(value: Any, count: int, where: str) -> np.ndarray:
    """So many numbers; shape (count,)."""
    try:
        found = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise Trouble(f"{where}: expected a list of {count} numbers.") from None
    if found.shape != (count,):
        got = f"{where}: got shape {found.shape}, expected {count} numbers"
        raise Trouble(f"{got}, one per layer.")
    return found


def _drawer(measure: Callable, starts: Mapping[str, Callable]) -> Callable[..., None]:
    """The draw function: two frames, the slider's start over the named ones."""

    def draw(scene: Scene, depth: int, width: int, std: float, activation: str) -> None:
        frames = _frames(depth)
        frames[0].draw(scene, "forward", "hidden layer l", "log₁₀ of mean square")
        frames[1].draw(scene, "backward", "layer l", "log₁₀ of ‖dW‖")
        found = measure(depth, width, activation, std, None)
        curves = {}
        for name, start in starts.items():
            try:
                curves[name] = measure(depth, width, activation, 0.0, start)
            except Trouble as trouble:
                look = {"size": 11, "color": "muted"}
                scene.text(LEFT[0], HEIGHT - 10, f"{name}: {trouble}", **look)
        curves[f"{std:g}"] = found
        for k, frame in enumerate(frames):
            _draw_curves(scene, frame, {name: c[k] for name, c in curves.items()})
        _tell(scene, found, width, std, activation)

    return draw


def _frames(depth: int) -> tuple[Frame, Frame]:
    """Axes of both pictures; 1 stands in the middle."""
    end = np.log10(FLOOR)
    return (
        Frame(LEFT, (0, depth + 1), (end, -end)),
        Frame(RIGHT, (0, depth + 2), (end, -end)),
    )


def _draw_curves(scene: Scene, frame: Frame, curves: Mapping[str, Any]) -> None:
    """Curves with names at their ends; the last one, the slider's, in orange."""
    ends = []
    for k, (name, values) in enumerate(curves.items()):
        with np.errstate(all="ignore"):
            logs = np.log10(np.where(values > 0, values, FLOOR))
        logs = np.clip(np.nan_to_num(logs, nan=frame.y[1]), *frame.y)
        points = frame.pixels(np.arange(1, len(values) + 1), logs)
        own = k == len(curves) - 1
        color, look = ("orange", {"width": 2.6}) if own else ("ghost", {"dash": "5 3"})
        scene.line(points, color, **look)
        scene.dots(points, color, radius=3 if own else 2)
        ends.append((points[-1][1], name, own))
    x, last = frame.box[0] + frame.box[2] + 6, -np.inf
    for y, name, own in sorted(ends):
        last = max(y, last + NAME_ROOM)
        shade = "orange" if own else "muted"
        scene.text(x, last, name, size=12, color=shade, bold=own)


def _tell(scene: Scene, found: Curve, width: int, std: float, activation: str) -> None:
    """Numbers and the finding."""
    squares, norms, flat = found
    scene.stats = [
        ("n · std²", number(width * std**2)),
        ("last mean square", number(float(squares[-1]))),
        ("flat", f"{flat:.0%}"),
        ("‖dW‖ first", number(float(norms[0]))),
        ("last", number(float(norms[-1]))),
    ]
    gain, back = _gain(squares[0], squares[-1]), _gain(norms[-1], norms[0])
    words = {True: "explodes", False: "vanishes"}
    if abs(gain) > 3:
        scene.summary = f"Forward the signal {words[gain > 0]}."
        if max(norms) < 1e-6:
            scene.summary += " No layer gets a gradient to speak of."
    elif abs(back) > 3:
        scene.summary = (
            f"Forward all looks well, but the gradient {words[back > 0]} backward."
        )
    else:
        scene.summary = (
            "The signal arrives, forward and backward: this start is usable."
        )
    best = {"relu": np.sqrt(2 / width), "tanh": np.sqrt(1 / width)}.get(activation)
    if best and "usable" not in scene.summary:
        scene.summary += f" Where does n · std² = {width * best**2:.0f} lead?"


def _gain(first: float, last: float) -> float:
    """Decades from one number to another; large where it cannot be told."""
    if not (np.isfinite(first) and np.isfinite(last)) or max(first, last) <= 0:
        return float("inf") if not np.isfinite(last) else -float("inf")
    return float(np.log10(max(last, 1e-300)) - np.log10(max(first, 1e-300)))
