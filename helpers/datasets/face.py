"""Head, markings, muzzle, mouth, whiskers and eyes."""

from math import pi

import numpy as np

from helpers.datasets.animals import mix
from helpers.datasets.ears import paint_hanging_ears
from helpers.datasets.figure import DARK, ROSE, WHITE, Figure
from helpers.datasets.painter import Ink

# Where nose and mouth are, below the middle of the face.
NOSE_HEIGHT = {
    "cat": 0.24,
    "dog": 0.20,
    "owl": 0.16,
    "rabbit": 0.22,
    "fox": 0.50,
    "bear": 0.22,
}
MOUTH_DROP = 0.17
EYE_HEIGHT = -0.10


def paint_face(figure: Figure) -> None:
    """The head with everything on it."""
    _head(figure)
    _markings(figure)
    paint_hanging_ears(figure)
    _muzzle(figure)
    _cheeks(figure)
    for side in (-1, 1):
        _eye(figure, side)
    _mouth(figure)
    _nose(figure)
    if figure.identity.species == "cat":
        _whiskers(figure)


def _head(figure: Figure) -> None:
    """The ball of the head; its cover is kept for what is painted on it."""
    painter, under = figure.painter, figure.painter.cover
    painter.cover = figure.head
    w, h = figure.width, figure.height
    if figure.identity.species in ("fox", "cat"):
        radii = (0.25, 0.70) if figure.identity.species == "fox" else (0.30, 0.36)
        for side in (-1, 1):
            at, angle = (side * w * 0.62, h * 0.42), side * 2.05
            painter.leaf(at, radii, figure.fur(), angle, solid=True)
    painter.ellipse((0, 0), (w, h), figure.fur(0.16), solid=True)
    if figure.identity.species in ("fox", "cat"):
        for side in (-1, 1):
            at, angle = (side * w * 0.62, h * 0.42), side * 2.05
            radii = (radii[0] - 0.01, radii[1] - 0.03)
            painter.leaf(at, radii, Ink(figure.identity.fur), angle)
    painter.cover = np.maximum(under, figure.head)
    a, b = painter.light
    glow = Ink(WHITE, 0.22, soft=0.5)
    painter.ellipse((0.5 * a, 0.5 * b), (0.42, 0.34), glow, clip=figure.head)


def _markings(figure: Figure) -> None:
    """Patch around an eye, stripes of a cat, discs of an owl, cheeks of a fox."""
    identity, painter = figure.identity, figure.painter
    dark = Ink(identity.dark, 0.85)
    if identity.patch:
        at = figure.spot(identity.patch * (identity.eye_distance + 0.06), -0.16)
        patch = Ink(identity.dark, 0.75, soft=0.06)
        painter.ellipse(at, (0.40, 0.48), patch, clip=figure.head)
    if identity.species == "fox":
        for side in (-1, 1):
            at = figure.spot(side * 0.55, 0.42)
            radii = (0.60 * figure.narrow(0.5 * side), 0.34)
            painter.ellipse(at, radii, figure.pale(1), side * 0.4, figure.head)
    if identity.species == "owl":
        for side in (-1, 1):
            at = figure.spot(side * identity.eye_distance, EYE_HEIGHT)
            disc = Ink(identity.light, line=mix(identity.fur, identity.dark, 0.6))
            r = identity.muzzle_size
            painter.ellipse(
                at, (r * figure.narrow(0.4 * side), r), disc, 0, figure.head
            )
    _stripes(figure, dark)


def _stripes(figure: Figure, dark: Ink) -> None:
    identity, painter, h = figure.identity, figure.painter, figure.height
    if identity.stripes:
        for x, length in ((-0.22, 0.22), (0.0, 0.28), (0.22, 0.22)):
            at = figure.spot(x, -0.74 * h, 0.8)
            painter.leaf(at, (0.06, length), dark, 0.5 * x, figure.head)
    for k in range(identity.stripes):
        for side in (-1, 1):
            at = figure.spot(side * 0.86 * figure.width, -0.02 + 0.2 * k, 0.6)
            angle = side * (pi / 2 + 0.15 * (k - 1))
            painter.leaf(at, (0.05, 0.24), dark, angle, figure.head)


def _muzzle(figure: Figure) -> None:
    identity, painter = figure.identity, figure.painter
    size, species = identity.muzzle_size, identity.species
    y = NOSE_HEIGHT[species] + 0.16
    if species in ("dog", "bear"):
        at, radii = figure.spot(0, y, 1.15), (size * 0.95, size * 0.76)
        painter.ellipse(at, radii, figure.pale(max(identity.mask, 0.6)), 0)
    elif species == "fox":
        painter.leaf(figure.spot(0, 0.1), (0.30, 0.66), Ink(identity.fur, 1, 0.08))
        painter.ellipse(figure.spot(0, 0.64, 1.2), (0.22, 0.16), figure.pale(1))
    elif species in ("cat", "rabbit"):
        for side in (-1, 1):
            at = figure.spot(side * 0.17, y, 1.1)
            radii = (size * 0.72, size * 0.60)
            painter.ellipse(at, radii, figure.pale(max(identity.mask, 0.5)))


def _cheeks(figure: Figure) -> None:
    if figure.identity.species == "owl":
        return
    blush = Ink(ROSE, 0.32, soft=0.22)
    for side in (-1, 1):
        at = figure.spot(side * 0.66, 0.26)
        radii = (0.2 * figure.narrow(0.6 * side), 0.14)
        figure.painter.ellipse(at, radii, blush, clip=figure.head)


def _eye(figure: Figure, side: int) -> None:
    identity, painter, pose = figure.identity, figure.painter, figure.pose
    x = side * identity.eye_distance
    at, size, species = figure.spot(x, EYE_HEIGHT), identity.eye_size, identity.species
    rx, ry = size * figure.narrow(x), size * (1.04 - 0.35 * pose.blink)
    lid = mix(figure.line, DARK, 0.6)
    if pose.blink > 0.9:
        painter.arc((at[0], at[1] - 0.3 * size), (0.8 * size, 0.045), Ink(lid))
        return
    rim = mix(identity.light, WHITE, 0.3) if sum(identity.fur) < 1.2 else lid
    angle = side * (-0.35 if species == "fox" else -0.12)
    painter.ellipse(at, (rx, ry), Ink(identity.eye, line=rim), angle)
    glow = Ink(mix(identity.eye, WHITE, 0.55), 0.7, soft=0.6 * size)
    gaze = (at[0] + 0.12 * rx * pose.yaw, at[1] + 0.1 * ry)
    if species == "cat":
        painter.ellipse((at[0], at[1] + 0.55 * ry), (0.5 * rx, 0.25 * ry), glow)
        painter.leaf(gaze, (0.36 * rx, 0.95 * ry), Ink(DARK))
    elif species == "owl":
        painter.ellipse(gaze, (0.56 * rx, 0.58 * ry), Ink(DARK))
    else:
        painter.ellipse(gaze, (0.6 * rx, 0.62 * ry), Ink(DARK, 0.8, soft=0.05))
    spark = max(0.25 * size, 0.055)
    painter.ellipse((at[0] - 0.34 * rx, at[1] - 0.38 * ry), (spark, spark), Ink(WHITE))
    dot = (0.5 * spark, 0.5 * spark)
    painter.ellipse((at[0] + 0.42 * rx, at[1] + 0.4 * ry), dot, Ink(WHITE, 0.8))


def _mouth(figure: Figure) -> None:
    """Two arcs below the nose; a tongue or teeth if the mouth is open."""
    identity, painter, smile = figure.identity, figure.painter, figure.pose.smile
    species = identity.species
    if species == "owl":
        return
    y = NOSE_HEIGHT[species] + MOUTH_DROP
    at, r = figure.spot(0, y, 1.15), 0.13 + 0.03 * smile
    if species == "dog" and smile > 0.45:
        tongue = Ink(ROSE, line=mix(ROSE, DARK, 0.5))
        painter.ellipse((at[0], at[1] + 0.2), (0.13, 0.10 + 0.16 * smile), tongue)
    elif species == "rabbit":
        tooth = Ink(WHITE, line=mix(figure.line, WHITE, 0.2))
        painter.ellipse((at[0], at[1] + 0.16), (0.10, 0.11), tooth)
    elif smile > 0.7:
        painter.ellipse((at[0], at[1] + 0.1), (0.11, 0.12), Ink(mix(ROSE, DARK, 0.4)))
    for side in (-1, 1):
        lip = Ink(mix(figure.line, DARK, 0.5))
        painter.arc((at[0] + side * r, at[1] - 0.02), (r, 0.03), lip)


def _nose(figure: Figure) -> None:
    identity, painter = figure.identity, figure.painter
    at = figure.spot(0, NOSE_HEIGHT[identity.species], 1.2)
    line = mix(identity.nose, DARK, 0.5)
    if identity.species == "owl":
        at = (at[0], at[1] + 0.06)
        painter.leaf(at, (0.15, 0.27), Ink(identity.nose, shade=0.2, line=line))
        return
    large = {"dog": (0.19, 0.13), "bear": (0.18, 0.13), "fox": (0.14, 0.11)}
    radii = large.get(identity.species, (0.115, 0.075))
    painter.ellipse(at, radii, Ink(identity.nose, shade=0.1, line=line))
    shine = (radii[0] * 0.34, radii[1] * 0.26)
    painter.ellipse((at[0] - 0.04, at[1] - 0.05), shine, Ink(WHITE, 0.65))


def _whiskers(figure: Figure) -> None:
    ink = Ink(mix(figure.identity.light, WHITE, 0.6), 0.95)
    if sum(figure.identity.fur) > 1.9:
        ink = Ink(figure.line, 0.8)
    for side in (-1, 1):
        for k in (-1, 0, 1):
            start = figure.spot(side * 0.42, 0.36 + 0.07 * k, 1.05)
            end = figure.spot(side * 1.24 * figure.width, 0.34 + 0.2 * k, 0.4)
            figure.painter.stroke([start, end], (0.022, 0.012), ink)
