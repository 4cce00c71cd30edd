"""Figures of c1w2_vectorization: each draws, and titles what to see."""

from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import c1w2_vectorization as vectors
from helpers.plots import use_style

FOODS = ("Apples", "Beef")


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


CALLS: dict[str, Any] = {
    "tangent": (vectors.draw_tangent, lambda a: a**2, 2.0, 0.5),
    "falling tangent": (vectors.draw_tangent, lambda a: -(a**3), 2.0, 1e-3),
    "graph": (vectors.draw_graph, {"a": 5, "b": 3, "c": 2, "u": 6, "v": 11, "J": 33}),
    "graph with few": (vectors.draw_graph, {"J": 33.0}, {"dv": 3, "db": 6}),
    "race": (vectors.draw_race, [10, 100], {"loop": [1, 10], "np.dot": [0.1, 0.2]}),
    "race of one": (vectors.draw_race, np.array([10, 100]), {"loop": [1, 10]}),
    "broadcast": (vectors.draw_broadcast, (3, 4), (1, 4)),
    "broadcast rank 1": (vectors.draw_broadcast, (4,), (1,)),
    "outer": (vectors.draw_broadcast, (3, 1), (4,)),
    "misfit": (vectors.draw_broadcast, (3, 4), (3,)),
    "calories": (vectors.draw_calories, np.array([[40, 5], [60, 95.0]]), FOODS, "ab"),
}


@pytest.mark.parametrize("name", CALLS)
def test_draws_into_the_axes_and_says_what_to_see(ax, name):
    draw, *args = CALLS[name]
    assert draw(ax, *args) is ax
    assert len(ax.get_title(loc="left")) > 12


def test_a_misfit_is_told(ax):
    vectors.draw_broadcast(ax, (3, 4), (3,))
    assert "do not fit" in ax.get_title(loc="left")


def test_race_names_the_ratio(ax):
    vectors.draw_race(ax, [10, 100], {"loop": [1, 60], "np.dot": [0.1, 0.2]})
    title = ax.get_title(loc="left")
    assert title == "At n = 100 loop takes 300 times as long as np.dot"


def test_only_known_slopes_are_drawn_on_their_way_back(ax):
    vectors.draw_graph(ax, {"J": 33.0}, {"dv": 3, "db": 6})
    texts = {text.get_text() for text in ax.texts}
    assert {"33", "dv = 3", "db = 6"} <= texts and "da = 3" not in texts
    assert sum(line.get_linestyle() != "-" for line in ax.lines) == 2
