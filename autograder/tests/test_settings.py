"""A class's settings, and what a run without a sandbox needs."""

import json
from dataclasses import asdict, replace

import pytest
from click.testing import CliRunner

from autograder import toy
from autograder.demo.samples import verdict
from autograder.errors import Misuse
from autograder.examine import fleet, tiers
from autograder.examine.limits import Limits
from autograder.examine.terms import Options, choose_tier, options_of
from autograder.gradebook import commands, store
from autograder.gradebook.grade import grade_class
from autograder.gradebook.nbgrader_plugin import Examine
from autograder.gradebook.settings import Settings, class_options, read_settings
from autograder.tests.classroom import (
    STEM,
    assignment,
    examiner,
    folders,
    hows,
    quick_gradebook,
)

__all__ = ["examiner", "folders", "quick_gradebook"]

GOOD = """
allow_unsandboxed = true
[limits]
call = 20
cell = 1.5
total = "3 GiB"
disk = "0.5 MiB"
memory = 1000000000
processes = 8
"""


def write(folders, text):
    folders.settings.parent.mkdir(parents=True, exist_ok=True)
    folders.settings.write_text(text)


def test_no_file_changes_nothing(folders):
    assert read_settings(folders) == Settings(Limits(), False)
    assert class_options(folders, mode="full") == Options(mode="full")


def test_limits_are_read_with_their_units(folders):
    write(folders, GOOD)
    changed = {"call": 20.0, "cell": 1.5, "total": 3 * 2**30, "disk": 2**19}
    changed |= {"memory": 10**9, "processes": 8}
    assert read_settings(folders) == Settings(Limits(**changed), True)
    options = class_options(folders, jobs=3)
    assert options.changed_limits == changed
    assert options.allow_unsandboxed and options.jobs == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[limits", "got what is no TOML"),
        ("limit = 3", "got 'limit' in the settings, expected one of: limits, allow"),
        ("[limits]\ncalls = 3", "got 'calls' in the limits, expected one of: start"),
        ("limits = 3", "got limits = 3, expected a table [limits]"),
        ("allow_unsandboxed = 1", "allow_unsandboxed = 1, expected true or false"),
        ("[limits]\ncall = '3 s'", "limits.call = '3 s', expected seconds, more than"),
        ("[limits]\ncall = 0", "limits.call = 0, expected seconds, more than 0"),
        ("[limits]\ncall = true", "limits.call = True, expected seconds"),
        ("[limits]\ncall = nan", "limits.call = nan, expected seconds"),
        ("[limits]\ncall = inf", "limits.call = inf, expected seconds"),
        ("[limits]\nprocesses = 1.5", "processes = 1.5, expected a whole number"),
        ("[limits]\nprocesses = '2 GiB'", "= '2 GiB', expected a whole number"),
        ("[limits]\ntotal = '2 GB'", "= '2 GB', expected bytes, or \"2 GiB\", more"),
        ("[limits]\ntotal = -1", "limits.total = -1, expected bytes"),
    ],
)
def test_what_is_not_understood_is_refused(folders, text, words):
    write(folders, text)
    with pytest.raises(Misuse) as caught:
        read_settings(folders)
    assert str(caught.value).startswith(f"{folders.settings}: got ")
    assert words in str(caught.value)


def test_terms_travel_as_plain_data():
    options = Options(limits=Limits(call=2.0), isolation="landlock")
    terms = json.loads(json.dumps(options.terms))
    assert terms["limits"] == {"call": 2.0}
    assert options_of(terms) == options
    assert options_of({}) == Options()


def test_the_limits_reach_the_examination(monkeypatch):
    seen = {}

    def examine(source, assignment, **given):
        seen.update(given)
        return verdict([])

    monkeypatch.setattr(fleet, "examine", examine)
    monkeypatch.setattr(fleet, "load_assignment", lambda stem: stem)
    monkeypatch.setattr(tiers, "best_tier", lambda: "landlock")
    terms = Options(limits=Limits(call=2.0)).terms
    found, _ = fleet.examine_one(b"", STEM, "ada", "lean", terms)
    assert asdict(seen["limits"]) == asdict(Limits(call=2.0))
    assert seen["isolation"] == "landlock"
    assert found == verdict([], limits={"call": 2.0})


def test_other_limits_reach_those_that_a_limit_stopped(folders, examiner):
    grade_class(folders, assignment())
    for student, reason in (("ada", ""), ("boris", "time")):
        found = store.load_verdict(folders, student, STEM)
        rows = tuple(replace(row, reason=reason) for row in found.exercises)
        store.save_verdict(folders, student, replace(found, exercises=rows))
    again = grade_class(folders, assignment(), Options())
    assert hows(again) == {"ada": "unchanged", "boris": "unchanged", "cleo": "absent"}
    examiner.calls.clear()
    options = Options(limits=replace(Limits(), call=60.0), allow_lower=True)
    grade_class(folders, assignment(), options)
    assert examiner.calls == ["boris"]


@pytest.fixture
def open_machine(monkeypatch):
    """A machine on which no room can be shut."""
    monkeypatch.setattr(tiers, "trouble", lambda tier: "needs Linux")
    monkeypatch.setattr(tiers, "best_tier", lambda: "none")


def run(monkeypatch, folders, verb, *words):
    monkeypatch.setattr(commands, "open_folders", lambda root: folders)
    monkeypatch.setattr(commands, "open_assignment", lambda stem: assignment())
    monkeypatch.setenv("COLUMNS", "200")
    return CliRunner().invoke(getattr(commands, verb), [STEM, *words])


@pytest.mark.usefixtures("open_machine")
@pytest.mark.parametrize("verb", ["grade", "regrade"])
def test_nothing_is_graded_in_the_open_by_accident(
    monkeypatch, folders, examiner, verb
):
    found = run(monkeypatch, folders, verb)
    assert found.exit_code == 2
    said = " ".join(found.output.split())
    assert "with your rights" in said and "WSL2" in said
    assert "--allow-unsandboxed" in said and "`allow_unsandboxed = true`" in said
    assert examiner.calls == []
    assert not folders.verdicts.exists()


@pytest.mark.usefixtures("open_machine")
@pytest.mark.parametrize("way", ["flag", "file"])
@pytest.mark.parametrize("verb", ["grade", "regrade"])
def test_a_run_in_the_open_is_loud_each_time(monkeypatch, folders, examiner, verb, way):
    if way == "file":
        write(folders, "allow_unsandboxed = true")
    words = ["--allow-unsandboxed"] * (way == "flag")
    for _ in range(2):
        found = run(monkeypatch, folders, verb, *words)
        assert found.exit_code == 0, found.output
        assert found.output.startswith("NOT SANDBOXED: submissions run with your")
    assert sorted(examiner.calls) == ["ada", "boris"]


@pytest.mark.usefixtures("open_machine")
def test_nbgrader_refuses_as_well(monkeypatch, folders, examiner):
    monkeypatch.setenv("COURSE_GRADING", str(folders.root))
    monkeypatch.setenv("COURSE_RELEASE", str(folders.release))
    with pytest.raises(Misuse, match="--allow-unsandboxed"):
        Examine().verdict("ada", STEM)
    assert examiner.calls == []


@pytest.mark.usefixtures("open_machine")
def test_a_worker_in_the_open_refuses_as_well():
    with pytest.raises(Misuse, match="--allow-unsandboxed"):
        fleet.examine_one(b"", toy.STEM, "ada", "lean")


@pytest.mark.usefixtures("open_machine")
def test_a_wanted_tier_that_does_not_open_is_told(monkeypatch, folders, examiner):
    found = run(monkeypatch, folders, "grade", "--isolation", "landlock")
    assert found.exit_code == 2
    said = " ".join(found.output.split())
    assert "got --isolation landlock, which does not open here (needs Linux)" in said
    assert examiner.calls == []


@pytest.mark.parametrize(
    ("options", "tier"),
    [
        (Options(), "namespaces"),
        (Options(isolation="landlock"), "landlock"),
        (Options(isolation="none", allow_unsandboxed=True), "none"),
    ],
)
def test_a_wanted_tier_is_used(monkeypatch, options, tier):
    monkeypatch.setattr(tiers, "trouble", lambda tier: "")
    monkeypatch.setattr(tiers, "best_tier", lambda: "namespaces")
    assert choose_tier(options) == tier


def test_the_open_tier_needs_agreement_even_where_others_open(monkeypatch):
    monkeypatch.setattr(tiers, "trouble", lambda tier: "")
    with pytest.raises(Misuse, match="--allow-unsandboxed"):
        choose_tier(Options(isolation="none"))
