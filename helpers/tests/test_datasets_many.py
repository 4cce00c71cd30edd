"""Points with many classes: shapes, seeds, and who can separate them."""

import numpy as np
import pytest

from helpers.datasets import make_clouds, make_pinwheel

SETS = (make_clouds, make_pinwheel)


@pytest.mark.parametrize("make", SETS)
@pytest.mark.parametrize("classes", [2, 3, 4, 6])
def test_shapes_and_even_classes(make, classes):
    X, Y = make(60, classes, seed=3)
    assert X.shape == (2, 60) and Y.shape == (1, 60) and Y.dtype.kind == "i"
    assert np.array_equal(np.bincount(Y[0]), np.full(classes, 60 // classes))
    assert np.isfinite(X).all()


@pytest.mark.parametrize("make", SETS)
def test_a_seed_is_a_set(make):
    for one, two in zip(make(40, seed=7), make(40, seed=7), strict=True):
        assert np.array_equal(one, two)
    assert not np.array_equal(make(40, seed=7)[0], make(40, seed=8)[0])
    rng = np.random.default_rng(7)
    assert np.array_equal(make(40, seed=rng)[0], make(40, seed=7)[0])


@pytest.mark.parametrize("make", SETS)
def test_too_few_points_are_refused(make):
    with pytest.raises(ValueError, match="expected 2 <= classes <= m"):
        make(3, 4)
    with pytest.raises(ValueError, match="1 classes"):
        make(3, 1)


def test_clouds_are_nearest_to_their_own_middle():
    X, Y = make_clouds(200, 4, seed=1)
    middles = np.stack([X[:, Y[0] == k].mean(axis=1) for k in range(4)])
    away = ((X.T[:, None] - middles) ** 2).sum(axis=2)
    assert (away.argmin(axis=1) == Y[0]).mean() > 0.95


def test_arms_of_the_pinwheel_are_bent():
    X, Y = make_pinwheel(300, 4, seed=1)
    middles = np.stack([X[:, Y[0] == k].mean(axis=1) for k in range(4)])
    away = ((X.T[:, None] - middles) ** 2).sum(axis=2)
    assert (away.argmin(axis=1) == Y[0]).mean() < 0.8
