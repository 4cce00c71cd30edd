"""Graph of a tape: places of its names, values forward, gradients back."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from helpers.canvas.frame import number
from helpers.canvas.scene import Box, Scene

LEFT, TOP, WIDTH, DEPTH = 44.0, 58.0, 440.0, 262.0
ROOM = 112.0  # pixels between columns from which on nodes show their formulas
SIGNS = {"power": "**"}
Record = tuple[str, str, tuple[Any, ...]]
Tape = Sequence[Record]
Numbers = Mapping[str, float]


def formula(op: str, inputs: Sequence[Any]) -> str:
    """Right-hand side of a record, as one would write it."""
    parts = [i if isinstance(i, str) else f"{i:g}" for i in inputs if i is not None]
    if op in ("+", "-", "*", "/", "@", "power"):
        return f"{parts[0]} {SIGNS.get(op, op)} {parts[1]}"
    return f"{op}({', '.join(parts)})"


def arrange(tape: Tape) -> dict[str, tuple[float, float]]:
    """Places of all names of a tape: column from the left, row from the top."""
    column: dict[str, int] = {}
    for name, _, inputs in tape:
        names = [i for i in inputs if isinstance(i, str)]
        column |= {i: 0 for i in names if i not in column}
        column[name] = 1 + max((column[i] for i in names), default=0)
    leaves = [name for name, depth in column.items() if depth == 0]
    row = {name: float(k) for k, name in enumerate(leaves)}
    for name, _, inputs in tape:
        known = [row[i] for i in inputs if isinstance(i, str)]
        row[name] = sum(known) / max(len(known), 1)
    for depth in range(1, max(column.values(), default=0) + 1):
        _spread([name for name in column if column[name] == depth], row)
    return {name: (float(column[name]), row[name]) for name in column}


def _spread(names: list[str], row: dict[str, float]) -> None:
    """Move names of one column apart until each has a row to itself."""
    names.sort(key=lambda name: row[name])
    middle = sum(row[name] for name in names) / max(len(names), 1)
    if any(row[b] - row[a] < 0.9 for a, b in zip(names, names[1:], strict=False)):
        for k, name in enumerate(names):
            row[name] = middle + k - (len(names) - 1) / 2


def names_of(inputs: Sequence[Any], once: bool = True) -> tuple[str, ...]:
    """Inputs that are no constants."""
    names = [i for i in inputs if isinstance(i, str)]
    return tuple(dict.fromkeys(names) if once else names)


def places_of(tape: Tape) -> dict[str, np.ndarray]:
    """Middle of every node in pixels; each of shape (2,)."""
    places = arrange(tape)
    columns = max(x for x, _ in places.values())
    low = min(y for _, y in places.values())
    rows = max(max(y for _, y in places.values()) - low, 1.0)
    tall = min(DEPTH, 130 * rows)
    top = TOP + (DEPTH - tall) / 2
    return {
        name: np.array([LEFT + WIDTH * x / columns, top + tall * (y - low) / rows])
        for name, (x, y) in places.items()
    }


def picture_box(tape: Tape) -> Box:
    """x, y, width and height that hold all nodes and their numbers."""
    rows = [y for _, y in places_of(tape).values()]
    return (0.0, min(rows) - 40, LEFT + WIDTH + 50, max(rows) - min(rows) + 80)


def _gap(tape: Tape) -> float:
    """Pixels from one column to the next."""
    return WIDTH / max(x for x, _ in arrange(tape).values())


def _half(tape: Tape, name: str) -> float:
    """Half the width of a node in pixels."""
    wide = name in {record[0] for record in tape} and _gap(tape) >= ROOM
    return min(46.0, 0.36 * _gap(tape)) if wide else 17.0


def _edge(tape: Tape, start: str, end: str, lift: float) -> np.ndarray:
    """Points of an edge between the borders of two nodes; shape (2, 2)."""
    places = places_of(tape)
    p = places[start] + (_half(tape, start) + 2, lift)
    q = places[end] + (-_half(tape, end) - 2, lift)
    return np.array([p, q])


def draw_nodes(scene: Scene, tape: Tape, values: Numbers) -> None:
    """Nodes, forward arrows and values."""
    texts = {name: f"{name} = {formula(op, inputs)}" for name, op, inputs in tape}
    for name, _, inputs in tape:
        for i in names_of(inputs):
            points = _edge(tape, i, name, -5)
            scene.line(points, "blue", width=1.8, arrow=True)
    for name, (x, y) in places_of(tape).items():
        half = _half(tape, name)
        fill = "surface" if name in texts else "raised"
        scene.box((x - half, y - 15, 2 * half, 30), fill, stroke="muted", width=1.2)
        text = texts.get(name, name) if half > 17 else name
        scene.text(x, y, text, anchor="middle", size=13, italic=True)
        look = {"color": "blue", "bold": True, "anchor": "middle"}
        scene.text(x, y - 25, number(values[name], 4), **look)


def draw_gradients(scene: Scene, tape: Tape, read: Tape, found: Numbers) -> None:
    """Backward arrows of the records that were read, and the gradients so far."""
    for name, _, inputs in read:
        for i in names_of(inputs):
            back = _edge(tape, i, name, 6)[::-1]
            scene.line(back, "orange", width=1.8, dash="5 4", arrow=True)
    fresh = names_of(read[0][2]) if read else ("J",)
    for name, value in found.items():
        x, y = places_of(tape)[name]
        bold = name in fresh
        look = {"color": "orange", "bold": bold, "anchor": "middle", "size": 13}
        text = f"d{name} = {number(value)}" if _gap(tape) >= ROOM else number(value)
        scene.text(x, y + 27, text, **look)
