"""Pictures and maps: orange negative, white 0, blue positive."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.image import AxesImage

from helpers.plots.colors import INK, LINE
from helpers.plots.draw import Look

DARK = 0.45  # below this brightness a number on a cell is white


def draw_picture(ax: Axes, image: np.ndarray, title: str = "") -> Axes:
    """One image, without ticks.

    Parameters
    ----------
    ax : Axes
    image : ndarray of shape (n_H, n_W, n_C)
    title : str
    """
    ax.imshow(image, cmap="gray" if image.shape[-1] == 1 else None)
    ax.set(xticks=[], yticks=[])
    ax.grid(False)
    ax.set_title(title)
    return ax


def draw_map(
    ax: Axes, values: np.ndarray, title: str = "", numbers: str = "", **look: Any
) -> Axes:
    """One map of numbers, white at 0, or one picture, in a thin frame.

    The two strongest of a hundred values share the full colour.

    Parameters
    ----------
    ax : Axes
    values : ndarray of shape (n_H, n_W), or (n_H, n_W, 3) from 0 to 1
    title : str
    numbers : str
        Format of the number in each cell, such as "{:.2f}"; none when empty.
    **look
        Of Matplotlib's imshow: vmin, vmax, cmap.
    """
    values = np.asarray(values, dtype=float)
    if values.ndim == 3:
        drawn = ax.imshow(np.clip(values, 0, 1))
    else:
        top = float(np.quantile(np.abs(values), 0.98)) or 1.0
        drawn = ax.imshow(values, **({"vmin": -top, "vmax": top} | look))
    if numbers:
        _write(ax, drawn, values, numbers)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set(visible=True, color=LINE)
    ax.grid(False)
    ax.set_title(title, fontsize=10.5)
    return ax


def draw_maps(
    axes: Any,
    maps: Mapping[str, np.ndarray],
    numbers: str = "",
    **look: Any,
) -> Any:
    """Pictures and maps side by side, each with its own scale.

    Parameters
    ----------
    axes : array of Axes
        At least as many as there are maps; what is left over stays blank.
    maps : dict
        Title -> map of shape (n_H, n_W), or picture (n_H, n_W, 3) from 0 to 1.
    numbers, **look
        See `draw_map`.
    """
    for ax, (title, values) in zip(np.ravel(axes), maps.items(), strict=False):
        draw_map(ax, values, title, numbers, **look)
    for ax in np.ravel(axes)[len(maps) :]:
        ax.axis("off")
    return axes


def _write(ax: Axes, drawn: AxesImage, values: np.ndarray, form: str) -> None:
    """The number of each cell, white on dark cells."""
    colors = np.asarray(drawn.to_rgba(values))[..., :3] @ (0.3, 0.6, 0.1)
    place: Look = {"ha": "center", "va": "center", "fontsize": 9}
    for (i, j), value in np.ndenumerate(values):
        text = form.format(value)
        text = (text if text.strip("-0.") else text.lstrip("-")).replace("-", "−")
        color = "white" if colors[i, j] < DARK else INK
        ax.text(j, i, text, color=color, **place)
