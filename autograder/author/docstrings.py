"""Are the types and shapes that a docstring promises true on the cases?"""

import inspect
import re
from collections.abc import Iterator
from numbers import Integral, Real
from typing import Any

import numpy as np

from autograder.truth.assignment import Assignment, Exercise
from helpers.checks.values import ENTRY, HEADING, SHAPE, materialise

SEED = 0
TYPES: dict[str, Any] = {
    "bool": bool | np.bool_,
    "callable": object,
    "dict": dict,
    "float": Real,
    "int": Integral,
    "list": list | tuple,
    "ndarray": np.ndarray,
    "str": str,
    "tuple": tuple,
}
Promises = list[tuple[str, str]]


def check_docstrings(assignment: Assignment) -> list[str]:
    """Promises of the graded functions that are not true, one line each."""
    return [line for exercise in assignment.exercises for line in _complaints(exercise)]


def _complaints(exercise: Exercise) -> list[str]:
    docstring = inspect.getdoc(exercise.reference) or ""
    if not docstring:
        return [f"{exercise.name}: got no docstring, expected one. Write it."]
    arguments = promises(docstring, "Parameters")
    named = [name for name, _ in arguments]
    wanted = list(inspect.signature(exercise.reference).parameters)
    if named != wanted:
        return [
            f"{exercise.name}: got the parameters {named} in the docstring, expected "
            f"{wanted} as in the signature. Document these."
        ]
    results = promises(docstring, "Returns")
    return sorted(
        {line for case in _calls(exercise, arguments, results) for line in case}
    )


def promises(docstring: str, section: str) -> Promises:
    """Pairs of name and type text in one section of a numpydoc docstring."""
    parts = HEADING.split(inspect.cleandoc(docstring))
    text = dict(zip(parts[1::2], parts[2::2], strict=True)).get(section, "")
    found = []
    for line in text.splitlines():
        entry = ENTRY.match(line)
        if entry:
            found += [(name, entry[2]) for name in entry[1].split(", ")]
    return found


def _calls(
    exercise: Exercise, arguments: Promises, results: Promises
) -> Iterator[list[str]]:
    """Complaints case by case."""
    for case in exercise.cases(np.random.default_rng(SEED)):
        sizes: dict[str, int] = {}
        where = f"{exercise.name}, case {case.title!r}"
        given = materialise(case.args)
        told = dict(arguments)
        yield _untrue(where, [(k, told[k], v) for k, v in given.items()], sizes)
        try:
            with np.errstate(all="ignore"):
                result = exercise.reference(**given)
        except Exception:
            continue  # the case wants the exception
        yield _untrue(where, _named(results, result), sizes)


def _named(results: Promises, value: Any) -> list[tuple[str, str, Any]]:
    """Each promised result with its value: entries of a tuple or dict, or the one."""
    if isinstance(value, tuple) and len(results) == len(value) > 1:
        return [(n, t, v) for (n, t), v in zip(results, value, strict=True)]
    if isinstance(value, dict) and all(name in value for name, _ in results):
        return [(name, text, value[name]) for name, text in results]
    return [(name, text, value) for name, text in results[:1]]


def _untrue(
    where: str, values: list[tuple[str, str, Any]], sizes: dict[str, int]
) -> list[str]:
    """Complaints about promised types and shapes; sizes are learnt on the way."""
    lines = []
    for name, text, value in values:
        if not _is_of_type(value, text):
            lines.append(
                f"{where}: got {name} of type {type(value).__name__}, expected "
                f"{text!r} as its docstring says. Correct one of them."
            )
        shape = SHAPE.search(text)
        if shape and isinstance(value, np.ndarray):
            symbols = [part.strip() for part in shape[1].split(",") if part.strip()]
            if not _fits(value.shape, symbols, sizes):
                lines.append(
                    f"{where}: got {name} of shape {value.shape}, expected "
                    f"({', '.join(symbols)}) with {sizes}. Correct the docstring or "
                    "the case."
                )
    return lines


def _is_of_type(value: Any, text: str) -> bool:
    """Whether a value is of a type as in "float or ndarray of any shape"."""
    words = [re.split(r"\W", part)[0] for part in re.split(r",? or ", text)]
    if not all(word in TYPES for word in words):
        return True
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    return any(isinstance(value, TYPES[word]) for word in words)


def _fits(shape: tuple[int, ...], symbols: list[str], sizes: dict[str, int]) -> bool:
    """Whether a shape agrees with its symbols; a new symbol takes its size."""
    if len(shape) != len(symbols):
        return False
    for size, symbol in zip(shape, symbols, strict=True):
        if symbol.isdigit() and int(symbol) != size:
            return False
        if symbol.isidentifier() and sizes.setdefault(symbol, size) != size:
            return False
    return True
