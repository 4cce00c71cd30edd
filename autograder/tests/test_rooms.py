"""Rooms forked from one warm process know nothing of each other."""

import os
import subprocess
import sys
import time

import psutil
import pytest

from autograder.examine import clock, process
from autograder.examine.limits import Limits
from autograder.examine.room import Room, RoomLost
from autograder.examine.tiers import best_tier
from autograder.paths import ROOT

HEAD = "import builtins, os, random, sys, time\nimport numpy as np\n"


def run(body, tier=None, limits=None, seconds=20.0):
    """What ``f()`` returns in a new room."""
    with Room(limits or Limits(), [], tier or best_tier()) as room:
        return ask(room, body, seconds)["value"]


def ask(room, body, seconds=20.0):
    lines = "\n    ".join(body.splitlines())
    cell = f"{HEAD}def f():\n    {lines}"
    room.ask({"do": "lean", "cells": [cell], "names": ["f"]}, 20.0)
    call = {"do": "call", "name": "f", "args": {}, "replace": []}
    return room.ask(call, seconds)


def test_rooms_share_no_state():
    run("builtins.left = np.left = sys.left = 1; os.environ['LEFT'] = '1'\nreturn 0")
    run("open('left.txt', 'w').write('1'); sys.modules['left'] = sys\nreturn 0")
    found = run(
        "places = (builtins, np, sys)\n"
        "return [hasattr(p, 'left') for p in places] + [\n"
        "    'LEFT' in os.environ, 'left' in sys.modules, os.path.exists('left.txt')]"
    )
    assert found == [False] * 6


def test_every_room_draws_the_same_numbers():
    draw = "return [np.random.rand(), random.random(), hash('text')]"
    assert run(draw) == run(draw)


def test_a_room_has_its_line_and_nothing_else():
    """But for files of libraries (libffi's own), which nobody can write from there."""
    body = (
        "own = '/proc/self/fd'\n"
        "kinds = {n: os.readlink(f'{own}/{n}') for n in range(3, 256)"
        " if os.path.lexists(f'{own}/{n}')}\n"
        "fixed = [os.statvfs(n).f_flag & os.ST_RDONLY for n in kinds]\n"
        "return [list(kinds.values()), fixed]"
    )
    found = dict(zip(*run(body), strict=True))
    libraries = set(found) & _mapped_as_code(process.zygote().process.pid)
    assert [kind.split(":")[0] for kind in set(found) - libraries] == ["socket"]
    assert all(found[path] for path in libraries) or best_tier() != "namespaces"


def _mapped_as_code(pid):
    parts = psutil.Process(pid).memory_maps(grouped=False)
    return {part.path for part in parts if "x" in part.perms}


def test_a_room_has_as_many_callbacks_as_it_likes():
    """Also where libffi maps their code from its own file, which must be open."""
    body = (
        "import ctypes\n"
        "kind = ctypes.CFUNCTYPE(ctypes.c_int)\n"
        "held = [open('/dev/null') for _ in range(8)]\n"
        "calls = [kind(lambda i=i: i) for i in range(2000)]\n"
        "return [call() for call in calls] == list(range(2000))"
    )
    assert run(body) is True


def test_files_of_libraries_are_told_from_others_and_opened_again(tmp_path):
    """In a program of its own, which may open and close what it likes."""
    code = (
        "import os\n"
        "from worker.libraries import library_files, reopen, _mapped\n"
        "before = set(library_files())\n"
        "path = next(p for p in sorted(_mapped()) if p.startswith('/'))\n"
        "number, other = os.open(path, os.O_RDONLY), os.open('x', os.O_CREAT)\n"
        "found = {n: p for n, p in library_files().items() if n not in before}\n"
        "assert found == {number: path}, (found, number, other)\n"
        "os.lseek(number, 5, os.SEEK_SET)\n"
        "reopen(found)\n"
        "assert os.lseek(number, 0, os.SEEK_CUR) == 0\n"
        "assert os.readlink(f'/proc/self/fd/{number}') == path\n"
        "reopen({number: '/nowhere'})\n"
        "assert not os.path.lexists(f'/proc/self/fd/{number}')\n"
    )
    places = os.pathsep.join([str(ROOT), str(ROOT / "autograder" / "examine")])
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": places},
        check=True,
    )


def test_a_room_knows_little_of_the_world():
    names = run("return sorted(os.environ)")
    assert "COURSE_DB_URL" not in names and "PYTHONPATH" not in names
    assert run("return os.environ['HOME'] == os.getcwd()")


def test_the_warm_process_has_one_thread_and_is_found_again():
    run("return 1")
    warm = process.zygote()
    assert psutil.Process(warm.process.pid).num_threads() == 1
    assert process.zygote() is warm


def test_the_warm_process_keeps_no_file_open():
    """A room closes what it did not open itself; a font would have no letters.

    Files of libraries stay open there (`worker/libraries.py`).
    """
    run("return 1")
    warm = process.zygote().process.pid
    files = {file.path for file in psutil.Process(warm).open_files() if file.fd > 2}
    assert files - _mapped_as_code(warm) == set()


def test_another_warm_process_takes_over():
    first = process.zygote()
    first.process.kill()
    first.process.wait()
    assert run("return 3") == 3
    assert process.zygote() is not first


def test_a_dead_warm_process_leaves_no_lines_open():
    warm = process.Zygote()
    warm.process.kill()
    warm.process.wait()
    before = psutil.Process().num_fds()
    for _ in range(3):
        with pytest.raises(OSError, match="zygote: got exit code|Broken pipe"):
            warm.fork({})
    assert psutil.Process().num_fds() == before
    warm.close()


def test_a_room_can_be_a_program_of_its_own(monkeypatch):
    monkeypatch.setattr(process, "can_fork", lambda: False)
    assert run("return [np.pi, os.getcwd() == os.environ['HOME']]", "none")[1]
    with pytest.raises(RoomLost, match="code 3"):
        run("os._exit(3)", "none")
    with pytest.raises(RoomLost, match="no end"):
        run("while True: pass", "none", seconds=0.5)


def test_sleep_ends_on_the_wall_and_not_later(monkeypatch):
    monkeypatch.setattr(clock, "lenience", lambda: 50)  # as others would get
    start = time.monotonic()
    with pytest.raises(RoomLost, match="no end after 2 s"):
        run("time.sleep(200)", seconds=2.0)
    assert time.monotonic() - start < 2 * 50


@pytest.mark.parametrize(("load", "times"), [(0.1, 3), (12.0, 6), (400.0, 10)])
def test_a_busy_machine_may_take_longer(monkeypatch, load, times):
    monkeypatch.setattr("os.getloadavg", lambda: (load, load, load))
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert clock.lenience() == times


def test_a_keeper_tells_what_was_used():
    with Room(Limits(), []) as room:
        body = "end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
        ask(room, body)
        assert 0.2 <= room.process.usage().seconds < 5
    assert room.process.usage() is None
