"""Scene to SVG text: colours are CSS variables, so one text serves both themes."""

import base64
import struct
import zlib
from collections.abc import Callable
from html import escape

import numpy as np

from helpers.canvas.scene import Scene, Shape, arrow_head, corners
from helpers.plots.colors import LIGHT


def to_svg(scene: Scene) -> str:
    """Inner text of an <svg> element with the scene's viewBox."""
    return "".join(_inside(s, DRAW[s.kind](s)) for s in scene.shapes)


def _paint(shape: Shape) -> str:
    """Style attribute of one shape."""
    look = shape.look
    fill, stroke = look.get("fill", "none"), look.get("stroke", "none")
    style = f"fill:{_color(fill)};stroke:{_color(stroke)};stroke-linejoin:round"
    if stroke != "none":
        style += f";stroke-width:{look.get('width', 2):g}"
    if "dash" in look:
        style += f";stroke-dasharray:{look['dash']}"
    if "opacity" in look:
        style += f";opacity:{look['opacity']:g}"
    return f' style="{style}"'


def _color(name: str) -> str:
    """CSS colour of a name, with the light theme's colour for plain viewers."""
    return "none" if name == "none" else f"var(--dl-{name},{LIGHT[name]})"


def _inside(shape: Shape, text: str) -> str:
    """Shape cut to its clip box (x, y, width, height), if it has one."""
    if "clip" not in shape.look:
        return text
    x, y, w, h = shape.look["clip"]
    place = f'x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"'
    return f'<svg {place} viewBox="{x:g} {y:g} {w:g} {h:g}">{text}</svg>'


def _points(points: np.ndarray) -> str:
    """Points as "x,y x,y"."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _line(shape: Shape) -> str:
    """Polyline, with a head when it is an arrow."""
    text = f'<polyline points="{_points(shape.points)}"{_paint(shape)}/>'
    if shape.look.get("arrow") and len(shape.points) > 1:
        color = _color(shape.look["stroke"])
        head = _points(arrow_head(shape.points))
        text += f'<polygon points="{head}" style="fill:{color}"/>'
    return text


def _segments(shape: Shape) -> str:
    """One path of separate segments."""
    pairs = shape.points.reshape(-1, 4)
    path = "".join(f"M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" for a, b, c, d in pairs)
    return f'<path d="{path}"{_paint(shape)}/>'


def _polygon(shape: Shape) -> str:
    """Closed polygon."""
    return f'<polygon points="{_points(shape.points)}"{_paint(shape)}/>'


def _dots(shape: Shape) -> str:
    """Circles, triangles or squares."""
    radius, paint = shape.look["radius"], _paint(shape)
    if marker := shape.look.get("marker"):
        found = [_points(corners(marker, point, radius)) for point in shape.points]
        return "".join(f'<polygon points="{c}"{paint}/>' for c in found)
    return "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"{paint}/>'
        for x, y in shape.points
    )


def _text(shape: Shape) -> str:
    """Text; numbers keep their width."""
    look, (x, y) = shape.look, shape.points[0]
    style = f"fill:{_color(look['color'])};font-size:{look['size']}px"
    style += ";font-weight:650" if look.get("bold") else ""
    style += ";font-style:italic" if look.get("italic") else ""
    anchor = look.get("anchor", "start")
    place = f'x="{x:.1f}" y="{y:.1f}" dy="0.35em" text-anchor="{anchor}"'
    return f'<text {place} style="{style}">{escape(shape.text)}</text>'


def _image(shape: Shape) -> str:
    """Field of one colour as a mask, so that the colour follows the theme."""
    (x, y), (right, bottom) = shape.points
    size = f'x="{x:g}" y="{y:g}" width="{right - x:g}" height="{bottom - y:g}"'
    levels = shape.look["levels"]
    grey = np.clip(np.round(255 * levels), 0, 255).astype(np.uint8)
    name = f"dl{zlib.crc32(size.encode() + grey.tobytes()):x}"  # also by its place
    data = base64.b64encode(png(grey)).decode()
    sharp = ' style="image-rendering:pixelated"' if shape.look.get("sharp") else ""
    image = f'<image {size}{sharp} preserveAspectRatio="none" '
    image += 'href="data:image/png;base64,'
    mask = f'<mask id="{name}" style="mask-type:luminance">{image}{data}"/></mask>'
    fill = _color(shape.look["fill"])
    return f'{mask}<rect {size} style="fill:{fill}" mask="url(#{name})"/>'


def _photo(shape: Shape) -> str:
    """Picture in its own colours."""
    (x, y), (right, bottom) = shape.points
    size = f'x="{x:g}" y="{y:g}" width="{right - x:g}" height="{bottom - y:g}"'
    data = base64.b64encode(png(shape.look["pixels"])).decode()
    look = 'style="image-rendering:pixelated" preserveAspectRatio="none"'
    return f'<image {size} {look} href="data:image/png;base64,{data}"/>'


def _area(shape: Shape) -> str:
    """Invisible rectangle that names its cells."""
    (x, y), (right, bottom) = shape.points
    size = f'x="{x:g}" y="{y:g}" width="{right - x:g}" height="{bottom - y:g}"'
    data = {"area": shape.look["area"], "cells": shape.look["cells"]}
    told = {
        key: " ".join(map(str, value)) if isinstance(value, tuple) else value
        for key, value in (data | shape.look["data"]).items()
    }
    words = "".join(f' data-{key}="{value}"' for key, value in told.items())
    return f'<rect {size} style="fill:none"{words}/>'


def png(pixels: np.ndarray) -> bytes:
    """Grey or coloured picture as a PNG file.

    Parameters
    ----------
    pixels : ndarray of shape (n_H, n_W) or (n_H, n_W, 3)
        Unsigned 8-bit numbers.
    """
    n_H, n_W = pixels.shape[:2]
    flat = pixels.astype(np.uint8).reshape(n_H, -1)
    rows = np.hstack([np.zeros((n_H, 1), dtype=np.uint8), flat])  # (n_H, n + 1)
    kind = 0 if pixels.ndim == 2 else 2
    head = struct.pack(">IIBBBBB", n_W, n_H, 8, kind, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"IDAT", zlib.compress(rows.tobytes(), 6)),
        (b"IEND", b""),
    )
    parts = [
        struct.pack(">I", len(data)) + kind + data + _crc(kind + data)
        for kind, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _crc(data: bytes) -> bytes:
    """Checksum of a PNG chunk."""
    return struct.pack(">I", zlib.crc32(data))


DRAW: dict[str, Callable[[Shape], str]] = {
    "line": _line,
    "segments": _segments,
    "polygon": _polygon,
    "dots": _dots,
    "text": _text,
    "image": _image,
    "area": _area,
    "photo": _photo,
}
