"""Reference functions of the notebook on one neuron and a small network."""

import numpy as np


def relu_neuron(x, w, b):
    """Price by one neuron with one feature: a line, cut off below 0.

    The output for every example is max(0, w x + b).

    Parameters
    ----------
    x : ndarray of shape (1, m)
        One feature, such as the size of each house.
    w : float
        Slope: price per unit of size.
    b : float
        Price that the line has at size 0; may be negative.

    Returns
    -------
    a : ndarray of shape (1, m)
        Floats, at least 0.
    """
    ### BEGIN SOLUTION
    return np.maximum(0.0, w * x + b)  # (1, m)
    ### END SOLUTION


def design_matrix(houses, features):
    """Features of all houses as one matrix, one house per column.

    Parameters
    ----------
    houses : list of dict
        m dicts, each with a number under every name; the order of the names may
        differ from dict to dict.
    features : list of str
        n_x names: row i of the result holds the feature features[i].

    Returns
    -------
    X : ndarray of shape (n_x, m)
        Floats.
    """
    ### BEGIN SOLUTION
    rows = [[house[name] for house in houses] for name in features]
    return np.array(rows, dtype=float)  # (n_x, m)
    ### END SOLUTION


def mean_squared_error(A, Y):
    """Mean over all examples of the squared difference of output and label.

    (1 / m) times the sum of (a - y)^2, one term per example.

    Parameters
    ----------
    A : ndarray of shape (1, m)
        Outputs.
    Y : ndarray of shape (1, m)
        Labels.

    Returns
    -------
    error : float
    """
    ### BEGIN SOLUTION
    return np.mean((A - Y) ** 2)
    ### END SOLUTION


def neuron(X, w, b):
    """Output of one ReLU neuron with several features, for all examples.

    The output for every example x is max(0, w^T x + b).

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
        One example per column.
    w : ndarray of shape (n_x, 1)
        One weight per feature.
    b : float

    Returns
    -------
    a : ndarray of shape (1, m)
        At least 0.
    """
    ### BEGIN SOLUTION
    return np.maximum(0.0, w.T @ X + b)  # (1, n_x) times (n_x, m) -> (1, m)
    ### END SOLUTION


def small_forward(X, parameters):
    """Hidden units and price of a network with two layers of ReLU neurons.

    A1 = max(0, W1 X + b1) and A2 = max(0, W2 A1 + b2).

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
        One example per column.
    parameters : dict
        "W1" of shape (n_h, n_x), one row per hidden unit, "b1" of shape (n_h, 1),
        "W2" of shape (1, n_h) and "b2" of shape (1, 1).

    Returns
    -------
    A1 : ndarray of shape (n_h, m)
        Hidden units, at least 0.
    A2 : ndarray of shape (1, m)
        Output, at least 0.
    """
    ### BEGIN SOLUTION
    A1 = np.maximum(0.0, parameters["W1"] @ X + parameters["b1"])  # (n_h, m)
    A2 = np.maximum(0.0, parameters["W2"] @ A1 + parameters["b2"])  # (1, m)
    return A1, A2
    ### END SOLUTION


def count_parameters(layer_sizes):
    """Number of weights and biases of a network of fully connected layers.

    Every unit has one weight for each unit of the layer before, and one bias.

    Parameters
    ----------
    layer_sizes : list of int
        Features first, then the units of each layer; at least one entry.

    Returns
    -------
    count : int
    """
    ### BEGIN SOLUTION
    count = 0
    for n_prev, n in zip(layer_sizes[:-1], layer_sizes[1:]):
        count += n * n_prev + n
    return count
    ### END SOLUTION


def decisions():
    """Answers to the eight questions above, one letter for each.

    Returns
    -------
    answers : dict
        A letter for each of "photo", "speech", "driving", "unstructured",
        "ad_number", "small_data", "better" and "hidden".
    """
    ### BEGIN SOLUTION
    return {
        "photo": "b",
        "speech": "c",
        "driving": "d",
        "unstructured": "a",
        "ad_number": "c",
        "small_data": "d",
        "better": "b",
        "hidden": "c",
    }
    ### END SOLUTION
