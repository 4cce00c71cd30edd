"""The whole way of a submission: the solution earns all points, the stub none."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

from autograder.author.notebook import notebook, notebook_bytes
from autograder.author.stubs import ClearToStub
from autograder.truth.assignment import Assignment

if TYPE_CHECKING:
    from autograder.examine.verdict import Verdict

SECRET = b"a trial, not a class"


def check_trial(assignment: Assignment) -> list[str]:
    """Examine the solved and the empty notebook as if a learner handed them in."""
    from autograder.examine import examine

    solved = notebook_bytes(notebook(assignment))
    verdict = examine(solved, assignment, student="trial", secret=SECRET)
    problems = _unexpected(verdict, assignment.max_score, "the solved notebook")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "out.ipynb"
        verdict = examine(
            empty_notebook(assignment),
            assignment,
            student="trial",
            mode="full",
            notebook_out=path,
            secret=SECRET,
        )
        problems += _unexpected(verdict, 0, "the notebook without answers")
        return [*problems, *(_first_run(path) if path.exists() else ())]


def empty_notebook(assignment: Assignment) -> bytes:
    """The notebook as a learner gets it."""
    node, _ = ClearToStub().preprocess(notebook(assignment), {})
    return notebook_bytes(node)


def _unexpected(verdict: "Verdict", wanted: float, what: str) -> list[str]:
    if verdict.status == "graded" and verdict.score == wanted:
        return []
    lost = [e.name for e in verdict.exercises if e.state != "right"]
    return [
        f"{verdict.assignment}: got {verdict.score:g} points for {what} "
        f"({verdict.remark or verdict.status}; not right: {', '.join(lost)}), "
        f"expected {wanted:g}. Mend the exercises named."
    ]


def _first_run(path: Path) -> list[str]:
    """Errors that a learner meets who runs the fresh notebook from top to bottom."""
    node = nbformat.read(path, as_version=4)
    return [
        f"{cell.id}: got {output.ename} ({output.evalue}) in a notebook without "
        "answers, expected a card or nothing. Let the cell wait for its functions."
        for cell in node.cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]
