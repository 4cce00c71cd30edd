"""The verdict on one exercise: groups, the first failure, the share of marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.checks.judging.compare import Difference, Names, difference
from helpers.checks.judging.diagnose import explain, side_effect
from helpers.checks.judging.tolerance import width_of
from helpers.checks.values import Case, Outcome

PURE = "the same arguments give the same answer, and nothing else is touched"

UNCLEAR = (
    "The values are not the wanted ones. Work that case out by hand, step by step."
)


@dataclass(frozen=True)
class Expected:
    """A case with the reference's outcome and its measured slack.

    Parameters
    ----------
    case : Case
    outcome : Outcome
    slack : object
        Built like the outcome's value; or a function without arguments that measures
        it, called only where a result is not right without any.
    """

    case: Case
    outcome: Outcome
    slack: Any

    @property
    def measured(self) -> Any:
        """The slack, measured at most once."""
        if callable(self.slack):
            object.__setattr__(self, "slack", self.slack())
        return self.slack


@dataclass(frozen=True)
class Group:
    """Cases under one title: one line of the card."""

    title: str
    passed: bool
    visible: bool
    remark: str = ""


@dataclass(frozen=True)
class Failure:
    """The first thing that does not hold, as the learner reads it."""

    title: str
    visible: bool
    came: str
    wanted: str
    where: str
    message: str
    mistake: str
    hint: str


@dataclass(frozen=True)
class Judgement:
    """What an exercise is worth, and why.

    Parameters
    ----------
    share : float
        Between 0 and 1, of the exercise's points.
    groups : list of Group
    failure : Failure or None
    """

    share: float
    groups: list[Group] = field(default_factory=list)
    failure: Failure | None = None


@dataclass(frozen=True)
class Mistake:
    """A known-wrong answer: its message and its outcomes on the cases."""

    message: str
    outcomes: Sequence[Outcome]


def judge(
    expected: Sequence[Expected],
    outcomes: Sequence[Outcome],
    names: Names,
    hint: str = "",
    mistakes: Callable[[], Sequence[Mistake]] = tuple,
) -> Judgement:
    """Judge a function by its outcomes on the cases.

    Parameters
    ----------
    expected : sequence of Expected
    outcomes : sequence of Outcome
        One per case, in the same order.
    names : list of (str, tuple of str or None)
        Results of the function with the names of their axes.
    hint : str
    mistakes : callable
        Gives the known-wrong answers; called only when something is wrong.
    """
    found = [
        _differs(out, exp, names) for out, exp in zip(outcomes, expected, strict=True)
    ]
    effect = side_effect(outcomes, [exp.case.alias for exp in expected])
    groups = _groups(expected, found)
    if any(outcome.kind == "value" for outcome in outcomes):
        groups.append(Group(PURE, not effect, visible=True))
    core = all(not d for d, e in zip(found, expected, strict=True) if e.case.core)
    passed = sum(group.passed for group in groups)
    share = passed / len(groups) if core and groups else 0.0
    if passed == len(groups):
        return Judgement(share, groups)
    if not any(found):
        return Judgement(share, groups, _impure(effect, hint))
    known = recognise(expected, outcomes, names, mistakes())
    return Judgement(
        share, groups, _failure(expected, outcomes, found, known, effect, hint)
    )


def recognise(
    expected: Sequence[Expected],
    outcomes: Sequence[Outcome],
    names: Names,
    mistakes: Sequence[Mistake],
) -> str:
    """Message of the known-wrong answer that gives the same outcomes, else empty.

    A mistake may have outcomes on the first cases only; these decide.
    """
    for mistake in mistakes:
        pairs = zip(outcomes, mistake.outcomes, expected, strict=False)
        if all(_same(out, bad, exp, names) for out, bad, exp in pairs):
            return mistake.message
    return ""


def _differs(out: Outcome, exp: Expected, names: Names) -> Difference | None:
    width = width_of(exp.case.args)
    if callable(exp.slack) and exp.outcome.kind == "value":
        strict = _blank(exp.outcome.value)
        if difference(out, exp.outcome, strict, names, width) is None:
            return None
    return difference(out, exp.outcome, exp.measured, names, width)


def _same(out: Outcome, bad: Outcome, exp: Expected, names: Names) -> bool:
    """Whether a result is that of a known-wrong answer, and not the right one."""
    if bad.kind != "value":
        return (out.kind, out.error) == (bad.kind, bad.error)
    if out.kind != "value":
        return False
    try:
        return difference(out, bad, exp.measured, names, 8) is None
    except (TypeError, KeyError, IndexError, ValueError):
        blank = _blank(bad.value)
        return difference(out, bad, blank, names, 8) is None


def _blank(value: Any) -> Any:
    """No slack at all, for a result whose structure is not the wanted one."""
    if isinstance(value, dict):
        return {key: _blank(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_blank(part) for part in value]
    return 0.0


def _groups(
    expected: Sequence[Expected], found: Sequence[Difference | None]
) -> list[Group]:
    titles = dict.fromkeys(exp.case.title for exp in expected)
    pairs = list(zip(expected, found, strict=True))
    return [
        Group(
            title,
            all(not d for e, d in pairs if e.case.title == title),
            any(e.case.visible for e, _ in pairs if e.case.title == title),
        )
        for title in titles
    ]


def _impure(effect: str, hint: str) -> Failure:
    return Failure(PURE, True, "", "", "", effect, "", hint)


def _failure(
    expected: Sequence[Expected],
    outcomes: Sequence[Outcome],
    found: Sequence[Difference | None],
    known: str,
    effect: str,
    hint: str,
) -> Failure:
    """The first failing case, a visible one if there is any."""
    order = sorted(range(len(found)), key=lambda i: not expected[i].case.visible)
    i = next(i for i in order if found[i])
    case, first = expected[i].case, found[i]
    assert first is not None
    return Failure(
        title=case.title,
        visible=case.visible,
        came=first.came if case.visible else first.came_shape,
        wanted=first.wanted if case.visible else first.wanted_shape,
        where=first.where if case.visible else first.where.split("[")[0],
        message=known or effect or explain(outcomes[i], first) or UNCLEAR,
        mistake=known,
        hint=hint,
    )
