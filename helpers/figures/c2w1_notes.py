"""The figures of week C2W1 with the values of the lecture notes."""

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.figures import c2w1_gradient_checking as nudge
from helpers.figures import c2w1_initialization as start
from helpers.figures.page import many, one
from helpers.plots import draw_blank, draw_plane, label
from helpers.plots.colors import (
    BLUE,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
)

NAMES = ("high bias", "just right", "high variance")
STDS = (0.01, 0.1, 0.1414, 0.2, 1.0)
SIZES = (3, 7, 7, 3, 2, 1)


def figures() -> dict[str, Figure]:
    """Figures of the week's notes under their file names."""
    measured = {f"std {s:g}": _mean_squares(s, 30) for s in STDS}
    foretold = {f"std {s:g}": [(50 * s * s) ** k for k in range(1, 31)] for s in STDS}
    epsilons = 10.0 ** -np.arange(1, 13, 0.5)
    return {
        "start_powers": one(3.2, start.draw_powers),
        "start_histograms": many(3.4, (1, 3), _draw_layers),
        "start_signals": one(3.6, start.draw_signals, measured, foretold),
        "fits": many(3.1, (1, 3), _draw_fits),
        "tanh_line": one(3.0, _draw_tanh),
        "dropout": one(3.2, _draw_dropout),
        "early_stopping": one(3.2, _draw_stopping),
        "round_bowl": many(3.2, (1, 2), _draw_bowls),
        "nudge_error": one(
            3.4, nudge.draw_error_curves, epsilons, _nudge_errors(epsilons)
        ),
    }


def _pass(std: float, depth: int, g: Callable) -> list[np.ndarray]:
    """Activations of so many layers of 100 units, for 200 random examples."""
    rng = np.random.default_rng(1)
    signal, kept = np.random.default_rng(0).standard_normal((100, 200)), []
    for _ in range(depth):
        signal = g(std * rng.standard_normal((100, 100)) @ signal)
        kept.append(signal)
    return kept


def _mean_squares(std: float, depth: int) -> list[float]:
    """Mean squares of the layers of a ReLU network."""
    return [
        float(np.mean(a * a)) for a in _pass(std, depth, lambda z: np.maximum(z, 0))
    ]


def _nudge_errors(epsilons: np.ndarray) -> dict[str, np.ndarray]:
    """Errors of both differences of t cubed at 1, whose slope is 3."""
    up, down = (1 + epsilons) ** 3, (1 - epsilons) ** 3
    one = np.abs((up - 1) / epsilons - 3)
    two = np.abs((up - down) / (2 * epsilons) - 3)
    return {"one-sided": one, "two-sided": two}


def _sample(m: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Points of two classes with a curved and noisy border."""
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (2, m))
    side = X[1] - 2.4 * X[0] ** 2 + 0.75 + 0.18 * rng.normal(size=m)
    return X, (side > 0).astype(int)[None, :]


def _features(X: np.ndarray, degree: int) -> np.ndarray:
    """All products of powers up to a degree; shape (m, features)."""
    powers = [(i, j) for i in range(degree + 1) for j in range(degree + 1 - i)]
    return np.stack([X[0] ** i * X[1] ** j for i, j in powers], axis=1)


def _draw_layers(axes: np.ndarray) -> None:
    """Activations of eight tanh layers for three sizes of the weights."""
    for ax, std in zip(axes, (0.05, 0.1, 1.0), strict=True):
        start.draw_histograms(ax, _pass(std, 8, np.tanh), f"tanh, std {std:g}")


def _draw_fits(axes: np.ndarray) -> None:
    """Three models of the same points: too stiff, right, too soft."""
    for ax, degree, name in zip(axes, (1, 2, 9), NAMES, strict=True):
        _draw_fit(ax, degree, name)


def _draw_fit(ax: Axes, degree: int, name: str) -> Axes:
    """Border of a model of one degree, with its errors on two sets."""
    X, Y = _sample(45, 2)
    theta = np.linalg.lstsq(_features(X, degree), 2.0 * Y[0] - 1, rcond=None)[0]

    def wrong(X: np.ndarray, Y: np.ndarray) -> float:
        return float(np.mean((_features(X, degree) @ theta > 0) != (Y[0] == 1)))

    draw_plane(ax, lambda X: _features(X, degree) @ theta > 0, X, Y, name, s=20)
    ax.set(xticks=[], yticks=[])
    errors = f"train {wrong(X, Y):.0%}, dev {wrong(*_sample(2000, 5)):.0%}"
    return label(ax, name, errors)


def _draw_tanh(ax: Axes) -> Axes:
    """Hyperbolic tangent and the line that it follows near 0."""
    z = np.linspace(-3, 3, 241)
    ax.axvspan(-0.5, 0.5, color=PALE_BLUE, alpha=0.7, lw=0)
    ax.plot(z, np.tanh(z), color=BLUE, ls="-")
    ax.plot(z, z, color=MUTED, ls="--")
    ax.text(1.25, 1.4, "a = z", color=MUTED, ha="right")
    ax.text(2.9, 0.78, "a = tanh z", color=BLUE, ha="right")
    ax.text(0, -1.35, "small weights", ha="center", color=INK)
    ax.set(xlim=(-3, 3), ylim=(-1.6, 1.6))
    return label(ax, "Small weights keep z where tanh is nearly a line", "z", "a")


def _draw_dropout(ax: Axes) -> Axes:
    """Network of the notes with some units of its wide layers left out."""
    draw_blank(ax, 14, 6)
    gone = {(1, 1), (1, 5), (2, 0), (2, 3), (2, 6), (3, 2)}
    places = [[(1 + 2.4 * k, 3 + 0.75 * (j - (n - 1) / 2)) for j in range(n)]
              for k, n in enumerate(SIZES)]  # fmt: skip
    for k in range(len(SIZES) - 1):
        for i, a in enumerate(places[k]):
            for j, b in enumerate(places[k + 1]):
                if (k, i) not in gone and (k + 1, j) not in gone:
                    ax.plot(*zip(a, b, strict=True), color=BLUE, ls="-", lw=1)
    for k, column in enumerate(places):
        for j, (x, y) in enumerate(column):
            off = (k, j) in gone
            edge = LINE if off else INK
            ax.plot(x, y, "o", zorder=3, mfc="white", mec=edge, ms=14)
            if off:
                ax.plot(x, y, "x", color=ORANGE, ms=8, mew=2, zorder=4)
    keep = ("1.0", "0.7", "0.5", "0.7", "1.0", "1.0")
    for k, text in enumerate(keep):
        ax.text(1 + 2.4 * k, 0.05, text, ha="center", color=MUTED)
    return label(ax, "One pass with dropout; below, keep_prob of each layer")


def _draw_stopping(ax: Axes) -> Axes:
    """Errors on training and dev set over time, and where to stop."""
    t = np.linspace(0, 100, 201)
    train = 0.03 + 0.45 * np.exp(-t / 18)
    dev = 0.09 + 0.40 * np.exp(-t / 16) + 0.0016 * np.maximum(t - 20, 0)
    best = int(np.argmin(dev))
    ax.plot(t, train, color=BLUE, ls="-")
    ax.plot(t, dev, color=ORANGE, ls="--")
    ax.axvline(t[best], color=MUTED, ls=":", lw=1.4)
    ax.plot([t[best]], [dev[best]], "o", color=ORANGE)
    ax.text(t[best] + 1, 0.43, "stop here, with w of middle size", color=MUTED)
    ax.text(99, train[-1] + 0.02, "training set", color=BLUE, ha="right")
    ax.text(99, dev[-1] + 0.02, "dev set", color=ORANGE, ha="right")
    ax.set(xlim=(0, 100), ylim=(0, 0.5))
    title = "The dev error turns before the training error does"
    return label(ax, title, "iteration (sketch)", "error")


def _draw_bowls(axes: np.ndarray) -> np.ndarray:
    """Gradient descent in a long and in a round bowl, with the best rate of each."""
    rounds = ((30.0, 0.031, "Raw: a long valley"), (1.3, 0.4, "Normalised: round"))
    for ax, (steep, rate, title) in zip(axes, rounds, strict=True):
        w, b = np.meshgrid(np.linspace(-4, 4, 161), np.linspace(-2.4, 2.4, 121))
        levels = [0.3, 1, 2.5, 5, 9, 16, 30, 60]
        ax.contour(w, b, w**2 + steep * b**2, levels, colors=LINE, linewidths=1)
        path = [(-3.6, 1.6)]
        for _ in range(14):
            x, y = path[-1]
            path.append((x - 2 * rate * x, y - 2 * rate * steep * y))
        ax.plot(*zip(*path, strict=True), "o-", color=ORANGE, ms=3, lw=1.2)
        ax.set(xlim=(-4, 4), ylim=(-2.4, 2.4))
        ax.grid(False)
        label(ax, title, "$w_1$", "$w_2$")
    return axes
