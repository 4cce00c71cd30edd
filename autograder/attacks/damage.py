"""Kinds of damage that happen to notebooks, each with the outcome that is wanted."""

from autograder.attacks import (  # each enters its kinds
    damage_cells,
    damage_files,
    damage_sources,
)
from autograder.attacks.harm import DAMAGES, damaged

__all__ = [
    "DAMAGES",
    "damage_cells",
    "damage_files",
    "damage_sources",
    "damaged",
]
