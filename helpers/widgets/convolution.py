"""Convolution stepper: a window over a picture, its products, and the cell it fills."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Grid, Matrix, Paint, Slider
from helpers.canvas.learner import Trouble, as_float, call, differs, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.widgets.convolution_case import (
    FILTERS,
    FULL,
    PICTURES,
    RING,
    Case,
    make_case,
)
from helpers.widgets.convolution_picture import (
    draw_frame,
    draw_image,
    draw_lines,
    draw_numbers,
    draw_signed,
    field,
    short,
)

HEIGHT, TOP = 366, 46.0
IMAGE, MIDDLE, OUTPUT = 14.0, 252.0, 484.0
PADS: tuple[int | str, ...] = (0, 1, 2, "same")
STRIDES = (1, 2, 3)


def explore_convolution(convolve: Callable, conv_output_size: Callable) -> Panel:
    """A window moved by click or arrow key: its products, and the cell they fill.

    Parameters
    ----------
    convolve : callable
        convolve(image, kernel, stride, pad): image of shape (n_H, n_W), kernel of
        shape (f, f), result of shape (n_H', n_W').
    conv_output_size : callable
        conv_output_size(n, f, pad, stride), an int.
    """
    filters = [tuple(np.ravel(numbers).tolist()) for numbers in FILTERS.values()]
    own, pictures = tuple(RING.ravel().tolist()), tuple(PICTURES.values())
    controls = [
        Grid("at", "", words="window"),
        Choices("picture", "", tuple(PICTURES), 0, pictures, words="picture"),
        Paint("own", "clear", own, FULL),
        Matrix("kernel", "", filters, tuple(FILTERS), words="filter"),
        Slider("pad", "p", PADS, 0, words="padding p"),
        Slider("stride", "s", STRIDES, 0, words="stride s"),
    ]
    title = "Move the window: products, their sum, and the cell that it fills"
    draw = _drawer(convolve, conv_output_size)
    return Panel(title, draw, controls, Scene(height=HEIGHT))


def _drawer(convolve: Callable, conv_output_size: Callable) -> Callable[..., None]:
    """The draw function: picture, products, and what the learner's function gives."""

    def draw(scene: Scene, **values: Any) -> None:
        case = make_case(**values)
        _draw_input(scene, case)
        _draw_products(scene, case)
        _tell(scene, case)
        shape = _size(conv_output_size, case)
        out = _result(convolve, case, shape)
        wrong = _differs(out, case.right)
        _draw_output(scene, case, out, wrong)
        if wrong.any():
            raise Trouble(_disagreement(name_of(convolve), case, out, wrong))

    return draw


def _size(conv_output_size: Callable, case: Case) -> tuple[int, int]:
    """Learner's height and width of the output, compared with the windows that fit."""
    n, f = len(case.image), len(case.kernel)
    numbers = (n, f, case.pad, case.stride)
    where = f"{name_of(conv_output_size)}({', '.join(map(str, numbers))})"
    found, fit = as_float(call(conv_output_size, *numbers), where), len(case.right)
    if differs(found, fit):
        got = f"{where}: got {short(found)}, but {fit} windows fit side by side."
        raise Trouble(f"{got} Count them with the arrow keys.")
    return fit, fit


def _result(convolve: Callable, case: Case, shape: tuple[int, int]) -> np.ndarray:
    """Learner's output, of the right shape."""
    name = name_of(convolve)
    found = call(convolve, case.image, case.kernel, case.stride, case.pad)
    try:
        out = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        got = f"{name}: got {type(found).__name__}, expected an array"
        raise Trouble(f"{got} of shape {shape}.") from None
    if out.shape != shape:
        given = f"stride {case.stride} and pad {case.pad}"
        got = f"{name}: got shape {out.shape}, expected {shape}"
        raise Trouble(f"{got} with {given}.")
    return out


def _differs(out: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Cells that are not the sum of their products."""
    return ~np.isclose(out, right, rtol=1e-4, atol=1e-6)


def _disagreement(name: str, case: Case, out: np.ndarray, wrong: np.ndarray) -> str:
    """What is wrong with the learner's numbers, in words."""
    turned = np.einsum("ijkl,kl->ij", case.windows, case.kernel[::-1, ::-1])
    if not _differs(out, turned).any():
        told = f"{name} turns the filter by 180 degrees: that is the convolution"
        return f"{told} of mathematics. Here the filter is laid on as it is."
    place = case.at if wrong[case.at] else tuple(map(int, np.argwhere(wrong)[0]))
    sums = f"the products there add up to {short(case.right[place])}"
    count = f"{int(wrong.sum())} of {wrong.size} cells differ."
    return f"{name}: cell {place} is {short(out[place])}, but {sums}. {count}"


def _draw_input(scene: Scene, case: Case) -> None:
    """Picture with its border of zeros, the window on it, cells never read."""
    n, p, f, cell = len(case.image), case.pad, len(case.kernel), case.cell
    N = n + 2 * p
    whole = field((IMAGE, TOP), cell, (N, N))
    inner = field((IMAGE + p * cell, TOP + p * cell), cell, (n, n))
    text = f"{n} × {n}, padded {N} × {N}" if p else f"picture {n} × {n}"
    scene.text(IMAGE, TOP - 18, text, bold=True)
    if p:
        scene.box(whole, "raised", stroke="ghost", width=1, dash="4 3")
        rows, columns = np.mgrid[:N, :N]
        rim = np.minimum(np.minimum(rows, columns), N - 1 - np.maximum(rows, columns))
        draw_numbers(scene, whole, case.padded, np.where(rim < p, "muted", "none"))
    draw_image(scene, inner, case.image, case.top)
    ends = (len(case.right) - 1,) * 2
    rest = N - (ends[0] * case.stride + f)
    if rest:
        _draw_rest(scene, case, rest)
    middle = (f - 1) / 2
    if case.own:
        i, j = (min(max(k + f // 2 - p, 0), n - 1) for k in case.corner)
        scene.area(inner, "own", (n, n), here=i * n + j)
    else:
        scene.area(whole, "at", (N, N), ends=ends, step=case.stride, offset=middle)
    draw_frame(scene, (IMAGE, TOP, cell, cell), case.corner, (f, f))
    hint = "Click here to draw, move with the arrow keys." if case.own else ""
    hint = hint or "Click, or move with the arrow keys."
    scene.text(IMAGE, TOP + N * cell + 18, hint, size=11, color="muted")


def _draw_rest(scene: Scene, case: Case, rest: int) -> None:
    """Columns and rows that no window reaches, crossed out."""
    N, cell = len(case.padded), case.cell
    used, end = N - rest, N * cell
    for x, y, width, height in (
        (used * cell, 0.0, rest * cell, end),
        (0.0, used * cell, used * cell, rest * cell),
    ):
        box = (IMAGE + x, TOP + y, width, height)
        scene.box(box, "surface", opacity=0.62)
        scene.box(box, "none", stroke="red", width=1.4, dash="5 3")
    text = f"never read: the last {rest} of each side" if rest > 1 else ""
    text = text or "never read: the last row and column"
    scene.text(IMAGE, TOP + end + 36, text, size=12, color="red")


def _draw_products(scene: Scene, case: Case) -> None:
    """Window and filter side by side, below them the products and their sum."""
    f, window = len(case.kernel), case.windows[case.at]
    side, gap = 100.0, 22.0
    cell = side / f
    boxes = [(MIDDLE + k * (side + gap), TOP, side, side) for k in (0, 1)]
    _zoom(scene, case, boxes[0])
    scene.text(MIDDLE, TOP - 18, "window", bold=True, color="orange")
    scene.text(boxes[1][0], TOP - 18, "filter", bold=True)
    draw_image(scene, boxes[0], window, case.top)
    draw_frame(scene, (*boxes[0][:2], cell, cell), (0, 0), (f, f), width=2.4)
    draw_signed(scene, boxes[1], case.kernel)
    draw_frame(
        scene, (*boxes[1][:2], cell, cell), (0, 0), (f, f), stroke="ink", width=1.4
    )
    scene.text(MIDDLE + side + gap / 2, TOP + side / 2, "×", size=16, anchor="middle")
    wide = 126.0
    below = (MIDDLE + (2 * side + gap - wide) / 2, TOP + side + 44, wide, wide)
    middle = below[0] + wide / 2
    scene.text(middle, TOP + side + 26, f"{f * f} products", bold=True, anchor="middle")
    draw_signed(scene, below, window * case.kernel)
    draw_lines(scene, below, (1, 1), "ink")
    total = short(case.right[case.at])
    look: dict[str, Any] = {"anchor": "middle", "bold": True, "color": "orange"}
    scene.text(middle, below[1] + wide + 24, f"sum = {total}", size=18, **look)


def _zoom(scene: Scene, case: Case, box: Any) -> None:
    """Two thin lines from the window in the picture to its enlargement."""
    f, cell = len(case.kernel), case.cell
    x = IMAGE + (case.corner[1] + f) * cell
    y = TOP + case.corner[0] * cell
    ends = [(x, y), box[:2], (x, y + f * cell), (box[0], box[1] + box[3])]
    scene.segments(ends, "orange", width=1, dash="2 3", opacity=0.8)


def _draw_output(scene: Scene, case: Case, out: np.ndarray, wrong: np.ndarray) -> None:
    """Learner's output, the present cell framed, wrong cells outlined in red."""
    n, cell = len(out), case.wide
    box = field((OUTPUT, TOP), cell, out.shape)
    draw_signed(scene, box, out)
    one = (OUTPUT, TOP, cell, cell)
    for i, j in np.argwhere(wrong)[:64]:
        draw_frame(scene, one, (i, j), (1, 1), stroke="red", width=1.4)
    scene.area(box, "at", out.shape, ends=(n - 1, n - 1), step=1, offset=0)
    draw_frame(scene, one, case.at, (1, 1))


def _tell(scene: Scene, case: Case) -> None:
    """Formula of the size, numbers, and the window in words."""
    n, f, p, s = len(case.image), len(case.kernel), case.pad, case.stride
    size, total = len(case.right), short(case.right[case.at])
    scene.text(OUTPUT, TOP - 18, f"output {size} × {size}", bold=True)
    formula = f"⌊({n} + 2·{p} − {f}) / {s}⌋ + 1 = {size}"
    scene.text(OUTPUT, TOP + size * case.wide + 18, formula, size=12, color="muted")
    scene.stats = [
        ("picture", f"{n} × {n}"),
        ("filter", f"{f} × {f}"),
        ("padding", str(p)),
        ("stride", str(s)),
        ("output", f"{size} × {size}"),
        ("this cell", total),
    ]
    place = f"Cell ({case.at[0]}, {case.at[1]})"
    start = f"the window begins at row {case.corner[0]}, column {case.corner[1]}"
    scene.summary = f"{place}: {start}, and its {f * f} products add up to {total}."
