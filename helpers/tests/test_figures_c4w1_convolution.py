"""Figures of the convolution notebook: each draws, titles what to see, returns."""

from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c4w1_convolution as convolution
from helpers.plots import use_style

RNG = np.random.default_rng(5)
FOUR = RNG.integers(0, 10, (4, 4)).astype(float)
KERNEL = np.array([[1.0, 0, -1]] * 3)


def pool(A_prev, f, stride, mode):
    value = {"max": np.max, "average": np.mean}[mode]
    return value(A_prev.reshape(1, 2, 2, 2, 2, 1), axis=(2, 4)), ()


def rows(X, f, stride):
    return np.arange(16.0).reshape(4, 4)


def stub(*args):
    raise NotImplementedError


@pytest.fixture
def figure():
    use_style()
    yield plt.figure()
    for number in plt.get_fignums():
        plt.figure(number).canvas.draw()
    plt.close("all")


CALLS: dict[str, Any] = {
    "window": (convolution.draw_window, FOUR, KERNEL, np.full((2, 2), np.nan)),
    "last window": (convolution.draw_window, FOUR, KERNEL, FOUR[:2, :2], (1, 1)),
    "even window": (convolution.draw_window, FOUR, FOUR[:2, :2], FOUR[:3, :3]),
    "matrix": (convolution.draw_conv_matrix, np.kron(np.eye(4), np.ones((4, 9)))),
    "pooling": (convolution.draw_pooling, FOUR, pool),
    "rows": (convolution.draw_rows, rows),
    "engines": (convolution.draw_engines, {"loops": 1.3, "rows": 2e-3, "view": 1e-3}),
    "one engine": (convolution.draw_engines, {"loops": 0.02}),
}


@pytest.mark.parametrize("name", CALLS)
def test_figure_is_drawn_and_titled(name, figure):
    draw, *args = CALLS[name]
    ax = figure.gca()
    assert draw(ax, *args) is ax
    assert ax.get_title(loc="left") or ax.get_title()


def test_unknown_sums_are_question_marks(figure):
    found = np.full((2, 2), np.nan)
    found[0, 0] = -5
    ax = convolution.draw_window(figure.gca(), FOUR, KERNEL, found)
    texts = [text.get_text() for text in ax.texts]
    assert texts.count("?") == 3 and "−5" in texts


def test_filters_are_written_without_a_negative_zero(figure):
    axes = figure.subplots(1, 3)
    kernel = np.array([[-1e-9, 0.5], [1.25, -2.0]])
    convolution.draw_learned(axes, {"learnt": kernel, "wanted": kernel}, [1.0, 0.1])
    texts = [text.get_text() for text in axes[1].texts]
    assert texts == ["0.00", "0.50", "1.25", "−2.00"]


@pytest.mark.parametrize("draw, args", [("draw_pooling", (FOUR,)), ("draw_rows", ())])
def test_an_unwritten_function_leaves_no_empty_figure(draw, args, figure):
    with pytest.raises(NotImplementedError):
        getattr(convolution, draw)(figure.gca(), *args, stub)
    assert not plt.get_fignums()
