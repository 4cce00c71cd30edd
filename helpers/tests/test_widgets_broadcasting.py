"""Broadcasting entry by entry, without a browser."""

import itertools
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.tests.functions import stub
from helpers.widgets import explore_broadcasting
from helpers.widgets.broadcasting import _copies, _misfits, _shape

KEYS = ("a3", "a2", "a1", "b3", "b2", "b1")


def source_index(index, shape):
    pairs = zip(reversed(index), reversed(shape), strict=False)
    return tuple(i % n for i, n in pairs)[::-1]


def lengths(*values):
    return dict(zip(KEYS, values, strict=True))


def test_draws_at_once():
    panel = explore_broadcasting(source_index)
    assert not panel.shown["message"]
    assert (
        panel.shown["summary"] == "(3, 1) and (4,) give (3, 4). a and b are stretched."
    )
    assert ["copies that nobody stores", "17"] in panel.shown["stats"]


def test_agrees_with_numpy_on_every_choice():
    panel = explore_broadcasting(source_index)
    for a, b in itertools.product(
        [(0, 1, 3), (2, 1, 4), (0, 0, 0), (3, 4, 1)], repeat=2
    ):
        scene = panel.move(**lengths(*a, *b))
        ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")
        shapes = [_shape(lengths(*a, *b), name) for name in "ab"]
        try:
            wanted = str(np.broadcast_shapes(*shapes))
        except ValueError:
            wanted = "none"
        assert dict(scene.stats)["shape of a + b"] == wanted and not scene.message


def test_a_misfit_is_red_and_told():
    panel = explore_broadcasting(source_index)
    scene = panel.move(**lengths(0, 2, 3, 0, 0, 2))
    assert scene.summary.endswith("axis −1 has the lengths 3 and 2.")
    assert any(shape.look.get("color") == "red" for shape in scene.shapes)


def test_axes_left_of_an_absent_one_are_absent():
    assert _shape(lengths(3, 0, 2, 0, 0, 0), "a") == (2,)
    assert _shape(lengths(0, 0, 0, 4, 4, 0), "b") == ()
    assert _misfits((2, 3), (3, 2)) == [-1, -2] and _misfits((2, 3), (1,)) == []


def test_the_first_entries_are_no_copies():
    copies = _copies((3, 1), (3, 4))
    assert (~copies[:, 0]).all() and copies[:, 1:].all()
    assert not _copies((3, 4), (3, 4)).any()
    assert _copies((), (2, 2)).sum() == 3


def test_entries_from_a_wrong_place_are_counted():
    panel = explore_broadcasting(lambda index, shape: (0,) * len(shape))
    scene = panel.scene()
    assert (
        "from a wrong place",
        "17",
    ) in scene.stats and "wrong place" in scene.summary


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (stub, "stub is not written yet."),
        (lambda index, shape: None, "returns None"),
        (lambda index, shape: (0, *index), "expected a tuple of 2 numbers"),
        (lambda index, shape: 5, "got 5, expected a tuple"),
        (
            lambda index, shape: index[len(index) - len(shape) :],
            "that the array has not",
        ),
    ],
)
def test_tells_trouble_in_plain_words(function, words):
    panel = explore_broadcasting(function)
    assert words in panel.scene().message
