"""Shape tracer: every array arrives at its step, and a wrong shape is told."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.tests.functions import stub
from helpers.widgets import explore_shapes
from helpers.widgets.shapes import EXAMPLES, NETWORKS, STEPS, trace


def initialize(layer_dims, rng):
    sizes = list(zip(layer_dims, layer_dims[1:], strict=False))
    weights = {f"W{k}": rng.normal(size=(n, p)) for k, (p, n) in enumerate(sizes, 1)}
    return weights | {f"b{k}": np.zeros((n, 1)) for k, (_, n) in enumerate(sizes, 1)}


def forward(before, weights, bias, kind):
    score = weights @ before + bias
    after = score * (score > 0) if kind == "relu" else 1 / (1 + np.exp(-score))
    return after, (before, weights, bias, score)


def backward(slope, cache, kind):
    before, weights, bias, score = cache
    value = forward(before, weights, bias, kind)[0]
    inner = slope * ((score > 0) if kind == "relu" else value * (1 - value))
    means = inner @ before.T / before.shape[1], inner.mean(axis=1, keepdims=True)
    return weights.T @ inner, *means


@pytest.fixture
def panel():
    return explore_shapes(initialize, forward, backward)


def texts(scene):
    return [shape.text for shape in scene.shapes if shape.kind == "text"]


def test_draws_at_once_and_answers_every_value(panel):
    assert not panel.shown["message"] and "dA2 (5, 7)" in panel.shown["picture"]
    pictures = set()
    for dims in NETWORKS:
        for step in range(STEPS + 1):
            scene = panel.move(dims=dims, m=7, step=step)
            assert scene.summary and not scene.message
            ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")
            pictures.add(panel.shown["picture"])
    # A short network has fewer steps: beyond its last one the picture stays.
    assert len(pictures) == sum(2 * (len(dims) - 1) + 1 for dims in NETWORKS)
    used = set(re.findall(r"var\(--dl-(\w+)", "".join(pictures)))
    assert all(str(panel._css).count(f"--dl-{color}:") == 2 for color in used)


def test_forward_fills_the_caches_and_back_uses_them(panel):
    dims = (3, 5, 5, 3, 1)
    first = texts(panel.move(dims=dims, m=2, step=0))
    assert "A0 (3, 2)" in first and "W1 (5, 3)" in first and "b4 (1, 1)" in first
    assert not any(text[0] in "Zd" or "cache" in text for text in first)
    second = texts(panel.move(step=2))
    assert "A2 (5, 2)" in second and "A3 (3, 2)" not in second
    assert "cache 2, kept" in second and "cache 3, kept" not in second
    back = texts(panel.move(step=5))
    assert {"dA4 (1, 2)", "dW4 (1, 3)", "db4 (1, 1)", "dA3 (3, 2)"} <= set(back)
    assert "cache 4, used" in back and "cache 3, kept" in back
    assert "dW3 (3, 5)" not in back
    last = panel.move(step=8)
    assert {"dW1 (5, 3)", "db1 (5, 1)", "dA0 (3, 2)"} <= set(texts(last))
    assert last.stats[0] == ("parameters", "72")
    assert last.stats[2] == ("gradients", "8 of 8")


@pytest.mark.parametrize("m", EXAMPLES)
def test_only_what_belongs_to_examples_grows(m):
    found = trace((2, 3, 5, 4, 2, 1), m, initialize, forward, backward)
    assert not found.trouble
    for name, piece in found.pieces.items():
        letter = name.removeprefix("d").split()[-1][0]
        assert piece.shape == piece.wanted
        assert (piece.shape[1] == m) or letter in "Wb"


def flat_bias(layer_dims, rng):
    return initialize(layer_dims, rng) | {"b2": np.zeros(layer_dims[2])}


def transposed(before, weights, bias, kind):
    after, cache = forward(before, weights, bias, kind)
    return after.T, cache


def keeps_A(before, weights, bias, kind):
    after, cache = forward(before, weights, bias, kind)
    return after, (after, *cache[1:])


def lost_axis(slope, cache, kind):
    first, second, third = backward(slope, cache, kind)
    return first, second, third.ravel()


@pytest.mark.parametrize(
    ("functions", "step", "wrong", "words"),
    [
        (
            (flat_bias, forward, backward),
            0,
            "✗ b2 (5,) ≠ (5, 1)",
            "flat_bias: b2 has shape (5,), expected (5, 1).",
        ),
        (
            (initialize, transposed, backward),
            1,
            "✗ A1 (7, 5) ≠ (5, 7)",
            "transposed, layer 1: A1 has shape (7, 5), expected (5, 7).",
        ),
        (
            (initialize, keeps_A, backward),
            1,
            "✗ A0 (5, 7) ≠ (3, 7)",
            "keeps_A, layer 1: cache 1 A has shape (5, 7), expected (3, 7).",
        ),
        (
            (initialize, forward, lost_axis),
            5,
            "✗ db4 (1,) ≠ (1, 1)",
            "lost_axis, layer 4: db4 has shape (1,), expected (1, 1).",
        ),
    ],
)
def test_a_wrong_shape_is_red_with_the_wanted_one(functions, step, wrong, words):
    panel = explore_shapes(*functions)
    scene = panel.move(step=STEPS)
    assert scene.message == words
    (text,) = (shape for shape in scene.shapes if shape.text == wrong)
    assert text.look["color"] == "red"
    if step:
        assert not panel.move(step=step - 1).message


@pytest.mark.parametrize("place", range(3))
def test_a_function_that_is_not_written_yet_is_named(place):
    functions = [initialize, forward, backward]
    functions[place] = stub
    panel = explore_shapes(*functions)
    assert panel.shown["message"].startswith("stub is not written yet.")
    assert "A0 (3, 7)" in panel.shown["picture"]


@pytest.mark.parametrize(
    ("functions", "words"),
    [
        ((lambda d, r: [1], forward, backward), "got no 'W1', expected a dict"),
        ((initialize, lambda *a: 1.0, backward), "got one part, expected (A, cache)"),
        (
            (initialize, lambda A, W, b, g: (W @ A, (A, W, b)), backward),
            "cache: got 3 parts, expected (A_prev, W, b, Z)",
        ),
        ((initialize, forward, lambda *a: None), "returns None"),
    ],
)
def test_other_trouble_is_told_in_words(functions, words):
    assert words in explore_shapes(*functions).move(step=STEPS).message
