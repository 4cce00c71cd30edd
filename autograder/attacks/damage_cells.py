"""Cells moved, copied, merged, cut and retyped."""

import copy

from autograder.attacks.harm import (
    NOT_PYTHON,
    ONE,
    Harm,
    Raw,
    added,
    cell_of,
    code,
    each_cell,
    edited,
    kind,
    other_week,
    place,
    stub,
)

BROKEN = f"def {ONE}(Yhat, Y):\n    return 0.5\n"

kind("untouched")(lambda raw: raw)
kind("duplicate ids")(each_cell(lambda cell: cell.update(id="same")))
kind("cell ids removed")(each_cell(lambda cell: cell.pop("id")))
kind("cell ids that are none")(each_cell(lambda cell: cell.update(id=[{"a b": 1}])))
kind("cleared metadata")(each_cell(lambda cell: cell.update(metadata={})))
kind("metadata that is a list")(each_cell(lambda cell: cell.update(metadata=[1])))
kind("empty cells")(lambda raw: raw | {"cells": 2 * [code(""), *raw["cells"]]})
kind("5,000 cells")(lambda raw: raw | {"cells": raw["cells"] + 5000 * [code("x = 1")]})
kind("reversed")(lambda raw: raw | {"cells": raw["cells"][::-1]})
kind("notebook twice")(lambda raw: raw | {"cells": raw["cells"] * 2})


@kind("merged cells")
def _(raw):
    sources = [c["source"] for c in raw["cells"] if c["cell_type"] == "code"]
    return raw | {"cells": [code("\n\n".join(sources))]}


@kind("merged cells, one of them broken")
def _(raw):
    sources = [c["source"] for c in raw["cells"] if c["cell_type"] == "code"]
    sources.insert(9, NOT_PYTHON)
    return raw | {"cells": [code("\n\n".join(sources))]}


@kind("two functions merged into one cell")
def _(raw):
    first = raw["cells"].pop(place(raw, "predict"))
    cell_of(raw)["source"] += "\n" + first["source"]
    return raw


@kind("every import in a cell of its own")
def _(raw):
    lines = raw["cells"][1]["source"].splitlines()
    raw["cells"][1:2] = [code(line) for line in lines]
    return raw


@kind("a function split into helper and function")
def _(raw):
    helper = "def _same(a, b):\n    return np.mean(a == b)"
    cell_of(raw)["source"] = f"def {ONE}(Yhat, Y):\n    return float(_same(Yhat, Y))"
    raw["cells"].insert(place(raw) + 1, code(helper))
    return raw


@kind("a function cut in two", loses=ONE)
def _(raw):
    head, body = cell_of(raw)["source"].rsplit("\n", 1)
    cell_of(raw)["source"] = head
    raw["cells"].insert(place(raw) + 1, code(body))
    return raw


@kind("function cells moved to the end")
def _(raw):
    moved = [c for c in raw["cells"] if c["id"].endswith("-exercise")]
    others = [c for c in raw["cells"] if c not in moved]
    return raw | {"cells": others + moved[::-1]}


def retyped(name: str) -> Harm:
    def harm(raw: Raw) -> Raw:
        cell_of(raw)["cell_type"] = name
        return raw

    return harm


kind("a function cell turned into markdown", loses=ONE)(retyped("markdown"))
kind("a function cell turned into raw", loses=ONE)(retyped("raw"))
kind("check cells turned into markdown")(
    each_cell(lambda c: c["id"].endswith("checks") and c.update(cell_type="markdown"))
)
kind("cell types missing on code")(
    each_cell(lambda c: c["cell_type"] == "code" and c.pop("cell_type"))
)
kind("a cell type nobody knows")(
    lambda raw: raw | {"cells": [{"cell_type": "heading", "level": 1}, *raw["cells"]]}
)
kind("check cells deleted")(
    lambda raw: raw
    | {"cells": [c for c in raw["cells"] if not c["id"].endswith("-checks")]}
)


@kind("import cell deleted")
def _(raw):
    """The functions are right: a human would put the import back."""
    del raw["cells"][1]
    return raw


@kind("a function cell deleted", loses=ONE)
def _(raw):
    del raw["cells"][place(raw)]
    return raw


@kind("a cell copied")
def _(raw):
    raw["cells"].append(copy.deepcopy(cell_of(raw)))
    return raw


kind("stub left above")(added(stub()))
kind("stub left below")(added(stub(), 80))
kind("broken copy above")(added(BROKEN))
kind("broken copy below", loses=ONE)(added(BROKEN, 80))
kind("broken copy above in the cell")(edited(lambda s: f"{BROKEN}\n\n{s}"))
kind("copy that is no Python below")(added(f"def {ONE}(Yhat, Y:\n    return", 80))


@kind("the other week merged in front")
def _(raw):
    return raw | {"cells": other_week()["cells"] + raw["cells"]}


@kind("the other week merged behind", loses="decisions")
def _(raw):
    """Both weeks have a function of this name, and the last one counts."""
    return raw | {"cells": raw["cells"] + other_week()["cells"]}
