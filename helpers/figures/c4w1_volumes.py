"""Volumes of convolutional networks, drawn as boxes."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from helpers.plots import Look, draw_arrow, draw_blank, label
from helpers.plots.colors import INK, MUTED, PALE_BLUE, PALE_ORANGE, RAISED

LAYERS = (
    ("input", 32, 3), ("CONV1", 28, 6), ("POOL1", 14, 6), ("CONV2", 10, 16),
    ("POOL2", 5, 16),
)  # fmt: skip
DENSE = (("flat", 400), ("FC3", 120), ("FC4", 84), ("softmax", 10))


def draw_block(ax: Axes, corner: Any, size: Any, color: str, text: str = "") -> Any:
    """A box in parallel projection; returns the middle of its front.

    Parameters
    ----------
    ax : Axes
    corner : (float, float)
        Lower left corner of the front.
    size : (float, float, float)
        Width, height and depth.
    color : str
    text : str
        Below the box.
    """
    (x, y), (w, h, d) = corner, size
    u, v = 0.55 * d, 0.4 * d
    front = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    top = [(x, y + h), (x + w, y + h), (x + w + u, y + h + v), (x + u, y + h + v)]
    side = [(x + w, y), (x + w + u, y + v), (x + w + u, y + h + v), (x + w, y + h)]
    for corners in (front, top, side):
        look: Look = {"facecolor": color, "edgecolor": INK, "linewidth": 1.0}
        ax.add_patch(Polygon(corners, **look))
    ax.text(x + (w + u) / 2, y - 0.35, text, ha="center", va="top", fontsize=9.5)
    return x + (w + u) / 2, y + h / 2


def draw_volume(ax: Axes) -> Axes:
    """A picture with three channels, two filters of the same depth, two maps."""
    draw_blank(ax, 20, 7.2)
    draw_block(ax, (0.6, 2.2), (3.6, 3.6, 1.4), PALE_BLUE, "6 × 6 × 3")
    colors = (PALE_ORANGE, "#d8ecd9")
    for k, color in enumerate(colors):
        y = 4.3 - 2.9 * k
        draw_block(ax, (8.0, y), (1.8, 1.8, 1.4), color)
        ax.text(10.9, y + 1.1, f"filter {k + 1}, 3 × 3 × 3", va="center", fontsize=9.5)
        draw_arrow(ax, (5.6, 4.2 - 0.4 * k), (7.7, y + 1.0), arrowstyle="-|>")
    draw_arrow(ax, (14.4, 3.9), (15.6, 3.9), arrowstyle="-|>")
    draw_block(ax, (16.5, 2.7), (2.4, 2.4, 0.4), colors[1])
    draw_block(ax, (16.1, 2.4), (2.4, 2.4, 0.4), colors[0], "4 × 4 × 2")
    return label(ax, "A filter is as deep as its input; each filter makes one map")


def draw_network(ax: Axes) -> Axes:
    """The digit network: sides shrink, channels grow, then columns of units."""
    draw_blank(ax, 27.4, 8.4)
    x = 0.9
    for name, n, n_C in LAYERS:
        size = (0.15 * n_C, 0.135 * n, 0.05 * n)
        color = PALE_ORANGE if name.startswith("POOL") else PALE_BLUE
        block = (x, 3.4 - size[1] / 2 + 0.8)
        draw_block(ax, block, size, color if n < 32 else RAISED)
        middle = x + (size[0] + 0.55 * size[2]) / 2
        _names(ax, middle, name, f"{n} × {n} × {n_C}")
        x += size[0] + 0.55 * size[2] + 1.9
    for name, n in DENSE:
        height = 0.9 + 0.0085 * n
        look: Look = {"facecolor": RAISED, "edgecolor": INK}
        ax.add_patch(Rectangle((x, 4.2 - height / 2), 0.5, height, **look))
        _names(ax, x + 0.25, name, str(n))
        x += 2.2
    return label(ax, "Sides shrink, channels grow: 62,006 parameters in all")


def _names(ax: Axes, x: float, name: str, size: str) -> None:
    """Name and size of a layer, below it."""
    ax.text(x, 1.3, name, ha="center", va="center", fontsize=8.5, fontweight="bold")
    ax.text(x, 0.5, size, ha="center", va="center", fontsize=8.5, color=MUTED)
