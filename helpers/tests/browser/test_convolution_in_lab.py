"""The convolution stepper in JupyterLab: clicks, keys, numbers, a picture drawn."""

import inspect
import time

import pytest

from helpers.tests import convolution_functions
from helpers.tests.browser.fixtures import new_page
from helpers.tests.browser.lab import errors, notebook, open_and_run

pytestmark = pytest.mark.browser

WRITTEN = inspect.getsource(convolution_functions)
SETUP = "from helpers.widgets import explore_convolution, explore_padding"
CALL = "explore_convolution(convolve, conv_output_size)"


@pytest.fixture(scope="module")
def opened(lab, browser):
    """The page with the stepper, opened once."""
    cells = (WRITTEN, SETUP, CALL, "explore_padding(zero_pad)")
    (lab.folder / "convolution.ipynb").write_text(notebook(*cells))
    page = new_page(browser)
    page.cells = open_and_run(page, lab, "convolution.ipynb")
    yield page
    page.context.close()


@pytest.fixture
def panel(opened):
    found = opened.locator(".dlp").first
    found.scroll_into_view_if_needed()
    return found


def wait_for(test, seconds=150.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := test():
            return found
        time.sleep(0.05)
    raise AssertionError("nothing happens")


def told(panel, words):
    wait_for(lambda: words in (panel.locator(".dlp-summary").text_content() or ""))


def press(panel, *keys):
    panel.locator("svg.dlp-view").focus()
    for key in keys:
        panel.page.keyboard.press(key)
        panel.page.wait_for_timeout(150)


def click(panel, x, y):
    """Click at a place given in the picture's own units."""
    view = panel.locator("svg.dlp-view")
    scale = view.bounding_box()["width"] / 720
    view.click(position={"x": x * scale, "y": y * scale})


def test_draws_at_once(opened, panel):
    assert errors(opened.cells) == []
    told(panel, "Cell (0, 0): the window begins at row 0, column 0")
    assert opened.locator(".dlp").count() == 2


def test_keys_move_the_window_as_in_reading(panel):
    press(panel, "ArrowRight")
    told(panel, "Cell (0, 1)")
    press(panel, "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight")
    told(panel, "Cell (2, 0)")
    press(panel, "End")
    told(panel, "Cell (3, 3)")
    press(panel, "Home", "ArrowLeft")
    told(panel, "Cell (0, 0)")


def test_a_click_chooses_a_cell_of_the_output_or_the_window_in_the_picture(panel):
    click(panel, 484 + 37 * 2.5, 46 + 37 * 1.5)
    told(panel, "Cell (1, 2)")
    click(panel, 14 + 37 * 5.5, 46 + 37 * 5.5)
    told(panel, "Cell (3, 3)")


def test_a_number_of_the_filter_is_typed(panel):
    press(panel, "Home")
    field = panel.get_by_label("filter, row 1, column 1")
    field.fill("-2.5")
    told(panel, "add up to −15.5")
    assert field.input_value() == "-2.5"
    assert "own numbers" in (panel.locator(".dlp-matrix > output").text_content() or "")
    panel.get_by_role("radio", name="Sobel").click()
    wait_for(lambda: field.input_value() == "1")
    panel.get_by_role("radio", name="blur 5 × 5").click()
    wait_for(lambda: panel.get_by_role("spinbutton").count() == 25)
    panel.get_by_role("radio", name="vertical").click()
    told(panel, "9 products add up to −5.")


def test_a_picture_is_drawn_by_pointer_and_by_key(panel):
    panel.get_by_role("radio", name="draw one").click()
    clear = panel.get_by_role("button", name="clear")
    clear.click()
    told(panel, "add up to 0.")
    cell = 222 / 8
    click(panel, 14 + 0.5 * cell, 46 + 0.5 * cell)
    told(panel, "add up to 10.")
    view = panel.locator("svg.dlp-view")
    box = view.bounding_box()
    scale = box["width"] / 720
    places = [(14 + (k + 0.5) * cell, 46 + 2.5 * cell) for k in (0, 1, 2, 3)]
    for k, (x, y) in enumerate(places):
        panel.page.mouse.move(box["x"] + x * scale, box["y"] + y * scale, steps=4)
        if not k:
            panel.page.mouse.down()
    panel.page.mouse.up()
    press(panel, "ArrowRight")
    told(panel, "Cell (0, 1): the window begins at row 0, column 1")
    told(panel, "add up to 0.")
    press(panel, "Enter", "ArrowLeft")  # row 1, column 2: under the −1 of cell (0, 0)
    told(panel, "Cell (0, 0)")
    told(panel, "add up to 0.")
    clear.click()
    told(panel, "add up to 0.")


def test_nothing_leaves_the_machine_and_nothing_breaks(opened):
    assert opened.foreign == [] and opened.complaints == []
