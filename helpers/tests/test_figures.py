"""Figures: each draws, titles what to see, returns its axes, in the course's style."""

from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures import build_figures
from helpers.figures import c1w2_logistic_regression as logistic
from helpers.figures import c1w2_vectorization as vectors
from helpers.plots import SIGNED, STYLE, draw_classes, use_style
from helpers.plots.colors import BLUE, DARK, LIGHT, ORANGE

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, size=(5, 8, 8, 3)).astype(np.uint8)
FOODS = ("Apples", "Beef")
NAMES = (
    "tangent graph race broadcast calories flatten sigmoid loss bowls costs pipeline"
)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def loss(yhat, y):
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))


def stub(*args):
    raise NotImplementedError


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
    "flatten": (logistic.draw_flatten, IMAGES[0]),
    "sigmoid": (logistic.draw_sigmoid, sigmoid),
    "loss": (logistic.draw_loss, loss),
    "costs": (logistic.draw_costs, [0.7, 0.5, 0.4]),
    "costs of rates": (logistic.draw_costs, {0.1: [0.7, 0.5], 1.0: [0.7, np.inf]}),
    "weights": (logistic.draw_weights, RNG.normal(size=(192, 1)), (8, 8, 3)),
    "no weights": (logistic.draw_weights, np.zeros((64, 1)), (8, 8)),
    "pipeline": (logistic.draw_pipeline,),
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


@pytest.mark.parametrize("draw", [logistic.draw_sigmoid, logistic.draw_loss])
def test_a_stub_leaves_no_empty_picture(draw):
    figure, ax = plt.subplots()
    with pytest.raises(NotImplementedError):
        draw(ax, stub)
    assert not plt.fignum_exists(figure.number)


def test_bowls_have_traps_only_for_squared_error():
    figure, axes = plt.subplots(1, 2)
    assert logistic.draw_bowls(axes) is axes
    words = [[t.get_text() for t in ax.texts] for ax in axes]
    assert "a trap" in words[0] and words[1] == ["lowest"]
    plt.close(figure)


@pytest.mark.parametrize("flat", [False, True])
def test_gallery_frames_wrong_answers(flat):
    figure = plt.figure()
    X = IMAGES.reshape(5, -1).T if flat else IMAGES
    axes = logistic.draw_gallery(
        figure, X, np.ones((1, 5)), np.array([[1, 0, 1, 1, 0]])
    )
    assert figure.get_suptitle() == "2 of 5 answers are wrong" and len(axes) == 5
    assert axes[1].get_xlabel() == "✗ non-cat"
    figure.canvas.draw()
    plt.close(figure)


def test_classes_differ_by_colour_and_marker(ax):
    draw_classes(ax, RNG.normal(size=(2, 6)), np.array([[0, 1, 0, 1, 1, 0]]))
    zero, one = ax.collections
    colors = [mpl.colors.to_hex(c.get_facecolor()[0]) for c in (zero, one)]
    assert colors == [BLUE, ORANGE]
    assert len(zero.get_paths()[0].vertices) != len(one.get_paths()[0].vertices)


def luminance(color):
    parts = np.array(mpl.colors.to_rgb(color))
    linear = np.where(parts <= 0.03928, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["ink", "muted", "blue", "orange"])
def test_texts_have_contrast(theme, name):
    one, two = sorted(luminance(theme[k]) for k in (name, "surface"))
    assert (two + 0.05) / (one + 0.05) >= 4.5


def test_signed_colours_run_from_orange_over_white_to_blue():
    ends = [mpl.colors.to_hex(SIGNED(x)) for x in (0.0, 0.5, 1.0)]
    assert ends[0] == ORANGE and ends[2] == BLUE and luminance(ends[1]) > 0.97
    assert mpl.rcParams["axes.titlelocation"] == STYLE["axes.titlelocation"]


@pytest.fixture
def picture(monkeypatch):
    monkeypatch.setattr("helpers.figures.build._picture", lambda: IMAGES[0])


def test_build_is_the_same_twice_and_small(tmp_path, picture):
    before = plt.get_fignums()
    paths = build_figures(tmp_path / "one")
    assert plt.get_fignums() == before
    assert {path.stem for path in paths} >= set(NAMES.split())
    for path in paths:
        other = tmp_path / "two" / path.name
        if not other.exists():
            build_figures(tmp_path / "two")
        assert path.read_bytes() == other.read_bytes()
        assert path.stat().st_size < 80_000
        assert plt.imread(path).shape[1] == 900
