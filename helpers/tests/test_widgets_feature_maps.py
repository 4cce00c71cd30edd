"""Feature maps without a browser."""

import base64

import numpy as np
import pytest

from helpers.canvas.scene import Scene
from helpers.canvas.svg import png, to_svg
from helpers.tests.convnet_functions import convnet_forward, parameters
from helpers.tests.functions import stub
from helpers.widgets import explore_drawing, explore_feature_maps


@pytest.fixture
def cats():
    return parameters(32, 3, 6, 2)


@pytest.fixture
def digits():
    return parameters(8, 1, 5, 10)


def test_draws_at_once_picture_maps_and_answer(cats):
    panel = explore_feature_maps(convnet_forward, cats, np.full(3, 0.5))
    assert not panel.shown["message"]
    stats = dict(panel.shown["stats"])
    assert stats["answer"].startswith(("cat, ", "no cat, "))
    assert stats["silent maps"].endswith(" of 6")
    kinds = [shape.kind for shape in panel.scene().shapes]
    assert kinds.count("photo") == 1 and kinds.count("image") <= 6
    assert "Your net says" in panel.shown["summary"]


def test_the_picture_follows_its_controls(cats):
    panel = explore_feature_maps(convnet_forward, cats)
    photos = []
    for values in ({}, {"x": 6}, {"species": 3}, {"who": 4}, {"turn": 0.6}):
        (photo,) = (s for s in panel.move(**values).shapes if s.kind == "photo")
        photos.append(photo.look["pixels"])
        assert photo.look["pixels"].shape == (32, 32, 3)
    for before, after in zip(photos, photos[1:], strict=False):
        assert (before != after).any()


def test_the_truth_belongs_to_the_animal(cats):
    panel = explore_feature_maps(lambda X, p: (np.array([[0.1], [0.9]]), c(X)), cats)

    def c(X):
        return [((), np.ones((1, 4, 4, 2)))]

    assert panel.move(species=0).summary.startswith("Your net says “cat” with 90 %")
    assert "That is right." in panel.move(species=0).summary
    assert "That is wrong." in panel.move(species=4).summary


def test_a_drawing_is_halved_and_judged(digits):
    seen = []

    def forward(X, p):
        seen.append(X)
        return convnet_forward(X, p)

    panel = explore_drawing(forward, digits)
    assert seen[-1].shape == (1, 8, 8, 1) and seen[-1].dtype == np.float32
    assert seen[-1].min() >= 0 and seen[-1].max() == 1
    one = [0.0] * 256
    one[0] = 1.0
    panel.move(drawing=one)
    assert seen[-1][0, 0, 0, 0] == 0.25 and seen[-1].sum() == 0.25
    assert dict(panel.shown["stats"])["silent maps"].endswith(" of 5")


def test_an_empty_drawing_is_no_trouble(digits):
    panel = explore_drawing(convnet_forward, digits)
    scene = panel.move(drawing=[0.0] * 256)
    assert not scene.message and "5 of 5 maps are silent" in scene.summary


def test_poster_shows_the_picture(cats):
    data, _ = explore_feature_maps(convnet_forward, cats)._repr_mimebundle_()
    assert base64.b64decode(data["image/png"])[:4] == b"\x89PNG"
    assert "animal no. = 1" in data["text/plain"]


@pytest.mark.parametrize(
    ("forward", "words"),
    [
        (stub, "stub is not written yet."),
        (lambda X, p: None, "returns None"),
        (lambda X, p: X, "got one part, expected (A, caches)"),
        (
            lambda X, p: (np.ones((1, 2)), []),
            "got A of shape (1, 2), expected (n_y, 1)",
        ),
        (lambda X, p: (np.ones((2, 1)), [(1, 2)]), "got no maps in caches"),
        (lambda X, p: (np.ones((2, 1)), None), "got no maps in caches"),
    ],
)
def test_tells_trouble_in_plain_words(cats, forward, words):
    panel = explore_feature_maps(forward, cats)
    assert words in panel.shown["message"]
    assert words in panel._repr_mimebundle_()[0]["text/plain"]


def test_numbers_that_are_none_are_drawn(cats):
    def forward(X, p):
        return np.full((2, 1), np.nan), [((), np.full((1, 4, 4, 3), np.nan))]

    assert not explore_feature_maps(forward, cats).shown["message"]


def test_a_coloured_picture_in_the_scene():
    pixels = np.zeros((2, 3, 3), dtype=np.uint8)
    pixels[0, 0] = (255, 0, 0)
    scene = Scene()
    scene.photo((10, 20, 30, 40), pixels)
    text = to_svg(scene)
    assert "image-rendering:pixelated" in text and 'width="30"' in text
    head = png(pixels)[16:26]
    assert head == bytes([0, 0, 0, 3, 0, 0, 0, 2, 8, 2])  # 3 x 2, 8 bits, colour
