"""The public half of the course, as a folder or a zip for a class."""

import shutil
import tempfile
import tomllib
import zipfile
from pathlib import Path

from autograder import paths
from autograder.author.leaks import public_files, scan
from autograder.errors import Refused
from autograder.truth.text import GIVEN, read_cells

LEARNER = Path(__file__).parent / "learner"
COPIED = ("environment.yml", "constraints.txt", "LICENSE", "NOTICE")
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
SHOWN = 5
PROJECT = """\
[build-system]
requires = {requires}
build-backend = "setuptools.build_meta"

[project]
name = "{name}"
version = "{version}"
description = "{description}"
requires-python = "{python}"
license = "{license}"
license-files = {license_files}
dependencies = {dependencies}

[tool.setuptools.packages.find]
include = ["helpers*"]

[tool.setuptools.package-data]
"*" = {data}
"""


def publish(
    dest: Path, weeks: list[str] | None = None, *, as_zip: bool = False
) -> tuple[Path, list[str]]:
    """Write the public half to a new folder, or to a zip of the same name.

    Parameters
    ----------
    dest : Path
    weeks : list of str, optional
        Stems to give away; by default all that are released.
    as_zip : bool

    Returns
    -------
    written : Path
    notes : list of str
        What the instructor should know about these weeks.

    Raises
    ------
    Refused
        When something would leak, is missing, or would be overwritten.
    """
    stems = _released(weeks)
    target = dest.with_name(f"{dest.name.removesuffix('.zip')}.zip") if as_zip else dest
    if target.exists() and (as_zip or any(target.iterdir())):
        raise Refused(
            f"publish: got {target}, which exists, expected a new name. Choose another "
            "or remove it."
        )
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / dest.name.removesuffix(".zip")
        _copy(folder, stems)
        _refuse_leaks(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        if as_zip:
            _zip(folder, target)
        else:
            shutil.copytree(folder, target, dirs_exist_ok=True)
    return target, _notes(stems)


def _released(weeks: list[str] | None) -> list[str]:
    found = {path.name for path in paths.RELEASE.glob("*/") if path.is_dir()}
    stems = sorted(found) if weeks is None else weeks
    missing = sorted(set(stems) - found)
    if missing or not stems:
        raise Refused(
            f"publish: got {', '.join(missing) or 'nothing'} to publish, expected "
            f"released stems ({', '.join(sorted(found)) or 'there are none'}). Run "
            "`python -m autograder release --all` first."
        )
    return stems


def _copy(folder: Path, stems: list[str]) -> None:
    """Fill a folder with everything that a learner needs."""
    for root in (paths.COURSE, paths.HELPERS):
        for path in public_files(root):
            if "tests" not in path.relative_to(root).parts:
                _copy_file(path, folder / root.name / path.relative_to(root))
    for stem in stems:
        for path in public_files(paths.RELEASE / stem):
            _copy_file(path, folder / "release" / path.relative_to(paths.RELEASE))
    for name in COPIED:
        _copy_file(paths.ROOT / name, folder / name)
    for path in sorted(LEARNER.iterdir()):
        _copy_file(path, folder / path.name)
    text = learner_project(paths.ROOT / "pyproject.toml")
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())


def learner_project(path: Path) -> str:
    """The learner's pyproject.toml: the same package, nothing to teach or test with."""
    whole = tomllib.loads(path.read_text(encoding="utf-8"))
    project = whole["project"]
    return PROJECT.format(
        requires=_toml(whole["build-system"]["requires"]),
        name=project["name"],
        version=project["version"],
        description=project["description"],
        python=project["requires-python"],
        license=project["license"],
        license_files=_toml(project["license-files"]),
        dependencies=_toml(project["dependencies"]),
        data=_toml(whole["tool"]["setuptools"]["package-data"]["*"]),
    )


def _toml(values: list[str]) -> str:
    return "[" + ", ".join(f'"{value}"' for value in values) + "]"


def _refuse_leaks(folder: Path) -> None:
    found = scan([folder])
    if found:
        lines = [str(leak).replace(f"{folder}/", "") for leak in found[:SHOWN]]
        more = f"\n  and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        listed = "\n  ".join(lines)
        raise Refused(
            f"publish: got {len(found)} leaks, expected none. Remove them, build and "
            f"release again.\n  {listed}{more}"
        )


def _notes(stems: list[str]) -> list[str]:
    """Solutions that one published week gives away about another."""
    notes = []
    for stem in stems:
        if not paths.text_file(stem).exists():
            continue
        cells = read_cells(paths.text_file(stem))
        lines = "\n".join(cell.source for cell in cells if cell.kind == "given")
        for origin in sorted({match[1] for match in GIVEN.finditer(lines)}):
            if origin in stems:
                notes.append(
                    f"{stem}/given.py holds solutions of {origin}: publish it after "
                    f"{origin} has been collected."
                )
    return notes


def _zip(folder: Path, target: Path) -> None:
    """Write a zip with the same bytes for the same files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
