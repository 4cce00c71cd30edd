"""A class of twelve, from the released notebooks to the report."""

import csv
import io
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.author.release import release
from autograder.demo.people import PEOPLE
from autograder.errors import Misuse, Refused
from autograder.examine.terms import Options
from autograder.gradebook import tables
from autograder.gradebook.folders import Folders, open_folders
from autograder.gradebook.grade import Graded
from autograder.gradebook.runs import run_feedback, run_grade, run_report
from autograder.gradebook.settings import class_options
from autograder.gradebook.store import write_whole
from autograder.gradebook.submit import submit_all
from autograder.gradebook.words import number
from autograder.gradebook.writer import read_released
from autograder.paths import GRADING
from autograder.truth.assignment import Assignment, load_assignment

WEEKS = ("c1w2_logistic_regression", "c1w2_vectorization")
SETTINGS = """\
# The demo's learners are ours, and nobody waits long for one without an end.
allow_unsandboxed = true

[limits]
call = 3
"""

Marks = dict[str, list[Graded]]


def make_class(folder: Path, folders: Folders, names: list[str]) -> None:
    """Write what the twelve hand in, as ``<student>/<stem>.ipynb``.

    Parameters
    ----------
    folder : Path
        Gets the notebooks.
    folders : Folders
        Where the released notebooks are; gets the roster and the settings.
    names : list of str
        Stems.
    """
    for stem in names:
        assignment = load_assignment(stem)
        released = read_released(folders.released(stem))
        for person in PEOPLE:
            if person.make:
                data = person.make(assignment, released)
                write_whole(folder / person.student / f"{stem}.ipynb", data)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["id", "first_name", "last_name", "email"])
    for p in PEOPLE:
        rows.writerow([p.student, p.first_name, p.last_name, ""])
    write_whole(folders.roster, out.getvalue().encode())
    write_whole(folders.settings, SETTINGS.encode())


def run_demo(
    grading: Path | None, *, force: bool = False, jobs: int = 0
) -> tuple[Folders, Marks]:
    """Hand in, grade, give feedback, report; all assignments.

    Parameters
    ----------
    grading : Path or None
        Folder of the class; by default COURSE_GRADING, or ``grading/demo``.
    force : bool
        Examine again what is unchanged.
    jobs : int
        Submissions at once; 0 for one per core.
    """
    chosen = grading or os.environ.get("COURSE_GRADING") or GRADING / "demo"
    folders, screen = open_folders(chosen), tables.console()
    names = list(WEEKS)
    for stem in names:
        _release(folders, stem, screen)
    screen.rule("A class of twelve hands in", align="left")
    make_class(folders.root / "inbox", folders, names)
    for stem in names:
        taken = submit_all(folders, stem, folders.root / "inbox")
        screen.print(f"{stem}: {sum(taken.values())} new of {len(taken)} notebooks")
    options = class_options(folders, force=force, jobs=jobs)
    marks = {stem: _one(folders, stem, options, screen) for stem in names}
    _finish(folders, marks, screen)
    return folders, marks


def _release(folders: Folders, stem: str, screen: Console) -> None:
    """Release what is not released yet."""
    if folders.released(stem).exists():
        return
    screen.print(f"{stem}: releasing")
    try:
        release(stem)
    except Refused as error:
        raise Misuse(str(error)) from error


def _one(
    folders: Folders, stem: str, options: Options, screen: Console
) -> list[Graded]:
    """Grade, feedback and report of one assignment."""
    assignment: Assignment = load_assignment(stem)
    screen.rule(f"grade {stem}", align="left")
    graded = run_grade(folders, assignment, options)
    if all(one.how in ("unchanged", "absent") for one in graded):
        screen.print("Nothing has changed, so nothing was graded again.")
    screen.rule(f"feedback and report {stem}", align="left")
    screen.print(f"{run_feedback(folders, stem)} pages of feedback")
    run_report(folders, assignment)
    return graded


def _finish(folders: Folders, marks: Marks, screen: Console) -> None:
    """Everybody's marks side by side, and where to look."""
    screen.rule("The class", align="left")
    table = Table()
    for name in ("learner", "what they handed in"):
        table.add_column(name)
    for stem in marks:
        table.add_column(stem.split("_", 1)[-1].replace("_", " "), justify="right")
    for person in PEOPLE:
        scores = [_mark(graded, person.student) for graded in marks.values()]
        table.add_row(person.first_name, person.story, *scores)
    screen.print(table)
    screen.print("Look at:")
    for stem in marks:
        screen.print(f"  {folders.report / stem}.html", soft_wrap=True)
    for student in ("chiara", "imani"):
        page = folders.feedback / student / stem / f"{stem}.html"
        screen.print(f"  {page}", soft_wrap=True)


def _mark(graded: list[Graded], student: str) -> str:
    one = next((g for g in graded if g.learner.student == student), None)
    if one is None or one.verdict is None:
        return "–"
    if one.verdict.status != "graded":
        return "could not grade"
    return f"{number(one.verdict.score)} of {number(one.verdict.max_score)}"
