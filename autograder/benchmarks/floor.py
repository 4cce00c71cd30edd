"""The floor: a notebook's cells, exec'd in a process that has imported everything.

``python -m autograder.benchmarks.floor NOTEBOOK`` prints the seconds. Nothing is
captured and no picture is drawn: no grader that runs the cells can be faster.
"""

import ast
import contextlib
import io
import sys
import time
import warnings
from pathlib import Path

import matplotlib
import nbformat
from IPython.core.inputtransformer2 import TransformerManager


def run(path: Path) -> float:
    """Seconds for all code cells, the imports done before."""
    matplotlib.use("agg")
    warnings.simplefilter("ignore")
    notebook = nbformat.read(path, as_version=4)
    transform = TransformerManager().transform_cell
    sources = [transform(c.source) for c in notebook.cells if c.cell_type == "code"]
    codes = [compile(source, "<cell>", "exec") for source in sources]
    for source in sources:
        body = ast.parse(source).body
        kinds = ast.Import | ast.ImportFrom
        imports: list[ast.stmt] = [node for node in body if isinstance(node, kinds)]
        exec(compile(ast.Module(imports, []), "<imports>", "exec"), {})  # noqa: S102
    namespace = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        start = time.perf_counter()
        for code in codes:
            exec(code, namespace)  # noqa: S102, our own solved notebook
        return time.perf_counter() - start


if __name__ == "__main__":
    print(run(Path(sys.argv[1])))
