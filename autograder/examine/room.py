"""A process of its own for a stranger's code, and the line to it."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from autograder.examine.limits import Limits
from autograder.examine.worker import MEMORY_CODE
from autograder.paths import HELPERS, ROOT
from helpers.checks.codec import (
    HEAD,
    CodecError,
    decode,
    encode,
    frame_lengths,
)
from helpers.checks.outcome import Outcome

WORKER = Path(__file__).parent / "worker"
THREADS = ("OPENBLAS", "OMP", "MKL", "NUMEXPR", "VECLIB_MAXIMUM")

Message = dict[str, Any]
Oracle = Callable[[str, list[Any], dict[str, Any]], Outcome]


class RoomLost(Exception):
    """The room's program is gone: ``time`` or ``crashed``."""

    def __init__(self, reason: str, words: str) -> None:
        super().__init__(words)
        self.reason = reason


class Room:
    """One worker process with its folder.

    Parameters
    ----------
    limits : Limits
    files : list of Path
        Public files to be found in the working folder.
    tier : str
        ``"namespaces"`` or ``"none"``: how the room is shut.
    trusted : bool
        The course's own code: it may import the references, and is not shut in.
    """

    def __init__(
        self,
        limits: Limits,
        files: list[Path],
        tier: str = "none",
        trusted: bool = False,
    ) -> None:
        self.limits = limits
        self.trusted = trusted
        self.tier = "none" if trusted else tier
        self.home = Path(tempfile.mkdtemp(prefix="room-")).resolve()
        self.folder = self.home / "work"
        for name in ("work", "root", "kit"):
            (self.home / name).mkdir()
        for path in (*files, *_fonts()):
            sub = ".matplotlib" if path.name.startswith("fontlist") else ""
            (self.folder / sub).mkdir(exist_ok=True)
            shutil.copy(path, self.folder / sub / path.name)
        kit = self.home / "kit"
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(WORKER, kit / "worker", ignore=ignore)
        (kit / "helpers").symlink_to(HELPERS)
        self.line, theirs = socket.socketpair()
        self.process = self._start(theirs, kit)
        theirs.close()

    def _start(self, theirs: socket.socket, kit: Path) -> subprocess.Popen[bytes]:
        spec = json.dumps(self._spec(kit))
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "worker", str(theirs.fileno()), spec],
            cwd=self.folder,
            env=self._environment(kit),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )

    def _spec(self, kit: Path) -> dict[str, Any]:
        """How the room is to be shut, for its program."""
        homes = {sys.prefix, sys.base_prefix, os.path.realpath(sys.base_prefix)}
        return {
            "tier": self.tier,
            "parent": os.getpid(),
            "folder": str(self.folder),
            "root": str(self.home / "root"),
            "visible": [*sorted(homes), str(kit), str(HELPERS)],
            "limits": {
                "memory": self.limits.memory,
                "total": self.limits.total,
                "processes": self.limits.processes,
                "cpu": self.limits.cpu,
                "disk": self.limits.disk,
            },
        }

    def _environment(self, kit: Path) -> dict[str, str]:
        kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH")
        env = {name: os.environ[name] for name in kept if name in os.environ}
        env |= {f"{name}_NUM_THREADS": "1" for name in THREADS}
        home = str(self.folder)
        return env | {
            "PYTHONPATH": os.pathsep.join([str(kit), str(ROOT)][: 1 + self.trusted]),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "HOME": home,
            "IPYTHONDIR": f"{home}/.ipython",
            "MPLCONFIGDIR": f"{home}/.matplotlib",
            "TMPDIR": home,
        }

    def ask(
        self,
        message: Message,
        seconds: float,
        oracle: Oracle | None = None,
        interrupt: bool = False,
    ) -> Message:
        """Send one message and wait for its reply.

        Parameters
        ----------
        message : dict
        seconds : float
        oracle : callable
            Answers the room's questions about reference functions.
        interrupt : bool
            Press Ctrl-C when the time is up, and wait a little longer.

        Raises
        ------
        RoomLost
            When the time is up or the program ended.
        """
        deadline = time.monotonic() + seconds
        try:
            self.line.sendall(encode(message))
            while True:
                reply = self._receive(deadline)
                if "ask" not in reply:
                    return reply
                answer = self._answer(reply, oracle)
                self.line.sendall(encode(answer.pack()))
        except TimeoutError:
            if interrupt and self.process.poll() is None:
                return self._interrupted(seconds)
            raise self._lost("time", f"no end after {seconds:g} s") from None
        except (OSError, EOFError, CodecError) as error:
            raise self._ended(error) from error

    def _answer(self, reply: Message, oracle: Oracle | None) -> Outcome:
        name, args, kwargs = reply["ask"], reply.get("args"), reply.get("kwargs")
        sound = isinstance(args, list) and isinstance(kwargs, dict)
        if oracle is None or not isinstance(name, str) or not sound:
            raise CodecError("room: got a question, expected none.")
        return oracle(name, list(args or []), dict(kwargs or {}))

    def _receive(self, deadline: float) -> Message:
        head = self._exactly(HEAD.size, deadline)
        message = decode(head + self._exactly(sum(frame_lengths(head)), deadline))
        if not isinstance(message, dict):
            raise CodecError("room: got a reply that is no dict.")
        return message

    def _exactly(self, count: int, deadline: float) -> bytes:
        content = bytearray()
        while len(content) < count:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self.line.settimeout(left)
            part = self.line.recv(min(count - len(content), 2**20))
            if not part:
                raise EOFError("the line is closed")
            content += part
        return bytes(content)

    def _ended(self, error: Exception) -> RoomLost:
        words = self._last_words(error)
        if self.process.returncode == MEMORY_CODE:
            return self._lost("memory", "it took more memory than there is")
        return self._lost("crashed", words)

    def _last_words(self, error: Exception) -> str:
        try:
            code = self.process.wait(0.5)
        except subprocess.TimeoutExpired:
            return f"it sent what cannot be read ({error})"
        if code < 0:
            return f"the program was ended by {signal.Signals(-code).name}"
        return f"the program ended itself with code {code}"

    def _lost(self, reason: str, words: str) -> RoomLost:
        self.close()
        return RoomLost(reason, words)

    def _interrupted(self, seconds: float) -> Message:
        """Press Ctrl-C; the reply, if one comes within the time of grace."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self._receive(time.monotonic() + self.limits.grace)
        except TimeoutError:
            raise self._lost("time", f"no end after {seconds:g} s") from None
        except (OSError, EOFError, CodecError) as error:
            raise self._ended(error) from error

    def close(self) -> None:
        """End the program and all that it started; remove the folder."""
        if self.process.poll() is None or self.home.exists():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.line.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@cache
def _fonts() -> tuple[Path, ...]:
    """Matplotlib's list of fonts: made once here, it need not be made in each room."""
    import matplotlib
    import matplotlib.font_manager  # noqa: F401, makes the list

    return tuple(Path(matplotlib.get_cachedir()).glob("fontlist-*.json"))
