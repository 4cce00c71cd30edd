"""A small class of real submissions, graded by real runs in processes of their own."""

import json
import os
import subprocess
import sys
import time

import nbformat
import psutil
import pytest

from autograder.demo.people import CRASH, broken, make_right, make_unfinished, mistaken
from autograder.gradebook import database, store
from autograder.gradebook.folders import Folders
from autograder.gradebook.writer import read_released
from autograder.paths import ROOT, released_folder
from autograder.toy import STEM
from autograder.truth.assignment import load_assignment

RELEASE = released_folder(STEM).parent
SLOWLY = 600  # seconds after which something hangs, however busy the machine is
CLASS = {
    "right": make_right,
    "mistaken": mistaken(3, 2),
    "crashing": broken(-2, CRASH),
    "unfinished": make_unfinished,
}


def make_class(root):
    """Four cheap submissions, a known secret, and a temporary folder of its own."""
    assignment = load_assignment(STEM)
    folders = Folders(root / "grading", RELEASE)
    released = read_released(folders.released(STEM))
    for student, make in CLASS.items():
        path = folders.submitted / student / STEM / f"{STEM}.ipynb"
        store.write_whole(path, make(assignment, released))
    store.write_whole(folders.root / "secret.key", b"0" * 64)
    (root / "tmp").mkdir(exist_ok=True)
    return folders


def environment(folders):
    places = {
        "COURSE_GRADING": folders.root,
        "COURSE_RELEASE": folders.release,
        "TMPDIR": folders.root.parent / "tmp",
    }
    return {**os.environ, **{name: str(path) for name, path in places.items()}}


def start(folders, *words):
    """A real run in a process of its own."""
    command = [sys.executable, "-m", "autograder", "grade", STEM, "--jobs", "2", *words]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(folders),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def complete(folders, *words):
    run = start(folders, *words)
    said, _ = run.communicate(timeout=SLOWLY)
    assert run.returncode == 0, said[-3000:]
    return said


def verdicts(folders):
    """Student -> stored verdict and the time of its file."""
    found = {}
    for path in folders.verdicts.glob(f"*/{STEM}.json"):
        text, moment = path.read_text(), path.stat().st_mtime_ns
        found[path.parent.name] = json.loads(text), moment
    return found


def marks(folders):
    return {
        student: {e["name"]: e["score"] for e in verdict["exercises"]}
        for student, (verdict, _) in verdicts(folders).items()
    }


def processes(folders):
    """All that work below the class's temporary folder: the warm one and its rooms."""
    place, found = str(folders.root.parent / "tmp"), []
    for process in psutil.process_iter():
        try:
            inside = process.environ().get("TMPDIR", "").startswith(f"{place}/")
            if inside and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def wait_for(true, seconds):
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def assert_whole(folders, wanted):
    """Verdicts, gradebook and marked notebooks agree, and nothing else is left."""
    assert marks(folders) == wanted
    with database.open_gradebook(folders) as gradebook:
        assert database.all_marks(gradebook, STEM) == wanted
    for student in wanted:
        marked = folders.autograded / student / STEM / f"{STEM}.ipynb"
        nbformat.validate(nbformat.read(marked, as_version=4))
    left = [p for p in folders.root.rglob(".*") if p.name != ".lock"]
    left += [
        *folders.root.glob("*-journal"),
        *folders.root.parent.glob("tmp/grading-*"),
    ]
    assert left == []
    assert wait_for(lambda: not processes(folders), SLOWLY), processes(folders)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Marks of a run that nobody disturbs."""
    folders = make_class(tmp_path_factory.mktemp("undisturbed"))
    complete(folders)
    wanted = marks(folders)
    assert set(wanted) == set(CLASS)
    assert_whole(folders, wanted)
    return wanted
