"""How long an answer may take: processor time first, time on the wall second."""

import contextlib
import os
import time
from collections.abc import Iterator

from autograder.examine.process import Forked, Spawned

LENIENCE = (3, 10)  # a busy machine may take this many times as long, least and most
FIRST_LOOK = 1.0  # seconds after which a slow call's processor time is looked at


def lenience() -> float:
    """How many times as long an answer may take: twice what each core has to do."""
    least, most = LENIENCE
    if not hasattr(os, "getloadavg"):
        return least
    return min(most, max(least, 2 * os.getloadavg()[0] / (os.cpu_count() or 1)))


class Clock:
    """Time left for an answer: what a busy machine takes for others is not counted.

    The seconds are of processor time. A room that neither runs nor wants to gets no
    more time on the wall than that, any other `lenience()` times as much.
    """

    def __init__(self, process: Forked | Spawned, seconds: float) -> None:
        self.process = process
        self.seconds = seconds
        self.lenience = lenience()
        self.start = time.monotonic()
        self.look = min(FIRST_LOOK, seconds / 4)
        self.before: float | None = None

    def left(self) -> float:
        """Seconds until the next look.

        Raises
        ------
        TimeoutError
            When the time is up.
        """
        wall = time.monotonic() - self.start
        if wall < self.look:
            return self.look - wall
        usage = self.process.usage()
        if usage is None:
            return self._within(self.seconds - wall)
        if self.before is None:
            self.before = usage.seconds
        used = self.look + usage.seconds - self.before
        if wall >= self.seconds and not usage.runs:
            raise TimeoutError
        return self._within(
            min(self.seconds - used, self.lenience * self.seconds - wall)
        )

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Time that the room spends waiting for us."""
        start = time.monotonic()
        yield
        self.start += time.monotonic() - start

    def _within(self, left: float) -> float:
        if left <= 0:
            raise TimeoutError
        return max(left, 0.05)
