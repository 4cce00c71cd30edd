"""Whether two records of one thing say the same, but for rounding.

Two processors differ in the last bits of an exponential, a sum or a product, and what
is computed from these by as much as it is conditioned. So two outcomes of a case are
the same when they agree within a small part of what a mark allows
(`helpers.checks.judging.tolerance`): from the precision of the inputs, and from the
slack that is measured for each case. A built file that says the same is left as it
is: version control shows real changes only, and what is left moves no mark.
"""

import io
from typing import Any

import h5py
import numpy as np

from autograder.truth import fingerprint
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.frozen import SEED, Calls
from helpers.checks.judging import SLACK, allowance, load_tree, width_of
from helpers.checks.values import Case

PART = 8  # of what a mark allows: above rounding in any order, far below a mark

NUMBER = (bool, int, float, complex, np.generic, np.ndarray)

Tree = dict[str, Any]


def same_exercises(old: bytes, new: bytes, assignment: Assignment) -> bool:
    """Whether two HDF5 files of its exercises agree; False when one is damaged."""
    if old == new:
        return True
    try:
        (a, ours), (b, theirs) = read(old), read(new)
        return same_values([a, list(ours)], [b, list(theirs)]) and all(
            same_exercise(ours[name], theirs[name], assignment[name]) for name in theirs
        )
    except (OSError, LookupError, ValueError):
        return False


def read(data: bytes) -> tuple[Tree, dict[str, Tree]]:
    """Attributes of a file; and of each exercise what it holds, attributes too."""
    with h5py.File(io.BytesIO(data)) as file:
        groups = {k: {**group.attrs, **load_tree(group)} for k, group in file.items()}
        return dict(file.attrs), groups


def same_exercise(a: Tree, b: Tree, exercise: Exercise) -> bool:
    """Whether two records of an exercise agree: all it is, cases, known mistakes."""
    ours, theirs = ((x["cases"], x.get("mistakes", [])) for x in (a, b))
    if list(map(len, ours)) != list(map(len, theirs)):
        return False
    cases = _cases(theirs[0], exercise)
    calls = [Calls(exercise, answer, cases) for answer in exercise.wrong if theirs[1]]
    rows = zip(ours[0], theirs[0], cases, strict=True)
    mistakes = zip(ours[1], theirs[1], calls, strict=True)
    return (
        same_values(_rest(a, "cases", "mistakes"), _rest(b, "cases", "mistakes"))
        and all(_same_row(*row) for row in rows)
        and all(_same_mistake(*mistake) for mistake in mistakes)
    )


def _rest(record: Tree, *names: str) -> Tree:
    """A record without some of its parts."""
    return {name: part for name, part in record.items() if name not in names}


def _cases(rows: list[Tree], exercise: Exercise) -> list[Case]:
    """The cases of some rows: held there, or made again for rows of outputs."""
    if all("args" in row for row in rows):
        return [Case(row["title"], row["args"]) for row in rows]
    return list(exercise.cases(np.random.default_rng(SEED)))


def _same_row(a: Tree, b: Tree, case: Case) -> bool:
    """Whether two rows agree in their case, its outcome and its slack."""
    judged = ("case", "outcome", "slack")
    return (
        same_values(_rest(a, *judged), _rest(b, *judged))
        and ("case" not in b or fingerprint.same(a["case"], b["case"]))
        and same_results((a["outcome"], a["slack"]), (b["outcome"], b["slack"]), case)
    )


def _same_mistake(a: list[Any], b: list[Any], calls: Calls) -> bool:
    """Whether two records of a known mistake agree in its message and outcomes."""
    return a[0] == b[0] and all(
        same_outcomes(old, new, 0.0, case)
        or same_outcomes(old, new, calls.slack(i), case)
        for i, (old, new, case) in enumerate(zip(a[1], b[1], calls.cases, strict=True))
    )


def same_results(old: tuple[Tree, Any], new: tuple[Tree, Any], case: Case) -> bool:
    """Whether two outcomes of a case agree, each with its slack."""
    (a, ours), (b, theirs) = old, new
    return any(same_outcomes(a, b, slack, case) for slack in (ours, theirs)) and (
        _same_slack(ours, theirs, b["value"], width_of(case.args, b["value"]))
    )


def same_outcomes(old: Tree, new: Tree, slack: Any, case: Case) -> bool:
    """Whether two outcomes of a case agree, given the slack of the new one."""
    a, b = old["value"], new["value"]
    kinds = [(x["kind"], x["error"]) for x in (old, new)]
    return kinds[0] == kinds[1] and same_values(a, b, slack, width_of(case.args, b))


def same_values(a: Any, b: Any, slack: Any = 0.0, width: int = 8) -> bool:
    """Whether two trees of plain data agree: numbers nearly, all else exactly."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return list(a) == list(b) and all(
            same_values(a[key], b[key], part_of(slack, key), width) for key in a
        )
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(
            same_values(x, y, part_of(slack, i), width)
            for i, (x, y) in enumerate(zip(a, b, strict=True))
        )
    if isinstance(a, NUMBER):
        return _same_numbers(np.asarray(a), np.asarray(b), slack, width)
    return bool(a == b)


def part_of(slack: Any, key: Any) -> Any:
    """The slack of a part; there is one number for all where none was measured."""
    return slack[key] if isinstance(slack, dict | list) else slack


def _same_numbers(a: np.ndarray, b: np.ndarray, slack: Any, width: int) -> bool:
    if a.shape != b.shape or a.dtype != b.dtype:
        return False
    alike = (a == b) | ((a != a) & (b != b))
    if alike.all() or a.dtype.kind not in "fc":
        return bool(alike.all())
    wide = complex if a.dtype.kind == "c" else float
    with np.errstate(invalid="ignore"):
        apart = np.abs(a.astype(wide) - b.astype(wide))
    bound = np.maximum(*(room(one, slack, width) for one in (a, b)))
    return bool(np.all(alike | (apart <= bound)))


def room(values: np.ndarray, slack: Any, width: int) -> Any:
    """How far the same numbers may lie apart, with the largest slack among them."""
    if values.dtype.kind in "biu":
        return 0.0
    most = float(np.max(slack, initial=0.0))
    return allowance(values, most, min(width, width_of(values))) / PART


def _same_slack(a: Any, b: Any, value: Any, width: int) -> bool:
    """Whether two measures of one slack, each from a few draws, are of one order."""
    if isinstance(value, dict):
        return all(_same_slack(a[k], b[k], part, width) for k, part in value.items())
    if isinstance(value, list | tuple):
        triples = zip(a, b, value, strict=True)
        return all(_same_slack(*triple, width) for triple in triples)
    if not isinstance(value, NUMBER):
        return True
    one, other = (
        np.max(room(np.asarray(value), x, width), initial=0.0) for x in (a, b)
    )
    return bool(max(one, other) <= SLACK * min(one, other))
