"""Pictures with a style and no content, for style transfer."""

import numpy as np
from numpy.typing import NDArray

from helpers.datasets.painter import Colour, Floats, Ink, Painter
from helpers.datasets.render import check_size

PATTERNS = ("waves", "dots", "mosaic", "strokes")
PALETTES: tuple[tuple[Colour, ...], ...] = (
    ((0.07, 0.16, 0.36), (0.13, 0.36, 0.60), (0.95, 0.80, 0.35), (0.85, 0.90, 0.92)),
    ((0.76, 0.20, 0.18), (0.96, 0.62, 0.25), (0.98, 0.88, 0.62), (0.22, 0.30, 0.36)),
    ((0.12, 0.35, 0.30), (0.35, 0.62, 0.42), (0.85, 0.87, 0.55), (0.90, 0.50, 0.40)),
)


def make_pattern(
    kind: str, *, seed: int | np.random.Generator, size: int | tuple[int, int] = 64
) -> NDArray[np.uint8]:
    """A picture that is all texture.

    Parameters
    ----------
    kind : str
        One of `PATTERNS`.
    seed : int or numpy.random.Generator
    size : int or tuple of two ints
        Height and width in pixels.

    Returns
    -------
    image : ndarray of shape (n_H, n_W, 3)
        uint8.
    """
    if kind not in PATTERNS:
        raise ValueError(
            f"make_pattern: got kind {kind!r}, expected one of {PATTERNS}. "
            'Give one of these names, such as "waves".'
        )
    rng = np.random.default_rng(seed)
    n_H, n_W = check_size(size, "make_pattern")
    colours = np.array(PALETTES[int(rng.integers(len(PALETTES)))], np.float32)
    y, x = np.mgrid[:n_H, :n_W].astype(np.float32) / np.float32(n_H)
    if kind == "waves":
        pixels = _waves(x, y, colours, rng)
    elif kind == "mosaic":
        pixels = _mosaic(x, y, colours, rng)
    else:
        planes = np.empty((3, n_H, n_W), np.float32)
        planes[:] = colours[0].reshape(3, 1, 1)
        _marks(Painter(planes, (0, 0), n_H), colours, rng, n_W / n_H, kind == "dots")
        pixels = planes.transpose(1, 2, 0)
    image = np.clip(255 * pixels + 0.5, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(image)


def _waves(x: Floats, y: Floats, colours: Floats, rng: np.random.Generator) -> Floats:
    """Bands of colour that bend."""
    a, b, c = rng.uniform(0, 2 * np.pi, 3)
    height = y + 0.09 * np.sin(9 * x + a) + 0.05 * np.sin(17 * x + 6 * y + b)
    level = (3.5 * height + 0.2 * np.sin(25 * y + c)) * len(colours) / 2
    low = np.floor(level).astype(int)
    share = np.clip((level - low - 0.7) / 0.3, 0, 1)[:, :, None]
    n = len(colours)
    mixed = colours[low % n] * (1 - share) + colours[(low + 1) % n] * share
    return np.asarray(mixed, np.float32)


def _mosaic(x: Floats, y: Floats, colours: Floats, rng: np.random.Generator) -> Floats:
    """Tiles around random points, with dark joints."""
    cells = np.mgrid[: int(8 * x.max()) + 2, :10].reshape(2, -1) / 8
    px, py = cells + rng.uniform(-0.08, 0.02, cells.shape)
    distance = np.hypot(x[:, :, None] - px, y[:, :, None] - py)
    order = np.argpartition(distance, 1, axis=2)[:, :, :2]
    near = np.take_along_axis(distance, order, axis=2)
    joint = np.clip((near[:, :, 1] - near[:, :, 0]) / 0.015 - 0.3, 0.15, 1)
    tone = rng.uniform(0.8, 1.15, (len(px), 1))
    tone = tone * colours[rng.integers(len(colours), size=len(px))]
    return np.asarray(tone[order[:, :, 0]] * joint[:, :, None], np.float32)


def _marks(
    p: Painter, colours: Floats, rng: np.random.Generator, w: float, dots: bool
) -> None:
    """Many dots, or many strokes of a brush that follow a swirl."""
    for _ in range(int(420 * w)):
        x, y = rng.uniform(0, w), rng.uniform(0, 1)
        r, g, b = (
            colours[rng.integers(len(colours))] * rng.uniform(0.85, 1.1)
        ).tolist()
        if dots:
            radius = rng.uniform(0.012, 0.03)
            p.ellipse((x, y), (radius, radius), Ink((r, g, b), 0.95))
            continue
        angle = 3 * np.sin(3 * x + 1) + 2 * np.cos(4 * y)
        dx, dy = 0.055 * float(np.cos(angle)), 0.055 * float(np.sin(angle))
        p.stroke(
            [(x - dx, y - dy), (x + dx, y + dy)], (0.016, 0.008), Ink((r, g, b), 0.9)
        )
