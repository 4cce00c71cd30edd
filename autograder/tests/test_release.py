"""Release and check, on a toy course."""

import json
import os

import pytest
from nbgrader.api import Gradebook

from autograder import paths
from autograder.author.assemble import read_folder, same_file
from autograder.author.check import check as check_stem
from autograder.author.check import check_many, check_pieces, recall, stem_key
from autograder.author.limits import check_limits
from autograder.author.outputs import check_outputs
from autograder.author.release import clean, release
from autograder.author.scripts import run_notebook
from autograder.author.secrets import shown_lines
from autograder.errors import Refused
from autograder.gradebook.folders import open_folders
from autograder.paths import ROOT as REPO
from autograder.tests import toy as toys
from autograder.tests.toy import LATER, STEM, offered, shelf, toy
from autograder.truth.assignment import load_assignment
from autograder.truth.freeze import freeze

__all__ = ["offered", "shelf", "toy"]


def _released(stem=STEM):
    path = paths.RELEASE / stem / f"{stem}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def released(toy):
    release(STEM)
    return toy


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
        for part in toys.PARTS:
            text = (paths.SOURCE / STEM / part).read_text().replace(old, new)
            released.write(f"source/{STEM}/{part}", text)
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


def test_check_pieces_wants_100_points_and_pairs(toy):
    assert check_pieces(load_assignment(STEM)) == []
    text = toys.TEXT.replace("points=20", "points=25")
    toy.write(f"source/{STEM}/notebook.py", text)
    assert "got 105 points in all" in check_pieces(load_assignment(STEM))[0]


def test_check_outputs_notices_what_moved(toy):
    assert check_outputs(load_assignment(STEM)) == []
    toy.write(f"source/{STEM}/reference.py", toys.REFERENCE.replace("2.0)", "3.0)"))
    assert "for 'by hand'" in check_outputs(load_assignment(STEM))[0]
    paths.outputs_file(STEM).unlink()
    assert "got no file" in check_outputs(load_assignment(STEM))[0]


def test_check_limits_remarks_on_long_cells(toy):
    text = toys.TEXT.replace("# We double,", "# " + "word " * 130)
    toy.write(f"source/{STEM}/notebook.py", text)
    assert any(
        "words, expected <= 120" in r for r in check_limits(load_assignment(STEM))
    )


def test_a_solution_line_in_the_prose_is_remarked(toy):
    assert shown_lines(STEM) == []
    text = toys.TEXT.replace("# Twice", "# `weights = np.full(x.shape, 2.0)`\n# Twice")
    toy.write(f"source/{STEM}/notebook.py", text)
    assert "notebook.py: got 'weights=np.full(x.shape,2.0)'" in shown_lines(STEM)[0]


def test_a_solution_line_in_a_hint_is_remarked(toy):
    cases = toys.CASES.replace("How often x? 2x", "weights = np.full(x.shape, 2.0)")
    toy.write(f"source/{STEM}/cases.py", cases)
    assert [line.partition(":")[0] for line in shown_lines(STEM)] == [
        f"source/{STEM}/cases.py"
    ]


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
    monkeypatch.setattr("autograder.author.check.run_notebook", lambda *_: "")
    monkeypatch.setattr("autograder.author.check.check_trial", lambda _: [])
    first = check_stem(STEM)
    assert any("1 known-wrong answers" in line for line in first.problems)
    kept, public = check_many([STEM])
    assert kept.cached
    assert kept.problems == first.problems
    assert public.problems == []
    toy.write(f"source/{STEM}/cases.py", toys.CASES + "# more\n")
    assert recall(STEM, stem_key(STEM)) is None


def test_check_reports_what_it_cannot_load(toy):
    toy.write(f"source/{STEM}/cases.py", "import nothing_of_that_name\n")
    assert "No module named" in check_stem(STEM).problems[0]


def test_check_goes_on_after_a_step_that_fails(toy, monkeypatch):
    def fail(_):
        raise KeyError("a step")

    monkeypatch.setattr("autograder.author.check.run_notebook", lambda *_: "")
    monkeypatch.setattr("autograder.author.check.check_trial", fail)
    report = check_stem(STEM)
    assert any("got KeyError('a step')" in line for line in report.problems)
    assert report.remarks


@pytest.mark.slow
@pytest.mark.parametrize("stem", paths.stems() + paths.toys())
def test_every_released_notebook_is_what_the_text_gives(stem, tmp_path, monkeypatch):
    """The committed release is built from the committed text, to the last bits."""
    folder = paths.released_folder(stem)
    committed = read_folder(folder)
    monkeypatch.setenv("COURSE_GRADING", str(tmp_path / "grading"))
    monkeypatch.setenv("COURSE_RELEASE", str(tmp_path / "release"))
    release(stem)
    fresh = read_folder(tmp_path / "release" / stem)
    assert sorted(fresh) == sorted(committed)
    pairs = {name: (committed[name], fresh[name]) for name in fresh}
    assert [name for name in fresh if not same_file(folder / name, *pairs[name])] == []
