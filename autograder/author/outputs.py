"""Are the frozen outputs still what cases and reference give?"""

from typing import Any

import numpy as np

from autograder import paths
from autograder.paths import digest_file, outputs_file
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.freeze import digest
from autograder.truth.frozen import SEED, expect, frozen
from autograder.truth.same import same_results
from helpers.checks.judging import Expected, quiet, read_names


def check_outputs(assignment: Assignment) -> list[str]:
    """What the frozen file holds other than cases and reference now give.

    Values count as equal within rounding, as `freeze` takes them: another processor
    adds in another order.
    """
    path = outputs_file(assignment.stem)
    name = str(path.relative_to(paths.ROOT))
    if not path.exists():
        return [_line(name, "no file", "frozen outputs", assignment)]
    points = {e.name: float(e.points) for e in assignment.exercises}
    if read_names(path) != points:
        return [_line(name, "other exercises or points", "today's", assignment)]
    found = [line for e in assignment.exercises for line in _complaints(assignment, e)]
    return found or _stale_digest(assignment)


def _stale_digest(assignment: Assignment) -> list[str]:
    """Whether people read other numbers than the ones that are frozen."""
    path = digest_file(assignment.stem)
    rows = [frozen(assignment.stem, exercise) for exercise in assignment.exercises]
    if path.exists() and path.read_text(encoding="utf-8") == digest(rows):
        return []
    name = str(path.relative_to(paths.ROOT))
    return [_line(name, "another digest", "that of the frozen outputs", assignment)]


def _complaints(assignment: Assignment, exercise: Exercise) -> list[str]:
    try:
        moved = _moved(exercise, frozen(assignment.stem, exercise).expected)
    except ValueError as error:
        return [str(error)]
    file = outputs_file(assignment.stem).relative_to(paths.ROOT)
    where = f"{file}, {exercise.name}"
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
