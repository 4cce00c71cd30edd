"""Parts that several figures share."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.text import Text

from helpers.plots.colors import INK, LINE, MUTED

Draw = TypeVar("Draw", bound=Callable[..., Any])
Look = dict[str, Any]
Point = Any


def close_on_error(draw: Draw) -> Draw:
    """No empty picture: an error of the learner's function closes the figure.

    Parameters
    ----------
    draw : callable
        A ``draw_*`` function whose first argument is the axes.
    """

    @wraps(draw)
    def closing(ax: Axes, *args: Any, **options: Any) -> Any:
        try:
            return draw(ax, *args, **options)
        except Exception:
            plt.close(ax.get_figure(root=True))
            raise

    return closing  # type: ignore[return-value]


def label(ax: Axes, title: str, x: str = "", y: str = "") -> Axes:
    """Title that says what to see, and symbols on the axes."""
    ax.set_title(title)
    ax.set_xlabel(x)
    ax.set_ylabel(y)
    return ax


def draw_blank(ax: Axes, width: float, height: float, title: str = "") -> Axes:
    """Axes without ticks, for diagrams: x to the right, y upwards, equal units."""
    ax.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    ax.axis("off")
    ax.set_title(title)
    return ax


def draw_box(
    ax: Axes, center: Point, text: str, size: Point = (2.0, 1.0), **look: Any
) -> Text:
    """Rounded box with a text in its middle; returns the text."""
    options: Look = {"facecolor": "white", "edgecolor": INK, "linewidth": 1.3} | look
    corner: tuple = (center[0] - size[0] / 2, center[1] - size[1] / 2)
    box = FancyBboxPatch(
        corner, size[0], size[1], boxstyle="round,pad=0,rounding_size=0.15", **options
    )
    ax.add_patch(box)
    return ax.text(center[0], center[1], text, ha="center", va="center", fontsize=11.5)


def draw_arrow(ax: Axes, start: Point, end: Point, **look: Any) -> Axes:
    """Arrow from one point to another."""
    options: Look = {"color": MUTED, "linewidth": 1.6, "mutation_scale": 13} | look
    ax.add_patch(
        FancyArrowPatch(tuple(start), tuple(end), shrinkA=0, shrinkB=0, **options)
    )
    return ax


def draw_cells(
    ax: Axes, corner: Point, values: Sequence[Sequence[str]], color: str, **look: Any
) -> Axes:
    """Grid of unit cells with texts, the first row on top; corner is the top left."""
    options: Look = {"edgecolor": LINE, "linewidth": 1.2} | look
    for i, row in enumerate(values):
        for j, text in enumerate(row):
            x, y = corner[0] + j, corner[1] - i - 1
            ax.add_patch(plt.Rectangle((x, y), 1, 1, facecolor=color, **options))
            ax.text(x + 0.5, y + 0.5, text, ha="center", va="center", fontsize=10)
    return ax
