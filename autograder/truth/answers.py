"""Known answers to an exercise: its solution edited, or whole functions."""

import inspect
import linecache
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.truth.functions import body_text, head_text, without_marks

Function = Callable[..., Any]
Edit = tuple[str, str]


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

    function: Function
    text: str
    correct: bool
    shown: bool = False


class Solution:
    """The solution of an exercise as text, from which its answers are made.

    Parameters
    ----------
    reference : callable
    """

    def __init__(self, reference: Function) -> None:
        text = without_marks(inspect.getsource(reference))
        self.name = reference.__name__
        self.head = head_text(text)
        self.body = body_text(text)
        self.globals = reference.__globals__
        self.arguments = list(inspect.signature(reference).parameters)

    def compiled(self, body: str, place: str) -> Function:
        """A function with the solution's head and another body.

        A body may also be a text of its own that defines the function, and others
        that it needs.

        Parameters
        ----------
        body : str
        place : str
            Where the body stands, for tracebacks.

        Raises
        ------
        ValueError
            When it is no Python, or does not define the function.
        """
        text = f"{body.strip()}\n"
        if f"def {self.name}(" not in f"\n{text}":
            text = f"{self.head}\n{textwrap.indent(text, '    ')}"
        space = dict(self.globals)
        linecache.cache[place] = (len(text), None, text.splitlines(True), place)
        try:
            exec(compile(text, place, "exec"), space)
        except SyntaxError as error:
            raise ValueError(
                f"got {(error.text or '').strip()!r}, which is no Python "
                f"({error.msg}), expected the body of a function. Mend it."
            ) from error
        function: Function = space[self.name]
        return function


def edited(body: str, edits: list[Edit]) -> str:
    """A body with each old text replaced by the new one.

    Raises
    ------
    ValueError
        When an old text does not occur exactly once.
    """
    for old, new in edits:
        count = body.count(old) if old else 0
        if count != 1:
            raise ValueError(
                f"got `{old}` {count} times in the solution, expected once. "
                + ("Give more of the line." if count else "Copy it from the solution.")
            )
        body = body.replace(old, new)
    return body
