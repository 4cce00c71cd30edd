"""The machine's own small assignments are proved like those of the course."""

import pytest

from autograder import paths
from autograder.author.assemble import prove
from autograder.author.outputs import check_outputs
from autograder.truth.assignment import load_assignment
from autograder.truth.freeze import digest
from autograder.truth.frozen import frozen


@pytest.fixture(params=paths.toys())
def toy(request):
    return load_assignment(request.param)


def test_there_are_two_and_the_course_has_neither():
    assert len(paths.toys()) == 2
    assert set(paths.toys()).isdisjoint(paths.stems())


def test_its_answers_and_docstrings_are_sound(toy):
    prove(toy)
    assert toy.max_score == 100


def test_its_frozen_outputs_are_those_of_its_references(toy):
    assert check_outputs(toy) == []
    rows = [frozen(toy.stem, exercise) for exercise in toy.exercises]
    assert paths.digest_file(toy.stem).read_text() == digest(rows)
