"""What a learner must not read: lines of solutions, hidden inputs and outputs."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from autograder import paths
from autograder.author.stubs import stub
from autograder.truth.assignment import Exercise, load_assignment
from autograder.truth.frozen import frozen
from autograder.truth.functions import function_text, solution_lines
from autograder.truth.text import read_cells

SHORT = 12
DISTINCT = 4
SIMPLE = 1000  # a fraction with such a denominator tells nothing
COMMON = re.compile(
    r"m=\w+\.shape\[\d\]|[\w,]+=\w+\.shape|\w+=np\.(zeros|ones|empty)\([\w.,()]*\)"
    r"|for[\w,]+in(range|zip|enumerate)\(.*\):|return\w+(,\w+)*|raise\w+\("
    r"|\w+\.append\(\w+\)|\w+\[\w+\]"
)
DIGITS = 9
NUMBER = re.compile(r"\d+\.\d{8,}(?:e[+-]?\d+)?")
CONSTANTS = (math.log(2), math.pi, math.e, math.sqrt(2), math.sqrt(0.5), math.log(10))


@dataclass
class Secrets:
    """Squeezed solution lines, and hidden values as bytes and as digits.

    Parameters
    ----------
    code : dict
        Squeezed line -> "stem function" of the solution that it is from.
    arrays : dict
        Bytes of a hidden array -> "stem function".
    digits : dict
        First digits of a hidden number -> "stem function".
    """

    code: dict[str, str] = field(default_factory=dict)
    arrays: dict[bytes, str] = field(default_factory=dict)
    digits: dict[str, str] = field(default_factory=dict)

    def code_in(self, path: Path, line: str) -> list[str]:
        """Solution lines in a squeezed line of a file.

        A given.py holds solutions of earlier weeks, and is there for that.
        """
        own = path.parent.name if path.name == "given.py" else ""
        return [
            f"a line of the solution of {owner} ({secret[:40]})"
            for secret, owner in self.code.items()
            if secret in line
            and not _is_out(owner, path)
            and (not own or owner.split()[0] == own)
        ]

    def numbers_in(self, path: Path, content: bytes) -> set[str]:
        """Hidden values in a file: as raw bytes, in HDF5, or as digits."""
        chunks = [content, *(_chunks(path) if path.suffix == ".h5" else ())]
        text = "\n".join(chunk.decode("utf-8", "replace") for chunk in chunks)
        owners = {self.digits.get(first_digits(n)) for n in NUMBER.findall(text)}
        owners |= {
            owner
            for secret, owner in self.arrays.items()
            if any(secret in chunk for chunk in chunks)
        }
        return {
            f"a hidden value of {owner}"
            for owner in owners
            if owner and not _is_out(owner, path)
        }


def _is_out(owner: str, path: Path) -> bool:
    """Whether a file belongs to a later week than the secret, which is out by then.

    The given.py of a later week shows the solution anyway; and two weeks that draw
    their first numbers alike say nothing of each other.
    """
    home, stem = path.parent.name, owner.split()[0]
    return bool(paths.STEM.fullmatch(home)) and paths.week(stem) < paths.week(home)


def collect(stems: Iterable[str]) -> Secrets:
    """Secrets of some assignments."""
    secrets = Secrets()
    for stem in stems:
        assignment = load_assignment(stem)
        public = _public_text(stem)
        for exercise in assignment.exercises:
            owner = f"{stem} {exercise.name}"
            for line in _secret_lines(stem, exercise):
                if line not in public:
                    secrets.code.setdefault(line, owner)
            _add_values(secrets, stem, exercise, owner)
    return secrets


def squeeze(line: str) -> str:
    """A line of code without its spaces and its comment."""
    return re.sub(r"\s", "", line.split("  #")[0].split(" # ")[0])


def first_digits(number: float | str) -> str:
    """The first digits of a number, whatever its precision."""
    return f"{abs(float(number)):.{DIGITS - 1}e}"


def shown_lines(stem: str) -> list[str]:
    """Solution lines that the assignment's own text, or a hint, tells the learner."""
    prose = _public_text(stem, prose_only=True)
    return [
        f"source/{stem}/{file}: got {line!r} of the solution of {exercise.name}, "
        "expected a question or a formula. Reword it."
        for exercise in load_assignment(stem).exercises
        for line in _secret_lines(stem, exercise)
        for file, text in (("notebook.py", prose), ("cases.py", squeeze(exercise.hint)))
        if line in text
    ]


def _secret_lines(stem: str, exercise: Exercise) -> list[str]:
    text = function_text(paths.module_file("reference", stem), exercise.name)
    known = squeeze_all(f"{exercise.reference.__doc__}\n{stub(exercise)}")
    lines = [squeeze(line) for line in solution_lines(text)]
    return [
        line
        for line in lines
        if len(line) > SHORT
        and not line.startswith("#")
        and not COMMON.fullmatch(line)
        and line not in known
    ]


def _public_text(stem: str, *, prose_only: bool = False) -> str:
    cells = read_cells(paths.text_file(stem))
    kept = [c.source for c in cells if c.kind == "prose" or not prose_only]
    return squeeze_all("\n".join(kept))


def squeeze_all(text: str) -> str:
    """Every line squeezed, still one below the other."""
    return "\n".join(map(squeeze, text.splitlines()))


def _add_values(secrets: Secrets, stem: str, exercise: Exercise, owner: str) -> None:
    """Hidden inputs and outputs, less those that a visible case shows."""
    hidden: list[Any] = []
    shown: list[Any] = list(CONSTANTS)
    for expected in frozen(stem, exercise).expected:
        leaves = shown if expected.case.visible else hidden
        leaves += _leaves([expected.case.args, expected.outcome.value])
    public = {_mark(leaf) for leaf in shown}
    for leaf in hidden:
        mark = _mark(leaf)
        if mark in public:
            continue
        if isinstance(mark, bytes):
            secrets.arrays.setdefault(mark, owner)
        elif mark:
            secrets.digits.setdefault(mark, owner)


def _mark(leaf: Any) -> bytes | str:
    """What gives a value away: bytes of an array, digits of a number, or nothing."""
    if isinstance(leaf, np.ndarray):
        finite = leaf[np.isfinite(leaf)]
        telling = len(np.unique(finite[finite % 1 != 0])) >= DISTINCT
        return np.ascontiguousarray(leaf).tobytes() if telling else ""
    return first_digits(leaf) if _is_telling(float(leaf)) else ""


def _is_telling(number: float) -> bool:
    """Whether two people would hardly write it by chance: no 0.25, no 2/3."""
    if not math.isfinite(number) or len(repr(number).strip("-0.")) <= DIGITS:
        return False
    return abs(Fraction(number).limit_denominator(SIMPLE) - number) > abs(number) * 1e-9


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _leaves(part)
    elif getattr(value, "dtype", np.dtype(type(value))).kind == "f":
        yield value


def _chunks(path: Path) -> list[bytes]:
    """Contents of every data set of an HDF5 file, unpacked."""
    found: list[bytes] = []

    def visit(_: str, node: Any) -> None:
        if isinstance(node, h5py.Dataset):
            found.append(np.asarray(node[()]).tobytes())

    with h5py.File(path) as file:
        file.visititems(visit)
    return found
