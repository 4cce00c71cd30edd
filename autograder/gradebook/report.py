"""The report for the instructor: a page, and the marks as tables."""

import math
import statistics
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.examine.verdict import Result
from autograder.gradebook import charts, database, exports, store
from autograder.gradebook.folders import Folders
from autograder.gradebook.page import inline, render
from autograder.gradebook.roster import read_roster
from autograder.gradebook.statistics import (
    ENOUGH,
    STATES,
    Row,
    Summary,
    class_rows,
    summarise,
)
from autograder.gradebook.words import (
    LABELS,
    MARKS,
    number,
    state_of,
    title_of,
)
from autograder.truth.assignment import Assignment

Record = dict[str, Any]


def read_class(folders: Folders, stem: str, version: str = "") -> list[Row]:
    """Everybody on the roster, with what they got."""
    with database.open_gradebook(folders) as gradebook:
        learners = read_roster(folders, database.known_learners(gradebook))
        by_hand = database.marks_by_hand(gradebook, stem)
    return class_rows(folders, stem, learners, by_hand, version)


def write_report(
    folders: Folders, assignment: Assignment
) -> tuple[list[Row], list[Summary], list[Path]]:
    """Write the page and the tables; give what they are made of, and where."""
    stem = assignment.stem
    rows = read_class(folders, stem, assignment.version)
    exercises = [(e.name, e.points) for e in assignment.exercises]
    summaries = summarise(rows, exercises)
    names, points = [name for name, _ in exercises], sum(p for _, p in exercises)
    contents = {
        f"{stem}.html": report_page(stem, rows, summaries),
        f"{stem}.csv": exports.spreadsheet(rows, names),
        f"{stem}.canvas.csv": exports.canvas(rows, stem, points),
        f"{stem}.moodle.csv": exports.moodle(rows, stem),
    }
    for name, text in contents.items():
        store.write_whole(folders.report / name, text.encode("utf-8", "replace"))
    return rows, summaries, [folders.report / name for name in contents]


def report_page(stem: str, rows: list[Row], summaries: list[Summary]) -> str:
    """The page, complete in itself."""
    week, topic = title_of(stem)
    shares = [row.share for row in rows if row.share is not None]
    script, script_hash = inline("report.js")
    return render(
        "report.html.j2",
        stem=stem,
        week=week,
        topic=topic,
        rows=[_line(row, summaries) for row in rows],
        summaries=summaries,
        facts=_facts(rows, shares),
        bars=charts.distribution(shares),
        median=charts.median_place(shares),
        described=charts.described(shares),
        chart=charts,
        states=STATES,
        hardest=_hardest(summaries),
        tiers=tiers_of(rows),
        flagged=[(_line(row, []), flags) for row in rows if (flags := _flags(row))],
        enough=ENOUGH,
        error=_error(len(shares)),
        script=script,
        script_hash=script_hash,
        made=datetime.now().strftime("%Y-%m-%d %H:%M"),
    )


def tiers_of(rows: list[Row]) -> Counter[str]:
    """How rooms were shut, and for how many verdicts."""
    found = (row.verdict.isolation for row in rows if row.verdict)
    return Counter(filter(None, found))


def _flags(row: Row) -> tuple[str, ...]:
    """What a human should look at in one submission."""
    return row.verdict.flags if row.verdict else ()


def _error(count: int) -> str:
    """Standard error of a correlation near 0; empty when there are too few."""
    return f"{1 / math.sqrt(count - 1):.2f}" if count >= ENOUGH else ""


def _facts(rows: list[Row], shares: list[float]) -> list[tuple[str, str]]:
    """The few numbers that stand on top."""
    counts = Counter(row.status for row in rows)
    middle = f"{100 * statistics.median(shares):.0f} %" if shares else "–"
    full = sum(share >= 1 for share in shares)
    facts = [
        (str(len(rows)), "on the roster"),
        (str(len(shares)), "with a mark"),
        (middle, "median"),
        (str(full), "full marks"),
        (str(counts["could not grade"]), "could not grade"),
        (str(counts["nothing handed in"]), "nothing handed in"),
    ]
    waiting = counts["not graded yet"]
    return facts + ([(str(waiting), "not graded yet")] if waiting else [])


def _hardest(summaries: list[Summary]) -> list[Summary]:
    """The exercises that cost the class most points, three at most."""
    known = [s for s in summaries if s.share is not None and s.share < 1]
    return sorted(known, key=lambda s: -s.points * (1 - (s.share or 0.0)))[:3]


def _line(row: Row, summaries: list[Summary]) -> Record:
    """One learner as the page shows it."""
    return {
        "name": row.learner.name,
        "status": row.status,
        "share": row.share,
        "score": exports.points_of(row),
        "remark": exports.remark_of(row),
        "cells": [_cell(row.exercise(s.name)) for s in summaries],
        "judged": bool(row.exercises),
        "page": f"../feedback/{row.learner.student}" if row.verdict else "",
    }


def _cell(exercise: Result | None) -> Record:
    """One learner's exercise: its sign, in words, and its place when sorted."""
    if exercise is None:
        return {"state": "none", "mark": "–", "title": "–", "value": -1}
    state = state_of(exercise)
    told = f"{LABELS[state]}, {number(exercise.score)}"
    mark = MARKS[state]
    return {"state": state, "mark": mark, "title": told, "value": exercise.score}
