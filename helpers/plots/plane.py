"""The plane as a classifier sees it: regions, the line between them, examples."""

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from helpers.plots.colors import CLASS_COLORS, CLASS_MARKERS, INK
from helpers.plots.draw import Look, close_on_error, label

CELLS = 241  # points of the grid along the longer side
DEPTH = 0.28  # how strong the colour of a sure answer is


def draw_classes(ax: Axes, X: np.ndarray, Y: np.ndarray, **look: object) -> Axes:
    """Points by class, each with its colour and marker: blue circles for class 0.

    Parameters
    ----------
    ax : Axes
    X : ndarray of shape (2, m)
    Y : ndarray of shape (1, m)
        Classes from 0 on.
    **look
        Of Matplotlib's scatter: s, linewidth.
    """
    options: Look = {"s": 42, "edgecolor": "white", "linewidth": 0.7} | look
    for k in range(_count(Y)):
        points = X[:, np.ravel(Y) == k]
        kind: Look = {"color": CLASS_COLORS[k % 5], "marker": CLASS_MARKERS[k % 5]}
        ax.scatter(
            points[0],
            points[1],
            label=f"y = {k}",
            **kind,
            **options,
        )
    return ax


@close_on_error
def draw_plane(
    ax: Axes,
    predict: Callable,
    X: np.ndarray,
    Y: np.ndarray,
    title: str = "",
    **look: object,
) -> Axes:
    """Regions of the classes in pale colours, the line between them, and examples.

    Parameters
    ----------
    ax : Axes
    predict : callable
        predict(X) for X of shape (2, n) gives classes from 0 on, or probabilities of
        class 1 when there are two classes, of shape (1, n).
    X : ndarray of shape (2, m)
    Y : ndarray of shape (1, m)
    title : str
        When empty, the share of right answers.
    **look
        Of the points, see `draw_classes`.
    """
    x, y = _sides(X)
    grid = np.stack([side.ravel() for side in np.meshgrid(x, y)])  # (2, n)
    with np.errstate(all="ignore"):
        answers = np.reshape(predict(grid), (len(y), len(x))).astype(float)
        right = _right(np.asarray(predict(X), dtype=float), Y)
    shares = _shares(answers, _count(Y))
    extent = (x[0], x[-1], y[0], y[-1])
    ax.imshow(_mix(shares), origin="lower", extent=extent, interpolation="bilinear")
    _draw_borders(ax, x, y, shares)
    draw_classes(ax, X, Y, **({"s": 16, "linewidth": 0.4} | look))
    if len(shares) > 2:
        ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    ax.grid(False)
    alike = 0.3 < np.ptp(x) / np.ptp(y) < 3
    ax.set(xlim=extent[:2], ylim=extent[2:], aspect="equal" if alike else "auto")
    return label(ax, title or f"{100 * right:.3g} % right", "$x_1$", "$x_2$")


def _count(Y: np.ndarray) -> int:
    """Number of classes, two at least."""
    return max(int(np.max(Y, initial=1)) + 1, 2)


def _sides(X: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places along both axes: all examples, and a tenth more on each side."""
    low, high = X.min(axis=1), X.max(axis=1)
    edge = 0.1 * np.where(high > low, high - low, 1.0)
    x, y = np.linspace(low - edge, high + edge, CELLS).T
    return x, y


def _right(answers: np.ndarray, Y: np.ndarray) -> float:
    """Share of right answers."""
    classes = answers > 0.5 if _count(Y) == 2 else answers
    return float(np.mean(np.ravel(classes) == np.ravel(Y)))


def _shares(answers: np.ndarray, count: int) -> np.ndarray:
    """Probability of each class all over the grid; shape (count, n_y, n_x)."""
    if count == 2:
        P = np.clip(np.nan_to_num(answers, nan=0.5), 0, 1)
        return np.stack([1 - P, P])
    return np.stack([(answers == k) * 1.0 for k in range(count)])


def _mix(shares: np.ndarray) -> np.ndarray:
    """Colours of the leading class, the paler the less it leads; (n_y, n_x, 3)."""
    order = np.sort(shares, axis=0)
    sure = DEPTH * (0.25 + 0.75 * np.sqrt(order[-1] - order[-2]))[..., None]
    colors = np.array([to_rgb(CLASS_COLORS[k % 5]) for k in range(len(shares))])
    return 1 - sure * (1 - colors[shares.argmax(axis=0)])


def _draw_borders(ax: Axes, x: np.ndarray, y: np.ndarray, shares: np.ndarray) -> None:
    """Where one class takes over from the others."""
    for k in range(1 if len(shares) == 2 else 0, len(shares)):
        ahead = shares[k] - np.delete(shares, k, axis=0).max(axis=0)
        if ahead.min() < 0 < ahead.max():
            ax.contour(x, y, ahead, levels=[0], colors=[INK], linewidths=1.3)
