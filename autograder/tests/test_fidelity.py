"""An executed notebook holds what a kernel would have put into it."""

import re

import nbformat
import pytest

from autograder.examine.full import run_cells
from autograder.examine.limits import Limits
from autograder.examine.notebook import read_notebook
from autograder.examine.room import Room
from autograder.paths import stems
from autograder.tests.executed import library, run
from autograder.tests.notebooks import as_bytes

__all__ = ["library"]

TIMED = re.compile(
    r"perf_counter|best_time|seconds|timeit|explore_learning_rate|explore_boundary"
)
VOLATILE = (
    (r"/tmp/\S*ipykernel_\d+/\d+\.py", "<cell>"),
    (r"0x[0-9a-f]+", "<address>"),
    (r"-?\d+(?:\.\d+)?e-(?:1[3-9]|[2-9]\d)", "0.0"),
    (r"-0\.0\b", "0.0"),
    (r"\d+(?:\.\d+)?(?:e-?\d+)? ?(?:ns|µs|us|ms|s|times)\b", "<time>"),
)

CELLS = [
    "import numpy as np\nimport matplotlib.pyplot as plt\nimport sys, warnings",
    "print('out')\nprint('err', file=sys.stderr)\nprint('out again')",
    "x = np.arange(3)\nx",
    "x;",
    "plt.plot([1, 2, 3]);",
    "fig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()\nprint('after')",
    "1 / 0",
    "def f(:",
    "from IPython.display import HTML, display\ndisplay(HTML('<b>x</b>'))",
    "from IPython.display import clear_output",
    "handle = display('a', display_id=True)",
    "handle.update('b')",
    "bar = display(0, display_id='bar')\nfor k in range(9):\n    bar.update(k)",
    "display('again', display_id='bar')\nprint(1)\nbar.update('all')",
    "warnings.warn('careful')\nnp.log(np.zeros(1))",
    "!echo hello",
    "raise SystemExit(2)",
    "print(1)\nclear_output()\nprint(2)",
    "print(1)\nclear_output(wait=True)\ndisplay(3)",
    "display({'text/plain': 'raw'}, raw=True)",
    "{'b': 1, 'a': [1, 2]}",
    "_ + 1",
    "raise NotImplementedError",
    "None",
    "",
]


def ours(content, public=()):
    submission = read_notebook(content)
    with Room(Limits(), list(public)) as room:
        kept, note = run_cells(submission, [], room, Limits(cell=120))
        assert kept, note
    return submission.notebook


def theirs(content, folder):
    notebook = nbformat.reads(content.decode(), 4)
    run(notebook, folder)
    return notebook


def steady(cell):
    """Outputs without what changes from run to run, pieces of a stream joined."""
    rows = []
    for output in cell.outputs:
        row = {k: v for k, v in sorted(output.items()) if k != "display_id"}
        if "data" in row:
            row["data"] = {
                k: _masked(k, v, cell) for k, v in sorted(row["data"].items())
            }
        if rows and row.get("name") == rows[-1].get("name") is not None:
            rows[-1]["text"] += row["text"]
        else:
            rows.append(row)
    return [_masked_text(repr(nbformat.from_dict(row)), cell) for row in rows]


def _masked(kind, content, cell):
    timed = kind.startswith("image/") and TIMED.search(cell.source)
    return None if timed or "widget-view" in kind else content


def _masked_text(text, cell):
    for pattern, name in VOLATILE:
        text = re.sub(pattern, name, text)
    return re.sub(r"\d+", "<number>", text) if TIMED.search(cell.source) else text


def assert_equal(a, b):
    code = [cell for cell in a.cells if cell.cell_type == "code"]
    other = [cell for cell in b.cells if cell.cell_type == "code"]
    assert len(code) == len(other)
    for mine, wanted in zip(code, other, strict=True):
        assert mine.execution_count == wanted.execution_count, mine.source
        assert steady(mine) == steady(wanted), mine.source


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_cells_of_every_kind_give_a_kernels_outputs(tmp_path):
    content = as_bytes(CELLS)
    assert_equal(ours(content), theirs(content, tmp_path))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("stem", stems())
def test_a_solved_notebook_gives_a_kernels_outputs(stem, library):
    wanted = library.executed(stem)
    del wanted.cells[-1]  # the witness
    folder = library.published() / "release" / stem
    public = [path for path in folder.iterdir() if path.suffix != ".ipynb"]
    assert_equal(ours(library.solved(stem), public), wanted)
