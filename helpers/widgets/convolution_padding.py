"""Padding: how many windows use each pixel, counted on the learner's padded picture."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.canvas.controls import Slider
from helpers.canvas.learner import Trouble, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.widgets.convolution_picture import (
    draw_frame,
    draw_lines,
    draw_numbers,
    draw_signed,
    field,
)

HEIGHT, TOP, SIDE = 396, 44.0, 316.0
MAP, BARS = 16.0, 396.0
SIZES = range(4, 13)
FILTERS = range(1, 8)
PADS = range(4)
STRIDES = range(1, 5)


def explore_padding(zero_pad: Callable) -> Panel:
    """Heat map of how often an f x f window uses each pixel.

    Parameters
    ----------
    zero_pad : callable
        zero_pad(X, pad), X of shape (m, n_H, n_W, n_C); it gets a picture of ones, so
        that its zeros can be told from pixels.
    """
    controls = [
        Slider("n", "n", SIZES, 2, words="side n of the picture"),
        Slider("f", "f", FILTERS, 2, words="side f of the filter"),
        Slider("pad", "p", PADS, 0, words="padding p"),
        Slider("stride", "s", STRIDES, 0, words="stride s"),
    ]
    title = "How many windows use each pixel?"
    return Panel(title, _drawer(zero_pad), controls, Scene(height=HEIGHT))


def _drawer(zero_pad: Callable) -> Callable[..., None]:
    """The draw function: the map on the left, one row of it as bars on the right."""

    def draw(scene: Scene, n: int, f: int, pad: int, stride: int) -> None:
        inside = _padded(zero_pad, n, pad)  # (N, N), 1 for pixels and 0 for padding
        line = use_counts(n, f, pad, stride)
        counts = np.outer(line, line)
        draw_uses(scene, counts, inside, f)
        _draw_bars(scene, line, pad)
        _tell(scene, counts, line, (n, f, pad, stride))

    return draw


def use_counts(n: int, f: int, pad: int, stride: int) -> np.ndarray:
    """Windows that cover each place of one padded side.

    Returns
    -------
    counts : ndarray of shape (n + 2 pad,)
    """
    counts = np.zeros(n + 2 * pad, dtype=int)
    for start in range(0, len(counts) - f + 1, stride):
        counts[start : start + f] += 1
    return counts


def _padded(zero_pad: Callable, n: int, pad: int) -> np.ndarray:
    """Learner's padded picture of ones, looked at; shape (n + 2 pad, n + 2 pad)."""
    name, N = name_of(zero_pad), n + 2 * pad
    found = call(zero_pad, np.ones((1, n, n, 1)), pad)
    try:
        X = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        got = f"{name}: got {type(found).__name__}"
        raise Trouble(f"{got}, expected an array.") from None
    if X.shape != (1, N, N, 1):
        got = f"{name}: got shape {X.shape}, expected {(1, N, N, 1)}"
        raise Trouble(f"{got} for X of shape {(1, n, n, 1)} and pad {pad}.")
    wanted = np.pad(np.ones((n, n)), pad)
    if not np.array_equal(X[0, :, :, 0], wanted):
        many = int((X[0, :, :, 0] != wanted).sum())
        advice = "Zeros belong outside, the picture stays in the middle."
        raise Trouble(f"{name}: {many} of {N * N} numbers are wrong. {advice}")
    return X[0, :, :, 0]


def draw_uses(scene: Scene, counts: np.ndarray, inside: np.ndarray, f: int) -> None:
    """Counts: of pixels in blue, of the padding in grey, of unused pixels in red."""
    N, n = len(counts), int(inside[len(inside) // 2].sum())
    pad, cell = (N - n) // 2, min(SIDE / N, 46.0)
    whole = field((MAP, TOP), cell, counts.shape)
    inner = field((MAP + pad * cell, TOP + pad * cell), cell, (n, n))
    text = f"picture {n} × {n}" + (f", padded {N} × {N}" if pad else "")
    scene.text(MAP, TOP - 18, text, bold=True)
    if pad:
        scene.box(whole, "raised", stroke="ghost", width=1, dash="4 3")
        draw_numbers(scene, whole, counts, np.where(inside > 0, "none", "muted"))
    scene.box(inner, "surface")
    draw_signed(scene, inner, np.where(inside, counts, 0)[pad : pad + n, pad : pad + n])
    draw_lines(scene, inner, (1, 1), "ink")
    for i, j in np.argwhere((counts == 0) & (inside > 0)):
        box = (MAP + 2 + j * cell, TOP + 2 + i * cell, cell - 4, cell - 4)
        scene.box(box, "none", stroke="red", width=1.6)
    if f <= N:
        frame = (MAP, TOP, cell, cell)
        draw_frame(scene, frame, (0, 0), (f, f), width=2.4, dash="6 4")
        place = (MAP, TOP + N * cell + 18)
        scene.text(*place, "dashed: the first window", size=12, color="orange")


def _draw_bars(scene: Scene, line: np.ndarray, pad: int) -> None:
    """Windows over each column, as bars: the map is this row times this column."""
    N, floor = len(line), TOP + 230.0
    wide, top = min(300.0 / N, 40.0), max(int(line.max()), 1)
    tall = min(170.0 / top, 46.0)
    scene.text(BARS, TOP - 18, "windows over each column", bold=True)
    for k, count in enumerate(line):
        own = pad <= k < N - pad
        x, height = BARS + k * wide, count * tall
        fill = "blue" if own else "ghost"
        scene.box((x + 2, floor - height, wide - 4, height), fill)
        color = "muted" if not own else "ink" if count else "red"
        look: dict[str, Any] = {
            "anchor": "middle",
            "size": min(13, 0.62 * wide),
            "bold": own,
        }
        place = (x + wide / 2, floor - height - 10)
        scene.text(*place, str(count), color=color, **look)
    scene.line([(BARS, floor), (BARS + N * wide, floor)], "muted", width=1.2)
    lines = ("A pixel's number is that of its", "row times that of its column.")
    for k, text in enumerate(lines):
        scene.text(BARS, floor + 20 + 17 * k, text, size=12, color="muted")


def _tell(
    scene: Scene, counts: np.ndarray, line: np.ndarray, at: tuple[int, ...]
) -> None:
    """Numbers, and the finding."""
    n, f, pad, stride = at
    N = n + 2 * pad
    own = counts[pad : pad + n, pad : pad + n]
    size = (N - f) // stride + 1 if f <= N else 0
    corner, middle, unused = int(own[0, 0]), int(own.max()), int((own == 0).sum())
    scene.stats = [
        ("output", f"{size} × {size}"),
        ("corner pixel", str(corner)),
        ("most used pixel", str(middle)),
        ("pixels never used", str(unused)),
    ]
    formula = f"⌊({n} + 2·{pad} − {f}) / {stride}⌋ + 1 = {size}"
    if not size:
        scene.summary = f"The window of {f} is wider than the padded {N}: none fits."
        return
    scene.text(BARS, TOP + 316, f"output side: {formula}", size=12)
    rest = (N - f) % stride
    if unused and stride > f:
        scene.summary = "The stride is longer than the window: it steps over pixels."
    elif unused:
        scene.summary = f"The stride does not divide {N} − {f}: {unused} pixels lost."
    elif rest:
        scene.summary = "Some padding is left over at the end; no pixel is lost."
    elif corner < middle:
        times = f"{middle / corner:.3g} times as often as the corner"
        scene.summary = f"The middle is used {times}."
    else:
        scene.summary = "All pixels are used equally often."
