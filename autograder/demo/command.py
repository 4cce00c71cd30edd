"""The demo's verb."""

from pathlib import Path

import click

from autograder.demo.run import run_demo
from autograder.gradebook.commands import GRADING, JOBS, in_words


@click.command()
@click.option("--force", is_flag=True, help="Make the class anew, grade everything.")
@JOBS
@GRADING
@in_words
def demo(force: bool, jobs: int, grading: Path | None) -> None:
    """Run a simulated class of 12 through submit, grade, feedback and report."""
    run_demo(grading, force=force, jobs=jobs)
