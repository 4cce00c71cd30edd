"""A figure of the lecture notes: as wide as the page."""

from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

WIDTH = 7.5  # inches


def one(height: float, draw: Callable, *args: Any) -> Figure:
    """Figure with one drawing: draw(ax, *args)."""
    figure, ax = plt.subplots(figsize=(WIDTH, height))
    draw(ax, *args)
    return figure


def many(
    height: float, grid: tuple[int, int], draw: Callable, *args: Any, **options: Any
) -> Figure:
    """Figure with rows and columns of axes: draw(axes, *args).

    Parameters
    ----------
    height : float
        Inches.
    grid : tuple of int
        Rows and columns.
    draw : callable
    *args
        What draw takes after the axes.
    **options
        Of Matplotlib's subplots: sharey, width_ratios.
    """
    figure, axes = plt.subplots(*grid, figsize=(WIDTH, height), **options)
    draw(axes, *args)
    return figure
