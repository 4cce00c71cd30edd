"""Functions of earlier weeks, as a file that lies beside the notebook."""

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

from autograder.errors import Refused
from autograder.paths import module_file, stems, text_file, week
from autograder.truth.functions import function_text, without_marks
from autograder.truth.text import GIVEN, Cell, read_cells

HEAD = '"""Functions of earlier weeks that this notebook uses."""\n'
OWN = re.compile(r"source\.(\w+)\.reference")


@dataclass
class Pieces:
    """What given.py is made of, in the order in which it is needed.

    Parameters
    ----------
    imports : list of str
    texts : dict
        Name -> (stem, source).
    """

    imports: list[str] = field(default_factory=lambda: ["import numpy as np"])
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)


def given_names(cell: Cell) -> list[tuple[str, str]]:
    """Pairs of stem and function that a given cell imports."""
    pairs = []
    for line in cell.source.splitlines():
        match = GIVEN.fullmatch(line)
        assert match, line
        pairs += [(match[1], name.strip()) for name in match[2].split(",")]
    return pairs


def given_import(cell: Cell) -> str:
    """The line that replaces a given cell in the notebook."""
    return f"from given import {', '.join(name for _, name in given_names(cell))}"


def given_file(stem: str, cells: list[Cell]) -> str:
    """Text of given.py for one assignment; empty when nothing is given.

    Raises
    ------
    Refused
        When a function is graded in the same week, or is not of an earlier one.
    """
    pieces = Pieces()
    for cell in cells:
        if cell.kind == "given":
            for origin, name in given_names(cell):
                _collect(origin, name, pieces)
    if not pieces.texts:
        return ""
    _refuse_leaks(stem, pieces)
    texts = [text.strip("\n") + "\n" for _, text in pieces.texts.values()]
    imports = "\n".join(sorted(set(pieces.imports))) + "\n"
    return "\n\n".join(["\n".join([HEAD, imports]), *texts])


def _collect(stem: str, name: str, pieces: Pieces) -> None:
    """Add a function after everything that it calls."""
    if pieces.texts.get(name, (stem, ""))[0] != stem:
        raise Refused(
            f"given.py: got {name} from {stem} and from {pieces.texts[name][0]}, "
            "expected one. Import it from one stem."
        )
    if name in pieces.texts:
        return
    path = module_file("reference", stem)
    text = without_marks(function_text(path, name))
    pieces.texts[name] = (stem, "")  # met: a recursive function calls itself
    for node in _used(path, text, name):
        _collect_node(stem, node, path, pieces)
    del pieces.texts[name]
    pieces.texts[name] = (stem, text)


def _collect_node(stem: str, node: ast.stmt, path: Path, pieces: Pieces) -> None:
    if isinstance(node, ast.FunctionDef):
        _collect(stem, node.name, pieces)
    elif isinstance(node, ast.ImportFrom) and (own := OWN.fullmatch(node.module or "")):
        for alias in node.names:
            _collect(own[1], alias.name, pieces)
    elif isinstance(node, ast.Import | ast.ImportFrom):
        pieces.imports.append(ast.unparse(node))
    else:
        text = ast.get_source_segment(path.read_text(encoding="utf-8"), node) or ""
        pieces.texts.setdefault(text, (stem, text))


def _used(path: Path, text: str, name: str) -> list[ast.stmt]:
    """Top-level statements of a module that define what a function reads."""
    names = {n.id for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Name)}
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return [node for node in body if (_defined(node) & names) - {name}]


def _defined(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name for alias in node.names}
    return {
        n.id
        for n in ast.walk(node)
        if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }


def _refuse_leaks(stem: str, pieces: Pieces) -> None:
    graded = {
        cell.function: other
        for other in stems()
        if week(other) == week(stem)
        for cell in read_cells(text_file(other))
        if cell.kind == "checks"
    }
    for name in pieces.texts:
        if name in graded:
            raise Refused(
                f"source/{stem}/notebook.py: got {name} as given, expected no function "
                f"that is graded in the same week ({graded[name]}). Drop it, or its "
                "exercise."
            )
    late = [(n, o) for n, (o, _) in pieces.texts.items() if week(o) >= week(stem)]
    if late:
        name, origin = late[0]
        raise Refused(
            f"source/{stem}/notebook.py: got {name} of {origin} as given, expected one "
            "of an earlier week. Import from an earlier stem."
        )
