"""The shelter's log book: untidy, and the same each time."""

import re

import numpy as np
import pytest

from helpers.datasets import make_shelter_log

DATE = re.compile(r"2025-\d\d-\d\d|\d\d/\d\d/2025")


def column(tables, name):
    return [entry for table in tables for entry in table[name]]


def test_twelve_tables_with_their_own_columns():
    tables = make_shelter_log()
    assert [len(table) for table in tables] == [5, 5] + [6] * 10
    assert len({tuple(table) for table in tables}) > 6
    for month, table in enumerate(tables, start=1):
        assert len({len(entries) for entries in table.values()}) == 1
        for text in filter(None, table["Arrived "]):
            assert DATE.fullmatch(text) and f"{month:02}" in re.split("[-/]", text)[1]


def test_it_is_untidy():
    tables = make_shelter_log(600, seed=1)
    chips = [chip for chip in column(tables, "Chip") if chip]
    assert len(set(chips)) == 600 < len(chips) < 700
    fees = [fee for fee in column(tables, "Fee") if fee]
    assert any("," in fee for fee in fees) and any("$" not in fee for fee in fees)
    weights = np.array(column(tables, "Weight kg"), dtype=float)
    assert np.isnan(weights).any() and (weights == 0).any() and (weights > 100).any()
    assert weights[(weights > 0) & (weights < 100)].max() < 8
    assert None in column(tables, "Arrived ")


def test_the_seed_decides():
    rng = np.random.default_rng(64)
    assert repr(make_shelter_log()) == repr(make_shelter_log(seed=rng))
    assert repr(make_shelter_log()) != repr(make_shelter_log(seed=9))
    with pytest.raises(ValueError, match="got cats = 0, expected at least 1"):
        make_shelter_log(0)
