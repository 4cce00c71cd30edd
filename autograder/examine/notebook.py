"""Reading a submitted file: arbitrary bytes in, code cells or one clear line out."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

CHECK = re.compile(r"\bcheck\(\s*(\w+)\s*\)")


class Unreadable(ValueError):
    """A submission without a notebook in it; the message says why."""


@dataclass
class Submission:
    """A notebook as the examiner needs it.

    Parameters
    ----------
    cells : list of str
        Sources of the code cells, in order.
    notes : list of str
        What was odd about the file, in words.
    notebook : NotebookNode
        The whole notebook in format 4, valid.
    """

    cells: list[str]
    notes: list[str] = field(default_factory=list)
    notebook: Any = None


def read_notebook(content: bytes, limit: int = 256 * 2**20) -> Submission:
    """Read a submitted file.

    Raises
    ------
    Unreadable
        When there is no notebook in it.
    """
    if not content.strip():
        raise Unreadable("The file is empty.")
    if len(content) > limit:
        size, most = len(content) >> 20, limit >> 20
        raise Unreadable(f"The file has {size} MiB; at most {most} MiB can be read.")
    raw, notes = _parse(content)
    raw = _upgrade(raw, notes)
    cells = [_clean(cell) for cell in raw["cells"] if isinstance(cell, dict)]
    _repair_ids(cells, notes)
    content_ = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    notebook: Any = nbformat.from_dict(content_)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return Submission(code, notes, notebook)


def check_names(notebook: Any) -> set[str]:
    """Names of the functions that a notebook checks or marks as exercises."""
    found = set()
    for cell in notebook.cells:
        found.update(CHECK.findall(cell.source))
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if isinstance(grade_id, str) and "-" in grade_id:
            found.add(grade_id.rsplit("-", 1)[0])
    return found


def _parse(content: bytes) -> tuple[dict[str, Any], list[str]]:
    notes = []
    text = content.decode("utf-8-sig", "replace")
    if "\0" in text:
        notes.append("The file had nul bytes in it; they were taken out.")
        text = text.replace("\0", "")
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        words = str(error) if isinstance(error, ValueError) else "nested too deeply"
        raise Unreadable(
            f"The file is not a notebook: {words}. Open it in JupyterLab, save it "
            "again and hand that in."
        ) from None
    if not isinstance(raw, dict) or not ({"cells", "worksheets"} & set(raw)):
        raise Unreadable("The file is JSON, but not a notebook: it has no cells.")
    return raw, notes


def _upgrade(raw: dict[str, Any], notes: list[str]) -> dict[str, Any]:
    """Any older notebook format as format 4."""
    if "worksheets" in raw:
        notes.append("The notebook was in an old format (before 4) and was converted.")
        sheets = raw["worksheets"] if isinstance(raw["worksheets"], list) else []
        parts = [s.get("cells", []) for s in sheets if isinstance(s, dict)]
        raw = {"cells": [cell for part in parts for cell in part]}
    if not isinstance(raw["cells"], list):
        raise Unreadable("The file is JSON, but not a notebook: it has no cells.")
    return raw


def _clean(cell: dict[str, Any]) -> dict[str, Any]:
    """A cell with what is needed of it, and nothing that could be invalid."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown", "raw") else "markdown"
    text = source.replace("\r\n", "\n") if isinstance(source, str) else ""
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    nbgrader = metadata.get("nbgrader")
    kept = {"nbgrader": nbgrader} if isinstance(nbgrader, dict) else {}
    clean = {"cell_type": kind, "source": text, "metadata": kept, "id": cell.get("id")}
    if kind == "code":
        clean |= {"outputs": [], "execution_count": None}
    return clean


def _repair_ids(cells: list[dict[str, Any]], notes: list[str]) -> None:
    seen: set[str] = set()
    for i, cell in enumerate(cells):
        name = cell["id"]
        valid = isinstance(name, str) and re.fullmatch(r"[\w-]{1,64}", name)
        if valid and name in seen:
            notes.append("Two cells had the same id; functions are found by name.")
        if not valid or name in seen:
            name = f"cell-{i}"
        seen.add(name)
        cell["id"] = name
    notes[:] = list(dict.fromkeys(notes))


def read_submission(source: Path | bytes, limit: int) -> bytes:
    """The bytes of a submission, at most one more than the limit."""
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise Unreadable(f"There is no notebook {source.name} in it.") from None
    except OSError as error:
        raise Unreadable(f"The file cannot be opened: {error.strerror}.") from None
