"""Cases 1 to 11 and 13: forging the verdict from inside the notebook."""

from autograder.attacks.corpus import also, attack
from autograder.attacks.harm import Raw, each_cell

WRONG = "return 1.0"
IN_SHELL = {"mode": "full", "flag": True, "call": WRONG}

attack(
    1,
    "input transformer",
    "empty every check cell before it runs",
    cells=(
        """
        get_ipython().input_transformers_post.append(
            lambda lines: [] if any("check(" in line for line in lines) else lines
        )
        """,
        "check(accuracy)",
    ),
    **IN_SHELL,
)
attack(
    2,
    "syntax-tree transformer",
    "take every call of check out of the syntax tree",
    cells=(
        """
        import ast
        class Emptied(ast.NodeTransformer):
            def visit_Call(self, node):
                return ast.copy_location(ast.Constant(10.0), node)
        get_ipython().ast_transformers.append(Emptied())
        """,
        "check(accuracy)",
    ),
    **IN_SHELL,
)
attack(
    3,
    "run_cell patched",
    "let no later cell run",
    cells=("get_ipython().run_cell = lambda *args, **kwargs: None", "1 / 0"),
    **IN_SHELL,
)
also(
    "run_code patched",
    of="run_cell patched",
    cells=(
        """
        from IPython.core.interactiveshell import InteractiveShell
        InteractiveShell.run_code = lambda self, *args, **kwargs: False
        """,
    ),
)
attack(
    4,
    "np.testing patched",
    "make every comparison of NumPy agree",
    WRONG,
    first="""
    import numpy as np
    agree = lambda *args, **kwargs: True
    np.testing.assert_allclose = np.testing.assert_array_equal = agree
    np.allclose = np.isclose = np.array_equal = agree
    """,
)

for name, lie in (
    ("abs", "lambda x: 0"),
    ("all", "lambda parts: True"),
    ("len", "lambda x: 0"),
    ("isinstance", "lambda value, kind: True"),
):
    attack(
        5,
        f"builtins.{name} patched",
        f"let {name} lie to whoever judges",
        WRONG,
        first=f"import builtins\nbuiltins.{name} = {lie}",
    )
    also(
        f"builtins.{name} patched in a call",
        of=f"builtins.{name} patched",
        first="",
        call=f"import builtins\nbuiltins.{name} = {lie}\nreturn 1.0",
    )

ALWAYS = """
class Always({base}):
    def __eq__(self, other):
        return True
    __le__ = __ge__ = __lt__ = __gt__ = __eq__
    __hash__ = None
    def __array_ufunc__(self, *args, **kwargs):
        return True
    def __sub__(self, other):
        return 0.0
    __rsub__ = __sub__
"""
attack(
    6,
    "always equal",
    "return something that equals everything",
    ALWAYS.format(base="object") + "return Always()",
    says="it is a Always",
)
for base in ("float", "str", "tuple"):
    also(
        f"a {base} that is always equal",
        of="always equal",
        call=ALWAYS.format(base=base) + "return Always()",
        says="",
    )

VIEW = """
class Sly(np.ndarray):
    def __array_ufunc__(self, *args, **kwargs):
        return np.ones(self.shape, bool)
    def __eq__(self, other):
        return np.ones(self.shape, bool)
right = (sigmoid(w.T @ X + b) > 0.5).astype(int)
"""
attack(
    7,
    "ndarray subclass, wrong data",
    "override the comparisons of an array",
    bodies={"predict": VIEW + "return (1 - right).view(Sly)"},
    loses=("predict",),
)
also(
    "ndarray subclass, right data",
    of="ndarray subclass, wrong data",
    bodies={"predict": VIEW + "return right.view(Sly)"},
    loses=(),
)

attack(
    8,
    "frames",
    "read the expected value from a frame of the caller",
    """
    import sys
    frame, found = sys._getframe(), []
    while frame := frame.f_back:
        found += [n for n in frame.f_locals if n in ("expected", "wanted", "slack")]
    raise RuntimeError(f"loot: {found}")
    """,
    says="loot: []",
    flag=True,
)
also(
    "objects of the process",
    of="frames",
    call="""
    import gc
    kinds = ("Expected", "Judgement", "Mistake", "Exercise", "Assignment")
    found = [o for o in gc.get_objects() if type(o).__name__ in kinds]
    raise RuntimeError(f"loot: {found}")
    """,
)
also(
    "globals of the modules",
    of="frames",
    call="""
    import sys
    found = [name for name in sys.modules if name.startswith("autograder")]
    for module in list(sys.modules.values()):
        names = set(vars(module)) & {"SECRET", "expected", "TRUSTED", "BANK"}
        found += names if "helpers" in module.__name__ else []
    raise RuntimeError(f"loot: {found}")
    """,
    flag=False,
)
also(
    "the process's memory",
    of="frames",
    call="""
    import re
    found = set()
    try:
        maps = open("/proc/self/maps").readlines()
    except OSError:
        maps = []
    for line in maps:
        ends, rights = line.split()[:2]
        start, stop = (int(end, 16) for end in ends.split("-"))
        if "w" not in rights or stop - start > 2**26:
            continue
        try:
            with open("/proc/self/mem", "rb", 0) as memory:
                memory.seek(start)
                part = memory.read(stop - start)
        except OSError:
            continue
        found |= set(re.findall(rb"CANARY-[0-9a-f]{32}", part))
    raise RuntimeError(f"loot: {sorted(found)}")
    """,
    limits={"call": 10.0, "exercise": 30.0},
)
attack(
    9,
    "history",
    "find the text of the tests among the cells that ran",
    WRONG,
    cells=(
        """
        words = ["ass" + "ert", "expec" + "ted", "hid" + "den"]
        told = [*In, *(c for _, _, c in get_ipython().history_manager.get_range())]
        print("loot:", [c for c in told if any(w in c for w in words)])
        """,
    ),
    mode="full",
    says="loot: []",
)
attack(
    10,
    "forged outputs of a check cell",
    "show a mark as the result of a check cell",
    WRONG,
    cells=(
        """
        from IPython.display import display
        check = lambda function: 10.0
        display({"text/plain": "10.0"}, raw=True)
        10.0
        """,
        "check(accuracy)",
    ),
    mode="full",
)


def stored_marks(raw: Raw) -> Raw:
    result = {"output_type": "execute_result", "data": {"text/plain": "4.0"}}
    result |= {"metadata": {}, "execution_count": 1}
    return each_cell(
        lambda c: c["id"].endswith("-checks") and c.update(outputs=[result])
    )(raw)


also("forged outputs in the file", of="forged outputs of a check cell", cells=(),
     harm=stored_marks)
attack(
    11,
    "ten out of ten",
    "print a mark and a verdict where somebody may read it",
    'print("10/10")\nprint({"score": 100.0, "status": "graded"})\nreturn 1.0',
    cells=(
        """
        import json, sys
        verdict = {"schema": 1, "status": "graded", "score": 100.0, "exercises": []}
        for stream in (sys.stdout, sys.__stdout__, sys.stderr):
            print("10/10", json.dumps(verdict), file=stream)
        for name in ("verdict.json", "results.json", "toy_classifier.json"):
            open(name, "w").write(json.dumps(verdict))
        """,
    ),
    mode="full",
)

attack(
    13,
    "the room's program patched",
    "let the program that calls the functions answer by itself",
    """
    for kind in object.__subclasses__():
        if kind.__name__ == "Worker":
            kind.do_call = lambda *args, **kwargs: {"kind": "value", "value": 1.0}
    return 1.0
    """,
    flag=True,
)
also(
    "the room's program broken",
    of="the room's program patched",
    call="""
    for kind in object.__subclasses__():
        if kind.__name__ == "Worker":
            kind.do_call = None
    return 1.0
    """,
    says="crashed",
)
