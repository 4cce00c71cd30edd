"""Controls: value and raw are each other's inverse, and the page is told enough."""

import re

import pytest

from helpers.canvas import (
    Button,
    Choices,
    Grid,
    Matrix,
    Pad,
    Paint,
    Panel,
    Point,
    Slider,
    Toggle,
)
from helpers.canvas.panel import HERE

BOX = (10, 20, 300, 200)
CONTROLS = {
    Slider("a", "α", (0.1, 0.5, 2.0), 1, words="rate", play=True): (1, 0.5),
    Choices("b", "", ("in", "out"), 1, ("inner", "outer")): (1, "out"),
    Toggle("c", "", ("▶", "❚❚")): (0, False),
    Button("d", "again"): (0, 0),
    Point("e", "start", (20, 30), BOX): ([20, 30], (20.0, 30.0)),
    Pad("f", "click", ("● 0", "▲ 1"), BOX): ([], ()),
    Grid("g", "", (1, 2)): ([1, 2], (1, 2)),
    Paint("h", "clear", (0.0, 1.0), 1.0): ([0.0, 1.0], (0.0, 1.0)),
    Matrix("i", "", ((2.0,), (1.0,)), ("two", "one")): ([2.0], (2.0,)),
}


@pytest.mark.parametrize(("control", "start"), CONTROLS.items(), ids=lambda x: str(x))
def test_first_is_what_the_page_sends_at_the_start(control, start):
    raw, value = start
    assert control.first == raw and control.value(raw) == value
    assert control.value(control.raw(value)) == value


def test_the_page_can_make_each_of_them():
    page = (HERE / "panel.js").read_text(encoding="utf-8")
    made = set(re.findall(r"(\w+): \w+", page[page.index("const make") :][:250]))
    assert {type(control).__name__ for control in CONTROLS} == made


def test_each_tells_the_page_its_own_things():
    told = {c.name: c.describe() for c in CONTROLS}
    assert told["a"]["kind"] == "Slider" and told["a"]["words"] == "rate"
    assert told["a"]["texts"] == ["0.1", "0.5", "2.0"] and told["a"]["play"]
    assert told["b"]["texts"] == ["inner", "outer"] and "play" not in told["b"]
    assert told["e"]["box"] == told["f"]["box"] == BOX
    assert told["i"]["presets"] == ((2.0,), (1.0,))
    assert told["h"]["full"] == 1.0 and "presets" not in told["h"]


def test_an_index_beyond_the_ends_means_the_end():
    slider = Slider("a", "α", (0.1, 0.5, 2.0))
    assert slider.value(-3) == 0.1 and slider.value(99) == 2.0


def test_empty_fields_count_as_nothing():
    assert Paint("h", "", (0.0,), 1.0).value([1, None]) == (1.0, 0.0)


def test_only_what_words_can_say_stands_under_a_still():
    panel = Panel("t", lambda scene, **values: None, list(CONTROLS))
    assert panel.settings() == "α = 0.5    outer"


def test_a_panel_moves_by_values():
    seen = []
    panel = Panel("t", lambda scene, **values: seen.append(values), list(CONTROLS))
    panel.move(a=2.0, b="in", c=True, d=3, g=(0, 1), h=(0.0, 0.0), i=(7.0,))
    wanted = {"a": 2.0, "b": "in", "c": True, "d": 3, "e": (20.0, 30.0), "f": ()}
    assert seen[-1] == wanted | {"g": (0, 1), "h": (0.0, 0.0), "i": (7.0,)}
