"""nbgrader as it comes, without our settings, cannot publish what is private."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.author.assemble import build
from autograder.paths import BUILT, RELEASE, ROOT, SOURCE

STEM = "c1w1_what_is_a_neural_network"
PUBLIC = {f"{STEM}.ipynb", "checks.h5"}


def generate(root, *flags, **places):
    """Run `nbgrader generate_assignment` there; what it says."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", STEM, *flags],
        cwd=root,
        env={**os.environ, "PATH": programs, **places},
        capture_output=True,
        text=True,
        timeout=600,
    )
    return done.stderr


@pytest.fixture
def checkout(tmp_path):
    """One week of a checkout with what an older one left in its folder."""
    build(STEM)
    for folder in (SOURCE, RELEASE):
        shutil.copytree(folder / STEM, tmp_path / folder.name / STEM)
    shutil.copytree(ROOT / "gradebook.db", tmp_path / "gradebook.db")
    shutil.copy(BUILT / STEM / f"{STEM}.ipynb", tmp_path / "source" / STEM)
    return tmp_path


def published(root):
    return {path.name for path in (root / "release").rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_released_week_stays_as_it_is(checkout):
    assert "Skipping existing assignment" in generate(checkout)
    assert published(checkout) == PUBLIC


@pytest.mark.slow
def test_nothing_is_published_when_it_is_forced(checkout):
    assert "unable to open database file" in generate(checkout, "--force")
    assert published(checkout) == set()


@pytest.mark.slow
def test_without_the_folder_in_the_way_it_would_publish_the_solutions(checkout):
    shutil.rmtree(checkout / "gradebook.db")
    generate(checkout, "--force")
    assert "reference.py" in published(checkout)


@pytest.mark.slow
def test_with_our_settings_it_publishes_what_was_built(checkout):
    places = {
        "COURSE_GRADING": str(checkout / "grading"),
        "COURSE_RELEASE": str(checkout / "release"),
    }
    generate(ROOT, "--force", **places)
    assert published(checkout) == PUBLIC
    text = (checkout / "release" / STEM / f"{STEM}.ipynb").read_text()
    assert "NotImplementedError" in text and "BEGIN SOLUTION" not in text
