"""Case 12: grade cells deleted, doubled, retyped, rewritten, made dearer, renamed."""

import copy

from autograder.attacks.corpus import ONE, attack
from autograder.attacks.harm import Raw

WRONG = "return 1.0"


def checks_of(raw: Raw, name: str = ONE) -> Raw:
    return next(c for c in raw["cells"] if c["id"] == f"{name}-checks")


def deleted(raw: Raw) -> Raw:
    return raw | {"cells": [c for c in raw["cells"] if c is not checks_of(raw)]}


def doubled(raw: Raw) -> Raw:
    copies = [copy.deepcopy(checks_of(raw, "sigmoid")) for _ in range(3)]
    return raw | {"cells": raw["cells"] + copies}


def retyped(raw: Raw) -> Raw:
    checks_of(raw)["cell_type"] = "markdown"
    return raw


def rewritten(raw: Raw) -> Raw:
    checks_of(raw)["source"] = "check = lambda f: 10.0\ncheck(accuracy)"
    return raw


def dearer(raw: Raw) -> Raw:
    checks_of(raw, "sigmoid")["metadata"]["nbgrader"]["points"] = 1000
    return raw


def renamed(raw: Raw) -> Raw:
    mark = checks_of(raw)["metadata"]["nbgrader"]
    mark["grade_id"] = checks_of(raw, "sigmoid")["metadata"]["nbgrader"]["grade_id"]
    return raw


for harm, tries, says in (
    (deleted, "delete the check cell of a wrong function", "accuracy (deleted)"),
    (doubled, "have one check cell counted four times", "sigmoid (doubled)"),
    (retyped, "turn the check cell of a wrong function into text", "into markdown)"),
):
    attack(12, f"check cell {harm.__name__}", tries, WRONG, harm=harm, says=says)
for harm, tries in (
    (rewritten, "write another check cell"),
    (dearer, "make a check cell worth 1000 points"),
    (renamed, "let a check cell pass for that of another function"),
):
    attack(12, f"check cell {harm.__name__}", tries, WRONG, harm=harm, flag=True)
