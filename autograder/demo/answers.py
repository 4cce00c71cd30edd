"""Answers of the bank as text that can stand in a notebook."""

import ast
import inspect
import textwrap
import types
from collections.abc import Callable
from typing import Any

from autograder.paths import module_file
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.functions import function_text, without_marks


def solution(assignment: Assignment, name: str) -> str:
    """The reference's function, as the solution is written."""
    text = function_text(module_file("reference", assignment.stem), name)
    return without_marks(text).rstrip()


def answer_text(function: Callable[..., Any], assignment: Assignment) -> str:
    """An answer of the bank with the helpers that it calls, ready to run.

    Earlier graded functions are left out: the notebook has the learner's own.
    """
    graded = {exercise.name for exercise in assignment.exercises}
    parts: dict[str, str] = {}
    _collect(function, graded, parts)
    return "\n\n\n".join([*parts.values(), _source(function)])


def _collect(function: Any, graded: set[str], parts: dict[str, str]) -> None:
    for name in _names(function.__code__):
        value = function.__globals__.get(name)
        if name in graded or name in parts or name == "np" or value is None:
            continue
        if isinstance(value, types.ModuleType):
            parts[name] = f"import {value.__name__} as {name}"
        elif isinstance(value, types.FunctionType):
            parts[name] = ""
            _collect(value, graded, parts)
            del parts[name]
            parts[name] = _source(value)
        elif not callable(value):
            parts[name] = f"{name} = {value!r}"


def _names(code: types.CodeType) -> list[str]:
    inner = [const for const in code.co_consts if inspect.iscode(const)]
    names = [*code.co_names, *(name for const in inner for name in _names(const))]
    return list(dict.fromkeys(names))


def _source(function: Callable[..., Any]) -> str:
    """The text of one function without its decorators."""
    text = textwrap.dedent(inspect.getsource(function))
    node = ast.parse(text).body[0]
    return "\n".join(text.splitlines()[node.lineno - 1 :]).rstrip()


def spoilt(exercise: Exercise, body: str) -> str:
    """A function of the right name and arguments with another body."""
    head = f"def {exercise.name}{inspect.signature(exercise.reference)}:"
    return f"{head}\n{textwrap.indent(body, '    ')}"
