"""The page of answers: edits, bodies, families, and what is not understood."""

import inspect
import re
from types import ModuleType

import numpy as np
import pytest

from autograder.paths import ROOT
from autograder.truth.page import read_page
from source.c2w1_initialization import reference as initialization

SOLUTION = '''
import numpy as np


def scaled(x, factor):
    """A multiple.

    Parameters
    ----------
    x : ndarray of shape (n,)
    factor : float

    Returns
    -------
    y : ndarray of shape (n,)
    """
    ### BEGIN SOLUTION
    y = x * factor  # (n,)
    return y
    ### END SOLUTION


def choices():
    """Letters."""
    ### BEGIN SOLUTION
    return {"larger": "b"}
    ### END SOLUTION
'''


@pytest.fixture
def read(tmp_path):
    """Write a page and read it, beside a reference of two functions."""
    path = tmp_path / "c7w1_toy" / "answers.md"
    path.parent.mkdir()
    code = path.with_name("reference.py")
    code.write_text(SOLUTION)
    module = ModuleType("reference")
    exec(compile(SOLUTION, str(code), "exec"), vars(module))

    def page(text):
        path.write_text(text)
        return read_page(path, module)

    return page


def one(read, items, head="## scaled\n"):
    return read(f"# Answers\n\n{head}\n{items}")["scaled"].answers


def values(answers):
    return [answer.function(np.array([1.0, 2.0]), 3.0) for answer in answers]


def test_an_edit_is_the_solution_with_one_place_changed(read):
    (answer,) = one(read, "- `* factor` → `+ factor`\n  The factor is\n  added.\n")
    assert answer.function(np.array([1.0]), 3.0) == [4.0]
    assert (answer.text, answer.correct) == ("The factor is added.", False)
    assert "y = x + factor  # (n,)" in inspect.getsource(answer.function)


def test_several_edits_one_of_which_deletes(read):
    (answer,) = one(
        read, "- ` * factor` → nothing\n  `return y` → `return -y`\n  No.\n"
    )
    assert answer.function(2.0, 3.0) == -2.0


def test_a_body_may_be_right_and_may_be_edited(read):
    body = (
        "- ```python\n  if factor:\n\n      return factor * x\n  ```\n  right: turned\n"
    )
    edit = "- of: turned\n  `factor * x` → `factor - x`\n  bug: Not this.\n"
    right, wrong = one(read, f"{body}\n{edit}")
    assert (right.correct, right.text) == (True, "turned")
    assert (wrong.shown, wrong.text, wrong.function(1.0, 3.0)) == (True, "Not this.", 2)


def test_a_whole_text_may_hold_helpers(read):
    text = (
        "def half(x):\n    return x / 2\n\ndef scaled(x, factor):\n    return half(x)"
    )
    (answer,) = one(
        read, f"- ```python\n  {text.replace(chr(10), chr(10) + '  ')}\n  ```\n  No."
    )
    assert answer.function(4.0, 1.0) == 2.0


def test_families_come_last_and_have_their_messages(read):
    head = "## scaled\n\nalso: none, changes x, list, transposed, float32, fortran\n"
    found = one(read, "- `* factor` → `* 2`\n  Always 2.\n", head)
    assert [a.correct for a in found] == [False] * 5 + [True] * 2
    assert found[2].text == "changes its argument `x`"
    x = np.array([1.0, 2.0])
    assert found[2].function(x, 3.0).tolist() == [3.0, 6.0]
    assert x.tolist() == [2.0, 3.0]
    assert found[1].function(x, 3.0) is None
    assert found[3].function(x, 3.0) == [6.0, 9.0]
    assert found[5].function(x, 3.0).dtype == np.float32


def test_a_family_may_have_a_message_of_its_own(read):
    (answer,) = one(read, "- family: none\n  Say return.\n")
    assert answer.text == "Say return."
    assert answer.function(1.0, 3.0) is None


def test_questions_have_options_and_spellings(read):
    page = read(
        "## choices\n\nalso: capital letters, letters with a bracket, letters with "
        "blanks\n\n### larger\n\n- a: No,\n  less.\n- b: Yes.\n"
    )
    assert page["choices"].options == {"larger": {"a": "No, less.", "b": "Yes."}}
    spelt = [answer.function()["larger"] for answer in page["choices"].answers]
    assert spelt == ["B", "b)", " b "]


@pytest.mark.parametrize(
    "items, said",
    [
        ("- `y` → `x`\n  Twice.", "got `y` 2 times in the solution, expected once"),
        ("- `z` → `y`\n  Never.", "got `z` 0 times in the solution, expected once"),
        ("- family: nonne\n  x", "got the family 'nonne', expected one of: none, "),
        ("- family: changes z\n  x", "with an argument of the function .x, factor."),
        ("- ```python\n  return (\n  ```\n  x", "which is no Python"),
        ("- `* factor` → ` *`\n  x", "which is no Python"),
        ("- `* factor` → `* 2`\n", "got an answer without a message"),
        ("- `* factor` → `* 2`\n  Not a\n  - b.", "begins with '-', which Markdown"),
        ("- the factor\n  is missing", "expected `old` → `new`, a body in a fence"),
        ("- `y` -> `x`\n  x", "got '`y` -> `x`', expected `old` → `new`"),
        ("- ```python\n  return x\n  Unclosed.", "expected a fence from ```python to"),
        ("- of: nobody\n  `y` → `x`\n  x", "expected a right answer above it"),
        ("also nothing\n", "expected items `- ...` or a line `also: ...`"),
    ],
)
def test_what_is_not_understood_says_where_and_what_to_do(read, items, said):
    with pytest.raises(ValueError, match=said) as caught:
        one(read, items)
    assert re.match(r"source/c7w1_toy/answers\.md:\d+, scaled, got ", str(caught.value))


def test_the_line_of_an_item_is_named(read):
    with pytest.raises(ValueError, match=r"answers\.md:8, scaled"):
        one(read, "- `* factor` → `* 2`\n  Always 2.\n\n- `z` → `y`\n  Never.")


@pytest.mark.parametrize("text", ["## other\n", "## scaled\n\n## scaled\n"])
def test_a_section_is_about_one_function_of_the_reference(read, text):
    with pytest.raises(ValueError, match="expected one section for each function"):
        read(text)


def test_the_example_of_the_guide_is_a_page(tmp_path):
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    path = tmp_path / "answers.md"
    path.write_text(guide.partition("````markdown\n")[2].partition("````\n")[0])
    found = read_page(path, initialization)["initialize_he"].answers
    wanted = initialization.initialize_he([3, 4, 2], np.random.default_rng(0))
    for answer in found:
        if answer.correct:
            given = answer.function([3, 4, 2], np.random.default_rng(0))
            assert all(np.allclose(given[name], wanted[name]) for name in wanted)
    assert [a.correct for a in found] == [False, False, True, False, False, True]
