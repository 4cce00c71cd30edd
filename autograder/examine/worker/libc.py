"""The few system calls of Linux that shut a room, through ctypes."""

import ctypes
import os
import platform
from pathlib import Path

LIBC = ctypes.CDLL(None, use_errno=True)

NEW_NS, NEW_UTS, NEW_IPC = 0x20000, 0x4000000, 0x8000000
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
READ_ONLY, NO_SUID, NO_DEV, NO_EXEC, REMOUNT = 1, 2, 4, 8, 32
BIND, REC, PRIVATE = 4096, 16384, 1 << 18
DETACH = 2
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
CAPSET = {"x86_64": 126, "aarch64": 91}

SET_DEATH_SIGNAL, DROP_BOUNDING, SET_NO_NEW_PRIVS, SET_SECCOMP = 1, 24, 38, 22
SET_CHILD_SUBREAPER = 36


def check(result: int, what: str) -> int:
    """The result of a call, or OSError with what was tried."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(flags: int) -> None:
    """Leave namespaces."""
    check(LIBC.unshare(flags), f"unshare({flags:#x})")


def mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    """Mount something."""
    args = (source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags))
    check(LIBC.mount(*args, data.encode() or None), f"mount {source} on {target}")


def unmount(target: str) -> None:
    """Take a mount away, now or when it is free."""
    check(LIBC.umount2(target.encode(), DETACH), f"unmount {target}")


def pivot_root(new: str, old: str) -> None:
    """Make `new` the root; the old one is found at `old`."""
    number = PIVOT_ROOT[platform.machine()]
    check(LIBC.syscall(number, new.encode(), old.encode()), f"pivot_root {new}")


def prctl(option: int, value: int = 0, pointer: object = None) -> None:
    """Change something about this process."""
    check(LIBC.prctl(option, ctypes.c_ulong(value), pointer, 0, 0), f"prctl({option})")


def drop_bounding() -> None:
    """Let no program that is started later gain a capability."""
    last = int(Path("/proc/sys/kernel/cap_last_cap").read_text())
    for number in range(last + 1):
        prctl(DROP_BOUNDING, number)


def drop_capabilities() -> None:
    """Give up every capability, for good."""
    set_capabilities(0)


def capabilities() -> int:
    """Those that this process may use, one bit each."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("CapPrm:")[2].split()[0], 16)


def set_capabilities(held: int, inherited: int = 0) -> None:
    """Hold these, and let programs that are started later inherit some."""
    halves = [n >> k & 0xFFFFFFFF for k in (0, 32) for n in (held, held, inherited)]
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    system_call(
        "capset", CAPSET[platform.machine()], header, (ctypes.c_uint32 * 6)(*halves)
    )


def system_call(what: str, number: int, *args: object) -> int:
    """A call that the library has no name for."""
    plain = (ctypes.c_long(a) if isinstance(a, int) else a for a in args)
    return check(LIBC.syscall(ctypes.c_long(number), *plain), what)
