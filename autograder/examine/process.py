"""The process behind a room: forked from a warm one, or started alone."""

import atexit
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple

from autograder.examine.worker import KILLED_CODE
from autograder.paths import HELPERS

WORKER = Path(__file__).parent / "worker"
THREADS = ("OPENBLAS", "OMP", "MKL", "NUMEXPR", "VECLIB_MAXIMUM")
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in THREADS}
WARM_UP = 60.0  # seconds
PROGRAM = (
    "import sys; sys.path += sys.argv[1:3]; import worker, helpers; "
    "del sys.path[-2:], sys.argv[1:3]; import worker.__main__"
)
Spec = dict[str, Any]


class Usage(NamedTuple):
    """Seconds of processor time so far, and whether anything runs or wants to."""

    seconds: float
    runs: bool


class Forked:
    """A room forked by a warm process, seen through its keeper.

    Parameters
    ----------
    line : socket
        To the room.
    keeper : socket
        To the keeper, which outlives the room.
    """

    def __init__(self, line: socket.socket, keeper: socket.socket) -> None:
        self.line = line
        self.keeper = keeper
        self.code: int | None = None

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        with contextlib.suppress(OSError):
            self.keeper.send(b"interrupt")

    def usage(self) -> Usage | None:
        """What the room has used; None when it has ended."""
        with contextlib.suppress(OSError):
            self.keeper.send(b"usage")
        word = self._hear(5.0)
        return Usage(**word) if "seconds" in word else None

    def wait(self, seconds: float) -> int | None:
        """Exit code; None while the room goes on."""
        end = time.monotonic() + seconds
        self._hear(seconds)
        while self.code is None and (left := end - time.monotonic()) > 0:
            self._hear(left)
        return self.code

    def close(self) -> None:
        """End everything in the room, and wait for it."""
        self.line.close()
        with contextlib.suppress(OSError):
            self.keeper.shutdown(socket.SHUT_WR)
        self.wait(10.0)
        self.keeper.close()

    def _hear(self, seconds: float) -> dict[str, Any]:
        """The keeper's next word; a keeper without one was killed."""
        if self.code is not None:
            return {}
        self.keeper.settimeout(max(seconds, 0.001))
        try:
            word = self.keeper.recv(4096)
        except TimeoutError:
            return {}
        except OSError:
            word = b""
        found: dict[str, Any] = json.loads(word) if word else {"code": KILLED_CODE}
        self.code = found.get("code")
        return found


class Spawned:
    """A room that is a program of its own, where none can be forked."""

    def __init__(self, spec: Spec) -> None:
        self.line, theirs = socket.socketpair()
        content = json.dumps(spec)
        self.process = _run(["room", str(theirs.fileno()), content], theirs, spec)
        theirs.close()

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def usage(self) -> Usage | None:
        """Not known here: time on the wall is all there is."""

    def wait(self, seconds: float) -> int | None:
        """Exit code; None while the room goes on."""
        try:
            code: int = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        return code if code >= 0 else 128 - code

    def close(self) -> None:
        """End the program and its group."""
        self.line.close()
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Zygote:
    """The warm process; one per process of ours, started at the first need."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.lock = threading.Lock()
        self.home = Path(tempfile.mkdtemp(prefix="zygote-"))
        self.line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        spec = {"folder": str(self.home), "environment": _warm_environment(self.home)}
        self.process = _run(["zygote", str(theirs.fileno())], theirs, spec)
        theirs.close()
        self.warm = False

    @property
    def alive(self) -> bool:
        """Whether it can be asked for rooms."""
        return self.owner == os.getpid() and self.process.poll() is None

    def fork(self, spec: Spec) -> Forked:
        """A new room.

        Raises
        ------
        OSError
            When the warm process does not answer.
        """
        line, theirs = socket.socketpair()
        keeper, keepers = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with self.lock, theirs, keepers:
                self._await()
                places = [theirs.fileno(), keepers.fileno()]
                socket.send_fds(self.line, [json.dumps(spec).encode()], places)
        except OSError:
            line.close()
            keeper.close()
            raise
        return Forked(line, keeper)

    def _await(self) -> None:
        """Wait until the imports are done, once."""
        if self.warm:
            return
        self.line.settimeout(WARM_UP)
        if not self.line.recv(16):
            raise OSError(
                f"zygote: got exit code {self.process.wait()}, expected a warm "
                "process. Run `python -m autograder doctor`."
            )
        self.warm = True
        shutil.rmtree(self.home, ignore_errors=True)

    def close(self) -> None:
        """End it, and with it every room that it forked."""
        if self.owner == os.getpid():
            self.line.close()
            self.process.kill()
            self.process.wait()
            shutil.rmtree(self.home, ignore_errors=True)


_ZYGOTE: list[Zygote] = []
_ONE = threading.Lock()


def start(spec: Spec) -> Forked | Spawned:
    """The process of a new room.

    Raises
    ------
    OSError
        When none can be started.
    """
    if not can_fork():
        return Spawned(spec)
    try:
        return zygote().fork(spec)
    except OSError:
        return zygote().fork(spec)  # it was killed a moment ago


def zygote() -> Zygote:
    """The warm process of this process; another when it is gone."""
    with _ONE:
        if not _ZYGOTE or not _ZYGOTE[0].alive:
            _ZYGOTE[:] = [Zygote()]
            atexit.register(_ZYGOTE[0].close)
        return _ZYGOTE[0]


def warm_up() -> None:
    """Start the warm process, without waiting for it."""
    if can_fork():
        zygote()


def can_fork() -> bool:
    """Whether a warm process may fork safely here."""
    return sys.platform == "linux"


def environment(home: Path) -> dict[str, str]:
    """What a room knows of the world outside."""
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    return (
        env
        | ONE_THREAD
        | {
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "HOME": str(home),
            "IPYTHONDIR": f"{home}/.ipython",
            "MPLCONFIGDIR": f"{home}/.matplotlib",
            "TMPDIR": str(home),
        }
    )


def _warm_environment(home: Path) -> dict[str, str]:
    """As in a room, but Matplotlib finds its list of fonts, and nobody's settings."""
    env = environment(home) | {"MATPLOTLIBRC": os.devnull}
    del env["MPLCONFIGDIR"], env["HOME"]
    kept = ("HOME", "MPLCONFIGDIR", "XDG_CACHE_HOME")
    return env | {name: os.environ[name] for name in kept if name in os.environ}


def _run(words: list[str], theirs: socket.socket, spec: Spec) -> Any:
    """Start the rooms' program."""
    places = [str(WORKER.parent), str(HELPERS.parent)]
    return subprocess.Popen(
        [sys.executable, "-P", "-c", PROGRAM, *places, *words],
        cwd=spec["folder"],
        env=spec["environment"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[theirs.fileno()],
        start_new_session=True,
    )
