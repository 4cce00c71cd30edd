"""The line to a room: whole frames, and neither side can make the other wait."""

import select
import socket

from autograder.examine.clock import Clock
from helpers.checks.values import HEAD, frame_lengths

PART = 2**20


class Line:
    """One end of a socket pair.

    What is sent is kept here until the room takes it; while we wait for a reply, both
    directions move, so two large messages cannot block each other.

    Parameters
    ----------
    line : socket
    """

    def __init__(self, line: socket.socket) -> None:
        self.line = line
        self.line.setblocking(False)
        self.unsent = bytearray()
        self.poll = select.poll()

    def send(self, frame: bytes) -> None:
        """Send a frame, as far as the room takes it now."""
        self.unsent += frame
        self._push()

    def receive(self, clock: Clock) -> bytes:
        """The next frame.

        Raises
        ------
        TimeoutError
            When the clock has run out.
        EOFError, OSError
            When the room is gone.
        CodecError
            When the frame is none or too large.
        """
        head = self._exactly(HEAD.size, clock)
        return head + self._exactly(sum(frame_lengths(head)), clock)

    def _exactly(self, count: int, clock: Clock) -> bytes:
        content = bytearray()
        while len(content) < count:
            wanted = select.POLLIN | (select.POLLOUT if self.unsent else 0)
            self.poll.register(self.line, wanted)
            events = dict(self.poll.poll(1000 * clock.left()))
            found = events.get(self.line.fileno(), 0)
            if found & select.POLLOUT:
                self._push()
            if found & ~select.POLLOUT:
                content += self._read(count - len(content))
        return bytes(content)

    def _read(self, most: int) -> bytes:
        try:
            part = self.line.recv(min(most, PART))
        except BlockingIOError:
            return b""
        if not part:
            raise EOFError("the line is closed")
        return part

    def _push(self) -> None:
        try:
            while self.unsent:
                del self.unsent[: self.line.send(self.unsent[:PART])]
        except BlockingIOError:
            pass
