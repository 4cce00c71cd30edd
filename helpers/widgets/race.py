"""Optimizer race: four of the learner's update rules roll down one landscape."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Control, Point, Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, as_float, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.widgets.surfaces import (
    BOX,
    FAR,
    START,
    SURFACES,
    Surface,
    ground,
    right_path,
)

HEIGHT = 396
STEPS = 200
ALPHAS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 1.0, 2.0, 4.0)
KEEPS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999)
EPSILON = 1e-8
CHUNK = 8  # pictures per message while it plays
LOOK = 20  # steps that are compared with the right ones
NEAR = 0.01  # arrived: this share of the height at the start is left
Place = tuple[float, float]


@dataclass(frozen=True)
class Runner:
    """One update rule: its averages, its look, and how it is called.

    Parameters
    ----------
    name : str
    memory : int
        Number of dicts that it carries from step to step.
    look : dict
        Colour, dash and width of its line.
    """

    name: str
    memory: int
    look: dict[str, Any]

    def rest(self, t: int, alpha: float, beta1: float, beta2: float) -> tuple:
        """Arguments after parameters, gradients and averages."""
        return {
            "gradient descent": (alpha,),
            "momentum": (alpha, beta1),
            "RMSprop": (alpha, beta2, EPSILON),
            "Adam": (t, alpha, beta1, beta2, EPSILON),
        }[self.name]


RUNNERS = (
    Runner("gradient descent", 0, {"color": "ink", "width": 1.6}),
    Runner("momentum", 1, {"color": "purple", "width": 2.2, "dash": "7 4"}),
    Runner("RMSprop", 1, {"color": "green", "width": 2.2, "dash": "2 3"}),
    Runner("Adam", 2, {"color": "orange", "width": 2.4}),
)


@dataclass
class Run:
    """Path of one rule, its heights above the lowest point, and trouble on the way."""

    path: np.ndarray
    heights: np.ndarray
    trouble: str = ""
    away: int = -1  # first step that is not the right one


def explore_optimizers(
    update_parameters: Callable,
    update_with_momentum: Callable,
    update_with_rmsprop: Callable,
    update_with_adam: Callable,
) -> Panel:
    """Four update rules side by side, over the contours of a cost J(w, b).

    Parameters
    ----------
    update_parameters : callable
        update_parameters(parameters, grads, learning_rate) -> parameters.
    update_with_momentum : callable
        update_with_momentum(parameters, grads, v, learning_rate, beta)
        -> (parameters, v).
    update_with_rmsprop : callable
        update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon)
        -> (parameters, s).
    update_with_adam : callable
        update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2,
        epsilon) -> (parameters, v, s).
    """
    rules = (update_parameters, update_with_momentum, update_with_rmsprop)
    title = "Which of your update rules gets down first? Click to move the start"
    back = ground(SURFACES[0], HEIGHT)
    return Panel(title, _drawer((*rules, update_with_adam)), _controls(), back)


def _controls() -> list[Control]:
    """Landscape, the three rates, step, and the point where all begin."""
    names = [surface.name for surface in SURFACES]
    keeps = [f"{keep:g}" for keep in KEEPS]
    alphas, steps = [f"{alpha:g}" for alpha in ALPHAS], tuple(range(STEPS + 1))
    return [
        Choices("surface", "", SURFACES, 0, names, words="landscape"),
        Slider("alpha", "α", ALPHAS, 5, alphas, words="learning rate α"),
        Slider("beta1", "β₁", KEEPS, 3, keeps, words="beta 1, of momentum and Adam"),
        Slider("beta2", "β₂", KEEPS, 3, keeps, words="beta 2, of RMSprop and Adam"),
        Slider("step", "step", steps, 60, words="step", play=True, chunk=CHUNK),
        Point("start", "start", START, BOX),
    ]


def _drawer(rules: tuple[Callable, ...]) -> Callable[..., None]:
    """The draw function: four paths, their heights, who has arrived."""

    @lru_cache(maxsize=64)
    def race(surface: Surface, origin: Place, *rates: float) -> list[Run]:
        pairs = zip(RUNNERS, rules, strict=True)
        return [_run(runner, rule, surface, origin, rates) for runner, rule in pairs]

    def draw(
        scene: Scene,
        surface: Surface,
        alpha: float,
        beta1: float,
        beta2: float,
        step: int,
        start: Place,
    ) -> None:
        scene.back = ground(surface, HEIGHT)
        frame = surface.frame()
        runs = race(surface, frame.data(start), alpha, beta1, beta2)
        _draw_paths(scene, frame, runs, step)
        _draw_heights(scene, surface, runs, step)
        _tell(scene, surface, runs, step)
        troubles = [run.trouble for run in runs if run.trouble]
        if troubles:
            raise Trouble(troubles[0])

    return draw


def _run(
    runner: Runner, rule: Callable, surface: Surface, origin: Place, rates: tuple
) -> Run:
    """One rule from the start to its last step, or to its first trouble."""
    path = [origin]

    def walk() -> bool:
        _walk(path, runner, rule, surface, rates)
        return True

    walk.__name__ = name_of(rule)
    trouble = ""
    try:
        call(walk)
    except Trouble as found:
        trouble = str(found)
    places = np.array(path)
    heights = surface.J(places[:, 0], places[:, 1]) - surface.floor()
    names = ("alpha", "beta1", "beta2", "steps")
    known = dict(zip(names, (*rates, min(len(path) - 1, LOOK)), strict=True))
    right = right_path(surface, origin, runner.name, known)
    apart = np.abs(places[: len(right)] - right).max(axis=1)
    away = np.flatnonzero(apart > 1e-6 * (1 + np.abs(right).max(axis=1)))
    return Run(places, heights, trouble, int(away[0]) if len(away) else -1)


def _walk(
    path: list[Place], runner: Runner, rule: Callable, surface: Surface, rates: tuple
) -> None:
    """Append a place for each step of a rule, until a path is lost."""
    p = {"W1": np.array([[path[0][0]]]), "b1": np.array([[path[0][1]]])}
    memory: list[dict] = [
        {"dW1": np.zeros((1, 1)), "db1": np.zeros((1, 1))} for _ in range(runner.memory)
    ]
    for t in range(STEPS):
        dw, db = surface.slope(*path[-1], t)
        grads = {"dW1": np.array([[dw]]), "db1": np.array([[db]])}
        found = rule(p, grads, *memory, *runner.rest(t + 1, *rates))
        p, memory, here = _looked_at(found, runner, name_of(rule))
        if not max(abs(here[0]), abs(here[1])) < FAR:
            return
        path.append(here)


def _looked_at(found: Any, runner: Runner, where: str) -> tuple[dict, list, Place]:
    """Parameters, averages and place of a rule's result."""
    if found is None:
        raise Trouble(f"{where} returns None. End it with a return.")
    if runner.memory:
        names = ("parameters", "v", "s") if runner.memory == 2 else ("parameters", "v")
        found, *memory = as_parts(found, names, where)
    else:
        memory = []
    if not isinstance(found, dict) or not {"W1", "b1"} <= set(found):
        got = "keys " + ", ".join(found) if isinstance(found, dict) else type(found)
        raise Trouble(f"{where}: got {got}, expected parameters with W1 and b1.")
    w = as_float(found["W1"], f"{where}, W1")
    return found, memory, (w, as_float(found["b1"], f"{where}, b1"))


def _draw_paths(scene: Scene, frame: Frame, runs: list[Run], step: int) -> None:
    """Paths so far, a mark where each stands, and the common start."""
    ends = []
    for runner, run in zip(RUNNERS, runs, strict=True):
        points = frame.pixels(*run.path[: step + 1].T)
        scene.line(points, clip=BOX, **runner.look)
        ends.append(points[-1:])
    for runner, end in zip(RUNNERS, ends, strict=True):
        look = {"radius": 6, "stroke": "surface", "width": 1.5, "clip": BOX}
        scene.dots(end, runner.look["color"], **look)
    ((x, y),) = frame.pixels(*runs[0].path[0])
    scene.dots([(x, y)], "surface", radius=5, stroke="ink", clip=BOX)
    scene.text(x, y - 15, "start", size=12, bold=True, anchor="middle")


def _draw_heights(scene: Scene, surface: Surface, runs: list[Run], step: int) -> None:
    """Height above the lowest cost, in powers of ten, with the names of the lines."""
    frame = Frame((516, 32, 186, 206), (0, STEPS), (-6.4, 1.6))
    frame.draw(scene, "log₁₀ (J − lowest)", "step", "", grid=False)
    for k, (runner, run) in enumerate(zip(RUNNERS, runs, strict=True)):
        shown = np.log10(np.maximum(run.heights[: step + 1], 1e-9))
        points = frame.pixels(np.arange(len(shown)), shown)
        scene.line(points, clip=frame.box, **runner.look)
        scene.dots(points[-1:], runner.look["color"], radius=4, clip=frame.box)
        y = 294 + 21 * k
        scene.line([(506, y), (538, y)], **runner.look)
        scene.text(546, y, runner.name, size=12.5)
        scene.text(702, y, _state(run, step), size=12.5, anchor="end", bold=True)


def _state(run: Run, step: int) -> str:
    """How a rule stands at a step: arrived, or its height, or lost."""
    arrived = _arrival(run)
    if 0 <= arrived <= step:
        return f"✓ {arrived}"
    if step >= len(run.path):
        return "stopped" if run.trouble else "lost"
    return number(float(run.heights[step]), 2)


def _arrival(run: Run) -> int:
    """First step near the bottom, -1 if there is none."""
    near = np.flatnonzero(run.heights < NEAR * run.heights[0])
    return int(near[0]) if len(near) else -1


def _tell(scene: Scene, surface: Surface, runs: list[Run], step: int) -> None:
    """Heights at this step, and the finding."""
    for runner, run in zip(RUNNERS, runs, strict=True):
        height = number(float(run.heights[min(step, len(run.heights) - 1)]), 3)
        scene.stats.append((runner.name, height))
    pairs = list(zip(RUNNERS, runs, strict=True))
    wrong = [(r.name, run.away) for r, run in pairs if 0 <= run.away <= step]
    lost = [r.name for r, run in pairs if step >= len(run.path) and not run.trouble]
    inside = [(_arrival(run), r.name) for r, run in pairs if _arrival(run) >= 0]
    order = sorted(pair for pair in inside if pair[0] <= step)
    if wrong:
        name, at = wrong[0]
        scene.summary = f"At step {at} your {name} leaves the right path."
    elif lost:
        scene.summary = f"Lost, out of the picture: {', '.join(lost)}. α is too large."
    elif order:
        told = ", ".join(f"{name} {at}" for at, name in order)
        scene.summary = f"99 % of the height is gone after these steps: {told}."
    elif step == 0:
        scene.summary = f"{surface.what} Press Play."
    else:
        scene.summary = f"{surface.what} After {step} steps nobody is down yet."
