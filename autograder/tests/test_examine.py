"""One submission in, one verdict out, whatever the submission is."""

import textwrap

import pytest

from autograder.examine.verdict import Verdict
from autograder.tests.notebooks import HEAD, as_bytes, solutions, solved
from autograder.tests.one_week import grade, lost, row, week
from autograder.toy import STEM
from autograder.truth.frozen import fresh
from autograder.truth.secret import fresh_seed
from helpers.checks.values import encode

__all__ = ["week"]


def dedent(text):
    return textwrap.dedent(text).strip()


def test_the_solution_gets_full_marks(week):
    verdict = grade(solved(week), week)
    assert verdict.score == verdict.max_score == 100
    assert lost(verdict) == []
    assert Verdict.from_json(verdict.to_json()) == verdict


def test_an_untouched_notebook_gets_nothing(week):
    stub = "def {}(*args, **kwargs):\n    raise NotImplementedError"
    cells = [stub.format(exercise.name) for exercise in week.exercises]
    verdict = grade(as_bytes(cells), week)
    assert (verdict.status, verdict.score) == ("graded", 0)
    assert {e.reason for e in verdict.exercises} == {"not written"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"no json", "not a notebook"),
        (b'{"cells": [', "not a notebook"),
        (b"[1, 2]", "no cells"),
        (b'{"cells": 3}', "no cells"),
        (b"\xff\xfe\x00" * 50, "not a notebook"),
        (b"[" * 100_000, "not a notebook"),
        (as_bytes(["print('hello')"]), f"no exercise of {STEM}"),
        (as_bytes(["def dot_loop(a, b): ...", "check(dot_loop)"]), "about dot_loop"),
    ],
)
def test_what_is_no_notebook_of_this_week_gets_one_clear_line(content, words, week):
    verdict = grade(content, week)
    assert verdict.status == "could not grade"
    assert words in verdict.remark
    assert len(verdict.exercises) == len(week.exercises)


def test_a_missing_file_gets_one_clear_line(week, tmp_path):
    verdict = grade(tmp_path / f"{STEM}.ipynb", week)
    assert verdict.status == "could not grade"
    assert "There is no notebook" in verdict.remark


def test_a_slip_costs_once(week):
    wrong = "def sigmoid(z):\n    return 1 / (1 + np.exp(z))"
    verdict = grade(solved(week, sigmoid=wrong), week)
    assert lost(verdict) == ["sigmoid"]
    assert "reference version of `sigmoid`" in row(verdict, "predict").slip


def test_what_is_written_counts_though_an_earlier_function_is_not(week):
    stub = "def sigmoid(z):\n    raise NotImplementedError"
    verdict = grade(solved(week, sigmoid=stub), week)
    assert lost(verdict) == ["sigmoid"]
    assert row(verdict, "sigmoid").reason == "not written"


def test_warnings_prints_and_plots_cost_nothing(week):
    noisy = dedent("""
        import sys, warnings
        def accuracy(Yhat, Y):
            warnings.warn("careful")
            print("hello", file=sys.stderr)
            plt.figure()
            np.log(np.zeros(1))
            return float(np.mean(Yhat == Y))
    """)
    assert grade(solved(week, accuracy=noisy), week).score == 100


def test_a_function_defined_in_an_odd_way_is_found(week):
    hidden = "exec('def accuracy(Yhat, Y): return float((Yhat == Y).mean())')"
    assert grade(solved(week, accuracy=hidden), week).score == 100


def test_a_helper_of_the_learner_comes_along(week):
    helped = dedent("""
        TOTAL = 1.0
        def _share(a):
            return float(a.sum() / a.size) * TOTAL
        def accuracy(Yhat, Y):
            return _share(Yhat == Y)
    """)
    assert grade(solved(week, accuracy=helped), week).score == 100


def test_reading_a_variable_of_the_notebook_is_named(week):
    sly = "labels = np.zeros((1, 1))\ndef accuracy(Yhat, Y):\n    return float(np.mean(Yhat == Y + 0 * labels[0, 0]))"  # noqa: E501
    verdict = grade(solved(week, accuracy=sly), week)
    assert "variable `labels`" in row(verdict, "accuracy").failure.message


def test_fresh_cases_belong_to_the_learner_and_can_be_replayed(week):
    content = solved(week, accuracy="def accuracy(Yhat, Y):\n    return 0.5")
    assert grade(content, week).exercises
    exercise = week["accuracy"]

    def cases(student):
        seed = fresh_seed(b"secret", student, STEM, "accuracy")
        return [encode(e.case.args) for e in fresh(exercise, seed, [])]

    assert cases("ada") == cases("ada")
    assert cases("ada") != cases("bob")


@pytest.mark.slow
@pytest.mark.parametrize(
    "replaced",
    [
        {},
        {"sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(z))"},
        {"accuracy": "def accuracy(Yhat, Y):\n    import os\n    os._exit(1)"},
        {"predict": "x = 3"},
    ],
)
def test_lean_and_full_give_equal_marks(replaced, week):
    content = solved(week, **replaced)
    lean = grade(content, week, mode="lean")
    full = grade(content, week, mode="full")
    assert [e.score for e in lean.exercises] == [e.score for e in full.exercises]


def test_lean_runs_no_training(week):
    training = "w = 1\nX = predict\nraise SystemExit\nY = 1 / 0\nm = Y = w = None"
    cells = [HEAD, *solutions(week).values(), training]
    assert grade(as_bytes(cells), week).notes == ()
