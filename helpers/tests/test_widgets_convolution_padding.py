"""Padding map: how often each pixel is used, and wrong paddings."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.tests.convolution_functions import zero_pad
from helpers.tests.functions import stub
from helpers.widgets import explore_padding
from helpers.widgets.convolution_padding import use_counts


@pytest.fixture
def counts():
    return explore_padding(zero_pad)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ((6, 3, 0, 1), [1, 2, 3, 3, 2, 1]),
        ((6, 3, 1, 1), [1, 2, 3, 3, 3, 3, 2, 1]),
        ((8, 3, 0, 2), [1, 1, 2, 1, 2, 1, 1, 0]),
        ((4, 1, 0, 3), [1, 0, 0, 1]),
        ((4, 7, 0, 1), [0, 0, 0, 0]),
    ],
)
def test_counts_of_one_side(values, line):
    assert use_counts(*values).tolist() == line


def test_corner_and_middle(counts):
    assert (
        counts.shown["summary"] == "The middle is used 9 times as often as the corner."
    )
    assert ("corner pixel", "4") in counts.move(pad=1).stats
    scene = counts.move(n=8, pad=0, stride=2)
    assert ("pixels never used", "15") in scene.stats
    assert "15 pixels lost" in scene.summary
    assert "steps over" in counts.move(f=1).summary
    assert "none fits" in counts.move(n=4, f=7).summary
    assert "equally often" in counts.move(n=4, f=1, stride=1).summary
    assert "no pixel is lost" in counts.move(n=5, f=3, pad=1, stride=3).summary


def test_every_slider_value_draws(counts):
    for control in counts.list:
        for value in control.values:
            assert not counts.move(**{control.name: value}).message
            ElementTree.fromstring(f"<svg>{counts.shown['picture']}</svg>")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda X, p: np.pad(X, p), "got shape (3, 8, 8, 3), expected (1, 8, 8, 1)"),
        (lambda X, p: zero_pad(X, p) * 2, "36 of 64 numbers are wrong"),
        (lambda X, p: zero_pad(X, p)[:, 1:], "got shape (1, 7, 8, 1)"),
        (lambda X, p: None, "returns None"),
        (lambda X, p: "x", "got str, expected an array"),
        (stub, "stub is not written yet."),
    ],
)
def test_a_wrong_zero_pad_is_told(function, words):
    assert words in explore_padding(function).move(pad=1).message


def test_poster(counts):
    data, _ = counts._repr_mimebundle_()
    assert data["image/png"] and counts.title in data["text/plain"]
