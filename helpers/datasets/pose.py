"""What changes from picture to picture: pose, expression, light and background."""

from dataclasses import dataclass

import numpy as np

from helpers.datasets.animals import mix
from helpers.datasets.painter import Colour, Point

PLACES = ("meadow", "room", "lights", "night", "dusk", "plain")


@dataclass(frozen=True)
class Pose:
    """Where and how an animal sits.

    Parameters
    ----------
    x, y : float
        Middle of the head, as shares of the width and of the height.
    scale : float
        Radius of the head, as a share of the height.
    tilt : float
        Rotation in the plane of the picture in radians, clockwise on the screen.
    yaw, pitch : float
        Turn of the head to the right and downwards in radians.
    blink : float
        How far the eyes are closed, 0 to 1.
    smile : float
        How far the mouth is open, 0 to 1.
    tail : float
        Side and height of the tail, -1 to 1.
    """

    x: float = 0.5
    y: float = 0.44
    scale: float = 0.235
    tilt: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    blink: float = 0.0
    smile: float = 0.3
    tail: float = 0.6


@dataclass(frozen=True)
class Setting:
    """Background and light of a picture.

    Parameters
    ----------
    place : str
        One of `PLACES`.
    far, near : tuple of three floats in [0, 1]
        Colours of the upper and of the lower part of the background.
    gain : tuple of three floats
        Brightness of red, green and blue.
    light : tuple of two floats
        Direction towards the light, in the picture.
    noise : float
        Standard deviation of the sensor's noise.
    seed : int
        Seed of the background's details and of the noise.
    """

    place: str = "plain"
    far: Colour = (0.72, 0.86, 0.95)
    near: Colour = (0.55, 0.74, 0.86)
    gain: Colour = (1.0, 1.0, 1.0)
    light: Point = (-0.5, -0.8)
    noise: float = 0.0
    seed: int = 0


# Upper colours and lower colours of each place.
PALETTES: dict[str, tuple[tuple[Colour, ...], tuple[Colour, ...]]] = {
    "meadow": (
        ((0.60, 0.83, 0.96), (0.82, 0.92, 0.97), (0.98, 0.85, 0.72)),
        ((0.47, 0.74, 0.40), (0.63, 0.80, 0.42), (0.34, 0.60, 0.42)),
    ),
    "room": (
        ((0.93, 0.78, 0.72), (0.72, 0.82, 0.80), (0.80, 0.74, 0.88), (0.95, 0.9, 0.78)),
        ((0.62, 0.43, 0.33), (0.48, 0.40, 0.52), (0.72, 0.58, 0.44)),
    ),
    "lights": (
        ((0.20, 0.30, 0.42), (0.38, 0.24, 0.38), (0.16, 0.38, 0.36), (0.5, 0.3, 0.2)),
        ((0.45, 0.36, 0.30), (0.24, 0.22, 0.36), (0.30, 0.46, 0.40)),
    ),
    "night": (
        ((0.09, 0.11, 0.27), (0.16, 0.12, 0.32), (0.06, 0.17, 0.30)),
        ((0.20, 0.26, 0.40), (0.28, 0.22, 0.38), (0.14, 0.28, 0.32)),
    ),
    "dusk": (
        ((0.95, 0.62, 0.45), (0.90, 0.52, 0.58), (0.98, 0.77, 0.48)),
        ((0.52, 0.35, 0.52), (0.44, 0.28, 0.40), (0.60, 0.42, 0.34)),
    ),
    "plain": (
        ((0.98, 0.82, 0.40), (0.55, 0.80, 0.78), (0.95, 0.62, 0.62), (0.7, 0.68, 0.9)),
        ((0.96, 0.70, 0.36), (0.36, 0.62, 0.72), (0.86, 0.46, 0.52), (0.5, 0.5, 0.8)),
    ),
}


def make_pose(rng: np.random.Generator, variety: float = 1.0) -> Pose:
    """A new pose; variety 0 gives the plain frontal one.

    Parameters
    ----------
    rng : numpy.random.Generator
    variety : float
        How far place, size, tilt and turn go from the plain pose.

    Returns
    -------
    pose : Pose
    """
    u = rng.uniform(-1, 1, 6) * variety
    blink = rng.random() < 0.08
    return Pose(
        x=0.5 + 0.17 * u[0],
        y=0.45 + 0.10 * u[1],
        scale=0.225 * float(np.exp(0.25 * u[2])),
        tilt=0.30 * u[3],
        yaw=0.50 * u[4],
        pitch=0.22 * u[5],
        blink=1.0 if blink else rng.uniform(0, 0.3),
        smile=rng.random(),
        tail=float(rng.choice([-1, 1])) * rng.uniform(0.3, 1),
    )


def make_setting(rng: np.random.Generator, noise: float = 0.012) -> Setting:
    """A new background with its light.

    Parameters
    ----------
    rng : numpy.random.Generator
    noise : float
        Standard deviation of the sensor's noise, as a share of full brightness.

    Returns
    -------
    setting : Setting
    """
    place = PLACES[int(rng.integers(len(PLACES)))]
    far, near = (p[int(rng.integers(len(p)))] for p in PALETTES[place])
    shift = (rng.random(), rng.random(), rng.random())
    brightness, warmth = rng.uniform(0.72, 1.08), rng.uniform(-0.08, 0.08)
    angle = rng.uniform(-2.6, -0.5)
    return Setting(
        place=place,
        far=mix(far, shift, 0.12),
        near=mix(near, shift, 0.12),
        gain=(brightness * (1 + warmth), brightness, brightness * (1 - warmth)),
        light=(float(np.cos(angle)), float(np.sin(angle))),
        noise=noise,
        seed=int(rng.integers(2**31)),
    )
