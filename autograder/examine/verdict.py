"""The verdict on one submission: a record, and JSON only where it meets the disk."""

import hashlib
import json
import platform
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, get_args, get_origin

import numpy as np

from autograder.truth.assignment import Assignment
from autograder.version import course_version
from helpers.checks.judging import ENGINE, Failure, Group

SCHEMA = 2
READ = (1, SCHEMA)  # 1 lacks some fields; the rest are the same

State = Literal["right", "wrong", "could not grade"]
Status = Literal["graded", "could not grade"]


@dataclass(frozen=True)
class Picture:
    """A picture of a learner's result.

    Parameters
    ----------
    png : str
        In base 64.
    alt : str
        What it shows, in words.
    """

    png: str
    alt: str = "Your result"


@dataclass(frozen=True)
class Result:
    """What became of one exercise.

    Parameters
    ----------
    name : str
    points, score : float
        What it is worth, and what this answer earned of it.
    state : {"right", "wrong", "could not grade"}
    reason : str
        Why it could not be graded, in one word; or ``"not written"``; else empty.
    slip : str
        That earlier functions were replaced by their reference versions, else empty.
    groups : tuple of Group
        The lines of the card.
    failure : Failure or None
        The first thing that does not hold.
    seconds : float
        Time of its calls.
    picture : Picture or None
    """

    name: str
    points: float
    score: float = 0.0
    state: State = "could not grade"
    reason: str = ""
    slip: str = ""
    groups: tuple[Group, ...] = ()
    failure: Failure | None = None
    seconds: float = 0.0
    picture: Picture | None = None


@dataclass(frozen=True)
class File:
    """The submitted file; without a hash where there is none to examine."""

    sha256: str = ""
    name: str = ""
    bytes: int = 0


@dataclass(frozen=True)
class Versions:
    """Of all that a verdict follows from."""

    assignment: str = ""
    engine: str = ""
    course: str = ""
    python: str = ""
    numpy: str = ""

    @classmethod
    def here(cls, assignment: str) -> "Versions":
        """Those of this machine and this version of the assignment."""
        python, numpy = platform.python_version(), np.__version__
        return cls(assignment, ENGINE, course_version(), python, numpy)


@dataclass(frozen=True)
class Verdict:
    """The verdict on one submission.

    Parameters
    ----------
    student, assignment : str
    exercises : tuple of Result
        One per exercise, in the order of the notebook.
    status : {"graded", "could not grade"}
    remark : str
        Why it could not be graded, else empty.
    notes : tuple of str
        For the learner: what was odd about the notebook.
    flags : tuple of str
        For the instructor: what a human should look at.
    submission : File
    versions : Versions
    isolation : str
        How the rooms were shut, one of `tiers.TIERS`; empty where none was opened.
    mode : {"lean", "full", ""}
    limits : dict
        Those that were not the usual ones.
    seconds : float
    key : str
        Hash of everything that it depends on; empty when it is to be made again.
    """

    student: str
    assignment: str
    exercises: tuple[Result, ...]
    status: Status = "graded"
    remark: str = ""
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    submission: File = File()
    versions: Versions = Versions()
    isolation: str = ""
    mode: str = ""
    limits: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    key: str = ""

    @property
    def score(self) -> float:
        """Points of all exercises together."""
        return round(sum(result.score for result in self.exercises), 2)

    @property
    def max_score(self) -> float:
        """What the whole notebook is worth."""
        return float(sum(result.points for result in self.exercises))

    def to_json(self) -> str:
        """One strict JSON object; the sums stand in it for other programs."""
        sums = {"score": self.score, "max_score": self.max_score}
        content = {"schema": SCHEMA, **asdict(self), **sums}
        return json.dumps(content, ensure_ascii=False, sort_keys=True, allow_nan=False)

    @classmethod
    def from_json(cls, text: str) -> "Verdict":
        """The verdict in a file, of this schema or an older one.

        Raises
        ------
        ValueError
            When the text holds no verdict.
        """
        found = json.loads(text)
        if not isinstance(found, dict) or found.get("schema") not in READ:
            raise ValueError("verdict: got another schema, expected 1 or 2.")
        verdict: Verdict = _record(cls, found)
        return verdict


def blank(assignment: Assignment, student: str, remark: str = "") -> Verdict:
    """The verdict before an examination, and without one: nothing could be graded.

    Parameters
    ----------
    assignment : Assignment
    student : str
    remark : str
        Why there is no examination, in one clear line.
    """
    rows = (Result(e.name, e.points, reason="unreadable") for e in assignment.exercises)
    return Verdict(
        student,
        assignment.stem,
        tuple(rows),
        status="could not grade",
        remark=remark,
        versions=Versions.here(assignment.version),
    )


def file_of(stem: str, content: bytes) -> File:
    """The facts of a submitted file."""
    digest = hashlib.sha256(content).hexdigest()
    return File(digest, f"{stem}.ipynb", len(content))


def _read(kind: Any, found: Any) -> Any:
    """Plain data as a value of a type."""
    if type(found) is kind or (kind is float and type(found) is int):
        return found
    parts = get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(found, dict):
        return _record(kind, found)
    if get_origin(kind) is tuple and isinstance(found, list):
        return tuple(_read(parts[0], part) for part in found)
    if get_origin(kind) is dict and isinstance(found, dict):
        return {name: _read(parts[1], part) for name, part in found.items()}
    if isinstance(kind, UnionType):
        return None if found is None else _read(parts[0], found)
    if get_origin(kind) is Literal and found in parts:
        return found
    raise ValueError(f"verdict: got {str(found)[:80]!r}, expected {kind}.")


def _record(kind: Any, found: dict[str, Any]) -> Any:
    """A record from a dict; what it has no field for is passed over."""
    known = [f for f in fields(kind) if f.name in found]
    try:
        return kind(**{f.name: _read(f.type, found[f.name]) for f in known})
    except TypeError as error:
        raise ValueError(f"verdict: {error}.") from error
