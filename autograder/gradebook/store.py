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
from functools import lru_cache
from pathlib import Path
from typing import Any

from autograder.errors import Misuse
from autograder.examine.fleet import is_alive
from autograder.gradebook.folders import Folders

Record = dict[str, Any]

DRAFT = re.compile(r"\..+\.(\d+)\.\w+\.part(-journal)?")
BRIEF = ("student", "assignment", "status", "remark", "isolation", "mode", "key")
ROW = ("name", "state", "reason", "slip")
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


def load_verdict(folders: Folders, student: str, stem: str) -> Record | None:
    """The stored verdict; None when there is none, or the file is damaged."""
    path = verdict_file(folders, student, stem)
    try:
        verdict = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return verdict if isinstance(verdict, dict) and "exercises" in verdict else None


def save_verdict(folders: Folders, student: str, verdict: Record) -> None:
    """Keep a verdict; a crash leaves the old file or the new one, never half."""
    text = json.dumps(verdict, ensure_ascii=False, sort_keys=True)
    path = verdict_file(folders, student, verdict["assignment"])
    write_whole(path, text.encode("utf-8", "replace"))


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


def lowers(before: Record, after: Record) -> bool:
    """Whether one file would lose points by being graded again."""
    old = before.get("submission", {}).get("sha256")
    if not old or old != after.get("submission", {}).get("sha256", old):
        return False
    scores = {e["name"]: e["score"] for e in after["exercises"]}
    fell = any(
        scores[e["name"]] < e["score"] - 1e-9
        for e in before["exercises"]
        if e["name"] in scores
    )
    return fell or after["score"] < before["score"] - 1e-9


def brief(verdict: Record | None) -> Record | None:
    """What tables and a regrade say of a verdict; about a tenth of it.

    The whole record is on disk. A class of thousands is not kept in memory.
    """
    if verdict is None:
        return None
    short: Record = {n: _word(verdict[n]) for n in BRIEF if n in verdict}
    return short | {
        "submission": {"sha256": verdict.get("submission", {}).get("sha256", "")},
        "notes": [str(note)[:WORDS] for note in verdict.get("notes", [])[:1]],
        "flags": [_word(flag) for flag in verdict.get("flags", [])[:FLAGS]],
        "score": verdict["score"],
        "max_score": verdict["max_score"],
        "exercises": [_brief_row(row) for row in verdict["exercises"]],
    }


def _brief_row(row: Record) -> Record:
    short: Record = {name: _word(row.get(name, "")) for name in ROW}
    short |= {"points": row["points"], "score": row["score"], "failure": None}
    short["groups"] = _groups(*((g["title"], g["passed"]) for g in row["groups"]))
    failure = row.get("failure")
    if failure:
        said = failure.get("mistake") or failure.get("message") or ""
        short["failure"] = {"mistake": _word(str(said)[:WORDS])}
    return short


@lru_cache(maxsize=4096)
def _groups(*pairs: tuple[str, bool]) -> list[Record]:
    """One copy of a list of checks that many records share."""
    return [{"title": title, "passed": passed} for title, passed in pairs]


def _word(value: Any) -> Any:
    """One copy of a text that many records share."""
    return sys.intern(value) if type(value) is str else value


def blank_verdict(stem: str, exercises: list[tuple[str, float]], why: str) -> Record:
    """The verdict on something that never reached the examiner.

    Parameters
    ----------
    stem : str
    exercises : list of (str, float)
        Name and points of each.
    why : str
        One clear line.
    """
    return {
        "schema": 1,
        "assignment": stem,
        "status": "could not grade",
        "remark": why,
        "notes": [],
        "flags": [],
        "score": 0.0,
        "max_score": float(sum(points for _, points in exercises)),
        "seconds": 0.0,
        "exercises": [_unread(name, points) for name, points in exercises],
    }


def _unread(name: str, points: float) -> Record:
    return {
        "name": name,
        "points": points,
        "score": 0.0,
        "state": "could not grade",
        "reason": "unreadable",
        "slip": "",
        "groups": [],
        "failure": None,
        "seconds": 0.0,
    }
