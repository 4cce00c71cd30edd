"""Programs of this environment, found even when it is not activated."""

import os
import sysconfig


def find_own_programs() -> None:
    """Put this Python's programs first on the path: nbgrader calls alembic by name."""
    scripts = sysconfig.get_path("scripts")
    found = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in found:
        os.environ["PATH"] = os.pathsep.join([scripts, *found])
