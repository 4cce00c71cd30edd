"""Figures of c1w2_logistic_regression: each draws, and titles what to see."""

from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c1w2_logistic_regression as logistic
from helpers.plots import use_style

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, size=(5, 8, 8, 3)).astype(np.uint8)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def loss(yhat, y):
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))


def stub(*args):
    raise NotImplementedError


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


CALLS: dict[str, Any] = {
    "flatten": (logistic.draw_flatten, IMAGES[0]),
    "sigmoid": (logistic.draw_sigmoid, sigmoid),
    "loss": (logistic.draw_loss, loss),
    "weights": (logistic.draw_weights, RNG.normal(size=(192, 1)), (8, 8, 3)),
    "no weights": (logistic.draw_weights, np.zeros((64, 1)), (8, 8)),
    "pipeline": (logistic.draw_pipeline,),
}


@pytest.mark.parametrize("name", CALLS)
def test_draws_into_the_axes_and_says_what_to_see(ax, name):
    draw, *args = CALLS[name]
    assert draw(ax, *args) is ax
    assert len(ax.get_title(loc="left")) > 12


@pytest.mark.parametrize("draw", [logistic.draw_sigmoid, logistic.draw_loss])
def test_a_stub_leaves_no_empty_picture(draw):
    figure, ax = plt.subplots()
    with pytest.raises(NotImplementedError):
        draw(ax, stub)
    assert not plt.fignum_exists(figure.number)


def test_bowls_have_traps_only_for_squared_error():
    figure, axes = plt.subplots(1, 2)
    assert logistic.draw_bowls(axes) is axes
    words = [[t.get_text() for t in ax.texts] for ax in axes]
    assert "a trap" in words[0] and words[1] == ["lowest"]
    plt.close(figure)


@pytest.mark.parametrize("flat", [False, True])
def test_gallery_frames_wrong_answers(flat):
    figure = plt.figure()
    X = IMAGES.reshape(5, -1).T if flat else IMAGES
    axes = logistic.draw_gallery(
        figure, X, np.ones((1, 5)), np.array([[1, 0, 1, 1, 0]])
    )
    assert figure.get_suptitle() == "2 of 5 answers are wrong" and len(axes) == 5
    assert axes[1].get_xlabel() == "✗ non-cat"
    figure.canvas.draw()
    plt.close(figure)
