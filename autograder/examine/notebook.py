"""Reading a submitted file: arbitrary bytes in, code cells or one clear line out."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

CHECK = re.compile(r"\bcheck\(\s*(\w{1,60})\s*\)")
GRADE_ID = re.compile(r"(\w{1,60})-\w+")
CONFLICT = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
BINDS_NP = re.compile(r"\bas\s+np\b|\bnp\s*=")
MOST_CELLS = 50_000
LONGEST = 2**20  # of a code cell, as JSON
LONGEST_ALL = 6 * 2**20  # of all code cells
AGAIN = "Open it in JupyterLab, save it again and hand that in."
NO_CELLS = (
    "The file is JSON, but not a notebook: it has no cells. Hand in the .ipynb file "
    "that JupyterLab saves."
)
ARCHIVES = {
    b"PK\x03\x04": "zip",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
}


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
        raise Unreadable(
            "The file is empty. Save the notebook in JupyterLab and hand it in again."
        )
    if len(content) > limit:
        size, most = len(content) >> 20, limit >> 20
        raise Unreadable(
            f"The file has {size} MiB; at most {most} MiB can be read. Clear the "
            "outputs in JupyterLab, save it and hand that in."
        )
    raw, notes = _parse(content)
    raw = _upgrade(raw, notes)
    found = [cell for cell in raw["cells"] if isinstance(cell, dict)]
    cells = [_clean(cell) for cell in found[:MOST_CELLS]]
    if len(found) > MOST_CELLS:
        notes.append(f"Of {len(found)} cells the first {MOST_CELLS} were read.")
    _leave_out_long(cells, notes)
    _repair_ids(cells, notes)
    content_ = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    notebook: Any = nbformat.from_dict(content_)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    if not any(map(BINDS_NP.search, code)) and any("np." in cell for cell in code):
        notes.append("The notebook never imports numpy as np; it was lent to it.")
    return Submission(code, notes, notebook)


def check_names(notebook: Any) -> set[str]:
    """Names of the functions that a notebook checks or marks as exercises."""
    found = set()
    for cell in notebook.cells:
        found.update(CHECK.findall(cell.source))
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if isinstance(grade_id, str) and (match := GRADE_ID.fullmatch(grade_id)):
            found.add(match[1])
    return found


def _parse(content: bytes) -> tuple[dict[str, Any], list[str]]:
    for start, kind in ARCHIVES.items():
        if content.startswith(start):
            raise Unreadable(
                f"The file is a {kind} archive, not a notebook. Unpack it and hand in "
                "the .ipynb file that is in it."
            )
    notes: list[str] = []
    text = _decode(content, notes)
    try:
        raw, end = json.JSONDecoder(parse_int=_integer).raw_decode(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_why_not(text, error)) from None
    if text[end:].strip():
        notes.append("Something stood after the notebook's end; it was left out.")
    if not isinstance(raw, dict) or not ({"cells", "worksheets"} & set(raw)):
        raise Unreadable(NO_CELLS)
    return raw, notes


def _decode(content: bytes, notes: list[str]) -> str:
    """The file's text: UTF-8, UTF-16 or UTF-32, else Latin-1."""
    encoding = json.detect_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        notes.append("The file is not UTF-8; some letters in it may be wrong.")
        text = content.decode("latin-1")
    if encoding.startswith(("utf-16", "utf-32")):
        notes.append(f"The file was in {encoding.upper()} and was converted.")
    if "\0" in text:
        notes.append("The file had nul bytes in it; they were taken out.")
        text = text.replace("\0", "")
    return text.lstrip("\ufeff \t\r\n")


def _integer(digits: str) -> int | float:
    """A whole number of the file, however long."""
    return int(digits) if len(digits) < 20 else float(digits)


def _why_not(text: str, error: Exception) -> str:
    """What a file that is no JSON is, and what to do."""
    if CONFLICT.search(text):
        return (
            "The file has conflict marks of git (<<<<<<<) in it. Settle the merge, "
            "open the notebook in JupyterLab, save it and hand that in."
        )
    if text.startswith("<"):
        return (
            "The file is a web page, not a notebook. Download the notebook itself "
            "and hand that in."
        )
    words = str(error) if isinstance(error, ValueError) else "nested too deeply"
    cut = isinstance(error, json.JSONDecodeError) and (
        error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
    )
    if text.startswith("{") and cut:
        return (
            f"The file is not a notebook: it ends too early ({words}). Hand in the "
            "whole file again, from where it still opens."
        )
    return f"The file is not a notebook: {words}. {AGAIN}"


def _upgrade(raw: dict[str, Any], notes: list[str]) -> dict[str, Any]:
    """Any older notebook format as format 4."""
    if not isinstance(raw.get("cells"), list) and "worksheets" in raw:
        notes.append("The notebook was in an old format (before 4) and was converted.")
        sheets = raw["worksheets"] if isinstance(raw["worksheets"], list) else []
        parts = [s.get("cells") for s in sheets if isinstance(s, dict)]
        lists = [part for part in parts if isinstance(part, list)]
        raw = {"cells": [cell for part in lists for cell in part]}
    if not isinstance(raw["cells"], list):
        raise Unreadable(NO_CELLS)
    return raw


def _clean(cell: dict[str, Any]) -> dict[str, Any]:
    """A cell with what is needed of it, and nothing that could be invalid."""
    text = _source(cell.get("source", cell.get("input", "")))
    kind = cell.get("cell_type")
    if kind is None and {"outputs", "execution_count", "input"} & set(cell):
        kind = "code"
    kind = kind if kind in ("code", "markdown", "raw") else "markdown"
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    nbgrader = metadata.get("nbgrader")
    kept = {"nbgrader": nbgrader} if isinstance(nbgrader, dict) else {}
    clean = {"cell_type": kind, "source": text, "metadata": kept, "id": cell.get("id")}
    if kind == "code":
        clean |= {"outputs": [], "execution_count": None}
    return clean


def _leave_out_long(cells: list[dict[str, Any]], notes: list[str]) -> None:
    """Empty the code cells that are too long to be a program, pasted data say."""
    left = LONGEST_ALL
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    for number, cell in enumerate(code, 1):
        size = len(json.dumps(cell["source"]))
        if size > min(LONGEST, left):
            cell["source"] = ""
            notes.append(f"Code cell {number} is too long ({size} bytes); left out.")
        else:
            left -= size


def _source(source: Any) -> str:
    """The text of a cell: its lines joined, half characters replaced."""
    if isinstance(source, list):
        lines = [part for part in source if isinstance(part, str)]
        bare = len(lines) > 1 and not any(line.endswith("\n") for line in lines)
        source = ("\n" if bare else "").join(lines)
    text = source if isinstance(source, str) else ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode()


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
