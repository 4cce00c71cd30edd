"""Repair, store, roster and the verbs of the gradebook."""

import copy
from pathlib import Path
from typing import Any

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell
from nbgrader.utils import determine_grade

from autograder.demo.samples import every_state, row, verdict
from autograder.errors import Misuse
from autograder.gradebook import commands, store
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import grade_class
from autograder.gradebook.nbgrader_plugin import Examine, Repair
from autograder.gradebook.roster import Learner, find_submission, read_roster
from autograder.gradebook.submit import submit_all
from autograder.gradebook.writer import fill, grade_id, mark_notebook, repair
from autograder.tests.classroom import (
    POINTS,
    STEM,
    Examiner,
    assignment,
    examiner,
    folders,
    hand_in,
    marks,
    quick_gradebook,
    released_notebook,
)

__all__ = ["examiner", "folders", "quick_gradebook"]


def damaged() -> Any:
    """Cells moved, retyped, deleted, doubled, with broken metadata."""
    notebook = hand = released_notebook()
    by = {grade_id(c): c for c in hand.cells}
    notebook.cells.remove(by["sigmoid-checks"])
    notebook.cells.insert(0, notebook.cells.pop())
    by["propagate-checks"].cell_type = "markdown"
    by["predict-checks"].metadata["nbgrader"] = "gone"
    by["optimize-checks"].metadata["nbgrader"]["points"] = 1000
    by["optimize-checks"].source = "print('full marks')"
    nameless = new_code_cell("x")
    nameless["id"] = ""
    notebook.cells += [copy.deepcopy(by["accuracy-checks"]), nameless]
    return notebook


def test_repair_gives_every_mark_a_cell() -> None:
    found = repair(damaged(), released_notebook())
    fill(found, every_state())
    graded = [c for c in found.cells if c.metadata.get("nbgrader", {}).get("grade")]
    scores = {grade_id(c).removesuffix("-checks"): determine_grade(c) for c in graded}
    wanted = every_state().exercises
    assert scores == {e.name: (e.score, e.points) for e in wanted}
    assert len(graded) == len(POINTS)
    assert len({c["id"] for c in found.cells}) == len(found.cells)
    nbformat.validate(found)
    assert all(c.source.startswith("check(") for c in graded)


def test_unreadable_file_becomes_a_blank_notebook() -> None:
    marked = mark_notebook(b"{not json", released_notebook(), every_state())
    assert "could not be read" in marked.cells[0].source
    nbformat.validate(marked)


def test_score_above_the_points_is_cut() -> None:
    notebook = released_notebook()
    fill(notebook, verdict([row("sigmoid", 10, 99)]))
    cells = {grade_id(c): c for c in notebook.cells}
    assert determine_grade(cells["sigmoid-checks"]) == (10, 10)
    assert determine_grade(cells["predict-checks"]) == (0, 10)


def test_plugin_takes_the_stored_verdict(
    folders: Folders, examiner: Examiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    grade_class(folders, assignment())
    plugin = "autograder.gradebook.nbgrader_plugin"
    monkeypatch.setattr(f"{plugin}.open_folders", lambda: folders)
    monkeypatch.setattr(f"{plugin}.load_assignment", lambda stem: assignment())
    place = {"nbgrader": {"student": "ada", "assignment": STEM, "notebook": STEM}}
    notebook, _ = Repair().preprocess(damaged(), place)
    notebook, _ = Examine().preprocess(notebook, place)
    cells = {grade_id(c): c for c in notebook.cells}
    assert determine_grade(cells["compute_cost-checks"]) == (5, 10)
    assert len(examiner.calls) == 2


def test_store_keeps_whole_files_only(folders: Folders) -> None:
    store.save_verdict(folders, "ada", every_state())
    path = store.verdict_file(folders, "ada", STEM)
    assert store.load_verdict(folders, "ada", STEM) == every_state()
    path.write_text(every_state().to_json()[:100])
    assert store.load_verdict(folders, "ada", STEM) is None
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert store.verdict_key("a", "1", "1") != store.verdict_key("a", "2", "1")


def test_roster_joins_all_sources(folders: Folders) -> None:
    known = {"dora": Learner("dora", "Dora")}
    found = [one.student for one in read_roster(folders, known)]
    assert found == ["ada", "boris", "cleo", "dora"]
    assert find_submission(folders, "cleo", STEM).absent
    folders.roster.write_text("student;name\n")
    with pytest.raises(Misuse, match="expected id"):
        read_roster(folders, {})
    folders.roster.write_text("id\n../../etc\n")
    with pytest.raises(Misuse, match="can be a folder"):
        read_roster(folders, {})


def test_submit_keeps_the_time_of_an_unchanged_file(
    folders: Folders, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "dora.ipynb").write_text("{}")
    assert submit_all(folders, STEM, inbox) == {"dora": True}
    assert submit_all(folders, STEM, inbox) == {"dora": False}
    (inbox / "dora.ipynb").unlink()
    with pytest.raises(Misuse, match="got no notebook"):
        submit_all(folders, STEM, inbox)


def test_exit_codes(
    folders: Folders, examiner: Examiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "open_folders", lambda root: folders)
    monkeypatch.setattr(commands, "load_assignment", lambda stem: assignment())

    def run(*words: str) -> int:
        command = next(c for c in commands.commands if c.name == words[0])
        return CliRunner().invoke(command, list(words[1:])).exit_code

    assert run("grade", STEM) == 0
    assert run("feedback", STEM) == run("report", STEM) == run("regrade", STEM) == 0
    assert run("grade", STEM, "--student", "zoe") == 2
    assert run("grade", STEM, "--mode", "fast") == run("grade") == 2
    examiner.scores = {"sigmoid": 3.0}
    assert run("regrade", STEM, "--force") == 1
    assert marks(folders)["ada"]["sigmoid"] == 10
    assert run("regrade", STEM, "--force", "--allow-lower") == 0
    assert marks(folders)["ada"]["sigmoid"] == 3
    examiner.broken = True
    hand_in(folders, "ada", "# third")
    assert run("grade", STEM) == 1


def test_unknown_assignment_is_a_usage_error() -> None:
    result = CliRunner().invoke(commands.grade, ["c9w9_nothing"])
    assert result.exit_code == 2 and "got 'c9w9_nothing'" in result.output
