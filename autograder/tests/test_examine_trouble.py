"""Code that never ends, crashes, floods or hides costs its own exercise alone."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import psutil
import pytest

from autograder.examine import Limits
from autograder.examine.tiers import best_tier
from autograder.paths import ROOT
from autograder.tests.notebooks import HEAD, as_bytes, solutions, solved
from autograder.tests.one_week import grade, lost, row, week

__all__ = ["week"]


ODD = {
    "endless loop": ("while True: pass", "time"),
    "ends the program": ("import os; os._exit(1)", "crashed"),
    "kills itself": ("import os; os.kill(os.getpid(), 9)", "crashed"),
    "memory": ("return np.ones(10**12)", "memory"),
    "exit": ("raise SystemExit", ""),
    "an object": ("return object()", ""),
    "a huge list": ("return [0] * 10**6", ""),
    "a huge array": ("return np.ones(10**7)", ""),
    "deep recursion": ("return accuracy(Yhat, Y)", ""),
    "a generator": ("return (i for i in [])", ""),
    "itself": ("a = []; a.append(a); return a", ""),
    "always equal": ("return type('E', (), {'__eq__': lambda s, o: True})()", ""),
    "reads the examiner": ("import autograder; return 1.0", ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ODD)
def test_an_odd_function_costs_only_its_own_exercise(kind, week):
    body, reason = ODD[kind]
    verdict = grade(solved(week, accuracy=f"def accuracy(Yhat, Y):\n    {body}"), week)
    assert lost(verdict) == ["accuracy"]
    if kind == "kills itself" and best_tier() == "namespaces":
        reason = ""  # the first process there cannot be killed from inside: None comes
    assert row(verdict, "accuracy").reason == reason
    assert row(verdict, "accuracy").failure.message


FLOOD = "print('x' * 50_000_000)\nimport sys\nsys.stderr.write('y' * 10**7)"


def test_fifty_megabytes_of_output_are_cut_and_cost_nothing(week, tmp_path):
    content = as_bytes([HEAD, FLOOD, *solutions(week).values()])
    out = tmp_path / "out.ipynb"
    limits = Limits(call=5)
    verdict = grade(content, week, mode="full", notebook_out=out, limits=limits)
    assert verdict.score == 100
    assert out.stat().st_size < 3 * 2**20
    assert "output cut" in out.read_text()


def test_fifty_megabytes_of_stored_output_are_left_behind(week):
    raw = json.loads(solved(week))
    text = "z" * 50 * 2**20
    raw["cells"][0]["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": text}
    ]
    assert grade(json.dumps(raw).encode(), week).score == 100


@pytest.mark.slow
@pytest.mark.parametrize(
    "ending",
    [
        "while True: pass",
        "import os; os._exit(2)",
        "import time\nwhile True:\n    try: time.sleep(9)\n    except BaseException: 0",
    ],
    ids=["interrupted", "crashed", "killed"],
)
def test_a_cell_without_end_stops_the_run_and_no_mark(ending, week, tmp_path):
    content = as_bytes([HEAD, *solutions(week).values(), ending, "print('after')"])
    out = tmp_path / "out.ipynb"
    limits = Limits(cell=1.0, grace=0.5, call=5)
    verdict = grade(content, week, mode="full", notebook_out=out, limits=limits)
    assert verdict.score == 100
    assert len(nbformat.read(out, 4).cells) == len(week.exercises) + 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("trap", "gone"),
    [("while True: pass", []), ("import os; os._exit(1)", ["accuracy"])],
)
def test_a_needed_cell_without_end_is_left_out(trap, gone, week):
    trapped = f"{solutions(week)['accuracy']}\n{trap}\nfor Yhat in []: pass"
    helper = "for share in [1.0]:\n    " + trap
    uses = "def accuracy(Yhat, Y):\n    return share * float(np.mean(Yhat == Y))"
    limits = Limits(start=7, cell=1, call=6)
    cells = [HEAD, *(solutions(week) | {"accuracy": trapped}).values()]
    assert grade(as_bytes(cells), week, limits=limits).score == 100
    cells = [HEAD, helper, *(solutions(week) | {"accuracy": uses}).values()]
    verdict = grade(as_bytes(cells), week, limits=limits)
    assert lost(verdict) == gone
    assert "left out" in verdict.notes[0]


KILLED = """
from autograder.examine.limits import Limits
from autograder.examine.room import Room
room = Room(Limits(), [])
room.ask({"do": "lean", "cells": [], "names": []}, 60)
print("open", flush=True)
room.ask({"do": "lean", "cells": ["while True: pass\\nf = 1"], "names": ["f"]}, 60)
"""


@pytest.mark.slow
def test_a_room_dies_with_its_examiner():
    examiner = subprocess.Popen(
        [sys.executable, "-c", KILLED], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert examiner.stdout.readline() == "open\n"
    inside = [psutil.Process(pid) for pid in below(examiner.pid)]
    examiner.kill()
    examiner.communicate()
    assert len(inside) == 3  # the warm process, the keeper and the room
    assert psutil.wait_procs(inside, timeout=200)[1] == []


def below(pid):
    """Every process below one, as the kernel knows them."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found[1:]
