"""A learner opens each released notebook: no red, then solutions move its pictures."""

import ast
import importlib
import json
import shutil
import time
from pathlib import Path

import pytest

from autograder.paths import stems
from autograder.tests.browser_released.needed import needed
from autograder.tests.executed import library
from helpers.tests.browser.lab import errors, open_and_run

__all__ = ["library"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def copied(course, stem, folder, solved):
    """A published notebook among the server's, beside its checks.

    With its stubs; or solved, and cut to what its widgets need.
    """
    target = folder / f"{stem}-{'solved' if solved else 'stubs'}"
    shutil.copytree(course / "release" / stem, target)
    path = target / f"{stem}.ipynb"
    if solved:
        content = json.loads(path.read_text())
        code = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
        for cell in code:
            cell["source"] = solution(stem, cell["source"])
        kept = needed([cell["source"] for cell in code], is_widget)
        content["cells"] = [code[k] for k in kept]
        path.write_text(json.dumps(content))
    return f"{target.name}/{path.name}"


def is_widget(source):
    """Whether a cell shows a widget."""
    return any(line.startswith("explore_") for line in "".join(source).splitlines())


def solution(stem, source):
    """The cell's source, or the right function in the place of a stub."""
    text = "".join(source)
    module = importlib.import_module(f"source.{stem}.reference")
    names = functions(text)
    whole = ast.parse(Path(str(module.__file__)).read_text())
    for node in whole.body:
        if isinstance(node, ast.FunctionDef) and names == [node.name]:
            return ast.unparse(node)
    return text


def functions(text):
    """Names of the functions that a cell defines, when it defines nothing else."""
    try:
        body = ast.parse(text).body
    except SyntaxError:
        return []
    only = all(isinstance(node, ast.FunctionDef) for node in body)
    return [node.name for node in body] if only else []


def moves(page, panel):
    """Whether a key moves the picture: on the last slider, or on the picture itself."""
    panel.scroll_into_view_if_needed()
    front = panel.locator("svg.dlp-view > g").nth(1)
    before = front.inner_html()
    sliders = panel.get_by_role("slider")
    (sliders if sliders.count() else panel.locator("svg.dlp-view")).last.focus()
    for key in ("ArrowRight", "Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
        for _ in range(100):
            if front.inner_html() != before:
                return True
            time.sleep(0.05)
    return False


@pytest.mark.parametrize("stem", stems())
def test_with_its_stubs_it_runs_to_the_end_without_red(stem, library, lab, page):
    name = copied(library.published(), stem, lab.folder, solved=False)
    cells = open_and_run(page, lab, name)
    assert errors(cells) == []
    assert all(cell["execution_count"] for cell in cells if "".join(cell["source"]))
    assert page.foreign == []


@pytest.mark.parametrize("stem", stems())
def test_solved_its_widgets_answer_a_key(stem, library, lab, page):
    name = copied(library.published(), stem, lab.folder, solved=True)
    cells = open_and_run(page, lab, name)
    assert errors(cells) == []
    wanted = sum(is_widget(cell["source"]) for cell in cells)
    show_widgets(page)
    panels = page.locator(".dlp")
    assert panels.count() == wanted > 0
    for k in range(panels.count()):
        assert not panels.nth(k).locator(".dlp-message.on").count()
        assert moves(page, panels.nth(k))
    assert page.foreign == []


def show_widgets(page):
    """Bring each cell with a widget into view, so that JupyterLab draws it."""
    page.evaluate(
        """async () => {
          const content = jupyterapp.shell.currentWidget.content;
          for (const [k, cell] of content.widgets.entries()) {
            if (!/^explore_/m.test(cell.model.sharedModel.source)) continue;
            await content.scrollToItem(k);
            await new Promise(done => setTimeout(done, 400));
          } }"""
    )
