"""Figures of c4w1_convolution: windows, maps, pooling, rows, and a race."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.plots import (
    Look,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_cells,
    draw_costs,
    draw_maps,
    label,
)
from helpers.plots.colors import (
    BLUE,
    GREEN,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    PURPLE,
    RAISED,
)

QUARTERS = (BLUE, ORANGE, GREEN, PURPLE)


def _texts(values: np.ndarray) -> list[list[str]]:
    """Numbers as they stand in cells; one that is not known yet is a question mark."""
    return [[_text(value) for value in row] for row in np.asarray(values)]


def _text(value: float) -> str:
    return "?" if np.isnan(value) else f"{value:g}".replace("-", "−")


def _frame(ax: Axes, corner: tuple[float, float], size: float, color: str) -> None:
    x, y = corner
    look: Look = {"facecolor": "none", "edgecolor": color, "linewidth": 2.6}
    ax.add_patch(Rectangle((x, y - size), size, size, zorder=3, **look))


def draw_window(
    ax: Axes,
    image: np.ndarray,
    kernel: np.ndarray,
    found: np.ndarray,
    place: tuple[int, int] = (0, 0),
) -> Axes:
    """A window on a picture of numbers, the filter, and the sum of products.

    Parameters
    ----------
    ax : Axes
    image : ndarray of shape (n_H, n_W)
    kernel : ndarray of shape (f, f)
    found : ndarray of shape (n_H - f + 1, n_W - f + 1)
        Sums that are known; the others are nan.
    place : (int, int)
        Row and column of the output that is shown.
    """
    (n_H, n_W), f, (h, w) = image.shape, len(kernel), place
    draw_blank(ax, n_W + f + found.shape[1] + 2.8, n_H + 0.3).set_ylim(-0.1, n_H + 0.1)
    x_filter, x_map = n_W + 1.2, n_W + f + 2.6
    draw_cells(ax, (0.2, n_H), _texts(image), RAISED)
    window = image[h : h + f, w : w + f]
    draw_cells(ax, (0.2 + w, n_H - h), _texts(window), PALE_BLUE)
    _frame(ax, (0.2 + w, n_H - h), f, BLUE)
    y_filter, y_map = n_H / 2 + f / 2, n_H / 2 + len(found) / 2
    draw_cells(ax, (x_filter, y_filter), _texts(kernel), PALE_ORANGE)
    draw_cells(ax, (x_map, y_map), _texts(found), RAISED)
    _frame(ax, (x_map + w, y_map - h), 1, BLUE)
    for x, sign in ((x_filter - 0.5, "∗"), (x_map - 0.7, "=")):
        ax.text(x, n_H / 2, sign, ha="center", va="center", fontsize=17)
    return label(ax, f"{f * f} products, one sum: {_text(found[place])}")


def draw_conv_matrix(ax: Axes, M: np.ndarray) -> Axes:
    """A convolution as a matrix: how few of its entries are not 0.

    Parameters
    ----------
    ax : Axes
    M : ndarray of shape (outputs, inputs)
    """
    top = float(np.abs(M).max())
    ax.imshow(M, vmin=-top, vmax=top)
    ax.set(xticks=range(0, M.shape[1], 6), yticks=range(0, M.shape[0], 4))
    ax.grid(False)
    share = f"{np.count_nonzero(M)} of {M.size} weights are not 0"
    distinct = len(np.unique(M[M != 0]))
    title = f"{share}, only {distinct} are different"
    return label(ax, title, "pixel of the input", "pixel of the output")


def draw_learned(
    axes: Any, kernels: Mapping[str, np.ndarray], costs: Sequence[float]
) -> Any:
    """The cost of learning a filter, and filters with their numbers.

    Parameters
    ----------
    axes : sequence of Axes
        One more than there are kernels.
    kernels : dict
        Title -> kernel of shape (f, f).
    costs : sequence of float
    """
    first, *others = np.ravel(axes)
    draw_costs(first, costs, "Found downhill", unit="step", log=True, chance=None)
    top = max(float(np.abs(kernel).max()) for kernel in kernels.values())
    draw_maps(others, kernels, "{:.2f}", vmin=-1.6 * top, vmax=1.6 * top)
    return axes


@close_on_error
def draw_pooling(ax: Axes, A: np.ndarray, pool: Callable) -> Axes:
    """Four windows of a map, with the largest and the mean value of each.

    Parameters
    ----------
    ax : Axes
    A : ndarray of shape (4, 4)
    pool : callable
        pool(A_prev, f, stride, mode) -> (A, cache), for axes (m, n_H, n_W, n_C).
    """
    draw_blank(ax, 14.2, 4.3).set_ylim(-0.1, 4.2)
    draw_cells(ax, (0.2, 4), _texts(A), RAISED)
    for x, mode in ((6.2, "max"), (10.8, "average")):
        found = np.asarray(pool(A[None, :, :, None], 2, 2, mode)[0])[0, :, :, 0]
        for k, (h, w) in enumerate(np.ndindex(2, 2)):
            corner = (x + 1.35 * w, 3.2 - 1.2 * h)
            text = [[f"{found[h, w]:g}"]]
            draw_cells(ax, corner, text, "white", edgecolor=QUARTERS[k], linewidth=2.4)
        ax.text(x + 1.2, 3.9, mode, ha="center", color=MUTED)
    for k, (h, w) in enumerate(np.ndindex(2, 2)):
        _frame(ax, (0.2 + 2 * w, 4 - 2 * h), 2, QUARTERS[k])
    draw_arrow(ax, (4.6, 2), (5.7, 2), arrowstyle="-|>")
    return label(ax, "One number is left of each window")


@close_on_error
def draw_rows(ax: Axes, im2col: Callable) -> Axes:
    """A picture of 3 × 3 numbers, and its four windows as rows of a matrix.

    Parameters
    ----------
    ax : Axes
    im2col : callable
        im2col(X, f, stride) -> rows.
    """
    X = np.arange(1.0, 10.0).reshape(1, 3, 3, 1)
    rows = np.asarray(im2col(X, 2, 1))
    draw_blank(ax, 14.4, 4.4)
    draw_cells(ax, (0.3, 3.7), _texts(X[0, :, :, 0]), RAISED)
    for k, (h, w) in enumerate(np.ndindex(2, 2)):
        shift = 0.09 * (k - 1.5)
        corner = (0.3 + w + shift, 3.7 - h + shift)
        _frame(ax, corner, 2, QUARTERS[k])
    draw_arrow(ax, (3.7, 2.2), (5.1, 2.2), arrowstyle="-|>")
    draw_cells(ax, (5.6, 4.2), _texts(rows), RAISED)
    for k in range(len(rows)):
        look: Look = {"facecolor": "none", "edgecolor": QUARTERS[k], "linewidth": 2.4}
        box = Rectangle((5.6, 3.24 - k), rows.shape[1], 0.92, zorder=3, **look)
        ax.add_patch(box)
    draw_cells(ax, (11.2, 4.2), [[f"$w_{k}$"] for k in range(1, 5)], PALE_ORANGE)
    ax.text(10.4, 2.2, "times", ha="center", va="center", color=MUTED)
    ax.text(12.6, 2.2, "= Z", ha="left", va="center", fontsize=13)
    return label(ax, "Four windows, four rows, one matrix product")


def draw_engines(ax: Axes, seconds: Mapping[str, float]) -> Axes:
    """How long each way to compute the same takes, on a logarithmic axis.

    Parameters
    ----------
    ax : Axes
    seconds : dict
        Name of each way: seconds.
    """
    names, times = list(seconds), np.array(list(seconds.values()))
    places = np.arange(len(names))[::-1]
    ax.barh(places, 1000 * times, 0.55, color=(BLUE, ORANGE, GREEN)[: len(names)])
    slowest = times.max()
    for y, t in zip(places, times, strict=True):
        factor = f"   {slowest / t:.0f} times faster" if t < slowest else ""
        digits = 0 if t > 0.1 else 2
        text = f" {1000 * t:.{digits}f} ms{factor}"
        ax.text(1000 * t, y, text, va="center", fontweight="bold")
    ax.set(yticks=places, yticklabels=names, xscale="log")
    ax.set_xlim(300 * times.min(), 8000 * times.max())
    ax.grid(axis="y", visible=False)
    return label(ax, "The same numbers, sooner", "milliseconds (logarithmic)", "")
