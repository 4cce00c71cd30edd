"""Backgrounds: a gradient from far to near, and what stands in it."""

import numpy as np

from helpers.datasets.animals import mix
from helpers.datasets.figure import DARK, WHITE
from helpers.datasets.painter import Floats, Ink, Painter
from helpers.datasets.pose import Setting


def make_backdrop(setting: Setting, n_H: int, n_W: int) -> Floats:
    """Background of a picture.

    Parameters
    ----------
    setting : Setting
    n_H, n_W : int
        Height and width in pixels.

    Returns
    -------
    pixels : ndarray of shape (3, n_H, n_W)
        Float32 in [0, 1].
    """
    rng = np.random.default_rng(setting.seed)
    t = np.linspace(0, 1, n_H, dtype=np.float32)[:, None]
    slope = np.linspace(-0.5, 0.5, n_W, dtype=np.float32)[None, :]
    share = np.clip(t + np.float32(rng.uniform(-0.5, 0.5)) * slope, 0, 1)
    low = setting.far if setting.place != "plain" else setting.near
    far = np.array(setting.far, np.float32).reshape(3, 1, 1)
    near = np.array(mix(low, WHITE, 0.25), np.float32).reshape(3, 1, 1)
    pixels = far + share * (near - far)
    painter = Painter(pixels, (0.0, 0.0), float(n_H))
    PLACES[setting.place](painter, setting, rng, n_W / n_H)
    return pixels


def _meadow(p: Painter, setting: Setting, rng: np.random.Generator, w: float) -> None:
    """Clouds or a sun, two hills and flowers."""
    sun = (rng.uniform(0.1, 0.9) * w, rng.uniform(0.08, 0.25))
    p.ellipse(sun, (0.09, 0.09), Ink((1.0, 0.93, 0.62), 0.9, soft=0.05))
    for _ in range(2):
        x, y = rng.uniform(0, w), rng.uniform(0.08, 0.35)
        for dx, r in ((-0.09, 0.05), (0.0, 0.075), (0.09, 0.05)):
            p.ellipse((x + dx, y), (1.5 * r, r), Ink(WHITE, 0.7, soft=0.03))
    _hill(p, setting, rng, w)
    for _ in range(int(8 * w)):
        at = (rng.uniform(0, w), rng.uniform(0.74, 0.98))
        p.ellipse(at, (0.016, 0.016), Ink(_bright(rng), 0.9))


def _hill(p: Painter, setting: Setting, rng: np.random.Generator, w: float) -> None:
    """A far and a near hill."""
    for depth, top in ((0.35, 0.52), (0.0, 0.66)):
        colour = mix(setting.near, setting.far, depth)
        x = rng.uniform(0.1, 0.9) * w
        p.ellipse((x, top + 0.8), (1.5 * w, 0.8), Ink(colour, shade=0.08))


def _room(p: Painter, setting: Setting, rng: np.random.Generator, w: float) -> None:
    """A wall with a window, a floor and a rug."""
    x, frame = rng.uniform(0.15, 0.85) * w, mix(setting.near, WHITE, 0.6)
    p.plate((x, 0.26), (0.17, 0.21), Ink(frame, line=setting.near))
    sky = Ink(mix((0.68, 0.86, 0.98), setting.far, 0.2))
    for dx in (-0.073, 0.073):
        for y in (0.165, 0.355):
            p.plate((x + dx, y), (0.062, 0.08), sky)
    floor = rng.uniform(0.68, 0.78)
    p.plate((w / 2, floor + 1), (w, 1), Ink(setting.near))
    p.plate((w / 2, floor), (w, 0.014), Ink(frame))
    rug = Ink(_bright(rng), 0.75)
    p.ellipse((rng.uniform(0.3, 0.7) * w, 0.93), (0.45, 0.10), rug)


def _lights(p: Painter, setting: Setting, rng: np.random.Generator, w: float) -> None:
    """Discs of light out of focus."""
    for _ in range(int(10 * w)):
        r = rng.uniform(0.04, 0.12)
        at = (rng.uniform(0, w), rng.uniform(0, 1))
        ink = Ink(mix(setting.near, _bright(rng), 0.7), rng.uniform(0.2, 0.55))
        p.ellipse(at, (r, r), ink)


def _night(p: Painter, setting: Setting, rng: np.random.Generator, w: float) -> None:
    """Moon and stars over a hill."""
    x, y = rng.uniform(0.1, 0.9) * w, rng.uniform(0.1, 0.25)
    p.ellipse((x, y), (0.2, 0.2), Ink((0.9, 0.9, 0.7), 0.25, soft=0.2))
    p.ellipse((x, y), (0.08, 0.08), Ink((0.98, 0.95, 0.8)))
    for _ in range(int(16 * w)):
        at, r = (rng.uniform(0, w), rng.uniform(0, 0.62)), rng.uniform(0.004, 0.01)
        p.ellipse(at, (r, r), Ink((1.0, 0.97, 0.85), 0.9))
    _hill(p, setting, rng, w)


def _dusk(p: Painter, setting: Setting, rng: np.random.Generator, w: float) -> None:
    """A low sun behind hills and trees."""
    sun = (rng.uniform(0.1, 0.9) * w, rng.uniform(0.4, 0.58))
    p.ellipse(sun, (0.3, 0.3), Ink((1.0, 0.86, 0.5), 0.5, soft=0.3))
    p.ellipse(sun, (0.12, 0.12), Ink((1.0, 0.93, 0.7)))
    tree = Ink(mix(setting.near, DARK, 0.35))
    for _ in range(int(4 * w)):
        x, top = rng.uniform(0, w), rng.uniform(0.38, 0.55)
        p.leaf((x, top + 0.2), (0.07, 0.22), tree)
    _hill(p, setting, rng, w)


def _plain(p: Painter, setting: Setting, rng: np.random.Generator, w: float) -> None:
    """A wall of one colour with large soft spots."""
    for _ in range(3):
        at, r = (rng.uniform(0, w), rng.uniform(0, 1)), rng.uniform(0.2, 0.45)
        share = rng.uniform(0.15, 0.4)
        p.ellipse(at, (r, r), Ink(mix(setting.far, WHITE, 0.4), share, soft=0.3))


def _bright(rng: np.random.Generator) -> tuple[float, float, float]:
    r, g, b = rng.uniform(0.45, 1.0, 3).tolist()
    return r, g, b


PLACES = {
    "meadow": _meadow,
    "room": _room,
    "lights": _lights,
    "night": _night,
    "dusk": _dusk,
    "plain": _plain,
}
