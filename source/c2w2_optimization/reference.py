"""Down a long valley: the functions of optimization, each typed once."""

import numpy as np


def random_mini_batches(X, Y, batch_size, rng):
    """The training set in random order, cut into pieces.

    Equation (2) of c2w2_optimization. One draw, order = rng.permutation(m), and
    nothing else: column k of the shuffled set is column order[k] of the given one,
    for features and labels alike. The pieces follow one another; the last one is
    smaller when the size does not divide m.

    Parameters
    ----------
    X : ndarray of shape (n_x, m)
    Y : ndarray of shape (n_y, m)
    batch_size : int
        At least 1; it may be larger than m.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    batches : list of tuple
        Pairs (X_t, Y_t) with the same columns, every example in one of them.
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]  # new arrays; one order for both
    starts = range(0, m, batch_size)
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in starts]
    ### END SOLUTION


def exponentially_weighted_average(theta, beta):
    """Moving average of a series, which forgets a little every day.

    Equation (5) of c2w2_optimization, from an average of 0 before the first day.

    Parameters
    ----------
    theta : ndarray of shape (T,)
        One number for each day, day 1 first.
    beta : float
        Share of the old average that is kept, from 0 to less than 1.

    Returns
    -------
    v : ndarray of shape (T,)
        The average after each day.
    """
    ### BEGIN SOLUTION
    average, v = 0.0, []
    for today in theta:
        average = beta * average + (1 - beta) * today
        v.append(average)
    return np.array(v)
    ### END SOLUTION


def correct_bias(v, beta):
    """Weighted averages that no longer feel their start at 0.

    Equation (7) of c2w2_optimization.

    Parameters
    ----------
    v : ndarray of shape (T,)
        Exponentially weighted averages after day 1, day 2, ..., day T.
    beta : float
        The one with which they were made.

    Returns
    -------
    corrected : ndarray of shape (T,)
    """
    ### BEGIN SOLUTION
    t = np.arange(1, len(v) + 1)  # days count from 1
    return v / (1 - beta**t)
    ### END SOLUTION


def update_with_momentum(parameters, grads, v, learning_rate, beta):
    """One step of gradient descent with momentum for every weight and bias.

    Equation (8) of c2w2_optimization, without bias correction. The arguments stay
    as they are.

    Parameters
    ----------
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL", each of the shape of its variable.
    v : dict
        Weighted averages of the gradients so far, with the keys of grads; zeros
        before the first step.
    learning_rate : float
    beta : float

    Returns
    -------
    updated : dict
        New parameters, with the keys of parameters.
    v_new : dict
        New averages, with the keys of v.
    """
    ### BEGIN SOLUTION
    v = {name: beta * v[name] + (1 - beta) * grads[name] for name in v}
    updated = {k: parameters[k] - learning_rate * v["d" + k] for k in parameters}
    return updated, v
    ### END SOLUTION


def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    """One step of RMSprop for every weight and bias.

    Equation (9) of c2w2_optimization, element by element, without bias correction;
    epsilon is added to the root, not inside it. The arguments stay as they are.

    Parameters
    ----------
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL", each of the shape of its variable.
    s : dict
        Weighted averages of the squared gradients so far, with the keys of grads;
        zeros before the first step.
    learning_rate : float
    beta2 : float
    epsilon : float

    Returns
    -------
    updated : dict
        New parameters, with the keys of parameters.
    s_new : dict
        New averages, with the keys of s.
    """
    ### BEGIN SOLUTION
    s = {name: beta2 * s[name] + (1 - beta2) * grads[name] ** 2 for name in s}
    updated = {}
    for k in parameters:
        step = grads["d" + k] / (np.sqrt(s["d" + k]) + epsilon)
        updated[k] = parameters[k] - learning_rate * step
    return updated, s
    ### END SOLUTION


def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    """One step of Adam for every weight and bias.

    Equations (10) to (12) of c2w2_optimization, element by element; epsilon is
    added to the root, not inside it. The averages come back without their bias
    correction, which is made anew at each step. The arguments stay as they are.

    Parameters
    ----------
    parameters : dict
        "W1", "b1", ..., "WL", "bL".
    grads : dict
        "dW1", "db1", ..., "dWL", "dbL", each of the shape of its variable.
    v : dict
        Weighted averages of the gradients so far, with the keys of grads; zeros
        before the first step.
    s : dict
        Weighted averages of the squared gradients, in the same way.
    t : int
        Number of this step; the first one has number 1.
    learning_rate : float
    beta1 : float
    beta2 : float
    epsilon : float

    Returns
    -------
    updated : dict
        New parameters, with the keys of parameters.
    v_new : dict
        New averages of the gradients, with the keys of v.
    s_new : dict
        New averages of their squares, with the keys of s.
    """
    ### BEGIN SOLUTION
    v = {name: beta1 * v[name] + (1 - beta1) * grads[name] for name in v}
    s = {name: beta2 * s[name] + (1 - beta2) * grads[name] ** 2 for name in s}
    updated = {}
    for k in parameters:
        v_hat = v["d" + k] / (1 - beta1**t)
        s_hat = s["d" + k] / (1 - beta2**t)
        updated[k] = parameters[k] - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return updated, v, s
    ### END SOLUTION


def adam_one_weight(slope, w, learning_rate, num_steps):
    """Path of one weight under Adam, from its start to its end.

    Equations (10) to (12) of c2w2_optimization with beta1 = 0.9, beta2 = 0.999 and
    epsilon = 1e-8, which is added to the root.

    Parameters
    ----------
    slope : callable
        slope(w) gives the slope of the cost at w, one number.
    w : float
        Where the path begins.
    learning_rate : float
    num_steps : int

    Returns
    -------
    path : ndarray of shape (n,)
        The start and the place after each step: n = num_steps + 1 numbers.
    """
    ### BEGIN SOLUTION
    v, s, path = 0.0, 0.0, [w]
    for t in range(1, num_steps + 1):
        dw = slope(w)
        v = 0.9 * v + 0.1 * dw
        s = 0.999 * s + 0.001 * dw**2
        sum_v, sum_s = 1 - 0.9**t, 1 - 0.999**t  # of all weights so far
        w = w - learning_rate * (v / sum_v) / (np.sqrt(s / sum_s) + 1e-8)
        path.append(w)
    return np.array(path)
    ### END SOLUTION


def decayed_learning_rate(schedule, alpha0, epoch, decay):
    """Learning rate of one epoch, which shrinks as training goes on.

    Equations (13) to (16) of c2w2_optimization.

    Parameters
    ----------
    schedule : str
        "inverse": alpha0 / (1 + decay * epoch).
        "exponential": alpha0 times decay to the power epoch.
        "root": alpha0 * decay / sqrt(epoch), for epoch 1 and later.
        "staircase": alpha0, halved each time when decay more epochs are over:
        at epoch decay, at epoch 2 * decay, and so on.
    alpha0 : float
        Learning rate to begin with.
    epoch : int
        Number of the epoch.
    decay : float
        How fast the rate shrinks: decay rate, base, factor k, or length of a stair.

    Returns
    -------
    alpha : float
    """
    ### BEGIN SOLUTION
    if schedule == "inverse":
        return alpha0 / (1 + decay * epoch)
    if schedule == "exponential":
        return alpha0 * decay**epoch
    if schedule == "root":
        return alpha0 * decay / np.sqrt(epoch)
    return alpha0 * 0.5 ** (epoch // decay)
    ### END SOLUTION


def classify_stationary_point(H):
    """Kind of a point where all slopes are 0, from the curvatures there.

    Section 13 of c2w2_optimization. The signs of the eigenvalues decide; one whose
    size is at most 0.00001 times that of the largest counts as 0.

    Parameters
    ----------
    H : ndarray of shape (n, n)
        Hessian, the symmetric matrix of second derivatives.

    Returns
    -------
    kind : str
        "minimum" when all eigenvalues are positive, "maximum" when all are
        negative, "saddle" when there are both, "undecided" otherwise: some are 0
        and all others have one sign, or all are 0.
    """
    ### BEGIN SOLUTION
    curvature = np.linalg.eigvalsh(H)  # (n,)
    tiny = 1e-5 * np.abs(curvature).max()
    up, down = np.sum(curvature > tiny), np.sum(curvature < -tiny)
    if up and down:
        return "saddle"
    if up == len(H):
        return "minimum"
    return "maximum" if down == len(H) else "undecided"
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
        "updates": "c",
        "small_set": "a",
        "jagged_cost": "b",
        "memory": "b",
        "without_factor": "c",
        "first_to_tune": "a",
        "decay_when": "c",
        "stuck": "b",
    }
    ### END SOLUTION
