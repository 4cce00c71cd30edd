"""One neuron by hand, without a browser."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.tests.functions import stub
from helpers.widgets import explore_neuron
from helpers.widgets.neuron import SLOPES, STARTS

SIZES = np.array([[0.5, 1.0, 3.0]])
PRICES = np.array([[0.0, 100.0, 500.0]])


def relu_neuron(x, w, b):
    return (w * x + b).clip(0.0)


def test_draws_at_once_and_answers_every_value():
    panel = explore_neuron(relu_neuron, SIZES, PRICES)
    assert not panel.shown["message"]
    pictures = set()
    for w in SLOPES[::5]:
        for b in STARTS[::5]:
            scene = panel.move(w=w, b=b)
            assert scene.summary and not scene.message
            ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")
            pictures.add(panel.shown["picture"])
    assert len(pictures) == len(SLOPES[::5]) * len(STARTS[::5])


def test_tells_the_error_and_keeps_the_smallest():
    panel = explore_neuron(relu_neuron, SIZES, PRICES)
    panel.move(w=200, b=-100)
    assert ["mean squared error", "0"] in panel.shown["stats"]
    panel.move(w=200, b=-90)
    assert ["mean squared error", "100"] in panel.shown["stats"]
    assert ["smallest so far", "0"] in panel.shown["stats"]


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (stub, "stub is not written yet."),
        (lambda x, w, b: None, "returns None"),
        (lambda x, w, b: x[0], "got shape (3,), expected (1, 3)"),
        (lambda x, w, b: "no", "got str, expected an array"),
    ],
)
def test_tells_trouble_in_plain_words(function, words):
    panel = explore_neuron(function, SIZES, PRICES)
    assert words in panel.move(w=100, b=0).message
