"""Daily temperatures of a London that was never measured."""

import numpy as np
from numpy.typing import NDArray

Seed = int | np.random.Generator
MEAN, SWING, COLDEST = 11.0, 7.0, 20  # degrees, degrees, day of the year
STAY = 0.6  # share of yesterday's weather that is still there today


def make_temperatures(
    days: int = 365, *, seed: Seed = 0, noise: float = 2.5
) -> NDArray[np.float64]:
    """Mean temperature of each day, from 1 January: the year's wave and weather.

    Parameters
    ----------
    days : int
    seed : int or numpy.random.Generator
    noise : float
        Standard deviation of the weather around the wave; warm days come in groups.

    Returns
    -------
    theta : ndarray of shape (days,)
        Degrees Celsius.
    """
    if days < 1:
        raise ValueError(
            f"make_temperatures: got days = {days}, expected at least 1. Ask for a "
            "day or more."
        )
    rng = np.random.default_rng(seed)
    fresh = rng.normal(0, noise, days)
    fresh[1:] *= np.sqrt(1 - STAY**2)  # so that every day's weather has one spread
    weather = np.array(fresh)
    for t in range(1, days):
        weather[t] += STAY * weather[t - 1]
    wave = MEAN - SWING * np.cos(2 * np.pi * (np.arange(1, days + 1) - COLDEST) / 365)
    return wave + weather
