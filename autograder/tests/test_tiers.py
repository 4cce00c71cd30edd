"""A shut room stops every probe of the doctor; an open one is told apart."""

import os

import pytest

from autograder.examine.tiers import best_tier, matrix, opens, run_probes
from autograder.paths import ROOT

SHUT = pytest.mark.skipif(
    best_tier() == "none", reason="no tier shuts a room on this machine"
)


@SHUT
@pytest.mark.slow
def test_every_probe_is_stopped():
    found = run_probes(best_tier(), str(ROOT), os.getpid())
    assert [f.probe for f in found if not f.blocked] == []
    assert matrix(found).splitlines()[0].split() == [best_tier()]


def test_the_plain_tier_opens_anywhere():
    assert opens("none")
    assert best_tier() in ("namespaces", "none")
