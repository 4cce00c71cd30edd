"""Inputs of the notebook on arrays and tables, visible and hidden."""

import numpy as np

from helpers.checks import Case

HINTS = {
    "center": "Which shape do the means have, and does it fit under X? With "
    "keepdims=True the axis stays, with length 1: (m, 1) fits under (m, n).",
    "source_index": "From which side are the axes compared, and which entry has an "
    "axis of length 1? Counted from the end: i where n > 1, else 0.",
    "to_kilograms": "What does np.where give with a condition alone, and what with "
    "three arguments? np.where(condition, here, elsewhere) gives elements.",
    "stack_tables": "Which names occur anywhere, and what does a row get where its "
    "table lacks one? pd.concat matches names; call it once, on the whole list.",
    "kept_rows": "Along which axis do we count to get one number per row? "
    "keep where (known entries of the row) >= k",
    "parse_money": "Which characters belong to the number itself? The digits and the "
    "point; in a pattern, [^0-9.] is every other one.",
    "parse_dates": "Which sign tells the two forms apart, and in which order do the "
    "three parts come then? year-month-day or day/month/year",
    "group_means": "Which values are added up in a group, and by how many do we "
    "divide? sum of the known ones / number of the known ones",
    "mean_band": "How does the uncertainty of a mean shrink with n? s / sqrt(n), "
    "where s^2 divides by n - 1.",
    "decisions": "Which section treats the question? Its remark has the answer.",
}


def _table(rng, *shape):
    """Numbers around 12 with a spread of 4.3."""
    return rng.normal(loc=12.0, scale=4.3, size=shape)


def cases_center(rng):
    few = np.array([[4.0, 5.0, 9.0], [3.0, 3.0, 3.0]])
    title = "two cats by hand, both axes"
    yield Case(title, {"X": few, "axis": 0}, visible=True)
    yield Case(title, {"X": few, "axis": 1}, visible=True)
    yield Case("any table", {"X": _table(rng, 4, 6), "axis": 1}, core=True)
    yield Case("any table", {"X": _table(rng, 7, 3), "axis": 0}, core=True)
    yield Case("as many rows as columns", {"X": _table(rng, 4, 4), "axis": 1})
    yield Case("as many rows as columns", {"X": _table(rng, 5, 5), "axis": 0})
    yield Case("one row, one column", {"X": _table(rng, 1, 5), "axis": 1})
    yield Case("one row, one column", {"X": _table(rng, 6, 1), "axis": 0})
    yield Case("a single axis", {"X": _table(rng, 9), "axis": 0})
    for axis in (0, 1, 2):
        yield Case("three axes", {"X": _table(rng, 3, 4, 2), "axis": axis})
    yield Case("an axis counted from the end", {"X": _table(rng, 3, 5), "axis": -1})
    whole = rng.integers(-14, 31, size=(5, 4))
    yield Case("whole numbers", {"X": whole, "axis": 1})
    single = _table(rng, 6, 5).astype(np.float32)
    yield Case("float32 input", {"X": single, "axis": 1})
    turned = np.asfortranarray(_table(rng, 5, 7))
    yield Case("columns stored one after the other", {"X": turned, "axis": 1})
    far = 1e6 + _table(rng, 4, 5)
    yield Case("numbers far from 0", {"X": far, "axis": 0})


def _place(index, shape):
    return {"index": index, "shape": shape}


def cases_source_index(rng):
    title = "a table, a row, a column and a number, by hand"
    for shape in ((2, 3), (1, 3), (2, 1), (3,), ()):
        yield Case(title, _place((1, 2), shape), visible=True)
    yield Case("some axes have length 1", _place((2, 3), (1, 5)), core=True)
    yield Case("some axes have length 1", _place((4, 3), (6, 1)), core=True)
    yield Case("some axes have length 1", _place((1, 5, 2), (4, 1, 3)), core=True)
    yield Case("axes are missing on the left", _place((3, 1, 4), (2, 5)))
    yield Case("axes are missing on the left", _place((6, 2), (3,)))
    yield Case("axes are missing on the left", _place((2, 4, 1), (4,)))
    yield Case("missing and stretched axes", _place((2, 3, 4), (6, 1)))
    yield Case("missing and stretched axes", _place((5, 3, 2), (1, 4)))
    yield Case("nothing is stretched", _place((7, 0, 5), (8, 3, 9)))
    yield Case("a single number", _place((3, 2, 6), ()))
    yield Case("all axes have length 1", _place((4, 5), (1, 1)))
    for _ in range(3):
        full = [int(n) for n in rng.integers(2, 8, size=6)]
        index = tuple(int(rng.integers(1, n)) for n in full)
        own = [1 if rng.random() < 0.5 else n for n in full][int(rng.integers(3)) :]
        yield Case("six axes", _place(index, tuple(own)))


def _weights(rng, m, share):
    """Kilograms, a share of them in grams."""
    kilograms = rng.uniform(0.8, 8.3, size=m)
    return np.where(rng.random(m) < share, 1000 * kilograms, kilograms)


def cases_to_kilograms(rng):
    few = np.array([4.5, 4200.0, 3.0, np.nan])
    yield Case("4200 g is 4.2 kg", {"weights": few}, visible=True)
    yield Case("both units", {"weights": _weights(rng, 8, 0.4)}, core=True)
    some = np.array([3100.0, 2.4, 5600.0, 4.9, 820.0, 3.3])
    yield Case("both units", {"weights": some}, core=True)
    yield Case("kilograms only", {"weights": _weights(rng, 6, 0.0)})
    yield Case("grams only", {"weights": _weights(rng, 5, 1.0)})
    edge = np.array([99.0, 100.5, 99.5, 101.0, 2000.0])
    yield Case("just below and above 100", {"weights": edge})
    holes = _weights(rng, 9, 0.5)
    holes[::3] = np.nan
    yield Case("some are missing", {"weights": holes})
    yield Case("0 stays 0", {"weights": np.array([0.0, 3900.0, 0.0, 4.4])})
    yield Case("one cat", {"weights": np.array([5230.0])})
    yield Case("no cat", {"weights": np.zeros(0)})
    yield Case("float32 input", {"weights": _weights(rng, 7, 0.5).astype(np.float32)})
    yield Case(
        "every second entry of an array", {"weights": _weights(rng, 12, 0.5)[::2]}
    )
    yield Case("5000 cats", {"weights": _weights(rng, 5000, 0.2)})


COATS = ("short", "long", "curly", "none")


def _month(rng, m, names):
    """A table of m rows with some of the columns, in the order given."""
    columns = {
        "chip": [int(n) for n in rng.integers(4000, 9000, size=m)],
        "weight": [float(x) for x in np.round(rng.uniform(0.9, 7.7, size=m), 2)],
        "coat": [COATS[k] for k in rng.integers(4, size=m)],
        "age": [int(n) for n in rng.integers(1, 19, size=m)],
    }
    return {name: columns[name] for name in names}


def cases_stack_tables(rng):
    one = {"name": ["Mina", "Lulo"], "weight": [4.2, 3.1]}
    two = {"weight": [5.0], "name": ["Tika"]}
    three = {"name": ["Bo"]}
    title = "three cats and two tables by hand"
    yield Case(title, {"tables": [one, two]}, visible=True)
    title = "a table without weights by hand"
    yield Case(title, {"tables": [one, three]}, visible=True)
    full = ["chip", "weight", "coat"]
    tables = [_month(rng, m, full) for m in (3, 2, 4)]
    yield Case("the same columns", {"tables": tables}, core=True)
    tables = [_month(rng, 3, full), _month(rng, 2, full[::-1])]
    yield Case("another order of the columns", {"tables": tables}, core=True)
    tables = [_month(rng, 4, full[:2]), _month(rng, 3, full), _month(rng, 2, full[1:])]
    yield Case("columns that some tables lack", {"tables": tables})
    tables = [_month(rng, 2, ["chip"]), _month(rng, 3, ["age"])]
    yield Case("no column in common", {"tables": tables})
    yield Case("a single table", {"tables": [_month(rng, 4, full)]})
    tables = [_month(rng, 1, full) for _ in range(5)]
    yield Case("one row in each", {"tables": tables})
    again = _month(rng, 3, full)
    yield Case("the same rows twice", {"tables": [again, again]})
    orders = [[full[k] for k in rng.permutation(3)] for _ in range(24)]
    tables = [_month(rng, int(rng.integers(1, 9)), order) for order in orders]
    yield Case("24 tables", {"tables": tables})


NAN = float("nan")


def _holes(rng, m, share):
    """A table with texts and numbers, a share of its entries missing."""
    table = _month(rng, m, ["coat", "weight", "chip", "age"])
    for name, hole in (("coat", None), ("weight", NAN), ("chip", NAN), ("age", None)):
        missing = rng.random(m) < share
        table[name] = [
            hole if gone else x for gone, x in zip(missing, table[name], strict=True)
        ]
    return table


def cases_kept_rows(rng):
    few = {
        "name": ["Mina", None, "Tika"],
        "weight": [4.2, NAN, NAN],
        "age": [3, NAN, 5],
    }
    yield Case("2 known of 3, by hand", {"table": few, "k": 2}, visible=True)
    yield Case("1 known of 3, by hand", {"table": few, "k": 1}, visible=True)
    yield Case(
        "some entries missing", {"table": _holes(rng, 12, 0.4), "k": 3}, core=True
    )
    yield Case(
        "some entries missing", {"table": _holes(rng, 15, 0.5), "k": 1}, core=True
    )
    yield Case("every entry must be known", {"table": _holes(rng, 14, 0.2), "k": 4})
    yield Case("k is 0: all rows", {"table": _holes(rng, 6, 0.9), "k": 0})
    yield Case("no row is left", {"table": _holes(rng, 5, 1.0), "k": 1})
    yield Case("nothing is missing", {"table": _holes(rng, 7, 0.0), "k": 3})
    zeros = {"a": [0, 1, 0, 2], "b": ["", "x", "", None], "c": [NAN, 0.0, 5.0, NAN]}
    yield Case("0 and the empty text are known", {"table": zeros, "k": 2})
    texts = {"a": ["x", None, None, "y"], "b": [None, None, "z", "w"]}
    yield Case("texts only", {"table": texts, "k": 1})
    one = {"weight": [3.5, NAN, 2.8, NAN, NAN, 6.0]}
    yield Case("one column", {"table": one, "k": 1})
    yield Case("one row", {"table": _holes(rng, 1, 0.0), "k": 2})
    yield Case("400 rows", {"table": _holes(rng, 400, 0.45), "k": 2})


def _amount(rng):
    """A text, in one of several forms."""
    cents = int(rng.integers(100, 900_000))
    dollars = cents / 100
    forms = (
        f"${dollars:,.2f}",
        f"{dollars:.2f}",
        f" $ {dollars:,.2f} ",
        f"{dollars:,.0f}",
    )
    return forms[int(rng.integers(4))]


def cases_parse_money(rng):
    few = ["$85.00", "120", " $ 95.50 ", "$1,250.00"]
    yield Case("four fees by hand", {"texts": few}, visible=True)
    yield Case("an unknown fee is nan", {"texts": ["$60.00", ""]}, visible=True)
    some = [_amount(rng) for _ in range(9)]
    yield Case("several forms", {"texts": some}, core=True)
    plain = ["$35.25", "$7,400.00", "62", "1,815.75", "$940"]
    yield Case("several forms", {"texts": plain}, core=True)
    large = ["$1,234,567.89", "$12,500,000.00", "3,000,000"]
    yield Case("more than one comma", {"texts": large})
    cents = ["$0.99", "0.5", "$3.07", ".25", "$1,000.01"]
    yield Case("cents", {"texts": cents})
    holes = ["", "$45.00", "   ", "$1,100.50", ""]
    yield Case("empty and blank texts", {"texts": holes})
    yield Case("0 is an amount", {"texts": ["$0.00", "0", "$18.40"]})
    yield Case("blanks inside", {"texts": ["$ 75.10", "$ 2,300.60 ", "  41 "]})
    yield Case("one text", {"texts": ["$5,610.30"]})
    yield Case("all unknown", {"texts": ["", "", ""]})
    many = [_amount(rng) for _ in range(600)]
    yield Case("600 texts", {"texts": many})


def _date(rng, hyphens, first=1, last=28):
    """A date as text; days in a range."""
    year, month = int(rng.integers(1998, 2041)), int(rng.integers(1, 13))
    day = int(rng.integers(first, last + 1))
    return f"{year}-{month:02}-{day:02}" if hyphens else f"{day:02}/{month:02}/{year}"


def cases_parse_dates(rng):
    few = ["2025-06-03", "03/06/2025", "14/02/2025"]
    yield Case("3 June twice, and 14 February", {"texts": few}, visible=True)
    both = [_date(rng, k % 2 == 0) for k in range(8)]
    yield Case("both forms", {"texts": both}, core=True)
    both = [_date(rng, k % 3 == 0) for k in range(7)]
    yield Case("both forms", {"texts": both}, core=True)
    yield Case("year first only", {"texts": [_date(rng, True) for _ in range(6)]})
    early = [_date(rng, False, 1, 12) for _ in range(6)]
    yield Case("day first only, days up to 12", {"texts": early})
    late = [_date(rng, False, 13, 28) for _ in range(6)]
    yield Case("day first only, days from 13", {"texts": late})
    ends = ["31/12/2024", "2024-02-29", "01/01/2026", "2025-10-31", "30/11/2023"]
    yield Case("the ends of months and years", {"texts": ends})
    short = ["7/3/2025", "2025-9-4", "21/8/2025", "2025-11-2"]
    yield Case("without the leading 0", {"texts": short})
    yield Case("other centuries", {"texts": ["1899-04-17", "05/07/2101"]})
    yield Case("one date", {"texts": ["09/05/2019"]})
    yield Case("no date: shape (0, 3)", {"texts": []})
    many = [_date(rng, bool(rng.random() < 0.5)) for _ in range(500)]
    yield Case("500 dates", {"texts": many})


def _grouped(rng, m, labels, holes=0.0):
    """Values around 140, each with a label drawn from the list."""
    values = rng.normal(loc=140.0, scale=37.0, size=m)
    values[rng.random(m) < holes] = np.nan
    return {
        "groups": [labels[k] for k in rng.integers(len(labels), size=m)],
        "values": values,
    }


def cases_group_means(rng):
    groups = ["long", "short", "long", "short", "short"]
    values = np.array([200.0, 90.0, 100.0, np.nan, 60.0])
    few = {"groups": groups, "values": values}
    yield Case("150 and 75 by hand", few, visible=True)
    yield Case("names as groups", _grouped(rng, 14, COATS[:3]), core=True)
    yield Case("names as groups", _grouped(rng, 20, COATS, 0.3), core=True)
    yield Case("whole numbers as groups", _grouped(rng, 18, [3, 6, 11]))
    lost = {
        "groups": ["a", "b", "a", "c"],
        "values": np.array([np.nan, 5.5, np.nan, 8.0]),
    }
    yield Case("a group without a known value is left out", lost)
    sizes = {"groups": list("aabbbbbc"), "values": rng.uniform(20.0, 60.0, size=8)}
    yield Case("groups of different sizes", sizes)
    yield Case("one group", _grouped(rng, 6, ["all"], 0.2))
    alone = {"groups": [5, 2, 9, 4], "values": rng.uniform(1.0, 9.0, size=4)}
    yield Case("every value is its own group", alone)
    yield Case(
        "0 is a value", {"groups": list("xyx"), "values": np.array([0.0, 0.0, 9.0])}
    )
    signs = {"groups": list("pqpqp"), "values": np.array([-4.0, 2.5, 7.0, -6.5, 3.0])}
    yield Case("negative values", signs)
    single = _grouped(rng, 12, ["u", "v"])
    single["values"] = single["values"].astype(np.float32)
    yield Case("float32 input", single)
    yield Case("2000 values, 12 groups", _grouped(rng, 2000, list(range(1, 13)), 0.1))


def _samples(rng, *sizes):
    """Samples of these sizes, each with its own centre and spread."""
    return [
        rng.normal(loc=rng.uniform(50, 190), scale=rng.uniform(5, 33), size=n)
        for n in sizes
    ]


def cases_mean_band(rng):
    few = [np.array([90.0, 110.0]), np.array([60.0, 60.0, 60.0, 60.0])]
    yield Case("two samples by hand", {"samples": few}, visible=True)
    yield Case("several samples", {"samples": _samples(rng, 5, 9, 4)}, core=True)
    yield Case("several samples", {"samples": _samples(rng, 12, 6)}, core=True)
    yield Case("samples of two", {"samples": _samples(rng, 2, 2, 2)})
    yield Case("one sample", {"samples": _samples(rng, 7)})
    yield Case("equally long samples", {"samples": _samples(rng, 6, 6, 6, 6)})
    flat = [np.full(5, 42.5), np.array([3.0, 9.0, 6.0])]
    yield Case("no spread: the band has width 0", {"samples": flat})
    yield Case("values below 0", {"samples": [-x for x in _samples(rng, 4, 8)]})
    whole = [rng.integers(2, 44, size=n) for n in (5, 3)]
    yield Case("whole numbers", {"samples": whole})
    single = [x.astype(np.float32) for x in _samples(rng, 8, 5)]
    yield Case("float32 input", {"samples": single})
    yield Case("small and large samples", {"samples": _samples(rng, 3, 5000, 40)})


def cases_decisions(rng):
    """No arguments: the letters themselves are the answer."""
    yield Case("answers", {})
