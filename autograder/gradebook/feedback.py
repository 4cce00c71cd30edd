"""The page that a learner reads: what holds, what does not, what to do next."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from autograder.examine.verdict import Picture, Result, Verdict
from autograder.gradebook import store
from autograder.gradebook.folders import Folders
from autograder.gradebook.page import render
from autograder.gradebook.roster import Learner
from autograder.gradebook.words import (
    LABELS,
    number,
    plain,
    reason_of,
    said_of,
    state_of,
    title_of,
)
from helpers.checks.judging import Failure, Group

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
    groups : tuple of Group
    hint, slip : str
    picture : Picture or None
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
    groups: tuple[Group, ...] = ()
    hint: str = ""
    slip: str = ""
    picture: Picture | None = None

    @property
    def remarks(self) -> bool:
        """Whether each check has a remark to read, as questions have."""
        return any(group.remark for group in self.groups)

    @property
    def brief(self) -> bool:
        """Whether one line is enough, the checks folded into it."""
        return self.state == "right" and not (self.slip or self.remarks)

    @property
    def unfolded(self) -> bool:
        """Whether the list of checks is short or telling enough to stand open."""
        failing = sum(not group.passed for group in self.groups)
        telling = 0 < failing <= 3
        return self.state != "right" and telling or self.remarks


def write_feedback(folders: Folders, learner: Learner, stem: str) -> Verdict | None:
    """Write one learner's page; None when there is no verdict."""
    verdict = store.load_verdict(folders, learner.student, stem)
    if verdict is not None:
        target = folders.feedback / learner.student / stem / f"{stem}.html"
        page = feedback_page(verdict, learner)
        store.write_whole(target, page.encode("utf-8", "replace"))
    return verdict


def feedback_page(verdict: Verdict, learner: Learner) -> str:
    """The page, complete in itself."""
    cards = [card_of(exercise) for exercise in verdict.exercises]
    week, topic = title_of(verdict.assignment)
    counts = Counter(card.state for card in cards)
    return render(
        "feedback.html.j2",
        verdict=verdict,
        name=learner.name,
        week=week,
        topic=topic,
        cards=cards,
        total=number(verdict.score),
        worth=number(verdict.max_score),
        tally=[(state, counts[state]) for state in LABELS if counts[state]],
        steps=_steps(verdict.exercises),
        digest=verdict.submission.sha256[:8] or "unread",
        version=verdict.versions.assignment[:8],
    )


def card_of(exercise: Result) -> Card:
    """What to show of one exercise."""
    state = state_of(exercise)
    points = float(exercise.points)
    card = Card(
        name=exercise.name,
        state=state,
        label=LABELS[state],
        score=number(exercise.score),
        worth=number(points),
        points=points,
        fill=round(100 * exercise.score / points, 1) if points else 0.0,
        slip=exercise.slip,
        picture=_picture(exercise.picture),
    )
    if state in ("ungraded", "unwritten"):
        return _ungraded(card, exercise)
    card = replace(card, groups=exercise.groups, holding=_holding(exercise))
    return _told(card, exercise.failure) if exercise.failure else card


def _ungraded(card: Card, exercise: Result) -> Card:
    why, todo = reason_of(exercise)
    failure = exercise.failure
    crash = exercise.reason in ("error", "crashed", "")
    seen = [("What was seen", failure.message)] if crash and failure else []
    hint = failure.hint if failure else ""
    return replace(card, summary=why, todo=todo, seen=seen, hint=hint)


def _told(card: Card, failure: Failure) -> Card:
    """What came, what was wanted, the likely mistake and the next step."""
    if card.remarks:
        return replace(card, hint=failure.hint)
    return replace(
        card,
        summary=f"This does not hold yet: {failure.title}.",
        seen=_seen(failure),
        likely=failure.mistake or failure.message,
        likely_title="Likely mistake" if failure.mistake else "What we see",
        todo=_todo(card.name, failure),
        hint=failure.hint,
    )


def _seen(failure: Failure) -> list[tuple[str, str]]:
    came, wanted, where = map(plain, (failure.came, failure.wanted, failure.where))
    if not failure.visible and came and came == wanted:
        return [("Came back", f"{came}, as wanted; the numbers in it differ")]
    rows = [("Came back", came), ("Wanted", wanted), ("Where", where)]
    return [(term, text) for term, text in rows if text]


def _todo(name: str, failure: Failure) -> str:
    if failure.visible:
        return (
            f"`check({name})` in your notebook shows this same case. Change the "
            "function, run its cell, then the check."
        )
    return (
        "This check is hidden, so its numbers are not shown. Call "
        f"`{name}` on a small input of this kind and work it out by hand."
    )


def _holding(exercise: Result) -> str:
    count = len(exercise.groups)
    passed = sum(group.passed for group in exercise.groups)
    if passed == count:
        names = {1: "The check holds", 2: "Both checks hold"}
        return names.get(passed, f"All {passed} checks hold")
    text = f"{passed} of {count} checks hold"
    if passed and not exercise.score:
        text += "; the points begin once the plain general case holds"
    return text


def _steps(exercises: Iterable[Result]) -> list[dict[str, str]]:
    """The first few things to do, in the order of the notebook."""
    left = [exercise for exercise in exercises if state_of(exercise) != "right"]
    return [{"name": one.name, "todo": _step(one)} for one in left[:MAX_STEPS]]


def _step(exercise: Result) -> str:
    if state_of(exercise) in ("ungraded", "unwritten"):
        return reason_of(exercise)[1]
    failure = exercise.failure
    title = failure.title if failure else "the checks"
    return said_of(exercise) or f"look at “{title}”."


def _picture(picture: Picture | None) -> Picture | None:
    """A picture that a verdict may carry, if it is what it says it is."""
    return picture if picture and BASE64.fullmatch(picture.png) else None
