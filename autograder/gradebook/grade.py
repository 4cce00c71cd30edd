"""Grading a class: examined in parallel, written by one coordinator."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from nbformat import NotebookNode

from autograder.errors import Misuse
from autograder.examine import ENGINE
from autograder.examine.fleet import Fleet, examine_one, open_fleet
from autograder.examine.process import warm_up
from autograder.examine.terms import Options
from autograder.examine.verdict import Verdict, blank
from autograder.gradebook import database, store
from autograder.gradebook.database import publish
from autograder.gradebook.folders import Folders
from autograder.gradebook.roster import (
    Learner,
    Submission,
    find_submission,
    read_roster,
)
from autograder.gradebook.writer import read_released
from autograder.truth.assignment import Assignment
from autograder.truth.secret import course_secret

Report = Callable[["Graded"], None]

STOPPED = ("time", "memory", "crashed")  # reasons that other limits may take away


@dataclass(frozen=True)
class Graded:
    """What became of one learner's submission.

    Parameters
    ----------
    learner : Learner
    how : {"graded", "unchanged", "held", "absent"}
        Held: the new verdict would lower a mark, so the old one stays.
    verdict : Verdict or None
        The one that counts.
    before : Verdict or None
        The verdict that was stored.
    after : Verdict or None
        The new verdict, where it is not the one that counts.
    """

    learner: Learner
    how: str
    verdict: Verdict | None = None
    before: Verdict | None = None
    after: Verdict | None = None


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

    The verdicts in the results are brief; the whole ones are on disk.

    Parameters
    ----------
    students : iterable of str
        Ids; everybody when empty.
    on_start, on_done : callable
        Told how many there are, and of each as it is done.
    """
    done: dict[str, Graded] = {}
    if not options.scheduler:
        warm_up()
    with store.only_run(folders), database.open_gradebook(folders) as gradebook:
        group = open_class(folders, assignment, gradebook)
        chosen = _choose(group.learners, set(students))
        on_start(len(chosen))
        with open_fleet(options.jobs, options.scheduler) as fleet:
            for graded in _grade_all(group, chosen, options, fleet):
                done[graded.learner.student] = _brief(graded)
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


def _brief(graded: Graded) -> Graded:
    """A result without the bulk of its verdicts; what is held back stays whole."""
    verdict = store.brief(graded.verdict)
    same = graded.before is graded.verdict
    before = verdict if same else store.brief(graded.before)
    return replace(graded, verdict=verdict, before=before)


def _grade_all(
    group: Class, learners: list[Learner], options: Options, fleet: Fleet
) -> Iterator[Graded]:
    """What became of each, as it comes; only a few are under way at a time."""
    marks = database.all_marks(group.gradebook, group.stem)
    for learner in learners:
        found = find_submission(group.folders, learner.student, group.stem)
        graded = without_examining(group, learner, found, options)
        if graded is None:
            while fleet.full:
                yield from _collect(group, options, fleet)
            _hand_out(group, learner, found, options, fleet)
            continue
        if graded.how == "unchanged" and graded.verdict:
            mend(group, found, graded.verdict, marks.get(learner.student, {}))
        elif graded.verdict:
            conclude(group, found, graded)
        yield graded
    while fleet.waiting:
        yield from _collect(group, options, fleet)


def _hand_out(
    group: Class, learner: Learner, found: Submission, options: Options, fleet: Fleet
) -> None:
    assert found.path is not None
    place = (group.stem, learner.student, options.mode, options.terms)
    work: tuple[Any, ...]
    if options.scheduler:
        work = (found.path.read_bytes(), *place, course_secret())
    else:
        work = (found.path, *place)
    fleet.submit((learner, found), examine_one, *work)


def _collect(group: Class, options: Options, fleet: Fleet) -> Iterator[Graded]:
    for (learner, found), future in fleet.collect():
        verdict, executed = _result(group, found, future.result)
        graded = settle(group, learner, verdict, options)
        conclude(group, found, graded, executed)
        yield graded


def without_examining(
    group: Class, learner: Learner, found: Submission, options: Options
) -> Graded | None:
    """What needs no examination: nothing, no file, or a verdict that still holds."""
    if found.absent:
        return Graded(learner, "absent")
    if found.path is None:
        verdict = blank(group.assignment, found.student, found.trouble)
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
    if graded is None:
        assert found.path is not None
        place = (group.stem, learner.student, options.mode, options.terms)
        examine = partial(examine_one, found.path, *place)
        verdict, _ = _result(group, found, examine)
        graded = settle(group, learner, verdict, options)
    keep(group, graded)
    return graded


def _fresh(group: Class, found: Submission, before: Verdict, options: Options) -> bool:
    """Whether a stored verdict is the one that an examination would give."""
    enough = options.mode == "lean" or before.mode == options.mode
    stopped = any(e.reason in STOPPED for e in before.exercises)
    same = not stopped or before.limits == options.changed_limits
    return enough and same and before.key == key_of(group, found)


def key_of(group: Class, found: Submission) -> str:
    """What a verdict on this file would be stored under."""
    assert found.path is not None
    with found.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return store.verdict_key(digest, group.assignment.version, ENGINE)


def _result(
    group: Class, found: Submission, result: Callable[[], tuple[Verdict, bytes]]
) -> tuple[Verdict, bytes]:
    """The verdict with its key; one on the examiner's own failure has none."""
    try:
        verdict, executed = result()
    except Exception as error:
        why = f"The examiner failed ({type(error).__name__}: {error}). Grade again."
        return blank(group.assignment, found.student, why), b""
    notes = (found.note, *verdict.notes) if found.note else verdict.notes
    return replace(verdict, notes=notes, key=key_of(group, found)), executed


def settle(
    group: Class, learner: Learner, verdict: Verdict, options: Options
) -> Graded:
    """Take the new verdict, unless it would lower a mark of the same file."""
    before = store.load_verdict(group.folders, learner.student, group.stem)
    if before and not options.allow_lower and store.lowers(before, verdict):
        return Graded(learner, "held", before, before, verdict)
    return Graded(learner, "graded", verdict, before)


def conclude(
    group: Class, found: Submission, graded: Graded, executed: bytes = b""
) -> None:
    """Write all that follows from a verdict, and then the verdict.

    In this order, a submission with a stored verdict is done, and a run that was
    killed before examines it again.
    """
    assert graded.verdict is not None
    publish(group, found, graded.verdict, executed)
    keep(group, graded)


def keep(group: Class, graded: Graded) -> None:
    """Store a new verdict."""
    if graded.how == "graded" and graded.verdict and graded.verdict != graded.before:
        store.save_verdict(group.folders, graded.learner.student, graded.verdict)


def mend(
    group: Class, found: Submission, verdict: Verdict, marks: dict[str, float]
) -> None:
    """Write what is stored where the gradebook or the marked notebook lack it."""
    wanted = {e.name: e.score for e in verdict.exercises}
    marked = group.folders.autograded / found.student / group.stem
    marked /= f"{group.stem}.ipynb"
    if wanted != marks or not marked.exists():
        whole = verdict.mode == "full" and marked.is_file()
        publish(group, found, verdict, marked.read_bytes() if whole else b"")
