"""Feature maps of one's own picture, computed by the learner's own convnet."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Paint, Slider
from helpers.canvas.learner import Trouble, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Box, Scene
from helpers.datasets import (
    SPECIES,
    Pose,
    make_identity,
    make_setting,
    render,
)

HEIGHT = 404
PICTURE: Box = (16.0, 34.0, 168.0, 168.0)
MAPS: Box = (214.0, 14.0, 490.0, 380.0)
SHIFTS = tuple(range(-10, 11))
TURNS = (-0.6, -0.3, 0.0, 0.3, 0.6)
SIDE = 16  # cells of a drawing; the net sees the mean of 2 x 2
SEVEN = (
    "................",
    "................",
    "...##########...",
    "...##########...",
    "...........##...",
    "..........###...",
    "..........##....",
    ".........##.....",
    ".........##.....",
    "........##......",
    "........##......",
    ".......##.......",
    ".......##.......",
    "......##........",
    "......##........",
    "................",
)
Parameters = Mapping[str, np.ndarray]


class Seen:
    """What a net makes of one picture.

    Parameters
    ----------
    forward : callable
        convnet_forward(X, parameters) -> (A, caches).
    parameters : dict
    """

    def __init__(self, forward: Callable, parameters: Parameters) -> None:
        self.forward, self.parameters = forward, parameters

    def look(self, X: np.ndarray) -> tuple[np.ndarray, list[np.ndarray]]:
        """Probabilities and the maps of each block.

        Parameters
        ----------
        X : ndarray of shape (1, n_H, n_W, n_C)

        Returns
        -------
        a : ndarray of shape (n_y,)
        maps : list of ndarray
            One of shape (n_H, n_W, n_C) per block.
        """
        where = name_of(self.forward)
        found = call(self.forward, X, dict(self.parameters))
        A, caches = as_parts(found, ("A", "caches"), where)
        A = np.asarray(A, dtype=float)
        if A.ndim != 2 or A.shape[1] != 1:
            raise Trouble(f"{where}: got A of shape {A.shape}, expected (n_y, 1).")
        return np.nan_to_num(A[:, 0]), _maps(caches, where)


def _maps(caches: Any, where: str) -> list[np.ndarray]:
    """Second entry of each pair of a block."""
    maps = []
    for pair in caches if isinstance(caches, list | tuple) else ():
        if isinstance(pair, list | tuple) and len(pair) == 2:
            block = np.asarray(pair[1]) if isinstance(pair[1], np.ndarray) else None
            if block is not None and block.ndim == 4 and len(block) == 1:
                maps.append(np.nan_to_num(block[0].astype(float)))
    if not maps:
        raise Trouble(
            f"{where}: got no maps in caches, expected a pair (cache, A) for each "
            "block, with A of shape (m, n_H, n_W, n_C)."
        )
    return maps


def explore_feature_maps(
    convnet_forward: Callable, parameters: Parameters, mu: Any = 0.0, size: int = 32
) -> Panel:
    """Choose an animal, move it, and see every map and the answer.

    Parameters
    ----------
    convnet_forward : callable
        convnet_forward(X, parameters) -> (A, caches); row 1 of A is "cat".
    parameters : dict
        A net for pictures of (size, size, 3).
    mu : ndarray of shape (3,)
        Mean colour of the training set, which is taken away.
    size : int
    """
    seen = Seen(convnet_forward, parameters)
    mean = np.asarray(mu, dtype=np.float32)

    def paint(scene: Scene, species: int, who: int, x: int, turn: float) -> None:
        rng = np.random.default_rng(1000 + who)
        animal = make_identity(SPECIES[species], rng)
        pose = Pose(x=0.5 + x / size, yaw=turn)
        pixels = render(animal, pose, make_setting(rng), size).image
        scene.photo(PICTURE, pixels)
        _head(scene, "your picture")
        X = (np.float32(pixels / 255) - mean)[None].astype(np.float32)
        a, maps = seen.look(X)
        _tell(scene, a, maps, ("no cat", "cat"), int(species == 0))

    texts = [f"{x:+d}".replace("-", "−") if x else "0" for x in SHIFTS]
    turns = [f"{t:+.1f}".replace("-", "−") if t else "0" for t in TURNS]
    everyone = list(range(len(SPECIES)))
    controls = [
        Choices("species", "", everyone, 0, SPECIES, words="animal"),
        Slider("who", "animal no.", list(range(1, 13)), 0, words="which animal"),
        Slider("x", "shift", SHIFTS, 10, texts, words="pixels to the right"),
        Slider("turn", "turn", TURNS, 2, turns, words="turn of the head"),
    ]
    title = "What each layer of your net answers to your picture"
    return Panel(title, paint, controls, Scene(height=368))


def explore_drawing(convnet_forward: Callable, parameters: Parameters) -> Panel:
    """Draw a digit with the pointer and see every map and the answer.

    Parameters
    ----------
    convnet_forward : callable
        convnet_forward(X, parameters) -> (A, caches); row k of A is the digit k.
    parameters : dict
        A net for pictures of (8, 8, 1), from 0 (paper) to 1 (ink).
    """
    seen = Seen(convnet_forward, parameters)

    def paint(scene: Scene, drawing: Sequence[float]) -> None:
        ink = np.array(drawing, dtype=np.float32).reshape(SIDE, SIDE)
        scene.box(PICTURE, "raised", stroke="ghost", width=1)
        scene.image(PICTURE, ink, "ink", sharp=True)
        scene.area(PICTURE, "drawing", (SIDE, SIDE), here=SIDE * SIDE // 2)
        _head(scene, "draw here")
        half = SIDE // 2
        X = ink.reshape(half, 2, half, 2).mean(axis=(1, 3)).reshape(1, half, half, 1)
        a, maps = seen.look(X)
        _tell(scene, a, maps, [str(k) for k in range(len(a))], None)

    start = [float(cell == "#") for row in SEVEN for cell in row]
    clear = Paint("drawing", "clear", start, 1.0)
    title = "Draw a digit: what your net makes of it"
    return Panel(title, paint, [clear], Scene(height=HEIGHT))


def _head(scene: Scene, text: str) -> None:
    """Words above the picture."""
    scene.text(PICTURE[0], PICTURE[1] - 14, text, size=13, bold=True)


def _tell(
    scene: Scene,
    a: np.ndarray,
    maps: Sequence[np.ndarray],
    names: Sequence[str],
    truth: int | None,
) -> None:
    """All maps, one bar per class, and the finding in words."""
    _draw_maps(scene, maps)
    _draw_bars(scene, a, names)
    best = int(np.argmax(a))
    name = names[best] if best < len(names) else str(best)
    silent = sum(int((block.max(axis=(0, 1)) <= 0).sum()) for block in maps)
    count = sum(block.shape[2] for block in maps)
    scene.stats = [
        ("answer", f"{name}, {100 * a[best]:.1f} %"),
        ("silent maps", f"{silent} of {count}"),
    ]
    scene.summary = f"Your net says “{name}” with {100 * a[best]:.0f} %."
    if truth is not None:
        scene.summary += " That is right." if best == truth else " That is wrong."
    scene.summary += f" {silent} of {count} maps are silent."


def _draw_bars(scene: Scene, a: np.ndarray, names: Sequence[str]) -> None:
    """Probability of each class below the picture."""
    left, top, width, height = PICTURE
    step = min(26.0, 176.0 / max(len(a), 1))
    best = int(np.argmax(a))
    for k, share in enumerate(a):
        y = top + height + 24 + step * k
        name = names[k] if k < len(names) else str(k)
        look = {"size": 13 if step > 20 else 12, "bold": k == best}
        start = left + (52 if len(a) < 5 else 18)
        room = left + width - start - 54
        scene.text(left, y, name, **look)
        full = (start, y - step * 0.3, room, step * 0.6)
        scene.box(full, "raised", stroke="line", width=1)
        bar = (start, y - step * 0.3, room * float(np.clip(share, 0, 1)), step * 0.6)
        scene.box(bar, "blue" if k == best else "ghost")
        scene.text(left + width, y, f"{100 * share:.0f} %", anchor="end", **look)


def _draw_maps(scene: Scene, maps: Sequence[np.ndarray]) -> None:
    """All maps of all blocks; in a block the brightest place of all is full blue."""
    left, top, width, height = MAPS
    rows = []
    for block in maps:
        across = 8 if block.shape[2] <= 16 else 16
        rows.append((across, -(-block.shape[2] // across)))
    tall = sum(down * width / across + 26 for across, down in rows)
    scale = min(1.0, height / tall)
    y = top
    for layer, (block, (across, _)) in enumerate(zip(maps, rows, strict=True), 1):
        n_H, n_W, n_C = block.shape
        words = f"layer {layer}: {n_C} maps of {n_H} × {n_W}"
        scene.text(left, y + 6, words, size=12, color="muted")
        y += 18
        cell, reach = scale * width / across, max(float(block.max()), 1e-9)
        for k in range(n_C):
            row, column = divmod(k, across)
            box = (left + cell * column, y + cell * row, cell - 3, cell - 3)
            scene.box(box, "surface", stroke="line", width=1)
            levels = np.clip(block[:, :, k] / reach, 0, 1)
            if levels.any():
                scene.image(box, levels, "blue", sharp=True)
        y += cell * -(-n_C // across) + 8
