"""The chart of scale without a browser."""

import numpy as np
import pytest

from helpers.tests.functions import stub
from helpers.widgets import explore_scale
from helpers.widgets.scale import EXAMPLES, LEARNERS, NOISE, Chart, make_prices

ALL = len(EXAMPLES) * len(LEARNERS)


def small_forward(X, parameters):
    hidden = np.maximum(parameters["W1"] @ X + parameters["b1"], 0)
    return hidden, np.maximum(parameters["W2"] @ hidden + parameters["b2"], 0)


def turn(panel, **values):
    state = {c.name: c.raw(values[c.name]) for c in panel.list if c.name in values}
    panel.state = {**panel.state, **state, "turn": panel.state.get("turn", 0) + 1}
    return panel.shown


def tried(panel):
    return dict(panel.shown["stats"])["points tried"]


def test_draws_at_once_one_point():
    panel = explore_scale(small_forward)
    assert not panel.shown["message"] and not panel.shown["more"]
    assert tried(panel) == f"1 of {ALL}"
    assert dict(panel.shown["stats"])["numbers in it"] == "5"


def test_every_point_stays_and_the_chart_fills():
    panel = explore_scale(small_forward)
    turn(panel, units=300, m=30)
    assert dict(panel.shown["stats"])["numbers in it"] == "1,801"
    assert tried(panel) == f"2 of {ALL}"
    while turn(panel, play=True)["more"]:
        assert not panel.shown["message"]
    assert tried(panel) == f"{ALL} of {ALL}"


def test_what_the_text_says_of_scale_is_true_of_the_chart():
    chart = Chart(small_forward)
    few = {n: chart.error(n, 10) for n in LEARNERS}
    many = {n: chart.error(n, 10_000) for n in LEARNERS}
    assert min(few, key=few.get) == 0  # the line, with ten examples
    assert sorted(many, key=many.get) == [300, 40, 10, 0]
    assert chart.error(0, 1000) < 1.05 * many[0]  # levelled off early
    assert NOISE < many[300] < 1.2 * NOISE


def test_prices_are_drawn_anew_and_the_same_again():
    X, Y = make_prices(6, np.random.default_rng(1))
    again, _ = make_prices(6, np.random.default_rng(1))
    assert X.shape == (4, 6) and Y.shape == (1, 6)
    assert np.array_equal(X, again)
    assert not np.array_equal(X, make_prices(6, np.random.default_rng(2))[0])


def test_poster_shows_all_and_leaves_the_live_chart_alone():
    panel = explore_scale(small_forward)
    data, _ = panel._repr_mimebundle_()
    assert data["image/png"].startswith("iVBOR")
    assert "the network of 300 units misses least" in data["text/plain"]
    assert len(panel.chart.found) == 1


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (stub, "stub is not written yet."),
        (lambda X, p: X, "expected (A1, A2)"),
        (lambda X, p: (X, X), "expected (10, 10)"),
        (lambda X, p: None, "returns None"),
    ],
)
def test_tells_trouble_in_plain_words(function, words):
    panel = explore_scale(function)
    turn(panel, units=10, m=10)
    assert words in panel.shown["message"]
