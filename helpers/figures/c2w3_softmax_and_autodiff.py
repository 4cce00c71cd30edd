"""Figures of c2w3_softmax_and_autodiff: shares, regions, tapes and descents."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.canvas.poster import draw_scene
from helpers.canvas.scene import Scene
from helpers.plots import (
    Look,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_cells,
    label,
)
from helpers.plots.colors import (
    BLUE,
    CYCLE,
    GHOST,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
)
from helpers.widgets.tape_graph import (
    Tape,
    draw_gradients,
    draw_nodes,
    picture_box,
)


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
    scene, gradients = Scene(528), gradients or {}
    draw_nodes(scene, tape, values)
    draw_gradients(
        scene, tape, [record for record in tape if record[0] in gradients], gradients
    )
    draw_scene(ax, scene, picture_box(tape))
    title = "Values flow forward (blue)"
    return label(ax, title + (", gradients back (orange)" if gradients else ""))


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
