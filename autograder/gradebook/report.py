"""The report for the instructor: as a page and as a table for a spreadsheet."""

import csv
import io
import statistics
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.assignment import Assignment
from autograder.gradebook import charts, database, store
from autograder.gradebook.folders import Folders
from autograder.gradebook.page import render
from autograder.gradebook.roster import read_roster
from autograder.gradebook.statistics import (
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
    plain,
    state_of,
    title_of,
)

Record = dict[str, Any]

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def read_class(folders: Folders, stem: str) -> list[Row]:
    """Everybody on the roster, with what they got."""
    with database.open_gradebook(folders) as gradebook:
        learners = read_roster(folders, database.known_learners(gradebook))
    return class_rows(folders, stem, learners)


def write_report(
    folders: Folders, assignment: Assignment
) -> tuple[list[Row], list[Summary], list[Path]]:
    """Write the page and the table; give what they are made of, and where."""
    stem = assignment.stem
    rows = read_class(folders, stem)
    exercises = [(e.name, e.points) for e in assignment.exercises]
    summaries = summarise(rows, exercises)
    page = folders.report / f"{stem}.html"
    table = folders.report / f"{stem}.csv"
    text = report_page(stem, rows, summaries)
    store.write_whole(page, text.encode("utf-8", "replace"))
    names = [name for name, _ in exercises]
    store.write_whole(table, report_csv(rows, names).encode("utf-8", "replace"))
    return rows, summaries, [page, table]


def report_csv(rows: list[Row], names: list[str]) -> str:
    """One line per learner; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["student", "name", "status", "score", *names, "remark"])
    for row in rows:
        found = [row.exercise(name) for name in names]
        scores = [number(e["score"]) if e else "" for e in found]
        verdict = row.verdict or {}
        total = number(verdict["score"]) if verdict else ""
        who = [row.learner.student, row.learner.name, row.status, total]
        cells = [*who, *scores, verdict.get("remark", "")]
        writer.writerow([safe_cell(cell) for cell in cells])
    return out.getvalue()


def safe_cell(text: str) -> str:
    """A cell that a spreadsheet shows and does not compute."""
    clean = plain(text, 500)
    return f"'{clean}" if clean.startswith(FORMULA) else clean


def report_page(stem: str, rows: list[Row], summaries: list[Summary]) -> str:
    """The page, complete in itself."""
    week, topic = title_of(stem)
    shares = [row.share for row in rows if row.share is not None]
    isolation = {
        r.verdict["isolation"] for r in rows if r.verdict and r.share is not None
    }
    return render(
        "report.html.j2",
        stem=stem,
        week=week,
        topic=topic,
        rows=[_line(row, summaries) for row in rows],
        summaries=summaries,
        shares=shares,
        facts=_facts(rows, shares),
        bars=charts.distribution(shares),
        median=charts.median_place(shares),
        described=charts.described(shares),
        chart=charts,
        states=STATES,
        hardest=_hardest(summaries),
        isolation=sorted(isolation),
        made=datetime.now().strftime("%Y-%m-%d %H:%M"),
    )


def _facts(rows: list[Row], shares: list[float]) -> list[tuple[str, str]]:
    """The few numbers that stand on top."""
    absent = sum(row.status == "nothing handed in" for row in rows)
    lost = sum(row.status == "could not grade" for row in rows)
    middle = f"{100 * statistics.median(shares):.0f} %" if shares else "–"
    full = sum(share >= 1 for share in shares)
    return [
        (str(len(rows)), "on the roster"),
        (str(len(shares)), "graded"),
        (middle, "median"),
        (str(full), "full marks"),
        (str(lost), "could not grade"),
        (str(absent), "nothing handed in"),
    ]


def _hardest(summaries: list[Summary]) -> list[Summary]:
    """The exercises that cost the class most points, three at most."""
    known = [s for s in summaries if s.share is not None and s.share < 1]
    return sorted(known, key=lambda s: -s.points * (1 - (s.share or 0.0)))[:3]


def _line(row: Row, summaries: list[Summary]) -> Record:
    """One learner as the page shows it."""
    cells = []
    for summary in summaries:
        exercise = row.exercise(summary.name) if row.share is not None else None
        state = state_of(exercise) if exercise else "none"
        told = f"{LABELS[state]}, {number(exercise['score'])}" if exercise else "–"
        mark = MARKS[state] if exercise else "–"
        cells.append({"state": state, "mark": mark, "title": told})
    verdict = row.verdict or {}
    return {
        "student": row.learner.student,
        "name": row.learner.name,
        "status": row.status,
        "share": row.share,
        "score": number(verdict["score"]) if row.share is not None else "",
        "remark": verdict.get("remark", ""),
        "cells": cells,
        "page": f"../feedback/{row.learner.student}",
        "graded": row.verdict is not None,
    }
