"""The marks as tables: what Canvas and Moodle import, and nothing to compute."""

import csv
import io

import pytest

from autograder.demo.samples import failure, row, verdict
from autograder.gradebook import exports, report
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import grade_class
from autograder.gradebook.roster import Learner, read_roster
from autograder.gradebook.statistics import Row
from autograder.tests.classroom import (
    POINTS,
    STEM,
    Examiner,
    assignment,
    examiner,
    folders,
    quick_gradebook,
)

__all__ = ["examiner", "folders", "quick_gradebook"]

LACKS = failure("The 1/m is missing.", mistake=True)
ADA = Learner("s1", "Ada", "Lovelace", "ada@x.org", "alove", "A", "4711")
ROWS = [
    Row(ADA, verdict([row("cost", 10, 7.5, failure=LACKS), row("f", 5, 5)]), "graded"),
    Row(Learner("s2", "Zoë", "Šír"), verdict([row("cost", 10, 10)]), "graded"),
    Row(Learner("s3"), verdict([], status="could not grade", remark="Cut off."), "x"),
    Row(Learner("s4", "Bo"), None, "nothing handed in"),
]


def cells(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def test_canvas_finds_its_columns_and_its_points_line():
    text = exports.canvas(ROWS, STEM, 15)
    assert text.startswith(
        f"Student,ID,SIS User ID,SIS Login ID,Section,{STEM}\r\n"
        "    Points Possible,,,,,15\r\n"
        '"Lovelace, Ada",4711,s1,alove,A,12.5\r\n'
    )
    assert cells(text)[3:] == [
        ["Šír, Zoë", "", "s2", "", "", "10"],
        ["s3", "", "s3", "", "", ""],
        ["Bo", "", "s4", "", "", ""],
    ]


def test_moodle_finds_its_columns_and_gets_the_feedback():
    found = cells(exports.moodle(ROWS, STEM))
    assert found[0] == [
        "First name",
        "Last name",
        "Username",
        "ID number",
        "Email address",
        STEM,
        "Feedback comments",
    ]
    told = "cost 7.5 of 10: The 1/m is missing."
    assert found[1] == ["Ada", "Lovelace", "alove", "s1", "ada@x.org", "12.5", told]
    assert found[2][-2:] == ["10", "Everything is right."]
    assert found[3] == ["s3", "", "s3", "s3", "", "", "Cut off."]
    assert found[4] == ["Bo", "", "s4", "s4", "", "", ""]


@pytest.mark.parametrize(
    "bad",
    [
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@sum",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "\x1b[1m=1",
    ],
)
def test_no_cell_is_a_formula(bad):
    lost = verdict([], remark=bad, status="could not grade")
    said = row("cost", 10, 0, failure=failure(bad))
    rows = [
        Row(Learner(bad, bad, bad, bad, bad, bad, bad), lost, "could not grade"),
        Row(Learner(bad), verdict([said]), "graded"),
    ]
    texts = [
        exports.spreadsheet(rows, ["cost"]),
        exports.canvas(rows, STEM, 10),
        exports.moodle(rows, STEM),
    ]
    found = [cell for text in texts for line in cells(text) for cell in line]
    assert [c for c in found if c.lstrip().startswith(tuple("=+-@＝"))] == []
    assert sum(c.startswith("'") for c in found) >= 15


def test_everybody_has_a_line_in_every_file(
    folders: Folders, examiner: Examiner
) -> None:
    grade_class(folders, assignment(), students=["ada"])
    _, _, (page, *tables) = report.write_report(folders, assignment())
    names = [f"{STEM}{end}" for end in (".csv", ".canvas.csv", ".moodle.csv")]
    assert [path.name for path in tables] == names
    for path, heads in zip(tables, (1, 2, 1), strict=True):
        assert len(cells(path.read_text(encoding="utf-8"))) == heads + 3
    lines = list(csv.DictReader(io.StringIO(tables[0].read_text(encoding="utf-8"))))
    states = ["graded", "not graded yet", "nothing handed in"]
    assert [line["status"] for line in lines] == states
    assert (lines[0]["score"], lines[0]["compute_cost"]) == ("35", "5")
    assert (lines[1]["score"], lines[2]["score"]) == ("", "")
    canvas = cells(tables[1].read_text(encoding="utf-8"))
    assert canvas[1][-1] == f"{sum(POINTS.values()):g}"


def test_the_roster_names_what_an_lms_wants(folders: Folders) -> None:
    folders.roster.write_text(
        "section,id,login,canvas_id,email,last_name,first_name\n"
        "A,cleo,cl17,99,c@x.org,Sand,Cleo\n"
    )
    wanted = Learner("cleo", "Cleo", "Sand", "c@x.org", "cl17", "A", "99")
    assert wanted in read_roster(folders, {})
