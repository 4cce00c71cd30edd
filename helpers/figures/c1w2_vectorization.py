"""Figures of c1w2_vectorization: slopes, graphs, races and broadcasting."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.canvas.poster import draw_scene
from helpers.canvas.scene import Scene
from helpers.plots import (
    Look,
    close_on_error,
    draw_blank,
    draw_cells,
    label,
)
from helpers.plots.colors import (
    BLUE,
    GHOST,
    GREEN,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RAISED,
)
from helpers.widgets import graph


@close_on_error
def draw_tangent(ax: Axes, f: Callable, a: float, h: float) -> Axes:
    """Curve with the triangle of a nudge: run 2h, rise f(a+h) - f(a-h).

    Parameters
    ----------
    ax : Axes
    f : callable
        Function of one number or array.
    a, h : float
        Where, and how far to either side.
    """
    span = max(1.6, 1.8 * h)
    x = np.linspace(a - span, a + span, 201)
    left, right = float(f(a - h)), float(f(a + h))
    slope = (right - left) / (2 * h)
    ax.plot(x, [float(f(t)) for t in x], color=BLUE, ls="-", label="f")
    line = float(f(a)) + slope * (x - a)
    ax.plot(x, line, color=ORANGE, ls="--", label=f"slope {slope:.3g}")
    _draw_rise(ax, (a, h), left, right)
    ax.plot([a], [float(f(a))], "o", color=INK, zorder=4)
    ax.margins(x=0)
    ax.legend(loc="best")
    return label(ax, f"At a = {a:g} the slope is rise over run: {slope:.4g}", "a", "f")


def _draw_rise(ax: Axes, nudge: tuple[float, float], left: float, right: float) -> None:
    """Triangle of the nudge (a, h), with its two sides in numbers."""
    a, h = nudge
    sides = [a - h, a + h, a + h], [left, left, right]
    ax.fill(*sides, color=PALE_ORANGE)
    ax.plot(*sides, color=ORANGE, ls="-", lw=1.4)
    down = -1 if right >= left else 1
    look: Look = {"textcoords": "offset points", "color": ORANGE, "va": "center"}
    ax.annotate(f"2h = {2 * h:.3g}", (a, left), (0, 11 * down), ha="center", **look)
    middle = (a + h, (left + right) / 2)
    ax.annotate(f"{right - left:.3g}", middle, (6, -3 * down), **look)


def draw_graph(ax: Axes, values: Mapping, gradients: Mapping | None = None) -> Axes:
    """Computation graph of J = 3(a + bc): values above, derivatives below.

    Parameters
    ----------
    ax : Axes
    values : dict
        Numbers under any of a, b, c, u, v, J.
    gradients : dict, optional
        Derivatives of J under any of da, db, dc, du, dv.
    """
    scene, gradients = Scene(height=graph.HEIGHT), gradients or {}
    graph.draw_nodes(scene)
    graph.write_values(scene, values, values)
    graph.draw_slopes(scene, gradients, gradients)
    draw_scene(ax, scene, (40, 28, 668, 292))
    title = "Values flow forward (blue)"
    if gradients:
        title += ", derivatives of J flow back (orange, dashed)"
    return label(ax, title)


def draw_race(ax: Axes, sizes: Sequence, seconds: Mapping[str, Sequence]) -> Axes:
    """Times of several ways against the size, on log-log axes.

    Parameters
    ----------
    ax : Axes
    sizes : sequence of int
    seconds : dict
        One list of seconds, as long as sizes, under each way's name.
    """
    marks = zip("o^sDv", seconds.items(), strict=False)
    for marker, (name, times) in marks:
        (line,) = ax.loglog(sizes, times, marker=marker, label=name)
        look: Look = {"color": line.get_color(), "fontweight": "bold", "va": "center"}
        place: Look = {"xytext": (9, 0), "textcoords": "offset points"}
        ax.annotate(name, (sizes[-1], times[-1]), **place, **look)
    last = sorted((times[-1], name) for name, times in seconds.items())
    (quick, fast), (late, slow) = last[0], last[-1]
    ax.margins(x=0.04)
    ax.set_xlim(right=max(sizes) * (max(sizes) / min(sizes)) ** 0.22)
    ratio = f"{late / max(quick, 1e-12):,.0f} times as long as {fast}"
    title = f"At n = {sizes[-1]:,} {slow} takes {ratio}"
    if len(last) < 2:
        title = f"At n = {sizes[-1]:,} {slow} takes {late:.2g} s"
    return label(ax, title, "size n", "time in s")


def draw_broadcast(ax: Axes, shape_1: Sequence, shape_2: Sequence) -> Axes:
    """How two shapes of rank 1 or 2 stretch to a common one.

    Parameters
    ----------
    ax : Axes
    shape_1, shape_2 : tuple of int
        At most (6, 6) each.
    """
    one, two = _as_rows(shape_1), _as_rows(shape_2)
    fits = all(p == q or 1 in (p, q) for p, q in zip(one, two, strict=True))
    n, m = max(one[0], two[0]), max(one[1], two[1])
    if not fits:
        draw_blank(ax, one[1] + two[1] + 3, n + 1.4)
        _draw_block(ax, 0.5, n + 0.9, one, one, tuple(shape_1), PALE_BLUE)
        _draw_block(ax, one[1] + 2.5, n + 0.9, two, two, tuple(shape_2), PALE_ORANGE)
        return label(ax, f"{tuple(shape_1)} and {tuple(shape_2)} do not fit")
    draw_blank(ax, 3 * m + 4, n + 1.4)
    full = (n, m)
    _draw_block(ax, 0.5, n + 0.9, one, full, tuple(shape_1), PALE_BLUE)
    _draw_block(ax, m + 2.0, n + 0.9, two, full, tuple(shape_2), PALE_ORANGE)
    wide = (m,) if len(shape_1) == len(shape_2) == 1 else full
    _draw_block(ax, 2 * m + 3.5, n + 0.9, full, full, wide, RAISED)
    for x, sign in ((m + 1.25, "+"), (2 * m + 2.75, "=")):
        ax.text(x, n / 2 + 0.9, sign, ha="center", va="center", fontsize=16)
    shapes = f"{tuple(shape_1)} + {tuple(shape_2)} → {wide}"
    dashed = full != one or full != two
    ax.text(0.5, -0.1, "dashed: repeated" if dashed else "", color=MUTED, fontsize=9.5)
    return label(ax, shapes)


def _as_rows(shape: Sequence) -> tuple[int, int]:
    """Shape with a leading 1, as broadcasting reads it."""
    return (1, int(shape[0])) if len(shape) == 1 else (int(shape[0]), int(shape[1]))


def _draw_block(
    ax: Axes, x: float, y: float, own: tuple, full: tuple, shape: tuple, color: str
) -> None:
    """Cells of one array; the cells made by stretching are pale and dashed."""
    dashed = {"linestyle": (0, (3, 2)), "alpha": 0.45, "edgecolor": MUTED}
    draw_cells(ax, (x, y), [[""] * full[1]] * full[0], color, **dashed)
    draw_cells(ax, (x, y), [[""] * own[1]] * own[0], color, edgecolor=INK)
    middle = x + full[1] / 2
    ax.text(middle, y - full[0] - 0.45, str(shape), ha="center", color=MUTED)


def draw_calories(
    ax: Axes, percent: np.ndarray, foods: Sequence[str], rows: Sequence[str]
) -> Axes:
    """Stacked bars: each food's calories add up to 100 per cent.

    Parameters
    ----------
    ax : Axes
    percent : ndarray of shape (p, n)
        One column per food.
    foods, rows : sequence of str
        n names of columns, p names of rows.
    """
    percent = np.asarray(percent, dtype=float)
    colors, hatches = (BLUE, ORANGE, GREEN, LINE), ("", "//", "..", "xx")
    base = np.zeros(percent.shape[1])
    for i, name in enumerate(rows):
        look: Look = {
            "color": colors[i % 4],
            "hatch": hatches[i % 4],
            "edgecolor": "white",
        }
        ax.bar(foods, percent[i], 0.62, bottom=base, label=name, **look)
        _write_shares(ax, base, percent[i])
        base = base + percent[i]
    ax.axhline(100, color=GHOST, lw=1, ls="--")
    ax.grid(axis="x", visible=False)
    handles, names = ax.get_legend_handles_labels()
    ax.legend(handles[::-1], names[::-1], loc="center left", bbox_to_anchor=(1, 0.5))
    return label(ax, "Every column is its own 100 per cent", "", "share of calories, %")


def _write_shares(ax: Axes, base: np.ndarray, shares: np.ndarray) -> None:
    """Numbers in the middle of those parts of the bars that have room."""
    for j, share in enumerate(shares):
        if share >= 8:
            look: Look = {"ha": "center", "va": "center", "fontweight": "bold"}
            look["bbox"] = {"fc": "white", "ec": "none", "pad": 1.5}
            ax.text(j, base[j] + share / 2, f"{share:.0f} %", fontsize=11, **look)
