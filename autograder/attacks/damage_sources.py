"""What stands in a cell: magics, pasted text, syntax, odd definitions."""

from autograder.attacks.harm import (
    NOT_PYTHON,
    ONE,
    RIGHT,
    added,
    as_file,
    code,
    each_source,
    edited,
    indented,
    kind,
)

TIMED = """def timed(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner"""
TABBED = f"def {ONE}(Yhat, Y):\n    m = Y.size\n\treturn (Yhat == Y).sum() / m"
TYPED = RIGHT.replace("Yhat, Y)", "Yhat: np.ndarray, Y: 'Labels') -> float")
LAMBDA = f"{ONE} = lambda Yhat, Y: float((Yhat == Y).mean())"
UNSETTLED = "<<<<<<< HEAD\n    return 0\n=======\n    return"

for magic in ("time", "capture out", "timeit -n1 -r1", "prun -q"):
    kind(f"%%{magic} on a function")(edited(lambda s, m=magic: f"%%{m}\n{s}"))
kind("%%time below a title")(edited(lambda s: f"#@title Mine\n\n%%time\n\n{s}"))
kind("two cell magics")(edited(lambda s: f"%%capture\n%%time\n{s}"))
kind("a cell of %%bash")(added("%%bash\nls -l\nfor f in *; do echo $f; done"))
kind("a trailing question mark")(edited(lambda s: f"{s}\n\n{ONE}?"))
kind("!pip install on a function")(edited(lambda s: f"!pip install numpy\n{s}"))
kind("!pip install in a cell")(added("!pip install -q numpy\n%pip list"))
kind("%matplotlib notebook")(
    each_source(lambda s: s.replace("import mat", "%matplotlib notebook\nimport mat"))
)
kind("%load_ext autoreload")(added("%load_ext autoreload\n%autoreload 2", 1))
kind("Colab titles")(
    each_source(lambda s: f'#@title Cell {{ display-mode: "form" }}\n{s}')
)
kind("prompts pasted")(
    edited(lambda s: "\n".join([f">>> {s.splitlines()[0]}"] + [
        f"... {line}" for line in s.splitlines()[1:]]))
)
kind("tabs for spaces")(each_source(lambda s: s.replace("    ", "\t")))
kind("tabs and spaces mixed", loses=ONE)(
    edited(lambda s: TABBED)
)
kind("no-break spaces")(edited(lambda s: s.replace("    ", "\xa0\xa0\xa0 ")))
kind("CRLF in sources")(each_source(lambda s: s.replace("\n", "\r\n")))
kind("CR in sources")(each_source(lambda s: s.replace("\n", "\r")))
kind("a syntax error in another cell")(added(NOT_PYTHON))
kind("a syntax error below a function")(edited(lambda s: f"{s}\n\n{NOT_PYTHON}"))
kind("a syntax error in a function", loses=ONE)(edited(lambda s: s.replace("):", ")")))
kind("conflict marks in a function", loses=ONE)(
    edited(lambda s: s.replace("    return", UNSETTLED))
)
kind("a function in a class", loses=ONE)(
    edited(lambda s: f"class Solution:\n{indented(s)}")
)
kind("a function in an if block")(edited(lambda s: f"if True:\n{indented(s)}"))
kind("a function in a try block")(
    edited(lambda s: f"try:\n{indented(s)}\nexcept ValueError:\n    pass")
)
kind("a function indented")(edited(indented))
kind("a function renamed", loses=ONE)(edited(lambda s: s.replace(ONE, "Accuracy")))
kind("a function overwritten by a number", loses=ONE)(added(f"{ONE} = 0.98", 80))
kind("decorated by NumPy")(edited(lambda s: f"@np.errstate(all='ignore')\n{s}"))
kind("decorated by the learner")(edited(lambda s: f"{TIMED}\n\n@timed\n{s}"))
kind("decorated, in a broken cell")(
    edited(lambda s: f"{TIMED}\n\n@timed\n{s}\n{NOT_PYTHON}")
)
kind("annotated")(edited(lambda s: TYPED))
kind("lambda for def")(edited(lambda s: LAMBDA))
kind("async def", loses=ONE)(edited(lambda s: f"async {s}"))
kind("exit() in a cell")(added("exit()", 1))
kind("await in a cell")(added("import asyncio\nawait asyncio.sleep(0)"))
kind("from __future__ import")(
    edited(lambda s: f"x = 1\nfrom __future__ import annotations\n{s}")
)
kind("an absent package imported")(added("import tensorflow as tf", 1))
kind("a very long line")(added("x = [" + "1, " * 60_000 + "]"))
kind("a deep expression")(added("x = " + "(" * 5000 + ")" * 5000))
kind("a deep raise")(added("def f():\n    raise " + "-" * 900 + "1"))
kind("a long sum")(added("x = " + "1 + " * 20_000 + "1"))
kind("emoji")(edited(lambda s: f"# \U0001f408 \u2714\n{s}\n'\U0001f389'"))
kind("half an emoji")(
    as_file(lambda b: b.replace(b"def accuracy", b"# \\ud83d\\ndef accuracy"))
)


@kind("the notebook as one percent script")
def _(raw):
    marks = {"markdown": "# %% [markdown]\n", "code": "# %%\n"}
    parts = []
    for cell in raw["cells"]:
        text = cell["source"]
        text = text if cell["cell_type"] == "code" else indented(text, "# ")
        parts.append(marks[cell["cell_type"]] + text)
    return raw | {"cells": [code("\n\n".join(parts))]}
