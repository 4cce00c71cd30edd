"""Flags tell a human of forgers, and of nobody else."""

import copy
import inspect
from dataclasses import replace

import nbformat
import pytest

from autograder.attacks.checkcells import dearer, deleted, rewritten
from autograder.attacks.harm import dump, solved_notebook
from autograder.demo.answers import answer_text
from autograder.demo.people import PEOPLE, solved
from autograder.demo.samples import every_state
from autograder.examine.flags import find_flags, restored
from autograder.examine.notebook import Unreadable, read_notebook
from autograder.gradebook.report import report_page
from autograder.gradebook.roster import Learner
from autograder.gradebook.statistics import Row
from autograder.paths import RELEASE, stems
from autograder.tests.notebooks import as_bytes
from autograder.toy import STEM
from autograder.truth.assignment import load_assignment

WEEKS = [stem for stem in stems() if (RELEASE / stem).is_dir()]


def flags(content, week):
    return find_flags(read_notebook(content), week)


@pytest.fixture(params=WEEKS)
def week(request):
    return load_assignment(request.param)


@pytest.fixture
def released(week):
    return nbformat.read(RELEASE / week.stem / f"{week.stem}.ipynb", 4)


def test_the_demo_class_has_no_flag(week, released):
    for person in PEOPLE:
        try:
            content = person.make(week, released) if person.make else b""
            assert flags(content, week) == [], person.student
        except Unreadable:
            assert person.student in ("jules", "liam")


def test_solved_and_released_notebooks_have_no_flag_and_no_note(week, released):
    for notebook in (released, solved(week, released)):
        submission = read_notebook(dump(notebook))
        assert find_flags(submission, week) == []
        assert restored(submission, week) == []


def test_no_answer_of_a_bank_has_a_flag(week):
    cells = [
        answer_text(answer.function, week)
        for exercise in week.exercises
        for answer in exercise.answers
    ]
    cells += [inspect.getsource(e.reference) for e in week.exercises]
    assert flags(as_bytes(cells), week) == []


def test_a_flag_has_the_number_of_its_case_the_cell_and_the_word():
    week = load_assignment(STEM)
    cells = ["x = 1", "import sys\nframe = sys._getframe(1)"]
    assert flags(as_bytes(cells), week) == [
        "8: code cell 2 looks at its callers ('_getframe')"
    ]


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (dearer, "12: the check cell of sigmoid says 1000 points"),
        (rewritten, "12: the check cell of accuracy does not check it"),
    ],
)
def test_changed_check_cells_are_flagged(harm, words):
    week = load_assignment(STEM)
    raw = copy.deepcopy(solved_notebook())
    assert flags(dump(harm(raw)), week) == [words]


def test_a_lost_check_cell_is_a_note_and_no_flag():
    week = load_assignment(STEM)
    submission = read_notebook(dump(deleted(solved_notebook())))
    assert find_flags(submission, week) == []
    assert "accuracy (deleted)" in restored(submission, week)[0]


def test_the_report_lists_what_to_look_at():
    verdict = replace(every_state("ada"), flags=("8: code cell 2 <b>looks</b>",))
    rows = [
        Row(Learner("ada", "Ada"), verdict, "graded"),
        Row(Learner("bo", "Bo"), every_state("bo"), "graded"),
    ]
    page = report_page(verdict.assignment, rows, [])
    assert "To look at" in page
    assert "8: code cell 2 &lt;b&gt;looks" in page
    assert "To look at" not in report_page(verdict.assignment, rows[1:], [])
