"""nbgrader's gradebook, written by one process, one transaction per submission."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    SourceCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.utils import compute_checksum, parse_utc
from sqlalchemy import func, insert, select

from autograder.examine.verdict import Verdict
from autograder.gradebook import store
from autograder.gradebook.folders import Folders
from autograder.gradebook.roster import Learner, Submission
from autograder.gradebook.writer import CHECKS, grade_id, mark_notebook, notebook_bytes
from autograder.programs import find_own_programs


@contextmanager
def open_gradebook(folders: Folders) -> Iterator[Gradebook]:
    """nbgrader's gradebook of a class, made on demand."""
    find_own_programs()  # nbgrader calls alembic by its name
    folders.root.mkdir(parents=True, exist_ok=True)
    _make_whole(folders.db_url)
    with Gradebook(folders.db_url) as gradebook:
        try:
            yield gradebook
        finally:
            gradebook.db.rollback()
    gradebook.engine.dispose()


def _make_whole(url: str) -> None:
    """Make a new gradebook under another name first.

    nbgrader makes the tables, then asks a program for their version, which takes a
    second. A run that was killed in between would leave tables without version.
    """
    path = Path(url.removeprefix("sqlite:///"))
    if not url.startswith("sqlite:///") or path.exists():
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.new.part")
    draft.unlink(missing_ok=True)
    with Gradebook(f"sqlite:///{draft}") as gradebook:
        pass
    gradebook.engine.dispose()
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


def known_learners(gradebook: Gradebook) -> dict[str, Learner]:
    """The gradebook's students, by id."""
    return {
        s.id: Learner(s.id, s.first_name or "", s.last_name or "", s.email or "")
        for s in gradebook.students
    }


def add_learners(gradebook: Gradebook, learners: list[Learner]) -> None:
    """Put everybody on the roster into the gradebook."""
    known = {student.id: student for student in gradebook.students}
    for learner in learners:
        student = known.get(learner.student) or Student(id=learner.student)
        student.first_name = learner.first_name or student.first_name
        student.last_name = learner.last_name or student.last_name
        student.email = learner.email or student.email
        gradebook.db.add(student)
    gradebook.db.commit()


def register(gradebook: Gradebook, stem: str, released: NotebookNode) -> None:
    """Tell the gradebook which cells the released notebook has and what they earn.

    Cells that left the assignment leave the gradebook, with their grades.
    """
    gradebook.update_or_create_assignment(stem)
    kernel = json.dumps(released.metadata.get("kernelspec", {}))
    notebook = gradebook.update_or_create_notebook(stem, stem, kernelspec=kernel)
    cells = {grade_id(cell): cell for cell in released.cells if grade_id(cell)}
    for kind, gone in _stale(notebook, cells):
        if kind == "cell":
            for row in (*gone.grades, *gone.comments):
                gradebook.db.delete(row)
        gradebook.db.delete(gone)
    gradebook.db.commit()
    known = {source.name: source for source in notebook.source_cells}
    for name, cell in cells.items():
        if not _same(known.get(name), cell, notebook):
            _register_cell(gradebook, stem, name, cell)


def _stale(notebook: Notebook, cells: dict[str, Any]) -> list[tuple[str, Any]]:
    bases = [
        ("cell", cell) for cell in (*notebook.grade_cells, *notebook.solution_cells)
    ]
    sources = [("source", cell) for cell in notebook.source_cells]
    return [(kind, cell) for kind, cell in bases + sources if cell.name not in cells]


def _same(known: SourceCell | None, cell: NotebookNode, notebook: Notebook) -> bool:
    meta = cell.metadata.nbgrader
    points = {grade.name: grade.max_score for grade in notebook.grade_cells}
    worth = float(meta["points"]) if meta.get("grade") else None
    return (
        known is not None
        and known.checksum == meta.get("checksum")
        and known.source == cell.source
        and points.get(known.name) == worth
    )


def _register_cell(
    gradebook: Gradebook, stem: str, name: str, cell: NotebookNode
) -> None:
    meta = cell.metadata.nbgrader
    if meta.get("grade"):
        points = float(meta["points"])
        gradebook.update_or_create_grade_cell(
            name, stem, stem, max_score=points, cell_type=cell.cell_type
        )
    if meta.get("solution"):
        gradebook.update_or_create_solution_cell(name, stem, stem)
    gradebook.update_or_create_source_cell(
        name,
        stem,
        stem,
        cell_type=cell.cell_type,
        locked=bool(meta.get("locked")),
        source=cell.source,
        checksum=meta.get("checksum"),
    )


def all_marks(gradebook: Gradebook, stem: str) -> dict[str, dict[str, float]]:
    """Automatic marks in the gradebook: student -> exercise -> points."""
    rows = (
        select(SubmittedAssignment.student_id, BaseCell.name, Grade.auto_score)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(
            SubmittedAssignment,
            SubmittedNotebook.assignment_id == SubmittedAssignment.id,
        )
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .where(Assignment.name == stem, Grade.auto_score.is_not(None))
    )
    marks: dict[str, dict[str, float]] = {}
    for student, cell, score in gradebook.db.execute(rows):
        marks.setdefault(student, {})[cell.removesuffix(CHECKS)] = score
    return marks


def marks_by_hand(gradebook: Gradebook, stem: str) -> dict[str, float]:
    """Points of the submissions that a person marked in formgrader, by student."""
    rows = (
        select(SubmittedAssignment.student_id, func.sum(Grade.score))
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(
            SubmittedAssignment,
            SubmittedNotebook.assignment_id == SubmittedAssignment.id,
        )
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == stem)
        .group_by(SubmittedAssignment.student_id)
        .having(func.count(Grade.manual_score) + func.count(Grade.extra_credit) > 0)
    )
    return {student: float(score) for student, score in gradebook.db.execute(rows)}


def publish(
    group: Any, found: Submission, verdict: Verdict, executed: bytes = b""
) -> None:
    """Write the marked notebook, and the marks into nbgrader's gradebook."""
    data = found.path.read_bytes() if found.path else b""
    marked = mark_notebook(data, group.released, verdict, executed)
    target = group.folders.autograded / found.student / group.stem
    store.write_whole(target / f"{group.stem}.ipynb", notebook_bytes(marked))
    stamp = group.folders.submitted / found.student / group.stem / "timestamp.txt"
    timestamp = stamp.read_text().strip() if stamp.is_file() else ""
    if timestamp:
        store.write_whole(target / "timestamp.txt", timestamp.encode())
    write_marks(group.gradebook, group.stem, found.student, verdict, marked, timestamp)


def write_marks(
    gradebook: Gradebook,
    stem: str,
    student: str,
    verdict: Verdict,
    marked: NotebookNode,
    timestamp: str = "",
) -> None:
    """Write one submission's grades and comments; all of them or none.

    A mark that a person gave by hand stays, and is flagged for a second look, as
    nbgrader does it.
    """
    try:
        with gradebook.db.no_autoflush:
            sheet = _sheet(gradebook, stem, student, timestamp)
            gradebook.db.flush()
            _write_grades(gradebook, sheet, verdict)
            _write_comments(gradebook, sheet, marked)
        gradebook.db.commit()
    except BaseException:
        gradebook.db.rollback()
        raise


def _sheet(
    gradebook: Gradebook, stem: str, student: str, timestamp: str
) -> SubmittedNotebook:
    """The submission's page in the gradebook, made if there is none."""
    db = gradebook.db
    notebook = gradebook.find_notebook(stem, stem)
    if db.get(Student, student) is None:
        db.add(Student(id=student))
    try:
        submission = gradebook.find_submission(stem, student)
    except MissingEntry:
        submission = SubmittedAssignment(
            assignment=notebook.assignment, student=db.get(Student, student)
        )
        db.add(submission)
    if timestamp:
        submission.timestamp = parse_utc(timestamp)
    for sheet in submission.notebooks:
        if sheet.notebook is notebook:
            return sheet
    sheet = SubmittedNotebook(notebook=notebook, assignment=submission)
    db.add(sheet)
    return sheet


def _write_grades(
    gradebook: Gradebook, sheet: SubmittedNotebook, verdict: Verdict
) -> None:
    scores = {e.name + CHECKS: float(e.score) for e in verdict.exercises}
    rows = {grade.cell_id: grade for grade in sheet.grades}
    page = {"notebook_id": sheet.id, "needs_manual_grade": False}
    new = []
    for cell, name, worth in _cells(gradebook, sheet, GradeCell, GradeCell.max_score):
        score = min(scores.get(name, 0.0), worth)
        if grade := rows.get(cell):
            grade.auto_score = score
            grade.needs_manual_grade = grade.manual_score is not None
        else:
            new.append({**page, "cell_id": cell, "auto_score": score})
    if new:
        gradebook.db.execute(insert(Grade), new)


def _write_comments(
    gradebook: Gradebook, sheet: SubmittedNotebook, marked: NotebookNode
) -> None:
    """Say "No response." where a stub is as it was given out."""
    rows = {comment.cell_id: comment for comment in sheet.comments}
    found = {grade_id(cell): cell for cell in marked.cells if grade_id(cell)}
    new = []
    for cell, name in _cells(gradebook, sheet, SolutionCell):
        text = "No response." if name in found and _untouched(found[name]) else None
        if comment := rows.get(cell):
            comment.auto_comment = text
        else:
            new.append({"cell_id": cell, "notebook_id": sheet.id, "auto_comment": text})
    if new:
        gradebook.db.execute(insert(Comment), new)


def _cells(
    gradebook: Gradebook, sheet: SubmittedNotebook, kind: Any, *columns: Any
) -> Any:
    """Id, name and more of a notebook's cells; as objects each would be a query."""
    query = select(kind.id, kind.name, *columns)
    return gradebook.db.execute(query.where(kind.notebook_id == sheet.notebook_id))


def _untouched(cell: NotebookNode) -> bool:
    return bool(cell.metadata.nbgrader.get("checksum") == compute_checksum(cell))
