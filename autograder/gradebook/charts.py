"""Pictures of the class, drawn by hand as SVG; colours come from the page."""

from dataclasses import dataclass

BINS = 10
WIDTH, HEIGHT = 640, 180
FOOT, HEAD = 26, 36


@dataclass(frozen=True)
class Bar:
    """One bar of the distribution, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    count: int
    label: str


def distribution(shares: list[float]) -> list[Bar]:
    """How many learners have which part of the points, in tenths.

    Parameters
    ----------
    shares : list of float
        Between 0 and 1; full marks stand in the last bar.
    """
    counts = [0] * BINS
    for share in shares:
        counts[max(0, min(int(share * BINS), BINS - 1))] += 1
    step = WIDTH / BINS
    room = HEIGHT - FOOT - HEAD
    tallest = max(counts, default=0) or 1
    bars = []
    for i, count in enumerate(counts):
        height = room * count / tallest
        low, high = i * 100 // BINS, (i + 1) * 100 // BINS
        y = HEIGHT - FOOT - height
        label = f"{count} with {low} to {high} percent"
        bars.append(Bar(i * step + 3, y, step - 6, height, count, label))
    return bars


def median_place(shares: list[float]) -> float | None:
    """Where the median stands on the drawing's x-axis."""
    if not shares:
        return None
    ordered = sorted(shares)
    half = len(ordered) // 2
    middle = (ordered[half] + ordered[~half]) / 2
    return round(middle * WIDTH, 1)


def described(shares: list[float]) -> str:
    """The distribution in words, for who cannot see it."""
    told = [bar.label for bar in distribution(shares) if bar.count]
    return "; ".join(told) if told else "No marks yet."
