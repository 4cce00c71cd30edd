"""Answers to the exercises of logistic regression: wrong ones and right ones."""

import math

import numpy as np

from autograder.truth.decorators import right, wrong

# ---------------------------------------------------------------- flatten_images


@wrong(
    "The shape is right, but reshape(-1, m) deals the numbers out over all columns: "
    "each column mixes pixels of every picture. Use reshape(m, -1), then transpose."
)
def flatten_images(images):
    return images.reshape(-1, images.shape[0])


@wrong(
    "Each row is a picture here, of shape (m, n_x). Examples are columns: transpose."
)
def flatten_images(images):
    return images.reshape(images.shape[0], -1)


@wrong(
    "This is one single column with all pictures below each other. Leave the axis m "
    "alone: reshape to (m, -1), then transpose."
)
def flatten_images(images):
    return images.reshape(-1, 1)


@wrong(
    "The axes are transposed before the reshape. `.T` on four axes turns all of them "
    "round: reshape to two axes first, then transpose."
)
def flatten_images(images):
    return images.T.reshape(images.shape[0], -1).T


@wrong(
    "The sizes 64, 64 and 3 are written into the code. Take them from images.shape, "
    "or let -1 find the product."
)
def flatten_images(images):
    return images.reshape(images.shape[0], 64 * 64 * 3).T


@wrong("Only the first picture is flattened. Keep m columns, one for each picture.")
def flatten_images(images):
    return images[0].reshape(-1, 1)


@wrong(
    "Only the first channel is kept. A colour picture has n_H n_W n_C numbers: red, "
    "green and blue all go into the column."
)
def flatten_images(images):
    return images[..., 0].reshape(images.shape[0], -1).T


@wrong(
    "The channels are averaged to grey. Flattening only puts the numbers in another "
    "order; none may be lost."
)
def flatten_images(images):
    return images.mean(axis=3).reshape(images.shape[0], -1).T


@wrong(
    "The values are divided by 255 here. That is a step of its own, in the cell after "
    "this exercise: flattening leaves the values as they are."
)
def flatten_images(images):
    return images.reshape(images.shape[0], -1).T / 255


@wrong(
    "The pixels come column by column of the picture (n_W before n_H). Keep NumPy's "
    "own order: reshape(m, -1) without swapping axes."
)
def flatten_images(images):
    return images.transpose(0, 2, 1, 3).reshape(images.shape[0], -1).T


@wrong(
    "This gives all red values, then all green, then all blue. That order would do "
    "as well, but we agree on NumPy's order, as the docstring says."
)
def flatten_images(images):
    return images.transpose(0, 3, 1, 2).reshape(images.shape[0], -1).T


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def flatten_images(images):
    print(images.reshape(images.shape[0], -1).T)


@right("reversed axes in Fortran order")
def flatten_images(images):
    m = images.shape[0]
    return (
        images.T.reshape(-1, m, order="F")
        if m == 1
        else np.array([images[i].flatten() for i in range(m)]).T
    )


@right("one column after the other")
def flatten_images(images):
    return np.column_stack([picture.ravel() for picture in images])


@right("loops over every pixel, a Fortran-ordered result")
def flatten_images(images):
    m, n_H, n_W, n_C = images.shape
    X = np.zeros((n_H * n_W * n_C, m), images.dtype, order="F")
    for h in range(n_H):
        for w in range(n_W):
            for c in range(n_C):
                X[(h * n_W + w) * n_C + c] = images[:, h, w, c]
    return X


@right("m as the last axis, then one reshape")
def flatten_images(images):
    return np.moveaxis(images, 0, -1).reshape(-1, len(images))


# ----------------------------------------------------------------------- sigmoid


@wrong(
    "This is 1 / (1 + e^z), which falls where it should rise: the minus in front of z "
    "is missing."
)
def sigmoid(z):
    return 1 / (1 + np.exp(z))


@wrong(
    "e^z / (1 + e^z) is the right formula on paper, but e^800 overflows and "
    "inf / inf is nan. Write it with e^{-z}, or with e^{-|z|}."
)
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


@wrong(
    "Without brackets this is (1 / 1) + e^{-z}. Put the whole denominator into "
    "brackets."
)
def sigmoid(z):
    return 1 / 1 + np.exp(-z)


@wrong("The denominator is 1 - e^{-z}; it must be 1 + e^{-z}, which is never 0.")
def sigmoid(z):
    return 1 / (1 - np.exp(-z))


@wrong(
    "This is tanh, which runs from -1 to 1. The sigmoid runs from 0 to 1: "
    "σ(z) = (1 + tanh(z / 2)) / 2."
)
def sigmoid(z):
    return np.tanh(z)


@wrong("This is the slope a (1 - a) of the sigmoid, not the sigmoid itself.")
def sigmoid(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


@wrong(
    "This is the class, 0 or 1. The sigmoid gives the probability itself; the "
    "decision comes later, in predict."
)
def sigmoid(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


@wrong(
    "|z| is used for both signs, so every answer is at least one half. For z < 0 the "
    "stable form is e^{z} / (1 + e^{z})."
)
def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@wrong("The base is 10 here. The sigmoid uses e = 2.718...: np.exp(-z).")
def sigmoid(z):
    return 1 / (1 + 10.0 ** -np.asarray(z))


@wrong("The base is 2 here. The sigmoid uses e = 2.718...: np.exp(-z).")
def sigmoid(z):
    return 1 / (1 + 2.0 ** -np.asarray(z))


@wrong(
    "math.exp takes one number only. np.exp takes arrays as well, element by element."
)
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


@wrong(
    "The values are divided by their sum. Each element has its own sigmoid: the "
    "neighbours do not count."
)
def sigmoid(z):
    a = 1 / (1 + np.exp(-np.asarray(z)))
    return a / a.sum()


@wrong("changes its argument `z`")
def sigmoid(z):
    z *= -1
    return 1 / (1 + np.exp(z))


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def sigmoid(z):
    print(1 / (1 + np.exp(-z)))


@right("the formula as it stands: e^1000 is inf, and 1 / inf is 0")
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@right("with tanh")
def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


@right("two masks, each with the exponent that cannot overflow")
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    a = np.zeros_like(z)
    a[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    a[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return a


@right("with logaddexp")
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z)))


@right("in single precision")
def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=np.float32)))


# ----------------------------------------------------------------- logistic_loss


def _floored_log(p):
    return np.log(np.maximum(p, np.exp(-100)))


@wrong(
    "The minus in front is missing: logarithms of probabilities are negative, and a "
    "loss must not be."
)
def logistic_loss(yhat, y):
    return y * _floored_log(yhat) + (1 - y) * _floored_log(1 - yhat)


@wrong(
    "The logarithm has base 10. The loss uses the natural one: np.log, not np.log10."
)
def logistic_loss(yhat, y):
    floor = np.exp(-100)
    one, zero = np.maximum(yhat, floor), np.maximum(1 - yhat, floor)
    return -(y * np.log10(one) + (1 - y) * np.log10(zero))


@wrong("The logarithm has base 2. The loss uses the natural one: np.log, not np.log2.")
def logistic_loss(yhat, y):
    floor = np.exp(-100)
    one, zero = np.maximum(yhat, floor), np.maximum(1 - yhat, floor)
    return -(y * np.log2(one) + (1 - y) * np.log2(zero))


@wrong(
    "The second term has the wrong sign: for y = 0 the loss is -ln(1 - ŷ). Bracket "
    "both terms, then put one minus in front."
)
def logistic_loss(yhat, y):
    return -y * _floored_log(yhat) + (1 - y) * _floored_log(1 - yhat)


@wrong(
    "Only the term of class 1 is here, so examples with y = 0 cost nothing. Add "
    "(1 - y) ln(1 - ŷ)."
)
def logistic_loss(yhat, y):
    return -y * _floored_log(yhat)


@wrong(
    "The logarithm is taken of the label. The label chooses the term; the logarithm "
    "belongs to ŷ: y ln ŷ."
)
def logistic_loss(yhat, y):
    return -(yhat * _floored_log(y) + (1 - yhat) * _floored_log(1 - y))


@wrong("The labels are exchanged: y belongs to ln ŷ, and 1 - y belongs to ln(1 - ŷ).")
def logistic_loss(yhat, y):
    return -((1 - y) * _floored_log(yhat) + y * _floored_log(1 - yhat))


@wrong("This is the squared error (ŷ - y)² / 2, not the logistic loss.")
def logistic_loss(yhat, y):
    return (yhat - y) ** 2 / 2


@wrong("This is the distance |ŷ - y|, not the logistic loss.")
def logistic_loss(yhat, y):
    return np.abs(yhat - y)


@wrong(
    "The losses are added up. The loss belongs to one example: the result has the "
    "shape of ŷ."
)
def logistic_loss(yhat, y):
    return np.sum(-(y * _floored_log(yhat) + (1 - y) * _floored_log(1 - yhat)))


@wrong(
    "The losses are averaged: that is the cost, the next function but one. The loss "
    "belongs to one example: the result has the shape of ŷ."
)
def logistic_loss(yhat, y):
    return np.mean(-(y * _floored_log(yhat) + (1 - y) * _floored_log(1 - yhat)))


@wrong(
    "ŷ = 0 or 1 gives ln 0 = -inf, and 0 times -inf is nan. Let no logarithm fall "
    "below -100: np.log(np.maximum(..., np.exp(-100)))."
)
def logistic_loss(yhat, y):
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))


@wrong(
    "1 - e^{-100} is exactly 1 in a computer, so clipping ŷ from above changes "
    "nothing and ln(1 - ŷ) is still -inf. Put the floor under 1 - ŷ instead."
)
def logistic_loss(yhat, y):
    yhat = np.clip(yhat, np.exp(-100), 1 - np.exp(-100))
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))


@wrong(
    "ŷ is clipped at 1e-15, so a certain and wrong answer costs 34.5. The docstring "
    "lets the logarithm fall to -100: clip at e^{-100}."
)
def logistic_loss(yhat, y):
    yhat = np.clip(yhat, 1e-15, 1 - 1e-15)
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))


@wrong(
    "1e-8 is added inside the logarithms. That stays finite, but a certain and wrong "
    "answer then costs 18.4 instead of 100. Use np.maximum(..., np.exp(-100))."
)
def logistic_loss(yhat, y):
    return -(y * np.log(yhat + 1e-8) + (1 - y) * np.log(1 - yhat + 1e-8))


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def logistic_loss(yhat, y):
    print(-(y * np.log(yhat) + (1 - y) * np.log(1 - yhat)))


@right("the label chooses the probability, then one logarithm")
def logistic_loss(yhat, y):
    seen = np.where(np.asarray(y) == 1, yhat, 1 - np.asarray(yhat))
    return -np.log(np.maximum(seen, np.exp(-100)))


@right("the logarithm first, its floor afterwards")
def logistic_loss(yhat, y):
    with np.errstate(divide="ignore"):
        one = np.maximum(np.log(yhat), -100)
        zero = np.maximum(np.log1p(-np.asarray(yhat)), -100)
    return y * -one + (1 - y) * -zero


@right("a loop over the elements, with math.log")
def logistic_loss(yhat, y):
    def one(p, t):
        seen = float(p) if t == 1 else 1 - float(p)
        return -math.log(seen) if seen > math.exp(-100) else 100.0

    loss = [one(p, t) for p, t in zip(np.ravel(yhat), np.ravel(y))]
    return np.reshape(loss, np.shape(yhat))


@right("in single precision, in Fortran order")
def logistic_loss(yhat, y):
    p = np.asarray(yhat, dtype=np.float32)
    seen = np.where(np.asarray(y) == 1, p, 1 - p)
    with np.errstate(divide="ignore"):
        loss = np.minimum(-np.log(seen), np.float32(100))
    return np.asfortranarray(loss).reshape(np.shape(yhat))


# -------------------------------------------------------------------- likelihood


@wrong(
    "This is the probability of class 1 in every case. Where y = 0 was seen, its "
    "probability is 1 - ŷ."
)
def likelihood(yhat, y):
    return yhat + 0 * y


@wrong(
    "The exponents are exchanged: ŷ carries the exponent y, and 1 - ŷ carries 1 - y."
)
def likelihood(yhat, y):
    return yhat ** (1 - y) * (1 - yhat) ** y


@wrong(
    "The two powers are added. The power that does not count is p⁰ = 1, so they must "
    "be multiplied."
)
def likelihood(yhat, y):
    return yhat**y + (1 - yhat) ** (1 - y)


@wrong("This is the logarithm of the probability. The likelihood is ŷ or 1 - ŷ itself.")
def likelihood(yhat, y):
    return -logistic_loss(yhat, y)


@wrong("This is the loss. The likelihood is a probability, between 0 and 1.")
def likelihood(yhat, y):
    return logistic_loss(yhat, y)


@wrong(
    "All examples are multiplied into one number. Here each example keeps its own "
    "probability: the result has the shape of ŷ."
)
def likelihood(yhat, y):
    return np.prod(yhat**y * (1 - yhat) ** (1 - y))


@wrong("Base and exponent are exchanged: it is ŷ to the power y, not y to the power ŷ.")
def likelihood(yhat, y):
    return np.power(y, yhat, dtype=float) * np.power(1 - y, 1 - yhat, dtype=float)


@wrong(
    "Only the factor ŷ^y is here, so where y = 0 the result is 1. Multiply by "
    "(1 - ŷ)^{1 - y}."
)
def likelihood(yhat, y):
    return yhat**y


@wrong("This is ŷ y: zero wherever y = 0. There the probability is 1 - ŷ.")
def likelihood(yhat, y):
    return yhat * y


@wrong(
    "This says whether the more probable class was seen. The likelihood keeps the "
    "probability itself."
)
def likelihood(yhat, y):
    return ((np.asarray(yhat) > 0.5) == y) * 1.0


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def likelihood(yhat, y):
    print(yhat**y * (1 - yhat) ** (1 - y))


@right("the label chooses")
def likelihood(yhat, y):
    return np.where(np.asarray(y) == 1, yhat, 1 - np.asarray(yhat))


@right("the straight line between the two cases")
def likelihood(yhat, y):
    return y * yhat + (1 - y) * (1 - yhat)


@right("one minus the distance to the label")
def likelihood(yhat, y):
    return 1 - np.abs(y - yhat)


@right("e to the minus loss")
def likelihood(yhat, y):
    return np.exp(-logistic_loss(yhat, y))


@right("in single precision, example by example")
def likelihood(yhat, y):
    p = [q if t == 1 else 1 - q for q, t in zip(np.ravel(yhat), np.ravel(y))]
    return np.array(p, dtype=np.float32).reshape(np.shape(yhat))


# ------------------------------------------------------------------ compute_cost


@wrong("The minus in front of the mean is missing (or there are two of them).")
def compute_cost(A, Y):
    return float(-np.mean(logistic_loss(A, Y)))


@wrong(
    "The losses are added, but not divided by m. (len(A) is 1, the number of rows: m "
    "is A.shape[1].)"
)
def compute_cost(A, Y):
    return float(np.sum(logistic_loss(A, Y)))


@wrong("Divided by m twice: np.mean already holds the factor 1/m.")
def compute_cost(A, Y):
    return float(np.mean(logistic_loss(A, Y)) / A.shape[1])


@wrong(
    "Half of the cost: the factor is 1/m here. The 1/(2m) belongs to squared errors."
)
def compute_cost(A, Y):
    return float(np.sum(logistic_loss(A, Y)) / (2 * A.shape[1]))


@wrong("The mean square of A - Y is not the cost: average the logistic losses.")
def compute_cost(A, Y):
    return float(np.mean((A - Y) ** 2))


@wrong("The mean is not taken: these are the m losses. The cost is one number.")
def compute_cost(A, Y):
    return logistic_loss(A, Y)


@wrong(
    "axis=1 leaves an array of shape (1,). The cost is one number: take the mean over "
    "everything."
)
def compute_cost(A, Y):
    return np.mean(logistic_loss(A, Y), axis=1)


@wrong(
    "keepdims=True leaves an array of shape (1, 1). The cost is one number: drop it."
)
def compute_cost(A, Y):
    return np.mean(logistic_loss(A, Y), axis=1, keepdims=True)


@wrong(
    "The mean runs down the columns (axis 0), and each column holds one example only."
)
def compute_cost(A, Y):
    return np.mean(logistic_loss(A, Y), axis=0)


@wrong("209 is the size of our training set only. Take m from A.shape[1].")
def compute_cost(A, Y):
    return float(np.sum(logistic_loss(A, Y)) / 209)


@wrong(
    "Where A is exactly 0 or 1 the logarithm is -inf, and the cost inf or nan. Call "
    "logistic_loss, which takes care of it."
)
def compute_cost(A, Y):
    return float(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


@wrong(
    "The second branch has the wrong sign: for y = 0 the loss is -ln(1 - a). Call "
    "logistic_loss and average."
)
def compute_cost(A, Y):
    return float(np.mean(np.where(Y == 1, -_floored_log(A), _floored_log(1 - A))))


@wrong("Only the examples of class 1 are counted. Every example has a loss.")
def compute_cost(A, Y):
    return float(np.mean(-Y * _floored_log(A)))


@wrong("The median is not the mean: one large loss must count as well.")
def compute_cost(A, Y):
    return float(np.median(logistic_loss(A, Y)))


@wrong(
    "The function reads the notebook's variable `m`, which is no argument of its own. "
    "Take the number of examples from A.shape[1]."
)
def compute_cost(A, Y):
    return float(np.sum(logistic_loss(A, Y)) / m)


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def compute_cost(A, Y):
    print(np.mean(logistic_loss(A, Y)))


@right("two scalar products")
def compute_cost(A, Y):
    one, zero = _floored_log(A), _floored_log(1 - A)
    total = np.dot(Y, one.T) + np.dot(1 - Y, zero.T)
    return -total.item() / A.shape[1]


@right("a loop over the examples")
def compute_cost(A, Y):
    total = 0.0
    for i in range(A.shape[1]):
        total += float(logistic_loss(A[0, i], Y[0, i]))
    return total / A.shape[1]


@right("in single precision, class by class")
def compute_cost(A, Y):
    a = np.asarray(A, dtype=np.float32)
    losses = np.concatenate([_floored_log(a[Y == 1]), _floored_log((1 - a)[Y == 0])])
    return np.float32(-losses.mean(dtype=np.float32))


@right("einsum")
def compute_cost(A, Y):
    logs = np.stack([_floored_log(1 - A), _floored_log(A)])
    chosen = np.stack([1 - Y, Y])
    return -np.einsum("kij,kij->", logs, chosen) / Y.size


# ----------------------------------------------------------------- propagate_one


def _one(x, y, w, b):
    a = float(sigmoid(np.sum(w * x) + b))
    return a, float(logistic_loss(a, y))


def _dict(x, dz, loss):
    return {"dw": x * dz, "db": float(dz), "loss": loss}


@wrong("dz is y - a here: the sign is the other way round. dz = a - y.")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return _dict(x, y - a, loss)


@wrong("The label is not subtracted: dz = a - y.")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return _dict(x, a, loss)


@wrong(
    "dz carries the factor a (1 - a) twice. It has already cancelled against the "
    "denominators of da: dz = a - y is all."
)
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return _dict(x, (a - y) * a * (1 - a), loss)


@wrong(
    "This is da, the slope with respect to a. One more link of the chain is missing: "
    "dz = da · a (1 - a) = a - y."
)
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    floor = np.exp(-100)
    return _dict(x, -y / max(a, floor) + (1 - y) / max(1 - a, floor), loss)


@wrong(
    "In dz = -y (1 - a) + (1 - y) a the first factor is a (1 - a) here: the a of "
    "-y / a must cancel."
)
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return _dict(x, -y * a * (1 - a) + (1 - y) * a, loss)


@wrong(
    "dw is dz times w here. z = w₁x₁ + ... + b moves by x₁ for each unit of w₁: "
    "dw = x dz."
)
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return {"dw": w * (a - y), "db": a - y, "loss": loss}


@wrong("dw is the same number for each weight: the features x are missing. dw = x dz.")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return {"dw": np.full(x.shape, a - y), "db": a - y, "loss": loss}


@wrong("dw has shape (n_x,), a rank-1 array. It must look like w: (n_x, 1).")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return {"dw": x.ravel() * (a - y), "db": a - y, "loss": loss}


@wrong("dw is a row of shape (1, n_x). It must look like w: a column (n_x, 1).")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return {"dw": x.T * (a - y), "db": a - y, "loss": loss}


@wrong(
    "w.T @ x is an array of shape (1, 1), and db and the loss inherit its shape. They "
    "are numbers: .item() takes the one entry out."
)
def propagate_one(x, y, w, b):
    a = sigmoid(w.T @ x + b)
    return {"dw": x * (a - y), "db": a - y, "loss": logistic_loss(a, y)}


@wrong("db is 1 here. b enters z with the factor 1, so db = 1 · dz.")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return {"dw": x * (a - y), "db": 1.0, "loss": loss}


@wrong("The bias is missing in z = wᵀx + b.")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, 0.0)
    return _dict(x, a - y, loss)


@wrong("The sigmoid is missing: a = σ(z), not z itself.")
def propagate_one(x, y, w, b):
    a = float(np.sum(w * x) + b)
    return _dict(x, a - y, float(logistic_loss(a, y)))


@wrong('The key "loss" holds the probability a. It must hold L(a, y).')
def propagate_one(x, y, w, b):
    a, _ = _one(x, y, w, b)
    return _dict(x, a - y, a)


@wrong(
    "The slopes are divided by the number of features. With one example there is "
    "nothing to average."
)
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return _dict(x / len(x), a - y, loss)


@wrong("Three values come back without names. Return a dict with dw, db and loss.")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    return x * (a - y), a - y, loss


@wrong("changes its argument `x`")
def propagate_one(x, y, w, b):
    a, loss = _one(x, y, w, b)
    dw = np.multiply(x, a - y)
    if x.dtype == float:
        x *= a - y
    return {"dw": dw, "db": a - y, "loss": loss}


@right("loops over the features, with math")
def propagate_one(x, y, w, b):
    z = b
    for j in range(len(x)):
        z += float(w[j, 0]) * float(x[j, 0])
    a = 1 / (1 + math.exp(-z)) if z > -700 else 0.0
    dw = np.zeros((len(x), 1))
    for j in range(len(x)):
        dw[j, 0] = x[j, 0] * (a - y)
    return {"dw": dw, "db": a - y, "loss": logistic_loss(a, y)}


@right("each link of the chain: da, then dz")
def propagate_one(x, y, w, b):
    z = np.einsum("ij,ij->", w, x) + b
    a = sigmoid(z)
    up, down = a, sigmoid(-z)  # da/dz = up * down, without 1 - a
    dz = down * (-1) if y == 1 else up
    return {"loss": logistic_loss(a, y), "db": dz, "dw": dz * x}


@right("by cases of the label, in single precision")
def propagate_one(x, y, w, b):
    x, w = x.astype(np.float32), w.astype(np.float32)
    z = (w.T @ x).item() + b
    sign = -1 if y == 1 else 1
    dz = sign * sigmoid(sign * z)
    loss = min(float(np.logaddexp(0, sign * z)), 100.0)
    return {"dw": np.float32(dz) * x, "db": dz, "loss": loss}


# ---------------------------------------------------------------- propagate_loop


def _sums(w, b, X, Y, columns=None):
    """Sums over some columns, all of them unless told otherwise."""
    dw, db, cost = np.zeros((X.shape[0], 1)), 0.0, 0.0
    for i in range(X.shape[1]) if columns is None else columns:
        one = propagate_one(X[:, i : i + 1], Y[0, i], w, b)
        dw, db, cost = dw + one["dw"], db + one["db"], cost + one["loss"]
    return dw, db, cost


@wrong("The sums are not divided by m. After the loop: dw / m, db / m, cost / m.")
def propagate_loop(w, b, X, Y):
    return _sums(w, b, X, Y)


@wrong("dw and db are divided by m, the cost is not: J is the mean loss.")
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y)
    return dw / m, db / m, cost


@wrong("db is not divided by m, while dw is. Both are means over the examples.")
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y)
    return dw / m, db, cost / m


@wrong("dw is not divided by m, while db is. Both are means over the examples.")
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y)
    return dw, db / m, cost / m


@wrong("Divided by m twice: inside the loop and once more after it.")
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y)
    return dw / m**2, db / m**2, cost / m**2


@wrong("Divided by the number of features, X.shape[0]. The mean runs over m examples.")
def propagate_loop(w, b, X, Y):
    n_x = X.shape[0]
    dw, db, cost = _sums(w, b, X, Y)
    return dw / n_x, db / n_x, cost / n_x


@wrong(
    "dw, db and cost are replaced at each turn, so only the last example counts. Add: "
    'dw = dw + one["dw"].'
)
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y, [m - 1])
    return dw / m, db / m, cost / m


@wrong("The last example is left out: range(m) already stops at m - 1.")
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y, range(m - 1))
    return dw / m, db / m, cost / m


@wrong("The first example is left out: Python counts from 0, use range(m).")
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y, range(1, m))
    return dw / m, db / m, cost / m


@wrong("The return stands inside the loop, so only the first example counts.")
def propagate_loop(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y, [0])
    return dw / m, db / m, cost / m


@wrong(
    "The loop runs over the features, range(X.shape[0]). The examples are the "
    "columns: range(X.shape[1])."
)
def propagate_loop(w, b, X, Y):
    n_x, m = X.shape
    dw, db, cost = _sums(w, b, X, Y, range(n_x))
    return dw / m, db / m, cost / m


@wrong(
    "X[:, i] has shape (n_x,), and with w of shape (n_x, 1) broadcasting makes an "
    "(n_x, n_x) table of it. Keep the column: X[:, i:i + 1]."
)
def propagate_loop(w, b, X, Y):
    n_x, m = X.shape
    dw, db, cost = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        one = propagate_one(X[:, i], Y[0, i], w, b)
        dw = dw + one["dw"]
        db = db + one["db"]
        cost = cost + one["loss"]
    return dw / m, db / m, cost / m


@wrong(
    "w and b are updated inside the loop, so each example meets other weights. The "
    "slopes of the cost all belong to one point (w, b): update later, in optimize."
)
def propagate_loop(w, b, X, Y):
    n_x, m = X.shape
    dw, db, cost = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        one = propagate_one(X[:, i : i + 1], Y[0, i], w, b)
        dw, db, cost = dw + one["dw"], db + one["db"], cost + one["loss"]
        w, b = w - 0.1 * one["dw"], b - 0.1 * one["db"]
    return dw / m, db / m, cost / m


@wrong("Each example meets the label of the first one: Y[0, 0] must be Y[0, i].")
def propagate_loop(w, b, X, Y):
    return propagate(w, b, X, np.full(Y.shape, Y[0, 0]))


@wrong("The sign of the slopes is the other way round: dz = a - y.")
def propagate_loop(w, b, X, Y):
    dw, db, cost = propagate(w, b, X, Y)
    return -dw, -db, cost


@wrong("The order is dw, db, cost. Here the cost comes first.")
def propagate_loop(w, b, X, Y):
    dw, db, cost = propagate(w, b, X, Y)
    return cost, dw, db


@wrong("changes its argument `w`")
def propagate_loop(w, b, X, Y):
    result = propagate(w, b, X, Y)
    w -= 0.1 * result[0]
    return result


@right("two loops: over the examples and over the features")
def propagate_loop(w, b, X, Y):
    n_x, m = X.shape
    dw, db, cost = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        z = b
        for j in range(n_x):
            z += float(w[j, 0] * X[j, i])
        a = float(sigmoid(z))
        cost += float(logistic_loss(a, Y[0, i])) / m
        for j in range(n_x):
            dw[j, 0] += X[j, i] * (a - Y[0, i]) / m
        db += (a - Y[0, i]) / m
    return dw, db, cost


@right("lists of results, averaged at the end")
def propagate_loop(w, b, X, Y):
    ones = [
        propagate_one(x.reshape(-1, 1), y, w, b)
        for x, y in zip(X.T, Y.ravel().tolist())
    ]
    dw = np.mean([one["dw"] for one in ones], axis=0)
    db = np.mean([one["db"] for one in ones])
    return dw, db, np.mean([one["loss"] for one in ones])


@right("no loop at all, in Fortran order")
def propagate_loop(w, b, X, Y):
    dw, db, cost = propagate(w, b, np.asfortranarray(X), Y)
    return np.asfortranarray(dw), db, cost


@right("sums in single precision")
def propagate_loop(w, b, X, Y):
    n_x, m = X.shape
    dw, db, cost = np.zeros((n_x, 1), np.float32), np.float32(0), np.float32(0)
    for i in range(m):
        one = propagate_one(X[:, [i]], Y[0, i], w, b)
        dw += one["dw"].astype(np.float32)
        db += np.float32(one["db"])
        cost += np.float32(one["loss"])
    return dw / np.float32(m), db / np.float32(m), cost / np.float32(m)


# --------------------------------------------------------------------- propagate


def _forward(w, b, X, Y):
    A = sigmoid(w.T @ X + b)
    return A, A - Y, X.shape[1], compute_cost(A, Y)


@wrong("dZ is Y - A here: the sign is the other way round. dZ = A - Y.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return -X @ dZ.T / m, float(-np.sum(dZ) / m), cost


@wrong("dw lacks the factor 1/m: X dZᵀ is the sum over the examples, not the mean.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T, float(np.sum(dZ) / m), cost


@wrong("db lacks the factor 1/m: np.sum(dZ) is a sum, and db is a mean.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T / m, float(np.sum(dZ)), cost


@wrong("dw and db both lack the factor 1/m: they are means over the examples.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T, float(np.sum(dZ)), cost


@wrong("Divided by m twice: once in dZ or in a mean, and once more by / m.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T / m**2, float(np.mean(dZ) / m), cost


@wrong("Divided by X.shape[0], the number of features. m is X.shape[1].")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    n_x = X.shape[0]
    return X @ dZ.T / n_x, float(np.sum(dZ) / n_x), cost


@wrong("m = 209 is written into the code. Take it from X.shape[1].")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T / 209, float(np.sum(dZ) / 209), cost


@wrong("dw is a row of shape (1, n_x). It must look like w: dw = (1/m) X dZᵀ.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return dZ @ X.T / m, float(np.sum(dZ) / m), cost


@wrong(
    "dw has shape (n_x,): a mean over axis 1 loses that axis. Use keepdims=True, or "
    "X @ dZ.T / m."
)
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return np.mean(X * dZ, axis=1), float(np.mean(dZ)), cost


@wrong(
    "The sum for dw runs over the features (axis 0): that gives one number per "
    "example. Sum over the examples, axis 1."
)
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return np.sum(X * dZ, axis=0, keepdims=True).T / m, float(np.mean(dZ)), cost


@wrong(
    "X * dZ is an element-by-element product of shape (n_x, m). A matrix product "
    "adds up over the examples: X @ dZ.T."
)
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X * dZ / m, float(np.mean(dZ)), cost


@wrong("db is an array of shape (1, 1). It is one number: no keepdims, or .item().")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T / m, np.mean(dZ, axis=1, keepdims=True), cost


@wrong("db is dZ itself, m numbers. The slope for b is their mean.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T / m, dZ, cost


@wrong("The bias is missing in Z = wᵀX + b.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, 0.0, X, Y)
    return X @ dZ.T / m, float(np.mean(dZ)), cost


@wrong("The sigmoid is missing: A = σ(Z), not Z itself.")
def propagate(w, b, X, Y):
    A = w.T @ X + b
    dZ, m = A - Y, X.shape[1]
    return X @ dZ.T / m, float(np.mean(dZ)), compute_cost(A, Y)


@wrong("dw is made from A. The labels are missing: dZ = A - Y.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ A.T / m, float(np.mean(dZ)), cost


@wrong(
    "dZ carries the factor A (1 - A), as for the squared error. With the logistic "
    "loss it cancels: dZ = A - Y."
)
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    dZ = dZ * A * (1 - A)
    return X @ dZ.T / m, float(np.mean(dZ)), cost


@wrong("The cost is the sum of the losses. Call compute_cost: it is their mean.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return X @ dZ.T / m, float(np.mean(dZ)), cost * m


@wrong("The order is dw, db, cost. Here the cost comes first.")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    return cost, X @ dZ.T / m, float(np.mean(dZ))


@wrong("changes its argument `w`")
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y)
    dw = X @ dZ.T / m
    w -= 0.01 * dw
    return dw, float(np.mean(dZ)), cost


@wrong(
    "The function reads the notebook's variable `Y_train`. Use the argument Y: "
    "another caller brings another set."
)
def propagate(w, b, X, Y):
    A, dZ, m, cost = _forward(w, b, X, Y_train)
    return X @ dZ.T / m, float(np.mean(dZ)), cost


@right("einsum")
def propagate(w, b, X, Y):
    A = sigmoid(np.einsum("jk,ji->ki", w, X) + b)
    dw = np.einsum("ji,ki->jk", X, A - Y) / X.shape[1]
    return dw, np.mean(A - Y), compute_cost(A, Y)


@right("one example after the other")
def propagate(w, b, X, Y):
    m = X.shape[1]
    dw, db, cost = _sums(w, b, X, Y)
    return dw / m, db / m, cost / m


@right("a row of ones for b, examples as rows, Fortran order")
def propagate(w, b, X, Y):
    rows = np.asfortranarray(np.vstack([X, np.ones((1, X.shape[1]))]).T)
    theta = np.vstack([w, [[b]]])
    A = sigmoid(rows @ theta).T
    slopes = rows.T @ (A - Y).T / len(rows)
    return slopes[:-1], slopes[-1, 0], compute_cost(A, Y)


@right("signs in the place of labels, and logaddexp for the cost")
def propagate(w, b, X, Y):
    Z = np.dot(w.T, X) + b
    S = 1 - 2 * Y  # +1 for class 0, -1 for class 1
    dZ = S * sigmoid(S * Z)
    cost = np.minimum(np.logaddexp(0, S * Z), 100).mean()
    return (X * dZ).mean(axis=1, keepdims=True), dZ.mean(), cost


@right("in single precision")
def propagate(w, b, X, Y):
    X, w = X.astype(np.float32), w.astype(np.float32)
    Z = w.T @ X + np.float32(b)
    S = (1 - 2 * Y).astype(np.float32)
    dZ = S * sigmoid(S * Z)
    m = np.float32(X.shape[1])
    cost = np.minimum(np.logaddexp(np.float32(0), S * Z), np.float32(100)).mean()
    return X @ dZ.T / m, dZ.sum() / m, cost


# ---------------------------------------------------------- gradient_column_form


def _columns(w, b, X, Y):
    return sigmoid(X.T @ w + b) - Y.T, X.shape[1]


@wrong(
    "X.T has shape (m, n_x), and dz has shape (m, 1): the product runs only where "
    "n_x = m, and then it mixes features with examples. dw = X dz / m.",
    shown=True,
)
def gradient_column_form(w, b, X, Y):
    m = X.shape[1]
    z = X.T @ w + b  # (m, 1)
    dz = sigmoid(z) - Y.T  # (m, 1)
    dw = X.T @ dz / m  # (n_x, 1)
    db = float(np.sum(dz) / m)
    return dw, db


@wrong("dw is a row of shape (1, n_x). It must look like w: X @ dz, not dz.T @ X.T.")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return dz.T @ X.T / m, float(np.sum(dz) / m)


@wrong(
    "z is a column (m, 1) and Y a row (1, m): their difference is an (m, m) table. "
    "Y.T is needed in dz."
)
def gradient_column_form(w, b, X, Y):
    m = X.shape[1]
    dz = sigmoid(X.T @ w + b) - Y
    return X @ dz / m, float(np.sum(dz) / m)


@wrong("The sign is the other way round: dz = a - y.")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return -X @ dz / m, float(-np.sum(dz) / m)


@wrong("dw lacks the factor 1/m.")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return X @ dz, float(np.sum(dz) / m)


@wrong("db lacks the factor 1/m.")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return X @ dz / m, float(np.sum(dz))


@wrong("Divided by the number of features, X.shape[0]. m is X.shape[1].")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    n_x = X.shape[0]
    return X @ dz / n_x, float(np.sum(dz) / n_x)


@wrong("The bias is missing in z.")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, 0.0, X, Y)
    return X @ dz / m, float(np.sum(dz) / m)


@wrong("db is an array of shape (1,). It is one number: sum over everything.")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return X @ dz / m, np.sum(dz, axis=0) / m


@wrong("dw has shape (n_x,). It must look like w: (n_x, 1).")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return (X @ dz / m).ravel(), float(np.sum(dz) / m)


@wrong("The labels are missing: dz = a - y.")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, 0 * Y)
    return X @ dz / m, float(np.sum(dz) / m)


@right("one letter mended")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return np.dot(X, dz) / m, dz.mean()


@right("by way of propagate")
def gradient_column_form(w, b, X, Y):
    return propagate(w, b, X, Y)[:2]


@right("rows, then a transpose")
def gradient_column_form(w, b, X, Y):
    dz, m = _columns(w, b, X, Y)
    return (dz.T @ X.T).T / m, np.einsum("ij->", dz) / m


@right("a loop over the examples, in single precision")
def gradient_column_form(w, b, X, Y):
    dw, db, _ = _sums(w, b, X, Y)
    m = X.shape[1]
    return (dw / m).astype(np.float32), np.float32(db / m)


# ---------------------------------------------------------------------- optimize


def _descend(w, b, X, Y, turns, rate_w, rate_b):
    costs = []
    for _ in range(turns):
        dw, db, cost = propagate(w, b, X, Y)
        w, b = w - rate_w * dw, b - rate_b * db
        costs.append(cost)
    return w, b, costs


@wrong(
    "The slope is added, so the descent climbs. A positive slope sends w to the left: "
    "w := w - α dw."
)
def optimize(w, b, X, Y, num_iterations, learning_rate):
    return _descend(w, b, X, Y, num_iterations, -learning_rate, -learning_rate)


@wrong("The learning rate is not used: w := w - α dw.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    return _descend(w, b, X, Y, num_iterations, 1.0, 1.0)


@wrong("b stays where it is. It moves as well: b := b - α db.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    return _descend(w, b, X, Y, num_iterations, learning_rate, 0.0)


@wrong("w stays where it is. It moves as well: w := w - α dw.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    return _descend(w, b, X, Y, num_iterations, 0.0, learning_rate)


@wrong("One step too few: range(n) makes n turns, from 0 to n - 1.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    return _descend(w, b, X, Y, num_iterations - 1, learning_rate, learning_rate)


@wrong("One step too many: range(n) makes n turns, from 0 to n - 1.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    return _descend(w, b, X, Y, num_iterations + 1, learning_rate, learning_rate)


@wrong(
    "Only one step is made: the return stands inside the loop, or the loop is missing."
)
def optimize(w, b, X, Y, num_iterations, learning_rate):
    return _descend(w, b, X, Y, min(num_iterations, 1), learning_rate, learning_rate)


@wrong(
    "The costs are those after each update. Record the cost that propagate returns, "
    "which belongs to w and b before the update."
)
def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    for _ in range(num_iterations):
        dw, db, _ = propagate(w, b, X, Y)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs.append(propagate(w, b, X, Y)[2])
    return w, b, costs


@wrong("Only every hundredth cost is kept. Append one cost at each step.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    w, b, costs = _descend(w, b, X, Y, num_iterations, learning_rate, learning_rate)
    return w, b, costs[::100]


@wrong("Only the last cost comes back. Append one cost at each step to a list.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    w, b, costs = _descend(w, b, X, Y, num_iterations, learning_rate, learning_rate)
    return w, b, costs[-1] if costs else None


@wrong(
    "b is updated with a slope taken after w has moved. Both slopes belong to one "
    "point: call propagate once, then update w and b."
)
def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    for _ in range(num_iterations):
        dw, _, cost = propagate(w, b, X, Y)
        w = w - learning_rate * dw
        b = b - learning_rate * propagate(w, b, X, Y)[1]
        costs.append(cost)
    return w, b, costs


@wrong(
    "The slopes are computed once, before the loop. Each step needs the slopes where "
    "it stands: call propagate inside the loop."
)
def optimize(w, b, X, Y, num_iterations, learning_rate):
    dw, db, cost = propagate(w, b, X, Y)
    steps = num_iterations * learning_rate
    return w - steps * dw, b - steps * db, [cost] * num_iterations


@wrong("The step is divided by m once more: propagate has already averaged.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    rate = learning_rate / X.shape[1]
    return _descend(w, b, X, Y, num_iterations, rate, rate)


@wrong("The slopes dw and db come back. Return w and b, where the descent ends.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    dw, db = np.zeros_like(w), 0.0
    for _ in range(num_iterations):
        dw, db, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs.append(cost)
    return dw, db, costs


@wrong("The start is set to zeros inside. Start from the w and b that are given.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    rate = learning_rate
    return _descend(np.zeros_like(w), 0.0, X, Y, num_iterations, rate, rate)


@wrong("The start w and b come back, not where the descent ends.")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    rate = learning_rate
    return w.copy(), b, _descend(w, b, X, Y, num_iterations, rate, rate)[2]


@wrong("changes its argument `w`")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    for _ in range(num_iterations):
        dw, db, cost = propagate(w, b, X, Y)
        w -= learning_rate * dw
        b -= learning_rate * db
        costs.append(cost)
    return w.copy(), b, costs


@wrong(
    "The function reads the notebook's variable `X_train`. Use the argument X: "
    "another caller brings another set."
)
def optimize(w, b, X, Y, num_iterations, learning_rate):
    rate = learning_rate
    return _descend(w, b, X_train, Y, num_iterations + 0, rate, rate)


@right("a while loop, on copies")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    w, costs = w.copy(), []
    while len(costs) < num_iterations:
        dw, db, cost = propagate(w, b, X, Y)
        w -= learning_rate * dw
        b -= learning_rate * db
        costs.append(cost)
    return w, b, costs


@right("without propagate, w and b in one vector")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    rows = np.hstack([X.T, np.ones((X.shape[1], 1))])
    theta, costs = np.vstack([w, [[b]]]), []
    for _ in range(num_iterations):
        a = sigmoid(rows @ theta)
        costs.append(compute_cost(a.T, Y))
        theta = theta - learning_rate * rows.T @ (a - Y.T) / len(rows)
    return theta[:-1], theta[-1, 0], costs


@right("by recursion")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    if num_iterations == 0:
        return w.copy(), b, []
    dw, db, cost = propagate(w, b, X, Y)
    w, b = w - learning_rate * dw, b - learning_rate * db
    w, b, costs = optimize_again(w, b, X, Y, num_iterations - 1, learning_rate)
    return w, b, [cost, *costs]


optimize_again = optimize


@right("in single precision, with a tuple of costs")
def optimize(w, b, X, Y, num_iterations, learning_rate):
    w, b, X = w.astype(np.float32), np.float32(b), X.astype(np.float32)
    rate, costs = np.float32(learning_rate), []
    for _ in range(num_iterations):
        dw, db, cost = propagate(w, b, X, Y)
        w, b = w - rate * dw.astype(np.float32), b - rate * np.float32(db)
        costs.append(cost)
    return w, b, tuple(costs)


# ----------------------------------------------------------------------- predict


@wrong("A probability of exactly 0.5 counts as 1 here. Class 1 needs a > 0.5, not >=.")
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) >= 0.5).astype(int)


@wrong("These are the probabilities. Compare them with 0.5 to get classes.")
def predict(w, b, X):
    return sigmoid(w.T @ X + b)


@wrong(
    "z is compared with 0.5, but the threshold is for a = σ(z). In terms of z it is 0."
)
def predict(w, b, X):
    return (w.T @ X + b > 0.5).astype(int)


@wrong("a > 0 always holds, so everything is a cat. The threshold is 0.5.")
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > -1).astype(int)


@wrong("The classes are exchanged: 1 where a > 0.5, 0 elsewhere.")
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) < 0.5).astype(int)


@wrong("The classes are -1 and 1 here. Ours are 0 and 1.")
def predict(w, b, X):
    return np.where(w.T @ X + b > 0, 1, -1)


@wrong("The result has shape (m,). Keep the row: (1, m), like Y.")
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5).astype(int).ravel()


@wrong("The result is a column (m, 1). Keep the row: (1, m), like Y.")
def predict(w, b, X):
    return (sigmoid(X.T @ w + b) > 0.5).astype(int)


@wrong("The bias is missing in Z = wᵀX + b.")
def predict(w, b, X):
    return (sigmoid(w.T @ X) > 0.5).astype(int)


@wrong("w of shape (n_x, 1) and X of shape (n_x, m) do not fit: take w.T @ X.")
def predict(w, b, X):
    if w.shape[0] == 1:
        return (sigmoid(w @ X + b) > 0.5).astype(int)
    raise ValueError("matmul: mismatch")


@wrong("These are the positions of the cats. Return 0 or 1 for each example.")
def predict(w, b, X):
    return np.where(sigmoid(w.T @ X + b)[0] > 0.5)[0]


@wrong(
    "The mean probability is compared: one answer for all. Each example has its own."
)
def predict(w, b, X):
    return int(np.mean(sigmoid(w.T @ X + b)) > 0.5)


@wrong("The result is a list of lists. Return an array of shape (1, m).")
def predict(w, b, X):
    return [[int(a > 0.5) for a in sigmoid(w.T @ X + b)[0]]]


@right("z against 0: no sigmoid is needed")
def predict(w, b, X):
    return np.dot(w.T, X) + b > 0


@right("a loop over the examples")
def predict(w, b, X):
    Yhat = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        if sigmoid((w[:, 0] @ X[:, i]) + b) > 0.5:
            Yhat[0, i] = 1
    return Yhat


@right("np.where in single precision, Fortran order")
def predict(w, b, X):
    Z = X.T.astype(np.float32) @ w.astype(np.float32) + np.float32(b)
    return np.asfortranarray(np.where(Z.T > 0, 1.0, 0.0))


@right("rounding: 0.5 rounds to 0")
def predict(w, b, X):
    return np.round(sigmoid(np.einsum("jk,ji->ki", w, X) + b))


# ---------------------------------------------------------------------- accuracy


@wrong("This is a percentage. The share lies between 0 and 1: drop the factor 100.")
def accuracy(Yhat, Y):
    return float(100 * np.mean(Yhat == Y))


@wrong(
    "This is the number of right predictions. Divide by m = Y.shape[1] (len(Y) is 1, "
    "the number of rows)."
)
def accuracy(Yhat, Y):
    return int(np.sum(Yhat == Y))


@wrong("This is the share of wrong predictions, the error. Accuracy is 1 minus it.")
def accuracy(Yhat, Y):
    return float(np.mean(np.abs(Yhat - Y)))


@wrong(
    "This is the precision: among the predicted cats, the share of real ones. Right "
    "answers for class 0 count as well."
)
def accuracy(Yhat, Y):
    return float(np.sum(Yhat * Y) / np.sum(Yhat))


@wrong(
    "This is the recall: among the real cats, the share that was found. Right "
    "answers for class 0 count as well."
)
def accuracy(Yhat, Y):
    return float(np.sum(Yhat * Y) / np.sum(Y))


@wrong("Only the cats found are counted. Right answers for class 0 count as well.")
def accuracy(Yhat, Y):
    return float(np.mean(Yhat * Y))


@wrong("This is the share of predicted cats; the labels are not looked at.")
def accuracy(Yhat, Y):
    return float(np.mean(Yhat))


@wrong("This is one yes or no for the whole set. Average the comparisons instead.")
def accuracy(Yhat, Y):
    return np.array_equal(Yhat, Y)


@wrong("axis=1 leaves an array of shape (1,). The share is one number.")
def accuracy(Yhat, Y):
    return np.mean(Yhat == Y, axis=1)


@wrong("50 is the size of our test set only. Take m from Y.shape[1].")
def accuracy(Yhat, Y):
    return float(np.sum(Yhat == Y) / 50)


@wrong("These are the single comparisons. Their mean is the share.")
def accuracy(Yhat, Y):
    return Yhat == Y


@wrong("The share is rounded. Return it as it is; round only where it is printed.")
def accuracy(Yhat, Y):
    return round(float(np.mean(Yhat == Y)), 2)


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def accuracy(Yhat, Y):
    print(np.mean(Yhat == Y))


@right("one minus the error")
def accuracy(Yhat, Y):
    return 1 - np.mean(np.abs(Yhat - Y))


@right("a loop that counts")
def accuracy(Yhat, Y):
    count = 0
    for ours, theirs in zip(Yhat[0], Y[0]):
        count += int(ours) == int(theirs)
    return count / Y.size


@right("scalar products")
def accuracy(Yhat, Y):
    return (Yhat @ Y.T + (1 - Yhat) @ (1 - Y).T).item() / Y.shape[1]


@right("in single precision")
def accuracy(Yhat, Y):
    return np.mean((Yhat == Y).astype(np.float32), dtype=np.float32)


# ------------------------------------------------------------------------- model


def _train(X, Y, num_iterations, learning_rate, start=0.0):
    w = np.full((X.shape[0], 1), start)
    return optimize(w, 0.0, X, Y, num_iterations, learning_rate)


def _result(w, b, costs, X_train, Y_train, X_test, Y_test):
    return {
        "w": w,
        "b": b,
        "costs": costs,
        "train_accuracy": accuracy(predict(w, b, X_train), Y_train),
        "test_accuracy": accuracy(predict(w, b, X_test), Y_test),
    }


@wrong(
    "The descent runs on the test set. Train on X_train, Y_train alone: the test set "
    "only judges."
)
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_test, Y_test, num_iterations, learning_rate)
    return _result(*trained, X_train, Y_train, X_test, Y_test)


@wrong(
    "The descent runs on both sets together, so the test pictures are no longer new. "
    "Train on X_train, Y_train alone."
)
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    X, Y = np.hstack([X_train, X_test]), np.hstack([Y_train, Y_test])
    trained = _train(X, Y, num_iterations, learning_rate)
    return _result(*trained, X_train, Y_train, X_test, Y_test)


@wrong("The test accuracy is measured on the training set.")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, num_iterations, learning_rate)
    return _result(*trained, X_train, Y_train, X_train, Y_train)


@wrong("The two accuracies are exchanged.")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, num_iterations, learning_rate)
    return _result(*trained, X_test, Y_test, X_train, Y_train)


@wrong(
    "The start is w = 1. Start from zeros: the cost is a bowl, and 0 is as good as any."
)
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, num_iterations, learning_rate, start=1.0)
    return _result(*trained, X_train, Y_train, X_test, Y_test)


@wrong("changes NumPy's global random state")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w = 0 * np.random.randn(X_train.shape[0], 1)
    trained = optimize(w, 0.0, X_train, Y_train, num_iterations, learning_rate)
    return _result(*trained, X_train, Y_train, X_test, Y_test)


@wrong("The accuracies are percentages. They are shares between 0 and 1.")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, num_iterations, learning_rate)
    result = _result(*trained, X_train, Y_train, X_test, Y_test)
    return result | {k: 100 * result[k] for k in ("train_accuracy", "test_accuracy")}


@wrong(
    "The w and b that optimize returns are not used: the result holds the zeros of "
    "the start."
)
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    costs = _train(X_train, Y_train, num_iterations, learning_rate)[2]
    w = np.zeros((X_train.shape[0], 1))
    return _result(w, 0.0, costs, X_train, Y_train, X_test, Y_test)


@wrong("The number of steps is fixed at 2000. Pass num_iterations on to optimize.")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, 2000, learning_rate)
    return _result(*trained, X_train, Y_train, X_test, Y_test)


@wrong("The learning rate is fixed at 0.005. Pass learning_rate on to optimize.")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, num_iterations, 0.005)
    return _result(*trained, X_train, Y_train, X_test, Y_test)


@wrong(
    "num_iterations and learning_rate are exchanged in the call of optimize: it wants "
    "the number of steps first."
)
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w = np.zeros((X_train.shape[0], 1))
    return optimize(w, 0.0, X_train, Y_train, learning_rate, num_iterations)


@wrong("w has one entry per example, X.shape[1]. It needs one per feature, X.shape[0].")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w = np.zeros((X_train.shape[1], 1))
    trained = optimize(w, 0.0, X_train, Y_train, num_iterations, learning_rate)
    return _result(*trained, X_train, Y_train, X_test, Y_test)


@wrong("The predictions are in the dict where their accuracy should be.")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w, b, costs = _train(X_train, Y_train, num_iterations, learning_rate)
    guesses = {
        "train_accuracy": predict(w, b, X_train),
        "test_accuracy": predict(w, b, X_test),
    }
    return {"w": w, "b": b, "costs": costs} | guesses


@wrong("The costs are missing in the dict: it has five keys.")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, num_iterations, learning_rate)
    result = _result(*trained, X_train, Y_train, X_test, Y_test)
    result.pop("costs")
    return result


@wrong(
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    trained = _train(X_train, Y_train, num_iterations, learning_rate)
    print(_result(*trained, X_train, Y_train, X_test, Y_test))


@right("keys in another order, b as an array scalar")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w, b, costs = _train(X_train, Y_train, num_iterations, learning_rate)
    test = np.mean(predict(w, b, X_test) == Y_test)
    train = np.mean(predict(w, b, X_train) == Y_train)
    return dict(
        test_accuracy=test, train_accuracy=train, costs=costs, b=np.float64(b), w=w
    )


@right("without the earlier functions, in Fortran order")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    X, m = np.asfortranarray(X_train), X_train.shape[1]
    w, b, costs = np.zeros((len(X), 1), order="F"), 0.0, []
    for _ in range(num_iterations):
        A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
        costs.append(-np.mean(np.log(np.where(Y_train == 1, A, 1 - A))))
        w = w - learning_rate * np.dot(X, (A - Y_train).T) / m
        b = b - learning_rate * np.mean(A - Y_train)
    share = [
        1 - np.mean(np.abs((np.dot(w.T, Z) + b > 0) - Y))
        for Z, Y in ((X, Y_train), (X_test, Y_test))
    ]
    names = ("train_accuracy", "test_accuracy")
    return {"w": w, "b": b, "costs": costs} | dict(zip(names, share))


@right("step by step, with an optimize of one iteration")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w, b, costs = np.zeros((X_train.shape[0], 1)), 0.0, []
    for _ in range(num_iterations):
        w, b, cost = optimize(w, b, X_train, Y_train, 1, learning_rate)
        costs += cost
    return _result(w, b, costs, X_train, Y_train, X_test, Y_test)


@right("weights in single precision")
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    X = X_train.astype(np.float32)
    w = np.zeros((len(X), 1), dtype=np.float32)
    w, b, costs = optimize(w, 0.0, X, Y_train, num_iterations, learning_rate)
    w = w.astype(np.float32)
    return _result(w, np.float32(b), costs, X_train, Y_train, X_test, Y_test)


# --------------------------------------------------------------------- decisions


@right("capital letters")
def decisions():
    return {
        "linear_output": "C",
        "zero_label": "B",
        "loss_or_cost": "A",
        "minus_and_mean": "D",
        "theta": "B",
        "pixel_order": "C",
    }


@right("letters with a bracket")
def decisions():
    return {
        "linear_output": "c)",
        "zero_label": "b)",
        "loss_or_cost": "a)",
        "minus_and_mean": "d)",
        "theta": "b)",
        "pixel_order": "c)",
    }


@right("another order, with blanks")
def decisions():
    return {
        "pixel_order": " c",
        "theta": "b ",
        "minus_and_mean": " d ",
        "loss_or_cost": "a",
        "zero_label": "B.",
        "linear_output": "c",
    }


QUESTIONS = {
    "decisions": {
        "linear_output": {
            "a": "It can be trained well enough; what it returns is the trouble.",
            "b": "Both need one product and one sum; the sigmoid only adds work.",
            "c": "Yes: wᵀx + b runs from -∞ to ∞, and a probability stays in [0, 1].",
            "d": "wᵀx + b is as large or as small as w makes it, above 1, below 0.",
        },
        "zero_label": {
            "a": "For y = 0 the term y ln ŷ is gone, so nothing pushes ŷ up.",
            "b": "Yes: -ln(1 - ŷ) is left, and it is small where ln(1 - ŷ) is large: "
            "near 0, where ŷ is near 0.",
            "c": "The minus turns it round: ln(1 - ŷ) far below 0 is a large loss.",
        },
        "loss_or_cost": {
            "a": "Yes: the loss is one example's, the cost is the mean over the set.",
            "b": "It is no example's: it is the mean (0.223 + 0.511) / 2.",
            "c": "It is the other way round: L is one example's, and J averages.",
        },
        "minus_and_mean": {
            "a": "The order of the labels does not touch the sum at all.",
            "b": "A product of probabilities lies in [0, 1]; its logarithm is what is "
            "negative.",
            "c": "1/m is a positive factor, and the minus swaps largest and smallest: "
            "the best w stays where it is.",
            "d": "Yes: the largest product is the smallest -Σ ln P, and 1/m makes sets "
            "of any size comparable.",
        },
        "theta": {
            "a": "θ₀ belongs to x₀ = 1, so it is the bias, not a weight.",
            "b": "Yes: x₀ = 1 carries θ₀ = 0.5, which is b; the rest is w.",
            "c": "The bias comes first in θ, not last.",
        },
        "pixel_order": {
            "a": "Any order will do, but one order for both sets.",
            "b": "The shapes agree, so NumPy has nothing to complain about.",
            "c": "Yes: each weight meets another pixel than the one it was learnt for.",
            "d": "A weight stays with its place in the column, whatever stands there.",
        },
    }
}

# The answers above call these earlier functions: here the names mean the right ones
# again, whatever answer was the last to bear them.
from source.c1w2_logistic_regression.reference import (  # noqa: E402, I001
    accuracy,
    compute_cost,
    logistic_loss,
    optimize,
    predict,
    propagate,
    propagate_one,
    sigmoid,
)
