"""pyproject.toml, constraints.txt and environment.yml name the same packages."""

import re
import site
import subprocess
import tomllib
from importlib.metadata import distributions

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from autograder.author.bounds import lower_bounds, lowest_pins
from autograder.author.publish import LEARNER
from autograder.paths import ROOT

SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}


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


def _oldest():
    """The oldest promised Python: 3.11 means 3.11.0."""
    (bound,) = SpecifierSet(_project()["requires-python"])
    assert bound.operator == ">="
    return bound.version


def _installed():
    """What the pins set up here; PyTorch, a guest, brings its own."""
    here = distributions(path=site.getsitepackages())  # no copy inside a package
    found = {canonicalize_name(d.metadata["Name"]): d for d in here}
    return {n: d for n, d in found.items() if n in set(_constraints()) - {"torch"}}


def test_the_oldest_promised_python_takes_every_pin():
    """What is not installed here (other systems' own) cannot be asked."""
    pins = _constraints()
    stale = {n: d.version for n, d in _installed().items() if d.version != pins[n]}
    assert stale == {}, "make sets up what is pinned"
    wanted = {n: d.metadata.get("Requires-Python", "") for n, d in _installed().items()}
    oldest = f"{_oldest()}.0"
    assert [n for n, w in wanted.items() if not SpecifierSet(w).contains(oldest)] == []


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_nothing_is_left_to_chance(system, python):
    """What a pinned package needs is pinned, on each system and Python."""
    marked = {"sys_platform": system, "platform_system": SYSTEMS[system], "extra": ""}
    marked |= {"os_name": "nt" if system == "win32" else "posix"}
    marked |= {"python_version": python, "python_full_version": f"{python}.0"}
    texts = [text for found in _installed().values() for text in found.requires or []]
    needed = {
        canonicalize_name(found.name)
        for found in map(Requirement, texts)
        if not found.marker or found.marker.evaluate(marked)
    }
    assert needed - set(_constraints()) == set()


@pytest.mark.parametrize("folder", [ROOT, LEARNER], ids=["course", "learner"])
def test_readme_and_makefile_promise_the_same_python(folder):
    for name in ("README.md", "Makefile"):
        told = re.findall(r"Python (3\.\d+)(?:,| or\b)", (folder / name).read_text())
        assert set(told) == {_oldest()}, name
    checked = re.findall(
        r"version_info < \((\d+), (\d+)\)", (folder / "Makefile").read_text()
    )
    assert [".".join(pair) for pair in checked] == [_oldest()]


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
    hosts = (ROOT / ".ci" / "run", ROOT / ".github" / "workflows" / "ci.yml")
    for path in (*(ROOT / name for name in names), *hosts):
        text = path.read_text()
        assert not re.search(r"https?://|index-url|find-links|@ file", text), path


def test_make_alone_lists_all_targets():
    done = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True
    )
    makefile = (ROOT / "Makefile").read_text()
    targets = re.search(r"^\.PHONY: help (.+)$", makefile, re.M)[1].split()
    assert {"demo", "test", "lab", "check", "lowest", "size"} <= set(targets)
    for target in targets:
        assert f"make {target} " in done.stdout


def test_ci_script_is_sound_bash():
    path = ROOT / ".ci" / "run"
    assert path.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(path)], check=True)


def test_the_licence_is_told_and_typed_helpers_are_marked():
    project = _project()
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text().startswith("MIT License\n")
    assert all((ROOT / name).exists() for name in project["license-files"])
    assert (ROOT / "helpers" / "py.typed").exists()
    assert "CC BY 4.0" in (ROOT / "NOTICE").read_text()


@pytest.mark.parametrize(
    "name, version",
    [("numpy", "2.4"), ("matplotlib", "3.10"), ("h5py", "3.13"), ("pandas", "3.0")],
)
def test_a_distribution_for_the_browser_is_new_enough(name, version):
    assert Version(lower_bounds()[name]) <= Version(version)


def test_the_lowest_pins_are_the_bounds_and_no_higher_than_the_pins():
    pins, lines = _constraints(), lowest_pins()
    lowest = _pins(line for line in lines if "==" in line)
    assert lowest == lower_bounds()
    assert all(Version(lowest[name]) <= Version(pins[name]) for name in lowest)
    kept = {canonicalize_name(line.split("<=")[0]) for line in lines if "<=" in line}
    assert kept == set(pins) - set(lowest)


def test_the_changelog_has_dated_headings_and_the_newest_is_this_version():
    found = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.M)
    versions = [heading for heading in found if heading != "Unreleased"]
    assert found in (versions, ["Unreleased", *versions])
    dated = [re.fullmatch(r"(\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)", h) for h in versions]
    assert all(dated), versions
    assert dated[0][1] == _project()["version"]


def test_the_hosts_workflow_runs_the_same_script_on_the_oldest_python():
    content = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text())
    job = content["jobs"]["test"]
    assert job["strategy"]["matrix"]["python"][0] == _oldest()
    assert job["steps"][-1] == {"run": "bash .ci/run"}


def test_coverage_is_measured_of_folders_that_exist_and_has_a_floor():
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["coverage"]
    assert all((ROOT / folder).is_dir() for folder in tool["run"]["source"])
    assert tool["report"]["fail_under"] >= 90
    assert re.search(r"pytest .* --cov ", (ROOT / "Makefile").read_text())
