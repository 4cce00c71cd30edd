"""Figures of the notes on deep networks, under their file names."""

import numpy as np
from matplotlib.figure import Figure

from helpers.figures import c1w4_deep_network as deep
from helpers.figures.page import one

NETWORKS = ([2, 1], [2, 3, 1], [2, 3, 3, 1], [3, 5, 5, 3, 1], [2, 2, 2, 2, 2, 2, 1])
BITS = (1, 0, 1, 1, 0, 1)


def figures() -> dict[str, Figure]:
    """All figures of the week under their file names."""
    return {
        "networks": one(2.9, deep.draw_networks, NETWORKS),
        "blocks": one(3.5, deep.draw_blocks),
        "xor_tree": one(3.1, deep.draw_xor_tree, BITS),
        "folds": one(3.6, deep.draw_folds, _relu_layer),
        "hierarchy": one(2.7, deep.draw_hierarchy),
    }


def _relu_layer(
    A_prev: np.ndarray, W: np.ndarray, b: np.ndarray, activation: str
) -> tuple[np.ndarray, None]:
    """One layer of ReLU units, without a cache."""
    return np.maximum(W @ A_prev + b, 0), None
