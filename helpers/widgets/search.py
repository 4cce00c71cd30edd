"""Search: grid, dice, and coarse to fine, by the learner's own samplers."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

HEIGHT = 352
LOW, HIGH = np.array([[-4.0], [-10.0]]), np.array([[0.0], [-6.0]])
BUDGETS = (4, 9, 16, 25, 36, 49, 64)
THROWS = tuple(range(1, 21))
WAYS = ("grid", "dice", "coarse to fine")
FRAME = Frame((60, 34, 600, 270), (-4, 0), (-10, -6))
BEST = -2.37  # exponent of the best learning rate


def cost_of(points: np.ndarray) -> np.ndarray:
    """Cost of each setting: the first exponent decides, the second hardly matters.

    Parameters
    ----------
    points : ndarray of shape (2, n)

    Returns
    -------
    costs : ndarray of shape (n,)
    """
    off = (points[0] - BEST) / 0.45
    return 1 - 0.9 / (1 + off**2) + 0.004 * np.sin(3 * points[1])


def explore_search(random_points: Callable, shrink_box: Callable) -> Panel:
    """Trials in two dimensions, one of which hardly matters.

    Parameters
    ----------
    random_points : callable
        random_points(low, high, n, rng) -> points of shape (d, n).
    shrink_box : callable
        shrink_box(points, costs, k) -> (low, high), each of shape (d, 1).
    """
    scales = ("exponent even", "α even")
    controls = [
        Choices("way", "", WAYS, 1, words="way of searching"),
        Choices("scale", "", scales, 0, words="scale of α"),
        Slider("n", "n", BUDGETS, 3, words="number of trainings"),
        Slider("throw", "throw", THROWS, 0, words="number of the throw"),
    ]
    back = Scene(height=HEIGHT)
    x, y = np.linspace(-4, 0, 121), np.linspace(-6, -10, 31)
    table = np.stack([axis.ravel() for axis in np.meshgrid(x, y)])
    good = (1 - cost_of(table)).reshape(31, 121)
    back.image(FRAME.box, 0.55 * np.clip(good, 0, 1), "blue")
    draw = _drawer(random_points, shrink_box)
    return Panel("Where is the valley of good learning rates?", draw, controls, back)


def _drawer(random_points: Callable, shrink_box: Callable) -> Callable[..., None]:
    """The draw function: trials, box of the second search, ticks of rates."""

    def draw(scene: Scene, way: str, scale: str, n: int, throw: int) -> None:
        FRAME.draw(scene, "blue: low cost", "log₁₀ α", "log₁₀ ε", grid=False)
        rng, even = np.random.default_rng(throw), scale == "α even"

        def throw_points(low: np.ndarray, high: np.ndarray, k: int) -> np.ndarray:
            return _throw(random_points, low, high, k, rng, even)

        if way == "grid":
            first, more = _grid(n, even), None
        elif way == "dice":
            first, more = throw_points(LOW, HIGH, n), None
        else:
            first = throw_points(LOW, HIGH, (n + 1) // 2)
            low, high = _box(shrink_box, first, max(2, len(first[0]) // 4))
            _draw_box(scene, low, high)
            more = throw_points(low, high, n - len(first[0]))
        _draw_trials(scene, first, more)
        both = first if more is None else np.hstack([first, more])
        _tell(scene, both, way, even)

    return draw


def _grid(n: int, even: bool) -> np.ndarray:
    """Centres of n equal cells; shape (2, n)."""
    k = round(np.sqrt(n))
    middle = (np.arange(k) + 0.5) / k
    ends = 10.0 ** LOW[0, 0], 10.0 ** HIGH[0, 0]
    rates = np.log10(ends[0] + (ends[1] - ends[0]) * middle)
    x = rates if even else -4 + 4 * middle
    return np.stack([axis.ravel() for axis in np.meshgrid(x, -10 + 4 * middle)])


def _throw(
    random_points: Callable,
    low: np.ndarray,
    high: np.ndarray,
    n: int,
    rng: np.random.Generator,
    even: bool,
) -> np.ndarray:
    """Learner's points in exponents; the first row drawn as it is, if even."""
    low, high = low.copy(), high.copy()
    if even:
        low[0], high[0] = 10.0 ** low[0], 10.0 ** high[0]
    points = _table(call(random_points, low, high, n, rng), (2, n), random_points)
    if even:
        points[0] = np.log10(np.maximum(points[0], 1e-12))
    return points


def _box(shrink_box: Callable, points: np.ndarray, k: int) -> tuple[Any, Any]:
    """Learner's box around the k best points."""
    found = call(shrink_box, points, cost_of(points), k)
    low, high = as_parts(found, ("low", "high"), name_of(shrink_box))
    return _table(low, (2, 1), shrink_box), _table(high, (2, 1), shrink_box)


def _table(value: Any, shape: tuple[int, int], function: Callable) -> np.ndarray:
    """Learner's result as an array of finite numbers with this shape."""
    name = name_of(function)
    try:
        found = np.array(value, dtype=float)
    except (TypeError, ValueError):
        got = f"{name}: got {type(value).__name__}"
        raise Trouble(f"{got}, expected an array of shape {shape}.") from None
    if found.shape != shape:
        raise Trouble(f"{name}: got shape {found.shape}, expected {shape}.")
    if not np.isfinite(found).all():
        raise Trouble(f"{name}: some of the numbers are not finite.")
    return found


def _draw_box(scene: Scene, low: np.ndarray, high: np.ndarray) -> None:
    """Outline of the second search."""
    (x, y), (right, bottom) = FRAME.pixels(
        [low[0, 0], high[0, 0]], [high[1, 0], low[1, 0]]
    )
    sides = (x - 5, y - 5, right - x + 10, bottom - y + 10)
    scene.box(sides, "none", stroke="orange", width=1.8, dash="5 3")


def _draw_trials(scene: Scene, first: np.ndarray, more: np.ndarray | None) -> None:
    """Trials as dots, the rates tried as ticks on the lower edge."""
    look: dict[str, Any] = {"stroke": "surface", "width": 1.2}
    scene.dots(_inside(FRAME.pixels(*first)), "ink", radius=4.5, **look)
    both = first
    if more is not None:
        places = _inside(FRAME.pixels(*more))
        scene.dots(places, "orange", radius=5, marker="triangle", **look)
        caption = "circles: first search, triangles: second search in the box"
        scene.text(FRAME.box[0], HEIGHT - 20, caption, size=12, color="muted")
        both = np.hstack([first, more])
    down = FRAME.box[1] + FRAME.box[3]
    for rate in both[0]:
        ((x, _),) = FRAME.pixels(rate, -10)
        scene.line([(x, down - 9), (x, down)], "orange", width=1.6, clip=FRAME.box)


def _inside(places: np.ndarray) -> np.ndarray:
    """Points of the frame only."""
    left, top, width, height = FRAME.box
    x, y = places.T
    keep = (x >= left) & (x <= left + width) & (y >= top) & (y <= top + height)
    return np.asarray(places[keep])


def _tell(scene: Scene, points: np.ndarray, way: str, even: bool) -> None:
    """Numbers and the finding."""
    costs, n = cost_of(points), points.shape[1]
    values = len(np.unique(np.round(points[0], 9)))
    near = int(np.sum(np.abs(points[0] - BEST) < 0.25))
    scene.stats = [
        ("values of α", str(values)),
        ("in the valley", f"{near} of {n}"),
        ("best J", number(float(costs.min()))),
    ]
    plural = "value" if values == 1 else "values"
    scene.summary = f"{n} trainings by {way}: {values} {plural} of α, {near} in the "
    scene.summary += f"valley, best cost {costs.min():.3f}."
    if even:
        crowd = float(np.mean(points[0] > -1))
        scene.summary += f" {crowd:.0%} of them lie in the last decade."
