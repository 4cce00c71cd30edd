"""A model that remembers too much: the functions, each typed once."""

import numpy as np


def split_indices(m, m_dev, m_test, rng):
    """Which examples go into the training, the dev and the test set.

    Equation (1) of c2w1_regularization. One call rng.permutation(m); nothing else
    is drawn. The first m - m_dev - m_test places of the permutation make the
    training set, the next m_dev the dev set, the last m_test the test set.

    Parameters
    ----------
    m : int
        Number of examples.
    m_dev, m_test : int
        Sizes of the dev and the test set; either may be 0.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    train : ndarray of shape (m_train,)
        Indices 0 to m - 1, in the order of the permutation.
    dev : ndarray of shape (m_dev,)
    test : ndarray of shape (m_test,)
    """
    ### BEGIN SOLUTION
    shuffled = rng.permutation(m)
    m_train = m - m_dev - m_test
    return tuple(np.split(shuffled, [m_train, m_train + m_dev]))
    ### END SOLUTION


def diagnose(train_error, dev_error, optimal_error, gap):
    """Two differences of errors, and what they say about a model.

    Equation (2) of c2w1_regularization. A difference is called high where it is
    larger than the gap.

    Parameters
    ----------
    train_error, dev_error : float
        Share of wrong answers on each set, between 0 and 1.
    optimal_error : float
        The error that the best possible model would make.
    gap : float

    Returns
    -------
    diagnosis : dict
        "bias", float; "variance", float; "high", list of str: "bias" where the bias
        is high, then "variance" where the variance is high.
    """
    ### BEGIN SOLUTION
    found = {"bias": train_error - optimal_error, "variance": dev_error - train_error}
    high = [name for name, value in found.items() if value > gap]
    return found | {"high": high}
    ### END SOLUTION


def fit_normalizer(X_train):
    """Mean and standard deviation of each feature of the training set.

    Equation (11) of c2w1_regularization. A feature that never changes has a
    standard deviation of 0; it is given as 1, so that one can divide by it.

    Parameters
    ----------
    X_train : ndarray of shape (n_x, m)

    Returns
    -------
    mu : ndarray of shape (n_x, 1)
    sigma : ndarray of shape (n_x, 1)
    """
    ### BEGIN SOLUTION
    mu = np.mean(X_train, axis=1, keepdims=True)  # (n_x, 1)
    constant = np.all(X_train == X_train[:, :1], axis=1, keepdims=True)
    sigma = np.sqrt(np.mean((X_train - mu) ** 2, axis=1, keepdims=True))
    return mu, np.where(constant, 1.0, sigma)
    ### END SOLUTION


def apply_normalizer(X, mu, sigma):
    """Any set on the scale of the training set.

    Equation (12) of c2w1_regularization.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
        Examples of the training, the dev or the test set.
    mu : ndarray of shape (n_x, 1)
        Means of the training set.
    sigma : ndarray of shape (n_x, 1)
        Standard deviations of the training set.

    Returns
    -------
    X_norm : ndarray of shape (n_x, m)
    """
    ### BEGIN SOLUTION
    return (X - mu) / sigma
    ### END SOLUTION


def cost_with_l2(cost, parameters, lambd, m):
    """Cost with a penalty on the squares of all weights.

    Equation (4) of c2w1_regularization. The biases are left out.

    Parameters
    ----------
    cost : float
        Mean loss of the training set.
    parameters : dict
        "W1", "b1", ..., "WL", "bL"; the number of layers follows from it.
    lambd : float
        Strength of the penalty.
    m : int
        Number of training examples.

    Returns
    -------
    J : float
    """
    ### BEGIN SOLUTION
    weights = [parameters[name] for name in parameters if name.startswith("W")]
    squares = sum(np.sum(np.square(W)) for W in weights)
    return float(cost + lambd / (2 * m) * squares)
    ### END SOLUTION


def gradients_with_l2(grads, parameters, lambd, m):
    """Slopes of the cost with an L2 penalty, from the slopes without it.

    Equation (5) of c2w1_regularization. The arguments stay as they are.

    Parameters
    ----------
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL": slopes of the cost without a penalty.
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    lambd : float
        Strength of the penalty.
    m : int
        Number of training examples.

    Returns
    -------
    penalized : dict
        A new dict with the keys of grads and new arrays.
    """
    ### BEGIN SOLUTION
    penalized = {}
    for name, slope in grads.items():
        extra = lambd / m * parameters[name[1:]] if name.startswith("dW") else 0
        penalized[name] = slope + extra
    return penalized
    ### END SOLUTION


def decay_step(parameters, grads, learning_rate, lambd, m):
    """One step of gradient descent in which every weight shrinks a little first.

    Equation (6) of c2w1_regularization. The arguments stay as they are.

    Parameters
    ----------
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL": slopes of the cost without a penalty.
    learning_rate : float
    lambd : float
        Strength of the penalty.
    m : int
        Number of training examples.

    Returns
    -------
    updated : dict
        A new dict with the keys of parameters and new arrays.
    """
    ### BEGIN SOLUTION
    shrink = 1 - learning_rate * lambd / m
    updated = {}
    for name, theta in parameters.items():
        factor = shrink if name.startswith("W") else 1
        updated[name] = factor * theta - learning_rate * grads["d" + name]
    return updated
    ### END SOLUTION


def l1_penalty(w, lambd, m):
    """Penalty on the absolute values of the weights, and its slopes.

    Equation (7) of c2w1_regularization. The slope at 0 is taken as 0.

    Parameters
    ----------
    w : ndarray of shape (n_x, 1)
    lambd : float
        Strength of the penalty.
    m : int
        Number of training examples.

    Returns
    -------
    penalty : float
    dw : ndarray of shape (n_x, 1)
    """
    ### BEGIN SOLUTION
    scale = lambd / (2 * m)
    return float(scale * np.sum(np.abs(w))), scale * np.sign(w)
    ### END SOLUTION


def dropout_forward(A, keep_prob, rng):
    """Inverted dropout: units fall silent at random, the others speak up.

    Equations (8) and (9) of c2w1_regularization. One call rng.random of the shape
    of the activations; an activation stays where its number is below keep_prob.

    Parameters
    ----------
    A : ndarray of shape (n, m)
        Activations of a layer.
    keep_prob : float
        Probability that an activation stays, above 0 and at most 1.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    A_drop : ndarray of shape (n, m)
    D : ndarray of shape (n, m)
        The mask: True where the activation stays.
    """
    ### BEGIN SOLUTION
    D = rng.random(A.shape) < keep_prob  # (n, m)
    return A * D / keep_prob, D
    ### END SOLUTION


def dropout_backward(dA_drop, D, keep_prob):
    """Backward pass of inverted dropout.

    Equation (10) of c2w1_regularization.

    Parameters
    ----------
    dA_drop : ndarray of shape (n, m)
        Slopes by the result of the forward pass.
    D : ndarray of shape (n, m)
        The mask of the forward pass.
    keep_prob : float

    Returns
    -------
    dA : ndarray of shape (n, m)
        Slopes by the activations before dropout.
    """
    ### BEGIN SOLUTION
    return dA_drop * D / keep_prob
    ### END SOLUTION


def early_stopping(dev_errors, patience):
    """Where training ends, and which parameters are kept.

    One error is measured after the other. Training stops as soon as patience
    measurements in a row have not been below the best one so far, or at the end of
    the list. The best is the smallest error seen until then, the first of equal ones.

    Parameters
    ----------
    dev_errors : list of float
        Errors on the dev set, in the order of measurement; at least one.
    patience : int
        At least 1.

    Returns
    -------
    best : int
        Index of the best measurement, from 0.
    stop : int
        Index of the last measurement before training stops.
    """
    ### BEGIN SOLUTION
    best = 0
    for t, error in enumerate(dev_errors):
        if error < dev_errors[best]:
            best = t
        if t - best >= patience:
            break
    return best, t
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
        "a_million": "c",
        "two_worlds": "b",
        "blurred": "d",
        "next_step": "a",
        "bias_left_out": "b",
        "which_layer": "c",
        "at_test_time": "a",
        "two_tasks": "d",
    }
    ### END SOLUTION
