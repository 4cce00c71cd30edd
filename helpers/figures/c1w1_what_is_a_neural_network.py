"""Figures of c1w1_what_is_a_neural_network: a kinked line, a network, scale."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from helpers.plots import Look, close_on_error, draw_arrow, draw_blank, label
from helpers.plots.colors import (
    BLUE,
    GREEN,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RAISED,
)

FEATURES = ("size", "bedrooms", "zip code", "wealth")
HIDDEN = ("family size", "walkability", "school quality")
CURVES = (
    ("large network", BLUE, "-", 0.62),
    ("medium network", GREEN, "--", 0.48),
    ("small network", ORANGE, "-.", 0.36),
    ("traditional methods", MUTED, ":", 0.24),
)
NAMES = tuple(curve[0] for curve in CURVES)


@close_on_error
def draw_kink(
    ax: Axes, x: np.ndarray, Y: np.ndarray, neuron: Callable, w: float, b: float
) -> Axes:
    """Houses, the straight line w x + b, and the same line cut off at 0.

    Parameters
    ----------
    ax : Axes
    x : ndarray of shape (1, m)
        Sizes.
    Y : ndarray of shape (1, m)
        Prices.
    neuron : callable
        neuron(x, w, b), an array of shape (1, m).
    w, b : float
    """
    grid = np.linspace(0.0, 1.08 * float(np.max(x)), 241)[None, :]
    ax.axhline(0, color=LINE, lw=1, ls="-")
    line, kink = (w * grid + b).ravel(), np.ravel(neuron(grid, w, b))
    ax.plot(grid.ravel(), line, color=MUTED, ls="--", lw=1.4, label="w x + b")
    ax.plot(grid.ravel(), kink, color=BLUE, ls="-", lw=2.6, label="max(0, w x + b)")
    ax.plot(np.ravel(x), np.ravel(Y), "o", color=ORANGE, ms=7, label="houses")
    ax.margins(x=0)
    ax.legend(loc="upper left")
    title = "One neuron: no price below 0, then a line"
    return label(ax, title, "size x in 1000 square feet", "price in 1000 dollars")


def draw_house_network(ax: Axes) -> Axes:
    """Four features, three hidden units and the price; every unit sees all before."""
    draw_blank(ax, 12.0, 5.0)
    columns = (
        [(3.0, 4.3 - 1.15 * k) for k in range(4)],
        [(6.2, 3.9 - 1.3 * k) for k in range(3)],
        [(9.4, 2.6)],
    )
    for ins, outs in zip(columns, columns[1:], strict=False):
        for p in ins:
            for q in outs:
                ax.plot(*zip(p, q, strict=True), color=LINE, lw=1.1, ls="-", zorder=1)
    for points, color in zip(columns, (RAISED, PALE_BLUE, PALE_ORANGE), strict=True):
        for p in points:
            circle: Look = {"facecolor": color, "edgecolor": INK, "linewidth": 1.2}
            ax.add_patch(Circle(p, 0.3, zorder=2, **circle))
    look: Look = {"va": "center", "fontsize": 11}
    for (x, y), name in zip(columns[0], FEATURES, strict=True):
        ax.text(x - 0.5, y, name, ha="right", **look)
    for (x, y), name in zip(columns[1], HIDDEN, strict=True):
        ax.text(x, y - 0.52, f"{name}?", ha="center", color=BLUE, style="italic")
    draw_arrow(ax, (9.75, 2.6), (10.4, 2.6))
    ax.text(10.55, 2.6, "price", ha="left", fontweight="bold", **look)
    return label(ax, "Every hidden unit receives all four features")


def scale_curve(m: np.ndarray, top: float) -> np.ndarray:
    """Sketch of a performance that rises with the data and levels off.

    Parameters
    ----------
    m : ndarray of shape (n,)
        Numbers of examples, above 10.
    top : float
        Level that the curve cannot pass; below it all curves rise together.

    Returns
    -------
    performance : ndarray of shape (n,)
    """
    rise = 0.15 * (np.log10(m) - 1)
    return (rise**-5 + top**-5) ** -0.2


def draw_scale(ax: Axes, names: Sequence[str] = NAMES) -> Axes:
    """Sketch: performance against the number of examples, by size of the network.

    Parameters
    ----------
    ax : Axes
    names : sequence of str
        The curves to draw.
    """
    m = np.logspace(1.5, 6.5, 201)
    for name, color, dash, top in CURVES:
        if name in names:
            y = scale_curve(m, top)
            ax.semilogx(m, y, color=color, ls=dash, lw=2.4)
            look: Look = {"va": "center", "color": color, "fontweight": "bold"}
            ax.text(m[-1] * 1.2, y[-1], name, **look)
    ax.axvspan(m[0], 1e3, color=RAISED, zorder=0)
    ax.text(
        m[0] * 1.25, 0.64, "few examples:\nno fixed order", color=MUTED, va="center"
    )
    ax.set(xlim=(m[0], m[-1] * 90), ylim=(0.0, 0.72), yticks=[])
    ax.set_xticks([1e2, 1e3, 1e4, 1e5, 1e6])
    title = "With many examples the larger network leads (a sketch)"
    return label(ax, title, "labelled examples m", "performance")
