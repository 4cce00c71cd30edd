"""Answers to the exercises of the cat classifier: wrong ones and right ones."""

import math

import numpy as np

from autograder.truth.decorators import right, wrong

NONE = (
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)

# ---------------------------------------------------------------- layers_forward


def _forward(X, parameters, hidden=None, last=None, affine=None):
    """Forward pass with another activation, or another affine part."""
    hidden = hidden or (lambda Z: np.maximum(Z, 0))
    affine = affine or (lambda W, A, b: W @ A + b)
    activations, L = [X], len(parameters) // 2
    for k in range(1, L + 1):
        Z = affine(parameters[f"W{k}"], activations[-1], parameters[f"b{k}"])
        activations.append(hidden(Z) if k < L else (last or sigmoid)(Z))
    return activations


@wrong("The bias is missing: Z = W A + b.")
def layers_forward(X, parameters):
    return _forward(X, parameters, affine=lambda W, A, b: W @ A)


@wrong(
    "ReLU stands in the last layer as well. A probability comes from the sigmoid: "
    "only the hidden layers take ReLU."
)
def layers_forward(X, parameters):
    return _forward(X, parameters, last=lambda Z: np.maximum(Z, 0))


@wrong("Every layer takes the sigmoid here. The hidden layers take ReLU.")
def layers_forward(X, parameters):
    return _forward(X, parameters, hidden=sigmoid)


@wrong("The hidden layers take tanh here. This network takes ReLU: max(Z, 0).")
def layers_forward(X, parameters):
    return _forward(X, parameters, hidden=np.tanh)


@wrong(
    "The hidden layers have no activation, so all layers collapse into one. Put ReLU "
    "between them."
)
def layers_forward(X, parameters):
    return _forward(X, parameters, hidden=lambda Z: Z)


@wrong("The list begins with A1. Its first entry is A0 = X: the way back needs it.")
def layers_forward(X, parameters):
    return _forward(X, parameters)[1:]


@wrong("Only the last activation is returned. The way back needs all of them: a list.")
def layers_forward(X, parameters):
    return _forward(X, parameters)[-1]


@wrong(
    "The list holds Z, not A, for the hidden layers. Append the value after the "
    "activation."
)
def layers_forward(X, parameters):
    A = _forward(X, parameters)
    for k in range(1, len(A) - 1):
        A[k] = parameters[f"W{k}"] @ np.maximum(A[k - 1], 0 if k > 1 else -np.inf)
        A[k] = A[k] + parameters[f"b{k}"]
    return A


@wrong("The bias is subtracted: Z = W A + b.")
def layers_forward(X, parameters):
    return _forward(X, parameters, affine=lambda W, A, b: W @ A - b)


@wrong("changes its argument `X`")
def layers_forward(X, parameters):
    A = _forward(X.copy(), parameters)
    np.maximum(X, 0, out=X)
    return A


@right("einsum, and a mask for ReLU")
def layers_forward(X, parameters):
    return _forward(
        X,
        parameters,
        hidden=lambda Z: Z * (Z > 0),
        affine=lambda W, A, b: np.einsum("ij,jk->ik", W, A) + b,
    )


@right("the bias as one more column of W, in Fortran order")
def layers_forward(X, parameters):
    def affine(W, A, b):
        return np.asfortranarray(np.hstack([W, b]) @ np.vstack([A, A[:1] * 0 + 1]))

    return _forward(X, parameters, affine=affine)


@right("copies X, hidden layers first, sigmoid after the loop")
def layers_forward(X, parameters):
    found, L = [X.copy()], len(parameters) // 2
    for k in range(1, L):
        Z = parameters["W" + str(k)].dot(found[-1]) + parameters["b" + str(k)]
        found.append(np.where(Z > 0, Z, 0))
    Z = parameters["W" + str(L)].dot(found[-1]) + parameters["b" + str(L)]
    return [*found, 0.5 * (1 + np.tanh(Z / 2))]


# --------------------------------------------------------------- layers_backward


def _backward(activations, parameters, Y, first=None, gate=None, grads=None, W=None):
    """Backward pass with one of its four lines replaced."""
    found, m = {}, Y.shape[1]
    first = first or (lambda A, Y: A - Y)
    gate = gate or (lambda k: activations[k] > 0)
    W = W or (lambda k: parameters[f"W{k}"])
    dZ = first(activations[-1], Y)
    for k in range(len(parameters) // 2, 0, -1):
        A = activations[k - 1]
        pair = (dZ @ A.T / m, dZ.sum(axis=1, keepdims=True) / m)
        found[f"dW{k}"], found[f"db{k}"] = grads(dZ, A, m, k) if grads else pair
        if k > 1:
            dZ = W(k).T @ dZ * gate(k - 1)
    return found


@wrong("The sign is turned: the error of the last layer is AL - Y, not Y - AL.")
def layers_backward(activations, parameters, Y):
    return _backward(activations, parameters, Y, first=lambda A, Y: Y - A)


@wrong(
    "The slope of the sigmoid is multiplied in once more. In AL - Y it has cancelled "
    "already."
)
def layers_backward(activations, parameters, Y):
    return _backward(
        activations, parameters, Y, first=lambda A, Y: (A - Y) * A * (1 - A)
    )


@wrong("The slopes are sums over the examples. Divide by m, once.")
def layers_backward(activations, parameters, Y):
    grads = _backward(activations, parameters, Y)
    return {name: Y.shape[1] * value for name, value in grads.items()}


@wrong(
    "The division by m happens in every layer, so the first layers get 1/m² or less. "
    "Divide once."
)
def layers_backward(activations, parameters, Y):
    m = Y.shape[1]
    return _backward(activations, parameters, Y, W=lambda k: parameters[f"W{k}"] / m)


@wrong(
    "ReLU's gate is missing: the error passes dead units as well. Multiply by "
    "(A_prev > 0)."
)
def layers_backward(activations, parameters, Y):
    return _backward(activations, parameters, Y, gate=lambda k: 1.0)


@wrong(
    "The error is multiplied by the activation itself. The slope of ReLU is 1 or 0: "
    "(A_prev > 0)."
)
def layers_backward(activations, parameters, Y):
    return _backward(activations, parameters, Y, gate=lambda k: activations[k])


@wrong(
    "The gate takes the slope of tanh, 1 - A². The hidden layers here are ReLU: "
    "(A_prev > 0)."
)
def layers_backward(activations, parameters, Y):
    return _backward(activations, parameters, Y, gate=lambda k: 1 - activations[k] ** 2)


@wrong("db is the mean over all units as well. Sum over the examples only: axis 1.")
def layers_backward(activations, parameters, Y):
    def grads(dZ, A, m, k):
        return dZ @ A.T / m, np.full((dZ.shape[0], 1), dZ.sum() / dZ.size)

    return _backward(activations, parameters, Y, grads=grads)


@wrong("db is flat, of shape (n,). Keep the column (n, 1): keepdims=True.")
def layers_backward(activations, parameters, Y):
    def grads(dZ, A, m, k):
        return dZ @ A.T / m, dZ.sum(axis=1) / m

    return _backward(activations, parameters, Y, grads=grads)


@wrong("dW comes out transposed. It has the shape of W, (n, n_prev): dZ A_prevᵀ.")
def layers_backward(activations, parameters, Y):
    def grads(dZ, A, m, k):
        return A @ dZ.T / m, dZ.sum(axis=1, keepdims=True) / m

    return _backward(activations, parameters, Y, grads=grads)


@right("one example after the other")
def layers_backward(activations, parameters, Y):
    total, m = {}, Y.shape[1]
    for i in range(m):
        one = [A[:, i : i + 1] for A in activations]
        for name, value in _backward(one, parameters, Y[:, i : i + 1]).items():
            total[name] = total.get(name, 0) + value / m
    return total


@right("einsum and means")
def layers_backward(activations, parameters, Y):
    def grads(dZ, A, m, k):
        dW = np.einsum("im,jm->ij", dZ, A) / m
        return dW, np.mean(dZ, axis=1).reshape(-1, 1)

    return _backward(activations, parameters, Y, grads=grads)


@right("recursion, bias beside the weights, Fortran order")
def layers_backward(activations, parameters, Y):
    def back(k, dZ):
        if k == 0:
            return {}
        A = activations[k - 1]
        both = np.asfortranarray(dZ @ np.vstack([A, A[:1] * 0 + 1]).T)
        below = np.where(A > 0, parameters[f"W{k}"].T @ dZ, 0)
        return {f"dW{k}": both[:, :-1], f"db{k}": both[:, -1:]} | back(k - 1, below)

    return back(len(parameters) // 2, (activations[-1] - Y) / Y.shape[1])


# ------------------------------------------------- two_layer_model and deep_model


def _start(X, dims, rng, scale=None, order=1, bias=0.0):
    """First parameters; He's scale unless another is given."""
    scale = scale or (lambda n, n_prev: np.sqrt(2 / n_prev))
    t, p = X.dtype, {}
    for k in list(range(1, len(dims)))[::order]:
        n, n_prev = dims[k], dims[k - 1]
        W = rng.standard_normal((n, n_prev)) * scale(n, n_prev)
        p[f"W{k}"], p[f"b{k}"] = W.astype(t), np.full((n, 1), bias, t)
    return {f"{c}{k}": p[f"{c}{k}"] for k in range(1, len(dims)) for c in "Wb"}


def _descend(X, Y, p, steps, rate, every=1, after=False):
    """Gradient descent from a start."""
    costs = []
    for i in range(steps):
        A = layers_forward(X, p)
        if i % every == 0 and not after:
            costs.append(compute_cost(A[-1], Y))
        grads = layers_backward(A, p, Y)
        p = {name: p[name] - rate * grads["d" + name] for name in p}
        if i % every == 0 and after:
            costs.append(compute_cost(layers_forward(X, p)[-1], Y))
    return p, costs


def _two(X, n_h):
    return [X.shape[0], n_h, 1]


@wrong("The weights start at zero: ReLU and its slope are 0 there, nothing is learnt.")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng, lambda n, n_prev: 0.0)
    return _descend(X, Y, p, num_iterations, learning_rate)


@wrong("The start is 0.01 times a normal number. He's factor is sqrt(2 / n_prev).")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng, lambda n, n_prev: 0.01)
    return _descend(X, Y, p, num_iterations, learning_rate)


@wrong("The root is missing in the start: sqrt(2 / n_prev), not 2 / n_prev.")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng, lambda n, n_prev: 2 / n_prev)
    return _descend(X, Y, p, num_iterations, learning_rate)


@wrong("The factor takes the units of the layer itself. n_prev is the layer before it.")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng, lambda n, n_prev: np.sqrt(2 / n))
    return _descend(X, Y, p, num_iterations, learning_rate)


@wrong("W2 is drawn before W1, so the numbers land elsewhere. First W1, then W2.")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng, order=-1)
    return _descend(X, Y, p, num_iterations, learning_rate)


@wrong("The step goes uphill: W := W - α dW.")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng)
    return _descend(X, Y, p, num_iterations, -learning_rate)


@wrong(
    "The cost is noted after the update. Note it before, from the same forward pass."
)
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng)
    return _descend(X, Y, p, num_iterations, learning_rate, after=True)


@wrong("One update too many is made: num_iterations of them, and as many costs.")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng)
    return _descend(X, Y, p, num_iterations + 1, learning_rate)


@wrong("The updated parameters are not kept: what comes back is the start.")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng)
    return p, _descend(X, Y, p, num_iterations, 0.0)[1]


@wrong(
    "Only the parameters are returned. Two results are asked for: parameters, costs."
)
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p = _start(X, _two(X, n_h), rng)
    return _descend(X, Y, p, num_iterations, learning_rate)[0]


@right("calls the deep model")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    return deep_model(X, Y, _two(X, n_h), num_iterations, learning_rate, rng, every=1)


@right("changes its own arrays in place, in a while loop")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    p, costs = _start(X, _two(X, n_h), rng), []
    while len(costs) < num_iterations:
        A = layers_forward(X, p)
        costs.append(compute_cost(A[-1], Y))
        grads = layers_backward(A, p, Y)
        for name in p:
            p[name] -= learning_rate * grads["d" + name]
    return p, costs


@right("the formulas written out")
def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    W1, b1, W2, b2 = _start(X, _two(X, n_h), rng).values()
    costs, m = [], X.shape[1]
    for _ in range(num_iterations):
        A1 = (W1 @ X + b1) * (W1 @ X + b1 > 0)
        A2 = sigmoid(W2 @ A1 + b2)
        costs.append(float(-np.mean(np.log(np.where(Y == 1, A2, 1 - A2)))))
        dZ2 = (A2 - Y) / m
        dZ1 = W2.T @ dZ2 * (A1 > 0)
        W2 = W2 - learning_rate * dZ2 @ A1.T
        b2 = b2 - learning_rate * dZ2.sum(axis=1, keepdims=True)
        W1 = W1 - learning_rate * dZ1 @ X.T
        b1 = b1 - learning_rate * dZ1.sum(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, costs


@wrong(
    "One factor for all layers: sqrt(2 / n_x). Each layer has its own n_prev, the "
    "units of the layer before."
)
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng, lambda n, n_prev: np.sqrt(2 / layer_dims[0]))
    return _descend(X, Y, p, num_iterations, learning_rate, every)


@wrong("The factor is 0.01, so deep signals die out. He's factor is sqrt(2 / n_prev).")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng, lambda n, n_prev: 0.01)
    return _descend(X, Y, p, num_iterations, learning_rate, every)


@wrong("Xavier's 1 / n_prev stands under the root. He's start has 2 / n_prev.")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng, lambda n, n_prev: np.sqrt(1 / n_prev))
    return _descend(X, Y, p, num_iterations, learning_rate, every)


@wrong("The biases start at one. They start at zero: the weights break the symmetry.")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng, bias=1.0)
    return _descend(X, Y, p, num_iterations, learning_rate, every)


@wrong("Every cost is noted. `every` asks for number 0, every, 2 every, and so on.")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng)
    p, costs = _descend(X, Y, p, num_iterations, learning_rate, 1)
    return p, costs if every > 1 else costs[::2]


@wrong("Noting starts too late: the first cost is that of update number 0.")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng)
    p, costs = _descend(X, Y, p, num_iterations, learning_rate, 1)
    return p, costs[every - 1 :: every] if every > 1 else costs[1:]


@wrong(
    "The cost is noted after the update. Note it before, from the same forward pass."
)
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng)
    return _descend(X, Y, p, num_iterations, learning_rate, every, after=True)


@wrong("The step goes uphill: W := W - α dW.")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng)
    return _descend(X, Y, p, num_iterations, -learning_rate, every)


@wrong("The last layer is left out: len(layer_dims) - 1 layers have weights.")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    dims = [*layer_dims[:-2], 1]
    dims = dims if len(dims) > 1 else list(layer_dims)
    return _descend(X, Y, _start(X, dims, rng), num_iterations, learning_rate, every)


@wrong("Only the weights are updated; the biases stay at zero. Both learn.")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p, costs = _start(X, layer_dims, rng), []
    for i in range(num_iterations):
        p, one = _descend(X, Y, p, 1, learning_rate)
        p = {name: value * (name[0] == "W") for name, value in p.items()}
        costs += one if i % every == 0 else []
    return p, costs


@right("all costs, then a slice")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p = _start(X, layer_dims, rng)
    p, costs = _descend(X, Y, p, num_iterations, learning_rate)
    return p, costs[::every]


@right("changes its own arrays in place")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    p, costs = _start(X, layer_dims, rng), []
    for i in range(num_iterations):
        A = layers_forward(X, p)
        costs += [] if i % every else [compute_cost(A[-1], Y)]
        for name, slope in layers_backward(A, p, Y).items():
            p[name[1:]] -= learning_rate * slope
    return p, costs


@right("a scale as the normal distribution's width, lists of layers")
def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    pairs = list(zip(layer_dims[:-1], layer_dims[1:], strict=True))
    W = [rng.normal(0, math.sqrt(2 / a), (n, a)).astype(X.dtype) for a, n in pairs]
    b = [np.zeros((n, 1), X.dtype) for _, n in pairs]
    costs = []
    for i in range(num_iterations):
        p = {f"W{k}": w for k, w in enumerate(W, 1)}
        p |= {f"b{k}": v for k, v in enumerate(b, 1)}
        A = layers_forward(X, p)
        if not i % every:
            costs.append(compute_cost(A[-1], Y))
        grads = layers_backward(A, p, Y)
        W = [w - learning_rate * grads[f"dW{k}"] for k, w in enumerate(W, 1)]
        b = [v - learning_rate * grads[f"db{k}"] for k, v in enumerate(b, 1)]
    p = {f"W{k}": w for k, w in enumerate(W, 1)}
    return p | {f"b{k}": v for k, v in enumerate(b, 1)}, costs


# ----------------------------------------------------------------------- predict


def _last(X, parameters):
    return layers_forward(X, parameters)[-1]


@wrong("These are the probabilities. A class is asked for: 1 where they exceed 0.5.")
def predict(X, parameters):
    return _last(X, parameters)


@wrong("A tie counts as a cat here. Exactly 0.5 is class 0: compare with >.")
def predict(X, parameters):
    return (_last(X, parameters) >= 0.5).astype(int)


@wrong("The classes are exchanged: 1 where the probability is above 0.5.")
def predict(X, parameters):
    return (_last(X, parameters) < 0.5).astype(int)


@wrong("The score Z is compared with 0.5. The probability is: Z > 0 would be the same.")
def predict(X, parameters):
    A = _last(X, parameters)
    return (np.log(A / (1 - A)) > 0.5).astype(int)


@wrong("Everything above 0 becomes a cat: the threshold is 0.5.")
def predict(X, parameters):
    return (_last(X, parameters) > 0).astype(int)


@wrong("The result is flat, of shape (m,). Keep the row: (1, m).")
def predict(X, parameters):
    return (_last(X, parameters)[0] > 0.5).astype(int)


@wrong("-1 stands for class 0 here. The labels are 0 and 1.")
def predict(X, parameters):
    return np.where(_last(X, parameters) > 0.5, 1, -1)


@wrong("The threshold is the mean of the set: then one picture decides on the others.")
def predict(X, parameters):
    A = _last(X, parameters)
    return (A.mean() + 1e-9 < A).astype(int)


@wrong("int() or astype cuts the probability off: 0.9 becomes 0. Compare with 0.5.")
def predict(X, parameters):
    return _last(X, parameters).astype(int)


@wrong(NONE)
def predict(X, parameters):
    print(_last(X, parameters) > 0.5)


@right("np.where, as floats")
def predict(X, parameters):
    return np.where(_last(X, parameters) > 0.5, 1.0, 0.0)


@right("one example after the other")
def predict(X, parameters):
    columns = [_last(X[:, [i]], parameters) for i in range(X.shape[1])]
    return np.array([[int(a[0, 0] > 0.5) for a in columns]])


@right("the sign of the score")
def predict(X, parameters):
    L = len(parameters) // 2
    Z = parameters[f"W{L}"] @ layers_forward(X, parameters)[-2] + parameters[f"b{L}"]
    return 1 * (Z > 0)


# ------------------------------------------------------- most_confident_mistakes


def _a(X, parameters):
    return layers_forward(X, parameters)[-1][0]


def _ranked(Y, a, k, sure, wanted=None):
    """Indices of the wrong answers, by falling sure."""
    bad = np.flatnonzero((a > 0.5) != Y[0]) if wanted is None else wanted
    return bad[np.argsort(-sure[bad], kind="stable")[:k]]


@wrong("The mistakes are in their order in the set. Sort them: most certain first.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return np.flatnonzero((a > 0.5) != Y[0])[:k]


@wrong("The least certain come first. np.argsort rises: sort by the negative.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return _ranked(Y, a, k, -np.abs(a - 0.5))


@wrong(
    "Sorted by a alone, the sure 'no cat' (a near 0) comes last. Sort by the distance "
    "from 0.5."
)
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return _ranked(Y, a, k, a)


@wrong("The right answers are ranked as well. Only the wrong ones are asked for.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return _ranked(Y, a, k, np.abs(a - 0.5), np.arange(a.size))


@wrong("These are the right answers: compare the prediction with the label by !=.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return _ranked(Y, a, k, np.abs(a - 0.5), np.flatnonzero((a > 0.5) == Y[0]))


@wrong(
    "These numbers count within the list of mistakes. Columns of X are asked for: "
    "index that list with them."
)
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    bad = np.flatnonzero((a > 0.5) != Y[0])
    return np.argsort(-np.abs(a[bad] - 0.5), kind="stable")[:k]


@wrong("k is not heeded: all mistakes come back.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return _ranked(Y, a, None, np.abs(a - 0.5))


@wrong("Cats that were missed are left out: only pictures taken for cats are listed.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return _ranked(Y, a, k, a, np.flatnonzero((a > 0.5) & (Y[0] == 0)))


@wrong("These are the distances from 0.5. The indices are asked for: np.argsort.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return np.abs(a - 0.5)[_ranked(Y, a, k, np.abs(a - 0.5))]


@wrong("The indices count from 1. Columns of X count from 0.")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    return _ranked(Y, a, k, np.abs(a - 0.5)) + 1


@right("sorted() with a key, and a list comprehension")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    bad = [i for i in range(a.size) if int(a[i] > 0.5) != int(Y[0, i])]
    bad = sorted(bad, key=lambda i: -abs(float(a[i]) - 0.5))
    return np.array(bad[:k], dtype=int)


@right("by the distance from the label")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    order = np.lexsort((np.arange(a.size), -np.round(np.abs(a - Y[0]), 9)))
    wrong = (predict(X, parameters) != Y)[0]
    return order[wrong[order]][:k]


@right("picks the largest again and again")
def most_confident_mistakes(X, Y, parameters, k):
    a = _a(X, parameters)
    far = np.where((a > 0.5) != Y[0], np.abs(a - 0.5), -1)
    found = []
    while len(found) < k and np.any(far >= 0):
        found.append(int(np.argmax(far)))
        far[found[-1]] = -1
    return np.array(found, dtype=int)


# --------------------------------------------------------------- mean_confidence


@wrong(
    "The mean of a calls a sure 'no cat' (a = 0.02) unsure. Its answer has probability "
    "1 - a: take the larger of the two, picture by picture.",
    shown=True,
)
def mean_confidence(X, parameters):
    A = layers_forward(X, parameters)[-1]  # (1, m)
    confidence = A  # of each answer
    return float(np.mean(confidence))


@wrong(
    "The mean is taken before the larger one: cats and others cancel. First each "
    "picture, then the mean."
)
def mean_confidence(X, parameters):
    a = float(np.mean(_a(X, parameters)))
    return max(a, 1 - a)


@wrong("This is the smaller of a and 1 - a: how probable it is to be wrong.")
def mean_confidence(X, parameters):
    a = _a(X, parameters)
    return float(np.mean(np.minimum(a, 1 - a)))


@wrong("This is the distance from 0.5. The probability of the answer is 0.5 more.")
def mean_confidence(X, parameters):
    return float(np.mean(np.abs(_a(X, parameters) - 0.5)))


@wrong("This is the most certain answer of all. The mean is asked for.")
def mean_confidence(X, parameters):
    a = _a(X, parameters)
    return float(np.max(np.maximum(a, 1 - a)))


@wrong("Only the pictures called cats are counted. 'No cat' is an answer as well.")
def mean_confidence(X, parameters):
    a = _a(X, parameters)
    return float(np.mean(a[a > 0.5])) if np.any(a > 0.5) else 0.0


@wrong("This is the share of pictures called cats, not how sure the answers are.")
def mean_confidence(X, parameters):
    return float(np.mean(predict(X, parameters)))


@wrong("The sum is not divided by m: a mean lies between 0.5 and 1.")
def mean_confidence(X, parameters):
    a = _a(X, parameters)
    return float(np.sum(np.maximum(a, 1 - a)))


@wrong("One value per picture comes back. The mean of them is one number.")
def mean_confidence(X, parameters):
    a = _a(X, parameters)
    return np.maximum(a, 1 - a)


@right("the distance from 0.5")
def mean_confidence(X, parameters):
    return 0.5 + float(np.mean(np.abs(_a(X, parameters) - 0.5)))


@right("a loop")
def mean_confidence(X, parameters):
    values = [float(a) for a in _a(X, parameters)]
    return sum(max(a, 1 - a) for a in values) / len(values)


@right("both probabilities as rows, their largest")
def mean_confidence(X, parameters):
    A = layers_forward(X, parameters)[-1]
    return np.vstack([1 - A, A]).max(axis=0).mean()


# --------------------------------------------------------------------- decisions

LETTERS = {
    "four_pictures": "c",
    "gap": "b",
    "whose_mean": "d",
    "single": "a",
    "gpu": "b",
    "noise": "d",
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
        "four_pictures": {
            "a": "Another 50 pictures could turn it round.",
            "b": "It fits worse on these 50; why, the number does not say.",
            "c": "Yes: the share of 50 pictures swings by about 6 points by chance "
            "alone. Four pictures are no finding.",
            "d": "Gradients that vanish show in the training cost; it falls to 0 here.",
        },
        "gap": {
            "a": "The training set is learnt to the last picture: there is no bias.",
            "b": "Yes: all is remembered, little is understood. More pictures, or less "
            "freedom to remember.",
            "c": "The cost is near 0 already; more steps only make it surer.",
            "d": "A larger network remembers even more easily.",
        },
        "whose_mean": {
            "a": "Then one picture's answer depends on the pictures beside it.",
            "b": "Then the test set has taught the network something.",
            "c": "The weights were learnt for centred pixels: they need the same here.",
            "d": "Yes: the mean is learnt, like a weight, from the training set alone.",
        },
        "single": {
            "a": "Yes: in NumPy an int64 array and a float32 array give float64. One "
            "wrong dtype, and everything after it is slow.",
            "b": "Values do not matter here: NumPy goes by the types.",
            "c": "It does not complain: it computes in double precision, silently.",
            "d": "NumPy never rounds to whole numbers by itself.",
        },
        "gpu": {
            "a": "Few pictures and few units give a GPU nothing to share out.",
            "b": "Yes: many equal products at once, long enough to be worth the trip.",
            "c": "Each step needs the one before: this loop cannot be shared out.",
            "d": "A GPU computes what it is told: bugs and data stay as they are.",
        },
        "noise": {
            "a": "No weights can answer a question that is not asked.",
            "b": "The probability is right only for pictures like the training set.",
            "c": "A surer network is surer of noise, too.",
            "d": "Yes: it must choose between two boxes. A third one, or a check in "
            "front, has to be built.",
        },
    }
}

# The answers above call these functions: here the names mean the right ones again,
# whatever answer was the last to bear them.
from source.c1w2_logistic_regression.reference import (  # noqa: E402, I001
    compute_cost,
    sigmoid,
)
from source.c1w4_cat_classifier.reference import (  # noqa: E402
    deep_model,
    layers_backward,
    layers_forward,
    predict,
)
