"""Verdicts on disk, each under the hash of everything that it depends on."""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from autograder.gradebook.folders import Folders

Record = dict[str, Any]


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
    text = json.dumps(verdict, indent=1, ensure_ascii=False, sort_keys=True)
    path = verdict_file(folders, student, verdict["assignment"])
    write_whole(path, text.encode("utf-8", "replace"))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is never seen half-written; makes its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
