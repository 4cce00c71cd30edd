"""What an assignment still lacks, in the order in which it is best written."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from autograder import paths

OPEN = "TODO"
SHOWN = 3  # open places told per file
KINDS = {
    "notebook.py": "the text of the notebook",
    "reference.py": "the solutions",
    "cases.py": "the inputs",
    "answers.md": "the page of known answers",
}


def missing(stem: str) -> list[str]:
    """Files that are not there, and places that are not written yet."""
    files = {paths.notes_file(stem): "the lecture notes of the week"}
    files |= {paths.SOURCE / stem / name: what for name, what in KINDS.items()}
    tests = sorted((paths.SOURCE / stem).glob("test_*.py"))
    files |= dict.fromkeys(tests, "tests")
    return [line for path, what in files.items() for line in _of_file(path, what)]


def _of_file(path: Path, what: str) -> Iterator[str]:
    name = path.relative_to(paths.ROOT)
    if not path.exists():
        yield (
            f"{name}: got no such file, expected {what}. Write it; CONTRIBUTING.md "
            "has its form."
        )
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    places = [n for n, line in enumerate(lines, start=1) if OPEN in line]
    for n in places[:SHOWN]:
        words = shorten(lines[n - 1].strip().lstrip("#"), 72, placeholder=" …")
        yield f"{name}:{n}: got {words!r}, expected it written. Write it."
    if len(places) > SHOWN:
        yield f"{name}: got {len(places) - SHOWN} more places with {OPEN}. Write them."
