"""Answers about softmax and the tape: wrong ones with messages, and right ones."""

import math

import numpy as np

from autograder.truth.decorators import right, wrong

NONE = (
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)

# ----------------------------------------------------------------------- one_hot


@wrong("This is the transposed table (m, C): each example is a column, not a row.")
def one_hot(y, C):
    return np.eye(C)[y[0]]


@wrong(
    "y has two axes, so np.eye(C)[y] has three. Take the row y[0] first, and mind "
    "that examples are columns."
)
def one_hot(y, C):
    return np.eye(C)[y]


@wrong("Each 1 stands one row too high: labels count from 0, not from 1.")
def one_hot(y, C):
    Y = np.zeros((C, y.shape[1]))
    Y[y[0] - 1, np.arange(y.shape[1])] = 1
    return Y


@wrong(
    "The number of rows is taken from the largest label. A class that does not occur "
    "needs its row of zeros: use C."
)
def one_hot(y, C):
    return np.eye(y.max() + 1)[:, y[0]]


@wrong("The rows are upside down: class 0 belongs to row 0, on top.")
def one_hot(y, C):
    return np.eye(C)[::-1][:, y[0]]


@wrong("Ones and zeros are exchanged: the 1 marks the class.")
def one_hot(y, C):
    return 1 - np.eye(C)[:, y[0]]


@wrong(
    "The label itself stands where a 1 should be. So class 0 leaves no mark, and "
    "class 3 would count three times."
)
def one_hot(y, C):
    return np.eye(C)[:, y[0]] * y


@wrong("The number of classes is fixed at 4: take the argument C.")
def one_hot(y, C):
    return np.eye(4)[:, y[0]]


@wrong("All rows up to the label are 1. Only row y[0, i] of column i gets one.")
def one_hot(y, C):
    return (np.arange(C).reshape(-1, 1) <= y).astype(float)


@wrong("Y[y] = 1 fills whole rows: every example gets the classes of all the others.")
def one_hot(y, C):
    Y = np.zeros((C, y.shape[1]))
    Y[y[0]] = 1
    return Y


@wrong("Only the first column is filled: the second index must be the example i.")
def one_hot(y, C):
    Y = np.zeros((C, y.shape[1]))
    for i in range(y.shape[1]):
        Y[y[0, i], 0] = 1
    return Y


@wrong("Only the last class is marked. With C classes every class has its own row.")
def one_hot(y, C):
    Y = np.zeros((C, y.shape[1]))
    Y[C - 1] = y[0] == C - 1
    return Y


@wrong(NONE)
def one_hot(y, C):
    print(np.eye(C)[:, y[0]])


@right("columns of the identity matrix")
def one_hot(y, C):
    return np.eye(C)[:, y.ravel()]


@right("a loop over the examples, in Fortran order")
def one_hot(y, C):
    Y = np.zeros((C, y.shape[1]), order="F")
    for i, k in enumerate(y[0]):
        Y[k, i] = 1
    return Y


@right("one assignment with two index arrays, whole numbers")
def one_hot(y, C):
    Y = np.zeros((C, y.size), dtype=int)
    Y[y[0], np.arange(y.size)] = 1
    return Y


@right("booleans turned into single precision")
def one_hot(y, C):
    return np.equal.outer(np.arange(C), y[0]).astype(np.float32)


# ----------------------------------------------------------------------- softmax


def _stable(Z, axis=0):
    Z = np.asarray(Z, dtype=float)
    T = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return T / T.sum(axis=axis, keepdims=True)


@wrong(
    "The rows add up to 1 instead of the columns. An example is a column, so maximum "
    "and sum go over axis 0."
)
def softmax(Z):
    return _stable(Z, axis=1)


@wrong(
    "The sum goes over the whole array, so all examples share one total of 1. Sum "
    "along axis 0, with keepdims=True."
)
def softmax(Z):
    T = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return T / np.sum(T)


@wrong(
    "e^1000 is infinite, and infinite by infinite is nan. Subtract the largest score "
    "of each column first: the result is the same on paper."
)
def softmax(Z):
    T = np.exp(Z)
    return T / np.sum(T, axis=0, keepdims=True)


@wrong(
    "The largest score of the whole array is subtracted. In a column far below it "
    "every power is 0, and 0 by 0 is nan: each column needs its own maximum."
)
def softmax(Z):
    T = np.exp(Z - np.max(Z))
    return T / np.sum(T, axis=0, keepdims=True)


@wrong(
    "The smallest score is subtracted, which makes the exponents larger, not smaller. "
    "Subtract the largest: then no power exceeds 1."
)
def softmax(Z):
    T = np.exp(Z - np.min(Z, axis=0, keepdims=True))
    return T / np.sum(T, axis=0, keepdims=True)


@wrong(
    "The maximum of each row is subtracted. A number may only be taken from a whole "
    "column at once; otherwise the shares change."
)
def softmax(Z):
    T = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return T / np.sum(T, axis=0, keepdims=True)


@wrong("The powers are not divided by their sum, so a column does not add up to 1.")
def softmax(Z):
    return np.exp(Z - np.max(Z, axis=0, keepdims=True))


@wrong(
    "This is the sigmoid of each score. The softmax looks at all scores of a column "
    "together, and they add up to 1."
)
def softmax(Z):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(Z, dtype=float)))


@wrong(
    "This is the hardmax: 1 for the largest score, 0 for the rest. The softmax is "
    "gentler, and has a slope."
)
def softmax(Z):
    return (np.max(Z, axis=0, keepdims=True) == Z).astype(float)


@wrong(
    "The scores themselves are divided by their sum. They may be negative: the "
    "exponential comes first."
)
def softmax(Z):
    return Z / np.sum(Z, axis=0, keepdims=True)


@wrong("The base is 2 here. The softmax uses e = 2.718...: np.exp.")
def softmax(Z):
    T = 2.0 ** (Z - np.max(Z, axis=0, keepdims=True))
    return T / np.sum(T, axis=0, keepdims=True)


@wrong("The sign of the scores is turned round: the largest score must win.")
def softmax(Z):
    return _stable(-np.asarray(Z, dtype=float))


@wrong("This is the logarithm of the softmax, which is never positive.")
def softmax(Z):
    return np.log(_stable(Z))


@wrong(
    "The scores are cut off at 500, so 900 and 880 count as the same. Subtract the "
    "column's maximum instead: nothing is lost."
)
def softmax(Z):
    T = np.exp(np.clip(Z, -500, 500))
    return T / np.sum(T, axis=0, keepdims=True)


@wrong("changes its argument `Z`")
def softmax(Z):
    Z -= np.max(Z, axis=0, keepdims=True)
    return np.exp(Z) / np.sum(np.exp(Z), axis=0, keepdims=True)


@wrong(NONE)
def softmax(Z):
    print(_stable(Z))


@right("column after column")
def softmax(Z):
    columns = []
    for z in np.asarray(Z).T:
        t = np.exp(z - z.max())
        columns.append(t / t.sum())
    return np.array(columns).T


@right("without keepdims: (C, m) and (m,) fit as well")
def softmax(Z):
    T = np.exp(Z - Z.max(axis=0))
    return T / T.sum(axis=0)


@right("with log-sum-exp")
def softmax(Z):
    return np.exp(Z - np.logaddexp.reduce(np.asarray(Z, dtype=float), axis=0))


@right("one by one: 1 over the sum of e to the differences")
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(over="ignore"):
        return 1 / np.exp(Z[:, None] - Z[None]).sum(axis=0)


@right("in single precision, in Fortran order")
def softmax(Z):
    Z = np.asarray(Z, dtype=np.float32)
    T = np.exp(Z - Z.max(axis=0, keepdims=True))
    return np.asfortranarray(T / T.sum(axis=0, keepdims=True))


# ----------------------------------------------------------------- cross_entropy


def _log(A):
    return np.log(np.maximum(A, np.exp(-100)))


@wrong(
    "The minus is missing: logarithms of probabilities are negative, and a cost must "
    "not be. (For y = (0, 1, 0, 0) it is -ln 0.2, not +.)"
)
def cross_entropy(A, Y):
    return float(np.sum(Y * _log(A)) / A.shape[1])


@wrong("The losses are added up but not divided by m: the cost is their mean.")
def cross_entropy(A, Y):
    return float(-np.sum(Y * _log(A)))


@wrong(
    "np.mean divides by all C m entries. The mean is over the m examples only; in a "
    "column the C terms are added."
)
def cross_entropy(A, Y):
    return float(-np.mean(Y * _log(A)))


@wrong("The sum is divided by the number of classes, A.shape[0]; m is A.shape[1].")
def cross_entropy(A, Y):
    return float(-np.sum(Y * _log(A)) / A.shape[0])


@wrong("The logarithm has base 10. The loss uses the natural one, np.log.")
def cross_entropy(A, Y):
    return float(-np.sum(Y * _log(A)) / A.shape[1] / np.log(10))


@wrong("The logarithm has base 2. The loss uses the natural one, np.log.")
def cross_entropy(A, Y):
    return float(-np.sum(Y * _log(A)) / A.shape[1] / np.log(2))


@wrong(
    "This adds the two-class loss of every row. With softmax only the true class "
    "counts: there is no term (1 - y) ln(1 - a)."
)
def cross_entropy(A, Y):
    return float(-np.sum(Y * _log(A) + (1 - Y) * _log(1 - A)) / A.shape[1])


@wrong("Labels and probabilities are exchanged: the logarithm belongs to A.")
def cross_entropy(A, Y):
    return float(-np.sum(A * _log(Y)) / A.shape[1])


@wrong("This is half the squared distance, not the cross-entropy.")
def cross_entropy(A, Y):
    return float(np.sum((A - Y) ** 2) / 2 / A.shape[1])


@wrong(
    "ln 0 is minus infinity, and 0 times that is nan. Let no logarithm fall below "
    "-100: np.maximum(..., np.exp(-100))."
)
def cross_entropy(A, Y):
    return float(-np.sum(Y * np.log(A)) / A.shape[1])


@wrong(
    "1e-8 is added inside the logarithm, so a certain and wrong answer costs 18.4 "
    "instead of 100. Use np.maximum(..., np.exp(-100))."
)
def cross_entropy(A, Y):
    return float(-np.sum(Y * np.log(A + 1e-8)) / A.shape[1])


@wrong("A is cut at 1e-15, so a certain and wrong answer costs 34.5 instead of 100.")
def cross_entropy(A, Y):
    return float(-np.sum(Y * np.log(np.clip(A, 1e-15, 1))) / A.shape[1])


@wrong("These are the losses of the examples. The cost is their mean, one number.")
def cross_entropy(A, Y):
    return -np.sum(Y * _log(A), axis=0, keepdims=True)


@wrong("The logarithm of the mean is not the mean of the logarithms: log first.")
def cross_entropy(A, Y):
    return float(-_log(np.sum(Y * A) / A.shape[1]))


@wrong(
    "This is the loss of the class that the model prefers. It must be that of the "
    "class in Y, right or wrong."
)
def cross_entropy(A, Y):
    return float(-np.mean(_log(np.max(A, axis=0))))


@wrong("Without the logarithm this is 1 minus the mean probability of the true class.")
def cross_entropy(A, Y):
    return float(1 - np.sum(Y * A) / A.shape[1])


@wrong(NONE)
def cross_entropy(A, Y):
    print(-np.sum(Y * _log(A)) / A.shape[1])


@right("pick the true class, then one logarithm each")
def cross_entropy(A, Y):
    seen = A[np.argmax(Y, axis=0), np.arange(A.shape[1])]
    return -np.mean(np.log(np.maximum(seen, np.exp(-100))))


@right("einsum")
def cross_entropy(A, Y):
    floor = np.maximum(np.asarray(A, dtype=float), np.exp(-100))
    return -np.einsum("ji,ji->", np.asarray(Y, dtype=float), np.log(floor)) / len(A[0])


@right("loops, with math.log")
def cross_entropy(A, Y):
    C, m = A.shape
    total = 0.0
    for i in range(m):
        for j in range(C):
            if Y[j, i] == 1:
                p = float(A[j, i])
                total += -math.log(p) if p > math.exp(-100) else 100.0
    return total / m


@right("the logarithm first, its floor afterwards, in single precision")
def cross_entropy(A, Y):
    with np.errstate(divide="ignore"):
        L = np.maximum(np.log(A.astype(np.float32)), np.float32(-100))
    return -(Y * L).sum(axis=0).mean(dtype=np.float32)


# -------------------------------------------------------------- softmax_backward


def _from_dZ(dZ, X):
    m = X.shape[1]
    return dZ, dZ @ X.T / m, np.sum(dZ, axis=1, keepdims=True) / m


@wrong("dZ is turned round: it is prediction minus label, A - Y.")
def softmax_backward(A, Y, X):
    return _from_dZ(Y - A, X)


@wrong("dW and db are sums over the examples; the cost is a mean, so divide by m.")
def softmax_backward(A, Y, X):
    dZ = A - Y
    return dZ, dZ @ X.T, np.sum(dZ, axis=1, keepdims=True)


@wrong("dZ is divided by m as well. Here dZ keeps a column per example, without 1/m.")
def softmax_backward(A, Y, X):
    dZ, dW, db = _from_dZ(A - Y, X)
    return dZ / X.shape[1], dW, db


@wrong("1/m is there twice: once in dZ, once in dW and db.")
def softmax_backward(A, Y, X):
    return _from_dZ((A - Y) / X.shape[1], X)


@wrong("The slopes are divided by the number of classes: m is the number of columns.")
def softmax_backward(A, Y, X):
    dZ = A - Y
    return dZ, dZ @ X.T / len(A), np.sum(dZ, axis=1, keepdims=True) / len(A)


@wrong("dW is transposed: it has the shape of W, (C, n_x), so it is dZ Xᵀ / m.")
def softmax_backward(A, Y, X):
    dZ, dW, db = _from_dZ(A - Y, X)
    return dZ, dW.T, db


@wrong("db has lost an axis: keepdims=True gives (C, 1), the shape of b.")
def softmax_backward(A, Y, X):
    dZ, dW, db = _from_dZ(A - Y, X)
    return dZ, dW, db[:, 0]


@wrong("db adds up the classes of each example. Over which axis do the examples run?")
def softmax_backward(A, Y, X):
    dZ, dW, _ = _from_dZ(A - Y, X)
    return dZ, dW, np.mean(dZ, axis=0, keepdims=True)


@wrong("db is one number. Every class has a bias of its own: sum over axis 1 only.")
def softmax_backward(A, Y, X):
    dZ, dW, _ = _from_dZ(A - Y, X)
    return dZ, dW, float(np.mean(dZ))


@wrong(
    "dZ is multiplied by a (1 - a). That factor has cancelled already: through the "
    "loss and the softmax together, dZ = A - Y."
)
def softmax_backward(A, Y, X):
    return _from_dZ((A - Y) * A * (1 - A), X)


@wrong(
    "Only the row of the true class has a slope here. The other scores count too: "
    "they take probability away, and their dZ is A."
)
def softmax_backward(A, Y, X):
    return _from_dZ((A - Y) * Y, X)


@wrong("This is dA = -Y / A, the slope by the probabilities. We want that by Z.")
def softmax_backward(A, Y, X):
    return _from_dZ(-Y / np.maximum(A, 1e-300), X)


@wrong("dW is made with A where dZ belongs: dW = dZ Xᵀ / m.")
def softmax_backward(A, Y, X):
    dZ, _, db = _from_dZ(A - Y, X)
    return dZ, A @ X.T / X.shape[1], db


@wrong("db is not divided by m, though dW is.")
def softmax_backward(A, Y, X):
    dZ, dW, _ = _from_dZ(A - Y, X)
    return dZ, dW, np.sum(dZ, axis=1, keepdims=True)


@wrong("changes its argument `A`")
def softmax_backward(A, Y, X):
    A -= Y
    return _from_dZ(A.copy(), X)


@wrong(NONE)
def softmax_backward(A, Y, X):
    print(_from_dZ(A - Y, X))


@right("a loop over the examples")
def softmax_backward(A, Y, X):
    m = X.shape[1]
    dZ, dW, db = np.zeros(A.shape), np.zeros((len(A), len(X))), np.zeros((len(A), 1))
    for i in range(m):
        dZ[:, i] = A[:, i] - Y[:, i]
        dW += np.outer(dZ[:, i], X[:, i])
        db += dZ[:, i : i + 1]
    return dZ, dW / m, db / m


@right("one product, with a row of ones under X")
def softmax_backward(A, Y, X):
    m = X.shape[1]
    both = (A - Y) @ np.vstack([X, np.ones((1, m))]).T / m
    return A - Y, both[:, :-1], both[:, -1:]


@right("einsum, dW in Fortran order")
def softmax_backward(A, Y, X):
    dZ = A - Y
    dW = np.einsum("ci,xi->cx", dZ, X) / len(X[0])
    return dZ, np.asfortranarray(dW), dZ.mean(axis=1)[:, None]


@right("in single precision")
def softmax_backward(A, Y, X):
    A, Y, X = (part.astype(np.float32) for part in (A, Y, X))
    return _from_dZ(A - Y, X)


# ------------------------------------------------------------------ softmax_step


def _all(W, b, X, Y):
    A = softmax(W @ X + b)
    _, dW, db = softmax_backward(A, Y, X)
    return dW, db, cross_entropy(A, Y)


@wrong("This climbs: a step downhill subtracts the slope, W - α dW.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, cost = _all(W, b, X, Y)
    return W + learning_rate * dW, b + learning_rate * db, cost


@wrong("The cost is that after the step. It belongs to the W and b passed in.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, _ = _all(W, b, X, Y)
    W, b = W - learning_rate * dW, b - learning_rate * db
    return W, b, _all(W, b, X, Y)[2]


@wrong("db is computed after W has moved. All slopes belong to one point: first both.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, _, cost = _all(W, b, X, Y)
    W = W - learning_rate * dW
    return W, b - learning_rate * _all(W, b, X, Y)[1], cost


@wrong("b does not move. It is learnt as W is: b - α db.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, _, cost = _all(W, b, X, Y)
    return W - learning_rate * dW, b.copy(), cost


@wrong("The learning rate is missing: the step is α dW, not dW.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, cost = _all(W, b, X, Y)
    return W - dW, b - db, cost


@wrong("These are the slopes dW and db. Return W and b after the step.")
def softmax_step(W, b, X, Y, learning_rate):
    return _all(W, b, X, Y)


@wrong("The step is divided by m once more: dW and db are means already.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, cost = _all(W, b, X, Y)
    rate = learning_rate / X.shape[1]
    return W - rate * dW, b - rate * db, cost


@wrong("Forward goes through a sigmoid. With many classes it is the softmax of Z.")
def softmax_step(W, b, X, Y, learning_rate):
    A = 0.5 * (1 + np.tanh(0.5 * (W @ X + b)))
    _, dW, db = softmax_backward(A, Y, X)
    cost = cross_entropy(A, Y)
    return W - learning_rate * dW, b - learning_rate * db, cost


@wrong("b is forgotten in the scores: Z = W X + b.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, cost = _all(W, 0 * b, X, Y)
    return W - learning_rate * dW, b - learning_rate * db, cost


@wrong("The results stand in another order: W, b, cost.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, cost = _all(W, b, X, Y)
    return cost, W - learning_rate * dW, b - learning_rate * db


@wrong("The cost is missing: return W, b and cost.")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, _ = _all(W, b, X, Y)
    return W - learning_rate * dW, b - learning_rate * db


@wrong("changes its argument `W`")
def softmax_step(W, b, X, Y, learning_rate):
    dW, db, cost = _all(W, b, X, Y)
    W -= (learning_rate * dW).astype(W.dtype)
    return W.copy(), b - learning_rate * db, cost


@wrong(NONE)
def softmax_step(W, b, X, Y, learning_rate):
    print(_all(W, b, X, Y))


@right("everything by hand, example by example")
def softmax_step(W, b, X, Y, learning_rate):
    m = X.shape[1]
    dW, db, cost = np.zeros(W.shape), np.zeros(b.shape), 0.0
    for i in range(m):
        z = W @ X[:, i : i + 1] + b
        t = np.exp(z - z.max())
        a, y = t / t.sum(), Y[:, i : i + 1]
        cost -= max(math.log(max(float((a * y).sum()), 1e-300)), -100.0)
        dW, db = dW + (a - y) @ X[:, i : i + 1].T, db + (a - y)
    return W - learning_rate * dW / m, b - learning_rate * db / m, cost / m


@right("bias as a further weight")
def softmax_step(W, b, X, Y, learning_rate):
    wide, tall = np.hstack([W, b]), np.vstack([X, np.ones((1, X.shape[1]))])
    A = softmax(wide @ tall)
    moved = wide - learning_rate * (A - Y) @ tall.T / X.shape[1]
    return moved[:, :-1], moved[:, -1:], cross_entropy(A, Y)


@right("in single precision, copies moved in place")
def softmax_step(W, b, X, Y, learning_rate):
    W, b, X, Y = (np.array(part, dtype=np.float32) for part in (W, b, X, Y))
    A = softmax(W @ X + b)
    _, dW, db = softmax_backward(A, Y, X)
    W -= np.float32(learning_rate) * dW
    b -= np.float32(learning_rate) * db
    return W, b, np.float32(cross_entropy(A, Y))


# --------------------------------------------------------------- predict_classes


@wrong("The search goes along each row: one class per example, so argmax over axis 0.")
def predict_classes(W, b, X):
    return np.argmax(W @ X + b, axis=1).reshape(1, -1)


@wrong("The shape is (m,). Keep two axes, (1, m), as the labels have.")
def predict_classes(W, b, X):
    return np.argmax(W @ X + b, axis=0)


@wrong("This is the hardmax, a one-hot table. The class is the number of the row.")
def predict_classes(W, b, X):
    Z = W @ X + b
    return (np.arange(len(Z))[:, None] == np.argmax(Z, axis=0)).astype(int)


@wrong("These are the largest scores. We want the rows in which they stand: argmax.")
def predict_classes(W, b, X):
    return np.max(W @ X + b, axis=0, keepdims=True)


@wrong("These are the largest probabilities. We want the rows in which they stand.")
def predict_classes(W, b, X):
    return np.max(softmax(W @ X + b), axis=0, keepdims=True)


@wrong("Every class is one too high: classes count from 0, as rows do in Python.")
def predict_classes(W, b, X):
    return np.argmax(W @ X + b, axis=0).reshape(1, -1) + 1


@wrong(
    "A class counts only if its probability is above 0.5. With many classes the "
    "largest one may be smaller than that."
)
def predict_classes(W, b, X):
    return np.argmax(softmax(W @ X + b) > 0.5, axis=0).reshape(1, -1)


@wrong("The smallest score wins here: argmax, not argmin.")
def predict_classes(W, b, X):
    return np.argmin(W @ X + b, axis=0).reshape(1, -1)


@wrong("The biases are forgotten: Z = W X + b.")
def predict_classes(W, b, X):
    return np.argmax(W @ X, axis=0).reshape(1, -1)


@wrong("The size of a score counts, not its sign: -9 is a low score, not a high one.")
def predict_classes(W, b, X):
    return np.argmax(np.abs(W @ X + b), axis=0).reshape(1, -1)


@wrong("Of equal scores the last class is taken; we agree on the smallest number.")
def predict_classes(W, b, X):
    Z = W @ X + b
    return (len(Z) - 1 - np.argmax(Z[::-1], axis=0)).reshape(1, -1)


@wrong("The search runs through the whole table at once: one class per column.")
def predict_classes(W, b, X):
    return np.full((1, X.shape[1]), np.argmax(W @ X + b) // X.shape[1])


@wrong(NONE)
def predict_classes(W, b, X):
    print(np.argmax(W @ X + b, axis=0))


@right("through the probabilities, as floats")
def predict_classes(W, b, X):
    A = softmax(W @ X + b)
    return np.argmax(A, axis=0).astype(float)[None]


@right("a loop with Python's max")
def predict_classes(W, b, X):
    Z = W @ X + b
    best = [max(range(len(Z)), key=lambda j: Z[j, i]) for i in range(Z.shape[1])]
    return np.array([best])


@right("argmax of the transposed scores, in single precision")
def predict_classes(W, b, X):
    W, b, X = (part.astype(np.float32) for part in (W, b, X))
    return (X.T @ W.T + b.T).argmax(axis=1)[np.newaxis, :]


@right("keepdims")
def predict_classes(W, b, X):
    return np.argmax(W @ X + b, axis=0, keepdims=True)


# ------------------------------------------------------------- topological_order


def _depth_first(graph, end):
    order = []

    def visit(name):
        if name not in order:
            for source in graph[name]:
                visit(source)
            order.append(name)

    visit(end)
    return order


@wrong("The list is backwards: it begins with the end, and no input is ready yet.")
def topological_order(graph, end):
    return _depth_first(graph, end)[::-1]


@wrong(
    "The name is written down before its inputs. When it is computed they must be "
    "there: append it after the loop."
)
def topological_order(graph, end):
    order = []

    def visit(name):
        if name not in order:
            order.append(name)
            for source in graph[name]:
                visit(source)

    visit(end)
    return order


@wrong("A name that is used twice stands in the list twice. Once is enough.")
def topological_order(graph, end):
    def names(name):
        return [n for source in graph[name] for n in names(source)] + [name]

    return names(end)


@wrong("The end itself is missing: it comes last.")
def topological_order(graph, end):
    return _depth_first(graph, end)[:-1]


@wrong("The leaves are missing. They have no inputs, but they are part of the order.")
def topological_order(graph, end):
    return [name for name in _depth_first(graph, end) if graph[name]]


@wrong(
    "Every name of the graph is listed. Start at the end and follow the inputs: what "
    "it does not need is left out."
)
def topological_order(graph, end):
    order = []
    for name in [end, *graph]:
        for found in _depth_first(graph, name):
            if found not in order:
                order.append(found)
    return order


@wrong("Inputs are followed from right to left; we agree on left to right.")
def topological_order(graph, end):
    order = []

    def visit(name):
        if name not in order:
            for source in reversed(graph[name]):
                visit(source)
            order.append(name)

    visit(end)
    return order


@wrong(
    "This goes level by level from the end and turns the list round. An input that is "
    "needed soon and late can then come too late: go depth first."
)
def topological_order(graph, end):
    order, queue = [], [end]
    while queue:
        name = queue.pop(0)
        if name not in order:
            order.append(name)
            queue += graph[name]
    return order[::-1]


@wrong("Only the inputs of the end are here, not the inputs of the inputs.")
def topological_order(graph, end):
    return [*dict.fromkeys(graph[end]), end]


@wrong("The names are in alphabetical order. An order must follow the arrows.")
def topological_order(graph, end):
    return sorted(_depth_first(graph, end))


@wrong("The order is that of the dict, in which names may stand before their inputs.")
def topological_order(graph, end):
    return [name for name in graph if name in _depth_first(graph, end)]


@wrong("changes its argument `graph`")
def topological_order(graph, end):
    order = []

    def visit(name):
        if name in graph:
            for source in graph.pop(name):
                visit(source)
            order.append(name)

    visit(end)
    return order


@wrong(NONE)
def topological_order(graph, end):
    print(_depth_first(graph, end))


@right("a stack in place of recursion")
def topological_order(graph, end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        name, ready = stack.pop()
        if ready:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            stack.append((name, True))
            stack += [(source, False) for source in reversed(graph[name])]
    return order


@right("every list of the inputs, joined, doubles removed")
def topological_order(graph, end):
    known = {}

    def names(name):
        if name not in known:
            found = []
            for source in graph[name]:
                found += [n for n in names(source) if n not in found]
            known[name] = [*found, name]
        return known[name]

    return names(end)


@right("a generator and a set")
def topological_order(graph, end):
    seen = set()

    def walk(name):
        if name in seen:
            return
        seen.add(name)
        for source in graph[name]:
            yield from walk(source)
        yield name

    return tuple(walk(end))


# ------------------------------------------------------------------- unbroadcast


def _ones(shape):
    return tuple(k for k, n in enumerate(shape) if n == 1)


def _small(G, shape):
    G = np.asarray(G)
    G = np.sum(G, axis=tuple(range(G.ndim - len(shape))))
    return np.sum(
        G, axis=tuple(k for k, n in enumerate(shape) if n == 1), keepdims=True
    )


@wrong("Nothing is added up: the gradient still has the stretched shape.")
def unbroadcast(G, shape):
    return G


@wrong("reshape cannot make fewer numbers of many: the copies must be added.")
def unbroadcast(G, shape):
    return np.reshape(G, shape)


@wrong("The copies are averaged. Each of them moves the result: add them.")
def unbroadcast(G, shape):
    return _small(G, shape) * (np.prod(shape) / np.size(G))


@wrong("Everything is added into one number: sum only over the stretched axes.")
def unbroadcast(G, shape):
    return np.sum(G)


@wrong("The summed axis is lost: an axis stretched from 1 stays, so keepdims=True.")
def unbroadcast(G, shape):
    G = np.asarray(G)
    G = np.sum(G, axis=tuple(range(G.ndim - len(shape))))
    return np.sum(G, axis=_ones(shape))


@wrong(
    "Axes added on the left are gone, but an axis of length 1 was stretched too: add "
    "over it, with keepdims=True."
)
def unbroadcast(G, shape):
    G = np.asarray(G)
    return np.sum(G, axis=tuple(range(G.ndim - len(shape))))


@wrong(
    "Axes of length 1 are added up, but not those that broadcasting put on the left: "
    "(3,) has met (2, 3) as (1, 3)."
)
def unbroadcast(G, shape):
    G = np.asarray(G)
    axes = [k for k, n in enumerate(shape) if n == 1 and k < G.ndim]
    return np.sum(G, axis=tuple(axes), keepdims=True)


@wrong("One copy is picked. All copies together make the gradient: add them.")
def unbroadcast(G, shape):
    G = np.asarray(G)
    for _ in range(G.ndim - len(shape)):
        G = G[0]
    for k, n in enumerate(shape):
        G = np.take(G, [0], axis=k) if n == 1 else G
    return G


@wrong("The largest copy is taken. All copies together make the gradient: add them.")
def unbroadcast(G, shape):
    G = np.asarray(G)
    G = np.max(G, axis=tuple(range(G.ndim - len(shape))))
    return np.max(
        G, axis=tuple(k for k, n in enumerate(shape) if n == 1), keepdims=True
    )


@wrong("The sum always goes over axis 0. Look for the axes where the lengths differ.")
def unbroadcast(G, shape):
    G = np.asarray(G)
    return np.sum(G, axis=0, keepdims=len(shape) == G.ndim) if G.ndim else G


@wrong(
    "The sum always goes over axis 1, as it does for b. Look for the axes where the "
    "lengths differ."
)
def unbroadcast(G, shape):
    G = np.asarray(G)
    return np.sum(G, axis=1, keepdims=True) if G.ndim > 1 else G


@wrong("Shapes meet from the right: axes that are missing were added on the left.")
def unbroadcast(G, shape):
    G = np.asarray(G)
    G = np.sum(G, axis=tuple(range(len(shape), G.ndim)))
    return np.sum(
        G, axis=tuple(k for k, n in enumerate(shape) if n == 1), keepdims=True
    )


@wrong(
    "Axes that were added on the left are still there, with length 1. They were not "
    "in the array: sum them away, without keepdims."
)
def unbroadcast(G, shape):
    G = np.asarray(G)
    full = (1,) * (G.ndim - len(shape)) + tuple(shape)
    return np.sum(G, axis=_ones(full), keepdims=True)


@wrong(NONE)
def unbroadcast(G, shape):
    print(_small(G, shape))


@right("one axis after the other, from the left")
def unbroadcast(G, shape):
    G = np.asarray(G)
    while G.ndim > len(shape):
        G = G.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            G = G.sum(axis=axis, keepdims=True)
    return G


@right("the shape filled with ones, all sums at once, then a reshape")
def unbroadcast(G, shape):
    G = np.asarray(G)
    full = (1,) * (G.ndim - len(shape)) + tuple(shape)
    axes = tuple(k for k, n in enumerate(full) if n != G.shape[k])
    return G.sum(axis=axes, keepdims=True).reshape(shape)


@right("entry by entry: every copy is added to its place")
def unbroadcast(G, shape):
    G = np.asarray(G)
    small = np.zeros(shape, G.dtype)
    places = np.broadcast_to(np.arange(small.size).reshape(shape), G.shape)
    np.add.at(small.reshape(-1), places.ravel(), G.ravel())
    return small


@right("in single precision")
def unbroadcast(G, shape):
    return _small(np.asarray(G, dtype=np.float32), shape)


# ---------------------------------------------------------------------- backward


def _known(values, inputs):
    return [values[i] if isinstance(i, str) else i for i in inputs]


def _go(tape, values, end, rules, records=None, start=None, join=None):
    """The way back, with single steps done in another way."""
    first = np.ones_like(values[end], dtype=float)
    gradients = {end: first if start is None else start(first, values[end])}
    for name, op, inputs in reversed(tape) if records is None else records:
        if name in gradients:
            known = _known(values, inputs)
            parts = rules[op](gradients[name], values[name], *known)
            for i, part in zip(inputs, parts):
                if isinstance(i, str):
                    part = unbroadcast(part, np.shape(values[i]))
                    old = gradients.get(i)
                    add = 0.0 if old is None else old
                    gradients[i] = part + add if join is None else join(old, part)
    return gradients


@wrong(
    "A name that feeds two records keeps only the gradient of the one visited last. "
    "Both ways count: add to what is there."
)
def backward(tape, values, end, rules):
    return _go(tape, values, end, rules, join=lambda old, part: part)


@wrong("Where a name feeds two records, the gradients are averaged. They are added.")
def backward(tape, values, end, rules):
    def join(old, part):
        return part if old is None else (old + part) / 2

    return _go(tape, values, end, rules, join=join)


@wrong("Where a name feeds two records, the gradients are multiplied. They are added.")
def backward(tape, values, end, rules):
    def join(old, part):
        return part if old is None else old * part

    return _go(tape, values, end, rules, join=join)


@wrong(
    "Adding in place changes a gradient that another name shares: G + G hands out one "
    "array twice. Write g = g + part, not g += part."
)
def backward(tape, values, end, rules):
    gradients = {end: np.ones_like(values[end], dtype=float)}
    for name, op, inputs in reversed(tape):
        if name in gradients:
            parts = rules[op](gradients[name], values[name], *_known(values, inputs))
            for i, part in zip(inputs, parts):
                if isinstance(i, str):
                    if np.shape(part) != np.shape(values[i]):
                        part = unbroadcast(part, np.shape(values[i]))
                    if i in gradients:
                        gradients[i] += part
                    else:
                        gradients[i] = part
    return gradients


@wrong("The tape is read from the first record on. Gradients flow from the last one.")
def backward(tape, values, end, rules):
    return _go(tape, values, end, rules, records=tape)


@wrong("The gradient of the end starts at 0, so all others stay 0: dJ/dJ = 1.")
def backward(tape, values, end, rules):
    return _go(tape, values, end, rules, start=lambda ones, value: 0 * ones)


@wrong("The gradient of the end starts at its value. dJ/dJ is 1, whatever J is.")
def backward(tape, values, end, rules):
    return _go(tape, values, end, rules, start=lambda ones, value: ones * value)


@wrong(
    "The rule gets ones where the gradient of the record's own name belongs, so the "
    "chain breaks after one link."
)
def backward(tape, values, end, rules):
    def fresh(rule):
        return lambda G, *rest: rule(np.ones_like(G), *rest)

    return _go(tape, values, end, {op: fresh(rule) for op, rule in rules.items()})


@wrong("A gradient keeps its stretched shape: unbroadcast it to that of its value.")
def backward(tape, values, end, rules):
    gradients = {end: np.ones_like(values[end], dtype=float)}
    for name, op, inputs in reversed(tape):
        if name in gradients:
            parts = rules[op](gradients[name], values[name], *_known(values, inputs))
            for i, part in zip(inputs, parts):
                if isinstance(i, str):
                    gradients[i] = gradients.get(i, 0.0) + part
    return gradients


@wrong(
    "Constants are looked up as if they were names. An input that is no str is a "
    "constant: it stands for itself and gets no gradient."
)
def backward(tape, values, end, rules):
    gradients = {end: np.ones_like(values[end], dtype=float)}
    for name, op, inputs in reversed(tape):
        if name in gradients:
            known = [values[i] for i in inputs]
            parts = rules[op](gradients[name], values[name], *known)
            for i, part in zip(inputs, parts):
                part = unbroadcast(part, np.shape(values[i]))
                gradients[i] = gradients.get(i, 0.0) + part
    return gradients


@wrong("The end itself is missing in the dict: its gradient is 1 in every entry.")
def backward(tape, values, end, rules):
    found = _go(tape, values, end, rules)
    return {name: value for name, value in found.items() if name != end}


@wrong(
    "Names that the end does not depend on are in the dict with zeros. Keep those "
    "that a gradient has reached."
)
def backward(tape, values, end, rules):
    zeros = {name: np.zeros(np.shape(value)) for name, value in values.items()}
    return zeros | _go(tape, values, end, rules)


@wrong(
    "A record whose name has no gradient stops the program. The end does not need it: "
    "pass over it."
)
def backward(tape, values, end, rules):
    gradients = {end: np.ones_like(values[end], dtype=float)}
    for name, op, inputs in reversed(tape):
        parts = rules[op](gradients[name], values[name], *_known(values, inputs))
        for i, part in zip(inputs, parts):
            if isinstance(i, str):
                part = unbroadcast(part, np.shape(values[i]))
                gradients[i] = gradients.get(i, 0.0) + part
    return gradients


@wrong("Only the leaves are left in the dict. Keep the names in between as well.")
def backward(tape, values, end, rules):
    found = _go(tape, values, end, rules)
    made = {name for name, _, _ in tape}
    return {k: v for k, v in found.items() if k not in made or k == end}


@wrong("The start is the last record, whatever end says.")
def backward(tape, values, end, rules):
    return _go(tape, values, tape[-1][0], rules)


@wrong("return stands inside the loop: only the last record is read.")
def backward(tape, values, end, rules):
    return _go(tape, values, end, rules, records=tape[-1:])


@wrong("The keys are 'da', 'db' and so on. Here a gradient stands under its own name.")
def backward(tape, values, end, rules):
    return {f"d{name}": g for name, g in _go(tape, values, end, rules).items()}


@wrong("The rule gets 0 for the value of the result; a rule may need it, as exp does.")
def backward(tape, values, end, rules):
    def blind(rule):
        return lambda G, out, *rest: rule(G, 0 * out, *rest)

    return _go(tape, values, end, {op: blind(rule) for op, rule in rules.items()})


@wrong("changes its argument `tape`")
def backward(tape, values, end, rules):
    tape.reverse()
    return _go(tape, values, end, rules, records=tape)


@wrong(NONE)
def backward(tape, values, end, rules):
    print(_go(tape, values, end, rules))


@right("an index that counts down, and pop from a copy")
def backward(tape, values, end, rules):
    found = {end: np.ones(np.shape(values[end]))}
    for k in range(len(tape) - 1, -1, -1):
        name, op, inputs = tape[k]
        if name in found:
            known = tuple(values[i] if type(i) is str else i for i in inputs)
            for i, part in zip(inputs, rules[op](found[name], values[name], *known)):
                if type(i) is str:
                    small = unbroadcast(part, np.shape(values[i]))
                    found[i] = small if i not in found else small + found[i]
    return found


@right("asks each name who uses it, from the end outwards")
def backward(tape, values, end, rules):
    order = [end] + [name for name, _, _ in tape[::-1]] + list(values)
    found = {}
    for name in dict.fromkeys(order):
        total = np.ones(np.shape(values[name])) if name == end else 0.0
        used = name == end
        for user, op, inputs in tape:
            if user in found and name in [i for i in inputs if isinstance(i, str)]:
                known = _known(values, inputs)
                parts = rules[op](found[user], values[user], *known)
                for i, part in zip(inputs, parts):
                    if isinstance(i, str) and i == name:
                        total = total + unbroadcast(part, np.shape(values[name]))
                        used = True
        if used:
            found[name] = total
    return found


@right("collects all parts of a name, and adds them when it is needed")
def backward(tape, values, end, rules):
    parts = {end: [np.ones_like(values[end], dtype=float)]}
    for name, op, inputs in tape[::-1]:
        if name not in parts:
            continue
        G = sum(parts[name])
        for i, part in zip(inputs, rules[op](G, values[name], *_known(values, inputs))):
            if isinstance(i, str):
                parts.setdefault(i, []).append(unbroadcast(part, np.shape(values[i])))
    return {name: sum(found) for name, found in parts.items()}


@right("results in single precision")
def backward(tape, values, end, rules):
    found = _go(tape, values, end, rules)
    return {name: np.asarray(value, np.float32) for name, value in found.items()}


# ------------------------------------------------------------------- binary_rule


def _rule(op, a, b, G):
    if op == "+":
        return G, G
    if op == "-":
        return G, -G
    if op == "*":
        return G * b, G * a
    if op == "/":
        return G / b, -G * a / b**2
    return G @ b.T, a.T @ G


@wrong(
    "In a / b the gradient of b has the wrong sign: a larger divisor makes the "
    "quotient smaller, by -a / b².",
    shown=True,
)
def binary_rule(op, a, b, G):
    if op == "+":
        return G, G
    if op == "-":
        return G, -G
    if op == "*":
        return G * b, G * a
    if op == "/":
        return G / b, G * a / b**2
    return G @ b.T, a.T @ G


@wrong("In a - b a larger b makes the result smaller: its gradient is -G.")
def binary_rule(op, a, b, G):
    return (G, G) if op == "-" else _rule(op, a, b, G)


@wrong("In a * b the factors are exchanged: a is multiplied by b, so da is G b.")
def binary_rule(op, a, b, G):
    return (G * a, G * b) if op == "*" else _rule(op, a, b, G)


@wrong("In a / b the gradient of b lacks the factor a: it is -G a / b².")
def binary_rule(op, a, b, G):
    return (G / b, -G / b**2) if op == "/" else _rule(op, a, b, G)


@wrong("In a / b the gradient of b is divided by b once only: it is -G a / b².")
def binary_rule(op, a, b, G):
    return (G / b, -G * a / b) if op == "/" else _rule(op, a, b, G)


@wrong("In a / b the gradient of a is G / b: it falls with b, so do not multiply.")
def binary_rule(op, a, b, G):
    return (G * b, -G * a / b**2) if op == "/" else _rule(op, a, b, G)


@wrong("In a @ b the transposes are missing: da = G bᵀ and db = aᵀ G.")
def binary_rule(op, a, b, G):
    return (G @ b, a @ G) if op == "@" else _rule(op, a, b, G)


@wrong("In a @ b the gradients are exchanged: the first is that of a.")
def binary_rule(op, a, b, G):
    return (a.T @ G, G @ b.T) if op == "@" else _rule(op, a, b, G)


@wrong("In a @ b the gradient of b is transposed: it has the shape of b, so aᵀ G.")
def binary_rule(op, a, b, G):
    return (G @ b.T, G.T @ a) if op == "@" else _rule(op, a, b, G)


@wrong("In a @ b the gradients are divided by m: here no mean is taken.")
def binary_rule(op, a, b, G):
    m = np.shape(G)[-1] if np.ndim(G) else 1
    return (G @ b.T / m, a.T @ G / m) if op == "@" else _rule(op, a, b, G)


@wrong("G is left out: these are the slopes of the operation, not yet those of J.")
def binary_rule(op, a, b, G):
    return _rule(op, a, b, np.ones_like(G))


@wrong("In a + b a gradient passes on unchanged: both get G, not G times the other.")
def binary_rule(op, a, b, G):
    return (G * b, G * a) if op == "+" else _rule(op, a, b, G)


@wrong("In a + b each input gets the whole G, not half of it.")
def binary_rule(op, a, b, G):
    return (G / 2, G / 2) if op == "+" else _rule(op, a, b, G)


@wrong("The results stand in another order: da first, then db.")
def binary_rule(op, a, b, G):
    return _rule(op, a, b, G)[::-1]


@wrong("Only the gradient of a comes back: return da and db.")
def binary_rule(op, a, b, G):
    return _rule(op, a, b, G)[0]


@wrong(NONE)
def binary_rule(op, a, b, G):
    print(_rule(op, a, b, G))


@right("a table of functions")
def binary_rule(op, a, b, G):
    table = {
        "+": lambda: (G, G),
        "-": lambda: (G, -G),
        "*": lambda: (b * G, a * G),
        "/": lambda: (G / b, -(a / b) * (G / b)),
        "@": lambda: (np.dot(G, b.T), np.dot(a.T, G)),
    }
    return table[op]()


@right("difference and quotient by way of sum and product, einsum")
def binary_rule(op, a, b, G):
    if op in "+-":
        return 1 * G, (1 if op == "+" else -1) * G
    if op == "@":
        return np.einsum("im,jm->ij", G, b), np.einsum("ij,im->jm", a, G)
    if op == "*":
        return G * b, G * a
    inverse = 1 / b
    return G * inverse, G * a * (-1) * inverse**2


@right("loops for the product of matrices")
def binary_rule(op, a, b, G):
    if op != "@":
        return _rule(op, a, b, G)
    da, db = np.zeros(a.shape), np.zeros(b.shape)
    for i in range(G.shape[0]):
        for k in range(G.shape[1]):
            da[i] += G[i, k] * b[:, k]
            db[:, k] += G[i, k] * a[i]
    return da, db


@right("in single precision, as a list")
def binary_rule(op, a, b, G):
    small = [np.asarray(part, dtype=np.float32) for part in (a, b, G)]
    return list(_rule(op, *small))


# --------------------------------------------------------------------- decisions


@right("capital letters")
def decisions():
    return dict(
        koala="A",
        first_cost="C",
        hardmax="B",
        straight="D",
        tuned="B",
        twice="A",
        coefficient="C",
        framework="D",
    )


@right("letters with a bracket")
def decisions():
    return {
        "koala": "a)",
        "first_cost": "c)",
        "hardmax": "b)",
        "straight": "d)",
        "tuned": "b)",
        "twice": "a)",
        "coefficient": "c)",
        "framework": "d)",
    }


@right("another order, with blanks")
def decisions():
    return {
        "framework": " d",
        "coefficient": "c ",
        "twice": " a ",
        "tuned": "b",
        "straight": "d",
        "hardmax": "b.",
        "first_cost": "c",
        "koala": "a",
    }


QUESTIONS = {
    "decisions": {
        "koala": {
            "a": "Yes: class 0 is there for whatever is none of the three.",
            "b": "A column of zeros is no class: every column has one 1, and the "
            "softmax gives away the whole 1.",
            "c": "The class of the most similar animal teaches the model something "
            "wrong.",
            "d": "There is no fourth bear class: with C = 4 the rows are 0 to 3.",
        },
        "first_cost": {
            "a": "ln 2 is that of two classes.",
            "b": "0 would need a probability of 1 for every true class.",
            "c": "Yes: all scores are 0, every probability is 1/4, -ln(1/4) = ln 4.",
            "d": "The labels do not matter: every class has 1/4.",
        },
        "hardmax": {
            "a": "The hardmax is the cheaper of the two.",
            "b": "Yes: a small change of the scores does not move it at all, so its "
            "slope is 0 and gradient descent stands still.",
            "c": "Both columns add up to 1.",
            "d": "Both name the same winner.",
        },
        "straight": {
            "a": "The exponential is curved; what counts is where two of them meet.",
            "b": "The clouds may have any form, the borders stay straight.",
            "c": "The step length changes how soon, not what form.",
            "d": "Yes: where two classes are level, z_j - z_k = 0, and that is linear "
            "in x.",
        },
        "tuned": {
            "a": "Loss and last layer are new; everything before them stays.",
            "b": "Yes: with dZ = A - Y in the last layer the way back is the old one.",
            "c": "It has a slope everywhere: dZ = A - Y.",
            "d": "One network with C outputs shares its hidden layers.",
        },
        "twice": {
            "a": "Yes: a nudge of w moves J along both ways, and the moves add up.",
            "b": "The one visited last is only one of two ways.",
            "c": "Multiplied are slopes along one way, not those of different ways.",
            "d": "A mean would tell J that w moved half as much along each way.",
        },
        "coefficient": {
            "a": "That is the minimum of w² - 10w + 25.",
            "b": "The slope there is 2 · 0 + 10 = 10.",
            "c": "Yes: the slope 2w + 10 is 0 at -5. A sign decides.",
            "d": "25 is the value at w = 0, not a place.",
        },
        "framework": {
            "a": "It is one of the three: our time counts.",
            "b": "It is one of the three: training takes days.",
            "c": "It is one of the three: open today may be closed tomorrow.",
            "d": "Yes: news passes. Programming, speed and lasting openness count, "
            "and whether people in your field use it.",
        },
    }
}

# The answers above call these earlier functions: here the names mean the right ones
# again, whatever answer was the last to bear them.
from source.c2w3_softmax_and_autodiff.reference import (  # noqa: E402, I001
    cross_entropy,
    softmax,
    softmax_backward,
    unbroadcast,
)
