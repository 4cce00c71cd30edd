"""A submission made whole, with the verdicts in its check cells.

nbgrader reads marks from the outputs of its grade cells. A learner may have moved,
retyped, copied or deleted these cells; `repair` brings them back from the released
notebook, so that no mark is lost and formgrader can open the file.
"""

import copy
import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbformat.v4.rwbase import strip_transient

from autograder.errors import Misuse
from autograder.examine.notebook import Unreadable, read_notebook
from autograder.examine.verdict import Result, Verdict
from autograder.gradebook.page import render

CHECKS = "-checks"
EXERCISE = "-exercise"
CELL_KEYS = {
    "code": {"id", "cell_type", "metadata", "source", "outputs", "execution_count"},
    "markdown": {"id", "cell_type", "metadata", "source", "attachments"},
}


def read_released(path: Path) -> NotebookNode:
    """The notebook that the learners got.

    Raises
    ------
    Misuse
        When the assignment has not been released.
    """
    if not path.exists():
        raise Misuse(
            f"{path}: got no released notebook, expected one. Run `python -m "
            f"autograder release {path.stem}`."
        )
    released: NotebookNode = nbformat.read(path, as_version=4)
    return released


def mark_notebook(
    data: bytes, released: NotebookNode, verdict: Verdict, executed: bytes = b""
) -> NotebookNode:
    """A submission as formgrader shows it: repaired, verdicts in its check cells.

    Parameters
    ----------
    data : bytes
        The submitted file; its stored outputs are dropped, as nbgrader does.
    released : NotebookNode
    verdict : Verdict
    executed : bytes
        The notebook that a full run wrote, with fresh outputs; else empty.
    """
    notebook: NotebookNode
    if executed:
        notebook = nbformat.reads(executed.decode(), as_version=4)
    else:
        notebook = read_or_blank(data, released)
    repair(notebook, released, keep_outputs=bool(executed))
    fill(notebook, verdict)
    return notebook


def notebook_bytes(notebook: NotebookNode) -> bytes:
    """A repaired notebook as a file; nbformat's own writer takes ten times longer."""
    text = json.dumps(strip_transient(notebook), ensure_ascii=False, sort_keys=True)
    return text.encode("utf-8", "replace")


def read_or_blank(data: bytes, released: NotebookNode) -> NotebookNode:
    """The submitted notebook; the released one with a remark if it is no notebook."""
    try:
        notebook: NotebookNode = read_notebook(data).notebook
        return notebook
    except Unreadable as error:
        blank: NotebookNode = copy.deepcopy(released)
        remark = f"**This submission could not be read.** {error}"
        blank.cells = [new_markdown_cell(remark, id="unreadable"), *blank.cells]
        return blank


def repair(
    notebook: NotebookNode, released: NotebookNode, keep_outputs: bool = False
) -> NotebookNode:
    """The notebook with the released metadata and locked cells, none twice.

    Parameters
    ----------
    notebook : NotebookNode
        Changed in place.
    released : NotebookNode
    keep_outputs : bool
    """
    wanted = {grade_id(cell): cell for cell in released.cells if grade_id(cell)}
    claimed = _claims(notebook.cells, wanted)
    for index, cell in enumerate(notebook.cells):
        _tidy(cell, keep_outputs)
        cell.metadata.pop("nbgrader", None)
        if index in claimed:
            _restore(cell, wanted[claimed[index]])
    _add_missing(notebook, wanted, set(claimed.values()))
    _number_cells(notebook)
    if "kernelspec" in released.metadata:
        notebook.metadata["kernelspec"] = copy.deepcopy(released.metadata.kernelspec)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def grade_id(cell: NotebookNode) -> str:
    """nbgrader's name of a cell, empty where it has none that can be used."""
    nbgrader = cell.get("metadata", {}).get("nbgrader")
    name = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return name if isinstance(name, str) else ""


def _claims(
    cells: list[NotebookNode], wanted: dict[str, NotebookNode]
) -> dict[int, str]:
    """Which cell stands for which released one: of copies, the last of its type."""
    best: dict[str, tuple[bool, int]] = {}
    for index, cell in enumerate(cells):
        name = grade_id(cell)
        if name in wanted:
            rank = (cell.cell_type == wanted[name].cell_type, index)
            best[name] = max(rank, best.get(name, (False, -1)))
    return {index: name for name, (_, index) in best.items()}


def _tidy(cell: NotebookNode, keep_outputs: bool) -> None:
    """Only the keys that nbformat knows; outputs dropped unless they are ours."""
    if cell.cell_type not in CELL_KEYS:
        cell.cell_type = "markdown"
    for key in set(cell) - CELL_KEYS[cell.cell_type]:
        del cell[key]
    if cell.cell_type == "code":
        cell.setdefault("execution_count", None)
        cell.setdefault("outputs", [])
        if not keep_outputs:
            cell.execution_count, cell.outputs = None, []


def _restore(cell: NotebookNode, original: NotebookNode) -> None:
    """Give a cell back what the learner cannot change."""
    cell.metadata["nbgrader"] = copy.deepcopy(original.metadata.nbgrader)
    if cell.cell_type != original.cell_type:
        cell.cell_type = original.cell_type
        cell.pop("attachments", None)
        _tidy(cell, keep_outputs=False)
    if original.metadata.nbgrader.get("locked"):
        cell.source = original.source


def _add_missing(
    notebook: NotebookNode, wanted: dict[str, NotebookNode], present: set[str]
) -> None:
    """Put deleted grade cells back, each below its exercise where that is left."""
    for name, original in wanted.items():
        if name in present or not original.metadata.nbgrader.get("grade"):
            continue
        exercise = name.removesuffix(CHECKS) + EXERCISE
        places = [i for i, c in enumerate(notebook.cells) if grade_id(c) == exercise]
        place = places[-1] + 1 if places else len(notebook.cells)
        notebook.cells.insert(place, copy.deepcopy(original))


def _number_cells(notebook: NotebookNode) -> None:
    """Every cell an id of its own; the first of two that are alike keeps it."""
    seen: set[str] = set()
    for index, cell in enumerate(notebook.cells):
        name = cell.get("id")
        if not isinstance(name, str) or not name or name in seen or len(name) > 64:
            name = f"cell-{index}"
        while name in seen:
            name += "-again"
        seen.add(name)
        cell["id"] = name


def fill(notebook: NotebookNode, verdict: Verdict) -> None:
    """Write each exercise's points and card into the output of its check cell."""
    exercises = {e.name + CHECKS: e for e in verdict.exercises}
    for cell in notebook.cells:
        nbgrader = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and nbgrader.get("grade"):
            exercise = exercises.get(nbgrader.get("grade_id"))
            worth = float(nbgrader.get("points", 0))
            cell.execution_count = None
            cell.outputs = [_output(exercise, worth, verdict)]


def _output(exercise: Result | None, worth: float, verdict: Verdict) -> NotebookNode:
    """What nbgrader reads as points: a result whose plain text is a number."""
    score = min(float(exercise.score), worth) if exercise else 0.0
    card = render("cell.html.j2", exercise=exercise, verdict=verdict)
    data = {"text/plain": repr(score), "text/html": card}
    return NotebookNode(
        output_type="execute_result",
        data=NotebookNode(data),
        metadata=NotebookNode(),
        execution_count=None,
    )
