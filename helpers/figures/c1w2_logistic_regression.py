"""Figures of c1w2_logistic_regression: from a picture to a trained classifier."""

from collections.abc import Callable, Sequence
from math import isqrt
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.plots import (
    Look,
    close_on_error,
    draw_arrow,
    draw_blank,
    draw_box,
    draw_picture,
    label,
)
from helpers.plots.colors import (
    BLUE,
    INK,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RAISED,
)

NAMES = ("non-cat", "cat")


def draw_flatten(ax: Axes, image: np.ndarray) -> Axes:
    """Picture, its first pixels, and the column that they become.

    Parameters
    ----------
    ax : Axes
    image : ndarray of shape (n_H, n_W, 3)
        Numbers 0 to 255.
    """
    image = np.asarray(image)
    n_H, n_W, n_C = image.shape
    draw_blank(ax, 13, 5.4)
    ax.imshow(image, extent=(0.2, 4.4, 0.7, 4.9), zorder=2)
    ax.set(xlim=(0, 13), ylim=(0, 5.4))
    ax.text(2.3, 0.25, f"image ({n_H}, {n_W}, {n_C})", ha="center", color=MUTED)
    pixels = image.reshape(-1, n_C)
    for k in range(3):
        _draw_pixel(ax, k, pixels[k])
    _draw_column(ax, image.reshape(-1), n_H * n_W * n_C)
    draw_arrow(ax, (4.6, 2.8), (5.4, 2.8), arrowstyle="-|>")
    draw_arrow(ax, (8.9, 2.8), (9.7, 2.8), arrowstyle="-|>")
    title = (
        f"{n_H} · {n_W} · {n_C} = {image.size:,}: R, G, B of one pixel stay together"
    )
    return label(ax, title)


def _draw_pixel(ax: Axes, k: int, pixel: np.ndarray) -> None:
    """One pixel as its colour and three numbers."""
    y = 4.0 - 1.25 * k
    color = tuple(np.asarray(pixel[:3], dtype=float) / 255)
    draw_box(ax, (6.0, y), "", (0.75, 0.75), facecolor=color, zorder=2)
    for c, letter in enumerate("RGB"):
        x = 6.95 + 0.75 * c
        ax.text(x, y + 0.2, letter, ha="center", color=MUTED, fontsize=9)
        ax.text(x, y - 0.25, f"{int(pixel[c])}", ha="center", fontsize=10)
    if k == 2:
        ax.text(7.1, y - 0.95, "⋮", ha="center", va="center", fontsize=16)


def _draw_column(ax: Axes, x: np.ndarray, n_x: int) -> None:
    """The flattened example: seven entries, dots, the last entry."""
    shown = [str(int(v)) for v in x[:7]] + ["⋮", str(int(x[-1]))]
    for i, text in enumerate(shown):
        y = 4.65 - 0.5 * i
        fill = PALE_BLUE if i // 3 % 2 == 0 else PALE_ORANGE
        fill = RAISED if i > 6 else fill
        look: Look = {"facecolor": fill, "edgecolor": MUTED, "linewidth": 0.8}
        draw_box(ax, (10.6, y), text, (1.2, 0.48), **look).set_fontsize(10)
    ax.text(11.4, 4.65, "$x_1$", va="center")
    ax.text(11.4, 0.65, f"$x_{{{n_x}}}$", va="center")
    ax.text(11.4, 2.6, f"x\n({n_x}, 1)", va="center", color=MUTED, linespacing=1.5)


@close_on_error
def draw_sigmoid(ax: Axes, sigmoid: Callable) -> Axes:
    """Sigmoid with its half, its limits and the two decisions.

    Parameters
    ----------
    ax : Axes
    sigmoid : callable
        sigmoid(z) for an array z.
    """
    z = np.linspace(-8, 8, 321)
    a = np.ravel(sigmoid(z))
    ax.axvspan(-8, 0, color=PALE_BLUE, alpha=0.5, lw=0)
    ax.axvspan(0, 8, color=PALE_ORANGE, alpha=0.5, lw=0)
    ax.plot(z, a, color=INK, ls="-")
    ax.axhline(0.5, color=MUTED, ls=":", lw=1.2)
    ax.plot([0], np.ravel(sigmoid(np.zeros(1))), "o", color=INK)
    ax.text(-7.7, 0.6, "z ≤ 0: answer 0", color=BLUE, fontweight="bold")
    ax.text(7.7, 0.34, "z > 0: answer 1", color=ORANGE, fontweight="bold", ha="right")
    ax.set(xlim=(-8, 8), ylim=(-0.03, 1.03))
    title = "The sigmoid turns any z into a number between 0 and 1"
    return label(ax, title, "z", "a = σ(z)")


@close_on_error
def draw_loss(ax: Axes, logistic_loss: Callable) -> Axes:
    """Two branches of the loss: a sure and wrong answer costs most.

    Parameters
    ----------
    ax : Axes
    logistic_loss : callable
        logistic_loss(yhat, y), elementwise.
    """
    yhat = np.linspace(0.005, 0.995, 199)
    zero = np.ravel(logistic_loss(yhat, np.zeros_like(yhat)))
    one = np.ravel(logistic_loss(yhat, np.ones_like(yhat)))
    ax.plot(yhat, zero, color=BLUE, ls="-")
    ax.plot(yhat, one, color=ORANGE, ls="--")
    look: Look = {"fontweight": "bold", "va": "center"}
    ax.text(0.80, 3.1, "y = 0:  −ln(1 − ŷ)", color=BLUE, ha="right", **look)
    ax.text(0.12, 3.1, "y = 1:  −ln ŷ", color=ORANGE, **look)
    ax.plot([0.5], [np.log(2)], "o", color=INK)
    ax.annotate("undecided: ln 2 ≈ 0.693", (0.5, np.log(2)), (0.5, 1.35), ha="center")
    ax.set(xlim=(0, 1), ylim=(0, 5))
    return label(ax, "A sure and wrong answer costs most", "ŷ", "loss L(ŷ, y)")


def draw_bowls(axes: Any) -> Any:
    """Squared and log cost of one small data set along w: many valleys, or one.

    Parameters
    ----------
    axes : ndarray or sequence of two Axes
    """
    x = np.array([-8.0, -0.8, 0.5, 0.6, 1.0])
    y = np.array([1.0, 0.0, 0.0, 1.0, 1.0])
    w = np.linspace(-9, 9, 721)
    z = np.outer(w, x)  # (721, 5)
    squared = ((1 / (1 + np.exp(-z)) - y) ** 2).mean(axis=1) / 2
    log = (np.logaddexp(0, z) - y * z).mean(axis=1)
    titles = ("Squared error: more than one valley", "Logistic loss: one valley")
    for ax, J, title in zip(np.ravel(axes), (squared, log), titles, strict=True):
        ax.plot(w, J, color=BLUE, ls="-")
        low = np.flatnonzero((J[1:-1] < J[:-2]) & (J[1:-1] < J[2:])) + 1
        best = low[np.argmin(J[low])]
        for k in low:
            mark, color = ("o", INK) if k == best else ("X", ORANGE)
            ax.plot(w[k], J[k], mark, color=color, ms=9)
            text = "lowest" if k == best else "a trap"
            place: Look = {"textcoords": "offset points", "ha": "center"}
            ax.annotate(text, (w[k], J[k]), (0, -17), color=color, **place)
        ax.margins(y=0.24)
        label(ax, title, "w", "cost J(w)")
    return axes


def draw_weights(ax: Axes, w: np.ndarray, shape: Sequence[int]) -> Axes:
    """Weights as a picture: blue pixels speak for class 1, orange ones against.

    Parameters
    ----------
    ax : Axes
    w : ndarray of shape (n_x, 1)
    shape : tuple of int
        (n_H, n_W, n_C); the channels are averaged.
    """
    image = np.asarray(w, dtype=float).reshape(shape)
    image = image.mean(axis=-1) if image.ndim == 3 else image
    top = float(np.abs(image).max()) or 1.0
    drawn = ax.imshow(image, cmap="signed", vmin=-top, vmax=top)
    ax.set(xticks=[], yticks=[])
    ax.grid(False)
    for spine in ax.spines.values():
        spine.set_visible(False)
    bar = ax.figure.colorbar(drawn, ax=ax, ticks=[-top, 0, top], shrink=0.8)
    bar.ax.set_yticklabels([f"−{top:.1g}", "0", f"{top:.1g}"])
    bar.set_label("w, mean of R, G, B")
    bar.outline.set_visible(False)
    return label(ax, "Blue pixels speak for a cat, orange against")


def draw_gallery(
    axes_or_fig: Any, X: np.ndarray, Y: np.ndarray, Yhat: np.ndarray
) -> np.ndarray:
    """Images with the answer and the truth; a wrong answer has an orange frame.

    Parameters
    ----------
    axes_or_fig : Figure, or Axes in an array or sequence
    X : ndarray
        Images (m, n_H, n_W, 3), or one flat square image per column.
    Y, Yhat : ndarray of shape (1, m)
    """
    images = _as_images(np.asarray(X))
    if isinstance(axes_or_fig, Figure):
        rows = 1 if len(images) <= 6 else 2
        columns = min(-(-len(images) // rows), 8)
        axes_or_fig = axes_or_fig.subplots(rows, columns, squeeze=False)
    axes = np.ravel(np.asarray(axes_or_fig, dtype=object))
    truth, answer = np.ravel(Y).astype(int), np.ravel(Yhat).astype(int)
    for k, ax in enumerate(axes):
        if k >= len(images):
            ax.axis("off")
            continue
        draw_picture(ax, images[k])
        _frame(ax, bool(truth[k] == answer[k]), NAMES[answer[k]])
    wrong = int((truth != answer).sum())
    look: Look = {"x": 0.01, "ha": "left", "weight": "bold", "size": 12}
    axes[0].figure.suptitle(f"{wrong} of {len(truth)} answers are wrong", **look)
    return axes


def _as_images(X: np.ndarray) -> np.ndarray:
    """Images from images, or from columns of flat square colour images."""
    if X.ndim == 4:
        return X
    side = isqrt(X.shape[0] // 3)
    return X.T.reshape(-1, side, side, 3)


def _frame(ax: Axes, right: bool, answer: str) -> None:
    """Frame and caption of one image."""
    color = MUTED if right else ORANGE
    for spine in ax.spines.values():
        spine.set(visible=True, color=color, linewidth=1 if right else 4)
    mark = "✓" if right else "✗"
    ax.set_xlabel(f"{mark} {answer}", color=INK if right else ORANGE)


def draw_pipeline(ax: Axes) -> Axes:
    """Graph of one example: x to z to a to the loss, and the derivatives back."""
    draw_blank(ax, 14.4, 4.4)
    draw_box(ax, (1.2, 2.5), "x  (n_x, 1)", (2.0, 0.9), facecolor=RAISED)
    draw_box(ax, (1.2, 3.8), "w, b", (2.0, 0.8), facecolor=RAISED)
    draw_box(ax, (5.0, 2.5), r"$z = w^T x + b$", (2.7, 0.9))
    draw_box(ax, (8.8, 2.5), r"$a = \sigma(z)$", (2.3, 0.9))
    draw_box(ax, (12.6, 2.5), "loss L(a, y)", (2.5, 0.9))
    draw_box(ax, (12.6, 3.8), "y", (1.0, 0.8), facecolor=RAISED)
    look: Look = {"color": BLUE, "arrowstyle": "-|>"}
    starts = ((2.2, 2.6), (2.2, 3.8), (6.35, 2.6), (9.95, 2.6), (12.6, 3.4))
    ends = ((3.65, 2.6), (4.4, 2.95), (7.65, 2.6), (11.35, 2.6), (12.6, 2.95))
    for start, end in zip(starts, ends, strict=True):
        draw_arrow(ax, start, end, **look)
    back: Look = {"color": ORANGE, "arrowstyle": "-|>", "linestyle": (0, (4, 2))}
    for start, end in (((11.35, 2.35), (9.95, 2.35)), ((7.65, 2.35), (6.35, 2.35))):
        draw_arrow(ax, start, end, **back)
    draw_arrow(ax, (5.0, 2.05), (5.0, 1.0), **back)
    words: Look = {"ha": "center", "va": "center", "color": ORANGE}
    ax.text(10.65, 1.65, r"$da = -\frac{y}{a} + \frac{1-y}{1-a}$", **words)
    ax.text(7.1, 1.65, "$dz = a - y$", **words)
    ax.text(5.0, 0.6, "$dw = x\\,dz$,   $db = dz$", **words)
    return label(ax, "Forward to the loss (blue), back to dw and db (orange, dashed)")
