"""The simulated class, from hand-in to report, and nbgrader's own way beside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.demo.people import PEOPLE
from autograder.demo.run import WEEKS, run_demo
from autograder.gradebook import database
from autograder.gradebook.folders import open_folders
from autograder.paths import ROOT

pytestmark = pytest.mark.slow

FULL = ("amara", "bruno", "gita", "kavya")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: Any) -> Any:
    """Both assignments of the class, graded once."""
    return run_demo(tmp_path_factory.mktemp("class"))


def exercises(marks: Any, stem: str, student: str) -> dict[str, Any]:
    """State and score of each exercise of one learner."""
    verdict = next(g.verdict for g in marks[stem] if g.learner.student == student)
    return {e.name: e for e in verdict.exercises}


@pytest.mark.parametrize("stem", WEEKS)
def test_marks_are_what_each_learner_earned(graded: Any, stem: str) -> None:
    _, marks = graded
    found = {g.learner.student: g.verdict for g in marks[stem]}
    assert set(found) == {person.student for person in PEOPLE}
    for student in FULL:
        assert found[student].score == found[student].max_score, student
    for student in ("hiro", "imani", "esra"):
        lost = [
            e for e in exercises(marks, stem, student).values() if e.state != "right"
        ]
        assert len(lost) == 1, (student, lost)
    assert found["jules"].status == "could not grade"
    assert found["liam"] is None
    half = found["felix"].score / found["felix"].max_score
    assert 0.3 < half < 0.7
    mistaken = [e for e in exercises(marks, stem, "deniz").values() if e.score == 0]
    assert len(mistaken) == 4


@pytest.mark.parametrize("stem", WEEKS)
def test_reasons_are_named(graded: Any, stem: str) -> None:
    _, marks = graded
    reasons = {
        student: [e.reason for e in exercises(marks, stem, student).values()]
        for student in ("hiro", "imani", "felix")
    }
    assert "crashed" in reasons["hiro"] and "time" in reasons["imani"]
    assert "not written" in reasons["felix"]


def test_every_page_is_there(graded: Any) -> None:
    folders, marks = graded
    pages = list(folders.feedback.rglob("*.html"))
    assert len(pages) == len(marks) * (len(PEOPLE) - 1)
    ends = ("html", "csv", "canvas.csv", "moodle.csv")
    wanted = {f"{stem}.{end}" for stem in marks for end in ends}
    assert {path.name for path in folders.report.iterdir()} == wanted


def test_second_run_examines_nothing(graded: Any, capsys: Any) -> None:
    folders, marks = graded
    _, again = run_demo(folders.root)
    hows = {one.how for several in again.values() for one in several}
    assert hows == {"unchanged", "absent"}
    assert "Nothing has changed" in capsys.readouterr().out


def test_nbgrader_gives_the_same_marks(graded: Any, tmp_path: Path) -> None:
    """`nbgrader autograde` from nothing but the submitted files."""
    folders, _ = graded
    stem = WEEKS[0]
    other = open_folders(tmp_path / "other")
    for student in ("gita", "deniz", "jules", "kavya"):
        target = other.submitted / student
        shutil.copytree(folders.submitted / student / stem, target / stem)
    env = {**os.environ, "COURSE_GRADING": str(other.root)}
    command = [sys.executable, "-m", "nbgrader", "autograde", stem]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    found = {}
    for each in (folders, other):
        with database.open_gradebook(each) as gradebook:
            found[each.root] = database.all_marks(gradebook, stem)
    for student, marks in found[other.root].items():
        assert marks == found[folders.root][student], student
    assert len(found[other.root]) == 4


def test_nbgrader_feedback_is_our_page(graded: Any) -> None:
    """Formgrader's button writes what `python -m autograder feedback` writes."""
    folders, _ = graded
    stem = WEEKS[0]
    page = folders.feedback / "deniz" / stem / f"{stem}.html"
    ours = page.read_text(encoding="utf-8")
    words = ["generate_feedback", stem, "--student", "deniz", "--force"]
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *words],
        env={**os.environ, "COURSE_GRADING": str(folders.root)},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert page.read_text(encoding="utf-8").strip() == ours.strip()
