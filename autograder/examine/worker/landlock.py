"""Shutting the room where there are no namespaces: Landlock, limits, two filters.

A process may read the system and Python, write into its folder, and reach nothing
else; its keeper counts what it writes. Nothing of this can be undone from inside.

What is left, as nothing in a kernel stops it without namespaces: a path that is known
can be asked whether there is a file, its size and its times; a number whether there is
a process. Real root becomes a nameless user, so that folders closed to others answer
nothing; it keeps one right, to pass through closed folders, where Python lies in one.
What older versions of Landlock leave open is closed by the filters, so that all do the
same; only moves between folders are refused by the first.
"""

import ctypes
import os
import signal
import struct
from pathlib import Path
from typing import Any

from . import libc
from .filter import refuse_calls
from .jail import DEVICES, NOBODY, SYSTEM, set_limits
from .outside import refuse_the_outside

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION, BENEATH = 1, 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = 1, 2, 4, 8, 16, 32
MAKE_DIR, MAKE_REG, MAKE_FIFO, MAKE_SYM = 1 << 7, 1 << 8, 1 << 10, 1 << 12
REFER, TRUNCATE = 1 << 13, 1 << 14
LOOK = READ_FILE | READ_DIR
FILE_ONLY = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
MAKE = MAKE_DIR | MAKE_REG | MAKE_FIFO | MAKE_SYM
WORK = LOOK | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE | REFER | TRUNCATE
HANDLED = {1: 13, 2: 14, 3: 15, 4: 15}  # kinds of access to files, by ABI; then 16
TCP, SCOPES = 0b11, 0b11

KEEP_RIGHTS, AMBIENT, RAISE = 8, 47, 2
PASS_THROUGH = 1 << 2  # CAP_DAC_READ_SEARCH


def abi() -> int:
    """Version of Landlock in this kernel.

    Raises
    ------
    OSError
        When there is none.
    """
    return libc.system_call("landlock", CREATE_RULESET, None, 0, VERSION)


def shut_in(spec: dict[str, Any], version: int = 0) -> None:
    """Leave this process its folder to write, and the system to read.

    Parameters
    ----------
    spec : dict
        ``folder``: working folder; ``visible``: paths to be seen, read-only;
        ``limits``: numbers.
    version : int
        ABI to be content with; 0 for the kernel's own.
    """
    version = version or abi()
    work, root = Path(spec["folder"]), os.getuid() == 0
    seen = [path for path in (*SYSTEM, *spec["visible"]) if os.path.exists(path)]
    rules = _rules(version, work, seen)
    processes = spec["limits"]["processes"] + (0 if root else _running())
    set_limits(spec["limits"] | {"processes": processes})
    if root:
        work.parent.chmod(0o711)
        _become_nobody(work, PASS_THROUGH if _is_hidden([*seen, work]) else 0)
    else:
        libc.drop_capabilities()
    libc.prctl(libc.SET_DEATH_SIGNAL, signal.SIGKILL)
    libc.prctl(libc.SET_NO_NEW_PRIVS, 1)
    libc.system_call("landlock", RESTRICT_SELF, rules, 0)
    os.close(rules)
    refuse_calls()
    refuse_the_outside(version)


def _rules(version: int, work: Path, seen: list[str]) -> int:
    """Descriptor of the rules: all that is not named is refused."""
    handled = (1 << HANDLED.get(version, 16)) - 1
    content = struct.pack(
        "<QQQ", handled, TCP if version >= 4 else 0, SCOPES if version >= 6 else 0
    )
    size = 8 if version < 4 else 16 if version < 6 else 24
    attributes = ctypes.create_string_buffer(content, 24)
    rules = libc.system_call("landlock", CREATE_RULESET, attributes, size, 0)
    for path in seen:
        _allow(rules, path, (LOOK | EXECUTE) & handled)
    for name in DEVICES:
        _allow(rules, f"/dev/{name}", (READ_FILE | WRITE_FILE) & handled)
    _allow(rules, str(work), WORK & handled)
    return rules


def _allow(rules: int, path: str, access: int) -> None:
    """Add the rule for a file, or for a folder with all below it."""
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    allowed = access if os.path.isdir(path) else access & FILE_ONLY
    content = struct.pack("<Qi", allowed, place)
    beneath = ctypes.create_string_buffer(content, len(content))
    libc.system_call(f"landlock {path}", ADD_RULE, rules, BENEATH, beneath, 0)
    os.close(place)


def _is_hidden(paths: list[str | Path]) -> bool:
    """Whether some path lies in a folder that is closed to other users."""
    folders = {folder for path in paths for folder in Path(path).resolve().parents}
    return any(not folder.stat().st_mode & 1 for folder in folders)


def _become_nobody(work: Path, kept: int) -> None:
    """Root becomes somebody without a name, with one right at most."""
    number = NOBODY + os.getpid() % 4000
    for path in (work, *work.rglob("*")):
        os.chown(path, number, number)
    libc.set_capabilities(libc.capabilities(), inherited=kept)
    libc.drop_bounding()
    libc.prctl(KEEP_RIGHTS, 1)
    os.setgroups([])
    os.setresgid(number, number, number)
    os.setresuid(number, number, number)
    libc.set_capabilities(kept, inherited=kept)
    if kept:
        libc.prctl(AMBIENT, RAISE, kept.bit_length() - 1)


def _running() -> int:
    """Processes and threads of this user: the limit counts them all."""
    found = 0
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.stat(f"/proc/{name}").st_uid == os.getuid():
                found += len(os.listdir(f"/proc/{name}/task"))
        except OSError:
            continue
    return found
