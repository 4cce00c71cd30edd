"""What a whole run of the tests says at its end: minutes per part, against a budget."""

from collections import Counter
from typing import Any

import pytest

# Part of the suite: the start of its tests' names, and minutes of one core that it may
# take on the machine that the README names first. The first that fits counts.
BUDGET = {
    "widgets in a browser": ("helpers/tests/browser", 2.5),
    "notebooks in a browser": ("autograder/tests/browser_released", 5.0),
    "pictures, data and cards": ("helpers/", 1.5),
    "assignments beside an oracle": ("source/", 0.5),
    "assignments proved": ("autograder/tests/test_course", 5.0),
    "notebooks beside a kernel": ("autograder/tests/test_fidelity", 4.0),
    "attacks": ("autograder/tests/test_attack", 2.5),
    "the rest of the machine": ("autograder/", 7.0),
}


def part_of(name: str) -> str:
    """The part to which a test belongs."""
    found = (part for part, (start, _) in BUDGET.items() if name.startswith(start))
    return next(found, "elsewhere")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """A line for each part that took half a minute or more."""
    spent: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                spent[part_of(report.nodeid)] += report.duration / 60
    if sum(spent.values()) < 2:
        return
    terminalreporter.section("minutes of one core")
    for part, (_, budget) in BUDGET.items():
        over = "  over" if spent[part] > budget else ""
        terminalreporter.write_line(
            f"{spent[part]:6.1f} of {budget:4.1f}  {part}{over}"
        )
