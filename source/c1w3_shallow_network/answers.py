"""Answers to the exercises of the shallow network: wrong ones and right ones."""

import math

import numpy as np

from autograder.truth.decorators import right, wrong

NONE = (
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)

# ---------------------------------------------------------------------- activate


def _activate(z, activation, **other):
    """The right activation, but for those names that are given here."""
    if activation in other:
        return other[activation](np.asarray(z, dtype=float))
    return activate(z, activation)


@wrong(
    "np.arctan is another curve: tan⁻¹ undoes the tangent and runs to ±1.57. The "
    "hyperbolic tangent is np.tanh, from -1 to 1."
)
def activate(z, activation):
    return _activate(z, activation, tanh=np.arctan)


@wrong("np.tan is the plain tangent, which runs off to infinity. Use np.tanh.")
def activate(z, activation):
    return _activate(z, activation, tanh=np.tan)


@wrong(
    "The powers of e in this tanh overflow: inf / inf is nan. np.tanh does the same "
    "safely."
)
def activate(z, activation):
    return _activate(
        z,
        activation,
        tanh=lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
    )


@wrong(
    "tanh z is 2 σ(2z) - 1. Here the argument of the sigmoid is not doubled, so the "
    "curve is too flat."
)
def activate(z, activation):
    return _activate(z, activation, tanh=lambda z: 2 * sigmoid(z) - 1)


@wrong("ReLU is min(0, z) here: it keeps the negative side. Take the larger one.")
def activate(z, activation):
    return _activate(z, activation, relu=lambda z: np.minimum(0, z))


@wrong("|z| folds the left side up. ReLU cuts it off: max(0, z).")
def activate(z, activation):
    return _activate(z, activation, relu=np.abs)


@wrong(
    "np.max finds one number for the whole array. np.maximum compares element by "
    "element."
)
def activate(z, activation):
    return _activate(z, activation, relu=lambda z: np.max(z, initial=0.0))


@wrong("This ReLU returns 1 where z > 0: that is its slope. Its value there is z.")
def activate(z, activation):
    return _activate(z, activation, relu=lambda z: np.where(z > 0, 1.0, 0.0))


@wrong(
    "The slope of the leaky side is 0.1 here, ten times too steep. The docstring asks "
    "for 0.01."
)
def activate(z, activation):
    return _activate(z, activation, leaky_relu=lambda z: np.where(z > 0, z, 0.1 * z))


@wrong(
    "min(0.01 z, z) takes the wrong one of the two lines on each side. Leaky ReLU is "
    "max(0.01 z, z)."
)
def activate(z, activation):
    return _activate(z, activation, leaky_relu=lambda z: np.minimum(0.01 * z, z))


@wrong(
    "The leaky ReLU is the constant 0.01 on the left. It is the line 0.01 z, which is "
    "negative there."
)
def activate(z, activation):
    return _activate(z, activation, leaky_relu=lambda z: np.where(z > 0, z, 0.01))


@wrong("The leaky ReLU does not leak: where z < 0 it must be 0.01 z, not 0.")
def activate(z, activation):
    return _activate(z, activation, leaky_relu=lambda z: np.maximum(0, z))


@wrong("The minus in the sigmoid's exponent is missing: it falls where it should rise.")
def activate(z, activation):
    return _activate(z, activation, sigmoid=lambda z: 1 / (1 + np.exp(z)))


@wrong("An unknown name must raise a ValueError. Here it quietly gives z back.")
def activate(z, activation):
    known = ("sigmoid", "tanh", "relu", "leaky_relu", "identity")
    return activate(z, activation) if activation in known else np.array(z)


@wrong("shares memory with its argument `z`")
def activate(z, activation):
    return z if activation == "identity" else activate(z, activation)


@wrong("changes its argument `z`")
def activate(z, activation):
    if activation == "relu" and np.ndim(z):
        z[z < 0] = 0
        return z.copy()
    return activate(z, activation)


@wrong(NONE)
def activate(z, activation):
    print(activate(z, activation))


@right("one dict of functions")
def activate(z, activation):
    z = np.asarray(z, dtype=float)
    curves = {
        "sigmoid": lambda: 0.5 * (1 + np.tanh(0.5 * z)),
        "tanh": lambda: 2 / (1 + np.exp(-2 * z)) - 1,
        "relu": lambda: z * (z > 0),
        "leaky_relu": lambda: np.maximum(0.01 * z, z),
        "identity": lambda: 1.0 * z,
    }
    if activation not in curves:
        raise ValueError(activation)
    return curves[activation]()


@right("element by element, with math")
def activate(z, activation):
    def one(t):
        if activation == "sigmoid":
            return 1 / (1 + math.exp(-t)) if t > -700 else 0.0
        if activation == "tanh":
            return math.tanh(t)
        if activation == "relu":
            return max(0.0, t)
        if activation == "leaky_relu":
            return max(0.01 * t, t)
        if activation == "identity":
            return t
        raise ValueError("no such activation")

    if np.ndim(z) == 0:
        return one(float(z))
    return np.array([one(float(t)) for t in np.ravel(z)]).reshape(np.shape(z))


@right("in single precision")
def activate(z, activation):
    return np.asarray(activate(np.asarray(z, dtype=np.float32), activation))


@right("a mask times z")
def activate(z, activation):
    left = {"relu": 0.0, "leaky_relu": 0.01, "identity": 1.0}
    if activation in left:
        z = np.asarray(z)
        return z * (z > 0) + left[activation] * z * (z <= 0)
    return activate(z, activation)


# --------------------------------------------------------- activation_derivative


def _slope(z, activation, **other):
    """The right slope, but for those names that are given here."""
    if activation in other:
        return other[activation](np.asarray(z, dtype=float))
    return activation_derivative(z, activation)


@wrong(
    "z (1 - z) uses the argument. The slope of the sigmoid is a (1 - a), with the "
    "value a = σ(z)."
)
def activation_derivative(z, activation):
    return _slope(z, activation, sigmoid=lambda z: z * (1 - z))


@wrong("This is the sigmoid itself, not its slope a (1 - a).")
def activation_derivative(z, activation):
    return _slope(z, activation, sigmoid=lambda z: sigmoid(z))


@wrong("The slope of the sigmoid is a (1 - a). Here it is a (1 + a), above 1/4.")
def activation_derivative(z, activation):
    return _slope(z, activation, sigmoid=lambda z: sigmoid(z) * (1 + sigmoid(z)))


@wrong(
    "1 - z² uses the argument. The slope of tanh is 1 - a², with the value a = tanh z."
)
def activation_derivative(z, activation):
    return _slope(z, activation, tanh=lambda z: 1 - z**2)


@wrong("The square is missing: the slope of tanh is 1 - a², not 1 - a.")
def activation_derivative(z, activation):
    return _slope(z, activation, tanh=lambda z: 1 - np.tanh(z))


@wrong(
    "a (1 - a) is the slope of the sigmoid. tanh has another one: 1 - a² = "
    "(1 - a)(1 + a)."
)
def activation_derivative(z, activation):
    return _slope(z, activation, tanh=lambda z: np.tanh(z) * (1 - np.tanh(z)))


@wrong(
    "1 / (1 + z²) is the slope of arctan. tanh is another curve, with slope "
    "1 - tanh² z."
)
def activation_derivative(z, activation):
    return _slope(z, activation, tanh=lambda z: 1 / (1 + z**2))


@wrong("This is the ReLU itself. Its slope is 1 where z > 0, and 0 elsewhere.")
def activation_derivative(z, activation):
    return _slope(z, activation, relu=lambda z: np.maximum(0, z))


@wrong("The sides of the ReLU are exchanged: the slope is 1 on the right.")
def activation_derivative(z, activation):
    return _slope(z, activation, relu=lambda z: np.where(z > 0, 0.0, 1.0))


@wrong("The slope on the left of the ReLU is 0, not -1: the curve is flat there.")
def activation_derivative(z, activation):
    return _slope(z, activation, relu=np.sign)


@wrong(
    "At z = 0 exactly both kinks take the right side's slope here. That is a matter of "
    "convention; ours is the left side's: compare with z > 0."
)
def activation_derivative(z, activation):
    both = {
        "relu": lambda z: np.where(z >= 0, 1.0, 0.0),
        "leaky_relu": lambda z: np.where(z >= 0, 1.0, 0.01),
    }
    return _slope(z, activation, **both)


@wrong("The leaky ReLU has the line 0.01 z on the left: its slope there is 0.01.")
def activation_derivative(z, activation):
    return _slope(z, activation, leaky_relu=lambda z: np.where(z > 0, 1.0, 0.0))


@wrong("0.01 z is the value on the left. The slope of that line is 0.01.")
def activation_derivative(z, activation):
    return _slope(z, activation, leaky_relu=lambda z: np.where(z > 0, 1.0, 0.01 * z))


@wrong("The slope of the identity is 1 everywhere. This is its value.")
def activation_derivative(z, activation):
    return _slope(z, activation, identity=np.array)


@wrong(
    "A nudge of 0.001 gives the slope only roughly. Use the formula: it is exact, and "
    "costs one evaluation."
)
def activation_derivative(z, activation):
    z = np.asarray(z, dtype=float)
    return (activate(z + 1e-3, activation) - activate(z, activation)) / 1e-3


@wrong("changes its argument `z`")
def activation_derivative(z, activation):
    slope = activation_derivative(z, activation)
    if np.ndim(z) and activation == "relu":
        z[...] = slope
    return slope


@wrong(NONE)
def activation_derivative(z, activation):
    print(activation_derivative(z, activation))


@right("other algebra")
def activation_derivative(z, activation):
    z = np.asarray(z, dtype=float)
    if activation == "sigmoid":
        return sigmoid(z) * sigmoid(-z)
    if activation == "tanh":
        return 4 * sigmoid(2 * z) * sigmoid(-2 * z)
    low = {"relu": 0, "leaky_relu": 0.01, "identity": 1}[activation]
    return low + (1 - low) * (z > 0)


@right("a loop over the elements")
def activation_derivative(z, activation):
    low = {"relu": 0.0, "leaky_relu": 0.01, "identity": 1.0}

    def one(t):
        a = float(activate(t, activation))
        if activation in low:
            return 1.0 if t > 0 else low[activation]
        return a - a * a if activation == "sigmoid" else (1 - a) * (1 + a)

    if np.ndim(z) == 0:
        return one(z)
    return np.array([one(t) for t in np.ravel(z)], order="F").reshape(np.shape(z))


@right("fills an array, side by side")
def activation_derivative(z, activation):
    a = np.asarray(activate(z, activation), dtype=float)
    if activation in ("sigmoid", "tanh"):
        return a * (1 - a) if activation == "sigmoid" else 1 - np.square(a)
    slope = np.ones(np.shape(z))
    slope[np.asarray(z) <= 0] = {"relu": 0, "leaky_relu": 0.01}.get(activation, 1)
    return slope


@right("in single precision")
def activation_derivative(z, activation):
    z = np.asarray(z, dtype=np.float32)
    return np.asarray(activation_derivative(z, activation), dtype=np.float32)


# --------------------------------------------------------------- collapse_linear


@wrong(
    "W1 W2 is the wrong order: its shapes fit only by luck. The second layer acts on "
    "the first, from the left: W2 W1."
)
def collapse_linear(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2


@wrong("The first bias passes through the second layer as well: b = W2 b1 + b2.")
def collapse_linear(W1, b1, W2, b2):
    return W2 @ W1, b2.copy()


@wrong("The second bias is lost: b = W2 b1 + b2.")
def collapse_linear(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1


@wrong(
    "The biases are added as they are. b1 is multiplied by W2 on its way: "
    "b = W2 b1 + b2."
)
def collapse_linear(W1, b1, W2, b2):
    return W2 @ W1, np.sum(b1) + b2


@wrong("The second bias is multiplied by W2 too. Only b1 is: b = W2 b1 + b2.")
def collapse_linear(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 + np.sum(W2) * b2


@wrong("The second bias is subtracted. b = W2 b1 + b2.")
def collapse_linear(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 - b2


@wrong("W comes out transposed, of shape (n_x, n_y). W = W2 W1 has shape (n_y, n_x).")
def collapse_linear(W1, b1, W2, b2):
    return (W2 @ W1).T, W2 @ b1 + b2


@wrong("b is flat here, of shape (n_y,). It must stay a column, (n_y, 1).")
def collapse_linear(W1, b1, W2, b2):
    return W2 @ W1, (W2 @ b1 + b2).ravel()


@wrong(
    "tanh sits between the layers. The point is that there is nothing between them: "
    "W2 (W1 x + b1) + b2."
)
def collapse_linear(W1, b1, W2, b2):
    return W2 @ np.tanh(W1), W2 @ np.tanh(b1) + b2


@wrong("The two results are exchanged: first W, then b.")
def collapse_linear(W1, b1, W2, b2):
    return W2 @ b1 + b2, W2 @ W1


@wrong("changes its argument `b2`")
def collapse_linear(W1, b1, W2, b2):
    b2 += W2 @ b1
    return W2 @ W1, b2.copy()


@wrong(NONE)
def collapse_linear(W1, b1, W2, b2):
    print(W2 @ W1, W2 @ b1 + b2)


@right("einsum")
def collapse_linear(W1, b1, W2, b2):
    return np.einsum("ij,jk->ik", W2, W1), np.einsum("ij,jk->ik", W2, b1) + b2


@right("asks the two layers where the unit vectors go")
def collapse_linear(W1, b1, W2, b2):
    b = W2 @ (W1 @ np.zeros((W1.shape[1], 1)) + b1) + b2
    return W2 @ (W1 @ np.eye(W1.shape[1]) + b1) + b2 - b, b


@right("bias and weights as one matrix, in Fortran order")
def collapse_linear(W1, b1, W2, b2):
    both = np.asfortranarray(W2 @ np.hstack([W1, b1]))
    return np.asfortranarray(both[:, :-1]), both[:, -1:] + b2


@right("loops")
def collapse_linear(W1, b1, W2, b2):
    W, b = np.zeros((W2.shape[0], W1.shape[1])), b2.astype(float)
    for i in range(W2.shape[0]):
        for j in range(W1.shape[0]):
            W[i] += W2[i, j] * W1[j]
            b[i] += W2[i, j] * b1[j]
    return W, b


# ------------------------------------------------------------ initialize_shallow


def _dict(W1, W2, b1=None, b2=None):
    b1 = np.zeros((W1.shape[0], 1)) if b1 is None else b1
    b2 = np.zeros((W2.shape[0], 1)) if b2 is None else b2
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@wrong(
    "All weights are zero. Then every hidden unit computes the same, for ever: draw "
    "them at random."
)
def initialize_shallow(n_x, n_h, n_y, rng):
    return _dict(np.zeros((n_h, n_x)), np.zeros((n_y, n_h)))


@wrong("The factor 0.01 is missing: large weights put tanh at its flat ends.")
def initialize_shallow(n_x, n_h, n_y, rng):
    return _dict(rng.standard_normal((n_h, n_x)), rng.standard_normal((n_y, n_h)))


@wrong("The factor is 0.1 here. The docstring asks for 0.01.")
def initialize_shallow(n_x, n_h, n_y, rng):
    W1, W2 = rng.standard_normal((n_h, n_x)), rng.standard_normal((n_y, n_h))
    return _dict(0.1 * W1, 0.1 * W2)


@wrong(
    "Only W1 is scaled down. The factor 0.01 belongs to both: with a large W2 the "
    "output starts too sure."
)
def initialize_shallow(n_x, n_h, n_y, rng):
    W1, W2 = rng.standard_normal((n_h, n_x)), rng.standard_normal((n_y, n_h))
    return _dict(0.01 * W1, W2)


@wrong(
    "W2 is drawn before W1, so the numbers land in other places. The docstring says: "
    "first W1, then W2."
)
def initialize_shallow(n_x, n_h, n_y, rng):
    W2 = 0.01 * rng.standard_normal((n_y, n_h))
    return _dict(0.01 * rng.standard_normal((n_h, n_x)), W2)


@wrong(
    "rng.random draws evenly from 0 to 1: every weight is positive. Use "
    "rng.standard_normal."
)
def initialize_shallow(n_x, n_h, n_y, rng):
    W1, W2 = rng.random((n_h, n_x)), rng.random((n_y, n_h))
    return _dict(0.01 * W1, 0.01 * W2)


@wrong(
    "The shapes are turned round. A row of W belongs to a unit: W1 is (n_h, n_x), W2 "
    "is (n_y, n_h)."
)
def initialize_shallow(n_x, n_h, n_y, rng):
    W1 = 0.01 * rng.standard_normal((n_x, n_h))
    W2 = 0.01 * rng.standard_normal((n_h, n_y))
    return _dict(W1, W2, np.zeros((n_h, 1)), np.zeros((n_y, 1)))


@wrong(
    "The weights are drawn with the right shape turned, then transposed: the numbers "
    "land in other places. Draw each W in its own shape at once."
)
def initialize_shallow(n_x, n_h, n_y, rng):
    W1 = 0.01 * rng.standard_normal((n_x, n_h)).T
    W2 = 0.01 * rng.standard_normal((n_h, n_y)).T
    return _dict(W1.copy(), W2.copy())


@wrong("b1 and b2 are flat, of shape (n,). A bias is a column, (n, 1).")
def initialize_shallow(n_x, n_h, n_y, rng):
    W1 = 0.01 * rng.standard_normal((n_h, n_x))
    W2 = 0.01 * rng.standard_normal((n_y, n_h))
    return _dict(W1, W2, np.zeros(n_h), np.zeros(n_y))


@wrong("The biases are random as well. They may be zero: only weights must differ.")
def initialize_shallow(n_x, n_h, n_y, rng):
    W1 = 0.01 * rng.standard_normal((n_h, n_x))
    W2 = 0.01 * rng.standard_normal((n_y, n_h))
    b1 = 0.01 * rng.standard_normal((n_h, 1))
    return _dict(W1, W2, b1, 0.01 * rng.standard_normal((n_y, 1)))


@wrong("The biases start at 1 here. The docstring asks for zeros.")
def initialize_shallow(n_x, n_h, n_y, rng):
    W1 = 0.01 * rng.standard_normal((n_h, n_x))
    W2 = 0.01 * rng.standard_normal((n_y, n_h))
    return _dict(W1, W2, np.ones((n_h, 1)), np.ones((n_y, 1)))


@wrong("changes NumPy's global random state")
def initialize_shallow(n_x, n_h, n_y, rng):
    return _dict(0.01 * np.random.randn(n_h, n_x), 0.01 * np.random.randn(n_y, n_h))


@wrong(
    "A generator of one's own with a fixed seed: every network would start alike. Use "
    "the rng that is passed in."
)
def initialize_shallow(n_x, n_h, n_y, rng):
    rng = np.random.default_rng(0)
    W1 = 0.01 * rng.standard_normal((n_h, n_x))
    return _dict(W1, 0.01 * rng.standard_normal((n_y, n_h)))


@wrong(NONE)
def initialize_shallow(n_x, n_h, n_y, rng):
    print(rng.standard_normal((n_h, n_x)))


@right("number by number")
def initialize_shallow(n_x, n_h, n_y, rng):
    W1, W2 = np.empty((n_h, n_x)), np.empty((n_y, n_h))
    for W in (W1, W2):
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                W[i, j] = rng.standard_normal() * 0.01
    return _dict(W1, W2)


@right("with a standard deviation of 0.01")
def initialize_shallow(n_x, n_h, n_y, rng):
    W1 = rng.normal(0.0, 0.01, size=(n_h, n_x))
    W2 = rng.normal(0.0, 0.01, size=(n_y, n_h))
    return _dict(W1, W2)


@right("a flat draw, reshaped; kept in Fortran order and single precision")
def initialize_shallow(n_x, n_h, n_y, rng):
    W1 = rng.standard_normal(n_h * n_x).reshape(n_h, n_x) / 100
    W2 = rng.standard_normal(n_y * n_h).reshape(n_y, n_h) / 100
    return _dict(np.asfortranarray(W1.astype(np.float32)), W2.astype(np.float32))


# --------------------------------------------------------------- shallow_forward


def _pass(X, p, activation, A1=None, A2=None):
    """Forward pass, with another hidden layer or output where they are given."""
    Z1 = p["W1"] @ X + p["b1"]
    A1 = activate(Z1, activation) if A1 is None else A1(Z1)
    Z2 = p["W2"] @ A1 + p["b2"]
    A2 = sigmoid(Z2) if A2 is None else A2(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@wrong("The hidden layer is always tanh here, whatever the activation says.")
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, "tanh")


@wrong("The hidden layer is a sigmoid here, whatever the activation says.")
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, "sigmoid")


@wrong(
    "The hidden layer has no activation: Z1 itself is passed on, and the two layers "
    "collapse into one."
)
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, "identity")


@wrong("The output is Z2 itself. A probability needs the sigmoid: A2 = σ(Z2).")
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, activation, A2=np.array)


@wrong(
    "The output has the hidden layer's activation. A probability of class 1 needs the "
    "sigmoid."
)
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, activation, A2=lambda Z: activate(Z, activation))


@wrong("The output is the class, 0 or 1. A2 holds the probabilities themselves.")
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, activation, A2=lambda Z: (Z > 0) * 1.0)


@wrong("b1 is forgotten: Z1 = W1 X + b1.")
def shallow_forward(X, parameters, activation="tanh"):
    zero = {"b1": np.zeros_like(parameters["b1"])}
    return _pass(X, parameters | zero, activation)


@wrong("b2 is forgotten: Z2 = W2 A1 + b2.")
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters | {"b2": np.zeros((1, 1))}, activation)


@wrong("The biases are subtracted. Z = W A + b.")
def shallow_forward(X, parameters, activation="tanh"):
    signs = {k: -parameters[k] for k in ("b1", "b2")}
    return _pass(X, parameters | signs, activation)


@wrong(
    "The second layer gets Z1. It must get A1, what the hidden units let through: "
    "Z2 = W2 A1 + b2."
)
def shallow_forward(X, parameters, activation="tanh"):
    A2, cache = _pass(X, parameters, activation)
    Z2 = parameters["W2"] @ cache["Z1"] + parameters["b2"]
    return sigmoid(Z2), cache | {"Z2": Z2, "A2": sigmoid(Z2)}


@wrong(
    "W1 is transposed: the product runs only where n_h = n_x. A row of W1 belongs to "
    "a unit already: W1 X."
)
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters | {"W1": parameters["W1"].T}, activation)


@wrong(
    "The activation is applied to X before the product. First the sum, then the "
    "curve: A1 = g(W1 X + b1)."
)
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(activate(X, activation), parameters, "identity")


@wrong("In the cache, A1 and Z1 are exchanged.")
def shallow_forward(X, parameters, activation="tanh"):
    A2, cache = _pass(X, parameters, activation)
    return A2, cache | {"A1": cache["Z1"], "Z1": cache["A1"]}


@wrong("The cache lacks Z1, which backward needs for the slope g'(Z1).")
def shallow_forward(X, parameters, activation="tanh"):
    A2, cache = _pass(X, parameters, activation)
    return A2, {k: v for k, v in cache.items() if k != "Z1"}


@wrong("Only A2 is returned. backward needs the cache too: return A2, cache.")
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, activation)[0]


@wrong("The two results are exchanged: first A2, then the cache.")
def shallow_forward(X, parameters, activation="tanh"):
    return _pass(X, parameters, activation)[::-1]


@wrong(NONE)
def shallow_forward(X, parameters, activation="tanh"):
    print(_pass(X, parameters, activation))


@right("example by example")
def shallow_forward(X, parameters, activation="tanh"):
    columns = [_pass(X[:, [i]], parameters, activation)[1] for i in range(X.shape[1])]
    cache = {k: np.hstack([c[k] for c in columns]) for k in columns[0]}
    return cache["A2"], cache


@right("the bias as one more weight")
def shallow_forward(X, parameters, activation="tanh"):
    p, one = parameters, np.ones((1, X.shape[1]))
    Z1 = np.hstack([p["W1"], p["b1"]]) @ np.vstack([X, one])
    A1 = activate(Z1, activation)
    Z2 = np.hstack([p["W2"], p["b2"]]) @ np.vstack([A1, one])
    A2 = 0.5 * (1 + np.tanh(Z2 / 2))
    return A2, {"A2": A2, "Z2": Z2, "A1": A1, "Z1": Z1}


@right("einsum, in Fortran order")
def shallow_forward(X, parameters, activation="tanh"):
    Z1 = np.einsum("hx,xm->hm", parameters["W1"], X) + parameters["b1"]
    A1 = np.asfortranarray(activate(Z1, activation))
    Z2 = np.einsum("yh,hm->ym", parameters["W2"], A1) + parameters["b2"]
    return sigmoid(Z2), {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


@right("examples as rows inside")
def shallow_forward(X, parameters, activation="tanh"):
    Z1 = (X.T @ parameters["W1"].T + parameters["b1"].T).T
    A1 = activate(Z1, activation)
    Z2 = (A1.T @ parameters["W2"].T + parameters["b2"].T).T
    A2 = 1 / (1 + np.exp(-Z2))
    return A2, dict(Z1=Z1, A1=A1, Z2=Z2, A2=A2)


# ------------------------------------------------------------------ backward_one


def _one(x, y, p):
    """Everything of one example's pass: z1, a1, a2, dz2."""
    z1 = p["W1"] @ x + p["b1"]
    a1 = np.tanh(z1)
    a2 = sigmoid(p["W2"] @ a1 + p["b2"])
    return z1, a1, a2, a2 - y


def _grads(x, dz1, a1, dz2):
    return {"dW1": dz1 @ x.T, "db1": dz1, "dW2": dz2 @ a1.T, "db2": dz2}


@wrong(
    "The slope is taken at a1, after the curve. The unit stood at z1: "
    "dz1 = W2ᵀ dz2 ∗ g'(z1). (With the value in hand, g'(z1) is 1 - a1².)",
    shown=True,
)
def backward_one(x, y, parameters):
    z1 = parameters["W1"] @ x + parameters["b1"]  # (n_h, 1)
    a1 = np.tanh(z1)
    a2 = sigmoid(parameters["W2"] @ a1 + parameters["b2"])  # (1, 1)
    dz2 = a2 - y
    dz1 = parameters["W2"].T @ dz2 * activation_derivative(a1, "tanh")  # (n_h, 1)
    return {"dW1": dz1 @ x.T, "db1": dz1, "dW2": dz2 @ a1.T, "db2": dz2}


@wrong("The slope g'(z1) is missing: dz1 = W2ᵀ dz2 ∗ g'(z1).")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    return _grads(x, parameters["W2"].T @ dz2, a1, dz2)


@wrong("dz2 is y - a2 here: the sign is the other way round. dz2 = a2 - y.")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    dz1 = parameters["W2"].T @ -dz2 * (1 - a1**2)
    return _grads(x, dz1, a1, -dz2)


@wrong(
    "dz2 carries a2 (1 - a2) as well. That factor has cancelled against the loss: "
    "dz2 = a2 - y."
)
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    dz2 = dz2 * a2 * (1 - a2)
    return _grads(x, parameters["W2"].T @ dz2 * (1 - a1**2), a1, dz2)


@wrong("The slope 1 - a1² lacks its square: it is 1 - a1 here.")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    return _grads(x, parameters["W2"].T @ dz2 * (1 - a1), a1, dz2)


@wrong("The slope of the sigmoid stands where tanh needs its own, 1 - a1².")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    slope = sigmoid(z1) * (1 - sigmoid(z1))
    return _grads(x, parameters["W2"].T @ dz2 * slope, a1, dz2)


@wrong("dW2 uses z1. The second layer's input is a1: dW2 = dz2 a1ᵀ.")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    return _grads(x, parameters["W2"].T @ dz2 * (1 - a1**2), z1, dz2)


@wrong("dz1 has lost W2: the error reaches unit j through its own weight W2_j.")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    return _grads(x, dz2 * (1 - a1**2), a1, dz2)


@wrong("The slope is added. Links of a chain are multiplied: W2ᵀ dz2 ∗ g'(z1).")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    return _grads(x, parameters["W2"].T @ dz2 + (1 - a1**2), a1, dz2)


@wrong("dW1 is transposed, of shape (n_x, n_h). A gradient looks like its variable.")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    grads = _grads(x, parameters["W2"].T @ dz2 * (1 - a1**2), a1, dz2)
    return grads | {"dW1": grads["dW1"].T}


@wrong("db2 is taken from the hidden layer. db1 = dz1, but db2 = dz2.")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    dz1 = parameters["W2"].T @ dz2 * (1 - a1**2)
    return _grads(x, dz1, a1, dz2) | {"db2": np.sum(dz1, keepdims=True)}


@wrong("db1 is summed to one number. Each unit has its own bias: db1 = dz1.")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    dz1 = parameters["W2"].T @ dz2 * (1 - a1**2)
    return _grads(x, dz1, a1, dz2) | {"db1": np.sum(dz1, keepdims=True)}


@wrong(NONE)
def backward_one(x, y, parameters):
    print(_one(x, y, parameters))


@right("the slope from the value")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    return _grads(x, (1 - a1) * (1 + a1) * dz2 * parameters["W2"].T, a1, dz2)


@right("unit by unit")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = _one(x, y, parameters)
    grads = {"d" + k: np.zeros(v.shape) for k, v in parameters.items()}
    grads["db2"][:] = dz2
    for j in range(a1.shape[0]):
        dz = float(parameters["W2"][0, j] * dz2[0, 0]) / math.cosh(z1[j, 0]) ** 2
        grads["dW2"][0, j] = dz2[0, 0] * a1[j, 0]
        grads["db1"][j, 0] = dz
        grads["dW1"][j] = dz * x[:, 0]
    return grads


@right("outer products, in single precision")
def backward_one(x, y, parameters):
    z1, a1, a2, dz2 = (v.astype(np.float32) for v in _one(x, y, parameters))
    dz1 = np.outer(parameters["W2"], dz2) * (1 - a1 * a1)
    return {"dW1": np.outer(dz1, x), "db1": dz1, "dW2": np.outer(dz2, a1), "db2": dz2}


# -------------------------------------------------------------- shallow_backward


def _all(p, cache, X, Y, activation, **other):
    """The right gradients from other pieces: dZ2, slope, dZ1, m, A1."""
    m = other.get("m", X.shape[1])
    dZ2 = other.get("dZ2", cache["A2"] - Y)
    slope = other.get("slope", activation_derivative(cache["Z1"], activation))
    dZ1 = other.get("dZ1", p["W2"].T @ dZ2 * slope)
    A1 = other.get("A1", cache["A1"])
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ A1.T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }


@wrong("The factor 1/m is missing: J is a mean, and so are its slopes.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    return _all(parameters, cache, X, Y, activation, m=1)


@wrong("Divided by m twice: each gradient carries 1/m once.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    return _all(parameters, cache, X, Y, activation, m=X.shape[1] ** 2)


@wrong("Divided by the number of features. The mean runs over the m columns of X.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    return _all(parameters, cache, X, Y, activation, m=X.shape[0])


@wrong("dZ2 is Y - A2 here, so every step climbs. dZ2 = A2 - Y.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    return _all(parameters, cache, X, Y, activation, dZ2=Y - cache["A2"])


@wrong(
    "dZ2 carries the slope A2 (1 - A2) as well. It has cancelled against the loss: "
    "dZ2 = A2 - Y."
)
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    A2 = cache["A2"]
    return _all(parameters, cache, X, Y, activation, dZ2=(A2 - Y) * A2 * (1 - A2))


@wrong(
    "The slope is taken at A1, after the curve. The units stood at Z1: g'(Z1), or with "
    "the value 1 - A1² for tanh."
)
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    slope = activation_derivative(cache["A1"], activation)
    return _all(parameters, cache, X, Y, activation, slope=slope)


@wrong("The slope of the hidden layer is missing: dZ1 = W2ᵀ dZ2 ∗ g'(Z1).")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    return _all(parameters, cache, X, Y, activation, slope=1.0)


@wrong("The slope is always that of tanh, 1 - A1², whatever the activation says.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    return _all(parameters, cache, X, Y, activation, slope=1 - cache["A1"] ** 2)


@wrong("The slope is always that of the sigmoid, whatever the activation says.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    slope = activation_derivative(cache["Z1"], "sigmoid")
    return _all(parameters, cache, X, Y, activation, slope=slope)


@wrong("dW2 uses Z1. The input of the second layer is A1: dW2 = dZ2 A1ᵀ / m.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    return _all(parameters, cache, X, Y, activation, A1=cache["Z1"])


@wrong("dZ1 has lost W2: the error comes back through the weights, W2ᵀ dZ2.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    dZ1 = (cache["A2"] - Y) * activation_derivative(cache["Z1"], activation)
    return _all(parameters, cache, X, Y, activation, dZ1=dZ1)


@wrong(
    "keepdims is missing, so db1 and db2 are flat, of shape (n,). The update would "
    "then broadcast the bias into a square: use keepdims=True."
)
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    grads = _all(parameters, cache, X, Y, activation)
    return {k: v.ravel() if k[1] == "b" else v for k, v in grads.items()}


@wrong("db is not summed over the examples: it must have the shape of b, (n, 1).")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    dZ2, m = cache["A2"] - Y, X.shape[1]
    dZ1 = parameters["W2"].T @ dZ2 * activation_derivative(cache["Z1"], activation)
    grads = _all(parameters, cache, X, Y, activation)
    return grads | {"db1": dZ1 / m, "db2": dZ2 / m}


@wrong(
    "db1 is one number for all units: the sum runs over everything. Sum along "
    "axis=1, over the examples only."
)
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    grads = _all(parameters, cache, X, Y, activation)
    return grads | {"db1": np.sum(grads["db1"], keepdims=True)}


@wrong("db1 and db2 are exchanged: each bias belongs to its own layer's dZ.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    grads = _all(parameters, cache, X, Y, activation)
    return grads | {"db1": grads["db2"], "db2": grads["db1"]}


@wrong("The gradients are transposed. Each has the shape of its variable.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    grads = _all(parameters, cache, X, Y, activation)
    return {k: v.T.copy() for k, v in grads.items()}


@wrong("The biases' gradients lack 1/m: use the mean there too.")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    grads, m = _all(parameters, cache, X, Y, activation), X.shape[1]
    return grads | {k: m * grads[k] for k in ("db1", "db2")}


@wrong("changes its argument `cache`")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    cache["A2"] -= Y
    return _all(parameters, cache, X, Y, activation, dZ2=cache["A2"])


@wrong(NONE)
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    print(_all(parameters, cache, X, Y, activation))


@right("a loop over the examples")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    m, grads = X.shape[1], {f"d{k}": 0.0 for k in parameters}
    for i in range(m):
        dz2 = cache["A2"][:, [i]] - Y[:, [i]]
        slope = activation_derivative(cache["Z1"][:, [i]], activation)
        dz1 = parameters["W2"].T * dz2 * slope
        a1 = cache["A1"][:, [i]]
        one = {"dW1": dz1 @ X[:, [i]].T, "db1": dz1, "dW2": dz2 * a1.T, "db2": dz2}
        grads = {k: v + one[k] / m for k, v in grads.items()}
    return grads


@right("einsum, 1/m at the start")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    dZ2 = (cache["A2"] - Y) / Y.size
    slope = activation_derivative(cache["Z1"], activation)
    dZ1 = np.einsum("oh,om,hm->hm", parameters["W2"], dZ2, slope)
    return {
        "db2": np.einsum("om->o", dZ2)[:, None],
        "dW2": np.einsum("om,hm->oh", dZ2, cache["A1"]),
        "db1": np.einsum("hm->h", dZ1)[:, None],
        "dW1": np.einsum("hm,xm->hx", dZ1, X),
    }


@right("means and a column of ones, in Fortran order")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2)
    dZ1 *= activation_derivative(cache["Z1"], activation)
    one = np.ones((m, 1))
    both = {"dW1": X @ dZ1.T / m, "db1": (dZ1 @ one / m).T}
    both |= {"dW2": cache["A1"] @ dZ2.T / m, "db2": (dZ2 @ one / m).T}
    return {k: v.T for k, v in both.items()}


@right("slopes from the cached values")
def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    A1 = cache["A1"]
    slope = {
        "tanh": (1 - A1) * (1 + A1),
        "sigmoid": A1 - A1**2,
        "relu": np.heaviside(A1, 0.0),
        "leaky_relu": np.where(A1 > 0, 1, 0.01),
        "identity": 1,
    }[activation]
    return _all(parameters, cache, X, Y, activation, slope=slope)


# ------------------------------------------------------------- update_parameters


@wrong("The step goes uphill: it is minus the learning rate times the gradient.")
def update_parameters(parameters, grads, learning_rate):
    return {k: v + learning_rate * grads["d" + k] for k, v in parameters.items()}


@wrong("The learning rate is missing: W := W - α dW.")
def update_parameters(parameters, grads, learning_rate):
    return {k: v - grads["d" + k] for k, v in parameters.items()}


@wrong("Divided by the learning rate. A larger α makes a longer step: α dW.")
def update_parameters(parameters, grads, learning_rate):
    return {k: v - grads["d" + k] / learning_rate for k, v in parameters.items()}


@wrong("Only the weights move. The biases have gradients too.")
def update_parameters(parameters, grads, learning_rate):
    return {
        k: v - learning_rate * grads["d" + k] * (k[0] == "W")
        for k, v in parameters.items()
    }


@wrong("Only the biases move. The weights have gradients too.")
def update_parameters(parameters, grads, learning_rate):
    return {
        k: v - learning_rate * grads["d" + k] * (k[0] == "b")
        for k, v in parameters.items()
    }


@wrong(
    "Every parameter moves by the mean of dW1. Each has a gradient of its own, under "
    "its own name."
)
def update_parameters(parameters, grads, learning_rate):
    step = learning_rate * np.mean(grads["dW1"])
    return {k: v - step for k, v in parameters.items()}


@wrong("Only the second layer moves. W1 and b1 have gradients too.")
def update_parameters(parameters, grads, learning_rate):
    return {
        k: v - learning_rate * grads["d" + k] * (k[1] == "2")
        for k, v in parameters.items()
    }


@wrong("This is the step alone. The new value is the old one minus the step.")
def update_parameters(parameters, grads, learning_rate):
    return {k: -learning_rate * grads["d" + k] for k in parameters}


@wrong("The parameters are shrunk by the learning rate: α W - dW instead of W - α dW.")
def update_parameters(parameters, grads, learning_rate):
    return {k: learning_rate * v - grads["d" + k] for k, v in parameters.items()}


@wrong("The new values stand under the gradients' names. Keep W1, b1, W2, b2.")
def update_parameters(parameters, grads, learning_rate):
    return {"d" + k: v - learning_rate * grads["d" + k] for k, v in parameters.items()}


@wrong("changes its argument `parameters`")
def update_parameters(parameters, grads, learning_rate):
    for k in parameters:
        parameters[k] -= (learning_rate * grads["d" + k]).astype(parameters[k].dtype)
    return {k: v.copy() for k, v in parameters.items()}


@wrong(NONE)
def update_parameters(parameters, grads, learning_rate):
    print({k: v - learning_rate * grads["d" + k] for k, v in parameters.items()})


@right("each line by itself")
def update_parameters(parameters, grads, learning_rate):
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@right("copies, then changes in place")
def update_parameters(parameters, grads, learning_rate):
    new = {k: np.array(v, dtype=float, order="F") for k, v in parameters.items()}
    for k in new:
        new[k] -= learning_rate * grads[f"d{k}"]
    return new


@right("number by number")
def update_parameters(parameters, grads, learning_rate):
    new = {}
    for k, v in parameters.items():
        pairs = zip(v.ravel(), grads["d" + k].ravel())
        new[k] = np.array([w - learning_rate * dw for w, dw in pairs]).reshape(v.shape)
    return new


# ----------------------------------------------------------------------- predict


def _probabilities(parameters, X, activation):
    return shallow_forward(X, parameters, activation)[0]


@wrong("The probabilities are returned. A class is 0 or 1: compare with 0.5.")
def predict(parameters, X, activation="tanh"):
    return _probabilities(parameters, X, activation)


@wrong("A tie counts as class 1. Exactly 0.5 is class 0: use >, not >=.")
def predict(parameters, X, activation="tanh"):
    return (_probabilities(parameters, X, activation) >= 0.5).astype(int)


@wrong("The classes are exchanged: class 1 is where A2 is above 0.5.")
def predict(parameters, X, activation="tanh"):
    return (_probabilities(parameters, X, activation) < 0.5).astype(int)


@wrong("The threshold 0.5 is put on Z2. It belongs to A2; for Z2 it is 0.")
def predict(parameters, X, activation="tanh"):
    return (shallow_forward(X, parameters, activation)[1]["Z2"] > 0.5).astype(int)


@wrong("The threshold is 0: every probability is above it. Compare with 0.5.")
def predict(parameters, X, activation="tanh"):
    return (_probabilities(parameters, X, activation) > 0).astype(int)


@wrong("The result is flat, of shape (m,). Keep the row: (1, m).")
def predict(parameters, X, activation="tanh"):
    return (_probabilities(parameters, X, activation) > 0.5).astype(int).ravel()


@wrong("Only the first example is classified. The result has m columns.")
def predict(parameters, X, activation="tanh"):
    return (_probabilities(parameters, X[:, :1], activation) > 0.5).astype(int)


@wrong(
    "The activation is not passed on to shallow_forward, so the hidden layer is "
    "always tanh."
)
def predict(parameters, X, activation="tanh"):
    return (_probabilities(parameters, X, "tanh") > 0.5).astype(int)


@wrong(
    "The hidden layer is cut at 0.5 instead of the output. The decision comes last, "
    "on A2."
)
def predict(parameters, X, activation="tanh"):
    cache = shallow_forward(X, parameters, activation)[1]
    hidden = (cache["A1"] > 0.5).astype(float)
    Z2 = parameters["W2"] @ hidden + parameters["b2"]
    return (sigmoid(Z2) > 0.5).astype(int)


@wrong("The threshold is the mean of the probabilities. It is 0.5, for every set.")
def predict(parameters, X, activation="tanh"):
    A2 = _probabilities(parameters, X, activation)
    return (A2.mean() < A2).astype(int)


@wrong(NONE)
def predict(parameters, X, activation="tanh"):
    print(_probabilities(parameters, X, activation) > 0.5)


@right("Z2 above zero")
def predict(parameters, X, activation="tanh"):
    _, cache = shallow_forward(X, parameters, activation)
    return np.where(cache["Z2"] > 0, 1, 0)


@right("rounding: NumPy rounds 0.5 to 0")
def predict(parameters, X, activation="tanh"):
    return np.round(_probabilities(parameters, X, activation)).astype(int)


@right("a loop, in unsigned bytes")
def predict(parameters, X, activation="tanh"):
    A2 = _probabilities(parameters, X, activation)
    Yhat = np.zeros(A2.shape, dtype=np.uint8)
    for i in range(A2.shape[1]):
        if A2[0, i] > 0.5:
            Yhat[0, i] = 1
    return Yhat


# ----------------------------------------------------------------- shallow_model


def _descend(
    X, Y, n_h, n, rate, rng, activation, start=None, between=None, after=False
):
    """Training with other starts, other parameters between, or costs afterwards."""
    p = start or initialize_shallow(X.shape[0], n_h, Y.shape[0], rng)
    costs = []
    for i in range(n):
        A2, cache = shallow_forward(X, p, activation)
        costs.append(compute_cost(A2, Y))
        p = update_parameters(p, shallow_backward(p, cache, X, Y, activation), rate)
        p = between(p, i) if between else p
        if after:
            costs[-1] = compute_cost(shallow_forward(X, p, activation)[0], Y)
    return p, costs


@wrong(
    "The cost is noted after the update. The docstring wants the cost before it, from "
    "the same forward pass."
)
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(
        X, Y, n_h, num_iterations, learning_rate, rng, activation, after=True
    )


@wrong("One step too few is made: range(n) makes n turns already.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, n_h, num_iterations - 1, learning_rate, rng, activation)


@wrong("One step too many is made: num_iterations updates, num_iterations costs.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, n_h, num_iterations + 1, learning_rate, rng, activation)


@wrong("The steps go uphill: the learning rate has the wrong sign.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, n_h, num_iterations, -learning_rate, rng, activation)


@wrong(
    "The parameters of the update are not kept: the loop stays where it started. "
    "update_parameters returns a new dict."
)
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    start = initialize_shallow(X.shape[0], n_h, Y.shape[0], rng)
    A2, _ = shallow_forward(X, start, activation)
    return start, [compute_cost(A2, Y)] * num_iterations


@wrong(
    "The activation is not passed on: the hidden layer is always tanh. Both forward "
    "and backward need its name."
)
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, n_h, num_iterations, learning_rate, rng, "tanh")


@wrong(
    "backward is not told the activation and takes the slope of tanh, while forward "
    "uses another one."
)
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    p, costs = initialize_shallow(X.shape[0], n_h, Y.shape[0], rng), []
    for _ in range(num_iterations):
        A2, cache = shallow_forward(X, p, activation)
        costs.append(compute_cost(A2, Y))
        p = update_parameters(p, shallow_backward(p, cache, X, Y), learning_rate)
    return p, costs


@wrong("The learning rate is fixed at 1.2 here. Use the one that is passed in.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, n_h, num_iterations, 1.2, rng, activation)


@wrong("The hidden layer always has 4 units here. Use n_h.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, 4, num_iterations, learning_rate, rng, activation)


@wrong(
    "The network is initialised anew in each turn, so nothing is learnt. Initialise "
    "once, before the loop."
)
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    p, costs = initialize_shallow(X.shape[0], n_h, Y.shape[0], rng), []
    for i in range(num_iterations):
        if i:
            p = initialize_shallow(X.shape[0], n_h, Y.shape[0], rng)
        p, J = _descend(X, Y, n_h, 1, learning_rate, rng, activation, start=p)
        costs += J
    return p, costs


@wrong("Only every tenth cost is kept. The docstring asks for one per step.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    p, costs = _descend(X, Y, n_h, num_iterations, learning_rate, rng, activation)
    return p, costs[::10] if num_iterations > 10 else costs[:-1]


@wrong("The two results are exchanged: first the parameters, then the costs.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, n_h, num_iterations, learning_rate, rng, activation)[::-1]


@wrong("Only the parameters are returned. The costs belong to it: parameters, costs.")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    return _descend(X, Y, n_h, num_iterations, learning_rate, rng, activation)[0]


@wrong(NONE)
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    _descend(X, Y, n_h, num_iterations, learning_rate, rng, activation)


@right("a while loop with the formulas written out")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    p, costs, m = initialize_shallow(X.shape[0], n_h, 1, rng), [], X.shape[1]
    while len(costs) < num_iterations:
        Z1 = p["W1"] @ X + p["b1"]
        A1 = activate(Z1, activation)
        A2 = sigmoid(p["W2"] @ A1 + p["b2"])
        costs.append(float(-np.mean(np.log(np.where(Y == 1, A2, 1 - A2)))))
        dZ2 = (A2 - Y) / m
        dZ1 = p["W2"].T @ dZ2 * activation_derivative(Z1, activation)
        grads = {"dW1": dZ1 @ X.T, "db1": dZ1.sum(1, keepdims=True)}
        grads |= {"dW2": dZ2 @ A1.T, "db2": dZ2.sum(1, keepdims=True)}
        p = {k: v - learning_rate * grads["d" + k] for k, v in p.items()}
    return p, costs


@right("changes its own arrays in place")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    p, costs = initialize_shallow(X.shape[0], n_h, Y.shape[0], rng), []
    for _ in range(num_iterations):
        A2, cache = shallow_forward(X, p, activation)
        costs.append(compute_cost(A2, Y))
        grads = shallow_backward(p, cache, X, Y, activation)
        for k in p:
            p[k] -= learning_rate * grads["d" + k]
    return p, costs


@right("an array of costs, filled")
def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    costs = [0.0] * num_iterations
    p = initialize_shallow(X.shape[0], n_h, Y.shape[0], rng)
    for i in range(num_iterations):
        p, one = _descend(X, Y, n_h, 1, learning_rate, rng, activation, start=p)
        costs[i] = one[0]
    return p, costs


# --------------------------------------------------------------------- decisions

LETTERS = {
    "layers": "b",
    "entry": "c",
    "hidden_activation": "b",
    "linear_place": "d",
    "arctan": "a",
    "zero_start": "c",
    "order": "b",
}


@right("capital letters")
def decisions():
    return {name: letter.upper() for name, letter in LETTERS.items()}


@right("letters with a bracket")
def decisions():
    return {name: f"{letter})" for name, letter in LETTERS.items()}


@right("another order, with blanks")
def decisions():
    return {name: f" {LETTERS[name]} " for name in reversed(LETTERS)}


QUESTIONS = {
    "decisions": {
        "layers": {
            "a": "The input is layer 0: it computes nothing and is not counted.",
            "b": "Yes: hidden layer and output. 4·3 + 4 + 1·4 + 1 = 21 parameters.",
            "c": "The weights are right, but each of the 5 units has a bias as well.",
            "d": "Units are not layers: four units side by side make one layer.",
        },
        "entry": {
            "a": "The layer stands in square brackets; rows are units, not examples.",
            "b": "Rows and columns are exchanged: down are the units.",
            "c": "Yes: units downwards, examples to the right, both counted from 0.",
        },
        "hidden_activation": {
            "a": "Its values lie around 1/2 and its slope is never above 1/4: inside a "
            "network it is rarely the best.",
            "b": "Yes: sigmoid where a probability is wanted, tanh or ReLU inside, and "
            "the data decide between those.",
            "c": "Negative values are no probabilities, and tanh gives them.",
            "d": "Then the network is logistic regression, however wide.",
        },
        "linear_place": {
            "a": "There two layers would collapse into one.",
            "b": "There the network could do no more than a line.",
            "c": "It has one: where the answer is any number.",
            "d": "Yes: a price or a temperature has no bounds, and nothing comes after "
            "the output that could collapse with it.",
        },
        "arctan": {
            "a": "Yes: they look alike, but arctan ends at ±1.57 and has slope "
            "1 / (1 + z²).",
            "b": "One is the inverse of the tangent, the other is made of powers of e.",
            "c": "The inverse of tanh is arctanh, and it is no activation here.",
        },
        "zero_start": {
            "a": "Equal biases do no harm while the weights differ.",
            "b": "One neuron has nobody to be equal to: it may start at zero.",
            "c": "Yes: equal rows get equal gradients and stay equal for ever.",
            "d": "Equal units stay equal at any learning rate.",
        },
        "order": {
            "a": "The gradients would belong to other parameters than the cost.",
            "b": "Yes: forward fills the cache, backward empties it, and only then may "
            "the parameters move.",
            "c": "backward needs Z1, A1 and A2, which forward computes.",
        },
    }
}

# The answers above call these functions: here the names mean the right ones again,
# whatever answer was the last to bear them.
from source.c1w2_logistic_regression.reference import (  # noqa: E402, I001
    compute_cost,
    sigmoid,
)
from source.c1w3_shallow_network.reference import (  # noqa: E402
    activate,
    activation_derivative,
    initialize_shallow,
    shallow_backward,
    shallow_forward,
    update_parameters,
)
