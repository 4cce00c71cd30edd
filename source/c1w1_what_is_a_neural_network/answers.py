"""Wrong answers with their messages, and right ones written differently."""

import numpy as np

from autograder.truth.decorators import right, wrong

# --- relu_neuron ---------------------------------------------------------------


@wrong("The line is not cut off: prices below 0 remain. Take the larger of 0 and it.")
def relu_neuron(x, w, b):
    return w * x + b


@wrong("np.minimum keeps the part below 0: the price is the larger of the two.")
def relu_neuron(x, w, b):
    return np.minimum(0.0, w * x + b)


@wrong("abs folds the negative part up: below 0 the price is 0.")
def relu_neuron(x, w, b):
    return np.abs(w * x + b)


@wrong("b is added after the cut, so the kink stays at size 0: cut w x + b as a whole.")
def relu_neuron(x, w, b):
    return np.maximum(0.0, w * x) + b


@wrong("b is subtracted: the line is w x + b.")
def relu_neuron(x, w, b):
    return np.maximum(0.0, w * x - b)


@wrong("b is missing, so the line starts at 0.")
def relu_neuron(x, w, b):
    return np.maximum(0.0, w * x)


@wrong("w and b are swapped: w multiplies x, b is added.")
def relu_neuron(x, w, b):
    return np.maximum(0.0, b * x + w)


@wrong("The rank is 1: the result keeps the shape (1, m) of x, without ravel.")
def relu_neuron(x, w, b):
    return np.maximum(0.0, w * x + b).ravel()


@right("np.where")
def relu_neuron(x, w, b):
    z = w * x + b
    return np.where(z > 0, z, 0.0)


@right("a loop over the houses")
def relu_neuron(x, w, b):
    a = np.zeros(x.shape)
    for i in range(x.shape[1]):
        a[0, i] = max(0.0, w * x[0, i] + b)
    return a


@right("half of z plus its size")
def relu_neuron(x, w, b):
    z = w * x + b
    return (z + abs(z)) / 2


# --- design_matrix -------------------------------------------------------------


@wrong("A house is a row here, (m, n_x): we keep one house per column.")
def design_matrix(houses, features):
    return np.array([[house[name] for name in features] for house in houses], float)


@wrong("reshape mixes numbers of different houses: transpose instead.")
def design_matrix(houses, features):
    rows = [[house[name] for name in features] for house in houses]
    return np.array(rows, dtype=float).reshape(len(features), len(houses))


@wrong("The rows are sorted by name: row i holds features[i], in the order given.")
def design_matrix(houses, features):
    rows = [[house[name] for house in houses] for name in sorted(features)]
    return np.array(rows, dtype=float)


@wrong("values() ignores the names: the order differs from dict to dict.")
def design_matrix(houses, features):
    n_x = len(features)
    return np.array([list(house.values())[:n_x] for house in houses], float).T


@wrong("int cuts the digits after the point: the matrix holds floats.")
def design_matrix(houses, features):
    rows = [[int(house[name]) for house in houses] for name in features]
    return np.array(rows, dtype=float)


@wrong("The last house is missing: the loop goes over all of them.")
def design_matrix(houses, features):
    rows = [[house[name] for house in houses[:-1]] for name in features]
    return np.array(rows, dtype=float)


@wrong("The names are fixed, size and bedrooms: take those in features.")
def design_matrix(houses, features):
    names = ("size", "bedrooms")
    return np.array([[house[name] for house in houses] for name in names], float)


@wrong("This is a list of lists: make an array of it, with a shape.")
def design_matrix(houses, features):
    return [[float(house[name]) for house in houses] for name in features]


@right("rows per house, then the transpose")
def design_matrix(houses, features):
    rows = [[float(house[name]) for name in features] for house in houses]
    return np.array(rows).T


@right("entry by entry")
def design_matrix(houses, features):
    X = np.zeros((len(features), len(houses)))
    for i in range(len(features)):
        for j in range(len(houses)):
            X[i, j] = houses[j][features[i]]
    return X


@right("columns side by side, Fortran order")
def design_matrix(houses, features):
    columns = [[[house[name]] for name in features] for house in houses]
    return np.asfortranarray(np.hstack([np.array(c, dtype=float) for c in columns]))


# --- mean_squared_error --------------------------------------------------------


@wrong(
    "The mean is taken before the square, so too high and too low cancel: square "
    "each difference first.",
    shown=True,
)
def mean_squared_error(A, Y):
    return np.mean(A - Y) ** 2


@wrong("This is the sum of the squares: divide by m.")
def mean_squared_error(A, Y):
    return np.sum((A - Y) ** 2)


@wrong("These are absolute differences: the error squares them.")
def mean_squared_error(A, Y):
    return np.mean(np.abs(A - Y))


@wrong("The root is taken: the mean of the squares is the result itself.")
def mean_squared_error(A, Y):
    return np.sqrt(np.mean((A - Y) ** 2))


@wrong("There is a factor 1/2 here: the mean has 1/m alone.")
def mean_squared_error(A, Y):
    return np.mean((A - Y) ** 2) / 2


@wrong("A + Y is squared: the error is about the difference A - Y.")
def mean_squared_error(A, Y):
    return np.mean((A + Y) ** 2)


@wrong("Squares are subtracted, a^2 - y^2: subtract first, then square.")
def mean_squared_error(A, Y):
    return np.mean(A**2 - Y**2)


@wrong("This is one number per house: take the mean of them.")
def mean_squared_error(A, Y):
    return (A - Y) ** 2


@right("a loop over the houses")
def mean_squared_error(A, Y):
    total = 0.0
    for i in range(A.shape[1]):
        total += (float(A[0, i]) - float(Y[0, i])) ** 2
    return total / A.shape[1]


@right("length of the difference, squared")
def mean_squared_error(A, Y):
    return float(np.linalg.norm(A - Y) ** 2 / A.size)


@right("einsum")
def mean_squared_error(A, Y):
    D = np.asarray(A - Y, dtype=float)
    return np.einsum("ij,ij->", D, D) / D.shape[1]


# --- neuron --------------------------------------------------------------------


@wrong("The sum is not cut off at 0: take the larger of 0 and w^T x + b.")
def neuron(X, w, b):
    return w.T @ X + b


@wrong("b is missing from the sum.")
def neuron(X, w, b):
    return np.maximum(0.0, w.T @ X)


@wrong("b is added after the cut: cut w^T x + b as a whole.")
def neuron(X, w, b):
    return np.maximum(0.0, w.T @ X) + b


@wrong("w * X keeps one row per feature: the products must be added down the columns.")
def neuron(X, w, b):
    return np.maximum(0.0, w * X + b)


@wrong("Each product is cut before the sum: add first, and cut the sum.")
def neuron(X, w, b):
    return np.sum(np.maximum(0.0, w * X), axis=0, keepdims=True) + b


@wrong("The products are averaged over the features: they are added.")
def neuron(X, w, b):
    return np.maximum(0.0, np.mean(w * X, axis=0, keepdims=True) + b)


@wrong("b is added once per feature: it joins the finished sum, once.")
def neuron(X, w, b):
    return np.maximum(0.0, np.sum(w * X + b, axis=0, keepdims=True))


@wrong("The result is a column (m, 1), examples must stay columns: w.T @ X.")
def neuron(X, w, b):
    return np.maximum(0.0, X.T @ w + b)


@right("a sum of scaled rows")
def neuron(X, w, b):
    z = np.full((1, X.shape[1]), float(b))
    for i in range(X.shape[0]):
        z = z + w[i, 0] * X[i : i + 1, :]
    return np.maximum(z, 0.0)


@right("einsum and clip")
def neuron(X, w, b):
    return np.clip(np.einsum("io,im->om", w, X) + b, 0.0, None)


@right("product and sum, mask")
def neuron(X, w, b):
    z = (w * X).sum(axis=0, keepdims=True) + b
    return z * (z > 0)


# --- small_forward -------------------------------------------------------------


def _parts(parameters):
    return (parameters[name] for name in ("W1", "b1", "W2", "b2"))


@wrong("The hidden units are not cut off at 0: each of them is a ReLU neuron too.")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    A1 = W1 @ X + b1
    return A1, np.maximum(0.0, W2 @ A1 + b2)


@wrong("The output is not cut off at 0: a price below 0 remains.")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    A1 = np.maximum(0.0, W1 @ X + b1)
    return A1, W2 @ A1 + b2


@wrong("b1 is missing in the hidden layer.")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    A1 = np.maximum(0.0, W1 @ X)
    return A1, np.maximum(0.0, W2 @ A1 + b2)


@wrong("b2 is missing in the output layer.")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    A1 = np.maximum(0.0, W1 @ X + b1)
    return A1, np.maximum(0.0, W2 @ A1)


@wrong("The two results are swapped: A1 comes first, then A2.")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    A1 = np.maximum(0.0, W1 @ X + b1)
    return np.maximum(0.0, W2 @ A1 + b2), A1


@wrong("Only the price comes back: return A1 as well, the pair (A1, A2).")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    return np.maximum(0.0, W2 @ np.maximum(0.0, W1 @ X + b1) + b2)


@wrong("b1 is subtracted in the hidden layer: it is added.")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    A1 = np.maximum(0.0, W1 @ X - b1)
    return A1, np.maximum(0.0, W2 @ A1 + b2)


@wrong("The second layer gets |A1| of the uncut sums: its input is A1, cut at 0.")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    Z1 = W1 @ X + b1
    return np.maximum(0.0, Z1), np.maximum(0.0, W2 @ np.abs(Z1) + b2)


@right("unit by unit")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    rows = [np.maximum(0.0, W1[j] @ X + b1[j, 0]) for j in range(W1.shape[0])]
    A1 = np.array(rows)
    z = sum(W2[0, j] * rows[j] for j in range(len(rows))) + b2[0, 0]
    return A1, np.maximum(0.0, z)[None, :]


@right("einsum and masks")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    Z1 = np.einsum("ji,im->jm", W1, X) + b1
    A1 = Z1 * (Z1 > 0)
    Z2 = np.einsum("kj,jm->km", W2, A1) + b2
    return A1, Z2 * (Z2 > 0)


@right("transposes, Fortran order")
def small_forward(X, parameters):
    W1, b1, W2, b2 = _parts(parameters)
    A1 = (X.T @ W1.T + b1.T).clip(min=0.0).T
    return A1, (A1.T @ W2.T + b2.T).clip(min=0.0).T


# --- count_parameters ----------------------------------------------------------


@wrong("The biases are missing: one more number per unit.")
def count_parameters(layer_sizes):
    return sum(p * n for p, n in zip(layer_sizes, layer_sizes[1:]))


@wrong("There is one bias per layer here: each unit has its own.")
def count_parameters(layer_sizes):
    return sum(p * n + 1 for p, n in zip(layer_sizes, layer_sizes[1:]))


@wrong("The biases are counted for the layer before: a unit owns its bias itself.")
def count_parameters(layer_sizes):
    return sum(p * n + p for p, n in zip(layer_sizes, layer_sizes[1:]))


@wrong("The features are counted as well: they are inputs, not parameters.")
def count_parameters(layer_sizes):
    pairs = zip(layer_sizes, layer_sizes[1:])
    return layer_sizes[0] + sum(p * n + n for p, n in pairs)


@wrong("These are the units: most parameters are weights between two layers.")
def count_parameters(layer_sizes):
    return sum(layer_sizes)


@wrong("Only the first layer is counted: go on over all neighbours in the list.")
def count_parameters(layer_sizes):
    n_x, n = (layer_sizes + [0])[:2]
    return n_x * n + n


@wrong("The output layer is missing: the last pair of sizes counts too.")
def count_parameters(layer_sizes):
    sizes = layer_sizes[:-1]
    return sum(p * n + n for p, n in zip(sizes, sizes[1:]))


@wrong("The sizes are multiplied along the whole network: only neighbours are joined.")
def count_parameters(layer_sizes):
    return int(np.prod([float(n) for n in layer_sizes[:6]])) + sum(layer_sizes[1:])


@right("units times inputs plus one")
def count_parameters(layer_sizes):
    pairs = zip(layer_sizes, layer_sizes[1:])
    return sum(n * (n_prev + 1) for n_prev, n in pairs)


@right("an index, from the end")
def count_parameters(layer_sizes):
    count, layer = 0, len(layer_sizes) - 1
    while layer > 0:
        count += layer_sizes[layer] * (1 + layer_sizes[layer - 1])
        layer -= 1
    return count


@right("a dot product")
def count_parameters(layer_sizes):
    n = np.array(layer_sizes)
    return int(np.dot(n[1:], n[:-1] + 1))


# --- decisions -----------------------------------------------------------------

QUESTIONS = {
    "decisions": {
        "photo": {
            "a": "It would take the pixels, but it must learn each place anew.",
            "b": "Yes: a CNN looks for the same pattern everywhere in the picture.",
            "c": "An RNN reads a sequence; a picture is a field of neighbours.",
            "d": "One kind of input and a common task: the CNN alone does it.",
        },
        "speech": {
            "a": "It has a fixed number of inputs and no notion of time.",
            "b": "A CNN is made for pictures first; sound is a sequence in time.",
            "c": "Yes: sound is a series in time, and an RNN goes along it.",
            "d": "One kind of input, a series in time: an RNN does it.",
        },
        "driving": {
            "a": "Pictures as plain columns forget which pixels are neighbours.",
            "b": "The CNN takes the pictures; something must take the radar as well.",
            "c": "An RNN alone does not look at pictures.",
            "d": "Yes: pictures and radar together need a network put together.",
        },
        "unstructured": {
            "a": "Yes: a single sample of sound has no meaning of its own.",
            "b": "Each column has a name and a meaning: structured.",
            "c": "Age and advert have a defined meaning each: structured.",
        },
        "ad_number": {
            "a": "Large numbers can be scaled; the trouble would remain.",
            "b": "An ID does help: some adverts are clicked more than others.",
            "c": "Yes: 93287 is not more of anything than 93242, it is a name.",
        },
        "small_data": {
            "a": "Its lead shows with many examples, not with few.",
            "b": "It can win with good features, but it need not.",
            "c": "It can win, but nothing guarantees it.",
            "d": "Yes: with few examples features and care decide the order.",
        },
        "better": {
            "a": "A small network levels off: more data alone stop helping.",
            "b": "Yes: the large network has room, and the data fill it.",
            "c": "Faster code gives more rounds of trying; the curve stays the same.",
        },
        "hidden": {
            "a": "We draw the names to understand; nobody tells the network.",
            "b": "Every hidden unit receives all the features.",
            "c": "Yes: training sets the weights, and with them the meaning.",
        },
    },
}


@right("capital letters")
def decisions():
    letters = {"photo": "B", "speech": "C", "driving": "D", "unstructured": "A"}
    return letters | {"ad_number": "C", "small_data": "D", "better": "B", "hidden": "C"}


@right("with brackets")
def decisions():
    letters = {"hidden": "c)", "better": "b)", "small_data": "d)", "ad_number": "c)"}
    return letters | {
        "unstructured": "a)",
        "driving": "d)",
        "speech": "c)",
        "photo": "b)",
    }


@right("with spaces and dots")
def decisions():
    letters = {"photo": " b", "speech": "c.", "driving": "d ", "unstructured": "a"}
    return letters | {
        "ad_number": "c",
        "small_data": " d ",
        "better": "b.",
        "hidden": "c",
    }
