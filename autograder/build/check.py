"""Everything that stands between an assignment and its release."""

import dataclasses
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from autograder import paths
from autograder.assignment import Assignment, load_assignment
from autograder.build.assemble import files
from autograder.build.docstrings import check_docstrings
from autograder.build.leaks import public_files, scan
from autograder.build.limits import check_limits
from autograder.build.outputs import check_outputs
from autograder.build.scripts import run_notebook
from autograder.build.secrets import shown_lines
from autograder.build.stamps import assignment_digest, digest
from autograder.build.trial import check_trial
from autograder.text import read_cells

POINTS = 100
PUBLIC = "public folders"


@dataclass
class Report:
    """What was found in one assignment.

    Parameters
    ----------
    name : str
    problems : list of str
        Each one stops a release.
    remarks : list of str
        Worth a look.
    seconds : float
    cached : bool
        Nothing has changed since this was found.
    """

    name: str
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    seconds: float = 0.0
    cached: bool = False


def check_many(names: list[str], *, force: bool = False) -> Iterator[Report]:
    """Check assignments side by side, then the public folders."""
    context = get_context("spawn")
    with ProcessPoolExecutor(min(2, len(names)), mp_context=context) as pool:
        yield from pool.map(check, names, [force] * len(names))
    yield check_public(names, force=force)


def check(stem: str, force: bool = False) -> Report:
    """Check one assignment; an unchanged one keeps its report."""
    helpers = public_files(paths.HELPERS)
    key = digest(helpers, assignment_digest(stem))
    return _remembered(stem, key, lambda: _check(stem), force)


def check_public(names: list[str], *, force: bool = False) -> Report:
    """Scan course, helpers and release for what must stay private."""
    folders = (paths.COURSE, paths.HELPERS, paths.RELEASE)
    found = [path for folder in folders for path in public_files(folder)]
    key = digest(found, *map(assignment_digest, names))

    def run() -> Report:
        return Report(PUBLIC, [str(finding) for finding in scan(stems=names)])

    return _remembered(PUBLIC.replace(" ", "-"), key, run, force)


def _check(stem: str) -> Report:
    from autograder.examine.bank import check_bank

    report = Report(stem)
    try:
        assignment = load_assignment(stem)
    except (ValueError, ImportError) as error:
        report.problems = [str(error)]
        return report
    steps: list[Callable[[Assignment], list[str]]] = [
        check_pieces,
        check_outputs,
        check_docstrings,
        check_bank,
        _check_run,
        check_trial,
    ]
    for step in steps:
        try:
            report.problems += step(assignment)
        except (ValueError, OSError) as error:
            report.problems.append(str(error))
    report.remarks = [*check_limits(assignment), *shown_lines(stem)]
    return report


def check_pieces(assignment: Assignment) -> list[str]:
    """Does every exercise have its checks, and are there 100 points?"""
    stem, found = assignment.stem, []
    cells = read_cells(paths.text_file(stem))
    shown = [cell.function for cell in cells if cell.kind == "exercise"]
    judged = [cell.function for cell in cells if cell.kind == "checks"]
    if shown != judged:
        found.append(
            f"source/{stem}.py: got the exercises {shown} and the checks {judged}, "
            "expected each exercise followed by its checks. Add what is missing."
        )
    if assignment.max_score != POINTS:
        found.append(
            f"source/{stem}.py: got {assignment.max_score:g} points in all, expected "
            f"{POINTS}. Change the points of its checks cells."
        )
    return found


def _check_run(assignment: Assignment) -> list[str]:
    problem = run_notebook(files(assignment), assignment.stem)
    return [problem] if problem else []


def _remembered(name: str, key: str, run: Callable[[], Report], force: bool) -> Report:
    """The report for these inputs, from last time or new."""
    path = _stamp(name)
    if not force and path.exists():
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["key"] == key:
            return Report(**{**kept["report"], "cached": True})
    start = time.perf_counter()
    report = run()
    report.seconds = round(time.perf_counter() - start, 2)
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"key": key, "report": dataclasses.asdict(report)}
    path.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return report


def _stamp(name: str) -> Path:
    return paths.ROOT / ".stamps" / f"{name}.check"
