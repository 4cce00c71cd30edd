"""Panel: one widget class for all ideas - a picture, a few controls, numbers.

An idea is a function ``draw(scene, **values)`` and a list of controls. The page's
script (panel.js) knows nothing of the idea: it shows the SVG text that arrives and
sends the controls' values back.
"""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anywidget
import numpy as np
import traitlets

from helpers.plots.colors import DARK, LIGHT
from helpers.widgets.learner import Trouble
from helpers.widgets.scene import Scene
from helpers.widgets.svg import to_svg

HERE = Path(__file__).parent
DARK_PAGES = (
    'body[data-jp-theme-light="false"]',
    'html[theme="dark"]',
    "body.vscode-dark",
)


@dataclass(frozen=True)
class Control:
    """One control: a slider, a row of choices, or a point in the picture.

    Parameters
    ----------
    name : str
        Keyword of ``draw``.
    symbol : str
        What the reader sees: "α", "step".
    values : sequence
        Slider and choices: all values, in order. Toggle: the values when off and on.
        Point: x and y at the start, pixels. Button and pad: nothing. Grid: the first
        row and column. Paint: all cells at the start. Matrix: ready-made filters.
    start : int
        Index of the first value.
    texts : sequence of str
        One text per value.
    words : str
        What the symbol means, read aloud: "learning rate".
    kind : str
        "slider", "choices" or "point"; "toggle", a button that stays pressed while
        there is more to draw; "button", whose value counts the presses; "pad", where
        points are put into the picture: its value is a tuple of (x, y, k) in pixels,
        k the index of the class that was chosen, one of ``texts``; "grid", a cell
        (row, column) of the areas of this name (see `Scene.area`); "paint", areas
        whose cells are flipped between 0 and ``box[0]``: its value is a tuple of all
        cells; "matrix", the numbers of a square filter in fields: a tuple, one of
        ``values`` at the start.
    play : bool
        A slider with a Play button.
    chunk : int
        Pictures per message while it plays: with more than one the page draws at full
        speed, however long an answer takes.
    box : tuple of float
        Point and pad: x, y, width, height of the pixels where they may stand.
    """

    name: str
    symbol: str
    values: Sequence[Any]
    start: int = 0
    texts: Sequence[str] = ()
    words: str = ""
    kind: str = "slider"
    play: bool = False
    chunk: int = 1
    box: tuple[float, ...] = ()

    def describe(self) -> dict[str, Any]:
        """What the page needs to know of the control."""
        texts = list(self.texts) or [str(value) for value in self.values]
        keys = ("name", "symbol", "start", "words", "kind", "play", "chunk")
        told = {key: getattr(self, key) for key in keys}
        if self.kind == "matrix":
            told["presets"] = [list(numbers) for numbers in self.values]
        return told | {"texts": texts, "box": list(self.box)}

    def value(self, raw: Any) -> Any:
        """Value of what the page sent: an index, or a point."""
        if self.kind == "point":
            return (float(raw[0]), float(raw[1]))
        if self.kind == "pad":
            return tuple((float(x), float(y), int(k)) for x, y, k in raw)
        if self.kind == "grid":
            return (int(raw[0]), int(raw[1]))
        if self.kind in ("paint", "matrix"):
            return tuple(float(number or 0) for number in raw)
        if self.kind == "button":
            return int(raw)
        return self.values[min(max(int(raw), 0), len(self.values) - 1)]

    def raw(self, value: Any) -> Any:
        """What the page would send for this value."""
        if self.kind in ("point", "pad", "grid", "paint", "matrix"):
            return list(value)
        if self.kind == "button":
            return value
        return list(self.values).index(value)

    @property
    def first(self) -> Any:
        """What the page sends before anything is moved."""
        if self.kind in ("point", "grid", "paint"):
            return list(self.values)
        if self.kind == "matrix":
            return list(self.values[self.start])
        return [] if self.kind == "pad" else self.start


class Panel(anywidget.AnyWidget):
    """A picture that is drawn anew, by Python, whenever a control moves.

    Parameters
    ----------
    title : str
        The idea in one line.
    draw : callable
        draw(scene, **values) adds shapes to the scene; Trouble raised by it is shown
        in words over what is drawn so far.
    controls : sequence of Control
    back : Scene, optional
        What stays behind the picture and is sent only once.
    """

    _esm = "\n".join(
        (HERE / f"{k}.js").read_text() for k in ("film", "pad", "grid", "panel")
    )
    _css = "\n".join(
        (
            ".dlp{" + "".join(f"--dl-{k}:{v};" for k, v in LIGHT.items()) + "}",
            ",".join(f"{page} .dlp" for page in DARK_PAGES)
            + "{color-scheme:dark;"
            + "".join(f"--dl-{k}:{v};" for k, v in DARK.items())
            + "}",
            (HERE / "panel.css").read_text(),
        )
    )
    title = traitlets.Unicode().tag(sync=True)
    size: Any = traitlets.List().tag(sync=True)
    controls: Any = traitlets.List().tag(sync=True)
    behind = traitlets.Unicode().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)  # page to kernel: {name: index or point}
    shown = traitlets.Dict().tag(sync=True)  # kernel to page: picture, stats, words

    def __init__(
        self,
        title: str,
        draw: Callable[..., None],
        controls: Sequence[Control],
        back: Scene | None = None,
    ) -> None:
        self.back = back or Scene()
        self.draw, self.list = draw, list(controls)
        super().__init__(
            title=title,
            size=[self.back.width, self.back.height],
            controls=[control.describe() for control in controls],
            behind=to_svg(self.back),
            state={control.name: control.first for control in controls},
        )
        self.observe(lambda _: self.show(), "state")
        self.show()

    def values(self) -> dict[str, Any]:
        """Values of all controls."""
        return {c.name: c.value(self.state.get(c.name, c.first)) for c in self.list}

    def scene(self, **changed: Any) -> Scene:
        """Picture for the present values, some of them changed."""
        scene = Scene(self.back.width, self.back.height)
        try:
            self.draw(scene, **(self.values() | changed))
        except Trouble as trouble:
            scene.message, scene.more = str(trouble), False
        if scene.back is not None and scene.back is not self.back:
            self.back, self.behind = scene.back, to_svg(scene.back)
        return scene

    def show(self) -> None:
        """Draw, and send what was drawn."""
        film, at = self.played()
        scene = self.scene()
        self.shown = _picture(scene) | {
            "turn": self.state.get("turn", 0),
            "at": at,
            "film": film + [_picture(one) for one in scene.film],
            "summary": scene.summary,
            "message": scene.message,
            "more": scene.more,
        }

    def played(self) -> tuple[list[dict[str, Any]], dict[str, int]]:
        """Pictures on the way of a slider that plays in chunks, and where it stands."""
        film, at = [], {}
        for control in self.list:
            if control.play and control.chunk > 1:
                end = int(self.state[control.name])
                for k in range(max(end - int(self.state.get("film", 0)), -1) + 1, end):
                    picture = _picture(self.scene(**{control.name: control.value(k)}))
                    film.append(picture | {"at": {control.name: k}})
                at = {control.name: end}
        return film, at

    def move(self, **values: Any) -> Scene:
        """Set controls by value, as a reader would; returns the new picture."""
        state = dict(self.state)
        for control in self.list:
            if control.name in values:
                state[control.name] = control.raw(values[control.name])
        self.state = state
        return self.scene()

    def settings(self) -> str:
        """Symbols and texts of all sliders and choices, in one line."""
        parts = []
        for control in self.list:
            if control.kind in ("slider", "choices"):
                text = control.describe()["texts"][self.state[control.name]]
                parts.append(f"{control.symbol} = {text}" if control.symbol else text)
        return "    ".join(parts)

    def still(self) -> Scene:
        """Finished picture, for the poster."""
        scene = self.scene()
        for _ in range(5):
            scene = self.scene() if scene.more else scene
        return scene

    def describe(self, scene: Scene) -> str:
        """Title, settings and finding, as plain text."""
        parts = (self.title, self.settings(), scene.message or scene.summary)
        return " | ".join(part for part in parts if part)

    def poster(self, scene: Scene) -> bytes:
        """Picture of the panel as PNG."""
        from helpers.widgets.poster import to_png

        stats = "    ".join(f"{name} {value}" for name, value in scene.stats)
        return to_png((self.back, scene), self.title, (self.settings(), stats))

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Live view for notebooks, PNG and words for everything else."""
        bundle = super()._repr_mimebundle_(**options)
        data, meta = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        scene = self.still()
        picture = base64.b64encode(self.poster(scene)).decode()
        still = {"image/png": picture, "text/plain": self.describe(scene)}
        meta = {**meta, "image/png": {"width": int(self.back.width)}}
        return {**data, **still}, meta


def _picture(scene: Scene) -> dict[str, Any]:
    """What the page shows of one scene: shapes, numbers, and a field of bytes."""
    shown: dict[str, Any] = {"picture": to_svg(scene), "ground": None}
    shown["stats"] = [list(pair) for pair in scene.stats]
    if scene.ground is not None:
        levels = np.clip(np.round(255 * scene.ground.look["levels"]), 0, 255)
        shown["ground"] = {
            "box": scene.ground.points.ravel().tolist(),
            "size": list(levels.shape),
            "colors": list(scene.ground.look["colors"]),
            "levels": levels.astype(np.uint8).tobytes(),
        }
    return shown
