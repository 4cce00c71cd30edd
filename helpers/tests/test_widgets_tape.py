"""The tape viewer without a browser: every program, every step, trouble in words."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.canvas.svg import to_svg
from helpers.tests.functions import stub
from helpers.tests.tape_functions import go_back, order_of, rule_of
from helpers.widgets import explore_tape
from helpers.widgets.tape import FIRST, PROGRAMS, STEPS, run_tape


def panel(order=order_of, backward=go_back, rule=rule_of):
    return explore_tape(order, backward, rule)


def texts(scene):
    return [shape.text for shape in scene.shapes if shape.kind == "text"]


def test_draws_at_once():
    shown = panel().shown
    assert not shown["message"] and shown["summary"].startswith("Record v = a + u")
    assert 1 <= len(panel().list) <= 3


@pytest.mark.parametrize("name", PROGRAMS)
def test_answers_every_value(name):
    made = panel()
    for first in FIRST:
        for step in range(STEPS):
            scene = made.move(name=name, first=first, step=step)
            assert scene.summary and not scene.message, (first, step)
            ElementTree.fromstring(f"<svg>{to_svg(scene)}</svg>")
    pictures = {to_svg(made.move(step=step)) for step in range(STEPS)}
    assert len(pictures) == len(PROGRAMS[name][0]) + 1


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_number_runs_into_its_neighbour(name):
    scene = panel().move(name=name, step=STEPS - 1)
    words = [s for s in scene.shapes if s.kind == "text" and s.points[0][0] < 510]
    boxes = [(*s.points[0], 3.4 * len(s.text)) for s in words]
    for k, (x, y, half) in enumerate(boxes):
        for other_x, other_y, other in boxes[:k]:
            near = abs(y - other_y) < 10 and abs(x - other_x) < half + other
            assert not near, (words[k].text, x, other_x)


def test_gradients_appear_one_record_at_a_time():
    made = panel()
    assert "dJ = 1" in texts(made.move(step=0))
    assert "dv = 3" not in texts(made.move(step=0))
    assert "dv = 3" in texts(made.move(step=1))
    assert "dc = 9" in texts(made.move(step=3))


def test_a_gradient_grows_where_a_name_is_used_twice():
    made = panel()
    assert "dw = −10" in texts(made.move(name="w² − 10w + 25", first=2.0, step=3))
    scene = made.move(step=4)
    assert "dw = −6" in texts(scene) and "they are added" in scene.summary


def test_softmax_ends_in_prediction_minus_label():
    scene = panel().move(name="softmax loss", first=5.0, step=6)
    a = np.exp(5) / (np.exp(5) + np.exp(3))
    stats = dict(scene.stats)
    assert stats["dy"] == f"−{1 - a:.4g}" and stats["dz"] == f"{1 - a:.4g}"


def test_values_are_those_of_the_program():
    tape, leaves = PROGRAMS["3 (a + bc)"]
    assert run_tape(tape, leaves)["J"] == 33


@pytest.mark.parametrize("parts", [(stub, go_back, rule_of), (order_of, stub, rule_of)])
def test_says_that_a_function_is_not_written_yet(parts):
    assert panel(*parts).shown["message"].startswith("stub is not written yet.")


def test_says_that_the_rule_is_not_written_yet():
    assert "stub is not written yet." in panel(rule=stub).shown["message"]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (lambda graph, end: order_of(graph, end)[::-1], "stands before its input"),
        (lambda graph, end: order_of(graph, end)[:-1], "expected the names"),
        (lambda graph, end: None, "returns None"),
        (lambda graph, end: graph.popitem(), "expected the names"),
    ],
)
def test_tells_a_wrong_order(order, words):
    assert words in panel(order=order).shown["message"]


@pytest.mark.parametrize(
    ("backward", "words"),
    [
        (lambda *args: {}, "no gradient of a in the dict"),
        (lambda *args: [1.0], "got list, expected a dict"),
        (lambda tape, values, end, rules: dict.fromkeys(values, 3.0), "a nudge gives"),
        (lambda tape, values, end, rules: {"J": "one"}, "expected a number"),
    ],
)
def test_tells_wrong_gradients(backward, words):
    assert words in panel(backward=backward).move(step=3).message


def test_tells_a_wrong_rule_by_a_nudge():
    def halved(op, a, b, G):
        return rule_of(op, a, b, G / 2)

    scene = panel(rule=halved).move(step=3)
    assert scene.message.endswith("the gradient of a is 0.75, a nudge gives 3.")


def test_leaves_a_picture_and_words_where_no_browser_is():
    data, meta = panel()._repr_mimebundle_()
    assert data["image/png"].startswith("iVBOR") and meta["image/png"]["width"] == 720
    assert data["text/plain"].count("|") >= 2


def test_names_no_colour_that_a_theme_lacks():
    made = panel()
    used = set(re.findall(r"var\(--dl-(\w+)", made.shown["picture"] + made.behind))
    css = str(made._css)
    assert used and all(css.count(f"--dl-{color}:") == 2 for color in used)
