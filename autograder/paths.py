"""Where everything is: one folder per assignment, named by its stem."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COURSE = ROOT / "course"
HELPERS = ROOT / "helpers"
SOURCE = ROOT / "source"
RELEASE = ROOT / "release"
GRADING = ROOT / "grading"
BUILT = GRADING / "built"
TOY = ROOT / "autograder" / "toy"

WRITTEN = ("notebook.py", "reference.py", "cases.py", "answers.md")
STEM = re.compile(r"(?:c(\d+)w|e)(\d+)_[a-z0-9_]+")
ELECTIVE = 100  # the course after all courses, to which e1, e2, ... belong


def is_toy(stem: str) -> bool:
    """Whether it is one of the machine's own small assignments."""
    return (TOY / stem / "notebook.py").exists()


def toys() -> list[str]:
    """Stems of the machine's own small assignments."""
    return sorted(path.parent.name for path in TOY.glob("*/notebook.py"))


def folder(stem: str) -> Path:
    """The folder that an assignment is."""
    return (TOY if is_toy(stem) else SOURCE) / stem


def package(stem: str) -> str:
    """Dotted name of that folder."""
    return f"autograder.toy.{stem}" if is_toy(stem) else f"source.{stem}"


def text_file(stem: str) -> Path:
    """Path of the text of the notebook."""
    return folder(stem) / "notebook.py"


def module_file(part: str, stem: str) -> Path:
    """Path of the reference or the cases of one assignment."""
    return folder(stem) / f"{part}.py"


def answers_file(stem: str) -> Path:
    """Path of the page of known answers of one assignment."""
    return folder(stem) / "answers.md"


def notes_file(stem: str) -> Path:
    """Path of the lecture notes of an assignment's week."""
    return COURSE / "notes" / f"{stem.partition('_')[0]}.md"


def outputs_file(stem: str) -> Path:
    """Path of the frozen reference outputs of one assignment."""
    return folder(stem) / "outputs.h5"


def digest_file(stem: str) -> Path:
    """Path of what a person reads to see which frozen outputs moved."""
    return folder(stem) / "digest.txt"


def built_folder(stem: str) -> Path:
    """The folder that nbgrader reads: nothing in it is private."""
    return (GRADING / "toys" if is_toy(stem) else BUILT) / stem


def released_folder(stem: str) -> Path:
    """What learners open; nobody opens a toy, so it lies beside its source."""
    return (TOY / "released" if is_toy(stem) else RELEASE) / stem


def stems() -> list[str]:
    """Stems of all assignments, in the order of the course.

    A folder counts as soon as one of its written files is there.
    """
    found = [path for path in SOURCE.glob("*/") if STEM.fullmatch(path.name)]
    return sorted(
        path.name for path in found if any((path / name).exists() for name in WRITTEN)
    )


def week(stem: str) -> tuple[int, int]:
    """Course and week of a stem; electives come after all courses.

    Raises
    ------
    ValueError
        When it is no stem.
    """
    match = STEM.fullmatch(stem)
    if not match:
        raise ValueError(
            f"stem: got {stem!r}, expected c<course>w<week>_<topic> or e<n>_<topic>, "
            "in small letters, digits and underscores. Rename the folder."
        )
    return int(match[1] or ELECTIVE), int(match[2])
