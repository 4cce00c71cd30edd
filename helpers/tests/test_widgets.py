"""Widgets without a browser: draw at once, answer every value, tell trouble."""

import ast
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest

from helpers.canvas.controls import Point
from helpers.canvas.frame import Frame, number, segments, ticks
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.canvas.svg import png, to_svg
from helpers.tests.functions import (
    graph_backward,
    graph_forward,
    numerical_derivative,
    optimize,
    propagate,
    stub,
)
from helpers.widgets import (
    explore_gradient_descent,
    explore_graph,
    explore_learning_rate,
    explore_slope,
)
from helpers.widgets.landscape import DEFAULT_X, DEFAULT_Y, gradient, minimum

ALLOWED = {"numpy", "h5py", "matplotlib", "cycler", "ipywidgets", "anywidget"}
ALLOWED |= {"IPython", "traitlets", "helpers"} | set(sys.stdlib_module_names)
HELPERS = Path(__file__).resolve().parents[1]
RNG = np.random.default_rng(1)
X, Y = RNG.random((12, 30)), (RNG.random((1, 30)) > 0.5).astype(int)

MAKE = {
    "slope": lambda: explore_slope(numerical_derivative),
    "graph": lambda: explore_graph(graph_forward, graph_backward),
    "descent": lambda: explore_gradient_descent(propagate),
    "rate": lambda: explore_learning_rate(optimize, X, Y),
}
STUBS = {
    "slope": lambda: explore_slope(stub),
    "graph": lambda: explore_graph(stub, stub),
    "backward": lambda: explore_graph(graph_forward, stub),
    "descent": lambda: explore_gradient_descent(stub),
    "rate": lambda: explore_learning_rate(stub, X, Y),
}


def everything(panel):
    """Each value of each control, the others at their start."""
    first = dict(panel.state)
    for control in panel.list:
        for value in getattr(control, "values", ()):
            panel.state = first
            yield panel.move(**{control.name: value})


def seconds(function):
    started = time.perf_counter()
    function()
    return time.perf_counter() - started


def svg_of(panel):
    return ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")


@pytest.mark.parametrize("name", MAKE)
def test_draws_at_once_and_answers_every_value_in_time(name):
    panel = MAKE[name]()
    assert 1 <= sum(not isinstance(c, Point) for c in panel.list) <= 3
    assert len(list(svg_of(panel).iter())) > 10 and not panel.shown["message"]
    first = panel.shown["picture"]
    pictures = set()
    for scene in everything(panel):
        pictures.add(to_svg(scene))
        svg_of(panel)
        assert scene.summary or scene.message
    assert len(pictures) > 10 and first in pictures or name == "rate"
    assert min(seconds(panel.show) for _ in range(5)) < 0.1


@pytest.mark.parametrize("name", MAKE)
def test_names_no_colour_that_a_theme_lacks(name):
    panel = MAKE[name]()
    used = set(re.findall(r"var\(--dl-(\w+)", panel.shown["picture"] + panel.behind))
    css = str(panel._css)
    assert used and all(css.count(f"--dl-{color}:") == 2 for color in used)
    for text in (str(panel._esm), css):
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("name", MAKE)
def test_leaves_a_picture_and_words_where_no_browser_is(name):
    data, meta = MAKE[name]()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert data["image/png"].startswith("iVBOR") and len(data["image/png"]) < 300_000
    assert data["text/plain"].count("|") >= 2 and meta["image/png"]["width"] == 720


@pytest.mark.parametrize("name", STUBS)
def test_says_that_a_function_is_not_written_yet(name):
    panel = STUBS[name]()
    assert panel.shown["message"].startswith("stub is not written yet.")
    assert "not written yet" in panel._repr_mimebundle_()[0]["text/plain"]
    assert len(list(svg_of(panel).iter())) > 1


def test_names_the_stub_that_another_function_calls():
    panel = explore_learning_rate(lambda *args: stub(), X, Y)
    assert panel.shown["message"].startswith("stub is not written yet.")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda w, b, X, Y: 1 / 0, "raises ZeroDivisionError"),
        (lambda w, b, X, Y: None, "returns None"),
        (lambda w, b, X, Y: (w, b), "got 2 parts, expected (dw, db, cost)"),
        (lambda w, b, X, Y: (w[0], b, 1.0), "dw has shape (1,), expected (1, 1)"),
        (lambda w, b, X, Y: (w, Y, 1.0), "db: got shape (1, 14), expected one number"),
        (lambda w, b, X, Y: (w, "b", 1.0), "db: got str, expected a number"),
        (lambda w, b, X, Y: (w * np.nan, b, 1.0), "not finite"),
    ],
)
def test_tells_trouble_in_plain_words(function, words):
    assert words in explore_gradient_descent(function).shown["message"]


def test_tells_wrong_derivatives_by_a_nudge():
    def swapped(a, b, c):
        return graph_backward(a, c, b)

    panel = explore_graph(graph_forward, swapped)
    words = "graph_backward: db is 9, a nudge of b gives 6."
    assert panel.shown["message"] == words and "✗ here 6" in panel.shown["picture"]
    panel = explore_graph(lambda a, b, c: {"u": b, "v": a, "J": 3}, swapped)
    assert "u is 3, expected 6" in panel.shown["message"]


def test_tells_where_a_path_leaves_the_reference():
    def without_mean(w, b, X, Y):
        dw, db, cost = propagate(w, b, X, Y)
        return dw * X.shape[1], db, cost

    panel = explore_gradient_descent(without_mean)
    assert "At step 1 your path leaves" in panel.shown["summary"]
    assert "leaves" not in explore_gradient_descent(propagate).shown["summary"]


def test_asks_for_one_feature():
    panel = explore_gradient_descent(propagate, X, Y)
    assert "expected (1, m)" in panel.shown["message"]
    one = explore_gradient_descent(propagate, X[:1], Y)
    assert not one.shown["message"]


def test_moves_the_start_by_pixels():
    panel = explore_gradient_descent(propagate)
    before = panel.shown["picture"]
    panel.state = {**panel.state, "start": [300.0, 200.0], "turn": 1}
    assert panel.shown["picture"] != before and panel.shown["turn"] == 1


def test_trains_in_slices_and_goes_on():
    def slow(w, b, X, Y, n, rate):
        time.sleep(0.002 * n)
        return optimize(w, b, X, Y, n, rate)

    panel = explore_learning_rate(slow, X, Y)
    assert panel.shown["more"]
    turns = 0
    while panel.shown["more"] and turns < 60:
        turns += 1
        panel.state = {**panel.state, "turn": turns}
    assert not panel.shown["more"] and ["iterations", "200"] in panel.shown["stats"]


def test_calls_leave_arrays_output_and_warnings_alone(capsys, recwarn):
    def loud(w, b, X, Y):
        print("noise")
        result = propagate(w.copy(), b, X, Y)
        X *= 0
        np.log(np.zeros(1))
        return result

    x = DEFAULT_X.copy()
    assert not explore_gradient_descent(loud, x, DEFAULT_Y).shown["message"]
    assert np.array_equal(x, DEFAULT_X) and capsys.readouterr() == ("", "")
    assert not recwarn.list


def test_lowest_point_has_no_slope():
    w, b = minimum(DEFAULT_X, DEFAULT_Y)
    assert np.allclose(gradient(w, b, DEFAULT_X, DEFAULT_Y), 0, atol=3e-3)


def test_segments_lie_on_a_circle():
    i, j = np.mgrid[0:41, 0:41]
    points = segments(np.hypot(i - 20.0, j - 20.0), 12.0)
    radius = np.hypot(*(points.reshape(-1, 2) - 20).T)
    assert len(points) > 60 and np.allclose(radius, 12, atol=0.05)


def test_frame_goes_there_and_back():
    frame = Frame((50, 30, 400, 300), (-2, 3), (0, 10))
    ((x, y),) = frame.pixels(1.0, 4.0)
    assert frame.data((x, y)) == pytest.approx((1.0, 4.0))


def test_small_parts():
    assert np.allclose(ticks(0, 60, 6), [0, 10, 20, 30, 40, 50, 60])
    assert number(-0.5) == "−0.5" and number(np.inf) == "∞" and number(-0.0) == "0"
    assert png(np.zeros((3, 5), np.uint8)).startswith(b"\x89PNG")
    scene = Scene()
    scene.text(1, 2, "<b> & co")
    scene.line([(0, np.nan), (np.inf, 1)])
    assert "&lt;b&gt; &amp; co" in to_svg(scene) and "nan" not in to_svg(scene)


def test_imports_only_what_a_learner_has():
    for pattern in ("plots/*.py", "widgets/*.py", "figures/c?w?_*.py"):
        for path in HELPERS.glob(pattern):
            for node in ast.walk(ast.parse(path.read_text())):
                names = [node.module] if isinstance(node, ast.ImportFrom) else []
                names += [a.name for a in getattr(node, "names", [])][
                    : 99 * isinstance(node, ast.Import)
                ]
                assert {str(n).split(".")[0] for n in names} <= ALLOWED, path


def test_works_without_kernel_and_says_nothing():
    code = "from helpers.widgets import explore_gradient_descent as e; e(lambda *a: 1)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=HELPERS.parent,
        timeout=60,
    )
    assert run.returncode == 0 and run.stdout == b"" and run.stderr == b""


def test_panel_can_be_made_by_hand():
    panel = Panel("title", lambda scene: scene.text(1, 1, "hello"), ())
    assert "hello" in panel.shown["picture"] and panel.settings() == ""
