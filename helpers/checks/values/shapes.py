"""Shapes that a docstring promises: ``X : ndarray of shape (n_x, m)``."""

import inspect
import re

ENTRY = re.compile(r"^(\w+(?:, \w+)*) : (.+)$")
SHAPE = re.compile(r"of shape \(([^)]*)\)")
HEADING = re.compile(r"^(\w[\w ]*)\n-{3,}$", re.MULTILINE)

Symbols = tuple[str, ...]


def result_shapes(docstring: str | None) -> list[tuple[str, Symbols | None]]:
    """Shape symbols of the results, in their order."""
    return _entries(docstring, "Returns")


def _entries(docstring: str | None, section: str) -> list[tuple[str, Symbols | None]]:
    found = []
    for line in _section(inspect.cleandoc(docstring or ""), section).splitlines():
        entry = ENTRY.match(line)
        if entry:
            shape = SHAPE.search(entry[2])
            symbols = _symbols(shape[1]) if shape else None
            found += [(name, symbols) for name in entry[1].split(", ")]
    return found


def _section(text: str, name: str) -> str:
    parts = HEADING.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(name, "")


def _symbols(text: str) -> Symbols:
    return tuple(part.strip() for part in text.split(",") if part.strip())
