"""Judging an outcome: how far off, why, and what it is worth."""

from helpers.checks.judging.judge import (
    Expected,
    Failure,
    Group,
    Judgement,
    Mistake,
    judge,
)
from helpers.checks.judging.questions import (
    Sealed,
    judge_answers,
    normalise,
    open_remark,
    seal,
)
from helpers.checks.judging.store import (
    ENGINE,
    Checks,
    load_checks,
    load_tree,
    quiet,
    read_names,
    save_checks,
    save_tree,
)
from helpers.checks.judging.tolerance import SLACK, allowance, measure_slack, width_of

__all__ = [
    "Checks",
    "ENGINE",
    "Expected",
    "Failure",
    "Group",
    "Judgement",
    "Mistake",
    "SLACK",
    "Sealed",
    "allowance",
    "judge",
    "judge_answers",
    "load_checks",
    "load_tree",
    "measure_slack",
    "normalise",
    "open_remark",
    "quiet",
    "read_names",
    "save_checks",
    "save_tree",
    "seal",
    "width_of",
]
