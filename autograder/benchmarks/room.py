"""A room's start, and what one call in it costs."""

import subprocess
import sys
import time
from statistics import median

import numpy as np

from autograder.benchmarks.measure import STEM, Measured, seconds
from autograder.examine.limits import Limits
from autograder.examine.room import Room
from autograder.examine.rooms import public_files
from autograder.examine.tiers import best_tier
from helpers.checks.values import Outcome

NUMBERS = 10_000
SOURCE = "import numpy as np\ndef double(a):\n    return 2 * a"


def start_room() -> float:
    """Seconds from `Room` to the outputs of its first cell, shut as `grade` does."""
    start = time.perf_counter()
    with Room(Limits(), public_files(STEM), best_tier()) as room:
        room.ask({"do": "cell", "source": "import numpy as np", "names": []}, 20.0)
        return time.perf_counter() - start


def start_numpy() -> float:
    """Seconds for the least that a process needs: Python with NumPy."""
    argv = [sys.executable, "-P", "-c", "import numpy"]
    return seconds(lambda: subprocess.run(argv, check=True))


def room_start(quick: bool) -> Measured:
    """Median time until a room has run a cell, beside Python with NumPy alone."""
    start_room()  # the warm process starts once per run
    rounds = [(start_room(), start_numpy()) for _ in range(3 if quick else 25)]
    ours, least = (median(column) for column in zip(*rounds, strict=True))
    return Measured(
        "room_start_ms",
        1e3 * ours,
        "ms",
        f"room {1e3 * ours:.0f} ms",
        f"python -c 'import numpy' {1e3 * least:.0f} ms",
        ours / least,
    )


def call_overhead(quick: bool) -> Measured:
    """Median time of a call over the line, less the function's own time."""
    array = np.random.default_rng(0).normal(size=NUMBERS)
    message = {"do": "call", "name": "double", "args": {"a": array}, "replace": []}
    extra, own = [], []
    with Room(Limits(), [], best_tier()) as room:
        room.ask({"do": "lean", "cells": [SOURCE], "names": ["double"]}, 20.0)
        for _ in range(20 if quick else 300):
            start = time.perf_counter()
            outcome = Outcome.unpack(room.ask(message, 10.0))
            taken = time.perf_counter() - start
            assert np.array_equal(outcome.value, 2 * array)
            own.append(outcome.seconds)
            extra.append(taken - outcome.seconds)
    ours, least = median(extra), median(own)
    return Measured(
        "call_overhead_ms",
        1e3 * ours,
        "ms",
        f"line, codec and watching {1e3 * ours:.2f} ms",
        f"the function itself {1e3 * least:.3f} ms",
    )
