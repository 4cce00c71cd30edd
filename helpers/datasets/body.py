"""Tail, body, wings and paws, painted before the head."""

from helpers.datasets.animals import mix
from helpers.datasets.figure import DARK, WHITE, Figure, bend
from helpers.datasets.painter import Ink

MIDDLE = 1.36  # height of the body's middle, below the middle of the head


def paint_body(figure: Figure) -> None:
    """Everything below the neck."""
    species = figure.identity.species
    _tail(figure)
    if species == "owl":
        _owl(figure)
        return
    wide = 0.86 if species == "bear" else 0.70
    painter = figure.painter
    for side in (-1, 1):
        at = (side * wide * 0.78, 1.82)
        painter.ellipse(at, (0.36, 0.40), figure.fur(), solid=True)
    painter.ellipse((0, MIDDLE), (wide, 0.88), figure.fur(), solid=True)
    painter.ellipse((0, 1.42), (wide * 0.56, 0.62), figure.pale())
    _stripes(figure, wide)
    for side in (-1, 1):
        _leg(figure, side * 0.27)
    if figure.identity.has_collar:
        _collar(figure)
    painter.ellipse((0, 0.86), (0.75, 0.24), Ink(DARK, 0.22, soft=0.3))


def _leg(figure: Figure, x: float) -> None:
    painter, identity = figure.painter, figure.identity
    fur = figure.fur(0.08)
    tip = identity.dark if identity.species == "fox" else identity.light
    share = 1.0 if identity.species == "fox" else identity.mask
    painter.stroke([(x, 1.35), (x, 2.02)], (0.15, 0.17), Ink(fur.colour), solid=True)
    painter.ellipse((x, 2.12), (0.24, 0.17), fur, solid=True)
    painter.ellipse((x, 2.13), (0.19, 0.12), Ink(tip, share, soft=0.06))
    inner = 0.17 if x < 0 else -0.17
    painter.stroke(
        [(x + inner, 1.62), (x + inner, 2.0)], (0.02, 0.02), Ink(figure.line, 0.6)
    )


def _stripes(figure: Figure, wide: float) -> None:
    dark = Ink(figure.identity.dark, 0.85)
    for k in range(figure.identity.stripes):
        for side in (-1, 1):
            at = (side * wide * 0.86, 1.15 + 0.26 * k)
            figure.painter.leaf(
                at, (0.07, 0.24), dark, side * 1.3, figure.painter.cover
            )


def _collar(figure: Figure) -> None:
    painter, colour = figure.painter, figure.identity.collar
    ink = Ink(colour, line=mix(colour, DARK, 0.5))
    painter.stroke(bend((-0.5, 0.72), (0, 1.14), (0.5, 0.72)), (0.09, 0.09), ink)
    painter.ellipse((0, 1.02), (0.13, 0.13), Ink((0.98, 0.83, 0.32), line=ink.line))


def _tail(figure: Figure) -> None:
    """The tail on the side that the pose gives."""
    painter, identity = figure.painter, figure.identity
    side, lift = (1 if figure.pose.tail > 0 else -1), abs(figure.pose.tail)
    ink = Ink(identity.fur, line=figure.line)
    if identity.species == "cat":
        end = (side * 1.22, 1.35 - 0.75 * lift)
        curve = bend((side * 0.45, 2.0), (side * 1.55, 2.05), end, 9)
        painter.stroke(curve, (0.15, 0.12), ink, solid=True)
        tip = Ink(identity.dark if identity.stripes else identity.light)
        painter.stroke(curve[-3:], (0.10, 0.11), tip)
    elif identity.species == "fox":
        end = (side * 1.38, 1.40 - 0.45 * lift)
        curve = bend((side * 0.45, 1.9), (side * 1.45, 2.25), end, 8)
        painter.stroke(curve, (0.20, 0.40), ink, solid=True)
        painter.stroke(curve[-2:], (0.26, 0.32), Ink((0.97, 0.95, 0.92)))
    elif identity.species == "dog":
        end = (side * 1.15, 1.35 - 0.3 * lift)
        curve = bend((side * 0.5, 1.75), (side * 1.05, 1.75), end, 6)
        painter.stroke(curve, (0.16, 0.08), ink, solid=True)
    elif identity.species == "rabbit":
        tip = Ink(mix(identity.light, WHITE, 0.5), line=figure.line)
        painter.ellipse((side * 0.88, 1.95), (0.27, 0.27), tip, solid=True)


def _owl(figure: Figure) -> None:
    """Body, breast feathers, wings and feet of an owl."""
    painter, identity = figure.painter, figure.identity
    for x in (-0.32, 0.32):
        foot = Ink(identity.nose, line=mix(identity.nose, DARK, 0.5))
        painter.ellipse((x, 2.08), (0.22, 0.13), foot, solid=True)
    painter.ellipse((0, 1.12), (0.94, 0.98), figure.fur(), solid=True)
    painter.ellipse((0, 1.3), (0.62, 0.70), figure.pale(0.9))
    for row in range(3):
        for k in range(3 - row % 2):
            at = (0.34 * (k - (2 - row % 2) / 2), 1.08 + 0.26 * row)
            painter.arc(at, (0.10, 0.035), Ink(identity.dark, 0.8))
    wing = Ink(mix(identity.fur, identity.dark, 0.55), shade=0.1, line=figure.line)
    for side in (-1, 1):
        painter.ellipse((side * 0.84, 1.2), (0.27, 0.72), wing, side * 0.12, solid=True)
    painter.ellipse((0, 0.74), (0.8, 0.2), Ink(DARK, 0.2, soft=0.3))
