"""Figures of c4w1_convnet_application: how a convnet is built, and what it sees."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle

from helpers.plots import (
    Look,
    draw_arrow,
    draw_blank,
    draw_cells,
    draw_map,
    draw_maps,
    label,
)
from helpers.plots.colors import (
    BLUE,
    DASHES,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
)

Row = tuple[tuple[int, ...], int, int]


def draw_net(ax: Axes, rows: Sequence[Row], names: Sequence[str]) -> Axes:
    """Blocks of activations: height and width shrink, channels grow.

    Parameters
    ----------
    ax : Axes
    rows : list of tuple
        (shape, size, parameters) of the input and of each layer.
    names : sequence of str
        What made each of them.
    """
    tallest = max(shape[0] for shape, *_ in rows if len(shape) == 3)
    x, places = 0.3, []
    for shape, _, _ in rows:
        width, height, slant = _block(shape, tallest)
        places.append((x, width, height, slant))
        x += width + slant + 0.62
    draw_blank(ax, x, 4.0, "Height and width shrink, channels grow")
    ax.set_aspect("auto")
    triples = zip(places, rows, names, strict=True)
    for (left, width, height, slant), (shape, _, count), name in triples:
        low = 2.15 - height / 2
        _draw_block(ax, (left, low), width, height, slant, PALE_BLUE)
        middle = left + (width + slant) / 2
        text = "×".join(str(n) for n in shape)
        ax.text(middle, 3.72, text, ha="center", color=INK, fontsize=9.5)
        ax.text(middle, 0.52, name, ha="center", color=MUTED, fontsize=9.5)
        paid = f"{count:,}" if count else "–"
        ax.text(middle, 0.14, paid, ha="center", color=ORANGE, fontsize=9.5)
    ax.text(0.02, 0.14, "W, b:", color=ORANGE, fontsize=9.5, ha="right")
    return ax


def _block(shape: tuple[int, ...], tallest: int) -> tuple[float, float, float]:
    """Width, height and slant of a block."""
    if len(shape) < 3:
        return 0.14, 0.5 + 2.0 * min(shape[0] / 200, 1), 0.0
    share = shape[0] / tallest
    return 0.12 + 0.05 * shape[2], 0.25 + 2.0 * share, 0.45 * share


def _draw_block(
    ax: Axes,
    corner: tuple[float, float],
    width: float,
    height: float,
    slant: float,
    color: str,
) -> None:
    """A box seen from the left and above: front, top and side."""
    x, y = corner
    up = 0.28 * slant / 0.45
    front = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    top = [front[3], front[2], (x + width + slant, y + height + up)]
    top.append((x + slant, y + height + up))
    side = [front[1], (x + width + slant, y + up), top[2], front[2]]
    for face, shade in ((front, 1.0), (top, 0.55), (side, 0.75)):
        look = {"facecolor": color, "edgecolor": BLUE, "linewidth": 1.0}
        ax.add_patch(Polygon(face, closed=True, **look))
        ax.add_patch(Polygon(face, closed=True, facecolor="white", alpha=1 - shade))


def draw_patches(ax: Axes, n: int = 4, f: int = 3) -> Axes:
    """Windows of a small picture, and the rows of P that they become.

    Parameters
    ----------
    ax : Axes
    n, f : int
        Sides of the picture and of the window.
    """
    size = n - f + 1
    picture = np.arange(1, n * n + 1).reshape(n, n)
    left = n + 2.2
    width = left + f * f + 4.6
    title = "Each window is a row, each filter a column: one product"
    draw_blank(ax, width, n + 1.6, title)
    chosen = 1  # the second window, top right of the first
    row, column = divmod(chosen, size)
    inside = {(row + i, column + j) for i in range(f) for j in range(f)}
    _draw_numbers(ax, picture, (0.2, n + 0.6), inside, PALE_ORANGE)
    ax.text(0.2 + n / 2, n + 0.95, "picture", ha="center", color=MUTED)
    rows = [
        picture[h : h + f, w : w + f].ravel() for h in range(size) for w in range(size)
    ]
    top = (n + 0.6) - (n - len(rows)) / 2
    lit = {(chosen, k) for k in range(f * f)}
    _draw_numbers(ax, np.array(rows), (left, top), lit, PALE_ORANGE)
    words = f"P: {len(rows)} places × {f * f} numbers"
    ax.text(left + f * f / 2, n + 0.95, words, ha="center", color=MUTED)
    draw_arrow(ax, (n + 0.4, n / 2 + 0.6), (left - 0.3, n / 2 + 0.6), color=ORANGE)
    _draw_product(ax, left + f * f + 0.4, n / 2 + 0.6, len(rows))
    return ax


def _draw_product(ax: Axes, x: float, middle: float, places: int) -> None:
    """A filter as a column, and the result."""
    ax.text(x + 0.05, middle, "×", ha="center", va="center", fontsize=14)
    tall = min(places, 4) + 0.2
    for left, high, name in ((x + 0.5, tall, "W"), (x + 2.4, places, "Z")):
        low = middle - high / 2
        corners = [(left, low), (left + 0.8, low)]
        corners += [(left + 0.8, low + high), (left, low + high)]
        look = {"facecolor": PALE_BLUE, "edgecolor": BLUE}
        ax.add_patch(Polygon(corners, closed=True, **look))
        ax.text(left + 0.4, middle, name, ha="center", va="center", weight="bold")
    ax.text(x + 1.85, middle, "=", ha="center", va="center", fontsize=14)


def _draw_numbers(
    ax: Axes,
    table: np.ndarray,
    corner: tuple[float, float],
    lit: set[tuple[int, int]],
    color: str,
) -> None:
    """Cells with numbers, some of them with a colour below."""
    draw_cells(ax, corner, [[str(v) for v in row] for row in table], "white")
    x, y = corner
    for i, j in lit:
        square = Rectangle((x + j, y - i - 1), 1, 1, facecolor=color, edgecolor=LINE)
        ax.add_patch(square)


def draw_answers(figure: Figure, images: np.ndarray, captions: Sequence[str]) -> Figure:
    """Grey pictures side by side, with a caption below each.

    Parameters
    ----------
    figure : Figure
    images : ndarray of shape (m, n_H, n_W, 1)
    captions : sequence of str
    """
    count = max(len(images), 1)
    axes = figure.subplots(1, count, squeeze=False)[0]
    for ax, image, words in zip(axes, images, captions, strict=False):
        draw_map(ax, image[:, :, 0], cmap="Greys", vmin=0, vmax=None)
        ax.set_xlabel(words, color=ORANGE)
    if not len(images):
        axes[0].axis("off")
    title = "Wrong answers" if len(images) else "No wrong answer"
    figure.suptitle(title, x=0.01, ha="left", weight="bold", size=12)
    return figure


def draw_filters(figure: Figure, W: np.ndarray, maps: np.ndarray) -> Figure:
    """Filters in colour, and below each the map of one picture.

    Parameters
    ----------
    figure : Figure
    W : ndarray of shape (f, f, 3, n_C)
    maps : ndarray of shape (n_H, n_W, n_C)
    """
    n_C = W.shape[3]
    axes = figure.subplots(2, n_C, squeeze=False)
    reach = float(np.abs(W).max()) or 1.0
    for k in range(n_C):
        draw_map(axes[0, k], 0.5 + 0.5 * W[:, :, :, k] / reach, str(k))
        draw_map(axes[1, k], maps[:, :, k])
    axes[0, 0].set_ylabel("filter")
    axes[1, 0].set_ylabel("map")
    title = "Filters of layer 1 (grey: no weight), and where they answer"
    figure.suptitle(title, x=0.01, ha="left", weight="bold", size=12)
    return figure


def draw_layers(
    figure: Figure, image: np.ndarray, maps: Sequence[np.ndarray]
) -> Figure:
    """A picture, and beside it all maps of each layer, each with its own scale.

    Parameters
    ----------
    figure : Figure
    image : ndarray of shape (n_H, n_W, 3)
    maps : list of ndarray
        One block of shape (n_H, n_W, n_C) per layer.
    """
    axes = figure.subplots(1, 1 + len(maps), width_ratios=[1, *[1.6] * len(maps)])
    shown = {"the picture": image / (255 if image.dtype == np.uint8 else 1)}
    for layer, block in enumerate(maps, 1):
        n_H, n_W, n_C = block.shape
        title = f"layer {layer}: {n_C} maps of {n_H} × {n_W}"
        shown[title] = _mosaic(block)
    draw_maps(axes, shown, vmin=-1, vmax=1)
    return figure


def _mosaic(block: np.ndarray) -> np.ndarray:
    """Maps side by side, each with its own scale; shape (n_H, n_W).

    Parameters
    ----------
    block : ndarray of shape (n_H, n_W, n_C)
    """
    n_H, n_W, n_C = block.shape
    columns = next(k for k in (3, 4, 6, 8, 12, 16, n_C) if k * k >= n_C or k == n_C)
    rows, gap = -(-n_C // columns), max(1, n_H // 8)
    tiles = np.full((rows * (n_H + gap) - gap, columns * (n_W + gap) - gap), 0.3)
    for k in range(rows * columns):
        top, left = (n_H + gap) * (k // columns), (n_W + gap) * (k % columns)
        tile = tiles[top : top + n_H, left : left + n_W]
        tile[:] = 0.0
        if k < n_C:
            tile[:] = block[:, :, k] / (float(block[:, :, k].max()) or 1.0)
    return tiles


def draw_shift(
    ax: Axes, shifts: Sequence[int], shares: Mapping[str, Sequence[float]]
) -> Axes:
    """Share of right answers when all pictures move.

    Parameters
    ----------
    ax : Axes
    shifts : sequence of int
        Pixels to the right.
    shares : dict
        Name of a net -> its share for each shift, 0 to 1.
    """
    colors = (BLUE, ORANGE, INK, MUTED)
    for k, (name, share) in enumerate(shares.items()):
        look: Look = {"color": colors[k % 4], "ls": DASHES[k % 4]}
        look["marker"] = "os^D"[k % 4]
        ax.plot(shifts, share, label=name, **look)
    ax.axhline(0.5, color=MUTED, lw=1, ls=":")
    ax.text(max(shifts), 0.505, "a coin", color=MUTED, fontsize=9, ha="right")
    ax.set(ylim=(0.42, 1.04), xticks=shifts)
    ax.legend(loc="lower center", ncols=len(shares), bbox_to_anchor=(0.5, 0.0))
    title = "Shared filters tolerate a shift"
    return label(ax, title, "shift to the right, pixels", "accuracy")
