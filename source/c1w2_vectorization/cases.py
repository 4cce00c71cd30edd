"""Inputs of the notebook on vectorisation, visible and hidden."""

import numpy as np

from helpers.checks import Case, Source

HINTS = {
    "dot_loop": "Which value does total have before the loop, and what does each "
    "turn add to it? total + a_i b_i",
    "dot": "Which NumPy function multiplies two vectors entry by entry and adds up?",
    "matvec_loop": "Which index of A is shared with v, and which with u? "
    "u_i = sum over j of A_ij v_j",
    "exp_all": "Which module's exponential takes a whole array, math or np?",
    "as_column": "How many rows and how many columns does a column of n numbers "
    "have? (n, 1); reshape finds n itself when we write -1.",
    "broadcast_shape": "From which side are the two shapes compared, and which two "
    "pairs of lengths fit? (n, n) and (1, n)",
    "percent_by_column": "Along which axis do we add to get one total per column, "
    "and does its shape (1, n) fit under (p, n)?",
    "l1_loss": "Can a positive and a negative difference cancel? |yhat - y| first, "
    "then the sum.",
    "l2_loss": "Square first or add first? The sum of (yhat - y)^2",
    "one_sided_slope": "How far does f rise on the way from x to x + h, and how "
    "long is the way? (f(x + h) - f(x)) / h",
    "numerical_derivative": "How long is the way from x - h to x + h? 2h",
    "graph_forward": "In which order do the nodes get their values? u, then v, then J",
    "graph_backward": "What does the chain rule multiply? dJ/db = dJ/du * du/db, "
    "and du/db = c",
    "scaling_exponent": "What becomes of seconds = C sizes^p when we take logs on "
    "both sides? log(seconds) = log(C) + p log(sizes): a straight line",
    "decisions": "Which section treats the question? Its remark has the answer.",
}


def _pair(rng, n):
    """Two random vectors of shape (n,)."""
    return {"a": rng.normal(size=n), "b": rng.normal(size=n)}


def _dot_cases(rng):
    a, b = np.array([1.0, -2.0, 3.0, 0.5]), np.array([4.0, 5.0, 6.0, 3.0])
    yield Case("4 - 10 + 18 + 1.5 is 13.5", {"a": a, "b": b}, visible=True)
    yield Case("random vectors", _pair(rng, 7), core=True)
    yield Case("random vectors", _pair(rng, 12), core=True)
    yield Case("vectors of length 1 and 2", _pair(rng, 1))
    yield Case("vectors of length 1 and 2", _pair(rng, 2))
    yield Case("all entries negative", {k: -abs(v) for k, v in _pair(rng, 5).items()})
    yield Case("a vector of 0s gives 0", {"a": np.zeros(4), "b": rng.normal(size=4)})
    spread = {k: v * 10.0 ** rng.integers(-4, 5, 8) for k, v in _pair(rng, 8).items()}
    yield Case("very small and very large entries", spread)
    whole = {"a": rng.integers(1, 9, size=6), "b": rng.integers(-9, 0, size=6)}
    yield Case("whole numbers", whole)


def cases_dot_loop(rng):
    """Vectors a and b of shape (n,)."""
    yield from _dot_cases(rng)
    single = {k: v.astype(np.float32) for k, v in _pair(rng, 9).items()}
    yield Case("float32 input", single)
    yield Case("a few thousand entries", _pair(rng, 3000))


def cases_dot(rng):
    """Vectors a and b of shape (n,)."""
    yield from _dot_cases(rng)
    single = {k: v.astype(np.float32) for k, v in _pair(rng, 9).items()}
    yield Case("float32 input", single)
    many = {k: rng.uniform(0.0, 2.0, size=100_000) for k in "ab"}
    yield Case("a hundred thousand entries", many)


def _table(rng, p, n):
    """A random table of shape (p, n) and a vector of shape (n,)."""
    return {"A": rng.normal(size=(p, n)), "v": rng.normal(size=n)}


def cases_matvec_loop(rng):
    """A of shape (p, n) and v of shape (n,)."""
    A = np.array([[1.0, 2.0, 0.0, 1.0], [3.0, 0.0, 3.0, 2.0]])
    v = np.array([2.0, 1.0, 0.5, -1.0])
    yield Case("two rows by hand: 3 and 5.5", {"A": A, "v": v}, visible=True)
    yield Case("more columns than rows", _table(rng, 3, 5), core=True)
    yield Case("more rows than columns", _table(rng, 6, 4), core=True)
    yield Case("as many rows as columns", _table(rng, 4, 4))
    yield Case("one row, one column", _table(rng, 1, 5))
    yield Case("one row, one column", _table(rng, 5, 1))
    turned = _table(rng, 4, 7)
    turned["A"] = np.asfortranarray(turned["A"])
    yield Case("columns stored one after the other", turned)
    single = {k: v.astype(np.float32) for k, v in _table(rng, 3, 6).items()}
    yield Case("float32 input", single)
    whole = {"A": rng.integers(-9, 9, size=(3, 4)), "v": rng.integers(1, 9, size=4)}
    yield Case("whole numbers", whole)
    yield Case("a larger table", _table(rng, 40, 60))


def cases_exp_all(rng):
    """A vector v of shape (n,)."""
    few = np.array([0.0, 1.0, -2.0])
    yield Case("1, e and 1/e^2 by hand", {"v": few}, visible=True)
    yield Case("random entries", {"v": rng.normal(size=6)}, core=True)
    yield Case("random entries", {"v": rng.normal(size=9)}, core=True)
    yield Case("one entry", {"v": rng.normal(size=1)})
    yield Case("no entries", {"v": np.zeros(0)})
    yield Case("whole numbers", {"v": np.array([0, 1, 2])}, visible=True)
    yield Case("whole numbers", {"v": rng.integers(-3, 4, size=8)})
    yield Case("large and very negative entries", {"v": rng.uniform(-60, 60, size=10)})
    yield Case("float32 input", {"v": rng.normal(size=5).astype(np.float32)})
    yield Case("many entries", {"v": rng.normal(size=20_000)})


def cases_as_column(rng):
    """A rank-1 array x of shape (n,)."""
    few = np.array([3.5, 1.0, 2.0, 1.0])
    yield Case("four numbers, one per row", {"x": few}, visible=True, alias=True)
    some = rng.normal(size=5)
    yield Case("five random numbers", {"x": some}, core=True, alias=True)
    more = rng.normal(size=8)
    yield Case("eight random numbers", {"x": more}, core=True, alias=True)
    yield Case("one number", {"x": rng.normal(size=1)}, alias=True)
    whole = rng.integers(-9, 10, size=6)
    yield Case("whole numbers", {"x": whole}, alias=True)
    again = rng.normal(size=3)[np.array([2, 0, 0, 1, 2])]
    yield Case("entries that occur twice", {"x": again}, alias=True)
    single = rng.normal(size=4).astype(np.float32)
    yield Case("float32 input", {"x": single}, alias=True)


def _shapes(*pair):
    return {"shape_1": pair[0], "shape_2": pair[1]}


def _lengths(rng, count):
    """Different axis lengths from 2 to 9."""
    return tuple(int(n) for n in rng.permutation(np.arange(2, 10))[:count])


def cases_broadcast_shape(rng):
    """Two shapes; some do not fit."""
    for pair in (((2, 3), (1, 3)), ((2, 3), (3,)), ((2, 1), (1, 3))):
        yield Case("three pairs give (2, 3)", _shapes(*pair), visible=True)
    yield Case("(2, 3) and (2,) do not fit", _shapes((2, 3), (2,)), visible=True)
    m, n, p, q = _lengths(rng, 4)
    for title, *shapes in (
        ("a row or a column is stretched", (m, n), (1, n)),
        ("a row or a column is stretched", (m, n), (m, 1)),
        ("a row or a column is stretched", (1, n), (m, n)),
        ("a row or a column is stretched", (m, 1), (m, n)),
        ("both arrays are stretched", (m, 1, p), (1, n, 1)),
        ("both arrays are stretched", (1, n), (m, 1)),
        ("different ranks", (m, n, p), (n, 1)),
        ("different ranks", (p,), (m, n, p)),
        ("lengths that differ raise a ValueError", (m, n), (m, p)),
        ("lengths that differ raise a ValueError", (n, 1), (m, n)),
    ):
        yield Case(title, _shapes(*shapes), core=True)
    yield Case("equal shapes stay as they are", _shapes((m, n, p), (m, n, p)))
    yield Case("a single number fits everywhere", _shapes((), (m, n)))
    yield Case("a single number fits everywhere", _shapes((q,), ()))
    yield Case("rank 1 is a row, never a column", _shapes((n,), (n, m)))
    yield Case("rank 1 is a row, never a column", _shapes((n,), (n, 1)))
    yield Case("a multiple is no fit", _shapes((m, 2 * n), (m, n)))
    yield Case("four axes", _shapes((m, 1, n, 1), (p, 1, q)))


def _calories(rng, p, n):
    return {"A": rng.uniform(0.5, 150.0, size=(p, n))}


def cases_percent_by_column(rng):
    """A table A of shape (p, n) with positive columns."""
    A = np.array([[1.0, 6.0, 2.0], [3.0, 2.0, 1.0]])
    yield Case("25 % and 75 % in the first column", {"A": A}, visible=True)
    yield Case("25 % and 75 % in the first column", {"A": A[:, :2]}, visible=True)
    yield Case("more columns than rows", _calories(rng, 3, 5), core=True)
    yield Case("more rows than columns", _calories(rng, 5, 2), core=True)
    yield Case("as many rows as columns", _calories(rng, 3, 3), core=True)
    yield Case("one row: all 100 %", _calories(rng, 1, 4))
    yield Case("one column", _calories(rng, 6, 1))
    yield Case("some entries are 0", {"A": _some_zeros(rng)})
    yield Case("whole numbers", {"A": rng.integers(1, 100, size=(4, 3))})
    yield Case("float32 input", {"A": _calories(rng, 3, 6)["A"].astype(np.float32)})
    turned = np.asfortranarray(rng.uniform(1, 9, size=(5, 8)))
    yield Case("columns stored one after the other", {"A": turned})


def _some_zeros(rng):
    """A table whose first row is positive, with zeros below."""
    A = rng.uniform(1.0, 90.0, size=(4, 6))
    A[1:] *= rng.integers(0, 2, size=(3, 6))
    A[2, 0] = 0.0
    return A


def _predictions(rng, m):
    """Predictions between 0 and 1 and labels 0 or 1, both of shape (1, m)."""
    labels = rng.integers(0, 2, size=(1, m))
    return {"yhat": rng.uniform(0.02, 0.98, size=(1, m)), "y": labels}


def _loss_cases(rng):
    three = {"yhat": np.array([[0.2, 0.3, 0.6]]), "y": np.array([[1, 0, 1]])}
    yield Case("three predictions by hand", three, visible=True)
    yield Case("random predictions", _predictions(rng, 6), core=True)
    yield Case("random predictions", _predictions(rng, 11), core=True)
    yield Case("one prediction", _predictions(rng, 1))
    labels = rng.integers(0, 2, size=(1, 5))
    perfect = {"yhat": labels.astype(float), "y": labels}
    yield Case("perfect predictions give 0", perfect)
    worst = {"yhat": 1.0 - labels, "y": labels}
    yield Case("every prediction wrong", worst)
    low = {"yhat": rng.uniform(0.1, 0.9, size=(1, 4)), "y": np.ones((1, 4))}
    yield Case("every prediction too low", low)
    single = {k: v.astype(np.float32) for k, v in _predictions(rng, 8).items()}
    yield Case("float32 input", single)
    yield Case("many predictions", _predictions(rng, 5000))


def cases_l1_loss(rng):
    """Predictions and labels of shape (1, m)."""
    yield from _loss_cases(rng)


def cases_l2_loss(rng):
    """Predictions and labels of shape (1, m)."""
    yield from _loss_cases(rng)


def _cubic(rng):
    """A random polynomial of degree 3, as source text."""
    k = rng.uniform(0.5, 3.0, size=4).round(3)
    return Source(f"lambda t: {k[0]} * t**3 + {k[1]} * t**2 - {k[2]} * t + {k[3]}")


def _slope_cases(rng):
    """Functions, points and nudges that both slopes share."""
    for _ in range(3):
        x, h = rng.uniform(0.5, 2.0), rng.uniform(0.1, 0.4)
        args = {"f": _cubic(rng), "x": x, "h": h}
        yield Case("any cubic, large nudge", args, core=True)
    line = Source(f"lambda t: {rng.uniform(1, 5):.3f} * t + 7.0")
    x, h = rng.uniform(1.0, 2.0), rng.uniform(0.1, 0.5)
    yield Case("a line has one slope everywhere", {"f": line, "x": x, "h": h})
    x = rng.uniform(2.0, 5.0)
    yield Case("the logarithm", {"f": Source("np.log"), "x": x, "h": 0.01})
    falling = Source("lambda t: np.exp(-t)")
    x = rng.uniform(0.2, 1.5)
    yield Case("a falling function", {"f": falling, "x": x, "h": 0.05})
    x = rng.uniform(-3.0, -1.0)
    yield Case("a negative point", {"f": _cubic(rng), "x": x, "h": 0.02})
    flat = Source("lambda t: 4.0 + 0.01 * t")
    yield Case("a function that hardly rises", {"f": flat, "x": x, "h": 0.1})


def cases_one_sided_slope(rng):
    """A function f, a point x and a nudge h."""
    parabola = Source("lambda t: t**2 + 3.0")
    by_hand = {"f": parabola, "x": 2.0, "h": 0.1}
    yield Case("t^2 + 3 at 2, nudge 0.1: slope 4.1", by_hand, visible=True)
    yield from _slope_cases(rng)
    at_0 = {"f": _cubic(rng), "x": 0.0, "h": 0.2}
    yield Case("the point 0", at_0)


def cases_numerical_derivative(rng):
    """A function f, a point x and a nudge h, which may be left out."""
    cube = Source("lambda t: t**3")
    by_hand = {"f": cube, "x": 1.0, "h": 0.1}
    yield Case("t^3 at 1, nudge 0.1: slope 3.01", by_hand, visible=True)
    yield from _slope_cases(rng)
    yield Case("the point 0", {"f": _cubic(rng), "x": 0.0, "h": 0.2})
    usual = {"f": _cubic(rng), "x": rng.uniform(1.0, 2.0)}
    yield Case("without h the nudge is 0.001", usual)


def _leaves(rng):
    a, b, c = (float(value) for value in rng.uniform(0.5, 9.0, size=3))
    return {"a": a, "b": b, "c": c}


def _graph_cases(rng):
    for a, b, c in ((5.0, 3.0, 2.0), (1.0, 2.0, 4.0)):
        yield Case("two triples by hand", {"a": a, "b": b, "c": c}, visible=True)
    yield Case("any three numbers", _leaves(rng), core=True)
    yield Case("any three numbers", _leaves(rng), core=True)
    yield Case("negative numbers", {k: -v for k, v in _leaves(rng).items()})
    yield Case("mixed signs", {**_leaves(rng), "b": -float(rng.uniform(1, 4))})
    yield Case("b = 0", {**_leaves(rng), "b": 0.0})
    yield Case("c = 0", {**_leaves(rng), "c": 0.0})
    yield Case("all three 0", {"a": 0.0, "b": 0.0, "c": 0.0})
    whole = {key: int(rng.integers(1, 20)) for key in "abc"}
    yield Case("whole numbers", whole)


def cases_graph_forward(rng):
    """Three numbers."""
    yield from _graph_cases(rng)


def cases_graph_backward(rng):
    """Three numbers."""
    yield from _graph_cases(rng)


def _race(rng, count, exponent):
    """Sizes, and times that follow a power law up to some noise."""
    sizes = 10.0 ** np.sort(rng.uniform(1, 6, size=count))
    noise = np.exp(0.3 * rng.normal(size=count))
    return {"sizes": sizes, "seconds": 1e-7 * sizes**exponent * noise}


def cases_scaling_exponent(rng):
    """Sizes and times of shape (k,)."""
    sizes = np.array([10.0, 100.0, 1000.0])
    exact = {"sizes": sizes, "seconds": np.array([0.02, 2.0, 200.0])}
    yield Case("10 times the size, 100 times the time: 2", exact, visible=True)
    bent = {"sizes": 10.0 ** np.array([1, 2, 4]), "seconds": np.array([1e0, 1e2, 1e4])}
    yield Case("three points off one line: 9/7", bent, visible=True)
    yield Case("times with noise", _race(rng, 6, rng.uniform(0.5, 2.5)), core=True)
    yield Case("times with noise", _race(rng, 9, rng.uniform(0.5, 2.5)), core=True)
    yield Case("two sizes", {"sizes": np.array([50.0, 800.0]), "seconds": _two(rng)})
    shuffled = _race(rng, 7, 1.2)
    order = rng.permutation(7)
    yield Case("sizes in any order", {k: v[order] for k, v in shuffled.items()})
    yield Case("times that hardly grow", _race(rng, 6, 0.1))
    yield Case("times that fall", _race(rng, 6, -1.0))
    whole = _race(rng, 5, 1.0)
    whole["sizes"] = whole["sizes"].astype(int)
    yield Case("sizes as whole numbers", whole)


def _two(rng):
    return rng.uniform([1e-6, 1e-3], [1e-5, 1e-2])


def cases_decisions(rng):
    """No arguments: the letters themselves are the answer."""
    yield Case("answers", {})
