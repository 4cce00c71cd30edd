"""Figures of c1w4_deep_network: layers, blocks and caches, trees and folds."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from helpers.plots import (
    Look,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_box,
    label,
)
from helpers.plots.colors import (
    BLUE,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RAISED,
)

BACK: Look = {"color": ORANGE, "arrowstyle": "-|>", "linestyle": (0, (4, 2))}
FORTH: Look = {"color": BLUE, "arrowstyle": "-|>"}


def draw_networks(ax: Axes, networks: Sequence[Sequence[int]]) -> Axes:
    """Networks side by side, a circle per unit and a column per layer.

    Parameters
    ----------
    ax : Axes
    networks : sequence of lists of int
        Units of each layer, from the features to the output.
    """
    widths = [0.95 * (len(dims) - 1) + 1.3 for dims in networks]
    draw_blank(ax, sum(widths), 5.0)
    left = 0.0
    for dims, width in zip(networks, widths, strict=True):
        _draw_network(ax, dims, left + 0.65)
        count = sum(n * (p + 1) for p, n in zip(dims, dims[1:], strict=False))
        L, middle = len(dims) - 1, left + width / 2
        layers = "1 layer" if L == 1 else f"{L} layers"
        ax.text(middle, 0.58, layers, ha="center", fontweight="bold")
        ax.text(middle, 0.14, f"{count} numbers", ha="center", color=MUTED, fontsize=9)
        left += width
    return label(ax, "From one layer to many: depth is a matter of degree")


def _draw_network(ax: Axes, dims: Sequence[int], x: float) -> None:
    """One network with its first layer at x."""
    places = [
        [(x + 0.95 * k, 2.9 + 0.62 * (j - (n - 1) / 2)) for j in range(n)]
        for k, n in enumerate(dims)
    ]
    for ins, outs in zip(places, places[1:], strict=False):
        for p in ins:
            for q in outs:
                ax.plot(*zip(p, q, strict=True), color=LINE, lw=0.8, ls="-", zorder=1)
    last = len(dims) - 1
    for k, layer in enumerate(places):
        color = RAISED if k == 0 else PALE_ORANGE if k == last else PALE_BLUE
        for p in layer:
            circle: Look = {"facecolor": color, "edgecolor": INK, "linewidth": 1}
            ax.add_patch(Circle(p, 0.22, zorder=2, **circle))


def draw_blocks(ax: Axes) -> Axes:
    """Three layers as blocks: forward above, caches between, backward below."""
    draw_blank(ax, 15.6, 6.6)
    kinds = ("ReLU", "ReLU", "σ")
    for k, kind in enumerate(kinds, start=1):
        x = 4.3 * k - 1.2
        draw_box(
            ax, (x, 5.2), f"layer {k}: {kind}\n$W^{{[{k}]}}, b^{{[{k}]}}$", (2.6, 1.2)
        )
        cache = rf"$A^{{[{k - 1}]}}, W^{{[{k}]}}, b^{{[{k}]}}, Z^{{[{k}]}}$"
        look: Look = {"facecolor": RAISED, "edgecolor": MUTED, "linestyle": (0, (3, 2))}
        draw_box(ax, (x, 3.3), cache, (3.3, 0.9), **look).set_fontsize(10)
        draw_box(ax, (x, 1.5), f"back {k}", (2.6, 0.9), edgecolor=ORANGE)
        draw_arrow(ax, (x, 4.6), (x, 3.77), **FORTH)
        draw_arrow(ax, (x, 2.83), (x, 1.97), **BACK)
        draw_arrow(ax, (x, 1.03), (x, 0.62), **BACK)
        words: Look = {"ha": "center", "color": ORANGE, "va": "center"}
        ax.text(x, 0.32, rf"$dW^{{[{k}]}},\ db^{{[{k}]}}$", **words)
    for k in range(4):
        x = 4.3 * k + 0.95
        draw_arrow(ax, (x - 0.7, 5.2), (x + 0.83, 5.2), **FORTH)
        name = "X" if k == 0 else rf"A^{{[{k}]}}" if k < 3 else r"\hat Y"
        ax.text(x, 5.55, f"${name}$", ha="center", color=BLUE)
        if k:
            draw_arrow(ax, (x + 0.83, 1.5), (x - 0.7, 1.5), **BACK)
            ax.text(x, 1.78, rf"$dA^{{[{k}]}}$", ha="center", color=ORANGE)
    ax.text(0.1, 3.3, "caches", color=MUTED, va="center")
    return label(ax, "What goes forward is kept, and met again on the way back")


def draw_xor_tree(ax: Axes, bits: Sequence[int]) -> Axes:
    """Tree of gates over some bits, each node with its value.

    Parameters
    ----------
    ax : Axes
    bits : sequence of int
    """
    rows = [[(k + 0.5, int(bit)) for k, bit in enumerate(bits)]]
    while len(rows[-1]) > 1:
        last = rows[-1]
        pairs = list(zip(last[::2], last[1::2], strict=False))
        joined = [((p[0] + q[0]) / 2, (p[1] + q[1]) % 2) for p, q in pairs]
        rows.append(joined + last[2 * len(pairs) :])
    ax.set(xlim=(-1.6, len(bits)), ylim=(-0.6, 1.15 * len(rows) - 0.4))
    ax.axis("off")
    for level, row in enumerate(rows):
        text = f"level {level}" if level else "bits"
        ax.text(-1.5, 1.15 * level, text, color=MUTED, va="center")
        if level:
            _draw_joints(ax, rows[level - 1], row, level)
        for x, bit in row:
            color = PALE_ORANGE if bit else PALE_BLUE
            look: Look = {"boxstyle": "circle,pad=0.35", "fc": color, "ec": INK}
            place: Look = {"ha": "center", "va": "center", "zorder": 3}
            ax.text(x, 1.15 * level, str(bit), bbox=look, **place)
    n, depth = len(bits), len(rows) - 1
    return label(ax, f"{n} bits, {n - 1} gates, but only {depth} levels")


def _draw_joints(ax: Axes, below: list, row: list, level: int) -> None:
    """Lines from each node to the two, or the one, below it."""
    for j, (x, _) in enumerate(row):
        for start, _ in below[2 * j : 2 * j + 2]:
            ends = ([start, x], [1.15 * (level - 1), 1.15 * level])
            ax.plot(*ends, color=MUTED, lw=1.2, ls="-", zorder=1)


@close_on_error
def draw_gates(ax: Axes, xor_tree: Callable) -> Axes:
    """Gates of the tree against detectors of one hidden layer.

    Parameters
    ----------
    ax : Axes
    xor_tree : callable
        xor_tree(X), the triple parity, depth, gates.
    """
    n = np.arange(2, 21)
    made = [xor_tree(np.zeros((k, 1), dtype=int)) for k in n]
    gates, depth = [one[2] for one in made], [one[1] for one in made]
    ax.semilogy(n, 2.0 ** (n - 1), "^--", color=ORANGE, ms=5)
    ax.semilogy(n, gates, "o-", color=BLUE, ms=5)
    ax.semilogy(n, depth, "s:", color=MUTED, ms=4)
    look: Look = {"va": "center", "fontweight": "bold"}
    ax.text(20.4, 2.0**19, "one layer:\n$2^{n-1}$ detectors", color=ORANGE, **look)
    ax.text(20.4, gates[-1], "tree: gates", color=BLUE, **look)
    ax.text(20.4, depth[-1], "tree: levels", color=MUTED, **look)
    ax.set(xlim=(1.5, 25.5), ylim=(0.6, 6e6), xticks=[2, 4, 8, 12, 16, 20])
    title = f"20 bits: {gates[-1]} gates in a tree, {2**19:,} detectors in one layer"
    return label(ax, title, "bits n", "units")


@close_on_error
def draw_folds(
    ax: Axes, activation_forward: Callable, depths: Sequence[int] = (1, 3, 5)
) -> Axes:
    """One line folded by layers of two ReLU units: the teeth double each time.

    Parameters
    ----------
    ax : Axes
    activation_forward : callable
        activation_forward(A_prev, W, b, activation), the pair A, cache.
    depths : sequence of int
    """
    x = np.linspace(0, 1, 1025).reshape(1, -1)
    for row, L in enumerate(depths):
        low = 1.45 * (len(depths) - 1 - row)
        y = np.ravel(_fold(activation_forward, x, L))
        color = (BLUE, ORANGE, INK)[row % 3]
        ax.plot(x[0], y + low, color=color, ls="-", lw=1.6)
        bends = int((np.abs(np.diff(y, 2)) > 1e-6).sum())
        layers = "1 layer" if L == 1 else f"{L} layers"
        text = f"{layers}, {2 * L} units:\n{bends + 1} pieces"
        ax.text(1.03, low + 0.5, text, color=color, va="center")
    ax.set(xlim=(0, 1.32), yticks=[], xticks=[0, 0.5, 1])
    ax.grid(False)
    ax.spines["left"].set_visible(False)
    ax.spines["bottom"].set_bounds(0, 1)
    return label(ax, "Each layer of two units doubles the pieces", "x", "")


def _fold(forward: Callable, x: np.ndarray, depth: int) -> np.ndarray:
    """The tent 2 relu(x) - 4 relu(x - 1/2), applied as often as there are layers."""
    tent, b = np.array([[2.0, -4.0]]), np.array([[0.0], [-0.5]])
    W, A = np.ones((2, 1)), x
    for _ in range(depth):
        A = forward(A, W, b, "relu")[0]  # (2, m)
        W = np.vstack([tent, tent])
    return tent @ A


def draw_hierarchy(ax: Axes) -> Axes:
    """Edges, parts, faces: what the layers of a picture network look for."""
    from helpers.datasets import make_animals

    animals = make_animals(3, seed=4, size=96, species=("cat",), variety=0.4, noise=0)
    draw_blank(ax, 15.4, 4.9)
    _draw_edges(ax)
    for k, (image, marks) in enumerate(
        zip(animals.images, animals.landmarks, strict=True)
    ):
        for j, mark in enumerate((marks[0], marks[2], marks[4])):
            _put(ax, _crop(image, mark), (5.9 + 1.25 * j, 0.85 + 1.25 * k, 1.1))
    spots = ((11.3, 0.85, 1.72), (13.2, 0.85, 1.72), (12.25, 2.75, 1.72))
    for image, spot in zip(animals.images, spots, strict=True):
        _put(ax, image, spot)
    for x in (4.75, 10.15):
        draw_arrow(ax, (x, 2.6), (x + 0.8, 2.6), **FORTH)
    names = ("first layers: edges", "then: parts", "last layers: faces")
    for x, name in zip((2.2, 7.7, 13.1), names, strict=True):
        ax.text(x, 0.3, name, ha="center", color=MUTED)
    ax.set(xlim=(0, 15.4), ylim=(0, 4.9))
    return label(ax, "Each layer builds its features from those of the layer before")


def _draw_edges(ax: Axes) -> None:
    """Nine patches, each half dark and half light, at nine angles."""
    u, v = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(-1, 1, 25))
    for k in range(9):
        angle = np.pi * k / 9
        patch = np.tanh(15 * (np.cos(angle) * u + np.sin(angle) * v))
        grey = np.repeat((0.5 + 0.45 * patch)[..., None], 3, axis=2)
        _put(ax, grey, (0.4 + 1.25 * (k % 3), 0.85 + 1.25 * (k // 3), 1.1))


def _crop(image: np.ndarray, mark: np.ndarray, half: int = 11) -> np.ndarray:
    """Square of an image around one landmark, moved inside where it must be."""
    x, y = (int(np.clip(v, half, image.shape[0] - half)) for v in mark)
    return image[y - half : y + half, x - half : x + half]


def _put(ax: Axes, image: np.ndarray, spot: Any) -> None:
    """An image as a square of a diagram: left, bottom, side."""
    x, y, side = spot
    ax.imshow(image, extent=(x, x + side, y, y + side), zorder=2)
