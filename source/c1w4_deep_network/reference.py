"""The same four lines, L times: the functions of a deep network."""

import numpy as np

from source.c1w2_logistic_regression.reference import sigmoid


def expected_shapes(layer_dims, m):
    """Shape of every array of a forward pass, before a single number is there.

    Equation (2) of c1w4_deep_network. A gradient has the shape of its variable,
    so this is the table of the backward pass as well.

    Parameters
    ----------
    layer_dims : list of int
        Units of each layer, from n_0 (the features) to n_L.
    m : int
        Number of examples.

    Returns
    -------
    shapes : dict
        Name of each array: its shape, a tuple of two numbers. The names are
        "A0" and, for each layer l = 1, ..., L, "Wl", "bl", "Zl" and "Al".
    """
    ### BEGIN SOLUTION
    shapes = {"A0": (layer_dims[0], m)}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        shapes |= {f"W{layer}": (n, n_prev), f"b{layer}": (n, 1)}
        shapes |= {f"Z{layer}": (n, m), f"A{layer}": (n, m)}
    return shapes
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        scale = np.sqrt(2 / n_prev)
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev)) * scale
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return W @ A_prev + b  # (n, m), b is added to every column
    ### END SOLUTION


def activation_forward(A_prev, W, b, activation):
    """Forward pass of one layer, with what its backward pass will need.

    Equations (4) and (5) of c1w4_deep_network.

    Parameters
    ----------
    A_prev : ndarray of shape (n_prev, m)
    W : ndarray of shape (n, n_prev)
    b : ndarray of shape (n, 1)
    activation : str
        "relu", "sigmoid" or "tanh".

    Returns
    -------
    A : ndarray of shape (n, m)
    cache : tuple
        (A_prev, W, b, Z), in this order. The first three are the arguments
        themselves: no copies are needed.
    """
    ### BEGIN SOLUTION
    Z = linear_forward(A_prev, W, b)  # (n, m)
    if activation == "relu":
        A = np.maximum(Z, 0)
    elif activation == "sigmoid":
        A = sigmoid(Z)
    else:
        A = np.tanh(Z)
    return A, (A_prev, W, b, Z)
    ### END SOLUTION


def deep_forward(X, parameters):
    """Forward pass of the whole network, from the features to a probability.

    Equation (6) of c1w4_deep_network: ReLU in the hidden layers, the sigmoid in
    the last one.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    parameters : dict
        "W1", "b1", ..., "WL", "bL"; the number of layers follows from it.

    Returns
    -------
    AL : ndarray of shape (n_L, m)
    caches : list of tuple
        The cache (A_prev, W, b, Z) of each layer; caches[0] is that of layer 1.
    """
    ### BEGIN SOLUTION
    A, caches = X, []
    L = len(parameters) // 2
    for layer in range(1, L + 1):
        g = "relu" if layer < L else "sigmoid"
        A, cache = activation_forward(
            A, parameters[f"W{layer}"], parameters[f"b{layer}"], g
        )
        caches.append(cache)
    return A, caches
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    floor = np.exp(-100)
    log_one = np.log(np.maximum(AL, floor))
    log_zero = np.log(np.maximum(1 - AL, floor))
    return float(-np.mean(Y * log_one + (1 - Y) * log_zero))
    ### END SOLUTION


def linear_backward(dZ, A_prev, W):
    """Affine part of one layer's backward pass.

    Equations (9) to (11) of c1w4_deep_network. The mean over the examples is taken
    in dW and db; dZ and dA_prev hold one column for each example.

    Parameters
    ----------
    dZ : ndarray of shape (n, m)
    A_prev : ndarray of shape (n_prev, m)
    W : ndarray of shape (n, n_prev)

    Returns
    -------
    dA_prev : ndarray of shape (n_prev, m)
    dW : ndarray of shape (n, n_prev)
    db : ndarray of shape (n, 1)
    """
    ### BEGIN SOLUTION
    m = dZ.shape[1]
    dA_prev = W.T @ dZ  # (n_prev, m)
    dW = dZ @ A_prev.T / m  # (n, n_prev)
    db = np.sum(dZ, axis=1, keepdims=True) / m  # (n, 1)
    return dA_prev, dW, db
    ### END SOLUTION


def activation_backward(dA, cache, activation):
    """Backward pass of one layer.

    Equations (8) to (11) of c1w4_deep_network. The slope of ReLU at 0 is taken
    as 0.

    Parameters
    ----------
    dA : ndarray of shape (n, m)
    cache : tuple
        (A_prev, W, b, Z) of the forward pass.
    activation : str
        "relu", "sigmoid" or "tanh", as in the forward pass.

    Returns
    -------
    dA_prev : ndarray of shape (n_prev, m)
    dW : ndarray of shape (n, n_prev)
    db : ndarray of shape (n, 1)
    """
    ### BEGIN SOLUTION
    A_prev, W, _, Z = cache
    if activation == "relu":
        dZ = dA * (Z > 0)  # (n, m)
    elif activation == "sigmoid":
        A = sigmoid(Z)
        dZ = dA * A * (1 - A)
    else:
        dZ = dA * (1 - np.tanh(Z) ** 2)
    return linear_backward(dZ, A_prev, W)
    ### END SOLUTION


def deep_backward(AL, Y, caches):
    """Slopes of the cost by every weight and bias of the network.

    Equation (13) of c1w4_deep_network for the last layer, a sigmoid; equations (8)
    to (11) for the ReLU layers before it. Nothing becomes nan, even where AL is
    exactly 0 or 1.

    Parameters
    ----------
    AL : ndarray of shape (1, m)
        Result of the forward pass.
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    caches : list of tuple
        (A_prev, W, b, Z) of each layer, from layer 1 to layer L.

    Returns
    -------
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL", each of the shape of its variable.
    """
    ### BEGIN SOLUTION
    grads = {}
    L = len(caches)
    for layer in range(L, 0, -1):
        A_prev, W, b, Z = caches[layer - 1]
        W = W if layer > 1 else W[:, :0]  # no one needs dA0, the longest product of all
        if layer == L:
            dA, dW, db = linear_backward(AL - Y, A_prev, W)
        else:
            dA, dW, db = activation_backward(dA, (A_prev, W, b, Z), "relu")
        grads[f"dW{layer}"] = dW
        grads[f"db{layer}"] = db
    return grads
    ### END SOLUTION


def update_parameters(parameters, grads, learning_rate):
    """One step of gradient descent for every weight and bias.

    Equation (14) of c1w4_deep_network. The arguments stay as they are.

    Parameters
    ----------
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL".
    learning_rate : float

    Returns
    -------
    updated : dict
        A new dict with the keys of parameters and new arrays.
    """
    ### BEGIN SOLUTION
    return {
        name: value - learning_rate * grads["d" + name]
        for name, value in parameters.items()
    }
    ### END SOLUTION


def predict(X, parameters):
    """Class of each example: 1 where the probability is above 0.5, else 0.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    parameters : dict
        "W1", "b1", ..., "WL", "bL".

    Returns
    -------
    Yhat : ndarray of shape (1, m)
        0 or 1.
    """
    ### BEGIN SOLUTION
    AL, _ = deep_forward(X, parameters)
    return (AL > 0.5).astype(int)
    ### END SOLUTION


def xor_tree(X):
    """Exclusive or of many bits, by pairs, then pairs of pairs, and so on.

    Equation (15) of c1w4_deep_network for each gate. On every level neighbouring
    rows are paired, all pairs at once; a row left without a partner moves on to
    the next level as it is.

    Parameters
    ----------
    X : ndarray of shape (n, m)
        Bits, 0 or 1: each column is one example of n bits.

    Returns
    -------
    parity : ndarray of shape (1, m)
        1 where the number of ones in the column is odd, else 0.
    depth : int
        Number of levels with a gate.
    gates : int
        Number of gates, for one column.
    """
    ### BEGIN SOLUTION
    rows, depth, gates = X.copy(), 0, 0
    while len(rows) > 1:
        pairs = len(rows) // 2
        a, b, rest = rows[0 : 2 * pairs : 2], rows[1::2], rows[2 * pairs :]
        gate = np.maximum(a + b, 0) - 2 * np.maximum(a + b - 1, 0)  # (pairs, m)
        rows = np.vstack([gate, rest])
        depth, gates = depth + 1, gates + pairs
    return rows, depth, gates
    ### END SOLUTION


def decisions():
    """Answer seven questions, one letter each.

    Returns
    -------
    answers : dict
        Key of each question: letter of the right option.
    """
    ### BEGIN SOLUTION
    return {
        "count_layers": "b",
        "more_examples": "c",
        "which_loop": "c",
        "hyperparameters": "d",
        "layer_by_layer": "a",
        "first_model": "b",
        "brain": "c",
    }
    ### END SOLUTION
