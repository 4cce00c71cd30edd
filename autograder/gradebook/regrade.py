"""Grading again after a change: who gains, who loses, and why."""

from dataclasses import dataclass
from typing import Any

from autograder.examine.verdict import Result, Verdict
from autograder.gradebook import database, store
from autograder.gradebook.database import publish
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import Graded, open_class
from autograder.gradebook.roster import find_submission
from autograder.gradebook.words import mistake_of, state_of
from autograder.truth.assignment import Assignment


@dataclass(frozen=True)
class Change:
    """One mark that moved, or would.

    Parameters
    ----------
    student, exercise : str
    before, after : float
    checks : str
        How many groups of checks held: '4 of 5 → 4 of 6'.
    why : str
        Which of them make the difference, and what is said of the first that fails.
    held : bool
        The mark would fall, so the old one still counts.
    """

    student: str
    exercise: str
    before: float
    after: float
    checks: str
    why: str
    held: bool


def changes(graded: list[Graded]) -> list[Change]:
    """Every mark that differs between the stored verdicts and the new ones."""
    found: list[Change] = []
    for one in graded:
        before, after = one.before, one.after or one.verdict
        if before and after and store.same_file(before, after):
            found += _moved(one.learner.student, before, after, one.how == "held")
    return found


def _moved(student: str, before: Verdict, after: Verdict, held: bool) -> list[Change]:
    if after.status != "graded" and before.score:
        lost = (before.score, 0.0, "–", after.remark, held)
        return [Change(student, "everything", *lost)]
    old = {exercise.name: exercise for exercise in before.exercises}
    new = {exercise.name: exercise for exercise in after.exercises}
    found = []
    for name in dict.fromkeys([*old, *new]):
        was = old[name].score if name in old else 0.0
        now = new[name].score if name in new else 0.0
        if was != now:
            checks = " → ".join(_count(row.get(name)) for row in (old, new))
            why = _why(old.get(name), new.get(name))
            found.append(Change(student, name, was, now, checks, why, held))
    return found


def _count(exercise: Result | None) -> str:
    groups = _holds(exercise) if exercise else {}
    return f"{sum(groups.values())} of {len(groups)}" if groups else "–"


def _holds(exercise: Result) -> dict[str, bool]:
    """Title of each group of checks -> whether it holds."""
    return {group.title: group.passed for group in exercise.groups}


def _why(old: Result | None, new: Result | None) -> str:
    if old is None:
        return "The exercise is new."
    if new is None:
        return "The exercise is no longer part of the assignment."
    parts = [*_worth(old, new), *_differences(_holds(old), _holds(new))]
    for row, words in ((old, "Feedback was"), (new, "Feedback is")):
        said = mistake_of(row) if state_of(row) != "right" else ""
        if said and (row is new or state_of(new) == "right"):
            parts.append(f"{words}: {said}")
    return " ".join(parts) or "The groups of checks count otherwise."


def _worth(old: Result, new: Result) -> list[str]:
    """What moved the mark apart from checks that hold or fail."""
    found = []
    if old.points != new.points:
        found.append(f"Worth {new.points:g} points instead of {old.points:g}.")
    if not new.score and any(_holds(new).values()):
        found.append("A core check fails, without which there are no points.")
    if not old.score and any(_holds(old).values()):
        found.append("A core check failed before; none does now.")
    if new.slip and not old.slip:
        found.append("Judged with the reference version of what it calls.")
    return found


def _differences(old: dict[str, bool], new: dict[str, bool]) -> list[str]:
    """Which checks are new, gone, hold or fail; only where both sides have some."""
    if not old or not new:
        return []
    kinds = {
        "Fails now": [t for t in new if old.get(t) and not new[t]],
        "Holds now": [t for t in new if new[t] and old.get(t) is False],
        "New and fails": [t for t in new if t not in old and not new[t]],
        "New and holds": [t for t in new if t not in old and new[t]],
        "Gone": [t for t in old if t not in new],
    }
    return [f"{kind}: {_some(titles)}." for kind, titles in kinds.items() if titles]


def _some(titles: list[str], limit: int = 3) -> str:
    """The first few, each in quotation marks."""
    more = f" and {len(titles) - limit} more" if len(titles) > limit else ""
    return ", ".join(f"“{title}”" for title in titles[:limit]) + more


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
