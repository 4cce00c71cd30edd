"""Every attack of the corpus, in every tier that this machine offers."""

import re

import pytest

from autograder.attacks import everything
from autograder.attacks.corpus import ONE
from autograder.attacks.world import (
    GROWTH,
    World,
    as_text,
    forged,
    leaks,
    lost,
    memory_watched,
)
from autograder.examine.tiers import TIERS, best_tier, opens
from autograder.gradebook.feedback import feedback_page
from autograder.gradebook.roster import Learner
from autograder.paths import ROOT

QUICK = {  # one of each theme, for the quick lane
    "syntax-tree transformer",
    "the process's memory",
    "other submissions",
    "a daemon of the first process",
    "a memory bomb of a thread's children",
    "kill(-1)",
    "a script in an error",
    "leftovers",
    "code given to a replaced function",
    "its own answer in the replay of a slip",
    "a number of 400 digits returned",
}


def pairs():
    for tier in filter(opens, TIERS):
        for name, case in everything().items():
            place = f"{tier}-{case.number}-{name}"
            yield pytest.param(
                tier, case, id=place, marks=list(marks(tier, name, case))
            )


def marks(tier, name, case):
    if name not in QUICK or tier != best_tier():
        yield pytest.mark.slow
    if case.stopped_by and tier not in case.stopped_by:
        reason = f"stopped by {' and '.join(case.stopped_by)} only"
        yield pytest.mark.skip(reason=reason)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """One course for all attacks: what one of them leaves, the next would meet."""
    world = World(tmp_path_factory.mktemp("w"))
    yield world
    world.close()


@pytest.mark.parametrize(("tier", "case"), [*pairs()])
def test_an_attack_gains_nothing_and_costs_nobody(tier, case, world):
    with memory_watched() as growth:
        verdict, executed = world.examine(case, tier)
    text = as_text(verdict)
    assert (verdict.isolation, verdict.max_score) == (tier, 100)
    status = "could not grade" if case.refused else "graded"
    assert verdict.status == status, verdict.remark
    assert case.refused in verdict.remark
    if not case.refused:
        assert lost(verdict) == case.loses, verdict
        assert forged(verdict, case) == 0
    assert case.says in text + executed, verdict
    assert leaks(text, executed) == []
    assert world.changes() == []
    assert bool(verdict.flags) >= case.flag
    assert growth() < GROWTH
    assert harmless(feedback_page(verdict, Learner("mallory")))
    assert lost(world.examine_honest(tier)) == ()


def harmless(page):
    """Whether nothing of a learner's can run in a reader's browser or terminal."""
    return (
        "<script>alert" not in page and "<img src=x" not in page and "\x1b" not in page
    )


def test_the_corpus_has_every_case_of_the_list_and_more():
    numbers = [case.number for case in everything().values()]
    assert set(range(1, 47)) <= set(numbers)
    assert len({number for number in numbers if number > 46}) >= 14


def test_a_case_that_loses_everything_would_be_seen(world):
    """The world sees what it looks for: a token, a file, a process, a wrong mark."""
    secret = (world.course / "grading" / "secret.key").read_text()
    assert leaks(f"loot: {secret}") != []
    book = world.course / "grading" / "gradebook.db"
    whole = book.read_bytes()
    book.write_bytes(b"")
    assert world.traces() != world.before
    book.write_bytes(whole)
    assert world.traces() == world.before
    assert not harmless("<p><script>alert(1)</script>")


def test_the_readme_names_every_theme():
    text = (ROOT / "autograder" / "attacks" / "README.md").read_text()
    themes = set(re.findall(r"`(\w+)\.py`", text))
    from autograder.attacks import THEMES

    assert set(THEMES) <= themes
    assert ONE in text
