"""One browser for all tests; which tests the engine's coverage is measured by."""

import pytest

from autograder.paths import ROOT
from helpers.tests.browser.fixtures import browser, lab, page, skip_without_browser

__all__ = ["browser", "lab", "page"]


CARD = ("codec", "dice", "judge", "session")
# Tracing costs a sixth of a test's own processor time (Python 3.11): it is not paid
# where tests draw, prove a week, or attack.
ENGINE = ("autograder/tests/", *(f"helpers/tests/test_{t}.py" for t in CARD))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what cannot run here; only tests of the engine say what they cover."""
    skip_without_browser(items)
    for item in items:
        name = item.path.relative_to(ROOT).as_posix()
        if not name.startswith(ENGINE) or "attack" in name:
            item.add_marker("no_cover")
