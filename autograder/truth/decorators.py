"""The old banks, until the last one is a page."""

from collections.abc import Callable
from typing import Any, TypeVar

from autograder.truth.answers import Answer

Function = TypeVar("Function", bound=Callable[..., Any])


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
    return function.__globals__.setdefault("BANK", [])
