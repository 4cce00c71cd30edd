"""What a learner writes for the boundary explorer: for tests, and for a notebook.

The hidden weights are drawn once and stay; only the output is trained.
"""

import numpy as np


def initialize(n_x, n_h, n_y, rng):
    shapes = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)}
    return {key: rng.normal(size=shape) for key, shape in shapes.items()}


def forward(X, parameters, activation="tanh"):
    W1, b1, W2, b2 = parameters.values()
    hidden = W1 @ X + b1 if activation == "identity" else np.tanh(W1 @ X + b1)
    A2 = 1 / (1 + np.exp(-(W2 @ hidden + b2)))
    return A2, (hidden, A2)


def cost(A2, Y):
    return float(-np.mean(np.log(np.where(Y == 1, A2, 1 - A2) + 1e-12)))


def backward(parameters, cache, X, Y, activation="tanh"):
    error = (cache[1] - Y) / Y.size
    still = {f"d{key}": 0 * parameters[key] for key in ("W1", "b1")}
    return still | {"dW2": error @ cache[0].T, "db2": error.sum(axis=1)[:, None]}


def update(parameters, grads, learning_rate):
    return {k: v - learning_rate * grads[f"d{k}"] for k, v in parameters.items()}
