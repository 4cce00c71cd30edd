"""A classifier: score, probability, loss, cost, class, share of right answers."""

import numpy as np


def sigmoid(z):
    """Squash any real number into the interval between 0 and 1.

    Parameters
    ----------
    z : float or ndarray of any shape

    Returns
    -------
    a : float or ndarray of the same shape
    """
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-z))
    ### END SOLUTION


def logistic_loss(yhat, y):
    """Loss of each example.

    Parameters
    ----------
    yhat : float or ndarray of any shape
        Probability of class 1, neither 0 nor 1.
    y : int or ndarray of the same shape
        Label, 0 or 1.

    Returns
    -------
    loss : float or ndarray of the same shape
    """
    ### BEGIN SOLUTION
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return float(np.mean(Yhat == Y))
    ### END SOLUTION


def compute_cost(A, Y):
    """Mean loss over the set, one number.

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
    ### BEGIN SOLUTION
    return float(np.mean(logistic_loss(A, Y)))
    ### END SOLUTION


def predict(w, b, X):
    """Class of each example: 1 where the probability is above 0.5, else 0.

    Parameters
    ----------
    w : ndarray of shape (n_x, 1)
    b : float
    X : ndarray of shape (n_x, m)

    Returns
    -------
    Yhat : ndarray of shape (1, m)
        0 or 1.
    """
    ### BEGIN SOLUTION
    A = sigmoid(w.T @ X + b)  # (1, m)
    return (A > 0.5).astype(int)
    ### END SOLUTION


def decisions():
    """Answer three questions, one letter each.

    Returns
    -------
    answers : dict
        Key of each question: letter of the right option.
    """
    ### BEGIN SOLUTION
    return {"middle": "b", "sign": "d", "share": "a"}
    ### END SOLUTION
