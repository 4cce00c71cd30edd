"""The examination: one submission in, one verdict out."""

import time
from dataclasses import replace
from pathlib import Path

from autograder.examine.examiner import Examiner
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
from autograder.examine.tiers import best_tier
from autograder.examine.verdict import Verdict, blank, file_of
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
    for _ in range(TRIES):
        examiner = Examiner(assignment, submission, student, key, limits, isolation)
        rows = examiner.rows(whole=mode == "full")
        if not examiner.disturbed:
            break
        submission = read_notebook(content, limits.submission)
    if mode == "full" and notebook_out:
        write_notebook(examiner.submission, notebook_out)
    seen = examiner.submission
    notes = seen.notes + restored(seen, assignment) + examiner.notes
    return replace(
        known,
        status="graded",
        exercises=tuple(rows),
        notes=tuple(notes),
        flags=tuple(find_flags(seen, assignment)),
        submission=file_of(assignment.stem, content),
        seconds=round(time.monotonic() - start, 3),
    )


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
