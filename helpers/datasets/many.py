"""Points in the plane with many classes: X of shape (2, m), Y of shape (1, m)."""

import numpy as np
from numpy.typing import NDArray

Seed = int | np.random.Generator
Set = tuple[NDArray[np.float64], NDArray[np.int64]]


def make_clouds(
    m: int = 240, classes: int = 4, *, seed: Seed = 0, noise: float = 0.35
) -> Set:
    """Clouds evenly around the origin, one per class; lines separate them.

    Parameters
    ----------
    m : int
        Number of points, about equally many of each class.
    classes : int
        Number of classes; labels are 0 to classes - 1.
    seed : int or numpy.random.Generator
    noise : float
        Standard deviation of the points around their places.

    Returns
    -------
    X : ndarray of shape (2, m)
    Y : ndarray of shape (1, m)
    """
    y, rng = _start(m, classes, seed, "make_clouds")
    angle = 2 * np.pi * (y + 0.25) / classes
    return _finish(1.3 * np.stack([np.cos(angle), np.sin(angle)]), y, noise, rng)


def make_pinwheel(
    m: int = 300, classes: int = 3, *, seed: Seed = 0, noise: float = 0.06
) -> Set:
    """Bent arms around the origin, one per class; no lines separate them.

    Parameters and results are those of `make_clouds`.
    """
    y, rng = _start(m, classes, seed, "make_pinwheel")
    r = 0.2 + 1.6 * np.sqrt(rng.random(m))
    angle = 2 * np.pi * (y / classes + 0.42 * r)
    return _finish(r * np.stack([np.cos(angle), np.sin(angle)]), y, noise, rng)


def _start(
    m: int, classes: int, seed: Seed, where: str
) -> tuple[NDArray[np.int64], np.random.Generator]:
    """Shuffled classes (m,), and the generator."""
    if not 2 <= classes <= m:
        raise ValueError(
            f"{where}: got m = {m} and {classes} classes, expected 2 <= classes <= m. "
            "Ask for more points, or for other classes."
        )
    rng = np.random.default_rng(seed)
    return rng.permutation(np.arange(m) % classes), rng


def _finish(
    points: NDArray[np.float64],
    y: NDArray[np.int64],
    noise: float,
    rng: np.random.Generator,
) -> Set:
    return points + rng.normal(0, noise, points.shape), y.reshape(1, -1)
