"""Cases 33 to 35: floods of output, programs that end, and cells that ask."""

from autograder.attacks.corpus import attack

AFTER = 'print("the cell after")'

attack(
    33,
    "a flood of output",
    "print without end",
    cells=("while True:\n    print('x' * 10**6)", AFTER),
    loses=(),
    mode="full",
    says="output cut after",
    slow=True,
)
attack(
    33,
    "one huge output",
    "show 100 MB at once",
    cells=("print('x' * 10**8)\n'y' * 10**8", AFTER),
    loses=(),
    mode="full",
    says="the cell after",
    limits={"cell": 10.0},
    slow=True,
)
attack(
    33,
    "figures without end",
    "draw 100,000 figures",
    cells=("import matplotlib.pyplot as plt\nfor n in range(10**5):\n    plt.figure()", AFTER),
    loses=(),
    mode="full",
    slow=True,
)
attack(
    33,
    "displays without end",
    "show 100,000 things",
    cells=("for n in range(10**5):\n    display({'text/plain': 'x' * 999}, raw=True)", AFTER),
    loses=(),
    mode="full",
    slow=True,
)
for name, body, says in (
    (
        "deep recursion",
        "import sys\nsys.setrecursionlimit(10**9)\ndeep = lambda: deep()\nreturn deep()",
        "",
    ),
    ("a segmentation fault", "import ctypes\nctypes.string_at(0)", "crashed"),
    ("os._exit", "import os\nos._exit(0)", "crashed"),
    ("abort", "import os\nos.abort()", ""),
    ("sys.exit", "import sys\nsys.exit()", "SystemExit"),
    ("KeyboardInterrupt", "raise KeyboardInterrupt", ""),
    ("an exception of its own", "class E(BaseException):\n    pass\nraise E", ""),
):
    attack(34, name, "end the program", body, says=says)
attack(
    34,
    "os._exit in a cell",
    "end the program in a cell",
    cells=("import os\nos._exit(0)", AFTER),
    loses=(),
    mode="full",
    says="The notebook stopped in code cell",
)
attack(
    34,
    "os._exit before all functions",
    "end the program before anything is defined",
    first="import os\nos._exit(0)",
    bodies={},
    loses=(),
    says="left out",
)
for name, cell, says in (
    ("input()", "input('Name? ')", "does not support input"),
    ("getpass", "import getpass\ngetpass.getpass()", ""),
    ("reading standard input", "import sys\nsys.stdin.readline()", ""),
    ("!pip install", "!pip install --no-index nothing-of-this-name", ""),
    ("%debug", "1 / 0", "ZeroDivisionError"),
    ("%%bash", "%%bash\necho from bash; exit 3", ""),
):
    cells = (cell, *(["%debug"] if name == "%debug" else []), AFTER)
    attack(
        35,
        name,
        "wait for somebody who is not there",
        cells=cells,
        loses=(),
        mode="full",
        says=says or "the cell after",
        limits={"cell": 10.0},
    )
attack(35, "input() in a function", "ask", "return float(input())", says="It stops with")
