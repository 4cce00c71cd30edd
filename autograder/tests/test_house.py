"""The house has floors: no import leads in a circle, upwards or past a door."""

import pytest

from autograder.tests.house import (
    HOUSE,
    circle,
    modules,
    past_the_door,
    room_of,
    rooms,
    upward,
)


@pytest.fixture(scope="module")
def graph():
    return modules()


def test_every_module_has_a_room(graph):
    assert [module for module in graph if not room_of(module)] == []


def test_no_modules_import_each_other_in_a_circle(graph):
    assert circle(graph) == []


def test_no_rooms_import_each_other_in_a_circle(graph):
    assert circle(rooms(graph)) == []


def test_no_import_leads_upwards(graph):
    assert upward(graph) == []


def test_checks_and_card_are_entered_by_the_door(graph):
    assert past_the_door(graph) == []


def test_a_circle_and_an_arrow_upwards_would_be_found():
    truth, book = "autograder.truth.text", "autograder.gradebook.store"
    inside = "helpers.checks.values.codec"
    bad = {truth: {book}, book: {truth, inside}, inside: set()}
    assert set(circle(bad)) == {truth, book}
    assert upward(bad) == [f"{truth} imports {book}"]
    assert past_the_door(bad) == [f"{book} imports {inside}"]
    assert room_of("helpers.checks.values.codec") == "helpers.checks.values"
    assert len(set(HOUSE)) == len(HOUSE)
