"""Inputs on which the functions of logistic regression are judged."""

import numpy as np

from helpers.checks import Case

HINTS = {
    "flatten_images": "Which axis may reshape leave alone? Keep the examples first, "
    "then turn rows into columns: (m, n_H, n_W, n_C) → (m, n_x) → (n_x, m).",
    "sigmoid": "Which sign stands before z in the exponent? σ(z) = 1 / (1 + e^{-z}), "
    "and for a large z no e^{z} may appear alone.",
    "logistic_loss": "What is left of the formula when y = 1, and when y = 0? "
    "L = -(y ln ŷ + (1 - y) ln(1 - ŷ)), each logarithm at least -100.",
    "likelihood": "What is p^1, and what is p^0? P(y | x) = ŷ^y (1 - ŷ)^{1 - y}",
    "compute_cost": "How many examples does the mean run over? "
    "J = (1/m) Σ L(ŷ⁽ⁱ⁾, y⁽ⁱ⁾), one plain number.",
    "propagate_one": "How much does the loss move when z moves? dz = a - y, then "
    "dw = x dz and db = dz.",
    "propagate_loop": "What is added up over the examples, and when is it divided by "
    "m? dw = (1/m) Σ x⁽ⁱ⁾ dz⁽ⁱ⁾",
    "propagate": "Which shapes give (n_x, 1)? (n_x, m) times (m, 1): dw = (1/m) X dZᵀ",
    "gradient_column_form": "Write the shape beside each line for n_x = 2, m = 3. "
    "dw must be (n_x, 1): (n_x, m) times (m, 1).",
    "optimize": "Which way does a positive slope send w? w := w - α dw, "
    "b := b - α db, both slopes from the same point.",
    "predict": "When is σ(z) above one half? Class 1 where a > 0.5, shape (1, m).",
    "accuracy": "How many columns agree, and out of how many? "
    "share = (number of right predictions) / m",
    "model": "Which of the four arrays may the descent see? Train on X_train, Y_train "
    "alone, from w = 0 and b = 0.",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _squash(Z):
    return 1 / (1 + np.exp(-Z))


def _labels(rng, m):
    """Random labels; each class occurs when there are two examples or more."""
    Y = rng.integers(0, 2, (1, m))
    if m > 1:
        Y[0, rng.permutation(m)[:2]] = [0, 1]
    return Y


def _data(rng, n_x, m, scale=1.0):
    """Arguments w, b, X, Y with labels that follow a noisy line."""
    X = scale * rng.normal(size=(n_x, m))
    w = rng.normal(size=(n_x, 1)) / np.sqrt(n_x) / scale
    Y = _labels(rng, m)
    return {"w": w, "b": float(rng.normal()), "X": X, "Y": Y}


def cases_flatten_images(rng):
    tiny = np.arange(12).reshape(2, 1, 2, 3)
    yield Case("two pictures of 1 × 2 pixels", {"images": tiny}, True, alias=True)
    yield Case(
        "each column is one picture",
        {"images": rng.integers(0, 256, (5, 4, 3, 3), dtype=np.uint8)},
        core=True,
        alias=True,
    )
    yield Case(
        "each column is one picture",
        {"images": rng.normal(size=(3, 2, 6, 2))},
        core=True,
        alias=True,
    )
    yield Case(
        "one picture", {"images": rng.normal(size=(1, 3, 2, 3))}, False, alias=True
    )
    grey = rng.random((4, 5, 2, 1)).astype(np.float32)
    yield Case("one channel", {"images": grey}, alias=True)
    large = rng.integers(0, 256, (7, 64, 64, 3), dtype=np.uint8)
    yield Case("64 × 64 colour pictures", {"images": large}, alias=True)
    backwards = rng.normal(size=(6, 4, 4, 3))[::-2]
    yield Case("pictures cut from a larger array", {"images": backwards}, alias=True)


def cases_sigmoid(rng):
    yield Case("zero gives one half", {"z": 0.0}, visible=True)
    yield Case(
        "an array gives an array",
        {"z": np.array([[-np.log(3), 0.0, np.log(4)]])},
        visible=True,
    )
    yield Case("any array", {"z": rng.normal(size=(3, 4))}, core=True)
    yield Case("any array", {"z": 3 * rng.normal(size=(1, 7))}, core=True)
    yield Case("any array", {"z": rng.normal(size=5)}, core=True)
    yield Case("a plain number", {"z": float(rng.uniform(0.5, 3))})
    yield Case("a plain number", {"z": -float(rng.uniform(0.5, 3))})
    yield Case("whole numbers", {"z": rng.integers(-6, 7, (2, 3))})
    far = 700 + 600 * rng.random((1, 4))
    yield Case("far out on the right: near 1, not nan", {"z": far + 100})
    yield Case("far out on the left: near 0, not nan", {"z": -far - 100})
    small = rng.normal(size=(2, 5)).astype(np.float32)
    yield Case("single precision", {"z": small})
    yield Case(
        "three axes, in Fortran order",
        {"z": np.asfortranarray(rng.normal(size=(3, 2, 4)))},
    )


def cases_logistic_loss(rng):
    pair = {"yhat": np.array([[0.8, 0.4]]), "y": np.array([[1, 0]])}
    yield Case("two examples by hand", pair, visible=True)
    yield Case("one example", {"yhat": 0.5, "y": 1}, visible=True)
    for shape in ((1, 6), (3, 4)):
        yhat, y = _squash(rng.normal(size=shape)), rng.integers(0, 2, shape)
        y.flat[:2] = [0, 1]
        yield Case("any probabilities", {"yhat": yhat, "y": y}, core=True)
    yield Case("one example of class 0", {"yhat": float(rng.uniform(0.1, 0.9)), "y": 0})
    yield Case("certain and right: no loss, not nan", {"yhat": 1.0, "y": 1})
    yield Case("certain and right: no loss, not nan", {"yhat": 0.0, "y": 0})
    yield Case("certain and wrong: finite", {"yhat": 0.0, "y": 1})
    yield Case("certain and wrong: finite", {"yhat": 1.0, "y": 0})
    near = {"yhat": 10.0 ** -rng.uniform(8, 30, (1, 5)), "y": np.ones((1, 5), int)}
    yield Case("nearly certain and wrong", near)
    single = _squash(rng.normal(size=(1, 8))).astype(np.float32)
    yield Case("single precision", {"yhat": single, "y": _labels(rng, 8)})
    yield Case(
        "examples along one axis",
        {"yhat": _squash(rng.normal(size=9)), "y": _labels(rng, 9)[0]},
    )


def cases_likelihood(rng):
    pair = {"yhat": np.array([[0.8, 0.4]]), "y": np.array([[1, 0]])}
    yield Case("two examples by hand", pair, visible=True)
    for shape in ((1, 7), (2, 5)):
        yhat, y = _squash(rng.normal(size=shape)), rng.integers(0, 2, shape)
        y.flat[:2] = [0, 1]
        yield Case("any probabilities", {"yhat": yhat, "y": y}, core=True)
    yield Case("one example of class 1", {"yhat": float(rng.uniform(0.1, 0.9)), "y": 1})
    yield Case("one example of class 0", {"yhat": float(rng.uniform(0.1, 0.9)), "y": 0})
    sure = {"yhat": np.array([[1.0, 0.0, 0.0, 1.0]]), "y": np.array([[1, 0, 1, 0]])}
    yield Case("certain answers: 1 or 0", sure)
    single = _squash(rng.normal(size=(1, 8))).astype(np.float32)
    yield Case("single precision", {"yhat": single, "y": _labels(rng, 8)})


def cases_compute_cost(rng):
    three = {"A": np.array([[0.8, 0.4, 0.5]]), "Y": np.array([[1, 0, 1]])}
    yield Case("three examples by hand", three, visible=True)
    for m in (6, 11):
        A = _squash(rng.normal(size=(1, m)))
        yield Case("any set", {"A": A, "Y": _labels(rng, m)}, core=True)
    yield Case("one example", {"A": np.array([[0.25]]), "Y": np.array([[0]])})
    half = {"A": np.full((1, 10), 0.5), "Y": _labels(rng, 10)}
    yield Case("no idea: ln 2, whatever the labels", half)
    sure = {"A": np.array([[1.0, 0.0, 0.5, 0.0]]), "Y": np.array([[1, 0, 1, 1]])}
    yield Case("certain answers: finite", sure)
    many = {"A": _squash(2 * rng.normal(size=(1, 5000))), "Y": _labels(rng, 5000)}
    yield Case("5000 examples", many)
    single = _squash(rng.normal(size=(1, 9))).astype(np.float32)
    yield Case("single precision", {"A": single, "Y": _labels(rng, 9)})


def _example(rng, n_x):
    x = rng.normal(size=(n_x, 1))
    w = rng.normal(size=(n_x, 1)) / np.sqrt(n_x)
    return {"x": x, "w": w, "b": float(rng.normal())}


def cases_propagate_one(rng):
    x, w = np.array([[1.0], [2.0]]), np.array([[3.0], [-2.0]])
    yield Case("z = 0 by hand", {"x": x, "y": 1, "w": w, "b": 1.0}, visible=True)
    for y in (0, 1):
        yield Case(
            "any example of class 0 and 1", {**_example(rng, 3), "y": y}, core=True
        )
        yield Case(
            "any example of class 0 and 1", {**_example(rng, 5), "y": y}, core=True
        )
    yield Case("one feature", {**_example(rng, 1), "y": int(rng.integers(0, 2))})
    far = {**_example(rng, 3), "y": 0, "b": 900.0}
    yield Case("a very large z: finite", far)
    long = {**_example(rng, 4000), "y": 1}
    yield Case("4000 features", long)
    single = {**_example(rng, 4), "y": 1}
    single["x"] = single["x"].astype(np.float32)
    yield Case("single precision", single)
    whole = {"x": rng.integers(1, 9, (3, 1)), "y": 0, "w": np.zeros((3, 1)), "b": -0.5}
    yield Case("whole-number features", whole)


def _by_hand():
    """Three examples on the line where z = 0 and a = 0.5."""
    return {
        "w": np.array([[1.0], [1.0]]),
        "b": -3.0,
        "X": np.array([[1.0, 3.0, 0.0], [2.0, 0.0, 3.0]]),
        "Y": np.array([[1, 0, 1]]),
    }


def _cases_of_slopes(rng):
    """Sets for every function of w, b, X and Y."""
    yield Case("three examples by hand, z = 0", _by_hand(), visible=True)
    yield Case("any set", _data(rng, 3, 5), core=True)
    yield Case("any set", _data(rng, 6, 4), core=True)
    yield Case("as many features as examples", _data(rng, 4, 4))
    yield Case("one example", _data(rng, 3, 1))
    yield Case("one feature", _data(rng, 1, 6))
    twice = _data(rng, 3, 5)
    twice["X"] = np.hstack([twice["X"], twice["X"]])
    twice["Y"] = np.hstack([twice["Y"], twice["Y"]])
    yield Case("the same set twice over: the same slopes", twice)
    single = _data(rng, 3, 7)
    single["X"] = single["X"].astype(np.float32)
    yield Case("single precision", single)
    order = _data(rng, 4, 6)
    order["X"] = np.asfortranarray(order["X"])
    yield Case("Fortran order", order)


def cases_propagate_loop(rng):
    yield from _cases_of_slopes(rng)
    yield Case("60 examples", _data(rng, 20, 60))


def cases_propagate(rng):
    yield from _cases_of_slopes(rng)
    yield Case("large features: finite", _data(rng, 3, 8, scale=1.0) | {"b": 800.0})
    yield Case("3000 features, 209 examples", _data(rng, 3000, 209))


def cases_gradient_column_form(rng):
    yield from _cases_of_slopes(rng)
    symmetric = _data(rng, 2, 2)
    symmetric["X"] = np.array([[1.0, 2.0], [2.0, 5.0]])
    yield Case("the colleague's own set", symmetric)


def cases_optimize(rng):
    by_hand = _by_hand() | {"num_iterations": 1, "learning_rate": 6.0}
    yield Case("one step by hand", by_hand, visible=True)
    for n_x, m in ((3, 7), (5, 4)):
        args = _data(rng, n_x, m) | {"num_iterations": 12, "learning_rate": 0.3}
        yield Case("a dozen steps", args, core=True)
    args = _data(rng, 2, 6) | {"num_iterations": 2, "learning_rate": 0.05}
    yield Case("two small steps", args)
    args = _data(rng, 2, 5) | {"num_iterations": 0, "learning_rate": 0.1}
    yield Case("no step: nothing moves", args, alias=True)
    args = _data(rng, 3, 6) | {"num_iterations": 5, "learning_rate": 0.0}
    yield Case("a learning rate of 0: nothing moves", args, alias=True)
    args = _data(rng, 2, 9) | {"num_iterations": 220, "learning_rate": 0.1}
    yield Case("220 steps, 220 costs", args)
    args = _data(rng, 3, 1) | {"num_iterations": 4, "learning_rate": 0.5}
    yield Case("one example", args)
    args = _data(rng, 4, 6) | {"num_iterations": 6, "learning_rate": 0.2}
    args["X"] = args["X"].astype(np.float32)
    yield Case("single precision", args)


def cases_predict(rng):
    by_hand = {
        "w": np.array([[1.0], [-1.0]]),
        "b": -1.0,
        "X": np.array([[3.0, 1.0, 1.5, 2.25], [1.0, 3.0, 1.0, 1.0]]),
    }
    yield Case("four examples by hand", by_hand, visible=True)
    for n_x, m in ((3, 9), (5, 12)):
        data = _data(rng, n_x, m)
        w, X = data["w"], data["X"]
        b = -float(np.median(w.T @ X)) + 0.05
        yield Case("any set", {"w": w, "b": b, "X": X}, core=True)
    tie = {"w": np.zeros((3, 1)), "b": 0.0, "X": rng.normal(size=(3, 4))}
    yield Case("exactly 0.5 is class 0", tie)
    between = {"w": np.ones((1, 1)), "b": 0.0, "X": rng.uniform(0.1, 0.4, (1, 5))}
    yield Case("the threshold is on a, not on z", between)
    one = _data(rng, 4, 1)
    yield Case("one example", {"w": one["w"], "b": one["b"], "X": one["X"]})
    far = {"w": np.ones((2, 1)), "b": 0.0, "X": 900 * rng.choice((-1, 1), (2, 6))}
    far["X"][1] = 0
    yield Case("a very large z", far)
    shifted = _data(rng, 3, 8)
    shifted["b"] = -20.0
    yield Case("the bias counts", {k: shifted[k] for k in ("w", "b", "X")})
    single = _data(rng, 3, 8)
    X = single["X"].astype(np.float32)
    yield Case("single precision", {"w": single["w"], "b": single["b"], "X": X})


def cases_accuracy(rng):
    by_hand = {"Yhat": np.array([[1, 1, 1, 0, 0]]), "Y": np.array([[1, 1, 0, 0, 0]])}
    yield Case("four of five", by_hand, visible=True)
    for m, flips in ((11, 3), (23, 7)):
        Y = _labels(rng, m)
        Yhat = Y.copy()
        where = rng.permutation(m)[:flips]
        Yhat[0, where] = 1 - Yhat[0, where]
        yield Case("any predictions", {"Yhat": Yhat, "Y": Y}, core=True)
    Y = _labels(rng, 8)
    yield Case("all right", {"Yhat": Y.copy(), "Y": Y})
    yield Case("all wrong", {"Yhat": 1 - Y, "Y": Y})
    yield Case("one class predicted for all", {"Yhat": np.zeros_like(Y), "Y": Y})
    yield Case("one example", {"Yhat": np.array([[1]]), "Y": np.array([[1]])})
    floats = {"Yhat": _labels(rng, 7).astype(float), "Y": _labels(rng, 7)}
    yield Case("zeros and ones as floats", floats)
    yield Case("3000 examples", {"Yhat": _labels(rng, 3000), "Y": _labels(rng, 3000)})


def _two_sets(rng, n_x, m_train, m_test, steps, rate):
    truth = rng.normal(size=(n_x, 1))
    sets: dict[str, object] = {}
    for name, m in (("train", m_train), ("test", m_test)):
        X = rng.normal(size=(n_x, m))
        Y = (truth.T @ X + rng.normal(size=(1, m)) > 0).astype(int)
        sets |= {f"X_{name}": X, f"Y_{name}": Y}
    return sets | {"num_iterations": steps, "learning_rate": rate}


def cases_model(rng):
    by_hand = {
        "X_train": np.array([[2.0, -1.0, 1.0], [0.0, 1.0, 0.0]]),
        "Y_train": np.array([[1, 0, 1]]),
        "X_test": np.array([[1.0, 2.0], [0.0, 0.0]]),
        "Y_test": np.array([[1, 0]]),
        "num_iterations": 1,
        "learning_rate": 1.0,
    }
    yield Case("one step by hand", by_hand, visible=True)
    yield Case("any two sets", _two_sets(rng, 3, 40, 26, 15, 0.4), core=True)
    yield Case("any two sets", _two_sets(rng, 5, 31, 17, 10, 0.2), core=True)
    yield Case("a test set of one example", _two_sets(rng, 2, 13, 1, 8, 0.3))
    yield Case("no training at all", _two_sets(rng, 3, 20, 10, 0, 0.1))
    single = _two_sets(rng, 4, 25, 16, 8, 0.3)
    single["X_train"] = single["X_train"].astype(np.float32)
    single["X_test"] = single["X_test"].astype(np.float32)
    yield Case("single precision", single)
    few = _two_sets(rng, 6, 4, 8, 20, 0.1)
    few["Y_train"] = np.array([[1, 0, 1, 1]])
    yield Case("more features than examples", few)


def cases_decisions(rng):
    yield Case("answers")
