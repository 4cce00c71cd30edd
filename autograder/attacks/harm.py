"""What a kind of damage is, and the tools that harms are made with.

Each kind is a function from the released and solved notebook, as the plain JSON of its
file, to the file that is handed in: a notebook, or the bytes themselves. The outcome
is FULL marks, LOSES one function's marks, or a file that cannot be graded, with a
fragment of the line that says so. `ONE` is the function that most kinds pick on.
"""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import nbformat

from autograder.truth.assignment import load_assignment
from autograder.demo.people import solved
from autograder.paths import released_folder
from autograder.toy import OTHER, STEM

ONE = "accuracy"
Raw = dict[str, Any]
Harm = Callable[[Raw], Raw | list | bytes]
RIGHT = f"def {ONE}(Yhat, Y):\n    return float(np.mean(Yhat == Y))\n"
NOT_PYTHON = "for i in range(3) print(i"


@dataclass(frozen=True)
class Damage:
    """One kind: the harm, the exercises that it may cost, words of the refusal."""

    harm: Harm
    loses: tuple[str, ...] = ()
    refused: str = ""


DAMAGES: dict[str, Damage] = {}


def kind(name: str, loses: str = "", refused: str = "") -> Callable[[Harm], Harm]:
    """Enter a harm into the table; full marks are wanted unless said otherwise."""

    def enter(harm: Harm) -> Harm:
        assert name not in DAMAGES, name
        DAMAGES[name] = Damage(harm, tuple(loses.split()), refused)
        return harm

    return enter


def damaged(name: str) -> bytes:
    """The file with this kind of damage."""
    found = DAMAGES[name].harm(copy.deepcopy(solved_notebook()))
    return found if isinstance(found, bytes) else dump(found)


@cache
def solved_notebook() -> Raw:
    """The released notebook, every exercise cell holding the reference's function."""
    notebook = solved(load_assignment(STEM), nbformat.reads(released(STEM), 4))
    return json.loads(json.dumps(notebook))


def released(stem: str) -> str:
    """A released notebook as text."""
    return (released_folder(stem) / f"{stem}.ipynb").read_text(encoding="utf-8")


def other_week() -> Raw:
    """The notebook of another week, one of whose functions bears a name of ours."""
    return json.loads(released(OTHER))


def dump(raw: Any) -> bytes:
    """The bytes of a file."""
    return json.dumps(raw, indent=1, ensure_ascii=False).encode()


def place(raw: Raw, name: str = ONE, part: str = "exercise") -> int:
    """Where the cell of an exercise stands."""
    ids = [cell.get("id") for cell in raw["cells"]]
    return ids.index(f"{name}-{part}")


def cell_of(raw: Raw, name: str = ONE) -> Raw:
    """The cell in which a function is written."""
    return raw["cells"][place(raw, name)]


def code(source: str) -> Raw:
    """A code cell as some editor writes it."""
    empty = {"metadata": {}, "outputs": [], "execution_count": None}
    return {"cell_type": "code", "source": source, **empty}


def added(source: str, where: int = 3) -> Harm:
    """One more code cell."""

    def harm(raw: Raw) -> Raw:
        raw["cells"].insert(where, code(source))
        return raw

    return harm


def edited(change: Callable[[str], str], name: str = ONE) -> Harm:
    """One function's cell with another source."""

    def harm(raw: Raw) -> Raw:
        cell = cell_of(raw, name)
        cell["source"] = change(cell["source"])
        return raw

    return harm


def each_cell(change: Callable[[Raw], Any]) -> Harm:
    """Something done to every cell."""

    def harm(raw: Raw) -> Raw:
        for cell in raw["cells"]:
            change(cell)
        return raw

    return harm


def each_source(change: Callable[[str], Any]) -> Harm:
    """Every code cell's source written otherwise."""

    def one(cell: Raw) -> None:
        if cell["cell_type"] == "code":
            cell["source"] = change(cell["source"])

    return each_cell(one)


def as_file(change: Callable[[bytes], bytes]) -> Harm:
    """Something done to the bytes of the file."""
    return lambda raw: change(dump(raw))


def top(**changes: Any) -> Harm:
    """Other entries at the top of the file; None takes one away."""

    def harm(raw: Raw) -> Raw:
        return {k: v for k, v in (raw | changes).items() if v is not None}

    return harm


def indented(text: str, by: str = "    ") -> str:
    return "\n".join(by + line for line in text.splitlines())


def stub(name: str = ONE) -> str:
    return f'def {name}(*args):\n    """Doc."""\n    raise NotImplementedError\n'
