"""Figures of c0w1_arrays_and_tables: axes, months, a gap between curves, a band."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import Look, draw_arrow, draw_blank, draw_cells, label
from helpers.plots.colors import (
    BLUE,
    GHOST,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RAISED,
)

MONTHS = tuple("JFMAMJJASOND")
TOP = 420.0


def draw_axes(ax: Axes, W: np.ndarray) -> Axes:
    """A table, its two axes, and the means along each of them.

    Parameters
    ----------
    ax : Axes
    W : ndarray of shape (m, n)
    """
    m, n = W.shape
    draw_blank(ax, n + 7.2, m + 3.4)
    top, left = m + 2.2, 2.2
    text = [[f"{value:g}" for value in row] for row in W]
    draw_cells(ax, (left, top), text, RAISED)
    down = [[f"{value:.3g}" for value in W.mean(axis=0)]]
    draw_cells(ax, (left, top - m - 0.5), down, PALE_BLUE)
    along = [[f"{value:.3g}"] for value in W.mean(axis=1)]
    draw_cells(ax, (left + n + 0.5, top), along, PALE_ORANGE)
    draw_arrow(ax, (left - 0.5, top), (left - 0.5, top - m), color=BLUE)
    draw_arrow(ax, (left, top + 0.5), (left + n, top + 0.5), color=ORANGE)
    look: Look = {"va": "center", "fontsize": 10.5}
    ax.text(left - 0.8, top - m / 2, "axis 0", color=BLUE, ha="right", **look)
    ax.text(left + n / 2, top + 0.95, "axis 1", color=ORANGE, ha="center", **look)
    words = f"mean(axis=0)\nshape ({n},)"
    ax.text(left - 0.3, top - m - 1.0, words, color=BLUE, ha="right", **look)
    words = f"mean(axis=1)\nshape ({m},)"
    ax.text(left + n + 1.8, top - m / 2, words, color=ORANGE, ha="left", **look)
    return label(ax, "The axis that is named goes away, the other one stays")


def draw_months(ax: Axes, right: Sequence[float], wrong: Sequence[float]) -> Axes:
    """Arrivals of every month: the days read first, and the months read first.

    Parameters
    ----------
    ax : Axes
    right, wrong : sequence of float
        12 counts each.
    """
    x = np.arange(1, 13)
    ax.bar(x - 0.2, right, width=0.38, color=BLUE, label="day first (right)")
    look: Look = {"facecolor": PALE_ORANGE, "edgecolor": ORANGE, "hatch": "///"}
    ax.bar(x + 0.2, wrong, width=0.36, label="month first (wrong)", **look)
    ax.set_xticks(x, MONTHS)
    ax.grid(axis="x", visible=False)
    ax.legend()
    best, bad = (int(np.argmax(counts)) + 1 for counts in (right, wrong))
    same = f"Both readings say month {best}"
    title = same if best == bad else f"Month {best} leads, misread it is month {bad}"
    return label(ax, title, "month", "cats")


def draw_gap(
    ax: Axes, one: Sequence[float], two: Sequence[float], names: Sequence[str]
) -> Axes:
    """Two curves over the months, the gap between them coloured by who leads.

    Parameters
    ----------
    ax : Axes
    one, two : sequence of float
        12 values each.
    names : sequence of str
        Two names.
    """
    x, p, q = np.arange(1, 13), np.asarray(one, float), np.asarray(two, float)
    look: Look = {"interpolate": True, "alpha": 0.25, "lw": 0}
    ax.fill_between(x, p, q, where=(p > q).tolist(), color=BLUE, **look)
    ax.fill_between(x, p, q, where=(p < q).tolist(), color=ORANGE, **look)
    ax.plot(x, p, color=BLUE, marker="o", ls="-", label=names[0])
    ax.plot(x, q, color=ORANGE, marker="^", ls="--", label=names[1])
    ax.set_xticks(x, MONTHS)
    ax.set_ylim(bottom=0)
    ax.legend()
    ahead = int((p > q).sum())
    title = f"{names[0]} leads in {ahead} of {len(x)} months"
    return label(ax, title, "month", "cats")


def draw_fee_band(
    ax: Axes,
    band: tuple[np.ndarray, np.ndarray, np.ndarray],
    weights: np.ndarray,
    fees: np.ndarray,
) -> Axes:
    """Fees against weights, with the mean of every kilogram and its band.

    Parameters
    ----------
    ax : Axes
    band : tuple of ndarray of shape (k,)
        Lower, mean and upper for the cats of 0 to 1 kg, 1 to 2 kg, and so on; the
        last class has no upper end.
    weights, fees : ndarray of shape (m,)
        Kilograms and dollars.
    """
    lower, mean, upper = band
    x = np.arange(len(mean)) + 0.5
    inside = fees <= TOP
    ax.plot(weights[inside], fees[inside], "o", color=GHOST, ms=4, label="one cat")
    ax.fill_between(x, lower, upper, color=PALE_BLUE, label="± 2 standard errors")
    ax.plot(
        x, mean, color=BLUE, ls="-", marker="o", zorder=3, label="mean of the class"
    )
    for weight, fee in zip(weights[~inside], fees[~inside], strict=True):
        ax.plot([weight], [TOP - 12], "^", color=ORANGE, clip_on=False)
        look: Look = {"ha": "right", "va": "center", "fontsize": 9, "color": ORANGE}
        ax.text(weight - 0.12, TOP - 12, f"${fee:,.0f}", **look)
    ax.set(xlim=(0, len(mean) + 0.5), ylim=(0, TOP))
    ax.legend(loc="upper left")
    widest = int(np.argmax(upper - lower))
    few = "few cats, large spread"
    title = f"The band is widest from {widest} kg on: {few}"
    return label(ax, title, "weight in kg", "fee in dollars")


def draw_copies(ax: Axes, tables: Sequence[int]) -> Axes:
    """Rows that are copied until all tables are one, in two ways.

    Parameters
    ----------
    ax : Axes
    tables : sequence of int
        Rows of each table.
    """
    grown = np.cumsum(np.cumsum(tables))
    x = np.arange(1, len(tables) + 1)
    ax.plot(x, grown, color=ORANGE, ls="--", marker="^", label="one after the other")
    ax.plot(x, np.cumsum(tables), color=BLUE, ls="-", marker="o", label="once")
    ax.axhline(sum(tables), color=MUTED, lw=1, ls=":")
    look: Look = {"color": INK, "va": "bottom", "fontsize": 10}
    ax.text(1, sum(tables), f"all {sum(tables)} rows", **look)
    ax.axvline(len(tables), color=LINE, lw=1, ls="-")
    ax.legend(loc="upper left")
    times = grown[-1] / sum(tables)
    title = (
        f"Appending {len(tables)} tables one by one copies {times:.1f} times as much"
    )
    return label(ax, title, "tables so far", "rows copied")
