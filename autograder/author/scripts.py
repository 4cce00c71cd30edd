"""Does the notebook run from top to bottom? In a process of its own."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from autograder import paths
from autograder.author.assemble import write_folder
from autograder.examine.process import ONE_THREAD

with contextlib.suppress(ImportError):  # Windows has none
    import resource

SECONDS = 120  # of processor time
PATIENCE = 10  # times as long on the clock: a machine may be busy
TIMED = "got no end after"


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
        **ONE_THREAD,
    }
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE * SECONDS,
            preexec_fn=_limited if os.name == "posix" else None,
        )
    except subprocess.TimeoutExpired:
        return _endless(stem)
    if done.returncode == 0:
        return ""
    if os.name == "posix" and -done.returncode == signal.SIGXCPU:
        return _endless(stem)
    return _complaint(stem, done.stderr)


def _limited() -> None:
    """In the new process: its processor time is limited."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))


def _endless(stem: str) -> str:
    return (
        f"{stem}: {TIMED} {SECONDS} s of running the notebook, expected one. Make its "
        "cells lighter."
    )


def _complaint(stem: str, stderr: str) -> str:
    lines = [line.strip() for line in stderr.strip().splitlines()] or ["no message"]
    own = [i for i, line in enumerate(lines) if f"{stem}.py" in line]
    at = lines[own[-1] + 1] if own and own[-1] + 1 < len(lines) else ""
    return (
        f"{stem}: got {lines[-1]!r} at {at!r} when the notebook runs as a script, "
        "expected no error. Mend that cell."
    )
