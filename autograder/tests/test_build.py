"""From text to notebook: the same bytes, stable ids, the right stub in each cell."""

import json
import os

import nbformat
import numpy as np
import pytest

from autograder import paths
from autograder.author.assemble import build, files
from autograder.author.check import check, check_facts, check_many
from autograder.author.docstrings import check_docstrings
from autograder.author.limits import check_limits
from autograder.author.notebook import cell_ids, notebook
from autograder.author.pages import helpers_page
from autograder.author.stubs import STUB, ClearToStub, stub
from autograder.errors import Refused
from autograder.tests import toy as toys
from autograder.tests.toy import LATER, STEM, toy
from autograder.truth.assignment import load_assignment
from autograder.truth.bank import check_exercise
from autograder.truth.functions import body_text, function_text, solution_lines
from autograder.truth.text import Cell

__all__ = ["toy"]


def _cells(stem):
    node = notebook(load_assignment(stem))
    return {cell.id: cell for cell in node.cells}


def test_same_text_gives_same_bytes(toy):
    first = files(load_assignment(STEM))
    toys.forget()
    assert files(load_assignment(STEM)) == first
    assert sorted(first) == [f"{STEM}.ipynb", "checks.h5"]


def test_notebook_is_valid_and_has_no_traces(toy):
    node = json.loads(files(load_assignment(STEM))[f"{STEM}.ipynb"])
    assert node["metadata"]["kernelspec"]["name"] == "python3"
    assert (node["nbformat"], node["nbformat_minor"]) == (4, 5)
    code = [cell for cell in node["cells"] if cell["cell_type"] == "code"]
    assert not any(cell["outputs"] or cell["execution_count"] for cell in code)


def test_exercise_cell_holds_the_function_and_nbgraders_fields(toy):
    cell = _cells(STEM)["double-exercise"]
    assert cell.source.startswith('def double(x):\n    """Twice as much.')
    assert cell.source.endswith("### END SOLUTION")
    fields = cell.metadata.nbgrader
    assert (fields.grade_id, fields.schema_version) == ("double-exercise", 3)
    assert (fields.solution, fields.grade, fields.locked) == (True, False, False)


def test_checks_cell_is_locked_and_has_points(toy):
    fields = _cells(STEM)["double-checks"].metadata.nbgrader
    assert (fields.solution, fields.grade, fields.locked) == (False, True, True)
    assert (fields.points, fields.cell_type) == (40, "code")


def test_ids_are_unique_and_move_only_inside_a_section():
    cells = [Cell("prose", "# A"), Cell("code", "1"), Cell("prose", "# B")]
    cells += [Cell("exercise", "", "f"), Cell("checks", "", "f", 1.0)]
    ids = cell_ids(cells)
    assert ids == ["a-1", "a-2", "b-1", "f-exercise", "f-checks"]
    longer = cell_ids([cells[0], Cell("code", "0"), *cells[1:]])
    assert longer == ["a-1", "a-2", "a-3", "b-1", "f-exercise", "f-checks"]


def test_ids_are_valid_for_any_heading():
    ids = cell_ids(
        [Cell("prose", f"# {'Ünï ' * 40}"), Cell("prose", "# σ²"), Cell("code", "1")]
    )
    assert len(set(ids)) == 3
    assert all(0 < len(name) <= 64 and name.isascii() for name in ids)


def test_stubs(toy):
    exercises = load_assignment(STEM)
    assert stub(exercises["double"]) == STUB
    assert stub(exercises["decisions"]) == 'return {\n    "larger": "?",\n}'
    assert stub(exercises["centre"]) == (
        "# the middle of all values\nmiddle = x.mean()\n\nreturn x - np.median(x)"
    )


def test_two_shown_bugs_are_refused(toy):
    more = "## centre\n\n- `x - middle` → `x`\n  bug: Nothing is subtracted.\n"
    answers = toys.ANSWERS.replace("## centre\n", more)
    toy.write(f"source/{STEM}/answers.md", answers)
    with pytest.raises(ValueError, match="got 2 answers with `bug: `"):
        stub(load_assignment(STEM)["centre"])


def test_clearing_leaves_signature_docstring_and_stub(toy):
    node, _ = ClearToStub().preprocess(notebook(load_assignment(STEM)), {})
    cells = {cell.id: cell for cell in node.cells}
    source = cells["double-exercise"].source
    assert source.endswith(f'    """\n    {STUB}')
    assert "weights" not in source
    assert "stub" not in cells["double-exercise"].metadata
    assert cells["decisions-exercise"].source.endswith('"larger": "?",\n    }')
    hunt = cells["centre-exercise"].source
    assert hunt.endswith("middle = x.mean()\n\n    return x - np.median(x)")
    assert not any(line.endswith(" ") for line in hunt.splitlines())


def test_every_stub_is_python(toy):
    node, _ = ClearToStub().preprocess(notebook(load_assignment(STEM)), {})
    for cell in node.cells:
        if cell.cell_type == "code":
            compile(cell.source, cell.id, "exec")


def test_build_does_nothing_twice(toy):
    assert build(STEM)
    path = paths.built_folder(STEM) / f"{STEM}.ipynb"
    before = path.stat().st_mtime_ns
    assert not build(STEM)
    assert path.stat().st_mtime_ns == before
    assert build(STEM, force=True)


def test_build_refuses_what_is_not_proved(toy):
    with pytest.raises(Refused, match="known-wrong answers, expected at least 8"):
        build(STEM, proved=True)
    assert build(STEM)


@pytest.mark.parametrize("part", toys.PARTS[1:])
def test_build_notices_each_input(toy, part):
    build(STEM)
    path = paths.SOURCE / STEM / part
    toy.write(f"source/{STEM}/{part}", path.read_text() + "\n# more\n")
    assert build(STEM)


def test_build_repairs_a_changed_notebook(toy):
    build(STEM)
    folder = paths.built_folder(STEM)
    wanted = (folder / f"{STEM}.ipynb").read_bytes()
    (folder / f"{STEM}.ipynb").write_text("{}")
    (folder / "stray.txt").write_text("mine")
    assert build(STEM)
    assert (folder / f"{STEM}.ipynb").read_bytes() == wanted
    assert sorted(os.listdir(folder)) == [f"{STEM}.ipynb", "checks.h5"]


def test_a_notebook_below_source_is_refused_and_removed(toy):
    stray = toy.write(f"source/{STEM}/{STEM}.ipynb", "{}")
    build(STEM)
    assert not stray.exists()
    toy.write(f"source/{STEM}/old/{STEM}.ipynb", "{}")
    (public,) = [r for r in check_many([STEM]) if r.name == "public folders"]
    assert f"source/{STEM}/old/{STEM}.ipynb: got a notebook" in public.problems[0]


def test_given_file_holds_functions_in_order_with_all_they_call(toy):
    found = files(load_assignment(LATER))
    text = found["given.py"].decode()
    names = ["import numpy as np", "TWO = 2.0", "def _times", "def double"]
    places = [text.index(part) for part in [*names, "def quadruple"]]
    assert places[0] == min(places)
    assert places[-1] == max(places)
    assert "SOLUTION" not in text
    assert "autograder" not in text
    space: dict = {}
    exec(compile(text, "given.py", "exec"), space)
    assert space["quadruple"](space["np"].array([1.0]))[0] == 4
    node = nbformat.reads(found[f"{LATER}.ipynb"].decode(), as_version=4)
    assert node.cells[1].source == "from given import quadruple"


def test_given_refuses_a_function_of_the_same_week(toy):
    twin = toys.LATER_TEXT.replace("c7w2_later", "c7w1_twin")
    toy.write_stem("c7w1_twin", twin, toys.LATER_REFERENCE, toys.LATER_CASES, "")
    with pytest.raises(Refused, match="graded in the same week"):
        files(load_assignment("c7w1_twin"))


def test_given_refuses_a_function_of_a_later_week(toy):
    text = toys.LATER_TEXT.replace("c7w2_later", "c6w1_first")
    toy.write_stem("c6w1_first", text, toys.LATER_REFERENCE, toys.LATER_CASES, "")
    with pytest.raises(Refused, match="of an earlier week"):
        files(load_assignment("c6w1_first"))


def test_exercise_without_marks_is_refused(toy):
    text = toys.REFERENCE.replace("    ### END SOLUTION\n", "", 1)
    toy.write(f"source/{STEM}/reference.py", text)
    with pytest.raises(ValueError, match="solution marks"):
        files(load_assignment(STEM))


def test_exercise_without_checks_is_refused(toy):
    text = toys.TEXT.replace('# %% tags=["checks"] points=40\ncheck(double)\n', "")
    toy.write(f"source/{STEM}/notebook.py", text)
    with pytest.raises(ValueError, match="without points"):
        files(load_assignment(STEM))


def test_function_text_and_its_parts(tmp_path):
    path = tmp_path / "some.py"
    path.write_text(toys.REFERENCE)
    text = function_text(path, "double")
    assert text.endswith("    ### END SOLUTION\n")
    assert len(solution_lines(text)) == 2
    assert body_text('def f(x):\n    """Doc."""\n    return x\n') == "return x"
    with pytest.raises(ValueError, match="got no function 'absent'"):
        function_text(path, "absent")


def test_true_docstrings_are_accepted(toy):
    assert check_docstrings(load_assignment(STEM)) == []


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("y : ndarray of shape (n,)", "y : ndarray of shape (n, 1)", "got y of shape"),
        ("y : ndarray of shape (n,)", "y : ndarray of shape (3,)", "got y of shape"),
        ("y : ndarray of shape (n,)", "y : float", "got y of type ndarray"),
        ("    x : ndarray", "    z : ndarray", "got the parameters ['z']"),
    ],
)
def test_untrue_docstrings_are_found(toy, old, new, part):
    text = toys.REFERENCE.replace(old, new, 1)
    toy.write(f"source/{STEM}/reference.py", text)
    assert part in "\n".join(check_docstrings(load_assignment(STEM)))


@pytest.mark.parametrize(
    "part, old, new, said",
    [
        ("cases", "def _vectors(rng):", "def _vectors(rng)", r"SyntaxError \(expected"),
        ("reference", "TWO = 2.0", "TWO = two", r"NameError \(name 'two'"),
        ("cases", "size=7", "size=-7", r"ValueError \(negative dimensions"),
    ],
)
def test_code_that_does_not_run_is_told_with_its_line(toy, part, old, new, said):
    text = getattr(toys, part.upper())
    number = text.partition(old)[0].count("\n") + 1
    toy.write(f"source/{STEM}/{part}.py", text.replace(old, new))
    with pytest.raises(
        ValueError, match=rf"^source/{STEM}/{part}\.py:{number}: got {said}"
    ):
        list(load_assignment(STEM)["double"].cases(np.random.default_rng(0)))


def test_a_wrong_answer_that_passes_is_told_with_both_places(toy):
    page = toys.ANSWERS.replace("## double\n", "## double\n\n- `2.0` → `2`\n  No.\n", 1)
    number = page.partition("- `2.0` → `2`")[0].count("\n") + 1
    toy.write(f"source/{STEM}/answers.md", page)
    found = "\n".join(check_exercise(load_assignment(STEM)["double"]))
    assert (
        f"full marks for the wrong answer 'No.' (source/{STEM}/answers.md:{number})"
        in found
    )
    assert "Add the missing case to cases_double" in found


def test_the_helpers_page_needs_no_figures_of_a_week(toy):
    assert f"helpers.figures.{STEM}" not in helpers_page()


def test_a_week_without_a_story_is_a_problem(toy):
    assert check_facts(load_assignment(STEM)) == []
    toy.write(f"source/{STEM}/notebook.py", toys.TEXT.replace(' story="twice"', ""))
    with pytest.raises(ValueError, match="first cell without story"):
        check_facts(load_assignment(STEM))


def test_a_short_week_may_have_few_cells(toy):
    assert any("expected 15 to 80" in r for r in check_limits(load_assignment(STEM)))


def test_a_problem_that_several_steps_meet_is_told_once(toy, monkeypatch):
    monkeypatch.setattr("autograder.author.check.missing", lambda stem: [])
    paths.outputs_file(STEM).unlink()
    found = check(STEM, run=lambda _: []).problems
    assert len(found) == len(set(found))
    assert any(f"source/{STEM}/outputs.h5: got no such file" in line for line in found)
