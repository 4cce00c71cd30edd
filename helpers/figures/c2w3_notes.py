"""The figures of the lecture notes of c2w3, and those that no notebook draws."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.datasets.many import make_clouds
from helpers.figures import c2w3_softmax_and_autodiff as draw
from helpers.figures.page import many, one
from helpers.plots import Look, draw_plane, label
from helpers.plots.colors import BLUE, GHOST, INK, MUTED, ORANGE, PALE_BLUE

SQUARE = (("s", "*", ("w", "w")), ("t", "*", ("w", 10.0)), ("J", "-", ("s", "t")))


def figures() -> dict[str, Figure]:
    """Figures of the week's notes under their file names."""
    names = ("0 none", "1 cat", "2 dog", "3 chick")
    values = {"w": 2.0, "s": 4.0, "t": 20.0, "J": -16.0}
    slopes = {"J": 1.0, "s": 1.0, "t": -1.0, "w": -6.0}
    return {
        "search": many(3.2, (1, 2), draw_search, sharey=True),
        "decades": many(2.7, (1, 2), draw_decades, sharey=True),
        "batch_norm": many(2.6, (1, 3), draw_batch_norm, sharey=True),
        "shares": one(3.4, draw.draw_shares, _shares, (5, 2, -1, 3), names),
        "regions": one(3.7, draw_plane, *_trained()),
        "unbroadcast": one(2.5, draw.draw_unbroadcast),
        "tape": one(2.9, draw.draw_tape, SQUARE, values, slopes),
        "quadratic": one(3.0, draw.draw_descent, _paths(), 5),
    }


def draw_search(axes: Sequence[Axes]) -> Sequence[Axes]:
    """25 trials on a grid and at random; the ticks below are the values of α tried.

    Parameters
    ----------
    axes : sequence of two Axes
    """
    line = np.linspace(0.1, 0.9, 5)
    grid = np.stack([np.repeat(line, 5), np.tile(line, 5)])
    random = np.random.default_rng(4).uniform(0.03, 0.97, (2, 25))
    titles = ("Grid: 5 values of α", "Random: 25 values of α")
    for ax, points, title in zip(axes, (grid, random), titles, strict=True):
        # a stripe in which α is good, whatever the other one is
        ax.axvspan(0.33, 0.43, color=PALE_BLUE, lw=0)
        good = (points[0] > 0.33) & (points[0] < 0.43)
        for chosen, color in ((~good, MUTED), (good, BLUE)):
            ax.plot(*points[:, chosen], "o", color=color, ms=5)
        ticks: Look = {"color": ORANGE, "lw": 1.4, "ls": "-"}
        ax.vlines(points[0], -0.06, -0.01, clip_on=False, **ticks)
        ax.set(xlim=(0, 1), ylim=(-0.06, 1.12), xticks=[], yticks=[])
        found = f"{int(good.sum())} in the good stripe"
        ax.text(0.38, 1.06, found, ha="center", va="center", color=BLUE)
        label(ax, title, "α: matters much", "")
    axes[0].set_ylabel("ε: hardly matters")
    return axes


def draw_decades(axes: Sequence[Axes]) -> Sequence[Axes]:
    """1000 draws of a learning rate, counted per decade, on two scales.

    Parameters
    ----------
    axes : sequence of two Axes
    """
    rng = np.random.default_rng(1)
    even = rng.uniform(1e-4, 1, 1000)
    spread = 10.0 ** rng.uniform(-4, 0, 1000)
    names = ["−4 to −3", "−3 to −2", "−2 to −1", "−1 to 0"]
    titles = ("α drawn evenly", "exponent r drawn evenly")
    for ax, alpha, title in zip(axes, (even, spread), titles, strict=True):
        counts = np.histogram(np.log10(alpha), bins=[-4, -3, -2, -1, 0])[0]
        bars = ax.bar(names, counts / 10, 0.62, color=BLUE)
        ax.bar_label(bars, fmt="%.1f", color=INK, padding=2)
        ax.grid(axis="x", visible=False)
        ax.margins(y=0.16)
        label(ax, title, "$r$, where $\\alpha = 10^r$", "")
    axes[0].set_ylabel("share of draws, %")
    return axes


def draw_batch_norm(axes: Sequence[Axes]) -> Sequence[Axes]:
    """Scores of one unit in a batch: as they come, normalised, scaled and shifted.

    Parameters
    ----------
    axes : sequence of three Axes
    """
    z = 6 + 2.5 * np.random.default_rng(2).normal(size=400)
    unit = (z - z.mean()) / z.std()
    stages = (z, unit, 1.5 * unit - 3)
    marks = ("z", "$z_{norm}$", r"$\tilde{z}$ with γ = 1.5, β = −3")
    bins = np.linspace(-9, 15, 41).tolist()
    for ax, values, mark in zip(axes, stages, marks, strict=True):
        ax.hist(values, bins, color=BLUE, alpha=0.85)
        ax.axvline(values.mean(), color=ORANGE, ls="--", lw=1.6)
        ax.axvline(0, color=GHOST, ls=":", lw=1.2)
        mean = f"{round(values.mean(), 6):.2g}".replace("-0", "0").replace("-", "−")
        label(ax, f"mean {mean}, spread {values.std():.2g}", mark, "")
    axes[0].set_ylabel("examples")
    return axes


def _shares(Z: np.ndarray) -> np.ndarray:
    """Softmax of columns."""
    return np.exp(Z - np.logaddexp.reduce(Z, axis=0))


def _trained() -> tuple[Callable, np.ndarray, np.ndarray]:
    """Softmax regression, and the four clouds that it was trained on."""
    X, y = make_clouds(240, 4, seed=1)
    tall = np.vstack([X, np.ones((1, X.shape[1]))])
    labels, both = np.eye(4)[:, y[0]], np.zeros((4, 3))
    for _ in range(300):
        both = both - 0.5 * (_shares(both @ tall) - labels) @ tall.T / X.shape[1]

    def classes(points: np.ndarray) -> np.ndarray:
        return (both[:, :2] @ points + both[:, 2:]).argmax(axis=0)[None]

    return classes, X, y


def _paths() -> dict[str, list[float]]:
    """Gradient descent and Adam on (w - 5)^2 from 0."""
    plain, adam, v, s = [0.0], [0.0], 0.0, 0.0
    for t in range(1, 301):
        plain.append(plain[-1] - 0.01 * (2 * plain[-1] - 10))
        slope = 2 * adam[-1] - 10
        v, s = v + 0.1 * (slope - v), s + 0.001 * (slope**2 - s)
        size = np.sqrt(s / (1 - 0.999**t)) + 1e-8
        adam.append(float(adam[-1] - 0.1 * v / (1 - 0.9**t) / size))
    return {"gradient descent, α = 0.01": plain, "Adam, α = 0.1": adam}
