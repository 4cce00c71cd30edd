"""The marks as tables: for a spreadsheet, for Canvas and for Moodle.

Everybody on the roster has a line. Who has no mark has an empty cell, which both
systems take as "leave it as it is". No cell can be taken for a formula.
"""

import csv
import io
from collections.abc import Iterable

from autograder.gradebook.statistics import Row
from autograder.gradebook.words import mistake_of, number, plain, state_of

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("First name", "Last name", "Username", "ID number", "Email address")
POINTS = "    Points Possible"  # Canvas knows its second line by these words


def spreadsheet(rows: list[Row], names: list[str]) -> str:
    """Points of every exercise, for people.

    Parameters
    ----------
    names : list of str
        The exercises, in order.
    """
    lines = [["student", "name", "status", "score", *names, "remark"]]
    for row in rows:
        found = [row.exercise(name) for name in names]
        scores = [number(e.score) if e else "" for e in found]
        who = [row.learner.student, row.learner.name, row.status, points_of(row)]
        lines.append([*who, *scores, remark_of(row)])
    return table(lines)


def canvas(rows: list[Row], stem: str, points: float) -> str:
    """Canvas, Grades, Import: learners are found by ID, SIS id or login.

    Parameters
    ----------
    stem : str
        Name of the assignment there; Canvas offers to make one it does not know.
    points : float
        Points of the whole assignment.
    """
    lines = [[*CANVAS, stem], [POINTS, "", "", "", "", number(points)]]
    for row in rows:
        who = row.learner
        name = ", ".join(filter(None, (who.last_name, who.first_name))) or who.student
        ids = [who.canvas_id, who.student, who.login or who.email, who.section]
        lines.append([name, *ids, points_of(row)])
    return table(lines)


def moodle(rows: list[Row], stem: str) -> str:
    """Moodle, Grades, Import, CSV file: map by user name, ID number or address.

    Feedback says what cost points, in the words of the learner's feedback page.
    """
    lines = [[*MOODLE, stem, "Feedback comments"]]
    for row in rows:
        who = row.learner
        ids = [who.login or who.student, who.student, who.email]
        name = [who.first_name or who.student, who.last_name]
        lines.append([*name, *ids, points_of(row), comments(row)])
    return table(lines)


def comments(row: Row) -> str:
    """What cost points, a sentence for each exercise."""
    if row.score is None:
        return remark_of(row)
    lost = [e for e in row.exercises if state_of(e) != "right"]
    told = [
        f"{e.name} {number(e.score)} of {number(e.points)}: {mistake_of(e)}"
        for e in lost
    ]
    if row.exercises and not lost:
        told = ["Everything is right."]
    return " | ".join(filter(None, (row.hand, *told)))


def points_of(row: Row) -> str:
    """The mark, empty where there is none."""
    return "" if row.score is None else number(row.score)


def remark_of(row: Row) -> str:
    """What a reader should know about this line."""
    said = row.verdict.remark if row.verdict else ""
    return " ".join(filter(None, (row.hand, row.note, said)))


def table(lines: Iterable[list[str]]) -> str:
    """Comma-separated values, as RFC 4180 has them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in line] for line in lines)
    return out.getvalue()


def safe_cell(text: str) -> str:
    """A cell that a spreadsheet shows and does not compute."""
    clean = plain(text, 2000)
    return f"'{clean}" if clean.lstrip(" ").startswith(FORMULA) else clean
