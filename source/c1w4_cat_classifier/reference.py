"""Two layers against many on the cat set: the deep net in its shortest form."""

import numpy as np

from source.c1w2_logistic_regression.reference import compute_cost, sigmoid


def layers_forward(X, parameters):
    """Activations of all layers, from the features to the probability.

    Equation (2) of c1w4_cat_classifier: ReLU in the hidden layers, the sigmoid in
    the last one.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    parameters : dict
        "W1", "b1", ..., "WL", "bL"; the number of layers follows from it.

    Returns
    -------
    activations : list of ndarray
        A0, which is X itself, then A1, ..., AL: L + 1 arrays with m columns each.
    """
    ### BEGIN SOLUTION
    activations, L = [X], len(parameters) // 2
    for layer in range(1, L + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        Z = W @ activations[-1] + b  # (n, m)
        activations.append(np.maximum(Z, 0) if layer < L else sigmoid(Z))
    return activations
    ### END SOLUTION


def layers_backward(activations, parameters, Y):
    """Slopes of the cost by every weight and bias, from the activations alone.

    Equations (3) and (4) of c1w4_cat_classifier. The slope of ReLU at 0 is taken
    as 0: a unit passes the error on where its activation is above 0.

    Parameters
    ----------
    activations : list of ndarray
        A0, A1, ..., AL of `layers_forward`.
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL", each of the shape of its variable. The
        mean over the examples is taken.
    """
    ### BEGIN SOLUTION
    grads, L = {}, len(parameters) // 2
    dZ = (activations[L] - Y) / Y.shape[1]  # (1, m); the mean is taken here, once
    for layer in range(L, 0, -1):
        A_prev = activations[layer - 1]
        grads[f"dW{layer}"] = dZ @ A_prev.T  # (n, n_prev)
        grads[f"db{layer}"] = np.sum(dZ, axis=1, keepdims=True)  # (n, 1)
        if layer > 1:  # no one needs dA0, the longest product of all
            dZ = parameters[f"W{layer}"].T @ dZ * (A_prev > 0)  # (n_prev, m)
    return grads
    ### END SOLUTION


def two_layer_model(X, Y, n_h, num_iterations, learning_rate, rng):
    """One hidden layer, trained by gradient descent on the whole set.

    He's start: rng.standard_normal((n, n_prev)) * sqrt(2 / n_prev), first W1, then
    W2; the biases are zeros. All four take the dtype of X, so that single precision
    stays single.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
        Floating-point numbers.
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    n_h : int
        Number of hidden units.
    num_iterations : int
    learning_rate : float
    rng : numpy.random.Generator

    Returns
    -------
    parameters : dict
        "W1", "b1", "W2", "b2" after the last update.
    costs : list of float
        The cost before each update.
    """
    ### BEGIN SOLUTION
    n_x, t, costs = X.shape[0], X.dtype, []
    W1 = (rng.standard_normal((n_h, n_x)) * np.sqrt(2 / n_x)).astype(t)
    W2 = (rng.standard_normal((1, n_h)) * np.sqrt(2 / n_h)).astype(t)
    p = {"W1": W1, "b1": np.zeros((n_h, 1), t), "W2": W2, "b2": np.zeros((1, 1), t)}
    for _ in range(num_iterations):
        activations = layers_forward(X, p)
        costs.append(compute_cost(activations[-1], Y))
        grads = layers_backward(activations, p, Y)
        p = {name: p[name] - learning_rate * grads["d" + name] for name in p}
    return p, costs
    ### END SOLUTION


def deep_model(X, Y, layer_dims, num_iterations, learning_rate, rng, every=100):
    """Network of any depth, trained by gradient descent on the whole set.

    He's start as in `two_layer_model`, W1 first, then W2, and so on; zeros for the
    biases; all in the dtype of X.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
        Floating-point numbers.
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    layer_dims : list of int
        Units of every layer, the input first: [n_x, n_1, ..., 1].
    num_iterations : int
    learning_rate : float
    rng : numpy.random.Generator
    every : int
        Distance between two noted costs.

    Returns
    -------
    parameters : dict
        "W1", "b1", ..., "WL", "bL" after the last update.
    costs : list of float
        The cost before updates number 0, every, 2 every, and so on.
    """
    ### BEGIN SOLUTION
    p, costs = {}, []
    for layer, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), 1):
        W = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n_prev)
        p[f"W{layer}"] = W.astype(X.dtype)
        p[f"b{layer}"] = np.zeros((n, 1), X.dtype)
    for i in range(num_iterations):
        activations = layers_forward(X, p)
        if i % every == 0:
            costs.append(compute_cost(activations[-1], Y))
        grads = layers_backward(activations, p, Y)
        p = {name: p[name] - learning_rate * grads["d" + name] for name in p}
    return p, costs
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
    return (layers_forward(X, parameters)[-1] > 0.5).astype(int)
    ### END SOLUTION


def most_confident_mistakes(X, Y, parameters, k):
    """Which examples go wrong, the most certain of them first.

    An example is wrong where `predict` differs from the label. It is the more
    certain, the further its probability is from 0.5, on either side.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (1, m)
        Labels, 0 or 1.
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    k : int
        How many are wanted; fewer come back when fewer go wrong.

    Returns
    -------
    indices : ndarray of shape (n_bad,)
        Columns of X, counted from 0.
    """
    ### BEGIN SOLUTION
    a = layers_forward(X, parameters)[-1][0]  # (m,)
    wrong = np.flatnonzero((a > 0.5) != Y[0])
    order = np.argsort(-np.abs(a[wrong] - 0.5), kind="stable")
    return wrong[order[:k]]
    ### END SOLUTION


def mean_confidence(X, parameters):
    """How sure the network is of its answers, on average: from 0.5 to 1.

    Equation (5) of c1w4_cat_classifier. The answer is "cat" with probability a, or
    "no cat" with probability 1 - a: the larger of the two counts.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    parameters : dict
        "W1", "b1", ..., "WL", "bL".

    Returns
    -------
    confidence : float
    """
    ### BEGIN SOLUTION
    A = layers_forward(X, parameters)[-1]  # (1, m)
    return float(np.mean(np.maximum(A, 1 - A)))
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
        "four_pictures": "c",
        "gap": "b",
        "whose_mean": "d",
        "single": "a",
        "gpu": "b",
        "noise": "d",
    }
    ### END SOLUTION
