"""The learner's page: says everything, leaks nothing, harmless and readable."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from autograder.demo.samples import every_state, failure, group, hostile, row, verdict
from autograder.examine.verdict import Picture
from autograder.gradebook.feedback import card_of, feedback_page, write_feedback
from autograder.gradebook.folders import Folders
from autograder.gradebook.roster import Learner
from autograder.gradebook.store import save_verdict
from autograder.gradebook.words import LABELS, mistake_of, number, plain, prose

ADA = Learner("ada", "Ada", "Lovelace")


class Tags(HTMLParser):
    """Tags with their attributes, and all text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_state_is_named_with_points_and_what_to_do() -> None:
    page = Tags(feedback_page(every_state(), ADA))
    for label in LABELS.values():
        assert label in page.text
    for words in ("Ada Lovelace", "What to do next", "the 1/m is missing", "10 of 10"):
        assert words in page.text
    assert "Judged with the reference version of" in page.text
    assert "defines no function" in page.text


def test_hostile_text_stays_text() -> None:
    page = feedback_page(hostile(), Learner("<script>alert(1)</script>"))
    tags = Tags(page).tags
    names = {name for name, _ in tags}
    assert not names & {"script", "img", "iframe", "object", "base", "form"}
    assert not [a for _, attrs in tags for a in attrs if a.startswith("on")]
    assert "\x1b" not in page and "\u202e" not in page
    assert "{{ 7 * 7 }}" in page


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = feedback_page(every_state(), ADA)
    assert not re.search(r"https?:|url\(|@import|<link|<script", page)
    assert "default-src 'none'" in page


def test_ids_are_unique_and_every_link_arrives() -> None:
    tags = Tags(feedback_page(every_state(), ADA)).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    links = [attrs["href"] or "" for name, attrs in tags if name == "a"]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_hidden_check_with_the_right_shape_shows_no_value() -> None:
    same = failure("", title="any", came="array (2, 1)", wanted="array (2, 1)")
    card = card_of(row("f", 10, 0, groups=[group("any", False)], failure=same))
    assert card.seen == [
        ("Came back", "array (2, 1), as wanted; the numbers in it differ")
    ]
    assert "not shown" in card.todo


def test_failing_general_case_is_explained() -> None:
    groups = [group("any", False), group("m = 1", True)]
    card = card_of(row("f", 10, 0, groups=groups, failure=failure("no", title="any")))
    assert card.holding.startswith("1 of 2 checks hold; the points begin")


def test_unreadable_file_says_why_and_lists_no_exercise() -> None:
    lost = verdict([], status="could not grade", remark="The file is empty.")
    text = Tags(feedback_page(lost, ADA)).text
    assert "The file is empty." in text and "none are lost for good" in text


def test_picture_only_if_it_is_one() -> None:
    good = Picture("iVBORw0KGgo=", "your curve")
    assert card_of(row("f", 1, 1, picture=good)).picture == good
    assert card_of(row("f", 1, 1, picture=Picture('"><b>'))).picture is None
    assert 'alt="your curve"' in feedback_page(
        verdict([row("f", 1, 0, picture=good)]), ADA
    )


def test_page_is_written_for_a_verdict_only(tmp_path: Any) -> None:
    folders = Folders(tmp_path)
    assert write_feedback(folders, ADA, every_state().assignment) is None
    save_verdict(folders, "ada", every_state())
    assert write_feedback(folders, ADA, every_state().assignment)
    assert list(folders.feedback.rglob("*.html"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("`a<b`", "<code>a&lt;b</code>"),
        ("e^{-z}", "e<sup>-z</sup>"),
        ("x^2 & y", "x<sup>2</sup> &amp; y"),
        ("w_{ij}", "w<sub>ij</sub>"),
    ],
)
def test_prose_sets_code_and_powers(text: str, wanted: str) -> None:
    assert prose(text) == wanted


def test_words() -> None:
    assert plain("\x1b[31mred\x1b[0m\x00\u202e!\n") == "red!\n"
    assert len(plain("x" * 9999)) < 2100
    assert [number(v) for v in (7.0, 7.5, 6.666, 0.0)] == ["7", "7.5", "6.67", "0"]
    assert mistake_of(row("f", 1, 0, reason="not written")).startswith("The cell still")


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_browser(tmp_path: Any, width: int, scheme: Any, browser: Any) -> None:
    """No sideways scrolling, keyboard opens a card, nothing runs."""
    path = tmp_path / "page.html"
    path.write_text(feedback_page(every_state(), ADA), encoding="utf-8")
    size: Any = {"width": width, "height": 800}
    page = browser.new_page(viewport=size, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.locator("#sigmoid > summary").focus()
    page.keyboard.press("Enter")
    opened = page.get_by_text("zero gives one half").is_visible()
    page.close()
    assert (wide, opened, said) == (False, True, [])
