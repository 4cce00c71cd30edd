"""Every exercise proved from both sides, by its bank of answers."""

from collections.abc import Iterator
from dataclasses import replace
from textwrap import shorten

import numpy as np

from autograder.truth.answers import Answer
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.frozen import SEED, call_answer, checks_of, expect, mistakes
from helpers.checks.judging import Checks, Expected, Judgement, open_remark
from helpers.checks.values import Outcome, observe

LEAST_WRONG = 8
LEAST_RIGHT = 3
SEEDS = (SEED, 1, 2)


def check_bank(assignment: Assignment) -> list[str]:
    """What is wrong with an assignment's exercises and banks; empty when sound."""
    return [c for exercise in assignment.exercises for c in check_exercise(exercise)]


def check_exercise(exercise: Exercise) -> list[str]:
    """Complaints about one exercise."""
    try:
        rows = [checks_of(exercise, _expected(exercise, seed)) for seed in SEEDS]
    except ValueError as error:
        return [str(error)]
    if exercise.options:
        return [*_counts(exercise), *_questions(exercise, rows[0])]
    first = replace(rows[0], mistakes=mistakes(exercise, rows[0].expected))
    return [
        *_counts(exercise),
        *_reference(exercise, rows),
        *_stub(exercise, first),
        *(c for answer in exercise.wrong for c in _wrong(exercise, first, answer)),
        *(c for answer in exercise.right for c in _right(exercise, rows, answer)),
    ]


def _expected(exercise: Exercise, seed: int) -> list[Expected]:
    return expect(exercise, np.random.default_rng(seed))


def _counts(exercise: Exercise) -> Iterator[str]:
    wrong = len(exercise.wrong)
    if exercise.options:
        wrong = sum(len(letters) - 1 for letters in exercise.options.values())
    for kind, count, least in (
        ("known-wrong", wrong, LEAST_WRONG),
        ("right", len(exercise.right), LEAST_RIGHT),
    ):
        if count < least:
            yield _complaint(
                exercise, f"{count} {kind} answers", f"at least {least}", "Add some."
            )
    if sum(answer.shown for answer in exercise.answers) > 1:
        yield _complaint(exercise, "several shown bugs", "one", "Keep one `bug: `.")


def _reference(exercise: Exercise, rows: list[Checks]) -> Iterator[str]:
    cases = [expected.case for expected in rows[0].expected]
    for flag, found in (
        ("visible", any(case.visible for case in cases)),
        ("core", any(case.core for case in cases)),
        ("hidden", any(not case.visible for case in cases)),
    ):
        if not found:
            yield _complaint(exercise, f"no {flag} case", "one or more", "Add one.")
    for row in rows:
        judgement = row.judge(
            [observe(exercise.reference, e.case.args) for e in row.expected]
        )
        if judgement.share < 1:
            yield _complaint(
                exercise, _failing(judgement), "full marks for the solution", "Mend it."
            )
            return


def _stub(exercise: Exercise, row: Checks) -> Iterator[str]:
    unwritten = Outcome("raised", error="NotImplementedError")
    if row.judge([unwritten] * len(row.expected)).share > 0:
        yield _complaint(exercise, "points for the stub", "none", "Mark a core case.")


def _wrong(exercise: Exercise, row: Checks, answer: Answer) -> Iterator[str]:
    outcomes = [call_answer(exercise, answer, e.case) for e in row.expected]
    judgement = row.judge(outcomes)
    name = f"the wrong answer {_named(answer)}"
    case = f"to cases_{exercise.name}"
    if judgement.share == 1:
        advice = f"Add the missing case {case}, or delete the item."
        yield _complaint(exercise, f"full marks for {name}", "lost points", advice)
        return
    assert judgement.failure
    if answer.shown and judgement.share > 0:
        yield _complaint(exercise, f"points for the shown bug {name}", "none", "")
    if answer.text not in judgement.failure.message:
        yield _complaint(
            exercise,
            f"the message {judgement.failure.message[:160]!r}",
            f"that of {name}",
            f"Add a case that tells the two apart {case}, or keep one of them.",
        )


def _right(exercise: Exercise, rows: list[Checks], answer: Answer) -> Iterator[str]:
    for row in rows:
        outcomes = [call_answer(exercise, answer, e.case) for e in row.expected]
        judgement = row.judge(outcomes)
        if judgement.share < 1:
            name = f"the right answer {_named(answer)}"
            yield _complaint(
                exercise, f"{_failing(judgement)} for {name}", "full marks", "Mend it."
            )
            return


def _questions(exercise: Exercise, row: Checks) -> Iterator[str]:
    answers = exercise.reference()
    if set(answers) != set(exercise.options):
        yield _complaint(
            exercise, f"keys {sorted(answers)}", f"{sorted(exercise.options)}", ""
        )
        return
    for question, letters in exercise.options.items():
        right = [q for q in letters if open_remark(row.sealed, question, q)[0]]
        if len(right) != 1 or not all(letters.values()):
            yield _complaint(
                exercise, f"{len(right)} right options in {question!r}", "one", ""
            )
    for answer in exercise.right:
        if row.judge([observe(answer.function, {})]).share < 1:
            yield _complaint(
                exercise, f"lost points for {answer.text!r}", "full marks", "Mend it."
            )


def _named(answer: Answer) -> str:
    """An answer by its first words, and where it stands."""
    words = shorten(answer.text, 60, placeholder=" …")
    return f"{words!r} ({answer.function.__code__.co_filename.strip('<>')})"


def _failing(judgement: Judgement) -> str:
    failure = judgement.failure
    if failure is None:
        return "lost points"
    return f"{failure.title!r} not holding ({failure.message or failure.came})"


def _complaint(exercise: Exercise, got: str, expected: str, advice: str) -> str:
    return f"{exercise.name}: got {got}, expected {expected}. {advice}".strip()
