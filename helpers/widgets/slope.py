"""Nudge and slope: the derivative is rise over run of a small triangle."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, as_float, call, differs, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

HEIGHT = 350
NUDGES = (2.0, 1.5, 1.0, 0.75, 0.5, 0.25, 0.1, 0.01) + tuple(
    10.0**-k for k in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
)
PLACES = tuple(np.round(np.arange(-2.5, 2.55, 0.1), 1) + 0.0)


@dataclass(frozen=True)
class Curve:
    """A function with its derivative and the heights worth seeing."""

    name: str
    f: Callable
    slope: Callable
    y: tuple[float, float]


CURVES = (
    Curve("3a", lambda a: 3 * a, lambda a: 3.0, (-11, 11)),
    Curve("a²", lambda a: a**2, lambda a: 2 * a, (-2.5, 12)),
    Curve("a³", lambda a: a**3, lambda a: 3 * a**2, (-18, 18)),
    Curve("ln a", lambda a: np.log(a), lambda a: 1 / a, (-3, 2.5)),
)


def explore_slope(numerical_derivative: Callable) -> Panel:
    """Triangle of a nudge on 3a, a², a³ and ln a, measured by the learner.

    Parameters
    ----------
    numerical_derivative : callable
        numerical_derivative(f, a, h), a number.
    """
    names, nudges = [curve.name for curve in CURVES], [f"{h:g}" for h in NUDGES]
    controls = (
        Choices("curve", "", CURVES, 2, names, words="function"),
        Slider("a", "a", PLACES, PLACES.index(1.5), [number(a) for a in PLACES]),
        Slider("h", "h", NUDGES, 3, nudges, words="nudge h"),
    )
    title = "Nudge a to both sides: how much does f move?"
    return Panel(title, _drawer(numerical_derivative), controls, Scene(height=HEIGHT))


def _drawer(numerical_derivative: Callable) -> Callable[..., None]:
    """The draw function: curve, triangle, and the learner's slope."""

    def draw(scene: Scene, curve: Curve, a: float, h: float) -> None:
        frame = Frame((52, 34, 430, 264), (-3.6, 3.6), curve.y)
        frame.draw(scene, "curve and slope", "a", f"f(a) = {curve.name}")
        _draw_tangent(scene, frame, curve, a)
        if curve.name == "ln a" and a - h <= 0:
            _draw_curve(scene, frame, curve)
            raise Trouble("ln a exists for a − h > 0 only. Move a right or shrink h.")
        _draw_triangle(scene, frame, curve, a, h)
        _draw_curve(scene, frame, curve)
        where = f"{name_of(numerical_derivative)}(f, a, h)"
        slope = as_float(call(numerical_derivative, curve.f, a, h), where)
        _draw_slope(scene, frame, curve, a, slope)
        _draw_errors(scene, numerical_derivative, curve, a, h)
        _tell(scene, curve, a, h, slope)

    return draw


def _draw_curve(scene: Scene, frame: Frame, curve: Curve) -> None:
    """The function where it exists."""
    x = np.linspace(*frame.x, 161)
    x = x[x > 0.02] if curve.name == "ln a" else x
    scene.line(frame.pixels(x, curve.f(x)), "blue", width=2.5, clip=frame.box)


def _draw_tangent(scene: Scene, frame: Frame, curve: Curve, a: float) -> None:
    """The true tangent as a ghost."""
    if curve.name != "ln a" or a > 0:
        ends = np.array(frame.x)
        tangent = curve.f(a) + curve.slope(a) * (ends - a)
        look: dict[str, Any] = {"width": 9, "opacity": 0.45, "clip": frame.box}
        scene.line(frame.pixels(ends, tangent), "ghost", **look)


def _draw_triangle(
    scene: Scene, frame: Frame, curve: Curve, a: float, h: float
) -> None:
    """Run 2h, rise f(a + h) - f(a - h)."""
    low, high = curve.f(a - h), curve.f(a + h)
    corners = frame.pixels([a - h, a + h, a + h], [low, low, high])
    scene.polygon(corners, "pale_orange", opacity=0.9, clip=frame.box)
    scene.line(corners, "orange", width=1.5, clip=frame.box)
    if h >= 0.25:
        side = 13 if high >= low else -13
        run, rise = (corners[0] + corners[1]) / 2, (corners[1] + corners[2]) / 2
        bottom = frame.box[1] + frame.box[3] - 9
        look = {"color": "orange", "bold": True, "size": 12}
        place = float(np.clip(run[1] + side, 45, bottom))
        scene.text(run[0], place, f"2h = {2 * h:g}", anchor="middle", **look)
        place = float(np.clip(rise[1], 45, bottom))
        scene.text(rise[0] + 7, place, number(high - low), **look)
    scene.dots(corners[[0, 2]], "orange", radius=3.5)


def _draw_slope(
    scene: Scene, frame: Frame, curve: Curve, a: float, slope: float
) -> None:
    """Line through (a, f(a)) with the learner's slope."""
    ends = np.array(frame.x)
    line = frame.pixels(ends, curve.f(a) + slope * (ends - a))
    if np.isfinite(slope):
        scene.line(line, "orange", width=2, dash="7 5", clip=frame.box)
    scene.dots(frame.pixels(a, curve.f(a)), "ink", radius=5)


def _draw_errors(
    scene: Scene, function: Callable, curve: Curve, a: float, h: float
) -> None:
    """Error of the slope for every h, on log-log axes, with a dot at this h."""
    frame = Frame((552, 34, 150, 264), (-12.5, 0.7), (-16.5, 2))
    frame.draw(scene, "", "log₁₀ h", "log₁₀ error of the slope")
    usable = [t for t in NUDGES if curve.name != "ln a" or a - t > 0]
    found = [as_float(call(function, curve.f, a, t), "the slope") for t in usable]
    errors = np.maximum(np.abs(np.array(found) - curve.slope(a)), 1e-16)
    points = frame.pixels(np.log10(usable), np.log10(errors))
    scene.line(points, "blue", width=1.5, clip=frame.box)
    scene.dots(points, "blue", radius=2.5)
    scene.dots(points[[usable.index(h)]], "orange", radius=6, stroke="surface")


def _tell(scene: Scene, curve: Curve, a: float, h: float, slope: float) -> None:
    """Numbers and the finding."""
    exact = float(curve.slope(a))
    error = abs(slope - exact)
    rise = number(float(curve.f(a + h) - curve.f(a - h)), 4)
    scene.stats = [
        ("rise", rise),
        ("run 2h", f"{2 * h:g}"),
        ("your slope", number(slope, 7)),
        ("exact slope", number(exact, 7)),
        ("error", number(error, 2)),
    ]
    finding = f"At a = {number(a)} the slope of {curve.name} is {number(exact, 5)}. "
    if not differs(slope, exact, 1e-5):
        finding += "The dashed line lies on the tangent (grey)."
    elif h < 1e-6:
        finding += "h is so small that rounding spoils the difference."
    else:
        finding += f"Yours is off by {number(error)}: make h smaller."
    scene.summary = finding
