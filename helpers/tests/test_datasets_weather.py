"""Temperatures of a London that was never measured."""

import numpy as np
import pytest

from helpers.datasets import make_temperatures


def test_a_year_has_a_cold_and_a_warm_season():
    theta = np.mean([make_temperatures(seed=k) for k in range(200)], axis=0)
    assert theta.shape == (365,)
    assert (
        abs(int(np.argmin(theta)) - 19) < 25 and abs(int(np.argmax(theta)) - 201) < 25
    )
    assert theta.mean() == pytest.approx(11, abs=0.2)
    assert np.ptp(theta) == pytest.approx(14, abs=1.5)


def test_weather_comes_in_groups_with_the_spread_that_was_asked_for():
    weather = make_temperatures(4000, seed=1, noise=2.0) - make_temperatures(
        4000, noise=0.0
    )
    assert weather.std() == pytest.approx(2, rel=0.05)
    assert np.corrcoef(weather[1:], weather[:-1])[0, 1] == pytest.approx(0.6, abs=0.05)


def test_the_seed_decides():
    rng = np.random.default_rng(3)
    assert np.array_equal(
        make_temperatures(30, seed=rng), make_temperatures(30, seed=3)
    )
    assert not np.array_equal(make_temperatures(30), make_temperatures(30, seed=3))
    assert make_temperatures(1).shape == (1,)
    with pytest.raises(ValueError, match="got days = 0, expected at least 1"):
        make_temperatures(0)
