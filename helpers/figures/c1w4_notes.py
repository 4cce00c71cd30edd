"""Figures of the notes on deep networks, under their file names."""

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from helpers.figures import c1w4_deep_network as deep

NETWORKS = ([2, 1], [2, 3, 1], [2, 3, 3, 1], [3, 5, 5, 3, 1], [2, 2, 2, 2, 2, 2, 1])
BITS = (1, 0, 1, 1, 0, 1)


def figures() -> dict[str, Figure]:
    """All figures of the week under their file names."""
    heights: dict[str, tuple[Any, ...]] = {
        "networks": (2.9, deep.draw_networks, NETWORKS),
        "blocks": (3.5, deep.draw_blocks),
        "xor_tree": (3.1, deep.draw_xor_tree, BITS),
        "folds": (3.6, deep.draw_folds, _relu_layer),
        "hierarchy": (2.7, deep.draw_hierarchy),
    }
    made = {}
    for name, (height, draw, *rest) in heights.items():
        figure, ax = plt.subplots(figsize=(7.5, height))
        draw(ax, *rest)
        made[name] = figure
    return made


def _relu_layer(
    A_prev: np.ndarray, W: np.ndarray, b: np.ndarray, activation: str
) -> tuple[np.ndarray, None]:
    """One layer of ReLU units, without a cache."""
    return np.maximum(W @ A_prev + b, 0), None
