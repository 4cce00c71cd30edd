"""Two-dimensional sets: X of shape (2, m), Y of shape (1, m) with 0 and 1."""

import numpy as np
from numpy.typing import NDArray

Seed = int | np.random.Generator
Set = tuple[NDArray[np.float64], NDArray[np.int64]]


def make_blobs(m: int = 200, *, seed: Seed = 0, noise: float = 0.6) -> Set:
    """Two clouds around (-1, -1) and (1, 1), which a line separates.

    Parameters
    ----------
    m : int
        Number of points, about half of each class.
    seed : int or numpy.random.Generator
    noise : float
        Standard deviation of the points around their places.

    Returns
    -------
    X : ndarray of shape (2, m)
    Y : ndarray of shape (1, m)
    """
    y, _, rng = _start(m, seed, "make_blobs")
    centre = 2.0 * y - 1
    return _finish(np.stack([centre, centre]), y, noise, rng)


def make_moons(m: int = 200, *, seed: Seed = 0, noise: float = 0.1) -> Set:
    """Two half circles, the one reaching into the other; see `make_blobs`."""
    y, t, rng = _start(m, seed, "make_moons")
    angle = np.pi * t
    upper = np.stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25])
    lower = np.stack([0.5 - np.cos(angle), 0.25 - np.sin(angle)])
    return _finish(np.where(y == 0, upper, lower), y, noise, rng)


def make_circles(m: int = 200, *, seed: Seed = 0, noise: float = 0.08) -> Set:
    """A circle of class 1 inside a circle of class 0; see `make_blobs`."""
    y, t, rng = _start(m, seed, "make_circles")
    angle, r = 2 * np.pi * t, np.where(y == 0, 1.0, 0.5)
    return _finish(r * np.stack([np.cos(angle), np.sin(angle)]), y, noise, rng)


def make_spirals(
    m: int = 200, *, seed: Seed = 0, noise: float = 0.04, turns: float = 1.25
) -> Set:
    """Two arms that wind around each other; see `make_blobs`."""
    y, t, rng = _start(m, seed, "make_spirals")
    r = 0.1 + 0.9 * np.sqrt(t)
    angle = 2 * np.pi * turns * r + np.pi * y
    return _finish(r * np.stack([np.cos(angle), np.sin(angle)]), y, noise, rng)


def make_flower(
    m: int = 400, *, seed: Seed = 0, noise: float = 0.05, petals: int = 6
) -> Set:
    """A flower whose neighbouring petals differ in class; see `make_blobs`."""
    if petals < 2 or petals % 2:
        raise ValueError(
            f"make_flower: got {petals} petals, expected an even number from 2 on. "
            "Give an even number, such as 6."
        )
    y, t, rng = _start(m, seed, "make_flower")
    petal = 2 * rng.integers(petals // 2, size=m) + y
    across = np.clip(rng.normal(0, 0.4, m), -1, 1)
    angle = 2 * np.pi / petals * (petal + 0.5 * across)
    r = 2.0 * np.sqrt(t) * np.cos(np.pi / 2 * across)
    return _finish(r * np.stack([np.cos(angle), np.sin(angle)]), y, noise, rng)


def make_xor(m: int = 200, *, seed: Seed = 0, noise: float = 0.1) -> Set:
    """Class 1 where the two coordinates differ in sign; see `make_blobs`."""
    y, t, rng = _start(m, seed, "make_xor")
    side = rng.choice([-1.0, 1.0], m)
    first = side * (0.15 + 0.85 * t)
    second = side * (1 - 2 * y) * rng.uniform(0.15, 1.0, m)
    return _finish(np.stack([first, second]), y, noise, rng)


def _start(
    m: int, seed: Seed, where: str
) -> tuple[NDArray[np.int64], NDArray[np.float64], np.random.Generator]:
    """Shuffled classes (m,), shares in [0, 1) (m,), and the generator."""
    if m < 2:
        raise ValueError(
            f"{where}: got m = {m}, expected at least 2. Ask for two points or more."
        )
    rng = np.random.default_rng(seed)
    return rng.permutation(np.arange(m) % 2), rng.random(m), rng


def _finish(
    points: NDArray[np.float64],
    y: NDArray[np.int64],
    noise: float,
    rng: np.random.Generator,
) -> Set:
    return points + rng.normal(0, noise, points.shape), y.reshape(1, -1)
