"""Whether two files of exercises hold the same, but for rounding.

Two processors differ in the last bits of an exponential or a product. A built file
that says the same is left as it is, so that version control shows real changes only.
"""

import io
from typing import Any

import h5py
import numpy as np

from helpers.checks.judging import load_tree

CLOSE = 1e-9  # of the largest magnitude in an array
FLOOR = 1e-12  # below it there is nothing but rounding around zero
LOOSE = 1e-3  # for slack, which bounds a result and is made of small differences


def same_exercises(old: bytes, new: bytes) -> bool:
    """Whether two HDF5 files of exercises agree; False when one is damaged."""
    if old == new:
        return True
    try:
        return same_values(_content(old), _content(new))
    except (OSError, KeyError, ValueError):
        return False


def _content(data: bytes) -> list[Any]:
    with h5py.File(io.BytesIO(data)) as file:
        groups = {
            name: [dict(group.attrs), load_tree(group)] for name, group in file.items()
        }
        return [dict(file.attrs), groups]


def same_values(a: Any, b: Any, close: float = CLOSE) -> bool:
    """Whether two trees of plain data agree: floats nearly, all else exactly."""
    if isinstance(a, dict) and isinstance(b, dict):
        loose = {"slack": LOOSE}
        return list(a) == list(b) and all(
            same_values(a[key], b[key], loose.get(key, close)) for key in a
        )
    if isinstance(a, list | tuple):
        return (
            type(a) is type(b)
            and len(a) == len(b)
            and all(same_values(x, y, close) for x, y in zip(a, b, strict=True))
        )
    if isinstance(a, np.ndarray | np.generic | float):
        return type(a) is type(b) and _same_numbers(np.asarray(a), np.asarray(b), close)
    return type(a) is type(b) and a == b


def _same_numbers(a: np.ndarray, b: np.ndarray, close: float) -> bool:
    if a.shape != b.shape or a.dtype != b.dtype:
        return False
    if a.dtype.kind not in "fc":
        return bool(np.all(a == b))
    finite = np.isfinite(a)
    if not np.array_equal(a[~finite], b[~finite], equal_nan=True):
        return False
    scale = float(np.abs(a[finite]).max(initial=0.0))
    close = max(close, 32 * float(np.finfo(a.dtype).eps))
    bound = max(close * scale, FLOOR)
    return bool(np.all(np.abs(a[finite] - b[finite]) <= bound))
