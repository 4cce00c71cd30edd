"""The page of known answers, `answers.md`: mistakes as edits, each with its lesson.

    ## function
    also: none, changes x

    - `old` → `new`
      What this mistake teaches.

    - ```python
      return x + x
      ```
      right: as a sum

An item is one answer: edits of the solution, the last ones of which may stand on lines
of their own; or a whole body in a fence; or `family: ...`. `of: as a sum`, as the first
line, edits that right answer instead. A message after `bug: ` is that of the stub in a
bug hunt, `right: ` says how a right answer is written. `also:` names families, which
come after the items. A function of questions has `### question` headings, and items
`- a: remark`.
"""

import re
import textwrap
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from autograder.truth.answers import Answer, Solution, edited
from autograder.truth.families import find_family

Options = dict[str, dict[str, str]]

EDIT = re.compile(r"`([^`]+)` → (?:`([^`]+)`|nothing)(?:\n|\Z)")
FENCE = re.compile(r"```python\n(.*?)\n```(?:\n|\Z)", re.DOTALL)
FAMILY = re.compile(r"family: (.+)(?:\n|\Z)")
OF = re.compile(r"of: (.+)\n")
ALSO = re.compile(r"also: (.+)")
MARK = re.compile(r"^[ ]*([-+*>]|\d+[.)]) ", re.MULTILINE)
OPTION = re.compile(r"([a-z]): (.+)", re.DOTALL)


@dataclass
class Section:
    """What a page says of one function.

    Parameters
    ----------
    answers : list of Answer
    options : dict
        For questions: question -> letter -> remark. Else empty.
    """

    answers: list[Answer] = field(default_factory=list)
    options: Options = field(default_factory=dict)


@dataclass(frozen=True)
class Block:
    """Some lines of a page, and the number of the first."""

    line: int
    text: str

    def split(self, mark: str) -> Iterator["Block"]:
        """Parts that begin with a mark at the start of a line, without it."""
        head, *parts = re.split(rf"^{mark} ", self.text, flags=re.MULTILINE)
        line = self.line + head.count("\n")
        for part in parts:
            yield Block(line, part)
            line += part.count("\n")


def read_page(path: Path, reference: ModuleType) -> dict[str, Section]:
    """The sections of a page, by the names of their functions.

    Raises
    ------
    FileNotFoundError, ValueError
        When there is no page, or a part of it is not understood; the message says
        where and what to do.
    """
    where = f"source/{path.parent.name}/{path.name}"
    if not path.exists():
        raise FileNotFoundError(
            f"{where}: got no such file, expected the page of known answers. Write a "
            "section `## function` for each exercise; CONTRIBUTING.md has the form."
        )
    sections: dict[str, Section] = {}
    for block in Block(1, path.read_text(encoding="utf-8")).split("##"):
        name = block.text.partition("\n")[0].strip()
        with _at(f"{where}:{block.line}"):
            if name in sections or not callable(getattr(reference, name, None)):
                raise ValueError(
                    f"got the section {name!r}, expected one section for each function "
                    "of the reference. Mend the heading."
                )
        reader = _Reader(where, Solution(getattr(reference, name)))
        sections[name] = reader.read(block)
    return sections


@contextmanager
def _at(place: str) -> Iterator[None]:
    """Complaints begin with the place that they are about."""
    try:
        yield
    except ValueError as error:
        raise ValueError(f"{place}, {error}") from error


def _joined(text: str) -> str:
    """A message in one line."""
    if marked := MARK.search(text):
        raise ValueError(
            f"got a line of a message that begins with {marked[1]!r}, which Markdown "
            "takes for a list or a quotation. Break the lines elsewhere."
        )
    return " ".join(text.split())


def _unread(text: str) -> ValueError:
    """The complaint about an item that is of no known form."""
    first = text.partition("\n")[0]
    wanted = "`old` → `new`, a body in a fence, or `family: ...`, each on its line"
    if first.startswith("```"):
        wanted = "a fence from ```python to ```, all of it indented by two blanks"
    return ValueError(f"got {first!r}, expected {wanted}. Mend the item.")


class _Reader:
    """Reads the section of one function.

    Parameters
    ----------
    where : str
        The page, as complaints name it.
    solution : Solution
    """

    def __init__(self, where: str, solution: Solution) -> None:
        self.where = where
        self.solution = solution
        self.bodies = {"": solution.body}  # how a right answer is written -> its body
        self.answers: list[Answer] = []

    def read(self, block: Block) -> Section:
        """Answers and options, those of families last."""
        options = {}
        for part in block.split("###"):
            question = part.text.partition("\n")[0].strip()
            options[question] = dict(map(self._option, part.split("-")))
        if not options:
            for item in block.split("-"):
                with self._place(item):
                    self._read_item(item)
        head = block.text.partition("\n- ")[0].partition("\n###")[0]
        with self._place(block):
            for words in self._also(head):
                self._add_family(words, "", block.line)
        return Section(self.answers, options)

    def _place(self, block: Block) -> AbstractContextManager[None]:
        return _at(f"{self.where}:{block.line}, {self.solution.name}")

    def _also(self, head: str) -> list[str]:
        """Families that the head of a section names."""
        words = " ".join(head.split()[1:])
        if not words:
            return []
        match = ALSO.fullmatch(words)
        if not match:
            raise ValueError(
                f"got {words[:60]!r}, expected items `- ...` or a line `also: ...` "
                "below the heading. Mend it."
            )
        return [word.strip() for word in match[1].split(",")]

    def _option(self, item: Block) -> tuple[str, str]:
        match = OPTION.fullmatch(" ".join(item.text.split()))
        with self._place(item):
            if not match:
                raise ValueError(
                    f"got {item.text.strip()[:60]!r}, expected `- a: remark`. Mend it."
                )
            return match[1], match[2]

    def _read_item(self, item: Block) -> None:
        text = textwrap.dedent(f"  {item.text}").strip()
        of = OF.match(text)
        text = text[of.end() :] if of else text
        body = self._body_of(of[1] if of else "")
        if family := FAMILY.match(text):
            words = _joined(text[family.end() :])
            self._add_family(family[1], words, item.line)
            return
        if fence := FENCE.match(text):
            body, text = fence[1], text[fence.end() :]
        else:
            edits = []
            while match := EDIT.match(text):
                edits.append((match[1], match[2] or ""))
                text = text[match.end() :]
            if not edits:
                raise _unread(text)
            body = edited(body, edits)
        self._add(body, _joined(text), f"{item.line}")

    def _body_of(self, how: str) -> str:
        if how not in self.bodies:
            known = ", ".join(filter(None, self.bodies)) or "none yet"
            raise ValueError(
                f"got `of: {how}`, expected a right answer above it ({known}). Mend "
                "the name, or move the item down."
            )
        return self.bodies[how]

    def _add(self, body: str, text: str, place: str) -> None:
        kind, _, rest = text.partition(": ")
        correct, shown = kind == "right", kind == "bug"
        text = rest if correct or shown else text
        if not text:
            raise ValueError(
                "got an answer without a message, expected what it teaches, or "
                "`right: ` and how it is written. Add it."
            )
        function = self.solution.compiled(body, f"<{self.where}:{place}>")
        if correct:
            self.bodies[text] = body
        self.answers.append(Answer(function, text, correct, shown))

    def _add_family(self, words: str, text: str, line: int) -> None:
        family, argument = find_family(words, self.solution)
        usual = family.text.format(argument=argument)
        text = text or (f"right: {usual}" if family.correct else usual)
        self._add(family.body(self.solution, argument), text, f"{line} {words}")
