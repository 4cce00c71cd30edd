"""Every throw of the global dice is seen, and nothing else."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from helpers.checks.values import dice_state


@pytest.fixture(autouse=True)
def _dice_put_back() -> Iterator[None]:
    ours, theirs = np.random.get_state(), random.getstate()
    yield
    np.random.set_state(ours)
    random.setstate(theirs)


THROWS: dict[str, Callable[[], object]] = {
    "uniform": lambda: np.random.random(),
    "normal": lambda: np.random.randn(),
    "permutation": lambda: np.random.permutation(3),
    "a whole turn of the twister": lambda: np.random.bytes(4 * 624),
    "seed": lambda: np.random.seed(5),
    "python": lambda: random.random(),
    "python's normal": lambda: random.gauss(0, 1),
}


@pytest.mark.parametrize("name", THROWS)
@pytest.mark.parametrize("normals", [0, 1, 2], ids=lambda n: f"after {n} normals")
def test_a_throw_changes_the_state(name: str, normals: int) -> None:
    np.random.seed(1)
    np.random.randn(normals)
    before = dice_state()
    THROWS[name]()
    assert dice_state() != before


@pytest.mark.parametrize("normals", [0, 1], ids=["none kept", "a normal kept"])
def test_what_throws_nothing_changes_nothing(normals: int) -> None:
    np.random.seed(2)
    np.random.randn(normals)
    before = dice_state()
    np.random.default_rng(3).normal(size=5)
    np.random.random(0)
    assert dice_state() == before


def test_the_kept_normal_is_seen_when_it_is_taken() -> None:
    """Its throw reads no new number; only the record that one is kept changes."""
    np.random.seed(3)
    np.random.randn()
    kept = dice_state()
    np.random.randn()
    assert dice_state() != kept


def test_other_dice_may_take_their_place() -> None:
    before = dice_state()
    dice: Any = np.random
    mine = dice.get_bit_generator()
    dice.set_bit_generator(np.random.PCG64(1))
    try:
        other = dice_state()
        assert other != before
        np.random.random()
        assert dice_state() != other
    finally:
        dice.set_bit_generator(mine)
    assert dice_state() == before
