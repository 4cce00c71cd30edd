"""Functions of earlier weeks that this notebook uses."""

import numpy as np


def accuracy(Yhat, Y):
    """Share of right predictions, between 0 and 1.

    Parameters
    ----------
    Yhat : ndarray of shape (1, m)
        Predicted classes, 0 or 1.
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    share : float
    """
    return float(np.mean(Yhat == Y))


def logistic_loss(yhat, y):
    """Loss of each example.

    Equation (4) of c1w2_logistic_regression, for each element. A logarithm
    below -100 counts as -100, so the loss of a certain answer is finite.

    Parameters
    ----------
    yhat : float or ndarray of any shape
        Probability of class 1; 0 and 1 themselves are allowed.
    y : int or ndarray of the same shape
        Label, 0 or 1.

    Returns
    -------
    loss : float or ndarray of the same shape
    """
    floor = np.exp(-100)
    log_one = np.log(np.maximum(yhat, floor))
    log_zero = np.log(np.maximum(1 - yhat, floor))
    return -(y * log_one + (1 - y) * log_zero)


def compute_cost(A, Y):
    """Mean loss over the set, one number.

    Equation (6) of c1w2_logistic_regression.

    Parameters
    ----------
    A : ndarray of shape (1, m)
        Probabilities of class 1, one column per example.
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
    """
    return float(np.mean(logistic_loss(A, Y)))


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
