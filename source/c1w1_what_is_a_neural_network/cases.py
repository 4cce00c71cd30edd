"""Inputs of the notebook on one neuron and a small network, visible and hidden."""

import numpy as np

from helpers.checks import Case

HINTS = {
    "relu_neuron": "Which of two numbers is the price, 0 or w x + b? The larger one; "
    "np.maximum compares entry by entry.",
    "design_matrix": "Which index belongs to the feature, and which to the house? "
    "X[i, j] is feature i of house j, so X has shape (n_x, m).",
    "mean_squared_error": "What becomes of +10 and -10: do they cancel? "
    "(1 / m) * sum of (a - y)^2: square first, then the mean.",
    "neuron": "Which product of w (n_x, 1) and X (n_x, m) has shape (1, m)? w^T X",
    "small_forward": "What is the input of the second layer? A1 (n_h, m), "
    "so W2 A1 + b2 has shape (1, m).",
    "count_parameters": "How many numbers does one unit own? One weight per unit of "
    "the layer before and one bias: n * n_prev + n per layer.",
    "decisions": "Which section treats the question? Its remark has the answer.",
}


def _line(rng, m, w=None, b=None):
    """Sizes from 0.1 to 3.7 and a line that crosses 0 among them."""
    w = rng.uniform(90.0, 240.0) if w is None else w
    b = -w * rng.uniform(0.6, 2.2) if b is None else b
    return {"x": rng.uniform(0.1, 3.7, size=(1, m)), "w": float(w), "b": float(b)}


def cases_relu_neuron(rng):
    few = {"x": np.array([[0.2, 1.0, 3.0]]), "w": 200.0, "b": -100.0}
    yield Case("prices 0, 100 and 500 by hand", few, visible=True)
    yield Case("the line crosses 0", _line(rng, 9), core=True)
    yield Case("the line crosses 0", _line(rng, 14), core=True)
    yield Case("one house", _line(rng, 1, 130.0, 35.0))
    yield Case("all below 0: every price is 0", _line(rng, 5, 30.0, -400.0))
    yield Case("a price that falls with size", _line(rng, 6, -80.0, 150.0))
    yield Case("slope 0", _line(rng, 4, 0.0, 61.5))
    whole = {"x": rng.integers(1, 8, size=(1, 6)), "w": 0.75, "b": -1.6}
    yield Case("whole numbers", whole)
    single = _line(rng, 8)
    single["x"] = single["x"].astype(np.float32)
    yield Case("float32 input", single)
    spread = _line(rng, 4000)
    yield Case("4000 houses", spread)


NAMES = ["size", "bedrooms", "zip", "wealth", "age"]


def _houses(rng, m, whole=True):
    """m dicts, each with its names in an order of its own."""
    low, high = np.array([70, 1, 10, 20, 0]), np.array([390, 7, 99, 95, 120])
    table = rng.uniform(low, high, size=(m, 5))
    table = np.floor(table) if whole else np.round(table, 3)
    houses = []
    for row in table.tolist():
        order = rng.permutation(5)
        houses.append({NAMES[k]: int(row[k]) if whole else row[k] for k in order})
    return houses


def cases_design_matrix(rng):
    two = [
        {"size": 2104, "bedrooms": 3, "price": 400},
        {"size": 1600, "bedrooms": 3, "price": 330},
        {"size": 3000, "bedrooms": 4, "price": 540},
    ]
    args = {"houses": two, "features": ["size", "bedrooms"]}
    yield Case("three houses by hand: shape (2, 3)", args, visible=True)
    args = {"houses": two, "features": ["price"]}
    yield Case("the labels, shape (1, 3)", args, visible=True)
    for m, names in ((7, ["bedrooms", "size"]), (6, ["size", "age", "zip", "wealth"])):
        args = {"houses": _houses(rng, m), "features": names}
        yield Case("several houses and features", args, core=True)
    args = {"houses": _houses(rng, 5), "features": ["wealth", "size", "bedrooms"]}
    yield Case("features in another order", args)
    args = {"houses": _houses(rng, 1), "features": ["size", "wealth"]}
    yield Case("one house: a column", args)
    args = {"houses": _houses(rng, 4), "features": ["age"]}
    yield Case("one feature: a row", args)
    args = {"houses": _houses(rng, 3), "features": ["size", "zip", "age"]}
    yield Case("as many features as houses", args)
    args = {"houses": _houses(rng, 5, whole=False), "features": ["zip", "size"]}
    yield Case("numbers that are not whole", args)
    args = {"houses": _houses(rng, 250), "features": list(NAMES)}
    yield Case("250 houses", args)


def _prices(rng, m):
    """Outputs and labels in thousands of dollars, some too high, some too low."""
    Y = np.round(rng.uniform(40.0, 560.0, size=(1, m)), 1)
    return {"A": Y + rng.normal(scale=37.0, size=(1, m)), "Y": Y}


def cases_mean_squared_error(rng):
    few = {"A": np.array([[410.0, 320.0]]), "Y": np.array([[400.0, 330.0]])}
    yield Case("10 too high, 10 too low: 100", few, visible=True)
    yield Case("several houses", _prices(rng, 8), core=True)
    yield Case("several houses", _prices(rng, 13), core=True)
    yield Case("one house", _prices(rng, 1))
    exact = _prices(rng, 5)
    yield Case("a perfect fit gives 0", {"A": exact["Y"].copy(), "Y": exact["Y"]})
    low = _prices(rng, 6)
    yield Case("all outputs are 0", {"A": np.zeros((1, 6)), "Y": low["Y"]})
    small = {k: v / 2000.0 for k, v in _prices(rng, 7).items()}
    yield Case("prices below 1", small)
    whole = {k: rng.integers(11, 57, size=(1, 9)) for k in "AY"}
    yield Case("whole numbers", whole)
    single = {k: v.astype(np.float32) for k, v in _prices(rng, 10).items()}
    yield Case("float32 input", single)
    yield Case("20,000 houses", _prices(rng, 20_000))


def _unit(rng, n_x, m):
    return {
        "X": rng.uniform(-1.3, 2.9, size=(n_x, m)),
        "w": rng.normal(scale=1.7, size=(n_x, 1)),
        "b": float(rng.uniform(-0.9, 0.9)),
    }


def cases_neuron(rng):
    X = np.array([[2.0, 1.0, 0.5], [3.0, 1.0, 4.0]])
    few = {"X": X, "w": np.array([[100.0], [-20.0]]), "b": 10.0}
    yield Case("150, 90 and 0 by hand", few, visible=True)
    yield Case("several features", _unit(rng, 4, 7), core=True)
    yield Case("several features", _unit(rng, 3, 11), core=True)
    yield Case("as many features as examples", _unit(rng, 5, 5))
    yield Case("one example", _unit(rng, 6, 1))
    yield Case("one feature", _unit(rng, 1, 8))
    turned = _unit(rng, 4, 6)
    turned["X"] = np.asfortranarray(turned["X"])
    yield Case("columns stored one after the other", turned)
    single = _unit(rng, 5, 9)
    single = {k: v.astype(np.float32) if k != "b" else v for k, v in single.items()}
    yield Case("float32 input", single)
    yield Case("900 features", _unit(rng, 900, 6))


def _net(rng, n_x, n_h, m):
    """Weights of both signs, scaled so that some units are cut off and some not."""
    return {
        "X": rng.uniform(0.2, 3.1, size=(n_x, m)),
        "parameters": {
            "W1": rng.normal(scale=0.8, size=(n_h, n_x)),
            "b1": rng.uniform(-0.7, 0.9, size=(n_h, 1)),
            "W2": rng.normal(loc=0.35, scale=0.9, size=(1, n_h)),
            "b2": rng.uniform(-0.4, 0.6, size=(1, 1)),
        },
    }


def cases_small_forward(rng):
    by_hand = {
        "X": np.array([[2.0, 1.0], [3.0, 1.0]]),
        "parameters": {
            "W1": np.array([[1.0, 1.0], [2.0, -1.0], [-1.0, 0.0]]),
            "b1": np.array([[0.0], [1.0], [0.5]]),
            "W2": np.array([[10.0, -20.0, 5.0]]),
            "b2": np.array([[3.0]]),
        },
    }
    yield Case("two houses, three hidden units, by hand", by_hand, visible=True)
    yield Case("any network", _net(rng, 4, 3, 7), core=True)
    yield Case("any network", _net(rng, 3, 6, 5), core=True)
    yield Case("equal sizes", _net(rng, 4, 4, 4))
    yield Case("one example", _net(rng, 5, 3, 1))
    yield Case("one hidden unit", _net(rng, 3, 1, 6))
    dead = _net(rng, 4, 5, 8)
    dead["parameters"]["b1"] -= 40.0
    yield Case("all hidden units are 0", dead)
    low = _net(rng, 4, 5, 8)
    low["parameters"]["b2"] -= 60.0
    yield Case("the output is cut off", low)
    single = _net(rng, 6, 4, 5)
    pairs = single["parameters"].items()
    single["parameters"] = {k: v.astype(np.float32) for k, v in pairs}
    yield Case("float32 parameters", single)
    yield Case("a larger network", _net(rng, 80, 40, 30))


def cases_count_parameters(rng):
    yield Case("4, 3, 1 gives 19", {"layer_sizes": [4, 3, 1]}, visible=True)
    for sizes in ([7, 4, 2], [5, 9, 3, 2], [3, 8, 6, 5, 1]):
        yield Case("several layers", {"layer_sizes": sizes}, core=True)
    yield Case("one layer", {"layer_sizes": [6, 1]})
    yield Case("one layer", {"layer_sizes": [2, 5]})
    yield Case("features alone have none", {"layer_sizes": [9]})
    yield Case("all sizes equal", {"layer_sizes": [4, 4, 4, 4]})
    yield Case("a picture as input", {"layer_sizes": [12288, 20, 7, 5, 1]})
    deep = [int(n) for n in rng.integers(2, 40, size=25)]
    yield Case("25 layers", {"layer_sizes": deep})


def cases_decisions(rng):
    """No arguments: the letters themselves are the answer."""
    yield Case("answers", {})
