"""How well a room can be shut on this machine: found out by trying, never by asking."""

import sys
from dataclasses import dataclass
from functools import cache

from autograder.examine.limits import Limits
from autograder.examine.room import Room, RoomLost

TIERS = ("namespaces", "landlock", "none")

CHANGE_MODE = """
        path = {root!r} + '/helpers/__init__.py'
        before = os.stat(path)
        os.chmod(path, before.st_mode)
        1 / (os.stat(path).st_ctime_ns - before.st_ctime_ns)"""
ASK_FOR_PROCESS = """
        try:
            os.kill({pid}, 0)
        except PermissionError:
            pass"""
FORKS = "[os.fork() or time.sleep(2) or os._exit(0) for _ in range(200)]"
PROBES = {
    "read the references": "os.listdir({root!r} + '/source')",
    "write into the course": "open({root!r} + '/helpers/__init__.py', 'a').close()",
    "write into Python": "open(os.__file__, 'a').close()",
    "import the references": "sys.path.append({root!r}); import source",
    "read /etc/passwd": "open('/etc/passwd').read()",
    "open a TCP connection": "socket.socket().connect_ex(('127.0.0.1', 9))",
    "send by UDP": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "see other processes": "1 / (sum(map(str.isdigit, os.listdir('/proc'))) > 2)",
    "signal the examiner": "os.kill({pid}, 0)",
    "take memory out of sight": "os.memfd_create('x')",
    "make a namespace of its own": "1 / (libc.unshare(0x10000000) == 0)",
    "change a file's mode": CHANGE_MODE,
    "know that a file is there": "os.stat({root!r} + '/source')",
    "know that a process is there": ASK_FOR_PROCESS,
    "trace a process": "1 / (libc.ptrace(0, 0, 0, 0) == 0)",
    "write a file of 200 MiB": "os.truncate(open('big', 'w').name, 200 * 2**20)",
    "start 200 processes": FORKS,
}
PROGRAM = """
import ctypes, os, socket, sys, time
def probe():
    libc = ctypes.CDLL(None)
    try:
        {code}
    except BaseException as error:
        return type(error).__name__
    return ""
"""


@dataclass(frozen=True)
class Finding:
    """One probe in one tier; `blocked` says how it failed, empty when it did not."""

    probe: str
    tier: str
    blocked: str


@cache
def best_tier() -> str:
    """The first tier whose room opens and answers on this machine."""
    return next(tier for tier in TIERS if tier == TIERS[-1] or not trouble(tier))


@cache
def trouble(tier: str) -> str:
    """Why a room of this tier cannot be opened here; empty when it can."""
    if tier != TIERS[-1] and sys.platform != "linux":
        return "needs Linux"
    try:
        with Room(Limits(), [], tier) as room:
            message = {"do": "lean", "cells": ["def f(): ..."], "names": ["f"]}
            answer = room.ask(message, 20.0).get("defined")
    except (RoomLost, OSError) as error:
        return str(error)
    return "" if answer == ["f"] else "a room opens and does not answer"


def opens(tier: str) -> bool:
    """Whether a room of this tier can be opened here."""
    return not trouble(tier)


def run_probes(tier: str, root: str, pid: int) -> list[Finding]:
    """Try every forbidden thing from inside a room of one tier."""
    return [
        Finding(name, tier, _probe(tier, code.format(root=root, pid=pid)))
        for name, code in PROBES.items()
    ]


def _probe(tier: str, code: str) -> str:
    cells = [PROGRAM.format(code=code)]
    call = {"do": "call", "name": "probe", "args": {}, "replace": []}
    try:
        with Room(Limits(), [], tier) as room:
            room.ask({"do": "lean", "cells": cells, "names": ["probe"]}, 20.0)
            reply = room.ask(call, 20.0)
    except RoomLost as lost:
        return lost.reason
    return str(reply.get("value") or "")


def matrix(found: list[Finding]) -> str:
    """Probes as lines, tiers as columns: whether a submission can do it."""
    tiers = list(dict.fromkeys(finding.tier for finding in found))
    rows = [["Can a submission ...", *tiers]]
    for name in PROBES:
        cells = {f.tier: "no" if f.blocked else "YES" for f in found if f.probe == name}
        rows.append([name, *(cells[tier] for tier in tiers)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
