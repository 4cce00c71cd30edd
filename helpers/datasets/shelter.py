"""The log book of a cat shelter, as untidy as such books are."""

import numpy as np

Seed = int | np.random.Generator
Table = dict[str, list]

YEAR = 2025
NAMES = ("Chip", "NAME", "Arrived ", "Weight kg", "Fee", " Coat")
FIRST = ("Mi", "Lu", "Ti", "Sa", "Fe", "Mo", "Ra", "Ko", "Be", "Ni")
LAST = ("na", "lo", "ger", "mi", "ra", "ka", "tty", "bo", "si", "zou")
SHARES = (4, 4, 6, 8, 13, 19, 13, 9, 8, 7, 5, 4)  # arrivals by month, in per cent
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
VET_DAY = 4  # the day of the month on which the village vets bring their strays
COATLESS = 2  # the first tables have no column for the coat


def make_shelter_log(cats: int = 240, *, seed: Seed = 64) -> list[Table]:
    """Twelve tables, one per month, of the cats that came to a shelter.

    Every table has the columns in an order of its own; the first two have no coat.
    Dates are written as "2025-06-14" or, day first, as "14/06/2025". Fees are texts
    such as "$1,250.00". Some weights are in grams, some are 0 or missing. Some cats
    stand there twice, and some rows are nearly empty.

    Parameters
    ----------
    cats : int
        Different cats, at least 1.
    seed : int or numpy.random.Generator

    Returns
    -------
    tables : list of dict
        Name of the column -> list of its entries; None or nan where one is missing.
    """
    if cats < 1:
        raise ValueError(
            f"make_shelter_log: got cats = {cats}, expected at least 1. Ask for a cat "
            "or more."
        )
    rng = np.random.default_rng(seed)
    rows: list[list[list]] = [[] for _ in SHARES]
    for chip in range(1, cats + 1):
        month = int(rng.choice(12, p=np.array(SHARES) / 100))
        rows[month] += _entries(rng, 4000 + 7 * chip, month)
    return [_table(rng, month, found) for month, found in enumerate(rows)]


def _entries(rng: np.random.Generator, chip: int, month: int) -> list[list]:
    """One cat's row; one cat in twelve has two, and one in 40 an empty one as well."""
    name = str(rng.choice(FIRST)) + str(rng.choice(LAST))
    day = VET_DAY if rng.random() < 0.35 else int(rng.integers(1, DAYS[month] + 1))
    kilograms, dollars = _weight_and_fee(rng)
    coat = str(rng.choice(["short", "Short", "long", "LONG"], p=(0.5, 0.2, 0.2, 0.1)))
    desk = bool(rng.random() < 0.55)
    weight = _untidy_weight(rng, kilograms)
    row = [chip, name, _date(day, month, desk), weight, _fee(rng, dollars), coat]
    rows = [row]
    if rng.random() < 1 / 12:
        again = _date(day, month, not desk)
        rows.append([chip, name.upper(), again, *row[3:5], coat.lower()])
    if rng.random() < 1 / 40:
        rows.append([None, str(rng.choice(FIRST)) + "?", None, np.nan, None, None])
    return rows


def _weight_and_fee(rng: np.random.Generator) -> tuple[float, float]:
    """A kitten, an adult, or now and then a large cat with a pedigree."""
    kind = rng.random()
    if kind < 0.3:
        return float(rng.uniform(0.7, 2.0)), float(rng.normal(165, 25))
    if kind < 0.97:
        kilograms = float(np.clip(rng.normal(4.4, 0.9), 2.0, 7.9))
        return kilograms, max(20.0, float(rng.normal(95, 30)))
    return float(rng.uniform(6.1, 7.9)), float(rng.uniform(700, 1300))


def _untidy_weight(rng: np.random.Generator, kilograms: float) -> float:
    """In grams, 0 or missing for some."""
    way = rng.random()
    if way < 0.08:
        return float("nan")
    if way < 0.13:
        return 0.0
    return round(1000 * kilograms, -1) if way < 0.25 else round(kilograms, 2)


def _date(day: int, month: int, desk: bool) -> str:
    """Day first at the front desk, year first at the vet's."""
    if desk:
        return f"{day:02}/{month + 1:02}/{YEAR}"
    return f"{YEAR}-{month + 1:02}-{day:02}"


def _fee(rng: np.random.Generator, dollars: float) -> str | None:
    """A text in one of four forms, or nothing."""
    dollars = 5.0 * round(dollars / 5)
    forms = (f"${dollars:,.2f}", f"{dollars:.0f}", f" $ {dollars:,.2f} ", None)
    return forms[int(rng.choice(4, p=(0.6, 0.2, 0.14, 0.06)))]


def _table(rng: np.random.Generator, month: int, rows: list[list]) -> Table:
    """The rows of a month as columns, in an order of their own."""
    count = len(NAMES) - (month < COATLESS)
    order = rng.permutation(count)
    return {NAMES[k]: [row[k] for row in rows] for k in order}
