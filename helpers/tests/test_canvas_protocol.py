"""The page's script in Node, without a browser."""

import shutil
import subprocess
from pathlib import Path

import pytest

from helpers.canvas import Panel
from helpers.canvas.panel import HERE

NODE = shutil.which("node")
TALK = Path(__file__).parent / "node" / "protocol.test.mjs"
pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")


def node(*options):
    return subprocess.run(
        [NODE, *options], capture_output=True, text=True, timeout=120, check=False
    )


def test_the_page_speaks_in_turns(tmp_path):
    shutil.copy(HERE / "protocol.js", tmp_path / "protocol.mjs")
    shutil.copy(TALK, tmp_path)
    run = node("--test", "--test-reporter=tap", str(tmp_path / TALK.name))
    assert run.returncode == 0, run.stdout
    assert f"# pass {TALK.read_text().count('test(')}" in run.stdout


def test_all_parts_make_one_script(tmp_path):
    page = tmp_path / "page.mjs"
    page.write_text(str(Panel._esm), encoding="utf-8")
    run = node("--check", str(page))
    assert run.returncode == 0, run.stderr
