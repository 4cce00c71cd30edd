"""The course's data: the cat world, two-dimensional sets, and stored sets.

- `make_animals`, `make_scene`, `make_identities`: pictures of cats, dogs, owls,
  rabbits, foxes and bears, drawn anew from a seed, with boxes and landmarks.
- `render`, `make_identity`, `make_pose`, `make_setting`, `fit_pose`: one picture, with
  each property chosen by hand.
- `make_pattern`: pictures with a style and no content.
- `load_cats`, `load_cat_species`: the stored set of 209 + 50 pictures.
- `load_digits`: 1797 real digits, written by hand (UCI, CC BY 4.0).
- `make_blobs`, `make_moons`, `make_circles`, `make_spirals`, `make_flower`,
  `make_xor`: points in the plane with two classes.
- `make_clouds`, `make_pinwheel`: points in the plane with many classes.
- `make_temperatures`: a year of daily temperatures.
- `make_shelter_log`: a year of a cat shelter, as twelve untidy tables.
"""

from helpers.datasets.animals import SPECIES, Identity, make_identity
from helpers.datasets.figure import LANDMARKS
from helpers.datasets.many import make_clouds, make_pinwheel
from helpers.datasets.patterns import PATTERNS, make_pattern
from helpers.datasets.pose import Pose, Setting, make_pose, make_setting
from helpers.datasets.render import Picture, fit_pose, render
from helpers.datasets.shelter import make_shelter_log
from helpers.datasets.store import load_cat_species, load_cats, load_digits
from helpers.datasets.toy import (
    make_blobs,
    make_circles,
    make_flower,
    make_moons,
    make_spirals,
    make_xor,
)
from helpers.datasets.weather import make_temperatures
from helpers.datasets.world import (
    Animals,
    Scene,
    make_animals,
    make_identities,
    make_scene,
)

__all__ = [
    "LANDMARKS",
    "PATTERNS",
    "SPECIES",
    "Animals",
    "Identity",
    "Picture",
    "Pose",
    "Scene",
    "Setting",
    "fit_pose",
    "load_cat_species",
    "load_cats",
    "load_digits",
    "make_animals",
    "make_blobs",
    "make_circles",
    "make_clouds",
    "make_flower",
    "make_identities",
    "make_identity",
    "make_moons",
    "make_pattern",
    "make_pinwheel",
    "make_pose",
    "make_scene",
    "make_setting",
    "make_shelter_log",
    "make_spirals",
    "make_temperatures",
    "make_xor",
    "render",
]
