"""Shared pictures and the course's style."""

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.plots import (
    SIGNED,
    STYLE,
    draw_classes,
    draw_costs,
    draw_map,
    draw_maps,
    draw_plane,
    use_style,
)
from helpers.plots.colors import BLUE, DARK, LIGHT, ORANGE

RNG = np.random.default_rng(0)
X = np.array([[-1.0, -0.5, 0.5, 1.0], [0.0, 0.3, 0.3, 0.0]])
Y = np.array([[0, 1, 1, 1]])


@pytest.fixture
def ax():
    use_style()
    figure, ax = plt.subplots()
    yield ax
    figure.canvas.draw()
    plt.close(figure)


def title(ax):
    return ax.get_title(loc="left")


def right_half(X):
    return (X[:1] > 0) * 1.0


def test_plane_tells_the_share_of_right_answers(ax):
    assert draw_plane(ax, right_half, X, Y) is ax
    assert title(ax) == "75 % right"
    assert title(draw_plane(ax, right_half, X, Y, "a line")) == "a line"


def test_plane_is_in_the_colours_of_the_classes_with_a_line_between(ax):
    draw_plane(ax, right_half, X, Y)
    colors = ax.images[0].get_array()
    red, blue = colors[..., 0], colors[..., 2]
    assert (blue > red)[:, :100].all() and (red > blue)[:, -100:].all()
    (border,) = [c for c in ax.collections if hasattr(c, "levels")]
    assert np.abs(border.get_paths()[0].vertices[:, 0]).max() < 0.02


def test_plane_is_pale_where_a_probability_is_near_a_half(ax):
    draw_plane(ax, lambda X: 0.5 + 0.4 * X[:1], X, Y)
    paper = 3 - ax.images[0].get_array().sum(axis=-1)[0]
    assert paper[0] > 1.5 * paper[len(paper) // 2 - 2] > 0


def test_plane_of_many_classes_names_them(ax):
    classes = np.array([[0, 1, 2, 3]])
    draw_plane(ax, lambda X: np.digitize(X[0], (-0.7, 0, 0.7)), X, classes)
    assert title(ax) == "100 % right"
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == ["y = 0", "y = 1", "y = 2", "y = 3"]
    assert len(np.unique(ax.images[0].get_array().reshape(-1, 3), axis=0)) == 4


def test_plane_holds_all_examples_whatever_their_units(ax):
    far = X * np.array([[1000.0], [1.0]]) + 5000
    draw_plane(ax, right_half, far, Y)
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    assert left < far[0].min() and right > far[0].max()
    assert low < far[1].min() and high > far[1].max()
    assert ax.get_aspect() == "auto"


def test_plane_survives_answers_that_are_no_numbers(ax):
    draw_plane(ax, lambda X: np.full((1, X.shape[1]), np.nan), X, Y)
    assert np.isfinite(ax.images[0].get_array()).all()


def test_a_stub_leaves_no_empty_plane():
    def stub(X):
        raise NotImplementedError

    figure, ax = plt.subplots()
    with pytest.raises(NotImplementedError):
        draw_plane(ax, stub, X, Y)
    assert not plt.fignum_exists(figure.number)


def test_costs_of_one_run_say_where_they_end(ax):
    assert draw_costs(ax, [0.7, 0.5, 0.4]) is ax
    assert title(ax) == "The cost falls to 0.4" and ax.get_legend() is None
    assert title(draw_costs(ax, [0.4, 0.7])) == "The cost ends at 0.7"


def test_costs_of_many_runs_name_the_lowest(ax):
    draw_costs(ax, {0.1: [0.7, 0.5], 1.0: [0.7, np.inf]}, every=50)
    assert title(ax) == "After 100 iterations α = 0.1 is lowest"
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == ["α = 0.1", "α = 1"]
    assert list(ax.lines[0].get_xdata()) == [0, 50]


def test_costs_that_explode_leave_room_for_the_start(ax):
    draw_costs(ax, [0.7, 80.0, 90.0])
    assert ax.get_ylim() == (0, pytest.approx(2.8))


def test_chance_is_marked_only_where_it_means_something(ax):
    draw_costs(ax, [0.7, 0.5])
    assert [text.get_text() for text in ax.texts] == ["ln 2"]
    ax.clear()
    draw_costs(ax, [1.4, 0.5], chance=np.log(4))
    assert [text.get_text() for text in ax.texts] == ["ln 4"]
    ax.clear()
    draw_costs(ax, [7.0, 0.5], chance=None)
    assert not ax.texts


@pytest.mark.parametrize("low", [0.05, 1e-6])
def test_logarithmic_costs_stay_inside(ax, low):
    draw_costs(ax, {"a": [0.7, low], "b": [0.7, np.nan]}, log=True)
    bottom, top = ax.get_ylim()
    assert ax.get_yscale() == "log" and 0 < bottom < low < 0.7 < top
    ax.figure.canvas.draw()
    assert sum(bool(text.get_text()) for text in ax.get_yticklabels()) >= 2


def test_maps_have_a_scale_that_is_even_about_zero():
    figure, axes = plt.subplots(1, 4)
    pictures = {
        "map": np.arange(16.0).reshape(4, 4) - 3,
        "zero": np.zeros((3, 3)),
        "colour": RNG.random((4, 4, 3)),
    }
    draw_maps(axes, pictures)
    for ax in axes[:2]:
        low, high = ax.images[0].get_clim()
        assert low == -high != 0
    assert not axes[3].axison
    plt.close(figure)


def test_numbers_on_a_map_can_be_read(ax):
    draw_map(ax, np.array([[9.0, -9.0], [-4e-3, 0.5]]), "", "{:.2f}")
    assert [text.get_text() for text in ax.texts] == ["9.00", "−9.00", "0.00", "0.50"]
    colors = [text.get_color() for text in ax.texts]
    assert colors[:2] == ["white", "white"] and "white" not in colors[2:]


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
