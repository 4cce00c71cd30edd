"""How far from the reference a right answer may be.

One policy, no number per test. A result may differ from the reference by

    rtol * (|wanted| + 0.001 * largest |wanted|) + 32 * slack

rtol is 1e-6 for double precision, 1e-4 for single, 1e-2 for half: whichever of the
result, the reference and the inputs is coarsest decides. A wanted 0 is met within
rtol / 1000. slack is measured, not guessed: how much the reference's own output moves
when each input is nudged by one unit in the last place of single precision. So a
well-conditioned sum is judged tightly, a long training loosely, and an answer computed
in float32 is right. Whole numbers have no slack: where a tie decides, it is a case.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.checks.values import materialise

RTOL = {2: 1e-2, 4: 1e-4, 8: 1e-6}
NUDGE = 2.0**-24
SLACK = 32.0


def allowance(wanted: np.ndarray, slack: np.ndarray | float, width: int) -> Any:
    """Largest permitted distance from each wanted number.

    Parameters
    ----------
    wanted : ndarray
    slack : ndarray or float
        Movement of the reference's output under the nudge.
    width : int
        Bytes per number of the coarsest precision at hand: 2, 4 or 8.
    """
    size = np.where(np.isfinite(wanted), np.abs(wanted), 0.0)
    largest = size.max(initial=0.0)
    size = size + 1e-3 * np.where(wanted == 0, max(largest, 1.0), largest)
    return RTOL[width] * size + SLACK * np.asarray(slack)


def width_of(*values: Any) -> int:
    """Bytes per number of the coarsest floating type among the values."""
    widths = [8]
    for value in values:
        if isinstance(value, np.ndarray | np.generic) and value.dtype.kind == "f":
            widths.append(min(value.dtype.itemsize, 8))
        elif isinstance(value, dict):
            widths.append(width_of(*value.values()))
        elif isinstance(value, list | tuple):
            widths.append(width_of(*value))
    return min(widths)


def measure_slack(
    reference: Callable[..., Any], args: dict[str, Any], result: Any
) -> Any:
    """How far the reference's output moves when its inputs are nudged.

    Returns
    -------
    slack : object
        Built like `result`, with a distance in the place of each number.
    """
    rng = np.random.default_rng(0)
    slack = None
    for _ in range(2):
        nudged = {name: _nudge(materialise(v), rng) for name, v in args.items()}
        try:
            with np.errstate(all="ignore"):
                moved = reference(**nudged)
        except Exception:
            return distance(result, result)
        slack = _largest(slack, distance(moved, result))
    return slack


def distance(moved: Any, result: Any) -> Any:
    """Absolute difference of two results of one structure, number by number."""
    if isinstance(result, dict):
        same = isinstance(moved, dict)
        return {k: distance(moved[k] if same else v, v) for k, v in result.items()}
    if isinstance(result, list | tuple):
        if not isinstance(moved, list | tuple) or len(moved) != len(result):
            moved = result
        return [distance(a, b) for a, b in zip(moved, result, strict=True)]
    if isinstance(result, str) or result is None:
        return 0.0
    if np.asarray(result).dtype.kind in "biu":
        return np.zeros(np.shape(result))
    with np.errstate(invalid="ignore"):
        apart = np.abs(np.asarray(moved, float) - np.asarray(result, float))
    return np.where(np.isfinite(apart), apart, 0.0)


def _largest(a: Any, b: Any) -> Any:
    if a is None:
        return b
    if isinstance(b, dict):
        return {key: _largest(a[key], b[key]) for key in b}
    if isinstance(b, list):
        return [_largest(x, y) for x, y in zip(a, b, strict=True)]
    return np.maximum(a, b)


def _nudge(value: Any, rng: np.random.Generator) -> Any:
    if isinstance(value, float):
        return value * (1 + NUDGE * rng.choice((-1, 1)))
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        signs = rng.choice((-1.0, 1.0), value.shape)
        return (value * (1 + NUDGE * signs)).astype(value.dtype)
    if isinstance(value, list | tuple):
        return type(value)(_nudge(part, rng) for part in value)
    if isinstance(value, dict):
        return {key: _nudge(part, rng) for key, part in value.items()}
    return value
