"""Functions of earlier weeks that this notebook uses."""

import numpy as np


def compute_cost(AL, Y):
    """Mean loss over the set, one number.

    Equation (7) of c1w4_deep_network. A logarithm below -100 counts as -100, so
    the cost of a certain answer is finite.

    Parameters
    ----------
    AL : ndarray of shape (1, m)
        Probabilities of class 1; 0 and 1 themselves are allowed.
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
    """
    floor = np.exp(-100)
    log_one = np.log(np.maximum(AL, floor))
    log_zero = np.log(np.maximum(1 - AL, floor))
    return float(-np.mean(Y * log_one + (1 - Y) * log_zero))


def initialize_deep(layer_dims, rng):
    """Starting weights and biases of every layer.

    Equation (3) of c1w4_deep_network. One call rng.standard_normal((n, n_prev))
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
        For each layer l = 1, ..., L: "Wl", ndarray of shape (n_l, n_{l-1}), random
        numbers times the square root of 2 / n_{l-1}, and "bl", ndarray of shape
        (n_l, 1), zeros.
    """
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        scale = np.sqrt(2 / n_prev)
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * scale
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


def linear_forward(A_prev, W, b):
    """Affine part of one layer's forward pass.

    Equation (4) of c1w4_deep_network.

    Parameters
    ----------
    A_prev : ndarray of shape (n_prev, m)
        Activations of the layer before, one column per example.
    W : ndarray of shape (n, n_prev)
    b : ndarray of shape (n, 1)

    Returns
    -------
    Z : ndarray of shape (n, m)
    """
    return W @ A_prev + b  # (n, m), b is added to every column


def sigmoid(z):
    """Squash any real number into the interval between 0 and 1.

    Equation (3) of c1w2_logistic_regression, for each element. The result is
    never nan, however large the argument is.

    Parameters
    ----------
    z : float or ndarray of any shape

    Returns
    -------
    a : float or ndarray of the same shape
    """
    e = np.exp(-np.abs(z))  # never above 1: it cannot overflow
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1 + e)
