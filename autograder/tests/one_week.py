"""The examination of the toy week, as tests ask for it."""

import pytest

from autograder.examine import Limits, examine
from autograder.toy import STEM
from autograder.truth.assignment import load_assignment

QUICK = Limits(call=1.5, cell=3.0, grace=1.0)


@pytest.fixture(scope="module")
def week():
    """The assignment."""
    return load_assignment(STEM)


def grade(content, week, **options):
    """The verdict on a notebook, with short limits unless said otherwise."""
    options = {"student": "ada", "secret": b"secret", "limits": QUICK, **options}
    return examine(content, week, **options)


def row(verdict, name):
    """What became of one exercise."""
    return next(row for row in verdict.exercises if row.name == name)


def lost(verdict):
    """Names of the exercises that are not right, in order."""
    return [row.name for row in verdict.exercises if row.state != "right"]
