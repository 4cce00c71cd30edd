"""Ears: what tells the species apart at a glance."""

from math import pi

from helpers.datasets.animals import mix
from helpers.datasets.figure import ROSE, Figure
from helpers.datasets.painter import Ink, Point


def paint_ears(figure: Figure) -> None:
    """The two ears behind the head; those of a dog hang before it instead."""
    painters = {
        "cat": _pointed,
        "fox": _pointed,
        "owl": _tuft,
        "rabbit": _long,
        "bear": _round,
    }
    paint = painters.get(figure.identity.species)
    if paint is not None:
        for side in (-1, 1):
            paint(figure, side)


def paint_hanging_ears(figure: Figure) -> None:
    """The ears of a dog, before the head."""
    if figure.identity.species != "dog":
        return
    identity = figure.identity
    colour = mix(identity.fur, identity.dark, 0.7)
    for side in (-1, 1):
        angle = _hang(figure, side)
        radii = (identity.ear_width * figure.narrow(-0.4 * side), identity.ear_size)
        ink = Ink(colour, shade=0.12, line=figure.line)
        figure.painter.ellipse(_lobe(figure, side), radii, ink, angle, solid=True)


def ear_tip(figure: Figure, side: int) -> Point:
    """The end of an ear that is farthest from the head."""
    identity = figure.identity
    if identity.species == "dog":
        x, y = _lobe(figure, side)
        lean = _hang(figure, side)
        return x - lean * identity.ear_size, y + 0.92 * identity.ear_size
    lengths = {"rabbit": 1.62 * identity.ear_size, "bear": identity.ear_size + 0.08}
    return figure.along_ear(side, lengths.get(identity.species, identity.ear_size))


def _pointed(figure: Figure, side: int) -> None:
    identity, painter = figure.identity, figure.painter
    root, angle = figure.root(side), figure.ear_angle(side)
    width, length = identity.ear_width * figure.narrow(0.5 * side), identity.ear_size
    width *= 1.12
    fox = identity.species == "fox"
    back = Ink(identity.dark, line=figure.line) if fox else figure.fur()
    painter.leaf(root, (width, length), back, angle, solid=True)
    if fox:
        painter.leaf(root, (width * 0.98, length * 0.74), Ink(identity.fur), angle)
    inner = identity.light if fox else mix(identity.light, ROSE, 0.5)
    painter.leaf(root, (width * 0.62, length * 0.70), Ink(inner, soft=0.04), angle)


def _tuft(figure: Figure, side: int) -> None:
    identity, angle = figure.identity, figure.ear_angle(side)
    root = figure.root(side)
    ink = Ink(mix(identity.fur, identity.dark, 0.6), line=figure.line)
    radii = (identity.ear_width * 1.3, identity.ear_size)
    figure.painter.leaf(root, radii, ink, angle, solid=True)


def _long(figure: Figure, side: int) -> None:
    identity, painter = figure.identity, figure.painter
    at = figure.along_ear(side, 0.76 * identity.ear_size)
    angle = figure.ear_angle(side)
    radii = (identity.ear_width * figure.narrow(0.4 * side), identity.ear_size * 0.88)
    painter.ellipse(at, radii, figure.fur(), angle, solid=True)
    inner = Ink(mix(identity.light, ROSE, 0.45), soft=0.05)
    painter.ellipse(at, (radii[0] * 0.52, radii[1] * 0.78), inner, angle)


def _round(figure: Figure, side: int) -> None:
    identity, painter = figure.identity, figure.painter
    at, r = figure.along_ear(side, 0.08), identity.ear_size
    painter.ellipse(at, (r, r), figure.fur(), solid=True)
    inner = Ink(mix(identity.fur, identity.dark, 0.6), soft=0.05)
    painter.ellipse(at, (r * 0.58, r * 0.58), inner)


def _lobe(figure: Figure, side: int) -> Point:
    """Middle of a hanging ear."""
    identity = figure.identity
    x = side * (0.90 * figure.width + 0.10 * identity.ear_lean)
    turn = -0.20 * figure.pose.yaw
    return x + turn, -0.48 + 0.72 * identity.ear_size - 0.1 * figure.pose.pitch


def _hang(figure: Figure, side: int) -> float:
    """Rotation of a hanging ear: its lower end points outwards."""
    return -side * min(figure.identity.ear_lean, pi / 6)
