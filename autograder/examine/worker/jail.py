"""Shutting the room: namespaces, a root of its own, limits, and a filter of calls.

The program imports what it needs, then shuts itself in before any code of a learner
runs. Nothing of this can be undone from inside.
"""

import os
import resource
import signal
from pathlib import Path
from typing import Any

from . import libc
from .filter import refuse_calls

SYSTEM = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"),
    *("/etc/ld.so.cache", "/etc/fonts", "/etc/localtime"),
)
DEVICES = ("null", "zero", "full", "random", "urandom")
NOBODY = 61_000
MIB = 2**20


def shut_in(spec: dict[str, Any]) -> None:
    """Become the first process of a namespace that sees nothing of the course.

    Parameters
    ----------
    spec : dict
        ``folder``: working folder; ``root``: an empty folder; ``visible``: paths to
        be seen, read-only; ``limits``: numbers; ``line``: descriptor to the examiner.
    """
    work = Path(spec["folder"])
    found = [path for path in work.rglob("*") if path.is_file()]
    files = {str(path): path.read_bytes() for path in found}
    number = NOBODY + os.getpid() % 4000 if os.getuid() == 0 else 0
    flags = libc.NEW_NS | libc.NEW_PID | libc.NEW_NET | libc.NEW_IPC | libc.NEW_UTS
    _unshare(flags, root=bool(number))
    _stay_behind(spec["line"])
    _build_root(spec)
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
    os.chdir(work)
    set_limits(spec["limits"])
    _give_up_rights(work, number)
    libc.prctl(libc.SET_DEATH_SIGNAL, signal.SIGKILL)
    refuse_calls()


def _give_up_rights(work: Path, number: int) -> None:
    """Root becomes somebody without a name; every capability is dropped."""
    if number:
        for path in (work, *work.rglob("*")):
            os.chown(path, number, number)
    libc.drop_bounding()
    if number:
        os.setgroups([])
        os.setresgid(number, number, number)
        os.setresuid(number, number, number)
    libc.drop_capabilities()
    libc.prctl(libc.SET_NO_NEW_PRIVS, 1)


def _unshare(flags: int, root: bool) -> None:
    """Leave the namespaces; an ordinary user gets one for users first."""
    if root:
        libc.unshare(flags)
        return
    user, group = os.getuid(), os.getgid()
    libc.unshare(flags | libc.NEW_USER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _stay_behind(line: int) -> None:
    """Fork: the child is the first of the new process namespace.

    The parent leaves the line to it, passes Ctrl-C on, and ends as it ends.
    """
    child = os.fork()
    if not child:
        libc.prctl(libc.SET_DEATH_SIGNAL, signal.SIGKILL)
        return
    os.close(line)
    signal.signal(signal.SIGINT, lambda *_: os.kill(child, signal.SIGINT))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os._exit(code if code >= 0 else 128 - code)


def _build_root(spec: dict[str, Any]) -> None:
    """A root of its own: the system and Python read-only, one sized folder to write."""
    libc.mount("none", "/", "", libc.REC | libc.PRIVATE)
    new, fixed = spec["root"], libc.NO_SUID | libc.NO_DEV
    libc.mount("tmpfs", new, "tmpfs", fixed, "size=1m,mode=755")
    limits = spec["limits"]
    _writable(f"{new}/tmp", 16 * MIB, limits)
    for path in (*SYSTEM, *spec["visible"]):
        _show(path, new)
    _writable(new + spec["folder"], limits["disk"], limits)
    _devices(new)
    _writable(f"{new}/dev/shm", limits["shared"], limits)
    os.makedirs(f"{new}/proc")
    libc.mount("proc", f"{new}/proc", "proc", fixed | libc.NO_EXEC)
    os.makedirs(f"{new}/.old")
    libc.pivot_root(new, f"{new}/.old")
    os.chdir("/")
    libc.unmount("/.old")
    os.rmdir("/.old")
    libc.mount("none", "/", "", libc.REMOUNT | libc.BIND | libc.READ_ONLY | fixed)


def _show(path: str, new: str) -> None:
    """Let a path be seen, read-only, under the new root."""
    if not os.path.lexists(path):
        return
    target = new + path
    os.makedirs(os.path.dirname(target), exist_ok=True)
    if os.path.islink(path):
        os.symlink(os.readlink(path), target)
        return
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        Path(target).touch()
    libc.mount(path, target, "", libc.BIND | libc.REC)
    kept = os.statvfs(path).f_flag & (libc.NO_SUID | libc.NO_DEV | libc.NO_EXEC)
    flags = libc.REMOUNT | libc.BIND | libc.READ_ONLY | libc.NO_SUID | kept
    libc.mount("none", target, "", flags)


def _writable(target: str, size: int, limits: dict[str, int]) -> None:
    os.makedirs(target, exist_ok=True)
    data = f"size={size},nr_inodes={limits['inodes']},mode=1777"
    libc.mount("tmpfs", target, "tmpfs", libc.NO_SUID | libc.NO_DEV, data)


def _devices(new: str) -> None:
    os.makedirs(f"{new}/dev")
    for name in DEVICES:
        Path(f"{new}/dev/{name}").touch()
        libc.mount(f"/dev/{name}", f"{new}/dev/{name}", "", libc.BIND)


def set_limits(limits: dict[str, int]) -> None:
    """Set what one process may take."""
    for name, number in (
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_DATA, limits["total"] * 3 // 4),
        (resource.RLIMIT_NPROC, limits["processes"]),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_FSIZE, limits["one_file"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, limits["cpu"]),
    ):
        resource.setrlimit(name, (number, number))
