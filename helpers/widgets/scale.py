"""Scale drives progress: a chart of errors that the learner's own network fills.

The hidden units are thrown at random and only the last layer is fitted, by least
squares: a shortcut that needs no training, so that a network takes milliseconds.
"""

from collections.abc import Callable

import numpy as np

from helpers.canvas.controls import Choices, Control, Slider, Toggle
from helpers.canvas.frame import Frame
from helpers.canvas.learner import Trouble, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

EXAMPLES = (10, 30, 100, 300, 1000, 3000, 10000)
LEARNERS = (0, 10, 40, 300)  # hidden units; without any, a straight line
NAMES = ("straight line", "10 units", "40 units", "300 units")
COLORS = ("muted", "orange", "green", "blue")
MARKERS = ("square", "triangle", "diamond", "")
TRIALS = 3
NEW_HOUSES = 2000
NOISE = 25.0  # what no feature tells of a price, in 1000 dollars
WORST = 220.0
HEIGHT = 380
BOX = (64.0, 34.0, 500.0, 290.0)


def make_prices(m: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Houses whose price is no straight line of their features.

    Parameters
    ----------
    m : int
    rng : numpy.random.Generator

    Returns
    -------
    X : ndarray of shape (4, m)
        Size in 1000 square feet, bedrooms, walkability and wealth from 0 to 1.
    Y : ndarray of shape (1, m)
        Prices in 1000 dollars, with a standard deviation of `NOISE` by chance.
    """
    size, walk, wealth = rng.uniform((0.3, 0, 0), (3.5, 1, 1), (m, 3)).T
    bedrooms = rng.integers(1, 6, m).astype(float)
    family = np.minimum(size / 0.6, bedrooms)  # a room needs space
    price = 60 + 90 * family * (0.6 + 0.8 * np.sin(3 * walk) ** 2)
    price += 160 * size * wealth**2 + 60 * np.sin(5 * wealth) * walk
    X = np.stack([size, bedrooms, walk, wealth])
    return X, (price + NOISE * rng.standard_normal(m))[None]


class Chart:
    """Errors of all combinations tried so far.

    Parameters
    ----------
    small_forward : callable
        small_forward(X, parameters) -> (hidden, prices).
    """

    def __init__(self, small_forward: Callable) -> None:
        self.forward = small_forward
        self.found: dict[tuple[int, int], float] = {}
        self.new = make_prices(NEW_HOUSES, np.random.default_rng(99))

    def error(self, units: int, m: int) -> float:
        """Typical miss on new houses, the mean of a few trials."""
        if (units, m) not in self.found:
            trials = [self.miss(units, m, seed) for seed in range(TRIALS)]
            self.found[units, m] = float(np.mean(trials))
        return self.found[units, m]

    def miss(self, units: int, m: int, seed: int) -> float:
        """Root of the mean squared error on new houses, after one fit."""
        rng = np.random.default_rng(seed)
        X, Y = make_prices(m, rng)
        X_new, Y_new = self.new
        mu, spread = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
        X, X_new = (X - mu) / spread, (X_new - mu) / spread
        if not units:
            return _root_mean(_fit(X, Y), X_new, Y_new)
        W1, b1 = rng.standard_normal((units, 4)), rng.standard_normal((units, 1))
        start = {"W1": W1, "b1": b1, "W2": np.zeros((1, units)), "b2": np.zeros((1, 1))}
        hidden, _ = self.layers(X, start)
        w = _fit(hidden, Y)
        trained = start | {"W2": w[:, :-1], "b2": w[:, -1:]}
        _, prices = self.layers(X_new, trained)
        return float(np.sqrt(np.mean((prices - Y_new) ** 2)))

    def layers(
        self, X: np.ndarray, parameters: dict[str, np.ndarray]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Both layers of the learner's network, of the right shapes."""
        name, units, m = name_of(self.forward), len(parameters["W1"]), X.shape[1]
        found = as_parts(call(self.forward, X, parameters), ("A1", "A2"), name)
        for part, wanted in zip(found, ((units, m), (1, m)), strict=True):
            if np.shape(part) != wanted:
                got = f"{name}: got shape {np.shape(part)}"
                raise Trouble(f"{got}, expected {wanted}.")
        return np.asarray(found[0], float), np.asarray(found[1], float)

    def missing(self) -> tuple[int, int] | None:
        """Next combination that nobody has tried."""
        every = ((units, m) for units in LEARNERS for m in EXAMPLES)
        return next((key for key in every if key not in self.found), None)


def _fit(A: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """Weights and bias of the last layer, shape (1, n + 1), by least squares.

    A small penalty keeps more units than examples from going wild.
    """
    A = np.vstack([A, np.ones(A.shape[1])])
    penalty = 0.1 * np.sqrt(A.shape[1]) * np.eye(len(A))
    w: np.ndarray = np.linalg.solve(A @ A.T + penalty, A @ Y.T).T
    return w


def _root_mean(w: np.ndarray, X: np.ndarray, Y: np.ndarray) -> float:
    return float(np.sqrt(np.mean((w[:, :-1] @ X + w[:, -1:] - Y) ** 2)))


def explore_scale(small_forward: Callable) -> Panel:
    """Error on new houses against the number of examples, by size of the network.

    Parameters
    ----------
    small_forward : callable
        small_forward(X, parameters) -> (hidden, prices), with "W1", "b1", "W2" and
        "b2" in parameters.
    """
    texts = [f"{m:,}" for m in EXAMPLES]
    fill = ("▶ Fill the chart", "❚❚ Pause")
    controls = [
        Choices("units", "network", LEARNERS, 0, NAMES, words="network"),
        Slider("m", "examples", EXAMPLES, 2, texts, words="examples"),
        Toggle("play", "", fill),
    ]
    return Filler(controls, Chart(small_forward))


class Filler(Panel):
    """The panel; its poster shows the whole chart."""

    def __init__(self, controls: list[Control], chart: Chart) -> None:
        self.chart = chart
        title = "More examples, or a larger network?"
        super().__init__(title, self.paint, controls, Scene(height=HEIGHT))

    def paint(self, scene: Scene, units: int, m: int, play: bool) -> None:
        """All points tried so far, the chosen one framed."""
        logs = np.log10(EXAMPLES)
        frame = Frame(BOX, (logs[0] - 0.15, logs[-1] + 0.15), (0.0, WORST))
        _draw_axes(scene, frame)
        self.chart.error(units, m)
        if play and (left := self.chart.missing()):
            self.chart.error(*left)
        scene.more = play and self.chart.missing() is not None
        for k, n in enumerate(LEARNERS):
            _draw_learner(scene, frame, self.chart, k, n)
        (place,) = frame.pixels(np.log10(m), min(self.chart.error(units, m), WORST))
        scene.dots([place], "none", radius=11, stroke="ink", width=2.5)
        _tell(scene, self.chart, units, m)

    def still(self) -> Scene:
        """Picture of the whole chart, apart from the one that the reader fills."""
        live = self.chart
        self.chart = Chart(live.forward)
        self.chart.found |= live.found
        try:
            while left := self.chart.missing():
                self.chart.error(*left)
        except Trouble:
            pass  # the picture below tells it
        scene = self.scene()
        self.chart = live
        return scene


def _draw_axes(scene: Scene, frame: Frame) -> None:
    """Frame with a tick for each number of examples, and the floor of chance."""
    left, top, width, height = frame.box
    for m in EXAMPLES:
        ((x, _),) = frame.pixels(np.log10(m), 0)
        scene.line([(x, top), (x, top + height)], "line", width=1)
        look = {"size": 11, "color": "muted", "anchor": "middle"}
        scene.text(x, top + height + 12, f"{m:,}", **look)
    for value in range(0, int(WORST), 50):
        ((_, y),) = frame.pixels(frame.x[0], value)
        scene.line([(left, y), (left + width, y)], "line", width=1)
        scene.text(left - 7, y, str(value), size=11, color="muted", anchor="end")
    scene.box(frame.box, "none", stroke="ghost", width=1)
    ends = frame.pixels(frame.x, NOISE)
    scene.line(ends, "muted", width=1.5, dash="3 4")
    words = f"chance: {NOISE:g}, which no feature tells"
    scene.text(left + 8, ends[0][1] + 12, words, size=11, color="muted")
    name = {"size": 13, "bold": True}
    scene.text(left + width, top + height + 30, "examples m", anchor="end", **name)
    scene.text(left - 40, top - 14, "typical miss, in 1000 dollars", **name)


def _draw_learner(scene: Scene, frame: Frame, chart: Chart, k: int, units: int) -> None:
    """Points of one network, joined, with its name beside the frame."""
    known = [m for m in EXAMPLES if (units, m) in chart.found]
    errors = [min(chart.found[units, m], WORST) for m in known]
    x, y = frame.box[0] + frame.box[2] + 22, frame.box[1] + 24 + 28 * k
    look = {"marker": MARKERS[k]} if MARKERS[k] else {}
    scene.dots([(x, y)], COLORS[k], radius=5, **look)
    scene.text(x + 14, y, NAMES[k], size=13, color=COLORS[k], bold=True)
    if known:
        points = frame.pixels(np.log10(known), errors)
        scene.line(points, COLORS[k], width=2.2)
        scene.dots(points, COLORS[k], radius=5, **look)


def _tell(scene: Scene, chart: Chart, units: int, m: int) -> None:
    """Numbers and the finding."""
    numbers = 6 * units + 1 if units else 5
    scene.stats = [
        ("numbers in it", f"{numbers:,}"),
        ("examples", f"{m:,}"),
        ("typical miss", f"{chart.error(units, m):.0f}"),
        ("points tried", f"{len(chart.found)} of {len(LEARNERS) * len(EXAMPLES)}"),
    ]
    rivals = {n: chart.found[n, m] for n in LEARNERS if (n, m) in chart.found}
    best = min(rivals, key=lambda n: rivals[n])
    name = NAMES[LEARNERS.index(best)]
    if len(rivals) < len(LEARNERS):
        scene.summary = f"With {m:,} examples only {len(rivals)} of 4 were tried."
    else:
        article = "the straight line" if not best else f"the network of {name}"
        scene.summary = (
            f"With {m:,} examples {article} misses least: {rivals[best]:.0f}."
        )
