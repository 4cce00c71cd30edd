"""Figures of initialization: each draws, titles what to see, returns its axes."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c2w1_initialization as figures

RNG = np.random.default_rng(0)
X = RNG.normal(size=(2, 20))
CALLS = {
    "powers": (figures.draw_powers,),
    "twins": (figures.draw_twins, np.ones((4, 2)), np.zeros((4, 1)), 1),
    "no weights": (figures.draw_twins, np.zeros((3, 20)), np.zeros((3, 1)), 1),
    "signals": (figures.draw_signals, {"a": [1e-3, 1e-9], "b": [1.0, 1e40]}),
    "foretold": (figures.draw_signals, {"a": [1.0, 2.0]}, {"a": [1.0, 1.5]}),
    "gradients": (figures.draw_gradients, {"a": [1e-9, 1.0], "b": [1e-9, 1.1]}),
    "no gradients": (figures.draw_gradients, {"a": [0.0, 0.0]}),
    "histograms": (figures.draw_histograms, [X, 0 * X], "tanh, std 0.1"),
    "starts": (figures.draw_starts, {"zeros": [0.69, 0.69], "He": [0.7, 0.001]}),
}


@pytest.mark.parametrize("name", CALLS)
def test_draws_into_the_axes_and_says_what_to_see(name):
    draw, *args = CALLS[name]
    figure, ax = plt.subplots()
    assert draw(ax, *args) is ax
    assert len(ax.get_title(loc="left")) > 8
    figure.canvas.draw()
    plt.close(figure)


def test_names_stand_apart():
    figure, ax = plt.subplots()
    figures.draw_gradients(ax, {name: [1e-5, 1.0] for name in "abc"})
    heights = sorted(text.get_position()[1] for text in ax.texts)
    assert np.diff(heights).min() > 0.05
    plt.close(figure)


def test_titles_count_what_failed():
    figure, ax = plt.subplots()
    figures.draw_starts(ax, {"zeros": [0.69, 0.69], "He": [0.7, 0.001]})
    assert ax.get_title(loc="left") == "1 of 2 starts learn next to nothing"
    ends = [text.get_text() for text in ax.get_legend().get_texts()]
    assert ends == ["zeros: 0.69", "He: 1e-3"]
    plt.close(figure)
