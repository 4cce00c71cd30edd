"""The gradebook's verbs: submit, grade, feedback, report, regrade, demo."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from autograder.assignment import Assignment, load_assignment
from autograder.examine.tiers import TIERS
from autograder.gradebook import tables
from autograder.gradebook.feedback import write_feedback
from autograder.gradebook.folders import Folders, Misuse, open_folders
from autograder.gradebook.grade import Graded, grade_class
from autograder.gradebook.isolation import choose_tier
from autograder.gradebook.options import Options, class_options
from autograder.gradebook.regrade import apply_held, changes
from autograder.gradebook.report import read_class, tiers_of, write_report
from autograder.gradebook.submit import submit_all

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
LOUD = (
    "[bold red]NOT SANDBOXED[/]: submissions run with your rights and can read and "
    "change what you can. See `python -m autograder doctor`."
)
FORCE = click.option("--force", is_flag=True, help="Examine again what is unchanged.")


def open_assignment(stem: str) -> Assignment:
    """The assignment of a stem, or one line that says what is wrong with it."""
    try:
        return load_assignment(stem)
    except (FileNotFoundError, ModuleNotFoundError, ValueError) as error:
        raise Misuse(str(error)) from error


class Rate(ProgressColumn):
    """Submissions per second."""

    def render(self, task: Task) -> Text:
        """'3.1 per s'."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} per s" if speed else "", style="dim")


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


@contextmanager
def progress_bar(screen: Console, stem: str) -> Iterator[dict[str, Any]]:
    """Callbacks for `grade_class` that draw a bar with rate and time to go."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as progress:
        task = progress.add_task(f"Grading {stem}", total=None)

        def start(total: int) -> None:
            progress.update(task, total=total)

        def done(graded: Graded) -> None:
            progress.advance(task)

        yield {"on_start": start, "on_done": done}


def run_grade(
    folders: Folders, assignment: Assignment, options: Options, students: Any = ()
) -> list[Graded]:
    """Grade with a bar; then everybody's mark and what this run did."""
    screen = tables.console()
    if not options.scheduler and choose_tier(options) == "none":
        screen.print(LOUD)
    with progress_bar(screen, assignment.stem) as told:
        graded = grade_class(folders, assignment, options, students, **told)
    screen.print(tables.grades_table(assignment.stem, graded))
    screen.print(tables.legend())
    counts = Counter(map(tables.how_of, graded))
    screen.print(", ".join(f"{n} {how}" for how, n in counts.most_common()) + ".")
    if counts[tables.HOW["held"]]:
        screen.print(
            f"Marks would fall: see `python -m autograder regrade {assignment.stem}`."
        )
    if any((one.verdict or {}).get("isolation") == "none" for one in graded):
        screen.print(LOUD)
    return graded


def _complete(graded: list[Graded]) -> bool:
    """Whether everything that was handed in could be graded."""
    found = [one.after or one.verdict for one in graded if one.verdict]
    return all(verdict["status"] == "graded" for verdict in found if verdict)


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


def run_feedback(folders: Folders, stem: str, students: Any = ()) -> int:
    """Write the pages; give how many."""
    rows = read_class(folders, stem)
    chosen = [r.learner for r in rows if not students or r.learner.student in students]
    if students and not chosen:
        raise Misuse(f"feedback: got {students[0]!r}, expected one on the roster.")
    return sum(write_feedback(folders, one, stem) is not None for one in chosen)


@click.command()
@STEM
@GRADING
@in_words
def report(stem: str, grading: Path | None) -> None:
    """Write what the class knows of STEM: a page, and tables for an LMS."""
    run_report(open_folders(grading), open_assignment(stem))


def run_report(folders: Folders, assignment: Assignment) -> None:
    """Write the report and print its summary."""
    screen = tables.console()
    rows, summaries, written = write_report(folders, assignment)
    if tiers_of(rows)["none"]:
        screen.print(LOUD)
    screen.print(tables.report_table(summaries))
    screen.print(f"{tables.class_line(rows)}.")
    for path in written:
        screen.print(f"Written: {path}", soft_wrap=True)


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


@click.command()
@click.option("--force", is_flag=True, help="Make the class anew, grade everything.")
@JOBS
@GRADING
@in_words
def demo(force: bool, jobs: int, grading: Path | None) -> None:
    """Run a simulated class of 12 through submit, grade, feedback and report."""
    from autograder.demo.run import run_demo

    run_demo(grading, force=force, jobs=jobs)


commands = [submit, grade, feedback, report, regrade, demo]
