"""Scene to Matplotlib: what is seen where no browser runs, and in a figure."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.image import BboxImage
from matplotlib.patches import Polygon, Rectangle
from matplotlib.transforms import Bbox, TransformedBbox

from helpers.canvas.scene import Box, Scene, Shape, arrow_head, corners
from helpers.plots.colors import LIGHT

DPI = 130
POINT = 0.75  # points per pixel at 96 dots per inch
CAPTION = 94
FILLED = 1.15  # what constrained layout makes of the space of an empty axes


def to_png(scenes: Sequence[Scene], title: str, captions: Sequence[str]) -> bytes:
    """Scenes on top of one another, a title above and two lines below."""
    width, height = scenes[0].width, scenes[0].height + CAPTION
    figure = Figure(figsize=(width / 96, height / 96), dpi=DPI)
    figure.set_layout_engine("none")
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, width), ylim=(scenes[0].height + 56, 56 - CAPTION))
    ax.axis("off")
    head = Scene(width)
    head.text(16, 74 - CAPTION, title, bold=True, size=15)
    low, message = scenes[0].height + 14, scenes[-1].message
    head.text(16, low, captions[0])
    if message:
        head.box((16, low + 9, width - 32, 26), "pale_amber", stroke="amber", width=1)
        head.text(26, low + 22, message.splitlines()[0][:96], color="amber")
    else:
        head.text(16, low + 22, captions[1], color="muted")
    ground = [scene.ground for scene in scenes if scene.ground is not None]
    _draw(ax, [*ground, *(s for scene in (*scenes, head) for s in scene.shapes)])
    FigureCanvasAgg(figure)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=DPI, metadata={"Software": None})
    return file.getvalue()


def draw_scene(ax: Axes, scene: Scene, box: Box | None = None) -> Axes:
    """A scene, or a part of it, as a figure: the still of what a widget moves.

    Parameters
    ----------
    ax : Axes
    scene : Scene
    box : tuple of float, optional
        x, y, width, height of the part that is shown.
    """
    x, y, width, height = box or (0, 0, scene.width, scene.height)
    ax.set(xlim=(x, x + width), ylim=(y + height, y), aspect="equal")
    ax.axis("off")
    figure = ax.get_figure(root=True)
    inches = figure.get_size_inches() if figure else np.ones(2)
    room = np.asarray(ax.get_position().size) * inches
    scale = FILLED * 96 * float(min(room / (width, height)))
    _draw(ax, [_scaled(shape, scale) for shape in scene.shapes])
    return ax


def _draw(ax: Axes, shapes: Sequence[Shape]) -> None:
    """Shapes in order; the limits stay."""
    limits = ax.axis()
    for order, shape in enumerate(shapes, 1):
        DRAW[shape.kind](ax, shape, order)
    ax.axis(limits)


def _scaled(shape: Shape, scale: float) -> Shape:
    """The same shape with its texts and lines larger or smaller."""
    sizes = {"width": 2, "size": 13} | shape.look
    larger = {key: scale * sizes[key] for key in ("width", "size")}
    return replace(shape, look=shape.look | larger)


def _look(shape: Shape, order: int) -> dict[str, Any]:
    """Options of a Matplotlib line or patch."""
    look = shape.look
    options: dict[str, Any] = {"alpha": look.get("opacity", 1), "zorder": order}
    options["linewidth"] = look.get("width", 2) * POINT if "stroke" in look else 0
    if "dash" in look:
        gaps = [float(t) / max(look.get("width", 2), 1) for t in look["dash"].split()]
        options["linestyle"] = (0, gaps)
    return options


def _color(name: str) -> str:
    """Colour of a name in the light theme."""
    return "none" if name == "none" else LIGHT[name]


def _put(ax: Axes, artist: Any, shape: Shape) -> None:
    """Add an artist, cut to the shape's clip box."""
    ax.add_artist(artist)
    if "clip" in shape.look:
        x, y, w, h = shape.look["clip"]
        artist.set_clip_path(Rectangle((x, y), w, h, transform=ax.transData))


def _line(ax: Axes, shape: Shape, order: int) -> None:
    """Polyline, with a head when it is an arrow."""
    color = _color(shape.look["stroke"])
    (line,) = ax.plot(
        *shape.points.T, color=color, **({"linestyle": "-"} | _look(shape, order))
    )
    if "clip" in shape.look:
        x, y, w, h = shape.look["clip"]
        line.set_clip_path(Rectangle((x, y), w, h, transform=ax.transData))
    if shape.look.get("arrow") and len(shape.points) > 1:
        head = Polygon(arrow_head(shape.points), facecolor=color, zorder=order, lw=0)
        ax.add_patch(head)


def _segments(ax: Axes, shape: Shape, order: int) -> None:
    """Separate segments as one line with gaps."""
    pairs = shape.points.reshape(-1, 2, 2)
    gap = np.full((len(pairs), 1, 2), np.nan)
    points = np.concatenate([pairs, gap], axis=1).reshape(-1, 2)
    _line(ax, Shape("line", points, "", shape.look | {"arrow": False}), order)


def _polygon(ax: Axes, shape: Shape, order: int) -> None:
    """Closed polygon."""
    fill, stroke = shape.look.get("fill", "none"), shape.look.get("stroke", "none")
    colors: dict[str, Any] = {"facecolor": _color(fill), "edgecolor": _color(stroke)}
    _put(ax, Polygon(shape.points, **colors, **_look(shape, order)), shape)


def _dots(ax: Axes, shape: Shape, order: int) -> None:
    """Circles, triangles or squares."""
    radius = shape.look["radius"]
    turn = np.linspace(0, 2 * np.pi, 33)
    ring = radius * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for point in shape.points:
        marker = shape.look.get("marker")
        edge = corners(marker, point, radius) if marker else point + ring
        _polygon(ax, Shape("polygon", edge, "", shape.look), order)


def _text(ax: Axes, shape: Shape, order: int) -> None:
    """Text."""
    look, (x, y) = shape.look, shape.points[0]
    side = {"start": "left", "middle": "center", "end": "right"}
    ax.text(
        x,
        y,
        shape.text.replace("$", r"\$"),
        color=_color(look["color"]),
        fontsize=look["size"] * POINT,
        fontweight="bold" if look.get("bold") else "normal",
        fontstyle="italic" if look.get("italic") else "normal",
        ha=side[look.get("anchor", "start")],
        va="center",
        zorder=order,
    )


def _image(ax: Axes, shape: Shape, order: int) -> None:
    """Field of one colour."""
    levels = np.clip(shape.look["levels"], 0, 1)
    (x, y), (right, bottom) = shape.points
    box = TransformedBbox(Bbox([[x, bottom], [right, y]]), ax.transData)
    image = BboxImage(box, interpolation="nearest", origin="lower", zorder=order)
    color = np.broadcast_to(to_rgb(_color(shape.look["fill"])), (*levels.shape, 3))
    image.set_data(np.dstack([color, levels]))
    ax.add_artist(image)


def _photo(ax: Axes, shape: Shape, order: int) -> None:
    """Picture in its own colours."""
    (x, y), (right, bottom) = shape.points
    box = TransformedBbox(Bbox([[x, bottom], [right, y]]), ax.transData)
    image = BboxImage(box, interpolation="nearest", origin="lower", zorder=order)
    image.set_data(shape.look["pixels"])
    ax.add_artist(image)


def _raster(ax: Axes, shape: Shape, order: int) -> None:
    """Field of mixed colours, smooth, its outermost values on the edges."""
    levels = np.clip(shape.look["levels"], 0, 1)
    paper = np.array(to_rgb(_color("surface")))
    mixed = np.broadcast_to(paper, (*levels.shape[1:], 3)).copy()
    for level, name in zip(levels, shape.look["colors"], strict=True):
        mixed += level[..., None] * (np.array(to_rgb(_color(name))) - paper)
    (x, y), (right, bottom) = shape.points
    across, down = (right - x) / 2, (bottom - y) / 2
    across, down = across / (levels.shape[2] - 1), down / (levels.shape[1] - 1)
    extent = (x - across, right + across, bottom + down, y - down)
    options: dict[str, Any] = {"interpolation": "bilinear", "aspect": "auto"}
    image = ax.imshow(np.clip(mixed, 0, 1), extent=extent, zorder=order, **options)
    frame = Rectangle((x, y), right - x, bottom - y, transform=ax.transData)
    image.set_clip_path(frame)


def _area(ax: Axes, shape: Shape, order: int) -> None:
    """Nothing: cells that are only there to be clicked."""


DRAW: dict[str, Callable[[Axes, Shape, int], None]] = {
    "line": _line,
    "segments": _segments,
    "polygon": _polygon,
    "dots": _dots,
    "text": _text,
    "image": _image,
    "raster": _raster,
    "area": _area,
    "photo": _photo,
}
