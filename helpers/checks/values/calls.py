"""Calling a learner's function, and seeing what it does besides."""

import contextlib
import copy
import io
import linecache
import os
import time
import traceback
import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.checks.values.case import Rng, Source
from helpers.checks.values.codec import CodecError, flatten, restore
from helpers.checks.values.dice import dice_state
from helpers.checks.values.outcome import Outcome
from helpers.swap import rebind

STANDARD = os.path.dirname(os.__file__)
CONSTANTS = (int, float, complex, str, bytes, bool, type(None))


def materialise(value: Any) -> Any:
    """Fresh arguments: arrays copied, sources evaluated, generators seeded."""
    if isinstance(value, Source):
        return eval(value.text, {"np": np})  # noqa: S307, written by the course
    if isinstance(value, Rng):
        return np.random.default_rng(value.seed)
    if isinstance(value, list | tuple):
        return type(value)(materialise(part) for part in value)
    if isinstance(value, dict):
        return {key: materialise(part) for key, part in value.items()}
    return copy.copy(value)


def observe(
    function: Callable[..., Any],
    args: dict[str, Any],
    replace: dict[str, Callable[..., Any]] | None = None,
) -> Outcome:
    """Call a function and report its result and its side effects.

    The function first runs with the notebook's data out of its reach. When it
    needs some of it, it runs again as it is, and the outcome says what it read.

    Parameters
    ----------
    function : callable
    args : dict
        Keyword arguments as a `Case` holds them.
    replace : dict
        Functions to be met under these names in place of the notebook's own.
    """
    outcome = _call(isolate(function, replace), args)
    name = _missing_name(outcome, function)
    if name:
        outcome = _call(function, args)
        outcome.reads = [name]
    return outcome


def isolate(
    function: Callable[..., Any], replace: dict[str, Callable[..., Any]] | None = None
) -> Callable[..., Any]:
    """The same function in a namespace without the notebook's data."""
    if not isinstance(function, types.FunctionType) or _of_library(function):
        return function
    old = function.__globals__
    new = {name: value for name, value in old.items() if _keep(name, value)}
    for name, value in list(new.items()):
        if isinstance(value, types.FunctionType) and value.__globals__ is old:
            new[name] = rebind(value, new)
    new |= replace or {}
    return rebind(function, new)


def _of_library(function: types.FunctionType) -> bool:
    """Whether a decorator put a library's wrapper in the place of the function."""
    file = str(function.__globals__.get("__file__") or "")
    return "site-packages" in file or file.startswith(STANDARD)


def _keep(name: str, value: Any) -> bool:
    if name.startswith("__"):
        return True
    if name.startswith("_"):
        return callable(value)
    if isinstance(value, types.ModuleType) or callable(value):
        return True
    constant = isinstance(value, CONSTANTS) or (
        isinstance(value, tuple) and all(isinstance(part, CONSTANTS) for part in value)
    )
    return constant or name.isupper()


def _missing_name(outcome: Outcome, function: Callable[..., Any]) -> str:
    """The notebook's variable whose absence made the call fail, else empty."""
    if outcome.error not in ("NameError", "UnboundLocalError"):
        return ""
    known = getattr(function, "__globals__", {})
    quoted = outcome.text.split("'")
    return quoted[1] if len(quoted) > 2 and quoted[1] in known else ""


def _call(function: Callable[..., Any], args: dict[str, Any]) -> Outcome:
    given = {name: materialise(value) for name, value in args.items()}
    before = {name: _snapshot(value) for name, value in given.items()}
    state = dice_state()
    start = time.perf_counter()
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"),
    ):
        warnings.simplefilter("always")
        try:
            outcome = _plain(function(**given), given)
        except Exception as error:
            outcome = _raised(error)
    outcome.seconds = time.perf_counter() - start
    outcome.warned = sorted({str(w.message)[:200] for w in caught[:100]})[:5]
    outcome.mutated = [n for n, v in given.items() if _snapshot(v) != before[n]]
    outcome.random = dice_state() != state
    return outcome


def _plain(result: Any, given: dict[str, Any]) -> Outcome:
    try:
        value = restore(*flatten(result))
    except CodecError as error:
        return Outcome("odd", text=str(error))
    aliased = [
        name
        for name, argument in given.items()
        if any(
            np.may_share_memory(ours, theirs)
            for ours in _arrays_in(result)
            for theirs in _arrays_in(argument)
        )
    ]
    return Outcome("value", value=value, aliased=aliased)


def _raised(error: Exception) -> Outcome:
    """The error, and the deepest of the learner's own lines."""
    line = inside = ""
    for frame in traceback.extract_tb(error.__traceback__):
        own = ("ipykernel_" in frame.filename) or frame.filename.startswith("<")
        if own and not frame.filename.startswith("<__array_function__"):
            line = frame.line or linecache.getline(frame.filename, frame.lineno or 0)
            inside = frame.name
    outcome = Outcome("raised", error=type(error).__name__, text=str(error)[:500])
    outcome.line, outcome.inside = line.strip(), inside
    return outcome


def _snapshot(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, list | tuple):
        return [_snapshot(part) for part in value]
    if isinstance(value, dict):
        return {key: _snapshot(part) for key, part in value.items()}
    return None if isinstance(value, np.random.Generator) else repr(value)


def _arrays_in(value: Any) -> list[np.ndarray]:
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [array for part in value for array in _arrays_in(part)]
    return []
