"""A course as nbgrader alone would have it: hidden asserts in the notebook."""

import copy
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from nbformat import NotebookNode

from autograder.benchmarks.measure import STEM
from autograder.demo.people import place
from autograder.gradebook.writer import CHECKS
from autograder.paths import RELEASE
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.frozen import frozen

# Larger cases would make the notebook huge; leaving them out helps the stock grader.
MAX_NUMBERS = 2000

COMPARE = """\
### BEGIN HIDDEN TESTS
from numpy import array, inf, nan


def _close(got, wanted):
    if isinstance(wanted, dict):
        return all(_close(got[key], wanted[key]) for key in wanted)
    if isinstance(wanted, (list, tuple)):
        return len(got) == len(wanted) and all(map(_close, got, wanted))
    if isinstance(wanted, str):
        return got == wanted
    return np.allclose(got, wanted, equal_nan=True)

"""


def literal(value: Any) -> str:
    """A value as an expression that makes it again."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, np.ndarray):
        flat, kind = value.ravel().tolist(), value.dtype.str
        return f"array({flat!r}, {kind!r}).reshape({value.shape})"
    if isinstance(value, dict):
        pairs = (f"{key!r}: {literal(part)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        parts = "".join(f"{literal(part)}, " for part in value)
        return f"[{parts}]" if isinstance(value, list) else f"({parts})"
    return repr(value)


def hidden_tests(exercise: Exercise) -> str:
    """The source of one check cell: an assert for each small frozen case."""
    lines = []
    for expected in frozen(STEM, exercise).expected:
        args, outcome = expected.case.args, expected.outcome
        numbers = sum(np.size(value) for value in args.values())
        if outcome.kind == "value" and numbers <= MAX_NUMBERS:
            call = f"{exercise.name}(**{literal(args)})"
            lines.append(f"assert _close({call}, {literal(outcome.value)})")
    return COMPARE + "\n".join(lines) + "\n### END HIDDEN TESTS"


def source_notebook(assignment: Assignment, released: NotebookNode) -> NotebookNode:
    """The released notebook with asserts in its check cells."""
    notebook = copy.deepcopy(released)
    for exercise in assignment.exercises:
        cell = notebook.cells[place(notebook, exercise.name + CHECKS)]
        cell.source = hidden_tests(exercise)
    return notebook


def make_course(
    root: Path, assignment: Assignment, released: NotebookNode, work: dict[str, bytes]
) -> None:
    """A course folder with everything handed in, ready for ``nbgrader autograde``."""
    checks = RELEASE / STEM / "checks.h5"
    source = root / "source" / STEM
    source.mkdir(parents=True)
    shutil.copy(checks, source)
    nbformat.write(source_notebook(assignment, released), source / f"{STEM}.ipynb")
    run_nbgrader(root, "generate_assignment")
    for student, content in work.items():
        folder = root / "submitted" / student / STEM
        folder.mkdir(parents=True)
        shutil.copy(checks, folder)
        (folder / f"{STEM}.ipynb").write_bytes(content)


def run_nbgrader(root: Path, command: str) -> None:
    """Run one nbgrader command with its stock settings; a failure raises."""
    settings = str(root / "settings")
    env = {**os.environ, "JUPYTER_CONFIG_DIR": settings}
    scripts = Path(sys.executable).parent
    env["PATH"] = os.pathsep.join([str(scripts), env.get("PATH", "")])
    argv = [str(scripts / "nbgrader"), command, STEM]
    done = subprocess.run(argv, cwd=root, env=env, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(
            f"nbgrader {command}: got {done.stderr[-800:]!r}, expected success. "
            "Mend the benchmark's course."
        )
