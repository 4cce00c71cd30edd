"""Widgets in JupyterLab: a key is pressed, Python answers, the picture changes."""

import inspect
import time
from statistics import median

import pytest

from helpers.tests import functions
from helpers.tests.browser.fixtures import new_page
from helpers.tests.browser.lab import errors, notebook, open_and_run

pytestmark = pytest.mark.browser

WRITTEN = inspect.getsource(functions)
SETUP = """
from helpers.widgets import (explore_gradient_descent, explore_graph,
                             explore_learning_rate, explore_slope)
X = np.random.default_rng(0).normal(size=(20, 60))
Y = (X[:1] > 0).astype(int)
"""
CALLS = {
    "slope": "explore_slope(numerical_derivative)",
    "graph": "explore_graph(graph_forward, graph_backward)",
    "descent": "explore_gradient_descent(propagate)",
    "rate": "explore_learning_rate(optimize, X, Y)",
    "stub": "explore_gradient_descent(stub)",
}
WIDGETS = ["slope", "graph", "descent", "rate"]
WATCH = """root => { const front = root.querySelector('svg.dlp-view').lastElementChild;
  window.answer = new Promise(done => { const start = performance.now();
    const seen = new MutationObserver(() => { seen.disconnect();
      done(performance.now() - start); });
    seen.observe(front, {childList: true}); setTimeout(() => done(-1), 5000); }); }"""


@pytest.fixture(scope="module")
def opened(lab, browser):
    """The page with all widgets, opened once."""
    (lab.folder / "widgets.ipynb").write_text(notebook(WRITTEN, SETUP, *CALLS.values()))
    page = new_page(browser)
    page.cells = open_and_run(page, lab, "widgets.ipynb")
    yield page
    page.context.close()


def panel(page, name):
    found = page.locator(".dlp").nth(list(CALLS).index(name))
    found.scroll_into_view_if_needed()
    return found


def front(found):
    return found.locator("svg.dlp-view > g").nth(1).inner_html()


def wait_for_change(found, before, seconds=100.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        now = front(found)
        if now != before:
            return now
        time.sleep(0.03)
    raise AssertionError("the picture does not change")


def test_all_cells_run_and_draw(opened):
    assert errors(opened.cells) == []
    assert opened.locator(".dlp").count() == len(CALLS)
    for name in CALLS:
        assert front(panel(opened, name)).count("<") >= 4


@pytest.mark.parametrize("name", WIDGETS)
def test_each_slider_moves_the_picture_by_keyboard(opened, name):
    found = panel(opened, name)
    sliders = found.get_by_role("slider")
    assert 1 <= sliders.count() <= 3
    for k in range(sliders.count()):
        slider, before = sliders.nth(k), front(found)
        spoken = slider.get_attribute("aria-valuetext")
        slider.focus()
        opened.keyboard.press("ArrowRight")
        wait_for_change(found, before)
        assert slider.get_attribute("aria-valuetext") != spoken


def test_a_slider_is_answered_at_once(opened):
    found, waits = panel(opened, "descent"), []
    found.get_by_role("slider").first.focus()
    for key in ["ArrowRight", "ArrowLeft"] * 4:
        found.evaluate(WATCH)
        opened.keyboard.press(key)
        waits.append(opened.evaluate("() => window.answer"))
        opened.wait_for_timeout(60)
    assert min(waits) > 0 and median(waits) < 250  # 100 ms on an idle machine


def test_shortcuts_of_jupyterlab_stay_quiet(opened):
    count = "() => jupyterapp.shell.currentWidget.content.widgets.length"
    before = opened.evaluate(count)
    found = panel(opened, "descent")
    for target in (found.get_by_role("slider").first, found.get_by_role("button").last):
        target.focus()
        for key in "ddbax":
            opened.keyboard.press(key)
    assert opened.evaluate(count) == before


def test_play_walks_and_pauses(opened):
    found = panel(opened, "descent")
    step = found.get_by_role("slider", name="step")
    step.focus()
    opened.keyboard.press("Home")
    found.get_by_role("button", name="Play").click()
    opened.wait_for_function(
        "s => Number(s.value) >= 4", arg=step.element_handle(), timeout=150_000
    )
    found.get_by_role("button", name="Pause").click()
    opened.wait_for_timeout(300)
    stood = step.input_value()
    opened.wait_for_timeout(400)
    assert step.input_value() == stood


def test_start_moves_by_keys_and_by_pointer(opened):
    found = panel(opened, "descent")
    view, before = found.locator("svg.dlp-view"), front(found)
    view.focus()
    opened.keyboard.press("ArrowDown")
    after = wait_for_change(found, before)
    view.click(position={"x": 150, "y": 220})
    wait_for_change(found, after)


def test_choices_by_keyboard(opened):
    found = panel(opened, "slope")
    before = front(found)
    found.get_by_role("radio", checked=True).focus()
    opened.keyboard.press("ArrowLeft")
    wait_for_change(found, before)
    assert found.get_by_role("radio", name="a²").get_attribute("aria-checked") == "true"


def test_a_stub_is_told_in_words(opened):
    message = panel(opened, "stub").locator(".dlp-message")
    assert (message.text_content() or "").startswith("stub is not written yet.")


def test_dark_theme_changes_ink_and_paper(opened):
    look = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    found = panel(opened, "graph")
    light = found.evaluate(look)
    change = "t => jupyterapp.commands.execute('apputils:change-theme', {theme: t})"
    opened.evaluate(change, "JupyterLab Dark")
    opened.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
    dark = found.evaluate(look)
    assert light[0] != dark[0] and light[1] != dark[1]
    opened.evaluate(change, "JupyterLab Light")


def test_nothing_leaves_the_machine_and_nothing_breaks(opened):
    assert opened.foreign == [] and opened.complaints == []
