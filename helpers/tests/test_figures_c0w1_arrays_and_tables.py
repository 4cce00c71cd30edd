"""Figures of the week of arrays and tables."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c0w1_arrays_and_tables as figures
from helpers.figures import c0w1_notes
from helpers.plots import use_style

COUNTS = np.array([1, 2, 3, 4, 5, 9, 5, 4, 3, 2, 1, 1])
BAND = (np.array([90.0, 40.0]), np.array([100.0, 150.0]), np.array([110.0, 260.0]))


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


CALLS = {
    "axes": (figures.draw_axes, np.arange(6.0).reshape(2, 3)),
    "months": (figures.draw_months, COUNTS, COUNTS[::-1]),
    "gap": (figures.draw_gap, COUNTS, COUNTS[::-1], ("The desk", "The vets")),
    "band": (figures.draw_fee_band, BAND, np.array([0.5, 1.2]), np.array([95.0, 900])),
    "copies": (figures.draw_copies, [3, 3, 3]),
}


@pytest.mark.parametrize("name", CALLS)
def test_draws_into_the_axes_and_says_what_to_see(ax, name):
    draw, *args = CALLS[name]
    assert draw(ax, *args) is ax
    assert len(ax.get_title(loc="left")) >= 12


def test_titles_say_the_finding(ax):
    figures.draw_months(ax, COUNTS, np.roll(COUNTS, -2))
    assert ax.get_title(loc="left") == "Month 6 leads, misread it is month 4"
    figures.draw_copies(ax, [5] * 12)
    assert ax.get_title(loc="left").endswith(
        "12 tables one by one copies 6.5 times as much"
    )


def test_one_band_per_leader(ax):
    figures.draw_gap(ax, COUNTS, COUNTS[::-1], ("The desk", "The vets"))
    assert len(ax.collections) == 2
    assert ax.get_title(loc="left") == "The desk leads in 5 of 12 months"


def test_dear_cats_stand_at_the_top(ax):
    figures.draw_fee_band(ax, BAND, np.array([0.5, 1.2]), np.array([95.0, 900]))
    assert [text.get_text() for text in ax.texts] == ["$900"]


def test_the_notes_count_every_cat_once():
    cats = c0w1_notes._cats()
    assert len(cats) == 240
    counts = [int(c0w1_notes._counts(cats, kind).sum()) for kind in ("desk", "vets")]
    assert sum(counts) == 240
    for figure in c0w1_notes.figures().values():
        plt.close(figure)
