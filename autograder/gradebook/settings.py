"""How a class is graded: `grading.toml`, beside its roster; no file, no change.

allow_unsandboxed = true  # grade where no submission can be shut in

[limits]                  # of autograder/examine/limits.py
call = 20                 # seconds
total = "3 GiB"           # or a number of bytes
"""

import math
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from autograder.errors import Misuse
from autograder.examine.limits import Bytes, Limits
from autograder.examine.terms import Options
from autograder.gradebook.folders import Folders

UNITS = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}
SIZE = re.compile(rf"(\d+(?:\.\d+)?) ?({'|'.join(UNITS)})")
KINDS = {float: "seconds", int: "a whole number", Bytes: 'bytes, or "2 GiB"'}


@dataclass(frozen=True)
class Settings:
    """Settings of one class.

    Parameters
    ----------
    limits : Limits
    allow_unsandboxed : bool
        Grade where no submission can be shut in.
    """

    limits: Limits = Limits()
    allow_unsandboxed: bool = False


def read_settings(folders: Folders) -> Settings:
    """The settings of a class.

    Raises
    ------
    Misuse
        When the file holds what is not understood.
    """
    path = folders.settings
    if not path.exists():
        return Settings()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Misuse(
            f"{path}: got what is no TOML ({error}), expected lines such as "
            "`allow_unsandboxed = true`. Mend it, or take the file away."
        ) from error
    _only_known(path, "settings", found, [field.name for field in fields(Settings)])
    allow = found.get("allow_unsandboxed", False)
    if type(allow) is not bool:
        raise _wrong(path, "allow_unsandboxed", allow, "true or false")
    return Settings(_limits(path, found.get("limits", {})), allow)


def _limits(path: Path, found: Any) -> Limits:
    if not isinstance(found, dict):
        raise _wrong(path, "limits", found, "a table [limits]")
    kinds = {field.name: field.type for field in fields(Limits)}
    _only_known(path, "limits", found, list(kinds))
    changed = {name: _number(x, kinds[name]) for name, x in found.items()}
    for name, number in changed.items():
        if number is None:
            wanted = f"{KINDS[kinds[name]]}, more than 0"  # type: ignore[index]
            raise _wrong(path, f"limits.{name}", found[name], wanted)
    return Limits(**changed)  # type: ignore[arg-type]


def _number(value: Any, kind: Any) -> float | int | None:
    """A limit of its kind; None when it is none."""
    size = SIZE.fullmatch(value) if isinstance(value, str) and kind is Bytes else None
    if size:
        value = int(float(size[1]) * UNITS[size[2]])
    if kind is float and type(value) is int:
        value = float(value)
    right = type(value) is (float if kind is float else int)
    return value if right and value > 0 and math.isfinite(value) else None


def _only_known(path: Path, what: str, found: Any, names: list[str]) -> None:
    for name in found:
        if name not in names:
            raise Misuse(
                f"{path}: got {name!r} in the {what}, expected one of: "
                f"{', '.join(names)}. Take it out, or mend the name."
            )


def _wrong(path: Path, name: str, value: Any, wanted: str) -> Misuse:
    return Misuse(f"{path}: got {name} = {value!r}, expected {wanted}. Mend the line.")


def class_options(folders: Folders, **given: Any) -> Options:
    """Options as given, where not None; the class's settings have the rest."""
    settings = read_settings(folders)
    given = {name: value for name, value in given.items() if value is not None}
    allow = given.pop("allow_unsandboxed", False) or settings.allow_unsandboxed
    return Options(limits=settings.limits, allow_unsandboxed=allow, **given)
