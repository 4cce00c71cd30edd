"""Figures of c2w3_tuning_and_batch_norm: trials, decades, costs and slopes."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import Look, close_on_error, label
from helpers.plots.colors import BLUE, GHOST, INK, ORANGE

PLAIN: Look = {"color": ORANGE, "ls": "--", "lw": 1.8, "label": "plain"}
NORMED: Look = {"color": BLUE, "ls": "-", "lw": 2.2, "label": "batch norm"}


def draw_trials(ax: Axes, points: np.ndarray, name: str) -> Axes:
    """Settings in the plane of two exponents, with the rates tried as ticks below.

    Parameters
    ----------
    ax : Axes
    points : ndarray of shape (2, n)
        Exponents of α in row 0, of ε in row 1.
    name : str
        How they were chosen.
    """
    ax.plot(*points, "o", color=BLUE, ms=6)
    floor = -10.5
    ticks: Look = {"color": ORANGE, "lw": 1.6, "ls": "-"}
    ax.vlines(points[0], floor, floor + 0.3, **ticks)
    ax.set(xlim=(-4.1, 0.1), ylim=(floor, -5.9), xticks=range(-4, 1))
    count = len(np.unique(np.round(points[0], 9)))
    return label(ax, f"{name}: {count} values of α", "$\\log_{10}$ α", "$\\log_{10}$ ε")


def draw_decades(ax: Axes, values: np.ndarray, name: str) -> Axes:
    """Share of draws in each decade from 0.0001 to 1.

    Parameters
    ----------
    ax : Axes
    values : ndarray of shape (n,)
    name : str
        How they were drawn.
    """
    edges = np.array([1e-4, 1e-3, 1e-2, 1e-1, 1 + 1e-9])
    share = 100 * np.histogram(values, edges)[0] / max(len(values), 1)
    names = ["0.0001\nto 0.001", "0.001\nto 0.01", "0.01\nto 0.1", "0.1\nto 1"]
    bars = ax.bar(names, share, 0.62, color=BLUE)
    ax.bar_label(bars, fmt="%.1f", color=INK, padding=2)
    ax.grid(axis="x", visible=False)
    ax.margins(y=0.16)
    return label(ax, name, "decade of α", "share of draws, %")


@close_on_error
def draw_along(
    ax: Axes,
    t: np.ndarray,
    plain: Sequence[Sequence[float]],
    normed: Sequence[Sequence[float]],
) -> Axes:
    """Cost along the way downhill, as a share of the cost where the way begins.

    Parameters
    ----------
    ax : Axes
    t : ndarray of shape (n,)
        Lengths of the step, from 0 on.
    plain, normed : sequence of sequence of float
        For each network its n shares, the first of them 1.
    """
    ax.axhline(1, color=GHOST, lw=1.2, ls=":")
    for curves, look in ((plain, PLAIN), (normed, NORMED)):
        for k, curve in enumerate(curves):
            ax.plot(t, curve, **(look | {"label": "" if k else look["label"]}))
    ax.set(ylim=(0, 2.5))
    ax.margins(x=0.01)
    ax.legend(loc="lower left")
    title = "Early on, slopes hold for longer with batch norm"
    return label(ax, title, "length t of the step", "J / J at t = 0")
