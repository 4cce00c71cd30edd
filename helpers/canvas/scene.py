"""Scene: a list of shapes in pixels, drawn as SVG (live) or PNG (still)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Box = tuple[float, float, float, float]


@dataclass
class Shape:
    """One shape: its kind, its points of shape (n, 2), its text and its look."""

    kind: str
    points: np.ndarray
    text: str = ""
    look: dict[str, Any] = field(default_factory=dict)


@dataclass
class Scene:
    """Shapes on a canvas; x to the right, y downwards, colours by name.

    Parameters
    ----------
    width, height : float
    summary : str
        One sentence that says what the picture shows, also read aloud.
    stats : list of (str, str)
        Numbers beside the picture: symbol and value.
    message : str
        Trouble in plain words; empty when all is well.
    more : bool
        True when the drawing is not finished and wants another turn.
    film : list of Scene
        Pictures that come before this one, in order: the page plays them.
    back : Scene, optional
        Takes the place of what stays behind the picture; kept until another comes.
    ground : Shape, optional
        Field of colours below everything, see `raster`.
    """

    width: float = 720
    height: float = 380
    shapes: list[Shape] = field(default_factory=list)
    summary: str = ""
    stats: list[tuple[str, str]] = field(default_factory=list)
    message: str = ""
    more: bool = False
    film: list["Scene"] = field(default_factory=list)
    back: "Scene | None" = None
    ground: Shape | None = None

    def line(self, points: Any, color: str = "ink", **look: Any) -> None:
        """Polyline; look: width, dash, opacity, clip, arrow."""
        self._add("line", points, "", look | {"stroke": color})

    def segments(self, points: Any, color: str = "ink", **look: Any) -> None:
        """Separate segments: points 0-1, 2-3, and so on."""
        self._add("segments", points, "", look | {"stroke": color})

    def polygon(self, points: Any, fill: str = "none", **look: Any) -> None:
        """Filled polygon; look: stroke, width, dash, opacity, clip."""
        self._add("polygon", points, "", look | {"fill": fill})

    def box(self, box: Box, fill: str = "none", **look: Any) -> None:
        """Rectangle (x, y, width, height); look as for a polygon."""
        x, y, w, h = box
        corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
        self.polygon(corners, fill, **look)

    def dots(self, points: Any, fill: str = "ink", **look: Any) -> None:
        """Circles, or marker="triangle", "square"; look: radius, stroke, width."""
        self._add("dots", points, "", {"radius": 4} | look | {"fill": fill})

    def text(self, x: float, y: float, text: str, **look: Any) -> None:
        """Text with its middle line at y; look: color, size, anchor, bold, italic."""
        self._add("text", [(x, y)], text, {"color": "ink", "size": 13} | look)

    def image(
        self, box: Box, levels: np.ndarray, color: str, sharp: bool = False
    ) -> None:
        """Field of opacities.

        Parameters
        ----------
        box : tuple
            x, y, width, height.
        levels : ndarray of shape (n_H, n_W)
            Opacity of the colour from 0 to 1, top row first.
        color : str
        sharp : bool
            Cells with edges; without, the browser smooths them.
        """
        x, y, w, h = box
        look = {"levels": levels, "fill": color, "sharp": sharp}
        self._add("image", [(x, y), (x + w, y + h)], "", look)

    def photo(self, box: Box, pixels: np.ndarray) -> None:
        """Picture in its own colours, the same in both themes, with sharp pixels.

        Parameters
        ----------
        box : tuple
            x, y, width, height.
        pixels : ndarray of shape (n_H, n_W, 3)
            Red, green and blue, unsigned 8-bit numbers.
        """
        x, y, w, h = box
        self._add("photo", [(x, y), (x + w, y + h)], "", {"pixels": pixels})

    def area(self, box: Box, name: str, cells: tuple[int, int], **data: Any) -> None:
        """Invisible cells that a control of this name listens to.

        Parameters
        ----------
        box : tuple
            x, y, width, height.
        name : str
        cells : tuple of int
            Rows and columns.
        **data
            Of a grid: ``ends``, the last row and column of the result, and ``step``
            and ``offset``: cell k belongs to the result's (k - offset) / step. Of a
            paint: ``here``, the cell that a key flips.
        """
        x, y, w, h = box
        look = {"area": name, "cells": cells, "data": data}
        self._add("area", [(x, y), (x + w, y + h)], "", look)

    def raster(self, box: Box, levels: np.ndarray, colors: Sequence[str]) -> None:
        """Field of mixed colours below everything else, smooth between its cells.

        It travels as bytes, not as text: the way for pictures that move.

        Parameters
        ----------
        box : tuple
            x, y, width, height; the outermost values lie on its edges.
        levels : ndarray of shape (k, n_H, n_W)
            Share of each colour from 0 to 1, top row first; the rest is paper.
        colors : sequence of str
            k names.
        """
        x, y, w, h = box
        corners = np.array([(x, y), (x + w, y + h)], dtype=float)
        look = {"levels": np.asarray(levels), "colors": tuple(colors)}
        self.ground = Shape("raster", corners, "", look)

    def _add(self, kind: str, points: Any, text: str, look: dict[str, Any]) -> None:
        """Keep one shape, without points that cannot be drawn."""
        points = np.array(points, dtype=float).reshape(-1, 2)
        limit = 1e5
        points = np.nan_to_num(points, nan=limit, posinf=limit, neginf=-limit)
        points = np.clip(points, -limit, limit)
        self.shapes.append(Shape(kind, points, text, look))


def arrow_head(points: np.ndarray, size: float = 9.0) -> np.ndarray:
    """Corners of the head at the end of a polyline.

    Parameters
    ----------
    points : ndarray of shape (n, 2)
    size : float

    Returns
    -------
    corners : ndarray of shape (3, 2)
    """
    end = points[-1]
    along = end - points[-2]
    along = along / max(float(np.hypot(*along)), 1e-9)
    across = np.array([-along[1], along[0]])
    back = end - size * along
    return np.array([end, back + 0.42 * size * across, back - 0.42 * size * across])


def corners(marker: str, center: Sequence[float], radius: float) -> np.ndarray:
    """Corners of a triangle, a square or a diamond; shape (3 or 4, 2)."""
    turns = {"triangle": (-90, 120), "square": (-45, 90), "diamond": (0, 90)}
    first, turn = turns[marker]
    angles = np.deg2rad(np.arange(first, first + 360, turn))
    points = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return np.asarray(center) + 1.3 * radius * points
