"""What a class knows, exercise by exercise."""

import hashlib
import statistics
from collections import Counter
from dataclasses import dataclass

from autograder.examine.verdict import Result, Verdict
from autograder.gradebook import store
from autograder.gradebook.folders import Folders
from autograder.gradebook.roster import Learner, Submission, find_submission
from autograder.gradebook.words import mistake_of, number, state_of

STATES = ("right", "partly", "not-yet", "unwritten", "ungraded")
WRONG = ("partly", "not-yet")
ENOUGH = 10  # learners; below, a correlation is off by more than a third either way


@dataclass(frozen=True)
class Row:
    """One learner of the report.

    Parameters
    ----------
    learner : Learner
    verdict : Verdict or None
        None when nothing was handed in, or it is not graded yet.
    status : {"graded", "could not grade", "not graded yet", "nothing handed in"}
    by_hand : float or None
        The mark in the gradebook, where a person has changed it.
    note : str
        Why the mark may not be the last word, else empty.
    """

    learner: Learner
    verdict: Verdict | None
    status: str
    by_hand: float | None = None
    note: str = ""

    @property
    def score(self) -> float | None:
        """The points that count; None without a mark."""
        if self.verdict is None or self.by_hand is not None:
            return self.by_hand
        return self.verdict.score if self.status == "graded" else None

    @property
    def share(self) -> float | None:
        """Part of the points, between 0 and 1; None without a mark."""
        if self.verdict is None or self.score is None:
            return None
        return self.score / (self.verdict.max_score or 1.0)

    @property
    def hand(self) -> str:
        """That a person gave another mark than the grader, else empty."""
        given = 0.0 if self.verdict is None else self.verdict.score
        if self.by_hand is None or abs(self.by_hand - given) < 0.005:
            return ""
        return f"Marked by hand; the grader gave {number(given)}."

    @property
    def exercises(self) -> tuple[Result, ...]:
        """What became of each exercise; none where the file was not read."""
        graded = self.verdict and self.status == "graded"
        return self.verdict.exercises if self.verdict and graded else ()

    def exercise(self, name: str) -> Result | None:
        """What became of one exercise, if it was judged."""
        return next((e for e in self.exercises if e.name == name), None)


@dataclass(frozen=True)
class Summary:
    """One exercise over the class.

    Parameters
    ----------
    name : str
    points : float
    share : float or None
        Its difficulty: the mean part of its points, stubs counted as nothing.
    counts : dict
        State -> how many learners.
    discrimination : float or None
        Correlation of this exercise's points with those of all others, the exercise
        itself left out: near 1 it tells strong from weak, near 0 or below look at
        its cases. None below `ENOUGH` learners, or where nothing varies.
    mistakes : list of (str, int)
        What was said to whose answer was wrong, the most frequent first.
    seconds : float or None
        Median time of the calls of the answers that could be judged.
    """

    name: str
    points: float
    share: float | None
    counts: dict[str, int]
    discrimination: float | None
    mistakes: list[tuple[str, int]]
    seconds: float | None

    @property
    def learners(self) -> int:
        """How many were graded."""
        return sum(self.counts.values())

    @property
    def wrong(self) -> int:
        """How many wrote an answer that did not get all of its points."""
        return sum(self.counts[state] for state in WRONG)


def class_rows(
    folders: Folders,
    stem: str,
    learners: list[Learner],
    by_hand: dict[str, float] | None = None,
    version: str = "",
) -> list[Row]:
    """One row for everybody on the roster.

    Parameters
    ----------
    by_hand : dict, optional
        Student id -> mark that a person has changed.
    version : str
        The assignment's of today; empty when it does not matter.
    """
    marks = by_hand or {}
    rows = []
    for one in learners:
        verdict = store.load_verdict(folders, one.student, stem)
        found = find_submission(folders, one.student, stem)
        note = _note(found, verdict, version) if verdict else ""
        state = _status(found, verdict)
        kept = verdict if state != "nothing handed in" else None
        rows.append(Row(one, kept, state, marks.get(one.student), note))
    return rows


def _status(found: Submission, verdict: Verdict | None) -> str:
    if found.absent:
        return "nothing handed in"
    return verdict.status if verdict else "not graded yet"


def _note(found: Submission, verdict: Verdict, version: str) -> str:
    """What has changed since the verdict: the file, or the assignment."""
    known = verdict.submission.sha256
    if known and found.path:
        with found.path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != known:
                return "A newer file is here: grade it."
    marked = verdict.versions.assignment
    if version and marked and marked != version:
        return "The mark is that of an earlier version of the assignment: see regrade."
    return ""


def summarise(rows: list[Row], exercises: list[tuple[str, float]]) -> list[Summary]:
    """One summary per exercise, over those whose file could be read."""
    return [_summary(rows, name, points) for name, points in exercises]


def _summary(rows: list[Row], name: str, points: float) -> Summary:
    found = [(row, e) for row in rows if (e := row.exercise(name))]
    scores = [e.score for _, e in found]
    rest = [sum(e.score for e in row.exercises) - own.score for row, own in found]
    counts = Counter(state_of(e) for _, e in found)
    wrong = [e for _, e in found if state_of(e) in WRONG]
    said = Counter(filter(None, map(mistake_of, wrong)))
    judged = [e for _, e in found if state_of(e) not in ("unwritten", "ungraded")]
    return Summary(
        name,
        points,
        statistics.fmean(scores) / (points or 1.0) if scores else None,
        {state: counts[state] for state in STATES},
        correlation(scores, rest),
        said.most_common(),
        statistics.median(e.seconds for e in judged) if judged else None,
    )


def correlation(a: list[float], b: list[float]) -> float | None:
    """Pearson's correlation; None where one does not vary, or there are too few."""
    if len(a) < ENOUGH or len(set(a)) < 2 or len(set(b)) < 2:
        return None
    try:
        return statistics.correlation(a, b)
    except statistics.StatisticsError:
        return None
