"""Inputs on which softmax and the core of the framework are judged."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.checks import Case, Source

HINTS = {
    "one_hot": "In which row of column i stands the 1? Y[k, i] = 1 where "
    "k = y⁽ⁱ⁾, with k from 0 to C - 1.",
    "softmax": "Over which axis do the probabilities add up to 1, and which power of e "
    "never overflows? a_j = e^{z_j - M} / Σ_k e^{z_k - M}, M the column's largest z.",
    "cross_entropy": "How many terms of one column are not 0, and over what is the "
    "mean? J = -(1/m) Σ_i Σ_j Y_ji ln A_ji",
    "softmax_backward": "Which shapes give (C, n_x)? dZ = A - Y, "
    "dW = (1/m) dZ Xᵀ, and db is the mean of the columns of dZ.",
    "softmax_step": "From which W and b come cost and slopes? From those passed in: "
    "W := W - α dW, b := b - α db.",
    "predict_classes": "Which row of a column is largest? The softmax keeps the order "
    "of the scores: argmax over j of z_j, in shape (1, m).",
    "topological_order": "When may a name be written down? After all its inputs: "
    "order = (inputs, each after its own inputs), then the name, and no name twice.",
    "unbroadcast": "To how many places was one entry copied? Its gradient is the sum "
    "over them: first over axes added on the left, then over axes of length 1.",
    "backward": "What if a name feeds two records? dJ/dx = Σ over the records that "
    "use x. And what is dJ/dJ?",
    "binary_rule": "Nudge a, then b, in each of the five operations. For a / b: "
    "∂/∂a = 1/b and ∂/∂b = -a/b².",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _one_hot(y, C):
    return np.eye(C)[:, np.ravel(y)]


def _labels(rng, C, m):
    """Random labels (1, m); all classes occur when there are enough examples."""
    y = rng.integers(0, C, (1, m))
    if m >= C:
        y[0, rng.permutation(m)[:C]] = np.arange(C)
    return y


def _probabilities(rng, C, m, scale=1.0):
    T = np.exp(scale * rng.normal(size=(C, m)))
    return T / T.sum(axis=0)


def cases_one_hot(rng):
    yield Case("five labels of four classes", _given([[3, 1, 2, 0, 3]], 4), True)
    yield Case("one example", _given([[1]], 3), visible=True)
    for C, m in ((3, 7), (6, 9)):
        y = _labels(rng, C, m)
        yield Case("any labels", {"y": y, "C": C}, core=True)
    few = {"y": rng.integers(0, 2, (1, 6)), "C": 5}
    yield Case("classes that do not occur have a row of zeros", few)
    yield Case("as many classes as examples", {"y": rng.permutation(5)[None], "C": 5})
    yield Case("one class: a row of ones", {"y": np.zeros((1, 4), int), "C": 1})
    yield Case("two classes", {"y": _labels(rng, 2, 6), "C": 2})
    small = {"y": _labels(rng, 4, 8).astype(np.int8), "C": 4}
    yield Case("labels in one byte each", small)
    every = {"y": _labels(rng, 5, 24)[:, ::2], "C": 5}
    yield Case("every second label of a longer row", every)
    yield Case("300 examples", {"y": _labels(rng, 10, 300), "C": 10})


def _given(y, C):
    return {"y": np.array(y), "C": C}


def cases_softmax(rng):
    logs = np.log(np.array([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]).T)
    yield Case("two columns by hand: 1/6, 1/3, 1/2 and thirds", {"Z": logs}, True)
    four = np.array([[5.0], [2.0], [-1.0], [3.0]])
    yield Case("scores 5, 2, -1, 3", {"Z": four}, visible=True)
    for C, m in ((4, 6), (3, 5), (6, 2)):
        yield Case("any scores", {"Z": 2 * rng.normal(size=(C, m))}, core=True)
    yield Case("as many classes as examples", {"Z": rng.normal(size=(4, 4))})
    yield Case("one example", {"Z": rng.normal(size=(5, 1))})
    yield Case("two classes", {"Z": rng.normal(size=(2, 5))})
    yield Case("one class: always 1", {"Z": rng.normal(size=(1, 4))})
    whole = np.array([[3, -2, 0], [1, 4, 0]])
    yield Case("whole numbers", {"Z": whole})
    high = rng.normal(size=(3, 4)) + 1000
    yield Case("scores near 1000: not nan", {"Z": high})
    yield Case("scores near -1000: not nan", {"Z": high - 2000})
    wide = np.array([[900.0, 0.0, -800.0], [880.0, -900.0, 5.0], [0.0, 1.0, 7.5]])
    yield Case("scores far apart in one column: not nan", {"Z": wide})
    levels = rng.normal(size=(3, 3)) + np.array([800.0, 0.0, -800.0])
    yield Case("columns at very different heights", {"Z": levels})
    single = rng.normal(size=(4, 5)).astype(np.float32)
    yield Case("single precision", {"Z": single})
    turned = rng.normal(size=(6, 3)).T
    yield Case("a transposed view", {"Z": turned})
    yield Case("10 classes, 200 examples", {"Z": 3 * rng.normal(size=(10, 200))})


def cases_cross_entropy(rng):
    A, y = np.array([[0.3, 0.2, 0.1, 0.4]]).T, _one_hot([1], 4)
    yield Case("-ln 0.2 by hand", {"A": A, "Y": y}, visible=True)
    A = np.array([[0.5, 0.25], [0.25, 0.25], [0.25, 0.5]])
    yield Case("two examples: the mean of ln 2 and ln 4", _pair(A, [0, 1]), True)
    for C, m in ((4, 6), (3, 8)):
        y = _labels(rng, C, m)
        yield Case("any set", _pair(_probabilities(rng, C, m), y), core=True)
    yield Case("one example", _pair(_probabilities(rng, 5, 1), [3]))
    square = _pair(_probabilities(rng, 4, 4), _labels(rng, 4, 4))
    yield Case("as many classes as examples", square)
    even = _pair(np.full((4, 9), 0.25), _labels(rng, 4, 9))
    yield Case("no idea: ln C, whatever the labels", even)
    sure = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    yield Case("certain and right: no loss, not nan", _pair(sure, [0, 1, 2]))
    yield Case("certain and wrong: finite", _pair(sure, [1, 2, 2]))
    near = 10.0 ** -rng.uniform(9, 30, (1, 4))
    yield Case("nearly certain and wrong", _pair(np.vstack([near, 1 - near]), [0] * 4))
    single = _probabilities(rng, 3, 7).astype(np.float32)
    yield Case("single precision", _pair(single, _labels(rng, 3, 7)))
    many = _pair(_probabilities(rng, 10, 500), _labels(rng, 10, 500))
    yield Case("10 classes, 500 examples", many)
    ints = _pair(_probabilities(rng, 3, 5), _labels(rng, 3, 5))
    ints["Y"] = ints["Y"].astype(int)
    yield Case("labels as whole numbers", ints)


def _pair(A, y):
    return {"A": A, "Y": _one_hot(y, len(A))}


def _slopes(rng, C, n_x, m):
    A = _probabilities(rng, C, m)
    return _pair(A, _labels(rng, C, m)) | {"X": rng.normal(size=(n_x, m))}


def cases_softmax_backward(rng):
    A = np.array([[0.5, 0.25], [0.25, 0.5], [0.25, 0.25]])
    X = np.array([[2.0, 4.0], [-2.0, 0.0]])
    yield Case("two examples by hand", _pair(A, [0, 2]) | {"X": X}, visible=True)
    yield Case("any set", _slopes(rng, 4, 3, 6), core=True)
    yield Case("any set", _slopes(rng, 3, 5, 4), core=True)
    yield Case("as many classes, features and examples", _slopes(rng, 4, 4, 4))
    yield Case("one example", _slopes(rng, 3, 2, 1))
    yield Case("one feature", _slopes(rng, 3, 1, 5))
    yield Case("two classes", _slopes(rng, 2, 3, 7))
    twice = _slopes(rng, 3, 4, 5)
    twice = {name: np.hstack([array, array]) for name, array in twice.items()}
    yield Case("every example twice: the same dW and db", twice)
    sure = _slopes(rng, 3, 2, 6)
    sure["A"] = sure["Y"].copy()
    yield Case("all right and certain: no slope", sure)
    single = _slopes(rng, 3, 4, 6)
    single = {name: array.astype(np.float32) for name, array in single.items()}
    yield Case("single precision", single)
    order = _slopes(rng, 4, 3, 8)
    order["X"] = np.asfortranarray(order["X"])
    yield Case("Fortran order", order)
    yield Case("10 classes, 64 features, 100 examples", _slopes(rng, 10, 64, 100))


def _model(rng, C, n_x, m):
    W, b = rng.normal(size=(C, n_x)), rng.normal(size=(C, 1))
    return {"W": W, "b": b, "X": rng.normal(size=(n_x, m))}


def _step(rng, C, n_x, m, learning_rate=0.3):
    Y = _one_hot(_labels(rng, C, m), C)
    return _model(rng, C, n_x, m) | {"Y": Y, "learning_rate": learning_rate}


def cases_softmax_step(rng):
    by_hand = {
        "W": np.zeros((2, 1)),
        "b": np.zeros((2, 1)),
        "X": np.array([[1.0, -3.0]]),
        "Y": np.array([[1.0, 0.0], [0.0, 1.0]]),
        "learning_rate": 2.0,
    }
    yield Case("one step from zeros by hand", by_hand, visible=True)
    yield Case("any step", _step(rng, 4, 3, 7), core=True)
    yield Case("any step", _step(rng, 3, 5, 4), core=True)
    yield Case("as many classes, features and examples", _step(rng, 4, 4, 4))
    yield Case("one example", _step(rng, 3, 2, 1))
    still = _step(rng, 3, 2, 5, learning_rate=0.0)
    yield Case("a learning rate of 0: nothing moves", still, alias=True)
    large = _step(rng, 3, 2, 6)
    large["b"] = large["b"] + np.array([[900.0], [0.0], [-900.0]])
    yield Case("large scores: finite", large)
    single = _step(rng, 3, 4, 6)
    for name in ("W", "b", "X", "Y"):
        single[name] = single[name].astype(np.float32)
    yield Case("single precision", single)
    yield Case("10 classes, 64 features, 100 examples", _step(rng, 10, 64, 100, 0.1))


def cases_predict_classes(rng):
    by_hand = {
        "W": np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, -1.0]]),
        "b": np.array([[0.0], [1.0], [0.0]]),
        "X": np.array([[2.0, -1.0, 3.0], [0.0, -2.0, 2.0]]),
    }
    yield Case("scores (2, 1, -2), (-1, -1, 3), (3, 3, -5)", by_hand, visible=True)
    yield Case("any set", _model(rng, 4, 3, 12), core=True)
    yield Case("any set", _model(rng, 5, 2, 9), core=True)
    yield Case("as many classes as examples", _model(rng, 4, 3, 4))
    yield Case("one example", _model(rng, 6, 3, 1))
    ties = _model(rng, 3, 2, 5)
    ties["W"][2] = ties["W"][1]
    ties["b"][:] = [[-9.0], [1.0], [1.0]]
    yield Case("the same score: the smallest number", ties)
    low = _model(rng, 3, 2, 8)
    low["b"] -= 7
    yield Case("all scores below 0", low)
    biased = _model(rng, 3, 2, 9)
    biased["b"] += np.array([[4.0], [0.0], [-4.0]])
    yield Case("the biases count", biased)
    even = _model(rng, 6, 2, 10)
    even["W"] *= 0.1
    yield Case("no probability above one half", even)
    far = _model(rng, 3, 2, 6)
    far["W"] *= 1e4
    yield Case("very large scores", far)
    single = _model(rng, 4, 3, 8)
    single["X"] = single["X"].astype(np.float32)
    yield Case("single precision", single)


def _order(graph, end):
    return {"graph": graph, "end": end}


def _random_graph(rng, n):
    """Names in shuffled order; each is computed from up to two earlier ones."""
    names = [f"q{k}" for k in rng.permutation(90)[:n] + 10]
    graph = {}
    for k, name in enumerate(names):
        count = 0 if k < 3 else int(rng.integers(1, 3))
        before = rng.permutation(k)[:count]
        graph[name] = tuple(names[i] for i in before)
    shuffled = {names[i]: graph[names[i]] for i in rng.permutation(n)}
    return _order(shuffled, names[-1])


def cases_topological_order(rng):
    leaves = {"a": (), "b": (), "c": ()}
    graph = {"J": ("v",), "v": ("a", "u"), "u": ("b", "c")} | leaves
    yield Case("J = 3v, v = a + u, u = bc", _order(graph, "J"), visible=True)
    square = {"w": (), "s": ("w", "w"), "J": ("s", "w")}
    yield Case("J = s + w, s = w w: each name once", _order(square, "J"), True)
    for n in (9, 14, 20):
        yield Case("any graph", _random_graph(rng, n), core=True)
    diamond = {"d": ("b", "c"), "b": ("a",), "c": ("b", "a"), "a": ()}
    yield Case("a name needed soon and late", _order(diamond, "d"))
    yield Case("the end need not be the last of all", _order(graph, "v"))
    two = {"p": (), "q": ("p",), "r": (), "s": ("r", "r"), "t": ("q", "s")}
    yield Case("what the end does not need is left out", _order(two, "q"))
    yield Case("a leaf alone", _order(graph, "b"))
    right = {"z": (), "y": (), "x": ("z", "y"), "end": ("x", "z")}
    yield Case("inputs from left to right", _order(right, "end"))
    chain = {f"n{k}": (f"n{k - 1}",) if k else () for k in range(120)}
    yield Case("a chain of 120", _order(chain, "n119"))
    ladder = {"k0": ()} | {f"k{k}": (f"k{k - 1}",) * 2 for k in range(1, 9)}
    yield Case("a ladder: each step uses the last one twice", _order(ladder, "k8"))


def cases_unbroadcast(rng):
    G = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    yield _stretch("a column of two, stretched over three", G, (2, 1), True)
    yield _stretch("a rank-1 array, stretched over two rows", G, (3,), True)
    yield _stretch("a number", G, (), True)
    for shape, small in (((4, 3), (4, 1)), ((4, 3), (1, 3)), ((3, 5), (5,))):
        G = rng.normal(size=shape)
        yield _stretch("any stretched array", G, small, core=True)
    G = rng.normal(size=(3, 3))
    yield _stretch("a column of a square", G, (3, 1))
    yield _stretch("a row of a square", G, (1, 3))
    yield _stretch("not stretched at all", G, (3, 3))
    yield _stretch("one axis, not stretched", rng.normal(size=4), (4,))
    G = rng.normal(size=(2, 3, 4))
    yield _stretch("from two axes to three", G, (3, 4))
    yield _stretch("from two axes to three, and one stretched", G, (3, 1))
    yield _stretch("both ends stretched", G, (1, 3, 1))
    yield _stretch("a single entry over everything", G, (1, 1, 1))
    yield _stretch("a single entry over everything", G, (1,))
    yield _stretch("an axis of 1 that stays 1", rng.normal(size=(1, 4)), (1, 4))
    yield _stretch("a number, not stretched", 2.5, ())
    single = rng.normal(size=(5, 3)).astype(np.float32)
    yield _stretch("single precision", single, (1, 3))
    yield _stretch("large", rng.normal(size=(60, 80)), (1, 80))


def _stretch(title, G, shape, visible=False, core=False):
    return Case(title, {"G": G, "shape": shape}, visible, core, alias=True)


RULES = {
    "+": Source("lambda G, out, a, b: (G, G)"),
    "-": Source("lambda G, out, a, b: (G, -G)"),
    "*": Source("lambda G, out, a, b: (G * b, G * a)"),
    "@": Source("lambda G, out, a, b: (G @ b.T, a.T @ G)"),
    "exp": Source("lambda G, out, a: (G * out,)"),
    "power": Source("lambda G, out, a, k: (G * k * a ** (k - 1), None)"),
    "sum": Source("lambda G, out, a, axis: (G + 0 * a, None)"),
}
FORWARD: dict[str, Callable[..., Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "@": np.matmul,
    "exp": np.exp,
    "power": np.power,
    "sum": lambda a, axis: np.sum(a, axis, keepdims=axis is not None),
}


def _back(tape, leaves, end, rules=None):
    """Arguments of backward, with the values that the leaves lead to."""
    values = dict(leaves)
    for name, op, inputs in tape:
        known = [values[i] if isinstance(i, str) else i for i in inputs]
        values[name] = FORWARD[op](*known)
        if np.ndim(values[name]) == 0:
            values[name] = float(values[name])
    rules = rules or {op: RULES[op] for _, op, _ in tape}
    return {"tape": tape, "values": values, "end": end, "rules": rules}


J33 = [("u", "*", ("b", "c")), ("v", "+", ("a", "u")), ("J", "*", ("v", 3.0))]
SQUARE = [("s", "*", ("w", "w")), ("t", "*", ("w", 10.0)), ("J", "-", ("s", "t"))]
LAYER = [
    ("P", "@", ("W", "X")),
    ("Z", "+", ("P", "b")),
    ("A", "exp", ("Z",)),
    ("S", "sum", ("A", None)),
    ("R", "power", ("W", 2)),
    ("Q", "sum", ("R", None)),
    ("J", "+", ("S", "Q")),
]


def _layer(rng, n, n_x, m):
    scale = 0.4
    W, b = scale * rng.normal(size=(n, n_x)), scale * rng.normal(size=(n, 1))
    return _back(LAYER, {"W": W, "b": b, "X": scale * rng.normal(size=(n_x, m))}, "J")


def _shared(rng):
    """Two names that get one array from a rule, and more gradient afterwards."""
    tape = [
        ("p", "*", ("a", "b")),
        ("q", "exp", ("b",)),
        ("r", "+", ("a", "b")),
        ("s", "+", ("r", "p")),
        ("J", "+", ("s", "q")),
    ]
    leaves = {"a": rng.normal(size=(2, 3)), "b": rng.normal(size=(2, 3))}
    return _back(tape, leaves, "J")


def cases_backward(rng):
    leaves = {"a": 5.0, "b": 3.0, "c": 2.0}
    yield Case("J = 3 (a + bc) at (5, 3, 2)", _back(J33, leaves, "J"), visible=True)
    yield Case("w used twice: J = w² - 10 w", _back(SQUARE, {"w": 2.0}, "J"), True)
    for shape in ((3, 2, 4), (2, 5, 3)):
        yield Case("a layer with a penalty", _layer(rng, *shape), core=True)
    yield Case("two names share a gradient at first", _shared(rng), core=True)
    row = {"a": rng.normal(size=(3, 4)), "b": rng.normal(size=4), "c": 2.0}
    yield Case("stretched arrays", _back(J33, row, "J"))
    yield Case("stretched arrays", _back(J33, row | {"a": 1.5}, "J"))
    early = _back(J33, {k: rng.normal(size=(2, 2)) for k in "abc"}, "u")
    yield Case("an end that is not the last record", early)
    spare = [("x", "exp", ("a",)), ("y", "*", ("b", "b")), ("z", "+", ("y", "x"))]
    wide = _back(spare, {"a": rng.normal(size=3), "b": rng.normal(size=3)}, "y")
    yield Case("records that the end does not need", wide)
    alone = _back(J33, {k: rng.normal(size=(2, 3)) for k in "abc"}, "b")
    yield Case("the gradient of a leaf by itself", alone)
    cube = [("s", "*", ("w", "w")), ("f", "*", ("s", "s")), ("J", "*", ("f", "w"))]
    yield Case("w to the fifth power", _back(cube, {"w": rng.normal(size=4)}, "J"))
    constant = [("d", "-", (np.ones((2, 3)), "a")), ("J", "*", ("d", "d"))]
    yield Case("an array as a constant", _back(constant, {"a": rng.normal()}, "J"))
    own = {"*": Source("lambda G, out, a, b: (7 * G, out * G)")}
    strange = _back([("J", "*", ("a", "b"))], {"a": 2.0, "b": 3.0}, "J", own)
    yield Case("a rule of one's own", strange)
    whole = _back(SQUARE, {"w": np.array([[1, 2], [3, 4]])}, "J")
    yield Case("whole numbers", whole)
    single = _layer(rng, 2, 3, 4)
    single["values"] = {
        name: np.asarray(value, np.float32) for name, value in single["values"].items()
    }
    yield Case("single precision", single)


def cases_binary_rule(rng):
    numbers = {"a": 6.0, "b": 2.0, "G": 1.0}
    yield _rule("6 * 2 by hand", "*", numbers, visible=True)
    yield _rule("6 - 2 by hand", "-", numbers, visible=True)
    yield _rule("6 / 2 by hand", "/", numbers, visible=True)
    A, B = np.array([[1.0, 2.0]]), np.array([[3.0], [4.0]])
    row = {"a": A, "b": B, "G": np.array([[5.0]])}
    yield _rule("a row times a column by hand", "@", row, visible=True)
    for op in "+-*/":
        yield _rule("each of the five operations", op, _three(rng, (3, 4)), core=True)
    yield _rule("each of the five operations", "@", _matrices(rng, 3, 4, 2), core=True)
    for op in "+-*/":
        stretched = _three(rng, (3, 4)) | {"b": rng.uniform(0.5, 2.0, (3, 1))}
        yield _rule("a column, stretched", op, stretched)
        yield _rule("a number and an array", op, _three(rng, (5,)) | {"a": 1.7})
    yield _rule("square matrices", "@", _matrices(rng, 3, 3, 3))
    yield _rule("a layer of one unit", "@", _matrices(rng, 1, 4, 6))
    yield _rule("one example", "@", _matrices(rng, 3, 4, 1))
    negative = _three(rng, (2, 3))
    negative["b"] = -negative["b"]
    yield _rule("division by negative numbers", "/", negative)
    small = _three(rng, (2, 3))
    small["b"] = small["b"] * 1e-3
    yield _rule("division by small numbers", "/", small)
    for op in "*/":
        single = {k: v.astype(np.float32) for k, v in _three(rng, (2, 4)).items()}
        yield _rule("single precision", op, single)


def _rule(title, op, args, visible=False, core=False):
    return Case(title, {"op": op, **args}, visible, core, alias=True)


def _three(rng, shape):
    a, G = rng.normal(size=shape), rng.normal(size=shape)
    return {"a": a, "b": rng.uniform(0.5, 2.0, shape), "G": G}


def _matrices(rng, n, n_prev, m):
    a, b = rng.normal(size=(n, n_prev)), rng.normal(size=(n_prev, m))
    return {"a": a, "b": b, "G": rng.normal(size=(n, m))}


def cases_decisions(rng):
    yield Case("answers")
