"""The optimizer race in JupyterLab: it plays fast, and changes its landscape."""

import inspect

import pytest

from helpers.tests import optimizer_functions
from helpers.tests.browser.fixtures import new_page
from helpers.tests.browser.lab import errors, notebook, open_and_run

pytestmark = pytest.mark.browser

WRITTEN = inspect.getsource(optimizer_functions)
CALL = """from helpers.widgets import explore_optimizers
explore_optimizers(update_parameters, update_with_momentum, update_with_rmsprop,
                   update_with_adam)"""
COUNT = """root => { const front = root.querySelector('svg.dlp-view').lastElementChild;
  window.beats = []; new MutationObserver(() => window.beats.push(performance.now()))
    .observe(front, {childList: true}); }"""


@pytest.fixture(scope="module")
def opened(lab, browser):
    """The page with the race, opened once."""
    (lab.folder / "race.ipynb").write_text(notebook(WRITTEN, CALL))
    page = new_page(browser)
    page.cells = open_and_run(page, lab, "race.ipynb")
    yield page
    page.context.close()


def test_play_draws_many_pictures_a_second(opened):
    assert errors(opened.cells) == []
    found = opened.locator(".dlp")
    step = found.get_by_role("slider", name="step")
    step.focus()
    opened.keyboard.press("Home")
    found.evaluate(COUNT)
    found.get_by_role("button", name="Play").click()
    opened.wait_for_function(
        "s => Number(s.value) >= 150", arg=step.element_handle(), timeout=600_000
    )
    beats = opened.evaluate("() => window.beats")
    assert len(beats) >= 140
    rate = 1000 * (len(beats) - 1) / (beats[-1] - beats[0])
    print(f"{rate:.0f} pictures a second")
    assert rate > 10  # 30 and more on an idle machine


def test_another_landscape_has_another_back(opened):
    found = opened.locator(".dlp")
    behind = found.locator("svg.dlp-back")
    before = behind.inner_html()
    found.get_by_role("radio", name="Rosenbrock").click()
    opened.wait_for_function(
        "([g, text]) => g.innerHTML !== text", arg=[behind.element_handle(), before]
    )
    assert found.get_by_role("radio", checked=True).inner_text() == "Rosenbrock"
    assert opened.complaints == [] and opened.foreign == []
