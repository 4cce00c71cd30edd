"""The widget on epsilon, and the figures of gradient checking."""

import re
import xml.etree.ElementTree as ElementTree

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.canvas.svg import to_svg
from helpers.figures import c2w1_gradient_checking as figures
from helpers.plots import use_style
from helpers.widgets import explore_epsilon
from helpers.widgets.epsilon import CURVES, EPSILONS, PLACES, _cancelled, _errors

CUBE, EXP, SIGMOID, RELU = CURVES


def one_sided(f, x, epsilon):
    rise = f(x + epsilon) - f(x)
    return rise / epsilon


def two_sided(f, x, epsilon):
    left, right = x - epsilon, x + epsilon
    return (f(right) - f(left)) / 2 / epsilon


def stub(*args):
    raise NotImplementedError


def test_draws_at_once_and_answers_every_value():
    panel = explore_epsilon(one_sided, two_sided)
    first = dict(panel.state)
    assert not panel.shown["message"] and panel.shown["summary"]
    pictures = set()
    for control in panel.list:
        for value in control.values:
            panel.state = first
            scene = panel.move(**{control.name: value})
            assert scene.summary and not scene.message
            text = to_svg(scene)
            ElementTree.fromstring(f"<svg>{text}</svg>")
            pictures.add(text)
    assert len(pictures) > 40
    used = set(re.findall(r"var\(--dl-(\w+)", panel.shown["picture"]))
    assert all(str(panel._css).count(f"--dl-{color}:") == 2 for color in used)


def test_leaves_a_picture_and_words():
    data, meta = explore_epsilon(one_sided, two_sided)._repr_mimebundle_()
    assert data["image/png"].startswith("iVBOR") and meta["image/png"]["width"] == 720
    assert "ε = 1e-07" in data["text/plain"]


@pytest.mark.parametrize("curve", CURVES[:3])
@pytest.mark.parametrize("x", [-1.0, 0.5, 1.5])
def test_truth_is_true(curve, x):
    """The derivatives that the errors are measured against."""
    for lower, upper in (
        (curve.f, curve.slope),
        (curve.slope, curve.second),
        (curve.second, curve.third),
    ):
        assert two_sided(lower, x, 1e-5) == pytest.approx(upper(x), abs=1e-8)


def test_errors_fall_as_the_laws_say():
    two, one = (_errors(f, CUBE, 1.0, np.float64) for f in (two_sided, one_sided))
    far, near = EPSILONS.index(1e-1), EPSILONS.index(1e-2)
    assert two[far] / two[near] == pytest.approx(100, rel=0.01)
    assert one[far] / one[near] == pytest.approx(10, rel=0.05)
    single = _errors(two_sided, CUBE, 1.0, np.float32)
    assert single[EPSILONS.index(1e-7)] > 0.1 and two[EPSILONS.index(1e-7)] < 1e-8


def test_says_what_is_wrong():
    panel = explore_epsilon(stub, two_sided)
    assert panel.shown["message"].startswith("stub is not written yet.")
    panel = explore_epsilon(one_sided, lambda f, x, e: f(x + e) - f(x - e))
    assert "nearer" in panel.shown["summary"]
    panel = explore_epsilon(one_sided, one_sided)
    assert "no better" in panel.shown["summary"]
    panel = explore_epsilon(one_sided, lambda f, x, e: "3")
    assert "two_sided" not in panel.shown["message"]
    panel = explore_epsilon(one_sided, lambda f, x, e: np.zeros(2))
    assert "expected one number" in panel.shown["message"]
    panel = explore_epsilon(one_sided, lambda f, x, e: np.nan)
    assert panel.shown["summary"]


def test_meets_the_bend_of_relu():
    panel = explore_epsilon(one_sided, two_sided)
    scene = panel.move(curve=RELU, x=0.001, epsilon=1e-2)
    assert "mixture" in scene.summary
    assert "too far" in panel.move(epsilon=1e-4).summary
    assert 0.001 in PLACES and 0.0 in PLACES


def test_pale_digits_are_those_that_cancel():
    assert _cancelled("1.000000300000030", 6e-7) == len("1.000000")
    assert _cancelled("7.389", 3.0) == 0 and _cancelled("7.389", 0.0) == 5


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


SMALL = {"W1": np.array([[1, 2, 3], [4, 5, 6]]), "b1": np.array([[7], [8]])}
NAMES = {"W1": 1e-9, "b1": 1e-5, "W2": 0.3, "b2": 0.0, "W3": np.nan}


@pytest.mark.parametrize(
    ("draw", "args", "words"),
    [
        (
            figures.draw_chords,
            (lambda t: t**3, 1.0, 0.5, 3.0, one_sided, two_sided),
            "nearly parallel",
        ),
        (
            figures.draw_chords,
            (lambda t: np.maximum(t, 0), 0.0, 0.5, 0.0, one_sided, two_sided),
            "misses",
        ),
        (figures.draw_packing, (SMALL,), "8 numbers"),
        (figures.draw_errors, (NAMES,), "Wrong: W2, W3"),
        (figures.draw_errors, ({"W1": 1e-9},), "No error"),
        (
            figures.draw_error_curves,
            ([1e-3, 1e-7], {"one": [1e-3, 1e-9], "two": [0.0, 1e-9]}),
            "star",
        ),
    ],
)
def test_figures_draw_and_say_what_to_see(ax, draw, args, words):
    assert draw(ax, *args) is ax
    assert words in ax.get_title(loc="left")


def test_a_stub_leaves_no_empty_figure():
    use_style()
    before = plt.get_fignums()
    axes = plt.figure().gca()
    with pytest.raises(NotImplementedError):
        figures.draw_chords(axes, lambda t: t, 0.0, 1.0, 1.0, stub, stub)
    assert plt.get_fignums() == before
