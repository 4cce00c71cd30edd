"""A cost curve that grows while a net learns."""

from html import escape
from typing import Any

import numpy as np

from helpers.plots.colors import LIGHT

WIDTH, HEIGHT = 560, 190
LEFT, RIGHT, TOP, BOTTOM = 52, 16, 34, 30


class LiveCurve:
    """Picture in a notebook's output, drawn anew with each cost that is added.

    Where no notebook runs it keeps its costs and shows nothing.

    Parameters
    ----------
    total : int
        Number of costs that will come.
    unit : str
        What one cost belongs to.
    """

    def __init__(self, total: int, unit: str = "epoch") -> None:
        self.total, self.unit = max(int(total), 1), unit
        self.costs: list[float] = []
        self.note = ""
        self._handle: Any = None

    def add(self, cost: float, note: str = "") -> None:
        """One more cost, and a few words that replace the last ones.

        Parameters
        ----------
        cost : float
        note : str
        """
        self.costs.append(float(cost))
        self.note = note
        self._show()

    def words(self) -> str:
        """Where the training stands, in one line."""
        text = f"{self.unit} {len(self.costs)} of {self.total}"
        if self.costs:
            text += f"   cost {self.costs[-1]:.3f}"
        return text + (f"   {self.note}" if self.note else "")

    def svg(self) -> str:
        """The curve as a picture."""
        costs = np.nan_to_num(np.array(self.costs or [0.0]), nan=0.0, posinf=0.0)
        top = max(float(costs.max()), 1e-9)
        x = LEFT + (WIDTH - LEFT - RIGHT) * (np.arange(len(costs)) + 1) / self.total
        y = TOP + (HEIGHT - TOP - BOTTOM) * (1 - costs / top)
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x, y, strict=True))
        floor, right = HEIGHT - BOTTOM, WIDTH - RIGHT
        small = f'font-size="12" fill="{LIGHT["muted"]}"'
        parts = [
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{LIGHT["surface"]}"/>',
            f'<path d="M{LEFT} {TOP}V{floor}H{right}" fill="none" '
            f'stroke="{LIGHT["ghost"]}"/>',
            f'<polyline points="{points}" fill="none" stroke="{LIGHT["blue"]}" '
            'stroke-width="2"/>',
            f'<circle cx="{x[-1]:.1f}" cy="{y[-1]:.1f}" r="4" fill="{LIGHT["blue"]}"/>',
            f'<text x="{LEFT}" y="20" font-size="13" font-weight="600" '
            f'fill="{LIGHT["ink"]}" xml:space="preserve">{escape(self.words())}</text>',
            f'<text x="{LEFT - 6}" y="{TOP + 5}" text-anchor="end" {small}>'
            f"{top:.3g}</text>",
            f'<text x="{LEFT - 6}" y="{floor}" text-anchor="end" {small}>0</text>',
            f'<text x="{LEFT - 6}" y="{(TOP + floor) / 2}" text-anchor="end" '
            f"{small}>J</text>",
            f'<text x="{right}" y="{HEIGHT - 9}" text-anchor="end" {small}>'
            f"{escape(self.unit)} {self.total}</text>",
        ]
        size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        font = 'font-family="sans-serif"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>'
        return head + "".join(parts) + "</svg>"

    def _show(self) -> None:
        """Send the picture, or put it in the place of the last one."""
        display = _display()
        if display is None:
            return
        data = {"image/svg+xml": self.svg(), "text/plain": self.words()}
        if self._handle is None:
            self._handle = display(data, raw=True, display_id=True)
        else:
            self._handle.update(data, raw=True)


def _display() -> Any:
    """IPython's display where IPython runs; else nothing."""
    try:
        from IPython.core.getipython import get_ipython
        from IPython.display import display
    except ImportError:
        return None
    return display if get_ipython() is not None else None
