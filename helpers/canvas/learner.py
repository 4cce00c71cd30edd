"""Calls of the learner's functions, with trouble told in plain words."""

import io
import math
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

import numpy as np


class Trouble(Exception):
    """Something the learner should read inside the widget's frame."""


def call(function: Callable[..., Any], *args: Any) -> Any:
    """Result of the learner's function; warnings and prints are kept away.

    Parameters
    ----------
    function : callable
    *args
        Arrays are copied first, so that a change in place harms nothing.

    Raises
    ------
    Trouble
        When the function raises, or returns None.
    """
    name = name_of(function)
    args = tuple(a.copy() if isinstance(a, np.ndarray) else a for a in args)
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            with redirect_stdout(io.StringIO()):
                result = function(*args)
    except Trouble:
        raise
    except NotImplementedError as error:
        text = f"{_where(error) or name} is not written yet."
        advice = "Write it above, then run this cell again."
        raise Trouble(f"{text} {advice}") from None
    except Exception as error:
        raise Trouble(f"{name} raises {type(error).__name__}: {error}") from None
    if result is None:
        raise Trouble(f"{name} returns None. End it with a return.")
    return result


def _where(error: BaseException) -> str:
    """Name of the function that raised: a stub may be called by another function."""
    trace, name = error.__traceback__, ""
    while trace is not None:
        name, trace = trace.tb_frame.f_code.co_name, trace.tb_next
    return "" if name in ("<lambda>", "call") else name


def name_of(function: Callable[..., Any]) -> str:
    """Name of a function, as the learner wrote it."""
    return str(getattr(function, "__name__", "the function"))


def as_float(value: Any, where: str) -> float:
    """One number from a result.

    Parameters
    ----------
    value : object
    where : str
        What it is, for the message: "dw of propagate".
    """
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        wrong = f"{where}: got {type(value).__name__}, expected a number."
        raise Trouble(wrong) from None
    if array.size != 1:
        raise Trouble(f"{where}: got shape {array.shape}, expected one number.")
    return float(array.reshape(()))


def as_parts(value: Any, names: tuple[str, ...], where: str) -> tuple[Any, ...]:
    """Result that must be a tuple of so many parts."""
    if not isinstance(value, tuple | list) or len(value) != len(names):
        got = f"{len(value)} parts" if isinstance(value, tuple | list) else "one part"
        raise Trouble(f"{where}: got {got}, expected ({', '.join(names)}).")
    return tuple(value)


def as_numbers(value: Any, names: tuple[str, ...], where: str) -> dict[str, float]:
    """Result that must be a dict with a number under each name."""
    if not isinstance(value, dict):
        raise Trouble(f"{where}: got {type(value).__name__}, expected a dict.")
    missing = [name for name in names if name not in value]
    if missing:
        raise Trouble(f"{where}: the key {missing[0]!r} is missing.")
    return {name: as_float(value[name], f"{where}, {name!r}") for name in names}


def differs(value: float, wanted: float, tolerance: float = 1e-6) -> bool:
    """Whether two numbers differ more than rounding explains."""
    return not math.isclose(value, wanted, rel_tol=tolerance, abs_tol=tolerance)
