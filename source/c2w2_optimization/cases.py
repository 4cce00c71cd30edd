"""Inputs on which the functions of optimization are judged."""

import numpy as np

from helpers.checks import Case, Rng, Source

HINTS = {
    "random_mini_batches": "Which one list of column numbers serves X and Y? "
    "order = rng.permutation(m), then columns order[0] ... order[size - 1], and so on "
    "until none is left.",
    "exponentially_weighted_average": "What is known on day t? The average of "
    "yesterday and the value of today: v_t = β v_{t-1} + (1 - β) θ_t, with v_0 = 0.",
    "correct_bias": "How large are all weights of day t together? 1 - β^t, and the "
    "first day has t = 1.",
    "update_with_momentum": "What is averaged, and what moves the weights? "
    "v := β v + (1 - β) dW, then W := W - α v with the new v.",
    "update_with_rmsprop": "Which of the two is squared, averaged and put under the "
    "root? s := β₂ s + (1 - β₂) dW², then W := W - α dW / (√s + ε).",
    "update_with_adam": "Which averages come back, and which move the weights? The "
    "plain v and s come back; v / (1 - β₁^t) and s / (1 - β₂^t) move the weights.",
    "adam_one_weight": "Which variable of the loop is never used? Feed a constant "
    "slope: v̂ = v / (1 - β₁^t) must be that slope at every t.",
    "decayed_learning_rate": "What does each formula give for epoch 1 and α₀ = 0.2? "
    "α₀ / (1 + decay · epoch), α₀ decay^epoch, α₀ decay / √epoch, α₀ / 2^stairs.",
    "classify_stationary_point": "How does the cost curve along each eigenvector? "
    "λ > 0 up, λ < 0 down: all up, all down, or both?",
    "decisions": "Read the section named in brackets behind the question again.",
}


def _set(rng, n_x, m, n_y=1, batch_size=4):
    """Arguments of random_mini_batches; no two columns are alike."""
    X = rng.normal(size=(n_x, m))
    Y = rng.integers(0, 2, (n_y, m)) if n_y == 1 else rng.normal(size=(n_y, m))
    seed = Rng(int(rng.integers(10**6)))
    return {"X": X, "Y": Y, "batch_size": batch_size, "rng": seed}


def cases_random_mini_batches(rng):
    tiny = {
        "X": np.array([[1, 2, 3, 4, 5], [10, 20, 30, 40, 50]]),
        "Y": np.array([[0, 1, 0, 1, 1]]),
        "batch_size": 2,
        "rng": Rng(1),
    }
    yield Case("five examples in pairs", tiny, visible=True)
    yield Case("any set", _set(rng, 3, 14, batch_size=4), core=True)
    yield Case("any set", _set(rng, 5, 17, batch_size=6), core=True)
    yield Case("a size that divides m", _set(rng, 2, 24, batch_size=8))
    yield Case("size 1: every example on its own", _set(rng, 3, 4, batch_size=1))
    yield Case("size m: one shuffled batch", _set(rng, 2, 9, batch_size=9))
    yield Case("a size above m: one shuffled batch", _set(rng, 2, 7, batch_size=64))
    yield Case("one example", _set(rng, 4, 1, batch_size=3))
    yield Case("labels with several rows", _set(rng, 2, 13, n_y=3, batch_size=5))
    yield Case("as many features as examples", _set(rng, 6, 6, n_y=6, batch_size=4))
    yield Case("200 examples in batches of 64", _set(rng, 4, 200, batch_size=64))
    single = _set(rng, 3, 11)
    single["X"] = single["X"].astype(np.float32)
    yield Case("single precision", single)
    cut = _set(rng, 3, 24, batch_size=7)
    cut["X"], cut["Y"] = cut["X"][:, ::2], cut["Y"][:, ::2]
    yield Case("columns cut from a larger array", cut)


def _series(rng, T):
    """A wave with noise, far from 0."""
    days = np.arange(T)
    return 12 - 6 * np.cos(2 * np.pi * days / 60) + rng.normal(0, 2, T)


def cases_exponentially_weighted_average(rng):
    three = {"theta": np.array([40.0, 49.0, 45.0]), "beta": 0.9}
    yield Case("three days by hand", three, visible=True)
    yield Case("any series", {"theta": _series(rng, 12), "beta": 0.8}, core=True)
    yield Case("any series", {"theta": rng.normal(size=25), "beta": 0.95}, core=True)
    yield Case("no memory: β = 0", {"theta": _series(rng, 6), "beta": 0.0})
    yield Case("half and half: β = 0.5", {"theta": _series(rng, 7), "beta": 0.5})
    yield Case("one day", {"theta": np.array([rng.uniform(3, 9)]), "beta": 0.98})
    yield Case("whole numbers", {"theta": rng.integers(-9, 30, 9), "beta": 0.7})
    yield Case("a year, β = 0.98", {"theta": _series(rng, 365), "beta": 0.98})
    single = _series(rng, 20).astype(np.float32)
    yield Case("single precision", {"theta": single, "beta": 0.9})
    cut = _series(rng, 40)[::-3]
    yield Case("every third day, backwards", {"theta": cut, "beta": 0.85})


def cases_correct_bias(rng):
    three = {"v": np.array([4.0, 8.5, 12.15]), "beta": 0.9}
    yield Case("three days by hand", three, visible=True)
    yield Case("any averages", {"v": _series(rng, 9), "beta": 0.8}, core=True)
    yield Case("any averages", {"v": rng.normal(size=14), "beta": 0.95}, core=True)
    constant = 7 * (1 - 0.98 ** np.arange(1, 31))
    yield Case(
        "30 days of 7 degrees: 7 from the first day", {"v": constant, "beta": 0.98}
    )
    yield Case("no memory: β = 0", {"v": _series(rng, 5), "beta": 0.0})
    yield Case("one day", {"v": np.array([rng.uniform(0.1, 0.9)]), "beta": 0.9})
    yield Case("a long memory: β = 0.999", {"v": _series(rng, 40), "beta": 0.999})
    yield Case("a year", {"v": _series(rng, 365), "beta": 0.9})
    single = _series(rng, 10).astype(np.float32)
    yield Case("single precision", {"v": single, "beta": 0.9})
    yield Case("whole numbers", {"v": rng.integers(1, 9, 6), "beta": 0.6})


def _network(rng, layer_dims, names="v", dtype=float):
    """Parameters and gradients of a network, and its averages under these names."""
    parameters, grads = {}, {}
    for layer in range(1, len(layer_dims)):
        for kind, width in (("W", layer_dims[layer - 1]), ("b", 1)):
            shape = (layer_dims[layer], width)
            parameters[f"{kind}{layer}"] = rng.normal(size=shape).astype(dtype)
            grads[f"d{kind}{layer}"] = rng.normal(size=shape).astype(dtype)
    args = {"parameters": parameters, "grads": grads}
    for name in names:
        values = {k: rng.normal(size=g.shape).astype(dtype) for k, g in grads.items()}
        square = {k: value**2 + dtype(0.1) for k, value in values.items()}
        args[name] = square if name == "s" else values
    return args


def _one(names="v"):
    """One weight and one bias, by hand."""
    args = {
        "parameters": {"W1": np.array([[1.0]]), "b1": np.array([[2.0]])},
        "grads": {"dW1": np.array([[4.0]]), "db1": np.array([[-2.0]])},
    }
    for name in names:
        args[name] = {"dW1": np.zeros((1, 1)), "db1": np.zeros((1, 1))}
    return args


def _fresh(args, names):
    """The same with averages of zero: the first step."""
    zeros = {key: np.zeros_like(g) for key, g in args["grads"].items()}
    return args | {name: {k: z.copy() for k, z in zeros.items()} for name in names}


def _fortran(args):
    """The same with every array in Fortran order."""
    return {
        name: {k: np.asfortranarray(a) for k, a in value.items()}
        if isinstance(value, dict)
        else value
        for name, value in args.items()
    }


def _flat(args):
    """The same with slopes of exactly 0."""
    return args | {"grads": {k: np.zeros_like(g) for k, g in args["grads"].items()}}


def _cases_of_updates(rng, names, rest, more):
    """Networks of many shapes for the three update rules."""
    yield Case("any network", _network(rng, (3, 4, 1), names) | rest(0.1), core=True)
    yield Case("any network", _network(rng, (2, 3, 2), names) | more(0.03), core=True)
    first = _fresh(_network(rng, (4, 2), names), names)
    yield Case("the first step, from averages of 0", first | rest(0.2))
    yield Case("one unit", _network(rng, (5, 1), names) | rest(0.5))
    yield Case("as wide as high", _network(rng, (3, 3), names) | more(0.1))
    yield Case("a learning rate of 0", _network(rng, (2, 2), names) | rest(0.0))
    flat = _flat(_network(rng, (3, 2), names))
    yield Case("a flat place: all slopes are 0", flat | rest(0.1))
    single = _network(rng, (3, 4), names, np.float32)
    yield Case("single precision", single | more(0.1))
    order = _fortran(_network(rng, (4, 3), names))
    yield Case("Fortran order", order | rest(0.1))
    deep = _network(rng, (9, 12, 7, 1), names)
    yield Case("three layers", deep | rest(0.01))


def cases_update_with_momentum(rng):
    rest = {"learning_rate": 0.5, "beta": 0.9}
    yield Case("one weight by hand", _one("v") | rest, visible=True)
    yield from _cases_of_updates(
        rng,
        "v",
        lambda rate: {"learning_rate": rate, "beta": 0.9},
        lambda rate: {"learning_rate": rate, "beta": 0.6},
    )
    none = {"learning_rate": 0.3, "beta": 0.0}
    yield Case("β = 0: gradient descent", _network(rng, (3, 2)) | none)


def cases_update_with_rmsprop(rng):
    rest = {"learning_rate": 0.5, "beta2": 0.75, "epsilon": 1e-8}
    yield Case("one weight by hand", _one("s") | rest, visible=True)
    yield from _cases_of_updates(
        rng,
        "s",
        lambda rate: {"learning_rate": rate, "beta2": 0.9, "epsilon": 1e-8},
        lambda rate: {"learning_rate": rate, "beta2": 0.7, "epsilon": 1e-6},
    )
    large = {"learning_rate": 0.1, "beta2": 0.8, "epsilon": 0.3}
    yield Case("ε stands outside the root", _network(rng, (3, 2), "s") | large)
    zero = _flat(_fresh(_network(rng, (2, 3), "s"), "s"))
    yield Case("s = 0 and slope 0: nothing moves, no nan", zero | rest)
    steep = _fresh(_network(rng, (3, 2), "s"), "s")
    scales = 10.0 ** np.array([[-4.0, 0.0, 4.0], [-2.0, 2.0, 3.0]])
    steep["grads"]["dW1"] = steep["grads"]["dW1"] * scales
    yield Case("slopes of very different size", steep | rest)


def cases_update_with_adam(rng):
    rest = {"t": 1, "learning_rate": 0.5, "beta1": 0.9, "beta2": 0.999}
    rest = rest | {"epsilon": 1e-8}
    yield Case("one weight by hand, step 1", _one("vs") | rest, visible=True)
    other = {"t": 2, "beta1": 0.7, "beta2": 0.95, "epsilon": 1e-6}
    yield from _cases_of_updates(
        rng,
        "vs",
        lambda rate: rest | {"t": 3, "learning_rate": rate},
        lambda rate: other | {"learning_rate": rate},
    )
    late = rest | {"t": 5000}
    yield Case(
        "step 5000: the correction has faded", _network(rng, (3, 2), "vs") | late
    )
    large = rest | {"t": 4, "epsilon": 0.3}
    yield Case("ε stands outside the root", _network(rng, (3, 2), "vs") | large)
    zero = _flat(_fresh(_network(rng, (2, 3), "vs"), "vs"))
    yield Case("averages 0 and slope 0: nothing moves, no nan", zero | rest)
    steep = _fresh(_network(rng, (3, 2), "vs"), "vs")
    scales = 10.0 ** np.array([[-4.0, 0.0, 4.0], [-2.0, 2.0, 3.0]])
    steep["grads"]["dW1"] = steep["grads"]["dW1"] * scales
    yield Case("the first step has size α for every slope", steep | rest)


def cases_adam_one_weight(rng):
    line = {"slope": Source("lambda w: 3.0"), "w": 2.0, "learning_rate": 0.5}
    yield Case(
        "a constant slope: every step is α", line | {"num_steps": 4}, visible=True
    )
    a, c = rng.uniform(0.5, 2), rng.uniform(-1, 1)
    bowl = {"slope": Source(f"lambda w: {a} * (w - {c})"), "w": 4.0}
    yield Case("any bowl", bowl | {"learning_rate": 0.1, "num_steps": 12}, core=True)
    bowl = {"slope": Source(f"lambda w: 2 * w + {c}"), "w": -3.0}
    yield Case("any bowl", bowl | {"learning_rate": 0.3, "num_steps": 7}, core=True)
    yield Case("one step", bowl | {"learning_rate": 0.2, "num_steps": 1})
    yield Case("no step", bowl | {"learning_rate": 0.2, "num_steps": 0})
    still = {"slope": Source("lambda w: 0.0"), "w": 1.5}
    yield Case("a flat place", still | {"learning_rate": 0.1, "num_steps": 3})
    wave = {"slope": Source("lambda w: np.cos(w) + 0.2 * w"), "w": 0.5}
    yield Case("a wavy cost", wave | {"learning_rate": 0.05, "num_steps": 60})
    small = {"slope": Source("lambda w: 1e-8 * w"), "w": 3.0}
    yield Case("a slope as small as ε", small | {"learning_rate": 0.1, "num_steps": 6})
    down = {"slope": Source("lambda w: -0.01"), "w": 0.0}
    yield Case(
        "a thousand steps of a small slope",
        down | {"learning_rate": 0.01, "num_steps": 1000},
    )


def cases_decayed_learning_rate(rng):
    def case(title, schedule, alpha0, epoch, decay, **flags):
        args = {"alpha0": float(alpha0), "epoch": int(epoch), "decay": decay}
        return Case(title, {"schedule": schedule} | args, **flags)

    yield case("1 / (1 + epoch), first epochs", "inverse", 0.2, 1, 1.0, visible=True)
    yield case("1 / (1 + epoch), first epochs", "inverse", 0.2, 4, 1.0, visible=True)
    yield case("0.95 to the power epoch", "exponential", 0.2, 2, 0.95, visible=True)
    yield case("k / √epoch", "root", 0.2, 4, 1.0, visible=True)
    yield case("a staircase", "staircase", 0.2, 25, 10, visible=True)
    alpha0, epoch = rng.uniform(0.05, 0.5), rng.integers(3, 9)
    for title in ("any epoch, inverse",):
        yield case(title, "inverse", alpha0, epoch, 0.7, core=True)
        yield case(title, "inverse", alpha0, epoch + 20, 0.01)
    yield case("any epoch, exponential", "exponential", alpha0, epoch, 0.9, core=True)
    yield case("any epoch, exponential", "exponential", alpha0, 40, 0.95)
    yield case("any epoch, root", "root", alpha0, epoch, 0.8, core=True)
    yield case("any epoch, root", "root", alpha0, 50, 2.0)
    yield case("any epoch, staircase", "staircase", alpha0, 3 * epoch + 1, 4, core=True)
    yield case("any epoch, staircase", "staircase", alpha0, 37, 10)
    yield case("epoch 0: the full rate", "inverse", alpha0, 0, 0.5)
    yield case("epoch 0: the full rate", "exponential", alpha0, 0, 0.5)
    yield case("epoch 0: the full rate", "staircase", alpha0, 0, 5)
    yield case("the edge of a stair", "staircase", alpha0, 9, 10)
    yield case("the edge of a stair", "staircase", alpha0, 10, 10)
    yield case("the edge of a stair", "staircase", alpha0, 11, 10)
    yield case("epoch 1", "root", alpha0, 1, 0.5)
    yield case("a late epoch", "inverse", alpha0, 5000, 1.0)
    yield case("a late epoch", "exponential", alpha0, 900, 0.99)


def _hessian(rng, eigenvalues):
    """Symmetric matrix with these eigenvalues, in random directions."""
    n = len(eigenvalues)
    Q, _ = np.linalg.qr(rng.normal(size=(n, n)))
    H = Q @ np.diag(np.array(eigenvalues, dtype=float)) @ Q.T
    return (H + H.T) / 2


def cases_classify_stationary_point(rng):
    bowl, saddle = np.diag([2.0, 2.0]), np.diag([2.0, -2.0])
    yield Case("a bowl, w² + b²", {"H": bowl}, visible=True)
    yield Case("a saddle, w² - b²", {"H": saddle}, visible=True)
    for title, groups in {
        "any minimum": ((1, 2, 4), (0.5, 3)),
        "any maximum": ((-1, -3, -2), (-0.2, -1, -5, -2)),
        "any saddle": ((-1, 2, 3), (-4, -2, 1), (3, -1)),
    }.items():
        for eigenvalues in groups:
            yield Case(title, {"H": _hessian(rng, eigenvalues)}, core=True)
    hidden = np.array([[1.0, 3.0], [3.0, 1.0]])
    yield Case("the diagonal alone does not tell", {"H": hidden})
    yield Case("the diagonal alone does not tell", {"H": -hidden})
    negative = np.array([[2.0, -1.0, 0.0], [-1.0, 2.0, -1.0], [0.0, -1.0, 2.0]])
    yield Case("negative entries in a minimum", {"H": negative})
    yield Case("negative entries in a minimum", {"H": -negative[:2, :2]})
    yield Case("two down, two up", {"H": _hessian(rng, (-3, -1, 1, 2))})
    yield Case("two down, two up", {"H": _hessian(rng, (-2, -2, 1, 1))})
    gutter = _hessian(rng, (0, 1, 2))
    yield Case("a gutter: one direction is flat", {"H": gutter})
    yield Case("a gutter: one direction is flat", {"H": -gutter})
    yield Case("a gutter: one direction is flat", {"H": np.diag([0.0, 3.0])})
    yield Case("flat everywhere", {"H": np.zeros((3, 3))})
    yield Case("up, down and flat", {"H": _hessian(rng, (-1, 0, 2))})
    yield Case("one parameter", {"H": np.array([[0.3]])})
    yield Case("one parameter", {"H": np.array([[-0.3]])})
    small = 1e-8 * _hessian(rng, (1, 2, 5))
    yield Case("tiny curvatures, all up", {"H": small})
    uneven = _hessian(rng, (1e-3, 0.1, 5))
    yield Case("a long valley: curvatures 5000 to 1", {"H": uneven})
    yield Case("a long valley: curvatures 5000 to 1", {"H": -uneven})
    single = _hessian(rng, (-2, 1, 3, 4)).astype(np.float32)
    yield Case("single precision", {"H": single})
    many = rng.normal(size=(40, 40))
    yield Case("40 parameters", {"H": many + many.T})
    yield Case("40 parameters", {"H": many @ many.T + np.eye(40)})


def cases_decisions(rng):
    yield Case("answers")
