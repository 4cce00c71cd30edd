"""Answers to the exercises of initialization: wrong ones and right ones."""

import numpy as np

from autograder.truth.decorators import right, wrong
from source.c1w4_deep_network.reference import (
    activation_backward,
    activation_forward,
    linear_backward,
)

# --------------------------------------------------------------------- initialize_zeros


@wrong(
    "W has shape (n_prev, n). It needs a row per unit of its own layer: (n_l, n_{l-1})."
)
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n_prev, n))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("b is a rank-1 array (n,). Give it two axes: (n, 1).")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n, n_prev))
        parameters[f"b{layer}"] = np.zeros(n)
    return parameters


@wrong("b is a row (1, n). It is added to the columns of W A, so it must be (n, 1).")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((1, n))
    return parameters


@wrong(
    "b has one entry per unit of the layer before. Each unit of its own layer has "
    "one bias: (n_l, 1)."
)
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n_prev, 1))
    return parameters


@wrong(
    "The numbering starts at W0. Layer 0 is the input and has no weights: the first "
    "matrix is W1."
)
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer - 1}"] = np.zeros((n, n_prev))
        parameters[f"b{layer - 1}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The output layer has no weights: range(1, L) ends before L. The list has L + 1 "
    "entries, so take range(1, len(layer_dims))."
)
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims) - 1):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The biases are missing: the dict has b1, ..., bL as well.")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        parameters[f"W{layer}"] = np.zeros((layer_dims[layer], layer_dims[layer - 1]))
    return parameters


@wrong("The biases are 1. All start at zero here, the biases too.")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n, n_prev))
        parameters[f"b{layer}"] = np.ones((n, 1))
    return parameters


@wrong("The weights are 1. Here we want to see what zeros do.")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.ones((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("Every W has the shape of W1. Take both sizes anew in each turn of the loop.")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((layer_dims[1], layer_dims[0]))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("np.zeros wants the shape as one tuple: two pairs of brackets.")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros(n, n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The weights are small random numbers. That is a later exercise: here all are zero."
)
def initialize_zeros(layer_dims):
    parameters, rng = {}, np.random.default_rng(1)
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = 0.01 * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("These are nested lists. Every W and b is an array.")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n, n_prev)).tolist()
        parameters[f"b{layer}"] = np.zeros((n, 1)).tolist()
    return parameters


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def initialize_zeros(layer_dims):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    print(parameters)


@right("pairs of neighbours, np.full")
def initialize_zeros(layer_dims):
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(layer_dims[:-1], layer_dims[1:]), start=1):
        parameters |= {
            f"W{layer}": np.full((n, n_prev), 0.0),
            f"b{layer}": np.full((n, 1), 0.0),
        }
    return parameters


@right("all weights first, then all biases, in single precision and Fortran order")
def initialize_zeros(layer_dims):
    L = len(layer_dims) - 1
    W = {
        f"W{layer}": np.zeros(
            layer_dims[layer - 1 : layer + 1][::-1], np.float32, order="F"
        )
        for layer in range(1, L + 1)
    }
    return W | {
        f"b{layer}": np.zeros((layer_dims[layer], 1)) for layer in range(L, 0, -1)
    }


@right("views of one long vector of zeros")
def initialize_zeros(layer_dims):
    sizes = [n * (k + 1) for k, n in zip(layer_dims, layer_dims[1:])]
    theta, end, parameters = np.zeros(sum(sizes)), 0, {}
    for layer, size in enumerate(sizes, start=1):
        table = theta[end : end + size].reshape(layer_dims[layer], -1)
        parameters[f"W{layer}"], parameters[f"b{layer}"] = table[:, :-1], table[:, -1:]
        end += size
    return parameters


# ----------------------------------------------------------------------- distinct_units


@wrong(
    "The bias is left out. Units with equal weights and different biases are "
    "different units."
)
def distinct_units(W, b, tolerance):
    units, kept = W, []
    for unit in units:
        if all(np.max(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    return len(kept)


@wrong("The columns of W are counted, the inputs. A unit is a row of W, with its bias.")
def distinct_units(W, b, tolerance):
    units, kept = W.T, []
    for unit in units:
        if all(np.max(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    return len(kept)


@wrong(
    "Only exact copies are found. Copies up to rounding count as copies as well: "
    "compare with the tolerance."
)
def distinct_units(W, b, tolerance):
    return len(np.unique(np.hstack([W, b]), axis=0))


@wrong("This is the number of copies. Count the units that are kept.")
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(np.max(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    return len(units) - len(kept)


@wrong(
    "The distinct numbers in W and b are counted. Compare whole rows: one row is "
    "one unit."
)
def distinct_units(W, b, tolerance):
    return np.unique(np.hstack([W, b])).size


@wrong(
    "Each unit is compared with the one before only. A copy may stand anywhere: "
    "compare with all that are kept."
)
def distinct_units(W, b, tolerance):
    units, count = np.hstack([W, b]), 1
    for one, two in zip(units[:-1], units[1:]):
        count += int(np.max(np.abs(one - two)) > tolerance)
    return count


@wrong(
    "Each unit is compared with the first one only. Compare with all that are kept "
    "so far."
)
def distinct_units(W, b, tolerance):
    units = np.hstack([W, b])
    apart = np.max(np.abs(units - units[0]), axis=1) > tolerance
    return 1 + int(np.sum(apart))


@wrong(
    "One equal weight makes a copy here. Copies agree in all their weights and in "
    "the bias: the largest difference decides."
)
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(np.min(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    return len(kept)


@wrong(
    "The sums of the rows are compared. Different weights can have one sum: compare "
    "entry by entry."
)
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(abs(np.sum(unit) - np.sum(other)) > tolerance for other in kept):
            kept.append(unit)
    return len(kept)


@wrong(
    "The difference has no absolute value, so a smaller weight never counts as "
    "different."
)
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(np.max(unit - other) > tolerance for other in kept):
            kept.append(unit)
    return len(kept)


@wrong("The kept units themselves are returned. Return how many there are.")
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(np.max(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    return kept


@wrong("This is a yes or a no. Return the number of units that are kept.")
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(np.max(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    return len(kept) < len(units)


@wrong(
    "np.allclose adds a relative tolerance of its own, rtol = 1e-5: large weights "
    "look like copies. Compare the absolute difference with the tolerance."
)
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(not np.allclose(unit, other, atol=tolerance) for other in kept):
            kept.append(unit)
    return len(kept)


@wrong(
    "Rounding to a grid parts near neighbours that lie on two sides of a step. "
    "Compare the differences themselves with the tolerance."
)
def distinct_units(W, b, tolerance):
    if tolerance == 0:
        return len(np.unique(np.hstack([W, b]), axis=0))
    return len(np.unique(np.round(np.hstack([W, b]) / tolerance), axis=0))


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def distinct_units(W, b, tolerance):
    units, kept = np.hstack([W, b]), []
    for unit in units:
        if all(np.max(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    print(len(kept))


@right("a table of all distances first")
def distinct_units(W, b, tolerance):
    units = np.hstack([W, b])
    distance = np.abs(units[:, None, :] - units[None, :, :]).max(axis=2)
    kept = []
    for i in range(len(units)):
        if not any(distance[i, j] <= tolerance for j in kept):
            kept.append(i)
    return len(kept)


@right("loops over all entries")
def distinct_units(W, b, tolerance):
    n, n_prev = W.shape
    kept = []
    for i in range(n):
        new = True
        for j in kept:
            same = abs(b[i, 0] - b[j, 0]) <= tolerance
            for k in range(n_prev):
                same = same and abs(W[i, k] - W[j, k]) <= tolerance
            new = new and not same
        if new:
            kept.append(i)
    return len(kept)


@right("units crossed out, in Fortran order, with a norm")
def distinct_units(W, b, tolerance):
    units, count = np.asfortranarray(np.concatenate([b, W], axis=1)), 0
    while len(units):
        count += 1
        far = np.linalg.norm(units - units[0], ord=np.inf, axis=1) > tolerance
        units = units[far]
    return np.int64(count)


# -------------------------------------------------------------------- initialize_scaled


@wrong(
    "std is used as a variance: its root is taken. A standard normal number times "
    "std has the standard deviation std."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.sqrt(std) * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "std is squared. The variance of the weights is std², but the factor on each of "
    "them is std itself."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std**2 * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The numbers are uniform between 0 and std: all positive. Take standard normal "
    "ones."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * rng.random((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "std stands where NumPy expects the mean: the first argument of rng.normal is "
    "the centre."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.normal(std, size=(n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "Every weight equals std, so all units of a layer are the same. Multiply std by "
    "random numbers."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * np.ones((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The weights are divided by std. A larger std must make larger weights.")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) / (std or 1.0)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("std is not used: the weights have standard deviation 1.")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The layers are drawn from the last to the first. W1 comes first.")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(len(layer_dims) - 1, 0, -1):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The factor is 0.01, whatever std is. Use the argument.")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = 0.01 * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The weights are drawn in the shape (n_prev, n). A row per unit: (n_l, n_{l-1})."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * rng.standard_normal((n_prev, n))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The numbers are drawn in the shape (n_prev, n) and transposed. Draw them in "
    "the shape (n, n_prev), as the docstring says: else the same generator fills W "
    "in another order."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * rng.standard_normal((n_prev, n)).T
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The biases are random too. They start at zero, and nothing else may be drawn.")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = rng.standard_normal((n, 1))
    return parameters


@wrong(
    "A new generator with a fixed seed is made inside. Draw from the rng that is "
    "passed in."
)
def initialize_scaled(layer_dims, std, rng):
    parameters, new = {}, np.random.default_rng(1)
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * new.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("changes NumPy's global random state")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * np.random.randn(n, n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    print(parameters)


@right("normal numbers with a standard deviation")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.normal(0.0, std, size=(n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@right("one number after the other")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        W = np.empty((n, n_prev))
        for i in range(n):
            for j in range(n_prev):
                W[i, j] = rng.standard_normal() * std
        parameters[f"W{layer}"], parameters[f"b{layer}"] = W, np.zeros((n, 1))
    return parameters


@right("single precision, Fortran order, another algebra")
def initialize_scaled(layer_dims, std, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        W = rng.standard_normal((n, n_prev)).astype(np.float32)
        factor = np.float32(std)
        parameters[f"W{layer}"] = np.asfortranarray(factor * W)
        parameters[f"b{layer}"] = np.zeros((n, 1), np.float32)
    return parameters


@right("all numbers of a layer at once, cut to its shape")
def initialize_scaled(layer_dims, std, rng):
    sizes = list(zip(layer_dims[1:], layer_dims[:-1]))
    draws = [rng.standard_normal(n * n_prev) for n, n_prev in sizes]
    W = {
        f"W{layer}": draws[layer - 1].reshape(n, n_prev) * std
        for layer, (n, n_prev) in enumerate(sizes, start=1)
    }
    return W | {
        f"b{layer}": np.zeros((n, 1)) for layer, (n, _) in enumerate(sizes, start=1)
    }


# -------------------------------------------------------------------- initialize_xavier


@wrong(
    "The root is missing: 1 / n_prev is the variance. A factor on the weights is a "
    "standard deviation, √(1 / n_prev)."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) / n_prev
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "n stands where n_prev belongs. A unit adds up n_prev products, so the number "
    "of its inputs decides."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) / np.sqrt(n)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "This is √(2 / n_prev), the start for ReLU. For tanh the variance is 1 / n_prev."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "This is √(2 / (n + n_prev)), the form that looks both ways; it comes later. "
    "Here only the inputs count: √(1 / n_prev)."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(
            2 / (n + n_prev)
        )
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The weights grow with n_prev. More inputs need smaller weights: divide by the "
    "root."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The first layer's n_x is used in every layer. Each layer has its own n_prev.")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) / np.sqrt(
            layer_dims[0]
        )
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The numbers are uniform between 0 and the standard deviation: all positive. "
    "Take standard normal ones."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.random((n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The factor is 0.01 in every layer. It must follow from n_prev.")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = 0.01 * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The weights are standard normal without a factor. Multiply by √(1 / n_prev).")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The whole matrix is divided by its own measured size. The factor is fixed "
    "before anything is drawn: √(1 / n_prev)."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        W = rng.standard_normal((n, n_prev))
        parameters[f"W{layer}"] = W / np.sqrt(np.mean(W**2) * n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The weights are drawn in the shape (n_prev, n). A row per unit: (n_l, n_{l-1})."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = n_prev**-0.5 * rng.standard_normal((n_prev, n))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The numbers are drawn in the shape (n_prev, n) and transposed. Draw them in "
    "the shape (n, n_prev), as the docstring says: else the same generator fills W "
    "in another order."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = n_prev**-0.5 * rng.standard_normal((n_prev, n)).T
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The biases are random too. They start at zero, and nothing else may be drawn.")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = n_prev**-0.5 * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = rng.standard_normal((n, 1))
    return parameters


@wrong(
    "A new generator with a fixed seed is made inside. Draw from the rng that is "
    "passed in."
)
def initialize_xavier(layer_dims, rng):
    parameters, new = {}, np.random.default_rng(1)
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = n_prev**-0.5 * new.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("changes NumPy's global random state")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = n_prev**-0.5 * np.random.randn(n, n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    print(parameters)


@right("normal numbers with a standard deviation")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.normal(0.0, np.sqrt(1 / n_prev), size=(n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@right("one number after the other")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        W = np.empty((n, n_prev))
        for i in range(n):
            for j in range(n_prev):
                W[i, j] = rng.standard_normal() * np.sqrt(1 / n_prev)
        parameters[f"W{layer}"], parameters[f"b{layer}"] = W, np.zeros((n, 1))
    return parameters


@right("single precision, Fortran order, another algebra")
def initialize_xavier(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        W = rng.standard_normal((n, n_prev)).astype(np.float32)
        factor = np.float32(n_prev**-0.5)
        parameters[f"W{layer}"] = np.asfortranarray(factor * W)
        parameters[f"b{layer}"] = np.zeros((n, 1), np.float32)
    return parameters


@right("all numbers of a layer at once, cut to its shape")
def initialize_xavier(layer_dims, rng):
    sizes = list(zip(layer_dims[1:], layer_dims[:-1]))
    draws = [rng.standard_normal(n * n_prev) for n, n_prev in sizes]
    W = {
        f"W{layer}": draws[layer - 1].reshape(n, n_prev) * np.sqrt(1 / n_prev)
        for layer, (n, n_prev) in enumerate(sizes, start=1)
    }
    return W | {
        f"b{layer}": np.zeros((n, 1)) for layer, (n, _) in enumerate(sizes, start=1)
    }


# ------------------------------------------------------------------------ initialize_he


@wrong(
    "The root is missing: 2 / n_prev is the variance. With n_prev = 2 both are 1, "
    "and that hid the bug; the factor is √(2 / n_prev).",
    shown=True,
)
def initialize_he(layer_dims, rng):
    start = {}
    for layer, (n, n_prev) in enumerate(zip(layer_dims[1:], layer_dims), start=1):
        W = rng.standard_normal((n, n_prev))
        start |= {f"W{layer}": (2 / n_prev) * W, f"b{layer}": np.zeros((n, 1))}
    return start


@wrong(
    "n stands where n_prev belongs. A unit adds up n_prev products, so the number "
    "of its inputs decides."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "This is √(1 / n_prev), the start for tanh. ReLU sets half of the signal to "
    "zero: the variance is 2 / n_prev."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(1 / n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The 2 stands outside the root: this is four times the variance 1 / n_prev. The "
    "factor is √(2 / n_prev)."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * 2 / np.sqrt(n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("Only the 2 is under the root. n_prev belongs under it as well: √(2 / n_prev).")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(2) / n_prev
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The fraction is upside down: more inputs need smaller weights, √(2 / n_prev).")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(n_prev / 2)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "This is √(2 / (n + n_prev)), the form that looks both ways. Here only the "
    "inputs count: √(2 / n_prev)."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(
            2 / (n + n_prev)
        )
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The factor is the variance squared. Squaring goes the wrong way: from the "
    "variance to the factor leads the root."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * (2 / n_prev) ** 2
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The first layer's n_x is used in every layer. Each layer has its own n_prev.")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(
            2 / layer_dims[0]
        )
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The variance is added to the random numbers, which only moves their mean. "
    "Multiply by its root."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) + np.sqrt(2 / n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The weights are drawn in the shape (n_prev, n). A row per unit: (n_l, n_{l-1})."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = (2 / n_prev) ** 0.5 * rng.standard_normal((n_prev, n))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The numbers are drawn in the shape (n_prev, n) and transposed. Draw them in "
    "the shape (n, n_prev), as the docstring says: else the same generator fills W "
    "in another order."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = (2 / n_prev) ** 0.5 * rng.standard_normal(
            (n_prev, n)
        ).T
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The biases are random too. They start at zero, and nothing else may be drawn.")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = (2 / n_prev) ** 0.5 * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = rng.standard_normal((n, 1))
    return parameters


@wrong(
    "A new generator with a fixed seed is made inside. Draw from the rng that is "
    "passed in."
)
def initialize_he(layer_dims, rng):
    parameters, new = {}, np.random.default_rng(1)
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = (2 / n_prev) ** 0.5 * new.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("changes NumPy's global random state")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = (2 / n_prev) ** 0.5 * np.random.randn(n, n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    print(parameters)


@right("normal numbers with a standard deviation")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.normal(0.0, np.sqrt(2 / n_prev), size=(n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@right("one number after the other")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        W = np.empty((n, n_prev))
        for i in range(n):
            for j in range(n_prev):
                W[i, j] = rng.standard_normal() * np.sqrt(2 / n_prev)
        parameters[f"W{layer}"], parameters[f"b{layer}"] = W, np.zeros((n, 1))
    return parameters


@right("single precision, Fortran order, another algebra")
def initialize_he(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        W = rng.standard_normal((n, n_prev)).astype(np.float32)
        factor = np.float32((n_prev / 2) ** -0.5)
        parameters[f"W{layer}"] = np.asfortranarray(factor * W)
        parameters[f"b{layer}"] = np.zeros((n, 1), np.float32)
    return parameters


@right("all numbers of a layer at once, cut to its shape")
def initialize_he(layer_dims, rng):
    sizes = list(zip(layer_dims[1:], layer_dims[:-1]))
    draws = [rng.standard_normal(n * n_prev) for n, n_prev in sizes]
    W = {
        f"W{layer}": draws[layer - 1].reshape(n, n_prev) * np.sqrt(2 / n_prev)
        for layer, (n, n_prev) in enumerate(sizes, start=1)
    }
    return W | {
        f"b{layer}": np.zeros((n, 1)) for layer, (n, _) in enumerate(sizes, start=1)
    }


# -------------------------------------------------------------------- initialize_bengio


@wrong(
    "The limit is the standard deviation √(2 / (n + n_prev)). A uniform number "
    "between -r and r has variance r²/3, so this start is three times too small in "
    "variance."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(2 / (n + n_prev))
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The numbers are normal. Their variance 2 / (n + n_prev) is right, but here "
    "they are drawn uniformly between -r and r."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(2 / (n + n_prev))
        parameters[f"W{layer}"] = r * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "All weights are positive: they lie between 0 and r. The interval is from -r to r."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = rng.uniform(0, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The root is missing: r² = 6 / (n + n_prev), so r is its root.")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = 6 / (n + n_prev)
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("Only n_prev is counted. This start looks both ways: r = √(6 / (n_prev + n)).")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / n_prev)
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("Only n is counted. This start looks both ways: r = √(6 / (n_prev + n)).")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / n)
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "This is r = √(3 / n_prev), the uniform form of 1 / n_prev. Both n_prev and n "
    "belong in it."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(3 / n_prev)
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("n and n_prev are multiplied. Add them: r = √(6 / (n_prev + n)).")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n * n_prev))
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "Only the 6 is under the root. The sum belongs under it as well: √(6 / (n_prev "
    "+ n))."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6) / (n + n_prev)
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "One number is drawn for the whole matrix, so all units are copies. Pass the "
    "shape (n, n_prev) to rng.uniform."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = np.full((n, n_prev), rng.uniform(-r, r))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The weights lie between -1 and 1 in every layer. The limit follows from n_prev "
    "and n."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = 1.0
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The weights are drawn in the shape (n_prev, n). A row per unit: (n_l, n_{l-1})."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n_prev, n))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The numbers are drawn in the shape (n_prev, n) and transposed. Draw them in "
    "the shape (n, n_prev), as the docstring says: else the same generator fills W "
    "in another order."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n_prev, n)).T
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("The biases are random too. They start at zero, and nothing else may be drawn.")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = rng.uniform(-r, r, (n, 1))
    return parameters


@wrong(
    "A new generator with a fixed seed is made inside. Draw from the rng that is "
    "passed in."
)
def initialize_bengio(layer_dims, rng):
    parameters, new = {}, np.random.default_rng(1)
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = new.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong("changes NumPy's global random state")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = np.random.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = rng.uniform(-r, r, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    print(parameters)


@right("numbers from 0 to 1, stretched and shifted")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        r = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = r * (2 * rng.random((n, n_prev)) - 1)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


@right("one number after the other")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        r = ((n + n_prev) / 6) ** -0.5
        rows = [[rng.uniform(-r, r) for _ in range(n_prev)] for _ in range(n)]
        parameters[f"W{layer}"], parameters[f"b{layer}"] = (
            np.array(rows),
            np.zeros((n, 1)),
        )
    return parameters


@right("single precision, Fortran order, from the variance")
def initialize_bengio(layer_dims, rng):
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        variance = 2 / (n + n_prev)
        W = rng.uniform(-1, 1, (n, n_prev)) * np.sqrt(3 * variance)
        parameters[f"W{layer}"] = np.asfortranarray(W.astype(np.float32))
        parameters[f"b{layer}"] = np.zeros((n, 1), np.float32)
    return parameters


# ---------------------------------------------------------------- activation_statistics


def _activations(X, parameters, activation, start=1, end=0):
    """Z and A of the layers from start to L - 1, or L - 1 + end."""
    A, kept = X, []
    for layer in range(1, len(parameters) // 2 + end):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = activation_forward(A, W, b, activation)
        kept.append((cache[3], A))
    return kept[start - 1 :]


def _slope(Z, activation):
    A = np.tanh(Z) if activation == "tanh" else 1 / (1 + np.exp(-Z))
    slopes = {"relu": Z > 0, "tanh": 1 - A**2, "sigmoid": A * (1 - A)}
    return slopes[activation]


def _statistics(pairs, activation, square=None, flat=None):
    """The dict, with the two numbers of a layer made by square and flat."""
    square = square or (lambda Z, A: np.mean(A**2))
    flat = flat or (lambda Z, A: np.mean(_slope(Z, activation) < 0.01))
    return {
        "mean_square": [float(square(Z, A)) for Z, A in pairs],
        "flat": [float(flat(Z, A)) for Z, A in pairs],
    }


@wrong("The output layer is counted as a hidden one. Stop at layer L - 1.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation, end=1)
    return _statistics(pairs, activation)


@wrong("The first hidden layer is left out. Begin with A1.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation, start=2)
    return _statistics(pairs, activation)


@wrong(
    "The features are listed as well. The first entry belongs to A1, the first "
    "hidden layer."
)
def activation_statistics(X, parameters, activation):
    pairs = [(X, X), *_activations(X, parameters, activation)]
    return _statistics(pairs, activation)


@wrong(
    "This is the square of the mean, where positive and negative values cancel. "
    "Square first, then take the mean."
)
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs, activation, lambda Z, A: np.mean(A) ** 2)


@wrong(
    "This is the variance: the mean is taken off first. The mean square leaves it in."
)
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs, activation, lambda Z, A: np.var(A))


@wrong("This is the root of the mean square. Return the mean square itself.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs, activation, lambda Z, A: np.sqrt(np.mean(A**2)))


@wrong("The squares are added up. Take their mean: else a wide layer looks strong.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs, activation, lambda Z, A: np.sum(A**2))


@wrong("The mean square of z is taken. What goes on to the next layer is a = g(z).")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs, activation, lambda Z, A: np.mean(Z**2))


@wrong("The biases are forgotten: z = W a + b.")
def activation_statistics(X, parameters, activation):
    A, pairs = X, []
    for layer in range(1, len(parameters) // 2):
        zero = np.zeros_like(parameters[f"b{layer}"])
        A, cache = activation_forward(A, parameters[f"W{layer}"], zero, activation)
        pairs.append((cache[3], A))
    return _statistics(pairs, activation)


@wrong("z goes on to the next layer instead of a = g(z).")
def activation_statistics(X, parameters, activation):
    A, pairs = X, []
    for layer in range(1, len(parameters) // 2):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        a, cache = activation_forward(A, W, b, activation)
        A = cache[3]
        pairs.append((A, a))
    return _statistics(pairs, activation)


@wrong("The activation is always ReLU. Pass the argument on.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, "relu")
    return _statistics(pairs, "relu")


@wrong("Every layer gets X. The activations of one layer are the input of the next.")
def activation_statistics(X, parameters, activation):
    pairs = []
    for layer in range(1, len(parameters) // 2):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = activation_forward(X, W, b, activation)
        pairs.append((cache[3], A))
    return _statistics(pairs, activation)


@wrong("This is the share of steep places. Flat is where the slope is below 0.01.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(
        pairs, activation, None, lambda Z, A: np.mean(_slope(Z, activation) >= 0.01)
    )


@wrong(
    "The zeros are counted. Flat is where the slope of g is below 0.01; for tanh "
    "and the sigmoid that is far from 0."
)
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs, activation, None, lambda Z, A: np.mean(A == 0))


@wrong(
    "The slope is taken at a instead of z: with a in hand, g'(z) is 1 - a² for tanh "
    "and a(1 - a) for the sigmoid."
)
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(
        pairs, activation, None, lambda Z, A: np.mean(_slope(A, activation) < 0.01)
    )


@wrong(
    "The flat places are counted. Divide by their number: a share lies between 0 and 1."
)
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(
        pairs, activation, None, lambda Z, A: np.sum(_slope(Z, activation) < 0.01)
    )


@wrong("The lists run from the last hidden layer to the first. A1 comes first.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs[::-1], activation)


@wrong("Only the last hidden layer is reported. Give one number for each hidden layer.")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)[-1:]
    return _statistics(pairs, activation)


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    print(_statistics(pairs, activation))


@right("with the slopes from z")
def activation_statistics(X, parameters, activation):
    pairs = _activations(X, parameters, activation)
    return _statistics(pairs, activation)


@right("loops over the examples")
def activation_statistics(X, parameters, activation):
    L, m = len(parameters) // 2, X.shape[1]
    squares, flats = np.zeros(L - 1), np.zeros(L - 1)
    for i in range(m):
        a = X[:, i]
        for layer in range(1, L):
            z = parameters[f"W{layer}"] @ a + parameters[f"b{layer}"][:, 0]
            if activation == "relu":
                a, slope = np.where(z > 0, z, 0), (z > 0).astype(float)
            elif activation == "tanh":
                a, slope = np.tanh(z), 1 / np.cosh(np.clip(z, -300, 300)) ** 2
            else:
                a = 0.5 * (1 + np.tanh(z / 2))
                slope = a - a * a
            squares[layer - 1] += np.sum(a * a) / (m * a.size)
            flats[layer - 1] += np.sum(slope < 0.01) / (m * a.size)
    return {"flat": flats, "mean_square": squares}


@right("einsum and Fortran order")
def activation_statistics(X, parameters, activation):
    A, squares, flats = np.asfortranarray(X), [], []
    for layer in range(1, len(parameters) // 2):
        Z = np.einsum("jk,ki->ji", parameters[f"W{layer}"], A) + parameters[f"b{layer}"]
        slope = _slope(Z, activation)
        A = {"relu": np.maximum(0, Z), "tanh": np.tanh(Z)}.get(activation)
        if A is None:
            A = 1 / (1 + np.exp(-Z))
        squares.append(np.vdot(A, A) / A.size)
        flats.append(1 - np.count_nonzero(slope >= 0.01) / slope.size)
    return {"mean_square": squares, "flat": flats}


@right("weights and bias in one matrix")
def activation_statistics(X, parameters, activation):
    A, result = X, {"mean_square": [], "flat": []}
    for layer in range(1, len(parameters) // 2):
        M = np.hstack([parameters[f"W{layer}"], parameters[f"b{layer}"]])
        Z = M @ np.vstack([A, np.ones((1, A.shape[1]))])
        if activation == "relu":
            A, low = Z * (Z > 0), Z <= 0
        elif activation == "tanh":
            A = np.tanh(Z)
            low = A**2 > 0.99
        else:
            A = 1 / (1 + np.exp(-Z))
            low = np.abs(A - 0.5) > np.sqrt(0.24)
        result["mean_square"].append(np.average(A**2))
        result["flat"].append(np.average(low))
    return result


# --------------------------------------------------------------- predicted_mean_squares


@wrong("std is not squared. A variance belongs here: Var(w) = std².")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std * q
        squares.append(q)
    return squares


@wrong(
    "n_l stands where n_{l-1} belongs: one z adds up as many products as the layer "
    "before has units."
)
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[1:-1]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong("ReLU is treated like a line. It sets half of the signal to zero: c = 1/2.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = 1.0
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong('A line loses nothing: c = 1 for "linear". The half belongs to ReLU.')
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = 0.5
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong("The two activations are exchanged: ReLU halves, the line does not.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 0.5, "relu": 1.0}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong(
    "ReLU halves the mean square, not its root: c = 1/2, without a square or a root "
    "on it."
)
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.25}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong("The output layer is in the list. The hidden layers are 1, ..., L - 1.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-1]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong("The list begins with q_0, the features. Its first entry is q_1.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return [mean_square, *squares]


@wrong("Every layer starts from the features again. q_l follows from q_{l-1}.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * mean_square
        squares.append(q)
    return squares


@wrong("The half of ReLU is taken once for the whole network. Every layer halves.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], c * mean_square
    for n_prev in layer_dims[:-2]:
        q = n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong("These are roots of mean squares. Return q_l itself.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(np.sqrt(q))
    return squares


@wrong(
    "Only the last hidden layer's value is returned. Give the list q_1, ..., q_{L-1}."
)
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return q


@wrong(
    "The number of units is squared as well. The mean square grows with n_{l-1} "
    "once: n_{l-1} std²."
)
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * (n_prev * std) ** 2 * q
        squares.append(q)
    return squares


@wrong(
    "The width of the layer before is not in the formula. More inputs make a larger "
    "z: n_{l-1} std²."
)
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * std**2 * q
        squares.append(q)
    return squares


@wrong("The mean square of the features is not used. Start with q_0.")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], 1.0
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    print(squares)


@right("a running product")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    c = 0.5 if activation == "relu" else 1
    gains = c * std**2 * np.array(layer_dims[:-2], dtype=float)
    return mean_square * np.cumprod(gains)


@right("each layer from the start")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    half = 2 if activation == "relu" else 1
    return [
        mean_square * np.prod([n * std * std / half for n in layer_dims[:layer]])
        for layer in range(1, len(layer_dims) - 1)
    ]


@right("through logarithms")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    if std == 0:
        return [0.0 for _ in layer_dims[2:]]
    total, squares = np.log(mean_square), []
    for layer in range(1, len(layer_dims) - 1):
        total += np.log(layer_dims[layer - 1]) + 2 * np.log(std)
        total -= np.log(2) * (activation == "relu")
        squares.append(float(np.exp(total)))
    return squares


@right("recursion")
def predicted_mean_squares(layer_dims, std, mean_square, activation):
    if len(layer_dims) < 3:
        return []
    q = layer_dims[0] * std**2 * mean_square / (2 if activation == "relu" else 1)
    return [q, *predicted_mean_squares(layer_dims[1:], std, q, activation)]


# ----------------------------------------------------------------------- gradient_norms


def _there(X, parameters, activation, last="sigmoid"):
    """Output and caches of a forward pass."""
    A, caches, L = X, [], len(parameters) // 2
    for layer in range(1, L + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = activation_forward(A, W, b, activation if layer < L else last)
        caches.append(cache)
    return A, caches


def _back(dZ, caches, activation):
    """Triples (dA_prev, dW, db) of all layers, from layer 1 to layer L."""
    found = [linear_backward(dZ, caches[-1][0], caches[-1][1])]
    for cache in caches[-2::-1]:
        found.insert(0, activation_backward(found[0][0], cache, activation))
    return found


def _norms(X, Y, parameters, activation, norm):
    """norm(dA_prev, dW, db) of every layer."""
    A, caches = _there(X, parameters, activation)
    found = _back(A - Y, caches, activation)
    return [float(norm(*triple)) for triple in found]


@wrong("The list runs from the last layer to the first. The length of dW1 comes first.")
def gradient_norms(X, Y, parameters, activation):
    return _norms(X, Y, parameters, activation, lambda dA, dW, db: np.linalg.norm(dW))[
        ::-1
    ]


@wrong("The biases are counted in. The length of dW alone is asked for.")
def gradient_norms(X, Y, parameters, activation):
    return _norms(
        X,
        Y,
        parameters,
        activation,
        lambda dA, dW, db: np.sqrt(np.sum(dW**2) + np.sum(db**2)),
    )


@wrong("These are squared lengths. Take the root of the sum of squares.")
def gradient_norms(X, Y, parameters, activation):
    return _norms(X, Y, parameters, activation, lambda dA, dW, db: np.sum(dW**2))


@wrong(
    "This is the mean size of an entry of dW. The length is the root of the sum of "
    "squares."
)
def gradient_norms(X, Y, parameters, activation):
    return _norms(X, Y, parameters, activation, lambda dA, dW, db: np.mean(np.abs(dW)))


@wrong(
    "The sizes of the entries are added up. The length is the root of the sum of "
    "their squares."
)
def gradient_norms(X, Y, parameters, activation):
    return _norms(X, Y, parameters, activation, lambda dA, dW, db: np.sum(np.abs(dW)))


@wrong(
    "np.linalg.norm(dW, 2) is the largest stretch of a matrix. Without the 2 it is "
    "the root of the sum of squares."
)
def gradient_norms(X, Y, parameters, activation):
    return _norms(
        X, Y, parameters, activation, lambda dA, dW, db: np.linalg.norm(dW, 2)
    )


@wrong(
    "This is the root of the mean square. The length is the root of the sum of squares."
)
def gradient_norms(X, Y, parameters, activation):
    return _norms(
        X, Y, parameters, activation, lambda dA, dW, db: np.sqrt(np.mean(dW**2))
    )


@wrong(
    "The factor 1/m is missing: the length grows with the number of examples. "
    "linear_backward takes the mean already."
)
def gradient_norms(X, Y, parameters, activation):
    return _norms(
        X, Y, parameters, activation, lambda dA, dW, db: X.shape[1] * np.linalg.norm(dW)
    )


@wrong("The factor 1/m is there twice. linear_backward takes the mean already.")
def gradient_norms(X, Y, parameters, activation):
    return _norms(
        X, Y, parameters, activation, lambda dA, dW, db: np.linalg.norm(dW) / X.shape[1]
    )


@wrong("These are the lengths of the weights. Their gradients are asked for.")
def gradient_norms(X, Y, parameters, activation):
    L = len(parameters) // 2
    return [float(np.linalg.norm(parameters[f"W{layer}"])) for layer in range(1, L + 1)]


@wrong(
    "These are the lengths of dA, the message to the layer before. Take those of dW."
)
def gradient_norms(X, Y, parameters, activation):
    return _norms(X, Y, parameters, activation, lambda dA, dW, db: np.linalg.norm(dA))


@wrong(
    "The output layer has the activation of the hidden layers. It has the sigmoid, "
    "whatever the others have."
)
def gradient_norms(X, Y, parameters, activation):
    A, caches = _there(X, parameters, activation, last=activation)
    found = _back(A - Y, caches, activation)
    return [float(np.linalg.norm(dW)) for _, dW, _ in found]


@wrong(
    "A - Y is multiplied by the slope a(1 - a) once more. It is dZ already: the "
    "slope has cancelled."
)
def gradient_norms(X, Y, parameters, activation):
    A, caches = _there(X, parameters, activation)
    found = _back((A - Y) * A * (1 - A), caches, activation)
    return [float(np.linalg.norm(dW)) for _, dW, _ in found]


@wrong(
    "The hidden layers are always ReLU on the way back. Pass the activation on "
    "there, too."
)
def gradient_norms(X, Y, parameters, activation):
    A, caches = _there(X, parameters, activation)
    found = _back(A - Y, caches, "relu")
    return [float(np.linalg.norm(dW)) for _, dW, _ in found]


@wrong("The hidden layers are always ReLU. Pass the activation on, there and back.")
def gradient_norms(X, Y, parameters, activation):
    A, caches = _there(X, parameters, "relu")
    found = _back(A - Y, caches, "relu")
    return [float(np.linalg.norm(dW)) for _, dW, _ in found]


@wrong("The output layer's gradient is missing: the list has L numbers.")
def gradient_norms(X, Y, parameters, activation):
    return _norms(X, Y, parameters, activation, lambda dA, dW, db: np.linalg.norm(dW))[
        :-1
    ]


@wrong(
    "On the way back dA is not carried on: every hidden layer gets the message of "
    "the output layer."
)
def gradient_norms(X, Y, parameters, activation):
    A, caches = _there(X, parameters, activation)
    dA, dW, _ = linear_backward(A - Y, caches[-1][0], caches[-1][1])
    norms = [float(np.linalg.norm(dW))]
    for cache in caches[-2::-1]:
        norms.insert(
            0, float(np.linalg.norm(activation_backward(dA, cache, activation)[1]))
        )
    return norms


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def gradient_norms(X, Y, parameters, activation):
    print(_norms(X, Y, parameters, activation, lambda dA, dW, db: np.linalg.norm(dW)))


@right("the root of a sum of squares")
def gradient_norms(X, Y, parameters, activation):
    return _norms(
        X, Y, parameters, activation, lambda dA, dW, db: np.sqrt(np.sum(np.square(dW)))
    )


@right("no helper: all by hand, as an array")
def gradient_norms(X, Y, parameters, activation):
    A, cache, L, m = X, [], len(parameters) // 2, X.shape[1]
    for layer in range(1, L + 1):
        Z = parameters[f"W{layer}"] @ A + parameters[f"b{layer}"]
        cache.append((A, Z))
        if layer < L and activation == "relu":
            A = np.maximum(Z, 0)
        elif layer < L and activation == "tanh":
            A = np.tanh(Z)
        else:
            A = 1 / (1 + np.exp(-Z))
    dZ, norms = A - Y, np.zeros(L)
    for layer in range(L, 0, -1):
        norms[layer - 1] = np.linalg.norm(dZ @ cache[layer - 1][0].T / m)
        if layer > 1:
            slope = _slope(cache[layer - 2][1], activation)
            dZ = (parameters[f"W{layer}"].T @ dZ) * slope
    return norms


@right("the mean of the gradients of single examples")
def gradient_norms(X, Y, parameters, activation):
    L, m = len(parameters) // 2, X.shape[1]
    total = [
        np.zeros_like(parameters[f"W{layer}"], dtype=float) for layer in range(1, L + 1)
    ]
    for i in range(m):
        A, caches = _there(X[:, i : i + 1], parameters, activation)
        found = _back(A - Y[:, i : i + 1], caches, activation)
        total = [dW + triple[1] / m for dW, triple in zip(total, found)]
    return [np.linalg.norm(dW.ravel()) for dW in total]


@right("einsum, single precision at the end")
def gradient_norms(X, Y, parameters, activation):
    A, caches = _there(np.asfortranarray(X), parameters, activation)
    found = _back(A - Y, caches, activation)
    return [np.float32(np.sqrt(np.einsum("jk,jk->", dW, dW))) for _, dW, _ in found]


# ---------------------------------------------------------------------------- decisions


@right("capital letters")
def decisions():
    return {
        "which_zero": "B",
        "one_step": "D",
        "cost_at_the_start": "A",
        "depth": "C",
        "width": "B",
        "which_start": "A",
        "no_gradient": "C",
    }


@right("letters with a bracket")
def decisions():
    return {
        "which_zero": "b)",
        "one_step": "d)",
        "cost_at_the_start": "a)",
        "depth": "c)",
        "width": "b)",
        "which_start": "a)",
        "no_gradient": "c)",
    }


@right("another order, with blanks")
def decisions():
    return {
        "no_gradient": " c ",
        "which_start": " a ",
        "width": " b ",
        "depth": " c ",
        "cost_at_the_start": " a ",
        "one_step": " d ",
        "which_zero": " b ",
    }


QUESTIONS = {
    "decisions": {
        "which_zero": {
            "a": "The weights make the units differ; equal biases do not undo it.",
            "b": "Yes: the rows of W differ, so the units differ. That is enough.",
            "c": "A bias of 1 is allowed, but nothing asks for it.",
            "d": "It would do no harm, but nothing asks for it.",
        },
        "one_step": {
            "a": "Each dW is a product with an activation or a weight that is 0.",
            "b": "dW1 and db1 need W2 and W3, and these are 0.",
            "c": "dW3 needs A2, and that is 0.",
            "d": "Yes: db3 is the mean of A - Y. All other slopes have a factor 0.",
        },
        "cost_at_the_start": {
            "a": "Yes: z is far too large, so answers near 0 or 1, many of them wrong, "
            "stand there before anything is learnt.",
            "b": "Small weights give z near 0, so ln 2 = 0.693.",
            "c": "All zeros give 1/2 for everybody: ln 2 = 0.693, whatever the labels.",
            "d": "At iteration 0 no step has been made, so no rate has been used.",
        },
        "depth": {
            "a": "That is 50 · 0.9: layers multiply, they do not add.",
            "b": "That is 0.9^5: there are 50 factors.",
            "c": "Yes: 0.9 to the power of 50 is 0.005.",
            "d": "0.9 is near 1, but its 50th power is not.",
        },
        "width": {
            "a": "Four times the inputs make a z with four times the variance.",
            "b": "Yes: the variance must fall to a quarter, so the weights are halved.",
            "c": "A quarter of the weights is a sixteenth of the variance.",
            "d": "Larger weights on more inputs: z would grow twice over.",
        },
        "which_start": {
            "a": "Yes: ReLU drops half of the mean square, and the 2 puts it back.",
            "b": "Without the 2 half is lost in each layer: a millionth after 20.",
            "c": "Here the width is not in the formula at all.",
            "d": "Without the root the weights are 2/256 = 0.008, not 0.088.",
        },
        "no_gradient": {
            "a": "Every layer of this network gets a small one, not the first alone.",
            "b": "The slope of ReLU is 1 wherever it is not 0. It shrinks nothing.",
            "c": "Yes: layer l has l - 1 factors in front and L - l behind it, "
            "and their "
            "product is the same for all.",
            "d": "The biases add nothing to dW, and they are not the reason here.",
        },
    }
}
