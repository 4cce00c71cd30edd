"""Answers to the exercises of optimization: wrong ones and right ones."""

import math

import numpy as np

from autograder.truth.decorators import right, wrong

NONE = (
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)

# ----------------------------------------------------------- random_mini_batches


def _cut(X, Y, size):
    starts = range(0, X.shape[1], size)
    return [(X[:, k : k + size].copy(), Y[:, k : k + size].copy()) for k in starts]


@wrong(
    "Nothing is shuffled: the batches hold the examples in their given order. Take "
    "the columns in the order of rng.permutation(m)."
)
def random_mini_batches(X, Y, batch_size, rng):
    return _cut(X, Y, batch_size)


@wrong(
    "X and Y are shuffled by two different permutations, so the examples lose their "
    "labels. Draw one order and use it for both."
)
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    return _cut(X[:, rng.permutation(m)], Y[:, rng.permutation(m)], batch_size)


@wrong("Only X is shuffled: the labels stay behind. Use one order for X and Y.")
def random_mini_batches(X, Y, batch_size, rng):
    return _cut(X[:, rng.permutation(X.shape[1])], Y, batch_size)


@wrong(
    "The examples that are left over at the end are dropped. They make a last, smaller "
    "batch."
)
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)[: m // batch_size * batch_size]
    return _cut(X[:, order], Y[:, order], batch_size)


@wrong(
    "The left-over examples are put into the last full batch, which becomes too large. "
    "They make a batch of their own."
)
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    whole = max(m // batch_size, 1)
    ends = [k * batch_size for k in range(whole)] + [m]
    parts = [order[a:b] for a, b in zip(ends[:-1], ends[1:])]
    return [(X[:, part], Y[:, part]) for part in parts]


@wrong(
    "The set is cut into batches of nearly equal size. All have batch_size examples; "
    "only the last one may be smaller."
)
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    parts = np.array_split(order, -(-m // batch_size))
    return [(X[:, part], Y[:, part]) for part in parts]


@wrong(
    "The examples are drawn with replacement: some come twice, some never. In one "
    "epoch each example comes once: rng.permutation(m)."
)
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.integers(0, m, m)
    return _cut(X[:, order], Y[:, order], batch_size)


@wrong(
    "The permutation is used backwards: column k was sent to place order[k]. Take "
    "X[:, order], so that column order[k] comes to place k."
)
def random_mini_batches(X, Y, batch_size, rng):
    order = np.argsort(rng.permutation(X.shape[1]))
    return _cut(X[:, order], Y[:, order], batch_size)


@wrong(
    "The set is cut first, then the order of the batches is shuffled: neighbours stay "
    "together for ever. Shuffle the examples, then cut."
)
def random_mini_batches(X, Y, batch_size, rng):
    batches = _cut(X, Y, batch_size)
    return [batches[k] for k in rng.permutation(len(batches))]


@wrong(
    "Only the first batch comes back: the return stands inside the loop. Collect all "
    "of them in a list."
)
def random_mini_batches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    return _cut(X[:, order], Y[:, order], batch_size)[:1]


@wrong(
    "Neighbouring batches share an example: the slice ends at k + batch_size, which is "
    "not part of it any more, so no + 1 is needed."
)
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    parts = [order[k : k + batch_size + 1] for k in range(0, m, batch_size)]
    return [(X[:, part], Y[:, part]) for part in parts]


@wrong("The batches hold X alone. Each one is a pair (X_t, Y_t).")
def random_mini_batches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    return [pair[0] for pair in _cut(X[:, order], Y[:, order], batch_size)]


@wrong(
    "The batches are one dict or two lists. Return one list of pairs: "
    "[(X_1, Y_1), (X_2, Y_2), ...]."
)
def random_mini_batches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    batches = _cut(X[:, order], Y[:, order], batch_size)
    return [pair[0] for pair in batches], [pair[1] for pair in batches]


@wrong("changes NumPy's global random state")
def random_mini_batches(X, Y, batch_size, rng):
    order = np.random.permutation(X.shape[1])
    return _cut(X[:, order], Y[:, order], batch_size)


@wrong("changes its argument `X`")
def random_mini_batches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    X[:], Y[:] = X[:, order], Y[:, order]
    return _cut(X, Y, batch_size)


@wrong(NONE)
def random_mini_batches(X, Y, batch_size, rng):
    print(_cut(X, Y, batch_size))


@right("the order is cut, then each piece picks its columns")
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    parts = np.split(order, np.arange(batch_size, m, batch_size))
    return [(X[:, part], Y[:, part]) for part in parts]


@right("a while loop, in Fortran order")
def random_mini_batches(X, Y, batch_size, rng):
    left, batches = list(rng.permutation(X.shape[1])), []
    while left:
        now, left = left[:batch_size], left[batch_size:]
        batches.append((np.asfortranarray(X[:, now]), np.take(Y, now, axis=1)))
    return batches


@right("full batches first, then the rest")
def random_mini_batches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    whole = m // batch_size
    batches = []
    for t in range(whole):
        here = slice(t * batch_size, (t + 1) * batch_size)
        batches.append((X[:, here], Y[:, here]))
    if m % batch_size:
        batches.append((X[:, whole * batch_size :], Y[:, whole * batch_size :]))
    return batches


@right("column by column, with floats for labels")
def random_mini_batches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    batches = []
    for k in range(0, len(order), batch_size):
        some = order[k : k + batch_size]
        X_t = np.column_stack([X[:, i] for i in some])
        batches.append((X_t, np.column_stack([Y[:, i] for i in some]).astype(float)))
    return batches


# ------------------------------------------------ exponentially_weighted_average


def _average(theta, old, new, start=0.0):
    v, found = start, []
    for today in theta:
        v = old * v + new * today
        found.append(v)
    return np.array(found, dtype=float)


@wrong(
    "β and 1 - β are exchanged: the old average is multiplied by β, today's value by "
    "1 - β."
)
def exponentially_weighted_average(theta, beta):
    return _average(theta, 1 - beta, beta)


@wrong(
    "Today's value is added whole. It is multiplied by 1 - β, so that all weights "
    "together are 1 in the long run."
)
def exponentially_weighted_average(theta, beta):
    return _average(theta, beta, 1.0)


@wrong(
    "The old average is not multiplied by β, so nothing is ever forgotten and v grows "
    "without end."
)
def exponentially_weighted_average(theta, beta):
    return _average(theta, 1.0, 1 - beta)


@wrong(
    "The average begins with the first value. Here it begins with 0; what that does to "
    "the first days is mended later, by the bias correction."
)
def exponentially_weighted_average(theta, beta):
    return _average(theta, beta, 1 - beta, theta[0])


@wrong(
    "Only today and yesterday's value are mixed. The average of yesterday, v, goes in, "
    "not yesterday's θ."
)
def exponentially_weighted_average(theta, beta):
    old = np.concatenate([[0.0], theta[:-1]])
    return beta * old + (1 - beta) * theta


@wrong("Only the last average comes back. Keep the average of each day.")
def exponentially_weighted_average(theta, beta):
    return _average(theta, beta, 1 - beta)[-1]


@wrong(
    "The 0 before the first day is in the result, so it has T + 1 numbers. Keep the "
    "average after each day only."
)
def exponentially_weighted_average(theta, beta):
    return np.concatenate([[0.0], _average(theta, beta, 1 - beta)])


@wrong("Each average is divided by 1 - β^t. The correction is the next exercise.")
def exponentially_weighted_average(theta, beta):
    t = np.arange(1, len(theta) + 1)
    return _average(theta, beta, 1 - beta) / (1 - beta**t)


@wrong(
    "This is the plain mean of all days so far. There every day has the same weight; "
    "here each day back counts β times less."
)
def exponentially_weighted_average(theta, beta):
    return np.cumsum(theta) / np.arange(1, len(theta) + 1)


@wrong(
    "The average is rounded to whole numbers: np.zeros_like of whole numbers makes "
    "whole numbers. Use np.zeros(len(theta))."
)
def exponentially_weighted_average(theta, beta):
    v = np.zeros_like(theta)
    old = 0.0
    for t in range(len(theta)):
        v[t] = old = beta * old + (1 - beta) * theta[t]
    return v


@wrong(
    "The list is never grown: every entry is the average after the last day. Append "
    "inside the loop, after v has changed."
)
def exponentially_weighted_average(theta, beta):
    v = _average(theta, beta, 1 - beta)
    return np.full(len(theta), v[-1])


@wrong(
    "The entries are the averages before each day: append after v has taken in "
    "today's value."
)
def exponentially_weighted_average(theta, beta):
    return np.concatenate([[0.0], _average(theta, beta, 1 - beta)[:-1]])


@wrong("changes its argument `theta`")
def exponentially_weighted_average(theta, beta):
    v = _average(theta, beta, 1 - beta)
    theta[:] = v
    return v


@wrong(NONE)
def exponentially_weighted_average(theta, beta):
    print(_average(theta, beta, 1 - beta))


@right("an array, filled day by day")
def exponentially_weighted_average(theta, beta):
    v = np.zeros(len(theta))
    for t in range(len(theta)):
        v[t] = beta * (v[t - 1] if t else 0) + (1 - beta) * theta[t]
    return v


@right("unrolled: a triangle of weights times the series")
def exponentially_weighted_average(theta, beta):
    t = np.arange(len(theta))
    back = t[:, None] - t  # (T, T)
    weights = np.where(back >= 0, (1 - beta) * beta ** np.maximum(back, 0.0), 0)
    return weights @ theta


@right("a step towards today's value")
def exponentially_weighted_average(theta, beta):
    v, found = 0.0, []
    for today in theta.tolist():
        v += (1 - beta) * (today - v)
        found.append(v)
    return np.array(found)


@right("in single precision")
def exponentially_weighted_average(theta, beta):
    return _average(theta, beta, 1 - beta).astype(np.float32)


# ------------------------------------------------------------------ correct_bias


@wrong(
    "Every average is divided by 1 - β. That is right on day 1 only: on day t the "
    "weights add up to 1 - β^t."
)
def correct_bias(v, beta):
    return v / (1 - beta)


@wrong(
    "The days count from 0, so the first divisor is 1 - β⁰ = 0. The first day has "
    "t = 1."
)
def correct_bias(v, beta):
    with np.errstate(all="ignore"):
        return v / (1 - beta ** np.arange(len(v)))


@wrong("The days count from 2. The first day has t = 1: its divisor is 1 - β.")
def correct_bias(v, beta):
    return v / (1 - beta ** np.arange(2, len(v) + 2))


@wrong("The averages are multiplied by 1 - β^t. They are too small: divide.")
def correct_bias(v, beta):
    return v * (1 - beta ** np.arange(1, len(v) + 1))


@wrong("The divisor is β^t. It is 1 - β^t, the sum of the weights so far.")
def correct_bias(v, beta):
    with np.errstate(all="ignore"):
        return v / beta ** np.arange(1, len(v) + 1)


@wrong("The power stands outside: (1 - β)^t. First β^t, then 1 minus it.")
def correct_bias(v, beta):
    return v / (1 - beta) ** np.arange(1, len(v) + 1)


@wrong("β is multiplied by t. In Python a power is beta**t.")
def correct_bias(v, beta):
    with np.errstate(all="ignore"):
        return v / (1 - beta * np.arange(1, len(v) + 1))


@wrong("The divisor is 1 + β^t. The sum of the weights so far is 1 - β^t.")
def correct_bias(v, beta):
    return v / (1 + beta ** np.arange(1, len(v) + 1))


@wrong("Every day is divided by the divisor of the last day. Each day has its own t.")
def correct_bias(v, beta):
    return v / (1 - beta ** len(v))


@wrong("Only the first day is corrected. Each day t is divided by its 1 - β^t.")
def correct_bias(v, beta):
    v = v.astype(float)
    v[0] /= 1 - beta
    return v


@wrong("Nothing is corrected: the averages come back as they were.")
def correct_bias(v, beta):
    return v.copy()


@wrong("changes its argument `v`")
def correct_bias(v, beta):
    for t in range(1, len(v) + 1):
        v[t - 1] = v[t - 1] / (1 - beta**t)
    return v.copy()


@wrong(NONE)
def correct_bias(v, beta):
    print(v / (1 - beta ** np.arange(1, len(v) + 1)))


@right("day by day")
def correct_bias(v, beta):
    return np.array([v[k] / (1 - beta ** (k + 1)) for k in range(len(v))])


@right("by the sum of the weights")
def correct_bias(v, beta):
    weights = (1 - beta) * beta ** np.arange(len(v), dtype=float)
    return v / np.cumsum(weights)


@right("β^t by repeated multiplication, from a view backwards")
def correct_bias(v, beta):
    power = np.cumprod(np.full(len(v), float(beta)))
    return (v[::-1] / (1 - power)[::-1])[::-1]


@right("in single precision")
def correct_bias(v, beta):
    t = np.arange(1, len(v) + 1)
    return (v / (1 - beta**t)).astype(np.float32)


# ---------------------------------------------------------- update_with_momentum


def _move(parameters, steps, learning_rate):
    """Parameters minus the rate times a step for each."""
    return {
        name: value - learning_rate * steps["d" + name]
        for name, value in parameters.items()
    }


def _mix(old, grads, a, b):
    """a times the old averages plus b times the gradients."""
    return {name: a * old[name] + b * grads[name] for name in old}


def _zeros(grads):
    return {name: np.zeros_like(g) for name, g in grads.items()}


@wrong(
    "The gradient is added whole: v = β v + dW. Here it is multiplied by 1 - β; "
    "without that factor every step is longer, and α would mean something else."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1.0)
    return _move(parameters, v, learning_rate), v


@wrong("β and 1 - β are exchanged: β belongs to the old v, 1 - β to the gradient.")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, 1 - beta, beta)
    return _move(parameters, v, learning_rate), v


@wrong(
    "The parameters move along the gradient itself: plain gradient descent. Move them "
    "by α times the new average v."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    return _move(parameters, grads, learning_rate), _mix(v, grads, beta, 1 - beta)


@wrong(
    "The parameters move by the old average. First take the gradient into v, then move "
    "by the new v."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    return _move(parameters, v, learning_rate), _mix(v, grads, beta, 1 - beta)


@wrong(
    "The old averages are ignored: v starts from 0 at each step. Use the v that is "
    "passed in."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(_zeros(grads), grads, beta, 1 - beta)
    return _move(parameters, v, learning_rate), v


@wrong("The step is added, so the cost climbs. W := W - α v.")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1 - beta)
    return _move(parameters, v, -learning_rate), v


@wrong("The learning rate is not used: W := W - α v.")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1 - beta)
    return _move(parameters, v, 1.0), v


@wrong("The biases stay where they are. They have gradients and averages as well.")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1 - beta)
    moved = _move(parameters, v, learning_rate)
    return {k: parameters[k].copy() if k[0] == "b" else moved[k] for k in moved}, v


@wrong(
    "The last layer is left out: range(1, L) ends before L. Go through every key, or "
    "use range(1, L + 1)."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    L = len(parameters) // 2
    new = _mix(v, grads, beta, 1 - beta)
    moved = _move(parameters, new, learning_rate)
    last = [k for k in parameters if k.endswith(str(L))]
    moved |= {k: parameters[k].copy() for k in last}
    return moved, new | {"d" + k: v["d" + k].copy() for k in last}


@wrong("The old averages come back. The next step needs the new ones.")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    new = _mix(v, grads, beta, 1 - beta)
    return _move(parameters, new, learning_rate), {k: a.copy() for k, a in v.items()}


@wrong(
    "The average is divided by 1 - β before the step. Momentum is used without bias "
    "correction here."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1 - beta)
    return _move(parameters, v, learning_rate / (1 - beta)), v


@wrong(
    "The learning rate is inside the average. v holds an average of gradients; α "
    "comes in when the parameters move."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, (1 - beta) * learning_rate)
    return _move(parameters, v, 1.0), v


@wrong(
    "The parameters themselves are averaged with their gradients. The average is of "
    "the old v and the gradient: β v + (1 - β) dW."
)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = {k: beta * parameters[k[1:]] + (1 - beta) * grads[k] for k in v}
    return _move(parameters, v, learning_rate), v


@wrong("Only the parameters come back. Return both: parameters and v.")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    return _move(parameters, _mix(v, grads, beta, 1 - beta), learning_rate)


@wrong("The results are exchanged: first the parameters, then v.")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1 - beta)
    return v, _move(parameters, v, learning_rate)


@wrong("changes its argument `parameters`")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1 - beta)
    for name in parameters:
        parameters[name] = parameters[name] - learning_rate * v["d" + name]
    return {k: p.copy() for k, p in parameters.items()}, v


@wrong("changes its argument `v`")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    for name in v:
        v[name] *= beta
        v[name] += (1 - beta) * grads[name]
    return _move(parameters, v, learning_rate), {k: a.copy() for k, a in v.items()}


@wrong(NONE)
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    print(_mix(v, grads, beta, 1 - beta))


@right("layer by layer, on copies")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    parameters, v = dict(parameters), dict(v)
    for layer in range(1, len(parameters) // 2 + 1):
        for kind in ("W", "b"):
            d = f"d{kind}{layer}"
            v[d] = beta * v[d] + (1 - beta) * grads[d]
            parameters[f"{kind}{layer}"] = (
                parameters[f"{kind}{layer}"] - learning_rate * v[d]
            )
    return parameters, v


@right("the variant v = β v + dW, with α (1 - β) and v scaled at both ends")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    u = {k: beta * v[k] / (1 - beta) + grads[k] for k in v}
    moved = _move(parameters, u, learning_rate * (1 - beta))
    return moved, {k: (1 - beta) * a for k, a in u.items()}


@right("all in one long vector, cut up again")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    names = list(parameters)
    flat = np.concatenate([parameters[k].ravel() for k in names])
    dflat = np.concatenate([grads["d" + k].ravel() for k in names])
    vflat = np.concatenate([v["d" + k].ravel() for k in names])
    vflat = vflat + (1 - beta) * (dflat - vflat)
    flat = flat - learning_rate * vflat
    cuts = np.cumsum([parameters[k].size for k in names])[:-1]
    shapes = [parameters[k].shape for k in names]
    parts = [p.reshape(s) for p, s in zip(np.split(flat, cuts), shapes)]
    vparts = [p.reshape(s) for p, s in zip(np.split(vflat, cuts), shapes)]
    return dict(zip(names, parts)), {"d" + k: p for k, p in zip(names, vparts)}


@right("in single precision, in Fortran order")
def update_with_momentum(parameters, grads, v, learning_rate, beta):
    v = _mix(v, grads, beta, 1 - beta)
    moved = _move(parameters, v, learning_rate)
    v = {k: np.asfortranarray(a, dtype=np.float32) for k, a in v.items()}
    return {k: np.asfortranarray(a, dtype=np.float32) for k, a in moved.items()}, v


# ----------------------------------------------------------- update_with_rmsprop


def _squares(grads):
    return {k: g**2 for k, g in grads.items()}


def _over(top, bottom):
    """Steps top / bottom, without warnings."""
    with np.errstate(all="ignore"):
        return {k: top[k] / bottom[k] for k in top}


def _roots(s, epsilon):
    return {k: np.sqrt(a) + epsilon for k, a in s.items()}


@wrong(
    "The gradients are not squared in the average. s := β₂ s + (1 - β₂) dW², element "
    "by element."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, grads, beta2, 1 - beta2)
    with np.errstate(all="ignore"):
        return _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate), s


@wrong(
    "The root is missing: the gradient is divided by s + ε. Divide by √s + ε, which is "
    "as large as a gradient."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    bottom = {k: a + epsilon for k, a in s.items()}
    return _move(parameters, _over(grads, bottom), learning_rate), s


@wrong(
    "ε stands inside the root, √(s + ε). Some books print it so; here, as in most "
    "libraries, it is √s + ε."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    bottom = {k: np.sqrt(a + epsilon) for k, a in s.items()}
    return _move(parameters, _over(grads, bottom), learning_rate), s


@wrong("ε is missing, and where s is 0 the division 0 / 0 gives nan. Divide by √s + ε.")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    return _move(parameters, _over(grads, _roots(s, 0.0)), learning_rate), s


@wrong("β₂ and 1 - β₂ are exchanged: β₂ belongs to the old s, 1 - β₂ to the square.")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), 1 - beta2, beta2)
    return _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate), s


@wrong(
    "The square is added whole. It is multiplied by 1 - β₂: s := β₂ s + (1 - β₂) dW²."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1.0)
    return _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate), s


@wrong("The step divides by the old s. First take the square into s, then divide.")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    new = _mix(s, _squares(grads), beta2, 1 - beta2)
    return _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate), new


@wrong(
    "The old averages are ignored: s starts from 0 at each step. Use the s that is "
    "passed in."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(_zeros(grads), _squares(grads), beta2, 1 - beta2)
    return _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate), s


@wrong("The step is added, so the cost climbs. W := W - α dW / (√s + ε).")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    return _move(parameters, _over(grads, _roots(s, epsilon)), -learning_rate), s


@wrong(
    "The gradient is multiplied by √s + ε: steep directions get even longer steps. "
    "Divide."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    steps = {k: grads[k] * (np.sqrt(s[k]) + epsilon) for k in s}
    return _move(parameters, steps, learning_rate), s


@wrong(
    "The whole array is divided by one number, its length. RMSprop works element by "
    "element: dW**2 and np.sqrt(s)."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    new = {k: beta2 * s[k] + (1 - beta2) * np.sum(grads[k] ** 2) for k in s}
    bottom = {k: np.sqrt(np.sum(a)) + epsilon for k, a in new.items()}
    return _move(parameters, _over(grads, bottom), learning_rate), new


@wrong("The biases stay where they are. They have gradients and averages as well.")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    moved = _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate)
    return {k: parameters[k].copy() if k[0] == "b" else moved[k] for k in moved}, s


@wrong(
    "s is divided by 1 - β₂ before the root. RMSprop has no bias correction here; it "
    "comes with Adam."
)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    bottom = {k: np.sqrt(a / (1 - beta2)) + epsilon for k, a in s.items()}
    return _move(parameters, _over(grads, bottom), learning_rate), s


@wrong("The old averages come back. The next step needs the new ones.")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    new = _mix(s, _squares(grads), beta2, 1 - beta2)
    moved = _move(parameters, _over(grads, _roots(new, epsilon)), learning_rate)
    return moved, {k: a.copy() for k, a in s.items()}


@wrong("Only the parameters come back. Return both: parameters and s.")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    return _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate)


@wrong("changes its argument `s`")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    for name in s:
        s[name] = beta2 * s[name] + (1 - beta2) * grads[name] ** 2
    moved = _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate)
    return moved, {k: a.copy() for k, a in s.items()}


@wrong(NONE)
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    print(_mix(s, _squares(grads), beta2, 1 - beta2))


@right("layer by layer, on copies")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    parameters, s = dict(parameters), dict(s)
    for layer in range(1, len(parameters) // 2 + 1):
        for kind in ("W", "b"):
            d, name = f"d{kind}{layer}", f"{kind}{layer}"
            s[d] = beta2 * s[d] + (1 - beta2) * np.square(grads[d])
            step = learning_rate / (s[d] ** 0.5 + epsilon)
            parameters[name] = parameters[name] - step * grads[d]
    return parameters, s


@right("number by number")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    updated, new = {}, {}
    for name, value in parameters.items():
        g, old = grads["d" + name], s["d" + name]
        moved, kept = np.zeros(value.shape), np.zeros(value.shape)
        for i, j in np.ndindex(value.shape):
            slope = float(g[i, j])
            kept[i, j] = beta2 * float(old[i, j]) + (1 - beta2) * slope**2
            scale = math.sqrt(kept[i, j]) + epsilon
            moved[i, j] = float(value[i, j]) - learning_rate * slope / scale
        updated[name], new["d" + name] = moved, kept
    return updated, new


@right("a step of the average towards the square")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = {k: s[k] + (1 - beta2) * (grads[k] * grads[k] - s[k]) for k in grads}
    rate = {k: learning_rate / (np.sqrt(s[k]) + epsilon) for k in s}
    return {k: parameters[k] - rate["d" + k] * grads["d" + k] for k in parameters}, s


@right("in Fortran order")
def update_with_rmsprop(parameters, grads, s, learning_rate, beta2, epsilon):
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    moved = _move(parameters, _over(grads, _roots(s, epsilon)), learning_rate)
    s = {k: np.asfortranarray(a) for k, a in s.items()}
    return {k: np.asfortranarray(a) for k, a in moved.items()}, s


# -------------------------------------------------------------- update_with_adam


def _adam(args, *, first=None, second=None, inside=0.0, squares=None, sign=-1.0):
    """Adam with parts that may be replaced; returns parameters, v, s and the steps."""
    p, g = args["parameters"], args["grads"]
    b1, b2, t = args["beta1"], args["beta2"], args["t"]
    v = _mix(args["v"], g, b1, 1 - b1)
    s = _mix(args["s"], squares(g, v) if squares else _squares(g), b2, 1 - b2)
    one = 1 - b1**t if first is None else first
    two = 1 - b2**t if second is None else second
    v_hat = {k: a / one for k, a in v.items()}
    with np.errstate(all="ignore"):
        roots = {k: np.sqrt(a / two + inside) for k, a in s.items()}
        outside = 0.0 if inside else args["epsilon"]
        steps = {k: v_hat[k] / (roots[k] + outside) for k in v}
    return _move(p, steps, -sign * args["learning_rate"]), v, s


@wrong(
    "There is no bias correction: in the first steps v and s are far too small. Divide "
    "v by 1 - β₁^t and s by 1 - β₂^t."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), first=1.0, second=1.0)


@wrong(
    "The correction divides by 1 - β at every step. That is right at t = 1 only: "
    "1 - β₁^t and 1 - β₂^t grow towards 1."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), first=1 - beta1, second=1 - beta2)


@wrong(
    "The exponent of the correction is one too large. The first step has t = 1, and "
    "its exponent is t itself."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), first=1 - beta1 ** (t + 1), second=1 - beta2 ** (t + 1))


@wrong("β is multiplied by t in the correction. In Python a power is beta1**t.")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    with np.errstate(all="ignore"):
        return _adam(locals(), first=1 - beta1 * t, second=1 - beta2 * t)


@wrong("Only v is corrected. s has the same bias, with β₂: s / (1 - β₂^t).")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), second=1.0)


@wrong("Only s is corrected. v has the same bias, with β₁: v / (1 - β₁^t).")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), first=1.0)


@wrong(
    "The same 1 - β₁^t corrects v and s. The average of the squares was made with β₂."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), second=1 - beta1**t)


@wrong(
    "ε stands inside the root, √(ŝ + ε). Some books print it so; here, as in most "
    "libraries, it is √ŝ + ε."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), inside=epsilon)


@wrong(
    "ε is added to the whole fraction: v̂ / √ŝ + ε. Put √ŝ + ε into brackets, below "
    "the line."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    args = locals() | {"epsilon": 0.0}
    moved, v, s = _adam(args)
    return {k: a - learning_rate * epsilon for k, a in moved.items()}, v, s


@wrong("β₁ and β₂ are exchanged: β₁ averages the gradients, β₂ their squares.")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals() | {"beta1": beta2, "beta2": beta1})


@wrong(
    "s averages the squares of v. It averages the squares of the gradients: "
    "s := β₂ s + (1 - β₂) dW²."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), squares=lambda g, v: _squares(v))


@wrong("The gradients are not squared in s: s := β₂ s + (1 - β₂) dW².")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), squares=lambda g, v: g)


@wrong(
    "The gradient itself stands above the line: that is RMSprop with a correction. "
    "Adam moves along the average v̂."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    v = _mix(v, grads, beta1, 1 - beta1)
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    roots = {k: np.sqrt(a / (1 - beta2**t)) + epsilon for k, a in s.items()}
    return _move(parameters, _over(grads, roots), learning_rate), v, s


@wrong("The step is added, so the cost climbs. W := W - α v̂ / (√ŝ + ε).")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals(), sign=1.0)


@wrong(
    "The corrected averages come back, and the next step would correct them once more. "
    "Return the plain v and s; v̂ and ŝ serve this step only."
)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved, v, s = _adam(locals())
    v = {k: a / (1 - beta1**t) for k, a in v.items()}
    return moved, v, {k: a / (1 - beta2**t) for k, a in s.items()}


@wrong("The old averages come back. The next step needs the new ones.")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved, _, _ = _adam(locals())
    v, s = ({k: a.copy() for k, a in old.items()} for old in (v, s))
    return moved, v, s


@wrong("The biases stay where they are. They have gradients and averages as well.")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved, v, s = _adam(locals())
    kept = {k: a.copy() for k, a in parameters.items()}
    return {k: kept[k] if k[0] == "b" else moved[k] for k in moved}, v, s


@wrong("Only the parameters come back. Return three dicts: parameters, v and s.")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return _adam(locals())[0]


@wrong("changes its argument `v`")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved, new, s = _adam(locals())
    v.update(new)
    return moved, {k: a.copy() for k, a in v.items()}, s


@wrong("changes its argument `parameters`")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved, v, s = _adam(locals())
    for name in parameters:
        parameters[name][:] = moved[name]
    return moved, v, s


@wrong(NONE)
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    print(_adam(locals()))


@right("both corrections in one rate, with ε scaled to match")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    v = _mix(v, grads, beta1, 1 - beta1)
    s = _mix(s, _squares(grads), beta2, 1 - beta2)
    two = math.sqrt(1 - beta2**t)
    rate = learning_rate * two / (1 - beta1**t)
    steps = {k: v[k] / (np.sqrt(s[k]) + epsilon * two) for k in v}
    return _move(parameters, steps, rate), v, s


@right("layer by layer, on copies")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    parameters, v, s = dict(parameters), dict(v), dict(s)
    for layer in range(1, len(parameters) // 2 + 1):
        for kind in ("W", "b"):
            d, name = f"d{kind}{layer}", f"{kind}{layer}"
            v[d] = beta1 * v[d] + (1 - beta1) * grads[d]
            s[d] = beta2 * s[d] + (1 - beta2) * np.square(grads[d])
            top = v[d] / (1 - np.power(beta1, t))
            bottom = np.sqrt(s[d] / (1 - np.power(beta2, t))) + epsilon
            parameters[name] = parameters[name] - learning_rate * top / bottom
    return parameters, v, s


@right("all in one long vector, cut up again")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    names = list(parameters)

    def flat(values, d="d"):
        return np.concatenate([values[d + k].ravel() for k in names])

    def cut(vector, d="d"):
        ends = np.cumsum([parameters[k].size for k in names])[:-1]
        parts = np.split(vector, ends)
        return {d + k: p.reshape(parameters[k].shape) for k, p in zip(names, parts)}

    g, one, two = flat(grads), flat(v), flat(s)
    one = one + (1 - beta1) * (g - one)
    two = two + (1 - beta2) * (g * g - two)
    step = one / (1 - beta1**t) / (np.sqrt(two / (1 - beta2**t)) + epsilon)
    moved = cut(flat(parameters, "") - learning_rate * step, "")
    return moved, cut(one), cut(two)


@right("in Fortran order, with a tuple of pairs")
def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    found = _adam(locals())
    return tuple({k: np.asfortranarray(a) for k, a in part.items()} for part in found)


# --------------------------------------------------------------- adam_one_weight


def _path(slope, w, learning_rate, num_steps, step):
    """Path with a rule for one step: step(v, s, t) gives what is taken off w."""
    v = s = 0.0
    path = [w]
    with np.errstate(all="ignore"):
        for t in range(1, num_steps + 1):
            dw = np.float64(slope(w))
            v, s = 0.9 * v + 0.1 * dw, 0.999 * s + 0.001 * dw**2
            w = w - learning_rate * step(v, s, t)
            path.append(float(w))
    return np.array(path)


@wrong(
    "The first step is right, the later ones are not: on a constant slope each must be "
    "α. How much do the weights of t days add up to?",
    shown=True,
)
def adam_one_weight(slope, w, learning_rate, num_steps):
    v, s, path = 0.0, 0.0, [w]
    for t in range(1, num_steps + 1):
        dw = slope(w)
        v = 0.9 * v + 0.1 * dw
        s = 0.999 * s + 0.001 * dw**2
        sum_v, sum_s = 1 - 0.9, 1 - 0.999  # of all weights so far
        w = w - learning_rate * (v / sum_v) / (np.sqrt(s / sum_s) + 1e-8)
        path.append(w)
    return np.array(path)


@wrong("The correction is gone altogether. v and s are too small at first: 1 - β^t.")
def adam_one_weight(slope, w, learning_rate, num_steps):
    return _path(
        slope, w, learning_rate, num_steps, lambda v, s, t: v / (s**0.5 + 1e-8)
    )


@wrong("v is corrected with β^t, s still with 1 - β₂. Both need their power of t.")
def adam_one_weight(slope, w, learning_rate, num_steps):
    return _path(
        slope,
        w,
        learning_rate,
        num_steps,
        lambda v, s, t: v / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999)) + 1e-8),
    )


@wrong("s is corrected with β^t, v still with 1 - β₁. Both need their power of t.")
def adam_one_weight(slope, w, learning_rate, num_steps):
    return _path(
        slope,
        w,
        learning_rate,
        num_steps,
        lambda v, s, t: v / (1 - 0.9) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8),
    )


@wrong("ε has moved inside the root. It was right where it stood: √ŝ + ε.")
def adam_one_weight(slope, w, learning_rate, num_steps):
    return _path(
        slope,
        w,
        learning_rate,
        num_steps,
        lambda v, s, t: v / (1 - 0.9**t) / np.sqrt(s / (1 - 0.999**t) + 1e-8),
    )


@wrong("β is multiplied by t in the correction. In Python a power is 0.9**t.")
def adam_one_weight(slope, w, learning_rate, num_steps):
    return _path(
        slope,
        w,
        learning_rate,
        num_steps,
        lambda v, s, t: v / (1 - 0.9 * t) / (np.sqrt(s / (1 - 0.999 * t)) + 1e-8),
    )


@wrong("The exponent is one too large: the first step has t = 1, and 1 - 0.9¹ = 0.1.")
def adam_one_weight(slope, w, learning_rate, num_steps):
    return _path(
        slope,
        w,
        learning_rate,
        num_steps,
        lambda v, s, t: (
            v / (1 - 0.9 ** (t + 1)) / (np.sqrt(s / (1 - 0.999 ** (t + 1))) + 1e-8)
        ),
    )


@wrong(
    "The corrected averages are written back into v and s, and the next step averages "
    "and corrects them again. Keep v and s; divide for the step only."
)
def adam_one_weight(slope, w, learning_rate, num_steps):
    v = s = 0.0
    path = [w]
    for t in range(1, num_steps + 1):
        dw = slope(w)
        v = (0.9 * v + 0.1 * dw) / (1 - 0.9**t)
        s = (0.999 * s + 0.001 * dw**2) / (1 - 0.999**t)
        w = w - learning_rate * v / (np.sqrt(s) + 1e-8)
        path.append(w)
    return np.array(path)


@wrong("The start is missing in the path: it has num_steps + 1 places.")
def adam_one_weight(slope, w, learning_rate, num_steps):
    return _path(
        slope,
        w,
        learning_rate,
        num_steps,
        lambda v, s, t: v / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8),
    )[1:]


@wrong(NONE)
def adam_one_weight(slope, w, learning_rate, num_steps):
    print(w)


@right("the sums of the weights instead of the powers")
def adam_one_weight(slope, w, learning_rate, num_steps):
    v = s = one = two = 0.0
    path = np.zeros(num_steps + 1)
    path[0] = w
    for t in range(num_steps):
        dw = slope(path[t])
        v, one = 0.9 * v + 0.1 * dw, 0.9 * one + 0.1
        s, two = 0.999 * s + 0.001 * dw**2, 0.999 * two + 0.001
        path[t + 1] = path[t] - learning_rate * (v / one) / ((s / two) ** 0.5 + 1e-8)
    return path


@right("both corrections in one rate")
def adam_one_weight(slope, w, learning_rate, num_steps):
    v = s = 0.0
    path = [w]
    while len(path) <= num_steps:
        t = len(path)
        dw = slope(w)
        v += 0.1 * (dw - v)
        s += 0.001 * (dw * dw - s)
        two = math.sqrt(1 - 0.999**t)
        w -= learning_rate * two / (1 - 0.9**t) * v / (math.sqrt(s) + 1e-8 * two)
        path.append(w)
    return np.array(path)


@right("the averages unrolled over all slopes so far")
def adam_one_weight(slope, w, learning_rate, num_steps):
    path, slopes = [w], []
    for _ in range(num_steps):
        slopes.insert(0, slope(path[-1]))
        back, g = np.arange(len(slopes)), np.array(slopes)
        v = np.sum(0.9**back * g) / np.sum(0.9**back)
        s = np.sum(0.999**back * g**2) / np.sum(0.999**back)
        path.append(path[-1] - learning_rate * v / (np.sqrt(s) + 1e-8))
    return np.array(path)


# --------------------------------------------------------- decayed_learning_rate


def _schedules(schedule, alpha0, epoch, decay, **other):
    """The right rate, with the formulas of some schedules replaced."""
    formulas = {
        "inverse": lambda: alpha0 / (1 + decay * epoch),
        "exponential": lambda: alpha0 * decay**epoch,
        "root": lambda: alpha0 * decay / math.sqrt(epoch),
        "staircase": lambda: alpha0 * 0.5 ** (epoch // decay),
    }
    return float((formulas | other)[schedule]())


@wrong(
    "α₀ is missing in the inverse schedule: 1 / (1 + decay · epoch) would begin at 1, "
    "whatever α₀ is."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    inverse = {"inverse": lambda: 1 / (1 + decay * epoch)}
    return _schedules(schedule, alpha0, epoch, decay, **inverse)


@wrong(
    "The brackets of 1 + decay · epoch are missing, so α₀ is divided by 1 and the "
    "rest is added: the rate grows."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    inverse = {"inverse": lambda: alpha0 / 1 + decay * epoch}
    return _schedules(schedule, alpha0, epoch, decay, **inverse)


@wrong(
    "The decay rate divides alone: without the 1, epoch 0 divides by 0 and small "
    "decay rates make α larger than α₀."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    inverse = {"inverse": lambda: alpha0 / (decay * epoch) if epoch else np.inf}
    return _schedules(schedule, alpha0, epoch, decay, **inverse)


@wrong(
    "The epoch is not in the inverse schedule, so the rate stays the same for ever: "
    "1 + decay · epoch."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    inverse = {"inverse": lambda: alpha0 / (1 + decay)}
    return _schedules(schedule, alpha0, epoch, decay, **inverse)


@wrong("The exponential schedule multiplies by the epoch. decay is raised to it.")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    exponential = {"exponential": lambda: alpha0 * decay * epoch}
    return _schedules(schedule, alpha0, epoch, decay, **exponential)


@wrong(
    "The exponential schedule uses e^(-decay · epoch). Here decay is the base: "
    "α₀ · decay^epoch."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    exponential = {"exponential": lambda: alpha0 * math.exp(-decay * epoch)}
    return _schedules(schedule, alpha0, epoch, decay, **exponential)


@wrong("The exponential schedule raises the product: only decay has the exponent.")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    exponential = {"exponential": lambda: (alpha0 * decay) ** epoch}
    return _schedules(schedule, alpha0, epoch, decay, **exponential)


@wrong("The root schedule divides by the epoch itself. Divide by its root.")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    root = {"root": lambda: alpha0 * decay / epoch}
    return _schedules(schedule, alpha0, epoch, decay, **root)


@wrong("The root schedule multiplies by the root of the epoch, so it grows. Divide.")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    root = {"root": lambda: alpha0 * decay * math.sqrt(epoch)}
    return _schedules(schedule, alpha0, epoch, decay, **root)


@wrong("k is missing in the root schedule: α₀ · decay / √epoch.")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    root = {"root": lambda: alpha0 / math.sqrt(epoch)}
    return _schedules(schedule, alpha0, epoch, decay, **root)


@wrong(
    "The staircase is a slope here: epoch / decay is not cut to whole stairs. Use //."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    stairs = {"staircase": lambda: alpha0 * 0.5 ** (epoch / decay)}
    return _schedules(schedule, alpha0, epoch, decay, **stairs)


@wrong(
    "The staircase halves once and never again. Each further stair halves again: "
    "0.5 to the power epoch // decay."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    stairs = {"staircase": lambda: alpha0 / 2 if epoch >= decay else alpha0}
    return _schedules(schedule, alpha0, epoch, decay, **stairs)


@wrong(
    "The staircase divides by the number of stairs. Each stair halves: α₀, α₀/2, α₀/4."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    stairs = {"staircase": lambda: alpha0 / (1 + epoch // decay)}
    return _schedules(schedule, alpha0, epoch, decay, **stairs)


@wrong(
    "The stair comes one epoch late: at epoch = decay the rate is halved already. "
    "Use epoch // decay."
)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    stairs = {"staircase": lambda: alpha0 * 0.5 ** (max(epoch - 1, 0) // decay)}
    return _schedules(schedule, alpha0, epoch, decay, **stairs)


@wrong("Every schedule gives the inverse formula. schedule says which one is wanted.")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    return alpha0 / (1 + decay * epoch)


@wrong(NONE)
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    print(schedule)


@right("a dict of formulas")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    return _schedules(schedule, alpha0, epoch, decay)


@right("a match, with other algebra")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    match schedule:
        case "inverse":
            return alpha0 * (1 + decay * epoch) ** -1
        case "exponential":
            return alpha0 * math.exp(epoch * math.log(decay))
        case "root":
            return alpha0 * decay * epoch**-0.5
    return alpha0 / 2 ** int(epoch // decay)


@right("loops over the epochs")
def decayed_learning_rate(schedule, alpha0, epoch, decay):
    if schedule in ("exponential", "staircase"):
        alpha = alpha0
        for k in range(1, epoch + 1):
            if schedule == "exponential":
                alpha *= decay
            elif k % decay == 0:
                alpha /= 2
        return alpha
    if schedule == "inverse":
        return alpha0 / (decay * epoch + 1)
    return decay * alpha0 / np.sqrt(np.float32(epoch))


# ----------------------------------------------------- classify_stationary_point


def _kind(curvature, tiny):
    up, down = np.any(curvature > tiny), np.any(curvature < -tiny)
    if up and down:
        return "saddle"
    flat = np.any(np.abs(curvature) <= tiny)
    if flat or not (up or down):
        return "undecided"
    return "minimum" if up else "maximum"


def _curvature(H):
    curvature = np.linalg.eigvalsh(H)
    return curvature, 1e-5 * np.abs(curvature).max()


@wrong(
    "Minimum and maximum are exchanged: positive curvature bends upwards, like a bowl."
)
def classify_stationary_point(H):
    kind = _kind(*_curvature(H))
    return {"minimum": "maximum", "maximum": "minimum"}.get(kind, kind)


@wrong(
    "Only the diagonal of H is looked at. It holds the curvatures along the axes; the "
    "point may bend the other way in between. Use the eigenvalues."
)
def classify_stationary_point(H):
    return _kind(np.diag(H), 1e-5 * np.abs(np.diag(H)).max())


@wrong(
    "The signs of the entries of H decide here. Curvatures are its eigenvalues: "
    "np.linalg.eigvalsh(H)."
)
def classify_stationary_point(H):
    return _kind(H.ravel(), 1e-5 * np.abs(H).max())


@wrong(
    "The determinant is the product of the curvatures: two negative ones give a plus. "
    "Look at the eigenvalues one by one."
)
def classify_stationary_point(H):
    curvature, tiny = _curvature(H)
    if np.any(np.abs(curvature) <= tiny):
        return "undecided"
    return "minimum" if np.prod(np.sign(curvature)) > 0 else "saddle"


@wrong(
    "The trace is the sum of the curvatures: a large plus hides a minus. Look at the "
    "eigenvalues one by one."
)
def classify_stationary_point(H):
    trace = np.trace(H)
    return "minimum" if trace > 0 else "maximum" if trace < 0 else "saddle"


@wrong(
    "Singular values are never negative, so nothing can be a saddle or a maximum. Use "
    "the eigenvalues, np.linalg.eigvalsh(H)."
)
def classify_stationary_point(H):
    size = np.linalg.svd(H, compute_uv=False)
    return "minimum" if np.all(size > 1e-5 * size.max()) else "undecided"


@wrong(
    "One positive curvature is enough for a minimum here. All of them must be positive."
)
def classify_stationary_point(H):
    curvature, tiny = _curvature(H)
    if np.any(curvature > tiny):
        return "minimum"
    return "maximum" if np.any(curvature < -tiny) else "undecided"


@wrong(
    "A flat direction counts as upward. Where a curvature is 0 and none is negative, "
    'the Hessian does not decide: "undecided".'
)
def classify_stationary_point(H):
    curvature, tiny = _curvature(H)
    if np.all(curvature >= -tiny):
        return "minimum"
    return "maximum" if np.all(curvature < -tiny) else _kind(curvature, tiny)


@wrong(
    "Whatever is neither minimum nor maximum is called a saddle. A saddle needs both "
    'signs; a bowl with a flat direction is "undecided".'
)
def classify_stationary_point(H):
    kind = _kind(*_curvature(H))
    return "saddle" if kind == "undecided" else kind


@wrong(
    "Rounding makes a zero eigenvalue 1e-16 or -1e-16, and its sign decides here. "
    "Sizes up to 0.00001 times the largest count as 0."
)
def classify_stationary_point(H):
    return _kind(np.linalg.eigvalsh(H), 0.0)


@wrong(
    "The limit for 0 is one fixed number. It must be relative, 0.00001 times the "
    "largest size: with all curvatures near 1e-8 a fixed one calls everything flat."
)
def classify_stationary_point(H):
    return _kind(np.linalg.eigvalsh(H), 1e-5)


@wrong(
    "Only the first and second eigenvalue are looked at. There are n of them, and the "
    "smallest and the largest matter."
)
def classify_stationary_point(H):
    curvature, tiny = _curvature(H)
    return _kind(curvature[:2], tiny)


@wrong("A flat direction hides the saddle. With a plus and a minus it is one.")
def classify_stationary_point(H):
    curvature, tiny = _curvature(H)
    flat = np.any(np.abs(curvature) <= tiny)
    return "undecided" if flat else _kind(curvature, tiny)


@wrong(NONE)
def classify_stationary_point(H):
    print(_kind(*_curvature(H)))


@right("by the smallest and the largest eigenvalue")
def classify_stationary_point(H):
    low, high = np.linalg.eigvalsh(H)[[0, -1]]
    tiny = 1e-5 * max(abs(low), abs(high))
    if low < -tiny and high > tiny:
        return "saddle"
    return "minimum" if low > tiny else "maximum" if high < -tiny else "undecided"


@right("eigenvalues of any matrix, their real parts, counted in a loop")
def classify_stationary_point(H):
    curvature = np.linalg.eigvals(H.astype(float)).real
    largest = max(abs(c) for c in curvature)
    signs = {0 if abs(c) <= 1e-5 * largest else int(np.sign(c)) for c in curvature}
    kinds = {(1,): "minimum", (-1,): "maximum"}
    return "saddle" if {1, -1} <= signs else kinds.get(tuple(signs), "undecided")


@right("the bend along each eigenvector")
def classify_stationary_point(H):
    _, directions = np.linalg.eigh(H)
    bend = np.einsum("ik,ij,jk->k", directions, H, directions)
    signs = np.sign(np.where(np.abs(bend) <= 1e-5 * np.abs(bend).max(), 0, bend))
    if signs.min() < 0 < signs.max():
        return "saddle"
    return {1: "minimum", -1: "maximum"}.get(int(signs.sum()) / len(H), "undecided")


# --------------------------------------------------------------------- decisions


@right("the letters, in another order")
def decisions():
    letters = {"stuck": "b", "decay_when": "c", "first_to_tune": "a"}
    letters |= {"without_factor": "c", "memory": "b", "jagged_cost": "b"}
    return letters | {"small_set": "a", "updates": "c"}


@right("pairs made into a dict")
def decisions():
    names = "updates small_set jagged_cost memory without_factor first_to_tune"
    names += " decay_when stuck"
    return dict(zip(names.split(), "cabbcacb"))


@right("by dict")
def decisions():
    return dict(
        updates="c",
        small_set="a",
        jagged_cost="b",
        memory="b",
        without_factor="c",
        first_to_tune="a",
        decay_when="c",
        stuck="b",
    )


QUESTIONS = {
    "decisions": {
        "updates": {
            "a": "That is one update per epoch: gradient descent on the whole set.",
            "b": "These are the updates of one epoch; there are ten.",
            "c": "Yes: 5,000,000 / 1000 = 5000 batches in each of 10 epochs.",
            "d": "One update per example: batches of size 1.",
        },
        "small_set": {
            "a": "Yes: up to about 2000 examples a pass is fast, and the slope exact.",
            "b": "It would do, but nothing forces noise upon us here.",
            "c": "Size 1 gives up the speed of array operations, and never settles.",
            "d": "There are only 1500 examples: this is the whole set as well, and it "
            "says nothing about the choice.",
        },
        "jagged_cost": {
            "a": "With whole-set steps a rise would be an alarm. Each batch has a cost "
            "of its own, so some come out higher.",
            "b": "Yes: some batches are harder than others. The trend counts.",
            "c": "A smaller α does not make the batches alike.",
            "d": "More noise comes from smaller batches, not from larger ones.",
        },
        "memory": {
            "a": "A window of plain means needs its ten values. The weighted average "
            "does not.",
            "b": "Yes: v = β v + (1 - β) θ, written over itself each day.",
            "c": "The whole year is summed up in v already.",
        },
        "without_factor": {
            "a": "Their v is 1 / (1 - β) = 10 times as large: the steps would be too.",
            "b": "That makes the steps 100 times as long as ours.",
            "c": "Yes: their v is ours times 10, so a tenth of α gives the same path.",
        },
        "first_to_tune": {
            "a": "Yes: the defaults of the others are hardly ever touched.",
            "b": "0.9 is nearly always good enough.",
            "c": "0.999 is nearly always good enough.",
            "d": "ε only keeps the division finite.",
        },
        "decay_when": {
            "a": "A schedule cannot save a rate that is ten times too large or small.",
            "b": "Adam's steps shrink with its averages, not on a schedule.",
            "c": "Yes: a good fixed α first. Decay is lower on the list.",
        },
        "stuck": {
            "a": "All 10,000 curvatures would have to be positive: hardly ever so.",
            "b": "Yes: with so many directions, some bend down. It is slow, not lost.",
            "c": "A maximum needs all curvatures negative; the path came from above.",
        },
    }
}
