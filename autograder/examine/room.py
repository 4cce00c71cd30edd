"""A room for a stranger's code, and the line to it."""

import contextlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from autograder.examine.clock import Clock
from autograder.examine.limits import Limits
from autograder.examine.line import Line
from autograder.examine.process import Forked, Spawned, environment, start
from autograder.examine.worker import (
    DISK_CODE,
    KILLED_CODE,
    MEMORY_CODE,
    UNOPENED_CODE,
)
from autograder.examine.worker.disk import remove
from autograder.paths import HELPERS, ROOT
from helpers.checks.values import (
    CodecError,
    decode,
    encode,
)

AHEAD = 64 * 2**10  # bytes of messages that may wait in the line

Message = dict[str, Any]
Relay = Callable[[Message, bytes], bytes]


class RoomLost(Exception):
    """The room's program is gone: ``time``, ``memory`` or ``crashed``."""

    def __init__(self, reason: str, words: str) -> None:
        super().__init__(words)
        self.reason = reason


class Room:
    """One process that answers, with its folder.

    Parameters
    ----------
    limits : Limits
    files : list of Path
        Public files to be found in the working folder.
    tier : str
        One of `tiers.TIERS`: how the room is shut.
    trusted : bool
        The course's own code: it may import the references, and is not shut in.

    Attributes
    ----------
    killed : bool
        It was ended by somebody, the system or the learner's own code.
    """

    def __init__(
        self,
        limits: Limits,
        files: list[Path],
        tier: str = "none",
        trusted: bool = False,
    ) -> None:
        self.limits = limits
        self.tier = "none" if trusted else tier
        self.killed = False
        self.home = Path(tempfile.mkdtemp(prefix="room-")).resolve()
        self.folder = self.home / "work"
        for name in ("work", "root"):
            (self.home / name).mkdir()
        for path in files:
            shutil.copy(path, self.folder)
        self.process: Forked | Spawned = start(self._spec(trusted))
        self.line = Line(self.process.line)

    def _spec(self, trusted: bool) -> dict[str, Any]:
        """How the room is to be shut, for its program."""
        homes = {sys.prefix, sys.base_prefix, os.path.realpath(sys.base_prefix)}
        return {
            "tier": self.tier,
            "folder": str(self.folder),
            "root": str(self.home / "root"),
            "environment": environment(self.folder),
            "paths": [str(ROOT)] if trusted else [],
            "visible": [*sorted(homes), str(HELPERS)],
            "limits": asdict(self.limits),
        }

    def ask(self, message: Message, seconds: float, interrupt: bool = False) -> Message:
        """Send one message and wait for its reply.

        Parameters
        ----------
        message : dict
        seconds : float
            Of processor time; on a busy machine it may take longer.
        interrupt : bool
            Press Ctrl-C when the time is up, and wait a little longer.

        Raises
        ------
        RoomLost
            When the time is up or the program ended.
        """
        try:
            return next(self.replies([encode(message)], lambda: seconds))
        except TimeoutError:
            if interrupt and self.process.wait(0) is None:
                return self._interrupted(seconds)
            raise self._late(seconds) from None

    def replies(
        self,
        frames: Sequence[bytes],
        seconds: Callable[[], float],
        relay: Relay | None = None,
    ) -> Iterator[Message]:
        """Send many messages and give their replies, in order.

        While the room works on one message, a few more wait in the line.

        Parameters
        ----------
        frames : sequence of bytes
            Messages, encoded.
        seconds : callable
            Asked before each reply: how long it may take.
        relay : callable
            Answers the room's questions about reference functions.

        Raises
        ------
        RoomLost
            When the program ended.
        TimeoutError
            When the time is up; the room is still there.
        """
        sent = waiting = 0
        for i, frame in enumerate(frames):
            clock = Clock(self.process, seconds())
            with self._watched():
                while sent < len(frames) and self._may_send(
                    frames[sent], waiting, sent == i, relay
                ):
                    self.line.send(frames[sent])
                    waiting += len(frames[sent])
                    sent += 1
                reply = self._reply(clock, relay)
            waiting -= len(frame)
            yield reply

    def relay(self, frame: bytes, seconds: float) -> bytes:
        """Send a frame as it is and give the reply as it is.

        Raises
        ------
        RoomLost
            When the time is up or the program ended.
        """
        clock = Clock(self.process, seconds)
        try:
            with self._watched():
                self.line.send(frame)
                return self.line.receive(clock)
        except TimeoutError:
            raise self._late(seconds) from None

    @staticmethod
    def _may_send(frame: bytes, waiting: int, due: bool, relay: Relay | None) -> bool:
        """Whether to send now; a room that asks back expects an answer, no message."""
        return due or (relay is None and waiting + len(frame) <= AHEAD)

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except TimeoutError:
            raise
        except (OSError, EOFError, CodecError) as error:
            raise self._ended(error) from error

    def _reply(self, clock: Clock, relay: Relay | None) -> Message:
        while True:
            frame = self.line.receive(clock)
            message = decode(frame)
            if not isinstance(message, dict):
                raise CodecError("room: got a reply that is no dict.")
            if "unopened" in message:
                raise CodecError(f"it could not be shut: {message['unopened']}")
            if "ask" not in message:
                return message
            if relay is None:
                raise CodecError("room: got a question, expected none.")
            with clock.paused():
                answer = relay(message, frame)
            self.line.send(answer)

    def _ended(self, error: Exception) -> RoomLost:
        code = self.process.wait(0.5)
        if code == MEMORY_CODE:
            return self._lost("memory", "it took more memory than there is")
        if code == DISK_CODE:
            return self._lost("crashed", "it wrote more than there is room for")
        if code == UNOPENED_CODE:
            return self._lost("crashed", str(error))
        if code is None:
            return self._lost("crashed", f"it sent what cannot be read ({error})")
        if code > 128:
            name = signal.Signals(code - 128).name
            self.killed = code == KILLED_CODE
            return self._lost("crashed", f"the program was ended by {name}")
        return self._lost("crashed", f"the program ended itself with code {code}")

    def _lost(self, reason: str, words: str) -> RoomLost:
        self.close()
        return RoomLost(reason, words)

    def _late(self, seconds: float) -> RoomLost:
        return self._lost("time", f"no end after {seconds:g} s")

    def _interrupted(self, seconds: float) -> Message:
        """Press Ctrl-C; the reply, if one comes within the time of grace."""
        self.process.interrupt()
        try:
            with self._watched():
                return self._reply(Clock(self.process, self.limits.grace), None)
        except TimeoutError:
            raise self._late(seconds) from None

    def close(self) -> None:
        """End the program and all that it started; remove the folder."""
        self.process.close()
        remove(str(self.home))

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
