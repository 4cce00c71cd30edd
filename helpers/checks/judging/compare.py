"""Comparing a result with the reference's, and saying where they part."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.checks.judging.tolerance import allowance, width_of
from helpers.checks.values import Outcome, Symbols

Names = list[tuple[str, Symbols | None]]


@dataclass(frozen=True)
class Difference:
    """The first place where a result is not the wanted one.

    Parameters
    ----------
    kind : {"raised", "type", "shape", "keys", "length", "value", "finite"}
    where : str
        The part of the result, and the axis or entry, in words.
    came, wanted : str
        With values, for visible cases.
    came_shape, wanted_shape : str
        Without values, for hidden cases.
    pair : tuple
        The two values at that place.
    """

    kind: str
    where: str
    came: str
    wanted: str
    came_shape: str
    wanted_shape: str
    pair: tuple[Any, Any] = (None, None)


def difference(
    actual: Outcome, expected: Outcome, slack: Any, names: Names, width: int = 8
) -> Difference | None:
    """First difference of two outcomes, or None where they agree."""
    if expected.kind == "raised" or actual.kind != "value":
        if actual.kind == expected.kind == "raised" and actual.error == expected.error:
            return None
        return _make("raised", "", actual, expected)
    width = min(width, width_of(actual.value), width_of(expected.value))
    path = names[0][0] if len(names) == 1 else ""
    symbols = names[0][1] if len(names) == 1 else None
    if len(names) > 1 and isinstance(expected.value, tuple):
        return _items(actual.value, expected.value, slack, names, width, "")
    return _compare(actual.value, expected.value, slack, path, symbols, width)


def _compare(
    came: Any, wanted: Any, slack: Any, path: str, symbols: Symbols | None, width: int
) -> Difference | None:
    if isinstance(wanted, dict):
        return _mapping(came, wanted, slack, path, width)
    if isinstance(wanted, list | tuple):
        blank: Names = [("", None)] * len(wanted)
        return _items(came, wanted, slack, blank, width, path)
    if wanted is None or isinstance(wanted, str | set):
        same = type(came) is type(wanted) and came == wanted
        return None if same else _make("value", path, came, wanted)
    return _numbers(came, wanted, slack, path, symbols, width)


def _mapping(
    came: Any, wanted: dict[str, Any], slack: Any, path: str, width: int
) -> Difference | None:
    if not isinstance(came, dict):
        return _make("type", path, came, wanted)
    if set(came) != set(wanted):
        return _make("keys", path, came, wanted)
    for key, value in wanted.items():
        place = f"{path}[{key!r}]" if path else f"{key!r}"
        found = _compare(came[key], value, slack[key], place, None, width)
        if found:
            return found
    return None


def _items(
    came: Any, wanted: Any, slack: Any, names: Names, width: int, path: str
) -> Difference | None:
    if isinstance(came, np.ndarray) and came.ndim == 1 and isinstance(wanted, list):
        came = list(came)
    if not isinstance(came, list | tuple):
        return _make("type", path, came, wanted)
    if len(came) != len(wanted):
        return _make("length", path, came, wanted)
    for i, (ours, theirs) in enumerate(zip(came, wanted, strict=True)):
        name, symbols = names[i] if i < len(names) else ("", None)
        place = name or (f"{path}[{i}]" if path else f"result {i + 1}")
        found = _compare(ours, theirs, slack[i], place, symbols, width)
        if found:
            return found
    return None


def _numbers(
    came: Any, wanted: Any, slack: Any, path: str, symbols: Symbols | None, width: int
) -> Difference | None:
    if not isinstance(came, np.ndarray | np.generic | bool | int | float | complex):
        return _make("type", path, came, wanted)
    if isinstance(came, np.ndarray | np.generic) and came.dtype.kind not in "biufc":
        return _make("type", path, came, wanted)
    ours, theirs = _array(came), np.asarray(wanted)
    if isinstance(came, list) or ours.shape != theirs.shape:
        return _make("shape", _axis(path, symbols, ours, theirs), came, wanted)
    if ours.dtype.kind == "c" and theirs.dtype.kind != "c":
        return _make("type", path, came, wanted)
    exact = ours.astype(theirs.dtype if theirs.dtype.kind == "c" else float)
    goal = theirs.astype(exact.dtype)
    bad = _bad(exact, goal, slack, width)
    if not bad.any():
        return None
    first = tuple(int(i) for i in np.argwhere(bad)[0]) if bad.ndim else ()
    finite = np.isfinite(exact[first]) or not np.isfinite(goal[first])
    place = path + (f"[{', '.join(map(str, first))}]" if first else "")
    if symbols and len(symbols) == len(first):
        place += f", axes ({', '.join(symbols)})"
    return _make(
        "value" if finite else "finite",
        place,
        came,
        wanted,
        (exact[first], goal[first]),
    )


def _array(value: Any) -> np.ndarray:
    """A number or array as an array; a whole number too large for one is infinite."""
    found = np.asarray(value)
    if found.dtype.kind != "O":
        return found
    try:
        return np.asarray(float(value))
    except OverflowError:
        return np.asarray(math.inf if value > 0 else -math.inf)


def _bad(ours: np.ndarray, theirs: np.ndarray, slack: Any, width: int) -> np.ndarray:
    if np.shape(slack) != theirs.shape:
        slack = 0.0  # the slack of another shape: a known mistake, not the reference
    with np.errstate(all="ignore"):
        near = np.abs(ours - theirs) <= allowance(theirs, slack, width)
    odd = ~np.isfinite(theirs)
    same_odd = (ours == theirs) | (np.isnan(ours) & np.isnan(theirs))
    bad: np.ndarray = ~np.where(odd, same_odd, near)
    return bad


def _axis(
    path: str, symbols: Symbols | None, ours: np.ndarray, theirs: np.ndarray
) -> str:
    """The part of the result and the first axis that differs, by its name."""
    if ours.ndim != theirs.ndim:
        return path
    axis = next(i for i in range(ours.ndim) if ours.shape[i] != theirs.shape[i])
    named = symbols and len(symbols) == ours.ndim and not symbols[axis].isdigit()
    name = f" ({symbols[axis]})" if named and symbols else ""
    place = f"axis {axis}{name}"
    return f"{path}, {place}" if path else place


def _make(
    kind: str,
    where: str,
    came: Any,
    wanted: Any,
    entries: tuple[Any, Any] | None = None,
) -> Difference:
    return Difference(
        kind,
        where,
        describe(came, entries and entries[0]),
        describe(wanted, entries and entries[1]),
        shape_of(came),
        shape_of(wanted),
        (came, wanted),
    )


def describe(value: Any, entry: Any = None) -> str:
    """A value in a few words: small ones whole, large ones by shape and one entry."""
    if isinstance(value, Outcome):
        return describe(value.value) if value.kind == "value" else shape_of(value)
    if isinstance(value, np.ndarray):
        if value.size <= 16:
            return np.array2string(value, precision=5, suppress_small=True)
        return f"{shape_of(value)}" + (f" with {entry:.6g} there" if entry else "")
    if isinstance(value, float):
        return f"{value:.8g}"
    if isinstance(value, list | tuple | dict | set) and _parts(value) > 100:
        return shape_of(value)
    text = repr(_rounded(value))
    return text if len(text) <= 200 else f"{text[:197]}..."


def _parts(value: Any) -> int:
    """Parts of a value, counted no further than is needed to call it long."""
    if not isinstance(value, list | tuple | dict | set):
        return 1
    parts = list(value.values() if isinstance(value, dict) else value)
    if len(parts) > 100:
        return len(parts)
    return sum(map(_parts, parts))


def _rounded(value: Any) -> Any:
    if isinstance(value, np.generic | np.ndarray) and value.ndim == 0:
        value = value.item()
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_rounded(part) for part in value)
    if isinstance(value, np.ndarray) and value.size <= 16:
        return [_rounded(part) for part in value.tolist()]
    return value


def shape_of(value: Any) -> str:
    """A value's type and shape, without its numbers."""
    if isinstance(value, Outcome):
        if value.kind == "value":
            return shape_of(value.value)
        return value.error if value.kind == "raised" else value.text or value.kind
    if isinstance(value, np.ndarray):
        kind = "" if value.dtype.kind in "biuf" else f" of dtype {value.dtype}"
        return f"array of shape {value.shape}{kind}"
    if isinstance(value, dict):
        keys = ", ".join(sorted(repr(key) for key in value)[:8])
        return f"dict with keys {keys}"
    if isinstance(value, list | tuple):
        return f"{type(value).__name__} of {len(value)}"
    if value is None:
        return "None"
    if isinstance(value, bool | int | float | np.generic):
        return "a number"
    return f"a {type(value).__name__}"
