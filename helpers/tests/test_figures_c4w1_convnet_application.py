"""The figures of c4w1_convnet_application."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures.c4w1_convnet_application import (
    draw_answers,
    draw_filters,
    draw_layers,
    draw_net,
    draw_patches,
    draw_shift,
)

ROWS = [((32, 32, 3), 3072, 0), ((14, 14, 6), 1176, 456), ((10,), 10, 11770)]


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_net_shows_shapes_and_parameters():
    ax = draw_net(plt.figure().gca(), ROWS, ["input", "conv", "fc"])
    assert {"32×32×3", "14×14×6", "10", "456", "11,770", "conv"} <= set(texts(ax))


def test_patches_show_every_window():
    ax = draw_patches(plt.figure().gca())
    assert texts(ax).count("16") == 2  # in the picture, and in the last window
    assert "P: 4 places × 9 numbers" in texts(ax)


@pytest.mark.parametrize("m", [0, 1, 5])
def test_answers(m):
    figure = draw_answers(plt.figure(), np.zeros((m, 8, 8, 1)), ["3, not 5"] * m)
    assert len(figure.axes) == max(m, 1)


def test_filters_and_maps():
    rng = np.random.default_rng(0)
    W, maps = rng.normal(size=(3, 3, 3, 4)), np.maximum(rng.normal(size=(8, 8, 4)), 0)
    maps[:, :, 1] = 0  # a silent map
    assert len(draw_filters(plt.figure(), W, maps).axes) == 8
    figure = draw_layers(plt.figure(), np.zeros((8, 8, 3)), [maps, maps[::2, ::2, :3]])
    assert [ax.get_title(loc="left") for ax in figure.axes][1:] == [
        "layer 1: 4 maps of 8 × 8",
        "layer 2: 3 maps of 4 × 4",
    ]
    pictures = [ax.images[0].get_array() for ax in figure.axes[1:]]
    assert all(np.isfinite(p).all() and p.max() <= 1 for p in pictures)


def test_shift_has_a_line_for_each_net():
    shares = {"a": [0.9, 1.0, 0.8], "b": [0.5, 0.9, 0.6]}
    ax = draw_shift(plt.figure().gca(), [-2, 0, 2], shares)
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["a", "b"]
