"""Leak scan and publish, on a toy course."""

import json
import shutil
import zipfile

import numpy as np
import pytest

from autograder import paths
from autograder.author.leaks import scan
from autograder.author.publish import COPIED, publish
from autograder.author.release import release
from autograder.errors import Refused
from autograder.paths import ROOT as REPO
from autograder.paths import stems
from autograder.tests import toy as toys
from autograder.tests.executed import complaints, library
from autograder.tests.toy import LATER, STEM, offered, shelf, toy
from autograder.truth.assignment import load_assignment
from autograder.truth.frozen import frozen

__all__ = ["library", "offered", "shelf", "toy"]


@pytest.fixture
def shop(offered):
    """A released toy with the files that publish copies."""
    for name in (*COPIED, "pyproject.toml"):
        shutil.copy(REPO / name, offered.root / name)
    offered.write("helpers/__init__.py", "")
    offered.write("helpers/tests/test_private.py", "assert True\n")
    offered.write("course/notation.md", "# Notation\n")
    return offered


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


def test_what_a_later_week_shows_is_out_by_then_and_no_earlier(offered):
    line = "weights = np.full(x.shape, 2.0)\n"
    offered.write("release/c8w1_next/c8w1_next.py", line)
    assert scan() == []
    offered.write("release/c6w9_before/c6w9_before.py", line)
    offered.write("release/c7w1_other/c7w1_other.py", line)
    found = {finding.path.parent.name for finding in scan()}
    assert found == {"c6w9_before", "c7w1_other"}


@pytest.mark.slow
def test_the_whole_course_can_be_published():
    """What `release --all` and `publish` ask of every public file and every week."""
    assert list(map(str, scan())) == []


def test_publish_copies_the_public_half_alone(shop, tmp_path):
    written, notes = publish(tmp_path / "class" / "dl")
    assert notes == []
    found = {str(p.relative_to(written)) for p in written.rglob("*") if p.is_file()}
    assert {"README.md", "Makefile", "pyproject.toml", *COPIED} <= found
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


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("stem", stems())
def test_published_notebooks_run_by_themselves(stem, library):
    """The real course, solved, with nothing of the private half within reach."""
    notebook = library.executed(stem)
    home = library.published() / "helpers" / "__init__.py"
    assert complaints(notebook) == []
    assert notebook.cells[-1].outputs[0].text == f"{home} []\n"


def test_publish_notes_solutions_given_to_later_weeks(shop, tmp_path):
    release(LATER)
    _, notes = publish(tmp_path / "dl")
    assert notes == [
        f"{LATER}/given.py holds solutions of {STEM}: publish it after {STEM} has been "
        "collected."
    ]
