"""Costs over the steps of a training."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.plots.colors import MUTED
from helpers.plots.draw import Look, label

Costs = Sequence[float] | np.ndarray
LN_2 = float(np.log(2))
STEPS = (1, 2, 5)  # ticks of a logarithmic scale


def draw_costs(
    ax: Axes,
    costs: Mapping | Costs,
    title: str = "",
    *,
    every: float = 1,
    unit: str = "iteration",
    log: bool = False,
    legend: bool = True,
    looks: Mapping[str, Look] | None = None,
    chance: float | None = LN_2,
) -> Axes:
    """Cost before each step, one curve or one for each name.

    Parameters
    ----------
    ax : Axes
    costs : dict or sequence of float
        Costs under each name, or the costs of one run. A number as a name is a
        learning rate.
    title : str
        When empty, where the best run ends.
    every : float
        Units between two costs.
    unit : str
        What is counted: iteration, step, epoch.
    log : bool
        Logarithmic scale of the cost.
    legend : bool
        Names beside the axes, when there are several.
    looks : dict, optional
        Colour and dash of a name, where the usual ones do not serve.
    chance : float, optional
        Cost of one who knows nothing: ln C for C classes, None for squared errors.
    """
    named = costs if isinstance(costs, Mapping) else {"": costs}
    runs = {_name(key): np.ravel(values) for key, values in named.items()}
    for name, values in runs.items():
        look = (looks or {}).get(name, {})
        ax.plot(every * np.arange(len(values)), values, label=name, **look)
    _scale(ax, np.concatenate(list(runs.values())), log)
    _draw_chance(ax, chance)
    ax.margins(x=0.01)
    if legend and len(runs) > 1:
        ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return label(ax, title or _finding(runs, every, unit), unit, "cost J")


def _name(key: object) -> str:
    """Name of a run: a number is a learning rate."""
    return f"α = {key:g}" if isinstance(key, int | float) else str(key)


def _scale(ax: Axes, values: np.ndarray, log: bool) -> None:
    """From 0 to the highest cost, but not far above a start; or logarithmic."""
    values = values[np.isfinite(values)]
    if not log:
        ax.set_ylim(0, min(ax.get_ylim()[1], 4 * max(float(values[0]), 0.7)))
        return
    low, high = max(float(values.min()), 1e-12), max(float(values.max()), 1e-11)
    ax.set_yscale("log")
    ax.set_ylim(0.7 * low, 1.4 * high)
    if high < 100 * low:
        exponents = range(int(np.log10(low)) - 1, int(np.log10(high)) + 2)
        ticks = [m * 10.0**e for e in exponents for m in STEPS]
        ticks = [t for t in ticks if 0.7 * low < t < 1.4 * high]
        ax.set_yticks(ticks, [f"{t:g}" for t in ticks])
        ax.minorticks_off()


def _draw_chance(ax: Axes, chance: float | None) -> None:
    """Dotted line where one who knows nothing stands, if the axes reach it."""
    low, high = ax.get_ylim()
    if chance is None or not low < chance < high:
        return
    ax.axhline(chance, color=MUTED, lw=1, ls=":")
    look: Look = {"color": MUTED, "fontsize": 9.5, "ha": "right", "va": "bottom"}
    across = ax.get_yaxis_transform()
    ax.text(0.995, chance, f"ln {np.exp(chance):.0f}", transform=across, **look)


def _finding(runs: Mapping[str, np.ndarray], every: float, unit: str) -> str:
    """Where the best run ends, in words."""
    ends = {name: np.nan_to_num(run[-1], nan=np.inf) for name, run in runs.items()}
    best = min(ends, key=lambda name: float(ends[name]))
    if len(runs) > 1:
        return f"After {every * len(runs[best]):.0f} {unit}s {best} is lowest"
    way = "falls to" if ends[best] < runs[best][0] else "ends at"
    return f"The cost {way} {ends[best]:.3g}"
