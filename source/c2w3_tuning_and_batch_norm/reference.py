"""Where to search for a good setting, and how to normalise every layer."""

import numpy as np


def sample_log_uniform(low, high, n, rng):
    """Numbers whose exponents are even, so that each decade gets its share.

    Equation (2) of c2w3_tuning_and_batch_norm. One call rng.random(n) gives u;
    u = 0 belongs to low, u = 1 to high.

    Parameters
    ----------
    low, high : float
        Ends of the range, 0 < low < high.
    n : int
        How many numbers.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    values : ndarray of shape (n,)
        In the order of the draws.
    """
    ### BEGIN SOLUTION
    a, b = np.log10(low), np.log10(high)
    r = a + (b - a) * rng.random(n)  # (n,), even between a and b
    return 10.0**r
    ### END SOLUTION


def sample_beta(low, high, n, rng):
    """Memories of a moving average, drawn so that 1 - beta has an even exponent.

    Equation (4) of c2w3_tuning_and_batch_norm. One call rng.random(n) gives u;
    u = 0 belongs to the smallest 1 - beta, that is to beta = high, u = 1 to low.

    Parameters
    ----------
    low, high : float
        Ends of the range of beta, 0 < low < high < 1.
    n : int
        How many numbers.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    values : ndarray of shape (n,)
        In the order of the draws.
    """
    ### BEGIN SOLUTION
    return 1 - sample_log_uniform(1 - high, 1 - low, n, rng)
    ### END SOLUTION


def random_points(low, high, n, rng):
    """Settings drawn evenly from a box, one column each.

    Equation (1) of c2w3_tuning_and_batch_norm. One call rng.random((d, n)) and
    nothing else is drawn; 0 belongs to low, 1 to high, in each row.

    Parameters
    ----------
    low : ndarray of shape (d, 1)
        Lower end for each of the d hyperparameters.
    high : ndarray of shape (d, 1)
        Upper ends.
    n : int
        How many settings.
    rng : Generator
        NumPy's random generator.

    Returns
    -------
    points : ndarray of shape (d, n)
    """
    ### BEGIN SOLUTION
    return low + (high - low) * rng.random((len(low), n))  # (d, 1) meets (d, n)
    ### END SOLUTION


def shrink_box(points, costs, k):
    """Smallest box around the k best settings, for a second and denser search.

    Equation (5) of c2w3_tuning_and_batch_norm. Low costs are good. A training
    that blew up has cost inf. No two of the k best have the same cost.

    Parameters
    ----------
    points : ndarray of shape (d, n)
        One setting per column.
    costs : ndarray of shape (n,)
        Cost that each setting reached.
    k : int
        How many settings count, 1 <= k <= n.

    Returns
    -------
    low : ndarray of shape (d, 1)
        Lower ends of the new box.
    high : ndarray of shape (d, 1)
        Upper ends.
    """
    ### BEGIN SOLUTION
    best = points[:, np.argsort(costs)[:k]]  # (d, k)
    return best.min(axis=1, keepdims=True), best.max(axis=1, keepdims=True)
    ### END SOLUTION


def batch_norm_forward(Z, gamma, beta, epsilon):
    """Scores of a layer, normalised over the mini-batch, then scaled and shifted.

    Equations (6) to (8) of c2w3_tuning_and_batch_norm; the variance divides by m,
    and epsilon stands inside the root.

    Parameters
    ----------
    Z : ndarray of shape (n, m)
        Scores, one row per unit, one column per example.
    gamma : ndarray of shape (n, 1)
        Learnt scale.
    beta : ndarray of shape (n, 1)
        Learnt shift.
    epsilon : float
        Keeps a row of equal scores from a division by 0.

    Returns
    -------
    Z_tilde : ndarray of shape (n, m)
    cache : dict
        "Z_norm" of shape (n, m), "mu" and "var" of shape (n, 1), and the
        arguments "gamma" and "epsilon" as they are: no copies are needed.
    """
    ### BEGIN SOLUTION
    mu = np.mean(Z, axis=1, keepdims=True)  # (n, 1)
    var = np.mean((Z - mu) ** 2, axis=1, keepdims=True)  # (n, 1)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)  # (n, m)
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return gamma * Z_norm + beta, cache | {"gamma": gamma, "epsilon": epsilon}
    ### END SOLUTION


def batch_norm_backward(dZ_tilde, cache):
    """Slopes through batch norm: by the scores, the scale and the shift.

    Equations (9) and (10) of c2w3_tuning_and_batch_norm. The slopes dgamma and
    dbeta are sums over the examples: a factor 1 / m is in dZ_tilde already, if
    the cost has one.

    Parameters
    ----------
    dZ_tilde : ndarray of shape (n, m)
        Slope of the cost by the output of batch norm.
    cache : dict
        What `batch_norm_forward` returned: "Z_norm" of shape (n, m), "mu", "var"
        and "gamma" of shape (n, 1), and the number "epsilon".

    Returns
    -------
    dZ : ndarray of shape (n, m)
    dgamma : ndarray of shape (n, 1)
    dbeta : ndarray of shape (n, 1)
    """
    ### BEGIN SOLUTION
    Z_norm = cache["Z_norm"]
    dgamma = np.sum(dZ_tilde * Z_norm, axis=1, keepdims=True)  # (n, 1)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)  # (n, 1)
    dZ_norm = cache["gamma"] * dZ_tilde  # (n, m)
    mean = np.mean(dZ_norm, axis=1, keepdims=True)
    stretch = Z_norm * np.mean(dZ_norm * Z_norm, axis=1, keepdims=True)
    dZ = (dZ_norm - mean - stretch) / np.sqrt(cache["var"] + cache["epsilon"])
    return dZ, dgamma, dbeta
    ### END SOLUTION


def update_running(running_mean, running_var, mu, var, momentum):
    """Moving averages of mean and variance, after one more mini-batch.

    Equation (11) of c2w3_tuning_and_batch_norm.

    Parameters
    ----------
    running_mean : ndarray of shape (n, 1)
        Average of the means so far.
    running_var : ndarray of shape (n, 1)
        Average of the variances so far.
    mu : ndarray of shape (n, 1)
        Mean of this mini-batch.
    var : ndarray of shape (n, 1)
        Variance of this mini-batch.
    momentum : float
        Share of the old average, from 0 to 1.

    Returns
    -------
    running_mean : ndarray of shape (n, 1)
    running_var : ndarray of shape (n, 1)
        Both new; the arguments stay as they are.
    """
    ### BEGIN SOLUTION
    running_mean = momentum * running_mean + (1 - momentum) * mu
    running_var = momentum * running_var + (1 - momentum) * var
    return running_mean, running_var
    ### END SOLUTION


def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    """Batch norm after training: each example on its own, by the moving averages.

    Equation (12) of c2w3_tuning_and_batch_norm. What an example gets does not
    depend on the other columns of Z.

    Parameters
    ----------
    Z : ndarray of shape (n, m)
        Scores; a single column will do.
    gamma : ndarray of shape (n, 1)
    beta : ndarray of shape (n, 1)
    running_mean : ndarray of shape (n, 1)
    running_var : ndarray of shape (n, 1)
    epsilon : float
        Inside the root.

    Returns
    -------
    Z_tilde : ndarray of shape (n, m)
    """
    ### BEGIN SOLUTION
    Z_norm = (Z - running_mean) / np.sqrt(running_var + epsilon)  # (n, m)
    return gamma * Z_norm + beta
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
        "first": "b",
        "distinct": "d",
        "scale": "a",
        "panda": "c",
        "two_betas": "b",
        "noise": "a",
        "why": "d",
    }
    ### END SOLUTION
