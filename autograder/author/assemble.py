"""The built folder that nbgrader reads: notebook, checks, given.py."""

import os
import shutil
import tempfile
from pathlib import Path

from autograder import paths
from autograder.author.docstrings import check_docstrings
from autograder.author.given import given_file
from autograder.author.notebook import notebook, notebook_bytes
from autograder.author.stamps import assignment_digest, digest, is_done, mark_done
from autograder.errors import Refused
from autograder.truth.assignment import Assignment, load_assignment
from autograder.truth.bank import check_bank
from autograder.truth.same import same_exercises
from autograder.truth.text import read_cells


def build(stem: str, *, force: bool = False, proved: bool = False) -> bool:
    """Write grading/built/<stem>/ unless it is up to date; whether it was written.

    Parameters
    ----------
    stem : str
    force : bool
        Even when it is up to date.
    proved : bool
        Only when the solutions, the banks of answers and the docstrings are sound.

    Raises
    ------
    Refused
        When they are not; the message lists every complaint.
    """
    folder = paths.built_folder(stem)
    for stray in stray_notebooks(stem):
        stray.unlink()
    key = assignment_digest(stem)
    if not force and is_done("build", stem, f"{key} {_digest(folder)}"):
        return False
    assignment = load_assignment(stem)
    if proved:
        prove(assignment)
    write_folder(folder, files(assignment))
    mark_done("build", stem, f"{key} {_digest(folder)}")
    return True


def stray_notebooks(stem: str = "") -> list[Path]:
    """Notebooks below source/, where only text belongs: an older checkout built there.

    nbgrader would give learners all that lies beside one.
    """
    return sorted((paths.SOURCE / stem).rglob("*.ipynb"))


def prove(assignment: Assignment) -> None:
    """Refuse an assignment whose exercises are not proved from both sides."""
    complaints = [*check_bank(assignment), *check_docstrings(assignment)]
    if complaints:
        raise Refused("\n".join([f"{assignment.stem}: not built.", *complaints]))


def files(assignment: Assignment) -> dict[str, bytes]:
    """Contents of an assignment's folder, by file name."""
    stem = assignment.stem
    given = given_file(stem, read_cells(paths.text_file(stem)))
    found = {
        f"{stem}.ipynb": notebook_bytes(notebook(assignment)),
        "checks.h5": _checks(assignment),
    }
    return {**found, "given.py": given.encode()} if given else found


def write_folder(folder: Path, contents: dict[str, bytes]) -> bool:
    """Make an assignment's folder hold these files only; whether anything changed."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = [path for path in folder.iterdir() if path.name not in contents]
    for path in stale:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    changed = bool(stale)
    for name, content in contents.items():
        path = folder / name
        if not path.exists() or not same_file(path, path.read_bytes(), content):
            _write_whole(path, content)
            changed = True
    return changed


def same_file(path: Path, old: bytes, new: bytes) -> bool:
    """Whether two contents of <stem>/<name> say the same: but for rounding, in HDF5."""
    if old == new or path.suffix != ".h5":
        return old == new
    return same_exercises(old, new, load_assignment(path.parent.name))


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever reads it meanwhile sees the old or the new one."""
    draft = path.parent.with_name(f".{path.parent.name}.{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)


def read_folder(folder: Path) -> dict[str, bytes]:
    """Files of a folder, by name, without what programs leave behind."""
    found = folder.iterdir() if folder.exists() else ()
    return {p.name: p.read_bytes() for p in sorted(found) if p.is_file()}


def _digest(folder: Path) -> str:
    return digest(folder / name for name in read_folder(folder))


def _checks(assignment: Assignment) -> bytes:
    from autograder.truth.visible import write_checks

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "checks.h5"
        write_checks(assignment, path)
        return path.read_bytes()
