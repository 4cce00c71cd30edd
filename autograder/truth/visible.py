"""The learner's half of the checks: visible cases only, written beside the notebook."""

from pathlib import Path

from autograder.truth.assignment import Assignment
from autograder.truth.frozen import frozen, mistakes
from helpers.checks.judging import Exercise, write_exercises


def visible_exercises(assignment: Assignment) -> list[Exercise]:
    """Exercises reduced to what a learner may read."""
    rows = []
    for exercise in assignment.exercises:
        row = frozen(assignment.stem, exercise)
        shown = [expected for expected in row.expected if expected.case.visible]
        if row.sealed:
            rows.append(Exercise(**{**vars(row), "expected": []}))
            continue
        if not shown:
            raise ValueError(
                f"cases_{exercise.name}: got no visible case, expected one or more. "
                "Mark a small one with visible=True."
            )
        known = mistakes(exercise, shown)
        rows.append(Exercise(**{**vars(row), "expected": shown, "mistakes": known}))
    return rows


def write_checks(assignment: Assignment, path: Path) -> None:
    """Write the released file of checks; the same bytes for the same content."""
    write_exercises(path, visible_exercises(assignment))
