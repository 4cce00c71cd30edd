"""The keeper of one room: waits outside it, watches its memory, and ends it.

It answers the examiner: ``interrupt`` presses Ctrl-C, ``usage`` tells what the room
has used, and a closed line ends everything inside. Its last word is the exit code.
"""

import contextlib
import json
import os
import select
import signal
import socket
import time
from pathlib import Path
from typing import Any

from . import DISK_CODE, KILLED_CODE, MEMORY_CODE, libc
from .disk import is_overfull
from .libraries import library_files
from .room import enter

TURN = 100  # milliseconds between two looks at the memory
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def keep(line: socket.socket, examiner: socket.socket, spec: dict[str, Any]) -> None:
    """Fork the room, keep it until it ends, and end.

    Parameters
    ----------
    line : socket
        The room's, to the examiner.
    examiner : socket
        The keeper's own line.
    spec : dict
        See `room.enter`.
    """
    libc.prctl(libc.SET_DEATH_SIGNAL, signal.SIGKILL)
    libc.prctl(libc.SET_CHILD_SUBREAPER, 1)
    keeper, room = os.getpid(), os.fork()
    if not room:
        libc.prctl(libc.SET_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != keeper:
            os._exit(KILLED_CODE)
        _close_all_but({line.fileno(), *library_files()})
        os.setsid()
        enter(line, spec)
    line.close()
    code = _watch(room, examiner, spec)
    with contextlib.suppress(OSError):
        os.killpg(room, signal.SIGKILL)  # at once, where nobody can leave the group
    _end_all()
    with contextlib.suppress(OSError):
        examiner.sendall(json.dumps({"code": code}).encode())
    os._exit(0)


def _close_all_but(kept: set[int]) -> None:
    for number in map(int, os.listdir("/proc/self/fd")):
        if number > 2 and number not in kept:
            with contextlib.suppress(OSError):
                os.close(number)


def _watch(room: int, examiner: socket.socket, spec: dict[str, Any]) -> int:
    """Answer until the room has ended or must end; its exit code."""
    total, sized = spec["limits"]["total"], spec["tier"] == "namespaces"
    poll, handle = select.poll(), os.pidfd_open(room)
    poll.register(examiner, select.POLLIN)
    poll.register(handle, select.POLLIN)
    while True:
        ready = [number for number, _ in poll.poll(TURN)]
        if handle in ready:
            ended = os.waitid(os.P_PID, room, os.WEXITED | os.WNOWAIT)
            assert ended
            code = ended.si_status
            return code if ended.si_code == os.CLD_EXITED else 128 + code
        if _memory(total) > total:
            return MEMORY_CODE
        if not sized and is_overfull(spec["folder"], _inside(), spec["limits"]):
            return DISK_CODE
        if examiner.fileno() in ready:
            word = examiner.recv(64)
            if not word:
                return KILLED_CODE
            _answer(word, room, examiner)


def _answer(word: bytes, room: int, examiner: socket.socket) -> None:
    if word == b"interrupt":
        os.kill(room, signal.SIGINT)
    else:
        examiner.sendall(json.dumps(_usage()).encode())


def _usage() -> dict[str, Any]:
    """Seconds of processor time of all inside, and whether anything runs now."""
    ticks, runs = 0, False
    for pid in _inside():
        with contextlib.suppress(OSError, IndexError):
            stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, stat[11:15]))
            runs = runs or stat[0] in "RD"
    return {"seconds": ticks / TICKS, "runs": runs}


def _memory(total: int) -> int:
    """Bytes of memory of all inside; shared pages by share where it matters."""
    everybody = _inside()
    plain = sum(_resident(pid) for pid in everybody)
    return plain if plain <= total else sum(map(_share, everybody))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def _share(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return _resident(pid)
    share = next((x for x in rollup.splitlines() if x.startswith("Pss:")), "Pss: 0")
    return int(share.split()[1]) * 1024


def _inside() -> list[int]:
    """Every process below this one."""
    found = [os.getpid()]
    for pid in found:
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += map(int, task.read_text().split())
    return found[1:]


def _end_all() -> None:
    """End everything below; what has lost its parent comes here to be ended too."""
    while True:
        for pid in _inside():
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        try:
            if not os.waitpid(-1, os.WNOHANG)[0]:
                time.sleep(0.001)
        except ChildProcessError:
            return
