"""An assignment as the examiner knows it: exercises, cases, answers, version."""

import hashlib
import importlib
import inspect
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, wraps
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from autograder import paths
from autograder.paths import (
    answers_file,
    module_file,
    outputs_file,
    package,
    text_file,
)
from autograder.truth.answers import Answer
from autograder.truth.page import Section, read_page
from autograder.truth.text import read_cells
from helpers.checks import Case

Cases = Callable[[np.random.Generator], Iterator[Case]]
Options = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Exercise:
    """One graded function.

    Parameters
    ----------
    name : str
    points : float
    reference : callable
        The solution, and the oracle.
    cases : callable
        Generator of cases from a random generator.
    answers : tuple of Answer
        Known-wrong answers, and right ones written differently.
    hint : str
    options : dict
        For questions: question -> letter -> remark. Else empty.
    prerequisites : tuple of str
        Earlier graded functions that the reference calls.
    """

    name: str
    points: float
    reference: Callable[..., Any]
    cases: Cases
    answers: tuple[Answer, ...]
    hint: str = ""
    options: Options = field(default_factory=dict)
    prerequisites: tuple[str, ...] = ()

    @property
    def wrong(self) -> tuple[Answer, ...]:
        """Answers that must lose points."""
        return tuple(answer for answer in self.answers if not answer.correct)

    @property
    def right(self) -> tuple[Answer, ...]:
        """Answers that must get full marks."""
        return tuple(answer for answer in self.answers if answer.correct)


@dataclass(frozen=True)
class Assignment:
    """A week's notebook with all that judges it."""

    stem: str
    exercises: tuple[Exercise, ...]

    @property
    def max_score(self) -> float:
        """Points of all exercises together."""
        return sum(exercise.points for exercise in self.exercises)

    @cached_property
    def version(self) -> str:
        """Hash of everything that a mark depends on; the prose does not count."""
        digest = hashlib.sha256()
        digest.update(repr([(e.name, e.points) for e in self.exercises]).encode())
        files = [module_file(part, self.stem) for part in ("reference", "cases")]
        for path in (*files, answers_file(self.stem), outputs_file(self.stem)):
            digest.update(path.read_bytes() if path.exists() else b"")
        return digest.hexdigest()[:16]

    def __getitem__(self, name: str) -> Exercise:
        return next(exercise for exercise in self.exercises if exercise.name == name)


@cache
def load_assignment(stem: str) -> Assignment:
    """Exercises of one stem, in the order of its text.

    Raises
    ------
    FileNotFoundError
        When there is no such assignment.
    ValueError
        When one of its files lacks a piece; the message names it.
    """
    if not text_file(stem).exists():
        raise FileNotFoundError(
            f"assignment: got {stem!r}, expected a stem with a text in source/. "
            "Run `python -m autograder list` for all stems."
        )
    points = {c.function: c.points for c in read_cells(text_file(stem)) if c.points}
    reference, cases = (_module(stem, part) for part in ("reference", "cases"))
    page = read_page(answers_file(stem), reference)
    exercises = tuple(
        _exercise(name, worth, tuple(points), reference, cases, page.get(name))
        for name, worth in points.items()
    )
    return Assignment(stem, exercises)


def _module(stem: str, part: str) -> ModuleType:
    try:
        return importlib.import_module(f"{package(stem)}.{part}")
    except Exception as error:
        raise _placed(error) from error


def _drawn(cases: Cases) -> Cases:
    """Cases that tell the line when they cannot be drawn."""

    @wraps(cases)
    def drawn(rng: np.random.Generator) -> Iterator[Case]:
        try:
            yield from cases(rng)
        except Exception as error:
            raise _placed(error) from error

    return drawn


def _placed(error: Exception) -> Exception:
    """What an assignment's own code raised, with file and line; else as it came."""
    frames = [(f.filename, f.lineno) for f in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        frames.append((error.filename or "", error.lineno))
    for name, line in reversed(frames):
        if name.startswith(f"{paths.SOURCE}/"):
            file, kind = Path(name).relative_to(paths.ROOT), type(error).__name__
            return ValueError(
                f"{file}:{line}: got {kind} ({getattr(error, 'msg', error)}), expected "
                "Python that runs. Mend the line."
            )
    return error


def _exercise(
    name: str,
    points: float,
    graded: tuple[str, ...],
    reference: ModuleType,
    cases: ModuleType,
    section: Section | None,
) -> Exercise:
    known = section or Section()
    return Exercise(
        name=name,
        points=points,
        reference=_piece(reference, name),
        cases=_drawn(_piece(cases, f"cases_{name}")),
        answers=tuple(known.answers),
        hint=getattr(cases, "HINTS", {}).get(name, ""),
        options=known.options,
        prerequisites=_prerequisites(reference, name, graded),
    )


def _piece(module: ModuleType, name: str) -> Any:
    if not hasattr(module, name):
        raise ValueError(
            f"{module.__name__}: got no {name!r}, expected one for the exercise. "
            "Write it."
        )
    return getattr(module, name)


def _prerequisites(
    module: ModuleType, name: str, graded: tuple[str, ...]
) -> tuple[str, ...]:
    """Graded functions that a reference function calls, directly or through others."""
    found: list[str] = []
    queue = [name]
    while queue:
        function = getattr(module, queue.pop(), None)
        if not inspect.isfunction(function):
            continue
        for used in _names(function.__code__):
            if used not in found and used != name and hasattr(module, used):
                queue.append(used)
                found.append(used)
    return tuple(used for used in graded if used in found)


def _names(code: Any) -> set[str]:
    """Global names that a code object reads, its inner functions included."""
    inner = (const for const in code.co_consts if inspect.iscode(const))
    return set(code.co_names).union(*map(_names, inner))
