"""Who may import whom: the wall between the public and the private half."""

import ast
import re
import sys
from pathlib import Path

import pytest

from autograder.paths import ROOT, SOURCE, week

LEARNER = {"numpy", "h5py", "matplotlib", "ipywidgets", "anywidget", "IPython"}
LEARNER |= {"PIL", "cycler", "traitlets"}  # parts of Matplotlib and of ipywidgets
TESTING = {"pytest", "hypothesis", "playwright"}
REFERENCE = re.compile(r"source\.(\w+)\.reference")


def _files(*folders):
    return sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py"))


def _imports(path: Path) -> list[str]:
    """Full names of the modules that a file imports, wherever it does."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            home = ".".join(path.relative_to(ROOT).parts[: -node.level])
            parts = [home if node.level else "", node.module or ""]
            found.append(".".join(part for part in parts if part))
    return found


def _strangers(path: Path, *allowed: str) -> list[str]:
    """Imports of a file that are neither standard nor allowed."""
    known = (*sys.stdlib_module_names, *allowed)
    return [
        name
        for name in _imports(path)
        if not any(name == k or name.startswith(f"{k}.") for k in known)
    ]


def _name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", _files("helpers"), ids=_name)
def test_helpers_import_what_a_learner_has(path):
    extra = TESTING if "tests" in path.parts else set()
    assert _strangers(path, "helpers", *LEARNER, *extra) == []


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*/reference.py")), ids=_name)
def test_references_import_numpy_and_earlier_references(path):
    earlier = [match[1] for n in _imports(path) if (match := REFERENCE.fullmatch(n))]
    assert all(week(stem) <= week(path.parent.name) for stem in earlier)
    assert path.parent.name not in earlier
    others = [f"source.{stem}.reference" for stem in earlier]
    assert _strangers(path, "numpy", "pandas", *others) == []


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*/cases.py")), ids=_name)
def test_cases_import_numpy_and_the_case_class(path):
    assert _strangers(path, "numpy", "helpers.checks") == []


@pytest.mark.parametrize("path", _files("autograder/examine/worker"), ids=_name)
def test_the_sandbox_holds_nothing_of_the_private_half(path):
    foreign = [
        name
        for name in _imports(path)
        if name.startswith("autograder")
        and not name.startswith("autograder.examine.worker")
    ]
    assert foreign == []


@pytest.mark.parametrize("path", _files("helpers"), ids=_name)
def test_helpers_never_name_the_private_half(path):
    assert "autograder" not in path.read_text(encoding="utf-8")
