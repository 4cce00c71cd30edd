"""Learning rates: a training in slices, and the stub that it calls."""

import time

import numpy as np

from helpers.tests.functions import optimize, stub
from helpers.widgets import explore_learning_rate

RNG = np.random.default_rng(1)
X, Y = RNG.random((12, 30)), (RNG.random((1, 30)) > 0.5).astype(int)


def test_names_the_stub_that_another_function_calls():
    panel = explore_learning_rate(lambda *args: stub(), X, Y)
    assert panel.shown["message"].startswith("stub is not written yet.")


def test_trains_in_slices_and_goes_on():
    def slow(w, b, X, Y, n, rate):
        time.sleep(0.002 * n)
        return optimize(w, b, X, Y, n, rate)

    panel = explore_learning_rate(slow, X, Y)
    assert panel.shown["more"]
    turns = 0
    while panel.shown["more"] and turns < 60:
        turns += 1
        panel.state = {**panel.state, "turn": turns}
    assert not panel.shown["more"] and ["iterations", "200"] in panel.shown["stats"]
