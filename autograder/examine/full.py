"""A whole notebook run cell by cell, with fresh outputs."""

import time
from pathlib import Path
from typing import Any

import nbformat

from autograder.examine.limits import Limits
from autograder.examine.notebook import Submission
from autograder.examine.outputs import as_bytes, read_outputs
from autograder.examine.room import Room, RoomLost


def run_cells(
    submission: Submission, names: list[str], room: Room, limits: Limits
) -> tuple[Room | None, str]:
    """Run every code cell; their outputs are put into the notebook.

    Returns
    -------
    room : Room or None
        With everything defined that was come to; None when it was lost on the way.
    note : str
        What ended it, else empty.
    """
    shown: dict[str, list[Any]] = {}
    size, number = 0, 0
    end = time.monotonic() + limits.notebook
    for cell in submission.notebook.cells:
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        number += 1
        left = end - time.monotonic()
        if left <= 0:
            return room, f"The notebook's time was used up before code cell {number}."
        message = {"do": "cell", "source": cell.source, "names": names}
        try:
            reply = room.ask(message, min(limits.cell, left), interrupt=True)
        except RoomLost as lost:
            cell.outputs = [_dead(str(lost))]
            return None, f"The notebook stopped in code cell {number}: {lost}."
        size += _keep(cell, reply, shown, limits.outputs - size)
    return room, ""


def write_notebook(submission: Submission, path: Path) -> None:
    """Write the executed notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for cell in submission.notebook.cells:
        for output in cell.get("outputs", ()):
            output.pop("display_id", None)
    nbformat.write(submission.notebook, path)


def _keep(cell: Any, reply: Any, shown: dict[str, list[Any]], left: int) -> int:
    """Put a reply's outputs into the cell; their size in bytes."""
    content = as_bytes(reply.get("outputs"))
    if len(content) > left:
        cell.outputs = [_stream("[output left out: the notebook has too much of it]")]
        return 0
    outputs, updates = nbformat.from_dict(read_outputs(content))
    for update in updates:
        for older in shown.get(update.get("display_id", ""), ()):
            older["data"], older["metadata"] = update["data"], update["metadata"]
    count = reply.get("count")
    cell.outputs = outputs
    cell.execution_count = count if type(count) is int else None
    for output in cell.outputs:
        if "display_id" in output:
            shown.setdefault(output["display_id"], []).append(output)
    return len(content)


def _dead(words: str) -> Any:
    return nbformat.from_dict(
        {
            "output_type": "error",
            "ename": "DeadKernelError",
            "evalue": words,
            "traceback": [f"The notebook stopped here: {words}"],
        }
    )


def _stream(text: str) -> Any:
    output = {"output_type": "stream", "name": "stderr", "text": text}
    return nbformat.from_dict(output)
