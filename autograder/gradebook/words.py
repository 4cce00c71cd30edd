"""What a verdict says to a reader: states, reasons, and text made harmless."""

import re
import unicodedata
from typing import Any

from markupsafe import Markup, escape

from autograder.examine.verdict import Result

ANSI = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])"
)
CODE = re.compile(r"`([^`\n]+)`")
RAISED = re.compile(r"\^(?:\{([^{}]{1,40})\}|(\w))")
LOWERED = re.compile(r"_\{([^{}]{1,40})\}")
LIMIT = 2000

LABELS = {
    "right": "Right",
    "partly": "Partly right",
    "not-yet": "Not yet",
    "unwritten": "Not written yet",
    "ungraded": "Could not grade",
}
MARKS = {"right": "✓", "partly": "◐", "not-yet": "✗", "unwritten": "○", "ungraded": "?"}

REASONS = {
    "missing": (
        "The notebook defines no function `{name}`.",
        "Define it under exactly this name, in a code cell, and hand in again.",
    ),
    "not written": (
        "The cell still holds the stub as it was given out.",
        "Write the body of `{name}`, then run the check cell below it.",
    ),
    "crashed": (
        "Calling `{name}` ended Python itself, so nothing came back to look at.",
        "Look for `exit()`, `os._exit` or a recursion that never ends.",
    ),
    "time": (
        "`{name}` had not finished when its time was over.",
        "Look for a loop whose condition never becomes false. If every loop ends, "
        "replace the one over the examples by one operation on the whole array.",
    ),
    "memory": (
        "`{name}` asked for more memory than a run may have.",
        "Look for a list that grows without end, or two shapes that broadcast to "
        "one huge array.",
    ),
    "error": (
        "The cell that defines `{name}` stopped with an error.",
        "Restart the kernel, run all cells from the top, and mend the first red one.",
    ),
    "unreadable": (
        "The file could not be read, so `{name}` was never called.",
        "Save the notebook in JupyterLab and hand in that file.",
    ),
}
OTHER = (
    "`{name}` could not be called.",
    "Restart the kernel, run all cells from the top, and hand in again.",
)


def plain(text: Any, limit: int = LIMIT) -> str:
    """Text without colour codes, control and direction characters, not too long."""
    clean = ANSI.sub("", str(text))
    if not clean.isprintable():
        clean = "".join(c for c in clean if c in "\n\t" or _printable(c))
    return clean if len(clean) <= limit else clean[:limit] + " …"


def _printable(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def prose(text: Any) -> Markup:
    """Escaped text with `code`, powers and indices set as such."""
    parts = CODE.split(plain(text))
    pieces = [
        Markup("<code>{}</code>").format(part) if i % 2 else _formula(part)
        for i, part in enumerate(parts)
    ]
    return Markup("").join(pieces)


def _formula(text: str) -> Markup:
    safe = str(escape(text))
    safe = RAISED.sub(lambda m: f"<sup>{m[1] or m[2]}</sup>", safe)
    return Markup(LOWERED.sub(r"<sub>\1</sub>", safe))


def number(value: float) -> str:
    """A mark as people write it: 7, 7.5, 6.67."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def state_of(exercise: Result) -> str:
    """One of the keys of `LABELS`."""
    if exercise.reason == "not written":
        return "unwritten"
    if exercise.state == "could not grade":
        return "ungraded"
    if exercise.state == "right":
        return "right"
    return "partly" if exercise.score > 0 else "not-yet"


def reason_of(exercise: Result) -> tuple[str, str]:
    """Why nothing could be judged, and what to do; both for the learner."""
    why, todo = REASONS.get(exercise.reason, OTHER)
    name = plain(exercise.name, 80)
    return why.format(name=name), todo.format(name=name)


def mistake_of(exercise: Result) -> str:
    """The diagnosis of one exercise in one line, else empty."""
    if state_of(exercise) in ("unwritten", "ungraded"):
        return reason_of(exercise)[0]
    return plain(said_of(exercise), 300)


def said_of(exercise: Result) -> str:
    """The likely mistake, else what is seen of it; else empty."""
    failure = exercise.failure
    return failure.mistake or failure.message if failure else ""


def title_of(stem: str) -> tuple[str, str]:
    """Course and week, and topic, of a stem: 'Course 1, week 2', 'Vectorization'."""
    match = re.fullmatch(r"c(\d+)w(\d+)_(\w+)", stem)
    if not match:
        return "", stem
    topic = match[3].replace("_", " ")
    return f"Course {match[1]}, week {match[2]}", topic[:1].upper() + topic[1:]
