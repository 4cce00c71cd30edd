"""One submission in, one verdict out, whatever the submission is."""

import json
import subprocess
import sys
import textwrap
import time

import nbformat
import psutil
import pytest

from autograder.assignment import load_assignment
from autograder.examine import Limits, examine
from autograder.examine.tiers import best_tier
from autograder.paths import ROOT
from autograder.tests.notebooks import HEAD, as_bytes, solutions, solved

STEM = "c1w2_logistic_regression"
QUICK = Limits(call=1.5, cell=3.0, grace=1.0)


@pytest.fixture(scope="module")
def week():
    return load_assignment(STEM)


def grade(content, week, **options):
    options = {"student": "ada", "secret": b"secret", "limits": QUICK, **options}
    return examine(content, week, **options)


def states(verdict):
    return {row["name"]: row["state"] for row in verdict["exercises"]}


def row(verdict, name):
    return next(row for row in verdict["exercises"] if row["name"] == name)


def dedent(text):
    return textwrap.dedent(text).strip()


def test_the_solution_gets_full_marks(week):
    verdict = grade(solved(week), week)
    assert verdict["score"] == verdict["max_score"] == 100
    assert set(states(verdict).values()) == {"right"}
    assert json.loads(json.dumps(verdict)) == verdict


def test_an_untouched_notebook_gets_nothing(week):
    stub = "def {}(*args, **kwargs):\n    raise NotImplementedError"
    cells = [stub.format(exercise.name) for exercise in week.exercises]
    verdict = grade(as_bytes(cells), week)
    assert (verdict["status"], verdict["score"]) == ("graded", 0)
    assert {e["reason"] for e in verdict["exercises"]} == {"not written"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"no json", "not a notebook"),
        (b'{"cells": [', "not a notebook"),
        (b"[1, 2]", "no cells"),
        (b'{"cells": 3}', "no cells"),
        (b"\xff\xfe\x00" * 50, "not a notebook"),
        (b"[" * 100_000, "not a notebook"),
        (as_bytes(["print('hello')"]), "no exercise of c1w2_logistic_regression"),
        (as_bytes(["def dot_loop(a, b): ...", "check(dot_loop)"]), "about dot_loop"),
    ],
)
def test_what_is_no_notebook_of_this_week_gets_one_clear_line(content, words, week):
    verdict = grade(content, week)
    assert verdict["status"] == "could not grade"
    assert words in verdict["remark"]
    assert len(verdict["exercises"]) == len(week.exercises)


def test_a_missing_file_gets_one_clear_line(week, tmp_path):
    verdict = grade(tmp_path / f"{STEM}.ipynb", week)
    assert verdict["status"] == "could not grade"
    assert "There is no notebook" in verdict["remark"]


def damaged(week, kind):
    content = solved(week)
    notebook = nbformat.reads(content.decode(), 4)
    if kind == "byte order mark":
        return b"\xef\xbb\xbf" + content
    if kind == "nul bytes":
        return content.replace(b"\\n", b"\\n\x00", 5)
    if kind == "Windows line ends":
        return content.replace(b"\\n", b"\\r\\n")
    if kind == "format 3":
        cells = [
            {"cell_type": "code", "input": cell.source, "outputs": []}
            for cell in notebook.cells
        ]
        sheets = [{"cells": cells}]
        return json.dumps({"nbformat": 3, "worksheets": sheets}).encode()
    if kind == "moved cells":
        notebook.cells.reverse()
    if kind == "one cell":
        return as_bytes(["\n\n".join(cell.source for cell in notebook.cells)])
    if kind == "duplicate ids":
        for cell in notebook.cells:
            cell.id = "same"
    if kind == "no ids, odd metadata":
        raw = json.loads(content)
        for cell in raw["cells"]:
            cell.pop("id")
            cell["metadata"] = [1]
        return json.dumps(raw | {"metadata": None}).encode()
    if kind == "stub left below":
        stub = "def sigmoid(z):\n    '''doc'''\n    raise NotImplementedError"
        notebook.cells.append(nbformat.v4.new_code_cell(stub))
    if kind == "a cell that is no Python":
        notebook.cells.insert(1, nbformat.v4.new_code_cell("%matplotlib inline\n!ls"))
        notebook.cells.insert(1, nbformat.v4.new_code_cell("def broken(:"))
    if kind == "exit in a cell":
        notebook.cells.insert(1, nbformat.v4.new_code_cell("exit()"))
    return nbformat.writes(notebook).encode()


@pytest.mark.parametrize(
    "kind",
    [
        "byte order mark",
        "nul bytes",
        "Windows line ends",
        "format 3",
        "moved cells",
        "one cell",
        "duplicate ids",
        "no ids, odd metadata",
        "stub left below",
        "a cell that is no Python",
        "exit in a cell",
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_damaged_notebook_loses_nothing(kind, week):
    assert grade(damaged(week, kind), week)["score"] == 100


def test_a_slip_costs_once(week):
    wrong = "def sigmoid(z):\n    return 1 / (1 + np.exp(z))"
    verdict = grade(solved(week, sigmoid=wrong), week)
    lost = [name for name, state in states(verdict).items() if state != "right"]
    assert lost == ["sigmoid"]
    assert "reference version of `sigmoid`" in row(verdict, "propagate")["slip"]


def test_what_is_written_counts_though_an_earlier_function_is_not(week):
    stub = "def sigmoid(z):\n    raise NotImplementedError"
    verdict = grade(solved(week, sigmoid=stub), week)
    lost = [name for name, state in states(verdict).items() if state != "right"]
    assert lost == ["sigmoid"]
    assert row(verdict, "sigmoid")["reason"] == "not written"


ODD = {
    "endless loop": ("while True: pass", "time"),
    "ends the program": ("import os; os._exit(1)", "crashed"),
    "kills itself": ("import os; os.kill(os.getpid(), 9)", "crashed"),
    "memory": ("return np.ones(10**12)", "memory"),
    "exit": ("raise SystemExit", ""),
    "an object": ("return object()", ""),
    "a huge list": ("return [0] * 10**6", ""),
    "a huge array": ("return np.ones(10**7)", ""),
    "deep recursion": ("return accuracy(Yhat, Y)", ""),
    "a generator": ("return (i for i in [])", ""),
    "itself": ("a = []; a.append(a); return a", ""),
    "always equal": ("return type('E', (), {'__eq__': lambda s, o: True})()", ""),
    "reads the examiner": ("import autograder; return 1.0", ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ODD)
def test_an_odd_function_costs_only_its_own_exercise(kind, week):
    body, reason = ODD[kind]
    verdict = grade(solved(week, accuracy=f"def accuracy(Yhat, Y):\n    {body}"), week)
    lost = [name for name, state in states(verdict).items() if state != "right"]
    assert lost == ["accuracy"]
    if kind == "kills itself" and best_tier() == "namespaces":
        reason = ""  # the first process there cannot be killed from inside: None comes
    assert row(verdict, "accuracy")["reason"] == reason
    assert row(verdict, "accuracy")["failure"]["message"]


def test_warnings_prints_and_plots_cost_nothing(week):
    noisy = dedent("""
        import sys, warnings
        def accuracy(Yhat, Y):
            warnings.warn("careful")
            print("hello", file=sys.stderr)
            plt.figure()
            np.log(np.zeros(1))
            return float(np.mean(Yhat == Y))
    """)
    assert grade(solved(week, accuracy=noisy), week)["score"] == 100


def test_a_function_defined_in_an_odd_way_is_found(week):
    hidden = "exec('def accuracy(Yhat, Y): return float((Yhat == Y).mean())')"
    assert grade(solved(week, accuracy=hidden), week)["score"] == 100


def test_a_helper_of_the_learner_comes_along(week):
    helped = dedent("""
        TOTAL = 1.0
        def _share(a):
            return float(a.sum() / a.size) * TOTAL
        def accuracy(Yhat, Y):
            return _share(Yhat == Y)
    """)
    assert grade(solved(week, accuracy=helped), week)["score"] == 100


def test_reading_a_variable_of_the_notebook_is_named(week):
    sly = "labels = np.zeros((1, 1))\ndef accuracy(Yhat, Y):\n    return float(np.mean(Yhat == Y + 0 * labels[0, 0]))"  # noqa: E501
    verdict = grade(solved(week, accuracy=sly), week)
    assert "variable `labels`" in row(verdict, "accuracy")["failure"]["message"]


def test_fresh_cases_belong_to_the_learner_and_can_be_replayed(week):
    content = solved(week, accuracy="def accuracy(Yhat, Y):\n    return 0.5")
    assert grade(content, week)["exercises"] != []
    from autograder.examine.frozen import fresh, fresh_seed
    from helpers.checks.codec import encode

    exercise = week["accuracy"]

    def cases(student):
        seed = fresh_seed(b"secret", student, STEM, "accuracy")
        return [encode(e.case.args) for e in fresh(exercise, seed, [])]

    assert cases("ada") == cases("ada")
    assert cases("ada") != cases("bob")


FLOOD = "print('x' * 50_000_000)\nimport sys\nsys.stderr.write('y' * 10**7)"


def test_fifty_megabytes_of_output_are_cut_and_cost_nothing(week, tmp_path):
    content = as_bytes([HEAD, FLOOD, *solutions(week).values()])
    out = tmp_path / "out.ipynb"
    limits = Limits(call=5)
    verdict = grade(content, week, mode="full", notebook_out=out, limits=limits)
    assert verdict["score"] == 100
    assert out.stat().st_size < 3 * 2**20
    assert "output cut" in out.read_text()


def test_fifty_megabytes_of_stored_output_are_left_behind(week):
    raw = json.loads(solved(week))
    text = "z" * 50 * 2**20
    raw["cells"][0]["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": text}
    ]
    assert grade(json.dumps(raw).encode(), week)["score"] == 100


@pytest.mark.slow
@pytest.mark.parametrize(
    "ending",
    [
        "while True: pass",
        "import os; os._exit(2)",
        "import time\nwhile True:\n    try: time.sleep(9)\n    except BaseException: 0",
    ],
    ids=["interrupted", "crashed", "killed"],
)
def test_a_cell_without_end_stops_the_run_and_no_mark(ending, week, tmp_path):
    content = as_bytes([HEAD, *solutions(week).values(), ending, "print('after')"])
    out = tmp_path / "out.ipynb"
    limits = Limits(cell=1.0, grace=0.5, call=5)
    verdict = grade(content, week, mode="full", notebook_out=out, limits=limits)
    assert verdict["score"] == 100
    assert len(nbformat.read(out, 4).cells) == len(week.exercises) + 3


@pytest.mark.slow
@pytest.mark.parametrize(
    "replaced",
    [
        {},
        {"sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(z))"},
        {"accuracy": "def accuracy(Yhat, Y):\n    import os\n    os._exit(1)"},
        {"predict": "x = 3"},
    ],
)
def test_lean_and_full_give_equal_marks(replaced, week):
    content = solved(week, **replaced)
    lean = grade(content, week, mode="lean")
    full = grade(content, week, mode="full")
    assert [e["score"] for e in lean["exercises"]] == [
        e["score"] for e in full["exercises"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("trap", "lost"),
    [("while True: pass", []), ("import os; os._exit(1)", ["accuracy"])],
)
def test_a_needed_cell_without_end_is_left_out(trap, lost, week):
    trapped = f"{solutions(week)['accuracy']}\n{trap}\nfor Yhat in []: pass"
    helper = "for share in [1.0]:\n    " + trap
    uses = "def accuracy(Yhat, Y):\n    return share * float(np.mean(Yhat == Y))"
    limits = Limits(start=7, cell=1, call=2)
    cells = [HEAD, *(solutions(week) | {"accuracy": trapped}).values()]
    assert grade(as_bytes(cells), week, limits=limits)["score"] == 100
    cells = [HEAD, helper, *(solutions(week) | {"accuracy": uses}).values()]
    verdict = grade(as_bytes(cells), week, limits=limits)
    assert [n for n, s in states(verdict).items() if s != "right"] == lost
    assert "left out" in verdict["notes"][0]


def test_lean_runs_no_training(week):
    training = "w = 1\nX = optimize\nraise SystemExit\nY = 1 / 0\nm = Y = w = None"
    cells = [HEAD, *solutions(week).values(), training]
    assert grade(as_bytes(cells), week)["notes"] == []


KILLED = """
import os, sys
from autograder.examine.limits import Limits
from autograder.examine.room import Room
room = Room(Limits(), [])
print(room.process.pid, flush=True)
room.ask({"do": "lean", "cells": ["while True: pass\\nf = 1"], "names": ["f"]}, 60)
"""


@pytest.mark.slow
def test_a_room_dies_with_its_examiner():
    examiner = subprocess.Popen(
        [sys.executable, "-c", KILLED], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    pid = int(examiner.stdout.readline())
    time.sleep(0.5)
    examiner.kill()
    examiner.communicate()
    for _ in range(100):
        if not psutil.pid_exists(pid):
            return
        time.sleep(0.1)
    pytest.fail(f"room: got process {pid} still alive, expected it to be gone")
