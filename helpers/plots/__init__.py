"""Plots: the colours, the style sheet (applied at import) and shared parts."""

from helpers.plots.draw import (
    Look,
    Point,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_box,
    draw_cells,
    draw_classes,
    draw_picture,
    label,
)
from helpers.plots.style import SIGNED, STYLE, use_style

use_style()

__all__ = [
    "Look",
    "Point",
    "SIGNED",
    "STYLE",
    "close_on_error",
    "draw_arrow",
    "draw_blank",
    "draw_box",
    "draw_cells",
    "draw_classes",
    "draw_picture",
    "label",
    "use_style",
]
