"""Freezing: the reference's outputs in a file, and a digest for people."""

import io
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from autograder.paths import digest_file, outputs_file
from autograder.truth import fingerprint
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.frozen import SEED, expect, forget, frozen
from autograder.truth.same import (
    part_of,
    read,
    room,
    same_exercise,
    same_exercises,
)
from helpers.checks.judging import Checks, Expected, quiet, save_tree, width_of


def freeze(assignment: Assignment) -> Path:
    """Write the reference's outputs on all cases, and a digest to review.

    The inputs are not written: the cases make them again, and a fingerprint of each
    tells whether they are the same. What differs only by rounding is kept.
    """
    path = outputs_file(assignment.stem)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = outputs(assignment)
    path.write_bytes(_keep(path, content, assignment) if path.exists() else content)
    forget()
    rows = [frozen(assignment.stem, exercise) for exercise in assignment.exercises]
    digest_file(assignment.stem).write_text(digest(rows), encoding="utf-8")
    return path


def outputs(assignment: Assignment) -> bytes:
    """The file of frozen outputs."""
    return _file({e.name: _record(e) for e in assignment.exercises})


def _record(exercise: Exercise) -> dict[str, Any]:
    cases = map(_pack, expect(exercise, np.random.default_rng(SEED)))
    return {"points": float(exercise.points), "cases": list(cases)}


def _file(records: dict[str, dict[str, Any]]) -> bytes:
    whole = io.BytesIO()
    with h5py.File(whole, "w") as file:
        for name, record in records.items():
            content = {part: record[part] for part in ("points", "cases")}
            save_tree(file.create_group(name), content)
    return whole.getvalue()


def _keep(path: Path, new: bytes, assignment: Assignment) -> bytes:
    """The new file, with the old record of each exercise that says the same."""
    old = path.read_bytes()
    if same_exercises(old, new, assignment):
        return old
    try:
        known = read(old)[1]
    except (OSError, LookupError, ValueError):
        return new
    records = read(new)[1]
    for name, record in records.items():
        if name in known and same_exercise(known[name], record, assignment[name]):
            records[name] = known[name]
    return _file({e.name: records[e.name] for e in assignment.exercises})


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
            case = expected.case
            mark = "*" if case.visible else "!" if case.core else " "
            lines.append(f"  {mark} {case.title}: {_brief(expected)}")
    return "\n".join(lines) + "\n"


def _brief(expected: Expected) -> str:
    """A value in the digits that are the same everywhere: enough to see it move."""
    value, args = expected.outcome.value, expected.case.args
    if expected.outcome.kind != "value":
        return f"raises {expected.outcome.error}"
    return "  ".join(_leaves(value, expected.measured, width_of(args, value)))


def _leaves(value: Any, slack: Any, width: int) -> list[str]:
    if isinstance(value, dict):
        parts = {k: _leaves(v, part_of(slack, k), width) for k, v in value.items()}
        return [f"{k}: {' '.join(leaves)}" for k, leaves in parts.items()]
    if isinstance(value, list | tuple):
        found = [_leaves(v, part_of(slack, i), width) for i, v in enumerate(value)]
        if len(found) > 8:
            return [f"{len(found)} values", *found[0], "...", *found[-1]]
        return [leaf for leaves in found for leaf in leaves]
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        total = float(np.sum(value, dtype=float))
        apart = float(np.linalg.norm(room(value, slack, width)))
        return [f"{value.shape} sum {_number(total, apart)}"]
    if isinstance(value, float | np.floating):
        return [_number(float(value), float(room(np.asarray(value), slack, width)))]
    return [repr(value)]


def _number(value: float, apart: float) -> str:
    """A number in as many digits as two records of it agree, six at most."""
    if not np.isfinite(value) or apart == 0:
        return f"{value:.6g}"
    if abs(value) <= apart:
        return "0"
    digits = np.ceil(np.log10(abs(value) / apart))
    return f"{value:.{min(int(digits), 6)}g}"
