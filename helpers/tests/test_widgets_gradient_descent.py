"""Gradient descent: paths, slips in plain words, and data left alone."""

import numpy as np
import pytest

from helpers.tests.functions import propagate
from helpers.widgets import explore_gradient_descent
from helpers.widgets.landscape import DEFAULT_X, DEFAULT_Y, gradient, minimum

RNG = np.random.default_rng(1)
X, Y = RNG.random((12, 30)), (RNG.random((1, 30)) > 0.5).astype(int)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda w, b, X, Y: 1 / 0, "raises ZeroDivisionError"),
        (lambda w, b, X, Y: None, "returns None"),
        (lambda w, b, X, Y: (w, b), "got 2 parts, expected (dw, db, cost)"),
        (lambda w, b, X, Y: (w[0], b, 1.0), "dw has shape (1,), expected (1, 1)"),
        (lambda w, b, X, Y: (w, Y, 1.0), "db: got shape (1, 14), expected one number"),
        (lambda w, b, X, Y: (w, "b", 1.0), "db: got str, expected a number"),
        (lambda w, b, X, Y: (w * np.nan, b, 1.0), "not finite"),
    ],
)
def test_tells_trouble_in_plain_words(function, words):
    assert words in explore_gradient_descent(function).shown["message"]


def test_tells_where_a_path_leaves_the_reference():
    def without_mean(w, b, X, Y):
        dw, db, cost = propagate(w, b, X, Y)
        return dw * X.shape[1], db, cost

    panel = explore_gradient_descent(without_mean)
    assert "At step 1 your path leaves" in panel.shown["summary"]
    assert "leaves" not in explore_gradient_descent(propagate).shown["summary"]


def test_asks_for_one_feature():
    panel = explore_gradient_descent(propagate, X, Y)
    assert "expected (1, m)" in panel.shown["message"]
    one = explore_gradient_descent(propagate, X[:1], Y)
    assert not one.shown["message"]


def test_moves_the_start_by_pixels():
    panel = explore_gradient_descent(propagate)
    before = panel.shown["picture"]
    panel.state = {**panel.state, "start": [300.0, 200.0], "turn": 1}
    assert panel.shown["picture"] != before and panel.shown["turn"] == 1


def test_calls_leave_arrays_output_and_warnings_alone(capsys, recwarn):
    def loud(w, b, X, Y):
        print("noise")
        result = propagate(w.copy(), b, X, Y)
        X *= 0
        np.log(np.zeros(1))
        return result

    x = DEFAULT_X.copy()
    assert not explore_gradient_descent(loud, x, DEFAULT_Y).shown["message"]
    assert np.array_equal(x, DEFAULT_X) and capsys.readouterr() == ("", "")
    assert not recwarn.list


def test_lowest_point_has_no_slope():
    w, b = minimum(DEFAULT_X, DEFAULT_Y)
    assert np.allclose(gradient(w, b, DEFAULT_X, DEFAULT_Y), 0, atol=3e-3)
