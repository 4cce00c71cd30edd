"""Built files are kept when they differ by rounding, and written when they do not."""

import h5py
import numpy as np
import pytest

from autograder import paths
from autograder.author.release import release
from autograder.tests import toy as toys
from autograder.tests.toy import STEM, offered, shelf, toy
from autograder.truth.assignment import load_assignment
from autograder.truth.freeze import freeze
from autograder.truth.same import read, same_exercises, same_values

__all__ = ["offered", "shelf", "toy"]

VALUE = np.array([1.0, 1e-7, -3.0])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (VALUE, np.nextafter(VALUE, 9)),
        (VALUE, VALUE + [0, 2e-10, 0]),
        (VALUE.astype("f4"), np.nextafter(VALUE.astype("f4"), np.float32(9))),
        (np.array([np.nan, np.inf, 1]), np.array([np.nan, np.inf, 1 + 1e-15])),
        (1 + 1j, 1 + 1j),
        (np.complex128(1 + 1j), np.complex128(1 + 1.0000000001j)),
        ([1, "a", None, (0.1 + 0.2,)], [1, "a", None, (0.3,)]),
    ],
)
def test_rounding_makes_no_difference(a, b):
    assert same_values(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (VALUE, VALUE + [0, 4e-9, 0]),
        (VALUE, VALUE.astype("f4")),
        (VALUE, VALUE[None]),
        (VALUE, list(VALUE)),
        (np.array([np.nan, 1]), np.array([1, np.nan])),
        (np.array([np.inf, 1]), np.array([-np.inf, 1])),
        (np.array([1, 2]), np.array([1, 3])),
        (np.array(["ab"]), np.array(["ac"])),
        (1.0, 1),
        (True, 1),
        ((1.0,), [1.0]),
        ([1.0], [1.0, 1.0]),
        (1e-17, -3e-17),
        ({"value": 2e-5}, {"value": 2.000001e-5}),
        (7, 8),
        ({"a": 1, "b": 1}, {"b": 1, "a": 1}),
        ("Divide by m.", "Divide by n."),
    ],
)
def test_everything_else_does(a, b):
    assert not same_values(a, b)


@pytest.mark.parametrize(
    ("a", "b", "slack", "width"),
    [
        (1e-17, -3e-17, 1e-16, 8),  # what is left of two numbers that cancel
        ([0.0, 5.0], [1e-9, 5.0], [1e-8, 0.0], 8),  # a slope between two nudges
        (0.25, 0.2500001, 0.0, 4),  # a Python number from single precision
        (np.array([1.0, 1e-9]), np.array([1.0, 2e-9]), np.array([1e-9, 0]), 8),
    ],
)
def test_what_is_allowed_is_measured(a, b, slack, width):
    assert same_values(a, b, slack, width)
    assert not same_values(a, b)


def moved(path, factor):
    """Multiply the numbers of one array of a file; its new bytes."""
    with h5py.File(path, "r+") as file:
        found: list = []
        file.visititems(lambda name, node: found.append(node))
        floats = [n for n in found if getattr(n, "dtype", np.dtype(int)).kind == "f"]
        wide = next(n for n in floats if n.dtype == float and n.shape and n[...].any())
        wide[...] = wide[...] * factor
    return path.read_bytes()


def test_a_damaged_file_is_never_the_same(toy):
    whole = paths.outputs_file(STEM).read_bytes()
    assignment = load_assignment(STEM)
    assert same_exercises(whole, whole, assignment)
    assert not same_exercises(whole[:-100], whole, assignment)
    assert not same_exercises(b"", whole, assignment)


def test_freeze_keeps_what_another_processor_wrote(toy):
    path = paths.outputs_file(STEM)
    other = moved(path, 1 + 1e-15)
    freeze(load_assignment(STEM))
    assert path.read_bytes() == other
    assert moved(path, 1 + 1e-6) != other
    freeze(load_assignment(STEM))
    assert same_exercises(path.read_bytes(), other, load_assignment(STEM))


def test_freeze_writes_what_has_changed(toy):
    path = paths.outputs_file(STEM)
    old, digest = path.read_bytes(), paths.digest_file(STEM).read_text()
    toy.write(f"source/{STEM}/reference.py", toys.REFERENCE.replace("2.0)", "3.0)"))
    freeze(load_assignment(STEM))
    assert not same_exercises(path.read_bytes(), old, load_assignment(STEM))
    assert "by hand: (2,) sum 8" in digest
    assert "by hand: (2,) sum 12" in paths.digest_file(STEM).read_text()


def test_freeze_keeps_the_other_exercises_of_what_has_changed(toy):
    path = paths.outputs_file(STEM)
    moved(path, 1 + 1e-15)
    old = read(path.read_bytes())[1]
    toy.write(f"source/{STEM}/reference.py", toys.REFERENCE.replace("2.0)", "3.0)"))
    freeze(load_assignment(STEM))
    new = read(path.read_bytes())[1]
    assert repr(old["double"]) != repr(new["double"])
    sums = [x["centre"]["cases"][0]["case"]["sums"].tobytes() for x in (old, new)]
    assert sums[0] == sums[1]  # the one that was moved


def test_release_keeps_what_another_processor_wrote(offered):
    path = paths.RELEASE / STEM / "checks.h5"
    other = moved(path, 1 + 1e-15)
    release(STEM, force=True)
    assert path.read_bytes() == other
    moved(path, 1 + 1e-6)
    assert release(STEM)
    assert path.read_bytes() == (paths.built_folder(STEM) / "checks.h5").read_bytes()
    assert same_exercises(path.read_bytes(), other, load_assignment(STEM))
