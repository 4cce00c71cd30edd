"""What a human should look at: a static look at a submission's sources.

No mark ever depends on a flag. The look is at words, not at syntax trees: the parser
can be made to fall over by a deep expression, and a tree hides what `getattr` and
`exec` are given as texts. A word in a remark is flagged too; a human reads it.
"""

import re
from typing import Any

from autograder.examine.notebook import Submission
from autograder.truth.assignment import Assignment

# The case of the attack corpus, what gives it away, and the words for a human.
RULES = [
    (number, re.compile(pattern), words)
    for number, pattern, words in (
        (1, r"input_transformers|TransformerManager", "changes how cells are read"),
        (2, r"\bast_transformers|NodeTransformer", "rewrites the syntax of cells"),
        (
            3,
            r"InteractiveShell\b|\b(?:run_cell|run_code|run_ast_nodes|run_and_capture)\b",
            "takes hold of the shell that runs the cells",
        ),
        (8, r"_getframe|\bf_back\b|currentframe", "looks at its callers"),
        (8, r"\bget_(?:objects|referrers)\b", "searches the memory of the process"),
        (13, r"__subclasses__|sys\.modules\[", "takes hold of loaded modules"),
        (15, r"sqlite3|gradebook", "names the gradebook"),
        (16, r"/proc/|\bctypes\b|\bptrace\b", "reaches below Python"),
        (24, r"\bcrontab\b|systemd-run", "has the system run something"),
        (30, r"\bos\.(?:fork|setsid)\b|LD_PRELOAD", "starts processes"),
        (37, r"\bsocket\b", "opens connections"),
        (6, r"def __eq__\([^)]*\)[^:]*:\s*return True", "equals everything"),
        (67, r"\bhelpers\.(?:checks|notebook)\.\w+", "takes hold of the checks"),
    )
]
LONGEST = 200
BINDS_CHECK = re.compile(r"\bdef check\b|\bcheck\s*=[^=]")


def find_flags(submission: Submission, assignment: Assignment) -> list[str]:
    """Flags of one submission, each once: the case's number and what was seen.

    Parameters
    ----------
    submission : Submission
    assignment : Assignment
    """
    found = [
        f"{number}: code cell {place} {words} ({match[0]!r})"
        for place, source in enumerate(submission.cells, 1)
        for number, rule, words in RULES
        if (match := rule.search(source))
    ]
    return [
        flag[:LONGEST] for flag in (*found, *_edits(submission.notebook, assignment))
    ]


def restored(submission: Submission, assignment: Assignment) -> list[str]:
    """A note on check cells that are gone, doubled or no code; no mark needs them."""
    cells = _check_cells(submission.notebook, assignment)
    kinds: dict[str, list[str]] = {}
    for name, _, cell in cells:
        kinds.setdefault(name, []).append(cell.cell_type)
    odd = [
        f"{e.name} ({_fate(kinds.get(e.name, []))})"
        for e in assignment.exercises
        if kinds and kinds.get(e.name) != ["code"]
    ]
    return [f"Check cells were restored: {', '.join(odd)}."] if odd else []


def _fate(kinds: list[str]) -> str:
    if not kinds:
        return "deleted"
    return "doubled" if len(kinds) > 1 else f"turned into {kinds[0]}"


def _edits(notebook: Any, assignment: Assignment) -> list[str]:
    """What differs in check cells that nobody changes by chance."""
    found = []
    for name, mark, cell in _check_cells(notebook, assignment):
        worth = mark.get("points", assignment[name].points)
        if worth != assignment[name].points:
            found.append(f"12: the check cell of {name} says {worth!r} points")
        called = f"check({name})" in "".join(cell.source.split())
        if not called or BINDS_CHECK.search(cell.source):
            found.append(f"12: the check cell of {name} does not check it")
    return found


def _check_cells(
    notebook: Any, assignment: Assignment
) -> list[tuple[str, dict[str, Any], Any]]:
    """Function, nbgrader's mark, cell: of every cell marked as a check."""
    names = {f"{e.name}-checks": e.name for e in assignment.exercises}
    marked = [(cell.metadata.get("nbgrader", {}), cell) for cell in notebook.cells]
    return [
        (names[mark["grade_id"]], mark, cell)
        for mark, cell in marked
        if isinstance(mark.get("grade_id"), str) and mark["grade_id"] in names
    ]
