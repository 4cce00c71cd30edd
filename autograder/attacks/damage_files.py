"""Other editors, other formats, and the bytes of the file."""

import gzip
import io
import zipfile

from autograder.attacks.harm import (
    ONE,
    RIGHT,
    Harm,
    Raw,
    as_file,
    code,
    dump,
    each_cell,
    edited,
    kind,
    other_week,
    top,
)
from autograder.toy import STEM

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
    each_cell(lambda cell: cell.update(outputs=[{"text": "z" * 2_500_000}]))
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
