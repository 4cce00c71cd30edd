"""Rooms forked from one warm process know nothing of each other."""

import time

import psutil
import pytest

from autograder.examine import process
from autograder.examine.limits import Limits
from autograder.examine.room import Room, RoomLost
from autograder.examine.tiers import best_tier

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
    body = (
        "kinds = [os.readlink(f'/proc/self/fd/{n}') for n in range(3, 256)"
        " if os.path.exists(f'/proc/self/fd/{n}')"
        " or os.path.islink(f'/proc/self/fd/{n}')]\nreturn kinds"
    )
    assert [kind.split(":")[0] for kind in run(body)] == ["socket"]


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
    """A room closes what it did not open itself; a font would have no letters."""
    run("return 1")
    files = psutil.Process(process.zygote().process.pid).open_files()
    assert [file for file in files if file.fd > 2] == []


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


def test_sleep_ends_on_the_wall_and_not_later():
    start = time.monotonic()
    with pytest.raises(RoomLost, match="no end after 2 s"):
        run("time.sleep(60)", seconds=2.0)
    assert time.monotonic() - start < 2 * 3  # it would get three times as long


def test_a_keeper_tells_what_was_used():
    with Room(Limits(), []) as room:
        body = "end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
        ask(room, body)
        assert 0.2 <= room.process.usage().seconds < 5
    assert room.process.usage() is None
