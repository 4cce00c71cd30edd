"""What a learner writes for the widgets, and a stub: for tests, and for a notebook."""

import numpy as np


def numerical_derivative(f, a, h=1e-3):
    return (f(a + h) - f(a - h)) / (2 * h)


def graph_forward(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": 3 * (a + b * c)}


def graph_backward(a, b, c):
    return {"dv": 3, "du": 3, "da": 3, "db": 3 * c, "dc": 3 * b}


def propagate(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / X.shape[1], float((A - Y).mean()), float(cost)


def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    for _ in range(num_iterations):
        dw, db, cost = propagate(w, b, X, Y)
        costs.append(cost)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, costs


def stub(*args):
    raise NotImplementedError
