"""The rooms of one submission: opened when needed, left when something is wrong."""

import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from autograder.examine.full import run_cells
from autograder.examine.limits import Limits
from autograder.examine.notebook import Submission
from autograder.examine.oracle import Oracle
from autograder.examine.room import Message, Room, RoomLost
from autograder.examine.trial import WORDS, Trial
from autograder.paths import built_folder, released_folder
from autograder.truth.assignment import Assignment
from helpers.checks.values import Outcome

Open = Callable[[], Room]
Tell = Callable[[str], None]
Names = Collection[str]


class Defined:
    """A room with the functions defined; a new one where the last was left.

    When the cells that they need do not end, or end the program, only plain
    definitions are run; when these do so too, there is no room for anyone.
    """

    def __init__(
        self,
        open_room: Open,
        cells: list[str],
        names: list[str],
        limits: Limits,
        tell: Tell,
    ) -> None:
        self.open_room = open_room
        self.message: Message = {"do": "lean", "cells": cells, "names": names}
        self.seconds = limits.start + limits.cell
        self.tell = tell
        self.room: Room | None = None
        self.strict = False
        self.hopeless: RoomLost | None = None

    def enter(self) -> Room:
        """The room.

        Raises
        ------
        RoomLost
            When there can be none.
        """
        while self.room is None:
            if self.hopeless:
                raise self.hopeless
            room = self.open_room()
            try:
                self._define(room)
                self.room = room
            except RoomLost as lost:
                self.hopeless = lost if self.strict else None
                self.strict = True
                self.tell(f"A cell that the functions need was left out: {lost}.")
        return self.room

    def leave(self) -> None:
        """Close it; the next function gets a new one."""
        if self.room:
            self.room.close()
        self.room = None

    def _define(self, room: Room) -> None:
        reply = room.ask(self.message | {"strict": self.strict}, self.seconds)
        complaints = reply.get("complaints")
        for complaint in complaints[:5] if isinstance(complaints, list) else ():
            self.tell(f"It stopped in {str(complaint)[:300]}")


class Whole:
    """A room after all cells of the notebook, run once, beside the judging."""

    def __init__(
        self,
        open_room: Open,
        submission: Submission,
        names: list[str],
        limits: Limits,
        tell: Tell,
    ) -> None:
        self.open_room = open_room
        self.run = partial(run_cells, submission, names, limits=limits)
        self.tell = tell
        self.running: Future[None] | None = None
        self.room: Room | None = None

    def start(self) -> "Future[None]":
        """Begin to run the cells, in a thread of its own."""
        if self.running is None:
            thread = ThreadPoolExecutor(1, "whole")
            self.running = thread.submit(self._run)
            thread.shutdown(wait=False)
        return self.running

    def enter(self) -> Room | None:
        """The room, once all cells have run; None where it was lost or left."""
        self.start().result()
        return self.room

    def leave(self) -> None:
        """Close it for good, once all cells have run."""
        if self.running:
            self.running.result()
        if self.room:
            self.room.close()
        self.room = None

    def _run(self) -> None:
        self.room, note = self.run(room=self.open_room())
        if note:
            self.tell(note)


class Rooms:
    """Calls a learner's functions, each in a room that nobody has spoilt.

    Parameters
    ----------
    assignment : Assignment
    submission : Submission
        A run of all cells puts fresh outputs into its notebook.
    limits : Limits
    isolation : str
        How the rooms are shut.
    tell : callable
        Gets what is worth a note.
    """

    def __init__(
        self,
        assignment: Assignment,
        submission: Submission,
        limits: Limits,
        isolation: str,
        tell: Tell,
    ) -> None:
        names = [exercise.name for exercise in assignment.exercises]
        self.limits = limits
        self.deadline = time.monotonic() + limits.notebook
        self.new = partial(Room, limits, public_files(assignment.stem), isolation)
        self.opened: list[Room] = []
        self.oracle = Oracle(assignment.stem, assignment.version, names, limits)
        self.defined = Defined(self._open, submission.cells, names, limits, tell)
        self.whole = Whole(self._open, submission, names, limits, tell)

    @property
    def disturbed(self) -> bool:
        """Whether somebody killed a room: the learner's code will do so each time."""
        return any(room.killed for room in (*self.opened, *self.oracle.opened))

    def outcomes(self, trial: Trial, instead_of: Names = ()) -> list[Outcome]:
        """The outcome of every case, after all cells where fewer are not enough.

        Parameters
        ----------
        trial : Trial
        instead_of : collection of str
            Earlier functions in whose place the reference versions are met.
        """
        found = self._once_defined(trial, instead_of)
        if any(o.kind == "missing" or o.error == "NameError" for o in found):
            return self._after_all_cells(trial, instead_of) or found
        return found

    def leave(self) -> None:
        """Leave the room of a function that went wrong: who knows what it did there."""
        self.defined.leave()

    def _once_defined(self, trial: Trial, instead_of: Names) -> list[Outcome]:
        """Once the room is lost, the remaining cases have its fate."""
        found: list[Outcome] = []
        try:
            for reply in self._replies(self.defined.enter(), trial, instead_of):
                found.append(Outcome.unpack(reply))
        except TimeoutError:
            fate = RoomLost("time", f"no end after {self.limits.call:g} s")
        except RoomLost as lost:
            fate = lost
        else:
            return found
        self.defined.leave()
        return found + [_stopped(fate)] * (len(trial.checks.expected) - len(found))

    def _after_all_cells(self, trial: Trial, instead_of: Names) -> list[Outcome]:
        """None at all where that room is lost."""
        start = time.monotonic()
        room = self.whole.enter()
        self.deadline += time.monotonic() - start  # its cells cost no other function
        try:
            replies = self._replies(room, trial, instead_of) if room else ()
            return [Outcome.unpack(reply) for reply in replies]
        except (RoomLost, TimeoutError):
            self.whole.leave()
            return []

    def _replies(self, room: Room, trial: Trial, names: Names) -> Iterator[Message]:
        end = time.monotonic() + self.limits.exercise
        relay = partial(self.oracle.answer, names, end) if names else None
        return room.replies(trial.frames(names), partial(self._left, end), relay)

    def _left(self, end: float) -> float:
        """Seconds for the next call of a function whose calls end then.

        Raises
        ------
        TimeoutError
            When the notebook's time is up.
        """
        if time.monotonic() > self.deadline:
            raise TimeoutError
        return max(min(self.limits.call, end - time.monotonic()), 0.01)

    def _open(self) -> Room:
        self.opened.append(self.new())
        return self.opened[-1]

    def __enter__(self) -> "Rooms":
        return self

    def __exit__(self, *_: object) -> None:
        self.oracle.close()
        self.defined.leave()
        self.whole.leave()


def public_files(stem: str) -> list[Path]:
    """Files that lie beside the released notebook, or the built one before that."""
    folder = released_folder(stem)
    folder = folder if folder.is_dir() else built_folder(stem)
    found = folder.iterdir() if folder.is_dir() else []
    return sorted(p for p in found if p.is_file() and p.suffix != ".ipynb")


def _stopped(fate: RoomLost) -> Outcome:
    """The outcome of a call with which the room was lost."""
    if fate.reason == "time":
        words = f"The call did not end: {fate}. Is there a loop without end?"
    elif fate.reason == "memory":
        words = WORDS["memory"]
    else:
        words = f"The call ended the whole program: {fate}."
    return Outcome(fate.reason, text=words)
