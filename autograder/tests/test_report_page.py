"""The page for the instructor: offline, legible, by keyboard, with everybody."""

import re
from dataclasses import replace

import pytest

from autograder.demo.samples import every_state, hostile, verdict
from autograder.gradebook import database, report
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import grade_class
from autograder.gradebook.page import environment
from autograder.gradebook.roster import Learner
from autograder.gradebook.statistics import Row, summarise
from autograder.tests.classroom import (
    POINTS,
    STEM,
    Examiner,
    assignment,
    examiner,
    folders,
    hand_in,
    quick_gradebook,
)
from helpers.tests.browser.fixtures import new_page

__all__ = ["examiner", "folders", "quick_gradebook"]

EXERCISES = list(POINTS.items())
STATES = ("right", "partly", "not-yet", "ungraded", "unwritten")


def page_of(*rows):
    return report.report_page(STEM, list(rows), summarise(list(rows), EXERCISES))


def graded(student, **more):
    return Row(Learner(student), replace(every_state(student), **more), "graded")


LOST = verdict([], status="could not grade", remark="Half a file.")
CLASS = (
    graded("ada", isolation="namespaces"),
    Row(Learner("bo"), replace(LOST, isolation="namespaces"), "could not grade"),
    Row(Learner("cy", "Cy", "Young"), None, "nothing handed in"),
    Row(Learner("di"), None, "not graded yet"),
)


def test_everybody_has_a_row():
    page = page_of(*CLASS)
    body = page[page.index('id="everybody"') :]
    assert body.count('<th scope="row"') == 4
    for words in ("could not grade", "nothing handed in", "not graded yet"):
        assert f'class="soft">{words}</td>' in body
    assert "Half a file." in body and "Cy Young" in body


@pytest.mark.parametrize("rows", [(), CLASS[1:]])
def test_a_class_without_marks_has_a_page(rows):
    page = page_of(*rows).split("<script>")[0]
    assert "No marks yet." in page and "nan" not in page.lower() and "None" not in page


def test_what_was_not_sandboxed_is_said_in_the_header():
    header = re.compile(r"<header>.*</header>", re.DOTALL)
    quiet = header.search(page_of(*CLASS))[0]
    assert "sandbox" not in quiet
    one = Row(Learner("ed"), replace(LOST, isolation="none"), "could not grade")
    loud = header.search(page_of(*CLASS, one))[0]
    assert "Not sandboxed" in loud and "1 of 3 verdicts" in loud


def test_the_page_asks_for_nothing():
    page = page_of(*CLASS, Row(Learner("m"), hostile(), "graded"))
    tags = " ".join(re.findall(r"<[a-z][^>]*>", page))
    links = re.findall(r"""(?:src|href|action|data)=["']?([^"' >]*)""", tags)
    assert {link for link in links if not link.startswith("#")} == {
        f"../feedback/ada/{STEM}/{STEM}.html",
        f"../feedback/bo/{STEM}/{STEM}.html",
        f"../feedback/m/{STEM}/{STEM}.html",
        *(f"{STEM}{end}.csv" for end in ("", ".canvas", ".moodle")),
    }
    assert not re.search(r"https?:|@import|url\(|<link|<img|<iframe|<object", page)
    assert "&lt;img src=x" in page and page.count("<script") == 1


def test_a_mark_by_hand_counts_and_is_said(folders: Folders, examiner: Examiner):
    grade_class(folders, assignment())
    with database.open_gradebook(folders) as gradebook:
        mark = gradebook.find_grade("predict-checks", STEM, STEM, "ada")
        mark.manual_score = 9.0
        gradebook.db.commit()
    (ada, boris, cleo), _, _ = report.write_report(folders, assignment())
    assert (ada.score, boris.score, cleo.score) == (44, 35, None)
    assert ada.hand == "Marked by hand; the grader gave 35." and boris.hand == ""


def test_what_has_changed_since_is_said(folders: Folders, examiner: Examiner):
    grade_class(folders, assignment())
    version = every_state().versions.assignment
    hand_in(folders, "boris", "# again")
    same = report.read_class(folders, STEM, version)
    assert [row.note for row in same] == ["", "A newer file is here: grade it.", ""]
    other = report.read_class(folders, STEM, "another")
    assert "earlier version" in other[0].note and "newer file" in other[1].note


def palettes():
    """The two sets of colours: name -> (r, g, b) between 0 and 1."""
    css = environment().loader.get_source(environment(), "page.css")[0]
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    for part in (light, dark.split("* {")[0]):
        pairs = re.findall(r"--([\w-]+): #(\w{6})", part)
        yield {n: [int(c[i : i + 2], 16) / 255 for i in (0, 2, 4)] for n, c in pairs}


def contrast(one, other):
    """Ratio of luminances as WCAG 2 defines it."""

    def luminance(colour):
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_has_enough_contrast(theme):
    colours = list(palettes())[theme]
    pairs = [
        (t, p) for t in ("ink", "soft", "accent") for p in ("paper", "card", "sunk")
    ]
    pairs += [(state, f"{state}-wash") for state in STATES]
    pairs += [("ink", "not-yet-wash"), ("partly", "card"), ("ink", "not-yet-wash")]
    weak = {p: contrast(*map(colours.get, p)) for p in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}
    marks = [(name, "card") for name in ("accent", "not-yet")]
    assert all(contrast(colours[a], colours[b]) >= 3 for a, b in marks)


@pytest.fixture
def opened(browser, tmp_path):
    """Opens the page of a class, with a width and with or without scripts."""
    path, contexts = tmp_path / "page.html", []
    rows = (replace(e, score=1.0) for e in every_state().exercises)
    low = graded("bea", exercises=tuple(rows))
    path.write_text(page_of(*CLASS, low), encoding="utf-8")

    def load(**options):
        page = new_page(browser, **options)
        contexts.append(page.context)
        page.goto(path.as_uri())
        return page

    yield load
    for context in contexts:
        context.close()


def names(page):
    return page.locator("#everybody tbody th").all_inner_texts()


@pytest.mark.browser
def test_tables_are_sorted_by_keyboard(opened):
    page = opened()
    first = names(page)
    score = page.locator("#everybody").get_by_role("button", name="score")
    score.focus()
    page.keyboard.press("Enter")
    head = page.locator("#everybody th[aria-sort]")
    assert head.get_attribute("aria-sort") == "ascending"
    assert names(page)[:2] == ["bea", "ada"]  # who has no mark stays below
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    assert names(page)[:2] == ["ada", "bea"] and sorted(first) == sorted(names(page))
    assert head.count() == 1
    outline = "() => getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    said = page.locator("#everybody [role=status]").inner_text()
    assert said == "Sorted by score, descending."


@pytest.mark.browser
def test_the_first_key_skips_to_the_exercises(opened):
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#exercises"
    box = page.locator(":focus").bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0


@pytest.mark.browser
def test_the_page_works_without_scripts(opened):
    page = opened(java_script_enabled=False)
    assert page.locator("thead button").count() == 0
    assert len(names(page)) == 5


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1400])
def test_the_page_fits_its_window_and_leaves_the_machine_alone(opened, width):
    page = opened(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in page.foreign if not url.startswith("file:")] == []
    assert page.complaints == []


@pytest.mark.browser
def test_everything_folded_is_printed(opened):
    page = opened()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
