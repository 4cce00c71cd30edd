"""Computation graph of J = 3(a + bc): values forward, derivatives back."""

from collections.abc import Callable, Mapping

import numpy as np

from helpers.canvas.controls import Slider
from helpers.canvas.frame import number
from helpers.canvas.learner import Trouble, as_numbers, call, differs, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

UNIT, RISE, HEIGHT = 58.0, 68.0, 330
NODES = {
    "a": (1.0, 3.6),
    "b": (1.0, 2.1),
    "c": (1.0, 0.6),
    "u": (4.2, 1.35),
    "v": (7.4, 2.5),
    "J": (10.6, 2.5),
}
EDGES = (("a", "v"), ("b", "u"), ("c", "u"), ("u", "v"), ("v", "J"))
FORMULAS = {"u": "u = bc", "v": "v = a + u", "J": "J = 3v"}
VALUES = tuple(range(-6, 11))
NUDGE = 0.001
Numbers = Mapping[str, float]


def explore_graph(graph_forward: Callable, graph_backward: Callable) -> Panel:
    """Graph of J = 3(a + bc) with the learner's values and derivatives.

    Parameters
    ----------
    graph_forward : callable
        graph_forward(a, b, c), a dict with u, v, J.
    graph_backward : callable
        graph_backward(a, b, c), a dict with da, db, dc, du, dv.
    """

    starts = {"a": 5, "b": 3, "c": 2}
    controls = [
        Slider(name, name, VALUES, VALUES.index(value), [number(v) for v in VALUES])
        for name, value in starts.items()
    ]
    title = "J = 3 (a + bc): values flow forward, derivatives flow back"
    return Panel(
        title, _drawer(graph_forward, graph_backward), controls, Scene(height=HEIGHT)
    )


def _drawer(graph_forward: Callable, graph_backward: Callable) -> Callable[..., None]:
    """The draw function: the graph, the learner's values, then the derivatives."""

    def draw(scene: Scene, a: int, b: int, c: int) -> None:
        given = {"a": float(a), "b": float(b), "c": float(c)}
        draw_nodes(scene)
        write_values(scene, given, given)
        found = call(graph_forward, a, b, c)
        values = as_numbers(found, ("u", "v", "J"), name_of(graph_forward))
        truth = _forward(a, b, c)
        write_values(scene, values, truth)
        scene.summary = f"Forward: J = 3 (a + bc) = {number(values['J'], 4)}."
        scene.stats = [("J", number(values["J"], 4))]
        names = ("da", "db", "dc", "du", "dv")
        found = call(graph_backward, a, b, c)
        slopes = as_numbers(found, names, name_of(graph_backward))
        draw_slopes(scene, slopes, _slopes(a, b, c))
        _tell(scene, values, slopes, given)

    return draw


def _forward(a: float, b: float, c: float) -> dict[str, float]:
    """True values."""
    return {"u": b * c, "v": a + b * c, "J": 3 * (a + b * c)}


def _slopes(a: float, b: float, c: float) -> dict[str, float]:
    """True derivatives of J."""
    return {"da": 3.0, "db": 3.0 * c, "dc": 3.0 * b, "du": 3.0, "dv": 3.0}


def _place(name: str) -> np.ndarray:
    """Middle of a node in pixels; shape (2,)."""
    x, y = NODES[name]
    return np.array([x * UNIT + 26, 276 - (y - 0.6) * RISE])


def _half(name: str) -> float:
    """Half the width of a node in pixels."""
    return 34.0 if name in "abc" else 56.0


def _ends(start: str, end: str, lift: float) -> np.ndarray:
    """Points of an edge between the borders of two nodes; shape (2, 2)."""
    p, q = _place(start), _place(end)
    out = [p + (_half(start), lift), q + (-_half(end), lift)]
    gap = 0.04 * (out[1] - out[0])
    return np.array([out[0] + gap, out[1] - gap])


def draw_nodes(scene: Scene) -> None:
    """Nodes and forward arrows."""
    for start, end in EDGES:
        scene.line(_ends(start, end, -6), "blue", width=2.2, arrow=True)
    for name in NODES:
        x, y = _place(name)
        half = _half(name)
        box = (x - half, y - 19, 2 * half, 38)
        scene.box(box, "raised", stroke="muted", width=1.2)
        text = FORMULAS.get(name, name)
        scene.text(x, y, text, anchor="middle", size=15, italic=True)


def write_values(scene: Scene, values: Numbers, truth: Numbers) -> None:
    """Values above the nodes, with the right one beside one that differs."""
    for name, value in values.items():
        place = _place(name) - (0, 33)
        _write(scene, place, number(value, 4), "blue", truth[name], value)


def draw_slopes(scene: Scene, slopes: Numbers, truth: Numbers) -> None:
    """Backward arrows, dashed, and the derivatives below the nodes."""
    for start, end in EDGES:
        if f"d{start}" in slopes:
            back = _ends(start, end, 7)[::-1]
            scene.line(back, "orange", width=2.2, dash="6 4", arrow=True)
    for key, slope in slopes.items():
        text = f"{key} = {number(slope, 4)}"
        place = _place(key[1]) + (0, 33)
        _write(scene, place, text, "orange", truth[key], slope)


def _write(
    scene: Scene, place: np.ndarray, text: str, color: str, wanted: float, value: float
) -> None:
    """A number, with the right one beside it if it differs."""
    x, y = place
    scene.text(x, y, text, color=color, bold=True, size=16, anchor="middle")
    if differs(value, wanted):
        side = x + 5 * len(text) + 8
        scene.text(side, y, f"✗ here {number(wanted, 4)}", color="muted", size=12)


def _tell(
    scene: Scene,
    values: dict[str, float],
    slopes: dict[str, float],
    given: dict[str, float],
) -> None:
    """Each input nudged by a thousandth, against its derivative."""
    truth, right = _forward(**given), _slopes(**given)
    for name, wanted in truth.items():
        if differs(values[name], wanted):
            text = f"{name} is {number(values[name], 4)}, expected {number(wanted, 4)}"
            raise Trouble(f"graph_forward: {text}.")
    for name in "abc":
        moved = _forward(**(given | {name: given[name] + NUDGE}))["J"] - truth["J"]
        sign = "+" if moved >= 0 else "−"
        scene.stats.append((f"nudge {name} by 0.001", f"J {sign} {number(abs(moved))}"))
    for name, wanted in right.items():
        if differs(slopes[name], wanted):
            text = f"{name} is {number(slopes[name], 4)}, a nudge of {name[1]} gives"
            raise Trouble(f"graph_backward: {text} {number(wanted, 4)}.")
    text = f"db = 3c = {number(slopes['db'])} and dc = 3b = {number(slopes['dc'])}: "
    scene.summary = text + "the slope of one factor is the other."
