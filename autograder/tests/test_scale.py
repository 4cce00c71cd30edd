"""Runs that are killed, a cluster that loses a worker, and a class of a thousand."""

import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
import tracemalloc

import nbformat
import psutil
import pytest

from autograder.assignment import load_assignment
from autograder.demo.people import CRASH, broken, make_right, make_unfinished, mistaken
from autograder.fleet import AHEAD, Fleet
from autograder.gradebook import database, grade, store
from autograder.gradebook.folders import Folders, Misuse
from autograder.gradebook.grade import Options, grade_class
from autograder.gradebook.writer import read_released
from autograder.paths import RELEASE, ROOT
from autograder.tests import classroom

STEM = "c1w2_vectorization"
CLASS = {
    "right": make_right,
    "mistaken": mistaken(3, 2),
    "crashing": broken(-2, CRASH),
    "unfinished": make_unfinished,
}


def make_class(root):
    """Four cheap submissions, a known secret, and a temporary folder of its own."""
    assignment = load_assignment(STEM)
    released = read_released(RELEASE / STEM / f"{STEM}.ipynb")
    folders = Folders(root / "grading")
    for student, make in CLASS.items():
        path = folders.submitted / student / STEM / f"{STEM}.ipynb"
        store.write_whole(path, make(assignment, released))
    store.write_whole(folders.root / "secret.key", b"0" * 64)
    (root / "tmp").mkdir(exist_ok=True)
    return folders


def environment(folders):
    places = {"COURSE_GRADING": folders.root, "TMPDIR": folders.root.parent / "tmp"}
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
    said, _ = run.communicate(timeout=120)
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
    """All that work below the class's temporary folder: its rooms."""
    place, found = str(folders.root.parent / "tmp"), []
    for process in psutil.process_iter():
        try:
            inside = process.cwd().startswith(place)
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
    assert wait_for(lambda: not processes(folders), 10), processes(folders)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Marks of a run that nobody disturbs."""
    folders = make_class(tmp_path_factory.mktemp("undisturbed"))
    complete(folders)
    wanted = marks(folders)
    assert set(wanted) == set(CLASS)
    assert_whole(folders, wanted)
    return wanted


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 2])
def test_a_killed_run_goes_on_where_it_was(tmp_path, undisturbed, seed):
    dice, folders = random.Random(seed), make_class(tmp_path)
    run = start(folders)
    wait_for(lambda: len(verdicts(folders)) >= seed or run.poll() == 0, 60)
    time.sleep(dice.uniform(0, 0.4 if seed else 3.0))
    run.kill()
    run.communicate()
    assert wait_for(lambda: not processes(folders), 10), processes(folders)
    after = verdicts(folders)
    said = complete(folders)
    final = verdicts(folders)
    assert {student: final[student] for student in after} == after
    assert f"{len(after)} unchanged" in said or not after
    assert_whole(folders, undisturbed)


def is_strangers(process):
    """Whether a room holds a learner's code; the references' may import the course."""
    try:
        return str(ROOT) not in process.environ()["PYTHONPATH"].split(os.pathsep)
    except (psutil.Error, KeyError):
        return False


@pytest.mark.slow
def test_a_killed_room_costs_nobody_a_mark(tmp_path, undisturbed):
    dice, folders = random.Random(7), make_class(tmp_path)
    run, killed = start(folders), 0
    while run.poll() is None and killed < 2:
        time.sleep(dice.uniform(0.05, 0.4))
        rooms = [p for p in processes(folders) if is_strangers(p)]
        if rooms:
            dice.choice(rooms).kill()
            killed += 1
    said, _ = run.communicate(timeout=120)
    assert run.returncode == 0 and killed == 2, said[-3000:]
    assert_whole(folders, undisturbed)
    stored = verdicts(folders)
    assert "4 unchanged" in complete(folders)
    assert verdicts(folders) == stored


def test_a_run_killed_between_gradebook_and_verdict(tmp_path, monkeypatch):
    """The gradebook is written first: what has a verdict is done."""
    folders, examiner = classroom.make_folders(tmp_path), classroom.Examiner()
    monkeypatch.setattr(grade, "examine_one", examiner)
    monkeypatch.setattr("nbgrader.api.get_alembic_version", lambda: "724cde206c17")
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


CLUSTER = """
import os, sys
from distributed import Client, LocalCluster
if __name__ == "__main__":
    place = sys.argv[1]
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1",
        local_directory=place, scheduler_port=0,
    ) as cluster, Client(cluster) as client:
        while True:
            found = client.run(os.getpid)
            print(cluster.scheduler_address, *found.values(), flush=True)
            if not sys.stdin.readline():
                break
"""


@pytest.fixture
def cluster(tmp_path):
    """A scheduler with two worker processes, far from pytest's own warnings."""
    if not importlib.util.find_spec("distributed"):
        pytest.skip("needs distributed: pip install -c constraints.txt -e .[cluster]")
    script, place = tmp_path / "cluster.py", tmp_path / "tmp" / "cluster"
    script.write_text(CLUSTER)
    place.mkdir(parents=True)
    run = subprocess.Popen(
        [sys.executable, str(script), str(place)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(place)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield run
    run.stdin.close()
    run.wait(30)
    run.stdout.close()


def said_by(cluster):
    """Address and process numbers of the workers."""
    address, *pids = cluster.stdout.readline().split()
    return address, set(map(int, pids))


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_loses_nothing(tmp_path, cluster, undisturbed):
    folders = make_class(tmp_path)
    address, workers = said_by(cluster)
    run, lost = start(folders, "--scheduler", address), min(workers)
    assert wait_for(lambda: verdicts(folders) or run.poll() is not None, 60)
    psutil.Process(lost).kill()
    said, _ = run.communicate(timeout=120)
    assert run.returncode == 0 and "4 graded" in said, said[-3000:]
    cluster.stdin.write("\n")
    cluster.stdin.flush()
    _, after = said_by(cluster)
    assert workers - {lost} <= after  # one learner's code ends its process: a room
    cluster.stdin.close()
    cluster.wait(30)
    shutil.rmtree(tmp_path / "tmp" / "cluster")  # rooms of the lost worker, too
    assert_whole(folders, undisturbed)


class Thousand(classroom.Examiner):
    """Verdicts of 50 kB each, and who is under way."""

    def __call__(self, *args, **kwargs):
        verdict, executed = super().__call__(*args, **kwargs)
        verdict["bulk"] = args[2] * 10_000
        return verdict, executed


@pytest.fixture
def noted(monkeypatch):
    """Jobs that were out, and threads that wrote; nine of ten write the verdict alone.

    Marked notebooks and rows of the gradebook take 40 ms each, so a tenth stands
    for all.
    """
    ahead, writers = [], []
    submit, save, publish = Fleet.submit, store.save_verdict, grade.publish

    def counted(fleet, *args):
        submit(fleet, *args)
        ahead.append(len(fleet.waiting))

    def saved(*args):
        writers.append(threading.current_thread())
        save(*args)

    def published(group, found, *rest):
        writers.append(threading.current_thread())
        if len(ahead) % 10 == 0:
            publish(group, found, *rest)

    monkeypatch.setattr(Fleet, "submit", counted)
    monkeypatch.setattr(store, "save_verdict", saved)
    monkeypatch.setattr(grade, "publish", published)
    monkeypatch.setattr("nbgrader.api.get_alembic_version", lambda: "724cde206c17")
    return ahead, writers


@pytest.mark.slow
def test_a_class_of_a_thousand_takes_flat_memory(tmp_path, monkeypatch, noted):
    folders, examiner = classroom.make_folders(tmp_path), Thousand()
    (ahead, writers), sizes = noted, []
    for i in range(1000):
        name = f"s{i:04}/{classroom.STEM}/{classroom.STEM}.ipynb"
        store.write_whole(folders.submitted / name, b"{}")
    monkeypatch.setattr(grade, "examine_one", examiner)

    def on_done(graded):
        if len(examiner.calls) > 200 and not sizes:
            tracemalloc.start()
            sizes.append(0)

    options = Options(jobs=2)
    graded = grade_class(folders, classroom.assignment(), options, on_done=on_done)
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(graded) == 1003 and len(examiner.calls) == 1002
    assert max(ahead) <= 2 * AHEAD
    assert set(writers) == {threading.main_thread()} and len(writers) == 2004
    assert size < 12e6, f"{size:.3g} bytes kept of 800 verdicts"
    assert peak < 24e6, f"{peak:.3g} bytes at the peak"
