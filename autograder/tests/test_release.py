"""Release, leak scan, check and publish, on a toy course."""

import json
import os
import shutil
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from nbgrader.api import Gradebook

from autograder import paths
from autograder.assignment import load_assignment
from autograder.build import Refused
from autograder.build.assemble import read_folder
from autograder.build.check import check as check_stem
from autograder.build.check import check_many, check_pieces, recall, stem_key
from autograder.build.leaks import scan
from autograder.build.limits import check_limits
from autograder.build.outputs import check_outputs
from autograder.build.publish import publish
from autograder.build.release import clean, release
from autograder.build.scripts import run_notebook
from autograder.build.secrets import shown_lines
from autograder.examine.frozen import freeze, frozen
from autograder.gradebook.folders import open_folders
from autograder.paths import ROOT as REPO
from autograder.tests import toy as toys
from autograder.tests.toy import LATER, STEM, toy

__all__ = ["toy"]


def _released(stem=STEM):
    path = paths.RELEASE / stem / f"{stem}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def released(toy):
    release(STEM)
    return toy


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Where the first released toy is kept for the tests that only look at one."""
    return tmp_path_factory.mktemp("shelf") / "course"


@pytest.fixture
def offered(toy, shelf):
    """A released toy, made once and copied."""
    if not shelf.exists():
        release(STEM)
        shutil.copytree(toy.root, shelf)
    shutil.copytree(shelf, toy.root, dirs_exist_ok=True)
    return toy


@pytest.fixture
def shop(offered):
    """A released toy with the files that publish copies."""
    for name in ("environment.yml", "constraints.txt", "pyproject.toml"):
        shutil.copy(REPO / name, offered.root / name)
    offered.write("helpers/__init__.py", "")
    offered.write("helpers/tests/test_private.py", "assert True\n")
    offered.write("course/notation.md", "# Notation\n")
    return offered


def test_release_has_stubs_and_only_public_files(offered):
    assert sorted(os.listdir(paths.RELEASE / STEM)) == [f"{STEM}.ipynb", "checks.h5"]
    cells = {cell["id"]: cell for cell in _released()["cells"]}
    assert "NotImplementedError" in "".join(cells["double-exercise"]["source"])
    assert cells["double-checks"]["metadata"]["editable"] is False
    keys = {key for cell in cells.values() for key in cell["metadata"]}
    assert keys <= {"deletable", "editable", "nbgrader", "tags"}


def test_release_takes_given_functions_along(toy):
    release(LATER)
    assert "given.py" in os.listdir(paths.RELEASE / LATER)


def test_release_registers_the_assignment_and_its_points(released):
    with Gradebook(open_folders().db_url) as gradebook:
        cells = gradebook.find_notebook(STEM, STEM).grade_cells
        found = {cell.name: cell.max_score for cell in cells}
    assert found == {"double-checks": 40, "centre-checks": 40, "decisions-checks": 20}


def test_release_is_the_same_twice_and_done_once(released):
    path = paths.RELEASE / STEM / f"{STEM}.ipynb"
    first, time = path.read_bytes(), path.stat().st_mtime_ns
    assert not release(STEM)
    assert release(STEM, force=True)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (first, time)


def test_release_registers_again_when_the_gradebook_is_gone(released):
    (open_folders().root / "gradebook.db").unlink()
    assert release(STEM)


def test_release_repairs_an_edited_notebook(released):
    path = paths.RELEASE / STEM / f"{STEM}.ipynb"
    wanted = path.read_bytes()
    path.write_bytes(wanted.replace(b"Toy", b"Boy"))
    assert release(STEM)
    assert path.read_bytes() == wanted


def test_release_says_what_to_do_when_submissions_exist(released):
    with Gradebook(open_folders().db_url) as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission(STEM, "ada")
    for old, new in (("double", "twice"),):
        for folder in ("source", *(f"autograder/{f}" for f in toys.FOLDERS)):
            path = released.root / folder / f"{STEM}.py"
            released.write(f"{folder}/{STEM}.py", path.read_text().replace(old, new))
    freeze(load_assignment(STEM))
    with pytest.raises(Refused, match="Cannot add or remove cells.*submissions"):
        release(STEM)


def test_clean_removes_outputs_counts_and_metadata():
    cell = {
        "cell_type": "code",
        "id": "a",
        "source": "1",
        "execution_count": 3,
        "metadata": {"collapsed": True, "tags": ["x"]},
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}],
    }
    node = {"cells": [cell], "metadata": {"toc": 1}, "nbformat": 4, "nbformat_minor": 5}
    found = json.loads(clean(json.dumps(node).encode()))
    assert found["cells"][0]["metadata"] == {"tags": ["x"]}
    assert found["cells"][0]["outputs"] == []
    assert found["cells"][0]["execution_count"] is None
    assert set(found["metadata"]) == {"kernelspec", "language_info"}


def test_scan_of_a_clean_course_finds_nothing(offered):
    assert scan() == []


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("course/a.md", "so\n`weights = np.full(x.shape, 2.0)`", ":2: got a line of"),
        ("helpers/a.py", "    weights=np.full(x.shape,2.0)\n", "solution of c7w1_toy"),
        ("helpers/b.py", "# see the autograder\n", "the word autograder"),
        ("course/b.md", "Read source/c7w1_toy.py\n", "a path into source/"),
        ("course/c.md", "open /home/me/x.png\n", "an absolute path"),
        ("helpers/c.py", "    ### BEGIN SOLUTION\n", "a solution mark"),
    ],
)
def test_scan_finds_planted_text(offered, name, text, part):
    offered.write(name, text)
    found = [str(finding) for finding in scan()]
    assert len(found) == 1
    assert found[0].startswith(name)
    assert part in found[0]


def _plant(change):
    path = paths.RELEASE / STEM / f"{STEM}.ipynb"
    node = json.loads(path.read_text())
    change(node)
    path.write_text(json.dumps(node, indent=1))
    return "\n".join(map(str, scan()))


def test_scan_finds_traces_in_notebooks(offered):
    def change(node):
        node["metadata"]["toc"] = {}
        code = [cell for cell in node["cells"] if cell["cell_type"] == "code"]
        code[0]["execution_count"] = 7
        code[1]["outputs"] = [{"output_type": "stream"}]
        code[2]["metadata"]["stub"] = "pass"

    found = _plant(change)
    for part in ("'toc'", "an execution count", "outputs in a cell", "'stub'"):
        assert part in found


def test_scan_finds_a_solution_in_a_notebook(offered):
    def change(node):
        node["cells"][0]["source"] = ["a\n", "weights = np.full(x.shape, 2.0)\n"]

    assert "a line of the solution of c7w1_toy double" in _plant(change)


def test_scan_finds_hidden_values(offered):
    hidden = frozen(STEM, load_assignment(STEM)["double"]).expected[1].outcome.value
    (paths.HELPERS / "data.bin").write_bytes(b"xx" + hidden.tobytes() + b"yy")
    offered.write("course/values.md", f"it is {hidden[0]!r}\n")
    toys.forget()
    import h5py

    with h5py.File(paths.RELEASE / STEM / "more.h5", "w") as file:
        file.create_dataset("a", data=hidden, compression="gzip")
    found = "\n".join(map(str, scan()))
    for name in ("data.bin", "more.h5"):
        assert f"{name}:1: got a hidden value of c7w1_toy double" in found
    assert "values.md" not in found  # np.float64(...) shows digits of a scalar case


def test_visible_checks_are_no_leak(offered):
    shown = frozen(STEM, load_assignment(STEM)["double"]).expected[0].outcome.value
    (paths.HELPERS / "data.bin").write_bytes(np.asarray(shown).tobytes())
    assert scan() == []


def test_given_solutions_of_earlier_weeks_are_no_leak(toy):
    release(LATER)
    assert scan() == []


def test_check_pieces_wants_100_points_and_pairs(toy):
    assert check_pieces(load_assignment(STEM)) == []
    text = toys.TEXT.replace("points=20", "points=25")
    toy.write(f"source/{STEM}.py", text)
    assert "got 105 points in all" in check_pieces(load_assignment(STEM))[0]


def test_check_outputs_notices_what_moved(toy):
    assert check_outputs(load_assignment(STEM)) == []
    toy.write(f"autograder/reference/{STEM}.py", toys.REFERENCE.replace("2.0)", "3.0)"))
    assert "for 'by hand'" in check_outputs(load_assignment(STEM))[0]
    paths.outputs_file(STEM).unlink()
    assert "got no file" in check_outputs(load_assignment(STEM))[0]


def test_check_limits_remarks_on_long_cells(toy):
    text = toys.TEXT.replace("# We double,", "# " + "word " * 130)
    toy.write(f"source/{STEM}.py", text)
    assert any(
        "words, expected <= 120" in r for r in check_limits(load_assignment(STEM))
    )


def test_a_solution_line_in_the_prose_is_remarked(toy):
    assert shown_lines(STEM) == []
    text = toys.TEXT.replace("# Twice", "# `weights = np.full(x.shape, 2.0)`\n# Twice")
    toy.write(f"source/{STEM}.py", text)
    assert "of the solution of double" in shown_lines(STEM)[0]


def test_a_notebook_that_fails_is_found(monkeypatch):
    monkeypatch.setattr(paths, "HELPERS", REPO / "helpers")
    cell: dict = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": []}
    cell |= {"source": "x = 1 / 0", "execution_count": None}
    node = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    files = {"some.ipynb": json.dumps(node).encode()}
    assert "'ZeroDivisionError: division by zero' at 'x = 1 / 0'" in run_notebook(
        files, "some"
    )
    cell["source"] = "from helpers.checks import Case"
    assert run_notebook({"some.ipynb": json.dumps(node).encode()}, "some") == ""


def test_check_keeps_its_report(toy, monkeypatch):
    monkeypatch.setattr("autograder.build.check.run_notebook", lambda *_: "")
    monkeypatch.setattr("autograder.build.check.check_trial", lambda _: [])
    first = check_stem(STEM)
    assert any("1 known-wrong answers" in line for line in first.problems)
    kept, public = check_many([STEM])
    assert kept.cached
    assert kept.problems == first.problems
    assert public.problems == []
    toy.write(f"autograder/cases/{STEM}.py", toys.CASES + "# more\n")
    assert recall(STEM, stem_key(STEM)) is None


def test_check_reports_what_it_cannot_load(toy):
    toy.write(f"autograder/cases/{STEM}.py", "import nothing_of_that_name\n")
    assert "No module named" in check_stem(STEM).problems[0]


def test_check_goes_on_after_a_step_that_fails(toy, monkeypatch):
    def fail(_):
        raise KeyError("a step")

    monkeypatch.setattr("autograder.build.check.run_notebook", lambda *_: "")
    monkeypatch.setattr("autograder.build.check.check_trial", fail)
    report = check_stem(STEM)
    assert any("got KeyError('a step')" in line for line in report.problems)
    assert report.remarks


def test_publish_copies_the_public_half_alone(shop, tmp_path):
    written, notes = publish(tmp_path / "class" / "dl")
    assert notes == []
    found = {str(p.relative_to(written)) for p in written.rglob("*") if p.is_file()}
    assert {"README.md", "Makefile", "pyproject.toml", "environment.yml"} <= found
    assert f"release/{STEM}/{STEM}.ipynb" in found
    assert not any(
        name.startswith(("source", "autograder", "grading")) for name in found
    )
    assert not any("tests" in name for name in found)
    for path in written.rglob("*"):
        if path.is_file():
            assert b"autograder" not in path.read_bytes(), path


def test_published_project_needs_only_what_a_learner_needs(shop, tmp_path):
    written, _ = publish(tmp_path / "dl")
    text = (written / "pyproject.toml").read_text()
    assert "numpy" in text
    assert not any(word in text for word in ("nbgrader", "pytest", "ruff"))


def test_publish_zip_has_the_same_bytes_twice(shop, tmp_path):
    first, _ = publish(tmp_path / "a" / "dl", as_zip=True)
    second, _ = publish(tmp_path / "b" / "dl.zip", [STEM], as_zip=True)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert "dl/README.md" in archive.namelist()


def test_publish_refuses_leaks_old_folders_and_unknown_weeks(shop, tmp_path):
    with pytest.raises(Refused, match="got c9w9_none to publish"):
        publish(tmp_path / "dl", ["c9w9_none"])
    publish(tmp_path / "dl")
    with pytest.raises(Refused, match="which exists"):
        publish(tmp_path / "dl")
    shop.write("course/a.md", "weights = np.full(x.shape, 2.0)\n")
    with pytest.raises(Refused, match="course/a.md:1: got a line"):
        publish(tmp_path / "other")
    assert not (tmp_path / "other").exists()


RUN = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
node = json.load(open(sys.argv[1]))
code = ["".join(c["source"]) for c in node["cells"] if c["cell_type"] == "code"]
results = [shell.run_cell(source) for source in code]
import helpers

assert all(r.success for r in results), [r for r in results if not r.success]
assert not any("autograder" in name for name in sys.modules)
print("ran", len(code), "cells with", helpers.__file__)
"""


@pytest.mark.slow
@pytest.mark.parametrize("stem", paths.stems())
def test_published_notebooks_run_by_themselves(stem, tmp_path):
    """The real course, with nothing of the private half within reach."""
    written, _ = publish(tmp_path / "dl", [stem])
    script = tmp_path / "run.py"
    script.write_text(RUN)
    done = subprocess.run(
        [sys.executable, str(script), f"{stem}.ipynb"],
        cwd=written / "release" / stem,
        env={**os.environ, "PYTHONPATH": str(written), "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert str(written / "helpers") in done.stdout.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.parametrize("stem", paths.stems())
def test_every_released_notebook_is_what_the_text_gives(stem, tmp_path, monkeypatch):
    """The committed release is built from the committed text, to the byte."""
    committed = read_folder(paths.RELEASE / stem)
    monkeypatch.setenv("COURSE_GRADING", str(tmp_path / "grading"))
    monkeypatch.setenv("COURSE_RELEASE", str(tmp_path / "release"))
    release(stem)
    fresh = read_folder(tmp_path / "release" / stem)
    assert sorted(fresh) == sorted(committed)
    assert [name for name in fresh if fresh[name] != committed[name]] == []


def test_publish_notes_solutions_given_to_later_weeks(shop, tmp_path):
    release(LATER)
    _, notes = publish(tmp_path / "dl")
    assert notes == [
        f"{LATER}/given.py holds solutions of {STEM}: publish it after {STEM} has been "
        "collected."
    ]
