"""What has been done already: content hashes, so that nothing is done twice."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from autograder import paths

TOOLS = ("numpy", "nbformat", "jupytext", "h5py", "nbgrader")
SKIPPED = {"__pycache__", "tests", ".ipynb_checkpoints"}


def digest(files: Iterable[Path], *words: str) -> str:
    """Hash of the names and contents of files, and of some words."""
    found = hashlib.sha256("\n".join(words).encode())
    for path in sorted(files):
        content = path.read_bytes() if path.is_file() else b"(none)"
        found.update(f"\n{path.name} {len(content)}\n".encode() + content)
    return found.hexdigest()[:32]


def files_below(folder: Path, *patterns: str) -> list[Path]:
    """Files of a folder that are written by hand, in order."""
    found = {path for pattern in patterns for path in folder.rglob(pattern)}
    return sorted(
        path
        for path in found
        if path.is_file() and not SKIPPED & set(path.relative_to(folder).parts)
    )


def engine_digest() -> str:
    """Hash of the code that builds and judges, and of the tools under it."""
    folder = Path(__file__).resolve().parents[1]
    code = [
        *folder.glob("*.py"),
        *files_below(folder / "truth", "*.py"),
        *files_below(folder / "author", "*.py"),
        *files_below(folder / "examine", "*.py"),
        *files_below(paths.HELPERS / "checks", "*"),
    ]
    return digest(code, *(f"{tool} {version(tool)}" for tool in TOOLS))


def assignment_digest(stem: str) -> str:
    """Hash of everything that an assignment is built from."""
    own = [paths.module_file("cases", stem), paths.answers_file(stem)]
    references = [paths.module_file("reference", other) for other in paths.stems()]
    texts = [paths.text_file(other) for other in paths.stems()]
    outputs = paths.outputs_file(stem)
    return digest([*own, *references, *texts, outputs], stem, engine_digest())


def is_done(step: str, stem: str, key: str, folder: Path | None = None) -> bool:
    """Whether a step was done with exactly these inputs."""
    path = _stamp(step, stem, folder)
    return path.exists() and path.read_text(encoding="utf-8") == key


def mark_done(step: str, stem: str, key: str, folder: Path | None = None) -> None:
    """Remember that a step was done with these inputs."""
    path = _stamp(step, stem, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(key, encoding="utf-8")


def _stamp(step: str, stem: str, folder: Path | None) -> Path:
    return (folder or paths.ROOT) / ".stamps" / f"{stem}.{step}"
