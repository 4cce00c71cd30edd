"""The checks of exercises in an HDF5 file: cases, expected outcomes, mistakes.

The same form serves the learner's ``checks.h5`` and the examiner's frozen outputs.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from helpers.checks.judging.compare import Names
from helpers.checks.judging.judge import Expected, Judgement, Mistake, judge
from helpers.checks.judging.questions import Sealed, judge_answers
from helpers.checks.values import Case, Outcome, flatten, restore

ENGINE = "1"


@dataclass(frozen=True)
class Checks:
    """All that one graded function is judged by.

    Parameters
    ----------
    name : str
    expected : list of Expected
    names : list of (str, tuple of str or None)
        Results with the names of their axes.
    points : float
    hint : str
    mistakes : sequence of Mistake
        Known-wrong answers with their outcomes on the same cases.
    sealed : dict
        For questions: the sealed remarks; else empty.
    prerequisites : list of str
        Earlier graded functions that this one is meant to call.
    """

    name: str
    expected: list[Expected]
    names: Names
    points: float = 0.0
    hint: str = ""
    mistakes: Sequence[Mistake] = ()
    sealed: Sealed = field(default_factory=dict)
    prerequisites: list[str] = field(default_factory=list)

    def judge(self, outcomes: list[Outcome]) -> Judgement:
        """Judge outcomes on all cases, by values or by letters."""
        if self.sealed:
            return judge_answers(self.sealed, outcomes[0], self.hint)
        return judge(
            self.expected, outcomes, self.names, self.hint, lambda: self.mistakes
        )


def save_checks(path: Path, exercises: list[Checks]) -> None:
    """Write the checks of exercises, the same bytes for the same content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w") as file:
        file.attrs["engine"] = ENGINE
        for exercise in exercises:
            save_tree(file.create_group(exercise.name), _pack(exercise))


def read_names(path: Path) -> dict[str, float]:
    """Names of the exercises in a file, in their order, with their points."""
    with h5py.File(path) as file:
        order = sorted(file, key=lambda name: file[name].attrs["order"])
        return {name: float(file[name].attrs["points"]) for name in order}


def load_checks(path: Path, name: str) -> Checks:
    """Read the checks of one exercise.

    Raises
    ------
    KeyError
        When the file has no exercise of that name.
    """
    with h5py.File(path) as file:
        return _unpack(name, load_tree(file[name]))


def save_tree(group: h5py.Group, content: dict[str, Any]) -> None:
    """Write plain data into a group: a tree as text, each array as a data set."""
    tree, arrays = flatten(content)
    group.attrs["order"] = len(group.parent)
    group.attrs["points"] = content["points"]
    group["tree"] = np.frombuffer(json.dumps(tree).encode(), np.uint8)
    for i, array in enumerate(arrays):
        if array.dtype.kind == "U":
            array = np.char.encode(array, "utf-8")
        large = {"compression": "gzip", "shuffle": True} if array.size > 64 else {}
        group.create_dataset(str(i), data=array, **large)


def load_tree(group: h5py.Group) -> Any:
    """Read plain data back from a group."""
    tree = json.loads(group["tree"][()].tobytes())
    count = len(group) - 1
    arrays = [np.asarray(group[str(i)][()]) for i in range(count)]
    plain = [np.char.decode(a, "utf-8") if a.dtype.kind == "S" else a for a in arrays]
    return restore(tree, plain)


def _pack(exercise: Checks) -> dict[str, Any]:
    return {
        "points": float(exercise.points),
        "hint": exercise.hint,
        "names": [[name, axes] for name, axes in exercise.names],
        "sealed": exercise.sealed,
        "prerequisites": list(exercise.prerequisites),
        "cases": [
            {**vars(e.case), "outcome": quiet(e.outcome), "slack": e.measured}
            for e in exercise.expected
        ],
        "mistakes": [
            [mistake.message, [quiet(outcome) for outcome in mistake.outcomes]]
            for mistake in exercise.mistakes
        ],
    }


def quiet(outcome: Outcome) -> dict[str, Any]:
    """An outcome's content without what changes from run to run."""
    kept = ("kind", "value", "error")
    return {name: value for name, value in vars(outcome).items() if name in kept}


def _unpack(name: str, packed: Mapping[str, Any]) -> Checks:
    return Checks(
        name=name,
        expected=[_expected(case) for case in packed["cases"]],
        names=[(result, axes) for result, axes in packed["names"]],
        points=packed["points"],
        hint=packed["hint"],
        mistakes=[
            Mistake(message, [Outcome.unpack(outcome) for outcome in outcomes])
            for message, outcomes in packed["mistakes"]
        ],
        sealed=packed["sealed"],
        prerequisites=packed["prerequisites"],
    )


def _expected(packed: dict[str, Any]) -> Expected:
    parts = dict(packed)
    outcome, slack = Outcome.unpack(parts.pop("outcome")), parts.pop("slack")
    return Expected(Case(**parts), outcome, slack)
