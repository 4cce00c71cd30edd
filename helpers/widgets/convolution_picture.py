"""Pictures of cells: an image, a filter, products, a result, numbers in them."""

from typing import Any

import numpy as np

from helpers.canvas.scene import Box, Scene

READABLE = 16.0  # pixels of a cell from which on its number is written


def short(value: float) -> str:
    """Text of a number that must fit into a cell: at most two decimals."""
    if not np.isfinite(value):
        return "?"
    text = f"{round(float(value), 2):.2f}".rstrip("0").rstrip(".")
    text = text.replace("-0.", "-.") if text.startswith("-0.") else text
    text = text.removeprefix("0") if text.startswith("0.") else text
    return "0" if text in ("-0", "") else text.replace("-", "−")


def field(corner: tuple[float, float], cell: float, shape: tuple[int, ...]) -> Box:
    """Box of a grid of cells with its top left corner given."""
    return (*corner, cell * shape[1], cell * shape[0])


def draw_lines(scene: Scene, box: Box, shape: tuple[int, ...], color: str) -> None:
    """Thin lines between cells, and round them."""
    x, y, width, height = box
    across = np.linspace(x, x + width, shape[1] + 1)
    down = np.linspace(y, y + height, shape[0] + 1)
    ends = [((k, y), (k, y + height)) for k in across]
    ends += [((x, k), (x + width, k)) for k in down]
    scene.segments(np.array(ends), color, width=0.8)


def draw_numbers(
    scene: Scene, box: Box, values: np.ndarray, colors: Any = "ink", bold: bool = False
) -> None:
    """One text for each cell; where the name of its color is "none", nothing.

    Parameters
    ----------
    scene : Scene
    box : tuple
    values : ndarray of shape (n_H, n_W)
    colors : str or ndarray of shape (n_H, n_W)
    bold : bool
    """
    x, y, width, height = box
    n_H, n_W = values.shape
    cell = width / n_W
    if cell < READABLE:
        return
    names = np.broadcast_to(colors, values.shape)
    for i, j in np.argwhere(names != "none"):
        text = short(values[i, j])
        size = round(min(14, 0.44 * cell, 1.45 * cell / max(len(text), 1)), 1)
        place = (x + (j + 0.5) * cell, y + (i + 0.5) * height / n_H)
        scene.text(
            *place, text, size=size, color=str(names[i, j]), anchor="middle", bold=bold
        )


def draw_image(scene: Scene, box: Box, image: np.ndarray, top: float) -> None:
    """Pixels from black at 0 to white at top, with their numbers.

    Parameters
    ----------
    scene : Scene
    box : tuple
    image : ndarray of shape (n_H, n_W)
    top : float
    """
    levels = np.clip(image / top, 0, 1)
    scene.box(box, "black")
    scene.image(box, levels, "white", sharp=True)
    cell = box[2] / image.shape[1]
    if cell >= READABLE:
        draw_lines(scene, box, image.shape, "ghost")
        draw_numbers(scene, box, image, np.where(levels > 0.45, "black", "white"))


def draw_signed(scene: Scene, box: Box, values: np.ndarray, top: float = 0.0) -> None:
    """Cells that are orange below zero and blue above, with their numbers.

    Parameters
    ----------
    scene : Scene
    box : tuple
    values : ndarray of shape (n_H, n_W)
    top : float
        Size that has the full colour; the largest one if left out.
    """
    finite = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    scale = top or max(float(np.abs(finite).max(initial=0)), 1e-12)
    readable = box[2] / values.shape[1] >= READABLE
    for sign, strong in ((1, "blue"), (-1, "orange")):
        levels = np.clip(sign * finite / scale, 0, 1)
        if levels.any():
            color = f"pale_{strong}" if readable else strong
            scene.image(box, levels, color, sharp=True)
    if readable:
        draw_lines(scene, box, values.shape, "line")
    else:
        scene.box(box, "none", stroke="line", width=1)
    draw_numbers(scene, box, values)


def draw_frame(scene: Scene, box: Box, at: Any, shape: Any, **look: Any) -> None:
    """Strong frame round some of the cells: at and shape count cells.

    Parameters
    ----------
    scene : Scene
    box : tuple
        Of one single cell at row 0 and column 0.
    at, shape : tuple of int
    """
    x, y, cell, tall = box
    place = (x + at[1] * cell, y + at[0] * tall, shape[1] * cell, shape[0] * tall)
    options: dict[str, Any] = {"stroke": "orange", "width": 3} | look
    scene.box(place, "none", **options)
