"""Counts the cases: ``python -m autograder.attacks``."""

from collections import Counter

from autograder.attacks import everything
from autograder.examine.tiers import TIERS


def main() -> None:
    """Print how many cases each number has, and how many each tier must stop."""
    cases = everything().values()
    for number, count in sorted(Counter(case.number for case in cases).items()):
        print(f"{number:3} {count:4}")
    for tier in TIERS:
        kept = sum(not c.stopped_by or tier in c.stopped_by for c in cases)
        print(f"{tier}: {kept} of {len(cases)}")


main()
