"""How well a room can be shut on this machine: found out by trying, never by asking."""

import sys
from dataclasses import dataclass
from functools import cache

from autograder.examine.limits import Limits
from autograder.examine.room import Room, RoomLost

TIERS = ("namespaces", "none")

PROBES = {
    "read the gradebook's folder": "os.listdir({root!r} + '/autograder')",
    "write into the course": "open({root!r} + '/helpers/__init__.py', 'a').close()",
    "write into Python": "open(os.__file__, 'a').close()",
    "import the references": "__import__('autograder.reference')",
    "read /etc/passwd": "open('/etc/passwd').read()",
    "TCP": "socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9)) or 1",
    "UDP": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "see other processes": "1 / (sum(map(str.isdigit, os.listdir('/proc'))) > 2)",
    "signal the examiner": "os.kill({pid}, 0)",
    "memory without a file": "os.memfd_create('x')",
    "a namespace of one's own": "1 / (libc.unshare(0x10000000) == 0)",
    "trace a process": "1 / (libc.ptrace(0, 0, 0, 0) == 0)",
    "a file of 200 MiB": "os.truncate(open('big', 'w').name, 200 * 2**20)",
    "200 processes": "[os.fork() or time.sleep(2) or os._exit(0) for _ in range(200)]",
}
PROGRAM = """
import ctypes, os, socket, time
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
    for tier in TIERS[:-1]:
        if sys.platform == "linux" and opens(tier):
            return tier
    return TIERS[-1]


def opens(tier: str) -> bool:
    """Whether a room of this tier can be opened here."""
    try:
        with Room(Limits(), [], tier) as room:
            message = {"do": "lean", "cells": ["def f(): ..."], "names": ["f"]}
            return room.ask(message, 20.0).get("defined") == ["f"]
    except (RoomLost, OSError):
        return False


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
    """Probes as lines, tiers as columns; a dash where nothing stopped the probe."""
    tiers = list(dict.fromkeys(finding.tier for finding in found))
    rows = [["", *tiers]]
    for name in PROBES:
        cells = {f.tier: f.blocked or "-" for f in found if f.probe == name}
        rows.append([name, *(cells[tier] for tier in tiers)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
