"""Tables for the terminal."""

from collections import Counter

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

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
        verdict = one.verdict or {"exercises": [], "remark": "", "notes": []}
        lost = verdict.get("status") == "could not grade"
        score = "–" if lost or not one.verdict else number(verdict["score"])
        signs = Text("–") if lost else _signs(verdict["exercises"])
        remark = (one.after or verdict)["remark"] or " ".join(verdict["notes"][:1])
        told = escape(plain(remark, 200))
        table.add_row(escape(one.learner.student), score, signs, how_of(one), told)
    return table


def how_of(one: Graded) -> str:
    """What became of a submission in this run."""
    verdict = one.verdict or {}
    if one.how == "graded" and verdict.get("status") == "could not grade":
        return "could not grade"
    return HOW[one.how]


def _signs(exercises: list[dict]) -> Text:
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
    """One line per exercise."""
    table = Table(title="Exercise by exercise", title_justify="left")
    for name in ("exercise", "points", "mean"):
        table.add_column(name, justify="left" if name == "exercise" else "right")
    for state in STATES:
        table.add_column(MARKS[state], justify="right", style=STYLES[state])
    table.add_column("most frequent mistake", overflow="fold")
    table.add_column("time", justify="right")
    for s in summaries:
        share = "–" if s.share is None else f"{100 * s.share:.0f} %"
        counts = [str(s.counts[state] or "·") for state in STATES]
        mistake = f"{s.mistakes[0][0]} ({s.mistakes[0][1]})" if s.mistakes else ""
        time = f"{1000 * s.seconds:.0f} ms"
        row = (s.name, number(s.points), share, *counts, escape(mistake), time)
        table.add_row(*row)
    return table


def class_line(rows: list[Row]) -> str:
    """'9 graded, 2 could not grade, 1 nothing handed in'."""
    counts = Counter(row.status for row in rows)
    return ", ".join(f"{count} {status}" for status, count in counts.most_common())


def changes_table(found: list[Change]) -> Table:
    """Who gains, who loses, and why."""
    table = Table(title="Marks that move", title_justify="left")
    for name in ("learner", "exercise", "before", "after"):
        table.add_column(
            name, justify="right" if name in ("before", "after") else "left"
        )
    table.add_column("why", overflow="fold")
    for change in found:
        style = "green" if change.after > change.before else "red"
        after = Text(number(change.after), style=style)
        why = escape(plain(change.why, 300)) + (
            " [dim](held)[/]" if change.held else ""
        )
        who = escape(change.student)
        table.add_row(who, change.exercise, number(change.before), after, why)
    return table


def console() -> Console:
    """The terminal; a fixed width where the output goes into a file."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(highlight=False, width=120)
