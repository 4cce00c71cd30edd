"""Where a class is kept: one folder, or another for a test or the demo."""

import os
from dataclasses import dataclass
from pathlib import Path

from autograder.paths import GRADING, RELEASE


@dataclass(frozen=True)
class Folders:
    """The folders of one class.

    Parameters
    ----------
    root : Path
    release : Path
        Where the released notebooks are.
    """

    root: Path
    release: Path = RELEASE

    @property
    def submitted(self) -> Path:
        """What the learners handed in, never changed by the grader."""
        return self.root / "submitted"

    @property
    def autograded(self) -> Path:
        """Copies with the verdicts in their check cells, for formgrader."""
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        """One page per learner and assignment."""
        return self.root / "feedback"

    @property
    def verdicts(self) -> Path:
        """The records that every mark comes from."""
        return self.root / "verdicts"

    @property
    def report(self) -> Path:
        """What the class knows, per assignment."""
        return self.root / "report"

    @property
    def roster(self) -> Path:
        """Optional list of learners; its columns are those of `roster.COLUMNS`."""
        return self.root / "roster.csv"

    @property
    def settings(self) -> Path:
        """Optional settings: limits, and whether to grade without a sandbox."""
        return self.root / "grading.toml"

    @property
    def db_url(self) -> str:
        """nbgrader's gradebook; COURSE_DB_URL names another data base."""
        home = f"sqlite:///{self.root / 'gradebook.db'}"
        return os.environ.get("COURSE_DB_URL") or home

    def released(self, stem: str) -> Path:
        """The notebook that the learners got."""
        return self.release / stem / f"{stem}.ipynb"


def open_folders(root: str | Path | None = None) -> Folders:
    """The class in `root`, in COURSE_GRADING, or in the repository's grading/."""
    chosen = root or os.environ.get("COURSE_GRADING") or GRADING
    release = os.environ.get("COURSE_RELEASE") or RELEASE
    return Folders(Path(chosen).resolve(), Path(release).resolve())
