"""Grading: what is written, what is kept, what is refused."""

import nbformat
import pytest

from autograder.demo.samples import every_state
from autograder.errors import Misuse
from autograder.examine.terms import Options
from autograder.gradebook import database
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import grade_class
from autograder.gradebook.regrade import apply_held, changes
from autograder.gradebook.writer import grade_id
from autograder.tests.classroom import (
    POINTS,
    STEM,
    Examiner,
    assignment,
    examiner,
    folders,
    hand_in,
    hows,
    marks,
    quick_gradebook,
    released_notebook,
)

__all__ = ["examiner", "folders", "quick_gradebook"]


def test_grade_writes_everything_once(folders: Folders, examiner: Examiner) -> None:
    first = grade_class(folders, assignment())
    assert hows(first) == {"ada": "graded", "boris": "graded", "cleo": "absent"}
    wanted = {e.name: e.score for e in every_state().exercises}
    assert marks(folders) == {"ada": wanted, "boris": wanted}
    again = grade_class(folders, assignment())
    assert hows(again) == {"ada": "unchanged", "boris": "unchanged", "cleo": "absent"}
    assert sorted(examiner.calls) == ["ada", "boris"]
    assert grade_class(folders, assignment(), Options(force=True), ["ada"])
    assert sorted(examiner.calls) == ["ada", "ada", "boris"]


def test_lost_gradebook_is_written_again_without_examining(
    folders: Folders, examiner: Examiner
) -> None:
    grade_class(folders, assignment())
    before = marks(folders)
    (folders.root / "gradebook.db").unlink()
    grade_class(folders, assignment())
    assert marks(folders) == before and len(examiner.calls) == 2


def test_marks_do_not_fall_silently(folders: Folders, examiner: Examiner) -> None:
    grade_class(folders, assignment())
    examiner.scores = {"sigmoid": 4.0, "predict": 10.0}
    graded = grade_class(folders, assignment("2"))
    assert hows(graded)["ada"] == "held"
    assert marks(folders)["ada"]["sigmoid"] == 10
    moved = {
        (c.student, c.exercise): (c.before, c.after, c.held) for c in changes(graded)
    }
    assert moved["ada", "sigmoid"] == (10, 4.0, True)
    assert moved["ada", "predict"] == (0, 10.0, True)
    apply_held(folders, assignment("2"), graded)
    assert marks(folders)["ada"]["sigmoid"] == 4


def test_marks_rise_and_new_files_count(folders: Folders, examiner: Examiner) -> None:
    grade_class(folders, assignment())
    examiner.scores = {"predict": 10.0}
    assert hows(grade_class(folders, assignment("2")))["ada"] == "graded"
    assert marks(folders)["ada"]["predict"] == 10
    examiner.scores = {"sigmoid": 1.0}
    hand_in(folders, "ada", "# another try")
    graded = grade_class(folders, assignment("2"))
    assert hows(graded) == {"ada": "graded", "boris": "unchanged", "cleo": "absent"}
    assert marks(folders)["ada"]["sigmoid"] == 1 and not changes(graded)


def test_examiner_that_fails_costs_nothing(
    folders: Folders, examiner: Examiner
) -> None:
    grade_class(folders, assignment(), students=["boris"])
    examiner.broken = True
    graded = grade_class(folders, assignment("2"))
    assert hows(graded) == {"ada": "graded", "boris": "held", "cleo": "absent"}
    assert graded[0].verdict and "no room" in graded[0].verdict.remark
    assert marks(folders)["boris"]["sigmoid"] == 10
    examiner.broken = False
    assert hows(grade_class(folders, assignment("2")))["ada"] == "graded"
    assert marks(folders)["ada"]["sigmoid"] == 10


@pytest.mark.parametrize("kind", ["none", "two", "link", "folder"])
def test_what_cannot_be_opened_gets_one_line(
    folders: Folders, examiner: Examiner, kind: str
) -> None:
    path = folders.submitted / "ada" / STEM / f"{STEM}.ipynb"
    data = path.read_bytes()
    path.unlink()
    if kind == "two":
        (path.parent / "a.ipynb").write_bytes(data)
        (path.parent / "b.ipynb").write_bytes(data)
    if kind == "link":
        path.symlink_to(folders.submitted / "boris" / STEM / f"{STEM}.ipynb")
    if kind == "folder":
        path.mkdir()
    graded = grade_class(folders, assignment())
    assert graded[0].verdict and graded[0].verdict.status == "could not grade"
    assert "got" in graded[0].verdict.remark and examiner.calls == ["boris"]
    assert marks(folders)["ada"] == dict.fromkeys(POINTS, 0.0)


def test_another_name_is_taken_with_a_note(
    folders: Folders, examiner: Examiner
) -> None:
    path = folders.submitted / "ada" / STEM / f"{STEM}.ipynb"
    path.rename(path.with_name("mine (1).ipynb"))
    graded = grade_class(folders, assignment(), students=["ada"])
    assert graded[0].verdict and "mine (1).ipynb" in graded[0].verdict.notes[0]


def test_unknown_student_is_named(folders: Folders, examiner: Examiner) -> None:
    with pytest.raises(Misuse, match="'zoe'"):
        grade_class(folders, assignment(), students=["zoe"])


def test_hand_given_mark_stays(folders: Folders, examiner: Examiner) -> None:
    grade_class(folders, assignment())
    with database.open_gradebook(folders) as gradebook:
        mark = gradebook.find_grade("sigmoid-checks", STEM, STEM, "ada")
        mark.manual_score = 9.0
        gradebook.db.commit()
    grade_class(folders, assignment(), Options(force=True))
    with database.open_gradebook(folders) as gradebook:
        mark = gradebook.find_grade("sigmoid-checks", STEM, STEM, "ada")
        assert (mark.manual_score, mark.needs_manual_grade) == (9.0, True)


def test_exercise_joins_and_leaves_the_gradebook(
    folders: Folders, examiner: Examiner
) -> None:
    grade_class(folders, assignment())
    smaller = released_notebook()
    smaller.cells = [c for c in smaller.cells if not grade_id(c).startswith("model-")]
    for notebook, wanted in ((smaller, False), (released_notebook(), True)):
        nbformat.write(notebook, folders.released(STEM))
        grade_class(folders, assignment())
        assert ("model" in marks(folders)["ada"]) == wanted
