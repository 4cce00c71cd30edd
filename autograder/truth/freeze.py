"""Freezing: the reference's outputs in a file, and a digest for people."""

import io
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from autograder.paths import digest_file, outputs_file
from autograder.truth import fingerprint
from autograder.truth.assignment import Assignment
from autograder.truth.frozen import SEED, expect, forget, frozen
from autograder.truth.same import same_exercises
from helpers.checks.judging import Checks, Expected, quiet, save_tree
from helpers.checks.values import Outcome


def freeze(assignment: Assignment) -> Path:
    """Write the reference's outputs on all cases, and a digest to review.

    The inputs are not written: the cases make them again, and a fingerprint of each
    tells whether they are the same. A file that differs only by rounding is kept.
    """
    path = outputs_file(assignment.stem)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = outputs(assignment)
    if not path.exists() or not same_exercises(path.read_bytes(), content, assignment):
        path.write_bytes(content)
    forget()
    rows = [frozen(assignment.stem, exercise) for exercise in assignment.exercises]
    digest_file(assignment.stem).write_text(digest(rows), encoding="utf-8")
    return path


def outputs(assignment: Assignment) -> bytes:
    """The file of frozen outputs."""
    whole = io.BytesIO()
    with h5py.File(whole, "w") as file:
        for exercise in assignment.exercises:
            cases = map(_pack, expect(exercise, np.random.default_rng(SEED)))
            content = {"points": float(exercise.points), "cases": list(cases)}
            save_tree(file.create_group(exercise.name), content)
    return whole.getvalue()


def _pack(expected: Expected) -> dict[str, Any]:
    outcome = quiet(expected.outcome)
    return {
        "case": fingerprint.take(expected.case),
        "outcome": outcome,
        "slack": _single(expected.measured),
    }


def _single(slack: Any) -> Any:
    """Slack in single precision: it is a bound, not a result."""
    if isinstance(slack, dict):
        return {key: _single(part) for key, part in slack.items()}
    if isinstance(slack, list):
        return [_single(part) for part in slack]
    return np.asarray(slack, np.float32) if isinstance(slack, np.ndarray) else slack


def digest(rows: list[Checks]) -> str:
    lines = []
    for row in rows:
        lines.append(f"{row.name} ({row.points:g} points)")
        for expected in row.expected:
            case, outcome = expected.case, expected.outcome
            mark = "*" if case.visible else "!" if case.core else " "
            lines.append(f"  {mark} {case.title}: {_brief(outcome)}")
    return "\n".join(lines) + "\n"


def _brief(outcome: Outcome) -> str:
    """A value in a few stable digits: enough to see that it moved."""
    if outcome.kind != "value":
        return f"raises {outcome.error}"
    return "  ".join(_leaves(outcome.value))


def _leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{k}: {' '.join(_leaves(v))}" for k, v in value.items()]
    if isinstance(value, list | tuple):
        if len(value) > 8:
            return [
                f"{len(value)} values",
                *_leaves(value[0]),
                "...",
                *_leaves(value[-1]),
            ]
        return [leaf for part in value for leaf in _leaves(part)]
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        total = float(np.sum(value, dtype=float))
        return [f"{value.shape} sum {total:.6g}"]
    if isinstance(value, float | np.floating):
        return [f"{float(value):.8g}"]
    return [repr(value)]
