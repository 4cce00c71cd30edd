"""A tiny course in a folder of its own, for the tests of the build."""

import importlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder import paths
from autograder.truth.assignment import load_assignment
from autograder.truth.freeze import freeze

STEM = "c7w1_toy"
LATER = "c7w2_later"
PARTS = paths.WRITTEN

TEXT = """# %% [markdown] story="twice" writes="doubles"
# # Toy
# We double, and we choose.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c7w1_toy")

# %% [markdown]
# ## 1. Double
# Twice as much: $y = 2x$.

# %% tags=["exercise"]
from source.c7w1_toy.reference import double

# %% tags=["checks"] points=40
check(double)

# %% [markdown]
# ## 2. Hunt

# %% tags=["exercise"]
from source.c7w1_toy.reference import centre

# %% tags=["checks"] points=40
check(centre)

# %% [markdown]
# ## 3. Choose
# Which is larger? a) 1 b) 2 c) neither

# %% tags=["exercise"]
from source.c7w1_toy.reference import decisions

# %% tags=["checks"] points=20
check(decisions)
"""

REFERENCE = '''"""Doubling and more."""

import numpy as np

TWO = 2.0

def _times(x, factor):
    """A multiple of x."""
    return x * factor


def double(x):
    """Twice as much.

    Parameters
    ----------
    x : ndarray of shape (n,)

    Returns
    -------
    y : ndarray of shape (n,)
    """
    ### BEGIN SOLUTION
    weights = np.full(x.shape, 2.0)  # one 2 per entry
    return weights * x
    ### END SOLUTION


def quadruple(x):
    """Four times as much.

    Parameters
    ----------
    x : ndarray of shape (n,)

    Returns
    -------
    y : ndarray of shape (n,)
    """
    return double(_times(x, TWO))


def centre(x):
    """Move the mean to 0.

    Parameters
    ----------
    x : ndarray of shape (n,)

    Returns
    -------
    y : ndarray of shape (n,)
    """
    ### BEGIN SOLUTION
    middle = np.sum(x) / x.shape[0]
    return x - middle
    ### END SOLUTION


def decisions():
    """Letters of the right options.

    Returns
    -------
    answers : dict
    """
    ### BEGIN SOLUTION
    return {"larger": "b"}
    ### END SOLUTION
'''

CASES = '''"""Inputs of the toy."""

import numpy as np

from helpers.checks import Case

HINTS = {"double": "How often x? 2x"}


def _vectors(rng):
    yield Case("by hand", {"x": np.array([1.0, 3.0])}, visible=True)
    yield Case("random values", {"x": rng.normal(size=7)}, core=True)
    yield Case("random values", {"x": rng.normal(size=9) + 2}, core=True)


cases_double = cases_centre = _vectors


def cases_decisions(rng):
    yield Case("answers", {})
'''

ANSWERS = """# Answers to the toy

## double

- ```python
  return x + 0
  ```
  This is x itself: multiply by 2.

- ```python
  return x + x
  ```
  right: as a sum

## centre

- ```python
  # the middle of all values
  middle = x.mean()

  return x - np.median(x)
  ```
  bug: middle is computed but not used: subtract it.

- ```python
  return x - x.mean()
  ```
  right: with mean

## decisions

### larger

- a: 1 is less.
- b: Yes.
- c: No.
"""

LATER_TEXT = """# %% [markdown] story="later" writes="four times"
# # Later

# %% tags=["given"]
from source.c7w1_toy.reference import quadruple

# %%
from helpers.notebook import open_checks

check, progress = open_checks("c7w2_later")

# %% tags=["exercise"]
from source.c7w2_later.reference import halve

# %% tags=["checks"] points=100
check(halve)
"""

LATER_REFERENCE = '''"""Halving."""


def halve(x):
    """Half as much.

    Parameters
    ----------
    x : ndarray of shape (n,)

    Returns
    -------
    y : ndarray of shape (n,)
    """
    ### BEGIN SOLUTION
    half = x / 2.0
    return half + 0.0
    ### END SOLUTION
'''

LATER_CASES = CASES.replace("cases_double = cases_centre", "cases_halve")
LATER_ANSWERS = "# Answers\n"


@dataclass(frozen=True)
class Toy:
    """The toy course's folder, and a way to write into it."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        """Write one file, given by its path in the course, and forget old modules."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        forget()
        return path

    def write_stem(self, stem: str, text: str, *modules: str) -> None:
        """Write the text, reference, cases and answers of one assignment."""
        notes = paths.notes_file(stem).relative_to(self.root)
        self.write(str(notes), f"# Notes of {stem}\n")
        for part, content in zip(PARTS, (text, *modules), strict=True):
            self.write(f"source/{stem}/{part}", content)


def forget() -> None:
    """Drop what was loaded from texts and modules that may have changed."""
    load_assignment.cache_clear()
    for name in [n for n in sys.modules if ".c7w" in n or n.startswith("c7w")]:
        del sys.modules[name]
    importlib.invalidate_caches()


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Toy]:
    """A course of two tiny assignments, frozen; all paths lead there."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    for name in ("SOURCE", "RELEASE", "COURSE", "HELPERS", "GRADING"):
        (tmp_path / name.lower()).mkdir()
        monkeypatch.setattr(paths, name, tmp_path / name.lower())
    monkeypatch.setattr(paths, "BUILT", tmp_path / "grading" / "built")
    monkeypatch.setenv("COURSE_GRADING", str(tmp_path / "grading"))
    monkeypatch.setenv("COURSE_RELEASE", str(tmp_path / "release"))
    # nbgrader starts a program to learn this word; a second for each new gradebook.
    monkeypatch.setattr("nbgrader.api.get_alembic_version", lambda: "toy")
    package = importlib.import_module("source")
    monkeypatch.setattr(package, "__path__", [str(tmp_path / "source")])
    course = Toy(tmp_path)
    course.write_stem(STEM, TEXT, REFERENCE, CASES, ANSWERS)
    course.write_stem(LATER, LATER_TEXT, LATER_REFERENCE, LATER_CASES, LATER_ANSWERS)
    for stem in (STEM, LATER):
        freeze(load_assignment(stem))
    yield course
    forget()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Where the first released toy is kept for the tests that only look at one."""
    return tmp_path_factory.mktemp("shelf") / "course"


@pytest.fixture
def offered(toy, shelf):
    """A released toy, made once and copied."""
    if not shelf.exists():
        from autograder.author.release import release

        release(STEM)
        shutil.copytree(toy.root, shelf)
    shutil.copytree(shelf, toy.root, dirs_exist_ok=True)
    return toy
