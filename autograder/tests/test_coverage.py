"""Every item of the course inventory is taught, at a place that exists."""

import ast
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.paths import COURSE, RELEASE, stems, text_file
from autograder.truth.assignment import load_assignment

# Items per week of the inventory, numbered from 01. A new week adds its counts here.
EXPECTED = {
    "C0W1": 0,  # its items are numbered S0-PD
    "S0-PD": 43,
    "C1W1": 12,
    "S0-C1W1": 6,
    "C1W2": 32,
    "S0-C1W2": 29,
    "C1W3": 21,
    "S0-C1W3": 24,
    "C1W4": 14,
    "S0-C1W4": 14,
    "C2W1": 33,
    "S0-C2W1": 32,
    "C2W2": 18,
    "S0-C2W2": 20,
    "C2W3": 25,
    "S0-C2W3": 24,
    "C4W1": 42,
    "S0-C4W1": 23,
}

ROW = re.compile(
    r"\| ((?:S0-)?(?:C\d+W\d+|PD)-\d+) \| [^|]+ \|(?: (.*) \| (?:taught|named) \|)?"
)
LINK = re.compile(r"\]\(([^)#:]*[./][^)#:]*)(?:#[^)]*)?\)")
SYLLABUS = COURSE / "syllabus.md"
PAGES = sorted([*COURSE.glob("*.md"), *COURSE.glob("notes/*.md")])


def read_map() -> list[tuple[str, str, list[str]]]:
    """Rows of the coverage map: heading above it, id, places that teach it."""
    rows, heading = [], ""
    for line in (COURSE / "sources.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        if match := ROW.fullmatch(line):
            places = [place for place in (match[2] or "").split("; ") if place]
            rows.append((heading, match[1], places))
    return rows


def source_text(stem: str) -> str:
    """Text of one assignment, empty when it is not written."""
    path = text_file(stem)
    return path.read_text(encoding="utf-8") if path.exists() else ""


def notes_text(week: str) -> str:
    """Lecture notes of one week, empty when they are not written."""
    path = COURSE / "notes" / f"{week}.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def has_section(stem: str, number: str) -> bool:
    """Whether the assignment has a heading with this number."""
    return re.search(rf"^# ## {number}\. ", source_text(stem), re.M) is not None


def has_exercise(stem: str, name: str) -> bool:
    """Whether the assignment asks for this function."""
    written = text_file(stem).exists()
    return written and any(e.name == name for e in load_assignment(stem).exercises)


def has_note(week: str, kind: str, number: str) -> bool:
    """Whether the notes have an equation or a section with this number."""
    marks = {"equation": rf"\\tag\{{{number}\}}", "section": rf"^## {number}\. "}
    return re.search(marks[kind], notes_text(week), re.M) is not None


def has_widget(name: str) -> bool:
    """Whether an assignment imports this widget."""
    trees = [ast.parse(source_text(stem)) for stem in stems()]
    imports = [n for tree in trees for n in ast.walk(tree) if type(n) is ast.ImportFrom]
    widgets = [n for n in imports if (n.module or "").startswith("helpers.widgets")]
    return any(name == alias.name for n in widgets for alias in n.names)


def has_figure(name: str) -> bool:
    """Whether the notes' figure is drawn."""
    return (COURSE / "figures" / f"{name}.png").is_file()


def has_question(name: str) -> bool:
    """Whether an assignment asks this question."""
    exercises = [e for stem in stems() for e in load_assignment(stem).exercises]
    return any(name in exercise.options for exercise in exercises)


PLACES: dict[str, Callable[..., bool]] = {
    r"([ce]\d\w+), section (\d+)": has_section,
    r"([ce]\d\w+), exercise `(\w+)`": has_exercise,
    r"notes (\w+), (equation) \((\d+)\)": has_note,
    r"notes (\w+), (section) (\d+)": has_note,
    r"widget (\w+)": has_widget,
    r"figure (\w+)": has_figure,
    r"question (\w+)": has_question,
}


def exists(place: str) -> bool:
    """Whether a place of the map is written in a known form and exists."""
    for pattern, check in PLACES.items():
        if match := re.fullmatch(pattern, place):
            return check(*match.groups())
    return False


KEYS = [key for _, key, _ in read_map()]


@pytest.mark.parametrize("week", EXPECTED)
def test_every_item_stands_once(week: str) -> None:
    ids = Counter(key for key in KEYS if key.rpartition("-")[0] == week)
    assert ids == Counter(f"{week}-{k:02}" for k in range(1, EXPECTED[week] + 1))


def test_every_week_is_counted() -> None:
    written = {stem.partition("_")[0].upper() for stem in stems()}
    assert written | {key.rpartition("-")[0] for key in KEYS} <= set(EXPECTED)


@pytest.mark.parametrize("heading, key, places", read_map(), ids=KEYS)
def test_item_is_taught(heading: str, key: str, places: list[str]) -> None:
    if heading.startswith("Waiting for "):
        stem = heading.removeprefix("Waiting for ")
        assert not source_text(stem), f"{key} waits for {stem}, which is written"
        assert stem in SYLLABUS.read_text(encoding="utf-8"), f"{stem} is not planned"
    else:
        assert places, f"{key} is taught nowhere"
        assert [place for place in places if not exists(place)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        target = (page.parent / link).resolve()
        if target.is_relative_to(RELEASE):  # built: its text is enough
            target = text_file(target.stem)
        assert target.exists(), f"{page.name} links to {link}"


def test_equations_count_up() -> None:
    for page in COURSE.glob("notes/*.md"):
        numbers = re.findall(r"\\tag\{(\d+)\}", page.read_text(encoding="utf-8"))
        assert [int(n) for n in numbers] == list(range(1, len(numbers) + 1)), page.name


def test_course_is_public() -> None:
    files = [path for path in COURSE.rglob("*") if path.is_file()]
    assert [p.name for p in files if b"autograder" in p.read_bytes().lower()] == []


@pytest.mark.parametrize("place", ["c9w9_no, section 1", "figure no", "somewhere"])
def test_invented_place_is_refused(place: str) -> None:
    assert not exists(place)
