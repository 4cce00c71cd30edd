"""The version of the course, as pyproject.toml says it."""

import tomllib
from functools import cache

from autograder.paths import ROOT


@cache
def course_version() -> str:
    """The version under which the course was released, like ``"1.0.0"``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
