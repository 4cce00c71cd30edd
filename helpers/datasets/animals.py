"""Who is in the picture: six species, and identities that differ within a species.

Lengths are in units of the head's radius. What belongs to the identity (fur, ears,
distance of the eyes, stripes ...) stays the same in every picture of it; what
changes from picture to picture is in `pose`.
"""

from dataclasses import dataclass

import numpy as np

from helpers.datasets.painter import Colour

SPECIES = ("cat", "dog", "owl", "rabbit", "fox", "bear")

Range = tuple[float, float]


@dataclass(frozen=True)
class Traits:
    """What the identities of one species have in common: ranges and palettes."""

    furs: tuple[Colour, ...]
    eyes: tuple[Colour, ...]
    noses: tuple[Colour, ...]
    head_width: Range
    ear_size: Range
    ear_width: Range
    ear_lean: Range
    eye_distance: Range
    eye_size: Range
    muzzle_size: Range


@dataclass(frozen=True)
class Identity:
    """One animal, the same in every picture of it.

    Parameters
    ----------
    species : str
        One of `SPECIES`.
    fur, light, dark, eye, nose, collar : tuple of three floats in [0, 1]
        Colours of the fur, of muzzle and belly, of stripes and marks, of the
        iris, of the nose or beak, and of the collar.
    head_width, ear_size, ear_width, ear_lean : float
        Shape of the head and of the ears; the lean is an angle in radians.
    eye_distance, eye_size, muzzle_size : float
        From the middle of the face to an eye; radius of an eye; size of the muzzle.
    stripes : int
        Pairs of stripes on the head, 0 to 3.
    patch : int
        Side of a dark patch around one eye, -1 or 1, or 0 for none.
    mask : float
        How much lighter the muzzle and the belly are painted, 0 to 1.
    has_collar : bool
    """

    species: str
    fur: Colour
    light: Colour
    dark: Colour
    eye: Colour
    nose: Colour
    collar: Colour
    head_width: float
    ear_size: float
    ear_width: float
    ear_lean: float
    eye_distance: float
    eye_size: float
    muzzle_size: float
    stripes: int
    patch: int
    mask: float
    has_collar: bool


ORANGE, GREY, CREAM = (0.93, 0.58, 0.26), (0.60, 0.62, 0.67), (0.94, 0.84, 0.68)
BLACK, WHITE, BROWN = (0.25, 0.24, 0.29), (0.95, 0.93, 0.91), (0.58, 0.41, 0.28)
SAND, BLUE, RUST = (0.83, 0.66, 0.44), (0.47, 0.53, 0.62), (0.80, 0.39, 0.17)
DARK_EYE, AMBER, GREEN = (0.20, 0.13, 0.10), (0.93, 0.66, 0.16), (0.47, 0.76, 0.30)
SKY_EYE, GOLD, TEAL = (0.36, 0.67, 0.90), (0.97, 0.80, 0.20), (0.22, 0.69, 0.62)
PINK, INK_NOSE, BEAK = (0.92, 0.53, 0.55), (0.16, 0.13, 0.15), (0.96, 0.66, 0.20)

TRAITS = {
    "cat": Traits(
        furs=(ORANGE, GREY, CREAM, BLACK, WHITE, BROWN, BLUE),
        eyes=(GREEN, AMBER, GOLD, TEAL, SKY_EYE),
        noses=(PINK, (0.80, 0.42, 0.42)),
        head_width=(1.02, 1.18),
        ear_size=(0.74, 0.92),
        ear_width=(0.30, 0.38),
        ear_lean=(0.36, 0.62),
        eye_distance=(0.40, 0.52),
        eye_size=(0.25, 0.32),
        muzzle_size=(0.30, 0.40),
    ),
    "dog": Traits(
        furs=(BROWN, SAND, WHITE, BLACK, CREAM, GREY, ORANGE),
        eyes=(DARK_EYE, (0.32, 0.19, 0.10), (0.24, 0.22, 0.24)),
        noses=(INK_NOSE, (0.28, 0.18, 0.15)),
        head_width=(0.92, 1.04),
        ear_size=(0.56, 0.78),
        ear_width=(0.26, 0.34),
        ear_lean=(0.12, 0.42),
        eye_distance=(0.34, 0.44),
        eye_size=(0.16, 0.21),
        muzzle_size=(0.50, 0.62),
    ),
    "owl": Traits(
        furs=(BROWN, GREY, SAND, RUST, WHITE, BLUE, CREAM),
        eyes=(GOLD, AMBER, (0.98, 0.55, 0.15)),
        noses=(BEAK, (0.85, 0.72, 0.42)),
        head_width=(1.04, 1.16),
        ear_size=(0.42, 0.60),
        ear_width=(0.13, 0.18),
        ear_lean=(0.45, 0.75),
        eye_distance=(0.40, 0.48),
        eye_size=(0.32, 0.38),
        muzzle_size=(0.46, 0.54),
    ),
    "rabbit": Traits(
        furs=(WHITE, GREY, SAND, BROWN, CREAM, BLACK, ORANGE),
        eyes=(DARK_EYE, (0.40, 0.16, 0.18), (0.22, 0.24, 0.33)),
        noses=(PINK, (0.86, 0.60, 0.56)),
        head_width=(0.92, 1.04),
        ear_size=(0.66, 0.86),
        ear_width=(0.20, 0.27),
        ear_lean=(0.08, 0.34),
        eye_distance=(0.42, 0.52),
        eye_size=(0.18, 0.23),
        muzzle_size=(0.30, 0.38),
    ),
    "fox": Traits(
        furs=(RUST, ORANGE, (0.88, 0.48, 0.20), GREY, WHITE, SAND),
        eyes=(DARK_EYE, (0.55, 0.33, 0.10)),
        noses=(INK_NOSE, (0.22, 0.14, 0.14)),
        head_width=(1.04, 1.16),
        ear_size=(0.86, 1.04),
        ear_width=(0.32, 0.40),
        ear_lean=(0.34, 0.52),
        eye_distance=(0.36, 0.46),
        eye_size=(0.14, 0.18),
        muzzle_size=(0.36, 0.44),
    ),
    "bear": Traits(
        furs=(BROWN, (0.42, 0.29, 0.21), BLACK, WHITE, CREAM, SAND),
        eyes=(DARK_EYE, (0.12, 0.09, 0.10)),
        noses=(INK_NOSE, (0.25, 0.17, 0.15)),
        head_width=(1.04, 1.14),
        ear_size=(0.30, 0.40),
        ear_width=(0.30, 0.40),
        ear_lean=(0.72, 0.88),
        eye_distance=(0.36, 0.46),
        eye_size=(0.10, 0.14),
        muzzle_size=(0.42, 0.52),
    ),
}


def make_identity(species: str, rng: np.random.Generator) -> Identity:
    """A new animal of a species.

    Parameters
    ----------
    species : str
        One of `SPECIES`.
    rng : numpy.random.Generator

    Returns
    -------
    identity : Identity
    """
    check_species((species,), "make_identity")
    traits = TRAITS[species]
    fur = _vary(_pick(traits.furs, rng), 0.09, rng)
    marked = species in ("cat", "dog", "rabbit")
    return Identity(
        species=species,
        fur=fur,
        light=mix(fur, (1.0, 0.97, 0.92), rng.uniform(0.55, 0.85)),
        dark=mix(fur, (0.16, 0.10, 0.09), rng.uniform(0.45, 0.65)),
        eye=_vary(_pick(traits.eyes, rng), 0.04, rng),
        nose=_vary(_pick(traits.noses, rng), 0.03, rng),
        collar=_vary(_hue(rng.random()), 0.03, rng),
        head_width=rng.uniform(*traits.head_width),
        ear_size=rng.uniform(*traits.ear_size),
        ear_width=rng.uniform(*traits.ear_width),
        ear_lean=rng.uniform(*traits.ear_lean),
        eye_distance=rng.uniform(*traits.eye_distance),
        eye_size=rng.uniform(*traits.eye_size),
        muzzle_size=rng.uniform(*traits.muzzle_size),
        stripes=int(rng.integers(0, 4)) if species == "cat" else 0,
        patch=int(rng.choice([-1, 0, 0, 1])) if marked else 0,
        mask=rng.uniform(0.25, 1.0),
        has_collar=bool(rng.random() < 0.4) and species in ("cat", "dog"),
    )


def check_species(species: tuple[str, ...], where: str) -> None:
    """Complain about a name that is no species of the cat world."""
    if isinstance(species, str) or not species or set(species) - set(SPECIES):
        raise ValueError(
            f"{where}: got species {species!r}, expected names out of {SPECIES}. "
            'Give a tuple of them, such as ("cat", "dog").'
        )


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """Colour between two colours; the share is that of the second."""
    r, g, b = (p + (q - p) * share for p, q in zip(colour, other, strict=True))
    return r, g, b


def _pick(colours: tuple[Colour, ...], rng: np.random.Generator) -> Colour:
    return colours[int(rng.integers(len(colours)))]


def _vary(colour: Colour, spread: float, rng: np.random.Generator) -> Colour:
    """Another brightness, and a slightly other hue."""
    change = 1 + rng.normal(0, spread) + rng.normal(0, spread / 4, 3)
    r, g, b = np.clip(np.asarray(colour) * change, 0.06, 1).tolist()
    return r, g, b


def _hue(h: float) -> Colour:
    """Bright colour of a hue in [0, 1)."""
    r, g, b = (abs((h * 6 + k) % 6 - 3) - 1 for k in (0, 4, 2))
    bright = [0.2 + 0.7 * min(max(value, 0.0), 1.0) for value in (r, g, b)]
    return bright[0], bright[1], bright[2]
