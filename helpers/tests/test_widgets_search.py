"""The widgets of search and batch norm: every value, what they tell, trouble."""

import time
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.canvas.svg import to_svg
from helpers.tests.functions import stub
from helpers.widgets import explore_batch_norm, explore_search


def points(low, high, n, rng):
    return rng.uniform(low, high, (len(low), n))


def box(points, costs, k):
    good = points[:, costs <= np.sort(costs)[k - 1]]
    ends = good.min(axis=1), good.max(axis=1)
    return tuple(end.reshape(-1, 1) for end in ends)


def norm(Z, gamma, beta, epsilon):
    scale = np.sqrt(Z.var(axis=1, keepdims=True) + epsilon)
    return gamma * (Z - Z.mean(axis=1, keepdims=True)) / scale + beta, {}


@pytest.mark.parametrize(
    "make", [lambda: explore_search(points, box), lambda: explore_batch_norm(norm)]
)
def test_draws_at_once_and_answers_every_value_in_time(make):
    panel = make()
    assert not panel.shown["message"]
    first, pictures = dict(panel.state), set()
    for control in panel.list:
        for value in control.values:
            panel.state = first
            pictures.add(to_svg(panel.move(**{control.name: value})))
            ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")
            assert panel.shown["summary"] and not panel.shown["message"]
    assert len(pictures) > 25
    started = time.perf_counter()
    panel.show()
    assert time.perf_counter() - started < 0.3


def told(**values):
    panel = explore_search(points, box)
    panel.move(**values)
    assert not panel.shown["message"]
    return panel.shown["summary"]


def test_a_grid_shows_few_rates_and_dice_show_many():
    assert "25 trainings by grid: 5 values of α" in told(way="grid")
    assert "25 trainings by dice: 25 values of α" in told(way="dice")
    assert "4 trainings by grid: 2 values" in told(way="grid", n=4)


def test_even_rates_crowd_in_the_last_decade():
    assert "100% of them" in told(scale="α even", way="grid", n=16)
    assert "of them lie in the last decade" in told(scale="α even", way="dice")
    assert "trainings by coarse to fine" in told(scale="α even", way="coarse to fine")


def test_coarse_to_fine_finds_the_valley_most_often():
    panel, near = explore_search(points, box), {"dice": 0, "coarse to fine": 0}
    for way in near:
        for throw in range(1, 21):
            panel.move(way=way, throw=throw)
            stats = dict(panel.shown["stats"])
            near[way] += int(stats["in the valley"].split()[0])
    assert near["coarse to fine"] > 1.5 * near["dice"]


@pytest.mark.parametrize(
    ("functions", "words"),
    [
        ((stub, box), "not written yet"),
        ((lambda low, high, n, rng: None, box), "returns None"),
        ((lambda low, high, n, rng: "no", box), "got str, expected an array"),
        ((lambda low, high, n, rng: np.ones(n), box), "got shape (16,), expected"),
        ((lambda low, high, n, rng: np.full((2, n), np.nan), box), "not finite"),
        ((points, stub), "not written yet"),
        ((points, lambda p, c, k: 1), "expected (low, high)"),
        ((points, lambda p, c, k: (p.min(axis=1), p.max(axis=1))), "got shape (2,)"),
    ],
)
def test_search_tells_trouble_in_plain_words(functions, words):
    panel = explore_search(*functions)
    panel.move(way="coarse to fine", n=16 if "16" not in words else 36)
    if "16" in words:
        panel.move(way="dice", n=16)
    assert words in panel.shown["message"]


def test_a_wrong_sampler_is_drawn_all_the_same():
    panel = explore_search(lambda low, high, n, rng: rng.normal(size=(2, n)) * 9, box)
    assert not panel.shown["message"]


def test_batch_norm_tells_what_the_sliders_did():
    panel = explore_batch_norm(norm)
    assert "Mean 0 and spread 1" in panel.shown["summary"]
    before = panel.shown["stats"][1:]
    panel.move(b=5.0)
    assert panel.shown["stats"][1:] == before
    assert "takes it away again" in panel.shown["summary"]
    panel.move(gamma=2.0, beta=-3.0, b=0.0)
    assert "Mean −3 and spread 2" in panel.shown["summary"]
    assert panel.shown["stats"][1][1] == "−3.00"


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (stub, "not written yet"),
        (lambda *a: 1, "expected (Z_tilde, cache)"),
        (lambda *a: ("no", {}), "got str for Z_tilde"),
        (lambda *a: (np.ones(3), {}), "Z_tilde has shape (3,)"),
        (lambda *a: (a[0] * np.nan, {}), "not finite"),
    ],
)
def test_batch_norm_tells_trouble_in_plain_words(function, words):
    assert words in explore_batch_norm(function).shown["message"]


def test_batch_norm_asks_when_mean_and_spread_are_others():
    panel = explore_batch_norm(lambda Z, gamma, beta, epsilon: (Z, {}))
    assert "is something missing" in panel.shown["summary"]
