"""How submissions are examined: limits, how a room is shut, how many at once."""

from dataclasses import dataclass, fields
from typing import Any

from autograder.errors import Misuse
from autograder.examine import tiers
from autograder.examine.limits import Limits

REFUSED = (
    "grade: got no way to shut a submission in on this machine, expected one. The "
    "learners' code would run with your rights: it could read and change the "
    "gradebook, other submissions and your own files, and use the network. Grade on "
    "Linux: in WSL2, a virtual machine or a container (`python -m autograder doctor` "
    "says what is missing here). Or, with an account or a machine that holds nothing "
    "else, say --allow-unsandboxed, or write `allow_unsandboxed = true` into "
    "grading.toml beside the roster."
)
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


def choose_tier(options: Options) -> str:
    """The tier that a run on this machine uses.

    Raises
    ------
    Misuse
        When the wanted one does not open here, or none does and nobody agreed to
        grade all the same.
    """
    wanted = options.isolation
    if wanted and wanted != "none" and (trouble := tiers.trouble(wanted)):
        raise Misuse(
            f"grade: got --isolation {wanted}, which does not open here ({trouble}), "
            f"expected one of those that `python -m autograder doctor` shows."
        )
    tier = wanted or tiers.best_tier()
    if tier == "none" and not options.allow_unsandboxed:
        raise Misuse(REFUSED)
    return tier
