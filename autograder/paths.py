"""Where everything is: one stem, the same in every folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COURSE = ROOT / "course"
HELPERS = ROOT / "helpers"
SOURCE = ROOT / "source"
RELEASE = ROOT / "release"
OUTPUTS = ROOT / "autograder" / "outputs"
GRADING = ROOT / "grading"


def text_file(stem: str) -> Path:
    """Path of the text that is the assignment."""
    return SOURCE / f"{stem}.py"


def module_file(folder: str, stem: str) -> Path:
    """Path of the reference, cases or answers of one assignment."""
    return ROOT / "autograder" / folder / f"{stem}.py"


def outputs_file(stem: str) -> Path:
    """Path of the frozen reference outputs of one assignment."""
    return OUTPUTS / f"{stem}.h5"


def stems() -> list[str]:
    """Stems of all written assignments, in the order of the course."""
    return sorted(path.stem for path in SOURCE.glob("c*w*_*.py"))
