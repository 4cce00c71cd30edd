"""What happens to notebooks on their way costs what it must, and nothing more."""

import pytest

from autograder.attacks.damage import DAMAGES, damaged
from autograder.examine import Limits, examine
from autograder.toy import STEM
from autograder.truth.assignment import load_assignment

LIMITS = Limits(call=3.0, cell=10.0, grace=1.0)
QUICK = {"duplicate ids", "merged cells", "format 3", "exit() in a cell", "zip"}
QUICK |= {"encoded in utf-16", "cut off"}
REFUSED = [name for name, damage in DAMAGES.items() if damage.refused]
GRADED = [name for name in DAMAGES if name not in REFUSED]


def named(names):
    return [pytest.param(name, marks=marks(name), id=name) for name in names]


def marks(name):
    return [] if name in QUICK else [pytest.mark.slow]


@pytest.fixture(scope="module")
def week():
    return load_assignment(STEM)


def grade(content, week):
    return examine(content, week, student="ada", secret=b"secret", limits=LIMITS)


@pytest.mark.parametrize("kind", named(GRADED))
def test_a_damaged_notebook_loses_only_what_is_not_in_it(kind, week):
    verdict = grade(damaged(kind), week)
    assert verdict.status == "graded", verdict.remark
    lost = [row.name for row in verdict.exercises if row.state != "right"]
    assert tuple(lost) == DAMAGES[kind].loses, verdict.notes
    whole = sum(e.points for e in week.exercises if e.name not in lost)
    assert verdict.score >= whole


@pytest.mark.parametrize("kind", named(REFUSED))
def test_what_cannot_be_graded_gets_one_line_that_says_what_to_do(kind, week):
    verdict = grade(damaged(kind), week)
    assert (verdict.status, verdict.score) == ("could not grade", 0)
    remark = verdict.remark
    assert DAMAGES[kind].refused in remark
    assert remark.isprintable() and len(remark) < 300
    assert any(words in remark.lower() for words in ("hand in", "hand that", "hand it"))


def test_a_renamed_file_is_read_all_the_same(week, tmp_path):
    path = tmp_path / "final (1) - Copy.ipynb.txt"
    path.write_bytes(damaged("untouched"))
    assert grade(path, week).score == 100


def test_a_retyped_function_is_called_missing(week):
    verdict = grade(damaged("a function cell turned into markdown"), week)
    row = next(row for row in verdict.exercises if row.name == "accuracy")
    assert row.reason == "missing"
    assert "no `accuracy`" in row.failure.message
