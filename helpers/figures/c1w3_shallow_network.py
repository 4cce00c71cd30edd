"""Figures of the shallow network: units, activations, boundaries, symmetry."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import (
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_classes,
    label,
)
from helpers.plots.colors import BLUE, INK, MUTED, ORANGE, RAISED

Look = dict[str, Any]
TITLES = {
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
}


def draw_network(ax: Axes, sizes: Sequence[int] = (2, 4, 1)) -> Axes:
    """Units as circles, weights as lines, the shape of each layer below.

    Parameters
    ----------
    ax : Axes
    sizes : sequence of int
        Units of each layer, the input first.
    """
    draw_blank(ax, 10, 5.4)
    places = [_column(1.2 + 3.8 * k, n) for k, n in enumerate(sizes)]
    for left, right in zip(places, places[1:], strict=False):
        for start in left:
            for end in right:
                ax.plot(*zip(start, end, strict=True), color=MUTED, lw=0.9, ls="-")
    for k, column in enumerate(places):
        color = RAISED if k == 0 else "white"
        for j, (x, y) in enumerate(column):
            look: Look = {"facecolor": color, "edgecolor": INK, "s": 900, "zorder": 3}
            ax.scatter([x], [y], **look)
            name = f"$x_{j + 1}$" if k == 0 else f"$a_{j + 1}^{{[{k}]}}$"
            ax.text(x, y, name, ha="center", va="center", zorder=4, fontsize=11)
    draw_arrow(ax, (places[-1][0][0] + 0.45, 3.0), (9.75, 3.0), color=INK)
    ax.text(9.55, 3.35, r"$\hat y$", ha="center", fontsize=12)
    for k, n in enumerate(sizes):
        _name_layer(ax, 1.2 + 3.8 * k, k, n, sizes)
    count = sum(n * p + n for p, n in zip(sizes, sizes[1:], strict=False))
    layers = len(sizes) - 1
    return label(ax, f"{layers} layers, {count} parameters; the input is not counted")


def _column(x: float, n: int) -> list[tuple[float, float]]:
    """Places of n units of one layer."""
    return [(x, 3.0 + 0.95 * ((n - 1) / 2 - j)) for j in range(n)]


def _name_layer(ax: Axes, x: float, k: int, n: int, sizes: Sequence[int]) -> None:
    """What a layer is called, and the shapes of its parameters."""
    words = ("input", *["hidden layer"] * (len(sizes) - 2), "output")[k]
    look: Look = {"ha": "center", "fontsize": 10}
    ax.text(x, 0.62, words, weight="bold", **look)
    if k:
        shapes = f"$W^{{[{k}]}}$ ({n}, {sizes[k - 1]}),  $b^{{[{k}]}}$ ({n}, 1)"
        ax.text(x, 0.16, shapes, color=MUTED, **look)


@close_on_error
def draw_activations(
    ax: Axes, axes: Any, activate: Callable, derivative: Callable | None = None
) -> Any:
    """Four activations, and their slopes dashed.

    Parameters
    ----------
    ax : Axes
        The first of the axes.
    axes : array of four Axes
    activate : callable
        activate(z, name) -> a.
    derivative : callable, optional
        derivative(z, name) -> slope.
    """
    z = np.linspace(-4, 4, 401)
    for each, (name, title) in zip(np.ravel(axes), TITLES.items(), strict=True):
        each.axhline(0, color=MUTED, lw=0.7, ls="-")
        each.axvline(0, color=MUTED, lw=0.7, ls="-")
        each.plot(z, activate(z, name), color=BLUE, ls="-", label="a = g(z)")
        if derivative is not None:
            slope = np.array(derivative(z, name), dtype=float)
            slope[np.abs(np.diff(slope, append=slope[-1])) > 0.5] = np.nan
            each.plot(z, slope, color=ORANGE, ls="--", label="slope g'(z)")
        each.set(xlim=(-4, 4), ylim=(-1.3, 2.3))
        label(each, title, "z")
    ax.legend(loc="upper left", fontsize=9)
    return axes


@close_on_error
def draw_units(
    ax: Axes, axes: Any, A1: np.ndarray, span: float, X: np.ndarray, Y: np.ndarray
) -> Any:
    """What each hidden unit answers all over the plane.

    Parameters
    ----------
    ax : Axes
        The first of the axes.
    axes : array of n_h Axes
    A1 : ndarray of shape (n_h, n * n)
        Activations on a square grid of n * n points, row by row, x2 upwards.
    span : float
        The grid runs from -span to span.
    X : ndarray of shape (2, m)
    Y : ndarray of shape (1, m)
    """
    n = round(A1.shape[1] ** 0.5)
    line = np.linspace(-span, span, n)
    for j, each in enumerate(np.ravel(axes)):
        field = A1[j].reshape(n, n)
        extent = (-span, span, -span, span)
        look: Look = {"origin": "lower", "extent": extent, "cmap": "signed"}
        drawn = each.imshow(field, vmin=-1, vmax=1, alpha=0.75, **look)
        if field.min() < 0 < field.max():
            each.contour(line, line, field, levels=[0], colors=[INK], linewidths=1.6)
        draw_classes(each, X, Y, s=9, linewidth=0.3)
        each.grid(False)
        each.set(xlim=(-span, span), ylim=(-span, span), aspect="equal")
        label(each, f"unit {j + 1}", "$x_1$", "$x_2$" if j == 0 else "")
    bar = ax.figure.colorbar(drawn, ax=list(np.ravel(axes)), ticks=[-1, 0, 1])
    bar.set_label("$a^{[1]}$")
    bar.outline.set_visible(False)
    return axes


def draw_paths(ax: Axes, paths: np.ndarray, title: str = "") -> Axes:
    """One weight of each hidden unit while the network is trained.

    Parameters
    ----------
    ax : Axes
    paths : ndarray of shape (n_h, number of steps)
    title : str
    """
    widths = np.linspace(9, 2, len(paths))
    for j, (path, width) in enumerate(zip(paths, widths, strict=True)):
        ax.plot(path, lw=width, label=f"unit {j + 1}", solid_capstyle="round")
    ax.legend(fontsize=9, ncols=2, labelspacing=0.6)
    apart = float(np.ptp(paths[:, -1]))
    told = "Equal units stay equal" if apart < 1e-9 else "The units go their own ways"
    return label(ax, title or told, "iteration", "weight of $x_1$")


def draw_starts(ax: Axes, shares: Mapping[float, np.ndarray]) -> Axes:
    """How the hidden activations are spread, for several sizes of first weights.

    Parameters
    ----------
    ax : Axes
    shares : dict
        Size of the weights -> activations, any shape.
    """
    edges = np.linspace(-1, 1, 41)
    for k, (scale, A1) in enumerate(shares.items()):
        heights = np.histogram(np.ravel(A1), edges)[0] / np.size(A1)
        base = len(shares) - 1 - k
        middle = (edges[1:] + edges[:-1]) / 2
        top = base + 0.85 * heights / max(heights.max(), 1e-9)
        ax.fill_between(middle, base, top, color=BLUE, alpha=0.35, step="mid", lw=0)
        ax.plot(middle, top, color=BLUE, lw=1.2, ls="-", drawstyle="steps-mid")
        ax.text(-1.06, base + 0.1, f"× {scale:g}", ha="right", color=INK)
    ax.set(yticks=[], xlim=(-1.02, 1.02))
    ax.spines["left"].set_visible(False)
    return label(ax, "Large weights push tanh to its flat ends", "activation $a^{[1]}$")


def draw_backward(ax: Axes) -> Axes:
    """Forward through both layers in blue, back in orange."""
    draw_blank(ax, 15.6, 3.9)
    boxes = (
        (1.0, "X"),
        (4.3, "$Z^{[1]}$"),
        (6.9, "$A^{[1]}$"),
        (10.2, "$Z^{[2]}$"),
        (12.8, "$A^{[2]}$"),
        (14.9, "J"),
    )
    for x, text in boxes:
        look: Look = {"boxstyle": "round,pad=0.45", "facecolor": "white"}
        place: Look = {"ha": "center", "va": "center", "fontsize": 12}
        ax.text(x, 2.6, text, bbox=look | {"edgecolor": INK, "linewidth": 1.2}, **place)
    words = (
        "$W^{[1]} X + b^{[1]}$",
        "g",
        r"$W^{[2]} A^{[1]} + b^{[2]}$",
        r"$\sigma$",
        "",
    )
    for k, word in enumerate(words):
        start, end = boxes[k][0] + 0.6, boxes[k + 1][0] - 0.6
        draw_arrow(ax, (start, 2.75), (end, 2.75), color=BLUE, arrowstyle="-|>")
        ax.text((start + end) / 2, 3.2, word, color=BLUE, ha="center", fontsize=11)
    back: Look = {"color": ORANGE, "arrowstyle": "-|>", "linestyle": (0, (4, 2))}
    for k in range(4, 0, -1):
        draw_arrow(ax, (boxes[k + 1][0] - 0.6, 2.4), (boxes[k][0] + 0.6, 2.4), **back)
    texts = (
        (11.8, 1.5, r"$dZ^{[2]} = A^{[2]} - Y$"),
        (5.9, 1.5, r"$dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot g'(Z^{[1]})$"),
        (11.8, 0.5, r"$dW^{[2]} = \frac{1}{m}\, dZ^{[2]} A^{[1]T}$"),
        (5.9, 0.5, r"$dW^{[1]} = \frac{1}{m}\, dZ^{[1]} X^T$"),
    )
    for x, y, text in texts:
        ax.text(x, y, text, color=ORANGE, ha="center", va="center", fontsize=12)
    return label(ax, "Forward to the cost (blue), back to both layers (orange, dashed)")
