"""Reference functions of the notebook on vectorisation."""

import numpy as np


def dot_loop(a, b):
    """Dot product of two vectors, one entry after the other.

    The sum of a_i b_i over i = 1, ..., n, with a Python loop.

    Parameters
    ----------
    a : ndarray of shape (n,)
    b : ndarray of shape (n,)

    Returns
    -------
    total : float
    """
    ### BEGIN SOLUTION
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total
    ### END SOLUTION


def dot(a, b):
    """Dot product of two vectors, in one call of NumPy.

    The sum of a_i b_i over i = 1, ..., n, without a Python loop.

    Parameters
    ----------
    a : ndarray of shape (n,)
    b : ndarray of shape (n,)

    Returns
    -------
    total : float
    """
    ### BEGIN SOLUTION
    return np.dot(a, b)
    ### END SOLUTION


def matvec_loop(A, v):
    """Matrix times vector, with two loops.

    Entry i of the result is the sum of A_ij v_j over j = 1, ..., n.

    Parameters
    ----------
    A : ndarray of shape (p, n)
    v : ndarray of shape (n,)

    Returns
    -------
    u : ndarray of shape (p,)
    """
    ### BEGIN SOLUTION
    p, n = A.shape
    u = np.zeros(p)  # (p,)
    for i in range(p):
        for j in range(n):
            u[i] += A[i, j] * v[j]
    return u
    ### END SOLUTION


def exp_all(v):
    """Exponential of every entry of a vector, without a Python loop.

    Parameters
    ----------
    v : ndarray of shape (n,)

    Returns
    -------
    u : ndarray of shape (n,)
        Entry i is e to the power v_i.
    """
    ### BEGIN SOLUTION
    return np.exp(v)
    ### END SOLUTION


def as_column(x):
    """Column matrix with the entries of a rank-1 array.

    Parameters
    ----------
    x : ndarray of shape (n,)

    Returns
    -------
    column : ndarray of shape (n, 1)
        The entries in their order, of the same data type.
    """
    ### BEGIN SOLUTION
    return x.reshape(-1, 1)  # (n, 1)
    ### END SOLUTION


def broadcast_shape(shape_1, shape_2):
    """Shape of the result when two arrays are added with broadcasting.

    The shapes are written one under the other, the last axes aligned; the
    shorter one is filled with ones on the left. On each axis the two lengths
    are equal, or one of them is 1 and is stretched to the other.

    Parameters
    ----------
    shape_1 : tuple of int
        One length (at least 1) per axis; the empty tuple is a single number.
    shape_2 : tuple of int

    Returns
    -------
    shape : tuple of int

    Raises
    ------
    ValueError
        If on some axis the lengths differ and neither is 1.
    """
    ### BEGIN SOLUTION
    rank = max(len(shape_1), len(shape_2))
    long_1 = (1,) * (rank - len(shape_1)) + tuple(shape_1)
    long_2 = (1,) * (rank - len(shape_2)) + tuple(shape_2)
    shape = []
    for n_1, n_2 in zip(long_1, long_2):
        if n_1 != n_2 and n_1 != 1 and n_2 != 1:
            raise ValueError(
                f"broadcast_shape: got {shape_1} and {shape_2}, expected on each "
                "axis equal lengths or a 1. Reshape one of the arrays."
            )
        shape.append(max(n_1, n_2))
    return tuple(shape)
    ### END SOLUTION


def percent_by_column(A):
    """Share of every entry in the total of its column, in percent.

    Parameters
    ----------
    A : ndarray of shape (p, n)
        Entries at least 0; no column is all zeros.

    Returns
    -------
    percent : ndarray of shape (p, n)
        Every column adds up to 100.
    """
    ### BEGIN SOLUTION
    total = A.sum(axis=0, keepdims=True)  # (1, n)
    return 100 * A / total  # (p, n) / (1, n) -> (p, n)
    ### END SOLUTION


def l1_loss(yhat, y):
    """Sum of the absolute differences between predictions and labels.

    Parameters
    ----------
    yhat : ndarray of shape (1, m)
        Predictions.
    y : ndarray of shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    loss : float
    """
    ### BEGIN SOLUTION
    return np.sum(np.abs(yhat - y))
    ### END SOLUTION


def l2_loss(yhat, y):
    """Sum of the squared differences between predictions and labels.

    Parameters
    ----------
    yhat : ndarray of shape (1, m)
        Predictions.
    y : ndarray of shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    loss : float
    """
    ### BEGIN SOLUTION
    return np.sum((yhat - y) ** 2)
    ### END SOLUTION


def one_sided_slope(f, x, h):
    """Slope of a function by one nudge to the right.

    The rise from f(x) to f(x + h), divided by the run h.

    Parameters
    ----------
    f : callable
        Takes a number, returns a number.
    x : float
    h : float
        Length of the nudge.

    Returns
    -------
    slope : float
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x)) / h
    ### END SOLUTION


def numerical_derivative(f, x, h=1e-3):
    """Slope of a function by one nudge to each side.

    The rise from f(x - h) to f(x + h), divided by the run.

    Parameters
    ----------
    f : callable
        Takes a number, returns a number.
    x : float
    h : float
        Length of each of the two nudges.

    Returns
    -------
    slope : float
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x - h)) / (2 * h)
    ### END SOLUTION


def graph_forward(a, b, c):
    """Values in the computation graph of J = 3 (a + b c), from left to right.

    Parameters
    ----------
    a : float
    b : float
    c : float

    Returns
    -------
    values : dict
        "u": b c, "v": a + u, "J": 3 v.
    """
    ### BEGIN SOLUTION
    u = b * c
    v = a + u
    J = 3 * v
    return {"u": u, "v": v, "J": J}
    ### END SOLUTION


def graph_backward(a, b, c):
    """Derivatives of J = 3 (a + b c) in its graph, from right to left.

    Parameters
    ----------
    a : float
    b : float
    c : float

    Returns
    -------
    gradients : dict
        "dv", "du", "da", "db", "dc": the derivative of J by v, u, a, b and c.
    """
    ### BEGIN SOLUTION
    dv = 3.0  # J = 3 v
    du = dv * 1.0  # v = a + u
    da = dv * 1.0
    db = du * c  # u = b c
    dc = du * b
    return {"dv": dv, "du": du, "da": da, "db": db, "dc": dc}
    ### END SOLUTION


def scaling_exponent(sizes, seconds):
    """Exponent p of the law "seconds = constant * sizes^p" that fits best.

    The least-squares slope of log(seconds) against log(sizes).

    Parameters
    ----------
    sizes : ndarray of shape (k,)
        At least two different sizes, all positive.
    seconds : ndarray of shape (k,)
        Measured times, all positive.

    Returns
    -------
    exponent : float
    """
    ### BEGIN SOLUTION
    x = np.log(sizes) - np.mean(np.log(sizes))  # (k,), mean 0
    y = np.log(seconds) - np.mean(np.log(seconds))  # (k,), mean 0
    return np.sum(x * y) / np.sum(x**2)
    ### END SOLUTION


def decisions():
    """Answers to the six questions above, one letter for each.

    Returns
    -------
    answers : dict
        A letter for each of "million", "fast", "loops", "table", "difference"
        and "backward".
    """
    ### BEGIN SOLUTION
    return {
        "million": "b",
        "fast": "c",
        "loops": "a",
        "table": "b",
        "difference": "d",
        "backward": "c",
    }
    ### END SOLUTION
