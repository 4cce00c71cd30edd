"""The figures of the lecture notes of c4w1: windows, borders, volumes, ways back."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.canvas.poster import draw_scene
from helpers.canvas.scene import Scene
from helpers.figures import c4w1_convolution as draw
from helpers.figures.c4w1_volumes import draw_network, draw_volume
from helpers.figures.page import many, one
from helpers.plots import Look, draw_blank, draw_cells, draw_map, draw_maps, label
from helpers.plots.colors import (
    BLUE,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RAISED,
)
from helpers.widgets.convolution_case import FILTERS, load_picture
from helpers.widgets.convolution_padding import HEIGHT, draw_uses, use_counts


def figures() -> dict[str, Figure]:
    """All figures of the week under their file names."""
    pool = np.array([[1, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2.0]])
    vertical = np.array(FILTERS["vertical"], dtype=float)
    first = (vertical, 1, [(0, 0)])
    nine = np.arange(3, 12).reshape(3, 3)
    mixed = np.array([[3, 4, 4], [1, 0, 2], [-1, 0, 3]])
    learned, wide = (draw.draw_learned, *_learned()), [1.3, 1, 1, 1]
    jumps = (mixed, 2, [(0, 0), (0, 1), (1, 0)])
    return {
        "conv_window": one(3.0, draw_windows, load_picture("numbers"), *first),
        "edges": many(3.9, (2, 3), draw_edges),
        "cat_edges": many(2.2, (1, 4), draw_maps, _cat_maps()),
        "learned_filter": many(2.4, (1, 4), *learned, width_ratios=wide),
        "pixel_use": many(3.1, (1, 2), draw_pixel_use),
        "strides": one(3.0, draw_windows, load_picture("seven"), *jumps),
        "volume": one(2.9, draw_volume),
        "pooling": one(2.8, draw.draw_pooling, pool, _pool),
        "digit_network": one(2.9, draw_network),
        "conv_matrix": one(3.3, draw.draw_conv_matrix, _matrix(nine)),
        "conv_back": one(2.4, draw_way_back),
        "columns": one(2.7, draw.draw_rows, _columns),
    }


def convolve(
    image: np.ndarray, kernel: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    """Sum of products of each window.

    Parameters
    ----------
    image : ndarray of shape (n_H_prev, n_W_prev)
    kernel : ndarray of shape (f, f)
    stride, pad : int

    Returns
    -------
    out : ndarray of shape (n_H, n_W)
    """
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(np.pad(image, pad), np.shape(kernel))[::stride, ::stride]
    return np.einsum("ijkl,kl->ij", windows, kernel)


def _pool(A_prev: np.ndarray, f: int, stride: int, mode: str) -> tuple:
    """Largest or mean value of windows side by side, with an empty cache."""
    m, n_H, n_W, n_C = A_prev.shape
    blocks = A_prev.reshape(m, n_H // f, f, n_W // f, f, n_C)
    return (blocks.max((2, 4)) if mode == "max" else blocks.mean((2, 4))), None


def _columns(X: np.ndarray, f: int, stride: int) -> np.ndarray:
    """Windows of one picture with one channel as rows."""
    windows = np.lib.stride_tricks.sliding_window_view(X[0, :, :, 0], (f, f))
    return windows[::stride, ::stride].reshape(-1, f * f)


def _matrix(kernel: np.ndarray) -> np.ndarray:
    """The filter on a 6 x 6 picture as a matrix of shape (16, 36)."""
    pixels = np.eye(36).reshape(36, 6, 6)
    return np.stack([convolve(one, kernel).ravel() for one in pixels], axis=1)


def _cat_maps() -> dict[str, np.ndarray]:
    """A grey cat, its edges in both directions, and how strong they are."""
    cat, sobel = load_picture("cat") / 255, np.array(FILTERS["Sobel"], dtype=float)
    across, down = convolve(cat, sobel), convolve(cat, sobel.T)
    strong = np.hypot(across, down)
    return {
        "picture": np.dstack([cat] * 3),
        "Sobel": across,
        "Sobel, turned": down,
        "strength": strong,
    }


def _learned() -> tuple[dict[str, np.ndarray], list[float]]:
    """Nine numbers that gradient descent moves until they find a cat's Sobel map."""
    cat = load_picture("cat") / 255
    view = np.lib.stride_tricks.sliding_window_view(cat - cat.mean(), (3, 3))
    X = view.reshape(-1, 9).T  # (9, 900), a window per column
    Y = np.ravel(FILTERS["Sobel"]) @ X
    w = 0.1 * np.random.default_rng(1).normal(size=9)
    costs, found = [], {}
    for step in range(1001):
        miss = w @ X - Y
        costs.append(float(np.mean(miss**2)))
        if step in (0, 30, 1000):
            found[f"step {step}"] = np.round(w.reshape(3, 3), 2) + 0.0  # no −0
        w = w - 0.45 * 2 * X @ miss / len(Y)
    return found, costs


def draw_edges(axes: np.ndarray) -> np.ndarray:
    """Three pictures with edges, and below each what a filter finds.

    Parameters
    ----------
    axes : ndarray of Axes of shape (2, 3)
    """
    names = (("edge", "vertical"), ("flipped", "vertical"), ("chess", "horizontal"))
    titles = ("bright to dark", "dark to bright", "chessboard")
    for (above, below), (name, kind), title in zip(axes.T, names, titles, strict=True):
        image = load_picture(name)
        out = convolve(image, np.array(FILTERS[kind], dtype=float))
        draw_map(above, image, title, "{:g}", cmap="gray", vmin=-2, vmax=10)
        draw_map(below, out, "", "{:g}", vmin=-45, vmax=45)
    axes[0, 0].set_ylabel("picture")
    axes[1, 0].set_ylabel("output")
    return axes


def draw_pixel_use(axes: Sequence[Axes]) -> Sequence[Axes]:
    """How many windows use each pixel of a 6 x 6 picture, without and with a border.

    Parameters
    ----------
    axes : sequence of two Axes
    """
    for ax, pad in zip(axes, (0, 1), strict=True):
        line, side = use_counts(6, 3, pad, 1), 4 + 2 * pad
        scene = Scene(height=HEIGHT)
        draw_uses(scene, np.outer(line, line), np.pad(np.ones((6, 6)), pad), 3)
        draw_scene(ax, scene, (6, 14, 340, 370))
        name = "same" if pad else "valid"
        label(ax, f"{name}, p = {pad}: output {side} × {side}")
    return axes


def draw_windows(
    ax: Axes, image: np.ndarray, kernel: np.ndarray, stride: int, places: Sequence
) -> Axes:
    """Windows on a picture of numbers, the filter, and the cells that they fill.

    Parameters
    ----------
    ax : Axes
    image : ndarray of shape (n, n)
    kernel : ndarray of shape (f, f)
    stride : int
    places : sequence of (int, int)
        Rows and columns of the output that are framed.
    """
    out, n, f = convolve(image, kernel, stride), len(image), len(kernel)
    draw_blank(ax, n + f + len(out) + 3.8, n + 0.4)
    x_filter, x_out = n + 1.5, n + f + 3.2
    y_out = (n + 0.4 + len(out)) / 2
    draw_cells(ax, (0.2, n + 0.2), _texts(image), RAISED)
    draw_cells(ax, (x_filter, (n + 0.4 + f) / 2), _texts(kernel), PALE_ORANGE)
    draw_cells(ax, (x_out, y_out), _texts(out), RAISED)
    for (h, w), color in zip(places, (BLUE, ORANGE, MUTED), strict=False):
        shift = 0.05 * (h - w)
        corner = (0.2 + stride * w + shift, n + 0.2 - f - stride * h + shift)
        for (x, y), side in ((corner, f), ((x_out + w, y_out - 1 - h), 1)):
            look: Look = {"facecolor": "none", "edgecolor": color, "linewidth": 2.6}
            ax.add_patch(Rectangle((x, y), side, side, zorder=3, **look))
    for x, sign in ((x_filter - 0.65, "∗"), (x_out - 0.85, "=")):
        ax.text(x, n / 2 + 0.2, sign, ha="center", va="center", fontsize=17)
    title = "window times filter, added up, is one cell"
    return label(ax, title if stride == 1 else f"stride {stride}: the window jumps")


def _texts(values: np.ndarray) -> list[list[str]]:
    """Texts of whole numbers, with a true minus."""
    return [[f"{v:g}".replace("-", "−") for v in row] for row in values]


def draw_way_back(ax: Axes) -> Axes:
    """Each slope of the output sends the filter back to the place of its window."""
    kernel, slopes = np.array([[1, -1], [2, 0]]), np.array([[1, 0], [2, -1]])
    draw_blank(ax, 27.4, 4.9)
    total = np.zeros((3, 3))
    x = 0.2
    for (h, w), slope in np.ndenumerate(slopes):
        part = np.zeros((3, 3))
        part[h : h + 2, w : w + 2] = slope * kernel
        total += part
        text = np.array(_texts(part))
        cells = text[h : h + 2, w : w + 2].tolist()
        text[h : h + 2, w : w + 2] = ""
        draw_cells(ax, (x, 3.6), text.tolist(), "white", edgecolor=LINE)
        draw_cells(ax, (x + w, 3.6 - h), cells, PALE_ORANGE)
        told = f"dZ = {slope}".replace("-", "−")
        ax.text(x + 1.5, 4.1, told, ha="center", va="center", color=MUTED, fontsize=9.5)
        sign = "=" if (h, w) == (1, 1) else "+"
        ax.text(x + 4.2, 2.1, sign, ha="center", va="center", fontsize=15)
        x += 5.4
    draw_cells(ax, (x, 3.6), _texts(total), PALE_BLUE)
    ax.text(x + 1.5, 4.1, "$dA_{prev}$", ha="center", va="center", fontsize=10)
    return label(ax, "Four slopes, four copies of the filter, added up in place")
