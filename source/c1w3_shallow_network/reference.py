"""A flower that a line cannot cut: one hidden layer, each function typed once."""

import numpy as np

from source.c1w2_logistic_regression.reference import compute_cost, sigmoid


def activate(z, activation):
    """Activation of a unit, one element at a time.

    Equations (2) to (4) of c1w3_shallow_network.

    Parameters
    ----------
    z : float or ndarray of any shape
    activation : str
        "sigmoid", "tanh", "relu", "leaky_relu" (slope 0.01 on the left) or
        "identity", which returns the values of z as a new array.

    Returns
    -------
    a : float or ndarray of the same shape
        Never nan, however large z is.

    Raises
    ------
    ValueError
        For any other name.
    """
    ### BEGIN SOLUTION
    if activation in ("sigmoid", "tanh"):
        return sigmoid(z) if activation == "sigmoid" else np.tanh(z)
    left = {"relu": 0.0, "leaky_relu": 0.01, "identity": 1.0}
    if activation not in left:
        raise ValueError(f"activate: got {activation!r}, expected a known name.")
    return np.where(np.asarray(z) > 0, z, left[activation] * np.asarray(z))
    ### END SOLUTION


def activation_derivative(z, activation):
    """Slope of an activation, one element at a time.

    Equations (5) to (7) of c1w3_shallow_network.

    Parameters
    ----------
    z : float or ndarray of any shape
        The argument of the activation, not its value.
    activation : str
        "sigmoid", "tanh", "relu", "leaky_relu" or "identity".

    Returns
    -------
    slope : float or ndarray of the same shape
        At z = 0 exactly, "relu" has slope 0 and "leaky_relu" has slope 0.01:
        the slope of the right side begins above 0.
    """
    ### BEGIN SOLUTION
    if activation in ("sigmoid", "tanh"):
        a = activate(z, activation)
        return a * (1 - a) if activation == "sigmoid" else 1 - a**2
    left = {"relu": 0.0, "leaky_relu": 0.01, "identity": 1.0}[activation]
    return np.where(np.asarray(z) > 0, 1.0, left)
    ### END SOLUTION


def collapse_linear(W1, b1, W2, b2):
    """The one layer that does the same as two layers without activation.

    Equation (8) of c1w3_shallow_network.

    Parameters
    ----------
    W1 : ndarray of shape (n_h, n_x)
    b1 : ndarray of shape (n_h, 1)
    W2 : ndarray of shape (n_y, n_h)
    b2 : ndarray of shape (n_y, 1)

    Returns
    -------
    W : ndarray of shape (n_y, n_x)
    b : ndarray of shape (n_y, 1)
    """
    ### BEGIN SOLUTION
    return W2 @ W1, W2 @ b1 + b2
    ### END SOLUTION


def initialize_shallow(n_x, n_h, n_y, rng):
    """Parameters to start from: small random weights, zero biases.

    Equation (9) of c1w3_shallow_network. All numbers come from
    rng.standard_normal: first those of W1, then those of W2, each in its full
    shape at once, times 0.01.

    Parameters
    ----------
    n_x, n_h, n_y : int
        Features, hidden units, output units.
    rng : numpy.random.Generator

    Returns
    -------
    parameters : dict
        "W1" of shape (n_h, n_x), "b1" (n_h, 1), "W2" (n_y, n_h), "b2" (n_y, 1).
    """
    ### BEGIN SOLUTION
    return {
        "W1": 0.01 * rng.standard_normal((n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": 0.01 * rng.standard_normal((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }
    ### END SOLUTION


def shallow_forward(X, parameters, activation="tanh"):
    """From the features of all examples to their probabilities.

    Equations (10) and (11) of c1w3_shallow_network: the hidden layer has the
    named activation, the output has the sigmoid.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    parameters : dict
        "W1" of shape (n_h, n_x), "b1" (n_h, 1), "W2" (1, n_h), "b2" (1, 1).
    activation : str
        Of the hidden layer, as in activate.

    Returns
    -------
    A2 : ndarray of shape (1, m)
        Probabilities of class 1.
    cache : dict
        "Z1" and "A1" of shape (n_h, m), "Z2" and "A2" of shape (1, m).
    """
    ### BEGIN SOLUTION
    Z1 = parameters["W1"] @ X + parameters["b1"]  # (n_h, m)
    A1 = activate(Z1, activation)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]  # (1, m)
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    ### END SOLUTION


def backward_one(x, y, parameters):
    """Gradients of the loss of one example; the hidden layer has tanh.

    Forward by equation (10), backward by equation (12) of c1w3_shallow_network,
    with columns for one example. No factor 1/m: the loss is one example's.

    Parameters
    ----------
    x : ndarray of shape (n_x, 1)
    y : int
        Label, 0 or 1.
    parameters : dict
        "W1" of shape (n_h, n_x), "b1" (n_h, 1), "W2" (1, n_h), "b2" (1, 1).

    Returns
    -------
    grads : dict
        "dW1", "db1", "dW2" and "db2", shaped like "W1", "b1", "W2" and "b2".
    """
    ### BEGIN SOLUTION
    z1 = parameters["W1"] @ x + parameters["b1"]  # (n_h, 1)
    a1 = np.tanh(z1)
    a2 = sigmoid(parameters["W2"] @ a1 + parameters["b2"])  # (1, 1)
    dz2 = a2 - y
    dz1 = parameters["W2"].T @ dz2 * activation_derivative(z1, "tanh")  # (n_h, 1)
    return {"dW1": dz1 @ x.T, "db1": dz1, "dW2": dz2 @ a1.T, "db2": dz2}
    ### END SOLUTION


def shallow_backward(parameters, cache, X, Y, activation="tanh"):
    """Gradients of the cost, for all examples at once.

    Equations (13) and (14) of c1w3_shallow_network.

    Parameters
    ----------
    parameters : dict
        "W1" of shape (n_h, n_x), "b1" (n_h, 1), "W2" (1, n_h), "b2" (1, 1).
    cache : dict
        From shallow_forward: "Z1" and "A1" of shape (n_h, m), "Z2" and "A2" of
        shape (1, m).
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    activation : str
        Of the hidden layer, the same as in shallow_forward.

    Returns
    -------
    grads : dict
        "dW1", "db1", "dW2" and "db2", shaped like "W1", "b1", "W2" and "b2".
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    dZ2 = cache["A2"] - Y  # (1, m)
    dZ1 = parameters["W2"].T @ dZ2  # (n_h, m)
    dZ1 = dZ1 * activation_derivative(cache["Z1"], activation)
    return {
        "dW1": dZ1 @ X.T / m,  # (n_h, n_x)
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ cache["A1"].T / m,  # (1, n_h)
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }
    ### END SOLUTION


def update_parameters(parameters, grads, learning_rate):
    """One step downhill for every parameter.

    Equation (15) of c1w3_shallow_network.

    Parameters
    ----------
    parameters : dict
        Arrays under "W1", "b1", "W2", "b2"; neither the dict nor the arrays are
        changed.
    grads : dict
        Arrays of the same shapes under "dW1", "db1", "dW2", "db2".
    learning_rate : float

    Returns
    -------
    parameters : dict
        A new dict with new arrays under the same keys.
    """
    ### BEGIN SOLUTION
    return {k: parameters[k] - learning_rate * grads["d" + k] for k in parameters}
    ### END SOLUTION


def predict(parameters, X, activation="tanh"):
    """Class of each example: 1 where its probability is above one half.

    Parameters
    ----------
    parameters : dict
        "W1" of shape (n_h, n_x), "b1" (n_h, 1), "W2" (1, n_h), "b2" (1, 1).
    X : ndarray of shape (n_x, m)
    activation : str
        Of the hidden layer, as in activate.

    Returns
    -------
    Yhat : ndarray of shape (1, m)
        Whole numbers, 0 or 1; a probability of exactly 0.5 is class 0.
    """
    ### BEGIN SOLUTION
    A2, _ = shallow_forward(X, parameters, activation)
    return (A2 > 0.5).astype(int)
    ### END SOLUTION


def shallow_model(X, Y, n_h, num_iterations, learning_rate, rng, activation="tanh"):
    """A network with one hidden layer, trained by gradient descent.

    Starts at initialize_shallow with the given rng, then num_iterations times:
    forward, note the cost, backward, update.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    n_h : int
        Hidden units.
    num_iterations : int
    learning_rate : float
    rng : numpy.random.Generator
    activation : str
        Of the hidden layer, as in activate.

    Returns
    -------
    parameters : dict
        After the last update.
    costs : list of float
        The cost before each update, num_iterations numbers.
    """
    ### BEGIN SOLUTION
    parameters = initialize_shallow(X.shape[0], n_h, Y.shape[0], rng)
    costs = []
    for _ in range(num_iterations):
        A2, cache = shallow_forward(X, parameters, activation)
        costs.append(compute_cost(A2, Y))
        grads = shallow_backward(parameters, cache, X, Y, activation)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs
    ### END SOLUTION


def decisions():
    """Answers to the seven questions of the last section.

    Returns
    -------
    answers : dict
        One letter under each name.
    """
    ### BEGIN SOLUTION
    return {
        "layers": "b",
        "entry": "c",
        "hidden_activation": "b",
        "linear_place": "d",
        "arctan": "a",
        "zero_start": "c",
        "order": "b",
    }
    ### END SOLUTION
