"""Verbs without a command line: grade, feedback and report, as people see them."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

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

from autograder.errors import Misuse
from autograder.examine.terms import Options, choose_tier
from autograder.gradebook import tables
from autograder.gradebook.feedback import write_feedback
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import Graded, grade_class
from autograder.gradebook.report import read_class, tiers_of, write_report
from autograder.truth.assignment import Assignment

LOUD = (
    "[bold red]NOT SANDBOXED[/]: submissions run with your rights and can read and "
    "change what you can. See `python -m autograder doctor`."
)


class Rate(ProgressColumn):
    """Submissions per second."""

    def render(self, task: Task) -> Text:
        """'3.1 per s'."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} per s" if speed else "", style="dim")


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
    if any(one.verdict and one.verdict.isolation == "none" for one in graded):
        screen.print(LOUD)
    return graded


def run_feedback(folders: Folders, stem: str, students: Any = ()) -> int:
    """Write the pages; give how many."""
    rows = read_class(folders, stem)
    chosen = [r.learner for r in rows if not students or r.learner.student in students]
    if students and not chosen:
        raise Misuse(f"feedback: got {students[0]!r}, expected one on the roster.")
    return sum(write_feedback(folders, one, stem) is not None for one in chosen)


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
