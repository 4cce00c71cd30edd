"""The reference functions in a process of their own, asked by name."""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Collection
from typing import Any

from autograder.examine.limits import Limits
from autograder.examine.room import Message, Room, RoomLost
from autograder.paths import module_file
from helpers.checks.values import Outcome, Rng, Source, encode

REMEMBERED = 32 * 2**20  # bytes of answers


class Oracle:
    """Answers calls of reference functions within a time limit.

    A room may ask with any arguments, so the answer is computed where it can be
    ended, and never in the examiner itself. Frames pass from room to room as they
    are; many learners ask the same, so answers are remembered.

    Parameters
    ----------
    stem, version : str
        The assignment.
    names : list of str
        Graded functions, the only ones that are answered.
    limits : Limits
    """

    def __init__(
        self, stem: str, version: str, names: list[str], limits: Limits
    ) -> None:
        self.source = module_file("reference", stem).read_text(encoding="utf-8")
        self.key = f"{stem}/{version}/".encode()
        self.names = names
        self.limits = limits
        self.room: Room | None = None
        self.opened: list[Room] = []

    def answer(
        self, names: Collection[str], end: float, question: Message, frame: bytes
    ) -> bytes:
        """Reply to one question, both as frames.

        Parameters
        ----------
        names : collection of str
            Functions that stand in for the learner's now; no other is answered.
        end : float
            Until when, on the monotonic clock: a room could ask without end.
        question : dict
            The frame's content.
        frame : bytes
        """
        if not _sound(question) or question["ask"] not in names:
            return _refusal("TypeError", "a question of another form")
        key = hashlib.sha256(self.key + frame).digest()
        known = _ANSWERS.recall(key)
        if known:
            return known
        if time.monotonic() > end:
            return _refusal("TimeoutError", "the references have worked long enough")
        try:
            reply = self._room().relay(frame, self.limits.call)
        except RoomLost as lost:
            self.room = None
            return _refusal("TimeoutError", str(lost))
        _ANSWERS.keep(key, reply)
        return reply

    def _room(self) -> Room:
        if self.room is None:
            self.room = Room(self.limits, [], trusted=True)
            self.opened.append(self.room)
            message = {"do": "lean", "cells": [self.source], "names": self.names}
            self.room.ask(message, self.limits.start)
            self.room.ask({"do": "answer", "names": self.names}, self.limits.start)
        return self.room

    def close(self) -> None:
        """End the process."""
        if self.room:
            self.room.close()


def _refusal(error: str, text: str) -> bytes:
    return encode(Outcome("raised", error=error, text=text).pack())


def _sound(question: Message) -> bool:
    """Whether a question has the right form, and plain data for arguments.

    A text to be evaluated is for the room, where it comes from the cases; from the
    room it would be a stranger's code in the references' own process.
    """
    kinds = {"ask": str, "args": list, "kwargs": dict}
    return set(question) == set(kinds) and all(
        isinstance(question[name], kind) and _is_plain(question[name])
        for name, kind in kinds.items()
    )


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    return not isinstance(value, Source | Rng)


class _Answers:
    """Replies by question, the oldest forgotten first."""

    def __init__(self) -> None:
        self.found: OrderedDict[bytes, bytes] = OrderedDict()
        self.size = 0
        self.lock = threading.Lock()

    def recall(self, key: bytes) -> bytes | None:
        return self.found.get(key)

    def keep(self, key: bytes, reply: bytes) -> None:
        with self.lock:
            if self.found.setdefault(key, reply) is reply:
                self.size += len(reply)
            while self.size > REMEMBERED:
                self.size -= len(self.found.popitem(last=False)[1])


_ANSWERS = _Answers()
