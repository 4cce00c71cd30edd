"""Figures of c2w1_initialization: what a start does to signals and to training."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import Look, draw_costs, label
from helpers.plots.colors import (
    BLUE,
    CYCLE,
    DASHES,
    INK,
    LINE,
)

Curves = Mapping[str, Sequence[float]]
FACTORS = (0.5, 0.9, 1.0, 1.1, 1.5)


def draw_powers(ax: Axes, factors: Sequence[float] = FACTORS, depth: int = 152) -> Axes:
    """Powers of a few factors near 1: the size of a signal after many layers.

    Parameters
    ----------
    ax : Axes
    factors : sequence of float
    depth : int
        The largest exponent.
    """
    layers = np.arange(depth + 1)
    ends = [float(f) ** depth for f in factors]
    for k, (factor, end) in enumerate(zip(factors, ends, strict=True)):
        look: Look = {"color": CYCLE[k % 5], "ls": DASHES[k % 5]}
        ax.plot(layers, float(factor) ** layers, **look)
        text = f"{factor:g}: {_power(end)}"
        place: Look = {"textcoords": "offset points", "va": "center"}
        ax.annotate(text, (depth, end), (6, 0), color=look["color"], **place)
    ax.set(yscale="log", xlim=(0, depth))
    title = f"A factor near 1, {depth} times: nothing, or far too much"
    return label(ax, title, "layers k", "factor$^k$")


def draw_twins(ax: Axes, W: np.ndarray, b: np.ndarray, count: int) -> Axes:
    """Weights and biases of a layer as coloured rows: equal rows are equal units.

    Parameters
    ----------
    ax : Axes
    W : ndarray of shape (n, n_prev)
    b : ndarray of shape (n, 1)
    count : int
        Number of distinct units.
    """
    rows = np.concatenate([W, b], axis=1)
    top = float(np.abs(rows).max()) or 1.0
    ax.imshow(rows, cmap="signed", vmin=-top, vmax=top, aspect="auto")
    n, width = rows.shape
    ax.axvline(width - 1.5, color=INK, lw=1.2)
    names = [f"$w_{{{k + 1}}}$" for k in range(width - 1)] + ["b"]
    step = max(1, width // 12)
    ax.set_xticks(range(0, width, step), names[::step])
    ax.set_yticks(range(n), [str(j + 1) for j in range(n)])
    ax.grid(False)
    return label(ax, f"{n} units, {count} distinct", "weights and bias", "unit")


def draw_signals(ax: Axes, measured: Curves, predicted: Curves | None = None) -> Axes:
    """Mean square of the activations, layer by layer, one curve for each start.

    Parameters
    ----------
    ax : Axes
    measured : dict
        Name of a start -> one number per layer, drawn with dots.
    predicted : dict, optional
        The same names -> one number per layer, drawn as lines.
    """
    _draw_by_layer(ax, measured, predicted)
    ends = {name: _last(values) for name, values in measured.items()}
    low, high = min(ends.values()), max(ends.values())
    depth = max(len(values) for values in measured.values())
    title = f"After {depth} layers: from {_power(low)} to {_power(high)}"
    return label(ax, title, "hidden layer l", "mean square $q_l$")


def draw_gradients(ax: Axes, norms: Curves) -> Axes:
    """Length of the gradient of each layer's weights, one curve for each network.

    Parameters
    ----------
    ax : Axes
    norms : dict
        Name -> one number per layer.
    """
    _draw_by_layer(ax, norms, None)
    first = [float(values[0]) for values in norms.values() if values[0] > 0]
    title = "No gradient at all"
    if first:
        low, high = _power(min(first)), _power(max(first))
        title = f"Gradient of layer 1: from {low} to {high}"
    return label(ax, title, "layer l", "$\\Vert dW^{[l]} \\Vert$")


def _draw_by_layer(ax: Axes, dots: Curves, lines: Curves | None) -> None:
    """Curves on a logarithmic axis, each with its name at the right end."""
    ends = []
    for k, (name, found) in enumerate(dots.items()):
        color, dash = CYCLE[k % 5], DASHES[k % 5]
        values = np.asarray(found, dtype=float)
        layers = np.arange(1, len(values) + 1)
        seen = np.isfinite(values) & (values > 0)
        if lines is None:
            ax.plot(layers[seen], values[seen], color=color, ls=dash)
        else:
            ax.plot(layers, lines[name], color=color, ls=dash, lw=1.4)
        ax.plot(layers[seen], values[seen], "o", color=color, ms=4)
        if seen.any():
            ends.append((float(np.log10(values[seen][-1])), name, color))
    ax.set_yscale("log")
    ax.margins(x=0.02)
    _name_ends(ax, sorted(ends))


def _name_ends(ax: Axes, ends: list[tuple[float, str, str]]) -> None:
    """Names beside the last points, moved apart where they would overlap."""
    low, high = np.log10(ax.get_ylim())
    room, last = 0.075 * (high - low), -np.inf
    for height, name, color in ends:
        last = max(height, last + room)
        place = ((last - low) / (high - low), name)
        look: Look = {"transform": ax.transAxes, "va": "center", "color": color}
        ax.text(1.02, place[0], name, **look)


def _last(values: Sequence[float]) -> float:
    """The last number of a curve."""
    return float(values[-1])


def _power(value: float) -> str:
    """A number in a few characters: 0.94, or a power of ten."""
    if value == 0 or not np.isfinite(value) or 0.01 <= abs(value) < 1000:
        return f"{value:.2g}"
    return f"$10^{{{round(np.log10(abs(value)))}}}$"


def draw_histograms(ax: Axes, activations: Sequence[np.ndarray], name: str) -> Axes:
    """Histogram of each layer's activations, layer 1 on top.

    Parameters
    ----------
    ax : Axes
    activations : list of ndarray
        One array of any shape for each layer.
    name : str
        What the title says.
    """
    shown = [np.ravel(A) for A in activations]
    top = max(float(np.abs(A).max()) for A in shown) or 1.0
    edges = np.linspace(-top, top, 61)
    for k, A in enumerate(shown):
        counts, _ = np.histogram(A, edges)
        height = 0.85 * counts / max(counts.max(), 1)
        base = float(-k)
        look: Look = {"fill": True, "color": BLUE, "alpha": 0.75, "lw": 0}
        ax.stairs(base + height, edges, baseline=base, **look)
        ax.axhline(base, color=LINE, lw=0.8, zorder=0)
    ax.set_yticks(-np.arange(len(shown)), [str(k + 1) for k in range(len(shown))])
    ax.grid(False)
    ax.spines["left"].set_visible(False)
    return label(ax, name, "activation a", "hidden layer l")


def draw_starts(ax: Axes, costs: Curves) -> Axes:
    """Cost of one network from several starts.

    Parameters
    ----------
    ax : Axes
    costs : dict
        Name of a start -> its costs, one before each step.
    """
    stuck = sum(float(values[-1]) > 0.6 for values in costs.values())
    title = f"{stuck} of {len(costs)} starts learn next to nothing"
    told = {f"{name}: {_short(v[-1])}": v for name, v in costs.items()}
    draw_costs(ax, told, title, log=True)
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1), title="cost at the end")
    return ax


def _short(value: float) -> str:
    """A cost with two digits."""
    return f"{value:.2g}" if value >= 0.01 else f"{value:.0e}".replace("e-0", "e-")
