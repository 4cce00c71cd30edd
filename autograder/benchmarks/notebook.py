"""One solved notebook: our full examination, the floor, and nbclient."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from statistics import median

import nbformat
from nbclient import NotebookClient

from autograder.benchmarks.measure import STEM, Measured, seconds
from autograder.benchmarks.submissions import solved
from autograder.examine import examine
from autograder.paths import RELEASE, ROOT
from autograder.truth.assignment import load_assignment


def notebook(quick: bool) -> Measured:
    """Full examination by the floor, medians of runs taken in turns."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        path = Path(name) / f"{STEM}.ipynb"
        path.write_bytes(solved())
        shutil.copy(RELEASE / STEM / "checks.h5", name)
        for _ in range(1 if quick else 3):
            rows.append([full(path), floor(path), client(path)])
    ours, least, other = (median(column) for column in zip(*rows, strict=True))
    return Measured(
        "notebook_vs_floor",
        ours / least,
        "x",
        f"full examination {ours:.2f} s",
        f"floor {least:.2f} s; nbclient {other:.2f} s, which judges nothing",
        ours / other,
    )


def full(path: Path) -> float:
    """Seconds for a full examination; raises unless it gives full marks."""
    content, assignment = path.read_bytes(), load_assignment(STEM)
    out, secret = path.with_name("executed.ipynb"), b"bench"
    start = time.perf_counter()
    verdict = examine(
        content,
        assignment,
        student="bench",
        mode="full",
        notebook_out=out,
        secret=secret,
    )
    taken = time.perf_counter() - start
    if verdict.score != verdict.max_score:
        raise RuntimeError(
            f"benchmark: got {verdict.score:g} points for the solved notebook, "
            f"expected {verdict.max_score:g}. Run `python -m autograder check`."
        )
    return taken


def floor(path: Path) -> float:
    """Seconds for the cells alone in a warm process of its own."""
    argv = [sys.executable, "-m", "autograder.benchmarks.floor", str(path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        argv, cwd=path.parent, env=env, check=True, stdout=subprocess.PIPE
    )
    return float(done.stdout)


def client(path: Path) -> float:
    """Seconds for nbclient with a kernel, as stock graders run a notebook."""
    node = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    runner = NotebookClient(node, kernel_name="python3", resources=resources)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return seconds(runner.execute)
