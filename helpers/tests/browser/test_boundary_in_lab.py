"""The boundary explorer in JupyterLab: it trains, it can be drawn into."""

import inspect
import time

import pytest

from helpers.tests import boundary_functions
from helpers.tests.browser.fixtures import new_page
from helpers.tests.browser.lab import errors, notebook, open_and_run

pytestmark = pytest.mark.browser

WRITTEN = inspect.getsource(boundary_functions)
SETUP = "from helpers.widgets import Model, explore_boundary"
CALL = "explore_boundary(Model.of(initialize, forward, cost, backward, update))"
RATE = """root => new Promise(done => {
  const front = root.querySelectorAll('svg.dlp-view > g')[1];
  let n = 0;
  const seen = new MutationObserver(() => { n += 1; });
  seen.observe(front, {childList: true});
  setTimeout(() => { seen.disconnect(); done(n / 2); }, 2000); })"""
COLORS = """root => { const c = root.querySelector('canvas.dlp-ground');
  const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
  return new Set(Array.from({length: d.length / 4},
    (_, i) => [d[4*i], d[4*i+1], d[4*i+2]].join())).size; }"""


@pytest.fixture(scope="module")
def opened(lab, browser):
    """The page with the explorer, opened once."""
    (lab.folder / "boundary.ipynb").write_text(notebook(WRITTEN, SETUP, CALL))
    page = new_page(browser)
    page.cells = open_and_run(page, lab, "boundary.ipynb")
    yield page
    page.context.close()


@pytest.fixture
def panel(opened):
    found = opened.locator(".dlp").first
    found.scroll_into_view_if_needed()
    return found


def stat(panel, name):
    pair = panel.locator(".dlp-stats div").filter(has_text=name)
    return pair.locator("b").text_content() or ""


def wait_for(test, seconds=150.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := test():
            return found
        time.sleep(0.05)
    raise AssertionError("nothing happens")


def press(panel, name):
    panel.get_by_role("button", name=name).focus()
    panel.page.keyboard.press("Enter")


def test_draws_at_once_without_training(opened, panel):
    assert errors(opened.cells) == []
    assert stat(panel, "iteration") == "0"
    assert panel.evaluate(COLORS) > 5


def test_trains_by_keyboard_and_pauses(panel, record_property):
    before = panel.evaluate(COLORS)
    press(panel, "Train")
    wait_for(lambda: int(stat(panel, "iteration")) > 50)
    rate = panel.evaluate(RATE)
    record_property("pictures per second", rate)
    print(f"\npictures per second: {rate}")
    assert rate > 0
    press(panel, "Pause")
    panel.page.wait_for_timeout(600)
    stood = stat(panel, "iteration")
    panel.page.wait_for_timeout(400)
    assert stat(panel, "iteration") == stood and panel.evaluate(COLORS) > before


def test_a_new_start_forgets(panel):
    press(panel, "new start")
    wait_for(lambda: stat(panel, "iteration") == "0")


def test_points_by_pointer_and_by_keys(panel):
    dots = "root => root.querySelector('svg.dlp-back').children.length"
    view, count = panel.locator("svg.dlp-view"), panel.evaluate(dots)
    view.click(position={"x": 120, "y": 120})
    wait_for(lambda: panel.evaluate(dots) == count + 1)
    view.focus()
    for key in ("1", "ArrowRight", "ArrowDown", "Enter"):
        panel.page.keyboard.press(key)
    wait_for(lambda: panel.evaluate(dots) == count + 2)
    chosen = panel.locator(".dlp-pad").get_by_role("radio", checked=True)
    assert (chosen.text_content() or "").endswith("1")
    panel.page.keyboard.press("Backspace")
    wait_for(lambda: panel.evaluate(dots) == count + 1)
    press(panel, "clear")
    wait_for(lambda: panel.evaluate(dots) == count)


def test_the_field_follows_the_theme(opened, panel):
    corner = """root => Array.from(root.querySelector('canvas.dlp-ground')
      .getContext('2d').getImageData(0, 0, 1, 1).data)"""
    light = panel.evaluate(corner)
    change = "t => jupyterapp.commands.execute('apputils:change-theme', {theme: t})"
    opened.evaluate(change, "JupyterLab Dark")
    wait_for(lambda: sum(panel.evaluate(corner)[:3]) < sum(light[:3]) - 200)
    opened.evaluate(change, "JupyterLab Light")
    wait_for(lambda: panel.evaluate(corner) == light)


def test_nothing_leaves_the_machine_and_nothing_breaks(opened):
    assert opened.foreign == [] and opened.complaints == []
