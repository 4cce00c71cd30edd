"""Many submissions at once: code against an Executor, threads by default."""

import contextlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ThreadPoolExecutor,
    wait,
)
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.errors import Misuse
from autograder.examine import examine
from autograder.examine.terms import choose_tier, options_of
from autograder.examine.verdict import Verdict
from autograder.examine.worker.disk import remove
from autograder.truth.assignment import load_assignment

TRIES = 3
AHEAD = 2  # jobs handed out per thread: one at work, one ready to begin
SCRATCH = "grading-"


class Fleet:
    """An executor that never holds more than it can soon begin.

    So a class of any size takes the memory of a few submissions.

    Parameters
    ----------
    executor : Executor
    threads : callable
        How many jobs run at once; a cluster may grow.
    """

    def __init__(self, executor: Executor, threads: Callable[[], int]) -> None:
        self.executor = executor
        self.threads = threads
        self.waiting: dict[Future[Any], Any] = {}

    @property
    def full(self) -> bool:
        """Whether to collect something before the next job."""
        return len(self.waiting) >= AHEAD * max(self.threads(), 1)

    def submit(self, tag: Any, function: Callable[..., Any], *args: Any) -> None:
        """Hand out one job, to be met again by its tag."""
        self.waiting[self.executor.submit(function, *args)] = tag

    def collect(self) -> Iterator[tuple[Any, Future[Any]]]:
        """Wait until something is done; give tags and futures, and forget them."""
        done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        for future in done:
            yield self.waiting.pop(future), future


@contextmanager
def open_fleet(jobs: int = 0, scheduler: str = "") -> Iterator[Fleet]:
    """A fleet that is closed, and its queue dropped, when the block ends.

    Parameters
    ----------
    jobs : int
        Threads, each driving one examination room; 0 for one per core.
    scheduler : str
        Address of a dask scheduler (``"tcp://..."``), else empty. Learners' code
        runs in the rooms that the workers start, never in a worker itself.
    """
    with _cluster(scheduler) if scheduler else _threads(jobs) as fleet:
        yield fleet


@contextmanager
def _threads(jobs: int) -> Iterator[Fleet]:
    count = jobs or os.cpu_count() or 1
    with _scratch():
        executor = ThreadPoolExecutor(count, "examine")
        try:
            yield Fleet(executor, lambda: count)
        finally:
            executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _scratch() -> Iterator[None]:
    """One folder for all temporary ones; those of killed runs are removed."""
    for old in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*"):
        match = re.fullmatch(rf"{SCRATCH}(\d+)-\w+", old.name)
        if match and not is_alive(int(match[1])):
            remove(str(old))
    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory(
        prefix=f"{SCRATCH}{os.getpid()}-", ignore_cleanup_errors=True
    ) as folder:
        os.chmod(folder, 0o711)  # a nameless user passes through, and sees nothing
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = usual


def is_alive(pid: int) -> bool:
    """Whether there is a process of this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


@contextmanager
def _cluster(scheduler: str) -> Iterator[Fleet]:
    try:
        from distributed import Client
    except ImportError as error:
        raise Misuse(
            f"fleet: got the scheduler {scheduler!r}, expected dask.distributed. "
            "Install it with `pip install -c constraints.txt -e .[cluster]`."
        ) from error
    try:
        client = Client(scheduler, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Misuse(
            f"fleet: got no answer from {scheduler!r} ({error}), expected a dask "
            "scheduler. Start one with `dask scheduler`."
        ) from error
    with contextlib.closing(client):
        executor = client.get_executor(retries=2, pure=False)
        try:
            yield Fleet(executor, lambda: sum(client.nthreads().values()))
        finally:
            executor.shutdown(wait=False)  # which cancels; dask knows no more words


def examine_one(
    source: Path | bytes,
    stem: str,
    student: str,
    mode: str,
    terms: dict[str, Any] | None = None,
    secret: bytes | None = None,
) -> tuple[Verdict, bytes]:
    """The verdict on one submission, and the executed notebook of a full run.

    What can be pickled in and out, so that a thread and another machine do the same; a
    path where both see one disk, else the bytes, and the coordinator's secret,
    since another machine has none or its own. The examiner's own failures are
    tried again, the learner's never. The terms are those of `Options`.
    """
    assignment, options = load_assignment(stem), options_of(terms or {})
    tier, changed = choose_tier(options), options.changed_limits
    with tempfile.TemporaryDirectory(prefix="examined-") as folder:
        out = Path(folder) / f"{stem}.ipynb" if mode == "full" else None

        def work() -> Verdict:
            return examine(
                source,
                assignment,
                student=student,
                mode=mode,
                notebook_out=out,
                limits=options.limits,
                secret=secret,
                isolation=tier,
            )

        verdict = _tried(work)
        executed = out.read_bytes() if out and out.exists() else b""
    return replace(verdict, limits=changed), executed


def _tried(work: Callable[[], Verdict]) -> Verdict:
    for _ in range(TRIES - 1):
        with suppress(Exception):
            return work()
    return work()
