"""Trust, but check: numerical gradients and what they find, each typed once."""

import numpy as np


def one_sided_difference(f, x, epsilon):
    """Slope of a function, measured by one nudge to the right.

    Equation (1) of c2w1_gradient_checking.

    Parameters
    ----------
    f : callable
        f(x) takes one number and returns one number.
    x : float
        Where the slope is wanted.
    epsilon : float
        Length of the nudge.

    Returns
    -------
    slope : float
    """
    ### BEGIN SOLUTION
    return (f(x + epsilon) - f(x)) / epsilon
    ### END SOLUTION


def two_sided_difference(f, x, epsilon):
    """Slope of a function, measured by one nudge to each side.

    Equation (2) of c2w1_gradient_checking.

    Parameters
    ----------
    f : callable
        f(x) takes one number and returns one number.
    x : float
        Where the slope is wanted.
    epsilon : float
        Length of each nudge.

    Returns
    -------
    slope : float
    """
    ### BEGIN SOLUTION
    return (f(x + epsilon) - f(x - epsilon)) / (2 * epsilon)
    ### END SOLUTION


def pack_parameters(parameters, prefix=""):
    """All weights and biases of a network in one column.

    Equation (5) of c2w1_gradient_checking: W1, b1, W2, b2, ..., WL, bL, whatever the
    order of the dict; a matrix is read row by row. With the prefix "d" the column is
    made of dW1, db1, ..., dWL, dbL. The dict has 2 L keys.

    Parameters
    ----------
    parameters : dict
        prefix + "Wl", ndarray of shape (n_l, n_{l-1}), and prefix + "bl", ndarray of
        shape (n_l, 1), for each layer l = 1, ..., L.
    prefix : str
        "" for parameters, "d" for gradients.

    Returns
    -------
    theta : ndarray of shape (n, 1)
        A copy of all n numbers.
    """
    ### BEGIN SOLUTION
    parts = []
    for layer in range(1, len(parameters) // 2 + 1):
        for letter in "Wb":
            parts.append(parameters[f"{prefix}{letter}{layer}"].reshape(-1, 1))
    return np.concatenate(parts)  # (n, 1)
    ### END SOLUTION


def unpack_parameters(theta, layer_dims):
    """The weights and biases that stand in one column, each in its own shape.

    The way back of equation (5) of c2w1_gradient_checking.

    Parameters
    ----------
    theta : ndarray of shape (n, 1)
        W1, b1, ..., WL, bL, each matrix row by row.
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.

    Returns
    -------
    parameters : dict
        For each layer l = 1, ..., L: "Wl", ndarray of shape (n_l, n_{l-1}), and "bl",
        ndarray of shape (n_l, 1). They are copies: a change to one of them leaves
        theta alone.
    """
    ### BEGIN SOLUTION
    parameters, start = {}, 0
    for layer in range(1, len(layer_dims)):
        rows = layer_dims[layer]
        for letter, columns in (("W", layer_dims[layer - 1]), ("b", 1)):
            end = start + rows * columns
            part = theta[start:end].reshape(rows, columns)
            parameters[f"{letter}{layer}"] = part.copy()
            start = end
    return parameters
    ### END SOLUTION


def numerical_gradient(f, theta, epsilon):
    """Slopes of a function of many numbers, measured one by one.

    Equation (6) of c2w1_gradient_checking: each number of theta is nudged to both
    sides while all others stay where they are. Computed in double precision, of
    whatever type theta is; theta itself stays as it is.

    Parameters
    ----------
    f : callable
        f(theta) takes an array of the shape of theta and returns one number.
    theta : ndarray of any shape
    epsilon : float
        Length of each nudge.

    Returns
    -------
    gradient : ndarray of any shape
        The shape of theta.
    """
    ### BEGIN SOLUTION
    theta = theta.astype(float)  # a copy, in double precision
    gradient = np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        nudge = np.zeros(theta.shape)
        nudge[place] = epsilon
        rise = f(theta + nudge) - f(theta - nudge)
        gradient[place] = rise / (2 * epsilon)
    return gradient
    ### END SOLUTION


def relative_error(approx, exact):
    """Distance of two gradients, compared with their lengths.

    Equation (7) of c2w1_gradient_checking, over all numbers of both arrays.

    Parameters
    ----------
    approx : ndarray of any shape
        Gradient that was measured.
    exact : ndarray of any shape
        Gradient that was computed, of the same shape.

    Returns
    -------
    error : float
        Between 0 and 1; 0.0 where both gradients are zero.
    """
    ### BEGIN SOLUTION
    lengths = np.linalg.norm(np.ravel(approx)) + np.linalg.norm(np.ravel(exact))
    if lengths == 0:
        return 0.0
    return float(np.linalg.norm(np.ravel(approx - exact)) / lengths)
    ### END SOLUTION


def gradient_check(cost, gradient, theta, epsilon=1e-7):
    """Verdict on a gradient at one point, and its relative error.

    Equations (6) and (7) of c2w1_gradient_checking. The error is judged by

    - "right": below 1e-6;
    - "look again": from 1e-6 on, but below 1e-4;
    - "wrong": all else, and an error that is not a number.

    Parameters
    ----------
    cost : callable
        cost(theta) returns one number.
    gradient : callable
        gradient(theta) returns the array that is to be checked, of the shape of theta.
    theta : ndarray of shape (n, 1)
        The point where both are compared.
    epsilon : float
        Length of each nudge.

    Returns
    -------
    verdict : str
        "right", "look again" or "wrong".
    error : float
    """
    ### BEGIN SOLUTION
    approx = numerical_gradient(cost, theta, epsilon)
    error = relative_error(approx, gradient(theta))
    if error < 1e-6:
        return "right", error
    return ("look again" if error < 1e-4 else "wrong"), error
    ### END SOLUTION


def layer_errors(forward, backward, arguments, dout, epsilon):
    """Relative error of a layer's slopes, for its inputs and its parameters alike.

    Equation (8) of c2w1_gradient_checking: the layer's output becomes one number J by
    weights dout, and J is nudged through one argument after the other, while the other
    arguments stay as they are. The slopes of J by all arguments are what backward
    returns.

    Parameters
    ----------
    forward : callable
        forward(**arguments) returns the layer's output, an array.
    backward : callable
        backward(dout, **arguments) returns a dict: name of each argument, and the slope
        of J by it, an array of its shape.
    arguments : dict
        Name and array of each argument, the inputs among them.
    dout : ndarray of any shape
        The shape of the layer's output.
    epsilon : float
        Length of each nudge.

    Returns
    -------
    errors : dict
        Name of each argument: relative error of its slopes, a float.
    """
    ### BEGIN SOLUTION
    errors = {}
    slopes = backward(dout, **arguments)
    for name, value in arguments.items():

        def J(changed, name=name):
            return np.sum(dout * forward(**(arguments | {name: changed})))

        approx = numerical_gradient(J, value, epsilon)
        errors[name] = relative_error(approx, slopes[name])
    return errors
    ### END SOLUTION


def tanh_backward(AL, Y, caches):
    """Slopes of the cost in a network of three layers: tanh, tanh, sigmoid.

    Equations (9) to (11) of c2w1_gradient_checking.

    Parameters
    ----------
    AL : ndarray of shape (1, m)
        Result of the forward pass.
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    caches : list of tuple
        (A_prev, W, b, Z) of the layers 1, 2 and 3.

    Returns
    -------
    grads : dict
        "dW1", "db1", "dW2", "db2", "dW3", "db3", each of the shape of its variable.
    """
    ### BEGIN SOLUTION
    (X, W1, _, Z1), (A1, W2, _, Z2), (A2, W3, _, Z3) = caches
    m = Y.shape[1]
    dZ3 = AL - Y  # (1, m)
    dW3 = dZ3 @ A2.T / m
    db3 = np.sum(dZ3, axis=1, keepdims=True) / m
    dZ2 = (W3.T @ dZ3) * (1 - A2**2)  # (n_2, m)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)  # (n_1, m)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}
    ### END SOLUTION


def decisions():
    """Answer eight questions, one letter each.

    Returns
    -------
    answers : dict
        Key of each question: letter of the right option.
    """
    ### BEGIN SOLUTION
    return {
        "halved": "b",
        "smaller_still": "c",
        "every_step": "d",
        "one_third": "a",
        "only_weights": "c",
        "other_each_time": "b",
        "all_zeros": "d",
        "half_a_slope": "a",
    }
    ### END SOLUTION
