"""The reference functions in a process of their own, asked by name."""

from typing import Any

from autograder.examine.limits import Limits
from autograder.examine.room import Room, RoomLost
from autograder.paths import module_file
from helpers.checks.outcome import Outcome


class Oracle:
    """Answers calls of reference functions within a time limit.

    A room may ask with any arguments, so the answer is computed where it can be
    ended, and never in the examiner itself.

    Parameters
    ----------
    stem : str
    names : list of str
        Graded functions, the only ones that are answered.
    limits : Limits
    """

    def __init__(self, stem: str, names: list[str], limits: Limits) -> None:
        self.source = module_file("reference", stem).read_text(encoding="utf-8")
        self.names = names
        self.limits = limits
        self.room: Room | None = None

    def answer(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> Outcome:
        """Outcome of one reference call."""
        if name not in self.names:
            return Outcome("raised", error="NameError", text=f"no function {name!r}")
        message = {"do": "reference", "name": name, "args": args, "kwargs": kwargs}
        try:
            return Outcome.unpack(self._room().ask(message, self.limits.call))
        except RoomLost as lost:
            self.room = None
            return Outcome("raised", error="TimeoutError", text=str(lost))

    def _room(self) -> Room:
        if self.room is None:
            self.room = Room(self.limits, [], trusted=True)
            message = {"do": "lean", "cells": [self.source], "names": self.names}
            self.room.ask(message, self.limits.start)
        return self.room

    def __enter__(self) -> "Oracle":
        return self

    def __exit__(self, *_: object) -> None:
        if self.room:
            self.room.close()
