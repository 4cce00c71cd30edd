"""What a check is made of: one call with its arguments, and what it shows."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Source:
    """A function argument, given as the source text of one expression.

    Parameters
    ----------
    text : str
        For example ``"lambda a: a**2"``; NumPy is known as ``np``.
    """

    text: str


@dataclass(frozen=True)
class Rng:
    """A random generator argument, made anew from its seed at each call."""

    seed: int


@dataclass(frozen=True)
class Case:
    """One call of a graded function.

    Parameters
    ----------
    title : str
        The property that the call shows, as a learner reads it. Cases with one
        title form one group: one line of the card.
    args : dict
        Keyword arguments: numbers, strings, arrays, and lists, tuples and dicts
        of them, `Source` and `Rng`.
    visible : bool
        Shown in the notebook as well; every other case is hidden.
    core : bool
        The plain general case: no points at all unless it passes.
    alias : bool
        The result may share memory with an argument.
    """

    title: str
    args: dict[str, Any] = field(default_factory=dict)
    visible: bool = False
    core: bool = False
    alias: bool = False
