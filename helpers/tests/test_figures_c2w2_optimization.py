"""Figures of the week of optimization."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c2w2_notes
from helpers.figures import c2w2_optimization as figures
from helpers.plots import use_style
from helpers.widgets.surfaces import valley

PATHS = {"Adam": np.zeros((4, 2)), "momentum": np.array([[1, 1], [np.inf, np.nan]])}


def stub(*args):
    raise NotImplementedError


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


CALLS = {
    "paths": (figures.draw_paths, valley().J, PATHS, (-2, 2), (-1, 1)),
    "title": (figures.draw_paths, valley().J, PATHS, (-2, 2), (-1, 1), "a long title"),
    "batches": (figures.draw_batch_paths, c2w2_notes._batches, 10),
    "average": (figures.draw_average, np.arange(9.0), {"β = 0.5": np.arange(9.0)}),
    "memory": (figures.draw_memory, (0.5, 0.9)),
    "comparison": (figures.draw_comparison, {"Adam": [0.7, 0.2], "x": [0.7, 0.4]}, 1),
    "schedules": (figures.draw_schedules, {"staircase": [0.2, 0.1], "root": [1, 0.7]}),
    "signs": (figures.draw_signs, {1: 0.5, 2: 0.15, 3: 0.0}),
}


@pytest.mark.parametrize("name", CALLS)
def test_draws_into_the_axes_and_says_what_to_see(ax, name):
    draw, *args = CALLS[name]
    assert draw(ax, *args) is ax
    assert len(ax.get_title(loc="left")) >= 12


def test_the_best_optimizer_is_named(ax):
    figures.draw_comparison(ax, {"Adam": [0.7, 0.2], "RMSprop": [0.7, np.nan]}, 1)
    assert ax.get_title(loc="left") == "After 2 epochs Adam is lowest"


def test_batch_costs_count_epochs():
    figure, axes = plt.subplots(1, 2)
    figures.draw_batch_costs(axes, {100: [1.0] * 8, 30: [1.0] * 8}, 100)
    titles = [ax.get_title(loc="left") for ax in axes]
    assert titles == ["whole set, 100:\n8 epochs", "size 30:\n2 epochs"]
    plt.close(figure)


def test_a_stub_leaves_no_empty_picture():
    figure, ax = plt.subplots()
    with pytest.raises(NotImplementedError):
        figures.draw_batch_paths(ax, stub)
    assert not plt.fignum_exists(figure.number)


def test_the_notes_figures_are_small(tmp_path):
    use_style()
    for name, figure in c2w2_notes.figures().items():
        path = tmp_path / f"{name}.png"
        figure.savefig(path, dpi=120, metadata={"Software": None})
        assert path.stat().st_size < 80_000 and plt.imread(path).shape[1] == 900
        plt.close(figure)
