"""What one submission costs after its examination."""

import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median

from autograder.benchmarks.measure import STEM, Measured, seconds
from autograder.benchmarks.submissions import opened, solved
from autograder.benchmarks.throughput import hand_in
from autograder.examine import examine
from autograder.examine.verdict import Verdict
from autograder.gradebook import database, store
from autograder.gradebook.database import publish
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import Class, open_class
from autograder.gradebook.roster import find_submission


def gradebook(quick: bool) -> Measured:
    """Median time to keep a verdict, write the marked notebook and the marks."""
    work = solved()
    verdict = examine(work, opened()[0], student="bench", secret=b"bench")
    students = [f"student{i:03d}" for i in range(5 if quick else 40)]
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folders = Folders(Path(name))
        hand_in(folders.root, dict.fromkeys(students, work))
        with database.open_gradebook(folders) as book:
            group = open_class(folders, opened()[0], book)
            times = [_write(group, student, verdict) for student in students]
    ours = median(times)
    return Measured(
        "gradebook_ms_per_submission",
        1e3 * ours,
        "ms",
        f"verdict, marked notebook and marks {1e3 * ours:.1f} ms",
        f"the lean examination before it {1e3 * verdict.seconds:.0f} ms",
    )


def _write(group: Class, student: str, verdict: Verdict) -> float:
    """Seconds for one submission's writing."""
    found = find_submission(group.folders, student, STEM)

    def write() -> None:
        store.save_verdict(group.folders, student, replace(verdict, student=student))
        publish(group, found, verdict)

    return seconds(write)
