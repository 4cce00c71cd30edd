"""One exercise as it is asked of one learner, and what came of asking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from autograder.examine.verdict import Result
from autograder.truth.assignment import Assignment
from autograder.truth.frozen import fresh, frozen
from autograder.truth.secret import fresh_seed
from helpers.checks.judging import Checks, Failure, Group, Judgement
from helpers.checks.values import Outcome, encode

LONGEST = 2000  # letters of a text
DAY = 86400.0  # seconds; a room may claim any number
SLIP = (
    "Judged with the reference version of {names}: an error there cost its marks "
    "there, and costs none here."
)
WORDS = {
    "missing": "There is no function of this name in the notebook.",
    "time": "The call did not end within its time limit. Is there a loop without end?",
    "memory": "The call asks for more memory than there is.",
    "crashed": "The call ended the whole program.",
}
Told = TypeVar("Told", Group, Failure)


@dataclass(frozen=True)
class Attempt:
    """What an exercise's calls gave, judged.

    Parameters
    ----------
    checks : Checks
    outcomes : list of Outcome
    judgement : Judgement
    slip : tuple of str
        Earlier functions whose reference versions made it better or possible.
    """

    checks: Checks
    outcomes: list[Outcome]
    judgement: Judgement
    slip: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Between 0 and 1, of the exercise's points."""
        return self.judgement.share

    @property
    def unwritten(self) -> bool:
        """Whether each call met the stub."""
        return all(outcome.unwritten(self.checks.name) for outcome in self.outcomes)

    @property
    def idle(self) -> bool:
        """Whether nothing of the learner's ran: each call met the stub, or nothing."""
        name = self.checks.name
        return all(o.kind == "missing" or o.unwritten(name) for o in self.outcomes)

    @property
    def ended(self) -> Outcome | None:
        """The first call that gave no result to look at."""
        return next((o for o in self.outcomes if o.kind in WORDS), None)

    def result(self) -> Result:
        """The exercise's line in the verdict."""
        checks, end = self.checks, self.ended
        if end and not self.share:
            told = _failure(end.text or WORDS[end.kind], checks.hint)
            return Result(checks.name, checks.points, reason=end.kind, failure=told)
        right = self.share == 1
        failure = self.judgement.failure
        if self.unwritten and failure:
            failure = _failure("It is not written yet.", checks.hint)
        names = " and ".join(f"`{name}`" for name in self.slip)
        return Result(
            checks.name,
            checks.points,
            score=round(checks.points * self.share, 2),
            state="right" if right else "wrong",
            reason="not written" if self.unwritten and not right else "",
            slip=SLIP.format(names=names) if names else "",
            groups=tuple(map(_cut, self.judgement.groups)),
            failure=failure and _cut(failure),
            seconds=round(min(sum(o.seconds for o in self.outcomes), DAY), 4),
        )


@dataclass(frozen=True)
class Trial:
    """What is asked of one function: frozen and fresh cases, and known mistakes."""

    checks: Checks

    @property
    def prerequisites(self) -> list[str]:
        """Earlier graded functions that this one is meant to call."""
        return self.checks.prerequisites

    def frames(self, instead_of: Iterable[str] = ()) -> list[bytes]:
        """The messages that have a room call the function, one per case.

        Parameters
        ----------
        instead_of : iterable of str
            Earlier functions in whose place the reference versions are met.
        """
        call = {"do": "call", "name": self.checks.name, "replace": list(instead_of)}
        return [encode(call | {"args": e.case.args}) for e in self.checks.expected]

    def judge(self, outcomes: list[Outcome], slip: tuple[str, ...] = ()) -> Attempt:
        """Judge the outcomes of all cases."""
        return Attempt(self.checks, outcomes, self.checks.judge(outcomes), slip)


def open_trials(assignment: Assignment, student: str, secret: bytes) -> Iterator[Trial]:
    """What one learner is asked; the secret decides the fresh cases."""
    for exercise in assignment.exercises:
        checks = frozen(assignment.stem, exercise)
        if checks.sealed:
            yield Trial(replace(checks, expected=checks.expected[:1]))
            continue
        seed = fresh_seed(secret, student, assignment.stem, exercise.name)
        more = fresh(exercise, seed, checks.expected)
        yield Trial(replace(checks, expected=checks.expected + more))


def _cut(told: Told) -> Told:
    """The same with its texts cut: some of them a learner's code wrote."""
    texts = {f.name: getattr(told, f.name) for f in fields(told) if f.type is str}
    return replace(told, **{name: text[:LONGEST] for name, text in texts.items()})


def _failure(words: str, hint: str) -> Failure:
    return Failure("", True, "", "", "", words, "", hint)
