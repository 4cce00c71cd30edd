"""Width and depth: a table of accuracies that the learner's own model fills."""

from collections.abc import Callable, Sequence

import numpy as np

from helpers.canvas.controls import Control, Slider, Toggle
from helpers.canvas.learner import Trouble, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

WIDTHS = (1, 2, 4, 8, 16)
DEPTHS = (0, 1, 2, 3, 4)
ITERATIONS = 400
RATE = 0.2
HEIGHT = 360
BOX = (150.0, 64.0, 540.0, 250.0)
Shares = tuple[float, float]


class Table:
    """Accuracies of all combinations tried so far.

    Parameters
    ----------
    model : callable
        model(X, Y, layer_dims, num_iterations, learning_rate, rng) ->
        (parameters, costs).
    predict : callable
        predict(X, parameters) -> classes of shape (1, m).
    sets : tuple of ndarray
        X_train, Y_train, X_test, Y_test.
    """

    def __init__(self, model: Callable, predict: Callable, sets: Sequence[np.ndarray]):
        self.model, self.predict, self.sets = model, predict, sets
        self.found: dict[tuple[int, int], Shares] = {}

    def shares(self, width: int, depth: int) -> Shares:
        """Accuracies of one combination, trained when it is new."""
        width = width if depth else 0  # without hidden layers there is no width
        if (width, depth) not in self.found:
            self.found[width, depth] = self.train(width, depth)
        return self.found[width, depth]

    def train(self, width: int, depth: int) -> Shares:
        """One training from the start, judged on both sets."""
        X, Y, X_test, Y_test = self.sets
        dims = [X.shape[0], *([width] * depth), 1]
        rng = np.random.default_rng(1)
        found = call(self.model, X, Y, dims, ITERATIONS, RATE, rng)
        names = ("parameters", "costs")
        parameters, _ = as_parts(found, names, name_of(self.model))
        pairs = ((X, Y), (X_test, Y_test))
        train, test = (self.judge(x, y, parameters) for x, y in pairs)
        return train, test

    def judge(self, X: np.ndarray, Y: np.ndarray, parameters: dict) -> float:
        """Share of right answers."""
        answers = call(self.predict, X, parameters)
        if np.shape(answers) != Y.shape:
            got = f"{name_of(self.predict)}: got shape {np.shape(answers)}"
            raise Trouble(f"{got}, expected {Y.shape}.")
        return float(np.mean(np.asarray(answers) == Y))

    def missing(self) -> tuple[int, int] | None:
        """Next combination that nobody has tried."""
        for depth in DEPTHS:
            for width in WIDTHS if depth else (0,):
                if (width, depth) not in self.found:
                    return width, depth
        return None


def explore_depth(
    deep_model: Callable,
    predict: Callable,
    X: np.ndarray,
    Y: np.ndarray,
    X_test: np.ndarray,
    Y_test: np.ndarray,
) -> Panel:
    """Table of train and test accuracy that grows with every network tried.

    Parameters
    ----------
    deep_model : callable
        deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng) ->
        (parameters, costs).
    predict : callable
        predict(X, parameters) -> classes of shape (1, m).
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)
    X_test : ndarray of shape (n_x, m_test)
    Y_test : ndarray of shape (1, m_test)
        Small sets: each network is trained while the reader waits.
    """
    table = Table(deep_model, predict, (X, Y, X_test, Y_test))
    texts = ("▶ Fill the table", "❚❚ Pause")
    controls = [
        Slider("width", "n", WIDTHS, 3, words="units of each hidden layer"),
        Slider("depth", "hidden layers", DEPTHS, 1, words="hidden layers"),
        Toggle("play", "", texts),
    ]
    title = f"Wider or deeper? {ITERATIONS} steps of your deep_model for each network"
    return Filler(title, table, controls)


class Filler(Panel):
    """The panel; its poster shows the whole table."""

    def __init__(self, title: str, table: Table, controls: list[Control]):
        self.table = table
        super().__init__(title, self.paint, controls, Scene(height=HEIGHT))

    def paint(self, scene: Scene, width: int, depth: int, play: bool) -> None:
        """Table, with the chosen network framed."""
        _draw_frame(scene)
        _draw_cells(scene, self.table)
        new = (width if depth else 0, depth)
        chosen = self.table.shares(width, depth)
        left = self.table.missing() if play else None
        if left:
            self.table.shares(*left)
        scene.more = play and self.table.missing() is not None
        _draw_cells(scene, self.table)
        scene.box(_cell(*new), "none", stroke="ink", width=3)
        _tell(scene, chosen, width, depth, self.table)

    def still(self) -> Scene:
        """Picture of the whole table, apart from the one that the reader fills."""
        live = self.table
        self.table = Table(live.model, live.predict, live.sets)
        self.table.found |= live.found
        try:
            while left := self.table.missing():
                self.table.shares(*left)
        except Trouble:
            pass  # the picture below tells it
        scene = self.scene()
        self.table = live
        return scene


def _cell(width: int, depth: int) -> tuple[float, float, float, float]:
    """Place of one network; without hidden layers it takes the whole row."""
    x, y, w, h = BOX
    dx, dy = w / len(WIDTHS), h / len(DEPTHS)
    top = y + dy * DEPTHS.index(depth)
    if not depth:
        return x + 2, top + 2, w - 4, dy - 4
    return x + dx * WIDTHS.index(width) + 2, top + 2, dx - 4, dy - 4


def _draw_frame(scene: Scene) -> None:
    """Empty cells with the names of rows and columns."""
    x, y, w, h = BOX
    dx, dy = w / len(WIDTHS), h / len(DEPTHS)
    for depth in DEPTHS:
        words = f"{depth} hidden layer{'' if depth == 1 else 's'}"
        look = {"size": 13, "anchor": "end"}
        scene.text(x - 12, y + dy * (DEPTHS.index(depth) + 0.5), words, **look)
        for width in WIDTHS if depth else WIDTHS[:1]:
            scene.box(_cell(width, depth), "none", stroke="line", width=1)
    for k, width in enumerate(WIDTHS):
        look = {"size": 13, "anchor": "middle"}
        scene.text(x + dx * (k + 0.5), y - 14, f"n = {width}", **look)
    words = "train → test, in %; the bluer, the better on the test set"
    scene.text(x + w, y + h + 20, words, color="muted", size=12, anchor="end")


def _draw_cells(scene: Scene, table: Table) -> None:
    """All networks tried so far."""
    for (width, depth), (train, test) in table.found.items():
        x, y, w, h = _cell(width, depth)
        shade = float(np.clip((test - 0.5) / 0.5, 0, 1)) ** 1.5
        scene.box((x, y, w, h), "surface", stroke="line", width=1)
        scene.box((x, y, w, h), "blue", opacity=0.5 * shade)
        words = f"{100 * train:.0f} → {100 * test:.0f}"
        scene.text(x + w / 2, y + h / 2, words, anchor="middle", size=14, bold=True)


def _tell(scene: Scene, chosen: Shares, width: int, depth: int, table: Table) -> None:
    """Numbers and the finding."""
    (train, test), found = chosen, table.found
    n_x = table.sets[0].shape[0]
    dims = [n_x, *([width] * depth), 1]
    count = sum(n * (p + 1) for p, n in zip(dims, dims[1:], strict=False))
    scene.stats = [
        ("parameters", f"{count:,}"),
        ("train", f"{100 * train:.1f} %"),
        ("test", f"{100 * test:.1f} %"),
        ("networks tried", str(len(found))),
    ]
    best = max(found, key=lambda key: found[key][1])
    kind = f"{best[1]} × {best[0]} units" if best[1] else "no hidden layer"
    scene.summary = (
        f"This network: train {100 * train:.0f} %, test {100 * test:.0f} %. "
        f"Best test share of {len(found)} tried: "
        f"{100 * found[best][1]:.0f} % with {kind}."
    )
