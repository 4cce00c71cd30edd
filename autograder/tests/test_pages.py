"""Lists that stand on a page are what the sources give."""

import pytest

from autograder import paths
from autograder.author.pages import (
    course_order,
    filled,
    helpers_page,
    is_taught,
    spoken,
    stale_pages,
    widgets_of,
)
from autograder.truth.text import read_facts


def test_every_built_page_is_what_the_sources_give():
    assert [path.name for path in stale_pages()] == []


def test_every_public_helper_has_its_line():
    import helpers.datasets
    import helpers.widgets

    page = helpers_page()
    for module in (helpers.datasets, helpers.widgets):
        functions = [n for n in module.__all__ if n[0].islower()]
        assert [name for name in functions if f"| `{name}` | " not in page] == []
    assert "` |  |" not in page  # and a line says what it gives


def test_planned_assignments_are_not_written():
    text = (paths.COURSE / "syllabus.md").read_text()
    planned = text.partition("Still to come")[2]
    assert [stem for stem in paths.stems() if stem in planned] == []


@pytest.mark.parametrize(
    "places, taught",
    [
        ("notes c1w1, section 7", False),
        ("notes c1w1, section 7; notes c1w1, equation (3)", True),
        ("c1w1_what, section 9", True),
        ("notes c1w1, section 7; question photo", True),
        ("c1w1_what, exercise `neuron`", True),
    ],
)
def test_taught_is_more_than_named(places, taught):
    assert is_taught(places) is taught


def test_assignments_are_listed_as_they_are_best_taken():
    order = course_order()
    for first, second in (
        ("c1w2_vectorization", "c1w2_logistic_regression"),
        ("c1w4_deep_network", "c1w4_cat_classifier"),
        ("c1w4_cat_classifier", "c2w1_initialization"),
    ):
        assert order.index(first) < order.index(second)
    assert sorted(order) == paths.stems()


def test_a_page_without_marks_is_refused():
    with pytest.raises(ValueError, match="expected one around the built rows"):
        filled("text", "page.md", "rows", ["a"])


def test_widgets_are_found_in_the_order_of_the_notebook():
    found = widgets_of("c1w2_logistic_regression")
    assert found == ["explore_gradient_descent", "explore_learning_rate"]
    assert spoken(found[0]) == "gradient descent"


def test_a_notebook_without_a_story_is_refused(tmp_path):
    path = tmp_path / "notebook.py"
    path.write_text("# %% [markdown]\n# # Title\n")
    with pytest.raises(ValueError, match="first cell without story"):
        read_facts(path)
