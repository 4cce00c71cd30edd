"""A line: its values, and questions about it."""

import numpy as np


def fitted(w, b, X):
    """Value that the line gives to each example.

    Parameters
    ----------
    w : ndarray of shape (n_x, 1)
    b : float
    X : ndarray of shape (n_x, m)

    Returns
    -------
    Yhat : ndarray of shape (1, m)
    """
    ### BEGIN SOLUTION
    return np.dot(w.T, X) + b  # (1, m)
    ### END SOLUTION


def decisions():
    """Answer three questions, one letter each.

    Returns
    -------
    answers : dict
        Key of each question: letter of the right option.
    """
    ### BEGIN SOLUTION
    return {"slope": "c", "bias": "a", "shape": "b"}
    ### END SOLUTION
