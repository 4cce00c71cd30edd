"""Error against epsilon: truncation on the right, rounding on the left."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import as_float, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

HEIGHT = 392
EPSILONS = tuple(float(f"{10.0 ** (-k / 2):.1e}") for k in range(31))
PLACES = (-2.0, -1.0, -0.5, -0.1, -0.001, 0.0, 0.001, 0.1, 0.5, 1.0, 1.5, 2.0)
KINDS = {"one-sided": "orange", "two-sided": "blue"}
PRECISIONS: dict[str, Any] = {"float64": np.float64, "float32": np.float32}
FLOOR, ROUNDING = 1e-17, 1.1e-16
Errors = dict[tuple[str, str], np.ndarray]


@dataclass(frozen=True)
class Curve:
    """A function with its first three derivatives."""

    name: str
    f: Callable
    slope: Callable
    second: Callable
    third: Callable


def _sigmoid(t: Any) -> Any:
    return 1 / (1 + np.exp(-t))


def _bend(t: Any) -> Any:
    """Second derivative of the sigmoid."""
    a = _sigmoid(t)
    return a * (1 - a) * (1 - 2 * a)


def _third(t: Any) -> Any:
    """Third derivative of the sigmoid."""
    a = _sigmoid(t)
    return a * (1 - a) * (1 - 6 * a + 6 * a**2)


CURVES = (
    Curve("t³", lambda t: t**3, lambda t: 3 * t**2, lambda t: 6 * t, lambda t: 6.0),
    Curve("eᵗ", np.exp, np.exp, np.exp, np.exp),
    Curve("σ(t)", _sigmoid, lambda t: _sigmoid(t) * (1 - _sigmoid(t)), _bend, _third),
    Curve(
        "ReLU(t)",
        lambda t: np.maximum(t, 0),
        lambda t: float(t > 0),
        lambda t: 0.0,
        lambda t: 0.0,
    ),
)


def explore_epsilon(one_sided: Callable, two_sided: Callable) -> Panel:
    """Error of the learner's differences against epsilon, in two precisions.

    Parameters
    ----------
    one_sided, two_sided : callable
        one_sided(f, x, epsilon) and two_sided(f, x, epsilon), each a number.
    """
    names = [curve.name for curve in CURVES]
    places = [number(place) for place in PLACES]
    powers, start = [f"{e:.0e}" for e in EPSILONS], EPSILONS.index(1e-7)
    controls = (
        Choices("curve", "", CURVES, 0, names, words="function"),
        Slider("x", "x", PLACES, PLACES.index(1.0), places, words="place x"),
        Slider("epsilon", "ε", EPSILONS, start, powers, words="ε"),
    )
    title = "How short should the nudge be? Error of your slopes against ε"
    return Panel(title, _drawer(one_sided, two_sided), controls, Scene(height=HEIGHT))


def _drawer(one_sided: Callable, two_sided: Callable) -> Callable[..., None]:
    """The draw function: four lines of errors, and the digits behind one of them."""
    functions = {"one-sided": one_sided, "two-sided": two_sided}

    def draw(scene: Scene, curve: Curve, x: float, epsilon: float) -> None:
        frame = Frame((52, 34, 404, 306), (-15.4, 0.4), (-16.5, 2.5))
        title = f"error of the slope of {curve.name} at {number(x)}"
        frame.draw(scene, title, "log₁₀ ε", "log₁₀ error")
        _draw_laws(scene, frame, curve, x)
        _draw_digits(scene, curve, x, epsilon)
        errors = {
            (kind, precision): _errors(function, curve, x, PRECISIONS[precision])
            for precision in PRECISIONS
            for kind, function in functions.items()
        }
        _draw_lines(scene, frame, errors, epsilon)
        _tell(scene, curve, x, errors, epsilon, name_of(two_sided))

    return draw


def _errors(function: Callable, curve: Curve, x: float, kind: Any) -> np.ndarray:
    """Error for each epsilon, computed in one precision; shape (31,)."""

    def f(t: Any) -> Any:
        return kind(curve.f(kind(t)))

    where = f"{name_of(function)}(f, x, epsilon)"
    exact = float(curve.slope(x))
    found = [as_float(call(function, f, kind(x), kind(e)), where) for e in EPSILONS]
    return np.abs(np.array(found) - exact)


def _draw_laws(scene: Scene, frame: Frame, curve: Curve, x: float) -> None:
    """What theory says: eps |f''| / 2, eps² |f'''| / 6, and rounding / eps."""
    e = np.array([EPSILONS[-1], 2.0])
    laws = (
        ("∝ ε", abs(float(curve.second(x))) * e / 2, -13.2, -24),
        ("∝ ε²", abs(float(curve.third(x))) * e**2 / 6, -6.2, 14),
        ("∝ 1/ε", ROUNDING * abs(float(curve.f(x))) / e, -2.4, 6),
    )
    for text, values, place, aside in laws:
        if values.min() > 0:
            y = np.log10(values)
            points = frame.pixels(np.log10(e), y)
            look: dict[str, Any] = {"width": 7, "opacity": 0.45, "clip": frame.box}
            scene.line(points, "ghost", **look)
            height = np.interp(place, np.log10(e), y)
            ((px, py),) = frame.pixels(place, height)
            if frame.y[0] + 1 < height < frame.y[1] - 1:
                scene.text(px + aside, py - 12, text, color="muted", size=12)


def _draw_lines(scene: Scene, frame: Frame, errors: Errors, epsilon: float) -> None:
    """Errors as lines: colour for the kind, dashes for single precision."""
    here = EPSILONS.index(epsilon)
    ((px, _),) = frame.pixels(np.log10(epsilon), 0)
    top, bottom = frame.box[1], frame.box[1] + frame.box[3]
    scene.line([(px, top), (px, bottom)], "muted", width=1, dash="2 3")
    for (kind, precision), values in errors.items():
        single = precision == "float32"
        floored = np.log10(np.maximum(np.nan_to_num(values, nan=1e9), FLOOR))
        points = frame.pixels(np.log10(EPSILONS), floored)
        dash = "5 4" if single else ""
        scene.line(points, KINDS[kind], width=2, dash=dash, clip=frame.box)
        look: dict[str, Any] = {"stroke": "surface", "clip": frame.box}
        marker = {"marker": "square"} if kind == "one-sided" else {}
        scene.dots(points[[here]], KINDS[kind], radius=5, **look, **marker)


def _draw_digits(scene: Scene, curve: Curve, x: float, epsilon: float) -> None:
    """Digits of f at both ends: those that cancel are pale."""
    left = 482
    for row, (precision, kind) in enumerate(PRECISIONS.items()):
        top = 62 + 128 * row
        digits = 16 if precision == "float64" else 8
        dash = "" if row == 0 else "5 4"
        scene.line([(left, top - 18), (left + 26, top - 18)], "muted", dash=dash)
        name = {"bold": True, "size": 12}
        scene.text(left + 34, top - 18, f"{precision}: {digits} digits", **name)
        ends = [kind(curve.f(kind(kind(x) + s * kind(epsilon)))) for s in (1, -1)]
        texts = _align([f"{float(end):.{digits - 1}f}" for end in ends])
        gone = _cancelled(texts[0], abs(float(ends[0]) - float(ends[1])))
        for k, text in enumerate(texts):
            y = top + 6 + 40 * k
            sign = "+" if k == 0 else "−"
            scene.text(left, y, f"f(x {sign} ε)", color="muted", size=11)
            for i, letter in enumerate(text):
                look: dict[str, Any] = {"color": "ghost" if i < gone else "ink"}
                look |= {"size": 13, "bold": i >= gone, "anchor": "middle"}
                scene.text(left + 6 + 10.5 * i, y + 17, letter, **look)
    legend = (("one-sided", "square"), ("two-sided", ""))
    for i, (kind, marker) in enumerate(legend):
        place = (left + 5 + 108 * i, 346)
        look = {"radius": 5} | ({"marker": marker} if marker else {})
        scene.dots([place], KINDS[kind], **look)
        scene.text(place[0] + 11, 346, kind, color=KINDS[kind], bold=True, size=12)
    words = "Pale digits cancel in f(x + ε) − f(x − ε)."
    scene.text(left, 312, words, color="muted", size=11)


def _align(texts: list[str]) -> list[str]:
    """Numbers of one length, with a true minus and blanks in front."""
    wide = max(map(len, texts))
    return [text.replace("-", "−").rjust(wide) for text in texts]


def _cancelled(text: str, difference: float) -> int:
    """Number of leading letters that a difference of this size leaves alone."""
    if difference == 0:
        return len(text)
    decimals = int(np.ceil(-np.log10(difference))) - 1
    return text.index(".") + 1 + decimals if decimals > 0 else 0


def _tell(
    scene: Scene, curve: Curve, x: float, errors: Errors, epsilon: float, name: str
) -> None:
    """Numbers at this epsilon, and the finding."""
    here = EPSILONS.index(epsilon)
    shown = {
        "one-sided": ("one-sided", "float64"),
        "two-sided": ("two-sided", "float64"),
        "two-sided in float32": ("two-sided", "float32"),
    }
    scene.stats = [
        (words, number(float(errors[key][here]), 2)) for words, key in shown.items()
    ]
    two = np.nan_to_num(errors["two-sided", "float64"], nan=np.inf)
    one = np.nan_to_num(errors["one-sided", "float64"], nan=np.inf)
    best = int(np.argmin(two))
    third = EPSILONS.index(1e-3)
    if curve.name == "ReLU(t)":
        scene.summary = _near_a_bend(x, epsilon)
    elif two[best] > 1e-4:
        scene.summary = (
            f"No ε brings {name} nearer to the slope than {number(two[best], 2)}."
        )
    elif two[third] > max(0.2 * one[third], 1e-8):
        scene.summary = f"At ε = 1e-3 {name} is no better than the one-sided one."
    else:
        at = f"best at ε = {EPSILONS[best]:.0e}, with {number(two[best], 1)}"
        scene.summary = f"Two-sided in float64: {at}. At {epsilon:.0e}: "
        scene.summary += "rounding rules." if here > best else "truncation rules."


def _near_a_bend(x: float, epsilon: float) -> str:
    """What a ReLU shows: all or nothing."""
    if abs(x) < epsilon:
        return f"The bend lies within {epsilon:.0e} of x: the slope is a mixture."
    return f"The bend is {number(abs(x))} away, too far for this ε to meet it."
