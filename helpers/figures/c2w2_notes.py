"""The figures of c2w2_optimization with the values of the lecture notes."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from helpers.datasets.weather import make_temperatures
from helpers.figures import c2w2_optimization as draw
from helpers.figures.page import many, one
from helpers.widgets.surfaces import Surface, plateau, right_path, valley

NAMES = ("gradient descent", "momentum", "RMSprop", "Adam")


def figures() -> dict[str, Figure]:
    """Figures of the week's notes under their file names."""
    batches = (draw.draw_batch_costs, _batch_costs(), 256)
    shapes = plt.figure(figsize=(7.5, 2.9))
    draw.draw_stationary(shapes)
    rates = {"α = 0.1": 0.1, "α = 0.45": 0.45, "α = 0.51": 0.51}
    walks = {k: _path(valley(), "gradient descent", a, 20) for k, a in rates.items()}
    alphas = (0.45, 1.0, 0.3, 0.3)
    race = {k: _path(valley(), k, a, 60) for k, a in zip(NAMES, alphas, strict=True)}
    plain = {k: _path(plateau(), k, 0.3, 60) for k in NAMES}
    theta = make_temperatures()
    curves = {f"β = {beta:g}": _average(theta, beta) for beta in (0.5, 0.9, 0.98)}
    across, sides = ((-10, 5), (-2.2, 2.2)), ((-5.4, 2.6), (-2.8, 3.5))
    titles = (
        "Twenty steps: too small, good, too large",
        "Sixty steps: four ways down a long valley",
        "Sixty steps: where slopes are tiny, two walk on",
    )
    return {
        "valley": one(3.3, draw.draw_paths, valley().J, walks, *across, titles[0]),
        "batch_costs": many(2.7, (1, 3), *batches, sharey=True),
        "batch_paths": one(3.6, draw.draw_batch_paths, _batches),
        "temperatures": one(3.1, draw.draw_average, theta, curves),
        "memory": one(3.0, draw.draw_memory),
        "optimizers": one(3.6, draw.draw_paths, valley().J, race, *across, titles[1]),
        "plateau": one(3.6, draw.draw_paths, plateau().J, plain, *sides, titles[2]),
        "schedules": one(3.0, draw.draw_schedules, _rates()),
        "stationary": shapes,
    }


def _path(surface: Surface, name: str, alpha: float, steps: int) -> np.ndarray:
    """Path of one rule from the left, with β₁ = β₂ = 0.9."""
    start = (-8.5, 1.23) if surface.name == "long valley" else (-4.6, 2.1)
    rates = {"alpha": alpha, "beta1": 0.9, "beta2": 0.9, "steps": steps}
    return right_path(surface, start, name, rates)


def _average(theta: np.ndarray, beta: float) -> np.ndarray:
    """Weighted average of a series, as the sum of all its days."""
    back = np.arange(len(theta))[:, None] - np.arange(len(theta))
    return np.where(back < 0, 0, (1 - beta) * beta ** np.abs(back)) @ theta


def _batches(
    X: np.ndarray, Y: np.ndarray, size: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Pieces of a shuffled set."""
    parts = np.split(rng.permutation(X.shape[1]), np.arange(size, X.shape[1], size))
    return [(X[:, part], Y[:, part]) for part in parts]


def _batch_costs() -> dict[int, list[float]]:
    """Costs of 120 steps on a line through 256 points, for three batch sizes."""
    rng = np.random.default_rng(3)
    X = rng.normal(1.0, 1.0, (1, 256))
    Y = 0.5 * X + 1 + rng.normal(0, 0.8, X.shape)
    found: dict[int, list[float]] = {}
    for size in (256, 32, 1):
        p, draws, costs = np.array([-2.2, 2.7]), np.random.default_rng(4), list[float]()
        while len(costs) < 120:
            for X_t, Y_t in _batches(X, Y, size, draws):
                error = p[0] * X_t + p[1] - Y_t
                costs.append(float(np.mean(error**2) / 2))
                p = p - 0.03 * np.array([np.mean(error * X_t), np.mean(error)])
        found[size] = costs[:120]
    return found


def _rates() -> dict[str, np.ndarray]:
    """Four schedules from α₀ = 0.2."""
    epoch = np.arange(1, 31)
    return {
        "inverse, rate 0.3": 0.2 / (1 + 0.3 * epoch),
        "exponential, 0.95": 0.2 * 0.95**epoch,
        "root, k = 1": 0.2 / np.sqrt(epoch),
        "staircase, every 10": 0.2 / 2.0 ** (epoch // 10),
    }
