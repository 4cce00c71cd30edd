"""The judge: what is right, what is wrong, and what a learner reads about it."""

import numpy as np
import pytest

from helpers.checks.judging import (
    Expected,
    Mistake,
    allowance,
    judge,
    judge_answers,
    measure_slack,
    open_remark,
    seal,
)
from helpers.checks.values import Case, Outcome, Rng, Source, observe


def scaled(X, k=2.0):
    return k * X / X.shape[1]


CASES = [
    Case("by hand", {"X": np.array([[1.0, 2.0], [3.0, 4.0]])}, visible=True),
    Case("any", {"X": np.random.default_rng(0).normal(size=(3, 4))}, core=True),
    Case("single", {"X": np.ones((2, 1), np.float32), "k": 3.0}),
]
NAMES = [("Z", ("n", "m"))]


def expected():
    rows = []
    for case in CASES:
        outcome = observe(scaled, case.args)
        slack = measure_slack(scaled, case.args, outcome.value)
        rows.append(Expected(case, outcome, slack))
    return rows


def verdict(function, mistakes=()):
    outcomes = [observe(function, case.args) for case in CASES]
    return judge(expected(), outcomes, NAMES, "a hint", lambda: list(mistakes))


def test_the_reference_gets_everything():
    judgement = verdict(scaled)
    assert judgement.share == 1
    assert judgement.failure is None


@pytest.mark.parametrize(
    "function",
    [
        lambda X, k=2.0: np.einsum("ij->ij", k * X) / len(X.T),
        lambda X, k=2.0: (np.float32(k) * X.astype(np.float32)) / X.shape[1],
        lambda X, k=2.0: np.asfortranarray(k * X / X.shape[1]),
    ],
    ids=["einsum", "float32", "Fortran order"],
)
def test_other_ways_to_write_it_get_everything(function):
    assert verdict(function).share == 1


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda X, k=2.0: None, "returns None"),
        (lambda X, k=2.0: (k * X / X.shape[1]).T, "transposed"),
        (lambda X, k=2.0: -k * X / X.shape[1], "sign is the other way"),
        (lambda X, k=2.0: 3 * k * X / X.shape[1], "3 times the wanted"),
        (lambda X, k=2.0: (k * X / X.shape[1])[0], "rank-1"),
        (lambda X, k=2.0: (k * X / X.shape[1]).tolist(), "returns a list"),
        (lambda X, k=2.0: k * X / 0.0, "not finite"),
        (lambda X, k=2.0: 1 - k * X / X.shape[1], "1 minus"),
        (lambda X, k=2.0: 0 * X, "Everything is zero"),
        (lambda X, k=2.0: X @ np.ones(9), "ValueError"),
        (lambda X, k=2.0: np.sqrt(np.abs(X)), "Work that case out by hand"),
        (lambda X, k=2.0: object(), "cannot be compared"),
    ],
)
def test_a_wrong_answer_is_explained(function, words):
    judgement = verdict(function)
    assert judgement.share == 0
    assert judgement.failure
    assert words in judgement.failure.message


def test_a_known_mistake_is_recognised_before_anything_else():
    def forgets(X, k=2.0):
        return k * X

    outcomes = [observe(forgets, case.args) for case in CASES]
    judgement = verdict(forgets, [Mistake("The 1/m is missing.", outcomes)])
    assert judgement.failure
    assert judgement.failure.mistake == "The 1/m is missing."


def test_a_hidden_case_shows_shapes_and_no_values():
    def sized(X, k=2.0):
        return k * X / 2

    judgement = verdict(sized)
    assert judgement.failure
    assert judgement.failure.title == "any"
    assert judgement.failure.came == "array of shape (3, 4)"


def test_only_the_core_decides_whether_there_are_points_at_all():
    def edge(X, k=2.0):
        return k * X / X.shape[1] if X.shape[1] > 1 else X + 1

    judgement = verdict(edge)
    assert judgement.share == 3 / 4


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (
            lambda X, k=2.0: X.__imul__(k / X.shape[1]).copy(),
            "changes its argument `X`",
        ),
        (lambda X, k=2.0: np.random.rand() * 0 + scaled(X, k), "global random state"),
    ],
)
def test_a_side_effect_costs_its_own_group_only(function, words):
    judgement = verdict(function)
    assert judgement.share == 3 / 4
    assert judgement.failure
    assert words in judgement.failure.message


def test_a_notebook_variable_is_named():
    namespace = {"scale": np.array(2.0), "np": np}
    exec("def f(X, k=2.0):\n    return scale * X / X.shape[1]", namespace)
    outcome = observe(namespace["f"], CASES[0].args)
    assert outcome.kind == "value"
    assert outcome.reads == ["scale"]


def test_a_constant_and_a_function_of_the_notebook_may_be_used():
    namespace = {"EPS": np.float64(0.0), "factor": 2.0, "scaled": scaled}
    exec("def f(X, k=2.0):\n    return scaled(X, factor) + EPS", namespace)
    outcome = observe(namespace["f"], CASES[0].args)
    assert (outcome.kind, outcome.reads) == ("value", [])


def test_memory_shared_with_an_argument_is_seen():
    outcome = observe(lambda X: X.T, {"X": np.ones((2, 2))})
    assert outcome.aliased == ["X"]


def test_sources_and_generators_arrive_as_what_they_stand_for():
    args = {"f": Source("lambda a: a + 1"), "rng": Rng(3)}
    outcome = observe(lambda f, rng: f(rng.normal()), args)
    assert outcome.value == np.random.default_rng(3).normal() + 1


def test_slack_grows_with_the_condition_of_the_case():
    def cancel(a, b):
        return a - b

    good = measure_slack(cancel, {"a": 2.0, "b": 1.0}, 1.0)
    bad = measure_slack(cancel, {"a": 1e6 + 1, "b": 1e6}, 1.0)
    assert bad > 1000 * good


def test_a_tie_is_judged_exactly():
    def first(x):
        return np.array([x.argmax()])

    tie = {"x": np.array([1.1, 3.3, 3.3, 3.3, 3.3])}
    assert measure_slack(first, tie, first(**tie)) == 0


def test_single_precision_is_judged_as_such():
    wanted = np.array([1.0, -2.0])
    assert (allowance(wanted, 0.0, 4) > 50 * allowance(wanted, 0.0, 8)).all()


OPTIONS = {
    "one": {"a": "No: too early.", "b": "Yes: that is it."},
    "two": {"a": "Yes.", "b": "No: it is the mean."},
}
SEALED = seal(OPTIONS, {"one": "b", "two": "a"})


def answer(**letters):
    return judge_answers(SEALED, Outcome("value", value=letters))


def test_answers_are_judged_one_by_one_with_their_remarks():
    judgement = answer(one=" B)", two="b")
    assert judgement.share == 0.5
    assert [g.remark for g in judgement.groups] == [
        "Yes: that is it.",
        "No: it is the mean.",
    ]


@pytest.mark.parametrize("value", [None, 3, {}, {"one": 1, "two": None}, {"one": "?"}])
def test_no_answer_earns_nothing(value):
    assert judge_answers(SEALED, Outcome("value", value=value)).share == 0


def test_a_sealed_file_holds_no_remark_to_read():
    assert "Yes" not in str(SEALED)
    assert open_remark(SEALED, "one", "b") == (True, "Yes: that is it.")
    assert open_remark(SEALED, "one", "q") == (False, "")
