"""Decision boundary: the learner's own functions are trained before their eyes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from helpers.canvas.controls import Button, Choices, Control, Pad, Slider, Toggle
from helpers.canvas.learner import Trouble
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene
from helpers.widgets.boundary_data import FIELD, default_sets
from helpers.widgets.boundary_model import Model
from helpers.widgets.boundary_picture import HEIGHT
from helpers.widgets.boundary_train import Trainer

WIDTHS = (1, 2, 3, 4, 5, 6, 8, 12, 20, 50)
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 1.2, 2.5, 5.0, 10.0)
ACTIVATIONS = ("tanh", "relu", "leaky_relu", "sigmoid", "identity")
WORDS = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "identity": "none"}
START = {"data": "flower", "width": 4, "rate": 1.2}
STILL = 1500  # iterations of the poster


def explore_boundary(
    model: Model,
    *,
    data: Mapping[str, Sequence[np.ndarray]] | None = None,
    widths: Sequence[int] = WIDTHS,
    activations: Sequence[str] = ACTIVATIONS,
    rates: Sequence[float] = RATES,
    lambdas: Sequence[float] = (),
    keep_probs: Sequence[float] = (),
    classes: int = 2,
    ghost: Model | Callable[[np.ndarray], np.ndarray] | None = None,
    ghost_name: str = "grey line",
    start: Mapping[str, Any] | None = None,
    title: str = "Your functions, learning to tell the classes apart",
) -> Panel:
    """Training, live: regions and boundary, cost and accuracy move together.

    The reader chooses the data (and puts own points into it), the width, the
    activation and the learning rate; rate, lambda, keep_prob and points may change
    while the training runs, everything else starts it anew.

    Parameters
    ----------
    model : Model
        See there. ``Model.of(initialize, forward, cost, backward, update)`` makes
        one of a network with one hidden layer; any other is made of three functions
        ``Model(initialize, train_step, probabilities)``.
    data : dict, optional
        Name -> (X, Y) or (X, Y, X_test, Y_test); X of shape (2, m), Y of shape
        (1, m) with the classes 0, 1, ... Test points are hollow and have an accuracy
        of their own. A set "own", without points, is added.
    widths : sequence of int
        Hidden units n_h; () for no such slider, then n_h = 1.
    activations : sequence of str
        Shown only where the training step names the knob ``activation``.
    rates : sequence of float
        Learning rates.
    lambdas, keep_probs : sequence of float
        Sliders of the knobs ``lambd`` and ``keep_prob``; () for none.
    classes : int
        2 to 4. With more than two, ``probabilities`` has a row for each class.
    ghost : Model or callable, optional
        A second boundary, broad and grey: a model that is trained alongside on the
        same points, or a fixed function X -> probabilities of shape (1, m).
    ghost_name : str
        What the ghost is called below the picture.
    start : dict, optional
        First values, of "data", "width", "activation", "rate", "lambd" and
        "keep_prob", where they are not the usual ones.
    title : str

    Examples
    --------
    >>> panel = explore_boundary(Model.of(*five), start={"data": "moons"})
    """
    sets = dict(data or default_sets()) | {"own": ()}
    listed: dict[str, Sequence] = {"data": list(sets), "width": widths, "rate": rates}
    listed |= {"activation": activations if model.knows("activation") else ()}
    listed |= {"lambd": lambdas, "keep_prob": keep_probs}
    controls = _controls(listed, START | dict(start or {}), classes)
    trainer = Trainer(model, sets, classes, ghost, ghost_name)
    return Explorer(title, trainer, controls)


def _controls(listed: dict, start: dict, classes: int) -> list[Control]:
    """All controls whose values are not empty."""
    looks = {
        "width": (Slider, "n_h", "hidden units"),
        "rate": (Slider, "α", "learning rate α"),
        "lambd": (Slider, "λ", "strength of the penalty λ"),
        "keep_prob": (Slider, "keep", "probability that dropout keeps a unit"),
        "data": (Choices, "", "data"),
        "activation": (Choices, "", "activation of the hidden layer"),
    }
    found: list[Control] = [
        Toggle("play", "", ("▶ Train", "❚❚ Pause")),
        Button("again", "↺ new start", words="other first weights"),
    ]
    for name, (kind, symbol, words) in looks.items():
        values = list(listed[name])
        if values:
            first = start.get(name, values[0])
            index = values.index(first) if first in values else 0
            texts = [_word(value) for value in values]
            found.append(kind(name, symbol, values, index, texts, words=words))
    texts = [f"{shape} {k}" for k, shape in enumerate("●▲■◆"[:classes])]
    drawn = Pad("drawn", "click to add", texts, FIELD, words="own points")
    return [*found, drawn]


def _word(value: Any) -> str:
    """Text of one value of a control."""
    return WORDS.get(value, value) if isinstance(value, str) else f"{value:g}"


class Explorer(Panel):
    """The panel; its poster shows a training of its own, so the live one can wait."""

    def __init__(self, title: str, trainer: Trainer, controls: list[Control]):
        self.trainer = trainer
        super().__init__(title, trainer.draw, controls, Scene(height=HEIGHT))

    def still(self) -> Scene:
        """Picture after about half a second of training, apart from the live run."""
        scene, live = Scene(height=HEIGHT), self.trainer
        other = Trainer(live.model, live.sets, live.classes, live.ghost, live.name)
        try:
            other.draw(scene, **self.values())
            other.train(STILL, self.values())
            scene = Scene(height=HEIGHT)
            other.draw(scene, **self.values())
        except Trouble as trouble:
            scene.message = str(trouble)
        self.back = scene.back or self.back
        return scene
