"""Text and reference to notebook: same text, same bytes."""

import re
from collections import Counter
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.author.given import given_import
from autograder.author.stubs import stub
from autograder.paths import module_file, text_file
from autograder.truth.assignment import Assignment
from autograder.truth.functions import function_text, has_marks
from autograder.truth.text import Cell, read_cells

METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def notebook(assignment: Assignment) -> Any:
    """Notebook of one assignment with its solutions, as nbgrader reads it."""
    cells = read_cells(text_file(assignment.stem))
    names = cell_ids(cells)
    return new_notebook(
        cells=[
            _cell(cell, name, assignment)
            for cell, name in zip(cells, names, strict=True)
        ],
        metadata=METADATA,
    )


def notebook_bytes(node: Any) -> bytes:
    """A notebook as the bytes of its file."""
    nbformat.validate(node)
    text: str = nbformat.writes(node, version=4)
    return (text.rstrip() + "\n").encode()


def cell_ids(cells: list[Cell]) -> list[str]:
    """Stable ids: the function of a graded cell, else the heading and a count.

    A cell that is added or removed moves no id outside its own section.
    """
    heading = "start"
    seen: Counter[str] = Counter()
    ids = []
    for cell in cells:
        if cell.kind == "prose" and (match := HEADING.search(cell.source)):
            heading = _slug(match[1])
        name = f"{cell.function}-{cell.kind}" if cell.function else heading
        seen[name] += 1
        count = "" if cell.function and seen[name] == 1 else f"-{seen[name]}"
        ids.append(f"{name}{count}")
    return ids


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(words)[:48].strip("-") or "section"


def _cell(cell: Cell, name: str, assignment: Assignment) -> Any:
    if cell.kind == "prose":
        return new_markdown_cell(cell.source, id=name)
    metadata: dict[str, Any] = {"tags": list(cell.tags)} if cell.tags else {}
    source = cell.source
    if cell.kind == "exercise":
        source = _exercise_source(cell, assignment)
        metadata["nbgrader"] = _grading(cell, solution=True)
        metadata["stub"] = stub(assignment[cell.function])
    elif cell.kind == "checks":
        metadata["nbgrader"] = _grading(cell, solution=False)
    elif cell.kind == "given":
        source = given_import(cell)
    return new_code_cell(source, id=name, metadata=metadata)


def _exercise_source(cell: Cell, assignment: Assignment) -> str:
    path = module_file("reference", assignment.stem)
    text = function_text(path, cell.function).rstrip()
    if not has_marks(text):
        raise ValueError(
            f"source/{assignment.stem}/reference.py: {cell.function} has no single "
            "pair of solution marks, expected ### BEGIN SOLUTION and ### END SOLUTION "
            "around its body. Add them."
        )
    if cell.function not in {e.name for e in assignment.exercises}:
        raise ValueError(
            f"source/{assignment.stem}/notebook.py: got an exercise {cell.function} "
            f"without points, expected a checks cell check({cell.function}) with "
            "points. Add it."
        )
    return text


def _grading(cell: Cell, *, solution: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "cell_type": "code",
        "grade": not solution,
        "grade_id": f"{cell.function}-{cell.kind}",
        "locked": not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    return fields if solution else {**fields, "points": _points(cell.points)}


def _points(points: float) -> float:
    return int(points) if points == int(points) else points
