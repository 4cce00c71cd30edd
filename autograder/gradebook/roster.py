"""Who is in the class, and what each handed in."""

import csv
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import Misuse
from autograder.gradebook.folders import Folders

MAX_BYTES = 200 * 2**20
COLUMNS = ("id", "first_name", "last_name", "email", "login", "section", "canvas_id")


@dataclass(frozen=True)
class Learner:
    """One row of the roster.

    Parameters
    ----------
    student : str
        Id: the name of the learner's folder, and the ID number in Moodle or the SIS
        id in Canvas.
    first_name, last_name, email : str
    login : str
        User name in Moodle, SIS login in Canvas.
    section : str
    canvas_id : str
        Canvas's own number, where there is no SIS.
    """

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    login: str = ""
    section: str = ""
    canvas_id: str = ""

    @property
    def name(self) -> str:
        """Name to greet with; the id where no name is known."""
        return f"{self.first_name} {self.last_name}".strip() or self.student


@dataclass(frozen=True)
class Submission:
    """What one learner handed in for one assignment.

    Parameters
    ----------
    student, stem : str
    path : Path or None
        The notebook; None when there is none that could be graded.
    trouble : str
        Why there is none, else empty. Empty as well when nothing was handed in.
    note : str
        What the reader should know about the file, else empty.
    """

    student: str
    stem: str
    path: Path | None = None
    trouble: str = ""
    note: str = ""

    @property
    def absent(self) -> bool:
        """Whether nothing was handed in."""
        return self.path is None and not self.trouble


def read_roster(folders: Folders, known: dict[str, Learner]) -> list[Learner]:
    """Everybody: the gradebook's students, roster.csv, and all who handed in.

    Parameters
    ----------
    folders : Folders
    known : dict
        Student id -> Learner, as nbgrader's gradebook has them.
    """
    everybody = dict(known)
    for learner in _listed(folders.roster):
        everybody[learner.student] = learner
    if folders.submitted.is_dir():
        for folder in folders.submitted.iterdir():
            if folder.is_dir() and not folder.name.startswith("."):
                everybody.setdefault(folder.name, Learner(folder.name))
    return [everybody[student] for student in sorted(everybody)]


def _listed(path: Path) -> list[Learner]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if "id" not in (rows.fieldnames or ()):
            raise Misuse(
                f"{path}: got the columns {rows.fieldnames}, expected id, first_name, "
                "last_name, email (and login, section, canvas_id, if an LMS wants "
                "them). Write them into the first line."
            )
        return [_learner(row) for row in rows if (row["id"] or "").strip()]


def _learner(row: dict[str, str]) -> Learner:
    student, *rest = ((row.get(name) or "").strip() for name in COLUMNS)
    if "/" in student or "\\" in student or student.startswith("."):
        raise Misuse(
            f"roster.csv: got the id {student!r}, expected a name that can be a "
            "folder. Leave out / and \\ and a dot in front."
        )
    return Learner(student, *rest)


def find_submission(folders: Folders, student: str, stem: str) -> Submission:
    """The notebook to grade, or why there is none."""
    folder = folders.submitted / student / stem
    if not folder.exists():
        return Submission(student, stem)
    found = [path for path in sorted(folder.glob("*.ipynb")) if path.exists()]
    exact = [path for path in found if path.name == f"{stem}.ipynb"]
    chosen = exact or found
    if len(chosen) != 1:
        trouble = _no_choice(stem, found)
        return Submission(student, stem, trouble=trouble)
    note = "" if exact else f"The file is named {found[0].name}, not {stem}.ipynb."
    trouble = _unfit(chosen[0], folder)
    return Submission(student, stem, None if trouble else chosen[0], trouble, note)


def _no_choice(stem: str, found: list[Path]) -> str:
    got = ", ".join(path.name for path in found[:3]) or "no notebook"
    return (
        f"submission: got {got}, expected {stem}.ipynb. Hand in the notebook under "
        "this name."
    )


def _unfit(path: Path, folder: Path) -> str:
    """Why a file must not be opened, else empty."""
    submitted, place = folder.parents[1], path.relative_to(folder.parents[1])
    if path.resolve() != submitted.resolve() / place:
        return f"{path.name}: got a link, expected a file. Hand in the notebook itself."
    if not path.is_file():
        return f"{path.name}: got a folder, expected a file. Hand in the notebook."
    size = path.stat().st_size
    if size > MAX_BYTES:
        return (
            f"{path.name}: got {size >> 20} MB, expected at most {MAX_BYTES >> 20}. "
            "Clear the outputs (Edit, Clear Outputs of All Cells) and save it again."
        )
    return ""
