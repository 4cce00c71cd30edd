"""Learning rate: one cost curve per rate, by the learner's own optimize."""

import time
from collections.abc import Callable

import numpy as np

from helpers.canvas.controls import Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, as_float, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

HEIGHT = 360
RATES = tuple(
    float(f"{m}e{k}") for k in range(-5, 2) for m in (1, 2, 5) if (m, k) <= (5, 1)
)
ITERATIONS = 200
SLICE = 0.06  # seconds of training per picture


class Run:
    """Training with one learning rate, continued a little at each turn."""

    def __init__(self, optimize: Callable, X: np.ndarray, Y: np.ndarray, rate: float):
        self.optimize, self.X, self.Y, self.rate = optimize, X, Y, rate
        self.w, self.b = np.zeros((X.shape[0], 1)), 0.0
        self.costs: list[float] = []
        self.chunk = 1

    @property
    def done(self) -> bool:
        """Whether all iterations are made, or the numbers have blown up."""
        lost = bool(self.costs) and not np.isfinite(self.costs[-1])
        return lost or len(self.costs) >= ITERATIONS

    def go_on(self, seconds: float) -> None:
        """Train until the time is up."""
        end = time.perf_counter() + seconds
        while not self.done and (left := end - time.perf_counter()) > 0:
            started = time.perf_counter()
            n = min(self.chunk, ITERATIONS - len(self.costs))
            self._train(n)
            took = (time.perf_counter() - started) / n
            self.chunk = max(1, int(min(left, SLICE) / 3 / max(took, 1e-6)))

    def _train(self, n: int) -> None:
        """n iterations of the learner's optimize, from where we stand."""
        name = name_of(self.optimize)
        found = call(self.optimize, self.w, self.b, self.X, self.Y, n, self.rate)
        w, b, costs = as_parts(found, ("w", "b", "costs"), name)
        if np.shape(w) != self.w.shape:
            got = f"{name}: w has shape {np.shape(w)}, expected {self.w.shape}"
            raise Trouble(f"{got}.")
        if np.size(costs) != n:
            got = f"{name}: got {np.size(costs)} costs for {n} iterations"
            raise Trouble(f"{got}. Append one before each update.")
        self.w, self.b = np.asarray(w, dtype=float), as_float(b, f"{name}, b")
        self.costs += [float(J) for J in np.ravel(costs)]


def explore_learning_rate(optimize: Callable, X: np.ndarray, Y: np.ndarray) -> Panel:
    """Cost curves for a slider of learning rates; earlier ones stay as ghosts.

    Parameters
    ----------
    optimize : callable
        optimize(w, b, X, Y, num_iterations, learning_rate) -> (w, b, costs).
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)
    """
    X, Y = np.asarray(X, dtype=float), np.asarray(Y)
    start = RATES.index(0.005)
    rates = [f"{rate:g}" for rate in RATES]
    controls = [Slider("rate", "α", RATES, start, rates, words="learning rate α")]
    title = f"How fast does your optimize learn in {ITERATIONS} iterations?"
    return Panel(title, _drawer(optimize, X, Y), controls, Scene(height=HEIGHT))


def _drawer(optimize: Callable, X: np.ndarray, Y: np.ndarray) -> Callable[..., None]:
    """The draw function: the curve of one rate, over those of earlier rates."""
    runs: dict[float, Run] = {}

    def draw(scene: Scene, rate: float) -> None:
        frame = Frame((56, 32, 600, 270), (0, ITERATIONS), (0, 1.4))
        frame.draw(scene, "one curve per learning rate", "iteration", "J")
        run = runs.setdefault(rate, Run(optimize, X, Y, rate))
        ghosts = [r for r in runs.values() if r is not run and r.costs]
        for ghost in ghosts[-5:]:
            _draw_run(scene, frame, ghost, "ghost")
        _draw_chance(scene, frame)
        run.go_on(SLICE)
        _draw_run(scene, frame, run, "orange")
        scene.more = not run.done
        _tell(scene, run, ghosts)

    return draw


def _draw_chance(scene: Scene, frame: Frame) -> None:
    """Cost of a coin, where w = b = 0 begins."""
    scene.line(frame.pixels(frame.x, np.log(2)), "muted", width=1.2, dash="2 4")
    ((x, y),) = frame.pixels(ITERATIONS, np.log(2))
    scene.text(x - 6, y - 9, "ln 2: a coin", color="muted", size=11, anchor="end")


def _draw_run(scene: Scene, frame: Frame, run: Run, color: str) -> None:
    """Curve of one run, with its rate at the end."""
    costs = np.array(run.costs)
    keep = np.isfinite(costs)
    points = frame.pixels(np.arange(len(costs))[keep], costs[keep])
    width = 2.6 if color == "orange" else 1.6
    scene.line(points, color, width=width, clip=frame.box)
    if not len(points):
        return
    top, bottom = frame.box[1] + 8, frame.box[1] + frame.box[3]
    x, y = points[-1][0], float(np.clip(points[-1][1], top, bottom))
    x = min(x, frame.box[0] + frame.box[2])
    shade = "orange" if color == "orange" else "muted"
    bold = color == "orange"
    scene.dots([(x, y)], color, radius=5 if bold else 3)
    if bold or run.done:
        scene.text(x + 9, y, f"{run.rate:g}", color=shade, size=12, bold=bold)


def _tell(scene: Scene, run: Run, ghosts: list[Run]) -> None:
    """Numbers and the finding."""
    costs = np.array(run.costs)
    rises = int((np.diff(costs) > 0).sum() + (~np.isfinite(costs)).sum())
    scene.stats = [
        ("iterations", str(len(costs))),
        ("J at the end", number(float(costs[-1]), 4)),
        ("steps that climb", str(rises)),
    ]
    rate, last = f"α = {run.rate:g}", float(costs[-1])
    if not np.isfinite(last) or last > costs[0]:
        scene.summary = f"{rate} is too large: the cost ends above its start."
    elif rises > len(costs) / 10:
        scene.summary = f"{rate} is at the edge: the cost jumps up and down."
    elif last > 0.9 * costs[0]:
        scene.summary = f"{rate} is small: the cost hardly falls."
    else:
        scene.summary = f"{rate}: the cost falls from {costs[0]:.3f} to {last:.3f}."
    ends = [(g.costs[-1], g.rate) for g in ghosts if g.done]
    if run.done and ends and min(ends)[0] < last:
        scene.summary += f" So far {min(ends)[1]:g} is the best."
