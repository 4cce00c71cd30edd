"""An animal on the canvas: its head as a ball that turns, its landmarks."""

from dataclasses import dataclass, field
from math import cos, sin, sqrt

import numpy as np

from helpers.datasets.animals import Identity, mix
from helpers.datasets.painter import Colour, Floats, Ink, Painter, Point
from helpers.datasets.pose import Pose

LANDMARKS = ("left_eye", "right_eye", "nose", "mouth", "left_ear", "right_ear")
LEFT, RIGHT = -1, 1

HEAD_HEIGHT = {
    "cat": 0.86,
    "dog": 0.98,
    "owl": 0.94,
    "rabbit": 0.92,
    "fox": 0.82,
    "bear": 0.96,
}
WHITE: Colour = (1.0, 1.0, 1.0)
DARK: Colour = (0.10, 0.07, 0.08)
ROSE: Colour = (0.95, 0.45, 0.45)


@dataclass
class Figure:
    """One animal while it is painted.

    Parameters
    ----------
    painter : Painter
        Its frame has the middle of the head as origin, the head's radius as unit.
    identity : Identity
    pose : Pose
    """

    painter: Painter
    identity: Identity
    pose: Pose
    head: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.head = np.zeros_like(self.painter.cover)

    @property
    def width(self) -> float:
        """Half the width of the head."""
        return self.identity.head_width

    @property
    def height(self) -> float:
        """Half the height of the head."""
        return HEAD_HEIGHT[self.identity.species]

    @property
    def line(self) -> Colour:
        """Colour of the outlines."""
        return mix(self.identity.fur, DARK, 0.68)

    def fur(self, shade: float = 0.13) -> Ink:
        """Outlined ink of the fur."""
        return Ink(self.identity.fur, shade=shade, line=self.line)

    def pale(self, opacity: float | None = None) -> Ink:
        """Ink of the muzzle and the belly."""
        share = self.identity.mask if opacity is None else opacity
        return Ink(self.identity.light, share, soft=0.08)

    def spot(self, x: float, y: float, depth: float = 1.0) -> Point:
        """Place of a point of the face after the turn of the head."""
        room = max(1 - (x / self.width) ** 2 - (y / self.height) ** 2, 0.04)
        z, yaw, pitch = depth * sqrt(room), self.pose.yaw, self.pose.pitch
        return x * cos(yaw) + z * sin(yaw), y * cos(pitch) + z * sin(pitch)

    def narrow(self, x: float) -> float:
        """How much the turn of the head narrows what is painted at x."""
        slope = x / self.width / sqrt(max(1 - (x / self.width) ** 2, 0.2))
        return min(max(cos(self.pose.yaw) - slope * sin(self.pose.yaw), 0.55), 1.12)

    def root(self, side: int) -> Point:
        """Where an ear grows out of the head."""
        lean = self.identity.ear_lean
        x, y = side * sin(lean + 0.14), -cos(lean + 0.14)
        turn = -0.22 * sin(self.pose.yaw)
        return (
            0.86 * self.width * x * cos(self.pose.yaw) + turn,
            0.78 * self.height * y - 0.2 * sin(self.pose.pitch),
        )

    def ear_angle(self, side: int) -> float:
        """Rotation of an ear, clockwise on the screen."""
        return side * (0.30 + 0.55 * self.identity.ear_lean) - 0.15 * self.pose.yaw

    def along_ear(self, side: int, length: float) -> Point:
        """Point of an ear's axis, so far from its root."""
        x, y = self.root(side)
        angle = self.ear_angle(side)
        return x + length * sin(angle), y - length * cos(angle)


def bend(start: Point, middle: Point, end: Point, n: int = 7) -> list[Point]:
    """Points of a curve that is drawn towards its middle point."""
    curve = []
    for t in np.linspace(0, 1, n).tolist():
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        u = a * start[0] + b * middle[0] + c * end[0]
        v = a * start[1] + b * middle[1] + c * end[1]
        curve.append((u, v))
    return curve
