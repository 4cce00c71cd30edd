"""Training behind the boundary explorer: a run, its ghost, and their pictures."""

import time
from collections.abc import Mapping
from typing import Any

import numpy as np

from helpers.canvas.learner import Trouble
from helpers.canvas.scene import Scene
from helpers.widgets.boundary_data import Points
from helpers.widgets.boundary_model import Model, Run
from helpers.widgets.boundary_picture import Picture

FILM = 8  # pictures per message at most
SLICE = 0.1  # seconds per message
LAST = 20_000  # iterations


def _knobs(values: dict) -> dict[str, Any]:
    """What the training step may ask for, under its own names."""
    names = ("activation", "lambd", "keep_prob")
    named = {name: values[name] for name in names if name in values}
    return {"learning_rate": values["rate"], "activation": "tanh"} | named


class Trainer:
    """What is trained now, and its pictures.

    Parameters
    ----------
    model, ghost : Model
    sets : dict
        Name -> (X, Y) or (X, Y, X_test, Y_test), or () for an empty one.
    classes : int
    name : str
        Of the ghost.
    """

    def __init__(
        self, model: Model, sets: Mapping, classes: int, ghost: Any, name: str
    ) -> None:
        self.model, self.sets, self.classes = model, sets, classes
        self.ghost, self.name = ghost, name
        self.key: tuple = ()
        self.run: Run | None = None
        self.shadow: Run | None = None  # the ghost's run
        self.before: list[list[float]] = []  # costs of earlier runs
        self.points, self.picture = Points((), ()), Picture(Points((), ()), classes)

    def draw(self, scene: Scene, **values: Any) -> None:
        """One picture, or while the training runs as many as there is time for."""
        end = time.perf_counter() + SLICE
        self._prepare(scene, values)
        knobs = _knobs(values)
        shown = [scene]
        try:
            if self.run is None:
                self._start(values, knobs)
            going = values["play"] and not self.done
            if going:
                shown = self._film(scene, knobs, end)
            else:
                self._show(scene, knobs)
        except Trouble:
            self.picture.draw_empty(scene)
            raise
        scene.film, scene.more = shown[:-1], going and not self.done
        self._tell(scene, values)

    def _prepare(self, scene: Scene, values: dict) -> None:
        """Points and axes for these values; a new run where one is needed."""
        points = Points(self.sets[values["data"]], values["drawn"])
        if points != self.points:
            self.points, self.picture = points, Picture(points, self.classes)
        scene.back = self.picture.back
        fixed = ("data", "width", "activation", "again")
        key = tuple(values.get(name) for name in fixed)
        if key != self.key:
            if self.run is not None and self.run.iteration > 20:
                kept = key[0] == self.key[0]  # costs of other data say nothing
                self.before = [*self.before[-2:], self.run.costs] if kept else []
            self.key, self.run = key, None

    def _start(self, values: dict, knobs: dict) -> None:
        """A run from the first weights."""
        n_y = 1 if self.classes == 2 else self.classes
        n_h, seed = values.get("width", 1), 3 + values["again"]
        self.shadow = None
        self.run = Run(self.model, n_h, n_y, seed, knobs)
        if isinstance(self.ghost, Model):
            self.shadow = Run(self.ghost, n_h, n_y, seed, knobs)

    def train(self, n: int, values: dict) -> None:
        """At most n steps, for about half a second, without showing them."""
        knobs, end = _knobs(values), time.perf_counter() + 0.5
        for _ in range(n // 25):
            if self.done or time.perf_counter() > end:
                break
            self._steps(25, end, knobs)
            self._show(Scene(), knobs)

    def _steps(self, n: int, end: float, knobs: dict) -> None:
        """At most n steps of the model, and as many of the ghost."""
        run, X, Y = self.run, self.points.X, self.points.Y
        assert run is not None
        before = run.iteration
        run.go_on(X, Y, n, end, knobs)
        if self.shadow is not None and not self.shadow.lost:
            self.shadow.go_on(X, Y, run.iteration - before, end + SLICE, knobs)

    @property
    def done(self) -> bool:
        """Whether nothing is left to train."""
        run = self.run
        lost = run is None or run.lost or run.iteration >= LAST
        return lost or self.points.X.shape[1] == 0

    def _film(self, scene: Scene, knobs: dict, end: float) -> list[Scene]:
        """Pictures after a few steps each; the last one is the scene itself."""
        shown: list[Scene] = []
        assert self.run is not None
        while not self.done and len(shown) < FILM:
            n = max(1, min(40, self.run.iteration // 25))
            self._steps(n, time.perf_counter() + SLICE / FILM, knobs)
            one = Scene(scene.width, scene.height)
            self._show(one, knobs)
            shown.append(one)
            if time.perf_counter() > end:
                break
        last = shown.pop()
        scene.shapes, scene.ground, scene.stats = last.shapes, last.ground, last.stats
        return [*shown, scene]

    def _show(self, scene: Scene, knobs: dict) -> None:
        """Regions, boundary, curves and numbers of the present parameters."""
        run, points = self.run, self.points
        assert run is not None
        if not run.lost:
            where = np.hstack([self.picture.grid, points.X, points.X_test])
            P = run.probabilities(where, knobs)
            self.picture.draw_field(scene, P, self._shadow(knobs))
            right = points.right(P[:, self.picture.grid.shape[1] :])
            run.marks.append((run.iteration, *right))
        self.picture.draw_curves(scene, run.costs, run.marks, self.before)

    def _shadow(self, knobs: dict) -> np.ndarray | None:
        """The ghost's probabilities on the grid; shape (n_y, n)."""
        if self.shadow is not None and not self.shadow.lost:
            return self.shadow.probabilities(self.picture.grid, knobs)
        if self.ghost is not None and self.shadow is None:
            return np.atleast_2d(self.ghost(self.picture.grid))
        return None

    def _tell(self, scene: Scene, values: dict) -> None:
        """The finding, in one sentence."""
        run, m = self.run, self.points.X.shape[1]
        assert run is not None
        if m == 0:
            scene.summary = "Put points into the picture: click, or arrows and Enter."
        elif run.lost:
            scene.summary = f"The cost blew up: α = {values['rate']:g} is too large."
        elif scene.more:
            scene.summary = "Training. Pause to look closely."
        elif run.iteration == 0:
            scene.summary = "Press Train. Click into the picture to add points."
        else:
            _, right, of, *_ = run.marks[-1]
            scene.summary = (
                f"After {run.iteration} steps {right} of {of} points lie on their side "
                f"({run.n_h} hidden units)."
            )
            if self.shadow is not None and not self.shadow.lost:
                P = self.shadow.probabilities(self.points.X, {"activation": "tanh"})
                scene.summary += f" The {self.name}: {self.points.right(P)[0]}."
