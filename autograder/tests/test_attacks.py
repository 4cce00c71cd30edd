"""Every attack of the corpus, in every tier that this machine offers."""

import pytest

from autograder.attacks import everything
from autograder.attacks.world import (
    GROWTH,
    World,
    as_text,
    forged,
    leaks,
    lost,
    memory_watched,
)
from autograder.examine.tiers import TIERS, opens

OPEN = [tier for tier in TIERS if opens(tier)]


def pairs():
    for tier in OPEN:
        for name, case in everything().items():
            marks = [pytest.mark.slow]
            if case.stopped_by and tier not in case.stopped_by:
                reason = f"stopped by {' and '.join(case.stopped_by)} only"
                marks.append(pytest.mark.skip(reason=reason))
            yield pytest.param(
                tier, case, id=f"{tier}-{case.number}-{name}", marks=marks
            )


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """One course for all attacks: what one of them leaves, the next would meet."""
    world = World(tmp_path_factory.mktemp("w"))
    yield world
    world.close()


@pytest.mark.parametrize(("tier", "case"), pairs())
def test_an_attack_gains_nothing_and_costs_nobody(tier, case, world):
    with memory_watched() as growth:
        verdict, executed = world.examine(case, tier)
    text = as_text(verdict)
    assert (verdict["isolation"], verdict["max_score"]) == (tier, 34)
    if case.refused:
        assert verdict["status"] == "could not grade"
        assert case.refused in verdict["remark"]
    else:
        assert verdict["status"] == "graded", verdict["remark"]
        assert lost(verdict) == case.loses, verdict
        assert forged(verdict, case) == 0
    assert case.says in text + executed, verdict
    assert leaks(text, executed) == []
    assert world.changes() == []
    assert not case.flag or verdict["flags"]
    assert growth() < GROWTH
    assert lost(world.examine_honest(tier)) == ()
