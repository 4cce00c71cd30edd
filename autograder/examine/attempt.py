"""From the outcomes of an exercise's calls to its line in the verdict."""

from dataclasses import fields, replace
from typing import TypeVar

from autograder.examine.verdict import Result
from autograder.truth.assignment import Exercise
from helpers.checks.judging import Failure, Group, Judgement
from helpers.checks.values import Outcome

LONGEST = 2000  # letters of a text
DAY = 86400.0  # seconds; a room may claim any number
WORDS = {
    "missing": "There is no function of this name in the notebook.",
    "time": "The call did not end within its time limit. Is there a loop without end?",
    "memory": "The call asks for more memory than there is.",
    "crashed": "The call ended the whole program.",
}
Told = TypeVar("Told", Group, Failure)


def stopped(reason: str, words: str) -> Outcome:
    """The outcome of a call with which the room was lost."""
    if reason == "time":
        words = f"The call did not end: {words}. Is there a loop without end?"
    elif reason == "memory":
        words = WORDS["memory"]
    else:
        words = f"The call ended the whole program: {words}."
    return Outcome(reason, text=words)


def judged(
    exercise: Exercise, judgement: Judgement, outcomes: list[Outcome], slip: str
) -> Result:
    """What became of an exercise."""
    end = next((o for o in outcomes if o.kind in WORDS), None)
    if end and not judgement.share:
        told = _failure(end.text or WORDS[end.kind], exercise.hint)
        return Result(exercise.name, exercise.points, reason=end.kind, failure=told)
    right = judgement.share == 1
    unwritten = all(outcome.unwritten(exercise.name) for outcome in outcomes)
    failure = judgement.failure and _cut(judgement.failure)
    if unwritten and failure:
        failure = _failure("It is not written yet.", exercise.hint)
    return Result(
        exercise.name,
        exercise.points,
        score=round(exercise.points * judgement.share, 2),
        state="right" if right else "wrong",
        reason="not written" if unwritten and not right else "",
        slip=slip,
        groups=tuple(map(_cut, judgement.groups)),
        failure=failure,
        seconds=round(min(sum(outcome.seconds for outcome in outcomes), DAY), 4),
    )


def _cut(told: Told) -> Told:
    """The same with its texts cut: some of them a learner's code wrote."""
    texts = {f.name: getattr(told, f.name) for f in fields(told) if f.type is str}
    return replace(told, **{name: text[:LONGEST] for name, text in texts.items()})


def _failure(words: str, hint: str) -> Failure:
    return Failure("", True, "", "", "", words, "", hint)
