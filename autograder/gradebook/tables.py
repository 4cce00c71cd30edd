"""Tables for the terminal."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from autograder.examine.verdict import Result
from autograder.gradebook.grade import Graded
from autograder.gradebook.regrade import Change
from autograder.gradebook.statistics import STATES, Row, Summary
from autograder.gradebook.words import MARKS, number, plain, state_of

STYLES = {
    "right": "green",
    "partly": "yellow",
    "not-yet": "red",
    "unwritten": "dim",
    "ungraded": "cyan",
}
HOW = {
    "graded": "graded",
    "unchanged": "unchanged",
    "held": "old mark kept",
    "absent": "nothing handed in",
}


def grades_table(stem: str, graded: list[Graded]) -> Table:
    """Everybody's mark, exercise by exercise."""
    table = Table(title=stem, title_justify="left", title_style="bold")
    table.add_column("learner")
    table.add_column("score", justify="right")
    table.add_column("exercises in order")
    table.add_column("this run")
    table.add_column("remark", overflow="fold")
    for one in graded:
        table.add_row(escape(one.learner.student), *_mark(one), how_of(one), _told(one))
    return table


def _mark(one: Graded) -> tuple[str, Text]:
    """The score, and a sign for each exercise."""
    if one.verdict is None:
        return "–", Text()
    if one.verdict.status == "could not grade":
        return "–", Text("–")
    return number(one.verdict.score), _signs(one.verdict.exercises)


def _told(one: Graded) -> str:
    """The remark on the newest verdict, else the first note on the one that counts."""
    if one.verdict is None:
        return ""
    remark = (one.after or one.verdict).remark
    return escape(plain(remark or " ".join(one.verdict.notes[:1]), 200))


def how_of(one: Graded) -> str:
    """What became of a submission in this run."""
    lost = one.verdict and one.verdict.status == "could not grade"
    if one.how == "graded" and lost:
        return "could not grade"
    return HOW[one.how]


def _signs(exercises: Iterable[Result]) -> Text:
    signs = Text()
    for exercise in exercises:
        state = state_of(exercise)
        signs.append(MARKS[state] + " ", style=STYLES[state])
    return signs


def legend() -> Text:
    """What the signs mean."""
    words = {
        "right": "right",
        "partly": "partly",
        "not-yet": "not yet",
        "unwritten": "not written",
        "ungraded": "could not grade",
    }
    text = Text()
    for state, word in words.items():
        text.append(MARKS[state], style=STYLES[state])
        text.append(f" {word}   ")
    return text


def report_table(summaries: list[Summary]) -> Table:
    """One line per exercise; `apart` is its discrimination."""
    table = Table(title="Exercise by exercise", title_justify="left")
    for name in ("exercise", "points", "mean"):
        table.add_column(name, justify="left" if name == "exercise" else "right")
    for state in STATES:
        table.add_column(MARKS[state], justify="right", style=STYLES[state])
    table.add_column("apart", justify="right")
    table.add_column("most frequent mistake", overflow="fold")
    table.add_column("time", justify="right")
    for s in summaries:
        share = "–" if s.share is None else f"{100 * s.share:.0f} %"
        counts = [str(s.counts[state] or "·") for state in STATES]
        apart = "–" if s.discrimination is None else f"{s.discrimination:.2f}"
        said, count = s.mistakes[0] if s.mistakes else ("", 0)
        mistake = f"{said} ({count} of {s.wrong})" if said else ""
        time = "–" if s.seconds is None else f"{1000 * s.seconds:.0f} ms"
        row = (s.name, number(s.points), share, *counts, apart, escape(mistake), time)
        table.add_row(*row)
    return table


def class_line(rows: list[Row]) -> str:
    """'9 graded, 2 could not grade, 1 nothing handed in'."""
    counts = Counter(row.status for row in rows)
    return ", ".join(f"{count} {status}" for status, count in counts.most_common())


def changes_table(found: list[Change]) -> Table:
    """Who gains, who loses, and why; one line for all that fare alike."""
    table = Table(title="Marks that move", title_justify="left")
    for name in ("exercise", "before", "after"):
        table.add_column(name, justify="left" if name == "exercise" else "right")
    table.add_column("checks that hold", overflow="fold")
    table.add_column("why", overflow="fold", ratio=3)
    table.add_column("learners", overflow="fold", ratio=2)
    alike: dict[Change, list[str]] = {}
    for change in found:
        alike.setdefault(replace(change, student=""), []).append(change.student)
    for one, students in sorted(alike.items(), key=lambda pair: pair[0].exercise):
        style = "green" if one.after > one.before else "red"
        after = Text(number(one.after), style=style)
        who = ", ".join(students) + (" (held)" if one.held else "")
        why = escape(plain(one.why, 500))
        cells = (one.exercise, number(one.before), after, one.checks, why, escape(who))
        table.add_row(*cells)
    return table


def changes_line(found: list[Change]) -> str:
    """'Learners that gain: 2, lose: 1.', and what held means."""
    moves: dict[str, set[bool]] = {}
    for change in found:
        moves.setdefault(change.student, set()).add(change.after > change.before)
    words = {"gain": {True}, "lose": {False}, "gain here and lose there": {True, False}}
    counts = {w: sum(m == kind for m in moves.values()) for w, kind in words.items()}
    told = ", ".join(f"{w}: {n}" for w, n in counts.items() if n)
    held = any(change.held for change in found)
    kept = " Held: all old marks of a learner count until you agree." if held else ""
    return f"Learners that {told}.{kept}"


def console() -> Console:
    """The terminal; a fixed width where the output goes into a file."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(highlight=False, width=120)
