"""Answers to the exercises of the deep network: wrong ones and right ones."""

import math

import numpy as np

from autograder.truth.decorators import right, wrong

# --------------------------------------------------------------- expected_shapes


def _shapes(layer_dims, m, W, b, Z, A=None):
    """A table of shapes from one rule per letter."""
    table = {"A0": (layer_dims[0], m)}
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        table |= {f"W{k}": W(n, p), f"b{k}": b(n), f"Z{k}": Z(n), f"A{k}": (A or Z)(n)}
    return table


@wrong(
    "W is turned round: (n_prev, n). A row of W is one unit with a weight for each "
    "input, so W is (n, n_prev), and W A_prev fits."
)
def expected_shapes(layer_dims, m):
    return _shapes(
        layer_dims, m, lambda n, p: (p, n), lambda n: (n, 1), lambda n: (n, m)
    )


@wrong(
    "b has one axis here, (n,). Added to (n, m) that would run along the examples: "
    "keep the column (n, 1)."
)
def expected_shapes(layer_dims, m):
    return _shapes(layer_dims, m, lambda n, p: (n, p), lambda n: (n,), lambda n: (n, m))


@wrong(
    "b has a column per example here. A bias belongs to the unit, not to the example: "
    "(n, 1), and broadcasting does the rest."
)
def expected_shapes(layer_dims, m):
    return _shapes(
        layer_dims, m, lambda n, p: (n, p), lambda n: (n, m), lambda n: (n, m)
    )


@wrong("Z and A have a row per example here. Examples are columns: (n, m).")
def expected_shapes(layer_dims, m):
    return _shapes(
        layer_dims, m, lambda n, p: (n, p), lambda n: (n, 1), lambda n: (m, n)
    )


@wrong("Z and A have one column here: that is one example. All of them make (n, m).")
def expected_shapes(layer_dims, m):
    return _shapes(
        layer_dims, m, lambda n, p: (n, p), lambda n: (n, 1), lambda n: (n, 1)
    )


@wrong(
    "W has a column per example here. It joins two layers, whatever the examples "
    "are: (n, n_prev)."
)
def expected_shapes(layer_dims, m):
    return _shapes(
        layer_dims, m, lambda n, p: (n, m), lambda n: (n, 1), lambda n: (n, m)
    )


@wrong("A0 is missing: the features X are the activations of layer 0.")
def expected_shapes(layer_dims, m):
    table = _shapes(
        layer_dims, m, lambda n, p: (n, p), lambda n: (n, 1), lambda n: (n, m)
    )
    table.pop("A0")
    return table


@wrong("A0 is (m, n_x) here. X has a column per example: (n_x, m).")
def expected_shapes(layer_dims, m):
    table = _shapes(
        layer_dims, m, lambda n, p: (n, p), lambda n: (n, 1), lambda n: (n, m)
    )
    return table | {"A0": (m, layer_dims[0])}


@wrong(
    "The last layer is missing. layer_dims has L + 1 entries, so the layers are 1 to "
    "len(layer_dims) - 1, and range leaves its end out."
)
def expected_shapes(layer_dims, m):
    table = {"A0": (layer_dims[0], m)}
    for k in range(1, len(layer_dims) - 1):
        n, p = layer_dims[k], layer_dims[k - 1]
        table |= {f"W{k}": (n, p), f"b{k}": (n, 1), f"Z{k}": (n, m), f"A{k}": (n, m)}
    return table


@wrong("The layers are counted from 0 here. Layer 0 is the input: the first W is W1.")
def expected_shapes(layer_dims, m):
    table = {}
    for k in range(len(layer_dims) - 1):
        n, p = layer_dims[k + 1], layer_dims[k]
        table |= {f"W{k}": (n, p), f"b{k}": (n, 1), f"Z{k}": (n, m), f"A{k}": (n, m)}
    return table


@wrong("These are counts of numbers, n · n_prev. A shape is a pair, (n, n_prev).")
def expected_shapes(layer_dims, m):
    return _shapes(layer_dims, m, lambda n, p: n * p, lambda n: n, lambda n: n * m)


@wrong("The activations A1 to AL are missing. They have the shape of Z.")
def expected_shapes(layer_dims, m):
    table = _shapes(
        layer_dims, m, lambda n, p: (n, p), lambda n: (n, 1), lambda n: (n, m)
    )
    return {key: value for key, value in table.items() if key[0] != "A" or key == "A0"}


@right("from pairs of neighbours")
def expected_shapes(layer_dims, m):
    table = {"A0": (layer_dims[0], m)}
    for k, (p, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        table[f"W{k}"] = (n, p)
        table[f"b{k}"] = (n, 1)
        table[f"Z{k}"] = table[f"A{k}"] = (n, m)
    return table


@right("lists in place of tuples, backwards")
def expected_shapes(layer_dims, m):
    table = {}
    for k in reversed(range(1, len(layer_dims))):
        table[f"W{k}"] = [layer_dims[k], layer_dims[k - 1]]
        table[f"b{k}"] = [layer_dims[k], 1]
    for k, n in enumerate(layer_dims):
        table[f"A{k}"] = [n, m]
        if k:
            table[f"Z{k}"] = [n, m]
    return table


@right("measured on arrays of zeros")
def expected_shapes(layer_dims, m):
    A = np.zeros((layer_dims[0], m))
    table = {"A0": A.shape}
    for k, n in enumerate(layer_dims[1:], start=1):
        W, b = np.zeros((n, len(A))), np.zeros((n, 1))
        A = W @ A + b
        table |= {f"W{k}": W.shape, f"b{k}": b.shape, f"Z{k}": A.shape}
        table[f"A{k}"] = A.shape
    return table


# --------------------------------------------------------------- initialize_deep


def _start(layer_dims, weights, bias=lambda n: np.zeros((n, 1))):
    """Parameters from one rule for weights and one for biases."""
    parameters = {}
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        parameters |= {f"W{k}": weights(n, p), f"b{k}": bias(n)}
    return parameters


@wrong(
    "The weights are scaled by 0.01, as for one hidden layer. Through many layers a "
    "signal would die out: scale by √(2 / n_prev)."
)
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: rng.standard_normal((n, p)) * 0.01)


@wrong("The factor is 2 / n_prev: its square root is missing.")
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: rng.standard_normal((n, p)) * 2 / p)


@wrong(
    "The factor is √(1 / n_prev). ReLU lets half of the signal through, so the 2 "
    "belongs in: √(2 / n_prev)."
)
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: rng.standard_normal((n, p)) / np.sqrt(p))


@wrong(
    "The scale uses the units of the layer itself. What is added up in a unit are the "
    "n_prev inputs: √(2 / n_prev)."
)
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: rng.standard_normal((n, p)) * np.sqrt(2 / n))


@wrong("The scale uses n + n_prev. Here it is √(2 / n_prev), the inputs alone.")
def initialize_deep(layer_dims, rng):
    return _start(
        layer_dims, lambda n, p: rng.standard_normal((n, p)) * np.sqrt(2 / (n + p))
    )


@wrong("The weights are not scaled. Multiply by √(2 / n_prev).")
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: rng.standard_normal((n, p)))


@wrong(
    "The random numbers lie between 0 and 1: these are rng.random. Draw them with "
    "rng.standard_normal."
)
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: rng.random((n, p)) * np.sqrt(2 / p))


@wrong(
    "All weights are zero. Then all units of a layer stay twins for ever: draw them "
    "at random."
)
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: np.zeros((n, p)))


@wrong("W is (n_prev, n). A row per unit: (n, n_prev).")
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: rng.standard_normal((p, n)) * np.sqrt(2 / p))


@wrong("The biases are random. Only the weights are drawn; a bias starts at 0.")
def initialize_deep(layer_dims, rng):
    return _start(
        layer_dims,
        lambda n, p: rng.standard_normal((n, p)) * np.sqrt(2 / p),
        lambda n: rng.standard_normal((n, 1)),
    )


@wrong("b has one axis, (n,). Keep a column: np.zeros takes the shape (n, 1).")
def initialize_deep(layer_dims, rng):
    return _start(
        layer_dims,
        lambda n, p: rng.standard_normal((n, p)) * np.sqrt(2 / p),
        lambda n: np.zeros(n),
    )


@wrong(
    "A generator of its own is made inside, with a fixed seed. Draw from the rng that "
    "is passed in."
)
def initialize_deep(layer_dims, rng):
    own = np.random.default_rng(0)
    return _start(layer_dims, lambda n, p: own.standard_normal((n, p)) * np.sqrt(2 / p))


@wrong("changes NumPy's global random state")
def initialize_deep(layer_dims, rng):
    return _start(layer_dims, lambda n, p: np.random.randn(n, p) * np.sqrt(2 / p))


@wrong("The layers are drawn from the last to the first. Draw W1 first.")
def initialize_deep(layer_dims, rng):
    parameters = {}
    for k in reversed(range(1, len(layer_dims))):
        n, p = layer_dims[k], layer_dims[k - 1]
        parameters[f"W{k}"] = rng.standard_normal((n, p)) * np.sqrt(2 / p)
        parameters[f"b{k}"] = np.zeros((n, 1))
    return parameters


@wrong(
    "The last layer is missing: layer_dims has L + 1 entries, and range leaves its "
    "end out."
)
def initialize_deep(layer_dims, rng):
    return _start(
        layer_dims[:-1], lambda n, p: rng.standard_normal((n, p)) * np.sqrt(2 / p)
    )


@right("rng.normal with a standard deviation")
def initialize_deep(layer_dims, rng):
    parameters = {}
    for k, (p, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        parameters[f"W{k}"] = rng.normal(0, (2 / p) ** 0.5, (n, p))
        parameters[f"b{k}"] = np.full((n, 1), 0.0)
    return parameters


@right("row by row, biases as integers")
def initialize_deep(layer_dims, rng):
    parameters = {}
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        rows = [rng.standard_normal(p) for _ in range(n)]
        parameters[f"W{k}"] = np.stack(rows) / math.sqrt(p / 2)
        parameters[f"b{k}"] = np.zeros((n, 1), int)
    return parameters


@right("single precision, Fortran order")
def initialize_deep(layer_dims, rng):
    return _start(
        layer_dims,
        lambda n, p: np.asfortranarray(
            (rng.standard_normal(n * p).reshape(n, p) * np.sqrt(2 / p)).astype("f4")
        ),
    )


# ---------------------------------------------------------------- linear_forward


@wrong("The bias is missing: Z = W A_prev + b.")
def linear_forward(A_prev, W, b):
    return W @ A_prev


@wrong(
    "This is entry by entry, not a matrix product. Each unit adds up over all its "
    "inputs: W @ A_prev."
)
def linear_forward(A_prev, W, b):
    return W * A_prev + b


@wrong(
    "W is transposed. Its rows are the units of this layer already: (n, n_prev) times "
    "(n_prev, m)."
)
def linear_forward(A_prev, W, b):
    return W.T @ A_prev + b


@wrong(
    "The product is the other way round, A_prev W. The sizes that meet must be equal: "
    "(n, n_prev) times (n_prev, m)."
)
def linear_forward(A_prev, W, b):
    return A_prev @ W + b


@wrong("The result is transposed: examples as rows. Keep them as columns, (n, m).")
def linear_forward(A_prev, W, b):
    return (W @ A_prev + b).T


@wrong(
    "The bias runs along the examples: it was flattened to (n,) and lies down as a "
    "row. Keep the column (n, 1): entry j belongs to row j."
)
def linear_forward(A_prev, W, b):
    return W @ A_prev + np.resize(b.ravel(), A_prev.shape[1])


@wrong("The bias is subtracted. Z = W A_prev + b.")
def linear_forward(A_prev, W, b):
    return W @ A_prev - b


@wrong("The mean bias is added to every unit. Each unit has its own: b is (n, 1).")
def linear_forward(A_prev, W, b):
    return W @ A_prev + np.mean(b)


@wrong(
    "The bias is added to the inputs before the product, W (A_prev + b). Multiply "
    "first, then add."
)
def linear_forward(A_prev, W, b):
    return W @ (A_prev + np.resize(b, (W.shape[1], 1)))


@wrong("The examples are added up to one column. Every example keeps its own.")
def linear_forward(A_prev, W, b):
    return np.sum(W @ A_prev, axis=1, keepdims=True) + b


@wrong("Only the first example goes through. Z has a column for each, (n, m).")
def linear_forward(A_prev, W, b):
    return W @ A_prev[:, :1] + b


@wrong("The activation is applied here already. This half of the layer ends with Z.")
def linear_forward(A_prev, W, b):
    return np.maximum(W @ A_prev + b, 0)


@wrong("changes its argument `A_prev`")
def linear_forward(A_prev, W, b):
    A_prev *= 2
    return W @ A_prev / 2 + b


@right("np.dot, the bias as copied columns")
def linear_forward(A_prev, W, b):
    return np.dot(W, A_prev) + np.tile(b, (1, A_prev.shape[1]))


@right("einsum, Fortran order")
def linear_forward(A_prev, W, b):
    return np.asfortranarray(np.einsum("jk,ki->ji", W, A_prev) + b)


@right("loops over units and examples")
def linear_forward(A_prev, W, b):
    Z = np.empty((W.shape[0], A_prev.shape[1]))
    for j in range(W.shape[0]):
        for i in range(A_prev.shape[1]):
            Z[j, i] = float(np.sum(W[j] * A_prev[:, i])) + b[j, 0]
    return Z


@right("b as one more column of W, in single precision")
def linear_forward(A_prev, W, b):
    ones = np.ones((1, A_prev.shape[1]))
    whole = np.hstack([W, b]).astype(np.float32)
    return whole @ np.vstack([A_prev, ones]).astype(np.float32)


# ------------------------------------------------------------ activation_forward


def _act(Z, activation):
    if activation == "relu":
        return np.maximum(Z, 0)
    return sigmoid(Z) if activation == "sigmoid" else np.tanh(Z)


@wrong(
    "The cache ends with A in place of Z. The way back needs g'(Z): keep what went "
    "into the activation."
)
def activation_forward(A_prev, W, b, activation):
    A = _act(linear_forward(A_prev, W, b), activation)
    return A, (A_prev, W, b, A)


@wrong("Z comes out where A should. Apply the activation before you return.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    return Z, (A_prev, W, b, Z)


@wrong("The cache is missing: the result is the pair A, cache.")
def activation_forward(A_prev, W, b, activation):
    return _act(linear_forward(A_prev, W, b), activation)


@wrong("The order is A first, then the cache.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    return (A_prev, W, b, Z), _act(Z, activation)


@wrong("The cache holds A_prev, W and b alone. Z belongs in it too, at the end.")
def activation_forward(A_prev, W, b, activation):
    return _act(linear_forward(A_prev, W, b), activation), (A_prev, W, b)


@wrong("The cache holds Z alone. The way back needs (A_prev, W, b, Z).")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    return _act(Z, activation), Z


@wrong("The cache is in another order. It is (A_prev, W, b, Z).")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    return _act(Z, activation), (Z, A_prev, W, b)


@wrong(
    "The cache begins with A, this layer's own result. It wants A_prev, what went "
    "into the layer."
)
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    A = _act(Z, activation)
    return A, (A, W, b, Z)


@wrong("ReLU is used whatever the argument says. Ask for the value of activation.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    return np.maximum(Z, 0), (A_prev, W, b, Z)


@wrong("The sigmoid is used whatever the argument says. Ask what activation is.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    return sigmoid(Z), (A_prev, W, b, Z)


@wrong("For tanh the sigmoid comes out. tanh runs from -1 to 1: np.tanh.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    return _act(Z, activation.replace("tanh", "sigmoid")), (A_prev, W, b, Z)


@wrong("ReLU lets a little through below 0: that is the leaky kind. Here it is 0.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    A = np.maximum(Z, 0.01 * Z) if activation == "relu" else _act(Z, activation)
    return A, (A_prev, W, b, Z)


@wrong("ReLU turns negative numbers round. It is max(z, 0), not |z|.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    A = np.abs(Z) if activation == "relu" else _act(Z, activation)
    return A, (A_prev, W, b, Z)


@wrong(
    "One number comes out where a matrix should: np.max finds the largest entry of "
    "all. np.maximum compares entry by entry."
)
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    A = np.max(Z) if activation == "relu" else _act(Z, activation)
    return A, (A_prev, W, b, Z)


@wrong("e^z / (1 + e^z) is inf / inf for large z. Take the sigmoid that is given.")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    A = np.exp(Z) / (1 + np.exp(Z)) if activation == "sigmoid" else _act(Z, activation)
    return A, (A_prev, W, b, Z)


@wrong(
    "Z is overwritten where it is negative, and the cache remembers the cut one. Give "
    "A an array of its own."
)
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    if activation == "relu":
        Z[Z < 0] = 0
    return _act(Z, activation), (A_prev, W, b, Z)


@right("masks, and a tanh made of the sigmoid")
def activation_forward(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    if activation == "relu":
        return Z * (Z > 0), (A_prev, W, b, Z)
    if activation == "tanh":
        return 2 * sigmoid(2 * Z) - 1, (A_prev, W, b, Z)
    return sigmoid(Z), (A_prev, W, b, Z)


@right("np.where and np.tanh alone, copies in the cache")
def activation_forward(A_prev, W, b, activation):
    Z = W @ A_prev + b
    A = {
        "relu": np.where(Z > 0, Z, 0.0),
        "sigmoid": (1 + np.tanh(Z / 2)) / 2,
        "tanh": np.tanh(Z),
    }[activation]
    return A, (A_prev.copy(), W.copy(), b.copy(), Z.copy())


@right("a list as cache, single precision, Fortran order")
def activation_forward(A_prev, W, b, activation):
    A_prev, W, b = (np.asfortranarray(x, dtype=np.float32) for x in (A_prev, W, b))
    Z = np.einsum("jk,ki->ji", W, A_prev) + b
    return _act(Z, activation), [A_prev, W, b, Z]


# ------------------------------------------------------------------ deep_forward


def _chain(X, parameters, kind, start=1, end=None):
    """Layers start to end with one rule for their activation."""
    L = len(parameters) // 2
    A, caches = X, []
    for k in range(start, (end or L) + 1):
        W, b = parameters[f"W{k}"], parameters[f"b{k}"]
        A, cache = activation_forward(A, W, b, kind(k, L))
        caches.append(cache)
    return A, caches


def _usual(k, L):
    return "relu" if k < L else "sigmoid"


@wrong(
    "The last layer is a ReLU too. It must give a probability: the sigmoid for layer "
    "L, ReLU only before it."
)
def deep_forward(X, parameters):
    return _chain(X, parameters, lambda k, L: "relu")


@wrong("Every layer is a sigmoid. The hidden ones are ReLU, only the last is not.")
def deep_forward(X, parameters):
    return _chain(X, parameters, lambda k, L: "sigmoid")


@wrong("The hidden layers use tanh. Here they are ReLU.")
def deep_forward(X, parameters):
    return _chain(X, parameters, lambda k, L: "tanh" if k < L else "sigmoid")


@wrong(
    "The last layer is left out: range(1, L) ends with L - 1. There are L layers, "
    "half as many as names in parameters."
)
def deep_forward(X, parameters):
    L = len(parameters) // 2
    return _chain(X, parameters, _usual, 1, L - 1) if L > 1 else (X, [])


@wrong("The last layer runs twice: one more cache than layers.")
def deep_forward(X, parameters):
    A, caches = _chain(X, parameters, _usual)
    L = len(parameters) // 2
    W, b = parameters[f"W{L}"], parameters[f"b{L}"]
    again, cache = activation_forward(
        np.resize(A, (W.shape[1], X.shape[1])), W, b, "sigmoid"
    )
    return again, [*caches, cache]


@wrong(
    "Every layer gets X. Layer l works on what layer l - 1 made: hand A on from turn "
    "to turn."
)
def deep_forward(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for k in range(1, L + 1):
        W, b = parameters[f"W{k}"], parameters[f"b{k}"]
        A, cache = activation_forward(
            np.resize(X, (W.shape[1], X.shape[1])), W, b, _usual(k, L)
        )
        caches.append(cache)
    return A, caches


@wrong("Only the last cache comes out. Collect one per layer in a list.")
def deep_forward(X, parameters):
    A, caches = _chain(X, parameters, _usual)
    return A, caches[-1]


@wrong("The list of caches runs backwards. caches[0] is that of layer 1.")
def deep_forward(X, parameters):
    A, caches = _chain(X, parameters, _usual)
    return A, caches[::-1]


@wrong("The caches are missing: the result is the pair AL, caches.")
def deep_forward(X, parameters):
    return _chain(X, parameters, _usual)[0]


@wrong("The cache of the last layer is missing: layer L is gone through and kept too.")
def deep_forward(X, parameters):
    A, caches = _chain(X, parameters, _usual)
    return A, caches[:-1]


@wrong(
    "Z is handed on in place of A: without its activation a stack of layers is one "
    "single layer."
)
def deep_forward(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for k in range(1, L + 1):
        out, cache = activation_forward(
            A, parameters[f"W{k}"], parameters[f"b{k}"], _usual(k, L)
        )
        caches.append(cache)
        A = out if k == L else cache[3]
    return A, caches


@wrong("The probabilities are rounded to classes. That is a later step: return AL.")
def deep_forward(X, parameters):
    A, caches = _chain(X, parameters, _usual)
    return (A > 0.5).astype(int), caches


@wrong(
    "The parameters are taken in the order in which the dict holds them. Ask for them "
    "by name, W1, W2, ..."
)
def deep_forward(X, parameters):
    values = list(parameters.values())
    A, caches = X, []
    for k in range(0, len(values), 2):
        g = "sigmoid" if k == len(values) - 2 else "relu"
        W, b = values[k], values[k + 1]
        A, cache = activation_forward(A, W, b, g)
        caches.append(cache)
    return A, caches


@right("the hidden layers in a loop, the last one after it")
def deep_forward(X, parameters):
    L = sum(name.startswith("W") for name in parameters)
    A, caches = X, [None] * L
    for k in range(1, L):
        A, caches[k - 1] = activation_forward(
            A, parameters["W" + str(k)], parameters["b" + str(k)], "relu"
        )
    A, caches[-1] = activation_forward(
        A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid"
    )
    return A, caches


@right("recursion, without the earlier functions")
def deep_forward(X, parameters):
    def layers(A, k):
        W, b = parameters[f"W{k}"], parameters[f"b{k}"]
        Z = np.dot(W, A) + b
        if f"W{k + 1}" not in parameters:
            return 0.5 * (1 + np.tanh(Z / 2)), [(A, W, b, Z)]
        last, caches = layers(Z * (Z > 0), k + 1)
        return last, [(A, W, b, Z), *caches]

    return layers(X, 1)


@right("one example after the other, single precision")
def deep_forward(X, parameters):
    single = {key: value.astype(np.float32) for key, value in parameters.items()}
    runs = [
        _chain(X[:, i : i + 1].astype("f4"), single, _usual) for i in range(X.shape[1])
    ]
    caches = []
    for parts in zip(*(run[1] for run in runs)):
        A_prev, Z = (np.hstack([part[j] for part in parts]) for j in (0, 3))
        caches.append((A_prev, parts[0][1], parts[0][2], Z))
    return np.hstack([run[0] for run in runs]), caches


# --------------------------------------------------------------- linear_backward


def _back(dZ, A_prev, W):
    m = dZ.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m, np.sum(dZ, axis=1, keepdims=True) / m


@wrong("dW is not divided by m. The cost is a mean over the examples.")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    return dA_prev, dW * dZ.shape[1], db


@wrong("db is not divided by m. The cost is a mean over the examples.")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    return dA_prev, dW, db * dZ.shape[1]


@wrong("Neither dW nor db is divided by m. The cost is a mean over the examples.")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    return dA_prev, dW * dZ.shape[1], db * dZ.shape[1]


@wrong(
    "dA_prev is divided by m as well. It goes on to the layer below, which takes the "
    "mean itself: one 1/m is enough."
)
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    return dA_prev / dZ.shape[1], dW, db


@wrong("dW and db are divided by the units n = dZ.shape[0]. m is dZ.shape[1].")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    m, n = dZ.shape[1], dZ.shape[0]
    return dA_prev, dW * m / n, db * m / n


@wrong("dW and db are divided by n_prev. m is the number of columns, dZ.shape[1].")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    m, n = dZ.shape[1], A_prev.shape[0]
    return dA_prev, dW * m / n, db * m / n


@wrong(
    "db has lost its second axis: (n,). keepdims=True keeps (n, 1); without it the "
    "next update spreads b over the wrong axis."
)
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    return dA_prev, dW, db.ravel()


@wrong(
    "db adds up over the units (axis 0). Each unit has its own bias: add over the "
    "examples, axis 1."
)
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, _ = _back(dZ, A_prev, W)
    return dA_prev, dW, np.sum(dZ, axis=0, keepdims=True).T / dZ.shape[1]


@wrong("db is one number for all units. Add over the examples only: axis=1.")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, _ = _back(dZ, A_prev, W)
    return dA_prev, dW, float(np.sum(dZ) / dZ.shape[1])


@wrong("db is dZ itself. All examples share one bias: take the mean over axis 1.")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, _ = _back(dZ, A_prev, W)
    return dA_prev, dW, dZ.copy()


@wrong("dW is transposed: it must have the shape of W, (n, n_prev).")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    return dA_prev, dW.T, db


@wrong(
    "The transpose of A_prev is missing in dW. (n, m) times (m, n_prev): dZ and "
    "A_prevᵀ."
)
def linear_backward(dZ, A_prev, W):
    m = dZ.shape[1]
    return W.T @ dZ, dZ @ A_prev / m, np.sum(dZ, axis=1, keepdims=True) / m


@wrong(
    "The transpose of W is missing in dA_prev. (n_prev, n) times (n, m): the way back "
    "goes through Wᵀ."
)
def linear_backward(dZ, A_prev, W):
    _, dW, db = _back(dZ, A_prev, W)
    return W @ dZ, dW, db


@wrong("The order of the results is dA_prev, dW, db.")
def linear_backward(dZ, A_prev, W):
    dA_prev, dW, db = _back(dZ, A_prev, W)
    return dW, db, dA_prev


@wrong("dA_prev is missing: without it the layer below learns nothing.")
def linear_backward(dZ, A_prev, W):
    return _back(dZ, A_prev, W)[1:]


@right("np.dot and a mean")
def linear_backward(dZ, A_prev, W):
    dW = np.dot(A_prev, dZ.T).T / A_prev.shape[1]
    return np.dot(dZ.T, W).T, dW, np.mean(dZ, axis=1, keepdims=True)


@right("a loop over the examples")
def linear_backward(dZ, A_prev, W):
    n, m = dZ.shape
    dA_prev, dW, db = np.zeros((W.shape[1], m)), np.zeros(W.shape), np.zeros((n, 1))
    for i in range(m):
        dz, a = dZ[:, i], A_prev[:, i]
        dW += np.outer(dz, a) / m
        db[:, 0] += dz / m
        dA_prev[:, i] = dz @ W
    return dA_prev, dW, db


@right("einsum, Fortran order, results as a list")
def linear_backward(dZ, A_prev, W):
    m = dZ.shape[1]
    dA_prev = np.asfortranarray(np.einsum("jk,ji->ki", W, dZ))
    return [dA_prev, np.einsum("ji,ki->jk", dZ, A_prev) / m, dZ @ np.ones((m, 1)) / m]


@right("in single precision")
def linear_backward(dZ, A_prev, W):
    return _back(*(x.astype(np.float32) for x in (dZ, A_prev, W)))


# ----------------------------------------------------------- activation_backward


def _slope(Z, activation):
    if activation == "relu":
        return (Z > 0) * 1.0
    if activation == "tanh":
        return 1 - np.tanh(Z) ** 2
    return sigmoid(Z) * (1 - sigmoid(Z))


@wrong(
    "For ReLU the sign of dA decides. What counts is the side of the bend in the "
    "forward pass: slope 1 where Z > 0.",
    shown=True,
)
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    slopes = {
        "relu": dA > 0,
        "sigmoid": sigmoid(Z) * (1 - sigmoid(Z)),
        "tanh": 1 - np.tanh(Z) ** 2,
    }
    return linear_backward(dA * slopes[activation], A_prev, W)


@wrong("The ReLU slope is taken as Z itself. It is 1 where Z > 0, and 0 elsewhere.")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    slope = np.maximum(Z, 0) if activation == "relu" else _slope(Z, activation)
    return linear_backward(dA * slope, A_prev, W)


@wrong("The slope g'(Z) is missing: dZ is not dA.")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    return linear_backward(dA, A_prev, W)


@wrong("dA is multiplied by g(Z), the value. The chain rule wants the slope g'(Z).")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    return linear_backward(dA * _act(Z, activation), A_prev, W)


@wrong(
    "The slope of the sigmoid is taken at A = σ(Z), the activation applied twice. "
    "g' belongs to Z: with a = σ(z) it is a (1 - a)."
)
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    at = sigmoid(Z) if activation == "sigmoid" else Z
    return linear_backward(dA * _slope(at, activation), A_prev, W)


@wrong(
    "The sigmoid's slope is taken as z (1 - z). The formula a (1 - a) is about the "
    "value a = σ(z)."
)
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    slope = Z * (1 - Z) if activation == "sigmoid" else _slope(Z, activation)
    return linear_backward(dA * slope, A_prev, W)


@wrong("The square is missing: tanh has the slope 1 - tanh²(z).")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    slope = 1 - np.tanh(Z) if activation == "tanh" else _slope(Z, activation)
    return linear_backward(dA * slope, A_prev, W)


@wrong("tanh got the slope of the sigmoid. It has its own: 1 - tanh²(z).")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    return linear_backward(
        dA * _slope(Z, activation.replace("tanh", "sigmoid")), A_prev, W
    )


@wrong("ReLU is used whatever the argument says. Ask for the value of activation.")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    return linear_backward(dA * (Z > 0), A_prev, W)


@wrong("The ReLU slope is 1 at Z = 0 here. We take 0 there: Z > 0, not Z >= 0.")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    slope = (Z >= 0) if activation == "relu" else _slope(Z, activation)
    return linear_backward(dA * slope, A_prev, W)


@wrong(
    "The ReLU looks at A_prev, the layer's input. The bend is at this layer's Z = 0."
)
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    side = np.resize(A_prev, Z.shape) if activation == "relu" else Z
    return linear_backward(dA * _slope(side, activation), A_prev, W)


@wrong("The ReLU slope is 0.01 below 0: that is the leaky kind. Here it is 0.")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    leaky = np.where(Z > 0, 1, 0.01)
    slope = leaky if activation == "relu" else _slope(Z, activation)
    return linear_backward(dA * slope, A_prev, W)


@wrong("The result is dZ alone. Send it on through linear_backward: three results.")
def activation_backward(dA, cache, activation):
    return dA * _slope(cache[3], activation)


@wrong("changes its argument `dA`")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    if activation == "relu":
        dA[Z <= 0] = 0
        return linear_backward(dA, A_prev, W)
    return linear_backward(dA * _slope(Z, activation), A_prev, W)


@wrong("e^z / (1 + e^z)² is inf / inf for large z. Use a (1 - a) with a = σ(z).")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    slope = _slope(Z, activation)
    if activation == "sigmoid":
        slope = np.exp(Z) / (1 + np.exp(Z)) ** 2
    return linear_backward(dA * slope, A_prev, W)


@right("a copy, cut where the unit slept")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
    else:
        dZ = dA * _slope(Z, activation)
    return linear_backward(dZ, A_prev, W)


@right("all of it by hand, with cosh")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = cache
    with np.errstate(over="ignore"):
        slope = {
            "relu": np.heaviside(Z, 0),
            "sigmoid": 0.25 / np.cosh(Z / 2) ** 2,
            "tanh": 1 / np.cosh(Z) ** 2,
        }[activation]
    dZ, m = dA * slope, dA.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.mean(axis=1, keepdims=True)


@right("signs, single precision, Fortran order")
def activation_backward(dA, cache, activation):
    A_prev, W, b, Z = (np.asfortranarray(x, dtype=np.float32) for x in cache)
    slope = (np.sign(Z) > 0) if activation == "relu" else _slope(Z, activation)
    return linear_backward(dA.astype(np.float32) * slope, A_prev, W)


# ----------------------------------------------------------------- deep_backward


def _down(dZ, caches, step):
    """From dZ of the last layer to all gradients; step goes down one layer."""
    L, grads = len(caches), {}
    dA, dW, db = linear_backward(dZ, caches[-1][0], caches[-1][1])
    grads |= {f"dW{L}": dW, f"db{L}": db}
    for k in range(L - 1, 0, -1):
        dA, dW, db = step(dA, caches[k - 1], k)
        grads |= {f"dW{k}": dW, f"db{k}": db}
    return grads


def _relu(dA, cache, k):
    return activation_backward(dA, cache, "relu")


@wrong(
    "The sign is the other way round: dZL = AL - Y, prediction minus label. Like this "
    "the cost would climb."
)
def deep_backward(AL, Y, caches):
    return _down(Y - AL, caches, _relu)


@wrong(
    "dA from -Y/A + (1 - Y)/(1 - A) divides by 0 where AL is 0 or 1. Multiplied out "
    "with the slope of σ it is AL - Y, finite everywhere: begin with that."
)
def deep_backward(AL, Y, caches):
    with np.errstate(all="ignore"):
        dA = -(Y / AL) + (1 - Y) / (1 - AL)
        return _down(dA * AL * (1 - AL), caches, _relu)


@wrong(
    "AL is cut off before the division, and where the answer is certain and wrong the "
    "slope becomes 0. Begin with AL - Y: nothing to divide, nothing to cut."
)
def deep_backward(AL, Y, caches):
    A = np.clip(AL, 1e-12, 1 - 1e-12)
    dA = -(Y / A) + (1 - Y) / (1 - A)
    return _down(dA * AL * (1 - AL), caches, _relu)


@wrong("AL - Y is dZ of the last layer already: its slope σ' is applied once more.")
def deep_backward(AL, Y, caches):
    return _down((AL - Y) * AL * (1 - AL), caches, _relu)


@wrong("The way back begins with AL. Without the labels nothing is right or wrong.")
def deep_backward(AL, Y, caches):
    return _down(AL, caches, _relu)


@wrong("AL - Y is divided by m here, and linear_backward does it once more.")
def deep_backward(AL, Y, caches):
    return _down((AL - Y) / Y.shape[1], caches, _relu)


@wrong(
    "Every hidden layer gets the same dA, that of the last layer. Layer l needs the "
    "dA that layer l + 1 handed down: keep the new one in each turn."
)
def deep_backward(AL, Y, caches):
    L, grads = len(caches), {}
    dA, dW, db = linear_backward(AL - Y, caches[-1][0], caches[-1][1])
    grads |= {f"dW{L}": dW, f"db{L}": db}
    for k in range(L - 1, 0, -1):
        A_prev, W, _, Z = caches[k - 1]
        _, dW, db = activation_backward(np.resize(dA, Z.shape), caches[k - 1], "relu")
        grads |= {f"dW{k}": dW, f"db{k}": db}
    return grads


@wrong("The hidden layers are ReLU: the slope of the sigmoid belongs to the last one.")
def deep_backward(AL, Y, caches):
    return _down(AL - Y, caches, lambda dA, c, k: activation_backward(dA, c, "sigmoid"))


@wrong("The hidden layers are ReLU: the slope used is that of tanh.")
def deep_backward(AL, Y, caches):
    return _down(AL - Y, caches, lambda dA, c, k: activation_backward(dA, c, "tanh"))


@wrong("The slope of ReLU is missing in the hidden layers: dZ = dA ⊙ g'(Z).")
def deep_backward(AL, Y, caches):
    return _down(AL - Y, caches, lambda dA, c, k: linear_backward(dA, c[0], c[1]))


@wrong(
    "Layer 1 is missing. range(a, b, -1) stops before b: to end with layer 1, b is 0."
)
def deep_backward(AL, Y, caches):
    grads = _down(AL - Y, caches, _relu)
    return {key: value for key, value in grads.items() if key not in ("dW1", "db1")}


@wrong("The keys count from 0. Layer 1 has dW1 and db1, though its cache is caches[0].")
def deep_backward(AL, Y, caches):
    grads = _down(AL - Y, caches, _relu)
    return {f"{key[:2]}{int(key[2:]) - 1}": value for key, value in grads.items()}


@wrong("The keys are those of the parameters. A gradient is called dW1, db1, ...")
def deep_backward(AL, Y, caches):
    return {key[1:]: value for key, value in _down(AL - Y, caches, _relu).items()}


@wrong("The result is a list of pairs. Return a dict with dW1, db1, ...")
def deep_backward(AL, Y, caches):
    grads = _down(AL - Y, caches, _relu)
    return [(grads[f"dW{k}"], grads[f"db{k}"]) for k in range(1, len(caches) + 1)]


@wrong(
    "The slope is taken with the Z of the layer above. Layer l uses its own cache, "
    "caches[l - 1]."
)
def deep_backward(AL, Y, caches):
    def shifted(dA, cache, k):
        A_prev, W, b, Z = cache
        above = np.resize(caches[k][3], Z.shape)
        return activation_backward(dA, (A_prev, W, b, above), "relu")

    return _down(AL - Y, caches, shifted)


@right("in one step from dZ to dZ, without dA")
def deep_backward(AL, Y, caches):
    grads, m = {}, Y.shape[1]
    dZ = AL - Y
    for k in range(len(caches), 0, -1):
        A_prev, W, b, Z = caches[k - 1]
        grads[f"dW{k}"] = np.dot(dZ, A_prev.T) / m
        grads[f"db{k}"] = np.mean(dZ, axis=1, keepdims=True)
        if k > 1:
            dZ = np.dot(W.T, dZ) * (caches[k - 2][3] > 0)
    return grads


@right("with the quotients wherever they are finite")
def deep_backward(AL, Y, caches):
    inside = (AL > 1e-9) & (AL < 1 - 1e-9)
    A = np.where(inside, AL, 0.5)
    dA = -(Y / A) + (1 - Y) / (1 - A)
    dZ = np.where(inside, dA * A * (1 - A), AL - Y)
    return dict(reversed(list(_down(dZ, caches, _relu).items())))


@right("one example after the other")
def deep_backward(AL, Y, caches):
    m, total = Y.shape[1], {}
    for i in range(m):
        one = [(c[0][:, [i]], c[1], c[2], c[3][:, [i]]) for c in caches]
        grads = _down(AL[:, [i]] - Y[:, [i]], one, _relu)
        total = {key: total.get(key, 0) + value / m for key, value in grads.items()}
    return total


@right("in single precision")
def deep_backward(AL, Y, caches):
    small = [tuple(part.astype(np.float32) for part in cache) for cache in caches]
    return _down((AL - Y).astype(np.float32), small, _relu)


# ------------------------------------------------------------- update_parameters


def _move(parameters, grads, learning_rate):
    return {k: v - learning_rate * grads["d" + k] for k, v in parameters.items()}


@wrong("The step goes uphill: subtract α times the gradient.")
def update_parameters(parameters, grads, learning_rate):
    return _move(parameters, grads, -learning_rate)


@wrong("The learning rate is missing: the whole gradient is subtracted.")
def update_parameters(parameters, grads, learning_rate):
    return _move(parameters, grads, 1.0)


@wrong(
    "The gradient is divided by the learning rate. The step is α times the gradient."
)
def update_parameters(parameters, grads, learning_rate):
    with np.errstate(all="ignore"):
        return _move(parameters, grads, np.divide(1.0, learning_rate))


@wrong("Only the weights move. The biases learn too.")
def update_parameters(parameters, grads, learning_rate):
    moved = _move(parameters, grads, learning_rate)
    return {k: moved[k] if k[0] == "W" else v.copy() for k, v in parameters.items()}


@wrong("The last layer does not move: the loop ends one layer early.")
def update_parameters(parameters, grads, learning_rate):
    moved = _move(parameters, grads, learning_rate)
    L = len(parameters) // 2
    return moved | {f"{k}{L}": parameters[f"{k}{L}"].copy() for k in "Wb"}


@wrong("Only the first layer moves. Every layer takes its step.")
def update_parameters(parameters, grads, learning_rate):
    moved = _move(parameters, grads, learning_rate)
    kept = {k: v.copy() for k, v in parameters.items()}
    return kept | {"W1": moved["W1"], "b1": moved["b1"]}


@wrong("changes its argument `parameters`")
def update_parameters(parameters, grads, learning_rate):
    for name in parameters:
        parameters[name] = parameters[name] - learning_rate * grads["d" + name]
    return parameters


@wrong("changes its argument `parameters`")
def update_parameters(parameters, grads, learning_rate):
    copied = dict(parameters)
    for name in copied:
        copied[name] -= learning_rate * grads["d" + name]
    return {name: value.copy() for name, value in copied.items()}


@wrong("The result holds the steps, not the parameters after them: W - α dW.")
def update_parameters(parameters, grads, learning_rate):
    return {k: learning_rate * grads["d" + k] for k in parameters}


@wrong("The parameters come back as they were: the new values are not kept.")
def update_parameters(parameters, grads, learning_rate):
    for name, value in parameters.items():
        value = value - learning_rate * grads["d" + name]
    return {name: value.copy() for name, value in parameters.items()}


@wrong("The keys of the gradients are used. The new dict has those of parameters.")
def update_parameters(parameters, grads, learning_rate):
    return {"d" + k: v for k, v in _move(parameters, grads, learning_rate).items()}


@wrong("The step is taken twice.")
def update_parameters(parameters, grads, learning_rate):
    return _move(_move(parameters, grads, learning_rate), grads, learning_rate)


@wrong(
    "Gradients and parameters are paired by their place in the dicts. Pair them by "
    "name: W2 with dW2."
)
def update_parameters(parameters, grads, learning_rate):
    pairs = zip(parameters.items(), grads.values())
    return {name: value - learning_rate * slope for (name, value), slope in pairs}


@right("a loop over the layers")
def update_parameters(parameters, grads, learning_rate):
    new, L = {}, len(parameters) // 2
    for k in range(1, L + 1):
        for letter in "Wb":
            name = letter + str(k)
            new[name] = np.subtract(parameters[name], learning_rate * grads["d" + name])
    return new


@right("on copies, in place")
def update_parameters(parameters, grads, learning_rate):
    new = {name: value.copy(order="F") for name, value in parameters.items()}
    for name in new:
        new[name] += -learning_rate * grads[f"d{name}"]
    return new


@right("in single precision, keys in another order")
def update_parameters(parameters, grads, learning_rate):
    names = sorted(parameters, reverse=True)
    rate = np.float32(learning_rate)
    return {
        k: parameters[k].astype("f4") - rate * grads["d" + k].astype("f4")
        for k in names
    }


# ---------------------------------------------------------------------- xor_tree


def _parity(X):
    return np.sum(X, axis=0, keepdims=True) % 2


def _depth(n):
    return math.ceil(math.log2(n))


@wrong(
    "The depth is n - 1: a chain, one gate after the other. The pairs of one level "
    "work at the same time, and the rows halve."
)
def xor_tree(X):
    n = len(X)
    return _parity(X), n - 1, n - 1


@wrong(
    "The depth is rounded down. Three rows need two levels: the last row waits and is "
    "joined later, ⌈log2 n⌉."
)
def xor_tree(X):
    n = len(X)
    return _parity(X), int(math.log2(n)), n - 1


@wrong("The depth counts the levels of rows, the bits included. Count the gates' only.")
def xor_tree(X):
    n = len(X)
    return _parity(X), _depth(n) + 1, n - 1


@wrong("One gate too many: n gates. Each gate takes one row away, until one is left.")
def xor_tree(X):
    n = len(X)
    return _parity(X), _depth(n), n


@wrong("The gates of the first level only are counted. Add up those of every level.")
def xor_tree(X):
    n = len(X)
    return _parity(X), _depth(n), n // 2


@wrong("Gates are counted for every example. The tree is one; all columns use it.")
def xor_tree(X):
    n, m = X.shape
    return _parity(X), _depth(n), (n - 1) * m


@wrong(
    "A row without a partner is dropped. It must move on to the next level as it is."
)
def xor_tree(X):
    rows, depth, gates = X.copy(), 0, 0
    while len(rows) > 1:
        half = len(rows) // 2
        rows = (rows[0 : 2 * half : 2] + rows[1 : 2 * half : 2]) % 2
        depth, gates = depth + 1, gates + half
    return rows, depth, gates


@wrong("The gate is an OR: 1 for two ones as well. Exclusive or gives 0 there.")
def xor_tree(X):
    n = len(X)
    return np.max(X, axis=0, keepdims=True), _depth(n), n - 1


@wrong("The gate is an AND. Exclusive or is 1 where exactly one of the two is.")
def xor_tree(X):
    n = len(X)
    return np.min(X, axis=0, keepdims=True), _depth(n), n - 1


@wrong("The ones are added up. A gate gives 0 for two ones: a + b - 2ab, never 2.")
def xor_tree(X):
    n = len(X)
    return np.sum(X, axis=0, keepdims=True), _depth(n), n - 1


@wrong("1 and 0 are exchanged: an even number of ones gives 0.")
def xor_tree(X):
    n = len(X)
    return 1 - _parity(X), _depth(n), n - 1


@wrong("Gates are joined along a row: the examples get mixed. Pair rows, not columns.")
def xor_tree(X):
    m = X.shape[1]
    depth = _depth(m) if m > 1 else 0
    return np.sum(X, axis=1, keepdims=True).T % 2, depth, m - 1


@wrong("The parity has lost an axis: (m,). Keep a row, (1, m).")
def xor_tree(X):
    n = len(X)
    return _parity(X)[0], _depth(n), n - 1


@wrong("changes its argument `X`")
def xor_tree(X):
    n = len(X)
    for k in range(1, n):
        X[0] = (X[0] + X[k]) % 2
    return X[:1].copy(), _depth(n), n - 1


@right("recursion over halves")
def xor_tree(X):
    n = len(X)
    if n == 1:
        return X.copy(), 0, 0
    half = 2 ** (_depth(n) - 1)
    left, depth, gates = xor_tree(X[:half])
    rest, _, more = xor_tree(X[half:])
    return left + rest - 2 * left * rest, depth + 1, gates + more + 1


@right("level by level, lists of rows and logical_xor")
def xor_tree(X):
    rows, depth, gates = [row != 0 for row in X], 0, 0
    while len(rows) > 1:
        pairs = list(zip(rows[::2], rows[1::2]))
        rest = rows[-1:] if len(rows) % 2 else []
        rows = [np.logical_xor(a, b) for a, b in pairs] + rest
        depth, gates = depth + 1, gates + len(pairs)
    return rows[0].reshape(1, -1), depth, gates


@right("in closed form")
def xor_tree(X):
    n = X.shape[0]
    return X.sum(axis=0)[None, :] % 2.0, np.ceil(np.log2(n)), np.int64(n - 1)


@right("|a - b|, with a level of zeros where a row has no partner")
def xor_tree(X):
    n, depth = len(X), (len(X) - 1).bit_length()
    rows = np.zeros((2**depth, X.shape[1]), dtype=np.float32)
    rows[:n] = X
    for _ in range(depth):
        rows = np.abs(rows[::2] - rows[1::2])
    return rows, depth, n - 1


# --------------------------------------------------------------------- decisions


@right("capital letters")
def decisions():
    return {
        "count_layers": "B",
        "more_examples": "C",
        "which_loop": "C",
        "hyperparameters": "D",
        "layer_by_layer": "A",
        "first_model": "B",
        "brain": "C",
    }


@right("letters with a bracket")
def decisions():
    return {
        "count_layers": "b)",
        "more_examples": "c)",
        "which_loop": "c)",
        "hyperparameters": "d)",
        "layer_by_layer": "a)",
        "first_model": "b)",
        "brain": "c)",
    }


@right("another order, with blanks")
def decisions():
    return {
        "brain": " c",
        "first_model": "b ",
        "layer_by_layer": " a ",
        "hyperparameters": "d",
        "which_loop": "C.",
        "more_examples": "c",
        "count_layers": "b",
    }


QUESTIONS = {
    "decisions": {
        "count_layers": {
            "a": "The five sizes include the input, and the input is layer 0: it is "
            "not counted.",
            "b": "Yes: three hidden layers and the output, and 20 + 30 + 18 + 4 = 72 "
            "numbers.",
            "c": "The output layer has weights too, three and a bias: it counts.",
            "d": "58 is 15 + 25 + 15 + 3, the weights alone. Every unit has a bias.",
        },
        "more_examples": {
            "a": "W joins two layers. It knows nothing of the examples.",
            "b": "b is one number per unit; broadcasting adds it to as many columns as "
            "there are.",
            "c": "Yes: a column per example in Z, A, dZ and dA; the parameters and "
            "their gradients stay.",
            "d": "A gradient has the shape of its variable, and W does not grow.",
        },
        "which_loop": {
            "a": "All examples go through as the columns of one matrix.",
            "b": "The units of a layer are the rows of W: one product does them all.",
            "c": "Yes: layer 3 cannot begin before layer 2 is done, and there are only "
            "L turns.",
            "d": "The layers depend on each other, and their matrices differ in size: "
            "no one product does them all.",
        },
        "hyperparameters": {
            "a": "W and b are found by gradient descent: parameters.",
            "b": "dW is computed anew in each step; nobody chooses it.",
            "c": "b is learnt. Ask for each one: who sets it, we or the descent?",
            "d": "Yes: we set them before the descent, and they decide which W and b "
            "come out.",
        },
        "layer_by_layer": {
            "a": "Yes: each layer joins what the one before has found into something "
            "larger.",
            "b": "Nothing can be joined to a face before there are parts of it.",
            "c": "An eye is made of edges; they have to be there first.",
        },
        "first_model": {
            "a": "It may be right in the end, but when it fails we shall not know why.",
            "b": "Yes: the small model is quickly tried and sets the mark; then one or "
            "two hidden layers, and the dev set decides about more.",
            "c": "A test set that has chosen the depth is no longer a test.",
            "d": "Intuition from one field often fails in another: it has to be tried.",
        },
        "brain": {
            "a": "A real neuron is far more than a sum and a bend; nobody knows all "
            "that one does.",
            "b": "No backward pass like ours has been found in the brain.",
            "c": "Yes: a picture to begin with. How a brain learns is not known well "
            "enough to say more.",
        },
    }
}

# The answers above call these functions: here the names mean the right ones again,
# whatever answer was the last to bear them.
from source.c1w2_logistic_regression.reference import sigmoid  # noqa: E402, I001
from source.c1w4_deep_network.reference import (  # noqa: E402
    activation_backward,
    activation_forward,
    linear_backward,
    linear_forward,
)
