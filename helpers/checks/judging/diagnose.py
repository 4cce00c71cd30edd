"""From a wrong result to the likely mistake, in words."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from helpers.checks.judging.compare import Difference
from helpers.checks.values import Outcome

NO_NUMBER = (
    "use float(...) or .item() when a single number is wanted, not an array with "
    "one entry in it."
)


def side_effect(outcomes: Sequence[Outcome], alias: Sequence[bool]) -> str:
    """The first thing besides the result that the function touches, in words."""
    for outcome, allowed in zip(outcomes, alias, strict=True):
        if outcome.mutated:
            return (
                f"The function changes its argument `{outcome.mutated[0]}`. Work on a "
                "copy, or write W = W - ... instead of W -= ..."
            )
        if outcome.random:
            return (
                "The function changes NumPy's global random state. Draw only from a "
                "generator that it is given."
            )
        if outcome.reads:
            return (
                f"The function reads the notebook's variable `{outcome.reads[0]}`. "
                "Use its own arguments only: elsewhere that variable is another one, "
                "or none."
            )
        if outcome.aliased and not allowed:
            return (
                f"The result shares memory with its argument `{outcome.aliased[0]}`: "
                "a change to one changes the other. Return a new array."
            )
    return ""


def explain(actual: Outcome, found: Difference) -> str:
    """What probably went wrong, from the two values alone; empty if unclear."""
    if actual.kind != "value":
        return _no_value(actual, found)
    came, wanted = found.pair
    if came is None and wanted is not None:
        return (
            "The function returns None. Is the last line a `return`? A print shows a "
            "value, but does not hand it back."
        )
    if found.kind == "keys":
        return _keys(came, wanted)
    if found.kind == "length":
        return f"It returns {len(came)} values where {len(wanted)} are wanted."
    if found.kind == "type":
        return _type(came, wanted)
    if found.kind == "shape":
        return _shape(np.asarray(came), np.asarray(wanted))
    if found.kind == "finite":
        return (
            "A number is not finite: something overflows, or a logarithm or a "
            "division meets 0."
        )
    return _numbers(came, wanted)


def _no_value(actual: Outcome, found: Difference) -> str:
    if actual.kind == "value":
        return ""
    if actual.kind == "odd":
        return (
            f"The result cannot be compared: {actual.text}. Return numbers, arrays, "
            "or tuples and dicts of them."
        )
    if actual.error == "NotImplementedError":
        return "It is not written yet: take the line `raise NotImplementedError` out."
    if actual.kind == "raised":
        at = f" at `{actual.line}`" if actual.line else ""
        return f"It stops with {actual.error}: {actual.text}{at}."
    return actual.text or f"No result: {actual.kind}."


def _keys(came: dict[Any, Any], wanted: dict[Any, Any]) -> str:
    missing = [str(key) for key in wanted if key not in came]
    extra = [str(key) for key in came if key not in wanted]
    parts = [f"missing: {', '.join(missing)}"] if missing else []
    parts += [f"not wanted: {', '.join(extra)}"] if extra else []
    return f"The keys of the dict differ ({'; '.join(parts)})."


def _type(came: Any, wanted: Any) -> str:
    if isinstance(came, list | tuple) and isinstance(wanted, np.ndarray):
        return "It returns a list. Wrap it in np.array(...)."
    if isinstance(wanted, tuple):
        return f"Return {len(wanted)} values, separated by commas."
    return ""


def _shape(came: np.ndarray, wanted: np.ndarray) -> str:
    if wanted.ndim == 0:
        return (
            f"One number is wanted: {NO_NUMBER}"
            if came.size == 1
            else ("One number is wanted: is a sum or a mean missing?")
        )
    if came.ndim == 2 and came.T.shape == wanted.shape:
        return "The shape is the transposed one: rows and columns are swapped."
    if came.ndim == 1 and wanted.ndim == 2:
        return (
            "This is a rank-1 array. Keep two axes: keepdims=True in a sum, or "
            ".reshape(-1, 1)."
        )
    if came.ndim == wanted.ndim - 1:
        return "One axis is lost. Does a sum or mean need keepdims=True?"
    return ""


def _numbers(came: Any, wanted: Any) -> str:
    try:
        ours, theirs = np.asarray(came, float), np.asarray(wanted, float)
    except (TypeError, ValueError, OverflowError):
        return ""
    if ours.shape != theirs.shape or not ours.size:
        return ""
    for test, words in _RELATIONS:
        with np.errstate(all="ignore"):
            if test(ours, theirs):
                return words
    return _scaled(ours, theirs)


def _close(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(np.allclose(a, b, rtol=1e-5, atol=1e-9))


def _square(a: np.ndarray) -> bool:
    return a.ndim == 2 and a.shape[0] == a.shape[1] > 1


_Relation = tuple[Callable[[np.ndarray, np.ndarray], bool], str]
_RELATIONS: list[_Relation] = [
    (lambda a, b: _close(a, -b), "The sign is the other way round."),
    (
        lambda a, b: _square(a) and _close(a.T, b),
        "The values are right but transposed: rows and columns are swapped.",
    ),
    (
        lambda a, b: (
            a.size > 1
            and not _close(b, np.roll(b, 1))
            and (_close(a, np.roll(b, 1)) or _close(a, np.roll(b, -1)))
        ),
        "The values are right but one place off.",
    ),
    (
        lambda a, b: _close(a, 1 - b),
        "Each value is 1 minus the wanted one.",
    ),
    (lambda a, b: not a.any() and bool(b.any()), "Everything is zero."),
]


def _scaled(ours: np.ndarray, theirs: np.ndarray) -> str:
    """A constant factor between the two, where there is one."""
    used = (theirs != 0) & np.isfinite(theirs)
    if not used.any() or not np.isfinite(ours).all():
        return ""
    ratios = ours[used] / theirs[used]
    k = float(ratios.flat[0])
    if ours.size < 2 or not np.allclose(ratios, k, rtol=1e-5) or ours[~used].any():
        return ""
    return f"Every value is {k:.4g} times the wanted one: is a factor missing?"
