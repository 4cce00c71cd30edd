"""What a class knows, exercise by exercise."""

import statistics
from collections import Counter
from dataclasses import dataclass
from typing import Any

from autograder.gradebook import store
from autograder.gradebook.folders import Folders
from autograder.gradebook.roster import Learner, find_submission
from autograder.gradebook.words import mistake_of, state_of

Record = dict[str, Any]

STATES = ("right", "partly", "not-yet", "unwritten", "ungraded")


@dataclass(frozen=True)
class Row:
    """One learner of the report.

    Parameters
    ----------
    learner : Learner
    verdict : dict or None
        None when nothing was handed in, or it is not graded yet.
    status : {"graded", "could not grade", "not graded yet", "nothing handed in"}
    """

    learner: Learner
    verdict: Record | None
    status: str

    @property
    def share(self) -> float | None:
        """Part of the points, between 0 and 1; None without a mark."""
        if self.verdict is None or self.status != "graded":
            return None
        return self.verdict["score"] / (self.verdict["max_score"] or 1.0)

    def exercise(self, name: str) -> Record | None:
        """The row of one exercise, if there is one."""
        found = self.verdict["exercises"] if self.verdict else []
        return next((e for e in found if e["name"] == name), None)


@dataclass(frozen=True)
class Summary:
    """One exercise over the class.

    Parameters
    ----------
    name : str
    points : float
    share : float or None
        Mean part of its points.
    counts : dict
        State -> how many learners.
    discrimination : float or None
        Correlation of this exercise's points with those of all others: near 1 it
        tells strong from weak, near 0 or below look at its cases.
    mistakes : list of (str, int)
        Messages that at least one learner got, the most frequent first.
    seconds : float
        Median time of its calls.
    """

    name: str
    points: float
    share: float | None
    counts: dict[str, int]
    discrimination: float | None
    mistakes: list[tuple[str, int]]
    seconds: float

    @property
    def lost(self) -> int:
        """How many learners did not get all of its points."""
        return sum(self.counts.values()) - self.counts["right"]


def class_rows(folders: Folders, stem: str, learners: list[Learner]) -> list[Row]:
    """One row for everybody on the roster."""
    return [_row(folders, stem, learner) for learner in learners]


def _row(folders: Folders, stem: str, learner: Learner) -> Row:
    verdict = store.load_verdict(folders, learner.student, stem)
    if find_submission(folders, learner.student, stem).absent:
        return Row(learner, None, "nothing handed in")
    if verdict is None:
        return Row(learner, None, "not graded yet")
    return Row(learner, verdict, verdict["status"])


def summarise(rows: list[Row], exercises: list[tuple[str, float]]) -> list[Summary]:
    """One summary per exercise, over those whose file could be read."""
    graded = [row for row in rows if row.share is not None]
    return [_summary(graded, name, points) for name, points in exercises]


def _summary(rows: list[Row], name: str, points: float) -> Summary:
    pairs = [(row, row.exercise(name)) for row in rows]
    found = [(row, exercise) for row, exercise in pairs if exercise]
    shares = [e["score"] / (points or 1.0) for _, e in found]
    rest = [row.verdict["score"] - e["score"] for row, e in found if row.verdict]
    counts = Counter(state_of(e) for _, e in found)
    said = Counter(mistake_of(e) for _, e in found if state_of(e) != "right")
    said.pop("", None)
    times = [e.get("seconds", 0.0) for _, e in found]
    return Summary(
        name,
        points,
        statistics.fmean(shares) if shares else None,
        {state: counts[state] for state in STATES},
        correlation(shares, rest),
        said.most_common(3),
        statistics.median(times) if times else 0.0,
    )


def correlation(a: list[float], b: list[float]) -> float | None:
    """Pearson's correlation; None where one of the two does not vary."""
    if len(a) < 3 or len(set(a)) < 2 or len(set(b)) < 2:
        return None
    try:
        return statistics.correlation(a, b)
    except statistics.StatisticsError:
        return None
