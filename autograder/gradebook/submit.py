"""Handing in: files from a folder into grading/submitted, with the time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from autograder.errors import Misuse
from autograder.gradebook.folders import Folders
from autograder.gradebook.store import write_whole


def submit_all(folders: Folders, stem: str, source: Path) -> dict[str, bool]:
    """Take in everybody's notebook for one assignment.

    Parameters
    ----------
    folders : Folders
    stem : str
    source : Path
        Holds ``<student>/<stem>.ipynb``, ``<student>/<stem>/<stem>.ipynb``, or
        ``<student>.ipynb``.

    Returns
    -------
    taken : dict
        Student -> whether the file is new; one that is there already keeps its time.
    """
    found = dict(_candidates(stem, source))
    if not found:
        raise Misuse(
            f"submit: got no notebook in {source}, expected <student>/{stem}.ipynb or "
            "<student>.ipynb. Name the folder that holds them."
        )
    return {who: submit_one(folders, stem, who, path) for who, path in found.items()}


def _candidates(stem: str, source: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(source.glob("*.ipynb")):
        if path.stem != stem and _is_own(path, source):
            yield path.stem, path
    for folder in sorted(path for path in source.iterdir() if path.is_dir()):
        for path in (folder / f"{stem}.ipynb", folder / stem / f"{stem}.ipynb"):
            if _is_own(path, source):
                yield folder.name, path


def _is_own(path: Path, source: Path) -> bool:
    """Whether a file lies where it seems to, and is no link to another's."""
    return path.is_file() and path.resolve() == source.resolve() / path.relative_to(
        source
    )


def submit_one(folders: Folders, stem: str, student: str, path: Path) -> bool:
    """Take in one notebook; False when this very file is there already."""
    data = path.read_bytes()
    target = folders.submitted / student / stem
    old = target / f"{stem}.ipynb"
    if old.exists() and old.read_bytes() == data:
        return False
    write_whole(old, data)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
    write_whole(target / "timestamp.txt", stamp.encode())
    return True
