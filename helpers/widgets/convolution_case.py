"""Settings of the convolution stepper: pictures, filters, and windows."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from helpers.datasets import load_cats

SIDE = 222.0
OWN = 8
FULL = 10.0
CAT = 12

NUMBERS = ("301274", "158931", "272513", "013178", "421628", "245239")
SEVEN = ("2374629", "6698743", "3483897", "7836634", "4218346", "3241983", "0139214")
RING = np.pad(np.pad(np.zeros((2, 2)), 1, constant_values=FULL), 2)
FILTERS: dict[str, tuple[tuple[float, ...], ...]] = {
    "vertical": ((1, 0, -1),) * 3,
    "horizontal": ((1, 1, 1), (0, 0, 0), (-1, -1, -1)),
    "Sobel": ((1, 0, -1), (2, 0, -2), (1, 0, -1)),
    "Scharr": ((3, 0, -3), (10, 0, -10), (3, 0, -3)),
    "blur": ((1 / 9,) * 3,) * 3,
    "blur 5 × 5": ((1 / 25,) * 5,) * 5,
    "identity": ((0, 0, 0), (0, 1, 0), (0, 0, 0)),
}
PICTURES = {
    "numbers": "6 × 6",
    "edge": "bright | dark",
    "flipped": "dark | bright",
    "chess": "chessboard",
    "seven": "7 × 7",
    "cat": "cat",
    "own": "draw one",
}


@cache
def load_picture(name: str) -> np.ndarray:
    """One of the ready-made pictures; shape (n_H, n_W)."""
    half = np.repeat([[FULL, 0.0]], 3, axis=1).repeat(6, axis=0)  # (6, 6)
    if name in ("numbers", "seven"):
        rows = NUMBERS if name == "numbers" else SEVEN
        return np.array([[float(digit) for digit in row] for row in rows])
    if name == "chess":
        return np.vstack([half[:3], half[:3, ::-1]])
    if name == "cat":
        colors = load_cats()[0][CAT].astype(float)  # (64, 64, 3)
        return np.round(colors.reshape(32, 2, 32, 2, 3).mean(axis=(1, 3, 4)))
    return half if name == "edge" else half[:, ::-1]


@dataclass(frozen=True)
class Case:
    """One setting: the picture, the filter, p and s, and the cell that is looked at."""

    image: np.ndarray
    kernel: np.ndarray
    pad: int
    stride: int
    top: float
    at: tuple[int, int]
    own: bool = False

    @property
    def padded(self) -> np.ndarray:
        """Picture with a border of p zeros."""
        return np.pad(self.image, self.pad)

    @property
    def windows(self) -> np.ndarray:
        """All windows; shape (n_H', n_W', f, f)."""
        view = np.lib.stride_tricks.sliding_window_view(self.padded, self.kernel.shape)
        return view[:: self.stride, :: self.stride]

    @property
    def right(self) -> np.ndarray:
        """Sums of products; shape (n_H', n_W')."""
        return np.einsum("ijkl,kl->ij", self.windows, self.kernel)

    @property
    def cell(self) -> float:
        """Pixels of one cell of the picture."""
        return min(SIDE / len(self.padded), 37.0)

    @property
    def wide(self) -> float:
        """Pixels of one cell of the output: large strides leave room."""
        return min(self.cell * self.stride, 37.0)

    @property
    def corner(self) -> tuple[int, int]:
        """Row and column of the window's first cell in the padded picture."""
        return self.at[0] * self.stride, self.at[1] * self.stride


def make_case(
    at: tuple[int, int],
    picture: str,
    own: tuple[float, ...],
    kernel: tuple[float, ...],
    pad: int | str,
    stride: int,
) -> Case:
    """Setting of the controls, the window moved to a place that exists."""
    drawn = picture == "own"
    image = np.array(own).reshape(OWN, OWN) if drawn else load_picture(picture)
    f = round(len(kernel) ** 0.5)
    numbers = np.array(kernel[: f * f]).reshape(f, f)
    p = (f - 1) // 2 if isinstance(pad, str) else pad
    top = 255.0 if picture == "cat" else FULL
    ends = (len(image) + 2 * p - f) // stride
    place = (min(max(at[0], 0), ends), min(max(at[1], 0), ends))
    return Case(image, numbers, p, stride, top, place, drawn)
