"""Figures of c2w1_regularization: what a model learns, and what it only remembers."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import (
    Look,
    draw_arrow,
    draw_blank,
    draw_box,
    label,
)
from helpers.plots.colors import (
    BLUE,
    GHOST,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
)


def draw_errors(
    ax: Axes,
    history: np.ndarray,
    optimal: float | None = None,
    best: int | None = None,
    stop: int | None = None,
) -> Axes:
    """Training and dev error along the training.

    Parameters
    ----------
    ax : Axes
    history : ndarray of shape (n, 3)
        Step, training error and dev error of each measurement.
    optimal : float, optional
        Error of the best possible model.
    best, stop : int, optional
        Rows of the smallest dev error and of the stop.
    """
    steps, train, dev = np.asarray(history, dtype=float).T[:3]
    lines = ((train, "train", BLUE, "-"), (dev, "dev", ORANGE, (0, (4, 2))))
    for values, name, color, dash in lines:
        ax.plot(steps, values, color=color, ls=dash)
        place: Look = {"textcoords": "offset points", "va": "center", "color": color}
        ax.annotate(name, (steps[-1], values[-1]), (6, 0), **place)
    if optimal is not None:
        ax.axhline(optimal, color=MUTED, lw=1, ls=":")
        place = {"textcoords": "offset points", "va": "center", "color": MUTED}
        ax.annotate("optimal", (steps[-1], optimal), (6, 0), **place)
    title = f"At the end: {train[-1]:.1%} on training, {dev[-1]:.1%} on dev"
    if best is not None:
        ax.plot(steps[best], dev[best], "o", color=ORANGE, ms=9)
        title = f"Best dev error, {dev[best]:.1%}, after {steps[best]:.0f} steps"
    if stop is not None:
        ax.axvline(steps[stop], color=INK, lw=1)
        top = float(dev.max())
        ax.text(steps[stop], top, " stop", va="center", color=INK)
    ax.set(xlim=(0, steps[-1]), ylim=(0, None))
    return label(ax, title, "step", "error")


def draw_sweep(
    ax: Axes, errors: Mapping[float, Sequence[float]], name: str, optimal: float
) -> Axes:
    """Training and dev error for several values of one knob; the best is ringed.

    Parameters
    ----------
    ax : Axes
    errors : dict
        Value -> (training error, dev error), in the order of the axis.
    name : str
        Symbol of the knob.
    optimal : float
    """
    pairs = np.array(list(errors.values()), dtype=float)  # (n, 2)
    places = np.arange(len(pairs))
    ax.plot(places, pairs[:, 0], "o-", color=BLUE, label="train")
    ax.plot(places, pairs[:, 1], "^--", color=ORANGE, label="dev")
    ax.axhline(optimal, color=MUTED, lw=1, ls=":", label="optimal")
    best = int(pairs[:, 1].argmin())
    ring: Look = {"ms": 16, "mfc": "none", "mec": INK}
    ax.plot(best, pairs[best, 1], "o", **ring)
    ax.set_xticks(places, [f"{value:g}" for value in errors])
    ax.set(ylim=(0, None))
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    value = list(errors)[best]
    title = f"Smallest dev error, {pairs[best, 1]:.1%}, at {name} = {value:g}"
    return label(ax, title, name, "error")


def draw_tanh(ax: Axes, spreads: Sequence[float] = (0.3, 2.0)) -> Axes:
    """tanh and the line z, with the ranges that small and large weights reach.

    Parameters
    ----------
    ax : Axes
    spreads : sequence of float
        Half widths of two ranges of z, the smaller one first.
    """
    z = np.linspace(-3, 3, 301)
    for spread, color in zip(spreads[::-1], (PALE_ORANGE, PALE_BLUE), strict=True):
        ax.axvspan(-spread, spread, color=color, lw=0, zorder=0)
    ax.plot(z, np.tanh(z), color=BLUE)
    ax.plot(z, z, color=ORANGE, ls="--", lw=1.4)
    ax.set(xlim=(-3, 3), ylim=(-1.6, 1.6))
    ax.text(0, -1.45, "small weights", ha="center", color=INK)
    ax.text(1.95, -1.45, "large weights", ha="right", color=INK)
    ax.text(1.3, 1.4, "z", color=ORANGE, ha="right")
    ax.text(2.2, 0.68, "tanh z", color=BLUE)
    far = abs(np.tanh(spreads[0]) - spreads[0])
    title = f"Within ±{spreads[0]:g}, tanh is a line: off by {far:.3f} at most"
    return label(ax, title, "z", "a")


def draw_sticks(ax: Axes, w: np.ndarray, useful: int, title: str) -> Axes:
    """Weights as sticks, the useful ones first; exact zeros are hollow.

    Parameters
    ----------
    ax : Axes
    w : ndarray of shape (n_x, 1)
    useful : int
        How many features have to do with the label.
    title : str
    """
    values = np.ravel(w)
    places = np.arange(1, len(values) + 1)
    ax.axvspan(0.5, useful + 0.5, color=PALE_BLUE, lw=0, zorder=0)
    ax.axhline(0, color=LINE, lw=1)
    ax.vlines(places, 0, values, color=BLUE, lw=1.5)
    zero = values == 0
    ax.plot(places[~zero], values[~zero], "o", color=BLUE, ms=4)
    ax.plot(places[zero], values[zero], "o", mfc="white", mec=ORANGE, ms=5)
    ax.set(xlim=(0, len(values) + 1))
    text = f"{title}: {int(zero.sum())} of {len(values)} are 0"
    return label(ax, text, "feature j", "$w_j$")


def draw_dropout(ax: Axes, masks: Sequence[np.ndarray], title: str) -> Axes:
    """A network seen by one example: units that fall silent lose their links.

    Parameters
    ----------
    ax : Axes
    masks : sequence of ndarray
        For each layer, the input and the output too: True where a unit stays.
    title : str
    """
    layers = [np.ravel(mask).astype(bool) for mask in masks]
    draw_blank(ax, 2.2 * len(layers), 6.4, title)
    places = [_column(2.2 * k + 1.1, len(mask)) for k, mask in enumerate(layers)]
    for k in range(len(layers) - 1):
        for a, left in zip(layers[k], places[k], strict=True):
            for b, right in zip(layers[k + 1], places[k + 1], strict=True):
                if a and b:
                    ends = zip(left, right, strict=True)
                    ax.plot(*ends, color=GHOST, lw=0.8, zorder=1)
    for mask, spots in zip(layers, places, strict=True):
        for stays, (x, y) in zip(mask, spots, strict=True):
            face, edge = (PALE_BLUE, BLUE) if stays else ("white", GHOST)
            look: Look = {"marker": "o", "ms": 15, "mfc": face, "mec": edge}
            ax.plot([x], [y], zorder=2, **look)
            if not stays:
                ax.plot([x], [y], marker="x", color=ORANGE, ms=9, mew=2, zorder=3)
    return ax


def _column(x: float, n: int) -> list[tuple[float, float]]:
    """Places of n units above each other."""
    return [(x, 3.2 + 0.85 * (k - (n - 1) / 2)) for k in range(n)]


def draw_valleys(axes: Sequence[Axes], spread: float = 5.0) -> Sequence[Axes]:
    """Cost of two weights, features of unequal and of equal spread, with descents.

    Parameters
    ----------
    axes : sequence of two Axes
    spread : float
        Spread of the first feature on the left; every other spread is 1.
    """
    for ax, wide in zip(axes, (spread, 1.0), strict=True):
        rate = 1.85 / wide**2 if wide > 1 else 0.6
        grid = np.linspace(-4, 4, 161)
        w1, w2 = np.meshgrid(grid, grid)
        J = (wide**2 * w1**2 + w2**2) / 2
        levels = np.array([0.05, 0.3, 1, 2.5, 5, 9, 16, 30, 60, 120])
        ax.contour(w1, w2, J, levels=levels, colors=GHOST, linewidths=1)
        path = [np.array([2.0, 3.4])]
        for _ in range(20):
            path.append(path[-1] - rate * path[-1] * np.array([wide**2, 1]))
        ax.plot(*np.array(path).T, "o-", color=ORANGE, ms=3.5, lw=1.2)
        ax.plot(0, 0, "x", color=INK, ms=9)
        ax.set(aspect="equal")
        name = f"spreads {wide:g} and 1" if wide > 1 else "both spreads 1"
        left = float(np.hypot(*path[-1]))
        end = "arrived" if left < 0.01 else f"{left:.1f} to go"
        label(ax, f"{name}: 20 steps, {end}", "$w_1$", "$w_2$")
    return axes


def draw_ladder(ax: Axes, rows: Mapping[str, Sequence[float]], optimal: float) -> Axes:
    """Errors of several models as bars: up to the optimum, bias, variance.

    Parameters
    ----------
    ax : Axes
    rows : dict
        Name of a model -> (training error, dev error).
    optimal : float
    """
    for k, (train, dev) in enumerate(rows.values()):
        for shift, value, color in ((0.18, train, BLUE), (-0.18, dev, ORANGE)):
            ax.barh(-k + shift, value, height=0.3, color=color)
            ax.text(value, -k + shift, f" {value:.1%}", va="center", color=INK)
    ax.axvline(optimal, color=INK, lw=1.2, ls=":")
    ax.set_yticks(-np.arange(len(rows)), list(rows))
    ax.set(xlim=(0, 1.15 * max(max(pair) for pair in rows.values())))
    ax.grid(False)
    ax.barh(0, 0, color=BLUE, label="train")
    ax.barh(0, 0, color=ORANGE, label="dev")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    title = "Blue to dots: bias. Orange beyond blue: variance"
    return label(ax, title, "error")


def draw_recipe(ax: Axes) -> Axes:
    """Basic recipe: first the bias, then the variance, then done."""
    draw_blank(ax, 14, 4.6)
    pale: Look = {"facecolor": PALE_BLUE}
    draw_box(ax, (2.3, 3.5), "high bias?", (3.2, 1.1))
    draw_box(ax, (7.3, 3.5), "high variance?", (3.2, 1.1))
    draw_box(ax, (12.2, 3.5), "done", (2.2, 1.1))
    left, right = (
        "larger network, train\nlonger, other method",
        ("more data,\nregularization"),
    )
    draw_box(ax, (2.3, 1.0), left, (4.0, 1.4), **pale)
    draw_box(ax, (7.3, 1.0), right, (3.6, 1.4), **pale)
    look: Look = {"arrowstyle": "-|>"}
    for start, end in (((3.9, 3.5), (5.7, 3.5)), ((8.9, 3.5), (11.1, 3.5))):
        draw_arrow(ax, start, end, **look)
        ax.text(start[0] + 0.85, 3.7, "no", ha="center", color=MUTED)
    for x in (2.3, 7.3):
        draw_arrow(ax, (x, 2.95), (x, 1.7), **look)
        ax.text(x + 0.2, 2.3, "yes", color=MUTED)
    bend: Look = {"arrowstyle": "-|>", "connectionstyle": "arc3,rad=-0.5"}
    draw_arrow(ax, (0.4, 1.7), (0.7, 3.3), **bend)
    draw_arrow(ax, (5.5, 1.0), (2.9, 2.95), arrowstyle="-|>")
    return label(ax, "First the bias, then the variance, and after each cure again")
