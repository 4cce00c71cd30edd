"""Controls of a panel: each class says what its value is and what the page needs.

The page makes the control that bears the class's name, see controls.js.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from helpers.canvas.scene import Box

Raw = Any  # what the page sends: an index, a count, a point, a list of numbers


@dataclass(frozen=True)
class Control(ABC):
    """One control of a panel.

    Parameters
    ----------
    name : str
        Keyword of the panel's ``draw``.
    symbol : str
        What the reader sees: "α", "step".
    words : str
        What the symbol means, read aloud: "learning rate".
    """

    told: ClassVar[tuple[str, ...]] = ()  # what only this kind tells the page
    name: str
    symbol: str
    words: str = field(default="", kw_only=True)

    @property
    @abstractmethod
    def first(self) -> Raw:
        """What the page sends before anything is moved."""

    @abstractmethod
    def value(self, raw: Raw) -> Any:
        """Value of what the page sent."""

    @abstractmethod
    def raw(self, value: Any) -> Raw:
        """What the page would send for this value."""

    def text(self, raw: Raw) -> str:
        """Symbol and value in words, for the still; empty where words do not help."""
        return ""

    def describe(self) -> dict[str, Any]:
        """What the page needs to know of the control."""
        told = ("name", "symbol", "words", *self.told)
        about = {key: getattr(self, key) for key in told}
        return {"kind": type(self).__name__} | about


@dataclass(frozen=True)
class Choices(Control):
    """Row of buttons, one per value.

    Parameters
    ----------
    values : sequence
        All values, in order.
    start : int
        Index of the first value.
    texts : sequence of str
        One text per value; without, the values themselves.
    """

    values: Sequence[Any]
    start: int = 0
    texts: Sequence[str] = ()

    @property
    def first(self) -> int:
        """Index of the first value."""
        return self.start

    def value(self, raw: Raw) -> Any:
        """Value of an index; an index beyond the ends means the end."""
        return self.values[min(max(int(raw), 0), len(self.values) - 1)]

    def raw(self, value: Any) -> int:
        """Index of a value."""
        return list(self.values).index(value)

    def text(self, raw: Raw) -> str:
        """Symbol and text of the value."""
        text = self._texts()[raw]
        return f"{self.symbol} = {text}" if self.symbol else text

    def _texts(self) -> list[str]:
        """One text per value."""
        return list(self.texts) or [str(value) for value in self.values]

    def describe(self) -> dict[str, Any]:
        """What the page needs to know of the control."""
        return super().describe() | {"texts": self._texts()}


@dataclass(frozen=True)
class Slider(Choices):
    """Slider over a list of values.

    Parameters
    ----------
    play : bool
        With a Play button.
    chunk : int
        Pictures per message while it plays: with more than one the page draws at full
        speed, however long an answer takes.
    """

    told = ("play", "chunk")
    play: bool = field(default=False, kw_only=True)
    chunk: int = field(default=1, kw_only=True)


@dataclass(frozen=True)
class Button(Control):
    """Button whose value counts the presses."""

    first = 0

    def value(self, raw: Raw) -> int:
        """Presses so far."""
        return int(raw)

    def raw(self, value: int) -> int:
        """Presses so far."""
        return int(value)


@dataclass(frozen=True)
class Toggle(Button):
    """Button that stays pressed while there is more to draw; its value is a bool.

    Parameters
    ----------
    texts : sequence of str
        What stands on it when it is off, and when it is on.
    """

    told = ("texts",)
    texts: Sequence[str]

    def value(self, raw: Raw) -> bool:
        """Whether it is on."""
        return bool(raw)


@dataclass(frozen=True)
class _Listed(Control):
    """Control whose value travels as a list."""

    def raw(self, value: Sequence[Any]) -> list[Any]:
        """The value as a list."""
        return list(value)


@dataclass(frozen=True)
class Point(_Listed):
    """Point in the picture that is dragged, or moved by keys.

    Parameters
    ----------
    at : tuple of float
        x and y at the start, in pixels.
    box : tuple of float
        x, y, width, height of the pixels where it may stand.
    """

    told = ("box",)
    at: Sequence[float]
    box: Box

    @property
    def first(self) -> list[float]:
        """Where it stands at the start."""
        return list(self.at)

    def value(self, raw: Raw) -> tuple[float, float]:
        """The point (x, y) in pixels."""
        return (float(raw[0]), float(raw[1]))


@dataclass(frozen=True)
class Pad(_Listed):
    """Points that the reader puts into the picture, each of a class.

    Its value is a tuple of (x, y, k) in pixels, k the index of the class.

    Parameters
    ----------
    texts : sequence of str
        One text per class.
    box : tuple of float
        x, y, width, height of the pixels where points may stand.
    """

    told = ("texts", "box")
    texts: Sequence[str]
    box: Box

    @property
    def first(self) -> list[Any]:
        """No point."""
        return []

    def value(self, raw: Raw) -> tuple[tuple[float, float, int], ...]:
        """All points, in the order in which they were put."""
        return tuple((float(x), float(y), int(k)) for x, y, k in raw)


@dataclass(frozen=True)
class Grid(_Listed):
    """Cell (row, column) of the areas of this name, see `Scene.area`.

    Parameters
    ----------
    at : tuple of int
        Row and column at the start.
    """

    at: tuple[int, int] = (0, 0)

    @property
    def first(self) -> list[int]:
        """Row and column at the start."""
        return list(self.at)

    def value(self, raw: Raw) -> tuple[int, int]:
        """Row and column."""
        return (int(raw[0]), int(raw[1]))


@dataclass(frozen=True)
class _Numbers(_Listed):
    """Numbers of any count; its value is a tuple of them."""

    def value(self, raw: Raw) -> tuple[float, ...]:
        """All numbers; an empty field counts as 0."""
        return tuple(float(number or 0) for number in raw)


@dataclass(frozen=True)
class Paint(_Numbers):
    """Cells of the areas of this name, flipped between 0 and a full level.

    Parameters
    ----------
    cells : sequence of float
        All cells at the start.
    full : float
        Level of a cell that is painted.
    """

    told = ("full",)
    cells: Sequence[float]
    full: float

    @property
    def first(self) -> list[float]:
        """All cells at the start."""
        return list(self.cells)


@dataclass(frozen=True)
class Matrix(_Numbers):
    """Numbers of a square filter in fields, and ready-made filters to start from.

    Parameters
    ----------
    presets : sequence of sequence of float
        The ready-made filters, the first one at the start.
    texts : sequence of str
        One name per ready-made filter.
    """

    told = ("presets", "texts")
    presets: Sequence[Sequence[float]]
    texts: Sequence[str]

    @property
    def first(self) -> list[float]:
        """Numbers of the first ready-made filter."""
        return list(self.presets[0])
