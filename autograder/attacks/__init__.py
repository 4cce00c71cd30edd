"""Attacks, faults and mishaps: what the examination must survive."""

import importlib

THEMES = (
    "forging", "checkcells", "secrets", "persisting", "resources", "endings", "grader",
    "mishaps", "line", "frames", "odd", "sly",
)


def everything():
    """Every case of every theme, by name."""
    from autograder.attacks.corpus import ATTACKS

    for theme in THEMES:
        importlib.import_module(f"autograder.attacks.{theme}")
    return ATTACKS
