"""Kinds of damage that happen to notebooks, each with the outcome that is wanted.

Each kind is a function from the released and solved notebook, as the plain JSON of its
file, to the file that is handed in: a notebook, or the bytes themselves. The outcome
is FULL marks, LOSES one function's marks, or a file that cannot be graded, with a
fragment of the line that says so. `ONE` is the function that most kinds pick on.
"""

import copy
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import nbformat

from autograder.assignment import load_assignment
from autograder.demo.people import solved
from autograder.paths import RELEASE

STEM, OTHER, ONE = "c1w2_logistic_regression", "c1w2_vectorization", "accuracy"
NEEDED = ("-exercise", "-checks", "is-it-a-cat-2")
Raw = dict[str, Any]
Harm = Callable[[Raw], Raw | list | bytes]


@dataclass(frozen=True)
class Damage:
    """One kind: the harm, the exercises that it may cost, words of the refusal."""

    harm: Harm
    loses: tuple[str, ...] = ()
    refused: str = ""


DAMAGES: dict[str, Damage] = {}


def kind(name: str, loses: str = "", refused: str = "") -> Callable[[Harm], Harm]:
    """Enter a harm into the table; full marks are wanted unless said otherwise."""

    def enter(harm: Harm) -> Harm:
        assert name not in DAMAGES, name
        DAMAGES[name] = Damage(harm, tuple(loses.split()), refused)
        return harm

    return enter


def damaged(name: str) -> bytes:
    """The file with this kind of damage.

    Where a function is lost, the examiner looks for it by running the whole notebook.
    The cells that train and draw are left out there: they cost time and show nothing.
    """
    raw, damage = copy.deepcopy(solved_notebook()), DAMAGES[name]
    if damage.loses:
        raw["cells"] = [c for c in raw["cells"] if c["id"].endswith(NEEDED)]
    found = damage.harm(raw)
    return found if isinstance(found, bytes) else dump(found)


@cache
def solved_notebook() -> Raw:
    """The released notebook, every exercise cell holding the reference's function."""
    notebook = solved(load_assignment(STEM), nbformat.reads(released(STEM), 4))
    return json.loads(json.dumps(notebook))


def released(stem: str) -> str:
    """A released notebook as text."""
    return (RELEASE / stem / f"{stem}.ipynb").read_text(encoding="utf-8")


def other_week() -> Raw:
    """The cells of another week's notebook that have to do with its functions."""
    cells = json.loads(released(OTHER))["cells"]
    return {"cells": [cell for cell in cells if cell["id"].endswith(NEEDED)]}


def dump(raw: Any) -> bytes:
    """The bytes of a file."""
    return json.dumps(raw, indent=1, ensure_ascii=False).encode()


# ------------------------------------------------------------------ small tools


def place(raw: Raw, name: str = ONE, part: str = "exercise") -> int:
    """Where the cell of an exercise stands."""
    ids = [cell.get("id") for cell in raw["cells"]]
    return ids.index(f"{name}-{part}")


def cell_of(raw: Raw, name: str = ONE) -> Raw:
    """The cell in which a function is written."""
    return raw["cells"][place(raw, name)]


def code(source: str) -> Raw:
    """A code cell as some editor writes it."""
    empty = {"metadata": {}, "outputs": [], "execution_count": None}
    return {"cell_type": "code", "source": source, **empty}


def added(source: str, where: int = 3) -> Harm:
    """One more code cell."""

    def harm(raw: Raw) -> Raw:
        raw["cells"].insert(where, code(source))
        return raw

    return harm


def edited(change: Callable[[str], str], name: str = ONE) -> Harm:
    """One function's cell with another source."""

    def harm(raw: Raw) -> Raw:
        cell = cell_of(raw, name)
        cell["source"] = change(cell["source"])
        return raw

    return harm


def each_cell(change: Callable[[Raw], Any]) -> Harm:
    """Something done to every cell."""

    def harm(raw: Raw) -> Raw:
        for cell in raw["cells"]:
            change(cell)
        return raw

    return harm


def each_source(change: Callable[[str], Any]) -> Harm:
    """Every code cell's source written otherwise."""

    def one(cell: Raw) -> None:
        if cell["cell_type"] == "code":
            cell["source"] = change(cell["source"])

    return each_cell(one)


def as_file(change: Callable[[bytes], bytes]) -> Harm:
    """Something done to the bytes of the file."""
    return lambda raw: change(dump(raw))


def top(**changes: Any) -> Harm:
    """Other entries at the top of the file; None takes one away."""

    def harm(raw: Raw) -> Raw:
        return {k: v for k, v in (raw | changes).items() if v is not None}

    return harm


def indented(text: str, by: str = "    ") -> str:
    return "\n".join(by + line for line in text.splitlines())


def stub(name: str = ONE) -> str:
    return f'def {name}(*args):\n    """Doc."""\n    raise NotImplementedError\n'


BROKEN = f"def {ONE}(Yhat, Y):\n    return 0.5\n"
RIGHT = f"def {ONE}(Yhat, Y):\n    return float(np.mean(Yhat == Y))\n"
TIMED = """def timed(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner"""
TABBED = f"def {ONE}(Yhat, Y):\n    m = Y.size\n\treturn (Yhat == Y).sum() / m"
TYPED = RIGHT.replace("Yhat, Y)", "Yhat: np.ndarray, Y: 'Labels') -> float")
LAMBDA = f"{ONE} = lambda Yhat, Y: float((Yhat == Y).mean())"
UNSETTLED = "<<<<<<< HEAD\n    return 0\n=======\n    return"
NOT_PYTHON = "for i in range(3) print(i"

# --------------------------------------------------- cells moved, copied, retyped

kind("untouched")(lambda raw: raw)
kind("duplicate ids")(each_cell(lambda cell: cell.update(id="same")))
kind("cell ids removed")(each_cell(lambda cell: cell.pop("id")))
kind("cell ids that are none")(each_cell(lambda cell: cell.update(id=[{"a b": 1}])))
kind("cleared metadata")(each_cell(lambda cell: cell.update(metadata={})))
kind("metadata that is a list")(each_cell(lambda cell: cell.update(metadata=[1])))
kind("empty cells")(lambda raw: raw | {"cells": 2 * [code(""), *raw["cells"]]})
kind("5,000 cells")(lambda raw: raw | {"cells": raw["cells"] + 5000 * [code("x = 1")]})
kind("reversed")(lambda raw: raw | {"cells": raw["cells"][::-1]})
kind("notebook twice")(lambda raw: raw | {"cells": raw["cells"] * 2})


@kind("merged cells")
def _(raw):
    sources = [c["source"] for c in raw["cells"] if c["cell_type"] == "code"]
    return raw | {"cells": [code("\n\n".join(sources))]}


@kind("merged cells, one of them broken")
def _(raw):
    sources = [c["source"] for c in raw["cells"] if c["cell_type"] == "code"]
    sources.insert(9, NOT_PYTHON)
    return raw | {"cells": [code("\n\n".join(sources))]}


@kind("two functions merged into one cell")
def _(raw):
    first = raw["cells"].pop(place(raw, "predict"))
    cell_of(raw)["source"] += "\n" + first["source"]
    return raw


@kind("every import in a cell of its own")
def _(raw):
    lines = raw["cells"][1]["source"].splitlines()
    raw["cells"][1:2] = [code(line) for line in lines]
    return raw


@kind("a function split into helper and function")
def _(raw):
    helper = "def _same(a, b):\n    return np.mean(a == b)"
    cell_of(raw)["source"] = f"def {ONE}(Yhat, Y):\n    return float(_same(Yhat, Y))"
    raw["cells"].insert(place(raw) + 1, code(helper))
    return raw


@kind("a function cut in two", loses=ONE)
def _(raw):
    head, body = cell_of(raw)["source"].rsplit("\n", 1)
    cell_of(raw)["source"] = head
    raw["cells"].insert(place(raw) + 1, code(body))
    return raw


@kind("function cells moved to the end")
def _(raw):
    moved = [c for c in raw["cells"] if c["id"].endswith("-exercise")]
    others = [c for c in raw["cells"] if c not in moved]
    return raw | {"cells": others + moved[::-1]}


def retyped(name: str) -> Harm:
    def harm(raw: Raw) -> Raw:
        cell_of(raw)["cell_type"] = name
        return raw

    return harm


kind("a function cell turned into markdown", loses=ONE)(retyped("markdown"))
kind("a function cell turned into raw", loses=ONE)(retyped("raw"))
kind("check cells turned into markdown")(
    each_cell(lambda c: c["id"].endswith("checks") and c.update(cell_type="markdown"))
)
kind("cell types missing on code")(
    each_cell(lambda c: c["cell_type"] == "code" and c.pop("cell_type"))
)
kind("a cell type nobody knows")(
    lambda raw: raw | {"cells": [{"cell_type": "heading", "level": 1}, *raw["cells"]]}
)
kind("check cells deleted")(
    lambda raw: raw
    | {"cells": [c for c in raw["cells"] if not c["id"].endswith("-checks")]}
)


@kind("import cell deleted")
def _(raw):
    """The functions are right: a human would put the import back."""
    del raw["cells"][1]
    return raw


@kind("a function cell deleted", loses=ONE)
def _(raw):
    del raw["cells"][place(raw)]
    return raw


@kind("a cell copied")
def _(raw):
    raw["cells"].append(copy.deepcopy(cell_of(raw)))
    return raw


kind("stub left above")(added(stub()))
kind("stub left below")(added(stub(), 80))
kind("broken copy above")(added(BROKEN))
kind("broken copy below", loses=ONE)(added(BROKEN, 80))
kind("broken copy above in the cell")(edited(lambda s: f"{BROKEN}\n\n{s}"))
kind("copy that is no Python below")(added(f"def {ONE}(Yhat, Y:\n    return", 80))


@kind("the other week merged in front")
def _(raw):
    return raw | {"cells": json.loads(released(OTHER))["cells"] + raw["cells"]}


@kind("the other week merged behind", loses="decisions")
def _(raw):
    """Both weeks have a function of this name, and the last one counts."""
    return raw | {"cells": raw["cells"] + other_week()["cells"]}


# ------------------------------------------------------------- what is in a cell

for magic in ("time", "capture out", "timeit -n1 -r1", "prun -q"):
    kind(f"%%{magic} on a function")(edited(lambda s, m=magic: f"%%{m}\n{s}"))
kind("%%time below a title")(edited(lambda s: f"#@title Mine\n\n%%time\n\n{s}"))
kind("two cell magics")(edited(lambda s: f"%%capture\n%%time\n{s}"))
kind("a cell of %%bash")(added("%%bash\nls -l\nfor f in *; do echo $f; done"))
kind("a trailing question mark")(edited(lambda s: f"{s}\n\n{ONE}?"))
kind("!pip install on a function")(edited(lambda s: f"!pip install numpy\n{s}"))
kind("!pip install in a cell")(added("!pip install -q numpy\n%pip list"))
kind("%matplotlib notebook")(
    each_source(lambda s: s.replace("import mat", "%matplotlib notebook\nimport mat"))
)
kind("%load_ext autoreload")(added("%load_ext autoreload\n%autoreload 2", 1))
kind("Colab titles")(
    each_source(lambda s: f'#@title Cell {{ display-mode: "form" }}\n{s}')
)
kind("prompts pasted")(
    edited(lambda s: "\n".join([f">>> {s.splitlines()[0]}"] + [
        f"... {line}" for line in s.splitlines()[1:]]))
)
kind("tabs for spaces")(each_source(lambda s: s.replace("    ", "\t")))
kind("tabs and spaces mixed", loses=ONE)(
    edited(lambda s: TABBED)
)
kind("no-break spaces")(edited(lambda s: s.replace("    ", "\xa0\xa0\xa0 ")))
kind("CRLF in sources")(each_source(lambda s: s.replace("\n", "\r\n")))
kind("CR in sources")(each_source(lambda s: s.replace("\n", "\r")))
kind("a syntax error in another cell")(added(NOT_PYTHON))
kind("a syntax error below a function")(edited(lambda s: f"{s}\n\n{NOT_PYTHON}"))
kind("a syntax error in a function", loses=ONE)(edited(lambda s: s.replace("):", ")")))
kind("conflict marks in a function", loses=ONE)(
    edited(lambda s: s.replace("    return", UNSETTLED))
)
kind("a function in a class", loses=ONE)(
    edited(lambda s: f"class Solution:\n{indented(s)}")
)
kind("a function in an if block")(edited(lambda s: f"if True:\n{indented(s)}"))
kind("a function in a try block")(
    edited(lambda s: f"try:\n{indented(s)}\nexcept ValueError:\n    pass")
)
kind("a function indented")(edited(indented))
kind("a function renamed", loses=ONE)(edited(lambda s: s.replace(ONE, "Accuracy")))
kind("a function overwritten by a number", loses=ONE)(added(f"{ONE} = 0.98", 80))
kind("decorated by NumPy")(edited(lambda s: f"@np.errstate(all='ignore')\n{s}"))
kind("decorated by the learner")(edited(lambda s: f"{TIMED}\n\n@timed\n{s}"))
kind("decorated, in a broken cell")(
    edited(lambda s: f"{TIMED}\n\n@timed\n{s}\n{NOT_PYTHON}")
)
kind("annotated")(edited(lambda s: TYPED))
kind("lambda for def")(edited(lambda s: LAMBDA))
kind("async def", loses=ONE)(edited(lambda s: f"async {s}"))
kind("await in a cell")(added("import asyncio\nawait asyncio.sleep(0)"))
kind("from __future__ import")(
    edited(lambda s: f"x = 1\nfrom __future__ import annotations\n{s}")
)
kind("an absent package imported")(added("import tensorflow as tf", 1))
kind("a very long line")(added("x = [" + "1, " * 60_000 + "]"))
kind("a deep expression")(added("x = " + "(" * 5000 + ")" * 5000))
kind("a deep raise")(added("def f():\n    raise " + "-" * 900 + "1"))
kind("a long sum")(added("x = " + "1 + " * 20_000 + "1"))
kind("emoji")(edited(lambda s: f"# \U0001f408 \u2714\n{s}\n'\U0001f389'"))
kind("half an emoji")(
    as_file(lambda b: b.replace(b"def accuracy", b"# \\ud83d\\ndef accuracy"))
)


@kind("the notebook as one percent script")
def _(raw):
    marks = {"markdown": "# %% [markdown]\n", "code": "# %%\n"}
    parts = []
    for cell in raw["cells"]:
        text = cell["source"]
        text = text if cell["cell_type"] == "code" else indented(text, "# ")
        parts.append(marks[cell["cell_type"]] + text)
    return raw | {"cells": [code("\n\n".join(parts))]}


# ------------------------------------------------- other editors and other formats

kind("sources as lists of lines")(
    each_cell(lambda cell: cell.update(source=cell["source"].splitlines(True)))
)
kind("lines without line ends")(
    each_cell(lambda cell: cell.update(source=cell["source"].split("\n")))
)
kind("lines that are no text")(
    each_cell(lambda cell: cell.update(source=[None, 3, cell["source"], {}]))
)
kind("sources that are no text", loses=ONE)(edited(lambda s: 3))
kind("cells that are no cells")(
    lambda raw: raw | {"cells": [None, 3, "x", [], {}, *raw["cells"]]}
)
kind("VS Code")(
    each_cell(lambda cell: cell["metadata"].update(vscode={"languageId": "python"}))
)
kind("Colab")(
    each_cell(lambda c: c.update(metadata={"id": "xYz", "cellView": "form"}))
)
kind("execution counts of nonsense")(each_cell(lambda c: c.update(execution_count="*")))
kind("an execution count of 9,999 digits")(
    as_file(lambda b: b.replace(b'count": null', b'count": ' + b"7" * 9999))
)
kind("50 MB of outputs")(
    each_cell(lambda cell: cell.update(outputs=[{"text": "z" * 650_000}]))
)
kind("outputs that are none")(each_cell(lambda cell: cell.update(outputs="none")))
kind("attachments")(
    each_cell(lambda c: c.update(attachments={"a.png": {"image/png": "iVBORw0KGgo="}}))
)
kind("widget state")(top(metadata={"widgets": {"application/x": {"state": {"a": 1}}}}))
kind("an R kernel")(top(metadata={"kernelspec": {"name": "ir", "language": "R"}}))
kind("no kernelspec")(top(metadata={"language_info": {"name": "python"}}))
kind("no language_info")(top(metadata={"kernelspec": {"name": "python3"}}))
kind("no metadata")(top(metadata=None))
kind("no format number")(top(nbformat=None, nbformat_minor=None))
kind("a format of the future")(top(nbformat=9, nbformat_minor="x"))
kind("an empty list of worksheets")(top(worksheets=[]))


@kind("format 4.0")
def _(raw):
    each_cell(lambda cell: cell.pop("id"))(raw)
    return raw | {"nbformat_minor": 0}


def worksheets(raw: Raw, number: int) -> Raw:
    def old(cell):
        if cell["cell_type"] != "code":
            return {"cell_type": "markdown", "source": cell["source"]}
        rest = {"language": "python", "collapsed": False, "outputs": []}
        return {"cell_type": "code", "input": cell["source"], **rest}

    sheets = [{"cells": [old(c) for c in raw["cells"]]}, {"cells": 3}, None]
    return {"nbformat": number, "metadata": {"name": "a"}, "worksheets": sheets}


kind("format 3")(lambda raw: worksheets(raw, 3))
kind("format 2")(lambda raw: worksheets(raw, 2))
kind("format 3 without cells", refused="no exercise of")(
    lambda raw: {"nbformat": 3, "worksheets": [{"cells": 3}, 4]}
)

# ----------------------------------------------------------- the bytes of the file

LATIN = "# d\xe9j\xe0 vu\ns\xe9rie = 1\n"
MARKS = b'<<<<<<< HEAD\n "a": 1,\n=======\n "a": 2,\n>>>>>>> mine\n'
ODD_ID = {"grade_id": "a\nb" * 999 + "-exercise"}
PAGE = b"<!DOCTYPE html>\n<html><head><title>Log in</title></head></html>"
JSON_END = b"\n  </pre>\n"


def zipped(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{STEM}.ipynb", content)
    return file.getvalue()


def encoded(encoding: str) -> Harm:
    def harm(raw: Raw) -> bytes:
        edited(lambda s: LATIN + s)(raw)
        return dump(raw).decode().encode(encoding, "replace")

    return harm


for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252"):
    kind(f"encoded in {encoding}")(encoded(encoding))
kind("bytes that are no UTF-8")(
    as_file(lambda b: b.replace(b"def ", b"# \xff\xe9\\ndef "))
)
kind("CRLF")(as_file(lambda b: b.replace(b"\n", b"\r\n")))
kind("CR only")(as_file(lambda b: b.replace(b"\n", b"\r")))
kind("nul bytes")(as_file(lambda b: b.replace(b"\\n", b"\\n\0", 99) + b"\0" * 4096))
kind("NaN in the JSON")(
    as_file(lambda b: b.replace(b'count": null', b'count": NaN'))
)
kind("keys twice")(
    as_file(lambda b: b.replace(b'"source"', b'"source": "x",\n"source"'))
)
kind("something after the end")(as_file(lambda b: b + JSON_END + b[-99:]))
kind("blank lines in front")(as_file(lambda b: b"\n\n \t" + b))
kind("nothing in it", refused="is empty")(as_file(lambda b: b""))
kind("cut off", refused="ends too early")(as_file(lambda b: b[: len(b) // 2]))
kind("cut off by a byte", refused="ends too early")(as_file(lambda b: b[:-1]))
kind("a hole in it", refused="not a notebook")(as_file(lambda b: b[:9000] + b[9500:]))
kind("nested too deeply", refused="nested too deeply")(as_file(lambda b: b"[" * 10**6))
kind("a list on top", refused="no cells")(lambda raw: [raw])
kind("a number on top", refused="no cells")(as_file(lambda b: b"42"))
kind("no cells", refused="no cells")(top(cells=None))
kind("cells that are a table", refused="no cells")(top(cells={"0": {}}))
kind("gzip", refused="gzip archive")(as_file(lambda b: gzip.compress(b, mtime=0)))
kind("zip", refused="zip archive")(as_file(zipped))
kind("a page of the course site", refused="web page")(as_file(lambda b: PAGE))
kind("conflict marks of git", refused="conflict marks")(
    as_file(lambda b: b.replace(b"{\n", b"{\n" + MARKS, 1))
)
kind("a script", refused="not a notebook")(as_file(lambda b: RIGHT.encode()))
kind("an image", refused="not a notebook")(as_file(lambda b: b"\x89PNG\r\n" + b[:99]))
kind("the other week", refused="no exercise of")(
    lambda raw: other_week()
)
kind("another course", refused="no exercise of")(
    lambda raw: {"cells": [code("def reverse(text): ...\nreverse('abc')")]}
)
kind("long and odd grade ids", refused="no exercise of")(
    lambda raw: {"cells": [code("") | {"metadata": {"nbgrader": ODD_ID}}]}
)
