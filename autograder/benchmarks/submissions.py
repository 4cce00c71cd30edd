"""Hand-ins as they come: mostly right, some mistaken, one half done."""

from nbformat import NotebookNode

from autograder.benchmarks.measure import STEM
from autograder.demo import people
from autograder.gradebook.writer import read_released
from autograder.paths import RELEASE
from autograder.truth.assignment import Assignment, load_assignment

# No crash and no endless loop: there the stock grader would wait for its timeouts.
KINDS = (
    people.make_right,
    people.make_otherwise,
    people.mistaken(3, 2),
    people.make_slip,
    people.make_unfinished,
)


def opened() -> tuple[Assignment, NotebookNode]:
    """The measured assignment and its released notebook."""
    path = RELEASE / STEM / f"{STEM}.ipynb"
    return load_assignment(STEM), read_released(path)


def solved() -> bytes:
    """The solved notebook."""
    return people.make_right(*opened())


def submissions(count: int) -> dict[str, bytes]:
    """Hand-ins by student, every kind in turn."""
    assignment, released = opened()
    made = [make(assignment, released) for make in KINDS]
    return {f"student{i:03d}": made[i % len(made)] for i in range(count)}
