"""Functions of earlier weeks that this notebook uses."""

import numpy as np


def flatten_images(images):
    """Pictures as columns of numbers.

    Equation (1) of c1w2_logistic_regression. Column i holds every value of
    picture i, in the order in which NumPy stores them.

    Parameters
    ----------
    images : ndarray of shape (m, n_H, n_W, n_C)

    Returns
    -------
    X : ndarray of shape (n_x, m)
        n_x = n_H n_W n_C.
    """
    return images.reshape(images.shape[0], -1).T  # (m, n_x), then (n_x, m)


def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    """One step of Adam for every weight and bias.

    Equations (10) to (12) of c2w2_optimization, element by element; epsilon is
    added to the root, not inside it. The averages come back without their bias
    correction, which is made anew at each step. The arguments stay as they are.

    Parameters
    ----------
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL", each of the shape of its variable.
    v : dict
        Weighted averages of the gradients so far, with the keys of grads; zeros
        before the first step.
    s : dict
        Weighted averages of the squared gradients, in the same way.
    t : int
        Number of this step; the first one has number 1.
    learning_rate : float
    beta1 : float
    beta2 : float
    epsilon : float

    Returns
    -------
    updated : dict
        New parameters, with the keys of parameters.
    v_new : dict
        New averages of the gradients, with the keys of v.
    s_new : dict
        New averages of their squares, with the keys of s.
    """
    v = {name: beta1 * v[name] + (1 - beta1) * grads[name] for name in v}
    s = {name: beta2 * s[name] + (1 - beta2) * grads[name] ** 2 for name in s}
    updated = {}
    for k in parameters:
        v_hat = v["d" + k] / (1 - beta1**t)
        s_hat = s["d" + k] / (1 - beta2**t)
        updated[k] = parameters[k] - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return updated, v, s


def cross_entropy(A, Y):
    """Mean loss over the examples, one number.

    Equations (6) and (7) of c2w3_softmax_and_autodiff. A logarithm below -100
    counts as -100, so the cost of a certain and wrong answer is finite.

    Parameters
    ----------
    A : ndarray of shape (C, m)
        Probabilities; 0 and 1 themselves are allowed.
    Y : ndarray of shape (C, m)
        One-hot labels.

    Returns
    -------
    cost : float
    """
    log_A = np.log(np.maximum(A, np.exp(-100)))  # (C, m)
    return float(-np.sum(Y * log_A) / A.shape[1])


def one_hot(y, C):
    """Labels as columns with a single 1.

    Equation (1) of c2w3_softmax_and_autodiff.

    Parameters
    ----------
    y : ndarray of shape (1, m)
        Labels, whole numbers from 0 to C - 1.
    C : int
        Number of classes; not every class need occur in y.

    Returns
    -------
    Y : ndarray of shape (C, m)
        In column i a 1 in row y[0, i], and 0 elsewhere.
    """
    rows = np.arange(C).reshape(-1, 1)  # (C, 1)
    return (rows == y).astype(float)  # (C, 1) and (1, m) give (C, m)


def softmax(Z):
    """Scores of each column turned into probabilities that add up to 1.

    Equations (3) and (4) of c2w3_softmax_and_autodiff. Nothing becomes nan or
    infinite, however large the scores are.

    Parameters
    ----------
    Z : ndarray of shape (C, m)
        Scores, one column per example.

    Returns
    -------
    A : ndarray of shape (C, m)
    """
    T = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # (C, m), never above 1
    return T / np.sum(T, axis=0, keepdims=True)
