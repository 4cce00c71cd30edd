"""Functions of a module as text, taken from its file and not from its objects."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from pathlib import Path

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"


def function_text(path: Path, name: str) -> str:
    """Lines of one top-level function, its docstring and solution marks included.

    Raises
    ------
    ValueError
        When the file has no such function.
    """
    text = path.read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            lines = text.splitlines(keepends=True)[node.lineno - 1 :]
            return "".join(inspect.getblock(lines)).rstrip() + "\n"
    raise ValueError(
        f"{path.name}: got no function {name!r}, expected one. Write it, or correct "
        "the import in the text."
    )


def body_text(text: str) -> str:
    """Body of the one function in a text: no header, docstring or indentation."""
    lines = textwrap.dedent(text).splitlines()
    function = ast.parse("\n".join(lines)).body[0]
    assert isinstance(function, ast.FunctionDef)
    statements = function.body[ast.get_docstring(function) is not None :]
    first = statements[0].lineno - 1
    while lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return textwrap.dedent("\n".join(lines[first:])).rstrip()


def head_text(text: str) -> str:
    """Header of the one function in a text: from `def` to the colon."""
    lines = textwrap.dedent(text).splitlines()
    function = ast.parse("\n".join(lines)).body[0]
    assert isinstance(function, ast.FunctionDef)
    return "\n".join(lines[function.lineno - 1 : function.body[0].lineno - 1])


def solution_lines(text: str) -> list[str]:
    """Lines between the solution marks."""
    return [line for line, inside in _marked(text) if inside]


def without_marks(text: str) -> str:
    """The text without the solution marks; the solution itself stays."""
    kept = [line for line, _ in _marked(text)]
    return "\n".join(kept) + "\n"


def has_marks(text: str) -> bool:
    """Whether there is exactly one pair of solution marks, in order."""
    return text.count(BEGIN) == text.count(END) == 1 and text.find(BEGIN) < text.find(
        END
    )


def _marked(text: str) -> Iterator[tuple[str, bool]]:
    inside = False
    for line in text.splitlines():
        if line.strip() in (BEGIN, END):
            inside = line.strip() == BEGIN
        else:
            yield line, inside
