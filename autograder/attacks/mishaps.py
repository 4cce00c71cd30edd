"""Cases 41 to 46: what happens to innocent people, and must cost them nothing."""

from autograder.attacks.corpus import attack

RIGHT = "return float(np.mean(Yhat == Y))"
INNOCENT = {"loses": ()}

attack(
    41,
    "warnings in a function",
    "a function warns and writes to stderr",
    f"""
    import sys, warnings
    warnings.warn("careful")
    print("something", file=sys.stderr)
    np.log(np.zeros(2))
    {RIGHT}
    """,
    **INNOCENT,
)
attack(
    41,
    "warnings in cells",
    "cells warn and write to stderr",
    cells=(
        """
        import sys, warnings
        warnings.simplefilter("always")
        warnings.warn("careful")
        np.arange(3) / 0
        print("something", file=sys.stderr)
        """,
    ),
    mode="full",
    says="careful",
    **INNOCENT,
)
attack(
    41,
    "warnings turned into errors, for oneself",
    "somebody wants to see every warning",
    first='import warnings\nwarnings.simplefilter("error")',
    **INNOCENT,
)
attack(
    41,
    "NumPy told to raise",
    "somebody wants to see every overflow",
    first='np.seterr(all="raise")',
    call="""
    np.seterr(all="raise")
    return float(np.mean(Yhat == Y))
    """,
    **INNOCENT,
)
attack(
    42,
    "leftovers",
    "trials are left in the notebook",
    cells=(
        "%timeit -n1 -r1 accuracy(np.ones((1, 3)), np.ones((1, 3)))",
        "plt.plot([1, 2]); plt.show()",
        "import ipywidgets\nipywidgets.IntSlider()",
        "from tqdm import tqdm\nfor _ in tqdm(range(3)): pass",
        "%matplotlib inline\n%load_ext autoreload\n%autoreload 2",
    ),
    mode="full",
    **INNOCENT,
)
attack(
    43,
    "a path of one's own computer",
    "a cell reads a file that only its author has",
    cells=("data = np.load('/home/me/Desktop/data.npy')", "data.shape"),
    mode="full",
    says="No such file or directory",
    **INNOCENT,
)
attack(
    43,
    "the course's file by its name",
    "a cell reads the file beside the notebook",
    cells=("print(len(open('checks.h5', 'rb').read()) > 0, 'read')",),
    mode="full",
    says="True read",
    **INNOCENT,
)
attack(
    44,
    "a name defined below",
    "cells were run in another order",
    cells=("print(later)", "later = 3"),
    mode="full",
    says="name 'later' is not defined",
    **INNOCENT,
)
attack(
    44,
    "a helper defined below",
    "a function calls a helper of a later cell",
    "return _mean(Yhat == Y)",
    cells=("def _mean(x):\n    return float(x.sum() / x.size)",),
    **INNOCENT,
)
attack(
    45,
    "noise without a seed",
    "a result is random within rounding",
    f"""
    noise = np.random.default_rng().normal() * 1e-12
    {RIGHT} + noise
    """,
    **INNOCENT,
)
attack(
    45,
    "random cells without a seed",
    "cells draw random numbers",
    cells=("np.random.normal(size=3)\nimport random\nrandom.random()",),
    mode="full",
    **INNOCENT,
)
attack(
    46,
    "slow but right",
    "a function takes much of its time, on a busy machine",
    f"""
    import time
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    {RIGHT}
    """,
    limits={"call": 4.0, "exercise": 60.0, "notebook": 120.0},
    **INNOCENT,
)
attack(
    46,
    "slow to define",
    "an import or constant takes long",
    first="import time\nend = time.process_time() + 1\n"
    "while time.process_time() < end:\n    pass",
    **INNOCENT,
)
attack(
    68,
    "a large wrong result",
    "a function returns a million numbers in the place of one",
    call="return np.ones(10**6)",
    says="One number is wanted",
)
