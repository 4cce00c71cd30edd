"""A room shut by Landlock, with the kernel's own version and with all older ones."""

import json
import os
import subprocess
import sys
from dataclasses import asdict

import pytest

from autograder.examine.limits import Limits
from autograder.examine.room import Room, RoomLost
from autograder.examine.tiers import opens
from autograder.examine.worker.disk import is_overfull, remove
from autograder.paths import HELPERS, ROOT

pytestmark = pytest.mark.skipif(
    not opens("landlock"), reason="no Landlock on this machine"
)

PROGRAM = """
import ctypes, fcntl, json, os, resource, signal, socket, sys
import numpy
spec, version, victim, parent, tries, helper = json.loads(sys.argv[1])
sys.path.append(spec["kit"])
from worker.landlock import abi, shut_in
if version > abi():
    sys.exit("too new")
libc = ctypes.CDLL(None, use_errno=True)
def call(*words):
    if libc.syscall(*words) < 0:
        raise OSError(ctypes.get_errno(), "")
shut_in(spec, version)
for name, code in tries.items():
    try:
        exec(code)
        tries[name] = ""
    except OSError as error:
        tries[name] = type(error).__name__
print(json.dumps(tries))
"""
REFUSED = {
    "read a stranger's file": "open(victim)",
    "write it": "open(victim, 'w')",
    "cut it short": "os.truncate(victim, 0)",
    "cut it short at reading": "os.open(victim, os.O_RDONLY | os.O_TRUNC)",
    "cut it short by the odd mode": "os.open(victim, 3 | os.O_TRUNC)",
    "cut a helper short": "os.open(helper, os.O_RDONLY | os.O_TRUNC)",
    "take it in": "os.link(victim, 'mine')",
    "put a file beside it": "os.rename('own', victim + '2')",
    "list its folder": "os.listdir(os.path.dirname(victim))",
    "list processes": "os.listdir('/proc')",
    "read about itself": "open('/proc/self/status')",
    "write shared memory": "open('/dev/shm/x', 'w')",
    "signal the parent": "os.kill(parent, 0)",
    "signal it otherwise": "signal.pidfd_send_signal(os.pidfd_open(parent), 0)",
    "limit it": "resource.prlimit(parent, resource.RLIMIT_NOFILE, (3, 3))",
    "slow everybody down": "os.setpriority(os.PRIO_USER, 0, 19)",
    "leave the session": "os.setsid()",
    "a socket": "socket.socket(socket.AF_UNIX)",
    "a pair that reaches others": "socket.socketpair(type=socket.SOCK_DGRAM)",
    "System V memory": "libc.shmget(0, 9, 512) < 0 and open('')",
    "its own program": "os.execv('own', ['own'])",
    "hide its memory": "call({prctl}, 4, 0, 0, 0, 0)",
}
ALLOWED = {
    "write": "open('new', 'w').write('x')",
    "write again": "open('new', 'w').close()",
    "cut its own file short": "os.close(os.open('own', os.O_RDWR | os.O_TRUNC))",
    "move it": "os.mkdir('d'); os.rename('new', 'd/new')",
    "change its mode": "os.chmod('own', 0o700)",
    "read Python": "open(os.__file__).read()",
    "nothing": "open('/dev/null', 'w').write('x')",
    "chance": "open('/dev/urandom', 'rb').read(1)",
    "a pair": "socket.socketpair()",
    "signal itself": "signal.signal(10, lambda *_: None); signal.raise_signal(10)",
    "a child": "os.fork() or os._exit(0); os.wait()",
}
NEVER = {1: {"move it"}}  # from one folder to another
PRCTL = {"x86_64": 157, "aarch64": 167}


@pytest.fixture
def place(tmp_path):
    """A folder for a room with a file in it, and one of a stranger beside it."""
    (tmp_path / "room" / "work").mkdir(parents=True)
    for path in (tmp_path / "room" / "work" / "own", tmp_path / "victim"):
        path.write_text("#!/bin/true\n" * 9)
        path.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("version", range(1, 8))
def test_every_version_shuts_the_same_doors(place, version):
    work, machine = place / "room" / "work", os.uname().machine
    spec = {
        "folder": str(work),
        "visible": [sys.prefix, sys.base_prefix, str(HELPERS)],
        "limits": asdict(Limits()),
        "kit": str(ROOT / "autograder" / "examine"),
    }
    tries = {k: v.replace("{prctl}", str(PRCTL[machine])) for k, v in REFUSED.items()}
    words = [spec, version, str(place / "victim"), os.getpid(), ALLOWED | tries]
    words += [str(HELPERS / "__init__.py")]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", PROGRAM, json.dumps(words)]
    done = subprocess.run(command, cwd=work, env=env, capture_output=True, text=True)
    if done.stderr.strip() == "too new":
        pytest.skip("this kernel is older")
    found = json.loads(done.stdout or "{}")
    done_without = {k for k, said in found.items() if not said}
    assert done_without == set(ALLOWED) - NEVER.get(version, set()), done.stderr
    assert set(found) == {*ALLOWED, *REFUSED}
    assert (place / "victim").stat().st_size == 108
    assert not (place / "victim2").exists()


def run(code, limits, tmp_path, monkeypatch):
    """What a function gives in a room shut by Landlock; and nothing is left of it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    cells = [f"import os, time\ndef f():\n    {code}"]
    try:
        with Room(limits, [], "landlock") as room:
            room.ask({"do": "lean", "cells": cells, "names": ["f"]}, 20.0)
            call = {"do": "call", "name": "f", "args": {}, "replace": []}
            return room.ask(call, 20.0)["value"]
    except RoomLost as lost:
        return f"{lost.reason}: {lost}"
    finally:
        assert list(tmp_path.glob("room-*")) == []


FULL = "crashed: it wrote more than there is room for"
WAIT = "; time.sleep(15)"


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("open('a', 'wb').write(bytes(2**20)); return 1", 1),
        (f"[open(str(i), 'wb').write(bytes(2**20)) for i in range(9)]{WAIT}", FULL),
        (f"f = open('a', 'wb'); os.unlink('a'); f.write(bytes(9 * 2**20)){WAIT}", FULL),
        (f"[os.mkdir(str(i)) for i in range(300)]{WAIT}", FULL),
        (f"[os.mkdir('d') or os.chdir('d') for _ in range(1500)]{WAIT}", FULL),
    ],
)
def test_a_disk_is_filled_no_further(code, value, tmp_path, monkeypatch):
    limits = Limits(disk=4 * 2**20, inodes=200)
    assert run(code, limits, tmp_path, monkeypatch) == value


def test_what_a_room_holds_is_counted(tmp_path):
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a").write_bytes(bytes(2**16))
    limits = {"disk": 2**17, "inodes": 2}
    assert not is_overfull(str(tmp_path), [], limits)
    assert is_overfull(str(tmp_path), [], limits | {"disk": 2**15})
    assert is_overfull(str(tmp_path), [], limits | {"inodes": 1})


def test_a_file_without_a_name_is_counted(tmp_path):
    limits = {"disk": 2**15, "inodes": 9}
    with (tmp_path / "a").open("wb") as file:
        file.write(bytes(2**16))
        file.flush()
        (tmp_path / "a").unlink()
        assert is_overfull(str(tmp_path), [os.getpid()], limits)


def test_a_folder_of_any_depth_is_removed(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    for _ in range(1500):
        os.mkdir("d", 0o300)
        os.chdir("d")
    os.symlink(tmp_path, "away")
    os.chdir(tmp_path)
    remove(str(home))
    assert list(tmp_path.iterdir()) == []
