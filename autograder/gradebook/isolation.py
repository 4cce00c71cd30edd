"""Which way of shutting rooms a run uses; without one it needs to be told so."""

from autograder.examine import tiers
from autograder.gradebook.folders import Misuse
from autograder.gradebook.options import Options

REFUSED = (
    "grade: got no way to shut a submission in on this machine, expected one. The "
    "learners' code would run with your rights: it could read and change the "
    "gradebook, other submissions and your own files, and use the network. Grade on "
    "Linux: in WSL2, a virtual machine or a container (`python -m autograder doctor` "
    "says what is missing here). Or, with an account or a machine that holds nothing "
    "else, say --allow-unsandboxed, or write `allow_unsandboxed = true` into "
    "grading.toml beside the roster."
)


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
