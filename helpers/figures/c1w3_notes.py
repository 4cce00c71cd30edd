"""The figures of c1w3_shallow_network with the values of the lecture notes."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.datasets import make_flower
from helpers.figures import c1w3_shallow_network as draw
from helpers.figures.page import many, one
from helpers.plots import draw_plane

# Networks for the flower, as the notebook trains them: 2000 steps, alpha = 1.2.
TRAINED: dict[int, tuple[list, list, list, float]] = {
    1: ([[-4.06, -7.03]], [-0.11], [0.8], 0.01),
    2: ([[-5.98, -6.5], [4.77, 1.39]], [-0.14, 0.13], [3.5, 3.42], -0.05),
    3: (
        [[-3.35, -5.93], [5.77, -0.52], [-4.69, 7.47]],
        [-0.11, 0.08, 0.12],
        [7.88, 7.75, 8.0],
        -0.34,
    ),
    4: (
        [[5.79, -0.52], [-3.37, -5.95], [-0.67, 1.36], [4.8, -7.65]],
        [0.08, -0.11, -0.01, -0.12],
        [7.89, 8.03, 0.24, -7.97],
        -0.32,
    ),
}
SHOWN = 160  # points in the small panels
# Weight of x1 in each of four units, every 15 steps: equal start, then random start.
EQUAL = [0.1, 0.099, 0.101, 0.102, 0.103, 0.104, 0.104, 0.104, 0.103, 0.103, 0.101]
EQUAL += [0.099, 0.096, 0.091, 0.084, 0.076, 0.067, 0.06, 0.057, 0.057, 0.061]
LATE = [  # from step 120 on; before it all four are within 0.04 of zero
    [0.03, 0.04, 0.05, 0.09, 0.15, 0.31, 0.63, 1.27, 2.05, 2.54, 2.83, 3.03, 3.18],
    [-0.05, -0.11, -0.2, -0.34, -0.55, -0.79, -1.06, -1.34, -1.51, -1.65, -1.77]
    + [-1.88, -1.97],
    [0.0, 0.0, 0.01, 0.01, 0.03, 0.04, 0.07, 0.01, -0.14, -0.26, -0.34, -0.4, -0.43],
    [-0.03, -0.03, -0.04, -0.05, -0.07, -0.14, -0.2, 0.23, 0.77, 1.06, 1.26]
    + [1.41, 1.54],
]
EARLY = [[0.02] * 6 + [0.03] * 2, [0.0] + [0.01] * 6 + [-0.01], [0.0] * 8, [-0.02] * 8]


def figures() -> dict[str, Figure]:
    """Figures of the week's notes under their file names."""
    return {
        "layers": one(3.7, draw.draw_network, (3, 4, 1)),
        "activations": many(2.5, (1, 4), _draw_activations, sharey=True),
        "starts": one(3.1, draw.draw_starts, _starts()),
        "two_layers_back": one(2.4, draw.draw_backward),
        "symmetry": many(2.9, (1, 2), _draw_symmetry),
        "units": many(2.4, (1, 3), _draw_units),
        "widths": many(2.3, (1, 4), _draw_widths),
    }


def _curve(z: np.ndarray, name: str) -> np.ndarray:
    """Value of an activation."""
    if name in ("sigmoid", "tanh"):
        return np.tanh(z) if name == "tanh" else 0.5 + 0.5 * np.tanh(z / 2)
    return np.where(z > 0, z, (0.01 if name == "leaky_relu" else 0.0) * z)


def _slope(z: np.ndarray, name: str) -> np.ndarray:
    """Slope of an activation, by a nudge."""
    return (_curve(z + 1e-6, name) - _curve(z - 1e-6, name)) / 2e-6


def _starts() -> dict[float, np.ndarray]:
    """Activations of 200 units for weights of several sizes."""
    X = make_flower(400, seed=0)[0]
    W = 0.01 * np.random.default_rng(1).normal(size=(200, 2))
    return {scale: np.tanh(scale * W @ X) for scale in (1, 30, 100, 1000)}


def _draw_activations(axes: Any) -> None:
    """Four activations and their slopes."""
    draw.draw_activations(axes[0], axes, _curve, _slope)


def _draw_symmetry(axes: Any) -> None:
    """Four equal units, and four different ones."""
    different = np.array([[*a, *b] for a, b in zip(EARLY, LATE, strict=True)])
    for ax, paths in zip(axes, (np.array([EQUAL] * 4), different), strict=True):
        steps = np.arange(0, 301, 5)
        known = np.arange(0, 301, 15)
        fine = np.array([np.interp(steps, known, path) for path in paths])
        draw.draw_paths(ax, fine)
        ax.set_xticks([0, 20, 40, 60], ["0", "100", "200", "300"])


def _hidden(X: np.ndarray, n_h: int) -> np.ndarray:
    """Answers of the hidden units of a trained network; shape (n_h, m)."""
    W, b, _, _ = TRAINED[n_h]
    return np.tanh(np.array(W) @ X + np.array(b)[:, None])


def _answers(X: np.ndarray, n_h: int) -> np.ndarray:
    """Probabilities of a trained network; shape (1, m)."""
    _, _, w, b = TRAINED[n_h]
    return _curve(np.array([w]) @ _hidden(X, n_h) + b, "sigmoid")


def _stepped(X: np.ndarray, n_h: int) -> np.ndarray:
    """Probabilities in steps of 0.1, which keep the picture's file small."""
    return np.floor(10 * _answers(X, n_h)) / 10 + 0.05


def _draw_units(axes: Any) -> None:
    """What the three units of a trained network answer."""
    X, Y = make_flower(400, seed=0)
    side = np.linspace(-2.2, 2.2, 61)
    grid = np.stack([g.ravel() for g in np.meshgrid(side, side)])
    A1 = np.round(10 * _hidden(grid, 3)) / 10
    draw.draw_units(axes[0], axes, A1, 2.2, X[:, :SHOWN], Y[:, :SHOWN])


def _draw_widths(axes: Any) -> None:
    """The flower with one to four hidden units."""
    X, Y = make_flower(400, seed=0)
    for n_h, ax in zip(TRAINED, axes, strict=True):
        right = np.mean((_answers(X, n_h) > 0.5) == Y)
        title = f"$n_h$ = {n_h}: {100 * right:.0f} %"
        few = (X[:, :SHOWN], Y[:, :SHOWN])
        draw_plane(ax, lambda X, n=n_h: _stepped(X, n), *few, title)
        ax.set(xlabel="", ylabel="", xticks=[], yticks=[])
