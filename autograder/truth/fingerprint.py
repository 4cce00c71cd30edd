"""Whether made-again inputs are the ones that outputs were frozen for.

Two processors may differ in the last bits of an exponential or a product. So what is
exact (titles, flags, shapes, whole numbers) is compared as a hash, and what is
measured as a few numbers, within a tolerance.
"""

import hashlib
from typing import Any

import numpy as np

from helpers.checks.values import Case, encode

CLOSE = 1e-6  # far above rounding in single precision sums, far below another draw

Fingerprint = dict[str, Any]


def take(case: Case) -> Fingerprint:
    """Fingerprint of a case: its title, flags and arguments.

    Returns
    -------
    fingerprint : dict
        ``exact``: a hash; ``sums``: shape (k, 2), for each floating-point part a
        weighted sum and the sum of the magnitudes in it.
    """
    sums: list[tuple[float, float]] = []
    exact = encode(_exact({**vars(case)}, sums))
    digest = hashlib.sha256(exact).hexdigest()[:16]
    return {"exact": digest, "sums": np.array(sums, float).reshape(-1, 2)}


def same(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two fingerprints are those of the same case."""
    if one["exact"] != other["exact"]:
        return False
    a, b = np.asarray(one["sums"]), np.asarray(other["sums"])
    if a.shape != b.shape:
        return False
    with np.errstate(invalid="ignore"):
        near = np.abs(a - b) <= CLOSE * np.maximum(a[:, 1:], b[:, 1:])
    return bool((near | (a == b) | (np.isnan(a) & np.isnan(b))).all())


def _exact(value: Any, sums: list[tuple[float, float]]) -> Any:
    """The value with its floating-point parts taken out, into the sums."""
    if isinstance(value, dict):
        return {key: _exact(part, sums) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(part, sums) for part in value]
    if isinstance(value, float | np.floating) or (
        isinstance(value, np.ndarray) and value.dtype.kind == "f"
    ):
        sums.append(_weigh(np.asarray(value, float).ravel(order="C")))
        return [np.asarray(value).dtype.str, list(np.shape(value))]
    return value


def _weigh(flat: Any) -> tuple[float, float]:
    """A sum that changes when numbers change or change places, and its scale."""
    weights = 1 + np.arange(flat.size) % 97 / 97
    with np.errstate(all="ignore"):
        return float(flat @ weights), float(np.abs(flat) @ weights)
