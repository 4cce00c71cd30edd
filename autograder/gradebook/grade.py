"""Grading a class: examined in parallel, written by one coordinator."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.assignment import Assignment
from autograder.examine import ENGINE
from autograder.fleet import examine_one, open_executor
from autograder.gradebook import database, store
from autograder.gradebook.folders import Folders, Misuse
from autograder.gradebook.roster import (
    Learner,
    Submission,
    find_submission,
    read_roster,
)
from autograder.gradebook.writer import mark_notebook, read_released

Record = dict[str, Any]
Report = Callable[["Graded"], None]


@dataclass(frozen=True)
class Options:
    """How to grade.

    Parameters
    ----------
    mode : {"lean", "full"}
    force : bool
        Examine again what has a verdict already.
    jobs : int
        Submissions at once, 0 for one per core.
    scheduler : str
        Address of a dask scheduler, else empty.
    allow_lower : bool
        Let marks fall when the assignment or the examiner has changed.
    call : float
        Seconds for one call of a learner's function; 0 for the usual limit.
    """

    mode: str = "lean"
    force: bool = False
    jobs: int = 0
    scheduler: str = ""
    allow_lower: bool = False
    call: float = 0.0


@dataclass(frozen=True)
class Graded:
    """What became of one learner's submission.

    Parameters
    ----------
    learner : Learner
    how : {"graded", "unchanged", "held", "absent"}
        Held: the new verdict would lower a mark, so the old one stays.
    verdict : dict or None
        The one that counts.
    before : dict or None
        The verdict that was stored.
    after : dict or None
        The new verdict, where it is not the one that counts.
    """

    learner: Learner
    how: str
    verdict: Record | None = None
    before: Record | None = None
    after: Record | None = None


@dataclass
class Class:
    """One assignment of one class, opened for grading."""

    folders: Folders
    assignment: Assignment
    gradebook: Any
    released: NotebookNode
    learners: list[Learner] = field(default_factory=list)

    @property
    def stem(self) -> str:
        """Name of the assignment."""
        return self.assignment.stem


def open_class(folders: Folders, assignment: Assignment, gradebook: Any) -> Class:
    """The class with its roster, its assignment registered in the gradebook."""
    released = read_released(folders.released(assignment.stem))
    learners = read_roster(folders, database.known_learners(gradebook))
    database.add_learners(gradebook, learners)
    database.register(gradebook, assignment.stem, released)
    return Class(folders, assignment, gradebook, released, learners)


def grade_class(
    folders: Folders,
    assignment: Assignment,
    options: Options = Options(),  # noqa: B008, frozen
    students: Iterable[str] = (),
    on_start: Callable[[int], None] = lambda total: None,
    on_done: Report = lambda graded: None,
) -> list[Graded]:
    """Grade one assignment; one result per learner, in the order of the roster.

    Parameters
    ----------
    students : iterable of str
        Ids; everybody when empty.
    on_start, on_done : callable
        Told how many there are, and of each as it is done.
    """
    done: dict[str, Graded] = {}
    with database.open_gradebook(folders) as gradebook:
        group = open_class(folders, assignment, gradebook)
        chosen = _choose(group.learners, set(students))
        on_start(len(chosen))
        with open_executor(options.jobs, options.scheduler) as executor:
            for graded in _grade_all(group, chosen, options, executor):
                done[graded.learner.student] = graded
                on_done(graded)
    return [done[learner.student] for learner in chosen]


def _choose(learners: list[Learner], students: set[str]) -> list[Learner]:
    unknown = students - {learner.student for learner in learners}
    if unknown:
        raise Misuse(
            f"grade: got the student {min(unknown)!r}, expected one on the roster. "
            "Look into grading/submitted or grading/roster.csv for the ids."
        )
    return [one for one in learners if not students or one.student in students]


def _grade_all(
    group: Class, learners: list[Learner], options: Options, executor: Executor
) -> Iterator[Graded]:
    marks = database.all_marks(group.gradebook, group.stem)
    waiting: dict[Future[Any], tuple[Learner, Submission]] = {}
    for learner in learners:
        found = find_submission(group.folders, learner.student, group.stem)
        graded = without_examining(group, learner, found, options)
        if graded is None:
            assert found.path is not None
            work = found.path.read_bytes() if options.scheduler else found.path
            place = (group.stem, learner.student, options.mode, options.call)
            job = executor.submit(examine_one, work, *place)
            waiting[job] = (learner, found)
            continue
        if graded.verdict:
            mend(group, found, graded.verdict, marks.get(learner.student, {}))
        yield graded
    for future in as_completed(waiting):
        learner, found = waiting.pop(future)
        verdict, executed = _result(group, found, future.result)
        graded = settle(group, learner, verdict, options)
        if graded.verdict:
            publish(group, found, graded.verdict, executed)
        yield graded


def without_examining(
    group: Class, learner: Learner, found: Submission, options: Options
) -> Graded | None:
    """What needs no examination: nothing, no file, or a verdict that still holds."""
    if found.absent:
        return Graded(learner, "absent")
    if found.path is None:
        verdict = _blank(group, found.trouble, found)
        return settle(group, learner, verdict, options)
    before = store.load_verdict(group.folders, learner.student, group.stem)
    if before and not options.force and _fresh(group, found, before, options):
        return Graded(learner, "unchanged", before, before)
    return None


def settle_one(
    group: Class, learner: Learner, found: Submission, options: Options
) -> Graded:
    """Verdict on one submission, stored or new; nothing else is written."""
    graded = without_examining(group, learner, found, options)
    if graded is not None:
        return graded
    assert found.path is not None
    place = (group.stem, learner.student, options.mode, options.call)
    examine = partial(examine_one, found.path, *place)
    verdict, _ = _result(group, found, examine)
    return settle(group, learner, verdict, options)


def _fresh(group: Class, found: Submission, before: Record, options: Options) -> bool:
    """Whether a stored verdict is the one that an examination would give."""
    enough = options.mode == "lean" or before.get("mode") == options.mode
    return enough and before.get("key") == key_of(group, found)


def key_of(group: Class, found: Submission) -> str:
    """What a verdict on this file would be stored under."""
    assert found.path is not None
    with found.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return store.verdict_key(digest, group.assignment.version, ENGINE)


def _result(
    group: Class, found: Submission, result: Callable[[], tuple[Record, bytes]]
) -> tuple[Record, bytes]:
    """The verdict with its key; one on the examiner's own failure has none."""
    try:
        verdict, executed = result()
    except Exception as error:
        why = f"The examiner failed ({type(error).__name__}: {error}). Grade again."
        return _blank(group, why, found), b""
    if found.note:
        verdict["notes"] = [found.note, *verdict["notes"]]
    return {**verdict, "key": key_of(group, found)}, executed


def _blank(group: Class, why: str, found: Submission) -> Record:
    exercises = [(e.name, e.points) for e in group.assignment.exercises]
    verdict = store.blank_verdict(group.stem, exercises, why)
    versions = {"engine": ENGINE, "assignment": group.assignment.version}
    return {**verdict, "student": found.student, "versions": versions}


def settle(group: Class, learner: Learner, verdict: Record, options: Options) -> Graded:
    """Keep a new verdict, unless it would lower a mark of the same file."""
    before = store.load_verdict(group.folders, learner.student, group.stem)
    if before and not options.allow_lower and lowers(before, verdict):
        return Graded(learner, "held", before, before, verdict)
    store.save_verdict(group.folders, learner.student, verdict)
    return Graded(learner, "graded", verdict, before)


def lowers(before: Record, after: Record) -> bool:
    """Whether one file would lose points by being graded again."""
    old = before.get("submission", {}).get("sha256")
    if not old or old != after.get("submission", {}).get("sha256", old):
        return False
    scores = {e["name"]: e["score"] for e in after["exercises"]}
    fell = any(
        scores[e["name"]] < e["score"] - 1e-9
        for e in before["exercises"]
        if e["name"] in scores
    )
    return fell or after["score"] < before["score"] - 1e-9


def mend(
    group: Class, found: Submission, verdict: Record, marks: dict[str, float]
) -> None:
    """Write what is stored where the gradebook or the marked notebook lack it."""
    wanted = {e["name"]: e["score"] for e in verdict["exercises"]}
    target = group.folders.autograded / found.student / group.stem
    if wanted != marks or not (target / f"{group.stem}.ipynb").exists():
        publish(group, found, verdict)


def publish(
    group: Class, found: Submission, verdict: Record, executed: bytes = b""
) -> None:
    """Write the marked notebook, and the marks into nbgrader's gradebook."""
    data = found.path.read_bytes() if found.path else b""
    marked = mark_notebook(data, group.released, verdict, executed)
    target = group.folders.autograded / found.student / group.stem
    text = nbformat.writes(marked)
    store.write_whole(target / f"{group.stem}.ipynb", text.encode("utf-8", "replace"))
    stamp = group.folders.submitted / found.student / group.stem / "timestamp.txt"
    timestamp = stamp.read_text().strip() if stamp.is_file() else ""
    if timestamp:
        store.write_whole(target / "timestamp.txt", timestamp.encode())
    database.write_marks(
        group.gradebook, group.stem, found.student, verdict, marked, timestamp
    )
