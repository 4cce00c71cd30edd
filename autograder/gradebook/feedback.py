"""The page that a learner reads: what holds, what does not, what to do next."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from autograder.gradebook import store
from autograder.gradebook.folders import Folders
from autograder.gradebook.page import render
from autograder.gradebook.roster import Learner
from autograder.gradebook.words import (
    LABELS,
    number,
    plain,
    reason_of,
    state_of,
    title_of,
)

Record = dict[str, Any]

MAX_STEPS = 3
BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")


@dataclass(frozen=True)
class Card:
    """One exercise as the page shows it.

    Parameters
    ----------
    name, state, label, score, worth : str
    points : float
    fill : float
        Percentage of the points.
    summary : str
        What is wrong, in one sentence.
    seen : list of (str, str)
        What came back, what is wanted, where.
    likely, likely_title : str
        The diagnosis.
    todo : str
        What to do next.
    holding : str
        How many checks hold.
    groups : list of dict
    hint, slip : str
    picture : dict or None
        ``png`` in base 64 and ``alt``.
    """

    name: str
    state: str
    label: str
    score: str
    worth: str
    points: float
    fill: float
    summary: str = ""
    seen: list[tuple[str, str]] = field(default_factory=list)
    likely: str = ""
    likely_title: str = ""
    todo: str = ""
    holding: str = ""
    groups: list[Record] = field(default_factory=list)
    hint: str = ""
    slip: str = ""
    picture: Record | None = None

    @property
    def remarks(self) -> bool:
        """Whether each check has a remark to read, as questions have."""
        return any(group["remark"] for group in self.groups)

    @property
    def brief(self) -> bool:
        """Whether one line is enough, the checks folded into it."""
        return self.state == "right" and not (self.slip or self.remarks)

    @property
    def unfolded(self) -> bool:
        """Whether the list of checks is short or telling enough to stand open."""
        failing = sum(not group["passed"] for group in self.groups)
        telling = 0 < failing <= 3
        return self.state != "right" and telling or self.remarks


def write_feedback(folders: Folders, learner: Learner, stem: str) -> Record | None:
    """Write one learner's page; None when there is no verdict."""
    verdict = store.load_verdict(folders, learner.student, stem)
    if verdict is not None:
        target = folders.feedback / learner.student / stem / f"{stem}.html"
        page = feedback_page(verdict, learner)
        store.write_whole(target, page.encode("utf-8", "replace"))
    return verdict


def feedback_page(verdict: Record, learner: Learner) -> str:
    """The page, complete in itself."""
    cards = [card_of(exercise) for exercise in verdict["exercises"]]
    week, topic = title_of(verdict["assignment"])
    counts = Counter(card.state for card in cards)
    return render(
        "feedback.html.j2",
        verdict=verdict,
        name=learner.name,
        week=week,
        topic=topic,
        cards=cards,
        total=number(verdict["score"]),
        worth=number(verdict["max_score"]),
        tally=[(state, counts[state]) for state in LABELS if counts[state]],
        steps=_steps(verdict["exercises"]),
        digest=verdict.get("submission", {}).get("sha256", "")[:8] or "unread",
        version=verdict.get("versions", {}).get("assignment", "")[:8],
    )


def card_of(exercise: Record) -> Card:
    """What to show of one exercise."""
    state = state_of(exercise)
    points = float(exercise["points"])
    common = {
        "name": exercise["name"],
        "state": state,
        "label": LABELS[state],
        "score": number(exercise["score"]),
        "worth": number(points),
        "points": points,
        "fill": round(100 * exercise["score"] / points, 1) if points else 0.0,
        "slip": exercise.get("slip", ""),
        "picture": _picture(exercise.get("picture")),
    }
    if state in ("ungraded", "unwritten"):
        return Card(**common, **_ungraded(exercise))
    groups = [{"remark": "", **group} for group in exercise["groups"]]
    holding = _holding(groups, exercise)
    failure = exercise.get("failure")
    told = _told(exercise["name"], failure, groups) if failure else {}
    return Card(**common, groups=groups, holding=holding, **told)


def _ungraded(exercise: Record) -> Record:
    why, todo = reason_of(exercise)
    failure = exercise.get("failure") or {}
    crash = exercise.get("reason") in ("error", "crashed", "")
    seen = [("What was seen", failure["message"])] if crash and failure else []
    return {
        "summary": why,
        "todo": todo,
        "seen": seen,
        "hint": failure.get("hint", ""),
    }


def _told(name: str, failure: Record, groups: list[Record]) -> Record:
    """What came, what was wanted, the likely mistake and the next step."""
    remarks = any(group["remark"] for group in groups)
    message = failure.get("mistake") or failure.get("message") or ""
    summary = f"This does not hold yet: {failure['title']}."
    return {
        "summary": "" if remarks else summary,
        "seen": [] if remarks else _seen(failure),
        "likely": "" if remarks else message,
        "likely_title": "Likely mistake" if failure.get("mistake") else "What we see",
        "todo": "" if remarks else _todo(name, failure),
        "hint": failure.get("hint", ""),
    }


def _seen(failure: Record) -> list[tuple[str, str]]:
    came, wanted = plain(failure.get("came", "")), plain(failure.get("wanted", ""))
    where = plain(failure.get("where", ""))
    if not failure.get("visible") and came and came == wanted:
        return [("Came back", f"{came}, as wanted; the numbers in it differ")]
    rows = [("Came back", came), ("Wanted", wanted), ("Where", where)]
    return [(term, text) for term, text in rows if text]


def _todo(name: str, failure: Record) -> str:
    if failure.get("visible"):
        return (
            f"`check({name})` in your notebook shows this same case. Change the "
            "function, run its cell, then the check."
        )
    return (
        "This check is hidden, so its numbers are not shown. Call "
        f"`{name}` on a small input of this kind and work it out by hand."
    )


def _holding(groups: list[Record], exercise: Record) -> str:
    passed = sum(bool(group["passed"]) for group in groups)
    if passed == len(groups):
        names = {1: "The check holds", 2: "Both checks hold"}
        return names.get(passed, f"All {passed} checks hold")
    text = f"{passed} of {len(groups)} checks hold"
    if passed and not exercise["score"]:
        text += "; the points begin once the plain general case holds"
    return text


def _steps(exercises: list[Record]) -> list[Record]:
    """The first few things to do, in the order of the notebook."""
    steps = []
    for exercise in exercises:
        state = state_of(exercise)
        failure = exercise.get("failure") or {}
        message = failure.get("mistake") or failure.get("message")
        if state in ("ungraded", "unwritten"):
            message = reason_of(exercise)[1]
        if state != "right":
            todo = message or f"look at “{failure.get('title', 'the checks')}”."
            steps.append({"name": exercise["name"], "todo": todo})
    return steps[:MAX_STEPS]


def _picture(picture: Any) -> Record | None:
    """A picture that a verdict may carry, if it is what it says it is."""
    if not isinstance(picture, dict) or not isinstance(picture.get("png"), str):
        return None
    if not BASE64.fullmatch(picture["png"]):
        return None
    return {"png": picture["png"], "alt": str(picture.get("alt", "Your result"))}
