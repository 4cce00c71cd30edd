"""A new assignment: begun by one command, led by `check`, finished by `make`."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder import paths
from autograder.__main__ import main
from autograder.author.check import Report
from autograder.author.missing import missing
from autograder.author.new import new, share_points
from autograder.errors import Refused
from autograder.tests.toy import STEM, forget, toy

__all__ = ["toy"]  # a fixture
NEW = "c7w3_new"


def run(*words):
    return CliRunner().invoke(main, words)


def test_new_writes_the_folder_and_the_notes(toy):
    written = [str(path.relative_to(toy.root)) for path in new(NEW, ["one", "two"])]
    assert written == [
        "course/notes/c7w3.md",
        *(f"source/{NEW}/{name}" for name in paths.WRITTEN),
        f"source/{NEW}/test_oracle.py",
    ]
    assert NEW in paths.stems()


def test_what_new_writes_is_python(toy):
    new(NEW, ["one", "two"])
    for path in (toy.root / "source" / NEW).glob("*.py"):
        compile(path.read_text(), path.name, "exec")


def test_what_new_writes_is_clean(toy):
    new(NEW, ["two", "one", "a_function_with_a_name_rather_long"])
    for name in ("reference.py", "cases.py", "test_oracle.py"):
        text = (toy.root / "source" / NEW / name).read_text()
        words = ["check", "--no-cache", "--stdin-filename", f"source/{NEW}/{name}", "-"]
        found = subprocess.run(
            [sys.executable, "-m", "ruff", *words],
            input=text,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert (found.returncode, found.stdout) == (0, "All checks passed!\n"), name


def test_new_keeps_the_notes_that_a_week_has(toy):
    notes = toy.write("course/notes/c7w3.md", "# Written\n")
    new(NEW, ["one"])
    assert notes.read_text() == "# Written\n"


def test_check_names_files_in_the_order_of_writing(toy):
    new(NEW, ["one"])
    files = [line.partition(":")[0] for line in missing(NEW)]
    assert list(dict.fromkeys(files)) == [
        "course/notes/c7w3.md",
        *(f"source/{NEW}/{name}" for name in paths.WRITTEN),
        f"source/{NEW}/test_oracle.py",
    ]


@pytest.mark.parametrize("name", paths.WRITTEN)
@pytest.mark.parametrize("verb", ["check", "make"])
def test_a_file_that_is_not_there_is_one_line(toy, name, verb):
    new(NEW, ["one"])
    (toy.root / "source" / NEW / name).unlink()
    forget()
    found = run(verb, NEW)
    assert found.exit_code == 1
    assert f"source/{NEW}/{name}: got no such file, expected" in found.output
    assert "Traceback" not in found.output


@pytest.mark.parametrize("verb", ["check", "make", "build", "freeze", "release"])
def test_an_unknown_stem_is_one_line(toy, verb):
    found = run(verb, "c9w9_nowhere")
    assert found.exit_code == 2
    assert "got 'c9w9_nowhere', expected one of: c7w1_toy" in found.output


def test_make_freezes_and_builds(toy, monkeypatch):
    monkeypatch.setattr("autograder.author.make.missing", lambda stem: [])
    paths.outputs_file(STEM).unlink()
    found = run("make", STEM)
    assert paths.outputs_file(STEM).exists()
    assert (paths.built_folder(STEM) / f"{STEM}.ipynb").exists()
    assert "problem" in found.output  # a toy has too few answers


def test_make_says_what_comes_after_a_new_week(toy, monkeypatch):
    monkeypatch.setattr(
        "autograder.author.make.make_one", lambda stem, force: Report(stem)
    )
    assert f"Then: python -m autograder release {STEM}\n" in run("make", STEM).output
    (toy.root / "release" / STEM).mkdir()
    assert "Then" not in run("make", STEM).output


@pytest.mark.parametrize(
    "stem, functions, said",
    [
        ("C1W1", ["f"], "expected c<course>w<week>_<topic> or e<n>_<topic>"),
        (STEM, ["f"], "which is there"),
        (NEW, ["lambda"], "expected names of Python functions"),
        (NEW, ["f", "f"], "each once"),
        (NEW, [], "got 'no functions'"),
    ],
)
def test_new_refuses_what_is_no_name(toy, stem, functions, said):
    with pytest.raises(Refused, match=said):
        new(stem, functions)
    assert not (toy.root / "source" / NEW).exists()


def test_an_elective_is_found_and_comes_last(toy):
    new("e1_random_forest", ["split"])
    assert paths.stems()[-1] == "e1_random_forest"
    assert paths.week("e1_random_forest") > paths.week("c9w4_any")


@pytest.mark.parametrize("count", [1, 3, 7, 15])
def test_points_are_shared_nearly_equally(count):
    shares = share_points(count)
    assert (sum(shares), len(shares)) == (100, count)
    assert max(shares) - min(shares) <= 1
