"""The corpus: attacks and mishaps as notebooks, each with the outcome that is wanted.

A case is the toy week, solved as in the reference, with something done to it: a cell
that runs first, another body for one function, cells at the end, or the whole file
changed. What is wanted is said in full: which functions lose their
points, what the verdict says, whether a human must be told, and where it cannot be
stopped. Words between @ signs are filled in by `world.World`: what is worth stealing.
"""

import copy
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.attacks.harm import ONE, Raw, cell_of, code, dump, solved_notebook
from autograder.demo.answers import spoilt
from autograder.toy import STEM
from autograder.truth.assignment import load_assignment

SHUT = ("namespaces", "landlock")
NAMESPACES = ("namespaces",)
QUICK = {"call": 2.0, "cell": 2.0, "exercise": 8.0, "grace": 0.5, "notebook": 40.0}
Harm = Callable[[Raw], Raw | bytes]


@dataclass(frozen=True)
class Attack:
    """One case.

    Parameters
    ----------
    number : int
        Of SANDBOX section 5 up to 46, our own above.
    name, tries : str
        `tries` completes "It tries to ..." or, for a mishap, "It happens that ...".
    first : str
        Code that runs before all else, in lean as in full runs.
    bodies : dict
        Function -> another body.
    cells : tuple of str
        Cells at the end; only full runs and searches come to them.
    harm : callable
        Something done to the whole file.
    loses : tuple of str
        Functions that get no points; all others get all of theirs.
    says : str
        A fragment of the verdict or of the executed notebook.
    flag : bool
        Whether the verdict must tell a human, under the case's number.
    refused : str
        A fragment of the remark where there is nothing to grade.
    mode : {"lean", "full"}
    stopped_by : tuple of str
        Tiers that stop it; empty for all. Elsewhere it is not run.
    limits : dict
        Other limits than `QUICK`.
    slow : bool
        It must use up a limit of several seconds.
    """

    number: int
    name: str
    tries: str
    first: str = ""
    bodies: dict[str, str] = field(default_factory=dict)
    cells: tuple[str, ...] = ()
    harm: Harm | None = None
    loses: tuple[str, ...] = (ONE,)
    says: str = ""
    flag: bool = False
    refused: str = ""
    mode: str = "lean"
    stopped_by: tuple[str, ...] = ()
    limits: dict[str, Any] = field(default_factory=dict)
    slow: bool = False

    def notebook(self, fill: Callable[[str], str]) -> bytes:
        """The file that is handed in."""
        raw, week = copy.deepcopy(solved_notebook()), load_assignment(STEM)
        for name, body in self.bodies.items():
            cell_of(raw, name)["source"] = spoilt(week[name], clean(fill(body)))
        if self.first:
            raw["cells"].insert(2, code(at_once(fill(self.first))))
        raw["cells"] += [code(clean(fill(cell))) for cell in self.cells]
        found = self.harm(raw) if self.harm else raw
        return found if isinstance(found, bytes) else dump(found)


ATTACKS: dict[str, Attack] = {}


def attack(number: int, name: str, tries: str, call: str = "", **wanted: Any) -> None:
    """Enter a case; `call` is the body of the function that most cases pick on."""
    assert name not in ATTACKS, name
    bodies = wanted.pop("bodies", {}) | ({ONE: call} if call else {})
    ATTACKS[name] = Attack(number, name, tries, bodies=bodies, **wanted)


def also(name: str, of: str, **changes: Any) -> None:
    """Enter a case that differs from another in a few things."""
    assert name not in ATTACKS, name
    if "call" in changes:
        changes["bodies"] = {ONE: changes.pop("call")}
    ATTACKS[name] = replace(ATTACKS[of], name=name, **changes)


def clean(text: str) -> str:
    """Source as it stands in a cell."""
    return textwrap.dedent(text).strip("\n")


def indented(text: str) -> str:
    return textwrap.indent(clean(text), "    ")


def at_once(text: str) -> str:
    """Code that every run comes to, because all functions need NumPy."""
    done = "import numpy as np\nnp.attacked = _attack()"
    return f"def _attack():\n{indented(text)}\n\n{done}"


def steal(text: str) -> str:
    """A body that looks for secrets and says what it found; each line is one try."""
    tries = "\n".join(f"look(lambda: {line})" for line in clean(text).splitlines())
    return STEAL.replace("TRIES", tries)


STEAL = """\
import glob, os, re, sys
found, tries = [], []
def look(act):
    tries.append(act)
    try:
        found.extend(re.findall("CANARY-[0-9a-f]{32}", str(act())))
    except Exception:
        pass
def read(path):
    with open(path, "rb") as file:
        return file.read(2**24)
def every(pattern):
    return [read(p) for p in glob.glob(pattern, recursive=True) if os.path.isfile(p)]
TRIES
raise RuntimeError(f"loot: {sorted(set(found))} in {len(tries)} tries")
"""
