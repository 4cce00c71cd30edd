"""One neuron fitted by hand: a line with a kink, by the learner's own function."""

from collections.abc import Callable

import numpy as np

from helpers.canvas.controls import Slider
from helpers.canvas.frame import Frame, number
from helpers.canvas.learner import Trouble, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

HEIGHT = 380
SLOPES = tuple(range(0, 301, 10))
STARTS = tuple(range(-200, 101, 10))


def explore_neuron(relu_neuron: Callable, x: np.ndarray, Y: np.ndarray) -> Panel:
    """Houses and the line of one ReLU neuron, with sliders for w and b.

    Parameters
    ----------
    relu_neuron : callable
        relu_neuron(x, w, b), an array of shape (1, m).
    x : ndarray of shape (1, m)
        Sizes in 1000 square feet.
    Y : ndarray of shape (1, m)
        Prices in 1000 dollars.
    """
    x, Y = np.asarray(x, dtype=float), np.asarray(Y, dtype=float)
    texts = [number(b) for b in STARTS]
    controls = (
        Slider("w", "w", SLOPES, SLOPES.index(100), words="slope w"),
        Slider("b", "b", STARTS, STARTS.index(0), texts, words="price b at size 0"),
    )
    title = "Move w and b until the squared misses are small"
    draw = _drawer(relu_neuron, x, Y)
    return Panel(title, draw, controls, Scene(height=HEIGHT))


def _drawer(relu_neuron: Callable, x: np.ndarray, Y: np.ndarray) -> Callable[..., None]:
    """The draw function: houses, the kinked line, and the distance of each house."""
    best: list[float] = []

    def draw(scene: Scene, w: float, b: float) -> None:
        right, top = 1.1 * float(x.max()), 1.2 * float(Y.max())
        frame = Frame((58, 32, 630, 292), (0, right), (-0.25 * top, top))
        frame.draw(scene, "each house and the neuron", "size x", "price")
        scene.line(frame.pixels([0, right], [0, 0]), "muted", width=1.2)
        grid = np.linspace(0, right, 181)[None, :]
        scene.line(
            frame.pixels(grid[0], w * grid[0] + b),
            "muted",
            width=1.2,
            dash="3 4",
            clip=frame.box,
        )
        houses = frame.pixels(x[0], Y[0])
        scene.dots(houses, "orange", radius=6)
        a = _output(relu_neuron, x, float(w), float(b))
        line = _output(relu_neuron, grid, float(w), float(b))
        feet = frame.pixels(x[0], a[0])
        pairs = np.stack([houses, feet], axis=1)
        scene.segments(pairs, "orange", width=1.5, dash="4 3", clip=frame.box)
        curve = frame.pixels(grid[0], line[0])
        scene.line(curve, "blue", width=2.8, clip=frame.box)
        _tell(scene, a - Y, best)

    return draw


def _output(relu_neuron: Callable, x: np.ndarray, w: float, b: float) -> np.ndarray:
    """Result of the learner's function, an array of the shape of x."""
    found, where = call(relu_neuron, x, w, b), name_of(relu_neuron)
    try:
        a = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        got = f"{where}: got {type(found).__name__}, expected an array"
        raise Trouble(f"{got} with a price for each house.") from None
    if a.shape != x.shape:
        raise Trouble(f"{where}: got shape {a.shape}, expected {x.shape}.")
    return a


def _tell(scene: Scene, miss: np.ndarray, best: list[float]) -> None:
    """Numbers and the finding."""
    error = float(np.mean(miss**2))
    best.append(min([error, *best[-1:]]))
    worst = float(miss.ravel()[np.argmax(np.abs(miss))])
    scene.stats = [
        ("mean squared error", number(error, 5)),
        ("smallest so far", number(best[-1], 5)),
        ("largest miss", number(worst)),
    ]
    high, low = int((miss > 1).sum()), int((miss < -1).sum())
    scene.summary = f"{high} houses are priced too high, {low} too low."
