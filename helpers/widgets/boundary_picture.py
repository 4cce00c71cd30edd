"""Picture of the boundary explorer: regions, points, cost and accuracy."""

from collections.abc import Sequence

import numpy as np

from helpers.canvas.frame import Frame, number, segments
from helpers.canvas.scene import Box, Scene, Shape
from helpers.widgets.boundary_data import FIELD, Points

HEIGHT = 420
COSTS: Box = (444, 32, 258, 146)
SHARES: Box = (444, 234, 258, 146)
CELLS = 61
COLORS = ("blue", "orange", "green", "purple")
MARKERS = ("", "triangle", "square", "diamond")
DEPTH = (0.46, 0.38, 0.38, 0.38)  # how strong a sure colour is
DOTS = 120  # corners of a curve


class Picture:
    """Drawing for one set of points.

    Parameters
    ----------
    points : Points
    classes : int
    """

    def __init__(self, points: Points, classes: int) -> None:
        self.points, self.classes = points, classes
        line = np.linspace(*points.frame.x, CELLS)
        x, y = np.meshgrid(line, line[::-1])  # top row first
        self.grid = np.stack([x.ravel(), y.ravel()])  # (2, CELLS * CELLS)
        self.drawn: dict[tuple, list[Shape]] = {}
        self.back = Scene(height=HEIGHT)
        points.frame.draw(self.back, "", "x₁", "x₂", grid=False)
        self._draw_points()

    def _draw_points(self) -> None:
        """Points by class: colour and shape; test points are hollow."""
        frame, points = self.points.frame, self.points
        for k in range(self.classes):
            for X, Y, hollow in (
                (points.X, points.Y, False),
                (points.X_test, points.Y_test, True),
            ):
                x, y = X[:, Y[0] == k]
                paint = ("surface", COLORS[k]) if hollow else (COLORS[k], "surface")
                look: dict = {"radius": 3.4, "width": 1.4 if hollow else 0.8}
                look |= {"stroke": paint[1], "marker": MARKERS[k]}
                self.back.dots(frame.pixels(x, y), paint[0], **look)

    def draw_empty(self, scene: Scene) -> None:
        """Axes without curves, for a picture that cannot be drawn."""
        self.draw_curves(scene, [], [], [])

    def draw_field(
        self, scene: Scene, P: np.ndarray, ghost: np.ndarray | None = None
    ) -> None:
        """Regions in pale colours and the line between them, over it the ghost's.

        Parameters
        ----------
        scene : Scene
        P : ndarray of shape (n_y, at least CELLS * CELLS)
            Probabilities on the grid.
        ghost : ndarray of shape (n_y, CELLS * CELLS), optional
        """
        fields = self._fields(P)
        share = _certainty(fields) * np.array(DEPTH[: self.classes])[:, None, None]
        scene.raster(FIELD, share, COLORS[: self.classes])
        if ghost is not None:
            self._draw_lines(scene, self._fields(ghost), "muted", width=3)
        self._draw_lines(scene, fields, "ink", width=1.8)

    def _fields(self, P: np.ndarray) -> np.ndarray:
        """Probability of each class on the grid; shape (classes, CELLS, CELLS)."""
        P = np.nan_to_num(P[:, : CELLS * CELLS], nan=0.5)
        P = P if len(P) > 1 else np.vstack([1 - P, P])
        return P.reshape(-1, CELLS, CELLS)

    def _draw_lines(self, scene: Scene, fields: np.ndarray, color: str, **look) -> None:
        """Where one class takes over from the others."""
        x, y, width, height = FIELD
        logs = np.log(np.clip(fields, 1e-12, 1))  # straighter than probabilities
        for k in range(1 if self.classes == 2 else 0, self.classes):
            others = np.delete(logs, k, axis=0).max(axis=0)
            cells = segments(logs[k] - others, 0.0).reshape(-1, 2) / (CELLS - 1)
            if len(cells):
                places = np.array([x, y]) + cells * [width, height]
                scene.segments(places, color, **look)

    def _axes(self, above: Frame, below: Frame) -> list[Shape]:
        """Shapes of both pairs of axes, drawn once for each range."""
        key = (above.x, above.y)
        if key not in self.drawn:
            scene = Scene()
            above.draw(scene, "", "", "cost J", grid=False)
            below.draw(scene, "", "iteration", "right answers, %", grid=False)
            self.drawn[key] = scene.shapes
        return self.drawn[key]

    def draw_curves(
        self,
        scene: Scene,
        costs: list[float],
        marks: list[tuple[int, ...]],
        before: Sequence[list[float]],
    ) -> None:
        """Cost and accuracy over the iterations, earlier costs in grey; numbers."""
        longest = max([100, len(costs), *map(len, before)])
        end = _round_up(longest)
        start = costs[0] if costs and np.isfinite(costs[0]) else 0.7
        top = max(1.15 * start, 0.2)
        above = Frame(COSTS, (0, end), (0, top))
        below = Frame(SHARES, (0, end), (0, 100))
        scene.shapes += self._axes(above, below)
        for old in before:
            _curve(scene, above, np.arange(len(old)), np.array(old), "ghost", 1.5)
        steps = np.arange(len(costs))
        _curve(scene, above, steps, np.array(costs), "ink", 2.4)
        told = [("iteration", str(len(costs)))]
        last = costs[-1] if costs else np.nan
        told.append(("cost J", number(last, 4) if costs else "–"))
        table = np.array(marks, dtype=float).reshape(-1, 5).T  # (5, number of marks)
        names = (("right", 1, "ink"), ("right, test points", 3, "orange"))
        for name, row, color in names:
            if table.size and table[row + 1, -1]:
                share = 100 * table[row] / np.maximum(table[row + 1], 1)
                look = {"dash": "5 3"} if row == 3 else {}
                _curve(scene, below, table[0], share, color, 2.4, **look)
                told.append((name, f"{share[-1]:.1f} %"))
        scene.stats = told


def _certainty(fields: np.ndarray) -> np.ndarray:
    """How far ahead the leading class is, from 0 to 1, for its own layer only."""
    order = np.sort(fields, axis=0)
    ahead = np.sqrt(np.clip(order[-1] - order[-2], 0, 1))
    leads = fields.argmax(axis=0) == np.arange(len(fields))[:, None, None]
    return np.where(leads, 0.25 + 0.75 * ahead, 0.0)


def _round_up(n: int) -> int:
    """The next of 100, 200, 500, 1000, ..."""
    steps = (m * 10**k for k in range(2, 7) for m in (1, 2, 5))
    return next((step for step in steps if step >= n), n)


def _curve(
    scene: Scene,
    frame: Frame,
    x: np.ndarray,
    y: np.ndarray,
    color: str,
    width: float,
    **look: str,
) -> None:
    """A curve of at most DOTS corners, with a dot at its end."""
    keep = np.isfinite(y)
    x, y = x[keep], y[keep]
    if not len(x):
        return
    some = np.unique(np.linspace(0, len(x) - 1, DOTS).astype(int))
    places = frame.pixels(x[some], y[some])
    scene.line(places, color, width=width, clip=frame.box, **look)
    if color != "ghost":
        top, bottom = frame.box[1], frame.box[1] + frame.box[3]
        places[-1, 1] = np.clip(places[-1, 1], top, bottom)
        scene.dots(places[-1:], color, radius=4.5, stroke="surface", width=1.5)
