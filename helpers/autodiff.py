"""A framework on one page: variables that remember how they came to be.

`record` turns their memory into a tape, plain data: a list of (name, operation,
inputs), an input being a name or a constant. A rule(G, out, *inputs) turns the
gradient G of a result into the gradients of its inputs; the rules of + - * / @ and
the way back along the tape are the reader's: `make_gradient` takes them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Function = Callable[..., Any]
Gradient = Callable[["Variable", Sequence["Variable"]], list[np.ndarray]]

OPERATIONS: dict[str, Function] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "@": np.matmul,
    "power": np.power,
    "exp": np.exp,
    "log": np.log,
    "tanh": np.tanh,
    "relu": lambda a: np.maximum(a, 0),
    "sum": lambda a, axis: np.sum(a, axis, keepdims=axis is not None),
    "mean": lambda a, axis: np.mean(a, axis, keepdims=axis is not None),
}
UNARY_RULES: dict[str, Function] = {
    "power": lambda G, out, a, k: (G * k * a ** (k - 1), None),
    "exp": lambda G, out, a: (G * out,),
    "log": lambda G, out, a: (G / a,),
    "tanh": lambda G, out, a: (G * (1 - out**2),),
    "relu": lambda G, out, a: (G * (a > 0),),  # slope 0 at 0
    "sum": lambda G, out, a, axis: (G + 0 * a, None),
    "mean": lambda G, out, a, axis: (G * np.size(out) / np.size(a) + 0 * a, None),
}


def _method(op: str, swap: bool = False) -> Function:
    """Method of an operation; swapped for a constant on the left."""
    return lambda *inputs: Variable.of(op, *(inputs[::-1] if swap else inputs))


class Variable:
    """An array, the operation that made it ("" for none), and its inputs."""

    __array_ufunc__ = None  # array * variable is our business, not NumPy's

    def __init__(self, value: Any, op: str = "", inputs: tuple = ()) -> None:
        self.value, self.op, self.inputs = np.asarray(value, float), op, inputs

    @classmethod
    def of(cls, op: str, *inputs: Any) -> "Variable":
        """Apply an operation to variables and constants."""
        known = [i.value if isinstance(i, cls) else i for i in inputs]
        return cls(OPERATIONS[op](*known), op, inputs)

    def __repr__(self) -> str:
        return f"Variable({self.value}{f', made by {self.op}' if self.op else ''})"

    __add__, __radd__ = _method("+"), _method("+", swap=True)
    __sub__, __rsub__ = _method("-"), _method("-", swap=True)
    __mul__, __rmul__ = _method("*"), _method("*", swap=True)
    __truediv__, __rtruediv__ = _method("/"), _method("/", swap=True)
    __matmul__, __rmatmul__ = _method("@"), _method("@", swap=True)
    __pow__, exp, log = _method("power"), _method("exp"), _method("log")
    tanh, relu = _method("tanh"), _method("relu")

    def __neg__(self) -> "Variable":
        return self * -1.0

    def sum(self, axis: int | None = None) -> "Variable":
        """Sum of everything, or along one axis, which stays with length 1."""
        return self.of("sum", self, axis)

    def mean(self, axis: int | None = None) -> "Variable":
        """Mean of everything, or along one axis, which stays with length 1."""
        return self.of("mean", self, axis)


def record(end: Variable, topological_order: Function) -> tuple[list, dict, dict]:
    """Tape of a variable, values by name, and the name "v0", "v1", ... of each id."""
    graph, found, queue = {}, {}, [end]
    while queue:
        variable = queue.pop()
        parents = [i for i in variable.inputs if isinstance(i, Variable)]
        graph[id(variable)] = tuple(map(id, parents))
        found[id(variable)] = variable
        queue += [i for i in parents if id(i) not in found]
    order = [found[key] for key in topological_order(graph, id(end))]
    names = {id(v): f"v{k}" for k, v in enumerate(order)}
    tape = [
        (names[id(v)], v.op, tuple(names.get(id(i), i) for i in v.inputs))
        for v in order
        if v.op
    ]
    return tape, {names[id(v)]: v.value for v in order}, names


def make_gradient(
    topological_order: Function, backward: Function, binary_rule: Function
) -> Gradient:
    """A function gradient(end, variables), made of the reader's own three."""

    def rule(op: str) -> Function:
        return lambda G, out, a, b: binary_rule(op, a, b, G)

    rules = UNARY_RULES | {op: rule(op) for op in "+-*/@"}

    def gradient(end: Variable, variables: Sequence[Variable]) -> list[np.ndarray]:
        tape, values, names = record(end, topological_order)
        slopes = backward(tape, values, names[id(end)], rules)
        return [slopes.get(names.get(id(v)), 0 * v.value) for v in variables]

    return gradient
