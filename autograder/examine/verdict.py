"""The verdict record: plain JSON, one per submission."""

import hashlib
import platform
from dataclasses import asdict
from typing import Any

import numpy as np

from autograder.truth.assignment import Assignment, Exercise
from helpers.checks.judging import ENGINE, Judgement
from helpers.checks.values import Outcome

Record = dict[str, Any]

LONGEST = 2000  # letters of a text
REASONS = {
    "missing": "missing",
    "time": "time",
    "memory": "memory",
    "crashed": "crashed",
}
WORDS = {
    "missing": "There is no function of this name in the notebook.",
    "time": "The call did not end within its time limit. Is there a loop without end?",
    "memory": "The call asks for more memory than there is.",
    "crashed": "The call ended the whole program.",
}


def stopped(reason: str, words: str) -> Outcome:
    """The outcome of a call with which the room was lost."""
    if reason == "time":
        words = f"The call did not end: {words}. Is there a loop without end?"
    elif reason == "memory":
        words = WORDS["memory"]
    else:
        words = f"The call ended the whole program: {words}."
    return Outcome(reason, text=words)


def blank(
    assignment: Assignment, student: str, content: bytes, mode: str, isolation: str
) -> Record:
    """A record with everything that is known before the examination."""
    return {
        "schema": 1,
        "student": student,
        "assignment": assignment.stem,
        "submission": {
            "sha256": hashlib.sha256(content).hexdigest(),
            "name": f"{assignment.stem}.ipynb",
            "bytes": len(content),
        },
        "versions": {
            "engine": ENGINE,
            "assignment": assignment.version,
            "python": platform.python_version(),
            "numpy": np.__version__,
        },
        "isolation": isolation,
        "mode": mode,
        "status": "graded",
        "remark": "",
        "notes": [],
        "flags": [],
        "score": 0.0,
        "max_score": assignment.max_score,
        "seconds": 0.0,
        "exercises": [],
    }


def refuse(record: Record, assignment: Assignment, remark: str) -> Record:
    """A record of a submission that could not be graded, with the reason."""
    rows = [ungraded(exercise, "", remark) for exercise in assignment.exercises]
    changed = {"status": "could not grade", "remark": remark, "exercises": rows}
    return record | changed


def ungraded(exercise: Exercise, reason: str, words: str) -> Record:
    """The row of an exercise that could not be judged."""
    row = _row(exercise, 0.0, "could not grade", reason)
    if words:
        row["failure"] = _failure(words, exercise.hint)
    return row


def judged(
    exercise: Exercise, judgement: Judgement, outcomes: list[Outcome], slip: str
) -> Record:
    """The row of a judged exercise."""
    end = next((o for o in outcomes if o.kind in REASONS), None)
    if end and not judgement.share:
        return ungraded(exercise, REASONS[end.kind], end.text or WORDS[end.kind])
    unwritten = all(outcome.unwritten(exercise.name) for outcome in outcomes)
    state = "right" if judgement.share == 1 else "wrong"
    reason = "not written" if unwritten and state == "wrong" else ""
    score = round(exercise.points * judgement.share, 2)
    row = _row(exercise, score, state, reason) | {
        "slip": slip,
        "groups": [_cut(asdict(group)) for group in judgement.groups],
        "failure": _cut(asdict(judgement.failure)) if judgement.failure else None,
        "seconds": round(sum(outcome.seconds for outcome in outcomes), 4),
    }
    if unwritten and row["failure"]:
        row["failure"] |= _failure("It is not written yet.", exercise.hint)
    return row


def finish(record: Record, rows: list[Record], seconds: float) -> Record:
    """The record with its rows, score and time."""
    score = round(sum(row["score"] for row in rows), 2)
    return record | {"exercises": rows, "score": score, "seconds": round(seconds, 3)}


def _cut(part: Record) -> Record:
    """The part of a record with its texts cut: some of them a learner's code wrote."""
    return {k: v[:LONGEST] if isinstance(v, str) else v for k, v in part.items()}


def _row(exercise: Exercise, score: float, state: str, reason: str) -> Record:
    return {
        "name": exercise.name,
        "points": exercise.points,
        "score": score,
        "state": state,
        "reason": reason,
        "slip": "",
        "groups": [],
        "failure": None,
        "seconds": 0.0,
        "picture": None,
    }


def _failure(words: str, hint: str) -> Record:
    empty = dict.fromkeys(("title", "came", "wanted", "where", "mistake"), "")
    return {**empty, "visible": True, "message": words, "hint": hint}
