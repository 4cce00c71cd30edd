"""The command line: help for each verb, plain lines for mistakes, exit codes."""

import subprocess
import sys
import tomllib

import click
import pytest
from click.testing import CliRunner

from autograder import __main__ as cli
from autograder import paths
from autograder.author.freeze import freeze_one
from autograder.author.outputs import check_outputs
from autograder.paths import ROOT
from autograder.tests.toy import STEM, toy
from autograder.truth.assignment import load_assignment

__all__ = ["toy"]

OWN = ("list", "build", "freeze", "check", "release", "publish")


def _run(*words):
    return CliRunner().invoke(cli.main, list(words))


def _verbs():
    return cli.main.list_commands(click.Context(cli.main))


def test_the_verbs_of_building_are_there():
    assert set(OWN) <= set(_verbs())


@pytest.mark.parametrize("verb", _verbs())
def test_every_verb_and_option_has_help(verb):
    command = cli.main.get_command(click.Context(cli.main), verb)
    assert command is not None
    assert command.help
    assert command.help.split("\n\n")[0].endswith(".")
    options = [p for p in command.params if p.param_type_name == "option"]
    assert all(option.help for option in options), verb
    assert _run(verb, "--help").exit_code == 0


@pytest.mark.parametrize("verb", ["build", "freeze", "check", "release"])
def test_an_unknown_stem_ends_in_a_line_that_lists_all(toy, verb):
    found = _run(verb, "c9w9_none")
    assert found.exit_code == 2
    assert "got 'c9w9_none', expected one of: c7w1_toy" in found.output
    assert "Traceback" not in found.output


@pytest.mark.parametrize("words", [["build"], ["build", STEM, "--all"]])
def test_a_stem_or_all_is_wanted(toy, words):
    found = _run(*words)
    assert found.exit_code == 2
    assert "expected one of the two" in found.output


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found = _run("--version")
    assert found.exit_code == 0
    assert found.output == f"deep-learning-course {project['version']}\n"


def test_an_unknown_verb_is_told():
    found = _run("bild")
    assert found.exit_code == 2
    assert "No such command" in found.output


def test_list_shows_exercises_and_points(toy):
    assert "c7w1_toy  3 exercises, 100 points" in _run("list").output


@pytest.mark.slow
def test_build_and_release_refuse_what_is_not_proved(toy):
    built, released = _run("build", STEM), _run("release", STEM)
    assert (built.exit_code, released.exit_code) == (1, 1)
    assert "known-wrong answers, expected at least 8" in built.output
    assert "nothing is released" in released.output


def test_build_and_release_say_what_they_did(toy, monkeypatch):
    monkeypatch.setattr("autograder.author.assemble.prove", lambda assignment: None)
    monkeypatch.setattr("autograder.author.check.check_assignments", lambda names: [])
    for verb, done in (("build", "built"), ("release", "released")):
        assert f"{STEM}  {done}" in _run(verb, STEM).output
        assert f"{STEM}  up to date" in _run(verb, STEM).output


def test_freeze_is_done_when_something_moved(toy):
    assert "up to date" in _run("freeze", STEM).output
    for path in (paths.outputs_file(STEM), paths.digest_file(STEM)):
        path.unlink()
        assert "frozen" in _run("freeze", STEM).output
        assert "up to date" in _run("freeze", STEM).output


def test_a_stale_digest_is_found_and_written_again(toy):
    paths.digest_file(STEM).write_text("double: 3")
    assignment = load_assignment(STEM)
    (said,) = check_outputs(assignment)
    assert said.startswith(f"source/{STEM}/digest.txt: got another digest")
    freeze_one(STEM)
    assert check_outputs(assignment) == []


def test_a_mistake_of_an_author_is_one_line(toy):
    toy.write(f"source/{STEM}/cases.py", "")
    found = _run("build", STEM)
    assert found.exit_code == 1
    assert found.output.startswith("Error: source.c7w1_toy.cases: got no")
    assert len(found.output.strip().splitlines()) == 1


def test_publish_without_a_release_says_what_to_run(toy):
    found = _run("publish", str(toy.root / "out"))
    assert found.exit_code == 1
    assert "release --all" in found.output


def test_the_module_runs_from_the_root():
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "build", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "Usage: python -m autograder build" in done.stdout
