"""Many classes, and the core of a framework that finds gradients by itself."""

import numpy as np


def one_hot(y, C):
    """Labels as columns with a single 1.

    Equation (1) of c2w3_softmax_and_autodiff.

    Parameters
    ----------
    y : ndarray of shape (1, m)
        Labels, whole numbers from 0 to C - 1.
    C : int
        Number of classes; not every class need occur in y.

    Returns
    -------
    Y : ndarray of shape (C, m)
        In column i a 1 in row y[0, i], and 0 elsewhere.
    """
    ### BEGIN SOLUTION
    rows = np.arange(C).reshape(-1, 1)  # (C, 1)
    return (rows == y).astype(float)  # (C, 1) and (1, m) give (C, m)
    ### END SOLUTION


def softmax(Z):
    """Scores of each column turned into probabilities that add up to 1.

    Equations (3) and (4) of c2w3_softmax_and_autodiff. Nothing becomes nan or
    infinite, however large the scores are.

    Parameters
    ----------
    Z : ndarray of shape (C, m)
        Scores, one column per example.

    Returns
    -------
    A : ndarray of shape (C, m)
    """
    ### BEGIN SOLUTION
    T = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # (C, m), never above 1
    return T / np.sum(T, axis=0, keepdims=True)
    ### END SOLUTION


def cross_entropy(A, Y):
    """Mean loss over the examples, one number.

    Equations (6) and (7) of c2w3_softmax_and_autodiff. A logarithm below -100
    counts as -100, so the cost of a certain and wrong answer is finite.

    Parameters
    ----------
    A : ndarray of shape (C, m)
        Probabilities; 0 and 1 themselves are allowed.
    Y : ndarray of shape (C, m)
        One-hot labels.

    Returns
    -------
    cost : float
    """
    ### BEGIN SOLUTION
    log_A = np.log(np.maximum(A, np.exp(-100)))  # (C, m)
    return float(-np.sum(Y * log_A) / A.shape[1])
    ### END SOLUTION


def softmax_backward(A, Y, X):
    """Slopes of the cost by the scores, the weights and the biases.

    Equations (8) and (9) of c2w3_softmax_and_autodiff. dZ holds one column for
    each example; the mean over the examples is taken in dW and db.

    Parameters
    ----------
    A : ndarray of shape (C, m)
        Probabilities, the softmax of the scores Z = W X + b.
    Y : ndarray of shape (C, m)
        One-hot labels.
    X : ndarray of shape (n_x, m)

    Returns
    -------
    dZ : ndarray of shape (C, m)
    dW : ndarray of shape (C, n_x)
    db : ndarray of shape (C, 1)
    """
    ### BEGIN SOLUTION
    dZ = A - Y  # (C, m)
    dW = dZ @ X.T / X.shape[1]  # (C, n_x)
    db = np.mean(dZ, axis=1, keepdims=True)  # (C, 1)
    return dZ, dW, db
    ### END SOLUTION


def softmax_step(W, b, X, Y, learning_rate):
    """One step of gradient descent for softmax regression.

    Forward by equation (10), backward by (8) and (9), then the update (11) of
    c2w3_softmax_and_autodiff. The W and b passed in stay as they are.

    Parameters
    ----------
    W : ndarray of shape (C, n_x)
    b : ndarray of shape (C, 1)
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (C, m)
        One-hot labels.
    learning_rate : float

    Returns
    -------
    W : ndarray of shape (C, n_x)
    b : ndarray of shape (C, 1)
        Both after the step.
    cost : float
        Before the step.
    """
    ### BEGIN SOLUTION
    A = softmax(W @ X + b)  # (C, m)
    dZ, dW, db = softmax_backward(A, Y, X)
    cost = cross_entropy(A, Y)
    return W - learning_rate * dW, b - learning_rate * db, cost
    ### END SOLUTION


def predict_classes(W, b, X):
    """Class of each example: the one with the largest score.

    Of classes with the same score the smallest number is taken.

    Parameters
    ----------
    W : ndarray of shape (C, n_x)
    b : ndarray of shape (C, 1)
    X : ndarray of shape (n_x, m)

    Returns
    -------
    yhat : ndarray of shape (1, m)
        Whole numbers from 0 to C - 1.
    """
    ### BEGIN SOLUTION
    return np.argmax(W @ X + b, axis=0).reshape(1, -1)
    ### END SOLUTION


def topological_order(graph, end):
    """Names of a graph, each after everything that it is computed from.

    Depth first: before a name come its inputs, from left to right, each with
    whatever comes before that input; then the name itself. A name stands in the
    list once. What the end does not depend on is left out.

    Parameters
    ----------
    graph : dict
        Each name: the tuple of names that it is computed from. The tuple of a
        leaf is empty. There are no circles.
    end : str
        The name to end with.

    Returns
    -------
    order : list of str
    """
    ### BEGIN SOLUTION
    order = []

    def visit(name):
        if name not in order:
            for source in graph[name]:
                visit(source)
            order.append(name)

    visit(end)
    return order
    ### END SOLUTION


def unbroadcast(G, shape):
    """Gradient of a stretched array, brought back to the array's own shape.

    Equation (14) of c2w3_softmax_and_autodiff: broadcasting copies an entry to
    many places, and the entry's gradient is the sum of theirs. Axes that were
    added on the left disappear; axes that were stretched from 1 stay, with
    length 1.

    Parameters
    ----------
    G : float or ndarray of any shape
        Gradient of the stretched array.
    shape : tuple
        Shape of the array before broadcasting; () for a plain number.

    Returns
    -------
    gradient : float or ndarray of any shape
        Its shape is the one asked for.
    """
    ### BEGIN SOLUTION
    G = np.asarray(G)
    G = np.sum(G, axis=tuple(range(G.ndim - len(shape))))  # axes added on the left
    stretched = tuple(k for k, n in enumerate(shape) if n == 1)
    return np.sum(G, axis=stretched, keepdims=True)
    ### END SOLUTION


def backward(tape, values, end, rules):
    """Gradients of one result by everything that it was computed from.

    Equations (15) and (16) of c2w3_softmax_and_autodiff. The gradient of the end
    itself is 1 in every entry. Then the records are read from the last to the
    first; a record whose name has no gradient is passed over.

    Parameters
    ----------
    tape : list of tuple
        Records (name, op, inputs). Each input is a str, the name of a value, or
        else a constant. A record comes after those of its inputs.
    values : dict
        Each name: its value, a float or an ndarray.
    end : str
        Name of the result, the sum of whose entries is differentiated.
    rules : dict
        Each op: a function rule(G, out, *inputs), which takes the gradient and
        the value of the record's name, and the values of its inputs, constants
        included. It returns a tuple with one gradient for each input. Those of
        constants mean nothing; the others may still have the stretched shape.

    Returns
    -------
    gradients : dict
        The end, and each name that it depends on: its gradient, in the shape of
        its value.
    """
    ### BEGIN SOLUTION
    gradients = {end: np.ones_like(values[end], dtype=float)}
    for name, op, inputs in reversed(tape):
        if name not in gradients:
            continue
        known = [values[i] if isinstance(i, str) else i for i in inputs]
        parts = rules[op](gradients[name], values[name], *known)
        for i, part in zip(inputs, parts):
            if isinstance(i, str):
                part = unbroadcast(part, np.shape(values[i]))
                gradients[i] = gradients.get(i, 0.0) + part
    return gradients
    ### END SOLUTION


def binary_rule(op, a, b, G):
    """Gradients of both inputs of an operation, from that of its result.

    The table (17) of c2w3_softmax_and_autodiff. Where a or b was stretched, its
    gradient still has the shape of G.

    Parameters
    ----------
    op : str
        "+", "-", "*", "/" or "@", the operation in a op b.
    a : float or ndarray of any shape
    b : float or ndarray of any shape
        With "@" both are matrices.
    G : float or ndarray of any shape
        Gradient of the result, in the shape of the result.

    Returns
    -------
    da : float or ndarray of any shape
    db : float or ndarray of any shape
    """
    ### BEGIN SOLUTION
    if op == "+":
        return G, G
    if op == "-":
        return G, -G
    if op == "*":
        return G * b, G * a
    if op == "/":
        return G / b, -G * a / b**2
    return G @ b.T, a.T @ G
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
        "koala": "a",
        "first_cost": "c",
        "hardmax": "b",
        "straight": "d",
        "tuned": "b",
        "twice": "a",
        "coefficient": "c",
        "framework": "d",
    }
    ### END SOLUTION
