"""Fixtures of the browser tests: one server and one browser per session."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers.tests.browser.lab import QUIET, Lab, browser_path, missing, running_lab

HOME = ("http://127.0.0.1", "data:", "blob:")
LAB: pytest.StashKey[Lab] = pytest.StashKey()
BROWSER: pytest.StashKey[Any] = pytest.StashKey()


def skip_without_browser(items: list[pytest.Item]) -> None:
    """Skip the tests marked ``browser`` when something is not installed."""
    reason = missing()
    for item in items:
        if reason and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


def once(config: pytest.Config, key: pytest.StashKey, context: Any) -> Any:
    """Enter a context at its first use, leave it when pytest ends.

    Several folders use these fixtures; a session fixture would be made in each.
    """
    if key not in config.stash:
        stack = ExitStack()
        config.add_cleanup(stack.close)
        config.stash[key] = stack.enter_context(context())
    return config.stash[key]


@contextmanager
def _lab() -> Iterator[Lab]:
    """A server in a temporary folder."""
    folder = tempfile.TemporaryDirectory(prefix="lab", ignore_cleanup_errors=True)
    with folder as base, running_lab(Path(base)) as server:
        yield server


@contextmanager
def _browser() -> Iterator[Any]:
    """A Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser_path(), headless=True, args=list(QUIET)
        )
        yield chromium
        chromium.close()


def new_page(browser: Any, **options: Any) -> Any:
    """A page of its own; `options` are those of Playwright's contexts.

    ``page.foreign`` lists the requests that leave the machine, ``page.complaints``
    the errors of scripts.
    """
    size = {"viewport": {"width": 1000, "height": 900}}
    page = browser.new_context(**(size | options)).new_page()
    page.set_default_timeout(300_000)
    foreign: list[str] = []
    complaints: list[str] = []
    page.foreign, page.complaints = foreign, complaints
    page.on(
        "request", lambda r: None if r.url.startswith(HOME) else foreign.append(r.url)
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


@pytest.fixture(scope="session")
def lab(pytestconfig: pytest.Config) -> Lab:
    """A running JupyterLab."""
    return once(pytestconfig, LAB, _lab)


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Any:
    """A running Chromium."""
    return once(pytestconfig, BROWSER, _browser)


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page."""
    page = new_page(browser)
    yield page
    page.context.close()
