"""Broadcasting, entry by entry: two small arrays, stretched by the learner's rule."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.canvas.controls import Slider
from helpers.canvas.learner import Trouble, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Box, Scene

Shape = tuple[int, ...]

HEIGHT = 396
CELL_H, GAP, WIDTH = 21.0, 12.0, 524.0
LEFT, TOPS, SIDE = 34.0, {"a": 24.0, "b": 150.0, "a + b": 276.0}, 572.0
FILLS = {"a": "pale_blue", "b": "pale_orange", "a + b": "raised"}
COLORS = {"a": "blue", "b": "orange", "a + b": "ink"}
LENGTHS = (0, 1, 2, 3, 4)
TEXTS = ("–", "1", "2", "3", "4")
START = {"a3": 0, "a2": 3, "a1": 1, "b3": 0, "b2": 0, "b1": 4}


def explore_broadcasting(source_index: Callable) -> Panel:
    """Two arrays of chosen shapes, stretched until they fit, and their sum.

    Parameters
    ----------
    source_index : callable
        source_index(index, shape): the place in an array of this shape that serves
        the place index of the result.
    """
    controls = [
        Slider(key, _symbol(key), LENGTHS, start, TEXTS, words=_words(key))
        for key, start in START.items()
    ]
    title = "Two shapes: which number of a meets which number of b?"
    return Panel(title, _drawer(source_index), controls, Scene(height=HEIGHT))


def _symbol(key: str) -> str:
    """What stands at one slider: "a[−3]"."""
    return f"{key[0]}[−{key[1]}]"


def _words(key: str) -> str:
    """A slider, read aloud."""
    return f"length of axis −{key[1]} of {key[0]}"


def _drawer(source_index: Callable) -> Callable[..., None]:
    """The draw function; places that were asked for once are kept."""
    known: dict[tuple[Shape, Shape], Any] = {}

    def draw(scene: Scene, **lengths: int) -> None:
        shapes = {name: _shape(lengths, name) for name in "ab"}
        values = {
            name: step
            * np.arange(1, 1 + int(np.prod(shapes[name]))).reshape(shapes[name])
            for name, step in (("a", 100), ("b", 1))
        }
        bad = _misfits(shapes["a"], shapes["b"])
        _draw_shapes(scene, shapes, bad)
        if bad:
            for name in "ab":
                one = values[name]
                _draw_array(scene, name, one, np.zeros(one.shape, bool), one)
            _tell_misfit(scene, shapes, bad)
            return
        full = np.broadcast_shapes(*shapes.values())
        total, right, wrong = np.zeros(full, int), np.zeros(full, int), 0
        for name in "ab":
            truth = np.broadcast_to(values[name], full)
            found = _stretched(source_index, values[name], full, known)
            _draw_array(scene, name, found, _copies(shapes[name], full), truth)
            total, right = total + found, right + truth
            wrong += int((found != truth).sum())
        _draw_array(scene, "a + b", total, np.zeros(full, bool), right)
        _tell(scene, shapes, full, wrong, name_of(source_index))

    return draw


def _shape(lengths: dict[str, int], name: str) -> Shape:
    """Shape of one array: from the last axis leftwards, up to the first absent one."""
    own: list[int] = []
    for k in "123":
        if not lengths[name + k]:
            break
        own.insert(0, lengths[name + k])
    return tuple(own)


def _misfits(a: Shape, b: Shape) -> list[int]:
    """Axes, counted from the end, whose lengths differ without a 1 among them."""
    pairs = zip(reversed(a), reversed(b), strict=False)
    return [-k for k, (p, q) in enumerate(pairs, 1) if p != q and 1 not in (p, q)]


def _stretched(
    source_index: Callable, values: np.ndarray, full: Shape, known: dict
) -> np.ndarray:
    """An array in the result's shape, each entry from the place the learner gives."""
    found = np.zeros(full, dtype=int)
    for place in np.ndindex(*full):
        key = (place, values.shape)
        if key not in known:
            known[key] = call(source_index, place, values.shape)
        found[place] = values[_checked(known[key], key, name_of(source_index))]
    return found


def _checked(source: Any, key: tuple[Shape, Shape], name: str) -> Shape:
    """A place that exists in the array, or Trouble."""
    place, shape = key
    try:
        found = tuple(int(i) for i in source)
    except (TypeError, ValueError):
        found = None
    where = f"{name}({place}, {shape})"
    if found is None or len(found) != len(shape):
        wanted = f"a tuple of {len(shape)} numbers"
        raise Trouble(f"{where}: got {source!r}, expected {wanted}.")
    if not all(0 <= i < n for i, n in zip(found, shape, strict=True)):
        raise Trouble(f"{where}: got {found}, a place that the array has not.")
    return found


def _copies(shape: Shape, full: Shape) -> np.ndarray:
    """Mask of the entries that stretching has added; of the result's shape."""
    own = (1,) * (len(full) - len(shape)) + shape
    first = np.ones(full, dtype=bool)
    for axis, (n, length) in enumerate(zip(own, full, strict=True)):
        if n < length:
            first &= np.indices(full)[axis] == 0
    return ~first


def _draw_array(
    scene: Scene, name: str, found: np.ndarray, copies: np.ndarray, truth: np.ndarray
) -> None:
    """Layers side by side; copies pale, entries from a wrong place red."""
    top = TOPS[name]
    scene.text(LEFT - 20, top - 10, name, bold=True, color=COLORS[name])
    cube: Shape = (1,) * (3 - found.ndim) + found.shape
    parts = [part.reshape(cube) for part in (found, copies, truth)]
    room = (WIDTH - GAP * (cube[0] - 1)) / (cube[0] * cube[2])
    width = min(max(room, 31.0), 54.0)
    for layer, row, column in np.ndindex(*cube):
        value, copy, wanted = (part[layer, row, column] for part in parts)
        x = LEFT + layer * (cube[2] * width + GAP) + column * width
        kind = "wrong" if value != wanted else "copy" if copy else FILLS[name]
        box = (x + 1, top + row * CELL_H + 1, width - 2, CELL_H - 2)
        _draw_entry(scene, box, str(value), kind, FILLS[name])


def _draw_entry(scene: Scene, box: Box, text: str, kind: str, fill: str) -> None:
    """One number in its cell: an entry, a pale copy, or a red one."""
    if kind == "wrong":
        scene.box(box, "surface", stroke="red", width=1.8)
    else:
        scene.box(box, fill, opacity=0.4 if kind == "copy" else 1.0)
    color = {"wrong": "red", "copy": "muted"}.get(kind, "ink")
    middle = (box[0] + box[2] / 2, box[1] + box[3] / 2)
    size = 10.5 if box[2] > 34 else 9.5
    look: dict[str, Any] = {"size": size, "anchor": "middle", "color": color}
    scene.text(*middle, text, bold=kind != "copy" and size > 10, **look)


def _draw_shapes(scene: Scene, shapes: dict[str, Shape], bad: list[int]) -> None:
    """The two shapes one under the other, the last axes aligned, and the result's."""
    look: dict[str, Any] = {"anchor": "middle", "size": 14}
    scene.text(SIDE + 8, 34, "axis", color="muted", size=11)
    for k in (1, 2, 3):
        x = SIDE + 132 - 34 * (k - 1)
        scene.text(x, 34, f"−{k}", color="muted", size=11, anchor="middle")
        pair = [shape[-k] if len(shape) >= k else 0 for shape in shapes.values()]
        for n, name, y in zip(pair, "ab", (62, 90), strict=True):
            color = "red" if -k in bad else COLORS[name] if n else "ghost"
            scene.text(x, y, str(n) if n else "–", color=color, bold=n > 0, **look)
        result = "✗" if -k in bad else str(max(pair)) if max(pair) else "–"
        color = "red" if -k in bad else "ink" if max(pair) else "ghost"
        scene.text(x, 124, result, color=color, bold=True, **look)
        if -k in bad:
            scene.box((x - 14, 46, 28, 94), "none", stroke="red", width=1.8)
    for name, y in (("a", 62), ("b", 90), ("a + b", 124)):
        scene.text(SIDE + 8, y, name, bold=True, color=COLORS[name])
    scene.line([(SIDE + 4, 107), (SIDE + 148, 107)], "muted", width=1.2)


def _text(shape: Shape) -> str:
    """A shape as Python writes it."""
    return str(tuple(int(n) for n in shape))


def _tell(
    scene: Scene, shapes: dict[str, Shape], full: Shape, wrong: int, name: str
) -> None:
    """Numbers, and what is stretched."""
    sizes = {key: int(np.prod(shape)) for key, shape in shapes.items()}
    size = int(np.prod(full))
    scene.stats = [
        ("shape of a + b", _text(full)),
        ("entries", f"{size}"),
        ("copies that nobody stores", f"{2 * size - sizes['a'] - sizes['b']}"),
    ]
    if wrong:
        scene.stats.append(("from a wrong place", f"{wrong}"))
        scene.summary = f"{name} takes the red entries from a wrong place."
        return
    stretched = [key for key in "ab" if sizes[key] < size]
    verb = "is" if len(stretched) == 1 else "are"
    words = f"{' and '.join(stretched)} {verb} stretched"
    words = words if stretched else "Nothing is stretched"
    ends = f"{_text(shapes['a'])} and {_text(shapes['b'])} give {_text(full)}"
    scene.summary = f"{ends}. {words}."


def _tell_misfit(scene: Scene, shapes: dict[str, Shape], bad: list[int]) -> None:
    """Which axis does not fit, and why."""
    k = bad[0]
    p, q = shapes["a"][k], shapes["b"][k]
    scene.text(LEFT - 20, TOPS["a + b"] - 10, "a + b", bold=True)
    words = f"ValueError: on axis −{-k} stand {p} and {q}, and neither is 1"
    scene.text(LEFT, TOPS["a + b"] + 16, words, color="red", bold=True)
    scene.stats = [("shape of a + b", "none")]
    ends = f"{_text(shapes['a'])} and {_text(shapes['b'])} do not fit"
    scene.summary = f"{ends}: axis −{-k} has the lengths {p} and {q}."
