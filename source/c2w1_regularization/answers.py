"""Answers to the exercises of regularization: wrong ones and right ones."""

import numpy as np

from autograder.truth.decorators import right, wrong

# --------------------------------------------------------------------- split_indices


@wrong(
    "Nothing is shuffled: the sets are cut from 0, 1, 2, ... A file that is sorted by "
    "class gives a dev set of one class only. Cut rng.permutation(m)."
)
def split_indices(m, m_dev, m_test, rng):
    order, cut = np.arange(m), m - m_dev - m_test
    return order[:cut], order[cut : m - m_test], order[m - m_test :]


@wrong(
    "The test set comes before the dev set. In the permutation training comes first, "
    "then dev, then test."
)
def split_indices(m, m_dev, m_test, rng):
    order, cut = rng.permutation(m), m - m_dev - m_test
    return order[:cut], order[cut + m_test :], order[cut : cut + m_test]


@wrong(
    "The first places of the permutation go to dev and test. The training set takes "
    "the first m - m_dev - m_test."
)
def split_indices(m, m_dev, m_test, rng):
    order = rng.permutation(m)
    dev, test = order[:m_dev], order[m_dev : m_dev + m_test]
    return order[m_dev + m_test :], dev, test


@wrong(
    "A slice such as order[-m_test:] is the whole array when m_test is 0. Count from "
    "the front: order[m - m_test:]."
)
def split_indices(m, m_dev, m_test, rng):
    order = rng.permutation(m)
    dev = order[-m_dev - m_test : m - m_test]
    return order[: -m_dev - m_test], dev, order[-m_test:]


@wrong(
    "Each set has a permutation of its own, so an example can be in two sets at once. "
    "One permutation, cut into three parts, cannot overlap."
)
def split_indices(m, m_dev, m_test, rng):
    train = rng.permutation(m)[: m - m_dev - m_test]
    return train, rng.permutation(m)[:m_dev], rng.permutation(m)[:m_test]


@wrong(
    "The indices are drawn with rng.integers, with replacement: some examples come "
    "twice, others never. rng.permutation(m) has each one once."
)
def split_indices(m, m_dev, m_test, rng):
    order, cut = rng.integers(0, m, m), m - m_dev - m_test
    return order[:cut], order[cut : m - m_test], order[m - m_test :]


@wrong(
    "The indices count from 1 to m. Python's columns are 0 to m - 1: column m does "
    "not exist."
)
def split_indices(m, m_dev, m_test, rng):
    order, cut = rng.permutation(m) + 1, m - m_dev - m_test
    return order[:cut], order[cut : m - m_test], order[m - m_test :]


@wrong(
    "The generator is made anew inside, from a seed of its own. Draw from the rng that "
    "is passed in."
)
def split_indices(m, m_dev, m_test, rng):
    order, cut = np.random.default_rng(0).permutation(m), m - m_dev - m_test
    return order[:cut], order[cut : m - m_test], order[m - m_test :]


@wrong(
    "Dev and test set are still part of the training set. What a model has learnt from "
    "cannot judge it: training gets only the first m - m_dev - m_test places."
)
def split_indices(m, m_dev, m_test, rng):
    order, cut = rng.permutation(m), m - m_dev - m_test
    return order, order[cut : m - m_test], order[m - m_test :]


@wrong(
    "One example too many or too few: the cuts are shifted by one. The dev set begins "
    "at place m_train and the test set at m - m_test."
)
def split_indices(m, m_dev, m_test, rng):
    order, cut = rng.permutation(m), m - m_dev - m_test
    return order[: cut - 1], order[cut - 1 : m - m_test], order[m - m_test :]


@wrong("changes NumPy's global random state")
def split_indices(m, m_dev, m_test, rng):
    order, cut = np.random.permutation(m), m - m_dev - m_test
    return order[:cut], order[cut : m - m_test], order[m - m_test :]


@right("np.split")
def split_indices(m, m_dev, m_test, rng):
    return tuple(np.split(rng.permutation(m), [m - m_dev - m_test, m - m_test]))


@right("a shuffled array of its own, cut into lists")
def split_indices(m, m_dev, m_test, rng):
    rest = rng.permutation(m).tolist()
    test = [rest.pop() for _ in range(m_test)][::-1]
    dev = [rest.pop() for _ in range(m_dev)][::-1]
    return [np.array(part, dtype=int) for part in (rest, dev, test)]


@right("a permuted range")
def split_indices(m, m_dev, m_test, rng):
    order = rng.permutation(m).astype(np.int32)
    m_train = m - m_dev - m_test
    place = np.arange(m)
    dev = order[(place >= m_train) & (place < m_train + m_dev)]
    return order[place < m_train], dev, order[place >= m_train + m_dev]


# -------------------------------------------------------------------------- diagnose


@wrong(
    "The training error itself is taken for the bias. Only what lies above the optimal "
    "error can be avoided: bias = train_error - optimal_error."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    found = {"bias": train_error, "variance": dev_error - train_error}
    return found | {"high": [k for k, v in found.items() if v > gap]}


@wrong(
    "The dev error itself is taken for the variance. What counts is how much worse it "
    "is than training: variance = dev_error - train_error."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    found = {"bias": train_error - optimal_error, "variance": dev_error}
    return found | {"high": [k for k, v in found.items() if v > gap]}


@wrong(
    "The variance is measured from the optimal error, so the bias is in it as well. "
    "Measure it from the training error."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    bias = train_error - optimal_error
    found = {"bias": bias, "variance": dev_error - optimal_error}
    return found | {"high": [k for k, v in found.items() if v > gap]}


@wrong(
    "Bias and variance are swapped. Bias: how far training is from the optimum. "
    "Variance: how far dev is from training."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    variance = train_error - optimal_error
    found = {"bias": dev_error - train_error, "variance": variance}
    return found | {"high": [k for k, v in found.items() if v > gap]}


@wrong(
    "A model can have both. Here the variance is not looked at once the bias is high: "
    "use two ifs, not an elif."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    found = {"bias": train_error - optimal_error, "variance": dev_error - train_error}
    high = [k for k, v in found.items() if v > gap][:1]
    return found | {"high": high}


@wrong(
    "The sizes are taken without a sign. A dev error below the training error is luck, "
    "not variance: keep the sign."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    bias, variance = abs(train_error - optimal_error), abs(dev_error - train_error)
    found = {"bias": bias, "variance": variance}
    return found | {"high": [k for k, v in found.items() if v > gap]}


@wrong("The limit 0.02 is written into the code. Compare with the argument gap.")
def diagnose(train_error, dev_error, optimal_error, gap):
    found = {"bias": train_error - optimal_error, "variance": dev_error - train_error}
    return found | {"high": [k for k, v in found.items() if v > 0.02]}


@wrong(
    "A difference of exactly the gap counts as high here. High means larger: > and "
    "not >=."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    found = {"bias": train_error - optimal_error, "variance": dev_error - train_error}
    return found | {"high": [k for k, v in found.items() if v >= gap]}


@wrong(
    "The signs are turned round. A bad model has a training error above the optimum, "
    "and a dev error above the training error: both differences are then positive."
)
def diagnose(train_error, dev_error, optimal_error, gap):
    found = {"bias": optimal_error - train_error, "variance": train_error - dev_error}
    return found | {"high": [k for k, v in found.items() if v > gap]}


@wrong("This lists what is low. Name the differences that are larger than the gap.")
def diagnose(train_error, dev_error, optimal_error, gap):
    found = {"bias": train_error - optimal_error, "variance": dev_error - train_error}
    return found | {"high": [k for k, v in found.items() if v <= gap]}


@wrong("returns None")
def diagnose(train_error, dev_error, optimal_error, gap):
    print(train_error - optimal_error, dev_error - train_error)


@right("two ifs")
def diagnose(train_error, dev_error, optimal_error, gap):
    high = []
    if train_error - optimal_error > gap:
        high.append("bias")
    if dev_error - train_error > gap:
        high.append("variance")
    variance = dev_error - train_error
    return {"high": high, "bias": train_error - optimal_error, "variance": variance}


@right("NumPy numbers")
def diagnose(train_error, dev_error, optimal_error, gap):
    steps = np.diff(np.array([optimal_error, train_error, dev_error]))
    names = np.array(["bias", "variance"])[steps > gap]
    return {"bias": steps[0], "variance": steps[1], "high": [str(n) for n in names]}


@right("a tuple of names")
def diagnose(train_error, dev_error, optimal_error, gap):
    bias, variance = float(train_error - optimal_error), float(dev_error - train_error)
    high = ["bias"] * int(bias > gap) + ["variance"] * int(variance > gap)
    return {"variance": variance, "bias": bias, "high": high}


# -------------------------------------------------------------------- fit_normalizer


@wrong(
    "This is the variance σ², not σ. Dividing by it would not bring the spread to 1: "
    "take the root."
)
def fit_normalizer(X_train):
    sigma = X_train.var(axis=1, keepdims=True)
    return X_train.mean(axis=1, keepdims=True), np.where(sigma == 0, 1.0, sigma)


@wrong(
    "The mean is taken over the features (axis 0). Examples are columns: each feature "
    "is a row, and its mean runs along axis 1."
)
def fit_normalizer(X_train):
    sigma = X_train.std(axis=0, keepdims=True)
    return X_train.mean(axis=0, keepdims=True), np.where(sigma == 0, 1.0, sigma)


@wrong(
    "One mean and one spread for all features together. Each feature has its own: "
    "axis=1, keepdims=True."
)
def fit_normalizer(X_train):
    ones = np.ones((X_train.shape[0], 1))
    sigma = X_train.std()
    return X_train.mean() * ones, (sigma if sigma > 0 else 1.0) * ones


@wrong(
    "The results have shape (n_x,). Subtracted from X (n_x, m) they would run along "
    "the wrong axis: keepdims=True keeps (n_x, 1)."
)
def fit_normalizer(X_train):
    sigma = X_train.std(axis=1)
    return X_train.mean(axis=1), np.where(sigma == 0, 1.0, sigma)


@wrong(
    "The root of the mean square, without subtracting μ first. σ measures the spread "
    "around the mean."
)
def fit_normalizer(X_train):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = np.sqrt(np.mean(np.square(X_train), axis=1, keepdims=True))
    same = np.ptp(X_train, axis=1, keepdims=True) == 0
    return mu, np.where(same, 1.0, sigma)


@wrong(
    "A feature that never changes gets σ = 0, and dividing by it makes nan. Give 1 "
    "there, as the docstring says."
)
def fit_normalizer(X_train):
    mu = X_train.mean(axis=1, keepdims=True)
    return mu, X_train.std(axis=1, keepdims=True)


@wrong(
    "The sum is divided by m - 1. Formula (11) divides by m, and with m = 1 nothing "
    "would be left to divide by."
)
def fit_normalizer(X_train):
    mu = X_train.mean(axis=1, keepdims=True)
    n = max(X_train.shape[1] - 1, 1)
    sigma = np.sqrt(np.sum((X_train - mu) ** 2, axis=1, keepdims=True) / n)
    return mu, np.where(sigma == 0, 1.0, sigma)


@wrong(
    "The mean distance from μ is not σ. Square the distances, take the mean, then the "
    "root."
)
def fit_normalizer(X_train):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = np.abs(X_train - mu).mean(axis=1, keepdims=True)
    return mu, np.where(sigma == 0, 1.0, sigma)


@wrong(
    "This is half of the range from the smallest to the largest value. One outlier "
    "would decide it; σ is the root of the mean squared distance from μ."
)
def fit_normalizer(X_train):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = np.ptp(X_train, axis=1, keepdims=True) / 2
    return mu, np.where(sigma == 0, 1.0, sigma)


@wrong("The results come in the wrong order: first μ, then σ.")
def fit_normalizer(X_train):
    sigma = X_train.std(axis=1, keepdims=True)
    return np.where(sigma == 0, 1.0, sigma), X_train.mean(axis=1, keepdims=True)


@wrong("changes its argument `X_train`")
def fit_normalizer(X_train):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    sigma = np.where(np.ptp(X_train, axis=1, keepdims=True) == 0, 1.0, sigma)
    X_train -= mu.astype(X_train.dtype)
    return mu, sigma


@right("a loop over the features")
def fit_normalizer(X_train):
    n_x, m = X_train.shape
    mu, sigma = np.zeros((n_x, 1)), np.ones((n_x, 1))
    for j in range(n_x):
        row = X_train[j].astype(float)
        mu[j] = sum(row) / m
        if row.max() > row.min():
            sigma[j] = np.sqrt(sum((row - mu[j]) ** 2) / m)
    return mu, sigma


@right("NumPy's own standard deviation")
def fit_normalizer(X_train):
    sigma = X_train.std(axis=1, keepdims=True)
    sigma = np.where(np.ptp(X_train, axis=1, keepdims=True) == 0, 1, sigma)
    return X_train.mean(axis=1, keepdims=True), sigma


@right("the length of the centred rows")
def fit_normalizer(X_train):
    m = X_train.shape[1]
    mu = X_train @ np.full((m, 1), 1 / m)
    mu = mu + (X_train - mu) @ np.full((m, 1), 1 / m)
    lengths = np.linalg.norm(X_train - mu, axis=1, keepdims=True) / np.sqrt(m)
    lengths[(X_train == X_train[:, :1]).all(axis=1)] = 1
    return np.asfortranarray(mu), lengths


# ------------------------------------------------------------------ apply_normalizer


@wrong("It is divided by σ². The spread becomes 1 only if one divides by σ itself.")
def apply_normalizer(X, mu, sigma):
    return (X - mu) / sigma**2


@wrong(
    "The set is measured anew, with its own mean and spread. The statistics of the "
    "training set hold for every set: use mu and sigma."
)
def apply_normalizer(X, mu, sigma):
    spread = X.std(axis=1, keepdims=True)
    spread = np.where(spread == 0, 1.0, spread)
    return (X - X.mean(axis=1, keepdims=True)) / spread


@wrong("Brackets are missing: only μ is divided by σ. (X - μ) / σ.")
def apply_normalizer(X, mu, sigma):
    return X - mu / sigma


@wrong("The mean is not subtracted. x' = (x - μ) / σ.")
def apply_normalizer(X, mu, sigma):
    return X / sigma


@wrong("The spread is left as it is. After subtracting μ, divide by σ.")
def apply_normalizer(X, mu, sigma):
    return X - mu


@wrong("It is multiplied by σ: that makes a wide feature wider. Divide.")
def apply_normalizer(X, mu, sigma):
    return (X - mu) * sigma


@wrong("The mean is added; it has to be subtracted.")
def apply_normalizer(X, mu, sigma):
    return (X + mu) / sigma


@wrong("This is the way back, from normalized features to the old ones.")
def apply_normalizer(X, mu, sigma):
    return X * sigma + mu


@wrong(
    "μ and σ are squeezed to shape (n_x,), which runs along the examples. Leave them "
    "as columns (n_x, 1): they fit every column of X."
)
def apply_normalizer(X, mu, sigma):
    return (X - mu.ravel()) / sigma.ravel()


@wrong("changes its argument `X`")
def apply_normalizer(X, mu, sigma):
    X[:] = (X - mu) / sigma
    return X.copy()


@right("feature by feature")
def apply_normalizer(X, mu, sigma):
    rows = [(x - float(a[0])) / float(s[0]) for x, a, s in zip(X, mu, sigma)]
    return np.array(rows)


@right("in Fortran order, scaled first")
def apply_normalizer(X, mu, sigma):
    return np.asfortranarray(np.subtract(X / sigma, mu / sigma))


@right("transposed and back")
def apply_normalizer(X, mu, sigma):
    return ((X.T - mu[:, 0]) / sigma[:, 0]).T


# ---------------------------------------------------------------------- cost_with_l2


@wrong(
    "lambd / 2 * m divides by 2 and then multiplies by m. Python reads from the left: "
    "write lambd / (2 * m)."
)
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(v**2) for k, v in parameters.items() if k[0] == "W")
    return float(cost + lambd / 2 * m * squares)


@wrong("The 2 is missing: the penalty is λ/(2m) times the sum of squares.")
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(v**2) for k, v in parameters.items() if k[0] == "W")
    return float(cost + lambd / m * squares)


@wrong("The penalty is not divided by m: λ/(2m), like the mean in the cost.")
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(v**2) for k, v in parameters.items() if k[0] == "W")
    return float(cost + lambd / 2 * squares)


@wrong("The biases are punished as well. Only the weights W enter formula (4).")
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(v**2) for v in parameters.values())
    return float(cost + lambd / (2 * m) * squares)


@wrong(
    "The norm itself is added, with its root. Formula (4) has the squared norm: the "
    "sum of squares."
)
def cost_with_l2(cost, parameters, lambd, m):
    norms = sum(np.linalg.norm(v) for k, v in parameters.items() if k[0] == "W")
    return float(cost + lambd / (2 * m) * norms)


@wrong("These are the absolute values: that is L1. L2 takes the squares.")
def cost_with_l2(cost, parameters, lambd, m):
    sizes = sum(np.sum(np.abs(v)) for k, v in parameters.items() if k[0] == "W")
    return float(cost + lambd / (2 * m) * sizes)


@wrong(
    "The sum is squared instead of the weights: positive and negative ones cancel. "
    "Square each weight first."
)
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(v) ** 2 for k, v in parameters.items() if k[0] == "W")
    return float(cost + lambd / (2 * m) * squares)


@wrong("The mean of the squares is taken in each layer. The penalty is their sum.")
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.mean(v**2) for k, v in parameters.items() if k[0] == "W")
    return float(cost + lambd / (2 * m) * squares)


@wrong(
    "Only the last layer is punished: the sum is overwritten in each turn. Add up all "
    "layers."
)
def cost_with_l2(cost, parameters, lambd, m):
    squares = np.sum(parameters[f"W{len(parameters) // 2}"] ** 2)
    return float(cost + lambd / (2 * m) * squares)


@wrong("Only layer 1 is punished. The sum runs over all layers.")
def cost_with_l2(cost, parameters, lambd, m):
    return float(cost + lambd / (2 * m) * np.sum(parameters["W1"] ** 2))


@wrong("This is the penalty alone. Add it to the cost.")
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(v**2) for k, v in parameters.items() if k[0] == "W")
    return float(lambd / (2 * m) * squares)


@wrong("The penalty is subtracted: large weights would be rewarded. Add it.")
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(v**2) for k, v in parameters.items() if k[0] == "W")
    return float(cost - lambd / (2 * m) * squares)


@wrong(
    "The network is taken to have three layers. Count them: the dict has two entries "
    "for each."
)
def cost_with_l2(cost, parameters, lambd, m):
    squares = sum(np.sum(parameters[f"W{k}"] ** 2) for k in (1, 2, 3))
    return float(cost + lambd / (2 * m) * squares)


@right("the trace of WᵀW")
def cost_with_l2(cost, parameters, lambd, m):
    total = 0.0
    for k in range(1, len(parameters) // 2 + 1):
        W = parameters[f"W{k}"]
        total += np.einsum("ij,ij->", W, W)
    return cost + lambd * total / m / 2


@right("the squared Frobenius norm")
def cost_with_l2(cost, parameters, lambd, m):
    norms = [np.linalg.norm(v) for k, v in parameters.items() if k.startswith("W")]
    return cost + lambd / 2 / m * np.square(norms).sum()


@right("weight by weight")
def cost_with_l2(cost, parameters, lambd, m):
    for k in range(len(parameters) // 2):
        for w in parameters[f"W{k + 1}"].ravel():
            cost = cost + lambd * float(w) ** 2 / (2 * m)
    return np.float64(cost)


# ----------------------------------------------------------------- gradients_with_l2


@wrong(
    "λ/(2m) W has a 2 too many: the slope of w² is 2w, and that cancels it. "
    "Add (λ/m) W."
)
def gradients_with_l2(grads, parameters, lambd, m):
    extra = {k: lambd / (2 * m) * v for k, v in parameters.items()}
    return {k: v + extra[k[1:]] * (k[1] == "W") for k, v in grads.items()}


@wrong(
    "λ/2 · m multiplies by m. The slope of the penalty is (λ/m) W: divide by m, and "
    "no 2 is left."
)
def gradients_with_l2(grads, parameters, lambd, m):
    extra = {k: lambd / 2 * m * v for k, v in parameters.items()}
    return {k: v + extra[k[1:]] * (k[1] == "W") for k, v in grads.items()}


@wrong("The penalty's slope is not divided by m: (λ/m) W.")
def gradients_with_l2(grads, parameters, lambd, m):
    extra = {k: lambd * v for k, v in parameters.items()}
    return {k: v + extra[k[1:]] * (k[1] == "W") for k, v in grads.items()}


@wrong("The biases get a share too. They are not in the penalty: db stays as it is.")
def gradients_with_l2(grads, parameters, lambd, m):
    return {k: v + lambd / m * parameters[k[1:]] for k, v in grads.items()}


@wrong("The penalty's slope is subtracted: weights would grow. Add (λ/m) W.")
def gradients_with_l2(grads, parameters, lambd, m):
    extra = {k: lambd / m * v for k, v in parameters.items()}
    return {k: v - extra[k[1:]] * (k[1] == "W") for k, v in grads.items()}


@wrong("This adds (λ/m) dW. The slope of w² depends on the weight: (λ/m) W.")
def gradients_with_l2(grads, parameters, lambd, m):
    return {k: v * (1 + lambd / m * (k[1] == "W")) for k, v in grads.items()}


@wrong("The sign of W is added: that is the slope of L1. For L2 add (λ/m) W.")
def gradients_with_l2(grads, parameters, lambd, m):
    extra = {k: lambd / m * np.sign(v) for k, v in parameters.items()}
    return {k: v + extra[k[1:]] * (k[1] == "W") for k, v in grads.items()}


@wrong(
    "The square of the weights is added. That is the penalty, not its slope: (λ/m) W."
)
def gradients_with_l2(grads, parameters, lambd, m):
    extra = {k: lambd / m * v**2 for k, v in parameters.items()}
    return {k: v + extra[k[1:]] * (k[1] == "W") for k, v in grads.items()}


@wrong("The last layer gets no penalty. Every W has one, that of the output too.")
def gradients_with_l2(grads, parameters, lambd, m):
    last = f"dW{len(parameters) // 2}"
    found = {k: v + 0 for k, v in grads.items()}
    for k in found:
        if k[1] == "W" and k != last:
            found[k] = grads[k] + lambd / m * parameters[k[1:]]
    return found


@wrong("Only dW1 is changed. Every W has a penalty.")
def gradients_with_l2(grads, parameters, lambd, m):
    found = {k: v + 0 for k, v in grads.items()}
    return found | {"dW1": grads["dW1"] + lambd / m * parameters["W1"]}


@wrong("The slopes of the biases are missing in the new dict. Copy them over.")
def gradients_with_l2(grads, parameters, lambd, m):
    weights = {k: v for k, v in grads.items() if k[1] == "W"}
    return {k: v + lambd / m * parameters[k[1:]] for k, v in weights.items()}


@wrong("changes its argument `grads`")
def gradients_with_l2(grads, parameters, lambd, m):
    found = {}
    for k in grads:
        if k[1] == "W":
            grads[k] += (lambd / m * parameters[k[1:]]).astype(grads[k].dtype)
        found[k] = grads[k].copy()
    return found


@right("layer by layer")
def gradients_with_l2(grads, parameters, lambd, m):
    found = {}
    for k in range(1, len(parameters) // 2 + 1):
        found[f"dW{k}"] = (m * grads[f"dW{k}"] + lambd * parameters[f"W{k}"]) / m
        found[f"db{k}"] = grads[f"db{k}"].copy()
    return found


@right("a copy that is then changed")
def gradients_with_l2(grads, parameters, lambd, m):
    found = {name: np.array(slope, order="F") for name, slope in grads.items()}
    for k in range(len(grads) // 2, 0, -1):
        found[f"dW{k}"] += lambd * parameters[f"W{k}"] / m
    return found


@right("weight by weight")
def gradients_with_l2(grads, parameters, lambd, m):
    found = {name: slope.astype(float) for name, slope in grads.items()}
    for name, W in parameters.items():
        if "W" in name:
            for place in np.ndindex(W.shape):
                found["d" + name][place] += lambd / m * W[place]
    return found


# ------------------------------------------------------------------------ decay_step


@wrong(
    "The learning rate is missing in the shrinking: it also multiplies the penalty's "
    "slope. With α = 1 nobody notices; the factor is 1 - αλ/m.",
    shown=True,
)
def decay_step(parameters, grads, learning_rate, lambd, m):
    updated = {}
    for name, value in parameters.items():
        step = learning_rate * grads["d" + name]
        if name.startswith("W"):
            updated[name] = (1 - lambd / m) * value - step
        else:
            updated[name] = value - step
    return updated


def _step(parameters, grads, learning_rate, factor, biases=1.0):
    """A step in which weights and biases are multiplied by a factor each."""
    return {
        k: (factor if k[0] == "W" else biases) * v - learning_rate * grads["d" + k]
        for k, v in parameters.items()
    }


@wrong("The weights grow: the factor is 1 + αλ/m. A minus makes them shrink.")
def decay_step(parameters, grads, learning_rate, lambd, m):
    return _step(parameters, grads, learning_rate, 1 + learning_rate * lambd / m)


@wrong("The factor has a 2 in it. The slope of λ/(2m) w² is (λ/m) w: no 2 is left.")
def decay_step(parameters, grads, learning_rate, lambd, m):
    return _step(parameters, grads, learning_rate, 1 - learning_rate * lambd / (2 * m))


@wrong("The factor is not divided by m: it is 1 - αλ/m.")
def decay_step(parameters, grads, learning_rate, lambd, m):
    return _step(parameters, grads, learning_rate, 1 - learning_rate * lambd)


@wrong("The biases shrink as well. They have no penalty: b := b - α db.")
def decay_step(parameters, grads, learning_rate, lambd, m):
    factor = 1 - learning_rate * lambd / m
    return _step(parameters, grads, learning_rate, factor, factor)


@wrong("Nothing shrinks: this is the step without a penalty.")
def decay_step(parameters, grads, learning_rate, lambd, m):
    return _step(parameters, grads, learning_rate, 1.0)


@wrong(
    "The step is multiplied by the factor too. Only the old W shrinks: "
    "(1 - αλ/m) W - α dW."
)
def decay_step(parameters, grads, learning_rate, lambd, m):
    factor = 1 - learning_rate * lambd / m
    found = _step(parameters, grads, learning_rate, 1.0)
    return {k: v * (factor if k[0] == "W" else 1) for k, v in found.items()}


@wrong("The gradient is added: that is uphill. Subtract α dW and α db.")
def decay_step(parameters, grads, learning_rate, lambd, m):
    return _step(parameters, grads, -learning_rate, 1 - learning_rate * lambd / m)


@wrong(
    "dW goes in without the learning rate. Both parts are multiplied by α: αλ/m and "
    "α dW."
)
def decay_step(parameters, grads, learning_rate, lambd, m):
    return _step(parameters, grads, 1.0, 1 - learning_rate * lambd / m)


@wrong("What stays of W is 1 - αλ/m of it; here it is only αλ/m.")
def decay_step(parameters, grads, learning_rate, lambd, m):
    return _step(parameters, grads, learning_rate, learning_rate * lambd / m)


@wrong("changes its argument `parameters`")
def decay_step(parameters, grads, learning_rate, lambd, m):
    found = _step(parameters, grads, learning_rate, 1 - learning_rate * lambd / m)
    for k, v in found.items():
        parameters[k][:] = v
    return found


@right("by the gradient with the penalty")
def decay_step(parameters, grads, learning_rate, lambd, m):
    found = {}
    for name, value in parameters.items():
        slope = grads["d" + name] + lambd / m * value * (name[0] == "W")
        found[name] = value - learning_rate * slope
    return found


@right("layer by layer")
def decay_step(parameters, grads, learning_rate, lambd, m):
    found = {}
    for k in range(1, len(parameters) // 2 + 1):
        W, b = parameters[f"W{k}"], parameters[f"b{k}"]
        kept = (m - learning_rate * lambd) / m
        found[f"W{k}"] = W * kept - learning_rate * grads[f"dW{k}"]
        found[f"b{k}"] = b - learning_rate * grads[f"db{k}"]
    return found


@right("copies that are changed in place")
def decay_step(parameters, grads, learning_rate, lambd, m):
    found = {k: np.array(v, dtype=float, order="F") for k, v in parameters.items()}
    for k in found:
        if "W" in k:
            found[k] -= learning_rate * lambd / m * parameters[k]
        found[k] -= learning_rate * grads["d" + k]
    return found


# ------------------------------------------------------------------------ l1_penalty


@wrong("These are the squares: that is L2. L1 adds up the absolute values.")
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.sum(w**2)), scale * np.sign(w)


@wrong(
    "The slope is that of L2, which fades near 0. The slope of |w| is 1 or -1, however "
    "small w is: sign(w)."
)
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.sum(np.abs(w))), scale * w


@wrong(
    "The weights are added with their signs, so they cancel. Take the absolute values."
)
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.sum(w)), scale * np.sign(w)


@wrong(
    "The scale is λ/m. Some books write it so; formula (7) has λ/(2m), in the penalty "
    "and in its slope."
)
def l1_penalty(w, lambd, m):
    return float(lambd / m * np.sum(np.abs(w))), lambd / m * np.sign(w)


@wrong(
    "The slope is (λ/m) sign(w), as if a 2 had cancelled. The slope of |w| has no 2: "
    "λ/(2m) stays."
)
def l1_penalty(w, lambd, m):
    return float(lambd / (2 * m) * np.sum(np.abs(w))), lambd / m * np.sign(w)


@wrong("w / |w| is nan at 0. np.sign gives 0 there.")
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.sum(np.abs(w))), scale * w / np.abs(w)


@wrong("At exactly 0 the slope is 1 here. We agreed on 0, halfway between -1 and 1.")
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.sum(np.abs(w))), scale * np.where(w >= 0, 1.0, -1.0)


@wrong("The slope has the wrong sign: it must push positive weights down.")
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.sum(np.abs(w))), -scale * np.sign(w)


@wrong("lambd / 2 * m multiplies by m. Put brackets: lambd / (2 * m).")
def l1_penalty(w, lambd, m):
    scale = lambd / 2 * m
    return float(scale * np.sum(np.abs(w))), scale * np.sign(w)


@wrong("The slope is 1 for every weight. Left of 0, |w| falls: the slope there is -1.")
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.sum(np.abs(w))), scale * (w != 0).astype(float)


@wrong("The mean of the absolute values is taken. The penalty is their sum.")
def l1_penalty(w, lambd, m):
    scale = lambd / (2 * m)
    return float(scale * np.mean(np.abs(w))), scale * np.sign(w)


@wrong("The slope is not multiplied by λ/(2m): sign(w) alone.")
def l1_penalty(w, lambd, m):
    return float(lambd / (2 * m) * np.sum(np.abs(w))), np.sign(w)


@right("weight by weight")
def l1_penalty(w, lambd, m):
    penalty, dw = 0.0, np.zeros(w.shape)
    for j, value in enumerate(w[:, 0]):
        penalty += lambd * abs(float(value)) / m / 2
        dw[j, 0] = lambd / m / 2 * ((value > 0) * 1.0 - (value < 0) * 1.0)
    return penalty, dw


@right("the product of sign and weight")
def l1_penalty(w, lambd, m):
    s = np.sign(w).astype(float)
    return (s.T @ w).item() * lambd / (2 * m), s * lambd / (2 * m)


@right("NumPy's norm")
def l1_penalty(w, lambd, m):
    scale = np.float64(lambd) / m / 2
    dw = np.select([w > 0, w < 0], [scale, -scale], 0.0)
    return scale * np.linalg.norm(w[:, 0], 1), dw


# ------------------------------------------------------------------- dropout_forward


@wrong(
    "The division by keep_prob is missing: with keep_prob = 0.8 the next layer gets "
    "20 % less than it will at test time."
)
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape) < keep_prob
    return A * D, D


@wrong(
    "The comparison is turned round: the share keep_prob is dropped. A unit stays "
    "where its number is below keep_prob."
)
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape) > keep_prob
    return A * D / keep_prob, D


@wrong("It is multiplied by keep_prob instead of divided: the signal shrinks twice.")
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape) < keep_prob
    return A * D * keep_prob, D


@wrong(
    "It is divided by 1 - keep_prob. The share that stays is keep_prob: divide by "
    "that one."
)
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape) < keep_prob
    return A * D / max(1 - keep_prob, 1e-3), D


@wrong(
    "The numbers come from a normal distribution; about 79 % of those are below 0.8, "
    "and 50 % below 0. Use rng.random, evenly spread over [0, 1)."
)
def dropout_forward(A, keep_prob, rng):
    D = rng.standard_normal(A.shape) < keep_prob
    return A * D / keep_prob, D


@wrong(
    "One coin for each unit, the same for all examples. The mask has the shape of A: "
    "a coin for each unit and each example."
)
def dropout_forward(A, keep_prob, rng):
    D = np.broadcast_to(rng.random((A.shape[0], 1)) < keep_prob, A.shape).copy()
    return A * D / keep_prob, D


@wrong(
    "One coin for each example, the same for all units: whole columns fall out. The "
    "mask has the shape of A."
)
def dropout_forward(A, keep_prob, rng):
    D = np.broadcast_to(rng.random((1, A.shape[1])) < keep_prob, A.shape).copy()
    return A * D / keep_prob, D


@wrong(
    "The mask holds what was drawn, not yes or no. Compare with keep_prob before "
    "multiplying."
)
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape)
    return A * D / keep_prob, D


@wrong(
    "The mask is already divided by keep_prob. Return it as yes and no; the backward "
    "pass divides on its own."
)
def dropout_forward(A, keep_prob, rng):
    D = (rng.random(A.shape) < keep_prob) / keep_prob
    return A * D, D


@wrong("The mask says who is dropped. D is True where the activation stays.")
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape) < keep_prob
    return A * D / keep_prob, ~D


@wrong(
    "The generator is made anew inside, so every call drops the same units. Draw from "
    "the rng that is passed in."
)
def dropout_forward(A, keep_prob, rng):
    D = np.random.default_rng(0).random(A.shape) < keep_prob
    return A * D / keep_prob, D


@wrong(
    "The numbers are drawn with the two axes swapped. One call rng.random(A.shape), "
    "and no transpose."
)
def dropout_forward(A, keep_prob, rng):
    D = keep_prob > rng.random(A.shape[::-1]).T
    return A * D / keep_prob, D


@wrong("changes its argument `A`")
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape) < keep_prob
    A *= D
    return A / keep_prob, D


@wrong("changes NumPy's global random state")
def dropout_forward(A, keep_prob, rng):
    D = np.random.rand(A.shape[0], A.shape[1]) < keep_prob
    return np.multiply(A, D) / keep_prob, D


@right("a mask of zeros and ones")
def dropout_forward(A, keep_prob, rng):
    D = (rng.random(A.shape) < keep_prob).astype(int)
    return np.multiply(A, D) / keep_prob, D


@right("np.where")
def dropout_forward(A, keep_prob, rng):
    D = rng.random(A.shape) < keep_prob
    return np.where(D, A / keep_prob, 0.0), D


@right("number by number, in the generator's order")
def dropout_forward(A, keep_prob, rng):
    D, A_drop = np.zeros(A.shape, dtype=bool), np.zeros(A.shape, order="F")
    for place in np.ndindex(A.shape):
        D[place] = rng.random() < keep_prob
        A_drop[place] = A[place] / keep_prob if D[place] else 0
    return A_drop, D


@right("the complement")
def dropout_forward(A, keep_prob, rng):
    dropped = rng.random(A.shape) >= keep_prob
    A_drop = A / keep_prob
    A_drop[dropped] = 0
    return A_drop, ~dropped


# ------------------------------------------------------------------ dropout_backward


@wrong(
    "The division by keep_prob is missing. The forward pass multiplied by "
    "D / keep_prob, and so does the slope."
)
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop * D


@wrong(
    "The mask is missing: a unit that was silent cannot have moved the cost. Its slope "
    "is 0."
)
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop / keep_prob


@wrong("The slopes pass through unchanged. Multiply by the mask, divide by keep_prob.")
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop.copy()


@wrong("It is multiplied by keep_prob; the forward pass divided, and so must we.")
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop * D * keep_prob


@wrong("Here the dropped units get the slope, and the others none. Use D, not 1 - D.")
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop * (1 - D) / keep_prob


@wrong(
    "It is divided by the share of this mask that stayed. The forward pass divided by "
    "keep_prob, whatever the coins said."
)
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop * D / max(np.mean(D), 1e-3)


@wrong("It is divided by 1 - keep_prob; the forward pass divided by keep_prob.")
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop * D / max(1 - keep_prob, 1e-3)


@wrong("It is divided by keep_prob twice. Once, as in the forward pass.")
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop * D / keep_prob**2


@wrong("The slopes are divided by m as well. The mean is taken later, in dW and db.")
def dropout_backward(dA_drop, D, keep_prob):
    return dA_drop * D / keep_prob / D.shape[1]


@wrong(
    "New coins are tossed. The backward pass needs the very mask of the forward pass."
)
def dropout_backward(dA_drop, D, keep_prob):
    D = np.random.default_rng(0).random(dA_drop.shape) < keep_prob
    return dA_drop * D / keep_prob


@wrong("changes its argument `dA_drop`")
def dropout_backward(dA_drop, D, keep_prob):
    dA_drop *= D
    return dA_drop / keep_prob


@right("np.where")
def dropout_backward(dA_drop, D, keep_prob):
    return np.where(D, dA_drop / keep_prob, 0)


@right("slope by slope")
def dropout_backward(dA_drop, D, keep_prob):
    dA = np.zeros(dA_drop.shape, order="F")
    for place in np.ndindex(dA.shape):
        if D[place]:
            dA[place] = dA_drop[place] / keep_prob
    return dA


@right("by einsum")
def dropout_backward(dA_drop, D, keep_prob):
    return np.einsum("ij,ij->ij", dA_drop, D.astype(float) / keep_prob)


# -------------------------------------------------------------------- early_stopping


@wrong(
    "The whole list is searched. Training ended before the later measurements were "
    "made: nobody can see them."
)
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t - best >= patience:
            break
    return int(np.argmin(dev_errors)), t


@wrong(
    "Training stops one measurement too late: with patience p it ends at the p-th "
    "measurement without a new best."
)
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t - best > patience:
            break
    return best, t


@wrong(
    "An equal error counts as a new best here. Only a smaller one does: < and not <=."
)
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error <= dev_errors[best] else best
        if t - best >= patience:
            break
    return best, t


@wrong(
    "Each error is compared with the one before. A small drop after a long climb is "
    "no new best: compare with the best error so far."
)
def early_stopping(dev_errors, patience):
    best, t, waited = 0, 0, 0
    for t in range(1, len(dev_errors)):
        waited = 0 if dev_errors[t] < dev_errors[t - 1] else waited + 1
        best = t if waited == 0 else best
        if waited >= patience:
            break
    return best, t


@wrong(
    "The count of vain measurements is never set back. A new best starts it at 0 again."
)
def early_stopping(dev_errors, patience):
    best, t, waited = 0, 0, 0
    for t in range(1, len(dev_errors)):
        if dev_errors[t] < dev_errors[best]:
            best = t
        else:
            waited += 1
        if waited >= patience:
            break
    return best, t


@wrong(
    "best is where training stopped. The parameters to keep are those of the smallest "
    "error, patience measurements earlier."
)
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t - best >= patience:
            break
    return t, t


@wrong("The smallest error is returned. Its place in the list is asked for.")
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t - best >= patience:
            break
    return dev_errors[best], t


@wrong("The measurements are counted from 1. Places in a list start at 0.")
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t - best >= patience:
            break
    return best + 1, t + 1


@wrong("The patience is not used: training stops at the first error that is no best.")
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t > best:
            break
    return best, t


@wrong("The largest error is looked for. The best error is the smallest.")
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error > dev_errors[best] else best
        if t - best >= patience:
            break
    return best, t


@wrong("The results come in the wrong order: first best, then stop.")
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t - best >= patience:
            break
    return t, best


@wrong(
    "stop is the place after the last measurement. Give the index of the last one "
    "that was made."
)
def early_stopping(dev_errors, patience):
    best, t = 0, 0
    for t, error in enumerate(dev_errors):
        best = t if error < dev_errors[best] else best
        if t - best >= patience:
            break
    return best, t + 1


@right("a count of vain measurements")
def early_stopping(dev_errors, patience):
    best, waited, t = 0, 0, 0
    while waited < patience and t + 1 < len(dev_errors):
        t += 1
        if dev_errors[t] < dev_errors[best]:
            best, waited = t, 0
        else:
            waited += 1
    return best, t


@right("by running minima")
def early_stopping(dev_errors, patience):
    errors = np.array(dev_errors)
    new = np.r_[True, errors[1:] < np.minimum.accumulate(errors)[:-1]]
    last = np.maximum.accumulate(np.where(new, np.arange(len(errors)), 0))
    stops = np.flatnonzero(np.arange(len(errors)) - last >= patience)
    stop = stops[0] if len(stops) else len(errors) - 1
    return last[stop], stop


@right("by argmin of what has been seen")
def early_stopping(dev_errors, patience):
    for stop in range(len(dev_errors)):
        best = int(np.argmin(dev_errors[: stop + 1]))
        if stop - best == patience:
            return best, stop
    return best, stop


# ------------------------------------------------------------------------- decisions


@right("capital letters")
def decisions():
    return {
        "a_million": "C",
        "two_worlds": "B",
        "blurred": "D",
        "next_step": "A",
        "bias_left_out": "B",
        "which_layer": "C",
        "at_test_time": "A",
        "two_tasks": "D",
    }


@right("letters with a bracket")
def decisions():
    return {
        "a_million": "c)",
        "two_worlds": "b)",
        "blurred": "d)",
        "next_step": "a)",
        "bias_left_out": "b)",
        "which_layer": "c)",
        "at_test_time": "a)",
        "two_tasks": "d)",
    }


@right("another order, with blanks")
def decisions():
    return {
        "two_tasks": " d",
        "at_test_time": "a ",
        "which_layer": " c ",
        "bias_left_out": "B.",
        "next_step": "a",
        "blurred": "d",
        "two_worlds": "b",
        "a_million": "c",
    }


QUESTIONS = {
    "decisions": {
        "a_million": {
            "a": "200,000 examples only to compare models: far more than it takes, and "
            "training could use them.",
            "b": "Without a dev set the test set chooses among the models, and is no "
            "test any more.",
            "c": "Yes: 10,000 examples tell an error to about 0.3 %. The rest is for "
            "training.",
            "d": "Half of a million examples would teach nothing.",
        },
        "two_worlds": {
            "a": "Then nobody has looked at phone pictures before the users do.",
            "b": "Yes: both come from where the model will work. Training may take "
            "what it can get.",
            "c": "We would aim at web pictures and be judged by phone pictures.",
            "d": "The test then says nothing about the goal.",
        },
        "blurred": {
            "a": "The bias is measured from the optimal error: 15 % - 15 % = 0.",
            "b": "The variance is 16 % - 15 % = 1 %, below the gap.",
            "c": "Neither difference is above 2 %.",
            "d": "Yes: bias 0, variance 1 %. A better model is hardly possible.",
        },
        "next_step": {
            "a": "Yes: the bias is 14 %, the variance 1 %. First the model must be "
            "able to learn the training set.",
            "b": "More data lowers the variance, which is small. It does not help a "
            "model that cannot learn what it has.",
            "c": "Dropout lowers the variance, and costs a little bias.",
            "d": "A larger λ makes the model simpler still.",
        },
        "bias_left_out": {
            "a": "A penalty on b can be computed; one may add it.",
            "b": "Yes: our network has 2650 weights and 101 biases. It would change "
            "little.",
            "c": "The biases start at 0 and are learnt like the weights.",
            "d": "Its slope would be (λ/m) b, as for the weights.",
        },
        "which_layer": {
            "a": "W1 has 3 · 7 = 21 weights: fewer than another layer.",
            "b": "W5 has 2 weights and the output is at stake: 1.0.",
            "c": "Yes: 49 weights, the most of all, so there the danger is greatest.",
            "d": "An input that is dropped is information lost: 1.0 or at most 0.9.",
        },
        "at_test_time": {
            "a": "Yes: the division during training has made all scaling needless.",
            "b": "The answer would tremble: the same picture, two answers.",
            "c": "That belongs to dropout without the division; ours is inverted.",
            "d": "The masks belong to training examples; a new one has none.",
        },
        "two_tasks": {
            "a": "It is the other way: one run passes small, middle and large weights. "
            "λ needs many runs.",
            "b": "It looks at the dev set, never at the test set.",
            "c": "It ends early, when the weights are still of middle size.",
            "d": "Yes: one knob for two tasks. With λ we can train as long as we like "
            "and fight memory apart from it.",
        },
    }
}
