"""What a room answers: runs cells, calls functions, sends values."""

import builtins
import json
import socket
from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.checks.values import (
    HEAD,
    CodecError,
    Outcome,
    decode,
    encode,
    frame_lengths,
    observe,
)

from .lean import define

Message = dict[str, Any]


class Worker:
    """Answers the examiner's messages until the line is closed."""

    def __init__(self, line: socket.socket, limits: dict[str, int]) -> None:
        self.line = line
        self.limits = limits
        self.namespace: dict[str, Any] = {"__name__": "__main__"}
        self.shell: Any = None

    def serve(self) -> None:
        """Answer message after message."""
        while message := self._receive():
            action = getattr(self, f"do_{message.pop('do')}")
            try:
                self._send(action(**message))
            except KeyboardInterrupt:
                self._send({"interrupted": True})

    def do_lean(
        self, cells: list[str], names: list[str], strict: bool = False
    ) -> Message:
        """Define what the named functions need, without running the rest."""
        complaints = define(cells, names, self.namespace, strict)
        return {"complaints": complaints, "defined": self._defined(names)}

    def do_cell(self, source: str, names: list[str]) -> Message:
        """Run one cell in an IPython shell and send its outputs."""
        if self.shell is None:
            from .shell import start_shell

            self.shell = start_shell(self.limits)
            self.namespace = self.shell.user_ns
        outputs, count = self.shell.run_and_capture(source)
        content = np.frombuffer(json.dumps(outputs).encode(), np.uint8)
        return {"outputs": content, "count": count, "defined": self._defined(names)}

    def do_call(self, name: str, args: dict[str, Any], replace: list[str]) -> Message:
        """Call one function by its name."""
        function = self.namespace.get(name)
        if function is None:
            return Outcome("missing", text=f"There is no `{name}` in it.").pack()
        if not callable(function):
            kind = type(function).__name__
            return Outcome("missing", text=f"`{name}` is a {kind}, no function.").pack()
        proxies = {other: self._proxy(other) for other in replace}
        try:
            outcome = observe(function, args, proxies)
        except SystemExit:
            outcome = Outcome("raised", error="SystemExit", text="it ends the program")
        if outcome.error == "MemoryError":
            outcome = Outcome("memory", text="It asks for more memory than there is.")
        return outcome.pack()

    def do_answer(self, names: list[str]) -> Message:
        """Answer questions about the named functions, and nothing else from now on."""
        self._send({"ready": self._defined(names)})
        while question := self._receive():
            self._send(self._answer(names, **question))
        return {}

    def _answer(self, names: list[str], ask: str, args: Any, kwargs: Any) -> Message:
        """Call a function of the course's own, arguments in any form."""
        if ask not in names:
            text = f"no function {ask!r}"
            return Outcome("raised", error="NameError", text=text).pack()

        def call(args: list[Any], kwargs: Message) -> Any:
            return self.namespace[ask](*args, **kwargs)

        return observe(call, {"args": args, "kwargs": kwargs}).pack()

    def _defined(self, names: list[str]) -> list[str]:
        return [name for name in names if callable(self.namespace.get(name))]

    def _proxy(self, name: str) -> Callable[..., Any]:
        """A function that the examiner answers: values travel, code does not."""

        def ask(*args: Any, **kwargs: Any) -> Any:
            self._send({"ask": name, "args": list(args), "kwargs": kwargs})
            reply = Outcome.unpack(self._receive())
            if reply.kind == "value":
                return reply.value
            raise getattr(builtins, reply.error or "RuntimeError")(reply.text)

        return ask

    def _send(self, message: Message) -> None:
        try:
            frame = encode(message)
        except CodecError as error:
            frame = encode(Outcome("odd", text=str(error)).pack())
        self.line.sendall(frame)

    def _receive(self) -> Message:
        head = self._exactly(HEAD.size)
        if not head:
            return {}
        message: Message = decode(head + self._exactly(sum(frame_lengths(head))))
        return message

    def _exactly(self, count: int) -> bytes:
        parts: list[bytes] = []
        while count and (part := self.line.recv(min(count, 2**20))):
            parts.append(part)
            count -= len(part)
        return b"".join(parts)
