"""Frame: axes of a plot inside a scene, from data to pixels and back."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from helpers.canvas.scene import Box, Scene

Range = tuple[float, float]
Corners = list[np.ndarray]  # one array for each corner of a triangle


class Frame:
    """Rectangle of pixels that shows a rectangle of data.

    Parameters
    ----------
    box : tuple
        x, y, width, height in pixels; ticks and labels stand outside.
    x, y : tuple of float
        Range of the data.
    """

    def __init__(self, box: Box, x: Range, y: Range) -> None:
        self.box, self.x, self.y = box, x, y

    def pixels(self, x: Any, y: Any) -> np.ndarray:
        """Pixels of data points.

        Parameters
        ----------
        x, y : float or ndarray of shape (n,)

        Returns
        -------
        points : ndarray of shape (n, 2)
        """
        left, top, width, height = self.box
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        across = left + width * (x - self.x[0]) / (self.x[1] - self.x[0])
        up = top + height * (self.y[1] - y) / (self.y[1] - self.y[0])
        return np.stack([across.ravel(), up.ravel()], axis=1)

    def data(self, point: Sequence[float]) -> tuple[float, float]:
        """Data of a point in pixels."""
        left, top, width, height = self.box
        across, down = (point[0] - left) / width, (point[1] - top) / height
        x = self.x[0] + across * (self.x[1] - self.x[0])
        return x, self.y[1] - down * (self.y[1] - self.y[0])

    def draw(self, scene: Scene, title: str, x: str, y: str, grid: bool = True) -> None:
        """Grid, ticks, labels and title of the frame."""
        left, top, width, height = self.box
        for value in ticks(*self.x, max(2, int(width / 58))):
            ((px, _),) = self.pixels(value, self.y[0])
            if grid:
                scene.line([(px, top), (px, top + height)], "line", width=1)
            text = number(value)
            look: dict[str, Any] = {"size": 11, "color": "muted"}
            scene.text(px, top + height + 12, text, anchor="middle", **look)
        for value in ticks(*self.y, max(2, int(height / 42))):
            ((_, py),) = self.pixels(self.x[0], value)
            if grid:
                scene.line([(left, py), (left + width, py)], "line", width=1)
            scene.text(left - 7, py, number(value), anchor="end", **look)
        scene.box(self.box, "none", stroke="ghost", width=1)
        name = {"size": 13, "bold": True}
        scene.text(left + width, top + height + 28, x, anchor="end", **name)
        scene.text(left - 30, top - 14, y, **name)
        scene.text(left + width, top - 14, title, color="muted", anchor="end")


def ticks(low: float, high: float, wanted: int = 5) -> np.ndarray:
    """Round numbers between two limits; shape (n,)."""
    rough = (high - low) / wanted
    base = 10.0 ** np.floor(np.log10(rough))
    step = base * min((1, 2, 5, 10), key=lambda k: abs(k * base - rough))
    first = np.ceil(low / step - 1e-9)
    places: np.ndarray = np.arange(first, high / step + 1e-9) * step
    return places


def number(value: float, digits: int = 3) -> str:
    """Short text of a number, with a true minus."""
    if not np.isfinite(value):
        return "not a number" if np.isnan(value) else "∞" if value > 0 else "−∞"
    whole = float(value).is_integer() and abs(value) < 1e5
    text = f"{value:.0f}" if whole else f"{float(value):.{digits}g}"
    return "0" if text == "-0" else text.replace("-", "−")


def segments(field: np.ndarray, level: float) -> np.ndarray:
    """Line of one level through a field, by marching triangles.

    Parameters
    ----------
    field : ndarray of shape (n_H, n_W)
    level : float

    Returns
    -------
    points : ndarray of shape (n, 2, 2)
        n segments of two points (column, row), in units of cells.
    """
    n_H, n_W = field.shape
    rows, columns = np.mgrid[0 : n_H - 1, 0 : n_W - 1]
    found = []
    for corners in (((0, 0), (0, 1), (1, 0)), ((1, 1), (0, 1), (1, 0))):
        place = [np.stack([columns + j, rows + i], axis=-1) for i, j in corners]
        place = [p.reshape(-1, 2) for p in place]
        value = [field[p[:, 1], p[:, 0]] - level for p in place]
        above = np.stack([v > 0 for v in value])  # (3, n)
        for k in range(3):
            p, q = (k + 1) % 3, (k + 2) % 3
            alone = (above[k] != above[p]) & (above[k] != above[q])
            ends = [_cross(place, value, k, other, alone) for other in (p, q)]
            found.append(np.stack(ends, axis=1))
    return np.concatenate(found)


def _cross(place: Corners, value: Corners, i: int, j: int, chosen: Any) -> np.ndarray:
    """Where the level crosses the edge from corner i to corner j; shape (n, 2)."""
    a, b = value[i][chosen], value[j][chosen]
    share = (a / (a - b))[:, None]
    start, end = place[i][chosen], place[j][chosen]
    crossings: np.ndarray = start + share * (end - start)
    return crossings
