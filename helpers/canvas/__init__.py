"""Canvas: the machinery of the widgets - panel, controls, scene, still."""

from helpers.canvas.controls import (
    Button,
    Choices,
    Control,
    Grid,
    Matrix,
    Pad,
    Paint,
    Point,
    Slider,
    Toggle,
)
from helpers.canvas.frame import Frame
from helpers.canvas.learner import Trouble, call
from helpers.canvas.panel import Panel
from helpers.canvas.scene import Scene

__all__ = [
    "Button",
    "Choices",
    "Control",
    "Frame",
    "Grid",
    "Matrix",
    "Pad",
    "Paint",
    "Panel",
    "Point",
    "Scene",
    "Slider",
    "Toggle",
    "Trouble",
    "call",
]
