"""The record of a verdict: one schema, JSON only at the disk, old files still read."""

import json
import math
import pickle
from dataclasses import replace

import pytest

from autograder.demo.samples import every_state, row, verdict
from autograder.examine.verdict import Picture, Verdict, Versions, blank
from autograder.gradebook import store
from autograder.gradebook.grade import grade_class
from autograder.gradebook.words import mistake_of
from autograder.tests.classroom import (
    POINTS,
    STEM,
    assignment,
    examiner,
    folders,
    hows,
    quick_gradebook,
)
from autograder.version import course_version

__all__ = ["examiner", "folders", "quick_gradebook"]

# Two files as they lay on a disk in the autumn of schema 1: a graded one and one that
# never reached the examiner.
GRADED = """
{"assignment": "c1w2_vectorization", "exercises": [
 {"failure": null, "groups": [{"passed": true, "remark": "", "title": "any sizes",
   "visible": false}], "name": "sum_of_squares", "picture": null, "points": 10.0,
  "reason": "", "score": 10.0, "seconds": 0.0021, "slip": "", "state": "right"},
 {"failure": {"came": "3.0", "hint": "Over how many?", "message": "No 1/m.",
   "mistake": "No 1/m.", "title": "by hand", "visible": true, "wanted": "1.5",
   "where": "cost"},
  "groups": [{"passed": false, "remark": "", "title": "by hand", "visible": true}],
  "name": "cost", "picture": null, "points": 5, "reason": "", "score": 2.5,
  "seconds": 0.0, "slip": "Judged with the reference version of `f`.",
  "state": "wrong"}],
 "flags": ["8: code cell 2 looks at its callers"], "isolation": "namespaces",
 "key": "ab12", "limits": {"call": 20.0}, "max_score": 15.0, "mode": "full",
 "notes": ["A note."], "remark": "", "schema": 1, "score": 12.5, "seconds": 1.25,
 "status": "graded", "student": "ada",
 "submission": {"bytes": 9, "name": "c1w2_vectorization.ipynb", "sha256": "0a1b"},
 "versions": {"assignment": "5f0e", "engine": "1", "numpy": "2.4.0",
  "python": "3.11.2"}}
"""
UNREAD = """
{"assignment": "c1w2_vectorization", "exercises": [{"failure": null, "groups": [],
  "name": "cost", "points": 5.0, "reason": "unreadable", "score": 0.0, "seconds": 0.0,
  "slip": "", "state": "could not grade"}], "flags": [], "max_score": 5.0,
 "notes": [], "remark": "There is no file.", "schema": 1, "score": 0.0,
 "seconds": 0.0, "status": "could not grade", "student": "bo",
 "versions": {"assignment": "5f0e", "engine": "1"}}
"""


def test_a_file_of_schema_1_is_read():
    found = Verdict.from_json(GRADED)
    right, cost = found.exercises
    assert (found.score, found.max_score, found.student) == (12.5, 15.0, "ada")
    assert (right.state, cost.failure.mistake, cost.points) == ("right", "No 1/m.", 5)
    assert right.groups[0].title == "any sizes" and right.picture is None
    assert cost.slip.endswith("`f`.") and found.limits == {"call": 20.0}
    assert found.submission.sha256 == "0a1b" and found.notes == ("A note.",)
    assert found.versions == Versions("5f0e", "1", "", "3.11.2", "2.4.0")
    assert json.loads(found.to_json())["schema"] == 2
    assert Verdict.from_json(found.to_json()) == found


def test_a_file_of_schema_1_that_never_reached_the_examiner_is_read():
    found = Verdict.from_json(UNREAD)
    assert (found.status, found.remark) == ("could not grade", "There is no file.")
    assert (found.mode, found.isolation, found.submission.sha256) == ("", "", "")
    assert found.exercises[0].reason == "unreadable" and found.max_score == 5


def test_a_class_graded_under_schema_1_is_not_graded_again(folders, examiner):
    grade_class(folders, assignment())
    path = store.verdict_file(folders, "ada", STEM)
    old = json.loads(path.read_text())
    old["schema"] = 1
    del old["versions"]["course"], old["limits"]
    path.write_text(json.dumps(old))
    assert hows(grade_class(folders, assignment()))["ada"] == "unchanged"


def test_a_verdict_is_the_same_after_the_disk_and_after_a_line():
    shown = row("f", 1, 0.5, picture=Picture("iVBORw0KGgo=", "a curve"))
    for one in (every_state(), verdict([shown], limits={"call": 2.0}, key="k")):
        assert Verdict.from_json(one.to_json()) == one
        assert pickle.loads(pickle.dumps(one)) == one
    assert json.loads(every_state().to_json())["score"] == every_state().score


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 3},
        {"schema": None},
        {"exercises": {}},
        {"exercises": [1]},
        {"exercises": [{"name": "f"}]},
        {"status": "perfect"},
        {"seconds": "long"},
        {"limits": {"call": True}},
        {"notes": "one"},
        {"versions": ["1"]},
    ],
)
def test_what_is_no_verdict_is_refused(folders, change):
    damaged = json.loads(every_state().to_json()) | change
    with pytest.raises(ValueError, match="verdict: "):
        Verdict.from_json(json.dumps(damaged))
    path = store.verdict_file(folders, "ada", STEM)
    store.write_whole(path, json.dumps(damaged).encode())
    assert store.load_verdict(folders, "ada", STEM) is None


@pytest.mark.parametrize("text", ["[]", "1", "null", '"verdict"', ""])
def test_other_json_is_refused(text):
    with pytest.raises(ValueError):
        Verdict.from_json(text)


def test_a_number_that_json_has_no_word_for_is_not_written():
    with pytest.raises(ValueError):
        replace(every_state(), seconds=math.inf).to_json()


def test_what_is_not_examined_has_a_row_for_each_exercise_and_all_versions():
    found = blank(assignment("7"), "ada", "There is no notebook.")
    assert {e.name: e.points for e in found.exercises} == POINTS
    assert {(e.state, e.reason) for e in found.exercises} == {
        ("could not grade", "unreadable")
    }
    assert (found.score, found.max_score) == (0, sum(POINTS.values()))
    assert found.versions.assignment == "7"
    assert found.versions.course == course_version() != ""


def test_a_brief_says_what_tables_and_a_regrade_need():
    whole = replace(every_state(), notes=("One.", "long" * 10_000))
    short = store.brief(whole)
    assert (short.score, short.max_score) == (whole.score, whole.max_score)
    assert short.submission.sha256 == whole.submission.sha256
    told = [list(map(mistake_of, one.exercises)) for one in (whole, short)]
    assert told[0] == told[1] and any(told[0])
    assert short.notes == ("One.",) and short.exercises[2].failure.hint == ""
    assert not store.lowers(whole, short) and not store.lowers(short, whole)
