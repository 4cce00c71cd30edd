"""Submissions per second: our `grade` beside stock `nbgrader autograde`."""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from nbgrader.api import Gradebook

from autograder.benchmarks.measure import STEM, Measured, seconds
from autograder.benchmarks.stock import make_course, run_nbgrader
from autograder.benchmarks.submissions import opened, submissions
from autograder.gradebook.folders import Folders
from autograder.gradebook.submit import submit_all
from autograder.paths import ROOT


def throughput(quick: bool) -> Measured:
    """Both commands on the same kinds of hand-ins, each with its start-up.

    The stock grader is serial and slow, so it gets a fifth of them.
    """
    few, many = (4, 10) if quick else (20, 100)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        small, ours, stock = (Path(name) / x for x in ("small", "ours", "stock"))
        hand_in(small, submissions(few))
        hand_in(ours, submissions(many))
        make_course(stock, *opened(), submissions(few))
        times = [seconds(partial(grade, root)) for root in (small, ours)]
        stock_time = seconds(lambda: run_nbgrader(stock, "autograde"))
        marks = [mean_mark(ours, many), mean_mark(stock, few)]
    ratio = (stock_time / few) / (times[1] / many)
    return Measured(
        "throughput_vs_nbgrader",
        ratio,
        "x",
        f"grade: {many} in {times[1]:.1f} s, mean mark {marks[0]:.1f}; "
        f"{few} in {times[0]:.1f} s",
        f"nbgrader: {few} in {stock_time:.1f} s, mean mark {marks[1]:.1f}",
        1 / ratio,
    )


def hand_in(root: Path, work: dict[str, bytes]) -> None:
    """Put everything where `grade` looks for it."""
    inbox = root / "inbox"
    inbox.mkdir(parents=True)
    for student, content in work.items():
        (inbox / f"{student}.ipynb").write_bytes(content)
    submit_all(Folders(root), STEM, inbox)


def grade(root: Path) -> None:
    """Run ``python -m autograder grade``: lean, a thread per core."""
    subprocess.run(
        [sys.executable, "-m", "autograder", "grade", STEM],
        cwd=ROOT,
        env={**os.environ, "COURSE_GRADING": str(root), "COURSE_DB_URL": ""},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def mean_mark(root: Path, count: int) -> float:
    """Mean mark in a gradebook; raises unless it is right where we know it.

    The first hand-in is the solved one, which both sides must give full marks.
    """
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        found = gradebook.assignment_submissions(STEM)
        scores: dict[str, float] = {s.student.id: s.score for s in found}
        best = gradebook.find_assignment(STEM).max_score
    gradebook.engine.dispose()
    whole = len(scores) == count and all(scores.values())
    if not whole or scores["student000"] != best:
        raise RuntimeError(
            f"benchmark: got marks {scores} in {root.name}, expected {count} above 0 "
            f"and {best} for the first. Mend the course of that side."
        )
    return sum(scores.values()) / count
