"""The learner's half of the checks: visible cases only, written beside the notebook."""

from pathlib import Path

from autograder.truth.assignment import Assignment
from autograder.truth.assignment import Exercise as Truth
from autograder.truth.frozen import frozen, mistakes
from helpers.checks.judging import Exercise, write_exercises


def visible_exercises(assignment: Assignment) -> list[Exercise]:
    """Exercises reduced to what a learner may read."""
    return [visible(e, frozen(assignment.stem, e)) for e in assignment.exercises]


def visible(exercise: Truth, row: Exercise) -> Exercise:
    """One exercise with its visible cases only, and with its known mistakes."""
    shown = [expected for expected in row.expected if expected.case.visible]
    if row.sealed:
        return Exercise(**{**vars(row), "expected": []})
    if not shown:
        raise ValueError(
            f"cases_{exercise.name}: got no visible case, expected one or more. "
            "Mark a small one with visible=True."
        )
    known = mistakes(exercise, shown)
    return Exercise(**{**vars(row), "expected": shown, "mistakes": known})


def write_checks(assignment: Assignment, path: Path) -> None:
    """Write the released file of checks; the same bytes for the same content."""
    write_exercises(path, visible_exercises(assignment))
