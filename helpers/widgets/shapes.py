"""Shapes on their way: forward with caches, then back, a layer at a time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers.canvas.controls import Choices, Slider
from helpers.canvas.learner import Trouble, as_parts, call, name_of
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

Dims = tuple[int, ...]
Shape = tuple[int, ...]

NETWORKS: tuple[Dims, ...] = (
    (2, 4, 1),
    (3, 5, 5, 3, 1),
    (2, 3, 5, 4, 2, 1),
    (12288, 20, 7, 5, 1),
)
EXAMPLES = (1, 2, 7, 50, 209)
STEPS = 2 * max(len(dims) - 1 for dims in NETWORKS)
HEIGHT, TOP, LEFT, FIRST = 402, 30.0, 14.0, 118.0
ROWS = {"W": 66, "b": 86, "Z": 130, "A": 150, "dA": 316, "dW": 336, "db": 356}
CACHE = 186.0


def explore_shapes(
    initialize_deep: Callable,
    activation_forward: Callable,
    activation_backward: Callable,
) -> Panel:
    """Every array of one forward and one backward pass, as it arrives.

    Parameters
    ----------
    initialize_deep : callable
        initialize_deep(layer_dims, rng), a dict with W1, b1, ...
    activation_forward : callable
        activation_forward(A_prev, W, b, activation), the pair A, cache.
    activation_backward : callable
        activation_backward(dA, cache, activation): dA_prev, dW, db.
    """
    names = ["-".join(map(str, dims)) for dims in NETWORKS]
    controls = [
        Choices("dims", "", NETWORKS, 1, names, words="units per layer"),
        Slider("m", "m", EXAMPLES, 2, words="examples m"),
        Slider("step", "step", range(STEPS + 1), 6, words="step of the pass"),
    ]
    functions = (initialize_deep, activation_forward, activation_backward)
    title = "Two lines forward, four lines back: which shape has each array?"
    return Panel(title, _drawer(*functions), controls, Scene(height=HEIGHT))


@dataclass
class Piece:
    """One array that has arrived: its shape, the wanted one, and when it came."""

    shape: Shape
    wanted: Shape
    step: int


@dataclass
class Trace:
    """Arrays of one pass by name; the step at which it broke, and why.

    The parts of the cache of layer k have the names "cache k A", "cache k W",
    "cache k b" and "cache k Z".
    """

    dims: Dims
    m: int
    pieces: dict[str, Piece] = field(default_factory=dict)
    stop: int = STEPS + 1
    trouble: str = ""

    @property
    def L(self) -> int:
        """Number of layers."""
        return len(self.dims) - 1

    def keep(self, name: str, value: Any, wanted: Shape, step: int, by: str) -> None:
        """Note the shape of an array, and stop at a wrong one."""
        shape = np.shape(value)
        self.pieces[name] = Piece(shape, wanted, step)
        if shape != wanted:
            where = f"{by}: {name} has shape {shape}, expected {wanted}."
            raise Trouble(where)

    def seen(self, name: str, step: int) -> Piece | None:
        """The array of this name, if it has arrived by this step."""
        piece = self.pieces.get(name)
        return piece if piece and piece.step <= step else None


def trace(dims: Dims, m: int, initialize: Any, forward: Any, backward: Any) -> Trace:
    """Run one forward and one backward pass, and note every shape."""
    found, step = Trace(dims, m), [0]
    try:
        rng = np.random.default_rng(1)
        A = rng.standard_normal((dims[0], m))
        found.keep("A0", A, (dims[0], m), 0, "input")
        parameters = _begin(found, initialize, rng)
        caches = []
        for k in range(1, found.L + 1):
            step[0] = k
            A, cache = _forward(found, forward, A, parameters, k)
            caches.append(cache)
        Y = np.arange(m).reshape(1, m) % 2
        A = np.clip(A, 1e-6, 1 - 1e-6)
        dA = -(Y / A) + (1 - Y) / (1 - A)
        for k in range(found.L, 0, -1):
            step[0] = 2 * found.L + 1 - k
            dA = _backward(found, backward, dA, caches[k - 1], k)
    except Trouble as trouble:
        found.stop, found.trouble = step[0], str(trouble)
    return found


def _begin(found: Trace, initialize: Any, rng: Any) -> dict[str, np.ndarray]:
    """Starting parameters, each with its right shape."""
    parameters = call(initialize, list(found.dims), rng)
    by = name_of(initialize)
    for k in range(1, found.L + 1):
        n, n_prev = found.dims[k], found.dims[k - 1]
        for name, wanted in ((f"W{k}", (n, n_prev)), (f"b{k}", (n, 1))):
            if not isinstance(parameters, dict) or name not in parameters:
                raise Trouble(f"{by}: got no {name!r}, expected a dict with one.")
            found.keep(name, parameters[name], wanted, 0, by)
    return parameters


def _kind(found: Trace, k: int) -> str:
    """Activation of layer k."""
    return "relu" if k < found.L else "sigmoid"


def _forward(found: Trace, forward: Any, A: Any, parameters: Any, k: int) -> Any:
    """One layer forward: A, and the cache with its four parts."""
    by = f"{name_of(forward)}, layer {k}"
    W, b = parameters[f"W{k}"], parameters[f"b{k}"]
    result = call(forward, A, W, b, _kind(found, k))
    out, cache = as_parts(result, ("A", "cache"), by)
    n, n_prev, m = found.dims[k], found.dims[k - 1], found.m
    parts = as_parts(cache, ("A_prev", "W", "b", "Z"), f"{by}, cache")
    wanted = ((n_prev, m), (n, n_prev), (n, 1), (n, m))
    found.keep(f"Z{k}", parts[3], (n, m), k, by)
    for letter, part, shape in zip("AWbZ", parts, wanted, strict=True):
        found.keep(f"cache {k} {letter}", part, shape, k, by)
    found.keep(f"A{k}", out, (n, m), k, by)
    return out, parts


def _backward(found: Trace, backward: Any, dA: Any, cache: Any, k: int) -> Any:
    """One layer back: dW, db, and dA for the layer before."""
    by, step = f"{name_of(backward)}, layer {k}", 2 * found.L + 1 - k
    n, n_prev, m = found.dims[k], found.dims[k - 1], found.m
    if k == found.L:
        found.keep(f"dA{k}", dA, (n, m), step, "start of the way back")
    result = call(backward, dA, cache, _kind(found, k))
    dA_prev, dW, db = as_parts(result, ("dA_prev", "dW", "db"), by)
    found.keep(f"dW{k}", dW, (n, n_prev), step, by)
    found.keep(f"db{k}", db, (n, 1), step, by)
    found.keep(f"dA{k - 1}", dA_prev, (n_prev, m), step, by)
    return dA_prev


def _drawer(*functions: Callable) -> Callable[..., None]:
    """The draw function; each network is traced once for each m."""
    traces: dict[tuple[Dims, int], Trace] = {}

    def draw(scene: Scene, dims: Dims, m: int, step: int) -> None:
        if (dims, m) not in traces:
            traces[dims, m] = trace(dims, m, *functions)
        found = traces[dims, m]
        step = min(step, 2 * found.L)
        for k in range(found.L + 1):
            _draw_layer(scene, found, k, min(step, found.stop))
        _draw_ways(scene, found, min(step, found.stop))
        _tell(scene, found, step)
        if step >= found.stop:
            raise Trouble(found.trouble)

    return draw


def _column(found: Trace, k: int) -> tuple[float, float]:
    """Left edge and width of a layer's column."""
    width = min((720 - 2 * LEFT - FIRST) / found.L, 170.0)
    start = LEFT + (720 - 2 * LEFT - FIRST - found.L * width) / 2
    return (start, FIRST) if k == 0 else (start + FIRST + (k - 1) * width, width)


def _draw_layer(scene: Scene, found: Trace, k: int, step: int) -> None:
    """One column: parameters, values, cache and gradients of a layer."""
    x, width = _column(found, k)
    if step and k and k in (step, 2 * found.L + 1 - step):
        fill = "pale_blue" if k == step else "pale_orange"
        scene.box((x + 1, 8, width - 8, HEIGHT - 16), fill, opacity=0.45)
    title = f"layer {k}" if k else "input"
    scene.text(x + 8, TOP - 6, title, bold=True)
    if k:
        kind = "ReLU" if k < found.L else "sigmoid"
        scene.text(x + 8, TOP + 10, kind, color="muted", size=11)
        scene.box((x + 4, ROWS["W"] - 13, width - 14, 46), "surface", stroke="ghost")
        _draw_cache(scene, found, k, step)
    for letter, y in ROWS.items():
        color = "ink" if letter in "Wb" else "orange" if letter[0] == "d" else "blue"
        _write(scene, found.seen(f"{letter}{k}", step), f"{letter}{k}", (x, y), color)


def _write(scene: Scene, piece: Piece | None, name: str, at: Any, color: str) -> None:
    """Name and shape of an array; a wrong shape is red, with the wanted one."""
    if piece is None:
        return
    text = f"{name} {_text(piece.shape)}"
    if piece.shape == piece.wanted:
        scene.text(at[0] + 10, at[1], text, color=color, size=12)
        return
    text = f"✗ {text} ≠ {_text(piece.wanted)}"
    scene.box((at[0] + 4, at[1] - 9, 6.7 * len(text) + 8, 19), "surface", stroke="red")
    scene.text(at[0] + 8, at[1], text, color="red", size=12, bold=True)


def _text(shape: Shape) -> str:
    """A shape as Python writes it."""
    return str(tuple(int(n) for n in shape))


def _draw_cache(scene: Scene, found: Trace, k: int, step: int) -> None:
    """What layer k has put aside, pale once the way back has used it."""
    if not any(found.seen(f"cache {k} {letter}", step) for letter in "AWbZ"):
        return
    x, width = _column(found, k)
    used = step >= 2 * found.L + 1 - k
    color = "muted" if used else "ink"
    look: dict[str, Any] = {"stroke": "muted", "width": 1.2, "dash": "4 3"}
    scene.box((x + 4, CACHE - 13, width - 14, 98), "raised", **look)
    word = "used" if used else "kept"
    scene.text(x + 10, CACHE, f"cache {k}, {word}", size=11, color="muted")
    names = (("A", k - 1), ("W", k), ("b", k), ("Z", k))
    for row, (letter, layer) in enumerate(names, start=1):
        piece = found.seen(f"cache {k} {letter}", step)
        at = (x, CACHE + 18 * row)
        _write(scene, piece, f"{letter}{layer}", at, color)


def _draw_ways(scene: Scene, found: Trace, step: int) -> None:
    """Arrows between the columns: forward in blue, back in dashed orange."""
    for k in range(1, found.L + 1):
        x, _ = _column(found, k)
        if k <= step:
            ends = [(x - 22, ROWS["A"] + 14), (x + 12, ROWS["A"] + 14)]
            scene.line(ends, "blue", width=2, arrow=True)
        if step >= 2 * found.L + 1 - k:
            ends = [(x + 12, ROWS["dA"] - 15), (x - 22, ROWS["dA"] - 15)]
            scene.line(ends, "orange", width=2, dash="6 4", arrow=True)


def _tell(scene: Scene, found: Trace, step: int) -> None:
    """Numbers, and the step in words."""
    dims, m, L = found.dims, found.m, found.L
    layers = range(1, L + 1)
    count = sum(dims[k] * (dims[k - 1] + 1) for k in layers)
    kept = sum((dims[k] + dims[k - 1]) * m for k in layers if k <= step)
    done = 2 * max(step - L, 0)
    scene.stats = [
        ("parameters", f"{count:,}"),
        ("numbers of examples in the caches", f"{kept:,}"),
        ("gradients", f"{done} of {2 * L}"),
    ]
    k = step if step <= L else 2 * L + 1 - step
    n, p = dims[k], dims[max(k - 1, 0)]
    if step == 0:
        scene.summary = f"The input and {2 * L} arrays of parameters; nothing has run."
    elif step <= L:
        product = f"W{k} {_text((n, p))} times A{k - 1} {_text((p, m))}"
        scene.summary = f"Forward, layer {k}: {product} gives {_text((n, m))}."
    else:
        given = f"dA{k} {_text((n, m))} and cache {k}"
        scene.summary = f"Back, layer {k}: {given} give dW{k}, db{k} and dA{k - 1}."
