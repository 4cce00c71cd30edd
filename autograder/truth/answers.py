"""Banks of answers: wrong ones that must lose points, right ones that must not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Answer:
    """One answer of a bank: a function, and what is known about it.

    Parameters
    ----------
    function : callable
        Named like the graded function that it answers.
    text : str
        For a wrong answer the message that it must trigger; for a right one how
        it is written.
    correct : bool
    shown : bool
        The bug that the learner meets in the stub of a bug hunt.
    """

    function: Callable[..., Any]
    text: str
    correct: bool
    shown: bool = False


def wrong(message: str, *, shown: bool = False) -> Callable[[Function], Function]:
    """Put the decorated function into its module's bank, as a wrong answer."""

    def keep(function: Function) -> Function:
        _bank(function).append(Answer(function, message, correct=False, shown=shown))
        return function

    return keep


def right(how: str) -> Callable[[Function], Function]:
    """Put the decorated function into its module's bank, as a right answer."""

    def keep(function: Function) -> Function:
        _bank(function).append(Answer(function, how, correct=True))
        return function

    return keep


def _bank(function: Callable[..., Any]) -> list[Answer]:
    bank: list[Answer] = function.__globals__.setdefault("BANK", [])
    return bank
