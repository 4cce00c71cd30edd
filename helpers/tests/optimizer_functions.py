"""What a learner writes in the week of optimization: for tests, and for a notebook."""

import numpy as np


def near(old, new, keep):
    return {k: old[k] + (1 - keep) * (new[k] - old[k]) for k in old}


def update_parameters(parameters, grads, learning_rate):
    return {k: p - learning_rate * grads["d" + k] for k, p in parameters.items()}


def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = near(v, grads, beta)
    return update_parameters(parameters, v, learning_rate), v


def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = near(s, {k: g * g for k, g in grads.items()}, beta2)
    return update_parameters(parameters, divide(grads, s, epsilon), learning_rate), s


def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    v, s = near(v, grads, beta1), near(s, {k: g * g for k, g in grads.items()}, beta2)
    root = np.sqrt(1 - beta2**t)
    steps = divide(v, s, epsilon * root)
    rate = learning_rate * root / (1 - beta1**t)
    return update_parameters(parameters, steps, rate), v, s


def divide(top, squares, epsilon):
    return {k: top[k] / (squares[k] ** 0.5 + epsilon) for k in top}


def exponentially_weighted_average(theta, beta):
    t = np.arange(len(theta), dtype=float)
    back = np.maximum(t[:, None] - t, 0)
    return np.tril((1 - beta) * beta**back) @ theta


def correct_bias(v, beta):
    return v / np.cumsum((1 - beta) * beta ** np.arange(len(v), dtype=float))
