"""All that follows an edit of an assignment, in the right order."""

from autograder.author.assemble import build
from autograder.author.check import Report, check_assignments
from autograder.author.freeze import freeze_one
from autograder.author.missing import missing


def make_one(stem: str, *, force: bool = False) -> Report:
    """Freeze, build and check one assignment; what is wrong with it.

    Parameters
    ----------
    stem : str
    force : bool
        Even what is up to date.
    """
    lacking = missing(stem)
    if lacking:
        return Report(stem, lacking)
    freeze_one(stem, force=force)
    build(stem, force=force)
    (report,) = check_assignments([stem], force=force)
    return report
