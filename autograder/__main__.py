"""The command line: python -m autograder <verb>."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder import paths
from autograder.errors import Refused
from autograder.programs import find_own_programs
from autograder.version import course_version

if TYPE_CHECKING:
    from autograder.author.check import Report

USER_ERRORS = (Refused, FileNotFoundError, ValueError)


class Course(click.Group):
    """Verbs of this file, and those of gradebook and demo, loaded when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order in which an instructor meets them."""
        return [*self.commands, *_of_gradebook(), "demo"]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a verb."""
        if name == "demo":
            from autograder.demo.command import demo

            return demo
        return self.commands.get(name) or _of_gradebook().get(name)


def _of_gradebook() -> dict[str, click.Command]:
    from autograder.gradebook.commands import commands

    return {str(command.name): command for command in commands}


@click.group(cls=Course, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(course_version(), message="deep-learning-course %(version)s")
def main() -> None:
    """Build, check and release the course; grade a class and see how it did."""


def pick_stems(ctx: click.Context, _: click.Parameter, value: tuple[str, ...]) -> Any:
    """Stems as given; an unknown one ends the run with a line that lists all."""
    known = paths.stems()
    for stem in value:
        if stem not in known:
            raise click.BadParameter(
                f"got {stem!r}, expected one of: {', '.join(known) or '(none yet)'}.",
                ctx,
            )
    return list(value)


def stems_or_all(command: Callable[..., Any]) -> Callable[..., Any]:
    """Arguments STEM... and --all, of which one is needed."""
    stems = click.argument("stems", nargs=-1, callback=pick_stems)
    return stems(
        click.option("--all", "everything", is_flag=True, help="All assignments.")(
            click.option("--force", is_flag=True, help="Even what is up to date.")(
                command
            )
        )
    )


def chosen(stems: list[str], everything: bool) -> list[str]:
    """The stems to work on."""
    if bool(stems) == everything:
        raise click.UsageError(
            "got no stem, or stems together with --all; expected one of the two. "
            "`python -m autograder list` shows all stems."
        )
    return stems or paths.stems()


@contextmanager
def plain_errors() -> Iterator[None]:
    """Problems of the user's making end in one line, not in a traceback."""
    try:
        yield
    except USER_ERRORS as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.argument("stem")
@click.argument("functions", nargs=-1, required=True)
def new(stem: str, functions: tuple[str, ...]) -> None:
    """Begin an assignment: its folder with stubs for FUNCTIONS.

    The places to fill are marked TODO; `check` names them in a good order.
    """
    from autograder.author.new import new as write_new

    with plain_errors():
        written = write_new(stem, list(functions))
    for path in written:
        click.echo(f"written  {path.relative_to(paths.ROOT)}")
    click.echo(f"Then: python -m autograder make {stem}")


@main.command()
@stems_or_all
def make(stems: list[str], everything: bool, force: bool) -> None:
    """Freeze, build and check: all that follows an edit, in that order.

    What is not written yet is named first, and ends it.
    """
    from autograder.author.make import make_one

    failed = False
    for stem in chosen(stems, everything):
        with plain_errors(), _status(stem):
            report = make_one(stem, force=force)
        _show(report)
        failed |= bool(report.problems)
        if not report.problems and not (paths.RELEASE / stem).exists():
            click.echo(f"Then: python -m autograder release {stem}")
            click.echo("And:  python -m autograder build --all")
    sys.exit(failed)


@main.command("list")
def list_() -> None:
    """List the assignments with their exercises and points."""
    from autograder.truth.assignment import load_assignment

    for stem in paths.stems():
        try:
            assignment = load_assignment(stem)
        except (ValueError, ImportError) as error:
            click.echo(f"{stem}  (incomplete) {error}")
            continue
        count, worth = len(assignment.exercises), assignment.max_score
        click.echo(f"{stem}  {count} exercises, {worth:g} points")


@main.command()
@stems_or_all
def build(stems: list[str], everything: bool, force: bool) -> None:
    """Make notebooks with solutions from the texts.

    They go to source/<stem>/, where nbgrader reads them. Refused when a solution does
    not earn full marks, a wrong answer does or has another message, a right one does
    not, or a docstring is untrue. Frozen outputs are needed: `freeze` comes first.
    With --all the figures of the notes are drawn too, and the lists of README,
    syllabus, helpers and coverage are written.
    """
    from autograder.author.assemble import build as build_one
    from autograder.author.pages import build_pages
    from autograder.author.pictures import build_pictures

    _each(
        chosen(stems, everything),
        "built",
        lambda stem: build_one(stem, force=force, proved=True),
    )
    if everything:
        _each(["course/figures"], "drawn", lambda _: build_pictures(force=force))
        _each(["pages"], "written", lambda _: bool(build_pages()))


@main.command()
@stems_or_all
def freeze(stems: list[str], everything: bool, force: bool) -> None:
    """Write the reference's outputs on all cases.

    Beside them goes a digest, whose difference shows which expected values moved.
    """
    from autograder.author.freeze import freeze_one

    _each(
        chosen(stems, everything), "frozen", lambda stem: freeze_one(stem, force=force)
    )


@main.command()
@stems_or_all
def release(stems: list[str], everything: bool, force: bool) -> None:
    """Make learners' notebooks and register them.

    They go to release/<stem>/, without solutions; nbgrader's gradebook learns the
    exercises and their points. Refused where `check` finds a problem.
    """
    from autograder.author.release import release as release_one

    names = chosen(stems, everything)
    _refuse_problems(names)
    _each(
        names,
        "released",
        lambda stem: release_one(stem, force=force),
    )


@main.command()
@stems_or_all
def check(stems: list[str], everything: bool, force: bool) -> None:
    """Check assignments and public folders.

    Exit code 1 when something is wrong. Remarks are worth a look and stop nothing.
    """
    from autograder.author.check import check_many

    names = chosen(stems, everything)
    with plain_errors(), _status(f"checking {len(names)} assignments"):
        reports = list(check_many(names, force=force))
    for report in reports:
        _show(report)
    sys.exit(any(report.problems for report in reports))


@main.command()
@click.argument("dest", type=click.Path(path_type=Path))
@click.option("--weeks", default="", help="Stems, with commas; by default all.")
@click.option("--zip", "as_zip", is_flag=True, help="One file DEST.zip, no folder.")
def publish(dest: Path, weeks: str, as_zip: bool) -> None:
    """Copy the public half to DEST for a class.

    A folder, or with --zip one file. Refused when anything private would leak.
    """
    from autograder.author.publish import publish as publish_all

    stems = [stem.strip() for stem in weeks.split(",") if stem.strip()]
    with plain_errors():
        written, notes = publish_all(dest, stems or None, as_zip=as_zip)
    for note in notes:
        click.echo(f"note: {note}")
    click.echo(f"published {written}")


@main.command()
def doctor() -> None:
    """Try from inside a room what a submission must not do.

    Prints which of it a submission can do, for each way to shut a room that opens
    here, and the one that `grade` uses. Exit code 1 when no way opens.
    """
    from autograder.examine.doctor import diagnosis
    from autograder.examine.tiers import best_tier

    with _status("trying what must not be done"):
        found = diagnosis(str(paths.ROOT), os.getpid())
    click.echo(found)
    sys.exit(best_tier() == "none")


def _refuse_problems(stems: list[str]) -> None:
    """End here when an assignment is not in order."""
    from autograder.author.check import check_assignments

    with plain_errors(), _status(f"checking {len(stems)} assignments"):
        reports = check_assignments(stems)
    for report in reports:
        if report.problems:
            _show(report)
    if any(report.problems for report in reports):
        raise click.ClickException("nothing is released; see the problems above.")


def _each(stems: list[str], verb: str, step: Callable[[str], bool]) -> None:
    """Do a step for each stem and say what was done."""
    for stem in stems:
        with plain_errors(), _status(stem):
            done = step(stem)
        click.echo(f"{stem}  {verb if done else 'up to date'}")


@contextmanager
def _status(text: str) -> Iterator[None]:
    """A line that moves while something runs; nothing in a log file."""
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield


def _show(report: "Report") -> None:
    state = f"{len(report.problems)} problems" if report.problems else "in order"
    time = "unchanged" if report.cached else f"{report.seconds:.1f} s"
    click.echo(f"{report.name}  {state}, {len(report.remarks)} remarks ({time})")
    for line in report.problems:
        click.echo(f"  problem  {line}")
    for line in report.remarks:
        click.echo(f"  remark   {line}")


if __name__ == "__main__":
    find_own_programs()
    main(prog_name="python -m autograder")
