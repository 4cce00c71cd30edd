"""Figures of c2w2_optimization: paths through valleys, averages, rates, saddles."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from helpers.plots import Look, close_on_error, draw_costs, label
from helpers.plots.colors import (
    BLUE,
    GHOST,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PURPLE,
)

LOOKS: dict[str, Look] = {
    "gradient descent": {"color": INK, "ls": "-", "lw": 1.4},
    "momentum": {"color": PURPLE, "ls": "--", "lw": 2.0},
    "RMSprop": {"color": GREEN, "ls": ":", "lw": 2.4},
    "Adam": {"color": ORANGE, "ls": "-", "lw": 2.2},
}
OTHERS: tuple[Look, ...] = (
    {"color": INK, "ls": "-", "lw": 1.4},
    {"color": ORANGE, "ls": "--", "lw": 2.0},
    {"color": PURPLE, "ls": ":", "lw": 2.4},
    {"color": GREEN, "ls": "-.", "lw": 2.0},
    {"color": BLUE, "ls": "-", "lw": 2.0},
)
WATER = LinearSegmentedColormap.from_list("water", ["#ffffff", PALE_BLUE, "#8fb4ec"])
Span = tuple[float, float]
Paths = Mapping[str, np.ndarray]


def _look(name: object, k: int) -> Look:
    """Colour and dash of a line: an optimizer has its own, others take turns."""
    return LOOKS.get(str(name), OTHERS[k % len(OTHERS)])


def draw_paths(
    ax: Axes, J: Callable, paths: Paths, x: Span, y: Span, title: str = ""
) -> Axes:
    """Paths of descents over the contours of a cost.

    Parameters
    ----------
    ax : Axes
    J : callable
        J(w, b), elementwise.
    paths : dict
        Name: ndarray of shape (n, 2), the places (w, b).
    x, y : tuple of float
        What is shown of w and b.
    title : str
        What to see.
    """
    w, b = np.meshgrid(np.linspace(*x, 161), np.linspace(*y, 121))
    height = J(w, b)
    height = ((height - height.min()) / np.ptp(height)) ** 0.4
    levels = np.linspace(0, 1, 10)
    ax.contourf(w, b, height, levels, cmap=WATER)
    for k, (name, path) in enumerate(paths.items()):
        path = np.clip(np.asarray(path, dtype=float), -1e6, 1e6)
        ax.plot(path[:, 0], path[:, 1], label=name, **_look(name, k))
        ax.plot(path[-1:, 0], path[-1:, 1], "o", color=_look(name, k)["color"])
    first = next(iter(paths.values()))[0]
    ax.plot(*first, "o", mfc="white", mec=INK, ms=8)
    ax.legend(loc="lower right", fontsize=9, frameon=True, framealpha=0.85)
    ax.set(xlim=x, ylim=y)
    ax.grid(False)
    steps = max(len(path) for path in paths.values()) - 1
    return label(ax, title or f"{steps} steps from the white dot", "w", "b")


def draw_batch_costs(axes: Any, costs: Mapping[int, list], m: int) -> Any:
    """Cost of each step for several batch sizes, on one scale.

    Parameters
    ----------
    axes : ndarray or sequence of Axes
        One for each size.
    costs : dict
        Batch size: costs of its steps.
    m : int
        Number of examples.
    """
    top = 1.15 * np.quantile(np.concatenate(list(costs.values())), 0.985)
    colors = (BLUE, ORANGE, GREEN, PURPLE)
    pairs = zip(np.ravel(axes), costs.items(), strict=False)
    for k, (ax, (size, line)) in enumerate(pairs):
        ax.plot(np.arange(1, len(line) + 1), line, color=colors[k % 4], ls="-", lw=1.3)
        epochs = len(line) / -(-m // size)
        title = f"whole set, {size}" if size == m else f"size {size}"
        ax.set_ylim(0, top)
        y = "" if k else "J of the batch"
        label(ax, f"{title}:\n{epochs:.3g} epochs", "step", y)
    return axes


@close_on_error
def draw_batch_paths(ax: Axes, random_mini_batches: Callable, steps: int = 60) -> Axes:
    """Descent on a line through 256 points, with batches of three sizes.

    Parameters
    ----------
    ax : Axes
    random_mini_batches : callable
        random_mini_batches(X, Y, batch_size, rng) -> list of (X_t, Y_t).
    steps : int
    """
    rng = np.random.default_rng(3)
    X = rng.normal(1.0, 1.0, (1, 256))
    Y = 0.5 * X + 1 + rng.normal(0, 0.8, X.shape)

    def J(w: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.mean((w[..., None] * X[0] + b[..., None] - Y[0]) ** 2, axis=-1) / 2

    paths = {}
    for size, name in ((1, "size 1"), (32, "size 32"), (256, "whole set, m = 256")):
        draws, path = np.random.default_rng(4), [np.array([-2.2, 2.7])]
        while len(path) <= steps:
            for X_t, Y_t in random_mini_batches(X, Y, size, draws)[:steps]:
                error = path[-1][0] * X_t + path[-1][1] - Y_t
                slope = np.array([np.mean(error * X_t), np.mean(error)])
                path.append(path[-1] - 0.15 * slope)
        paths[name] = np.array(path[: steps + 1])
    draw_paths(ax, J, paths, (-2.6, 2.4), (-0.6, 3.4))
    return label(ax, f"{steps} steps: the smaller the batch, the wilder", "w", "b")


def draw_average(ax: Axes, theta: np.ndarray, curves: Mapping[str, np.ndarray]) -> Axes:
    """Daily temperatures and averages over them.

    Parameters
    ----------
    ax : Axes
    theta : ndarray of shape (T,)
    curves : dict
        Name: ndarray of shape (T,).
    """
    day = np.arange(1, len(theta) + 1)
    ax.plot(day, theta, "o", color=GHOST, ms=2.5, mew=0, ls="none", zorder=1)
    for k, (name, line) in enumerate(curves.items()):
        ax.plot(day, line, label=name, **(OTHERS[k % 5] | {"lw": 1.2 + 0.6 * k}))
    ax.legend(loc="upper right", ncols=len(curves), fontsize=9)
    ax.set_ylim(top=float(theta.max()) + 0.2 * float(np.ptp(theta)))
    title = "The more days an average remembers, the smoother and later"
    return label(ax, title, "day t", "θ and v, °C")


def draw_memory(ax: Axes, betas: tuple[float, ...] = (0.5, 0.9, 0.98)) -> Axes:
    """Share of its weight that a day still has, k days later."""
    k = np.arange(0, 81)
    for j, beta in enumerate(betas):
        days = 1 / (1 - beta)
        text = f"β = {beta:g}: {days:.0f} days"
        ax.plot(k, beta**k, label=text, **(OTHERS[j % 5] | {"lw": 2.2}))
        ax.plot([days], [beta**days], "o", color=OTHERS[j % 5]["color"])
    ax.axhline(np.exp(-1), color=MUTED, lw=1, ls=(0, (1, 2)))
    look: Look = {"color": MUTED, "ha": "right", "va": "bottom", "fontsize": 9.5}
    ax.text(79.5, np.exp(-1) + 0.01, "1/e = 0.368", **look)
    ax.set(xlim=(-0.5, 80), ylim=(0, 1.03))
    ax.legend(loc="upper right")
    title = "After 1 / (1 − β) days about a third is left"
    return label(ax, title, "days back, k", "$β^k$")


def draw_comparison(ax: Axes, costs: Mapping[str, Any], per_epoch: int) -> Axes:
    """Smoothed cost of each optimizer over epochs, in the optimizers' own colours.

    Parameters
    ----------
    ax : Axes
    costs : dict
        Name: cost at each step.
    per_epoch : int
        Steps in one epoch.
    """
    looks = {name: _look(name, k) for k, name in enumerate(costs)}
    draw_costs(ax, costs, every=1 / per_epoch, unit="epoch", log=True, looks=looks)
    ax.set_ylabel("cost J, smoothed")
    return ax


@close_on_error
def draw_schedules(ax: Axes, rates: Mapping[str, Any]) -> Axes:
    """Learning rate against epoch, one line for each schedule.

    Parameters
    ----------
    ax : Axes
    rates : dict
        Name: rates of epochs 1, 2, 3, ...
    """
    for k, (name, line) in enumerate(rates.items()):
        style = "steps-mid" if "stair" in name else "default"
        epoch = np.arange(1, len(line) + 1)
        look = OTHERS[(k + 1) % 5] | {"lw": 2.2}
        ax.plot(epoch, line, label=name, drawstyle=style, **look)
    ax.set_ylim(bottom=0)
    ax.legend(loc="upper right", fontsize=9)
    return label(ax, "Large steps first, small ones later", "epoch", "α")


def draw_stationary(figure: Figure) -> Any:
    """Bowl, dome and saddle in three dimensions, with their curvatures.

    Parameters
    ----------
    figure : Figure
        An empty one, wider than high.

    Returns
    -------
    axes : ndarray of Axes
    """
    axes = figure.subplots(1, 3, subplot_kw={"projection": "3d"})
    w, b = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(-1, 1, 13))
    shapes = (
        ("minimum: +2 and +2", w**2 + b**2),
        ("maximum: −2 and −2", -(w**2) - b**2),
        ("saddle: +2 and −2", w**2 - b**2),
    )
    for ax, (title, J) in zip(axes, shapes, strict=True):
        look: Look = {"antialiased": False, "linewidth": 0.3, "edgecolor": MUTED}
        ax.plot_surface(w, b, J, cmap="signed", **look)
        ax.plot([0], [0], [0], "o", color=INK, ms=6, zorder=9)
        ax.view_init(28, -58)
        ax.set(xticks=[-1, 0, 1], yticks=[-1, 0, 1], zticks=[])
        ax.set_box_aspect((1, 1, 0.75), zoom=0.95)
        label(ax, title, "w", "b").title.set_fontsize(10.5)
    return axes


def draw_signs(ax: Axes, shares: Mapping[int, float]) -> Axes:
    """Share of minima among random stationary points, by number of parameters.

    Parameters
    ----------
    ax : Axes
    shares : dict
        n: share of the random symmetric matrices (n, n) that are a minimum.
    """
    n = np.array(list(shares))
    found = np.array([shares[k] for k in n])
    ax.semilogy(n, 0.5**n, color=MUTED, ls="--", marker="s", label="$2^{-n}$: n coins")
    seen = found > 0
    look: Look = {"color": ORANGE, "ls": "-", "marker": "o"}
    ax.semilogy(n[seen], found[seen], label="counted", **look)
    ax.set_xticks(n)
    ax.legend(loc="lower left")
    title = "The more directions, the rarer a minimum"
    return label(ax, title, "parameters n", "share of minima")
