"""The part of a notebook that its graded functions need, found by syntax trees."""

import ast
import dis
import linecache
import re
import sys
import traceback
from collections.abc import Iterable
from types import CodeType
from typing import Any

Statement = tuple[int, str, ast.stmt]

# Cell magics whose cell is Python all the same, on top or below comments.
PYTHON_MAGIC = re.compile(
    r"\A(?:[ \t]*(?:#.*)?\n)*"
    r"(?:%%(?:time|timeit|capture|prun|debug|memit|mprun|lprun)\b.*\n(?:[ \t]*\n)*)+"
)
ODD_SPACES = {0xA0: " ", 0x202F: " ", 0x3000: " ", 0x200B: None, 0xFEFF: None}
BLOCK = re.compile(r"^(?=[^\s#)\]}])", re.MULTILINE)
UNPARSED = (SyntaxError, ValueError, RecursionError, MemoryError)


def define(
    cells: list[str], names: list[str], namespace: dict[str, Any], strict: bool
) -> list[str]:
    """Run the imports, definitions and constants that the named functions need.

    Parameters
    ----------
    cells : list of str
        Sources of all code cells, in order.
    names : list of str
        Graded functions.
    namespace : dict
        Where they are defined; changed.
    strict : bool
        Run nothing that computes: imports, definitions and literals only.

    Returns
    -------
    complaints : list of str
        One per statement that raised, with the number of its cell.
    """
    found = _lent(list(_statements(cells)))
    statements = [s for s in found if not strict or _is_still(s[2])]
    wanted = needed(statements, names)
    return [
        complaint
        for (number, source, node), keep in zip(statements, wanted, strict=True)
        if keep and (complaint := _run(number, source, node, namespace))
    ]


def needed(statements: list[Statement], names: Iterable[str]) -> list[bool]:
    """Which top-level statements the named functions need, directly or not."""
    bound = [_bound(node) for _, _, node in statements]
    stubs = [_is_stub(node) for _, _, node in statements]
    keep = [False] * len(statements)
    queue, seen = list(names), set()
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        binders = [i for i, found in enumerate(bound) if name in found]
        written = [i for i in binders if not stubs[i]]
        for i in written or binders:
            keep[i] = True
            queue += _loaded_safely(statements[i][2]) | bound[i]
    return keep


def _statements(cells: list[str]) -> Iterable[Statement]:
    for number, source in enumerate(cells, 1):
        plain = _transformed(source)
        parts = [plain] if plain is not None else _blocks(source)
        for part in parts:
            yield from ((number, part, node) for node in ast.parse(part).body)


def _lent(statements: list[Statement]) -> list[Statement]:
    """NumPy in front, for a notebook that nowhere says what np is."""
    if any("np" in _bound(node) for _, _, node in statements):
        return statements
    lent = "import numpy as np"
    return [(0, lent, ast.parse(lent).body[0]), *statements]


def _transformed(source: str) -> str | None:
    """A cell as plain Python, or None when it is none."""
    for transform in (str, _ipython, _plain_spaces):
        try:
            plain = transform(_without_magic(source))
            ast.parse(plain)
            return plain
        except UNPARSED:
            continue
    return None


def _without_magic(source: str) -> str:
    """The cell below its magics, every line where it was."""
    return PYTHON_MAGIC.sub(lambda match: "\n" * match[0].count("\n"), source)


def _blocks(source: str) -> list[str]:
    """The top-level parts of a broken cell that are whole by themselves."""
    parts: list[str] = []
    for part in BLOCK.split(_without_magic(source)):
        if parts and parts[-1].startswith("@") and "\ndef " not in parts[-1]:
            part = parts.pop() + part
        parts.append(part)
    return [part for part in parts if _parses(part)]


def _parses(part: str) -> bool:
    try:
        ast.parse(part)
    except UNPARSED:
        return False
    return True


def _plain_spaces(source: str) -> str:
    return _ipython(source.translate(ODD_SPACES))


def _ipython(source: str) -> str:
    from IPython.core.inputtransformer2 import TransformerManager

    return TransformerManager().transform_cell(source)


def _bound(node: ast.stmt) -> set[str]:
    """Names that a statement binds or changes, bodies of functions apart."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    found: set[str] = set()
    queue: list[ast.AST] = [node]
    while queue:
        part = queue.pop()
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(part.name)
            continue
        if isinstance(part, ast.Lambda):
            continue
        if isinstance(part, ast.alias):
            found.add((part.asname or part.name).split(".")[0])
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            found.add(part.id)
        if isinstance(part, ast.Attribute | ast.Subscript):
            base = _base(part)
            if isinstance(part.ctx, ast.Store) and base:
                found.add(base)
        queue += ast.iter_child_nodes(part)
    return found


def _base(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _loaded(node: ast.stmt) -> set[str]:
    """Global names that a statement reads, its functions' bodies included."""
    queue = [compile(ast.Module([node], []), "<lean>", "exec", dont_inherit=True)]
    found: set[str] = set()
    while queue:
        code = queue.pop()
        queue += [part for part in code.co_consts if isinstance(part, CodeType)]
        found |= {
            step.argval
            for step in dis.get_instructions(code)
            if step.opname in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_CLASSDEREF")
        }
    return found


def _loaded_safely(node: ast.stmt) -> set[str]:
    try:
        return _loaded(node)
    except UNPARSED:
        return set()


def _is_still(node: ast.stmt) -> bool:
    """Whether a statement only imports, defines or names a literal."""
    if isinstance(node, ast.Assign):
        try:
            ast.literal_eval(node.value)
        except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
            return False
        return True
    defined = ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom
    return isinstance(node, defined)


def _is_stub(node: ast.stmt) -> bool:
    """Whether a function's body is a docstring and a NotImplementedError."""
    if not isinstance(node, ast.FunctionDef):
        return False
    body = [part for part in node.body if not isinstance(part, ast.Expr)]
    if len(body) != 1 or not isinstance(body[0], ast.Raise):
        return False
    return any(
        "NotImplementedError" in (getattr(part, "id", ""), getattr(part, "attr", ""))
        for part in ast.walk(body[0])
    )


def _run(number: int, source: str, node: ast.stmt, namespace: dict[str, Any]) -> str:
    name = f"<cell {number}>"
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    try:
        code = compile(ast.Module([node], []), name, "exec", dont_inherit=True)
        exec(code, namespace)  # noqa: S102, the learner's own code, in its room
    except KeyboardInterrupt:
        raise
    except BaseException:
        kind, error, _ = sys.exc_info()
        assert kind is not None
        words = traceback.format_exception_only(kind, error)[-1].strip()
        return f"cell {number}: {words[:300]}"
    return ""
