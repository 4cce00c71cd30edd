"""Verdicts on disk, each under the hash of everything that it depends on."""

import fcntl
import hashlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from autograder.errors import Misuse
from autograder.examine.fleet import is_alive
from autograder.examine.verdict import File, Result, Verdict
from autograder.gradebook.folders import Folders
from autograder.gradebook.words import said_of
from helpers.checks.judging import Failure, Group

DRAFT = re.compile(r"\..+\.(\d+)\.\w+\.part(-journal)?")
WORDS = 600
FLAGS = 5


@contextmanager
def only_run(folders: Folders) -> Iterator[None]:
    """The one run that grades this class; what a killed one left is swept up.

    The system drops the lock when its process ends, however it ends.
    """
    folders.root.mkdir(parents=True, exist_ok=True)
    with (folders.root / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Misuse(
                f"{folders.root}: got a second run, expected one at a time. Wait "
                "until the other has ended, or stop it; what it did is kept."
            ) from error
        sweep(folders)
        yield


def sweep(folders: Folders) -> None:
    """Remove the drafts of processes that are gone."""
    found = list(folders.root.glob(".*.part*"))
    for folder in (folders.verdicts, folders.autograded):
        found += folder.rglob(".*.part")
    for path in found:
        match = DRAFT.fullmatch(path.name)
        if match and not is_alive(int(match[1])):
            path.unlink(missing_ok=True)


def verdict_key(sha256: str, version: str, engine: str) -> str:
    """Hash of a submission with the versions of its assignment and examiner."""
    text = json.dumps([sha256, version, engine])
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def verdict_file(folders: Folders, student: str, stem: str) -> Path:
    """Where the verdict on one submission is kept."""
    return folders.verdicts / student / f"{stem}.json"


def load_verdict(folders: Folders, student: str, stem: str) -> Verdict | None:
    """The stored verdict; None when there is none, or the file is damaged."""
    path = verdict_file(folders, student, stem)
    try:
        return Verdict.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def save_verdict(folders: Folders, student: str, verdict: Verdict) -> None:
    """Keep a verdict; a crash leaves the old file or the new one, never half."""
    path = verdict_file(folders, student, verdict.assignment)
    write_whole(path, verdict.to_json().encode("utf-8", "replace"))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is never seen half-written; makes its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{path.name}.{os.getpid()}."
    handle, name = tempfile.mkstemp(".part", prefix, path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def same_file(before: Verdict, after: Verdict) -> bool:
    """Whether two verdicts are on one file; then only our side has changed.

    A verdict without a file is that of an examiner that failed on this one.
    """
    return after.submission.sha256 in ("", before.submission.sha256)


def lowers(before: Verdict, after: Verdict) -> bool:
    """Whether one file would lose points by being graded again."""
    if not before.submission.sha256 or not same_file(before, after):
        return False
    scores = {e.name: e.score for e in after.exercises}
    fell = any(scores.get(e.name, e.score) < e.score - 1e-9 for e in before.exercises)
    return fell or after.score < before.score - 1e-9


def brief(verdict: Verdict | None) -> Verdict | None:
    """What tables and a regrade say of a verdict; about a tenth of it.

    The whole record is on disk. A class of thousands is not kept in memory.
    """
    if verdict is None:
        return None
    return Verdict(
        student=verdict.student,
        assignment=sys.intern(verdict.assignment),
        exercises=tuple(map(_brief_result, verdict.exercises)),
        status=verdict.status,
        remark=sys.intern(verdict.remark),
        notes=tuple(note[:WORDS] for note in verdict.notes[:1]),
        flags=tuple(map(sys.intern, verdict.flags[:FLAGS])),
        submission=File(verdict.submission.sha256),
        isolation=sys.intern(verdict.isolation),
        mode=sys.intern(verdict.mode),
        key=verdict.key,
    )


def _brief_result(result: Result) -> Result:
    said = sys.intern(said_of(result)[:WORDS])
    return replace(
        result,
        name=sys.intern(result.name),
        slip=sys.intern(result.slip),
        groups=_groups(*((group.title, group.passed) for group in result.groups)),
        failure=_said(said) if result.failure else None,
        picture=None,
    )


@lru_cache(maxsize=4096)
def _groups(*pairs: tuple[str, bool]) -> tuple[Group, ...]:
    """One copy of a list of checks that many records share."""
    return tuple(Group(title, passed, visible=False) for title, passed in pairs)


@lru_cache(maxsize=4096)
def _said(words: str) -> Failure:
    """One copy of a failure, of which only what is said of it is kept."""
    return Failure("", False, "", "", "", words, words, "")
