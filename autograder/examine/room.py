"""A process of its own for a stranger's code, and the line to it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder.examine.limits import Limits
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


class Plain:
    """No isolation: a private folder, a clean environment, memory and time limits.

    Other tiers wrap the command; everything else stays as it is.
    """

    name = "none"

    def command(self, argv: list[str], folder: Path) -> list[str]:
        """The command that starts the room's program in its folder."""
        return argv


class Room:
    """One worker process with its folder.

    Parameters
    ----------
    limits : Limits
    files : list of Path
        Public files to be found in the working folder.
    tier : Plain
    trusted : bool
        The course's own code: it may import the references.
    """

    def __init__(
        self,
        limits: Limits,
        files: list[Path],
        tier: Plain | None = None,
        trusted: bool = False,
    ) -> None:
        self.limits = limits
        self.trusted = trusted
        self.folder = Path(tempfile.mkdtemp(prefix="room-"))
        self.tier = tier or Plain()
        for path in files:
            shutil.copy(path, self.folder / path.name)
        kit = self.folder / ".kit"
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(WORKER, kit / "worker", ignore=ignore)
        (kit / "helpers").symlink_to(HELPERS)
        self.line, theirs = socket.socketpair()
        self.process = self._start(theirs, kit)
        theirs.close()

    def _start(self, theirs: socket.socket, kit: Path) -> subprocess.Popen[bytes]:
        number, memory = str(theirs.fileno()), str(self.limits.memory)
        parent = str(os.getpid())
        argv = [sys.executable, "-P", "-m", "worker", number, memory, parent]
        return subprocess.Popen(
            self.tier.command(argv, self.folder),
            cwd=self.folder,
            env=self._environment(kit),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )

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
            "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", f"{home}/.matplotlib"),
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
            raise self._lost("crashed", self._last_words(error)) from error

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
            raise self._lost("crashed", self._last_words(error)) from error

    def close(self) -> None:
        """End the program and all that it started; remove the folder."""
        if self.process.poll() is None or self.folder.exists():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.line.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
