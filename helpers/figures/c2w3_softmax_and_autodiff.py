"""Figures of c2w3_softmax_and_autodiff: shares, regions, tapes and descents."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap

from helpers.plots import (
    Look,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_box,
    draw_cells,
    label,
)
from helpers.plots.colors import (
    BLUE,
    CYCLE,
    GHOST,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    PURPLE,
    RAISED,
)

COLORS = (BLUE, ORANGE, GREEN, PURPLE, MUTED)
MARKERS = "o^sDv"
SIGNS = {"power": "**"}
Tape = Sequence[tuple[str, str, tuple[Any, ...]]]


@close_on_error
def draw_shares(
    ax: Axes, softmax: Callable, z: Sequence[float], names: Sequence[str] = ()
) -> Axes:
    """Scores of one example, and the share of 1 that each class gets.

    Parameters
    ----------
    ax : Axes
    softmax : callable
        softmax(Z) for a column Z of shape (C, 1).
    z : sequence of float
        Scores.
    names : sequence of str
        Names of the classes.
    """
    scores = np.asarray(z, dtype=float)
    a = np.ravel(softmax(scores.reshape(-1, 1)))
    place, best = np.arange(len(a)), int(np.argmax(scores))
    hard: Look = {"facecolor": "none", "edgecolor": GHOST, "linestyle": "--", "lw": 1.4}
    ax.bar(place, (place == best) * 1.0, 0.62, label="hardmax", **hard)
    ax.bar(place, a, 0.5, color=BLUE, label="softmax")
    for k, share in enumerate(a):
        look: Look = {"ha": "center", "va": "bottom", "fontweight": "bold"}
        ax.text(k, share + 0.02, f"{share:.3f}", color=BLUE, **look)
    words = [f"{name}\n" for name in names] or [""] * len(a)
    ticks = [
        f"{word}z = {score:g}\n$e^z$ = {np.exp(score):.1f}".replace("-", "−")
        for word, score in zip(words, scores, strict=True)
    ]
    ax.set(xticks=place, xticklabels=ticks, ylim=(0, 1.12))
    ax.grid(axis="x", visible=False)
    ax.legend(loc="upper right")
    title = f"The largest score takes {100 * a[best]:.0f} %, not everything"
    return label(ax, title, "", "probability a")


@close_on_error
def draw_regions(ax: Axes, X: np.ndarray, Y: np.ndarray, predict: Callable) -> Axes:
    """Regions of the plane by predicted class, with the points on top.

    Parameters
    ----------
    ax : Axes
    X : ndarray of shape (2, m)
    Y : ndarray of shape (1, m)
        Classes from 0 on.
    predict : callable
        predict(X) -> classes of shape (1, m).
    """
    span = 1.08 * float(np.abs(X).max())
    line = np.linspace(-span, span, 201)
    grid = np.stack([axis.ravel() for axis in np.meshgrid(line, line)])
    field = np.asarray(predict(grid)).reshape(len(line), len(line))
    classes = int(np.max(Y)) + 1
    look: Look = {"vmin": 0, "vmax": classes - 1, "alpha": 0.22, "origin": "lower"}
    edges = (-span, span, -span, span)
    ax.imshow(field, cmap=ListedColormap(COLORS[:classes]), extent=edges, **look)
    for k in range(classes):
        ax.contour(line, line, field == k, [0.5], colors=INK, linewidths=0.9)
        x, y = X[:, np.ravel(Y) == k]
        dots: Look = {"color": COLORS[k], "marker": MARKERS[k], "s": 26}
        ax.scatter(x, y, label=f"{k}", edgecolor="white", linewidth=0.6, **dots)
    right = float(np.mean(np.asarray(predict(X)) == Y))
    ax.grid(False)
    ax.set(xlim=edges[:2], ylim=edges[2:], aspect="equal")
    ax.legend(title="class", loc="upper left", bbox_to_anchor=(1, 1))
    return label(ax, f"{100 * right:.0f} % lie in their own region", "$x_1$", "$x_2$")


def draw_unbroadcast(ax: Axes) -> Axes:
    """A column b, copied to three columns, and its gradient added up again."""
    draw_blank(ax, 13.6, 4.1)
    G = np.array([[1, 2, 3], [4, 5, 6]])
    draw_cells(ax, (0.6, 3.2), [["$b_1$"], ["$b_2$"]], PALE_BLUE)
    draw_cells(ax, (3.2, 3.2), [["$b_1$"] * 3, ["$b_2$"] * 3], PALE_BLUE, alpha=0.6)
    draw_cells(ax, (8.0, 3.2), [[str(n) for n in row] for row in G], PALE_ORANGE)
    draw_cells(ax, (12.1, 3.2), [[str(n)] for n in G.sum(axis=1)], PALE_ORANGE)
    draw_arrow(ax, (1.8, 2.2), (3.0, 2.2), color=BLUE, arrowstyle="-|>")
    back: Look = {"color": ORANGE, "arrowstyle": "-|>", "linestyle": (0, (4, 2))}
    draw_arrow(ax, (11.15, 2.2), (11.95, 2.2), **back)
    for x, text in (
        (1.1, "b (2, 1)"),
        (4.7, "in Z = W X + b (2, 3)"),
        (9.5, "G (2, 3)"),
        (12.6, "db (2, 1)"),
    ):
        ax.text(x, 0.7, text, ha="center", color=MUTED)
    return label(ax, "Copied on the way forward, added up on the way back")


def formula(op: str, inputs: Sequence[Any]) -> str:
    """Right-hand side of a record, as one would write it."""
    parts = [i if isinstance(i, str) else f"{i:g}" for i in inputs if i is not None]
    if op in ("+", "-", "*", "/", "@", "power"):
        return f"{parts[0]} {SIGNS.get(op, op)} {parts[1]}"
    return f"{op}({', '.join(parts)})"


def arrange(tape: Tape) -> dict[str, tuple[float, float]]:
    """Places of all names of a tape: column from the left, row from the top."""
    column: dict[str, int] = {}
    for name, _, inputs in tape:
        names = [i for i in inputs if isinstance(i, str)]
        column |= {i: 0 for i in names if i not in column}
        column[name] = 1 + max((column[i] for i in names), default=0)
    leaves = [name for name, depth in column.items() if depth == 0]
    row = {name: float(k) for k, name in enumerate(leaves)}
    for name, _, inputs in tape:
        known = [row[i] for i in inputs if isinstance(i, str)]
        row[name] = sum(known) / max(len(known), 1)
    for depth in range(1, max(column.values(), default=0) + 1):
        _spread([name for name in column if column[name] == depth], row)
    return {name: (float(column[name]), row[name]) for name in column}


def _spread(names: list[str], row: dict[str, float]) -> None:
    """Move names of one column apart until each has a row to itself."""
    names.sort(key=lambda name: row[name])
    middle = sum(row[name] for name in names) / max(len(names), 1)
    if any(row[b] - row[a] < 0.9 for a, b in zip(names, names[1:], strict=False)):
        for k, name in enumerate(names):
            row[name] = middle + k - (len(names) - 1) / 2


@close_on_error
def draw_tape(
    ax: Axes, tape: Tape, values: Mapping, gradients: Mapping | None = None
) -> Axes:
    """Graph of a tape of plain numbers: values above, gradients below.

    Parameters
    ----------
    ax : Axes
    tape : list of tuple
        (name, operation, inputs).
    values : dict
        Name: number.
    gradients : dict, optional
        Name: number; names without one stay without.
    """
    places, gradients = arrange(tape), gradients or {}
    low, *_, high = sorted([row for _, row in places.values()])
    columns = max(column for column, _ in places.values())
    draw_blank(ax, 3.4 * columns + 2.6, 1.9 * (high - low) + 2)
    at = {
        name: (1.3 + 3.4 * x, 1.9 * (high - y) + 0.9) for name, (x, y) in places.items()
    }
    for name, _, inputs in tape:
        for i in [i for i in dict.fromkeys(inputs) if isinstance(i, str)]:
            _draw_edge(ax, at[i], at[name], i in gradients and name in gradients)
    texts = {name: f"{name} = {formula(op, inputs)}" for name, op, inputs in tape}
    for name, place in at.items():
        size = (2.1, 0.6) if name in texts else (0.8, 0.6)
        fill = "white" if name in texts else RAISED
        draw_box(ax, place, texts.get(name, name), size, facecolor=fill).set_zorder(4)
        _write(ax, place, 0.5, f"{float(values[name]):.4g}", BLUE)
        if name in gradients:
            _write(ax, place, -0.52, f"d{name} = {float(gradients[name]):.4g}", ORANGE)
    title = "Values flow forward (blue)"
    return label(ax, title + (", gradients back (orange)" if gradients else ""))


def _draw_edge(ax: Axes, start: tuple, end: tuple, back: bool) -> None:
    """Forward arrow between two nodes, and the backward arrow below it."""
    far = np.array(end) - (1.12, 0)
    near = np.array(start) + (1.12 if start[0] > 2 else 0.5, 0)
    lift = np.array([0.0, 0.09]) if back else np.zeros(2)
    draw_arrow(ax, near + lift, far + lift, color=BLUE, arrowstyle="-|>")
    if back:
        look: Look = {"color": ORANGE, "arrowstyle": "-|>", "linestyle": (0, (4, 2))}
        draw_arrow(ax, far - lift, near - lift, **look)


def _write(ax: Axes, place: tuple, lift: float, text: str, color: str) -> None:
    """Number above or below a node."""
    look: Look = {"ha": "center", "va": "center", "fontweight": "bold", "fontsize": 10}
    ax.text(place[0], place[1] + lift, text.replace("-", "−"), color=color, **look)


def draw_descent(ax: Axes, paths: Mapping[str, Sequence[float]], goal: float) -> Axes:
    """One weight on its way to the lowest point, for several methods.

    Parameters
    ----------
    ax : Axes
    paths : dict
        Name: the weight before the first step, after it, and so on.
    goal : float
        Where the lowest point is.
    """
    ax.axhline(goal, color=MUTED, lw=1, ls=":")
    for name, path in paths.items():
        ax.plot(np.arange(len(path)), np.ravel(path), label=name)
    ax.margins(x=0.01)
    ax.legend(loc="lower right")
    return label(ax, f"Both end at w = {goal:g}, on different roads", "step", "w")


def draw_match(ax: Axes, costs: Mapping[str, Sequence[float]]) -> Axes:
    """Two trainings on top of one another, and how far they are apart.

    Parameters
    ----------
    ax : Axes
    costs : dict
        Two names: the cost before each step.
    """
    (first, one), (second, two) = costs.items()
    ax.plot(one, color=PALE_BLUE, lw=7, ls="-", label=first, solid_capstyle="round")
    ax.plot(two, color=CYCLE[1], lw=1.8, ls="--", label=second)
    apart = float(np.abs(np.subtract(one, two)).max())
    ax.set_ylim(bottom=0)
    ax.margins(x=0.01)
    ax.legend(loc="upper right")
    title = f"Never further apart than {apart:.0e}"
    return label(ax, title, "step", "cost J")
