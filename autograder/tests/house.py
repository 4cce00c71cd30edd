"""The house as its imports draw it: rooms, arrows, floors.

`python -m autograder.tests.house` prints it, the top floor first.
"""

import ast
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from autograder.paths import ROOT

# From the ground upwards: a room imports from itself and from rooms named before it.
HOUSE = (
    "helpers.swap",
    "helpers.checks.values",
    "helpers.checks.judging",
    "helpers.checks",
    "helpers.notebook",
    "helpers.plots",
    "helpers.datasets",
    "helpers.autodiff",
    "helpers.canvas",
    "helpers.widgets",
    "helpers.figures",
    "helpers",
    "source",
    "autograder.errors",
    "autograder.paths",
    "autograder.programs",
    "autograder.version",
    "autograder.truth",
    "autograder.examine.worker",
    "autograder.examine",
    "autograder.gradebook",
    "autograder.author",
    "autograder.toy",
    "autograder.demo",
    "autograder.attacks",
    "autograder.benchmarks",
    "autograder",
)
# What is used from outside comes through the door: the package's __init__.
DOORS = ("helpers.checks.values", "helpers.checks.judging", "helpers.notebook")
Graph = dict[str, set[str]]


def files() -> list[Path]:
    """Every module of the course but its tests."""
    found = (p for top in ("helpers", "source", "autograder") for p in _below(top))
    return [p for p in found if "tests" not in p.parts and "test_" not in p.name]


def _below(top: str) -> Iterator[Path]:
    return (path.relative_to(ROOT) for path in sorted((ROOT / top).rglob("*.py")))


def module_name(path: Path) -> str:
    """Dotted name of a file, given below the root."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, known: set[str]) -> set[str]:
    """Modules of the course that a file imports, inside its functions too."""
    home = path.parent.parts
    found = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            up = home[: len(home) - node.level + 1] if node.level else ()
            base = ".".join([*up, *filter(None, [node.module])])
            names = {f"{base}.{alias.name}" for alias in node.names}
            found |= {name for name in names if name in known}
            found |= {base} if names - known else set()
    return (found & known) - {module_name(path)}


def modules() -> Graph:
    """Each module with those that it imports."""
    known = {module_name(path) for path in files()}
    return {module_name(path): imports(path, known) for path in files()}


def room_of(module: str) -> str:
    """The innermost room that holds a module; empty when none does."""
    homes = [room for room in HOUSE if f"{module}.".startswith(f"{room}.")]
    return max(homes, key=len, default="")


def rooms(graph: Graph) -> Graph:
    """Each room with the others that it imports from."""
    found: Graph = {room_of(module): set() for module in graph}
    for module, used in graph.items():
        found[room_of(module)] |= {room_of(name) for name in used} - {room_of(module)}
    return found


def circle(graph: Graph) -> list[str]:
    """Modules that import each other in a circle; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def upward(graph: Graph) -> list[str]:
    """Imports that lead from a room to one that stands above it."""
    return [
        f"{module} imports {name}"
        for module, used in graph.items()
        for name in sorted(used)
        if HOUSE.index(room_of(name)) > HOUSE.index(room_of(module))
    ]


def past_the_door(graph: Graph) -> list[str]:
    """Imports from outside that reach into a package with a door."""
    return [
        f"{module} imports {name}"
        for module, used in graph.items()
        for name in sorted(used)
        for door in DOORS
        if name.startswith(f"{door}.") and not f"{module}.".startswith(f"{door}.")
    ]


def floors(graph: Graph) -> Iterable[list[str]]:
    """Rooms by floors, from the ground upwards."""
    order = TopologicalSorter(graph)
    order.prepare()
    while order.is_active():
        ready = sorted(order.get_ready(), key=HOUSE.index)
        yield ready
        order.done(*ready)


if __name__ == "__main__":
    for number, floor in reversed(list(enumerate(floors(rooms(modules()))))):
        print(f"{number}  {', '.join(floor)}")
