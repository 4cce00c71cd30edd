"""The widget of signals: draws at once, answers every value, tells trouble."""

import time
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.canvas.controls import Slider
from helpers.canvas.svg import to_svg
from helpers.tests.functions import stub
from helpers.widgets import explore_signal


def scaled(layer_dims, std, rng):
    start = {}
    for k, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:], strict=False), 1):
        size = std if np.ndim(std) == 0 else std[k - 1]
        start |= {f"W{k}": size * rng.normal(size=(n, n_prev)), f"b{k}": 0 * n}
        start[f"b{k}"] = np.zeros((n, 1))
    return start


def he(layer_dims, rng):
    return scaled(layer_dims, [(2 / n) ** 0.5 for n in layer_dims], rng)


def passes(X, parameters, activation):
    """Activations and slopes of the hidden layers."""
    A, found = X, []
    for k in range(1, len(parameters) // 2):
        Z = parameters[f"W{k}"] @ A + parameters[f"b{k}"]
        A = {"relu": np.maximum(Z, 0), "tanh": np.tanh(Z)}.get(activation)
        A = 1 / (1 + np.exp(-Z)) if A is None else A
        slope = {"relu": Z > 0, "tanh": 1 - A**2, "sigmoid": A * (1 - A)}[activation]
        found.append((A, slope))
    return found


def statistics(X, parameters, activation):
    found = passes(X, parameters, activation)
    return {
        "mean_square": [float(np.mean(A**2)) for A, _ in found],
        "flat": [float(np.mean(slope < 0.01)) for _, slope in found],
    }


def norms(X, Y, parameters, activation):
    found, L = passes(X, parameters, activation), len(parameters) // 2
    inputs = [X, *(A for A, _ in found)]
    Z = parameters[f"W{L}"] @ inputs[-1] + parameters[f"b{L}"]
    dZ, lengths = 1 / (1 + np.exp(-Z)) - Y, []
    for k in range(L, 0, -1):
        lengths.insert(0, float(np.linalg.norm(dZ @ inputs[k - 1].T / X.shape[1])))
        if k > 1:
            dZ = parameters[f"W{k}"].T @ dZ * found[k - 2][1]
    return lengths


def make(*functions, **starts):
    given = (scaled, statistics, norms)
    return explore_signal(*(functions + given[len(functions) :]), **starts)


def summary(**values):
    panel = make(He=he)
    panel.move(**values)
    assert not panel.shown["message"]
    return panel.shown["summary"]


def test_draws_at_once_and_answers_every_value_in_time():
    panel = make(He=he)
    assert not panel.shown["message"]
    assert sum(isinstance(c, Slider) for c in panel.list) == 3
    first, pictures = dict(panel.state), set()
    for control in panel.list:
        for value in control.values:
            panel.state = first
            pictures.add(to_svg(panel.move(**{control.name: value})))
            ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")
            assert panel.shown["summary"]
    assert len(pictures) > 25
    started = time.perf_counter()
    panel.show()
    assert time.perf_counter() - started < 0.2


def test_tells_what_happens_to_the_signal():
    assert "the signal vanishes" in summary(std=0.01)
    assert "No layer gets a gradient" in summary(std=0.01)
    assert "the signal explodes" in summary(std=1.0)
    assert "usable" in summary(std=0.177)
    assert "n · std² = 2" in summary(std=0.05)
    assert "gradient explodes backward" in summary(std=1.0, activation="tanh")
    assert "gradient vanishes backward" in summary(std=0.1, activation="sigmoid")


def test_survives_the_largest_network():
    panel = make(He=he)
    panel.move(depth=50, width=128, std=3.0)
    assert "explodes" in panel.shown["summary"]


def test_a_start_of_zeros_is_drawn():
    panel = make(lambda dims, std, rng: scaled(dims, 0.0, rng))
    assert "vanishes" in panel.shown["summary"]


def test_says_that_a_function_is_not_written_yet():
    for panel in (make(stub), make(scaled, stub), make(scaled, statistics, stub)):
        assert panel.shown["message"].startswith("stub is not written yet.")
        assert "not written yet" in panel._repr_mimebundle_()[0]["text/plain"]
    panel = make(He=stub)
    assert not panel.shown["message"] and "He: stub is not" in panel.shown["picture"]


@pytest.mark.parametrize(
    ("functions", "words"),
    [
        ((lambda d, s, r: None,), "returns None"),
        ((lambda d, s, r: [1],), "got list, expected a dict"),
        ((lambda d, s, r: {"W1": np.ones((64, 64))},), "the key 'b1' is missing"),
        ((lambda d, s, r: {"W1": np.ones(3)},), "W1 has shape (3,), expected (64, 64)"),
        ((scaled, lambda X, p, g: [1.0]), "expected a dict with the key 'mean_square'"),
        ((scaled, lambda X, p, g: {"mean_square": [1.0]}), "expected 20 numbers"),
        ((scaled, lambda X, p, g: {"mean_square": "no"}), "expected a list of 20"),
        ((scaled, statistics, lambda X, Y, p, g: [1.0]), "got shape (1,), expected 21"),
        ((scaled, statistics, lambda X, Y, p, g: 1 / 0), "raises ZeroDivisionError"),
    ],
)
def test_tells_trouble_in_plain_words(functions, words):
    assert words in make(*functions).shown["message"]
