"""The pins with what we ask for ourselves at its lower bound: see `make lowest`."""

import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder import paths

TOOLS = ("dev", "oracle")  # they are pinned, and nobody else brings them


def lower_bounds() -> dict[str, str]:
    """Version from which each direct dependency is admitted, by normal name."""
    text = (paths.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    extras = project["optional-dependencies"].items()
    groups = [listed for name, listed in extras if name not in TOOLS]
    found = [Requirement(t) for g in (project["dependencies"], *groups) for t in g]
    return {
        canonicalize_name(requirement.name): bound.version
        for requirement in found
        for bound in requirement.specifier
    }


def lowest_pins() -> list[str]:
    """Constraints: what we ask for at its bound, the rest no newer than its pin."""
    bounds = lower_bounds()
    lines = (paths.ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    names = [(line, canonicalize_name(line.split("==")[0])) for line in lines]
    return [
        f"{name}=={bounds[name]}" if name in bounds else line.replace("==", "<=")
        for line, name in names
    ]


if __name__ == "__main__":
    print("\n".join(lowest_pins()))
