"""Who gains, who loses, and why: the checks behind every mark that moves."""

import pytest

from autograder.demo.samples import failure, group, row, verdict
from autograder.examine.verdict import File
from autograder.gradebook import store, tables
from autograder.gradebook.grade import Graded
from autograder.gradebook.regrade import changes
from autograder.gradebook.roster import Learner

LACKS = failure("The 1/m is missing.", mistake=True)


def groups(**passed):
    """Checks by title: groups(a=True, b=False)."""
    return [group(title, holds) for title, holds in passed.items()]


def moved(old, new, how="graded", **more):
    """What is said when one exercise's row becomes another one, as `grade` says it."""
    before, after = verdict([old]), verdict([new], **more)
    kept = store.brief(before) if how == "held" else store.brief(after)
    left = after if how == "held" else None
    return changes([Graded(Learner("ada"), how, kept, store.brief(before), left)])


def why(old, new):
    (change,) = moved(old, new)
    return change.why


def cost(score, points=10, **more):
    return row("cost", points, score, **more)


def test_a_check_that_fails_now_is_named_with_its_feedback():
    (change,) = moved(
        cost(10, groups=groups(hand=True, sets=True)),
        cost(5, groups=groups(hand=True, sets=False), failure=LACKS),
        "held",
    )
    assert (change.student, change.exercise, change.held) == ("ada", "cost", True)
    assert (change.before, change.after) == (10, 5)
    assert change.checks == "2 of 2 → 1 of 2"
    assert change.why == "Fails now: “sets”. Feedback is: The 1/m is missing."


def test_new_and_removed_checks_are_named():
    old = cost(5, groups=groups(hand=True, sets=False), failure=LACKS)
    new = cost(6.67, groups=groups(hand=True, one=True, big=False), failure=LACKS)
    assert why(old, new) == (
        "New and fails: “big”. New and holds: “one”. Gone: “sets”. "
        "Feedback is: The 1/m is missing."
    )


def test_a_check_that_holds_now_says_what_was_wrong():
    old = cost(5, groups=groups(hand=True, sets=False), failure=LACKS)
    new = cost(10, groups=groups(hand=True, sets=True))
    assert why(old, new) == "Holds now: “sets”. Feedback was: The 1/m is missing."
    (change,) = moved(old, new)
    assert not change.held and change.checks == "1 of 2 → 2 of 2"


def test_a_core_check_explains_a_zero():
    old = cost(10, groups=groups(hand=True, sets=True, one=True))
    new = cost(0, groups=groups(hand=True, sets=False, one=True), failure=LACKS)
    assert why(old, new).startswith("A core check fails, without which there are no")
    assert why(new, old).startswith("A core check failed before; none does now. Holds")


def test_many_checks_are_counted():
    titles = [f"case {i}" for i in range(6)]
    old = cost(10, groups=[group(title, True) for title in titles])
    new = cost(0, groups=[group(title, False) for title in titles])
    assert why(old, new) == "Fails now: “case 0”, “case 1”, “case 2” and 3 more."


def test_points_slips_and_exercises_that_come_and_go():
    assert why(cost(10), cost(20, 20)) == "Worth 20 points instead of 10."
    slip = cost(10, groups=groups(a=True), slip="Judged with the reference.")
    old = cost(0, groups=groups(a=False), failure=LACKS)
    assert "Judged with the reference version of what it calls." in why(old, slip)
    before, after = verdict([row("old", 5, 5)]), verdict([row("new", 5, 5)])
    graded = Graded(Learner("ada"), "graded", after, before)
    assert [(c.exercise, c.before, c.after, c.why) for c in changes([graded])] == [
        ("old", 5, 0, "The exercise is no longer part of the assignment."),
        ("new", 0, 5, "The exercise is new."),
    ]


def test_what_could_not_be_graded_is_one_line():
    old, new = cost(10), cost(0, state="could not grade")
    more = {"status": "could not grade", "remark": "The examiner failed."}
    (change,) = moved(old, new, "held", **more, submission=File())
    assert (change.exercise, change.before, change.after) == ("everything", 10, 0)
    assert change.why == "The examiner failed." and change.held


def test_another_file_is_no_regrade():
    assert moved(cost(10), cost(5), submission=File("other")) == []


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ({"ada": (5, 10), "bo": (5, 10)}, "Learners that gain: 2."),
        ({"ada": (10, 5), "bo": (5, 10)}, "Learners that gain: 1, lose: 1."),
    ],
)
def test_the_table_joins_who_fares_alike(scores, words):
    graded = [
        Graded(Learner(s), "graded", verdict([cost(b)]), verdict([cost(a)]))
        for s, (a, b) in scores.items()
    ]
    found = changes(graded)
    assert tables.changes_line(found) == words
    assert tables.changes_table(found).row_count == len(set(scores.values()))
