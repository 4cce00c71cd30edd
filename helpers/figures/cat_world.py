"""Figures of the cat world: contact sheet, poses of one animal, scenes, landmarks."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from helpers.datasets import (
    SPECIES,
    Scene,
    make_animals,
    make_identities,
    make_scene,
)
from helpers.plots import use_style
from helpers.plots.colors import BLUE, ORANGE

Images = NDArray[np.uint8]


def draw_tiles(ax: Axes, images: Images, labels: Sequence[str], gap: int = 3) -> Axes:
    """Pictures side by side, one labelled row after the other.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    images : ndarray of shape (m, n_H, n_W, 3)
        Row after row; m is a multiple of the number of labels.
    labels : sequence of str
        One per row.
    gap : int
        White pixels between pictures.

    Returns
    -------
    ax : matplotlib.axes.Axes
    """
    _, n_H, n_W, _ = images.shape
    rows, columns = len(labels), len(images) // len(labels)
    h, w = n_H + gap, n_W + gap
    sheet = np.full((rows * h - gap, columns * w - gap, 3), 255, np.uint8)
    for k, image in enumerate(images[: rows * columns]):
        top, left = k // columns * h, k % columns * w
        sheet[top : top + n_H, left : left + n_W] = image
    ax.imshow(sheet, interpolation="lanczos")
    ax.set_yticks([(row + 0.5) * h - gap / 2 for row in range(rows)], list(labels))
    ax.set_xticks([])
    _bare(ax)
    return ax


def draw_species(ax: Axes, *, seed: int = 0, columns: int = 8, size: int = 64) -> Axes:
    """Each species in a row, a new animal in each picture."""
    images = [
        make_animals(columns, seed=seed + k, size=size, species=(name,), noise=0).images
        for k, name in enumerate(SPECIES)
    ]
    draw_tiles(ax, np.concatenate(images), SPECIES)
    ax.set_title(f"Six species, {columns} animals each, {size}x{size} pixels")
    return ax


def draw_poses(
    ax: Axes, *, seed: int = 0, rows: int = 3, columns: int = 8, size: int = 64
) -> Axes:
    """Each row shows one and the same animal, each column one pose and place."""
    cats = make_identities(rows, seed=seed, species=("cat",))
    images = [
        make_animals(columns, seed=seed, size=size, identities=(cat,), noise=0).images
        for cat in cats
    ]
    names = [f"cat {k + 1}" for k in range(rows)]
    draw_tiles(ax, np.concatenate(images), names)
    ax.set_title("A row is one animal, a column one pose and place")
    return ax


def draw_scene(ax: Axes, scene: Scene, landmarks: bool = True) -> Axes:
    """A scene with the boxes and landmarks of its animals.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    scene : Scene
    landmarks : bool
        Show eyes, nose, mouth and ear tips as well.

    Returns
    -------
    ax : matplotlib.axes.Axes
    """
    n_H, n_W = scene.image.shape[:2]
    ax.imshow(scene.image, extent=(0, n_W, n_H, 0), interpolation="lanczos")
    for box, species in zip(scene.boxes, scene.species, strict=True):
        x_min, y_min, x_max, y_max = box
        colour, dash = (ORANGE, "-") if species == 0 else (BLUE, "--")
        xs, ys = [x_min, x_max, x_max, x_min, x_min], [y_min, y_min, y_max, y_max]
        ax.plot(xs, [*ys, y_min], color=colour, linestyle=dash)
        style = {"facecolor": colour, "edgecolor": "none", "pad": 1.5}
        name = ax.text(x_min + 1, y_min, SPECIES[species], bbox=style, fontsize=8)
        name.set(color="white", verticalalignment="bottom")
    if landmarks:
        ax.plot(*scene.landmarks.reshape(-1, 2).T, "+", color="white", markersize=5)
    ax.set(xlim=(0, n_W), ylim=(n_H, 0), xticks=[], yticks=[])
    ax.set_title(f"A scene with {len(scene.boxes)} boxes, and landmarks as crosses")
    _bare(ax)
    return ax


def draw_contact_sheet(fig: Figure, *, seed: int = 0) -> Figure:
    """Species, poses and a scene on one page.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        About 9 by 14 inches.
    seed : int

    Returns
    -------
    fig : matplotlib.figure.Figure
    """
    top, middle, bottom = fig.subplots(3, 1, height_ratios=(6, 3, 4))
    draw_species(top, seed=seed)
    draw_poses(middle, seed=seed + 3)
    draw_scene(bottom, make_scene(5, seed=seed + 2, size=(256, 512), noise=0))
    return fig


def write_contact_sheet(path: str | Path) -> Path:
    """Write the contact sheet as PNG, the same bytes each time.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    path : Path
    """
    use_style()
    path, memory = Path(path), BytesIO()
    fig = draw_contact_sheet(Figure(figsize=(9, 14.5), layout="constrained"))
    fig.savefig(memory, dpi=100)
    levels = np.asarray(Image.open(memory).convert("RGB")) // 4 * 4 + 3
    Image.fromarray(levels.astype(np.uint8)).save(path, optimize=True)
    return path


def _bare(ax: Axes) -> None:
    ax.grid(False)
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
