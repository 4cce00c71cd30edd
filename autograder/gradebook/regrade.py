"""Grading again after a change: who gains, who loses, and why."""

from dataclasses import dataclass
from typing import Any

from autograder.assignment import Assignment
from autograder.gradebook import database, store
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import Graded, open_class, publish
from autograder.gradebook.roster import find_submission
from autograder.gradebook.words import mistake_of, state_of

Record = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """One mark that moved, or would.

    Parameters
    ----------
    student, exercise : str
    before, after : float
    why : str
    held : bool
        The mark would fall, so the old one still counts.
    """

    student: str
    exercise: str
    before: float
    after: float
    why: str
    held: bool


def changes(graded: list[Graded]) -> list[Change]:
    """Every mark that differs between the stored verdicts and the new ones."""
    found: list[Change] = []
    for one in graded:
        after = one.after or one.verdict
        if one.before is None or after is None or not same_file(one.before, after):
            continue
        found += _moved(one.learner.student, one.before, after, one.how == "held")
    return found


def same_file(before: Record, after: Record) -> bool:
    """Whether two verdicts are on one file; then only our side has changed."""
    return _digest(before) == _digest(after)


def _digest(verdict: Record) -> str:
    return verdict.get("submission", {}).get("sha256", "")


def _moved(student: str, before: Record, after: Record, held: bool) -> list[Change]:
    old = {exercise["name"]: exercise for exercise in before["exercises"]}
    new = {exercise["name"]: exercise for exercise in after["exercises"]}
    found = []
    for name in dict.fromkeys([*old, *new]):
        was = old[name]["score"] if name in old else 0.0
        now = new[name]["score"] if name in new else 0.0
        if was != now:
            why = _why(old.get(name), new.get(name), after)
            found.append(Change(student, name, was, now, why, held))
    return found


def _why(old: Record | None, new: Record | None, after: Record) -> str:
    if old is None:
        return "The exercise is new."
    if new is None:
        return "The exercise is no longer part of the assignment."
    if after["status"] != "graded":
        return after["remark"]
    if old["points"] != new["points"]:
        return f"It is now worth {new['points']:g} points instead of {old['points']:g}."
    if state_of(new) == "right":
        return f"Right now. Before: {mistake_of(old) or 'some checks failed'}"
    return mistake_of(new) or "Other checks hold than before."


def apply_held(
    folders: Folders, assignment: Assignment, graded: list[Graded]
) -> list[Graded]:
    """Let the marks fall that were held; give the list with the new verdicts."""
    with database.open_gradebook(folders) as gradebook:
        group = open_class(folders, assignment, gradebook)
        return [_apply(group, one) if one.how == "held" else one for one in graded]


def _apply(group: Any, one: Graded) -> Graded:
    assert one.after is not None
    student = one.learner.student
    store.save_verdict(group.folders, student, one.after)
    found = find_submission(group.folders, student, group.stem)
    publish(group, found, one.after)
    return Graded(one.learner, "graded", one.after, one.before)
