"""Convolution stepper: numbers of the notes, settings, and the learner's slips."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import product

import numpy as np
import pytest

from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.tests.convolution_functions import conv_output_size, convolve
from helpers.tests.functions import stub
from helpers.widgets import explore_convolution
from helpers.widgets.convolution import PADS, STRIDES
from helpers.widgets.convolution_case import (
    FILTERS,
    OWN,
    PICTURES,
    load_picture,
    make_case,
)
from helpers.widgets.convolution_picture import short

KERNELS = {name: tuple(np.ravel(v).tolist()) for name, v in FILTERS.items()}
BLANK = (0.0,) * OWN**2


@pytest.fixture
def panel():
    return explore_convolution(convolve, conv_output_size)


def texts(scene):
    return [shape.text for shape in scene.shapes if shape.kind == "text"]


def areas(scene):
    return {s.look["area"]: s.look for s in scene.shapes if s.kind == "area"}


def right(panel, **values):
    scene = panel.move(**values)
    assert not scene.message
    return make_case(**panel.values()).right


def well_formed(panel):
    ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")
    used = set(re.findall(r"var\(--dl-(\w+)", panel.shown["picture"]))
    assert all(str(panel._css).count(f"--dl-{color}:") == 2 for color in used)


def test_draws_at_once_with_the_sum_done_by_hand(panel):
    assert not panel.shown["message"] and "sum = −5" in panel.shown["picture"]
    assert panel.shown["summary"].endswith("its 9 products add up to −5.")
    assert ["output", "4 × 4"] in panel.shown["stats"]
    well_formed(panel)


@pytest.mark.parametrize(
    ("picture", "kernel", "rows"),
    [
        ("numbers", "vertical", [[-5, -4, 0, 8], [-10, -2, 2, 3], [0, -2, -4, -7],
                                 [-3, -2, -3, -16]]),
        ("edge", "vertical", [[0, 30, 30, 0]] * 4),
        ("flipped", "vertical", [[0, -30, -30, 0]] * 4),
        ("edge", "Sobel", [[0, 40, 40, 0]] * 4),
        ("edge", "Scharr", [[0, 160, 160, 0]] * 4),
        ("chess", "horizontal", [[0] * 4, [30, 10, -10, -30], [30, 10, -10, -30],
                                 [0] * 4]),
    ],
)  # fmt: skip
def test_the_examples_of_the_notes(panel, picture, kernel, rows):
    found = right(panel, picture=picture, kernel=KERNELS[kernel])
    np.testing.assert_allclose(found, rows)


def test_the_strided_example_of_the_notes(panel):
    kernel = (3.0, 4, 4, 1, 0, 2, -1, 0, 3)
    found = right(panel, picture="seven", kernel=kernel, stride=2)
    np.testing.assert_allclose(found, [[91, 100, 88], [69, 91, 117], [44, 72, 74]])
    assert "sum = 91" in texts(panel.move(at=(0, 0)))


def test_every_setting_draws(panel):
    settings = product(PICTURES, KERNELS.values(), PADS, STRIDES)
    for picture, kernel, pad, stride in settings:
        scene = panel.move(picture=picture, kernel=kernel, pad=pad, stride=stride)
        assert not scene.message and scene.summary
        rows, columns = areas(scene)["at"]["cells"]
        assert rows == columns > 0
    well_formed(panel)


def test_same_padding_depends_on_the_filter(panel):
    for name, p in (("vertical", "1"), ("blur 5 × 5", "2")):
        scene = panel.move(kernel=KERNELS[name], pad="same")
        assert ("padding", p) in scene.stats and ("output", "6 × 6") in scene.stats


def test_a_window_that_is_out_of_reach_goes_to_the_last_one(panel):
    scene = panel.move(at=(3, 3), stride=2)
    assert scene.summary.startswith("Cell (1, 1)")
    assert areas(scene)["at"]["data"]["ends"] == (1, 1)
    assert "never read: the last row and column" in texts(scene)


def test_areas_tell_the_page_which_cell_is_meant(panel):
    scene = panel.move(stride=3, pad=1)
    first, second = (s.look for s in scene.shapes if s.kind == "area")
    assert first["cells"] == (8, 8) and second["cells"] == (2, 2)
    assert (first["data"]["step"], first["data"]["offset"]) == (3, 1.0)
    assert (
        'data-area="at" data-cells="8 8" data-ends="1 1" data-step="3"'
        in (panel.shown["picture"])
    )


def test_an_own_picture_is_convolved(panel):
    drawn = list(BLANK)
    drawn[OWN + 1] = 10.0
    scene = panel.move(picture="own", own=tuple(drawn), kernel=KERNELS["identity"])
    assert "sum = 10" in texts(scene)
    assert areas(scene)["own"]["data"]["here"] == OWN + 1
    scene = panel.move(at=(5, 5), pad=1)
    assert areas(scene)["own"]["data"]["here"] == 5 * OWN + 5


def test_the_cat_is_a_grey_picture():
    cat = load_picture("cat")
    assert cat.shape == (32, 32) and cat.min() >= 0 and 150 < cat.max() < 256


def flipped(image, kernel, stride, pad):
    return convolve(image, kernel[::-1, ::-1], stride, pad)


def one_off(image, kernel, stride, pad):
    out = convolve(image, kernel, stride, pad)
    out[-1, 0] += 1
    return out


def no_stride(image, kernel, stride, pad):
    return convolve(image, kernel, 1, pad)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (flipped, "flipped turns the filter by 180 degrees"),
        (one_off, "cell (2, 0) is 1, but the products there add up to 0. 1 of 9"),
        (no_stride, "got shape (5, 5), expected (3, 3) with stride 2 and pad 0"),
        (lambda *a: None, "returns None"),
        (lambda *a: "text", "got str, expected an array of shape (3, 3)"),
        (lambda *a: np.full((3, 3), np.nan), "cell (0, 0) is ?"),
        (stub, "stub is not written yet."),
    ],
)
def test_a_wrong_convolve_is_told_and_the_products_stay(function, words):
    panel = explore_convolution(function, conv_output_size)
    kernel = (0.0, 0, 0, 1, 0, -1, 0, 0, 0)
    image = np.zeros((OWN, OWN))
    image[:5] = 1
    values = {"picture": "seven", "stride": 2, "kernel": kernel}
    scene = panel.move(**values)
    if function is one_off:
        scene = panel.move(picture="seven", kernel=(0.0,) * 9)
    assert words in scene.message
    assert any(text.startswith("sum = ") for text in texts(scene))


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda n, f, pad, stride: (n + 2 * pad - f + 1) // stride, "got 2, but 3"),
        (lambda n, f, pad, stride: (n + 2 * pad - f) / stride + 1.5, "got 3.5, but 3"),
        (lambda *a: (3, 3), "got shape (2,), expected one number"),
        (stub, "stub is not written yet."),
    ],
)
def test_a_wrong_size_is_told(function, words):
    scene = explore_convolution(convolve, function).move(picture="seven", stride=2)
    assert words in scene.message


def test_arguments_are_not_changed():
    def greedy(image, kernel, stride, pad):
        out = convolve(image, kernel, stride, pad)
        image[:], kernel[:] = 0, 0
        return out

    panel = explore_convolution(greedy, conv_output_size)
    for _ in range(2):
        assert not panel.move(picture="edge").message


def test_posters(panel):
    data, _ = panel._repr_mimebundle_()
    assert data["image/png"] and panel.title in data["text/plain"]
    wrong = explore_convolution(one_off, conv_output_size)._repr_mimebundle_()[0]
    assert "1 of 16 cells differ" in wrong["text/plain"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.04, ".04"), (-0.5, "−.5"), (-5.0, "−5"), (2.5, "2.5"), (-0.001, "0"),
     (1e-9, "0"), (30.0, "30"), (np.nan, "?"), (100.0, "100")],
)  # fmt: skip
def test_short_numbers(value, text):
    assert short(value) == text


def test_the_same_field_at_two_places_is_drawn_twice():
    scene, levels = Scene(), np.eye(3)
    for x in (0, 50):
        scene.image((x, 0, 40, 40), levels, "blue", sharp=True)
    text = Panel("t", lambda scene: None, [], scene).behind
    assert len(set(re.findall(r'mask id="(\w+)"', text))) == 2
    assert text.count("image-rendering:pixelated") == 2
