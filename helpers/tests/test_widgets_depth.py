"""The table of widths and depths without a browser."""

import numpy as np
import pytest

from helpers.tests.functions import stub
from helpers.widgets import explore_depth
from helpers.widgets.depth import DEPTHS, WIDTHS

ALL = 1 + len(WIDTHS) * (len(DEPTHS) - 1)


def model(X, Y, layer_dims, num_iterations, learning_rate, rng):
    """A line for every network, learnt by least squares."""
    target = np.where(Y == 1, 1.0, -1.0)
    W = target @ np.linalg.pinv(X)
    return {"W1": W, "layers": np.array(layer_dims)}, [0.7]


def predict(X, parameters):
    return (parameters["W1"] @ X > 0).astype(int)


@pytest.fixture
def sets():
    rng = np.random.default_rng(0)
    X, X_test = rng.normal(size=(2, 30)), rng.normal(size=(2, 20))
    return X, (X[:1] > 0).astype(int), X_test, (X_test[:1] > 0).astype(int)


def turn(panel, **values):
    state = {c.name: c.raw(values[c.name]) for c in panel.list if c.name in values}
    panel.state = {**panel.state, **state, "turn": panel.state.get("turn", 0) + 1}
    return panel.shown


def test_draws_at_once_one_network(sets):
    panel = explore_depth(model, predict, *sets)
    assert not panel.shown["message"] and not panel.shown["more"]
    stats = dict(panel.shown["stats"])
    assert stats["networks tried"] == "1" and stats["parameters"] == "33"
    assert "Best test share of 1 tried" in panel.shown["summary"]


def test_every_network_stays_in_the_table(sets):
    panel = explore_depth(model, predict, *sets)
    turn(panel, width=2, depth=3)
    turn(panel, width=4, depth=0)
    turn(panel, width=16, depth=0)  # without hidden layers width means nothing
    assert dict(panel.shown["stats"])["networks tried"] == "3"
    assert dict(panel.shown["stats"])["parameters"] == "3"


def test_fills_the_table_one_network_a_turn(sets):
    panel = explore_depth(model, predict, *sets)
    tried = 1
    while turn(panel, play=True)["more"]:
        tried += 1
        assert dict(panel.shown["stats"])["networks tried"] == str(tried)
    assert dict(panel.shown["stats"])["networks tried"] == str(ALL)


def test_poster_shows_all_and_leaves_the_live_table_alone(sets):
    panel = explore_depth(model, predict, *sets)
    data, _ = panel._repr_mimebundle_()
    assert data["image/png"].startswith("iVBOR")
    assert f"of {ALL} tried" in data["text/plain"]
    assert len(panel.table.found) == 1


@pytest.mark.parametrize(
    ("functions", "words"),
    [
        ((stub, predict), "stub is not written yet."),
        ((model, stub), "stub is not written yet."),
        ((lambda *_: {}, predict), "got one part, expected (parameters, costs)"),
        ((lambda *_: None, predict), "returns None"),
        ((model, lambda X, p: X[0]), "got shape (30,), expected (1, 30)"),
    ],
)
def test_tells_trouble_in_plain_words(sets, functions, words):
    panel = explore_depth(*functions, *sets)
    assert words in panel.shown["message"]
    assert words in panel._repr_mimebundle_()[0]["text/plain"]
