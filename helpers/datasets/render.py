"""From identities, poses and a setting to a picture with boxes and landmarks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, sin

import numpy as np
from numpy.typing import NDArray

from helpers.datasets.animals import Identity
from helpers.datasets.backdrop import make_backdrop
from helpers.datasets.body import paint_body
from helpers.datasets.ears import ear_tip, paint_ears
from helpers.datasets.face import EYE_HEIGHT, MOUTH_DROP, NOSE_HEIGHT, paint_face
from helpers.datasets.figure import DARK, LEFT, RIGHT, Figure
from helpers.datasets.painter import OUTLINE, Floats, Ink, Painter, Point
from helpers.datasets.pose import Pose, Setting


@dataclass(frozen=True)
class Picture:
    """A rendered picture; n animals are in it.

    Parameters
    ----------
    image : ndarray of shape (n_H, n_W, 3)
        uint8.
    boxes : ndarray of shape (n, 4)
        x_min, y_min, x_max, y_max in pixels; pixel i covers [i, i + 1].
    landmarks : ndarray of shape (n, 6, 2)
        (x, y) in pixels, in the order of `LANDMARKS`.
    """

    image: NDArray[np.uint8]
    boxes: Floats
    landmarks: Floats


def render(
    identities: Identity | Sequence[Identity],
    poses: Pose | Sequence[Pose],
    setting: Setting | None = None,
    size: int | tuple[int, int] = 64,
) -> Picture:
    """Picture of one animal or of several.

    Parameters
    ----------
    identities : Identity or sequence of Identity
    poses : Pose or sequence of Pose
        As many as identities; the first animal is painted first.
    setting : Setting, optional
        Background and light; plain and free of noise if left out.
    size : int or tuple of two ints
        Height and width in pixels.

    Returns
    -------
    picture : Picture
    """
    who = [identities] if isinstance(identities, Identity) else list(identities)
    how = [poses] if isinstance(poses, Pose) else list(poses)
    if len(who) != len(how):
        raise ValueError(
            f"render: got {len(how)} poses, expected {len(who)}, one per identity. "
            "Give as many poses as identities."
        )
    setting = setting or Setting()
    pixels = make_backdrop(setting, *check_size(size, "render"))
    found = [_animal(pixels, i, p, setting) for i, p in zip(who, how, strict=True)]
    boxes = np.array([box for box, _ in found], np.float32).reshape(-1, 4)
    landmarks = np.array([marks for _, marks in found], np.float32)
    return Picture(_expose(pixels, setting), boxes, landmarks.reshape(-1, 6, 2))


def check_size(size: int | tuple[int, int], where: str) -> tuple[int, int]:
    """Height and width, at least 16 pixels each."""
    n_H, n_W = (size, size) if isinstance(size, int) else size
    if min(n_H, n_W) < 16:
        raise ValueError(
            f"{where}: got size {size}, expected at least 16 pixels. "
            "Give a larger size, such as 64."
        )
    return n_H, n_W


def _animal(
    pixels: Floats, identity: Identity, pose: Pose, setting: Setting
) -> tuple[list[float], list[Point]]:
    """Paint one animal; its box and its landmarks in pixels."""
    _, n_H, n_W = pixels.shape
    c, s = cos(pose.tilt), sin(pose.tilt)
    a, b = setting.light
    painter = Painter(
        pixels,
        (pose.x * n_W, pose.y * n_H),
        pose.scale * n_H,
        pose.tilt,
        (c * a + s * b, c * b - s * a),
    )
    figure = Figure(painter, identity, pose)
    painter.ellipse((0, 2.16), (1.1, 0.22), Ink(DARK, 0.35, soft=0.3))
    paint_body(figure)
    paint_ears(figure)
    paint_face(figure)
    marks = [painter.to_pixels(point) for point in _landmarks(figure)]
    return _box(painter.cover, marks, OUTLINE * painter.scale), marks


def _landmarks(figure: Figure) -> list[Point]:
    """Eyes, nose, mouth and ear tips in the frame of the animal."""
    distance = figure.identity.eye_distance
    height = NOSE_HEIGHT[figure.identity.species]
    return [
        figure.spot(LEFT * distance, EYE_HEIGHT),
        figure.spot(RIGHT * distance, EYE_HEIGHT),
        figure.spot(0, height, 1.2),
        figure.spot(0, height + MOUTH_DROP, 1.15),
        ear_tip(figure, LEFT),
        ear_tip(figure, RIGHT),
    ]


def _box(cover: Floats, marks: list[Point], edge: float) -> list[float]:
    """Box of outlines and landmarks, cut off at the picture's edges."""
    n_H, n_W = cover.shape
    rows, columns = (np.flatnonzero(cover.max(axis) > 0.5) for axis in (1, 0))
    xs, ys = [x for x, _ in marks], [y for _, y in marks]
    if rows.size:
        xs += [float(columns[0] - edge), float(columns[-1] + 1 + edge)]
        ys += [float(rows[0] - edge), float(rows[-1] + 1 + edge)]
    xs = [min(max(x, 0.0), float(n_W)) for x in xs]
    ys = [min(max(y, 0.0), float(n_H)) for y in ys]
    return [min(xs), min(ys), max(xs), max(ys)]


def _expose(pixels: Floats, setting: Setting) -> NDArray[np.uint8]:
    """Light from one side, gain, noise of the sensor, 8 bits."""
    _, n_H, n_W = pixels.shape
    a, b = setting.light
    x = np.linspace(-0.5, 0.5, n_W, dtype=np.float32)
    y = np.linspace(-0.5, 0.5, n_H, dtype=np.float32)
    shine = np.float32(1) + np.float32(0.22) * (a * x[None, :] + b * y[:, None])
    pixels *= np.array(setting.gain, np.float32).reshape(3, 1, 1) * np.float32(255)
    pixels *= shine.astype(np.float32)
    if setting.noise:
        rng = np.random.default_rng(setting.seed + 1)
        grain = rng.standard_normal((n_H, n_W), np.float32)
        pixels += np.float32(255 * setting.noise) * grain
    planes = np.clip(pixels + np.float32(0.5), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(planes.transpose(1, 2, 0))


def fit_pose(identity: Identity, pose: Pose, size: int | tuple[int, int] = 64) -> Pose:
    """Shift a pose until all landmarks lie in the picture.

    Parameters
    ----------
    identity : Identity
    pose : Pose
    size : int or tuple of two ints
        Height and width in pixels.

    Returns
    -------
    pose : Pose
    """
    n_H, n_W = check_size(size, "fit_pose")
    blank = np.zeros((3, 1, 1), np.float32)
    origin = (pose.x * n_W, pose.y * n_H)
    painter = Painter(blank, origin, pose.scale * n_H, pose.tilt)
    marks = [painter.to_pixels(p) for p in _landmarks(Figure(painter, identity, pose))]
    edge = 0.03 * n_H
    shift = []
    for k, n in ((0, n_W), (1, n_H)):
        low, high = min(p[k] for p in marks) - edge, max(p[k] for p in marks) + edge
        shift.append(-min(low, 0.0) if low < 0 else min(n - high, 0.0))
    return replace(pose, x=pose.x + shift[0] / n_W, y=pose.y + shift[1] / n_H)
