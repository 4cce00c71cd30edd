"""The text of an assignment, cell by cell."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext

from autograder.paths import package

EXERCISE = re.compile(r"from ([\w.]+)\.reference import (\w+)")
GIVEN = re.compile(r"from source\.(\w+)\.reference import (.+)")
CHECK = re.compile(r"check\((\w+)\)")


@dataclass(frozen=True)
class Cell:
    """One cell of the text.

    Parameters
    ----------
    kind : {"prose", "code", "exercise", "checks", "given"}
    source : str
    function : str
        The graded function of an exercise or checks cell, else empty.
    points : float
        What a checks cell is worth, else 0.
    tags : tuple of str
        Tags other than the kind, passed on to the notebook.
    """

    kind: str
    source: str
    function: str = ""
    points: float = 0.0
    tags: tuple[str, ...] = ()


def read_cells(path: Path) -> list[Cell]:
    """Cells of a percent text, each with its kind.

    Raises
    ------
    ValueError
        When an exercise, checks or given cell is not the one line it must be.
    """
    notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    return [_cell(cell, path.parent.name) for cell in notebook.cells]


@dataclass(frozen=True)
class Facts:
    """What the first cell says of the assignment, for the lists of assignments.

    Parameters
    ----------
    story : str
    writes : str
        What the learner writes.
    place : int
        Among the assignments of its week.
    """

    story: str
    writes: str
    place: int = 1


def read_facts(path: Path) -> Facts:
    """The facts of an assignment.

    Raises
    ------
    ValueError
        When its story, or what one writes, is missing.
    """
    notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    facts = notebook.cells[0].metadata if notebook.cells else {}
    for name in ("story", "writes"):
        if not facts.get(name):
            raise ValueError(
                f"source/{path.parent.name}/{path.name}: got a first cell without "
                f'{name}, expected `# %% [markdown] story="..." writes="..."`. Say it '
                "there, for the lists of assignments."
            )
    return Facts(facts["story"], facts["writes"], int(facts.get("place", 1)))


def _cell(cell: Any, stem: str) -> Cell:
    source = cell.source.strip("\n")
    if cell.cell_type == "markdown":
        return Cell("prose", source)
    tags = tuple(cell.metadata.get("tags", ()))
    kinds = [tag for tag in tags if tag in ("exercise", "checks", "given")]
    kind = kinds[0] if kinds else "code"
    points = float(cell.metadata.get("points", 0))
    rest = tuple(tag for tag in tags if tag not in kinds)
    function = _function(kind, source, stem)
    return Cell(kind, source, function, points, rest)


def _function(kind: str, source: str, stem: str) -> str:
    """Name of the graded function that the cell is about, else empty."""
    if kind == "exercise":
        match = EXERCISE.fullmatch(source)
        wanted = f"from {package(stem)}.reference import <function>"
        if not match or match[1] != package(stem):
            raise ValueError(_complaint(stem, "exercise", source, wanted))
        return match[2]
    if kind == "checks":
        match = CHECK.fullmatch(source)
        if not match:
            raise ValueError(_complaint(stem, "checks", source, "check(<function>)"))
        return match[1]
    if kind == "given" and not all(map(GIVEN.fullmatch, source.splitlines())):
        wanted = "lines of from source.<stem>.reference import <function>"
        raise ValueError(_complaint(stem, "given", source, wanted))
    return ""


def _complaint(stem: str, kind: str, source: str, wanted: str) -> str:
    first = source.splitlines()[0] if source else ""
    return (
        f"source/{stem}/notebook.py: got the {kind} cell {first!r}, expected "
        f"{wanted!r}. Keep nothing else in that cell."
    )
