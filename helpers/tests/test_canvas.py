"""Canvas: scenes, frames, lines of one level; who may import whom."""

import ast
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.canvas import Frame, Panel, Scene
from helpers.canvas.frame import number, segments, ticks
from helpers.canvas.poster import draw_scene
from helpers.canvas.svg import png, to_svg

HELPERS = Path(__file__).resolve().parents[1]
FLOORS = ("plots", "canvas", "widgets", "figures")  # from below


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


def test_panel_can_be_made_by_hand():
    panel = Panel("title", lambda scene: scene.text(1, 1, "hello"), ())
    assert "hello" in panel.shown["picture"] and panel.settings() == ""


@pytest.mark.parametrize("floor", FLOORS)
def test_nobody_imports_from_a_floor_above(floor):
    above = {f"helpers.{name}" for name in FLOORS[FLOORS.index(floor) + 1 :]}
    for path in (HELPERS / floor).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert ".".join(str(node.module).split(".")[:2]) not in above, path


def test_a_scene_is_drawn_into_a_figure_in_its_proportions():
    scene = Scene(200, 100)
    scene.box((0, 0, 200, 100), stroke="ink")
    scene.text(100, 50, "middle", size=20)
    figures = [plt.figure(figsize=(width, 3)) for width in (2, 4)]
    small, large = (draw_scene(figure.gca(), scene) for figure in figures)
    assert large.get_xlim() == (0, 200) and large.get_ylim() == (100, 0)
    assert large.get_aspect() == 1 and not large.axison
    sizes = [ax.texts[0].get_fontsize() for ax in (small, large)]
    assert sizes[1] == pytest.approx(2 * sizes[0])
    part = draw_scene(plt.figure().gca(), scene, (50, 20, 100, 60))
    assert part.get_xlim() == (50, 150) and part.get_ylim() == (80, 20)
    plt.close("all")
