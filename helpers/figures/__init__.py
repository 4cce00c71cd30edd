"""Figures: one module per assignment, each ``draw_*`` shows one finding."""

from helpers.figures.build import build_figures

__all__ = ["build_figures"]
