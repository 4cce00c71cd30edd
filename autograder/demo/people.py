"""Twelve learners who do not exist, and what each hands in."""

import copy
import json
import random
from collections.abc import Callable
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.demo.answers import answer_text, solution, spoilt
from autograder.gradebook.writer import CHECKS, EXERCISE, grade_id
from autograder.truth.assignment import Assignment, Exercise

Make = Callable[[Assignment, NotebookNode], bytes]


@dataclass(frozen=True)
class Person:
    """One learner.

    Parameters
    ----------
    student, first_name, last_name : str
    story : str
        What this hand-in shows.
    make : callable or None
        The file from the assignment and its released notebook; None hands in nothing.
    """

    student: str
    first_name: str
    last_name: str
    story: str
    make: Make | None


def solved(assignment: Assignment, released: NotebookNode) -> NotebookNode:
    """The released notebook with every exercise solved as in the reference."""
    notebook = copy.deepcopy(released)
    for exercise in assignment.exercises:
        put(notebook, exercise.name, solution(assignment, exercise.name))
    return notebook


def put(notebook: NotebookNode, name: str, source: str) -> None:
    """Write an answer into its exercise cell."""
    cell = notebook.cells[place(notebook, name + EXERCISE)]
    cell.source = source


def place(notebook: NotebookNode, name: str) -> int:
    """Where the cell with this grade id stands."""
    return next(i for i, c in enumerate(notebook.cells) if grade_id(c) == name)


def dump(notebook: NotebookNode) -> bytes:
    """A notebook as the bytes of its file; nothing is mended on the way."""
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def written(assignment: Assignment) -> list[Exercise]:
    """Exercises with code to write, questions left out."""
    return [exercise for exercise in assignment.exercises if not exercise.options]


def dependents(assignment: Assignment, name: str) -> int:
    """How many exercises call this one."""
    return sum(name in exercise.prerequisites for exercise in assignment.exercises)


def free_exercise(assignment: Assignment, which: int) -> Exercise:
    """An exercise that no other one calls."""
    free = [e for e in written(assignment) if not dependents(assignment, e.name)]
    return free[which % len(free)]


def make_right(assignment: Assignment, released: NotebookNode) -> bytes:
    """Everything as in the reference."""
    return dump(solved(assignment, released))


def make_otherwise(assignment: Assignment, released: NotebookNode) -> bytes:
    """Everything right, written as somebody else would."""
    notebook = solved(assignment, released)
    for exercise in assignment.exercises:
        if exercise.right:
            text = answer_text(exercise.right[0].function, assignment)
            put(notebook, exercise.name, text)
    return dump(notebook)


def mistaken(seed: int, count: int) -> Make:
    """Some exercises answered with mistakes that the bank knows."""

    def make(assignment: Assignment, released: NotebookNode) -> bytes:
        dice = random.Random(seed)
        notebook = solved(assignment, released)
        for exercise in dice.sample(written(assignment), count):
            bad = dice.choice([a for a in exercise.wrong if not a.shown])
            put(notebook, exercise.name, answer_text(bad.function, assignment))
        for exercise in assignment.exercises:
            if exercise.options:
                put(notebook, exercise.name, _one_wrong(exercise, dice))
        return dump(notebook)

    return make


def _one_wrong(exercise: Exercise, dice: random.Random) -> str:
    """The questions answered rightly, but one."""
    answers = dict(exercise.reference())
    question = dice.choice(sorted(answers))
    others = sorted(set(exercise.options[question]) - {answers[question]})
    answers[question] = dice.choice(others)
    return spoilt(exercise, f"return {answers!r}")


def make_slip(assignment: Assignment, released: NotebookNode) -> bytes:
    """The function that most others call is wrong; the others are right."""
    notebook = solved(assignment, released)
    exercises = written(assignment)
    worst = max(exercises, key=lambda e: dependents(assignment, e.name))
    wanted = [e for e in exercises if e.name == "propagate"] or [worst]
    bad = wanted[0].wrong[0]
    put(notebook, wanted[0].name, answer_text(bad.function, assignment))
    return dump(notebook)


def make_unfinished(assignment: Assignment, released: NotebookNode) -> bytes:
    """The first half solved, the second half as it was given out."""
    notebook = copy.deepcopy(released)
    exercises = assignment.exercises
    for exercise in exercises[: len(exercises) // 2]:
        put(notebook, exercise.name, solution(assignment, exercise.name))
    return dump(notebook)


def make_damaged(assignment: Assignment, released: NotebookNode) -> bytes:
    """Everything right, in cells that are moved, retyped, doubled and deleted."""
    notebook = solved(assignment, released)
    first, second, third, fourth = (e.name for e in assignment.exercises[:4])
    cells = notebook.cells
    cells.append(cells.pop(place(notebook, second + EXERCISE)))
    cells[place(notebook, first + CHECKS)].cell_type = "markdown"
    del cells[place(notebook, third + CHECKS)]
    old = cells.pop(place(notebook, third + EXERCISE))
    cells.append(new_code_cell(old.source, id="written-again"))
    twin = copy.deepcopy(cells[place(notebook, fourth + EXERCISE)])
    cells.append(twin)
    return dump(notebook)


def broken(which: int, body: str) -> Make:
    """Everything right but one function, which does something terrible."""

    def make(assignment: Assignment, released: NotebookNode) -> bytes:
        notebook = solved(assignment, released)
        exercise = free_exercise(assignment, which)
        put(notebook, exercise.name, spoilt(exercise, body))
        return dump(notebook)

    return make


def make_warning(assignment: Assignment, released: NotebookNode) -> bytes:
    """Everything right, with warnings and text on stderr."""
    notebook = solved(assignment, released)
    noise = "import sys\nimport warnings\n\nwarnings.warn('careful')\n"
    noise += "print('something went by', file=sys.stderr)"
    notebook.cells.insert(2, new_code_cell(noise, id="noise"))
    return dump(notebook)


def make_truncated(assignment: Assignment, released: NotebookNode) -> bytes:
    """Half a file, as after a broken upload."""
    whole = make_right(assignment, released)
    return whole[: len(whole) // 2]


CRASH = "import os\n\nos._exit(1)"
ENDLESS = "while True:\n    pass"

PEOPLE = (
    Person("amara", "Amara", "Osei", "full marks", make_right),
    Person("bruno", "Bruno", "Keller", "right, written otherwise", make_otherwise),
    Person("chiara", "Chiara", "Rossi", "two mistakes", mistaken(3, 2)),
    Person("deniz", "Deniz", "Aydin", "four mistakes", mistaken(11, 4)),
    Person("esra", "Esra", "Lindholm", "one slip that others lean on", make_slip),
    Person("felix", "Felix", "Moreau", "half of it not written", make_unfinished),
    Person("gita", "Gita", "Menon", "cells moved, deleted, doubled", make_damaged),
    Person("hiro", "Hiro", "Tanabe", "one function ends Python", broken(-2, CRASH)),
    Person("imani", "Imani", "Wanjiru", "one loop without end", broken(-1, ENDLESS)),
    Person("jules", "Jules", "Petit", "half a file", make_truncated),
    Person("kavya", "Kavya", "Nair", "right, with warnings", make_warning),
    Person("liam", "Liam", "Byrne", "nothing handed in", None),
)
