"""Inputs on which the samplers and batch norm are judged."""

import numpy as np

from helpers.checks import Case, Rng

HINTS = {
    "sample_log_uniform": "What is drawn evenly, the number or its exponent? "
    "r = a + (b - a) u with a = log₁₀ low and b = log₁₀ high, then 10^r.",
    "sample_beta": "Which distance counts near 1? 1 - β = 10^r, with r even from "
    "log₁₀(1 - high) to log₁₀(1 - low).",
    "random_points": "How do (d, 1) and (d, n) meet? low + (high - low) u, with u of "
    "shape (d, n).",
    "shrink_box": "In which order do the costs stand, and which columns have the k "
    "smallest? Per row: low_j = min, high_j = max over these k columns.",
    "batch_norm_forward": "Over which axis lie the examples of one unit? "
    "z_norm = (z - μ) / √(σ² + ε), then γ z_norm + β.",
    "batch_norm_backward": "What is taken away from dz_norm = γ dz̃? Its mean, and "
    "z_norm times the mean of dz_norm · z_norm; then all is divided by √(σ² + ε).",
    "update_running": "Which share keeps the old average? "
    "new = momentum · old + (1 - momentum) · batch, for mean and variance alike.",
    "batch_norm_inference": "Which numbers may one single example use? "
    "z_norm = (z - μ̄) / √(σ̄² + ε), then γ z_norm + β.",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _rng(rng):
    return Rng(int(rng.integers(10**6)))


def _range(rng, low, high, n):
    return {"low": low, "high": high, "n": n, "rng": _rng(rng)}


def cases_sample_log_uniform(rng):
    yield Case("two decades, four draws", _range(rng, 0.01, 1.0, 4), visible=True)
    yield Case("any range", _range(rng, 1e-5, 0.1, 6), core=True)
    yield Case("any range", _range(rng, 0.02, 0.7, 5), core=True)
    yield Case("0.0001 to 1", _range(rng, 1e-4, 1.0, 8))
    yield Case("above 1: 3 to 2000", _range(rng, 3.0, 2000.0, 7))
    yield Case("one draw", _range(rng, 1e-3, 0.1, 1))
    yield Case("no draw", _range(rng, 1e-3, 0.1, 0))
    yield Case("whole numbers as ends", _range(rng, 1, 100, 5))
    yield Case("many decades", _range(rng, 1e-12, 1e6, 9))
    yield Case("300 draws", _range(rng, 1e-4, 1.0, 300))


def cases_sample_beta(rng):
    yield Case("0.9 to 0.999, four draws", _range(rng, 0.9, 0.999, 4), visible=True)
    yield Case("any range", _range(rng, 0.8, 0.995, 6), core=True)
    yield Case("any range", _range(rng, 0.5, 0.99, 5), core=True)
    yield Case("0.9 to 0.999", _range(rng, 0.9, 0.999, 7))
    yield Case("far from 1: 0.1 to 0.6", _range(rng, 0.1, 0.6, 6))
    yield Case("close to 1: 0.99 to 0.999999", _range(rng, 0.99, 0.999999, 6))
    yield Case("one draw", _range(rng, 0.9, 0.99, 1))
    yield Case("no draw", _range(rng, 0.9, 0.99, 0))
    yield Case("300 draws", _range(rng, 0.9, 0.999, 300))


def _ends(rng, low, high, n):
    low, high = (np.array(end, dtype=float).reshape(-1, 1) for end in (low, high))
    return {"low": low, "high": high, "n": n, "rng": _rng(rng)}


def cases_random_points(rng):
    yield Case("two rows, three settings", _ends(rng, [-4, 0], [0, 1], 3), True)
    yield Case("any box", _ends(rng, [-4, 2.5, 10], [-1, 3.5, 50], 5), core=True)
    yield Case("any box", _ends(rng, [-3, 4], [1, 6], 7), core=True)
    yield Case("one hyperparameter", _ends(rng, [-2], [3], 6))
    yield Case("one setting", _ends(rng, [-5, 1, 2], [0, 2, 8], 1))
    yield Case("as many settings as rows", _ends(rng, [1, 2, 3], [2, 4, 6], 3))
    yield Case("a row without width stays put", _ends(rng, [-4, 7], [-2, 7], 4))
    yield Case("a box far from 0", _ends(rng, [1000, -900], [1001, -899], 4))
    single = _ends(rng, [-4, 1], [-1, 3], 4)
    single["low"] = single["low"].astype(np.float32)
    single["high"] = single["high"].astype(np.float32)
    yield Case("ends in single precision", single)
    yield Case("six rows, 100 settings", _ends(rng, [0] * 6, range(1, 7), 100))


def _trials(rng, d, n, k):
    points = rng.normal(size=(d, n)) + 3 * rng.normal(size=(d, 1))
    return {"points": points, "costs": rng.permutation(n) / 7 + 0.3, "k": k}


def cases_shrink_box(rng):
    points = np.array([[-4.0, -3.0, -2.0, -1.0], [5.0, 8.0, 6.0, 7.0]])
    costs = np.array([0.9, 0.3, 0.4, 0.7])
    yield Case("by hand", {"points": points, "costs": costs, "k": 2}, visible=True)
    yield Case("any trials", _trials(rng, 2, 9, 3), core=True)
    yield Case("any trials", _trials(rng, 3, 12, 4), core=True)
    yield Case("k = 1: the box is a point", _trials(rng, 2, 6, 1))
    yield Case("k = n: all count", _trials(rng, 3, 5, 5))
    yield Case("one hyperparameter", _trials(rng, 1, 8, 3))
    yield Case("one trial", _trials(rng, 4, 1, 1))
    yield Case("as many rows as trials", _trials(rng, 4, 4, 2))
    lost = _trials(rng, 2, 10, 4)
    lost["costs"][rng.permutation(10)[:4]] = np.inf
    yield Case("trainings that blew up", lost)
    below = _trials(rng, 2, 8, 3)
    below["costs"] -= 1.1
    yield Case("costs below 0", below)
    single = _trials(rng, 2, 8, 3)
    single["points"] = single["points"].astype(np.float32)
    yield Case("points in single precision", single)
    view = _trials(rng, 2, 20, 3)
    view |= {"points": view["points"][:, ::2], "costs": view["costs"][::2]}
    yield Case("every second trial of a longer list", view)
    yield Case("200 trials", _trials(rng, 3, 200, 20))


def _layer(rng, n, m, epsilon=1e-3):
    Z = rng.normal(size=(n, m)) * rng.uniform(0.5, 3, (n, 1))
    Z = Z + 4 * rng.normal(size=(n, 1))
    gamma, beta = rng.uniform(0.5, 2, (n, 1)), rng.normal(size=(n, 1))
    return {"Z": Z, "gamma": gamma, "beta": beta, "epsilon": epsilon}


def _forwards(rng):
    """(title, arguments, core) of the forward pass; the backward pass shares them."""
    yield "any layer", _layer(rng, 3, 5), True
    yield "any layer", _layer(rng, 4, 7), True
    yield "as many units as examples", _layer(rng, 4, 4), False
    yield "one example", _layer(rng, 3, 1), False
    yield "one unit", _layer(rng, 1, 6), False
    yield "a large epsilon", _layer(rng, 3, 6, 0.5), False
    flat = _layer(rng, 3, 4, 1e-5)
    flat["Z"][1] = 2.5
    yield "a row of equal scores: not nan", flat, False
    wide = _layer(rng, 3, 6, 1e-8)
    wide["Z"] = wide["Z"] * np.array([[1e-3], [1.0], [1e4]])
    yield "rows of very different size", wide, False
    plain = _layer(rng, 2, 5, 0.0)
    yield "epsilon = 0", plain, False
    single = _layer(rng, 3, 6)
    single["Z"] = single["Z"].astype(np.float32)
    yield "single precision", single, False
    turned = _layer(rng, 3, 5)
    turned["Z"] = turned["Z"].T.copy().T
    yield "a transposed view", turned, False
    yield "10 units, 200 examples", _layer(rng, 10, 200), False


def cases_batch_norm_forward(rng):
    hand = {"Z": np.array([[1.0, 3.0], [0.0, 8.0]]), "epsilon": 0.0}
    hand |= {"gamma": np.array([[2.0], [1.0]]), "beta": np.array([[5.0], [0.0]])}
    yield Case("two units by hand", hand, visible=True, alias=True)
    for title, args, core in _forwards(rng):
        yield Case(title, args, core=core, alias=True)
    same = _layer(rng, 3, 6)
    same["beta"] = same["Z"].mean(axis=1, keepdims=True)
    spread = same["Z"].var(axis=1, keepdims=True) + same["epsilon"]
    same["gamma"] = np.sqrt(spread)
    yield Case("gamma and beta that give Z back", same, alias=True)


def _cache(Z, gamma, epsilon):
    mu, var = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return cache | {"gamma": gamma, "epsilon": epsilon}


def cases_batch_norm_backward(rng):
    hand = _cache(np.array([[1.0, 1.0, 3.0, 3.0]]), np.array([[2.0]]), 0.0)
    slope = np.array([[1.0, 0.0, 0.0, 0.0]])
    yield Case("one unit by hand", {"dZ_tilde": slope, "cache": hand}, visible=True)
    for title, args, core in _forwards(rng):
        cache = _cache(args["Z"], args["gamma"], args["epsilon"])
        slope = rng.normal(size=args["Z"].shape).astype(args["Z"].dtype)
        yield Case(title, {"dZ_tilde": slope, "cache": cache}, core=core)
    args = _layer(rng, 3, 6)
    cache = _cache(args["Z"], args["gamma"], args["epsilon"])
    slope = np.repeat(rng.normal(size=(3, 1)), 6, axis=1)
    title = "one slope for all examples: dZ is 0"
    yield Case(title, {"dZ_tilde": slope, "cache": cache})


def _running(rng, n, momentum):
    old = {"running_mean": 2.1 * rng.normal(size=(n, 1)) - 0.7}
    old["mu"] = 3.1 * rng.normal(size=(n, 1)) + 0.3
    names = {k: rng.uniform(0.3, 5, (n, 1)) for k in ("running_var", "var")}
    return old | names | {"momentum": momentum}


def cases_update_running(rng):
    hand = {"running_mean": np.array([[0.0]]), "running_var": np.array([[1.0]])}
    batch = {"mu": np.array([[5.0]]), "var": np.array([[4.0]]), "momentum": 0.9}
    yield Case("one unit by hand", {**hand, **batch}, visible=True)
    yield Case("any layer", _running(rng, 4, 0.9), core=True)
    yield Case("any layer", _running(rng, 3, 0.75), core=True)
    yield Case("one unit", _running(rng, 1, 0.8))
    yield Case("no memory: momentum = 0", _running(rng, 3, 0.0))
    yield Case("nothing new: momentum = 1", _running(rng, 3, 1.0))
    yield Case("a long memory: 0.999", _running(rng, 5, 0.999))
    small = _running(rng, 4, 0.9)
    small["var"] = small["var"] * 1e-6
    yield Case("a batch without spread", small)
    start = _running(rng, 4, 0.9)
    start |= {"running_mean": np.zeros((4, 1)), "running_var": np.ones((4, 1))}
    yield Case("the first batch, from 0 and 1", start)
    single = _running(rng, 3, 0.5)
    single = {
        k: v if k == "momentum" else v.astype(np.float32) for k, v in single.items()
    }
    yield Case("single precision", single)
    yield Case("200 units", _running(rng, 200, 0.9))


def cases_batch_norm_inference(rng):
    hand = {"Z": np.array([[7.0]]), "gamma": np.array([[2.0]]), "epsilon": 0.0}
    hand |= {"beta": np.array([[1.0]]), "running_mean": np.array([[4.0]])}
    hand["running_var"] = np.array([[9.0]])
    yield Case("one picture, by hand", hand, visible=True)
    for title, args, core in _forwards(rng):
        n = len(args["Z"])
        args["running_mean"] = args["Z"].mean(axis=1, keepdims=True) + rng.normal(
            size=(n, 1)
        )
        args["running_var"] = rng.uniform(0.2, 6, (n, 1))
        yield Case(title, args, core=core)


def cases_decisions(rng):
    yield Case("answers")
