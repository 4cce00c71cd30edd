"""The learner's half of the checks: visible cases only, written beside the notebook."""

from dataclasses import replace
from pathlib import Path

from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.frozen import frozen, mistakes
from helpers.checks.judging import Checks, save_checks


def visible(exercise: Exercise, checks: Checks) -> Checks:
    """The checks of an exercise reduced to what a learner may read.

    Raises
    ------
    ValueError
        When there are none.
    """
    if checks.sealed:
        return replace(checks, expected=[], mistakes=())
    shown = [expected for expected in checks.expected if expected.case.visible]
    if not shown:
        raise ValueError(
            f"cases_{exercise.name}: got no visible case, expected one or more. "
            "Mark a small one with visible=True."
        )
    return replace(checks, expected=shown, mistakes=mistakes(exercise, shown))


def write_checks(assignment: Assignment, path: Path) -> None:
    """Write the released file of checks; the same bytes for the same content."""
    exercises = assignment.exercises
    save_checks(path, [visible(e, frozen(assignment.stem, e)) for e in exercises])
