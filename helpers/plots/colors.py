"""The colours of the course: one place, a light and a dark set.

Class 0 is blue, class 1 is orange; negative is orange, zero white, positive blue.
Forward values are blue, backward derivatives orange. The pairs stay apart to
colour-blind eyes and in grey; dash and marker say the same again.
"""

LIGHT = {
    "surface": "#ffffff",
    "raised": "#f4f6f9",
    "ink": "#1d2430",
    "muted": "#667080",
    "line": "#d5dae2",
    "blue": "#1f5fc4",
    "orange": "#bd4f08",
    "green": "#1d7f5f",
    "purple": "#7b4fa3",
    "pale_blue": "#cfe0fa",
    "pale_orange": "#fde0c4",
    "ghost": "#aeb6c2",
    "red": "#b3123a",
    "amber": "#8a5a00",
    "pale_amber": "#fff3d6",
    "black": "#12161d",  # pixels of a picture: the same in both themes
    "white": "#ffffff",
}
DARK = {
    "surface": "#1b1f27",
    "raised": "#262c37",
    "ink": "#e8ecf2",
    "muted": "#a0a9b8",
    "line": "#3c4554",
    "blue": "#7fb0ff",
    "orange": "#ff9d54",
    "green": "#63c7a2",
    "purple": "#c4a0e8",
    "pale_blue": "#23426f",
    "pale_orange": "#653512",
    "ghost": "#6d7889",
    "red": "#ff8fa3",
    "amber": "#ffd27a",
    "pale_amber": "#3d3114",
    "black": "#12161d",
    "white": "#ffffff",
}

BLUE = LIGHT["blue"]
ORANGE = LIGHT["orange"]
INK = LIGHT["ink"]
MUTED = LIGHT["muted"]
LINE = LIGHT["line"]
GHOST = LIGHT["ghost"]
RAISED = LIGHT["raised"]
PALE_BLUE = LIGHT["pale_blue"]
PALE_ORANGE = LIGHT["pale_orange"]
GREEN = LIGHT["green"]
PURPLE = LIGHT["purple"]

DASHES = ("-", "--", "-.", ":", (0, (6, 1, 1, 1)))
CYCLE = (BLUE, ORANGE, GREEN, PURPLE, MUTED)
CLASS_COLORS = CYCLE
CLASS_MARKERS = ("o", "^", "s", "D", "v")
