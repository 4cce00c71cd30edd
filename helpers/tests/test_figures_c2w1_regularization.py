"""Figures of c2w1_regularization: each draws, and its title tells the finding."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c2w1_regularization as figures
from helpers.plots import use_style

HISTORY = np.array([[50, 0.2, 0.3], [100, 0.1, 0.25], [150, 0.0, 0.35]])


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


CALLS = {
    "errors": (figures.draw_errors, HISTORY),
    "stop": (figures.draw_errors, HISTORY, 0.1, 1, 2),
    "sweep": (figures.draw_sweep, {0: (0.0, 0.2), 1: (0.1, 0.12)}, "λ", 0.1),
    "tanh": (figures.draw_tanh,),
    "sticks": (figures.draw_sticks, np.array([[1.0], [0.0]]), 1, "L1"),
    "dropout": (figures.draw_dropout, [np.ones(2), np.array([1, 0]), [1]], "two"),
    "ladder": (figures.draw_ladder, {"line": (0.15, 0.14)}, 0.1),
    "recipe": (figures.draw_recipe,),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_figure_draws_and_has_a_title(ax, name):
    draw, *args = CALLS[name]
    assert draw(ax, *args) is ax
    assert ax.get_title(loc="left") or ax.get_title()


def test_the_best_measurement_is_named(ax):
    figures.draw_errors(ax, HISTORY, None, 1)
    title = ax.get_title(loc="left") or ax.get_title()
    assert "25.0%" in title and "100 steps" in title


def test_the_round_bowl_is_quicker():
    use_style()
    figure, axes = plt.subplots(1, 2)
    figures.draw_valleys(axes)
    titles = [ax.get_title(loc="left") or ax.get_title() for ax in axes]
    assert "to go" in titles[0] and "arrived" in titles[1]
    plt.close(figure)
