"""The published course, and each solved notebook run in it: once per test run.

The tests of several files and of several workers share what was made first.
"""

import fcntl
import os
import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.author.assemble import files
from autograder.author.publish import publish
from autograder.examine.process import ONE_THREAD
from autograder.truth.assignment import load_assignment

WITNESS = """\
import sys, helpers
print(helpers.__file__, [name for name in sys.modules if "autograder" in name])
"""


class Library:
    """What was made once in a folder that all workers see."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def once(self, name: str, make: Callable[[Path], object]) -> Path:
        """The path of this name, made by whoever asks first; others wait."""
        path, done = self.folder / name, self.folder / f"{name}.done"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                make(path)
                done.touch()
        return path

    def published(self) -> Path:
        """The public half, as a class gets it."""
        return self.once("published", publish)

    def solved(self, stem: str) -> bytes:
        """The solved notebook before it runs."""
        return files(load_assignment(stem))[f"{stem}.ipynb"]

    def executed(self, stem: str) -> nbformat.NotebookNode:
        """The solved notebook after a kernel ran it in the published course.

        Its last cell is a witness: from where `helpers` came, and what was not there.
        """
        course = self.published()

        def make(path: Path) -> None:
            notebook = nbformat.reads(self.solved(stem).decode(), 4)
            notebook.cells.append(nbformat.v4.new_code_cell(WITNESS, id="witness"))
            run(notebook, course / "release" / stem, PYTHONPATH=str(course))
            nbformat.write(notebook, path)

        return nbformat.read(self.once(f"{stem}.ipynb", make), 4)


def run(notebook: nbformat.NotebookNode, folder: Path, **variables: str) -> None:
    """Run every cell in a kernel, errors or not."""
    resources = {"metadata": {"path": str(folder)}}
    client = NotebookClient(
        notebook, allow_errors=True, kernel_name="python3", resources=resources
    )
    client.execute(env={**os.environ, **ONE_THREAD, **variables})


def complaints(notebook: nbformat.NotebookNode) -> list[str]:
    """Errors in a notebook's outputs, a line each."""
    outputs = [o for cell in notebook.cells for o in cell.get("outputs", [])]
    wrong = [o for o in outputs if o.output_type == "error"]
    return [re.sub(r"\s+", " ", f"{o.ename}: {o.evalue}") for o in wrong]


@pytest.fixture(scope="session")
def library(tmp_path_factory) -> Library:
    """One library for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return Library(shared / "library")
