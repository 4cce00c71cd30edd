"""Figures of the notes on convolution: the numbers they show."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c4w1_notes as notes
from helpers.figures.c4w1_volumes import draw_network, draw_volume
from helpers.plots import use_style
from helpers.widgets.convolution_case import FILTERS


@pytest.fixture(scope="module")
def made():
    use_style()
    figures = notes.figures()
    yield figures
    for figure in figures.values():
        plt.close(figure)


def texts(figure):
    return [text.get_text() for ax in figure.axes for text in ax.texts]


def test_every_figure_draws_in_the_width_of_the_notes(made):
    for figure in made.values():
        figure.canvas.draw()
        assert figure.get_size_inches()[0] == 7.5 and figure.axes


def test_numbers_of_the_notes(made):
    shown = texts(made["conv_window"])
    assert {"−5", "−16"} <= set(shown)
    assert {"91", "100", "88", "117", "74"} <= set(texts(made["strides"]))
    assert texts(made["edges"]).count("30") == 10
    assert texts(made["edges"]).count("−10") == 2
    assert texts(made["pixel_use"]).count("9") == 4 + 16
    assert texts(made["conv_back"])[-10:-1] == [
        "1",
        "−1",
        "0",
        "4",
        "−3",
        "1",
        "4",
        "−2",
        "0",
    ]
    assert "32 × 32 × 3" in texts(made["digit_network"])


def test_the_learned_filter_is_the_sobel_filter():
    kernels, costs = notes._learned()
    assert costs[-1] < 1e-5 < costs[0]
    last = list(kernels.values())[-1]
    np.testing.assert_allclose(last, FILTERS["Sobel"], atol=0.02)


def test_a_filter_as_a_matrix_is_sparse_and_shared():
    nine = np.arange(1.0, 10).reshape(3, 3)
    M, image = notes._matrix(nine), np.random.default_rng(4).normal(size=(6, 6))
    assert np.count_nonzero(M) == 144 and len(np.unique(M)) == 10
    out = notes.convolve(image, nine)
    np.testing.assert_allclose(M @ image.ravel(), out.ravel())


@pytest.mark.parametrize("draw", [draw_volume, draw_network])
def test_volumes_stay_inside(draw):
    figure, ax = plt.subplots()
    draw(ax)
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    for patch in ax.patches:
        corners = patch.get_path().transformed(patch.get_patch_transform()).vertices
        if hasattr(patch, "get_xy") and len(np.shape(patch.get_xy())) == 2:
            assert (corners[:, 0] >= left).all() and (corners[:, 0] <= right).all()
            assert (corners[:, 1] >= low).all() and (corners[:, 1] <= high).all()
    plt.close(figure)
