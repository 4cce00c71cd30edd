"""Grading on a cluster that loses a worker loses nothing."""

import importlib.util
import os
import shutil
import subprocess
import sys

import psutil
import pytest

from autograder.paths import ROOT
from autograder.tests.runs import (
    SLOWLY,
    assert_whole,
    make_class,
    start,
    undisturbed,
    verdicts,
    wait_for,
)

__all__ = ["undisturbed"]

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
    worker = psutil.Process(lost)
    assert wait_for(lambda: worker.children() or run.poll() is not None, SLOWLY)
    assert run.poll() is None and len(verdicts(folders)) < 4
    worker.kill()
    said, _ = run.communicate(timeout=SLOWLY)
    assert run.returncode == 0 and "4 graded" in said, said[-3000:]
    cluster.stdin.write("\n")
    cluster.stdin.flush()
    _, after = said_by(cluster)
    assert workers - {lost} <= after  # one learner's code ends its process: a room
    cluster.stdin.close()
    cluster.wait(30)
    shutil.rmtree(tmp_path / "tmp" / "cluster")  # rooms of the lost worker, too
    assert_whole(folders, undisturbed)
