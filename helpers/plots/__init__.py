"""Plots: the colours, the style sheet (applied at import) and shared pictures."""

from helpers.plots.curves import draw_costs
from helpers.plots.draw import (
    Look,
    Point,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_box,
    draw_cells,
    label,
)
from helpers.plots.live import LiveCurve
from helpers.plots.maps import draw_map, draw_maps, draw_picture
from helpers.plots.plane import draw_classes, draw_plane
from helpers.plots.style import SIGNED, STYLE, use_style

use_style()

__all__ = [
    "LiveCurve",
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
    "draw_costs",
    "draw_map",
    "draw_maps",
    "draw_picture",
    "draw_plane",
    "label",
    "use_style",
]
