"""London temperatures without a browser."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.tests.functions import stub
from helpers.tests.optimizer_functions import (
    correct_bias,
    exponentially_weighted_average,
)
from helpers.widgets import explore_weighted_average
from helpers.widgets.weighted_average import BETAS, SHOWN, SPANS


def test_draws_at_once_and_answers_every_value():
    panel = explore_weighted_average(exponentially_weighted_average, correct_bias)
    pictures = set()
    for span in SPANS:
        for shown in SHOWN:
            for beta in BETAS:
                scene = panel.move(span=span, shown=shown, beta=beta)
                assert scene.summary and not scene.message
                ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")
                pictures.add(panel.shown["picture"])
    assert len(pictures) == len(SPANS) * len(SHOWN) * len(BETAS)


def test_says_how_many_days_are_remembered():
    panel = explore_weighted_average(exponentially_weighted_average, correct_bias)
    for beta, words in ((0.9, "= 10 days"), (0.98, "= 50 days"), (0.0, "= 1 day<")):
        panel.move(beta=beta)
        assert words in panel.shown["picture"]


def test_takes_a_series_of_our_own():
    theta = np.array([40.0, 49.0, 45.0])
    panel = explore_weighted_average(
        exponentially_weighted_average, correct_bias, theta
    )
    panel.move(shown="corrected")
    assert ["plain v", "4 °C"] in panel.shown["stats"]
    assert ["v as shown", "40 °C"] in panel.shown["stats"]


@pytest.mark.parametrize(
    ("average", "correct", "words"),
    [
        (stub, correct_bias, "stub is not written yet."),
        (exponentially_weighted_average, stub, "stub is not written yet."),
        (lambda t, b: None, correct_bias, "returns None"),
        (lambda t, b: t[0], correct_bias, "got shape (), expected (365,)"),
        (lambda t, b: "no", correct_bias, "got str, expected an array"),
    ],
)
def test_tells_trouble_in_plain_words(average, correct, words):
    panel = explore_weighted_average(average, correct)
    assert words in panel.move(shown="both").message


def test_a_wrong_first_day_is_told():
    panel = explore_weighted_average(lambda theta, beta: theta.copy(), correct_bias)
    assert panel.shown["summary"].startswith("On day 1 your average should be")
