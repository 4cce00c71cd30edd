"""Fixtures of the browser tests: one server and one browser per session."""

from collections.abc import Iterator
from typing import Any

import pytest

from helpers.tests.browser.lab import QUIET, Lab, browser_path, missing, running_lab


def skip_without_browser(items: list[pytest.Item]) -> None:
    """Skip the tests marked ``browser`` when something is not installed."""
    reason = missing()
    for item in items:
        if reason and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A running JupyterLab."""
    with running_lab(tmp_path_factory.mktemp("lab")) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser_path(), headless=True, args=list(QUIET)
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page; ``page.foreign`` lists requests that leave the machine."""
    context = browser.new_context(
        viewport={"width": 1000, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.foreign = []
    home = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
    page.on(
        "request",
        lambda r: None if r.url.startswith(home) else page.foreign.append(r.url),
    )
    yield page
    context.close()
