"""Small notebooks for tests: solved ones, and ones with something done to them."""

import inspect

import nbformat

from autograder.truth.assignment import Assignment

HEAD = "import matplotlib.pyplot as plt\nimport numpy as np"


def solutions(assignment: Assignment) -> dict[str, str]:
    """Source of every reference function, by name."""
    return {e.name: inspect.getsource(e.reference) for e in assignment.exercises}


def as_bytes(cells: list[str]) -> bytes:
    """A notebook of these code cells, as a file."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    for i, cell in enumerate(notebook.cells):
        cell.id = f"cell-{i}"
    return nbformat.writes(notebook).encode()


def solved(assignment: Assignment, **replaced: str) -> bytes:
    """The solved notebook, some functions replaced."""
    return as_bytes([HEAD, *(solutions(assignment) | replaced).values()])
