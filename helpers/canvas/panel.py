"""Panel: one widget class for all ideas - a picture, a few controls, numbers.

An idea is a function ``draw(scene, **values)`` and a list of controls. The page's
script (panel.js) knows nothing of the idea: it shows the SVG text that arrives and
sends the controls' values back.
"""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import numpy as np
import traitlets

from helpers.canvas.controls import Control, Slider
from helpers.canvas.learner import Trouble
from helpers.canvas.scene import Scene
from helpers.canvas.svg import to_svg
from helpers.plots.colors import DARK, LIGHT

HERE = Path(__file__).parent
SCRIPTS = ("protocol", "ground", "controls", "pad", "grid", "panel")
DARK_PAGES = (
    'body[data-jp-theme-light="false"]',
    'html[theme="dark"]',
    "body.vscode-dark",
)


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

    _esm = "\n".join((HERE / f"{part}.js").read_text() for part in SCRIPTS)
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
            if isinstance(control, Slider) and control.play and control.chunk > 1:
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
        texts = (control.text(self.state[control.name]) for control in self.list)
        return "    ".join(text for text in texts if text)

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
        from helpers.canvas.poster import to_png

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
