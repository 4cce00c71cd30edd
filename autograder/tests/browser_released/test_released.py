"""A learner opens a released notebook: no red, then a solution moves the picture."""

import ast
import importlib
import json
import shutil
import time
from pathlib import Path

import pytest

from autograder.paths import RELEASE
from helpers.tests.browser.lab import errors, open_and_run

pytestmark = pytest.mark.browser

NOTEBOOKS = sorted(path for path in RELEASE.glob("c1w2_*/c1w2_*.ipynb"))
IDS = [path.stem for path in NOTEBOOKS]
needed = pytest.mark.skipif(not NOTEBOOKS, reason="nothing is released yet")


def copied(path, folder, solved):
    """Copy of a release, beside its checks; solved or with its stubs."""
    target = folder / f"{path.stem}-{'solved' if solved else 'stubs'}"
    shutil.copytree(path.parent, target)
    if solved:
        content = json.loads(path.read_text())
        last = max(k for k, cell in enumerate(content["cells"]) if is_widget(cell))
        del content["cells"][last + 1 :]  # the rest is run solved by other tests
        for cell in content["cells"]:
            if cell["cell_type"] == "code":
                cell["source"] = solution(path.stem, cell["source"])
        (target / path.name).write_text(json.dumps(content))
    return f"{target.name}/{path.name}"


def is_widget(cell):
    """Whether a cell shows a widget."""
    lines = "".join(cell["source"]).splitlines()
    return cell["cell_type"] == "code" and any(x.startswith("explore_") for x in lines)


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
    """Whether the last slider of a panel moves its picture by a key."""
    panel.scroll_into_view_if_needed()
    front = panel.locator("svg.dlp-view > g").nth(1)
    before = front.inner_html()
    panel.get_by_role("slider").last.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(100):
        if front.inner_html() != before:
            return True
        time.sleep(0.05)
    return False


@needed
@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_with_its_stubs_it_runs_to_the_end_without_red(path, lab, page):
    cells = open_and_run(page, lab, copied(path, lab.folder, solved=False))
    assert errors(cells) == []
    assert all(cell["execution_count"] for cell in cells if "".join(cell["source"]))
    assert page.foreign == []


@needed
@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_solved_its_widgets_answer_a_key(path, lab, page):
    cells = open_and_run(page, lab, copied(path, lab.folder, solved=True))
    assert errors(cells) == []
    wanted = sum(is_widget(cell) for cell in cells)
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
