"""pyproject.toml, constraints.txt and environment.yml name the same packages."""

import re
import subprocess
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from autograder.paths import ROOT


def _project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def _pins(lines):
    pairs = (line.split("==") for line in lines)
    return {canonicalize_name(name): version.strip() for name, version in pairs}


def _constraints():
    return _pins((ROOT / "constraints.txt").read_text().split())


def _requirements():
    project = _project()
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(text) for group in groups for text in group]


def test_constraints_are_plain_pins():
    for line in (ROOT / "constraints.txt").read_text().splitlines():
        assert re.fullmatch(r"[\w.-]+==[\w.]+", line), line


@pytest.mark.parametrize("requirement", _requirements(), ids=lambda r: r.name)
def test_every_requirement_is_pinned_within_its_bounds(requirement):
    name = canonicalize_name(requirement.name)
    assert Version(_constraints()[name]) in requirement.specifier


def test_conda_users_get_the_learners_versions():
    content = yaml.safe_load((ROOT / "environment.yml").read_text())
    assert content["name"] == _project()["name"]
    python, _, rest = content["dependencies"]
    assert python == f"python{_project()['requires-python']}"
    pins = _pins(line for line in rest["pip"] if "==" in line)
    wanted = {
        canonicalize_name(Requirement(r).name) for r in _project()["dependencies"]
    }
    assert pins == {name: _constraints()[name] for name in wanted}


def test_only_helpers_is_installed():
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    assert tool["setuptools"]["packages"]["find"]["include"] == ["helpers*"]


def test_no_file_names_a_package_registry():
    names = ("pyproject.toml", "constraints.txt", "environment.yml", "Makefile")
    for path in (*(ROOT / name for name in names), ROOT / ".ci" / "run"):
        text = path.read_text()
        assert not re.search(r"https?://|index-url|find-links|@ file", text), path


def test_make_alone_lists_all_targets():
    done = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True
    )
    for target in ("demo", "test", "lab", "check", "browser", "bench"):
        assert f"make {target} " in done.stdout


def test_ci_script_is_sound_bash():
    path = ROOT / ".ci" / "run"
    assert path.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(path)], check=True)
