"""Another processor, as far as it can be played here: inputs moved by rounding."""

from dataclasses import replace

import numpy as np

SHORT = 1024  # whole multiples of its inverse are exact where they are added


def elsewhere(assignment, seed):
    """The assignment with every float in every case one unit off in its last place.

    The direction hangs on the number and the seed, so that equal numbers stay equal:
    a processor gives the same for the same. Short numbers (3, 0.25) stay: sums and
    products of these are exact on every processor, and ties are built from them.
    """
    key = np.random.default_rng(seed).integers(2**63, dtype=np.uint64) | np.uint64(1)
    moved = [replace(e, cases=_moved(e.cases, key)) for e in assignment.exercises]
    return replace(assignment, exercises=tuple(moved))


def _moved(cases, key):
    def generate(rng):
        return (replace(case, args=nudge(case.args, key)) for case in cases(rng))

    return generate


def nudge(value, key):
    """The value with each float in it moved to a neighbour in its own precision."""
    if isinstance(value, dict):
        return {name: nudge(part, key) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(nudge(part, key) for part in value)
    if isinstance(value, float) and not isinstance(value, np.floating):
        return float(nudge(np.float64(value), key))
    if getattr(value, "dtype", np.dtype(int)).kind != "f":
        return value
    moved = np.array(value, order="K")
    flat = np.abs(moved.astype(float)).ravel(order="C")
    away = (flat.view(np.uint64) * key >> np.uint64(63)).reshape(moved.shape)
    ends = np.where(away == 1, np.copysign(np.inf, moved), 0).astype(moved.dtype)
    with np.errstate(all="ignore"):
        short = moved * SHORT % 1 == 0
    still = short | ~np.isfinite(moved)
    moved[...] = np.where(still, moved, np.nextafter(moved, ends))
    return moved if isinstance(value, np.ndarray) else moved[()]
