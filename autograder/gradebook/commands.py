"""The gradebook's verbs: submit, grade, feedback, report, regrade."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from autograder.errors import Misuse
from autograder.examine.tiers import TIERS
from autograder.gradebook import tables
from autograder.gradebook.folders import open_folders
from autograder.gradebook.grade import Graded
from autograder.gradebook.regrade import apply_held, changes
from autograder.gradebook.runs import run_feedback, run_grade, run_report
from autograder.gradebook.settings import class_options
from autograder.gradebook.submit import submit_all
from autograder.truth.assignment import Assignment, load_assignment

STEM = click.argument("stem")
GRADING = click.option(
    "--grading",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the class; default COURSE_GRADING, or grading/.",
)
STUDENTS = click.option("--student", "students", multiple=True, help="Only this id.")
JOBS = click.option("--jobs", default=0, help="Submissions at once; 0: one per core.")
MODE = click.option(
    "--mode",
    type=click.Choice(["lean", "full"]),
    default="lean",
    help="lean: what the marks need; full: every cell, outputs kept.",
)
SCHEDULER = click.option("--scheduler", default="", help="dask scheduler, tcp://…")
ISOLATION = click.option(
    "--isolation",
    type=click.Choice(TIERS),
    help="Insist on one way to shut rooms; default the best that opens, see doctor.",
)
UNSANDBOXED = click.option(
    "--allow-unsandboxed",
    is_flag=True,
    help="Grade where no room can be shut: submissions have your rights.",
)
FORCE = click.option("--force", is_flag=True, help="Examine again what is unchanged.")


def open_assignment(stem: str) -> Assignment:
    """The assignment of a stem, or one line that says what is wrong with it."""
    try:
        return load_assignment(stem)
    except (FileNotFoundError, ModuleNotFoundError, ValueError) as error:
        raise Misuse(str(error)) from error


def in_words(function: Callable[..., Any]) -> Callable[..., Any]:
    """A usage error, exit code 2, in the place of a traceback."""

    @wraps(function)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except Misuse as error:
            raise click.UsageError(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Stopped. What is graded is kept; the same command goes on.")
            sys.exit(130)

    return wrapped


def _complete(graded: list[Graded]) -> bool:
    """Whether everything that was handed in could be graded."""
    found = [one.after or one.verdict for one in graded if one.verdict]
    return all(verdict.status == "graded" for verdict in found if verdict)


@click.command()
@STEM
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@GRADING
@in_words
def submit(stem: str, source: Path, grading: Path | None) -> None:
    """Take in notebooks from SOURCE, with the time.

    SOURCE holds <student>/<stem>.ipynb, <student>/<stem>/<stem>.ipynb or
    <student>.ipynb. A file that is there already keeps its time.
    """
    open_assignment(stem)
    taken = submit_all(open_folders(grading), stem, source)
    click.echo(f"{stem}: {sum(taken.values())} new of {len(taken)} notebooks.")


@click.command()
@STEM
@STUDENTS
@MODE
@FORCE
@JOBS
@SCHEDULER
@ISOLATION
@UNSANDBOXED
@GRADING
@in_words
def grade(
    stem: str, students: tuple[str, ...], grading: Path | None, **given: Any
) -> None:
    """Grade what was handed in for STEM.

    What is unchanged is not examined again. The exit code is 0 when everything
    could be graded, 1 when something could not, 2 when the command is wrong.
    """
    folders, assignment = open_folders(grading), open_assignment(stem)
    options = class_options(folders, **given)
    graded = run_grade(folders, assignment, options, students)
    sys.exit(0 if _complete(graded) else 1)


@click.command()
@STEM
@STUDENTS
@GRADING
@in_words
def feedback(stem: str, students: tuple[str, ...], grading: Path | None) -> None:
    """Write each learner's page for STEM into grading/feedback."""
    folders = open_folders(grading)
    open_assignment(stem)
    count = run_feedback(folders, stem, students)
    click.echo(f"{stem}: {count} pages in {folders.feedback}.")


@click.command()
@STEM
@GRADING
@in_words
def report(stem: str, grading: Path | None) -> None:
    """Write what the class knows of STEM: a page, and tables for an LMS."""
    run_report(open_folders(grading), open_assignment(stem))


@click.command()
@STEM
@click.option("--allow-lower", is_flag=True, help="Let marks fall.")
@FORCE
@JOBS
@UNSANDBOXED
@GRADING
@in_words
def regrade(stem: str, allow_lower: bool, grading: Path | None, **given: Any) -> None:
    """Grade STEM again after a change, and show who gains, who loses, and why.

    A mark that would fall is kept unless --allow-lower is given, or you agree
    when asked. The exit code is 1 when a mark was kept.
    """
    folders, assignment = open_folders(grading), open_assignment(stem)
    graded = run_grade(folders, assignment, class_options(folders, **given))
    found, screen = changes(graded), tables.console()
    if not found:
        screen.print("No mark moves.")
        return
    screen.print(tables.changes_table(found))
    screen.print(tables.changes_line(found))
    held = {change.student for change in found if change.held}
    if not held:
        return
    who = f"{len(held)} learner{'s' * (len(held) > 1)}"
    ask = f"Let the marks of {who} fall?"
    if allow_lower or (sys.stdin.isatty() and click.confirm(ask)):
        apply_held(folders, assignment, graded)
        screen.print(f"The marks of {who} fell.")
        return
    screen.print(f"Kept: the marks of {who}. Say --allow-lower to let them fall.")
    sys.exit(1)


commands = [submit, grade, feedback, report, regrade]
