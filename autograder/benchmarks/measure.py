"""One measurement, and the ways to take a time."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

STEM = "c1w2_logistic_regression"


@dataclass(frozen=True)
class Measured:
    """One number and what was measured beside it.

    Parameters
    ----------
    key : str
        Name in results.json.
    value : float
    unit : str
        ``"x"`` for a ratio.
    ours, other : str
        The two sides as a reader wants them.
    ratio : float or None
        Ours by the other side's where both are times; None where there is none.
    """

    key: str
    value: float
    unit: str
    ours: str
    other: str = ""
    ratio: float | None = None


def seconds(call: Callable[[], Any]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def in_turns(times: int, *calls: Callable[[], Any]) -> list[float]:
    """Median wall time of each call, all taken in turns: noise meets them alike."""
    rounds = [[seconds(call) for call in calls] for _ in range(times)]
    return [median(column) for column in zip(*rounds, strict=True)]
