"""Figures of the deep network: they draw, and say what is true."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c1w4_deep_network as deep
from helpers.plots import use_style
from helpers.tests.functions import stub


def relu_layer(A_prev, W, b, activation):
    return np.maximum(W @ A_prev + b, 0), None


def tree(X):
    n = len(X)
    return X.sum(axis=0, keepdims=True) % 2, int(np.ceil(np.log2(n))), n - 1


def title(ax):
    return ax.get_title(loc="left")


def words(ax):
    return [text.get_text() for text in ax.texts]


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


def test_networks_are_counted(ax):
    assert deep.draw_networks(ax, [[3, 1], [3, 5, 5, 3, 1]]) is ax
    assert words(ax) == ["1 layer", "4 numbers", "4 layers", "72 numbers"]
    assert len(ax.patches) == 4 + 17


def test_blocks_name_every_cache(ax):
    assert deep.draw_blocks(ax) is ax
    caches = [text for text in words(ax) if "Z^" in text]
    assert len(caches) == 3 and "A^{[0]}" in caches[0]


@pytest.mark.parametrize(
    ("bits", "depth", "top"),
    [((1, 0, 1, 1, 0, 1), 3, "0"), ((1, 1, 1), 2, "1"), ((0, 1), 1, "1")],
)
def test_tree_ends_with_the_parity(ax, bits, depth, top):
    assert deep.draw_xor_tree(ax, bits) is ax
    assert title(ax).endswith(f"{len(bits) - 1} gates, but only {depth} levels")
    assert words(ax)[-1] == top


def test_gates_are_those_of_the_function(ax):
    assert deep.draw_gates(ax, tree) is ax
    assert title(ax).startswith("20 bits: 19 gates in a tree, 524,288 detectors")


def test_each_layer_doubles_the_pieces(ax):
    assert deep.draw_folds(ax, relu_layer, depths=(1, 2, 6)) is ax
    counts = [text.split("\n")[1] for text in words(ax)]
    assert counts == ["2 pieces", "4 pieces", "64 pieces"]


def test_hierarchy_shows_edges_parts_and_faces(ax):
    assert deep.draw_hierarchy(ax) is ax
    assert len(ax.images) == 9 + 9 + 3


@pytest.mark.parametrize("draw", [deep.draw_gates, deep.draw_folds])
def test_a_stub_leaves_no_empty_picture(draw):
    figure, ax = plt.subplots()
    with pytest.raises(NotImplementedError):
        draw(ax, stub)
    assert not plt.fignum_exists(figure.number)
