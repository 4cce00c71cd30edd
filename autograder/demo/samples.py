"""Verdicts made by hand, one of each kind, to try pages and tables with."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from autograder.examine.verdict import File, Result, Verdict, Versions
from helpers.checks.judging import Failure, Group

STEM = "c1w2_logistic_regression"
FILE = File("0a1b2c3d" * 8, f"{STEM}.ipynb", 9)


def group(title: str, passed: bool, visible: bool = False, remark: str = "") -> Group:
    """One line of a card."""
    return Group(title, passed, visible, remark)


def row(name: str, points: float, score: float, **more: Any) -> Result:
    """One exercise; its state follows from its score."""
    state = "right" if score == points else "wrong"
    groups = tuple(more.pop("groups", ()))
    usual: dict[str, Any] = {"state": state, "groups": groups, "seconds": 0.01}
    return Result(name, points, score, **usual | more)


def failure(message: str, *, mistake: bool = False, **more: Any) -> Failure:
    """What came, what was wanted, and why."""
    usual: dict[str, Any] = dict.fromkeys((f.name for f in fields(Failure)), "")
    known = {"visible": False, "message": message, "mistake": message * mistake}
    return Failure(**usual | known | more)


def verdict(rows: Iterable[Result], student: str = "ada", **more: Any) -> Verdict:
    """A verdict with these exercises."""
    usual: dict[str, Any] = {
        "submission": FILE,
        "versions": Versions("5f0e1d2c3b4a5968", engine="1"),
        "isolation": "none",
        "mode": "lean",
        "seconds": 1.5,
    }
    return Verdict(student, STEM, tuple(rows), **usual | more)


def every_state(student: str = "ada") -> Verdict:
    """One exercise in each state that a page must be able to show."""
    return verdict([*_right_ones(), *_wrong_ones(), *_others()], student)


def _right_ones() -> list[Result]:
    holds = [group("zero gives one half", True, True), group("any array", True)]
    slip = (
        "Judged with the reference version of `propagate`: an error there cost its "
        "marks there, and costs none here."
    )
    return [row("sigmoid", 10, 10, groups=holds), row("optimize", 15, 15, slip=slip)]


def _wrong_ones() -> list[Result]:
    cost = failure(
        "This is the sum over the examples: the 1/m is missing.",
        mistake=True,
        title="two examples, worked by hand",
        visible=True,
        came="0.7340",
        wanted="0.3670",
        where="cost",
        hint="Over how many examples is J the mean? J = -1/m Σ log P(y^{(i)})",
    )
    shape = failure(
        "This is a rank-1 array. Keep two axes: keepdims=True in a sum, or "
        ".reshape(-1, 1).",
        title="any sizes",
        came="array of shape (4,)",
        wanted="array of shape (4, 1)",
        where="dw",
        hint="Which shape has X dZ^T? (n_x, m) times (m, 1)",
    )
    some = [group("two examples, worked by hand", False, True), group("m = 1", True)]
    core = [
        group("any sizes", False),
        group("float32 input", True),
        group("m = 1", True),
    ]
    return [
        row("compute_cost", 10, 5, groups=some, failure=cost),
        row("propagate", 20, 0, groups=core, failure=shape),
    ]


def _others() -> list[Result]:
    remarks = [
        group("loss_or_cost", True, True, "Yes: the cost is the mean of the losses."),
        group("too_large", False, True, "The cost grows: the step jumps over it."),
    ]
    chosen = failure(remarks[1].remark, title="too_large", visible=True)
    lost = {"state": "could not grade"}
    return [
        row("decisions", 10, 5, groups=remarks, failure=chosen),
        row("predict", 10, 0, reason="not written", groups=[group("half", False)]),
        row("accuracy", 5, 0, **lost, reason="time", failure=failure("No end.")),
        row("model", 20, 0, **lost, reason="missing"),
    ]


def hostile(student: str = "mallory") -> Verdict:
    """A learner's strings where they can stand, all of them attacks."""
    bad = "<img src=x onerror=alert(1)>\x1b[31m\"'</p></dl>\u202e{{ 7 * 7 }}"
    told = failure(bad, title=bad, came=bad, wanted=bad, where=bad, hint=bad)
    rows = [row("sigmoid", 10, 0, groups=[group(bad, False)], failure=told, slip=bad)]
    return verdict(rows, student, notes=(bad,), remark=bad)
