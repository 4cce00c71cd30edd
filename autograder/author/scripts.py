"""Does the notebook run from top to bottom? In a process of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from autograder import paths
from autograder.author.assemble import write_folder

SECONDS = 120


def run_notebook(files: dict[str, bytes], stem: str) -> str:
    """Run the built notebook as a script; the last line of its error, or nothing."""
    node = nbformat.reads(files[f"{stem}.ipynb"].decode(), as_version=4)
    code = [cell.source for cell in node.cells if cell.cell_type == "code"]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / stem
        script = "\n\n\n".join(code) + "\n"
        write_folder(folder, {**files, f"{stem}.py": script.encode()})
        return _run([sys.executable, f"{stem}.py"], folder, stem)


def _run(command: list[str], folder: Path, stem: str) -> str:
    environment = {
        **os.environ,
        "MPLBACKEND": "Agg",
        "PYTHONPATH": str(paths.HELPERS.parent),
        "PYTHONWARNINGS": "ignore:FigureCanvasAgg is non-interactive",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return (
            f"{stem}: got no end after {SECONDS} s of running the notebook, expected "
            "one. Make its cells lighter."
        )
    if done.returncode == 0:
        return ""
    return _complaint(stem, done.stderr)


def _complaint(stem: str, stderr: str) -> str:
    lines = [line.strip() for line in stderr.strip().splitlines()] or ["no message"]
    own = [i for i, line in enumerate(lines) if f"{stem}.py" in line]
    at = lines[own[-1] + 1] if own and own[-1] + 1 < len(lines) else ""
    return (
        f"{stem}: got {lines[-1]!r} at {at!r} when the notebook runs as a script, "
        "expected no error. Mend that cell."
    )
