"""How to grade: what the command says, and the settings of the class."""

from dataclasses import dataclass, fields
from typing import Any

from autograder.examine.limits import Limits
from autograder.gradebook.folders import Folders
from autograder.gradebook.settings import read_settings

USUAL = Limits()


@dataclass(frozen=True)
class Options:
    """How to grade.

    Parameters
    ----------
    mode : {"lean", "full"}
    force : bool
        Examine again what has a verdict already.
    jobs : int
        Submissions at once, 0 for one per core.
    scheduler : str
        Address of a dask scheduler, else empty.
    allow_lower : bool
        Let marks fall when the assignment or the examiner has changed.
    limits : Limits
    isolation : str
        How rooms must be shut, one of `tiers.TIERS`; empty for the best way there.
    allow_unsandboxed : bool
        Grade where no room can be shut.
    """

    mode: str = "lean"
    force: bool = False
    jobs: int = 0
    scheduler: str = ""
    allow_lower: bool = False
    limits: Limits = USUAL
    isolation: str = ""
    allow_unsandboxed: bool = False

    @property
    def changed_limits(self) -> dict[str, float]:
        """Limits that are not the usual ones."""
        pairs = ((f.name, getattr(self.limits, f.name)) for f in fields(Limits))
        return {name: x for name, x in pairs if x != getattr(USUAL, name)}

    @property
    def terms(self) -> dict[str, Any]:
        """What an examination needs to know of it, as plain data."""
        return {
            "limits": self.changed_limits,
            "isolation": self.isolation,
            "allow_unsandboxed": self.allow_unsandboxed,
        }


def options_of(terms: dict[str, Any]) -> Options:
    """Options from their terms."""
    return Options(**terms | {"limits": Limits(**terms.get("limits", {}))})


def class_options(folders: Folders, **given: Any) -> Options:
    """Options as given, where not None; the class's settings have the rest."""
    settings = read_settings(folders)
    given = {name: value for name, value in given.items() if value is not None}
    allow = given.pop("allow_unsandboxed", False) or settings.allow_unsandboxed
    return Options(limits=settings.limits, allow_unsandboxed=allow, **given)
