"""Is it a cat? The functions of logistic regression, each typed once."""

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
    ### BEGIN SOLUTION
    return images.reshape(images.shape[0], -1).T  # (m, n_x), then (n_x, m)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))  # never above 1: it cannot overflow
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1 + e)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    floor = np.exp(-100)
    log_one = np.log(np.maximum(yhat, floor))
    log_zero = np.log(np.maximum(1 - yhat, floor))
    return -(y * log_one + (1 - y) * log_zero)
    ### END SOLUTION


def likelihood(yhat, y):
    """Probability that the model gives to the label that was seen.

    Equation (5) of c1w2_logistic_regression, for each element.

    Parameters
    ----------
    yhat : float or ndarray of any shape
        Probability of class 1.
    y : int or ndarray of the same shape
        Label, 0 or 1.

    Returns
    -------
    p : float or ndarray of the same shape
        yhat where the label is 1, and 1 - yhat where it is 0.
    """
    ### BEGIN SOLUTION
    return yhat**y * (1 - yhat) ** (1 - y)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return float(np.mean(logistic_loss(A, Y)))
    ### END SOLUTION


def propagate_one(x, y, w, b):
    """Loss of one example and its slopes.

    Forward along the graph by equation (2), backward by equation (7) of
    c1w2_logistic_regression.

    Parameters
    ----------
    x : ndarray of shape (n_x, 1)
    y : int
        Label, 0 or 1.
    w : ndarray of shape (n_x, 1)
    b : float

    Returns
    -------
    one : dict
        "dw", ndarray of shape (n_x, 1), "db", float, and "loss", float.
    """
    ### BEGIN SOLUTION
    a = sigmoid(np.sum(w * x) + b)  # one number
    dz = a - y
    return {"dw": x * dz, "db": float(dz), "loss": float(logistic_loss(a, y))}
    ### END SOLUTION


def propagate_loop(w, b, X, Y):
    """Cost of the set and its slopes, one example after the other.

    Equation (8) of c1w2_logistic_regression.

    Parameters
    ----------
    w : ndarray of shape (n_x, 1)
    b : float
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)

    Returns
    -------
    dw : ndarray of shape (n_x, 1)
    db, cost : float
    """
    ### BEGIN SOLUTION
    n_x, m = X.shape
    dw, db, cost = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        one = propagate_one(X[:, i : i + 1], Y[0, i], w, b)
        dw = dw + one["dw"]
        db = db + one["db"]
        cost = cost + one["loss"]
    return dw / m, db / m, cost / m
    ### END SOLUTION


def propagate(w, b, X, Y):
    """Cost of the set and its slopes, all examples at once.

    Equations (9) and (10) of c1w2_logistic_regression.

    Parameters
    ----------
    w : ndarray of shape (n_x, 1)
    b : float
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)

    Returns
    -------
    dw : ndarray of shape (n_x, 1)
    db, cost : float
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    A = sigmoid(w.T @ X + b)  # (1, m)
    dZ = A - Y  # (1, m)
    dw = X @ dZ.T / m  # (n_x, 1)
    db = float(np.sum(dZ) / m)
    return dw, db, compute_cost(A, Y)
    ### END SOLUTION


def gradient_column_form(w, b, X, Y):
    """Slopes of the cost, with z, a and dz as columns.

    The same numbers as equation (10) of c1w2_logistic_regression.

    Parameters
    ----------
    w : ndarray of shape (n_x, 1)
    b : float
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)

    Returns
    -------
    dw : ndarray of shape (n_x, 1)
    db : float
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    z = X.T @ w + b  # (m, 1)
    dz = sigmoid(z) - Y.T  # (m, 1)
    dw = X @ dz / m  # (n_x, 1)
    db = float(np.sum(dz) / m)
    return dw, db
    ### END SOLUTION


def optimize(w, b, X, Y, num_iterations, learning_rate):
    """Gradient descent on the cost.

    Equation (11) of c1w2_logistic_regression, num_iterations times.

    Parameters
    ----------
    w : ndarray of shape (n_x, 1)
        Where the descent starts; it stays as it is.
    b : float
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)
    num_iterations : int
    learning_rate : float

    Returns
    -------
    w : ndarray of shape (n_x, 1)
    b : float
    costs : list of float
        The cost before each update.
    """
    ### BEGIN SOLUTION
    costs = []
    for _ in range(num_iterations):
        dw, db, cost = propagate(w, b, X, Y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(cost)
    return w, b, costs
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


def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    """Logistic regression: trained from zeros, then judged on both sets.

    Parameters
    ----------
    X_train : ndarray of shape (n_x, m_train)
    Y_train : ndarray of shape (1, m_train)
    X_test : ndarray of shape (n_x, m_test)
    Y_test : ndarray of shape (1, m_test)
    num_iterations : int
    learning_rate : float

    Returns
    -------
    result : dict
        "w", ndarray of shape (n_x, 1), "b", float, "costs", list of float,
        "train_accuracy", float, and "test_accuracy", float.
    """
    ### BEGIN SOLUTION
    w = np.zeros((X_train.shape[0], 1))
    w, b, costs = optimize(w, 0.0, X_train, Y_train, num_iterations, learning_rate)
    return {
        "w": w,
        "b": b,
        "costs": costs,
        "train_accuracy": accuracy(predict(w, b, X_train), Y_train),
        "test_accuracy": accuracy(predict(w, b, X_test), Y_test),
    }
    ### END SOLUTION


def decisions():
    """Answer six questions, one letter each.

    Returns
    -------
    answers : dict
        Key of each question: letter of the right option.
    """
    ### BEGIN SOLUTION
    return {
        "linear_output": "c",
        "zero_label": "b",
        "loss_or_cost": "a",
        "minus_and_mean": "d",
        "theta": "b",
        "pixel_order": "c",
    }
    ### END SOLUTION
