"""Answers to the exercises of gradient checking: wrong ones and right ones."""

import numpy as np

from autograder.truth.decorators import right, wrong

# ---------------------------------------------------------- one_sided_difference


@wrong("The nudge goes to the left, f(x) - f(x - ε). Equation (1) goes to the right.")
def one_sided_difference(f, x, epsilon):
    return (f(x) - f(x - epsilon)) / epsilon


@wrong("This is the two-sided difference, the next exercise. Here one end is x itself.")
def one_sided_difference(f, x, epsilon):
    return (f(x + epsilon) - f(x - epsilon)) / (2 * epsilon)


@wrong("This is the rise only. A slope is rise over run: divide by ε.")
def one_sided_difference(f, x, epsilon):
    return f(x + epsilon) - f(x)


@wrong("The rise is divided by 2ε, but the way from x to x + ε is ε long.")
def one_sided_difference(f, x, epsilon):
    return (f(x + epsilon) - f(x)) / (2 * epsilon)


@wrong("The rise is multiplied by ε. A slope is rise over run: divide.")
def one_sided_difference(f, x, epsilon):
    return (f(x + epsilon) - f(x)) * epsilon


@wrong("The difference is the wrong way round: f(x) - f(x + ε) is minus the rise.")
def one_sided_difference(f, x, epsilon):
    return (f(x) - f(x + epsilon)) / epsilon


@wrong("Without brackets only f(x) is divided by ε. Bracket the difference.")
def one_sided_difference(f, x, epsilon):
    return f(x + epsilon) - f(x) / epsilon


@wrong("f(x) is not subtracted: this is height over run, not rise over run.")
def one_sided_difference(f, x, epsilon):
    return f(x + epsilon) / epsilon


@wrong("x is multiplied by 1 + ε. The nudge is added: x + ε.")
def one_sided_difference(f, x, epsilon):
    return (f(x * (1 + epsilon)) - f(x)) / epsilon


@wrong("The slope is measured at 0, between f(0) and f(ε). It is wanted at x.")
def one_sided_difference(f, x, epsilon):
    return (f(0 * x + epsilon) - f(0 * x)) / epsilon


@wrong("ε is fixed at 1e-7 here. Use the epsilon that is passed in.")
def one_sided_difference(f, x, epsilon):
    return (f(x + 1e-7) - f(x)) / 1e-7


@wrong("The slope is made positive. A falling function has a negative slope.")
def one_sided_difference(f, x, epsilon):
    return abs((f(x + epsilon) - f(x)) / epsilon)


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def one_sided_difference(f, x, epsilon):
    print((f(x + epsilon) - f(x)) / epsilon)


@right("in steps, with names")
def one_sided_difference(f, x, epsilon):
    start, end = f(x), f(x + epsilon)
    rise = end - start
    return rise / epsilon


@right("minus over minus")
def one_sided_difference(f, x, epsilon):
    return (f(x) - f(x + epsilon)) / -epsilon


@right("np.subtract, as a NumPy number")
def one_sided_difference(f, x, epsilon):
    return np.float64(np.subtract(f(x + epsilon), f(x))) / np.float64(epsilon)


@right("in long double precision")
def one_sided_difference(f, x, epsilon):
    x = np.longdouble(x)
    return float((f(x + epsilon) - f(x)) / np.longdouble(epsilon))


# ---------------------------------------------------------- two_sided_difference


@wrong("The way from x - ε to x + ε is 2ε long; here the rise is divided by ε.")
def two_sided_difference(f, x, epsilon):
    return (f(x + epsilon) - f(x - epsilon)) / epsilon


@wrong("This is the one-sided difference: its left end is x, not x - ε.")
def two_sided_difference(f, x, epsilon):
    return (f(x + epsilon) - f(x)) / epsilon


@wrong("This is a one-sided difference to the left. The right end must be x + ε.")
def two_sided_difference(f, x, epsilon):
    return (f(x) - f(x - epsilon)) / epsilon


@wrong("Without brackets `/ 2 * epsilon` divides by 2 and multiplies by ε: (2 * ε).")
def two_sided_difference(f, x, epsilon):
    return (f(x + epsilon) - f(x - epsilon)) / 2 * epsilon


@wrong("Without brackets only f(x - ε) is divided by 2ε. Bracket the difference.")
def two_sided_difference(f, x, epsilon):
    return f(x + epsilon) - f(x - epsilon) / (2 * epsilon)


@wrong("The difference is the wrong way round: the right end comes first.")
def two_sided_difference(f, x, epsilon):
    return (f(x - epsilon) - f(x + epsilon)) / (2 * epsilon)


@wrong("The two heights are added. The rise is their difference.")
def two_sided_difference(f, x, epsilon):
    return (f(x + epsilon) + f(x - epsilon)) / (2 * epsilon)


@wrong("Each nudge is ε / 2 long here. Equation (2) goes a whole ε to each side.")
def two_sided_difference(f, x, epsilon):
    return (f(x + epsilon / 2) - f(x - epsilon / 2)) / epsilon


@wrong("f(x + 2ε) and f(x): the same run, but not with x in its middle.")
def two_sided_difference(f, x, epsilon):
    return (f(x + 2 * epsilon) - f(x)) / (2 * epsilon)


@wrong("This is the rise only. A slope is rise over run: divide by 2ε.")
def two_sided_difference(f, x, epsilon):
    return f(x + epsilon) - f(x - epsilon)


@wrong("This measures how the curve bends, the second derivative, not its slope.")
def two_sided_difference(f, x, epsilon):
    return (f(x + epsilon) - 2 * f(x) + f(x - epsilon)) / epsilon**2


@wrong("ε is fixed at 1e-7 here. Use the epsilon that is passed in.")
def two_sided_difference(f, x, epsilon):
    return (f(x + 1e-7) - f(x - 1e-7)) / 2e-7


@wrong("The slope is made positive. A falling function has a negative slope.")
def two_sided_difference(f, x, epsilon):
    return abs((f(x + epsilon) - f(x - epsilon)) / (2 * epsilon))


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def two_sided_difference(f, x, epsilon):
    print((f(x + epsilon) - f(x - epsilon)) / (2 * epsilon))


@right("the mean of the slopes to the right and to the left")
def two_sided_difference(f, x, epsilon):
    ahead = (f(x + epsilon) - f(x)) / epsilon
    behind = (f(x) - f(x - epsilon)) / epsilon
    return (ahead + behind) / 2


@right("rise and run measured")
def two_sided_difference(f, x, epsilon):
    left, to_the_right = x - epsilon, x + epsilon
    return (f(to_the_right) - f(left)) / (to_the_right - left)


@right("a weighted sum")
def two_sided_difference(f, x, epsilon):
    return sum(sign * f(x + sign * epsilon) for sign in (-1, 1)) * 0.5 / epsilon


@right("NumPy's diff")
def two_sided_difference(f, x, epsilon):
    heights = np.array([f(x - epsilon), f(x + epsilon)])
    return np.diff(heights)[0] / (2 * epsilon)


# --------------------------------------------------------------- pack_parameters


def _names(parameters, prefix=""):
    L = len(parameters) // 2
    return [f"{prefix}{letter}{k}" for k in range(1, L + 1) for letter in "Wb"]


def _stack(parameters, names, order="C"):
    return np.concatenate([parameters[k].reshape(-1, 1, order=order) for k in names])


@wrong(
    "The order is that of the dict. A backward pass leaves the last layer first: ask "
    "for W1, b1, W2, b2, ... by name."
)
def pack_parameters(parameters, prefix=""):
    return _stack(parameters, list(parameters))


@wrong("All matrices come first, then all biases. The order is W1, b1, W2, b2, ...")
def pack_parameters(parameters, prefix=""):
    L = range(1, len(parameters) // 2 + 1)
    names = [f"{prefix}{letter}{k}" for letter in "Wb" for k in L]
    return _stack(parameters, names)


@wrong(
    "The names are sorted as text, and there W10 comes before W2. Count the layers "
    "with a range."
)
def pack_parameters(parameters, prefix=""):
    k = len(prefix)
    return _stack(parameters, sorted(parameters, key=lambda s: (s[k + 1 :], s)))


@wrong("The matrices are read column by column (order F). Read them row by row.")
def pack_parameters(parameters, prefix=""):
    return _stack(parameters, _names(parameters, prefix), "F")


@wrong("The result has one axis, (n,). Keep a column: reshape(-1, 1).")
def pack_parameters(parameters, prefix=""):
    return _stack(parameters, _names(parameters, prefix)).ravel()


@wrong("The result is a row, (1, n). A column is wanted: reshape(-1, 1).")
def pack_parameters(parameters, prefix=""):
    return _stack(parameters, _names(parameters, prefix)).T


@wrong("The biases are left out. A check must reach every number of the network.")
def pack_parameters(parameters, prefix=""):
    return _stack(parameters, _names(parameters, prefix)[::2])


@wrong(
    "The last layer is missing: L = len(parameters) // 2, and range leaves its end "
    "out, so it must go to L + 1."
)
def pack_parameters(parameters, prefix=""):
    return _stack(parameters, _names(parameters, prefix)[:-2] or ["W1"])


@wrong("In each layer b comes before W. The order is W1, b1, W2, b2, ...")
def pack_parameters(parameters, prefix=""):
    names = _names(parameters, prefix)
    return _stack(parameters, [n for k in range(0, len(names), 2)
                               for n in (names[k + 1], names[k])])  # fmt: skip


@wrong("The last layer comes first. The order is W1, b1, W2, b2, ..., WL, bL.")
def pack_parameters(parameters, prefix=""):
    L = len(parameters) // 2
    names = [f"{prefix}{letter}{k}" for k in range(L, 0, -1) for letter in "Wb"]
    return _stack(parameters, names)


@wrong(
    "The prefix is not used, so the gradients dW1, db1, ... are not found. Put it in "
    "front of each name."
)
def pack_parameters(parameters, prefix=""):
    return _stack(parameters, _names(parameters))


@wrong("These are the means of the arrays. Every number has a place of its own.")
def pack_parameters(parameters, prefix=""):
    names = _names(parameters, prefix)
    return np.array([[np.mean(parameters[name])] for name in names])


@wrong("changes its argument `parameters`")
def pack_parameters(parameters, prefix=""):
    names = _names(parameters, prefix)
    return np.concatenate([parameters.pop(name).reshape(-1, 1) for name in names])


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def pack_parameters(parameters, prefix=""):
    print(_stack(parameters, _names(parameters, prefix)))


@right("number by number")
def pack_parameters(parameters, prefix=""):
    numbers = []
    for layer in range(1, len(parameters) // 2 + 1):
        for name in (f"{prefix}W{layer}", f"{prefix}b{layer}"):
            for row in parameters[name]:
                numbers += [float(number) for number in row]
    return np.array(numbers).reshape(-1, 1)


@right("np.r_ of flat arrays")
def pack_parameters(parameters, prefix=""):
    flat = [parameters[name].flatten() for name in _names(parameters, prefix)]
    return np.r_[tuple(flat)][:, np.newaxis]


@right("sorted by the layer's number")
def pack_parameters(parameters, prefix=""):
    k = len(prefix)
    names = sorted(parameters, key=lambda s: (int(s[k + 1 :]), s[k]))
    return np.vstack([parameters[name].reshape(-1)[:, None] for name in names])


@right("in single precision, Fortran order")
def pack_parameters(parameters, prefix=""):
    theta = _stack(parameters, _names(parameters, prefix))
    return np.asfortranarray(theta.astype(np.float32))


# ------------------------------------------------------------- unpack_parameters


def _cut(theta, layer_dims, order="C", first="Wb"):
    """Unpacking with other orders."""
    parameters, start = {}, 0
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        for letter in first:
            shape = (n, p) if letter == "W" else (n, 1)
            size = shape[0] * shape[1]
            part = theta[start : start + size].copy()
            parameters[f"{letter}{k}"] = part.reshape(shape, order=order)
            start += size
    return parameters


@wrong("The matrices are filled column by column (order F). Fill them row by row.")
def unpack_parameters(theta, layer_dims):
    return _cut(theta, layer_dims, "F")


@wrong(
    "W is (n_prev, n). It has a row for each unit: reshape to (n_l, n_{l-1}).",
)
def unpack_parameters(theta, layer_dims):
    found = _cut(theta, layer_dims)
    return {k: v.reshape(v.shape[::-1]) if k[0] == "W" else v for k, v in found.items()}


@wrong("b has one axis, (n,). Keep the column (n, 1).")
def unpack_parameters(theta, layer_dims):
    found = _cut(theta, layer_dims)
    return {k: v.ravel() if k[0] == "b" else v for k, v in found.items()}


@wrong("b is a row, (1, n). Keep the column (n, 1).")
def unpack_parameters(theta, layer_dims):
    found = _cut(theta, layer_dims)
    return {k: v.T if k[0] == "b" else v for k, v in found.items()}


@wrong("In each layer b is taken before W. In θ the matrix comes first.")
def unpack_parameters(theta, layer_dims):
    return _cut(theta, layer_dims, first="bW")


@wrong("All matrices are taken first, then all biases. θ is W1, b1, W2, b2, ...")
def unpack_parameters(theta, layer_dims):
    parameters, start = {}, 0
    for letter in "Wb":
        for k in range(1, len(layer_dims)):
            n, p = layer_dims[k], (layer_dims[k - 1] if letter == "W" else 1)
            part = theta[start : start + n * p].copy()
            parameters[f"{letter}{k}"] = part.reshape(n, p)
            start += n * p
    return parameters


@wrong("Every array is cut from the beginning of θ: the start does not move on.")
def unpack_parameters(theta, layer_dims):
    parameters = {}
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        parameters[f"W{k}"] = theta[: n * p].copy().reshape(n, p)
        parameters[f"b{k}"] = theta[:n].copy()
    return parameters


@wrong(
    "After b the start does not move on by n, so the next matrix begins with the "
    "biases of this layer."
)
def unpack_parameters(theta, layer_dims):
    parameters, start = {}, 0
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        parameters[f"W{k}"] = theta[start : start + n * p].copy().reshape(n, p)
        start += n * p
        parameters[f"b{k}"] = theta[start : start + n].copy()
    return parameters


@wrong(
    "The layers are counted from 0. Layer 0 is the input: the first names are W1, b1."
)
def unpack_parameters(theta, layer_dims):
    found = _cut(theta, layer_dims)
    return {f"{k[0]}{int(k[1:]) - 1}": v for k, v in found.items()}


@wrong(
    "The last layer is missing: layer_dims has L + 1 entries, and range must go to "
    "len(layer_dims)."
)
def unpack_parameters(theta, layer_dims):
    return _cut(theta, layer_dims[:-1])


@wrong("The arrays come as a list. Put them into a dict under their names.")
def unpack_parameters(theta, layer_dims):
    return list(_cut(theta, layer_dims).values())


@wrong("The names are dW1, db1, ... These are parameters: W1, b1, ...")
def unpack_parameters(theta, layer_dims):
    return {"d" + k: v for k, v in _cut(theta, layer_dims).items()}


@wrong("shares memory with its argument `theta`")
def unpack_parameters(theta, layer_dims):
    parameters, start = {}, 0
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        parameters[f"W{k}"] = theta[start : start + n * p].reshape(n, p)
        parameters[f"b{k}"] = theta[start + n * p : start + n * p + n]
        start += n * p + n
    return parameters


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def unpack_parameters(theta, layer_dims):
    print(_cut(theta, layer_dims))


@right("np.split at the cumulated sizes")
def unpack_parameters(theta, layer_dims):
    shapes = {}
    for k, (p, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        shapes |= {f"W{k}": (n, p), f"b{k}": (n, 1)}
    ends = np.cumsum([n * p for n, p in shapes.values()])
    parts = np.split(theta, ends[:-1])
    return {
        name: np.array(part.reshape(shape))
        for (name, shape), part in zip(shapes.items(), parts)
    }


@right("an iterator, number by number")
def unpack_parameters(theta, layer_dims):
    numbers = iter(theta[:, 0].tolist())
    parameters = {}
    for k in range(1, len(layer_dims)):
        n, p = layer_dims[k], layer_dims[k - 1]
        parameters[f"W{k}"] = np.array(
            [[next(numbers) for _ in range(p)] for _ in range(n)]
        )
        parameters[f"b{k}"] = np.array([[next(numbers)] for _ in range(n)])
    return parameters


@right("from the last layer to the first, in single precision and Fortran order")
def unpack_parameters(theta, layer_dims):
    parameters, end = {}, len(theta)
    for k in reversed(range(1, len(layer_dims))):
        n, p = layer_dims[k], layer_dims[k - 1]
        b, W = theta[end - n : end], theta[end - n - n * p : end - n]
        parameters[f"b{k}"] = b.astype(np.float32)
        parameters[f"W{k}"] = np.asfortranarray(W.reshape(n, p).astype(np.float32))
        end -= n + n * p
    return parameters


# ------------------------------------------------------------ numerical_gradient


def _nudged(theta, epsilon):
    """Pairs of a place and a nudge."""
    for place in np.ndindex(theta.shape):
        nudge = np.zeros(theta.shape)
        nudge[place] = epsilon
        yield place, nudge


def _measured(f, theta, slope):
    """A gradient from a rule slope(f, theta, nudge)."""
    theta = theta.astype(float)
    gradient = np.zeros(theta.shape)
    for place, nudge in _nudged(theta, 1.0):
        gradient[place] = slope(f, theta, nudge)
    return gradient


@wrong(
    "All numbers are nudged at once: that is one slope, in one direction. Nudge "
    "θ_i alone and leave the others where they are."
)
def numerical_gradient(f, theta, epsilon):
    rise = f(theta + epsilon) - f(theta - epsilon)
    return np.full(theta.shape, rise / (2 * epsilon))


@wrong(
    "The nudges add up: θ_i is not put back before the next number is nudged. Start "
    "each time from θ itself."
)
def numerical_gradient(f, theta, epsilon):
    theta = theta.astype(float)
    gradient = np.zeros(theta.shape)
    for place, nudge in _nudged(theta, epsilon):
        up, down = f(theta + nudge), f(theta - nudge)
        gradient[place] = (up - down) / (2 * epsilon)
        theta = theta - nudge
    return gradient


@wrong("This is the one-sided difference. Nudge to both sides and divide by 2ε.")
def numerical_gradient(f, theta, epsilon):
    return _measured(f, theta, lambda f, t, e: (f(t + epsilon * e) - f(t)) / epsilon)


@wrong("The rise is divided by ε, but the way from θ_i - ε to θ_i + ε is 2ε long.")
def numerical_gradient(f, theta, epsilon):
    return _measured(
        f, theta, lambda f, t, e: (f(t + epsilon * e) - f(t - epsilon * e)) / epsilon
    )


@wrong("The difference is the wrong way round: f at the right end comes first.")
def numerical_gradient(f, theta, epsilon):
    return _measured(
        f,
        theta,
        lambda f, t, e: (f(t - epsilon * e) - f(t + epsilon * e)) / (2 * epsilon),
    )


@wrong("The result has one axis, (n,). The gradient has the shape of theta.")
def numerical_gradient(f, theta, epsilon):
    return np.append(
        _measured(
            f,
            theta,
            lambda f, t, e: (f(t + epsilon * e) - f(t - epsilon * e)) / (2 * epsilon),
        ).ravel(),
        [],
    )


@wrong(
    "theta keeps its own type, and whole numbers cut a nudge off. Make the copy with "
    "theta.astype(float)."
)
def numerical_gradient(f, theta, epsilon):
    gradient = np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[place] = up[place] + epsilon
        down[place] = down[place] - epsilon
        gradient[place] = (f(up) - f(down)) / (2 * epsilon)
    return gradient


@wrong(
    "np.zeros_like(theta) takes over the type of theta: whole numbers cut the slopes "
    "off. Use np.zeros(theta.shape)."
)
def numerical_gradient(f, theta, epsilon):
    gradient = np.zeros_like(theta)
    gradient[...] = numerical_right(f, theta, epsilon).astype(theta.dtype)
    return gradient


@wrong(
    "The computation stays in single precision, where such a nudge is nearly lost in "
    "rounding. Make a copy with theta.astype(float)."
)
def numerical_gradient(f, theta, epsilon):
    kind = theta.dtype if theta.dtype == np.float32 else float
    gradient = np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        up, down = theta.astype(kind), theta.astype(kind)
        up[place] += epsilon
        down[place] -= epsilon
        gradient[place] = (f(up) - f(down)) / (2 * epsilon)
    return gradient


@wrong(
    "The loop runs over the first axis only, so a matrix is nudged row by row. Go "
    "over every number, np.ndindex(theta.shape)."
)
def numerical_gradient(f, theta, epsilon):
    theta = theta.astype(float)
    gradient = np.zeros(theta.shape)
    for i in range(theta.shape[0]):
        nudge = np.zeros(theta.shape)
        nudge[i] = epsilon
        gradient[i] = (f(theta + nudge) - f(theta - nudge)) / (2 * epsilon)
    return gradient


@wrong("The slopes are divided by the number of parameters. They are no mean.")
def numerical_gradient(f, theta, epsilon):
    return numerical_right(f, theta, epsilon) / theta.size


@wrong("ε is fixed at 1e-7 here. Use the epsilon that is passed in.")
def numerical_gradient(f, theta, epsilon):
    return numerical_right(f, theta, 1e-7)


@wrong("The slopes are added up to one number. Each number of theta keeps its own.")
def numerical_gradient(f, theta, epsilon):
    return float(np.sum(numerical_right(f, theta, epsilon)))


@wrong("changes its argument `theta`")
def numerical_gradient(f, theta, epsilon):
    gradient = numerical_right(f, theta, epsilon)
    theta += 1
    return gradient


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def numerical_gradient(f, theta, epsilon):
    print(numerical_right(f, theta, epsilon))


def numerical_right(f, theta, epsilon):
    """The right gradient, for the answers above."""
    theta = theta.astype(float)
    gradient = np.zeros(theta.shape)
    for place, nudge in _nudged(theta, epsilon):
        gradient[place] = (f(theta + nudge) - f(theta - nudge)) / (2 * epsilon)
    return gradient


@right("nudged in place, and put back")
def numerical_gradient(f, theta, epsilon):
    theta = np.array(theta, dtype=float)
    gradient = np.empty(theta.shape)
    for place in np.ndindex(theta.shape):
        kept = theta[place]
        theta[place] = kept + epsilon
        up = f(theta)
        theta[place] = kept - epsilon
        down = f(theta)
        theta[place] = kept
        gradient[place] = (up - down) / (2 * epsilon)
    return gradient


@right("rows of an identity matrix as nudges")
def numerical_gradient(f, theta, epsilon):
    nudges = epsilon * np.eye(theta.size).reshape(theta.size, *theta.shape)
    slopes = [(f(theta + e) - f(theta - e)) / (2 * epsilon) for e in nudges]
    return np.array(slopes).reshape(theta.shape)


@right("by two_sided_difference of one number at a time, Fortran order")
def numerical_gradient(f, theta, epsilon):
    gradient = np.zeros(theta.shape, order="F")
    for place in np.ndindex(theta.shape):

        def along(t, place=place):
            moved = theta.astype(float)
            moved[place] = t
            return f(moved)

        at = float(theta[place])
        gradient[place] = two_sided_difference(along, at, epsilon)
    return gradient


# ---------------------------------------------------------------- relative_error


def _norm(v):
    return float(np.sqrt(np.sum(np.square(v, dtype=float))))


@wrong("This is the distance alone. Divide it by ‖approx‖ + ‖exact‖.")
def relative_error(approx, exact):
    return _norm(approx - exact)


@wrong(
    "The distance is divided by ‖exact‖ only. Equation (7) adds both lengths, so that "
    "the error never exceeds 1."
)
def relative_error(approx, exact):
    scale = _norm(exact) or _norm(approx) or 1.0
    return _norm(approx - exact) / scale


@wrong("The distance is divided by ‖approx‖ only. Equation (7) adds both lengths.")
def relative_error(approx, exact):
    return _norm(approx - exact) / (_norm(approx) or 1.0)


@wrong("The distance is divided by the longer one. Equation (7) adds both lengths.")
def relative_error(approx, exact):
    return _norm(approx - exact) / (max(_norm(approx), _norm(exact)) or 1.0)


@wrong("These are squared lengths: the roots are missing (np.linalg.norm).")
def relative_error(approx, exact):
    scale = _norm(approx) ** 2 + _norm(exact) ** 2
    return _norm(approx - exact) ** 2 / scale if scale else 0.0


@wrong("These are sums of absolute values. The length of a vector is √(Σ v²).")
def relative_error(approx, exact):
    scale = np.sum(np.abs(approx)) + np.sum(np.abs(exact))
    return float(np.sum(np.abs(approx - exact)) / scale) if scale else 0.0


@wrong("This is the largest difference only. Use the lengths √(Σ v²) of the vectors.")
def relative_error(approx, exact):
    scale = np.max(np.abs(approx)) + np.max(np.abs(exact))
    return float(np.max(np.abs(approx - exact)) / scale) if scale else 0.0


@wrong(
    "The lengths are compared, ‖approx‖ - ‖exact‖, not the vectors: a wrong sign would "
    "pass. Take the length of approx - exact."
)
def relative_error(approx, exact):
    scale = _norm(approx) + _norm(exact)
    return abs(_norm(approx) - _norm(exact)) / scale if scale else 0.0


@wrong(
    "The ratio is taken number by number and averaged. One ratio of whole lengths is "
    "wanted."
)
def relative_error(approx, exact):
    scale = np.abs(approx) + np.abs(exact)
    ratio = np.abs(approx - exact) / np.where(scale > 0, scale, 1)
    return float(np.mean(ratio))


@wrong("The denominator is ‖approx + exact‖. Add the two lengths instead.")
def relative_error(approx, exact):
    return _norm(approx - exact) / (_norm(approx + exact) or 1e-300)


@wrong("0 / 0 is nan. Where both gradients are zero they agree: return 0.0.")
def relative_error(approx, exact):
    with np.errstate(all="ignore"):
        scale = np.float64(_norm(approx) + _norm(exact))
        return float(np.float64(_norm(approx - exact)) / scale)


@wrong(
    "1e-8 is added to the denominator. For small gradients that hides an error: "
    "treat only an exact 0 apart."
)
def relative_error(approx, exact):
    return _norm(approx - exact) / (_norm(approx) + _norm(exact) + 1e-8)


@wrong(
    "With ord=2 the norm of a matrix is its largest stretch. Ravel the arrays: the "
    "length over all numbers is wanted."
)
def relative_error(approx, exact):
    def length(v):
        return float(np.linalg.norm(v, ord=2))

    scale = length(approx) + length(exact)
    return length(approx - exact) / scale if scale else 0.0


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def relative_error(approx, exact):
    print(_norm(approx - exact) / (_norm(approx) + _norm(exact) or 1.0))


@right("square roots of sums of squares")
def relative_error(approx, exact):
    scale = _norm(approx) + _norm(exact)
    return _norm(approx - exact) / scale if scale > 0 else 0.0


@right("scalar products")
def relative_error(approx, exact):
    a, b = np.ravel(approx).astype(float), np.ravel(exact).astype(float)
    if not a.any() and not b.any():
        return 0.0
    return float(((a - b) @ (a - b)) ** 0.5 / ((a @ a) ** 0.5 + (b @ b) ** 0.5))


@right("loops in plain Python")
def relative_error(approx, exact):
    a, b = np.ravel(approx).tolist(), np.ravel(exact).tolist()
    gap = sum((p - q) ** 2 for p, q in zip(a, b)) ** 0.5
    scale = sum(p * p for p in a) ** 0.5 + sum(q * q for q in b) ** 0.5
    return gap / scale if gap else 0.0


# ---------------------------------------------------------------- gradient_check


def _error(cost, gradient, theta, epsilon):
    approx = numerical_gradient(cost, theta, epsilon)
    return relative_error(approx, gradient(theta))


def _verdict(error, low=1e-6, high=1e-4):
    if error < low:
        return "right"
    return "look again" if error < high else "wrong"


@wrong(
    "An error of nan gets the verdict right: no comparison with nan is true. Ask for "
    "error < 1e-6 first, and let the last branch say wrong."
)
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    if error >= 1e-4:
        return "wrong", error
    return ("look again" if error >= 1e-6 else "right"), error


@wrong("The limit for right is 1e-7 here. The docstring says 1e-6.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    return _verdict(error, low=1e-7), error


@wrong("The limit for wrong is 1e-5 here. The docstring says 1e-4.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    return _verdict(error, high=1e-5), error


@wrong("The limit for wrong is 1e-3 here. The docstring says 1e-4.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    return _verdict(error, high=1e-3), error


@wrong("There are three verdicts: from 1e-6 to 1e-4 it is look again.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    return ("right" if error < 1e-6 else "wrong"), error


@wrong("The verdicts are turned round: a small error is right.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    return {"right": "wrong", "wrong": "right"}.get(
        _verdict(error), "look again"
    ), error


@wrong("The verdict comes second here. Return verdict, error, in this order.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    return error, _verdict(error)


@wrong("Only the error is returned. The verdict belongs in front of it.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    return _error(cost, gradient, theta, epsilon)


@wrong("The verdict is True or False. It is one of three words.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    return error < 1e-6, error


@wrong("The distance is not divided by the lengths. Use relative_error.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    approx = numerical_gradient(cost, theta, epsilon)
    error = float(np.linalg.norm(approx - gradient(theta)))
    return _verdict(error), error


@wrong("The slopes are measured to one side only. Use numerical_gradient.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    theta = theta.astype(float)
    approx = np.zeros(theta.shape)
    for place, nudge in _nudged(theta, epsilon):
        approx[place] = (cost(theta + nudge) - cost(theta)) / epsilon
    error = relative_error(approx, gradient(theta))
    return _verdict(error), error


@wrong("epsilon is not passed on: 1e-7 is used in every call.")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, 1e-7)
    return _verdict(error), error


@wrong(
    "The lengths of the two gradients are compared, not the gradients: a wrong sign "
    "passes. Use relative_error of both."
)
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    a = np.linalg.norm(numerical_gradient(cost, theta, epsilon))
    b = np.linalg.norm(gradient(theta))
    error = float(abs(a - b) / (a + b)) if a + b else 0.0
    return _verdict(error), error


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    print(_verdict(error), error)


@right("the pieces, one by one")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    approx = numerical_gradient(cost, theta, epsilon)
    exact = gradient(theta)
    error = relative_error(approx, exact)
    if error < 1e-6:
        verdict = "right"
    elif error < 1e-4:
        verdict = "look again"
    else:
        verdict = "wrong"
    return verdict, error


@right("everything inside, in place, with other norms")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    theta = np.array(theta, dtype=float)
    exact, approx = gradient(theta.copy()), np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        kept = theta[place]
        theta[place] = kept + epsilon
        up = cost(theta)
        theta[place] = kept - epsilon
        approx[place] = (up - cost(theta)) / (2 * epsilon)
        theta[place] = kept
    scale = _norm(approx) + _norm(exact)
    error = _norm(approx - exact) / scale if scale else 0.0
    return _verdict(error), error


@right("words from a table, a list as the result")
def gradient_check(cost, gradient, theta, epsilon=1e-7):
    error = _error(cost, gradient, theta, epsilon)
    place = 2 if np.isnan(error) else int(np.digitize(error, [1e-6, 1e-4]))
    return [("right", "look again", "wrong")[place], np.float64(error)]


# ------------------------------------------------------------------ layer_errors


def _layer_errors(forward, backward, arguments, dout, epsilon, to_number=np.sum):
    """The right errors, or those with another way from the output to one number."""
    slopes, errors = backward(dout, **arguments), {}
    for name, value in arguments.items():

        def J(changed, name=name):
            return to_number(dout * forward(**{**arguments, name: changed}))

        approx = numerical_gradient(J, value, epsilon)
        errors[name] = relative_error(approx, slopes[name])
    return errors


@wrong(
    "dout is left out of J, so every output counts 1, while backward counts them by "
    "dout. J = Σ dout · forward(...)."
)
def layer_errors(forward, backward, arguments, dout, epsilon):
    slopes, errors = backward(dout, **arguments), {}
    for name, value in arguments.items():

        def J(changed, name=name):
            return np.sum(forward(**{**arguments, name: changed}))

        approx = numerical_gradient(J, value, epsilon)
        errors[name] = relative_error(approx, slopes[name])
    return errors


@wrong(
    "backward is called with ones in place of dout, while J weighs the outputs by "
    "dout. Both must mean the same J."
)
def layer_errors(forward, backward, arguments, dout, epsilon):
    def ones(dout, **arguments):
        return backward(np.ones_like(dout), **arguments)

    return _layer_errors(forward, ones, arguments, dout, epsilon)


@wrong("J is a mean here. The slopes of backward belong to the sum over all outputs.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    return _layer_errors(forward, backward, arguments, dout, epsilon, np.mean)


@wrong(
    "The first argument is left out. The inputs have slopes as well, and the layer "
    "below lives on them."
)
def layer_errors(forward, backward, arguments, dout, epsilon):
    errors = _layer_errors(forward, backward, arguments, dout, epsilon)
    return {name: errors[name] for name in list(arguments)[1:]}


@wrong("This is one error for all arguments together. Give each name its own.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    return max(_layer_errors(forward, backward, arguments, dout, epsilon).values())


@wrong("The errors are absolute distances. Use relative_error for each argument.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    slopes, errors = backward(dout, **arguments), {}
    for name, value in arguments.items():

        def J(changed, name=name):
            return np.sum(dout * forward(**{**arguments, name: changed}))

        approx = numerical_gradient(J, value, epsilon)
        errors[name] = float(np.linalg.norm(approx - slopes[name]))
    return errors


@wrong("These are verdicts. Return the relative errors themselves, as numbers.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    errors = _layer_errors(forward, backward, arguments, dout, epsilon)
    return {name: _verdict(error) for name, error in errors.items()}


@wrong("The keys carry a d. Use the names of the arguments as they are.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    errors = _layer_errors(forward, backward, arguments, dout, epsilon)
    return {"d" + name: error for name, error in errors.items()}


@wrong("The errors come as a list. Return a dict: name of the argument, error.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    errors = _layer_errors(forward, backward, arguments, dout, epsilon)
    return list(errors.values())


@wrong("ε is fixed at 1e-7 here. Use the epsilon that is passed in.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    return _layer_errors(forward, backward, arguments, dout, 1e-7)


@wrong(
    "This compares the sums of the slopes. Errors of different sign cancel there: "
    "compare the arrays, number by number."
)
def layer_errors(forward, backward, arguments, dout, epsilon):
    slopes, errors = backward(dout, **arguments), {}
    for name, value in arguments.items():

        def J(changed, name=name):
            return np.sum(dout * forward(**{**arguments, name: changed}))

        a = abs(float(np.sum(numerical_gradient(J, value, epsilon))))
        b = abs(float(np.sum(slopes[name])))
        errors[name] = abs(a - b) / (a + b)
    return errors


@wrong("Only the first argument is checked. Go over all of them.")
def layer_errors(forward, backward, arguments, dout, epsilon):
    errors = _layer_errors(forward, backward, arguments, dout, epsilon)
    return {name: errors[name] for name in list(arguments)[:1]}


@wrong("changes its argument `arguments`")
def layer_errors(forward, backward, arguments, dout, epsilon):
    errors = _layer_errors(forward, backward, arguments, dout, epsilon)
    for name in arguments:
        arguments[name] = arguments[name] + epsilon
    return errors


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def layer_errors(forward, backward, arguments, dout, epsilon):
    print(_layer_errors(forward, backward, arguments, dout, epsilon))


@right("a dict comprehension")
def layer_errors(forward, backward, arguments, dout, epsilon):
    slopes = backward(dout, **arguments)
    approx = {
        name: numerical_gradient(
            lambda v, name=name: (dout * forward(**(arguments | {name: v}))).sum(),
            value,
            epsilon,
        )
        for name, value in arguments.items()
    }
    return {name: relative_error(approx[name], slopes[name]) for name in arguments}


@right("nudged number by number, the output weighed by a scalar product")
def layer_errors(forward, backward, arguments, dout, epsilon):
    slopes, errors = backward(dout, **arguments), {}
    for name in arguments:
        approx = np.zeros(arguments[name].shape)
        for place in np.ndindex(approx.shape):
            ends = []
            for sign in (1, -1):
                moved = {k: v.astype(float) for k, v in arguments.items()}
                moved[name][place] += sign * epsilon
                ends.append(np.vdot(dout, forward(**moved)))
            approx[place] = (ends[0] - ends[1]) / (2 * epsilon)
        errors[name] = relative_error(approx, slopes[name])
    return errors


@right("the slopes asked for anew each time, keys in reverse order")
def layer_errors(forward, backward, arguments, dout, epsilon):
    errors = {}
    for name in reversed(list(arguments)):
        others = {k: v for k, v in arguments.items() if k != name}

        def J(v, name=name, others=others):
            return float(
                np.einsum("...,...->...", dout, forward(**others, **{name: v})).sum()
            )

        approx = numerical_gradient(J, arguments[name], epsilon)
        errors[name] = relative_error(approx, backward(dout, **arguments)[name])
    return errors


# ----------------------------------------------------------------- tanh_backward


def _back(dZ3, dZ2, dZ1, X, A1, A2, m):
    """Gradients of weights and biases from the three dZ."""
    grads = {}
    for k, dZ, A_prev in ((1, dZ1, X), (2, dZ2, A1), (3, dZ3, A2)):
        grads[f"dW{k}"] = dZ @ A_prev.T / m
        grads[f"db{k}"] = np.sum(dZ, axis=1, keepdims=True) / m
    return grads


def _right_parts(AL, Y, caches):
    (X, _, _, _), (A1, W2, _, _), (A2, W3, _, _) = caches
    dZ3 = AL - Y
    dZ2 = (W3.T @ dZ3) * (1 - A2**2)
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    return dZ3, dZ2, dZ1, X, A1, A2, Y.shape[1]


@wrong(
    "The colleague's bug is still there: layers 3 and 2 agree with the nudges, layer 1 "
    "does not. What do tiny weights make alike that large ones keep apart?",
    shown=True,
)
def tanh_backward(AL, Y, caches):
    (X, W1, _, Z1), (A1, W2, _, Z2), (A2, W3, _, Z3) = caches
    m = Y.shape[1]
    dZ3 = AL - Y  # (1, m)
    dW3 = dZ3 @ A2.T / m
    db3 = np.sum(dZ3, axis=1, keepdims=True) / m
    dZ2 = (W3.T @ dZ3) * (1 - A2**2)  # (n_2, m)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - Z1**2)  # (n_1, m)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("In dZ2 the slope of tanh is 1 - Z2². It is 1 - a², with the activation A2.")
def tanh_backward(AL, Y, caches):
    dZ3, _, _, X, A1, A2, m = _right_parts(AL, Y, caches)
    dZ2 = (caches[2][1].T @ dZ3) * (1 - caches[1][3] ** 2)
    dZ1 = (caches[1][1].T @ dZ2) * (1 - A1**2)
    return _back(dZ3, dZ2, dZ1, X, A1, A2, m)


@wrong("Both slopes of tanh are 1 - Z². They are 1 - a², with the activations.")
def tanh_backward(AL, Y, caches):
    dZ3, _, _, X, A1, A2, m = _right_parts(AL, Y, caches)
    dZ2 = (caches[2][1].T @ dZ3) * (1 - caches[1][3] ** 2)
    dZ1 = (caches[1][1].T @ dZ2) * (1 - caches[0][3] ** 2)
    return _back(dZ3, dZ2, dZ1, X, A1, A2, m)


@wrong("The slope of tanh is missing in dZ1. Multiply by 1 - A1².")
def tanh_backward(AL, Y, caches):
    dZ3, dZ2, _, X, A1, A2, m = _right_parts(AL, Y, caches)
    return _back(dZ3, dZ2, caches[1][1].T @ dZ2, X, A1, A2, m)


@wrong("The hidden units are treated as ReLU, slope 1 where z > 0. They are tanh.")
def tanh_backward(AL, Y, caches):
    dZ3, _, _, X, A1, A2, m = _right_parts(AL, Y, caches)
    dZ2 = (caches[2][1].T @ dZ3) * (A2 > 0)
    dZ1 = (caches[1][1].T @ dZ2) * (A1 > 0)
    return _back(dZ3, dZ2, dZ1, X, A1, A2, m)


@wrong("The slope in dZ1 is that of the sigmoid, a (1 - a). For tanh it is 1 - a².")
def tanh_backward(AL, Y, caches):
    dZ3, dZ2, _, X, A1, A2, m = _right_parts(AL, Y, caches)
    dZ1 = (caches[1][1].T @ dZ2) * A1 * (1 - A1)
    return _back(dZ3, dZ2, dZ1, X, A1, A2, m)


@wrong("The slope in dZ1 is 1 - A1, without the square.")
def tanh_backward(AL, Y, caches):
    dZ3, dZ2, _, X, A1, A2, m = _right_parts(AL, Y, caches)
    return _back(dZ3, dZ2, (caches[1][1].T @ dZ2) * (1 - A1), X, A1, A2, m)


@wrong("The slope in dZ1 uses A1 twice through tanh, 1 - tanh(A1)².")
def tanh_backward(AL, Y, caches):
    dZ3, dZ2, _, X, A1, A2, m = _right_parts(AL, Y, caches)
    dZ1 = (caches[1][1].T @ dZ2) * (1 - np.tanh(A1) ** 2)
    return _back(dZ3, dZ2, dZ1, X, A1, A2, m)


@wrong("The factor 1/m is missing: these are sums over the examples, not means.")
def tanh_backward(AL, Y, caches):
    return _back(*_right_parts(AL, Y, caches)[:-1], 1)


@wrong("dW1 and db1 lack the factor 1/m, which the other layers have.")
def tanh_backward(AL, Y, caches):
    grads = _back(*_right_parts(AL, Y, caches))
    m = Y.shape[1]
    return grads | {"dW1": grads["dW1"] * m, "db1": grads["db1"] * m}


@wrong("Every sign is turned round: dZ3 is AL - Y, not Y - AL.")
def tanh_backward(AL, Y, caches):
    return _back(*_right_parts(AL, Y, caches)[:-1], -Y.shape[1])


@wrong("db1 is one number for the whole layer. Sum over the examples only, axis=1.")
def tanh_backward(AL, Y, caches):
    grads = _back(*_right_parts(AL, Y, caches))
    return grads | {"db1": np.full_like(grads["db1"], np.sum(grads["db1"]))}


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def tanh_backward(AL, Y, caches):
    print(_back(*_right_parts(AL, Y, caches)))


@right("the slope from Z, by tanh")
def tanh_backward(AL, Y, caches):
    (X, _, _, Z1), (A1, W2, _, Z2), (A2, W3, _, _) = caches
    dZ3 = AL - Y
    dZ2 = (W3.T @ dZ3) * (1 - np.tanh(Z2) ** 2)
    dZ1 = (W2.T @ dZ2) * (1 - np.tanh(Z1) ** 2)
    return _back(dZ3, dZ2, dZ1, X, A1, A2, Y.shape[1])


@right("a loop over the layers, with 1 / cosh²")
def tanh_backward(AL, Y, caches):
    grads, dZ, m = {}, (AL - Y) / Y.shape[1], Y.shape[1]
    for k in (3, 2, 1):
        A_prev, W, _, _ = caches[k - 1]
        grads[f"dW{k}"] = np.einsum("im,jm->ij", dZ, A_prev)
        grads[f"db{k}"] = dZ @ np.ones((m, 1))
        if k > 1:
            dZ = (W.T @ dZ) / np.cosh(caches[k - 2][3]) ** 2
    return grads


@right("example by example")
def tanh_backward(AL, Y, caches):
    m, total = Y.shape[1], {}
    for i in range(m):
        one = [tuple(v[:, i : i + 1] if j in (0, 3) else v for j, v in enumerate(cache))
               for cache in caches]  # fmt: skip
        parts = _right_parts(AL[:, i : i + 1], Y[:, i : i + 1], one)
        for name, value in _back(*parts).items():
            total[name] = total.get(name, 0) + value / m
    return total


@right("in single precision, Fortran order")
def tanh_backward(AL, Y, caches):
    grads = _back(*_right_parts(AL, Y, caches))
    return {k: np.asfortranarray(v.astype(np.float32)) for k, v in grads.items()}


# --------------------------------------------------------------------- decisions


@right("capital letters")
def decisions():
    return dict(
        halved="B",
        smaller_still="C",
        every_step="D",
        one_third="A",
        only_weights="C",
        other_each_time="B",
        all_zeros="D",
        half_a_slope="A",
    )


@right("letters with a bracket")
def decisions():
    return dict(
        halved="b)",
        smaller_still="c)",
        every_step="d)",
        one_third="a)",
        only_weights="c)",
        other_each_time="b)",
        all_zeros="d)",
        half_a_slope="a)",
    )


@right("another order, with blanks")
def decisions():
    return dict(
        half_a_slope=" a",
        all_zeros="d ",
        other_each_time=" b ",
        only_weights="c",
        one_third="A.",
        every_step="d",
        smaller_still="c ",
        halved=" B",
    )


QUESTIONS = {
    "decisions": {
        "halved": {
            "a": "That is the one-sided difference, whose error goes with ε.",
            "b": "Yes: the error goes with ε², and (1/2)² is a quarter.",
            "c": "An eighth would be ε³; the term that stays is ε² f'''(x) / 6.",
            "d": "It would double in the other branch, where rounding rules.",
        },
        "smaller_still": {
            "a": "Truncation becomes smaller, yes. But it is not what is left.",
            "b": "Nothing is exactly 0 yet: 1 + 1e-12 is another number than 1.",
            "c": "Yes: f is known to 16 digits, the first 12 cancel, 4 are left.",
            "d": "The order of the two errors is turned round: this is no truncation.",
        },
        "every_step": {
            "a": "It is right to 8 digits or so; descent needs far fewer.",
            "b": "It does not: the steps would look the same.",
            "c": "The bends do harm only where a z stands on one.",
            "d": "Yes: a numerical gradient takes 2n forward passes, backward one "
            "pass back for all slopes.",
        },
        "one_third": {
            "a": "Yes: |2 - 1| / (2 + 1) = 1/3.",
            "b": "A wrong sign gives |-1 - 1| / (1 + 1) = 1.",
            "c": "Nothing at all gives |0 - 1| / (0 + 1) = 1.",
            "d": "Rounding gives 1e-8, not 1/3.",
        },
        "only_weights": {
            "a": "Then the biases would be off as well.",
            "b": "Noise of rounding is a million times smaller here.",
            "c": "Yes: the penalty depends on W alone, so its slope is missing in dW.",
            "d": "A bend shows in single numbers, and in the biases first.",
        },
        "other_each_time": {
            "a": "The difference of two other networks grows when it is divided by a "
            "smaller 2ε.",
            "b": "Yes: up and down must be the same network. First keep_prob = 1, or "
            "one fixed mask.",
            "c": "The measurement is what is broken; the backward pass may be right.",
            "d": "The mean of 1000 measurements is still noise of size 1/ε.",
        },
        "all_zeros": {
            "a": "Wrong code can return the right zeros.",
            "b": "It is exactly 0 for most slopes, not small by rounding.",
            "c": "The threshold is not what lets it pass: the error is nearly 0.",
            "d": "Yes: at zero almost all true slopes are 0, and 0 times any bug is 0.",
        },
        "half_a_slope": {
            "a": "Yes: half of the run goes up, half is flat. Move a little away and "
            "check again.",
            "b": "1 is as good a choice as 0, and would be half a slope off as well.",
            "c": "On the bend it is 1/2 for every ε.",
            "d": "The network trains well: a z rarely stands on 0 exactly.",
        },
    }
}

# The answers above call these earlier functions: here the names mean the right ones
# again, whatever answer was the last to bear them.
from source.c2w1_gradient_checking.reference import (  # noqa: E402, I001
    numerical_gradient,
    relative_error,
    two_sided_difference,
)
