"""A tiny convnet as a learner might write it, for the widgets' tests."""

import numpy as np


def convnet_forward(X, parameters):
    """One block of 1 x 1 filters, then one fully connected layer."""
    W, b = parameters["W1"], parameters["b1"]
    A = np.maximum(X @ W[0, 0] + b, 0)
    caches = [(("patches",), A)]
    M = A[:, ::2, ::2].reshape(len(X), -1).T
    caches.append((M, parameters["W2"]))
    Z = parameters["W2"] @ M + parameters["b2"]
    T = np.exp(Z - Z.max(axis=0))
    return T / T.sum(axis=0), caches


def parameters(side, n_C_prev, n_C, n_y):
    """Weights for pictures of this side."""
    rng = np.random.default_rng(4)
    n = (side // 2) ** 2 * n_C
    return {
        "W1": rng.normal(size=(1, 1, n_C_prev, n_C)),
        "b1": np.zeros((1, 1, 1, n_C)),
        "W2": 0.05 * rng.normal(size=(n_y, n)),
        "b2": np.zeros(n_y)[:, None],
    }
