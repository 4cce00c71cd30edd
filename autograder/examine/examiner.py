"""One submission: run it in a room, call its functions, judge what comes back."""

import contextlib
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from autograder.examine.attempt import judged, stopped
from autograder.examine.full import run_cells
from autograder.examine.limits import Limits
from autograder.examine.notebook import Submission
from autograder.examine.oracle import Oracle
from autograder.examine.room import Room, RoomLost
from autograder.examine.verdict import Result
from autograder.paths import RELEASE, built_folder
from autograder.truth.assignment import Assignment, Exercise
from autograder.truth.frozen import fresh, frozen, mistakes
from autograder.truth.secret import fresh_seed
from helpers.checks.judging import Exercise as Stored
from helpers.checks.judging import Expected, Judgement
from helpers.checks.values import Case, Outcome, encode

SLIP = (
    "Judged with the reference version of {names}: an error there cost its marks "
    "there, and costs none here."
)


class Examiner:
    """Examines one submission.

    Parameters
    ----------
    assignment : Assignment
    submission : Submission
    student : str
    secret : bytes
        The course's secret, from which this learner's fresh cases follow.
    limits : Limits
    isolation : str
        How the rooms are shut.
    """

    def __init__(
        self,
        assignment: Assignment,
        submission: Submission,
        student: str,
        secret: bytes,
        limits: Limits,
        isolation: str,
    ) -> None:
        self.assignment = assignment
        self.submission = submission
        self.student = student
        self.secret = secret
        self.limits = limits
        self.isolation = isolation
        self.names = [exercise.name for exercise in assignment.exercises]
        self.deadline = time.monotonic() + limits.notebook
        self.notes: list[str] = []
        self.unsound: set[str] = set()
        self.endless: set[str] = set()
        self.room: Room | None = None
        self.whole: Room | None = None
        self.running: Future[None] | None = None
        self.strict = False
        self.hopeless: RoomLost | None = None
        self.opened: list[Room] = []

    @property
    def disturbed(self) -> bool:
        """Whether somebody killed a room: the learner's code will do so each time."""
        return any(room.killed for room in self.opened)

    @contextlib.contextmanager
    def oracle(self) -> Iterator[Oracle]:
        """The reference functions, behind a line of their own."""
        known = self.assignment
        with Oracle(known.stem, known.version, self.names, self.limits) as oracle:
            yield oracle
        self.opened += oracle.opened

    def rows(self, whole: bool) -> list[Result]:
        """One row per exercise, in order; after the whole notebook if wanted."""
        try:
            if whole:
                self._start_whole()
            with self.oracle() as oracle:
                return [self._row(e, oracle) for e in self.assignment.exercises]
        finally:
            if self.running:
                self.running.result()
            self.leave()

    def leave(self) -> None:
        """Close the rooms that are open."""
        for room in (self.room, self.whole):
            if room:
                room.close()
        self.room = self.whole = None

    def _start_whole(self) -> "Future[None]":
        """Run every cell of the notebook, once, while the functions are judged."""
        if self.running is None:
            thread = ThreadPoolExecutor(1, "whole")
            self.running = thread.submit(self._run_whole)
            thread.shutdown(wait=False)
        return self.running

    def _run_whole(self) -> None:
        room = self._open()
        self.whole, note = run_cells(self.submission, self.names, room, self.limits)
        self.notes += [note] if note else []

    def _row(self, exercise: Exercise, oracle: Oracle) -> Result:
        row = frozen(self.assignment.stem, exercise)
        expected = self._expected(exercise, row)
        replaced = [p for p in exercise.prerequisites if p in self.endless]
        outcomes = self._outcomes(exercise.name, expected, replaced, oracle)
        if _lacking(outcomes):
            outcomes = self._elsewhere(exercise.name, expected, outcomes)
        judgement = self._judge(exercise, row, expected, outcomes)
        slip = ""
        doubtful = [p for p in exercise.prerequisites if p in self.unsound]
        if replaced:
            slip = self._slip(replaced)
        elif (
            judgement.share < 1 and doubtful and not _unwritten(exercise.name, outcomes)
        ):
            again = self._outcomes(exercise.name, expected, doubtful, oracle)
            second = self._judge(exercise, row, expected, again)
            if second.share >= judgement.share:
                slip = self._slip(doubtful) if second.share > judgement.share else ""
                judgement, outcomes = second, again
        if judgement.share < 1:
            self.unsound.add(exercise.name)
            self._forget(exercise.name, outcomes)
        if any(outcome.kind in ("time", "crashed") for outcome in outcomes):
            self.endless.add(exercise.name)
        return judged(exercise, judgement, outcomes, slip)

    def _forget(self, name: str, outcomes: list[Outcome]) -> None:
        """Leave the room of a function that went wrong: who knows what it did there."""
        if self.room and not _unwritten(name, outcomes):
            self.room.close()
            self.room = None

    def _slip(self, names: list[str]) -> str:
        return SLIP.format(names=" and ".join(f"`{name}`" for name in names))

    def _expected(self, exercise: Exercise, row: Stored) -> list[Expected]:
        if row.sealed:
            return row.expected[:1]
        stem = self.assignment.stem
        seed = fresh_seed(self.secret, self.student, stem, exercise.name)
        return row.expected + fresh(exercise, seed, row.expected)

    def _judge(
        self,
        exercise: Exercise,
        row: Stored,
        expected: list[Expected],
        outcomes: list[Outcome],
    ) -> Judgement:
        case_row = Stored(**{**vars(row), "expected": expected})
        judgement = case_row.judge(outcomes)
        if judgement.failure is None or row.sealed:
            return judgement
        known = known_mistakes(self.assignment, exercise, row)
        return Stored(**{**vars(case_row), "mistakes": known}).judge(outcomes)

    def _outcomes(
        self, name: str, expected: list[Expected], replace: list[str], oracle: Oracle
    ) -> list[Outcome]:
        """The outcome of every case; once the room is lost, the rest have its fate."""
        end = time.monotonic() + self.limits.exercise
        frames = [call_frame(name, e.case, replace) for e in expected]
        relay = partial(oracle.answer, replace, end) if replace else None
        outcomes: list[Outcome] = []
        try:
            room = self._room()
            for reply in room.replies(frames, partial(self._left, end), relay):
                outcomes.append(Outcome.unpack(reply))
        except TimeoutError:
            room.close()
            fate = RoomLost("time", f"no end after {self.limits.call:g} s")
        except RoomLost as lost:
            fate = lost
        else:
            return outcomes
        self.room = None
        lost_one = stopped(fate.reason, str(fate))
        return outcomes + [lost_one] * (len(expected) - len(outcomes))

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

    def _elsewhere(
        self, name: str, expected: list[Expected], outcomes: list[Outcome]
    ) -> list[Outcome]:
        """The outcomes after a run of the whole notebook, where that gives any."""
        start = time.monotonic()
        self._start_whole().result()
        self.deadline += time.monotonic() - start  # its cells cost no other function
        if self.whole is None:
            return outcomes
        try:
            end = time.monotonic() + self.limits.exercise
            frames = [call_frame(name, e.case, []) for e in expected]
            replies = self.whole.replies(frames, partial(self._left, end))
            return [Outcome.unpack(reply) for reply in replies]
        except (RoomLost, TimeoutError):
            self.whole.close()
            self.whole = None
            return outcomes

    def _room(self) -> Room:
        """The room with the functions defined; a new one where the last was lost.

        When the cells that they need do not end, or end the program, only plain
        definitions are run; when these do so too, there is no room for anyone.
        """
        while self.room is None:
            if self.hopeless:
                raise self.hopeless
            room = self._open()
            try:
                self._define(room)
                self.room = room
            except RoomLost as lost:
                self.hopeless = lost if self.strict else None
                self.strict = True
                self.notes.append(
                    f"A cell that the functions need was left out: {lost}."
                )
        return self.room

    def _open(self) -> Room:
        files = public_files(self.assignment.stem)
        self.opened.append(Room(self.limits, files, self.isolation))
        return self.opened[-1]

    def _define(self, room: Room) -> None:
        message = {"do": "lean", "cells": self.submission.cells, "names": self.names}
        seconds = self.limits.start + self.limits.cell
        reply = room.ask(message | {"strict": self.strict}, seconds)
        complaints = reply.get("complaints")
        if isinstance(complaints, list):
            words = [f"It stopped in {str(c)[:300]}" for c in complaints[:5]]
            self.notes = list(dict.fromkeys(self.notes + words))


_MISTAKES: dict[tuple[str, str, str], Any] = {}


def known_mistakes(assignment: Assignment, exercise: Exercise, row: Stored) -> Any:
    """Known mistakes on the frozen cases, computed once per process."""
    key = (assignment.stem, assignment.version, exercise.name)
    if key not in _MISTAKES:
        _MISTAKES[key] = mistakes(exercise, row.expected)
    return _MISTAKES[key]


def call_frame(name: str, case: Case, replace: list[str]) -> bytes:
    """The message that has a room call a function."""
    message = {"do": "call", "name": name, "args": case.args, "replace": replace}
    return encode(message)


def public_files(stem: str) -> list[Path]:
    """Files that lie beside the released notebook, or the built one before that."""
    folder = RELEASE / stem if (RELEASE / stem).is_dir() else built_folder(stem)
    found = folder.iterdir() if folder.is_dir() else []
    return sorted(p for p in found if p.is_file() and p.suffix != ".ipynb")


def _lacking(outcomes: list[Outcome]) -> bool:
    """Whether the part of the notebook that was run is not enough."""
    return any(o.kind == "missing" or o.error == "NameError" for o in outcomes)


def _unwritten(name: str, outcomes: list[Outcome]) -> bool:
    return all(o.kind == "missing" or o.unwritten(name) for o in outcomes)
