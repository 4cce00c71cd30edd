"""Figures of c1w4_cat_classifier: what the layers learnt, and what they did not."""

from collections.abc import Mapping, Sequence
from math import isqrt

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.plots import Look, draw_picture, label
from helpers.plots.colors import BLUE, MUTED, ORANGE

NAMES = ("no cat", "cat")


def draw_mistakes(
    figure: Figure,
    images: np.ndarray,
    Y: np.ndarray,
    A: np.ndarray,
    indices: Sequence[int],
) -> Figure:
    """Pictures that were answered wrongly, with the answer's probability.

    Parameters
    ----------
    figure : Figure
    images : ndarray of shape (m, n_H, n_W, 3)
    Y, A : ndarray of shape (1, m)
        Labels, and probabilities of a cat.
    indices : sequence of int
        Pictures to be shown, in order.
    """
    chosen = [int(i) for i in np.ravel(indices)][:12]
    columns = min(max(len(chosen), 1), 6)
    rows = max(-(-len(chosen) // columns), 1)
    axes = figure.subplots(rows, columns, squeeze=False).ravel()
    for ax in axes[len(chosen) :]:
        ax.axis("off")
    for ax, i in zip(axes, chosen, strict=False):
        draw_picture(ax, images[i])
        a = float(np.ravel(A)[i])
        answer, truth = NAMES[int(a > 0.5)], NAMES[int(np.ravel(Y)[i])]
        ax.set_xlabel(f"“{answer}” {max(a, 1 - a):.0%}\n{truth}", color=ORANGE)
    title = f"{len(chosen)} mistakes, the surest first" if chosen else "No mistake"
    figure.suptitle(title, x=0.01, ha="left", weight="bold", size=12)
    return figure


def draw_first_layer(figure: Figure, W1: np.ndarray, n: int = 10) -> Figure:
    """Rows of W1 as pictures: blue pixels excite a unit, orange ones calm it.

    Parameters
    ----------
    figure : Figure
    W1 : ndarray of shape (n_1, n_x)
        Weights on square colour pictures.
    n : int
        Units to show, those with the largest weights.
    """
    W1 = np.asarray(W1, dtype=float)
    side = isqrt(W1.shape[1] // 3)
    maps = W1.reshape(len(W1), side, side, 3).mean(axis=3)
    order = np.argsort(-np.abs(maps).max(axis=(1, 2)), kind="stable")[:n]
    columns = min(len(order), 5)
    axes = figure.subplots(-(-len(order) // columns), columns, squeeze=False).ravel()
    for ax in axes[len(order) :]:
        ax.axis("off")
    for ax, unit in zip(axes, order, strict=False):
        top = float(np.abs(maps[unit]).max()) or 1.0
        ax.imshow(maps[unit], cmap="signed", vmin=-top, vmax=top)
        ax.set(xticks=[], yticks=[])
        ax.grid(False)
        ax.set_xlabel(f"unit {unit}", color=MUTED)
    title = "First layer: blue pixels excite a unit, orange ones calm it"
    figure.suptitle(title, x=0.01, ha="left", weight="bold", size=12)
    return figure


def draw_depths(ax: Axes, shares: Mapping[int, Sequence[float]], name: str) -> Axes:
    """Accuracy on both sets for networks with more and more layers.

    Parameters
    ----------
    ax : Axes
    shares : dict
        Number of layers -> (train accuracy, test accuracy), 0 to 1.
    name : str
        What the set is called.
    """
    layers = sorted(shares)
    pairs = np.array([shares[L] for L in layers])
    looks = (("train", BLUE, "-", "o", 7), ("test", ORANGE, "--", "s", -14))
    for k, (which, color, dash, mark, up) in enumerate(looks):
        ax.plot(layers, pairs[:, k], color=color, ls=dash, marker=mark, label=which)
        for L, share in zip(layers, pairs[:, k], strict=True):
            place: Look = {
                "xytext": (0, up),
                "textcoords": "offset points",
                "ha": "center",
            }
            ax.annotate(f"{share:.0%}", (L, share), color=color, fontsize=9.5, **place)
    ax.set(xticks=layers, ylim=(0.45, 1.08), xlim=(layers[0] - 0.4, layers[-1] + 0.4))
    ax.axhline(0.5, color=MUTED, lw=1, ls=":")
    ax.text(layers[-1] + 0.35, 0.505, "a coin", color=MUTED, fontsize=9, ha="right")
    ax.legend(loc="lower left", bbox_to_anchor=(0, 0.08))
    return label(ax, name, "layers L", "accuracy")
