"""Are the frozen outputs still what cases and reference give?"""

from typing import Any

import numpy as np

from autograder.paths import outputs_file
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.frozen import SEED, expect, frozen
from autograder.truth.same import same_results
from helpers.checks.judging import Expected, quiet, read_names


def check_outputs(assignment: Assignment) -> list[str]:
    """What the frozen file holds other than cases and reference now give.

    Values count as equal within rounding, as `freeze` takes them: another processor
    adds in another order.
    """
    path = outputs_file(assignment.stem)
    if not path.exists():
        return [_line(path.name, "no file", "frozen outputs", assignment)]
    points = {e.name: float(e.points) for e in assignment.exercises}
    if read_names(path) != points:
        return [_line(path.name, "other exercises or points", "today's", assignment)]
    return [line for e in assignment.exercises for line in _complaints(assignment, e)]


def _complaints(assignment: Assignment, exercise: Exercise) -> list[str]:
    try:
        moved = _moved(exercise, frozen(assignment.stem, exercise).expected)
    except ValueError as error:
        return [str(error)]
    where = f"{assignment.stem}.h5, {exercise.name}"
    line = _line(where, moved, "what the reference gives", assignment)
    return [line] if moved else []


def _line(where: str, came: str, wanted: str, assignment: Assignment) -> str:
    return (
        f"{where}: got {came}, expected {wanted}. Run `python -m autograder freeze "
        f"{assignment.stem}` and review the digest."
    )


def _moved(exercise: Exercise, old: list[Expected]) -> str:
    """The first case that differs, in words; empty when none does."""
    new = expect(exercise, np.random.default_rng(SEED))
    if len(new) != len(old):
        return f"{len(old)} cases where there are {len(new)}"
    for ours, theirs in zip(new, old, strict=True):
        if not same_results(_result(theirs), _result(ours), ours.case):
            return f"another value for {ours.case.title!r}"
    return ""


def _result(expected: Expected) -> tuple[dict[str, Any], Any]:
    return quiet(expected.outcome), expected.measured
