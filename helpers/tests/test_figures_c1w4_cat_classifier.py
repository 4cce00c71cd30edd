"""Figures of the cat classifier: they draw, and say what is true."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures import c1w4_cat_classifier as cats


def test_mistakes_show_answer_and_truth():
    images = np.zeros((4, 8, 8, 3), np.uint8)
    Y, A = np.array([[1, 0, 1, 0]]), np.array([[0.1, 0.9, 0.8, 0.2]])
    figure = cats.draw_mistakes(plt.figure(), images, Y, A, [0, 1])
    assert figure.get_suptitle().startswith("2 mistakes")
    assert [ax.get_xlabel() for ax in figure.axes] == [
        "“no cat” 90%\ncat",
        "“cat” 90%\nno cat",
    ]
    plt.close(figure)
    none = cats.draw_mistakes(plt.figure(), images, Y, A, [])
    assert none.get_suptitle() == "No mistake"
    plt.close(none)


def test_first_layer_shows_the_strongest_units():
    W1 = np.zeros((6, 12))
    W1[4] = 1
    figure = cats.draw_first_layer(plt.figure(), W1, n=3)
    names = [ax.get_xlabel() for ax in figure.axes if ax.axison]
    assert names == ["unit 4", "unit 0", "unit 1"]
    plt.close(figure)


def test_depths_have_their_numbers():
    figure, ax = plt.subplots()
    cats.draw_depths(ax, {1: (0.9, 0.7), 2: (1.0, 0.8)}, "set")
    assert {"90%", "70%", "100%", "80%"} <= {text.get_text() for text in ax.texts}
    plt.close(figure)
