"""Difficulty, discrimination, mistakes and time of verdicts made by hand."""

import pytest

from autograder.demo.samples import failure, row, verdict
from autograder.gradebook.roster import Learner
from autograder.gradebook.statistics import ENOUGH, Row, correlation, summarise

EXERCISES = [("a", 10.0), ("b", 20.0)]


def learner(number, *rows, **more):
    """One learner with these exercises."""
    name = f"s{number:02}"
    return Row(Learner(name), verdict(list(rows), name, **more), "graded")


def of_points(pairs):
    """A class with these points in the two exercises."""
    return [
        learner(i, row("a", 10, a), row("b", 20, b)) for i, (a, b) in enumerate(pairs)
    ]


def test_difficulty_is_the_mean_share():
    a, b = summarise(of_points([(10, 0), (5, 20), (0, 20), (10, 20)]), EXERCISES)
    assert (a.share, b.share) == (0.625, 0.75)
    assert a.counts == {
        "right": 2,
        "partly": 1,
        "not-yet": 1,
        "unwritten": 0,
        "ungraded": 0,
    }
    assert (a.learners, a.wrong, b.wrong) == (4, 2, 1)


def test_discrimination_leaves_the_exercise_itself_out():
    """Two unrelated exercises: each correlates with the total, not with the rest."""
    unrelated = [(0, 0), (0, 20), (10, 0), (10, 20)] * 3
    a, b = summarise(of_points(unrelated), EXERCISES)
    assert a.discrimination == pytest.approx(0) == b.discrimination
    together = [(0, 0), (10, 20)] * 5
    assert summarise(of_points(together), EXERCISES)[0].discrimination == 1
    apart = [(0, 20), (10, 0)] * 5
    assert summarise(of_points(apart), EXERCISES)[0].discrimination == -1


def test_discrimination_of_a_known_table():
    a = [0, 0, 2, 4, 5, 5, 6, 8, 10, 10]
    b = [2, 0, 8, 6, 10, 4, 16, 12, 14, 18]
    # Means 5 and 9; sums of squares and products about them: 120, 330 and 172.
    found = summarise(of_points(list(zip(a, b, strict=True))), EXERCISES)
    assert found[0].discrimination == pytest.approx(172 / (120 * 330) ** 0.5)


@pytest.mark.parametrize("count", [ENOUGH - 1, 1, 0])
def test_few_learners_say_nothing_of_discrimination(count):
    pairs = ([(0, 0), (10, 20)] * 9)[:count]
    a, _ = summarise(of_points(pairs), EXERCISES)
    assert a.discrimination is None
    assert (a.share is None) == (count == 0)


def test_discrimination_of_what_does_not_vary_is_none():
    assert correlation([1.0] * 12, [1.0, 2.0] * 6) is None
    assert correlation([1.0, 2.0] * 6, [3.0] * 12) is None


def test_most_frequent_mistake_is_counted_among_wrong_answers():
    lacks, sign = (failure(text, mistake=True) for text in ("No 1/m.", "Sign."))
    rows = [learner(i, row("a", 10, 0, failure=lacks)) for i in range(3)]
    rows.append(learner(4, row("a", 10, 5, failure=sign)))
    rows.append(learner(5, row("a", 10, 0, reason="not written", failure=sign)))
    rows.append(learner(6, row("a", 10, 0, state="could not grade", reason="time")))
    rows.append(learner(7, row("a", 10, 10)))
    (a,) = summarise(rows, EXERCISES[:1])
    assert a.mistakes == [("No 1/m.", 3), ("Sign.", 1)]
    assert (a.wrong, a.learners) == (4, 7)


def test_time_is_the_median_of_answers_that_were_judged():
    times = [0.5, 0.1, 0.3, 9.0]
    rows = [learner(i, row("a", 10, 10, seconds=t)) for i, t in enumerate(times)]
    lost = {"state": "could not grade", "reason": "time", "seconds": 60.0}
    rows.append(learner(8, row("a", 10, 0, **lost)))
    rows.append(learner(9, row("a", 10, 0, reason="not written", seconds=0.0)))
    (a,) = summarise(rows, EXERCISES[:1])
    assert a.seconds == pytest.approx(0.4)
    assert summarise(rows[4:], EXERCISES[:1])[0].seconds is None


def test_unread_files_count_nowhere():
    blank = verdict([row("a", 10, 0)], status="could not grade")
    lost = Row(Learner("x"), blank, "could not grade")
    gone = Row(Learner("y"), None, "nothing handed in")
    rows = [*of_points([(10, 20), (0, 0)]), lost, gone]
    assert summarise(rows, EXERCISES)[0].share == 0.5
    assert summarise([lost, gone], EXERCISES)[0].share is None
    assert [r.share for r in rows] == [1.0, 0.0, None, None]
