"""Answers about samplers and batch norm: wrong ones with messages, and right ones."""

import numpy as np

from autograder.truth.decorators import right, wrong

# ------------------------------------------------------------------- sample_log_uniform


@wrong(
    "The numbers themselves are even, so nearly all lie in the last decade. Draw "
    "the exponent evenly."
)
def sample_log_uniform(low, high, n, rng):
    return low + (high - low) * rng.random(n)


@wrong("The exponents are powers of ten, but e is raised to them. Take 10.0**r.")
def sample_log_uniform(low, high, n, rng):
    a, b = np.log10(low), np.log10(high)
    return np.exp(a + (b - a) * rng.random(n))


@wrong("These are the exponents. One step is missing: 10.0**r.")
def sample_log_uniform(low, high, n, rng):
    a, b = np.log10(low), np.log10(high)
    return a + (b - a) * rng.random(n)


@wrong("The range is fixed at 0.0001 to 1. Take the ends from low and high.")
def sample_log_uniform(low, high, n, rng):
    return 10.0 ** (-4 + 4 * rng.random(n))


@wrong("The scale runs backward: u = 0 belongs to low, u = 1 to high.")
def sample_log_uniform(low, high, n, rng):
    a, b = np.log10(low), np.log10(high)
    return 10.0 ** (b - (b - a) * rng.random(n))


@wrong("One draw serves for all n numbers. Each needs its own: rng.random(n).")
def sample_log_uniform(low, high, n, rng):
    a, b = np.log10(low), np.log10(high)
    return np.full(n, 10.0 ** (a + (b - a) * rng.random()))


@wrong("A bell-shaped exponent leaves the range. Even draws come from rng.random.")
def sample_log_uniform(low, high, n, rng):
    a, b = np.log10(low), np.log10(high)
    return 10.0 ** (a + (b - a) * rng.standard_normal(n))


@wrong("Nothing is drawn: np.logspace gives a grid of exponents, the same every time.")
def sample_log_uniform(low, high, n, rng):
    return np.logspace(np.log10(low), np.log10(high), n)


@wrong(
    "A new generator with a fixed seed is made inside. Draw from the rng that is "
    "passed in."
)
def sample_log_uniform(low, high, n, rng):
    a, b = np.log10(low), np.log10(high)
    u = np.random.default_rng(0).random(n)
    return 10.0 ** (a + (b - a) * u)


@wrong(
    "high is taken for the width of the range of exponents. The width is "
    "log10(high) - log10(low)."
)
def sample_log_uniform(low, high, n, rng):
    return 10.0 ** (np.log10(low) + high * rng.random(n))


@right("rng.uniform and np.power")
def sample_log_uniform(low, high, n, rng):
    return np.power(10.0, rng.uniform(np.log10(low), np.log10(high), n))


@right("natural logarithms throughout")
def sample_log_uniform(low, high, n, rng):
    u = rng.random(n)
    return np.exp(np.log(low) * (1 - u) + np.log(high) * u)


@right("a loop, one draw after the other")
def sample_log_uniform(low, high, n, rng):
    return np.array([low * (high / low) ** rng.random() for _ in range(n)])


# -------------------------------------------------------------------------- sample_beta


@wrong(
    "β itself is drawn evenly: half of the range is spent on windows of 10 to 20 "
    "values. Draw the exponent of 1 - β."
)
def sample_beta(low, high, n, rng):
    return high - (high - low) * rng.random(n)


@wrong(
    "The exponent of β is even, but near 1 that is nearly even again. It is 1 - β"
    " whose decades count."
)
def sample_beta(low, high, n, rng):
    a, b = np.log10(low), np.log10(high)
    return 10.0 ** (b - (b - a) * rng.random(n))


@wrong("This is 1 - β. Take it from 1 at the end.")
def sample_beta(low, high, n, rng):
    a, b = np.log10(1 - high), np.log10(1 - low)
    return 10.0 ** (a + (b - a) * rng.random(n))


@wrong("The exponents are fixed at -3 to -1. Take them from 1 - high and 1 - low.")
def sample_beta(low, high, n, rng):
    return 1 - 10.0 ** (-3 + 2 * rng.random(n))


@wrong("u = 0 belongs to high, where 1 - β is smallest. Here it gives low.")
def sample_beta(low, high, n, rng):
    a, b = np.log10(1 - high), np.log10(1 - low)
    return 1 - 10.0 ** (b - (b - a) * rng.random(n))


@wrong(
    "The window 1 / (1 - β) is drawn evenly, so short windows hardly occur. Draw "
    "the exponent evenly."
)
def sample_beta(low, high, n, rng):
    a, b = 1 / (1 - high), 1 / (1 - low)
    return 1 - 1 / (a + (b - a) * rng.random(n))


@wrong("One draw serves for all n values of β. Each needs its own.")
def sample_beta(low, high, n, rng):
    a, b = np.log10(1 - high), np.log10(1 - low)
    return np.full(n, 1 - 10.0 ** (a + (b - a) * rng.random()))


@wrong("e is raised to exponents of ten. Take 10.0**r.")
def sample_beta(low, high, n, rng):
    a, b = np.log10(1 - high), np.log10(1 - low)
    return 1 - np.exp(a + (b - a) * rng.random(n))


@wrong(
    "1 - β is drawn evenly: that is β drawn evenly, the other way round. Draw its"
    " exponent."
)
def sample_beta(low, high, n, rng):
    return 1 - ((1 - low) + (low - high) * rng.random(n))


@right("rng.uniform")
def sample_beta(low, high, n, rng):
    return 1 - 10.0 ** rng.uniform(np.log10(1 - high), np.log10(1 - low), n)


@right("natural logarithms, a loop")
def sample_beta(low, high, n, rng):
    a, b = np.log(1 - high), np.log(1 - low)
    return np.array([1 - np.exp(a + (b - a) * rng.random()) for _ in range(n)])


@right("as a power of the ratio")
def sample_beta(low, high, n, rng):
    return 1 - (1 - high) * ((1 - low) / (1 - high)) ** rng.random(n)


# ------------------------------------------------------------------------ random_points


@wrong(
    "All rows share one draw, so the points lie on a diagonal of the box. Draw "
    "(d, n) numbers."
)
def random_points(low, high, n, rng):
    return low + (high - low) * rng.random(n)


@wrong("The table is transposed: each setting is a column, shape (d, n).")
def random_points(low, high, n, rng):
    return low.T + (high - low).T * rng.random((n, len(low)))


@wrong("The draws are laid down in another order: draw the table (d, n) in one call.")
def random_points(low, high, n, rng):
    return low + (high - low) * rng.random((n, len(low))).T


@wrong("The lower end is forgotten: the box starts at 0. Add low.")
def random_points(low, high, n, rng):
    return (high - low) * rng.random((len(low), n))


@wrong("The width of the box is high - low, not high. This leaves the box.")
def random_points(low, high, n, rng):
    return low + high * rng.random((len(low), n))


@wrong(
    "The draws lie between 0 and 1 still: stretch them by high - low and move "
    "them by low."
)
def random_points(low, high, n, rng):
    return rng.random((len(low), n))


@wrong("A bell-shaped draw leaves the box. Even draws come from rng.random.")
def random_points(low, high, n, rng):
    return low + (high - low) * rng.standard_normal((len(low), n))


@wrong("Each row is sorted, so small goes with small. Leave the draws as they come.")
def random_points(low, high, n, rng):
    return low + (high - low) * np.sort(rng.random((len(low), n)), axis=1)


@wrong("The box is turned round: 0 belongs to low, 1 to high.")
def random_points(low, high, n, rng):
    return high - (high - low) * rng.random((len(low), n))


@wrong(
    "A new generator with a fixed seed is made inside. Draw from the rng that is "
    "passed in."
)
def random_points(low, high, n, rng):
    u = np.random.default_rng(0).random((len(low), n))
    return low + (high - low) * u


@right("rng.uniform with broadcast ends")
def random_points(low, high, n, rng):
    return rng.uniform(low, high, (len(low), n))


@right("a mean of the ends, weighted by u, in Fortran order")
def random_points(low, high, n, rng):
    u = rng.random((low.size, n))
    return np.asfortranarray((1 - u) * low + u * high)


@right("a loop over the rows")
def random_points(low, high, n, rng):
    rows = [a + (b - a) * rng.random(n) for a, b in zip(low[:, 0], high[:, 0])]
    return np.array(rows)


# --------------------------------------------------------------------------- shrink_box


@wrong("The box is around the k worst settings. Low costs are good.")
def shrink_box(points, costs, k):
    best = points[:, np.argsort(costs)[::-1][:k]]
    return best.min(axis=1, keepdims=True), best.max(axis=1, keepdims=True)


@wrong("The box is around the first k settings. Which columns have the smallest costs?")
def shrink_box(points, costs, k):
    best = points[:, :k]
    return best.min(axis=1, keepdims=True), best.max(axis=1, keepdims=True)


@wrong("The box is around all settings, so nothing shrinks. Take the k best only.")
def shrink_box(points, costs, k):
    return points.min(axis=1, keepdims=True), points.max(axis=1, keepdims=True)


@wrong("The ends have shape (d,), expected (d, 1). Use keepdims=True.")
def shrink_box(points, costs, k):
    best = points[:, np.argsort(costs)[:k]]
    return best.min(axis=1), best.max(axis=1)


@wrong(
    "Minimum and maximum go over all rows together: each hyperparameter has ends "
    "of its own."
)
def shrink_box(points, costs, k):
    best = points[:, np.argsort(costs)[:k]]
    d = len(points)
    return np.full((d, 1), best.min()), np.full((d, 1), best.max())


@wrong(
    "The box is around mean and spread of the best, so some of them may lie "
    "outside. Take minimum and maximum."
)
def shrink_box(points, costs, k):
    best = points[:, np.argsort(costs)[:k]]
    mean, std = best.mean(axis=1, keepdims=True), best.std(axis=1, keepdims=True)
    return mean - std, mean + std


@wrong("Lower and upper ends have changed places: return low, then high.")
def shrink_box(points, costs, k):
    best = points[:, np.argsort(costs)[:k]]
    return best.max(axis=1, keepdims=True), best.min(axis=1, keepdims=True)


@wrong("One setting too many counts: the slice [:k] has k entries already.")
def shrink_box(points, costs, k):
    best = points[:, np.argsort(costs)[: k + 1]]
    return best.min(axis=1, keepdims=True), best.max(axis=1, keepdims=True)


@wrong("The absolute cost is sorted. A cost below 0 is better than 0.")
def shrink_box(points, costs, k):
    best = points[:, np.argsort(np.abs(costs))[:k]]
    return best.min(axis=1, keepdims=True), best.max(axis=1, keepdims=True)


@wrong("The best setting is left out. The order begins at index 0.")
def shrink_box(points, costs, k):
    best = points[:, np.argsort(costs)[1:k] if k > 1 else np.argsort(costs)[-1:]]
    return best.min(axis=1, keepdims=True), best.max(axis=1, keepdims=True)


@right("a partial sort")
def shrink_box(points, costs, k):
    best = points[:, np.argpartition(costs, k - 1)[:k]]
    return np.min(best, 1, keepdims=True), np.max(best, 1, keepdims=True)


@right("a mask of the costs up to the k-th")
def shrink_box(points, costs, k):
    best = points.T[costs <= np.sort(costs)[k - 1]]
    return best.min(axis=0).reshape(-1, 1), best.max(axis=0).reshape(-1, 1)


@right("Python's own sort, and loops")
def shrink_box(points, costs, k):
    order = sorted(range(len(costs)), key=lambda i: costs[i])[:k]
    low = np.array([[min(row[i] for i in order)] for row in points])
    high = np.array([[max(row[i] for i in order)] for row in points])
    return low, high


# ------------------------------------------------------------------- batch_norm_forward


@wrong(
    "Each example is normalised over its units. Mean and variance of a unit go "
    "along its row: axis=1."
)
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=0, keepdims=True)
    var = Z.var(axis=0, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong("epsilon stands outside the root. Here it belongs inside: sqrt(var + epsilon).")
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / (np.sqrt(var) + epsilon)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong(
    "The scores are divided by the variance. Its root, the standard deviation, is"
    " wanted."
)
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / (var + epsilon)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong("The variance divides by m - 1 (ddof=1). Here it divides by m.")
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = ((Z - mu) ** 2).sum(axis=1, keepdims=True) / max(Z.shape[1] - 1, 1)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong("One mean and one variance serve all units. Each row has its own.")
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = np.full((len(Z), 1), Z.mean())
    var = np.full((len(Z), 1), Z.var())
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong("gamma and beta have changed places: gamma scales, beta shifts.")
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    out = beta * Z_norm + gamma
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong("gamma and beta are not used: Z_norm is not yet Z_tilde.")
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    out = Z_norm + 0 * gamma
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong(
    'The cache holds the scaled scores under "Z_norm". The way back needs them as'
    " they are before gamma and beta."
)
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": out, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong('Under "var" lies the standard deviation. Keep the variance itself.')
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": Z_norm, "mu": mu, "var": np.sqrt(var)}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@wrong("epsilon is left out, so a row of equal scores becomes nan.")
def batch_norm_forward(Z, gamma, beta, epsilon):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var)
    out = gamma * Z_norm + beta
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var}
    return out, cache | {"gamma": gamma, "epsilon": epsilon}


@right("the mean of squares minus the square of the mean, about the first example")
def batch_norm_forward(Z, gamma, beta, epsilon):
    shifted = Z - Z[:, :1]
    mean = np.mean(shifted, axis=1, keepdims=True)
    var = np.maximum(np.mean((shifted - mean) ** 2, axis=1, keepdims=True), 0)
    Z_norm = (shifted - mean) * (var + epsilon) ** -0.5
    cache = dict(
        Z_norm=Z_norm, mu=mean + Z[:, :1], var=var, gamma=gamma, epsilon=epsilon
    )
    return beta + gamma * Z_norm, cache


@right("a loop over the units")
def batch_norm_forward(Z, gamma, beta, epsilon):
    Z_norm, mu, var = np.zeros(Z.shape), np.zeros((len(Z), 1)), np.zeros((len(Z), 1))
    for j in range(len(Z)):
        mu[j], var[j] = sum(Z[j]) / Z.shape[1], np.var(Z[j])
        Z_norm[j] = (Z[j] - mu[j]) / np.sqrt(var[j] + epsilon)
    cache = {"gamma": gamma.copy(), "epsilon": epsilon, "var": var, "mu": mu}
    return Z_norm * gamma + beta, cache | {"Z_norm": Z_norm}


@right("einsum and transposed tables")
def batch_norm_forward(Z, gamma, beta, epsilon):
    m = Z.shape[1]
    mu = (np.einsum("ji->j", Z) / m).reshape(-1, 1)
    D = (Z - mu).T
    var = (np.einsum("ij,ij->j", D, D) / m).reshape(-1, 1)
    Z_norm = D.T / np.sqrt(var + epsilon)
    cache = {"Z_norm": Z_norm, "mu": mu, "var": var, "gamma": gamma, "epsilon": epsilon}
    return (D * (gamma / np.sqrt(var + epsilon)).T + beta.T).T, cache


# ------------------------------------------------------------------ batch_norm_backward


@wrong("gamma is missing on the way to dZ: dZ_norm = gamma * dZ_tilde.")
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = (
        dN - dN.mean(axis=1, keepdims=True) - N * (dN * N).mean(axis=1, keepdims=True)
    ) / s
    return dZ, dgamma, dbeta


@wrong(
    "Mean and variance are taken for constants. Every z has helped to make both, "
    "so two more ways lead back to it."
)
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = dN / s
    return dZ, dgamma, dbeta


@wrong(
    "The way through the variance is missing: take away z_norm times the mean of "
    "dz_norm z_norm as well."
)
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = (dN - dN.mean(axis=1, keepdims=True)) / s
    return dZ, dgamma, dbeta


@wrong("The way through the mean is missing: the rows of dZ must add up to 0.")
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = (dN - N * (dN * N).mean(axis=1, keepdims=True)) / s
    return dZ, dgamma, dbeta


@wrong(
    "dgamma and dbeta are means over the examples. A nudge of gamma moves all of "
    "them, so their slopes are added up."
)
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).mean(axis=1, keepdims=True)
    dbeta = dZ_tilde.mean(axis=1, keepdims=True)
    dZ = (
        dN - dN.mean(axis=1, keepdims=True) - N * (dN * N).mean(axis=1, keepdims=True)
    ) / s
    return dZ, dgamma, dbeta


@wrong("dgamma and dbeta have shape (n,), expected (n, 1). Use keepdims=True.")
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1)
    dbeta = dZ_tilde.sum(axis=1)
    dZ = (
        dN - dN.mean(axis=1, keepdims=True) - N * (dN * N).mean(axis=1, keepdims=True)
    ) / s
    return dZ, dgamma, dbeta


@wrong("dZ is divided by the variance. The forward pass divided by its root.")
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], (cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = (
        dN - dN.mean(axis=1, keepdims=True) - N * (dN * N).mean(axis=1, keepdims=True)
    ) / s
    return dZ, dgamma, dbeta


@wrong("dgamma and dbeta have changed places: return dZ, dgamma, dbeta.")
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = (
        dN - dN.mean(axis=1, keepdims=True) - N * (dN * N).mean(axis=1, keepdims=True)
    ) / s
    return dZ, dbeta, dgamma


@wrong("The part that goes through the variance has the wrong sign: it is taken away.")
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = (
        dN - dN.mean(axis=1, keepdims=True) + N * (dN * N).mean(axis=1, keepdims=True)
    ) / s
    return dZ, dgamma, dbeta


@wrong(
    "Sums stand where (10) has means, so the ways through mean and variance count "
    "m times."
)
def batch_norm_backward(dZ_tilde, cache):
    N, s = cache["Z_norm"], np.sqrt(cache["var"] + cache["epsilon"])
    dN = cache["gamma"] * dZ_tilde
    dgamma = (dZ_tilde * N).sum(axis=1, keepdims=True)
    dbeta = dZ_tilde.sum(axis=1, keepdims=True)
    dZ = (
        dN - dN.sum(axis=1, keepdims=True) - N * (dN * N).sum(axis=1, keepdims=True)
    ) / s
    return dZ, dgamma, dbeta


@right("mean and variance as stations of the graph")
def batch_norm_backward(dZ_tilde, cache):
    N, m = cache["Z_norm"], dZ_tilde.shape[1]
    s = np.sqrt(cache["var"] + cache["epsilon"])
    D, dN = N * s, cache["gamma"] * dZ_tilde
    dvar = np.sum(dN * D, axis=1, keepdims=True) * -0.5 / s**3
    dmu = -np.sum(dN, axis=1, keepdims=True) / s
    dZ = dN / s + 2 * D * dvar / m + dmu / m
    dgamma = np.einsum("ji,ji->j", dZ_tilde, N).reshape(-1, 1)
    return dZ, dgamma, dZ_tilde @ np.ones((m, 1))


@right("one factor in front, by dgamma and dbeta")
def batch_norm_backward(dZ_tilde, cache):
    N, m = cache["Z_norm"], dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * N, 1, keepdims=True)
    dbeta = np.sum(dZ_tilde, 1, keepdims=True)
    factor = cache["gamma"] / (m * np.sqrt(cache["var"] + cache["epsilon"]))
    return factor * (m * dZ_tilde - dbeta - N * dgamma), dgamma, dbeta


@right("the Jacobian of each unit")
def batch_norm_backward(dZ_tilde, cache):
    N, m = cache["Z_norm"], dZ_tilde.shape[1]
    dZ = np.zeros(N.shape)
    for j, row in enumerate(N):
        J = np.eye(m) - 1 / m - np.outer(row, row) / m
        scale = cache["gamma"][j, 0] / np.sqrt(cache["var"][j, 0] + cache["epsilon"])
        dZ[j] = scale * (J @ dZ_tilde[j])
    sums = [np.sum(t, axis=1).reshape(-1, 1) for t in (dZ_tilde * N, dZ_tilde)]
    return dZ, sums[0], sums[1]


# ----------------------------------------------------------------------- update_running


@wrong("The shares are exchanged: momentum belongs to the old average.")
def update_running(running_mean, running_var, mu, var, momentum):
    return (1 - momentum) * running_mean + momentum * mu, (
        1 - momentum
    ) * running_var + momentum * var


@wrong("Standard deviations are averaged. Average the variances themselves.")
def update_running(running_mean, running_var, mu, var, momentum):
    return momentum * running_mean + (1 - momentum) * mu, (
        momentum * running_var**0.5 + (1 - momentum) * var**0.5
    ) ** 2


@wrong("The variance is not updated: it has a moving average of its own.")
def update_running(running_mean, running_var, mu, var, momentum):
    return momentum * running_mean + (1 - momentum) * mu, running_var + 0.0


@wrong(
    "The new batch counts in full, so the average grows and grows. Its share is 1"
    " - momentum."
)
def update_running(running_mean, running_var, mu, var, momentum):
    return momentum * running_mean + mu, momentum * running_var + var


@wrong("These are the numbers of the last batch. The old average should count too.")
def update_running(running_mean, running_var, mu, var, momentum):
    return mu + 0.0, var + 0.0


@wrong("The share is fixed at 0.9. Take the argument momentum.")
def update_running(running_mean, running_var, mu, var, momentum):
    return 0.9 * running_mean + 0.1 * mu, 0.9 * running_var + 0.1 * var


@wrong(
    "The average of the variance is fed with the mean: a copied line with mu "
    "still in it."
)
def update_running(running_mean, running_var, mu, var, momentum):
    return momentum * running_mean + (1 - momentum) * mu, momentum * running_var + (
        1 - momentum
    ) * mu


@wrong("Old and new count half each. Their shares are momentum and 1 - momentum.")
def update_running(running_mean, running_var, mu, var, momentum):
    return (running_mean + mu) / 2, (running_var + var) / 2


@wrong("The mean is not updated: both averages move with every batch.")
def update_running(running_mean, running_var, mu, var, momentum):
    return running_mean + 0.0, momentum * running_var + (1 - momentum) * var


@wrong("Variance and mean have changed places: return the mean first.")
def update_running(running_mean, running_var, mu, var, momentum):
    return momentum * running_var + (1 - momentum) * var, momentum * running_mean + (
        1 - momentum
    ) * mu


@right("a step towards the batch")
def update_running(running_mean, running_var, mu, var, momentum):
    share = 1 - momentum
    return running_mean + share * (mu - running_mean), running_var + share * (
        var - running_var
    )


@right("both in one table")
def update_running(running_mean, running_var, mu, var, momentum):
    old, new = np.stack([running_mean, running_var]), np.stack([mu, var])
    mixed = momentum * old + (1 - momentum) * new
    return mixed[0], mixed[1]


@right("a list, and np.average")
def update_running(running_mean, running_var, mu, var, momentum):
    pairs = ((running_mean, mu), (running_var, var))
    return tuple(
        np.average(pair, axis=0, weights=[momentum, 1 - momentum]) for pair in pairs
    )


# ----------------------------------------------------------------- batch_norm_inference


@wrong(
    "The variance comes from the examples at hand, and one single example has "
    "none. Use running_var.",
    shown=True,
)
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    var = np.var(Z, axis=1, keepdims=True)
    Z_norm = (Z - running_mean) / np.sqrt(var + epsilon)
    return gamma * Z_norm + beta


@wrong("The mean comes from the examples at hand. Use running_mean.")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    mu = np.mean(Z, axis=1, keepdims=True)
    return gamma * (Z - mu) / np.sqrt(running_var + epsilon) + beta


@wrong(
    "The forward pass of training is used: a single example would always get "
    "beta. Take both moving averages."
)
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    mu, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return gamma * (Z - mu) / np.sqrt(var + epsilon) + beta


@wrong("epsilon stands outside the root. It belongs inside, as in training.")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    return gamma * (Z - running_mean) / (np.sqrt(running_var) + epsilon) + beta


@wrong("The scores are divided by the variance. Its root is wanted.")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    return gamma * (Z - running_mean) / (running_var + epsilon) + beta


@wrong("gamma and beta are not used. The next layer has learnt with them.")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    return (Z - running_mean) / np.sqrt(running_var + epsilon)


@wrong("gamma and beta have changed places: gamma scales, beta shifts.")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    return beta * (Z - running_mean) / np.sqrt(running_var + epsilon) + gamma


@wrong("The sign is turned: the mean is taken from the scores, Z - running_mean.")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    return gamma * (running_mean - Z) / np.sqrt(running_var + epsilon) + beta


@wrong("beta is scaled by gamma too. Scale first, then shift.")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    return gamma * ((Z - running_mean) / np.sqrt(running_var + epsilon) + beta)


@right("one line per unit: a slope and a shift")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    slope = gamma / np.sqrt(running_var + epsilon)
    return slope * Z + (beta - slope * running_mean)


@right("a loop over the examples")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    out = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        z = Z[:, i : i + 1]
        out[:, i : i + 1] = (
            gamma * (z - running_mean) / np.sqrt(running_var + epsilon) + beta
        )
    return out


@right("transposed, with powers")
def batch_norm_inference(Z, gamma, beta, running_mean, running_var, epsilon):
    std = (running_var + epsilon) ** 0.5
    return ((Z.T - running_mean.T) / std.T * gamma.T + beta.T).T


# ---------------------------------------------------------------------------- decisions


@right("capital letters")
def decisions():
    return dict(
        first="B", distinct="D", scale="A", panda="C", two_betas="B", noise="A", why="D"
    )


@right("letters with a bracket")
def decisions():
    return {
        "first": "b)",
        "distinct": "d)",
        "scale": "a)",
        "panda": "c)",
        "two_betas": "b)",
        "noise": "a)",
        "why": "d)",
    }


@right("another order, with blanks")
def decisions():
    return {
        "why": " d ",
        "noise": " a ",
        "two_betas": " b ",
        "panda": " c ",
        "scale": " a ",
        "distinct": " d ",
        "first": " b ",
    }


QUESTIONS = {
    "decisions": {
        "first": {
            "a": "Depth belongs to the third rank, with learning rate decay.",
            "b": "Yes: alpha first, then momentum, units and batch size.",
            "c": "Adam's epsilon may keep its default for good.",
            "d": "The batch size is of the second rank.",
        },
        "distinct": {
            "a": "25 trainings, but each alpha is used five times.",
            "b": "10 is the number of values of both together.",
            "c": "There is more than one column.",
            "d": "Yes: five columns. At random it would be 25.",
        },
        "scale": {
            "a": "Yes: 2 to 4 layers is no matter of decades.",
            "b": "It spans four decades: the exponent is even.",
            "c": "Its window goes from 10 to 1000: the exponent of 1 - beta is even.",
            "d": "lambda spans five decades: the exponent is even.",
        },
        "panda": {
            "a": "16 trainings at once do not fit on one machine.",
            "b": "A grid takes 25 machines for two weeks, or a year.",
            "c": "Yes: one machine and a long training mean one model, watched daily.",
            "d": "Watching it costs little, and tells when to step back.",
        },
        "two_betas": {
            "a": "The memory of momentum is a number near 0.9 that nobody learns.",
            "b": "Yes: a column (n, 1), updated with every mini-batch.",
            "c": "The momentum of the running averages is a third one.",
            "d": "Adam's two are memories as well.",
        },
        "noise": {
            "a": "Yes: a mean of 512 strays less than one of 64.",
            "b": "More examples give a steadier mean, so less noise.",
            "c": "The noise goes with one over the root of the batch size.",
            "d": "Batch norm regularises a little, by the noise of its means.",
        },
        "why": {
            "a": "gamma and beta are additional weights.",
            "b": "Drift alone does not harm: with noise added that shifts all layers, "
            "networks with batch norm train well.",
            "c": "The noise is a side effect.",
            "d": "Yes: slopes stay valid over longer steps.",
        },
    }
}
