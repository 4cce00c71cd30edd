"""Figures of the notes on arrays and tables, under their file names."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.datasets import make_shelter_log
from helpers.figures import c0w1_arrays_and_tables as tables
from helpers.figures.page import one

WEIGHINGS = np.array([[4.0, 4.2, 4.4, 4.2], [3.1, 3, 3.3, 3], [5.2, 5.5, 5.2, 5.3]])
HEAVIEST = 6


def figures() -> dict[str, Figure]:
    """All figures of the week under their file names."""
    cats = _cats()
    desk, vets, misread = (_counts(cats, kind) for kind in ("desk", "vets", "misread"))
    pairs = np.array(
        [(c["weight"], c["fee"]) for c in cats if c["weight"] and c["fee"]]
    )
    weights, fees = pairs.T
    classes = np.minimum(weights.astype(int), HEAVIEST)
    band = _band([fees[classes == k] for k in range(HEAVIEST + 1)])
    names = ("The desk", "The vets")
    return {
        "table_axes": one(3.4, tables.draw_axes, WEIGHINGS),
        "misread_months": one(3.3, tables.draw_months, desk + vets, misread),
        "desk_and_vets": one(3.1, tables.draw_gap, desk, vets, names),
        "fee_band": one(3.5, tables.draw_fee_band, band, weights, fees),
    }


def _cats() -> list[dict]:
    """Month, day, way of writing, kilograms and dollars of every cat; 0 is unknown."""
    cats: dict[int, dict] = {}
    for month, table in enumerate(make_shelter_log(), start=1):
        keys = ("Chip", "Arrived ", "Weight kg", "Fee")
        for chip, date, weight, fee in zip(*(table[k] for k in keys), strict=True):
            if chip:
                found: dict[str, Any] = {
                    "month": month,
                    "desk": "/" in date,
                    "day": int(date[:2]),
                }
                found["weight"] = _kilograms(weight)
                found["fee"] = float((fee or "0").strip(" $").replace(",", ""))
                cats.setdefault(chip, found)
    return list(cats.values())


def _kilograms(weight: float) -> float:
    """Kilograms of a weight that may be in grams; 0 where it is unknown."""
    known = weight if weight == weight else 0.0
    return known / 1000 if known > 100 else known


def _counts(cats: list[dict], kind: str) -> np.ndarray:
    """Cats of every month: those of the desk, of the vets, or with misread dates."""
    if kind != "misread":
        months = [cat["month"] for cat in cats if cat["desk"] == (kind == "desk")]
    else:
        months = [cat["day"] if cat["desk"] else cat["month"] for cat in cats]
    return np.bincount([k for k in months if k <= 12], minlength=13)[1:]


def _band(fees: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Means of the classes, with two standard errors on each side."""
    means = np.array([x.mean() for x in fees])
    wide = np.array([2 * (x.var() / (x.size - 1)) ** 0.5 for x in fees])
    return means - wide, means, means + wide
