"""The three objects of an examination, each alone: trial, rooms, past."""

from types import SimpleNamespace

import pytest

from autograder.examine import rooms as rooms_module
from autograder.examine.examiner import examine_exercise
from autograder.examine.limits import Limits
from autograder.examine.past import Past
from autograder.examine.room import RoomLost
from autograder.examine.rooms import Rooms
from autograder.examine.trial import DAY, LONGEST, Trial
from helpers.checks.judging import Checks, Expected, Mistake
from helpers.checks.values import Case, Outcome, decode

TITLES = ("by hand", "any sizes")
STUB = Outcome("raised", error="NotImplementedError", inside="f")


def trial(*prerequisites, mistakes=()):
    """A function f of x that doubles it; the first case is its core."""
    cases = [Case(t, {"x": i}, core=not i) for i, t in enumerate(TITLES)]
    expected = [Expected(c, Outcome("value", 2 * c.args["x"]), 0.0) for c in cases]
    return Trial(
        Checks(
            "f",
            expected,
            [("y", None)],
            points=10.0,
            hint="Twice.",
            mistakes=mistakes,
            prerequisites=list(prerequisites),
        )
    )


def values(*found):
    return [Outcome("value", value) for value in found]


RIGHT, HALF, WRONG = values(0, 2), values(0, 5), values(1, 5)


class Scripted:
    """Rooms whose outcomes follow from what stands in for earlier functions."""

    def __init__(self, **by_names):
        self.by_names = by_names
        self.asked, self.left = [], 0

    def outcomes(self, trial, instead_of=()):
        self.asked.append("".join(instead_of))
        return self.by_names["".join(instead_of) or "own"]

    def leave(self):
        self.left += 1


def examined(rooms, past, *prerequisites):
    return examine_exercise(trial(*prerequisites), rooms, past)


def test_what_is_right_is_asked_once():
    rooms, past = Scripted(own=RIGHT), Past(unsound={"g"})
    found = examined(rooms, past, "g")
    assert (found.score, found.state, found.slip) == (10, "right", "")
    assert rooms.asked == [""] and not rooms.left and past.unsound == {"g"}


def test_a_slip_is_forgiven_and_said():
    rooms, past = Scripted(own=WRONG, g=RIGHT), Past(unsound={"g", "h"})
    found = examined(rooms, past, "g")
    assert (found.score, rooms.asked, rooms.left) == (10, ["", "g"], 0)
    assert found.slip.startswith("Judged with the reference version of `g`: ")
    assert past.unsound == {"g", "h"}


def test_a_reference_version_that_does_not_help_is_no_slip():
    rooms, past = Scripted(own=HALF, g=HALF), Past(unsound={"g"})
    found = examined(rooms, past, "g")
    assert 0 < found.score < 10 and found.slip == "" and rooms.left == 1
    assert past.unsound == {"f", "g"} and past.endless == set()


def test_the_learners_own_counts_where_it_is_better():
    rooms = Scripted(own=HALF, g=WRONG)
    assert examined(rooms, Past(unsound={"g"}), "g").score > 0


def test_what_does_not_come_back_is_replaced_from_the_first():
    rooms, past = Scripted(g=RIGHT), Past(unsound={"g"}, endless={"g"})
    found = examined(rooms, past, "g")
    assert rooms.asked == ["g"] and "of `g`" in found.slip and found.score == 10


def test_what_is_unsound_besides_is_replaced_next():
    rooms, past = Scripted(h=WRONG, gh=RIGHT), Past({"g", "h"}, endless={"h"})
    found = examined(rooms, past, "g", "h")
    assert rooms.asked == ["h", "gh"] and found.score == 10
    assert "of `g` and `h`" in found.slip


@pytest.mark.parametrize("outcome", [STUB, Outcome("missing", text="There is none.")])
def test_where_nothing_is_written_nothing_is_tried_again(outcome):
    rooms, past = Scripted(own=[outcome] * 2), Past(unsound={"g"})
    found = examined(rooms, past, "g")
    assert rooms.asked == [""] and not rooms.left and "f" in past.unsound
    assert found.reason == ("missing" if outcome.kind == "missing" else "not written")


def test_an_end_without_a_result_is_no_wrong_answer():
    lost, past = [Outcome("time", text="No end.")] * 2, Past()
    found = examined(Scripted(own=lost), past)
    assert (found.state, found.reason) == ("could not grade", "time")
    assert found.failure.message == "No end." and found.failure.hint == "Twice."
    assert past.endless == past.unsound == {"f"}


def test_a_known_mistake_is_named_and_no_text_or_time_is_boundless():
    known = Mistake("long" * LONGEST, values(1, 5))
    outcomes = [Outcome("value", value, seconds=1e308) for value in (1, 5)]
    found = trial(mistakes=[known]).judge(outcomes).result()
    assert found.failure.mistake == ("long" * LONGEST)[:LONGEST]
    assert found.seconds == DAY


def test_a_note_is_kept_once():
    past = Past()
    for note in ("One.", "Two.", "One."):
        past.tell(note)
    assert past.notes == ["One.", "Two."]


class FakeRoom:
    """Replies as a script says: values, or an exception for the call or the cells."""

    script: list = []

    def __init__(self, limits, files, isolation):
        self.killed, self.closed = False, False
        self.replied = self.script.pop(0)

    def ask(self, message, seconds):
        self.asked = message
        if isinstance(self.replied, RoomLost):
            raise self.replied
        return {"complaints": ["cell 1"]}

    def replies(self, frames, seconds, relay=None):
        self.frames, self.relay = [decode(frame) for frame in frames], relay
        for reply in self.replied:
            seconds()
            if isinstance(reply, Exception):
                raise reply
            yield Outcome("value", reply).pack()

    def close(self):
        self.closed = True


@pytest.fixture
def open_rooms(monkeypatch):
    """Rooms that follow a script; the last entry is for the one after all cells."""
    monkeypatch.setattr(rooms_module, "Room", FakeRoom)
    monkeypatch.setattr(rooms_module, "public_files", lambda stem: [])
    monkeypatch.setattr(rooms_module, "Oracle", lambda *_: SimpleNamespace(opened=[]))

    def run_cells(submission, names, room, limits):
        return room, "It ran."

    monkeypatch.setattr(rooms_module, "run_cells", run_cells)

    def load(*script):
        FakeRoom.script[:] = script
        exercises = [SimpleNamespace(name="f")]
        week = SimpleNamespace(stem="week", version="1", exercises=exercises)
        past = Past()
        submission = SimpleNamespace(cells=["x = 1"])
        return Rooms(week, submission, Limits(), "none", past.tell), past

    return load


def kinds(outcomes):
    return [outcome.kind for outcome in outcomes]


def test_every_case_is_called_in_one_room_which_stays(open_rooms):
    rooms, past = open_rooms([0, 2])
    assert [o.value for o in rooms.outcomes(trial())] == [0, 2]
    (room,) = rooms.opened
    assert [frame["args"] for frame in room.frames] == [{"x": 0}, {"x": 1}]
    assert room.frames[0]["name"] == "f" and room.relay is None and not room.closed
    assert past.notes == ["It stopped in cell 1"]


def test_a_reference_version_stands_in_through_the_oracle(open_rooms):
    rooms, _ = open_rooms([0, 2])
    rooms.oracle.answer = lambda names, end, question, frame: names
    rooms.outcomes(trial("g"), ("g",))
    assert rooms.opened[0].frames[0]["replace"] == ["g"]
    assert rooms.opened[0].relay({}, b"") == ("g",)


def test_the_rest_has_the_fate_of_the_call_that_was_lost(open_rooms):
    rooms, _ = open_rooms([0, RoomLost("memory", "too much")], [0, 2])
    assert kinds(rooms.outcomes(trial())) == ["value", "memory"]
    assert kinds(rooms.outcomes(trial())) == ["value", "value"]
    assert [room.closed for room in rooms.opened] == [True, False]


def test_the_rest_has_no_time_left_where_one_took_all(open_rooms):
    rooms, _ = open_rooms([TimeoutError()])
    assert kinds(rooms.outcomes(trial())) == ["time", "time"]
    assert rooms.opened[0].closed


def test_cells_that_end_the_program_are_left_out_once_and_then_there_is_no_room(
    open_rooms,
):
    lost = RoomLost("crashed", "it ended")
    rooms, past = open_rooms(lost, lost)
    for _ in range(2):
        assert kinds(rooms.outcomes(trial())) == ["crashed", "crashed"]
    assert [room.asked["strict"] for room in rooms.opened] == [False, True]
    assert past.notes == ["A cell that the functions need was left out: it ended."]


class Lacking(FakeRoom):
    """Replies that the function is missing, until all cells have run."""

    def replies(self, frames, seconds, relay=None):
        if self.replied == "lacking":
            yield from [Outcome("missing").pack()] * len(frames)
        else:
            yield from super().replies(frames, seconds, relay)


def test_what_is_missing_is_looked_for_after_all_cells(open_rooms, monkeypatch):
    monkeypatch.setattr(rooms_module, "Room", Lacking)
    rooms, past = open_rooms("lacking", [0, 2])
    assert kinds(rooms.outcomes(trial())) == ["value", "value"]
    assert past.notes[-1] == "It ran."


def test_what_is_lost_after_all_cells_counts_as_before(open_rooms, monkeypatch):
    monkeypatch.setattr(rooms_module, "Room", Lacking)
    rooms, _ = open_rooms("lacking", [RoomLost("crashed", "it ended")])
    for _ in range(2):
        assert kinds(rooms.outcomes(trial())) == ["missing", "missing"]
    assert len(rooms.opened) == 2 and rooms.opened[1].closed


def test_a_killed_room_is_told(open_rooms):
    rooms, _ = open_rooms([0, 2])
    rooms.outcomes(trial())
    assert not rooms.disturbed
    rooms.opened[0].killed = True
    assert rooms.disturbed
