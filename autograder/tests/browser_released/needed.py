"""Which cells of a notebook must run before some of them can."""

import ast
from collections.abc import Callable


def needed(sources: list[str], wanted: Callable[[str], bool]) -> list[int]:
    """Places of the wanted cells and of all that make what they read, in order.

    A cell is taken when it makes a name that a taken cell below it reads.
    """
    missing: set[str] = set()
    kept = []
    for place in reversed(range(len(sources))):
        made, read = names(sources[place])
        if wanted(sources[place]) or made & missing:
            kept.append(place)
            missing |= read
    return kept[::-1]


def names(source: str) -> tuple[set[str], set[str]]:
    """Names that a cell makes, and those that it reads."""
    made, read = set(), set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                read.add(name)
            case ast.Name(id=name) | ast.FunctionDef(name=name):
                made.add(name)
            case ast.ClassDef(name=name):
                made.add(name)
            case ast.alias(name=name, asname=other):
                made.add(other or name.partition(".")[0])
    return made, read
