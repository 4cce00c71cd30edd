"""A class of three with verdicts made by hand, for the tests of the gradebook."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.utils import compute_checksum

from autograder.demo.samples import every_state
from autograder.examine.verdict import file_of
from autograder.gradebook import database, grade
from autograder.gradebook.folders import Folders
from autograder.gradebook.writer import grade_id

STEM = every_state().assignment
POINTS = {e.name: e.points for e in every_state().exercises}


def grading_cell(name: str, source: str, **meta: Any) -> Any:
    """A cell with nbgrader's metadata and its checksum."""
    base = {"schema_version": 3, "grade_id": name, "task": False, "cell_type": "code"}
    cell = new_code_cell(source, id=name, metadata={"nbgrader": base | meta})
    cell.metadata.nbgrader["checksum"] = compute_checksum(cell)
    return cell


def released_notebook() -> Any:
    """As nbgrader releases it: exercise and checks cell of each function."""
    cells = [new_markdown_cell("# Title", id="title")]
    for name, points in POINTS.items():
        stub = f"def {name}(x):\n    raise NotImplementedError"
        solution = {"grade": False, "solution": True, "locked": False}
        locked = {"grade": True, "solution": False, "locked": True, "points": points}
        cells.append(grading_cell(f"{name}-exercise", stub, **solution))
        cells.append(grading_cell(f"{name}-checks", f"check({name})", **locked))
    return new_notebook(cells=cells)


def make_folders(tmp_path: Path) -> Folders:
    """A class of three: two hand in, one does not."""
    found = Folders(tmp_path / "grading", tmp_path / "release")
    found.released(STEM).parent.mkdir(parents=True)
    nbformat.write(released_notebook(), found.released(STEM))
    for student in ("ada", "boris"):
        hand_in(found, student, f"# by {student}")
    found.roster.write_text("id,first_name,last_name,email\ncleo,Cleo,Sand,c@x\n")
    return found


def hand_in(folders: Folders, student: str, remark: str) -> Path:
    """Put a solved notebook into submitted."""
    notebook = released_notebook()
    for cell in notebook.cells:
        if grade_id(cell).endswith("-exercise"):
            cell.source = f"{remark}\n" + cell.source.replace("raise", "return")
    path = folders.submitted / student / STEM / f"{STEM}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


class Examiner:
    """In the place of the examination: the same verdict for everybody, or a failure."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.scores: dict[str, float] = {}
        self.broken = False

    def __call__(
        self, source: Any, stem: str, student: str, mode: str, terms: Any = None
    ) -> Any:
        self.calls.append(student)
        if self.broken:
            raise OSError("no room")
        found = every_state(student)
        rows = (
            replace(e, score=self.scores.get(e.name, e.score)) for e in found.exercises
        )
        file = file_of(stem, Path(source).read_bytes())
        return replace(found, exercises=tuple(rows), submission=file), b""


@pytest.fixture(autouse=True)
def quick_gradebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """nbgrader asks a program for its version whenever it makes a data base."""
    monkeypatch.setattr("nbgrader.api.get_alembic_version", lambda: "724cde206c17")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A class of three: two hand in, one does not."""
    return make_folders(tmp_path)


@pytest.fixture
def examiner(monkeypatch: pytest.MonkeyPatch) -> Examiner:
    """A counting examiner."""
    made = Examiner()
    monkeypatch.setattr(grade, "examine_one", made)
    return made


def assignment(version: str = "1") -> Any:
    """What grading needs to know of an assignment."""
    exercises = [SimpleNamespace(name=n, points=p) for n, p in POINTS.items()]
    return SimpleNamespace(stem=STEM, exercises=exercises, version=version)


def marks(folders: Folders) -> dict[str, dict[str, float]]:
    """Marks in nbgrader's gradebook."""
    with database.open_gradebook(folders) as gradebook:
        return database.all_marks(gradebook, STEM)


def hows(graded: Any) -> dict[str, str]:
    """Student -> what became of it."""
    return {one.learner.student: one.how for one in graded}
