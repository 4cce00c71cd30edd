"""What must not stand in a public folder: solutions, hidden outputs, private names."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder import paths
from autograder.author.secrets import Secrets, collect, squeeze

WORDS = {
    r"autograder": "the word autograder",
    r"(?<![\w.-])source/": "a path into source/",
    r"(?<![\w.-])source\.[ce]\d": "a module of source",
    r"(?<![\w.:/~-])/(?:home|root|Users|work|tmp|opt|var|mnt)/\w": "an absolute path",
    r"\b[A-Z]:\\\\?Users\b": "an absolute path",
    r"### (?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS)": "a solution mark",
}
TEXT = {".css", ".html", ".ipynb", ".js", ".json", ".md", ".py", ".svg", ".toml"}
TEXT |= {".txt", ".yml", ".yaml", ".mplstyle", ".csv", ".cfg", ".ini", ""}
CELL_METADATA = {"deletable", "editable", "nbgrader", "tags"}
NOTEBOOK_METADATA = {"kernelspec", "language_info"}
SKIPPED = {"__pycache__", ".ipynb_checkpoints", ".pytest_cache"}


@dataclass(frozen=True)
class Finding:
    """One leak: where, and what it gives away."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        inside = self.path.is_relative_to(paths.ROOT)
        name = self.path.relative_to(paths.ROOT) if inside else self.path
        return f"{name}:{self.line}: got {self.what}, expected none. Remove it."


def scan(
    folders: Iterable[Path] | None = None, stems: Iterable[str] | None = None
) -> list[Finding]:
    """Leaks in public folders.

    Parameters
    ----------
    folders : iterable of Path, optional
        By default course, helpers and release.
    stems : iterable of str, optional
        Assignments whose secrets are searched for; by default all.
    """
    roots = folders or (paths.COURSE, paths.HELPERS, paths.RELEASE)
    secrets = collect(stems if stems is not None else paths.stems())
    files = sorted({file for root in roots for file in public_files(root)})
    return [finding for file in files for finding in scan_file(file, secrets)]


def public_files(folder: Path) -> Iterator[Path]:
    """Files below a folder that would be given away."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not SKIPPED & set(parts) and path.suffix != ".pyc":
            yield path


def scan_file(path: Path, secrets: Secrets) -> list[Finding]:
    """Leaks in one file."""
    content = path.read_bytes()
    found = [Finding(path, 1, what) for what in secrets.numbers_in(path, content)]
    if path.suffix not in TEXT:
        word = b"autograder" in content
        return [*found, *([Finding(path, 1, "the word autograder")] if word else [])]
    text = content.decode("utf-8", "replace")
    for number, line in enumerate(text.splitlines(), start=1):
        found += [Finding(path, number, what) for what in _in_line(line)]
        found += [
            Finding(path, number, what) for what in secrets.code_in(path, _plain(line))
        ]
    if path.suffix == ".ipynb":
        found += _stale(path, text)
    return sorted(set(found), key=lambda finding: (finding.line, finding.what))


def _in_line(line: str) -> list[str]:
    return [what for pattern, what in WORDS.items() if re.search(pattern, line)]


def _plain(line: str) -> str:
    """A line of a notebook's JSON as the line of the cell, squeezed."""
    stripped = line.strip().rstrip(",")
    if stripped.startswith('"') and stripped.endswith('"'):
        try:
            return squeeze(str(json.loads(stripped)))
        except ValueError:
            pass
    return squeeze(line)


def _stale(path: Path, text: str) -> Iterator[Finding]:
    """Outputs, counts and foreign metadata in a notebook."""
    try:
        notebook = json.loads(text)
    except ValueError:
        yield Finding(path, 1, "something that is no notebook")
        return
    for key in set(notebook["metadata"]) - NOTEBOOK_METADATA:
        yield Finding(path, _line_of(text, f'"{key}"'), f"notebook metadata {key!r}")
    for cell in notebook["cells"]:
        line = _line_of(text, f'"id": "{cell.get("id")}"')
        if cell.get("outputs"):
            yield Finding(path, line, "outputs in a cell")
        if cell.get("execution_count") is not None:
            yield Finding(path, line, "an execution count")
        for key in set(cell["metadata"]) - CELL_METADATA:
            yield Finding(path, line, f"cell metadata {key!r}")


def _line_of(text: str, part: str) -> int:
    return text[: max(text.find(part), 0)].count("\n") + 1
