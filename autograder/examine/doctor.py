"""What a submission could do on this machine, in words."""

from autograder.examine.remedies import hint
from autograder.examine.tiers import TIERS, best_tier, matrix, run_probes, trouble


def diagnosis(root: str, pid: int) -> str:
    """Every probe in every tier that opens; then, tier by tier, whether it is used.

    Parameters
    ----------
    root : str
        The course, which no submission must see.
    pid : int
        A process that none must reach.
    """
    tiers = [tier for tier in TIERS if not trouble(tier)]
    found = [one for tier in tiers for one in run_probes(tier, root, pid)]
    states = (f"{tier:12}" + f"\n{'':12}".join(state_of(tier)) for tier in TIERS)
    return "\n".join([matrix(found), "", *states])


def state_of(tier: str) -> list[str]:
    """Whether a tier opens here, whether grade uses it; and what may be done."""
    used = best_tier() == tier
    if found := trouble(tier):
        return [f"does not open: {found}.", *filter(None, [hint(tier, found)])]
    if tier == "none":
        return ["shuts nothing" + "; `grade` wants --allow-unsandboxed" * used + "."]
    return ["opens" + "; `grade` uses it" * used + "."]
