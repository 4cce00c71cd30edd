"""The boundary explorer without a browser."""

import time

import numpy as np
import pytest

from helpers.canvas.frame import number
from helpers.canvas.scene import Scene, corners
from helpers.canvas.svg import to_svg
from helpers.tests import boundary_functions as written
from helpers.tests.functions import stub
from helpers.widgets import Model, explore_boundary
from helpers.widgets.boundary_data import FIELD, Points, default_sets
from helpers.widgets.boundary_picture import CELLS

FIVE = ("initialize", "forward", "cost", "backward", "update")


def five(**other):
    """The five functions, some of them replaced."""
    return [other.get(name, getattr(written, name)) for name in FIVE]


def softmax_model():
    """Three classes, no hidden layer."""

    def probabilities(W, X):
        Z = W @ np.vstack([X, np.ones((1, X.shape[1]))])
        E = np.exp(Z - Z.max(axis=0))
        return E / E.sum(axis=0)

    def train_step(W, X, Y, learning_rate, lambd, keep_prob, rng):
        assert 0 < keep_prob <= 1 and isinstance(rng, np.random.Generator)
        error = probabilities(W, X) - np.eye(3)[Y[0]].T
        slope = error @ np.vstack([X, np.ones((1, X.shape[1]))]).T + lambd * W
        return W - learning_rate * slope / Y.size, float(np.abs(error).mean())

    return Model(
        lambda n_x, n_h, n_y, rng: np.zeros((n_y, 3)), train_step, probabilities
    )


def three_classes():
    rng = np.random.default_rng(0)
    Y = np.arange(60).reshape(1, -1) % 3
    centre = np.array([[0.0, 2, -2], [2.0, -1, -1]])
    X = centre[:, Y[0]] + rng.normal(0, 0.4, (2, 60))
    return {"three": (X[:, :40], Y[:, :40], X[:, 40:], Y[:, 40:])}


def turn(panel, **values):
    """One more message from the page."""
    state = {c.name: c.raw(values[c.name]) for c in panel.list if c.name in values}
    panel.state = {**panel.state, **state, "turn": panel.state.get("turn", 0) + 1}
    return panel.shown


def stat(panel, name):
    return dict(panel.shown["stats"])[name]


@pytest.fixture
def panel():
    return explore_boundary(Model.of(*five()))


def test_draws_at_once_and_waits(panel):
    assert not panel.shown["message"] and not panel.shown["more"]
    assert stat(panel, "iteration") == "0" and "Press Train" in panel.shown["summary"]
    ground = panel.shown["ground"]
    assert ground["size"] == [2, CELLS, CELLS] and len(ground["levels"]) == 2 * CELLS**2
    assert panel.behind.count("<circle") + panel.behind.count("<polygon") > 390


def test_trains_in_films_and_stops_at_once(panel):
    shown = turn(panel, play=True)
    assert shown["more"] and len(shown["film"]) >= 1
    first = int(dict(shown["film"][0]["stats"])["iteration"])
    assert first < int(stat(panel, "iteration"))
    for _ in range(15):
        turn(panel, play=True)
    stood = stat(panel, "iteration")
    assert int(stood) > 30 and not turn(panel, play=False)["more"]
    assert stat(panel, "iteration") == stood
    assert f"After {stood} steps" in panel.shown["summary"]


def test_a_message_is_answered_in_time(panel):
    turn(panel, play=True)
    started = time.perf_counter()
    turn(panel, play=True)
    assert time.perf_counter() - started < 2.0  # 0.1 s on an idle machine


@pytest.mark.parametrize(
    ("control", "value"),
    [("data", "moons"), ("width", 8), ("activation", "identity"), ("again", 1)],
)
def test_starts_anew_when_the_model_changes(panel, control, value):
    for _ in range(12):
        turn(panel, play=True)
    turn(panel, play=False, **{control: value})
    assert stat(panel, "iteration") == "0"


def test_goes_on_when_rate_or_points_change(panel):
    turn(panel, play=True)
    turn(panel, play=False, rate=0.3, drawn=((200.0, 200.0, 1), (210.0, 90.0, 0)))
    assert int(stat(panel, "iteration")) > 0
    assert panel.trainer.points.X.shape == (2, 402)


def test_costs_of_the_run_before_stay_as_a_ghost(panel):
    while int(stat(panel, "iteration")) < 25:
        turn(panel, play=True)
    turn(panel, play=False, width=8)
    assert "--dl-ghost" in panel.shown["picture"].split("polyline", 1)[1]


def test_own_points_only():
    panel = explore_boundary(Model.of(*five()), start={"data": "own"})
    assert "Put points" in panel.shown["summary"]
    assert not turn(panel, play=True)["more"]
    middle = (FIELD[0] + FIELD[2] / 2, FIELD[1] + FIELD[3] / 2)
    shown = turn(panel, play=True, drawn=((*middle, 0), (middle[0] + 90, middle[1], 1)))
    assert shown["more"]
    np.testing.assert_allclose(panel.trainer.points.X[:, 0], 0, atol=1e-9)
    assert panel.trainer.points.Y.tolist() == [[0, 1]]


def test_activation_is_offered_only_where_it_is_known():
    def forward(X, parameters):
        return written.forward(X, parameters)

    names = [c.name for c in explore_boundary(Model.of(*five(forward=forward))).list]
    assert "activation" not in names
    assert "activation" in [c.name for c in explore_boundary(Model.of(*five())).list]


def test_several_classes_test_points_and_more_knobs():
    panel = explore_boundary(
        softmax_model(),
        data=three_classes(),
        classes=3,
        widths=(),
        lambdas=(0, 0.1),
        keep_probs=(1, 0.5),
        start={"rate": 0.3, "lambd": 0.1},
    )
    assert panel.values()["lambd"] == 0.1 and "width" not in panel.values()
    for _ in range(10):
        turn(panel, play=True)
    assert float(stat(panel, "right").rstrip(" %")) > 80
    assert float(stat(panel, "right, test points").rstrip(" %")) > 80
    assert panel.shown["ground"]["size"][0] == 3
    assert panel.behind.count("--dl-green") > 5


def test_a_ghost_is_trained_alongside_or_fixed():
    def fixed(X):
        return X[:1] > 0

    plain = explore_boundary(Model.of(*five())).shown["picture"]
    for ghost in (fixed, Model.of(*five())):
        panel = explore_boundary(Model.of(*five()), ghost=ghost)
        assert len(panel.shown["picture"]) > len(plain)
    turn(panel, play=True)
    assert panel.trainer.shadow.iteration == panel.trainer.run.iteration > 0
    assert "The grey line:" in turn(panel, play=False)["summary"]


@pytest.mark.parametrize("name", FIVE)
def test_says_which_function_is_not_written_yet(name):
    panel = explore_boundary(Model.of(*five(**{name: stub})))
    turn(panel, play=True)
    assert panel.shown["message"].startswith("stub is not written yet.")
    assert not panel.shown["more"]
    assert "not written yet" in panel._repr_mimebundle_()[0]["text/plain"] or (
        name in ("cost", "backward", "update")
    )


def wrong_shape(parameters, cache, X, Y):
    return written.backward(parameters, cache, X, Y) | {"db1": np.zeros(4)}


def no_cache(X, parameters):
    return written.forward(X, parameters)[0]


def lost(parameters, grads, learning_rate):
    return {key: np.full_like(W, np.nan) for key, W in parameters.items()}


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"initialize": lambda *_: None}, "returns None"),
        ({"initialize": lambda *_: 3}, "got int, expected a dict"),
        ({"initialize": lambda *_: {"W1": np.ones((4, 2))}}, "'b1' is missing"),
        ({"forward": no_cache}, "no_cache: got one part, expected (A2, cache)"),
        ({"cost": lambda A2, Y: A2}, "cost: got shape (1, 400), expected one number"),
        ({"backward": wrong_shape}, "'db1' has shape (4,), expected (4, 1)"),
        ({"backward": lambda *_: 1 / 0}, "raises ZeroDivisionError"),
    ],
)
def test_tells_trouble_in_plain_words(other, words):
    panel = explore_boundary(Model.of(*five(**other)))
    turn(panel, play=True)
    assert words in panel.shown["message"]


def test_numbers_that_blow_up_end_the_run():
    panel = explore_boundary(Model.of(*five(update=lost)))
    turn(panel, play=True)
    assert "too large" in panel.shown["summary"] and not panel.shown["more"]


def test_leaves_a_trained_picture_where_no_browser_is(panel):
    data, meta = panel._repr_mimebundle_()
    assert data["image/png"].startswith("iVBOR") and meta["image/png"]["width"] == 720
    assert "steps" in data["text/plain"] and "n_h = 4" in data["text/plain"]
    assert stat(panel, "iteration") == "0"  # the live run has not moved


def test_every_set_is_drawn(panel):
    for name in default_sets():
        turn(panel, data=name)
        assert not panel.shown["message"] and "●" not in panel.behind


def test_points_know_their_right_answers():
    X, Y = np.array([[1.0, 2, 3]]).repeat(2, axis=0), np.array([[0, 1, 1]])
    points = Points((X, Y, X[:, :1], Y[:, :1]), ())
    P = np.array([[0.2, 0.9, 0.5, 0.7]])
    assert points.right(P) == (2, 3, 0, 1)
    assert points.right(P[:, :3]) == (2, 3, 0, 0)


def test_markers_have_corners_and_whole_numbers_no_exponent():
    sizes = {"triangle": 3, "square": 4, "diamond": 4}
    for marker, n in sizes.items():
        assert corners(marker, (1.0, 2.0), 3.0).shape == (n, 2)
    scene = Scene()
    scene.dots([(5, 5)], "green", marker="square")
    assert to_svg(scene).count("<polygon") == 1
    assert number(2000) == "2000" and number(-3) == "−3" and number(1e7) == "1e+07"
