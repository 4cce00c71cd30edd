"""Every week's built files say the same on any processor; nothing else does."""

import numpy as np
import pytest

from autograder import paths
from autograder.tests.processors import elsewhere
from autograder.truth.assignment import load_assignment
from autograder.truth.freeze import outputs
from autograder.truth.frozen import SEED, Calls, checks_of, expect, frozen
from autograder.truth.same import PART, read, same_exercise, same_exercises
from autograder.truth.visible import visible
from helpers.checks.judging import allowance, save_checks, width_of

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("stem", paths.stems())]


def built(stem):
    """The committed files of a week: frozen outputs, and the learner's checks."""
    files = paths.outputs_file(stem), paths.RELEASE / stem / "checks.h5"
    return [path.read_bytes() for path in files]


def rows(assignment):
    """Every exercise with outcomes made now."""
    return [
        checks_of(exercise, expect(exercise, np.random.default_rng(SEED)))
        for exercise in assignment.exercises
    ]


def checks(assignment, fresh, path):
    """The learner's file, from exercises with outcomes."""
    save_checks(path, list(map(visible, assignment.exercises, fresh)))
    return path.read_bytes()


def test_another_processor_says_the_same_and_marks_the_same(stem, tmp_path):
    assignment = load_assignment(stem)
    there = elsewhere(assignment, seed=0)
    fresh = rows(there)
    made = outputs(there), checks(there, fresh, tmp_path / "checks.h5")
    for old, new in zip(built(stem), made, strict=True):
        assert old != new
        assert same_exercises(old, new, assignment)
    for exercise, theirs in zip(assignment.exercises, fresh, strict=True):
        ours = frozen(stem, exercise)
        for judge, other in ((ours, theirs), (theirs, ours)):
            judgement = judge.judge([expected.outcome for expected in other.expected])
            assert judgement.share == 1


def edit(tree, change, slack=0.0):
    """The tree with the first leaf changed that can be; None when there is none."""
    if not isinstance(tree, dict | list | tuple):
        return None if tree is None or not np.size(tree) else change(tree, slack)
    parts = dict(tree if isinstance(tree, dict) else enumerate(tree))
    for key, part in parts.items():
        own = slack[key] if isinstance(slack, dict | list) else slack
        parts[key] = edit(part, change, own)
        if parts[key] is not None:
            whole = isinstance(tree, dict)
            return parts if whole else type(tree)(parts.values())
        parts[key] = part
    return None


def by(factor, width=8):
    """A change by a multiple of what is allowed; of whole numbers and words by one."""

    def change(leaf, slack):
        if isinstance(leaf, str):
            return leaf + "?"
        array = np.asarray(leaf)
        if array.dtype.kind not in "if" or not np.isfinite(array).any():
            return None
        step = np.ones(1)
        if array.dtype.kind == "f":
            own = min(width, width_of(leaf))
            step = factor / PART * allowance(array, np.max(slack), own)
        moved = (array + step).reshape(array.shape).astype(array.dtype)
        return moved if isinstance(leaf, np.ndarray) else type(leaf)(moved)

    return change


def other_shape(leaf, _):
    return np.asarray(leaf)[None]


def other_type(leaf, _):
    return np.asarray(leaf).astype("U9")


def changed_cases(row, case):
    """A case's record that is not what it was, by what was done to it."""
    outcome = row["outcome"]
    yield "no result", {**row, "outcome": {**outcome, "value": None, "kind": "raised"}}
    changes = by(3, width_of(case.args, outcome["value"])), other_shape, other_type
    for change in changes:
        value = edit(outcome["value"], change, row["slack"])
        yield change.__name__, {**row, "outcome": {**outcome, "value": value}}
    if "case" in row:
        yield "another case", {**row, "case": {**row["case"], "exact": "0"}}
        return
    yield "another title", {**row, "title": row["title"] + "?"}
    yield "another flag", {**row, "core": not row["core"]}
    if edit(row["args"], by(3)) is not None:
        yield "another argument", {**row, "args": edit(row["args"], by(3))}


def changed(record, exercise):
    """A record of an exercise that is not what it was, by what was done to it."""
    yield "other points", {**record, "points": record["points"] + 1}
    cases = list(exercise.cases(np.random.default_rng(SEED)))
    if rows := record["cases"]:
        if "args" in rows[0]:
            cases = [case for case in cases if case.visible]
        yield "a case less", {**record, "cases": rows[1:]}
        i = next(i for i, r in enumerate(rows) if r["outcome"]["kind"] == "value")
        for what, row in changed_cases(rows[i], cases[i]):
            yield what, {**record, "cases": [*rows[:i], row, *rows[i + 1 :]]}
    if known := record.get("mistakes"):
        yield "a mistake less", {**record, "mistakes": known[1:]}
        for what, first in changed_mistakes(known[0], exercise, cases):
            yield what, {**record, "mistakes": [first, *known[1:]]}


def changed_mistakes(mistake, exercise, cases):
    """A mistake's record that is not what it was, by what was done to it."""
    message, outcomes = mistake
    yield "another message", [message + "?", outcomes]
    calls = Calls(exercise, exercise.wrong[0], cases)
    for i, outcome in enumerate(outcomes):
        change = by(3, width_of(cases[i].args, outcome["value"]))
        value = edit(outcome["value"], change, calls.slack(i))
        if value is not None:
            other = {**outcome, "value": value}
            yield (
                "a mistake's value",
                [message, [*outcomes[:i], other, *outcomes[i + 1 :]]],
            )
            return


def test_what_has_really_changed_is_found(stem):
    assignment = load_assignment(stem)
    for content in built(stem):
        for name, record in read(content)[1].items():
            exercise = assignment[name]
            assert same_exercise(record, record, exercise)
            kept = [
                (name, what)
                for what, other in changed(record, exercise)
                if same_exercise(other, record, exercise)
            ]
            assert kept == []
