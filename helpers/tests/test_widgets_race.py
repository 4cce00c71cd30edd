"""The optimizer race without a browser: rules, landscapes, trouble in words."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.tests.functions import stub
from helpers.tests.optimizer_functions import (
    update_parameters,
    update_with_adam,
    update_with_momentum,
    update_with_rmsprop,
)
from helpers.widgets import explore_optimizers
from helpers.widgets.race import ALPHAS, KEEPS, RUNNERS, STEPS
from helpers.widgets.surfaces import START, SURFACES, right_path

RULES = [update_parameters, update_with_momentum, update_with_rmsprop, update_with_adam]


def race(**others):
    rules = [others.get(rule.__name__, rule) for rule in RULES]
    return explore_optimizers(*rules)


def svg_of(panel):
    return ElementTree.fromstring(f"<svg>{panel.shown['picture']}</svg>")


def test_draws_at_once_and_answers_every_value():
    panel = race()
    assert panel.shown["message"] == "" and len(list(svg_of(panel).iter())) > 20
    first = dict(panel.state)
    for name, values in (("alpha", ALPHAS), ("beta1", KEEPS), ("surface", SURFACES)):
        for value in values:
            panel.state = first
            scene = panel.move(**{name: value}, step=STEPS)
            svg_of(panel)
            assert scene.summary and not scene.message
            assert "leaves" not in scene.summary


def test_plays_in_chunks_of_pictures():
    panel = race()
    panel.state = {**panel.state, "step": 18, "film": 8, "turn": 1}
    shown = panel.shown
    assert [one["at"]["step"] for one in shown["film"]] == list(range(11, 18))
    assert shown["at"] == {"step": 18} and shown["turn"] == 1
    pictures = [one["picture"] for one in shown["film"]] + [shown["picture"]]
    assert len(set(pictures)) == 8
    panel.state = {**panel.state, "step": 3, "film": 8, "turn": 2}
    assert [one["at"]["step"] for one in panel.shown["film"]] == [0, 1, 2]
    panel.state = {**panel.state, "step": 40, "film": 0, "turn": 3}
    assert panel.shown["film"] == []


def test_every_landscape_has_a_back_of_its_own_sent_once():
    panel = race()
    backs = set()
    for surface in SURFACES:
        panel.move(surface=surface)
        backs.add(panel.behind)
        assert surface.what in panel.move(step=0).summary
    assert len(backs) == len(SURFACES)
    data, meta = panel._repr_mimebundle_()
    assert data["image/png"].startswith("iVBOR") and len(data["image/png"]) < 300_000
    assert "noisy bowl" in data["text/plain"] and meta["image/png"]["width"] == 720


@pytest.mark.parametrize("surface", SURFACES, ids=lambda s: s.name)
def test_slopes_are_those_of_the_cost(surface):
    rng, h = np.random.default_rng(0), 1e-5
    for _ in range(5):
        w, b = rng.uniform(*surface.x), rng.uniform(*surface.y)
        found = [surface.slope(w, b, t) for t in range(512)]
        mean = np.mean(found if surface.name == "noisy bowl" else found[:1], axis=0)
        dw = (surface.J(w + h, b) - surface.J(w - h, b)) / (2 * h)
        db = (surface.J(w, b + h) - surface.J(w, b - h)) / (2 * h)
        assert np.allclose(mean, [dw, db], rtol=1e-5, atol=1e-6)
    for w, b in surface.lowest:
        assert surface.J(w, b) == pytest.approx(surface.floor())
        assert surface.J(w + 0.01, b) > surface.floor() < surface.J(w, b - 0.01)


@pytest.mark.parametrize("surface", SURFACES, ids=lambda s: s.name)
def test_the_right_paths_are_those_of_the_rules(surface):
    start = surface.frame().data(START)
    rates = {"alpha": 0.1, "beta1": 0.9, "beta2": 0.95, "steps": 30}
    for runner, rule in zip(RUNNERS, RULES, strict=True):
        p = {"W1": np.array([[start[0]]]), "b1": np.array([[start[1]]])}
        memory = [{"dW1": np.zeros((1, 1)), "db1": np.zeros((1, 1))}] * runner.memory
        path = [start]
        for t in range(30):
            dw, db = surface.slope(*path[-1], t)
            grads = {"dW1": np.array([[dw]]), "db1": np.array([[db]])}
            found = rule(p, grads, *memory, *runner.rest(t + 1, 0.1, 0.9, 0.95))
            p, *memory = found if runner.memory else [found]
            path.append((p["W1"].item(), p["b1"].item()))
        assert np.allclose(path, right_path(surface, start, runner.name, rates))


def test_moves_the_start_by_a_click():
    panel = race()
    before = panel.shown["picture"]
    panel.state = {**panel.state, "start": [300.0, 100.0], "turn": 1}
    assert panel.shown["picture"] != before and panel.shown["turn"] == 1


def test_says_which_rule_is_not_written_and_lets_the_others_run():
    def update_with_adam(*args):
        raise NotImplementedError

    panel = race(update_with_adam=update_with_adam)
    assert panel.shown["message"].startswith("update_with_adam is not written yet.")
    assert "stopped" in panel.shown["picture"]
    assert panel.shown["picture"].count("<polyline") >= 8
    panel = explore_optimizers(stub, stub, stub, stub)
    assert "not written yet" in panel._repr_mimebundle_()[0]["text/plain"]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (lambda p, g, v, a, b: None, "returns None"),
        (lambda p, g, v, a, b: 1 / 0, "raises ZeroDivisionError"),
        (lambda p, g, v, a, b: p, "got one part, expected (parameters, v)"),
        (lambda p, g, v, a, b: (v, p), "got keys dW1, db1, expected parameters"),
        (lambda p, g, v, a, b: ({"W1": 1}, v), "got keys W1, expected parameters"),
        (
            lambda p, g, v, a, b: ({"W1": np.ones((1, 2)), "b1": 1}, v),
            "W1: got shape (1, 2), expected one number",
        ),
    ],
)
def test_tells_trouble_in_plain_words(rule, words):
    assert words in race(update_with_momentum=rule).shown["message"]


def test_tells_where_a_wrong_rule_leaves_the_right_path():
    def without_correction(p, g, v, s, t, alpha, beta1, beta2, epsilon):
        return update_with_adam(p, g, v, s, 10**6, alpha, beta1, beta2, epsilon)

    panel = race(update_with_adam=without_correction)
    assert panel.shown["summary"] == "At step 1 your Adam leaves the right path."


def test_a_lost_path_is_told():
    panel = race()
    scene = panel.move(alpha=0.6, step=STEPS)
    assert scene.summary.startswith("Lost, out of the picture: gradient descent.")
    assert "lost" in panel.shown["picture"] and not scene.message


def test_rules_may_change_their_arguments_or_print(capsys):
    def careless(parameters, grads, v, learning_rate, beta):
        print("noise")
        for name in parameters:
            v["d" + name] *= beta
            v["d" + name] += (1 - beta) * grads["d" + name]
            parameters[name] -= learning_rate * v["d" + name]
        return parameters, v

    panel = race(update_with_momentum=careless)
    assert "leaves" not in panel.shown["summary"] and capsys.readouterr().out == ""
