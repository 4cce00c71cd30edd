"""The course's version: pyproject.toml is where it is written."""

import tomllib

from autograder import paths


def course_version() -> str:
    """Version of the course, as in its tag without the v."""
    text = (paths.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])
