"""Many submissions at once: code against an Executor, threads by default."""

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Record = dict[str, Any]

TRIES = 3


@contextmanager
def open_executor(jobs: int = 0, scheduler: str = "") -> Iterator[Executor]:
    """An executor that is closed, and its queue dropped, when the block ends.

    Parameters
    ----------
    jobs : int
        Threads, each driving one examination room; 0 for one per core.
    scheduler : str
        Address of a dask scheduler (``"tcp://..."``), else empty. Learners' code
        runs in the rooms that the workers start, never in a worker itself.
    """
    executor = _cluster(scheduler) if scheduler else _threads(jobs)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _threads(jobs: int) -> Executor:
    return ThreadPoolExecutor(jobs or os.cpu_count() or 1, "examine")


def _cluster(scheduler: str) -> Executor:
    try:
        from distributed import Client
    except ImportError as error:
        raise RuntimeError(
            f"fleet: got the scheduler {scheduler!r}, expected dask.distributed. "
            "Install it with `pip install -e .[cluster]`."
        ) from error
    return Client(scheduler).get_executor(retries=2, pure=False)


def examine_one(
    source: Path | bytes, stem: str, student: str, mode: str
) -> tuple[Record, bytes]:
    """The verdict on one submission, and the executed notebook of a full run.

    Plain data in and out, so that a thread and another machine do the same; a
    path where both see one disk, else the bytes. The examiner's own failures are tried again, the learner's never.
    """
    from autograder.assignment import load_assignment
    from autograder.examine import examine

    assignment = load_assignment(stem)
    with tempfile.TemporaryDirectory(prefix="examined-") as folder:
        out = Path(folder) / f"{stem}.ipynb" if mode == "full" else None
        for attempt in range(TRIES):
            try:
                verdict = examine(
                    source, assignment, student=student, mode=mode, notebook_out=out
                )
                break
            except Exception:
                if attempt == TRIES - 1:
                    raise
        executed = out.read_bytes() if out and out.exists() else b""
    return verdict, executed
