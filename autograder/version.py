"""The course's version: pyproject.toml is where it is written."""

import tomllib
from functools import cache

from autograder.paths import ROOT


@cache
def course_version() -> str:
    """Version of the course, like ``"1.0.0"``; its tag has a v before it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
