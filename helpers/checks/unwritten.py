"""A call of a function that is not written yet: an amber card, no wall of red.

The cell counts as run, so that *Run All* goes on: what does not need the missing
function still works.
"""

import traceback
from html import escape
from types import TracebackType
from typing import Any


def soften() -> None:
    """Show a card in place of the traceback of a stub, in the current notebook."""
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return
    shell = get_ipython()
    if shell is None:
        return
    shell.set_custom_exc((NotImplementedError,), _show)
    shell.events.register("post_run_cell", _forgive)


def _show(
    shell: Any,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType,
    tb_offset: int | None = None,
) -> None:
    name = _stub_name(trace)
    if not name:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    from IPython.display import publish_display_data

    from helpers.checks.session import note

    error.add_note("unwritten")
    text = f"{name} is not written yet: this cell waits for it."
    card = note(
        f"<code>{escape(name)}</code> is not written yet",
        "This cell waits for it. Write it in its exercise above, then run this again.",
    )
    publish_display_data({"text/plain": text, "text/html": card})


def _forgive(result: Any) -> None:
    """Let the cell count as run when all that failed is a stub."""
    notes = getattr(getattr(result, "error_in_exec", None), "__notes__", [])
    if "unwritten" in notes:
        result.error_in_exec = None


def _stub_name(trace: TracebackType) -> str:
    """Name of the notebook's function whose stub raised, else empty."""
    frames = traceback.extract_tb(trace)
    own = [f for f in frames if "ipython" in f.filename or "ipykernel" in f.filename]
    if not own or own[-1] is not frames[-1] or own[-1].name == "<module>":
        return ""
    return own[-1].name
