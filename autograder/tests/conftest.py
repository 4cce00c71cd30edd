"""The browser fixtures of the learner's half: one browser for all tests."""

import pytest

from helpers.tests.browser.fixtures import browser, lab, page, skip_without_browser

__all__ = ["browser", "lab", "page"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what cannot run here."""
    skip_without_browser(items)
