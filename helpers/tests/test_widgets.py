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
from helpers.canvas.svg import to_svg
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


def test_imports_only_what_a_learner_has():
    for pattern in ("plots/*.py", "canvas/*.py", "widgets/*.py", "figures/c?w?_*.py"):
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
