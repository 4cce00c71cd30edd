"""A call of a function that is not written yet: an amber card, no wall of red.

The cell counts as run, so that *Run All* goes on: what does not need the missing
function still works. A cell that needs a variable which such a cell would have made
waits as well.
"""

import ast
import traceback
from html import escape
from types import TracebackType
from typing import Any

from helpers.notebook.card import note

_waiting: set[str] = set()


def soften() -> None:
    """Show a card in place of the traceback of a stub, in the current notebook."""
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return
    shell = get_ipython()
    if shell is None:
        return
    _waiting.clear()
    shell.set_custom_exc((NotImplementedError, NameError), _show)
    if _forgive not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", _forgive)


def _show(
    shell: Any,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType,
    tb_offset: int | None = None,
) -> None:
    title, text = _reason(error, trace)
    if not title:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    from IPython.display import publish_display_data

    error.add_note("unwritten")
    card = note(f"<code>{escape(title)}</code> {escape(text)}", "")
    publish_display_data({"text/plain": f"{title} {text}", "text/html": card})


def _reason(error: BaseException, trace: TracebackType) -> tuple[str, str]:
    """What is missing and what to do, or nothing when it is another error."""
    if isinstance(error, NameError):
        name = error.name or ""
        waits = "is made by a cell above that waits for a function not written yet."
        return (name, waits) if name in _waiting else ("", "")
    name = _stub_name(trace)
    return name, "is not written yet. Write it in its exercise, then run this again."


def _forgive(result: Any) -> None:
    """Let the cell count as run when all that failed is a stub."""
    notes = getattr(getattr(result, "error_in_exec", None), "__notes__", [])
    names = _made(getattr(getattr(result, "info", None), "raw_cell", "") or "")
    if "unwritten" in notes:
        _waiting.update(names)
        result.error_in_exec = None
    else:
        _waiting.difference_update(names)


def _made(source: str) -> set[str]:
    """Names that a cell assigns, defines or imports."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return set()
    return {name for node in ast.walk(tree) for name in _names(node)}


def _names(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            return [name]
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Import(names=found) | ast.ImportFrom(names=found):
            return [alias.asname or alias.name.partition(".")[0] for alias in found]
    return []


def _stub_name(trace: TracebackType) -> str:
    """Name of the notebook's function whose stub raised, else empty."""
    frames = traceback.extract_tb(trace)
    own = [f for f in frames if "ipython" in f.filename or "ipykernel" in f.filename]
    if not own or own[-1] is not frames[-1] or own[-1].name == "<module>":
        return ""
    return own[-1].name
