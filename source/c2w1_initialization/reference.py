"""Why the start matters: first weights, and what they do to a signal."""

import numpy as np

from source.c1w4_deep_network.reference import (
    activation_backward,
    activation_forward,
    linear_backward,
)


def initialize_zeros(layer_dims):
    """Weights and biases of every layer, all of them zero.

    Equation (1) of c2w1_initialization.

    Parameters
    ----------
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.

    Returns
    -------
    parameters : dict
        For each layer l = 1, ..., L: "Wl", ndarray of shape (n_l, n_{l-1}), and
        "bl", ndarray of shape (n_l, 1), zeros.
    """
    ### BEGIN SOLUTION
    parameters = {}
    for layer in range(1, len(layer_dims)):
        parameters[f"W{layer}"] = np.zeros((layer_dims[layer], layer_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((layer_dims[layer], 1))
    return parameters
    ### END SOLUTION


def distinct_units(W, b, tolerance):
    """Number of units of one layer that are not copies of each other.

    Go through the units in order, from row 0 on, and keep a unit if it differs from
    every unit kept so far. Two units differ where some weight, or the bias, is
    further apart than the tolerance (in absolute value); otherwise the later one is
    a copy and is not kept.

    Parameters
    ----------
    W : ndarray of shape (n, n_prev)
        A row per unit.
    b : ndarray of shape (n, 1)
    tolerance : float

    Returns
    -------
    count : int
        How many units are kept, from 1 to n.
    """
    ### BEGIN SOLUTION
    units = np.hstack([W, b])  # (n, n_prev + 1)
    kept = [units[0]]
    for unit in units[1:]:
        if all(np.max(np.abs(unit - other)) > tolerance for other in kept):
            kept.append(unit)
    return len(kept)
    ### END SOLUTION


def initialize_scaled(layer_dims, std, rng):
    """Random weights of one standard deviation in all layers; zero biases.

    Equation (2) of c2w1_initialization. One call rng.standard_normal((n, n_prev))
    for each layer, W1 first; nothing else is drawn.

    Parameters
    ----------
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.
    std : float
        Standard deviation of the weights.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    parameters : dict
        For each layer l = 1, ..., L: "Wl", ndarray of shape (n_l, n_{l-1}), and
        "bl", ndarray of shape (n_l, 1).
    """
    ### BEGIN SOLUTION
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = std * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters
    ### END SOLUTION


def activation_statistics(X, parameters, activation):
    """What is left of a signal in each hidden layer.

    Equation (4) of c2w1_initialization. The examples pass through the hidden layers
    1, ..., L - 1, all with the same activation. The output layer, which has an
    activation of its own, is left out.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    parameters : dict
        "W1", "b1", ..., "WL", "bL"; the number of layers follows from it.
    activation : str
        "relu", "sigmoid" or "tanh".

    Returns
    -------
    statistics : dict
        "mean_square", list of L - 1 floats: the mean of a^2 over all entries of
        A1, ..., A(L-1). "flat", list of L - 1 floats: the share of entries, from 0
        to 1, at which the slope g'(z) is below 0.01. The slope of ReLU at 0 is 0.
    """
    ### BEGIN SOLUTION
    A = X
    squares = []
    flat = []
    for layer in range(1, len(parameters) // 2):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, _ = activation_forward(A, W, b, activation)
        slopes = {"relu": A > 0, "sigmoid": A * (1 - A), "tanh": 1 - A**2}
        squares.append(float(np.mean(A**2)))
        flat.append(float(np.mean(slopes[activation] < 0.01)))
    return {"mean_square": squares, "flat": flat}
    ### END SOLUTION


def predicted_mean_squares(layer_dims, std, mean_square, activation):
    """Mean square of the activations, foretold without a single forward pass.

    Equation (6) of c2w1_initialization for every hidden layer, with zero biases.

    Parameters
    ----------
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.
    std : float
        Standard deviation of all weights.
    mean_square : float
        Mean square of the features, q_0.
    activation : str
        "linear" (a = z) or "relu".

    Returns
    -------
    squares : list of float
        q_1, ..., q_{L-1}.
    """
    ### BEGIN SOLUTION
    c = {"linear": 1.0, "relu": 0.5}[activation]
    squares, q = [], mean_square
    for n_prev in layer_dims[:-2]:
        q = c * n_prev * std**2 * q
        squares.append(q)
    return squares
    ### END SOLUTION


def gradient_norms(X, Y, parameters, activation):
    """Length of the gradient of every layer's weights, after one pass there and back.

    Equation (8) of c2w1_initialization. All hidden layers have the same activation,
    the output layer has the sigmoid, and the cost is the mean logistic loss, so that
    dZ = A - Y in the output layer.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    parameters : dict
        "W1", "b1", ..., "WL", "bL"; the number of layers follows from it.
    activation : str
        "relu", "sigmoid" or "tanh", that of the hidden layers.

    Returns
    -------
    norms : list of float
        The root of the sum of squares of dW1, of dW2, ..., of dWL: L numbers.
    """
    ### BEGIN SOLUTION
    A, caches, L = X, [], len(parameters) // 2
    for layer in range(1, L + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = activation_forward(A, W, b, activation if layer < L else "sigmoid")
        caches.append(cache)
    dA, dW, _ = linear_backward(A - Y, caches[-1][0], caches[-1][1])
    norms = [float(np.linalg.norm(dW))]
    for cache in caches[-2::-1]:
        dA, dW, _ = activation_backward(dA, cache, activation)
        norms.insert(0, float(np.linalg.norm(dW)))
    return norms
    ### END SOLUTION


def initialize_xavier(layer_dims, rng):
    """Random weights that keep the size of a signal where g(z) is about z.

    Equation (9) of c2w1_initialization. One call rng.standard_normal((n, n_prev))
    for each layer, W1 first; nothing else is drawn.

    Parameters
    ----------
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    parameters : dict
        For each layer l = 1, ..., L: "Wl", ndarray of shape (n_l, n_{l-1}), and
        "bl", ndarray of shape (n_l, 1), zeros.
    """
    ### BEGIN SOLUTION
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters
    ### END SOLUTION


def initialize_he(layer_dims, rng):
    """Random weights that keep the size of a signal through ReLU.

    Equation (10) of c2w1_initialization. One call rng.standard_normal((n, n_prev))
    for each layer, W1 first; nothing else is drawn.

    Parameters
    ----------
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    parameters : dict
        For each layer l = 1, ..., L: "Wl", ndarray of shape (n_l, n_{l-1}), and
        "bl", ndarray of shape (n_l, 1), zeros.
    """
    ### BEGIN SOLUTION
    start = {}
    for layer, (n, n_prev) in enumerate(zip(layer_dims[1:], layer_dims), start=1):
        W = rng.standard_normal((n, n_prev))
        start[f"W{layer}"] = np.sqrt(2 / n_prev) * W
        start[f"b{layer}"] = np.zeros((n, 1))
    return start
    ### END SOLUTION


def initialize_bengio(layer_dims, rng):
    """Uniform random weights: a compromise between forward and backward.

    Equation (12) of c2w1_initialization. One call
    rng.uniform(low, high, (n, n_prev)) for each layer, W1 first; nothing else is
    drawn.

    Parameters
    ----------
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    parameters : dict
        For each layer l = 1, ..., L: "Wl", ndarray of shape (n_l, n_{l-1}), and
        "bl", ndarray of shape (n_l, 1), zeros.
    """
    ### BEGIN SOLUTION
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        limit = np.sqrt(6 / (n + n_prev))
        parameters[f"W{layer}"] = rng.uniform(-limit, limit, (n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters
    ### END SOLUTION


def decisions():
    """Answer seven questions, one letter each.

    Returns
    -------
    answers : dict
        Key of each question: letter of the right option.
    """
    ### BEGIN SOLUTION
    return {
        "which_zero": "b",
        "one_step": "d",
        "cost_at_the_start": "a",
        "depth": "c",
        "width": "b",
        "which_start": "a",
        "no_gradient": "c",
    }
    ### END SOLUTION
