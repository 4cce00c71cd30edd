"""Many submissions at once: code against an Executor, threads by default."""

import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from autograder.gradebook.folders import Misuse

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
        raise Misuse(
            f"fleet: got the scheduler {scheduler!r}, expected dask.distributed. "
            "Install it with `pip install -e .[cluster]`."
        ) from error
    return Client(scheduler).get_executor(retries=2, pure=False)


def examine_one(
    source: Path | bytes, stem: str, student: str, mode: str, call: float = 0.0
) -> tuple[Record, bytes]:
    """The verdict on one submission, and the executed notebook of a full run.

    Plain data in and out, so that a thread and another machine do the same; a
    path where both see one disk, else the bytes. The examiner's own failures are
    tried again, the learner's never.
    """
    from autograder.assignment import load_assignment
    from autograder.examine import Limits, examine

    assignment = load_assignment(stem)
    limits = Limits(call=call) if call else Limits()
    with tempfile.TemporaryDirectory(prefix="examined-") as folder:
        out = Path(folder) / f"{stem}.ipynb" if mode == "full" else None
        verdict = _tried(
            lambda: examine(
                source,
                assignment,
                student=student,
                mode=mode,
                notebook_out=out,
                limits=limits,
            )
        )
        executed = out.read_bytes() if out and out.exists() else b""
    return verdict, executed


def _tried(work: Callable[[], Record]) -> Record:
    for _ in range(TRIES - 1):
        with suppress(Exception):
            return work()
    return work()
