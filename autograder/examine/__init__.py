"""The examination: one submission in, one verdict out."""

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from autograder.examine.examiner import examine_exercise
from autograder.examine.flags import find_flags, restored
from autograder.examine.full import write_notebook
from autograder.examine.limits import Limits
from autograder.examine.notebook import (
    Submission,
    Unreadable,
    check_names,
    read_notebook,
    read_submission,
)
from autograder.examine.past import Past
from autograder.examine.rooms import Rooms
from autograder.examine.tiers import best_tier
from autograder.examine.trial import Trial, open_trials
from autograder.examine.verdict import Result, Verdict, blank, file_of
from autograder.truth.assignment import Assignment
from autograder.truth.secret import course_secret
from helpers.checks.judging import ENGINE

__all__ = ["ENGINE", "Limits", "examine"]

TRIES = 3  # where a room was killed: by the system, a person, or the learner's code


def examine(
    source: Path | bytes,
    assignment: Assignment,
    *,
    student: str,
    mode: str = "lean",
    notebook_out: Path | None = None,
    limits: Limits | None = None,
    secret: bytes | None = None,
    isolation: str = "",
) -> Verdict:
    """Examine one submission.

    Parameters
    ----------
    source : Path or bytes
        The submitted notebook.
    assignment : Assignment
    student : str
        Decides the fresh cases.
    mode : {"lean", "full"}
        Lean runs what the graded functions need; full runs every cell as well.
    notebook_out : Path
        Where full puts the executed notebook.
    limits : Limits
    secret : bytes
        Default: the secret of this course.
    isolation : str
        How the rooms are shut, one of `tiers.TIERS`; default the best one here.

    Returns
    -------
    verdict : Verdict
        Nothing in a submission makes this raise.
    """
    limits, start = limits or Limits(), time.monotonic()
    isolation = isolation or best_tier()
    known = replace(blank(assignment, student), mode=mode, isolation=isolation)
    content = b""
    try:
        content = read_submission(source, limits.submission)
        submission = read_notebook(content, limits.submission)
        _belongs(submission, assignment)
    except Unreadable as error:
        file = file_of(assignment.stem, content)
        return replace(known, submission=file, remark=str(error))
    key = course_secret() if secret is None else secret
    for again in range(TRIES):
        if again:
            submission = read_notebook(content, limits.submission)
        past = Past()
        rooms = Rooms(assignment, submission, limits, isolation, past.tell)
        trials = open_trials(assignment, student, key)
        rows = _results(trials, rooms, past, whole=mode == "full")
        if not rooms.disturbed:
            break
    if mode == "full" and notebook_out:
        write_notebook(submission, notebook_out)
    return replace(
        _remarked(known, assignment, submission, past),
        status="graded",
        exercises=rows,
        submission=file_of(assignment.stem, content),
        seconds=round(time.monotonic() - start, 3),
    )


def _results(
    trials: Iterable[Trial], rooms: Rooms, past: Past, *, whole: bool
) -> tuple[Result, ...]:
    """What becomes of every exercise, the whole notebook run beside if wanted."""
    with rooms:
        if whole:
            rooms.whole.start()
        return tuple(examine_exercise(trial, rooms, past) for trial in trials)


def _remarked(
    verdict: Verdict, assignment: Assignment, submission: Submission, past: Past
) -> Verdict:
    """The verdict with what a learner and an instructor should read."""
    notes = submission.notes + restored(submission, assignment) + past.notes
    flags = find_flags(submission, assignment)
    return replace(verdict, notes=tuple(notes), flags=tuple(flags))


def _belongs(submission: Submission, assignment: Assignment) -> None:
    """Refuse a notebook that is clearly one of another assignment."""
    found = check_names(submission.notebook)
    text = "\n".join(submission.cells)
    names = [e.name for e in assignment.exercises if not e.options]
    if any(name in found or f"def {name}" in text for name in names):
        return
    others = ", ".join(sorted(found)[:4])
    hint = f" It is about {others}." if others else ""
    raise Unreadable(
        f"This notebook has no exercise of {assignment.stem}.{hint} Hand in the "
        f"notebook {assignment.stem}.ipynb."
    )
