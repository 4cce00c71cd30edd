"""Freezing, unless the frozen outputs are up to date."""

from autograder.author.outputs import check_outputs
from autograder.truth.assignment import load_assignment
from autograder.truth.freeze import freeze


def freeze_one(stem: str, *, force: bool = False) -> bool:
    """Write the frozen outputs of one assignment; whether they had moved."""
    assignment = load_assignment(stem)
    if not force and not check_outputs(assignment):
        return False
    freeze(assignment)
    return True
