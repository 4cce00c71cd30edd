"""How much the examiner itself grows while a cell prints without end.

``python -m autograder.benchmarks.flood SECONDS`` prints MiB: a fresh process, so
that its peak is its own.
"""

import subprocess
import sys
import time
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook

from autograder.benchmarks.measure import Measured
from autograder.benchmarks.submissions import opened
from autograder.demo.answers import solution
from autograder.demo.people import dump
from autograder.examine import Limits, examine
from autograder.paths import ROOT

FLOOD = "while True:\n    print('x' * 1000)"
DROP = "print('x' * 1000)"


def flood(quick: bool) -> Measured:
    """Growth of the examiner's peak memory (Linux: read from /proc)."""
    limit = 1.0 if quick else 5.0
    growth, quiet = in_a_process(FLOOD, limit), in_a_process(DROP, limit)
    printed = unbounded(limit)
    return Measured(
        "examiner_flood_mib",
        growth,
        "MiB",
        f"examiner grows {growth:.1f} MiB, cell limit {limit:g} s",
        f"one line printed {quiet:.1f} MiB; into a pipe go {printed:.0f} MiB",
    )


def in_a_process(cell: str, limit: float) -> float:
    """MiB by which a fresh examiner grows over a notebook with this cell."""
    argv = [sys.executable, "-m", "autograder.benchmarks.flood", cell, str(limit)]
    done = subprocess.run(argv, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return float(done.stdout)


def grow(cell: str, limit: float) -> float:
    """MiB between the memory before the full examination and its peak."""
    assignment, limits = opened()[0], Limits(cell=limit)
    answers = [solution(assignment, e.name) for e in assignment.exercises]
    examine(small(answers), assignment, student="warm", secret=b"bench")
    content = small([cell, *answers])
    Path("/proc/self/clear_refs").write_text("5")  # the peak starts anew
    before = _memory("VmRSS")
    examine(
        content,
        assignment,
        student="flood",
        mode="full",
        secret=b"bench",
        limits=limits,
    )
    return _memory("VmHWM") - before


def small(sources: list[str]) -> bytes:
    """A notebook of these code cells after NumPy's import."""
    sources = ["import numpy as np", *sources]
    cells = [new_code_cell(s, id=f"cell-{i}") for i, s in enumerate(sources)]
    return dump(new_notebook(cells=cells))


def _memory(name: str) -> float:
    """One line of this process's status, in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"benchmark: got no {name}, expected one. Run it on Linux.")


def unbounded(limit: float) -> float:
    """MiB that such a cell prints into a pipe whose reader only counts."""
    total, end = 0, time.monotonic() + limit
    argv = [sys.executable, "-c", FLOOD]
    with subprocess.Popen(argv, stdout=subprocess.PIPE) as process:
        assert process.stdout
        while time.monotonic() < end:
            total += len(process.stdout.read(2**16))
        process.kill()
    return total / 2**20


if __name__ == "__main__":
    print(grow(sys.argv[1], float(sys.argv[2])))
