"""Figures of c2w1_gradient_checking: from a chord to a verdict."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import (
    Look,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_cells,
    label,
)
from helpers.plots.colors import (
    BLUE,
    CYCLE,
    DASHES,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RAISED,
)

LIMITS = (1e-6, 1e-4)
FLOOR = 1e-12


@close_on_error
def draw_chords(
    ax: Axes,
    f: Callable,
    x: float,
    epsilon: float,
    slope: float,
    one_sided: Callable,
    two_sided: Callable,
) -> Axes:
    """Curve, its tangent, and the two chords whose slopes are measured.

    Parameters
    ----------
    ax : Axes
    f : callable
        f(x), for numbers and arrays.
    x, epsilon : float
    slope : float
        Of the tangent at x.
    one_sided, two_sided : callable
        one_sided(f, x, epsilon) and two_sided(f, x, epsilon), the slopes.
    """
    one, two = float(one_sided(f, x, epsilon)), float(two_sided(f, x, epsilon))
    t = np.linspace(x - 1.6 * epsilon, x + 1.6 * epsilon, 161)
    ax.plot(t, f(t), color=INK, lw=2.2, label="f")
    ax.plot(t, f(x) + slope * (t - x), color=MUTED, ls=":", label=f"tangent {slope:g}")
    ends = np.array([x - epsilon, x + epsilon])
    chord = f(x - epsilon) + two * (ends - ends[0])
    ax.plot(ends, chord, color=BLUE, ls="--", marker="o", label=f"two-sided {two:.4g}")
    ends = np.array([x, x + epsilon])
    chord = f(x) + one * (ends - x)
    ax.plot(ends, chord, color=ORANGE, ls="-", marker="s", label=f"one-sided {one:.4g}")
    ax.set_xticks([x - epsilon, x, x + epsilon], ["x − ε", "x", "x + ε"])
    ax.legend(loc="upper left")
    title = "Even the two-sided chord misses the tangent"
    if abs(two - slope) < abs(one - slope) / 3:
        title = "The two-sided chord is nearly parallel to the tangent"
    return label(ax, title, "", "f")


def draw_packing(ax: Axes, parameters: Mapping[str, np.ndarray]) -> Axes:
    """Small matrices above, and below them the column of all their numbers.

    Parameters
    ----------
    ax : Axes
    parameters : dict
        "W1", "b1", ..., in this order, each of two axes.
    """
    total = sum(value.size for value in parameters.values())
    draw_blank(ax, total + 4, 6.4)
    at, names = 0, list(parameters)
    for i, name in enumerate(names):
        value, color = parameters[name], (PALE_BLUE, PALE_ORANGE)[i % 2]
        rows, columns = value.shape
        left = 2.6 + at + (value.size - columns) / 2
        draw_cells(ax, (left, 3.2 + rows), _texts(value), color)
        shape = f"{name} {value.shape}".replace(" (", "\n(")
        ax.text(left + columns / 2, 3.4 + rows, shape, ha="center", va="bottom")
        draw_arrow(ax, (left + columns / 2, 3.1), (2.6 + at + value.size / 2, 2.1))
        draw_cells(ax, (2.6 + at, 2.0), _texts(value.reshape(1, -1)), color)
        places = str(at) if value.size == 1 else f"{at} … {at + value.size - 1}"
        middle = 2.6 + at + value.size / 2
        ax.text(middle, 0.75, places, ha="center", va="top", color=MUTED)
        at += value.size
    ax.text(2.3, 1.5, r"$\theta^T$ =", ha="right", va="center", fontsize=13)
    ax.text(2.3, 0.75, "row", ha="right", va="top", color=MUTED)
    return label(ax, f"Row by row, layer by layer: {total} numbers in one column")


def _texts(value: np.ndarray) -> list[list[str]]:
    """Numbers of a matrix as texts."""
    return [[f"{number:g}" for number in row] for row in value]


def draw_errors(ax: Axes, errors: Mapping[str, float]) -> Axes:
    """Relative errors on a log axis, over the zones of the three verdicts.

    Parameters
    ----------
    ax : Axes
    errors : dict
        Name: relative error; 0 is drawn at the left edge, nan at the right one.
    """
    names = list(errors)
    values = np.nan_to_num([float(errors[name]) for name in names], nan=1.0)
    values = np.clip(values, FLOOR, 1.0)
    edges = (FLOOR / 3, *LIMITS, 4.0)
    words = ("right", "look again", "wrong")
    for i, fill in enumerate((PALE_BLUE, RAISED, PALE_ORANGE)):
        ax.axvspan(edges[i], edges[i + 1], color=fill, alpha=0.6, lw=0, zorder=0)
        middle = np.sqrt(edges[i] * edges[i + 1])
        ax.text(middle, -0.75, words[i], ha="center", va="center", color=MUTED)
    marks, colors = ("o", "D", "X"), (BLUE, INK, ORANGE)
    for i, value in enumerate(values):
        zone = int(np.digitize(value, LIMITS))
        ax.plot([edges[0], value], [i, i], color=colors[zone], lw=1.6, ls="-")
        ax.plot([value], [i], marks[zone], color=colors[zone], ms=8)
        raw = float(errors[names[i]])
        text = f"{raw:.0e}" if raw < 0.01 else f"{raw:.2f}"
        x, side = (value / 2, "right") if value > 1e-3 else (value * 2, "left")
        ax.text(x, i - 0.32, text, fontsize=9, va="center", ha=side)
    ax.set(xscale="log", xlim=(edges[0], edges[-1]))
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -1.1)
    ax.grid(False)
    wrong = [name for name, value in zip(names, values, strict=True) if value >= 1e-4]
    title = f"Wrong: {', '.join(wrong)}" if wrong else "No error reaches the wrong zone"
    return label(ax, title, "relative error (log scale)")


def draw_error_curves(
    ax: Axes, epsilons: Sequence[float], errors: Mapping[str, Sequence[float]]
) -> Axes:
    """Errors against the length of the nudge, both on log axes.

    Parameters
    ----------
    ax : Axes
    epsilons : sequence of float
    errors : dict
        Label: one error for each epsilon.
    """
    for i, (name, values) in enumerate(errors.items()):
        color, dash = CYCLE[i % len(CYCLE)], DASHES[i % len(DASHES)]
        floored = np.maximum(np.asarray(values, dtype=float), 1e-16)
        ax.plot(epsilons, floored, color=color, ls=dash, marker="o", ms=4, label=name)
        best = int(np.argmin(floored))
        ax.plot(epsilons[best], floored[best], "*", color=color, ms=14)
    ax.axvline(1e-7, color=GREEN, lw=1.2, ls=(0, (1, 2)))
    place: Look = {"transform": ax.get_xaxis_transform(), "va": "top"}
    ax.text(1.4e-7, 0.97, "ε = 1e-7", color=GREEN, **place)
    ax.set(xscale="log", yscale="log")
    ax.legend(loc="lower left")
    title = "Too long a nudge, too short a nudge: the star is the best"
    return label(ax, title, "ε", "error")
