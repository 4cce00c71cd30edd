"""Runs and rooms that are killed: what is done stays, the rest is done again."""

import contextlib
import os
import random
import subprocess
import sys
import time

import psutil
import pytest

from autograder.errors import Misuse
from autograder.examine.terms import Options
from autograder.gradebook import store
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import grade_class
from autograder.tests import classroom
from autograder.tests.classroom import examiner, folders, quick_gradebook
from autograder.tests.runs import (
    SLOWLY,
    assert_whole,
    complete,
    make_class,
    processes,
    start,
    undisturbed,
    verdicts,
    wait_for,
)
from autograder.toy import STEM

__all__ = ["examiner", "folders", "quick_gradebook", "undisturbed"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 2])
def test_a_killed_run_goes_on_where_it_was(tmp_path, undisturbed, seed):
    dice, folders = random.Random(seed), make_class(tmp_path)
    run = start(folders)
    wait_for(lambda: len(verdicts(folders)) >= seed or run.poll() == 0, SLOWLY)
    time.sleep(dice.uniform(0, 0.4 if seed else 3.0))
    run.kill()
    run.communicate()
    assert wait_for(lambda: not processes(folders), SLOWLY), processes(folders)
    after = verdicts(folders)
    said = complete(folders)
    final = verdicts(folders)
    assert {student: final[student] for student in after} == after
    assert f"{len(after)} unchanged" in said or not after
    assert_whole(folders, undisturbed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7, 8])
def test_a_killed_process_costs_nobody_a_mark(tmp_path, undisturbed, seed):
    """Whichever it is: the warm one, a keeper, a room, the references'."""
    dice, folders = random.Random(seed), make_class(tmp_path)
    run, killed = start(folders), 0
    while run.poll() is None and killed < 3:
        time.sleep(dice.uniform(0.02, 0.2))
        found = processes(folders)
        if len(found) > 1:
            with contextlib.suppress(psutil.NoSuchProcess):
                dice.choice(found).kill()
                killed += 1
    said, _ = run.communicate(timeout=SLOWLY)
    assert run.returncode == 0 and killed == 3, said[-3000:]
    assert_whole(folders, undisturbed)
    stored = verdicts(folders)
    assert "4 unchanged" in complete(folders)
    assert verdicts(folders) == stored


@pytest.mark.usefixtures("examiner")
def test_a_run_killed_between_gradebook_and_verdict(folders, monkeypatch):
    """The gradebook is written first: what has a verdict is done."""
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(store, "save_verdict", _stop)
        grade_class(folders, classroom.assignment(), Options(jobs=1))
    (first,) = classroom.marks(folders)
    graded = grade_class(folders, classroom.assignment())
    assert classroom.hows(graded)[first] == "graded"
    graded = grade_class(folders, classroom.assignment())
    assert classroom.hows(graded)[first] == "unchanged"


def _stop(*_):
    raise KeyboardInterrupt


def test_drafts_of_the_dead_are_swept_up(tmp_path):
    folders = Folders(tmp_path)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    ours, theirs = (f".{STEM}.json.{pid}.ab_1.part" for pid in (os.getpid(), gone.pid))
    for name in (ours, theirs, "notes.part"):
        store.write_whole(folders.verdicts / "ada" / name, b"{")
    with store.only_run(folders):
        left = {path.name for path in folders.verdicts.rglob("*.part")}
        assert left == {ours, "notes.part"}
        with pytest.raises(Misuse, match="one at a time"), store.only_run(folders):
            pass
