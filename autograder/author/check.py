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
from autograder.author.assemble import files, stray_notebooks
from autograder.author.docstrings import check_docstrings
from autograder.author.leaks import public_files, scan
from autograder.author.limits import check_limits
from autograder.author.missing import missing
from autograder.author.outputs import check_outputs
from autograder.author.pages import stale_pages
from autograder.author.scripts import TIMED, run_notebook
from autograder.author.secrets import shown_lines
from autograder.author.stamps import assignment_digest, digest
from autograder.author.trial import check_trial
from autograder.errors import Refused
from autograder.truth.assignment import Assignment, load_assignment
from autograder.truth.text import read_cells, read_facts

Step = Callable[[Assignment], list[str]]
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
    """Check assignments, then the public folders."""
    yield from check_assignments(names, force=force)
    yield check_public([name for name in names if _loads(name)], force=force)


def check_assignments(names: list[str], *, force: bool = False) -> list[Report]:
    """Check assignments side by side.

    What has not changed since its last report is not checked again.
    """
    known = {} if force else {name: recall(name, stem_key(name)) for name in names}
    todo = [name for name in names if not known.get(name)]
    if todo:
        context = get_context("spawn")
        with ProcessPoolExecutor(min(2, len(todo)), mp_context=context) as pool:
            known |= dict(zip(todo, pool.map(check, todo), strict=True))
    return [report for name in names if (report := known[name])]


def _loads(stem: str) -> bool:
    """Whether it can be read; else its own report says what lacks."""
    try:
        load_assignment(stem)
    except Exception:
        return False
    return True


def check(stem: str, run: Step | None = None) -> Report:
    """Check one assignment and keep the report.

    Parameters
    ----------
    stem : str
    run : callable
        How the solved notebook is run, from top to bottom; by default as a script.
    """
    return keep(stem_key(stem), lambda: _check(stem, run or _check_run))


def check_public(names: list[str], *, force: bool = False) -> Report:
    """Scan course, helpers and release for what must stay private."""
    folders = (paths.COURSE, paths.HELPERS, paths.RELEASE)
    strays = stray_notebooks()
    found = [path for folder in folders for path in public_files(folder)]
    key = digest([*found, *strays], *map(assignment_digest, names))
    known = None if force else recall(PUBLIC, key)
    return known or keep(key, lambda: Report(PUBLIC, _public_problems(strays, names)))


def _public_problems(strays: list[Path], names: list[str]) -> list[str]:
    return [
        f"{path.relative_to(paths.ROOT)}: got a notebook, expected none below source/. "
        "Remove it, as `build` does."
        for path in strays
    ] + [*_page_problems(), *map(str, scan(stems=names))]


def _page_problems() -> list[str]:
    return [
        f"{path.relative_to(paths.ROOT)}: got other rows than the sources give, "
        "expected theirs. Run `python -m autograder build --all`."
        for path in stale_pages()
    ]


def _check(stem: str, run: Step) -> Report:
    from autograder.truth.bank import check_bank

    report = Report(stem)
    report.problems = missing(stem)
    if report.problems:
        return report
    try:
        assignment = load_assignment(stem)
    except Exception as error:
        report.problems = [_trouble(f"source/{stem}/notebook.py", error)]
        return report
    first = (check_facts, check_pieces, check_outputs, check_docstrings, check_bank)
    steps: dict[Step, list[str]] = dict.fromkeys(first, report.problems)
    steps |= dict.fromkeys((run, check_trial), report.problems)
    steps |= dict.fromkeys((check_limits, _check_hints), report.remarks)
    for step, found in steps.items():
        try:
            found += step(assignment)
        except Exception as error:
            report.problems.append(_trouble(f"{stem}, {step.__name__}", error))
    report.problems = list(dict.fromkeys(report.problems))  # steps may agree
    return report


def _trouble(where: str, error: Exception) -> str:
    """A step that could not be taken: the author's own message, or what was raised."""
    if isinstance(error, ValueError | FileNotFoundError | Refused):
        return str(error)
    return f"{where}: got {error!r}, expected no exception. Mend what it names."


def check_pieces(assignment: Assignment) -> list[str]:
    """Does every exercise have its checks, and are there 100 points?"""
    stem, found = assignment.stem, []
    cells = read_cells(paths.text_file(stem))
    shown = [cell.function for cell in cells if cell.kind == "exercise"]
    judged = [cell.function for cell in cells if cell.kind == "checks"]
    if shown != judged:
        found.append(
            f"source/{stem}/notebook.py: got the exercises {shown} and the checks "
            f"{judged}, expected each exercise followed by its checks. Add what is "
            "missing."
        )
    if assignment.max_score != POINTS:
        found.append(
            f"source/{stem}/notebook.py: got {assignment.max_score:g} points in all, "
            f"expected {POINTS}. Change the points of its checks cells."
        )
    return found


def check_facts(assignment: Assignment) -> list[str]:
    """Do the lists of assignments find what they tell of this one?"""
    read_facts(paths.text_file(assignment.stem))
    return []


def _check_hints(assignment: Assignment) -> list[str]:
    return shown_lines(assignment.stem)


def _check_run(assignment: Assignment) -> list[str]:
    problem = run_notebook(files(assignment), assignment.stem)
    return [problem] if problem else []


def stem_key(stem: str) -> str:
    """Hash of everything that the report on an assignment depends on."""
    files = [*public_files(paths.HELPERS), paths.notes_file(stem)]
    tests = (paths.SOURCE / stem).glob("test_*.py")
    return digest([*files, *tests], assignment_digest(stem))


def recall(name: str, key: str) -> Report | None:
    """The report for these inputs from last time, if there is one."""
    path = _stamp(name)
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return Report(**kept["report"], cached=True) if kept.get("key") == key else None


def keep(key: str, run: Callable[[], Report]) -> Report:
    """Make a report and remember it for these inputs."""
    start = time.perf_counter()
    report = run()
    report.seconds = round(time.perf_counter() - start, 2)
    if any(TIMED in line for line in report.problems):
        return report  # of the machine, not of the text: not to be remembered
    path = _stamp(report.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    facts = dataclasses.asdict(report)
    del facts["cached"]
    path.write_text(json.dumps({"key": key, "report": facts}), encoding="utf-8")
    return report


def _stamp(name: str) -> Path:
    return paths.ROOT / ".stamps" / f"{name.replace(' ', '-')}.check"
