"""The Matplotlib style sheet of the course."""

from typing import Any

import matplotlib as mpl
from cycler import cycler
from matplotlib.colors import LinearSegmentedColormap

from helpers.plots.colors import (
    BLUE,
    CYCLE,
    DASHES,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
)

SIGNED = LinearSegmentedColormap.from_list(
    "signed", [ORANGE, PALE_ORANGE, "#ffffff", PALE_BLUE, BLUE]
)

STYLE: dict[str, Any] = {
    "figure.figsize": (6.4, 3.6),
    "figure.dpi": 100,
    "figure.facecolor": "#ffffff",
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.h_pad": 0.09,
    "figure.constrained_layout.w_pad": 0.09,
    "savefig.facecolor": "#ffffff",
    "font.family": "DejaVu Sans",
    "font.size": 10.5,
    "text.color": INK,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.8,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.titlepad": 10,
    "axes.titlecolor": INK,
    "axes.prop_cycle": cycler(color=CYCLE) + cycler(linestyle=DASHES),
    "grid.color": LINE,
    "grid.linewidth": 0.6,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.major.size": 3,
    "ytick.major.size": 3,
    "lines.linewidth": 2.0,
    "lines.markersize": 6.5,
    "legend.frameon": False,
    "image.cmap": "signed",
    "image.interpolation": "nearest",
    "mathtext.fontset": "dejavusans",
}


def use_style() -> None:
    """Give every later figure the look of the course."""
    if "signed" not in mpl.colormaps:
        mpl.colormaps.register(SIGNED)
    mpl.rcParams.update(STYLE)  # type: ignore[arg-type]
