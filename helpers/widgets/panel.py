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
        Slider and choices: all values, in order. Point: x and y at the start, pixels.
    start : int
        Index of the first value.
    texts : sequence of str
        One text per value.
    words : str
        What the symbol means, read aloud: "learning rate".
    kind : str
        "slider", "choices" or "point".
    play : bool
        A slider with a Play button.
    box : tuple of float
        Point only: x, y, width, height of the pixels where it may stand.
    """

    name: str
    symbol: str
    values: Sequence[Any]
    start: int = 0
    texts: Sequence[str] = ()
    words: str = ""
    kind: str = "slider"
    play: bool = False
    box: tuple[float, ...] = ()

    def describe(self) -> dict[str, Any]:
        """What the page needs to know of the control."""
        texts = list(self.texts) or [str(value) for value in self.values]
        keys = ("name", "symbol", "start", "words", "kind", "play")
        told = {key: getattr(self, key) for key in keys}
        return told | {"texts": texts, "box": list(self.box)}

    def value(self, raw: Any) -> Any:
        """Value of what the page sent: an index, or a point."""
        if self.kind == "point":
            return (float(raw[0]), float(raw[1]))
        return self.values[min(max(int(raw), 0), len(self.values) - 1)]

    @property
    def first(self) -> Any:
        """What the page sends before anything is moved."""
        return list(self.values) if self.kind == "point" else self.start


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

    _esm = HERE / "panel.js"
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

    def scene(self) -> Scene:
        """Picture for the present values."""
        scene = Scene(self.back.width, self.back.height)
        try:
            self.draw(scene, **self.values())
        except Trouble as trouble:
            scene.message, scene.more = str(trouble), False
        return scene

    def show(self) -> None:
        """Draw, and send what was drawn."""
        scene = self.scene()
        self.shown = {
            "turn": self.state.get("turn", 0),
            "picture": to_svg(scene),
            "summary": scene.summary,
            "stats": [list(pair) for pair in scene.stats],
            "message": scene.message,
            "more": scene.more,
        }

    def move(self, **values: Any) -> Scene:
        """Set controls by value, as a reader would; returns the new picture."""
        state = dict(self.state)
        for control in self.list:
            if control.name in values:
                value = values[control.name]
                point = control.kind == "point"
                index = list(value) if point else list(control.values).index(value)
                state[control.name] = index
        self.state = state
        return self.scene()

    def settings(self) -> str:
        """Symbols and texts of all sliders and choices, in one line."""
        parts = []
        for control in self.list:
            if control.kind != "point":
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
