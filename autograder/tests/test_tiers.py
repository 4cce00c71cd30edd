"""What each way to shut a room stops, and what it does not, probe by probe."""

import os

import pytest

from autograder.examine import tiers
from autograder.examine.remedies import FILTERED, LANDLOCK, hint
from autograder.examine.tiers import PROBES, TIERS, best_tier, matrix, opens, run_probes
from autograder.paths import ROOT

# Nothing in a kernel hides these without a file system and processes of one's own.
NOT_STOPPED = {
    "namespaces": set(),
    "landlock": {"know that a file is there", "know that a process is there"},
}
SHUT = [
    pytest.param(tier, marks=[] if opens(tier) else pytest.mark.skip("no such tier"))
    for tier in NOT_STOPPED
]


@pytest.mark.slow
@pytest.mark.parametrize("tier", SHUT)
def test_a_shut_room_stops_exactly_what_it_says(tier):
    found = run_probes(tier, str(ROOT), os.getpid())
    assert {f.probe for f in found if not f.blocked} == NOT_STOPPED[tier]


def test_every_tier_says_what_it_does_not_stop():
    assert (*NOT_STOPPED, "none") == TIERS


def test_the_matrix_has_a_line_for_each_probe():
    found = [tiers.Finding(p, t, "x" * (t == "b")) for t in "ab" for p in PROBES]
    head, *lines = matrix(found).splitlines()
    assert head.split()[-2:] == ["a", "b"]
    assert [line.split()[-2:] for line in lines] == [["YES", "no"]] * len(PROBES)


def test_the_plain_tier_opens_anywhere():
    assert opens("none")
    assert best_tier() in TIERS


def test_the_best_tier_is_the_first_that_opens(monkeypatch):
    monkeypatch.setattr(tiers, "trouble", {"namespaces": "", "landlock": ""}.get)
    assert best_tier.__wrapped__() == "namespaces"
    monkeypatch.setattr(tiers, "trouble", {"namespaces": "x", "landlock": ""}.get)
    assert best_tier.__wrapped__() == "landlock"
    monkeypatch.setattr(tiers, "trouble", {"namespaces": "x", "landlock": "x"}.get)
    assert best_tier.__wrapped__() == "none"


def test_no_tier_shuts_a_room_on_other_systems(monkeypatch):
    monkeypatch.setattr(tiers.sys, "platform", "darwin")
    assert tiers.trouble.__wrapped__("landlock") == "needs Linux"


def read_as(files):
    return lambda path: files.get(path, "")


@pytest.mark.parametrize(
    ("uid", "files", "words"),
    [
        (1, {"/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1"}, "AppArm"),
        (1, {"/proc/sys/kernel/unprivileged_userns_clone": "0"}, "for root only"),
        (1, {"/proc/sys/user/max_user_namespaces": "0"}, "switched off"),
        (0, {"/proc/self/status": "Seccomp:\t2"}, FILTERED),
        (0, {"/proc/sys/user/max_user_namespaces": "0"}, ""),
        (1, {}, ""),
    ],
)
def test_a_hint_names_the_setting_that_stops_namespaces(monkeypatch, uid, files, words):
    monkeypatch.setattr("autograder.examine.remedies._read", read_as(files))
    monkeypatch.setattr(os, "getuid", lambda: uid)
    said = hint("namespaces", "unshare(0x7c020000): Operation not permitted")
    assert said.startswith(words) if words == FILTERED else words in said
    assert bool(said) == bool(words)


@pytest.mark.parametrize("words", LANDLOCK)
def test_a_hint_says_why_there_is_no_landlock(words):
    assert hint("landlock", f"[Errno 38] landlock: {words}") == LANDLOCK[words]
