"""A small rasteriser: signed distances, smooth edges, colours blended in place.

Coordinates are in units of the frame (for an animal the radius of its head), u to
the right and v downwards. A shape is the set of points with negative signed
distance; its edge is one pixel wide, so that no staircase shows.
"""

from dataclasses import dataclass, field, replace
from math import cos, hypot, sin

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Colour = tuple[float, float, float]
Point = tuple[float, float]
Window = tuple[slice, slice]

OUTLINE = 0.055  # width of outlines, in units of the frame


@dataclass(frozen=True)
class Ink:
    """How a shape is filled.

    Parameters
    ----------
    colour : tuple of three floats in [0, 1]
        Red, green and blue.
    opacity : float
        1 hides what lies below, 0 changes nothing.
    soft : float
        Width of the edge in units of the frame; 0 is one pixel.
    shade : float
        How much the side towards the light is brighter than the other side.
    line : tuple of three floats, optional
        Colour of an outline.
    """

    colour: Colour
    opacity: float = 1.0
    soft: float = 0.0
    shade: float = 0.0
    line: Colour | None = None

    def dim(self, opacity: float) -> "Ink":
        """The same ink, more transparent."""
        return replace(self, opacity=opacity)


@dataclass
class Painter:
    """A picture, and the frame in which shapes are given.

    Parameters
    ----------
    pixels : ndarray of shape (3, n_H, n_W)
        The picture, one plane per colour, float32 in [0, 1]; painted in place.
    origin : tuple of two floats
        The frame's origin in pixels, (x, y).
    scale : float
        Pixels per unit.
    angle : float
        Rotation of the frame in radians, clockwise on the screen.
    light : tuple of two floats
        Direction towards the light, in the frame.
    """

    pixels: Floats
    origin: Point
    scale: float
    angle: float = 0.0
    light: Point = (-0.5, -0.8)
    cover: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.cover = np.zeros(self.pixels.shape[1:], np.float32)

    def to_pixels(self, point: Point) -> Point:
        """Pixel coordinates (x, y) of a point of the frame."""
        c, s = cos(self.angle) * self.scale, sin(self.angle) * self.scale
        u, v = point
        return self.origin[0] + c * u - s * v, self.origin[1] + s * u + c * v

    def grid(
        self, at: Point, reach: float, angle: float = 0.0
    ) -> tuple[Window, Floats, Floats]:
        """Window of pixels around a point, and their coordinates from that point."""
        n_H, n_W = self.cover.shape
        x, y = self.to_pixels(at)
        r = reach * self.scale + 2.0
        left, right = max(int(x - r), 0), max(min(int(x + r) + 1, n_W), 0)
        top, bottom = max(int(y - r), 0), max(min(int(y + r) + 1, n_H), 0)
        dx = np.arange(left, right, dtype=np.float32) + np.float32(0.5 - x)
        dy = np.arange(top, bottom, dtype=np.float32) + np.float32(0.5 - y)
        turn = self.angle + angle
        c, s = np.float32(cos(turn) / self.scale), np.float32(sin(turn) / self.scale)
        U = (c * dx)[None, :] + (s * dy)[:, None]
        V = (-s * dx)[None, :] + (c * dy)[:, None]
        return (slice(top, bottom), slice(left, right)), U, V

    def fill(
        self,
        window: Window,
        D: Floats,
        ink: Ink,
        tone: Floats | None = None,
        clip: Floats | None = None,
        solid: bool = False,
    ) -> None:
        """Blend a colour into the picture where a signed distance is negative.

        Parameters
        ----------
        window : tuple of two slices
            Rows and columns of the picture.
        D : ndarray of shape (h, w)
            Signed distance to the edge of the shape, in units of the frame.
        ink : Ink
        tone : ndarray of shape (h, w), optional
            Brightness, which multiplies the colour.
        clip : ndarray of shape (n_H, n_W), optional
            Share of each pixel that may be painted.
        solid : bool
            The shape belongs to the silhouette.
        """
        if not D.size:
            return
        D = D * np.float32(-self.scale)
        if ink.line is not None:
            outline = _unit(D + np.float32(0.5 + OUTLINE * self.scale))
            self._blend(window, outline, _planes(ink.line))
        width = np.float32(max(ink.soft * self.scale, 1.0))
        cover = _unit(D / width + np.float32(0.5))
        if solid:
            np.maximum(self.cover[window], cover, out=self.cover[window])
        if clip is not None:
            cover = cover * clip[window]
        colour = _planes(ink.colour)
        if tone is not None:
            colour = tone * colour
        if ink.opacity < 1:
            cover = cover * np.float32(ink.opacity)
        self._blend(window, cover, colour)

    def _blend(self, window: Window, cover: Floats, colour: Floats) -> None:
        under = self.pixels[:, window[0], window[1]]
        change = colour - under
        change *= cover
        under += change

    def _tone(self, U: Floats, V: Floats, ink: Ink, angle: float) -> Floats | None:
        """Brightness of a round shape, from coordinates in units of its radii."""
        if not ink.shade:
            return None
        c, s = cos(angle), sin(angle)
        a, b = self.light
        a, b = ink.shade * (c * a + s * b), ink.shade * (c * b - s * a)
        return np.float32(1) + np.float32(a) * U + np.float32(b) * V

    def ellipse(
        self,
        at: Point,
        radii: Point,
        ink: Ink,
        angle: float = 0.0,
        clip: Floats | None = None,
        solid: bool = False,
    ) -> None:
        """An ellipse with its midpoint, its two radii and its rotation."""
        reach = max(radii) + ink.soft + 0.06
        window, U, V = self.grid(at, reach, angle)
        U /= np.float32(radii[0])
        V /= np.float32(radii[1])
        K = np.sqrt(U * U + V * V)  # 1 on the edge
        tone = self._tone(U, V, ink, angle)
        U /= np.float32(radii[0])
        V /= np.float32(radii[1])
        slope = np.sqrt(U * U + V * V) + np.float32(1e-6)
        K = (K + np.float32(1e-6 * min(radii))) * (K - np.float32(1)) / slope
        self.fill(window, np.asarray(K, np.float32), ink, tone, clip, solid)

    def leaf(
        self,
        at: Point,
        radii: Point,
        ink: Ink,
        angle: float = 0.0,
        clip: Floats | None = None,
        solid: bool = False,
    ) -> None:
        """A pointed shape, tips up and down: what two equal discs share."""
        half, length = radii
        R = (half * half + length * length) / (2 * half)
        window, U, V = self.grid(at, length + ink.soft + 0.06, angle)
        tone = self._tone(U / half, V / length, ink, angle)
        np.abs(U, out=U)
        U += np.float32(R - half)
        D = np.sqrt(U * U + V * V) - np.float32(R)
        self.fill(window, D, ink, tone, clip, solid)

    def plate(self, at: Point, halves: Point, ink: Ink, round_off: float = 0) -> None:
        """A rectangle with rounded corners: midpoint, half width and half height."""
        window, U, V = self.grid(at, max(halves) * 1.5 + 0.06)
        U = np.maximum(np.abs(U) - np.float32(halves[0] - round_off), 0)
        V = np.maximum(np.abs(V) - np.float32(halves[1] - round_off), 0)
        D = np.sqrt(U * U + V * V) - np.float32(round_off)
        self.fill(window, D, ink)

    def stroke(
        self,
        points: list[Point],
        widths: Point,
        ink: Ink,
        clip: Floats | None = None,
        solid: bool = False,
    ) -> None:
        """A line through points, its half width going from the first to the last."""
        middle = (
            (max(p[0] for p in points) + min(p[0] for p in points)) / 2,
            (max(p[1] for p in points) + min(p[1] for p in points)) / 2,
        )
        reach = max(hypot(p[0] - middle[0], p[1] - middle[1]) for p in points)
        window, U, V = self.grid(middle, reach + max(widths) + 0.06)
        thin = 0.45 / self.scale
        D = np.full_like(U, np.inf)
        n = len(points) - 1
        for k, (p, q) in enumerate(zip(points, points[1:], strict=False)):
            ends = [widths[0] + (widths[1] - widths[0]) * (k + j) / n for j in (0, 1)]
            start = (p[0] - middle[0], p[1] - middle[1])
            along = (q[0] - p[0], q[1] - p[1])
            radii = (max(ends[0], thin), max(ends[1], thin))
            np.minimum(D, _segment(U, V, start, along, radii), out=D)
        self.fill(window, D, ink, None, clip, solid)

    def arc(self, at: Point, radii: Point, ink: Ink, angle: float = 0.0) -> None:
        """The lower half of a circle's line: radius and half width of the line."""
        window, U, V = self.grid(at, radii[0] + radii[1], angle)
        ring = np.abs(np.sqrt(U * U + V * V) - np.float32(radii[0]))
        ring -= np.float32(max(radii[1], 0.45 / self.scale))
        self.fill(window, np.maximum(ring, -V), ink)


def _unit(D: Floats) -> Floats:
    """Values cut off at 0 and 1, in place."""
    np.maximum(D, 0, out=D)
    np.minimum(D, 1, out=D)
    return D


def _planes(colour: Colour) -> Floats:
    """A colour that is broadcast over the three planes."""
    return np.array(colour, np.float32).reshape(3, 1, 1)


def _segment(U: Floats, V: Floats, start: Point, along: Point, radii: Point) -> Floats:
    """Signed distance to a segment whose half width changes along it."""
    a, b = along
    length = max(a * a + b * b, 1e-12)
    X, Y = U - np.float32(start[0]), V - np.float32(start[1])
    T = X * np.float32(a / length) + Y * np.float32(b / length)
    _unit(T)
    X -= T * np.float32(a)
    Y -= T * np.float32(b)
    width = np.float32(radii[0]) + T * np.float32(radii[1] - radii[0])
    return np.asarray(np.sqrt(X * X + Y * Y) - width, np.float32)
