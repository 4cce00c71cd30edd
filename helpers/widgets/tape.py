"""Tape: a small program recorded, then read backwards by the learner's functions."""

from collections.abc import Callable

import numpy as np

from helpers.autodiff import OPERATIONS, UNARY_RULES
from helpers.canvas.controls import Choices, Slider
from helpers.canvas.frame import number
from helpers.canvas.learner import Trouble, as_float, call, differs, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.widgets.tape_graph import (
    Tape,
    draw_gradients,
    draw_nodes,
    formula,
    names_of,
)

HEIGHT = 372
LIST = 552.0
NUDGE = 1e-4
FIRST = (-2.0, -1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)

# Records in one order that works, and leaves; the first leaf is on the slider.
PROGRAMS: dict[str, tuple[Tape, dict[str, float]]] = {
    "3 (a + bc)": (
        (("u", "*", ("b", "c")), ("v", "+", ("a", "u")), ("J", "*", ("v", 3.0))),
        {"a": 5.0, "b": 3.0, "c": 2.0},
    ),
    "w² − 10w + 25": (
        (
            ("s", "power", ("w", 2.0)),
            ("t", "*", ("w", 10.0)),
            ("d", "-", ("s", "t")),
            ("J", "+", ("d", 25.0)),
        ),
        {"w": 5.0},
    ),
    "one neuron": (
        (
            ("p", "*", ("w", "x")),
            ("z", "+", ("p", "b")),
            ("a", "tanh", ("z",)),
            ("e", "-", ("a", 1.0)),
            ("J", "power", ("e", 2.0)),
        ),
        {"w": 5.0, "x": 0.4, "b": -1.5},
    ),
    "softmax loss": (
        (
            ("p", "exp", ("y",)),
            ("q", "exp", ("z",)),
            ("s", "+", ("p", "q")),
            ("a", "/", ("p", "s")),
            ("l", "log", ("a",)),
            ("J", "*", ("l", -1.0)),
        ),
        {"y": 5.0, "z": 3.0},
    ),
}
STEPS = 1 + max(len(tape) for tape, _ in PROGRAMS.values())


def explore_tape(
    topological_order: Callable, backward: Callable, binary_rule: Callable
) -> Panel:
    """Tape of a small program with its values; gradients appear record by record.

    Parameters
    ----------
    topological_order : callable
        topological_order(graph, end): names, each after its inputs.
    backward : callable
        backward(tape, values, end, rules): a dict with the gradient of each name.
    binary_rule : callable
        binary_rule(op, a, b, G): the gradients of both inputs.
    """

    def rule(op: str) -> Callable:
        return lambda G, out, a, b: call(binary_rule, op, a, b, G)

    rules = UNARY_RULES | {op: rule(op) for op in "+-*/@"}
    steps = range(STEPS)
    controls = [
        Choices("name", "", tuple(PROGRAMS), 0, words="program"),
        Slider(
            "first", "first input", FIRST, FIRST.index(5.0), list(map(number, FIRST))
        ),
        Slider("step", "records read", steps, 2),
    ]
    title = "A tape, read from its last record to its first"
    draw = _drawer(topological_order, backward, rules)
    return Panel(title, draw, controls, Scene(height=HEIGHT))


def _drawer(order: Callable, backward: Callable, rules: dict) -> Callable[..., None]:
    """The draw function: the graph, the tape, and what was found so far."""

    def draw(scene: Scene, name: str, first: float, step: int) -> None:
        right, leaves = PROGRAMS[name]
        leaves = leaves | {next(iter(leaves)): first}
        values = run_tape(right, leaves)
        draw_nodes(scene, right, values)
        tape = _ordered(order, right, leaves)
        step = min(step, len(tape))
        found = _gradients(backward, tape[len(tape) - step :], values, rules)
        _draw_list(scene, tape, step)
        draw_gradients(scene, right, tape[len(tape) - step :], found)
        _tell(scene, tape, step, values, found)
        if step == len(tape):
            _compare(right, leaves, found, name_of(backward))

    return draw


def run_tape(tape: Tape, leaves: dict[str, float]) -> dict[str, float]:
    """Values of all names, forward."""
    values = dict(leaves)
    for name, op, inputs in tape:
        values[name] = float(OPERATIONS[op](*(values.get(i, i) for i in inputs)))
    return values


def _ordered(order: Callable, tape: Tape, leaves: dict[str, float]) -> list[tuple]:
    """The records in the learner's order; each must come after its inputs."""
    where, records = name_of(order), {record[0]: record for record in tape}
    graph: dict[str, tuple] = {
        name: names_of(inputs, once=False) for name, _, inputs in reversed(tape)
    } | dict.fromkeys(leaves, ())
    found = call(order, dict(graph), "J")
    if not isinstance(found, list | tuple) or set(found) != set(graph):
        raise Trouble(f"{where}: got {found!r}, expected the names {list(graph)}.")
    for k, name in enumerate(found):
        late = [i for i in graph[name] if i not in found[:k]]
        if late:
            raise Trouble(f"{where}: {name} stands before its input {late[0]}.")
    return [records[name] for name in dict.fromkeys(found) if name in records]


def _gradients(
    backward: Callable, records: list, values: dict, rules: dict
) -> dict[str, float]:
    """What the learner's backward makes of the last records."""
    where = name_of(backward)
    found = call(backward, records, dict(values), "J", rules)
    if not isinstance(found, dict):
        raise Trouble(f"{where}: got {type(found).__name__}, expected a dict.")
    names = [name for name in found if name in values]
    return {name: as_float(found[name], f"{where}, {name!r}") for name in names}


def _draw_list(scene: Scene, tape: Tape, step: int) -> None:
    """The tape itself: one line per record, the one just read marked."""
    scene.text(LIST, 30, "the tape", bold=True)
    for k, (name, op, inputs) in enumerate(tape):
        y = 58 + 27 * k
        left = len(tape) - k
        if left == step:
            scene.box((LIST - 10, y - 12, 168, 24), "pale_orange")
        color = "orange" if left <= step else "ink"
        text = f"{name} = {formula(op, inputs)}"
        scene.text(LIST, y, text, color=color, size=14)
        mark = "read" if left <= step else ""
        scene.text(LIST + 150, y, mark, color="orange", size=11, anchor="end")


def _tell(
    scene: Scene, tape: list, step: int, values: dict, found: dict[str, float]
) -> None:
    """Numbers, and the record just read in words."""
    leaves = [name for name in values if name not in {record[0] for record in tape}]
    scene.stats = [("J", number(values["J"], 4))]
    scene.stats += [(f"d{k}", number(found[k], 4)) for k in leaves if k in found]
    if step == 0:
        scene.summary = "Nothing is read yet: all we know is dJ = 1."
        return
    name, op, inputs = tape[len(tape) - step]
    names = names_of(inputs)
    told = " and ".join(f"d{i} = {number(found.get(i, np.nan), 4)}" for i in names)
    now = f"Record {name} = {formula(op, inputs)}: from d{name} come {told}."
    again = [i for i in names if any(i in r[2] for r in tape[len(tape) - step + 1 :])]
    if again:
        now += f" {again[0]} had one before: they are added."
    scene.summary = now


def _compare(
    tape: Tape, leaves: dict[str, float], found: dict[str, float], where: str
) -> None:
    """Gradients of the leaves against a nudge to both sides."""
    for name, value in leaves.items():
        up, down = (
            run_tape(tape, leaves | {name: value + h})["J"] for h in (NUDGE, -NUDGE)
        )
        wanted = (up - down) / (2 * NUDGE)
        if name not in found:
            raise Trouble(f"{where}: no gradient of {name} in the dict.")
        if differs(found[name], wanted, 1e-4):
            got = f"the gradient of {name} is {number(found[name], 4)}"
            raise Trouble(f"{where}: {got}, a nudge gives {number(wanted, 4)}.")
