"""What a notebook shows: cards, progress, and amber instead of red for stubs."""

import sys
import types

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from helpers.checks import Case
from helpers.checks.judging import (
    Checks,
    Expected,
    Mistake,
    load_checks,
    measure_slack,
    read_names,
    save_checks,
    seal,
)
from helpers.checks.values import observe
from helpers.notebook import open_checks

OPTIONS = {"q": {"a": "No: guess again.", "b": "Yes: it is two."}}


def double(x):
    return 2 * x


def half(x):
    return x / 2


def exercises():
    case = Case("two numbers", {"x": np.array([1.0, 2.0])}, visible=True, core=True)
    outcome = observe(double, case.args)
    slack = measure_slack(double, case.args, outcome.value)
    wrong = Mistake("Halved, not doubled: use 2 * x.", [observe(half, case.args)])
    first = Checks(
        "double",
        [Expected(case, outcome, slack)],
        [("y", ("n",))],
        10.0,
        "What is twice x?",
        [wrong],
    )
    return [first, Checks("decisions", [], [], 5.0, sealed=seal(OPTIONS, {"q": "b"}))]


@pytest.fixture
def tools(tmp_path, monkeypatch):
    save_checks(tmp_path / "week" / "checks.h5", exercises())
    monkeypatch.chdir(tmp_path / "week")
    return open_checks("week")


def test_the_file_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "checks.h5"
    save_checks(path, exercises())
    again = tmp_path / "again.h5"
    save_checks(again, [load_checks(path, name) for name in read_names(path)])
    assert read_names(path) == {"double": 10.0, "decisions": 5.0}
    assert path.read_bytes() == again.read_bytes()


def test_a_right_function_gets_a_card_that_says_so(tools):
    card = tools[0](double)
    assert card.right
    assert "all visible checks hold" in repr(card)
    assert "Hidden checks" in card._repr_html_()


def test_a_known_mistake_is_named_on_the_card(tools):
    def double(x):
        return x / 2

    card = tools[0](double)
    assert not card.right
    assert "Halved, not doubled" in repr(card)
    assert "What is twice x?" in card._repr_html_()


def test_what_a_function_builds_on_is_to_be_mended_first(tmp_path, monkeypatch):
    first, _ = exercises()
    later = Checks(**{**vars(first), "name": "later", "prerequisites": ["double"]})
    save_checks(tmp_path / "week" / "checks.h5", [first, later])
    monkeypatch.chdir(tmp_path / "week")
    check, _ = open_checks("week")

    def later(x):
        return 5 * x

    assert "builds on" not in repr(check(later))
    check(type(later)(half.__code__, globals(), "double"))
    assert "builds on double" in repr(check(later))
    check(double)
    assert "builds on" not in repr(check(later))


def test_hostile_text_is_escaped_on_the_card(tools):
    def double(x):
        raise ValueError("<script>alert(1)</script>")

    assert "<script>" not in tools[0](double)._repr_html_()


def test_answers_are_shown_with_their_remarks(tools):
    def decisions():
        return {"q": "b"}

    card = tools[0](decisions)
    assert card.right
    assert "Yes: it is two." in repr(card)


def test_progress_counts_what_passes(tools):
    check, progress = tools
    assert repr(progress()).startswith("0 of 2")
    check(double)
    assert repr(progress()).startswith("1 of 2")
    assert "✓ double" in progress()._html()


def test_a_function_that_is_not_graded_is_refused_with_the_names(tools):
    with pytest.raises(ValueError, match=r"got 'half', expected one of double"):
        tools[0](half)


def test_a_missing_file_of_checks_says_what_to_copy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="Copy the whole folder nowhere"):
        open_checks("nowhere")


@pytest.fixture
def shell(tools, monkeypatch):
    main = sys.modules["__main__"]
    monkeypatch.setattr(sys, "argv", ["x"])
    shell = InteractiveShell.instance(user_module=types.ModuleType("__main__"))
    shell.run_cell("from helpers.notebook import open_checks")
    shell.run_cell("check, progress = open_checks('week')")
    yield shell
    InteractiveShell.clear_instance()
    sys.modules["__main__"] = main


STUB = "def double(x):\n    raise NotImplementedError"


def run(shell, source):
    with capture_output(display=True) as caught:
        result = shell.run_cell(source, store_history=True)
    shown = [o.data["text/plain"] for o in caught.outputs]
    return result.success, " ".join(shown), caught.stdout


def test_calling_a_stub_shows_a_card_and_counts_as_run(shell):
    run(shell, STUB)
    success, shown, _ = run(shell, "y = double(3)")
    assert success
    assert "double is not written yet" in shown


def test_a_function_that_calls_a_stub_waits_for_it(shell):
    run(shell, "def other(x):\n    raise NotImplementedError")
    run(shell, "def double(x):\n    return other(x)")
    assert "double: waits for other" in run(shell, "print(repr(check(double)))")[2]
    run(shell, STUB)
    assert "double: not written yet" in run(shell, "print(repr(check(double)))")[2]


def test_what_a_waiting_cell_would_have_made_waits_too(shell):
    run(shell, STUB)
    run(shell, "y = double(3)")
    success, shown, _ = run(shell, "z = y + 1")
    assert success
    assert "y is made by a cell above" in shown
    assert "z is made" in run(shell, "z")[1]


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("def twice(x):\n    return x", "twice"),
        ("class Box:\n    pass", "Box"),
        ("from math import floor as down", "down"),
        ("import os.path", "os"),
        ("for k in [1]:\n    pass", "k"),
    ],
)
def test_so_does_what_it_would_have_defined_or_imported(shell, made, name):
    run(shell, STUB)
    run(shell, f"double(3)\n{made}")
    success, shown, _ = run(shell, name)
    assert success
    assert f"{name} is made by a cell above" in shown


@pytest.mark.parametrize("source", ["1 / 0", "unknown", "raise NotImplementedError"])
def test_any_other_error_stays_an_error(shell, source):
    run(shell, STUB)
    assert not run(shell, source)[0]


def test_once_written_nothing_waits(shell):
    run(shell, STUB)
    run(shell, "y = double(3)")
    run(shell, "def double(x):\n    return 2 * x")
    assert run(shell, "y = double(3)")[0]
    assert run(shell, "del y")[0]
    assert not run(shell, "y")[0]


def test_an_older_notebook_is_told_where_the_card_is():
    with pytest.raises(ImportError, match="from helpers.notebook import open_checks"):
        exec("from helpers.checks import open_checks")
