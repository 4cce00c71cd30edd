"""Figures of the notes on the first week, under their file names."""

import numpy as np
from matplotlib.figure import Figure

from helpers.figures import c1w1_what_is_a_neural_network as first
from helpers.figures.page import one

SIZES = np.array([[0.1, 0.2, 0.3, 0.5, 0.8, 1.1, 1.6, 2.104, 2.4, 3.0]])
PRICES = np.array([[0.0, 0, 0, 10, 90, 180, 330, 400, 369, 540]])


def figures() -> dict[str, Figure]:
    """All figures of the week under their file names."""
    return {
        "kink": one(3.4, first.draw_kink, SIZES, PRICES, _neuron, 200.0, -50.0),
        "house_network": one(3.1, first.draw_house_network),
        "scale": one(3.4, first.draw_scale),
    }


def _neuron(x: np.ndarray, w: float, b: float) -> np.ndarray:
    """Line cut off at 0."""
    return np.clip(w * x + b, 0.0, None)
