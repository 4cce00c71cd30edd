"""Wrong answers with their messages, and right ones written differently."""

import functools
import itertools
import math
import operator

import numpy as np

from autograder.truth.decorators import right, wrong

# --- dot_loop ------------------------------------------------------------------


@wrong("The loop starts at 1, so a[0] * b[0] is left out: Python counts from 0.")
def dot_loop(a, b):
    total = 0.0
    for i in range(1, len(a)):
        total += a[i] * b[i]
    return total


@wrong("The last product is missing: range(n) already stops before n, so no n - 1.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a) - 1):
        total += a[i] * b[i]
    return total


@wrong("return stands inside the loop, so the first product alone comes back.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
        return total


@wrong("Each turn overwrites total, so only the last product is left: use +=.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        total = a[i] * b[i]
    return total


@wrong("The entries are added, a_i + b_i; the dot product multiplies them first.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        total += a[i] + b[i]
    return total


@wrong("This is the mean of the products; the dot product is their sum, without 1/n.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total / len(a)


@wrong("Every product is cut to a whole number: the accumulator must be a float.")
def dot_loop(a, b):
    total = 0
    for i in range(len(a)):
        total += int(a[i] * b[i])
    return total


@wrong("abs makes negative products positive; they must lower the sum.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        total += abs(a[i] * b[i])
    return total


@wrong("The loop has the fixed length 4: take it from the argument, len(a).")
def dot_loop(a, b):
    total = 0.0
    for i in range(4):
        total += a[i] * b[i]
    return total


@wrong("total starts at 1: a sum starts at 0, a product at 1.")
def dot_loop(a, b):
    total = 1.0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


@wrong("Nested loops pair each a_i with every b_j: only equal indices belong together.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        for j in range(len(b)):
            total += a[i] * b[j]
    return total


@wrong("The products are multiplied with one another; they must be added.")
def dot_loop(a, b):
    total = 1.0
    for i in range(len(a)):
        total *= a[i] * b[i]
    return total


@wrong("The loop needs a variable n of the notebook: inside, take n = len(a).")
def dot_loop(a, b):
    total = 0.0
    for i in range(n):
        total += a[i] * b[i]
    return total


@wrong("print only shows the result; the function returns None: return total.")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
    print(total)


@wrong("changes its argument `a`")
def dot_loop(a, b):
    total = 0.0
    for i in range(len(a)):
        a[i] *= b[i]
        total += a[i]
    return total


@right("zip and sum")
def dot_loop(a, b):
    return sum(p * q for p, q in zip(a, b))


@right("while, from the end")
def dot_loop(a, b):
    total, i = 0, len(a)
    while i > 0:
        i -= 1
        total = total + a[i] * b[i]
    return float(total)


@right("math.fsum over a list of products")
def dot_loop(a, b):
    return math.fsum([float(a[i]) * float(b[i]) for i in range(len(a))])


@right("float32 accumulator in an array")
def dot_loop(a, b):
    total = np.zeros(1, dtype=np.float32)
    for i in range(a.shape[0]):
        total[0] += np.float32(a[i]) * np.float32(b[i])
    return total[0]


# --- dot -----------------------------------------------------------------------


@wrong("a * b multiplies entry by entry and stops there: the n products must be added.")
def dot(a, b):
    return a * b


@wrong("np.outer makes all n * n products; the dot product needs the n with one index.")
def dot(a, b):
    return np.outer(a, b)


@wrong("This adds all entries of both vectors; multiply pair by pair before the sum.")
def dot(a, b):
    return np.sum(a + b)


@wrong("This is the mean of the products; the dot product is their sum.")
def dot(a, b):
    return np.mean(a * b)


@wrong("This sums first and multiplies last; multiply pair by pair, then add.")
def dot(a, b):
    return np.sum(a) * np.sum(b)


@wrong("This is a with itself, the squared length of a: b is not used.")
def dot(a, b):
    return np.dot(a, a)


@wrong("The result has shape (1, 1), a matrix: two rank-1 arrays give a number.")
def dot(a, b):
    return np.dot(a.reshape(1, -1), b.reshape(-1, 1))


@wrong("abs makes negative products positive; they must lower the sum.")
def dot(a, b):
    return np.sum(np.abs(a * b))


@wrong("This divides by both lengths and gives the cosine; the dot product does not.")
def dot(a, b):
    with np.errstate(all="ignore"):
        return np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b))


@wrong("A float16 sum overflows above 65504: leave the data type to NumPy.")
def dot(a, b):
    with np.errstate(all="ignore"):
        return np.sum(a * b, dtype=np.float16)


@wrong("The slice [:3] keeps three entries of every vector: use all of them.")
def dot(a, b):
    return np.dot(a[:3], b[:3])


@wrong("A sum with dtype=int cuts each product to a whole number.")
def dot(a, b):
    return np.sum((a * b).astype(int))


@wrong("np.prod multiplies the products with one another; they must be added.")
def dot(a, b):
    return np.prod(a * b)


@wrong("A square root is taken: the dot product is the plain sum of the products.")
def dot(a, b):
    return np.sqrt(np.abs(np.dot(a, b)))


@wrong("The function reads w and x of the notebook; its own arguments are a and b.")
def dot(a, b):
    return np.dot(w, x)


@wrong("print only shows the result; the function returns None: return the number.")
def dot(a, b):
    print(np.dot(a, b))


@wrong("changes its argument `a`")
def dot(a, b):
    a *= b
    return np.sum(a)


@right("the operator @")
def dot(a, b):
    return a @ b


@right("elementwise product and sum")
def dot(a, b):
    return (a * b).sum()


@right("einsum, as a Python float")
def dot(a, b):
    return float(np.einsum("i,i->", a, b))


@right("(1, n) times (n, 1), the single entry taken out")
def dot(a, b):
    return (a[None, :] @ b[:, None])[0, 0]


@right("arithmetic in float32")
def dot(a, b):
    return np.vdot(a.astype(np.float32), b.astype(np.float32))


# --- matvec_loop ---------------------------------------------------------------


@wrong("A * v multiplies entry by entry and keeps shape (p, n): add along each row.")
def matvec_loop(A, v):
    return A * v


@wrong("The indices of A are swapped: A[j, i] belongs to the transpose.")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(p)
    for i in range(p):
        for j in range(n):
            u[i] += A[j, i] * v[j]
    return u


@wrong("This is the transpose times v: entry i collects row i, u[i] += A[i, j] * v[j].")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(n)
    for i in range(p):
        for j in range(n):
            u[j] += A[i, j] * v[j]
    return u


@wrong("u has one entry per column; it needs one per row, np.zeros(p).")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(n)
    for i in range(p):
        for j in range(n):
            u[i] += A[i, j] * v[j]
    return u


@wrong("An integer array cuts every sum to a whole number: np.zeros(p) holds floats.")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(p, dtype=int)
    for i in range(p):
        for j in range(n):
            u[i] += int(A[i, j] * v[j])
    return u


@wrong("Each turn overwrites u[i], so only the last column counts: use +=.")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(p)
    for i in range(p):
        for j in range(n):
            u[i] = A[i, j] * v[j]
    return u


@wrong("The last column is missing: range(n) already stops before n.")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(p)
    for i in range(p):
        for j in range(n - 1):
            u[i] += A[i, j] * v[j]
    return u


@wrong("The column index starts at 1, so column 0 is missing.")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(p)
    for i in range(p):
        for j in range(1, n):
            u[i] += A[i, j] * v[j]
    return u


@wrong("u is a column of shape (p, 1); v has rank 1, so u has shape (p,).")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros((p, 1))
    for i in range(p):
        for j in range(n):
            u[i, 0] += A[i, j] * v[j]
    return u


@wrong("The sizes 2 and 4 are those of the example: take p, n = A.shape.")
def matvec_loop(A, v):
    u = np.zeros(2)
    for i in range(2):
        for j in range(4):
            u[i] += A[i, j] * v[j]
    return u


@wrong("Both loops run over the rows: j runs over the columns, range(A.shape[1]).")
def matvec_loop(A, v):
    p = A.shape[0]
    u = np.zeros(p)
    for i in range(p):
        for j in range(p):
            u[i] += A[i, j] * v[j]
    return u


@wrong("return stands inside the outer loop, so all rows after the first stay 0.")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(p)
    for i in range(p):
        for j in range(n):
            u[i] += A[i, j] * v[j]
        return u


@wrong("These are the sums of the rows of A: v is not used.")
def matvec_loop(A, v):
    p, n = A.shape
    u = np.zeros(p)
    for i in range(p):
        for j in range(n):
            u[i] += A[i, j]
    return u


@wrong("One total serves all rows: set it back to 0 at the start of each row.")
def matvec_loop(A, v):
    p, n = A.shape
    u, total = np.zeros(p), 0.0
    for i in range(p):
        for j in range(n):
            total += A[i, j] * v[j]
        u[i] = total
    return u


@wrong("print only shows the result; the function returns None: return the array u.")
def matvec_loop(A, v):
    p, n = A.shape
    for i in range(p):
        print(sum(A[i, j] * v[j] for j in range(n)))


@wrong("changes its argument `A`")
def matvec_loop(A, v):
    p, n = A.shape
    for i in range(p):
        for j in range(n):
            A[i, j] *= v[j]
    return np.array([sum(row) for row in A])


@right("a combination of columns, one loop")
def matvec_loop(A, v):
    u = np.zeros(A.shape[0])
    for j, column in enumerate(A.T):
        u = u + v[j] * column
    return u


@right("a list of row sums")
def matvec_loop(A, v):
    return np.array([sum(p * q for p, q in zip(row, v)) for row in A])


@right("loops in the other order, in float32")
def matvec_loop(A, v):
    u = np.zeros(len(A), dtype=np.float32)
    for j in range(len(v)):
        for i in range(len(A)):
            u[i] += np.float32(A[i, j] * v[j])
    return u


@right("einsum")
def matvec_loop(A, v):
    return np.einsum("ij,j->i", A, v)


# --- exp_all -------------------------------------------------------------------


@wrong("math.exp takes one number, not an array: np.exp takes both.")
def exp_all(v):
    return math.exp(v)


@wrong("The result has the data type of v, so whole numbers in v cut e^v: use np.exp.")
def exp_all(v):
    u = np.zeros_like(v)
    for i in range(len(v)):
        u[i] = math.exp(v[i])
    return u


@wrong("The result is a column (n, 1); an elementwise function keeps the shape (n,).")
def exp_all(v):
    u = np.zeros((len(v), 1))
    for i in range(len(v)):
        u[i, 0] = math.exp(v[i])
    return u


@wrong("This is the sum of all exponentials: one value per entry is wanted.")
def exp_all(v):
    return np.sum(np.exp(v))


@wrong("These are powers of 2: the base is e, so np.exp.")
def exp_all(v):
    return 2.0**v


@wrong("This raises v to the power e; e is the base and v the exponent.")
def exp_all(v):
    with np.errstate(all="ignore"):
        return v**np.e


@wrong("The sign of v is turned: this is e^(-v).")
def exp_all(v):
    return np.exp(-v)


@wrong("np.expm1 gives e^v - 1; the 1 must stay.")
def exp_all(v):
    return np.expm1(v)


@wrong("1 + v is e^v only very near 0, its first two terms.")
def exp_all(v):
    return 1 + v


@wrong("The values are divided by their sum, a softmax: leave them as they are.")
def exp_all(v):
    return np.exp(v) / np.sum(np.exp(v))


@wrong("These are powers of 10: the base is e = 2.718...")
def exp_all(v):
    return 10.0**v


@wrong("2.718 is e cut off after three digits: np.exp knows all of them.")
def exp_all(v):
    return 2.718**v


@wrong("Only the first entry is used: np.exp takes the whole array.")
def exp_all(v):
    return np.exp(v[:1])


@wrong("Without return the function returns None: return the new array.")
def exp_all(v):
    np.exp(v)


@right("a loop over math.exp into a float array")
def exp_all(v):
    u = np.zeros(len(v))
    for i, value in enumerate(v):
        u[i] = math.exp(value)
    return u


@right("np.power with base e")
def exp_all(v):
    return np.power(np.e, v)


@right("1 / e^(-v)")
def exp_all(v):
    return 1 / np.exp(-v)


@right("in float32")
def exp_all(v):
    return np.exp(v.astype(np.float32))


# --- as_column -----------------------------------------------------------------


@wrong("The shape is still (n,): x.T of a rank-1 array is x itself. Return x.reshape.")
def as_column(x):
    return x.T


@wrong("This is a row of shape (1, n): rows come first in a shape, so (-1, 1).")
def as_column(x):
    return x.reshape(1, -1)


@wrong("The length 5 is that of the example: len(x), or -1, fits every vector.")
def as_column(x):
    return x.reshape(5, 1)


@wrong("The shape is (n, 1, 1), rank 3: one new axis is enough.")
def as_column(x):
    return x[:, None, None]


@wrong("The order is turned round: x[::-1] is not needed.")
def as_column(x):
    return x[::-1].reshape(-1, 1)


@wrong("np.outer makes an (n, n) matrix: only the shape should change.")
def as_column(x):
    return np.outer(x, x)


@wrong("np.diag puts the numbers on the diagonal of an (n, n) matrix.")
def as_column(x):
    return np.diag(x)


@wrong("The numbers are cut to integers: reshape keeps the data type.")
def as_column(x):
    return x.astype(int).reshape(-1, 1)


@wrong("np.unique sorts and drops repeated entries: keep all, in their order.")
def as_column(x):
    return np.unique(x).reshape(-1, 1)


@wrong("The numbers are sorted: keep their order.")
def as_column(x):
    return np.sort(x).reshape(-1, 1)


@wrong("The first entry is lost: reshape all of x.")
def as_column(x):
    return x[1:].reshape(-1, 1)


@wrong("This is a Python list of lists: an array with a shape is wanted.")
def as_column(x):
    return [[value] for value in x.tolist()]


@wrong("print only shows the result; the function returns None: return the new array.")
def as_column(x):
    print(x.reshape(-1, 1))


@wrong("changes its argument `x`")
def as_column(x):
    x.shape = (len(x), 1)
    return x


@right("a new axis")
def as_column(x):
    return x[:, np.newaxis]


@right("a matrix of zeros, filled")
def as_column(x):
    column = np.zeros((len(x), 1))
    column[:, 0] = x
    return column


@right("a row, turned")
def as_column(x):
    return np.array([x]).T


@right("np.vstack, in Fortran order")
def as_column(x):
    return np.asfortranarray(np.vstack(list(x)))


# --- broadcast_shape -----------------------------------------------------------


def _pad_left(shape, rank):
    return (1,) * (rank - len(shape)) + tuple(shape)


def _fits(p, q):
    return p == q or p == 1 or q == 1


@wrong("The first axes are aligned: align the last ones and fill in ones on the left.")
def broadcast_shape(shape_1, shape_2):
    shape = []
    for p, q in itertools.zip_longest(shape_1, shape_2, fillvalue=1):
        if not _fits(p, q):
            raise ValueError("shapes do not fit")
        shape.append(max(p, q))
    return tuple(shape)


@wrong("The larger length is taken unchecked: unequal lengths without a 1 must raise.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    pairs = zip(_pad_left(shape_1, rank), _pad_left(shape_2, rank))
    return tuple(max(p, q) for p, q in pairs)


@wrong("Different ranks are refused: fill the shorter shape with ones on the left.")
def broadcast_shape(shape_1, shape_2):
    if len(shape_1) != len(shape_2):
        raise ValueError("different ranks")
    if not all(map(_fits, shape_1, shape_2)):
        raise ValueError("shapes do not fit")
    return tuple(map(max, shape_1, shape_2))


@wrong("Axes that only the longer shape has are lost: zip stops at the shorter one.")
def broadcast_shape(shape_1, shape_2):
    shape = []
    for p, q in zip(shape_1[::-1], shape_2[::-1]):
        if not _fits(p, q):
            raise ValueError("shapes do not fit")
        shape.append(max(p, q))
    return tuple(shape[::-1])


@wrong("The lengths come back from last to first: turn the list round at the end.")
def broadcast_shape(shape_1, shape_2):
    shape = []
    for p, q in itertools.zip_longest(shape_1[::-1], shape_2[::-1], fillvalue=1):
        if not _fits(p, q):
            raise ValueError("shapes do not fit")
        shape.append(max(p, q))
    return tuple(shape)


@wrong("Only the second array is stretched: a 1 in the first shape stretches as well.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if any(p != q and q != 1 for p, q in zip(long_1, long_2)):
        raise ValueError("shapes do not fit")
    return long_1


@wrong("The smaller length is taken: the 1 is stretched to the larger one.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if not all(map(_fits, long_1, long_2)):
        raise ValueError("shapes do not fit")
    return tuple(map(min, long_1, long_2))


@wrong("Shapes that do not fit give None: raise a ValueError.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if not all(map(_fits, long_1, long_2)):
        return None
    return tuple(map(max, long_1, long_2))


@wrong("Shapes that do not fit raise an AssertionError: a ValueError is wanted.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if not all(map(_fits, long_1, long_2)):
        raise AssertionError("shapes do not fit")
    return tuple(map(max, long_1, long_2))


@wrong("A length is stretched to a multiple of itself; only a 1 can be stretched.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if any(max(p, q) % min(p, q) for p, q in zip(long_1, long_2)):
        raise ValueError("shapes do not fit")
    return tuple(map(max, long_1, long_2))


@wrong("Exactly two axes are read: loop over as many as the longer shape has.")
def broadcast_shape(shape_1, shape_2):
    pairs = [(shape_1[0], shape_2[0]), (shape_1[1], shape_2[1])]
    if not all(_fits(p, q) for p, q in pairs):
        raise ValueError("shapes do not fit")
    return tuple(max(p, q) for p, q in pairs)


@wrong("Equal lengths are wanted on all axes: a 1 fits every length.")
def broadcast_shape(shape_1, shape_2):
    if tuple(shape_1) != tuple(shape_2):
        raise ValueError("shapes do not fit")
    return tuple(shape_1)


@wrong("The shape with more entries comes back: with (m, 1) and (1, n) it is neither.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if not all(map(_fits, long_1, long_2)):
        raise ValueError("shapes do not fit")
    return max(long_1, long_2, key=math.prod)


@wrong("A list stands inside a list: the result is one tuple of lengths.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if not all(map(_fits, long_1, long_2)):
        raise ValueError("shapes do not fit")
    return [list(map(max, long_1, long_2))]


@wrong("This adds the lengths on each axis: broadcasting copies, it does not stack.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    long_1, long_2 = _pad_left(shape_1, rank), _pad_left(shape_2, rank)
    if not all(map(_fits, long_1, long_2)):
        raise ValueError("shapes do not fit")
    return tuple(map(operator.add, long_1, long_2))


@wrong("print only shows the result; the function returns None: return the tuple.")
def broadcast_shape(shape_1, shape_2):
    rank = max(len(shape_1), len(shape_2))
    print(tuple(map(max, _pad_left(shape_1, rank), _pad_left(shape_2, rank))))


@right("asks NumPy")
def broadcast_shape(shape_1, shape_2):
    return np.broadcast_shapes(shape_1, shape_2)


@right("adds two arrays of zeros")
def broadcast_shape(shape_1, shape_2):
    return (np.zeros(shape_1) + np.zeros(shape_2)).shape


@right("from the last axis backward, by sets")
def broadcast_shape(shape_1, shape_2):
    shape = []
    pairs = itertools.zip_longest(shape_1[::-1], shape_2[::-1], fillvalue=1)
    for lengths in map(set, pairs):
        larger = lengths - {1}
        if len(larger) > 1:
            raise ValueError(f"{shape_1} and {shape_2} do not fit")
        shape.insert(0, larger.pop() if larger else 1)
    return tuple(shape)


@right("recursion on the last axis")
def broadcast_shape(shape_1, shape_2):
    if not shape_1 or not shape_2:
        return tuple(shape_1) or tuple(shape_2)
    *rest_1, p = shape_1
    *rest_2, q = shape_2
    if p != q and 1 not in (p, q):
        raise ValueError("no fit")
    return (*broadcast_shape(rest_1, rest_2), q if p == 1 else p)


# --- percent_by_column ---------------------------------------------------------


@wrong(
    "axis=1 adds along each row, so the rows give 100; columns are added by axis=0.",
    shown=True,
)
def percent_by_column(A):
    total = A.sum(axis=1, keepdims=True)
    return 100 * A / total


@wrong("A.sum() is the total of the whole table: give it axis=0 for one per column.")
def percent_by_column(A):
    return 100 * A / A.sum()


@wrong("These are shares between 0 and 1: percent needs the factor 100.")
def percent_by_column(A):
    return A / A.sum(axis=0)


@wrong("reshape(1, 4) fits tables of 4 columns only: keepdims=True fits all.")
def percent_by_column(A):
    return 100 * A / A.sum(axis=0).reshape(1, 4)


@wrong("The totals stand in a column (n, 1); under (p, n) they must be a row (1, n).")
def percent_by_column(A):
    return 100 * A / A.sum(axis=0).reshape(-1, 1)


@wrong("The sums along the rows, (p,), are used as a row: sum with axis=0.")
def percent_by_column(A):
    return 100 * A / A.sum(axis=1)


@wrong("The mean of a column stands below the line: its sum belongs there.")
def percent_by_column(A):
    return 100 * A / A.mean(axis=0, keepdims=True)


@wrong("The largest entry of a column stands below the line: its sum belongs there.")
def percent_by_column(A):
    return 100 * A / A.max(axis=0, keepdims=True)


@wrong("// throws the decimals away: divide with /.")
def percent_by_column(A):
    return 100 * A // A.sum(axis=0)


@wrong("The fraction is upside down: the entry stands above, the total below.")
def percent_by_column(A):
    with np.errstate(all="ignore"):
        return 100 * A.sum(axis=0) / A


@wrong("This is the rest, 100 minus the share: leave the subtraction out.")
def percent_by_column(A):
    return 100 - 100 * A / A.sum(axis=0)


@wrong("The factor 100 stands below the line as well: 100 * A / total.")
def percent_by_column(A):
    return A / (100 * A.sum(axis=0))


@wrong("These are the totals: divide the table by them.")
def percent_by_column(A):
    return A.sum(axis=0, keepdims=True)


@wrong("The table is turned: the result has the shape of A, (p, n).")
def percent_by_column(A):
    return (100 * A / A.sum(axis=0)).T


@wrong("The percentages are rounded: leave the rounding to whoever prints them.")
def percent_by_column(A):
    return np.round(100 * A / A.sum(axis=0))


@wrong("print only shows the result; the function returns None: return the table.")
def percent_by_column(A):
    print(100 * A / A.sum(axis=0))


@wrong("The function needs a variable cal of the notebook: compute the totals inside.")
def percent_by_column(A):
    return 100 * A / cal.reshape(1, -1)


@wrong("changes its argument `A`")
def percent_by_column(A):
    A *= 100
    return A / (A.sum(axis=0) / 100)


@right("totals as a rank-1 array: broadcasting makes it a row")
def percent_by_column(A):
    return A / A.sum(axis=0) * 100


@right("a loop over the columns")
def percent_by_column(A):
    percent = np.zeros(A.shape)
    for j in range(A.shape[1]):
        percent[:, j] = 100 * A[:, j] / sum(A[:, j])
    return percent


@right("a product with a diagonal matrix")
def percent_by_column(A):
    return A @ np.diag(100 / np.ones(len(A)).dot(A))


@right("the transpose, in Fortran order")
def percent_by_column(A):
    rows = A.T / np.einsum("ij->j", A)[:, None]
    return 100 * rows.T


# --- l1_loss -------------------------------------------------------------------


@wrong("Without abs the differences cancel: take |yhat - y| before the sum.")
def l1_loss(yhat, y):
    return np.sum(yhat - y)


@wrong("This is the mean over the predictions: the L1 loss is the sum, without 1/m.")
def l1_loss(yhat, y):
    return np.mean(np.abs(yhat - y))


@wrong("The differences are squared, the L2 loss: the L1 loss takes their size.")
def l1_loss(yhat, y):
    return np.sum((yhat - y) ** 2)


@wrong("abs comes after the sum, too late: the differences have cancelled by then.")
def l1_loss(yhat, y):
    return np.abs(np.sum(yhat - y))


@wrong("Python's sum adds the rows only and leaves m numbers: np.sum adds all.")
def l1_loss(yhat, y):
    return sum(np.abs(yhat - y))


@wrong("These are the single differences: add them.")
def l1_loss(yhat, y):
    return np.abs(yhat - y)


@wrong("This is the largest difference: all of them count.")
def l1_loss(yhat, y):
    return np.max(np.abs(yhat - y))


@wrong("There is no factor 1/2 in the L1 loss.")
def l1_loss(yhat, y):
    return np.sum(np.abs(yhat - y)) / 2


@wrong("This divides by 5, the size of the example: the loss is a plain sum.")
def l1_loss(yhat, y):
    return np.sum(np.abs(yhat - y)) / 5


@wrong("This counts predictions on the wrong side of 0.5: add up the distances.")
def l1_loss(yhat, y):
    return np.sum((yhat > 0.5) != y)


@wrong("The plus adds prediction and label: their difference is wanted.")
def l1_loss(yhat, y):
    return np.sum(np.abs(yhat + y))


@wrong("Only examples with label 1 are added: the differences of all of them count.")
def l1_loss(yhat, y):
    return np.sum(y * np.abs(yhat - y))


@wrong("The result has shape (1, 1): a number is wanted, so no keepdims.")
def l1_loss(yhat, y):
    return np.sum(np.abs(yhat - y), keepdims=True)


@wrong("print only shows the result; the function returns None: return the sum.")
def l1_loss(yhat, y):
    print(np.sum(np.abs(yhat - y)))


@wrong("changes its argument `yhat`")
def l1_loss(yhat, y):
    yhat -= y
    return np.sum(np.abs(yhat))


@right("the larger minus the smaller")
def l1_loss(yhat, y):
    return (np.maximum(yhat, y) - np.minimum(yhat, y)).sum()


@right("a loop over the columns")
def l1_loss(yhat, y):
    loss = 0.0
    for i in range(y.shape[1]):
        loss += abs(yhat[0, i] - y[0, i])
    return loss


@right("the 1-norm of a flat difference, in float32")
def l1_loss(yhat, y):
    return np.linalg.norm((yhat - y).ravel().astype(np.float32), 1)


@right("roots of squares, summed axis by axis")
def l1_loss(yhat, y):
    return np.sqrt((y - yhat) ** 2).sum(axis=1)[0]


# --- l2_loss -------------------------------------------------------------------


@wrong("The differences are not squared: this is their plain sum, and they cancel.")
def l2_loss(yhat, y):
    return np.sum(yhat - y)


@wrong("This is the mean square: the L2 loss here is the sum, without 1/m.")
def l2_loss(yhat, y):
    return np.mean((yhat - y) ** 2)


@wrong("There is no factor 1/2 in this loss.")
def l2_loss(yhat, y):
    return np.sum((yhat - y) ** 2) / 2


@wrong("The square root makes it a length: the L2 loss is the sum of squares itself.")
def l2_loss(yhat, y):
    return np.sqrt(np.sum((yhat - y) ** 2))


@wrong("The sum comes before the square: square each difference, then add.")
def l2_loss(yhat, y):
    return np.sum(yhat - y) ** 2


@wrong("These are absolute values, the L1 loss: square the differences.")
def l2_loss(yhat, y):
    return np.sum(np.abs(yhat - y))


@wrong("The squares are subtracted, yhat^2 - y^2: subtract first, then square.")
def l2_loss(yhat, y):
    return np.sum(yhat**2 - y**2)


@wrong("The result has shape (1, 1): np.sum gives a number, a product of matrices not.")
def l2_loss(yhat, y):
    return (yhat - y) @ (yhat - y).T


@wrong("These are the single squares: add them.")
def l2_loss(yhat, y):
    return (yhat - y) ** 2


@wrong("Python's sum adds the rows only and leaves m numbers: np.sum adds all.")
def l2_loss(yhat, y):
    return sum((yhat - y) ** 2)


@wrong("A product of (1, m) with (1, m) does not exist: multiply with * and add.")
def l2_loss(yhat, y):
    return np.dot(yhat - y, yhat - y)


@wrong("** 3 is the third power: a square has ** 2.")
def l2_loss(yhat, y):
    return np.sum(np.abs(yhat - y) ** 3)


@wrong("The plus adds prediction and label: their difference is wanted.")
def l2_loss(yhat, y):
    return np.sum((yhat + y) ** 2)


@wrong("print only shows the result; the function returns None: return the sum.")
def l2_loss(yhat, y):
    print(np.sum((yhat - y) ** 2))


@wrong("changes its argument `yhat`")
def l2_loss(yhat, y):
    yhat -= y
    return np.sum(yhat**2)


@right("the dot product of the flat difference with itself")
def l2_loss(yhat, y):
    d = (yhat - y).ravel()
    return d @ d


@right("a loop over pairs")
def l2_loss(yhat, y):
    return sum((p - q) ** 2 for p, q in zip(yhat[0].tolist(), y[0].tolist()))


@right("einsum, in float32")
def l2_loss(yhat, y):
    d = np.subtract(y, yhat, dtype=np.float32)
    return np.einsum("ij,ij->", d, d)


@right("the square of a norm")
def l2_loss(yhat, y):
    return np.linalg.norm(yhat - y) ** 2


# --- one_sided_slope -----------------------------------------------------------


@wrong("This is the rise alone: divide it by the run h.")
def one_sided_slope(f, x, h):
    return f(x + h) - f(x)


@wrong("The nudge goes to the left, from x - h to x: here it goes to the right.")
def one_sided_slope(f, x, h):
    return (f(x) - f(x - h)) / h


@wrong("This nudges to both sides: the one-sided slope starts at x itself.")
def one_sided_slope(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


@wrong("The sign is turned: the rise is f(x + h) - f(x), new minus old.")
def one_sided_slope(f, x, h):
    return (f(x) - f(x + h)) / h


@wrong("The brackets are missing: only f(x) is divided by h.")
def one_sided_slope(f, x, h):
    return f(x + h) - f(x) / h


@wrong("The run is h, not 2h: the way goes from x to x + h.")
def one_sided_slope(f, x, h):
    return (f(x + h) - f(x)) / (2 * h)


@wrong("h is added to f(x), not to x: nudge the argument, f(x + h).")
def one_sided_slope(f, x, h):
    return (f(x) + h - f(x)) / h


@wrong("The nudge 0.001 is fixed in the code: use the argument h.")
def one_sided_slope(f, x, h):
    return (f(x + 0.001) - f(x)) / 0.001


@wrong("f(x) is not subtracted: the rise is f(x + h) - f(x).")
def one_sided_slope(f, x, h):
    return f(x + h) / h


@wrong("The rise is multiplied by h: slope is rise divided by run.")
def one_sided_slope(f, x, h):
    return (f(x + h) - f(x)) * h


@wrong("This divides by x: the run is the nudge h.")
def one_sided_slope(f, x, h):
    with np.errstate(all="ignore"):
        return (f(x + h) - f(x)) / np.float64(x)


@wrong("The slope is rounded to three digits: keep all of them.")
def one_sided_slope(f, x, h):
    return round(float((f(x + h) - f(x)) / h), 3)


@wrong("f(0) is subtracted: the way starts at x.")
def one_sided_slope(f, x, h):
    with np.errstate(all="ignore"):
        return (f(x + h) - f(0.0)) / h


@wrong("print only shows the result; the function returns None: return the slope.")
def one_sided_slope(f, x, h):
    print((f(x + h) - f(x)) / h)


@wrong("The function needs a variable a of the notebook: the point is the argument x.")
def one_sided_slope(f, x, h):
    return (f(a + h) - f(a)) / h


@right("two names for the two values")
def one_sided_slope(f, x, h):
    before, after = f(x), f(x + h)
    return float(after - before) / h


@right("np.diff on an array of values")
def one_sided_slope(f, x, h):
    values = np.array([f(x), f(x + h)])
    return np.diff(values)[0] / h


@right("two fractions")
def one_sided_slope(f, x, h):
    return f(x + h) / h - f(x) / h


@right("rise over the run between two points")
def one_sided_slope(f, x, h):
    right_end = x + h
    return -(f(x) - f(right_end)) / (right_end - x)


# --- numerical_derivative ------------------------------------------------------


@wrong("The way from x - h to x + h has length 2h: divide by 2h, not by h.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + h) - f(x - h)) / h


@wrong("This is the one-sided slope: nudge to the left as well, f(x - h).")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + h) - f(x)) / h


@wrong("This nudges to the left only: f(x + h) belongs to it.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x) - f(x - h)) / h


@wrong("/ 2 * h divides by 2 and multiplies by h: the brackets in (2 * h) are missing.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + h) - f(x - h)) / 2 * h


@wrong("The two values are added: the rise is their difference.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + h) + f(x - h)) / (2 * h)


@wrong("The nudge 0.001 is fixed in the code: use the argument h.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + 1e-3) - f(x - 1e-3)) / 2e-3


@wrong("The sign is turned: f(x + h) comes first, f(x - h) is subtracted.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x - h) - f(x + h)) / (2 * h)


@wrong("The nudges are h/2 long: here each of them is h.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + h / 2) - f(x - h / 2)) / h


@wrong("The run is 2h, but the rise starts at f(x): subtract f(x - h).")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + h) - f(x)) / (2 * h)


@wrong("This is the rise alone: divide it by 2h.")
def numerical_derivative(f, x, h=1e-3):
    return f(x + h) - f(x - h)


@wrong("This is a second derivative: the slope needs f(x + h) - f(x - h) over 2h.")
def numerical_derivative(f, x, h=1e-3):
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2


@wrong("The brackets are missing: only f(x - h) is divided by 2h.")
def numerical_derivative(f, x, h=1e-3):
    return f(x + h) - f(x - h) / (2 * h)


@wrong("The default of h is not 0.001: the signature says h=1e-3.")
def numerical_derivative(f, x, h=0.1):
    return (f(x + h) - f(x - h)) / (2 * h)


@wrong("print only shows the result; the function returns None: return the slope.")
def numerical_derivative(f, x, h=1e-3):
    print((f(x + h) - f(x - h)) / (2 * h))


@wrong("The function needs a variable a of the notebook: the point is the argument x.")
def numerical_derivative(f, x, h=1e-3):
    return (f(a + h) - f(a - h)) / (2 * h)


@right("the mean of the slopes to the left and to the right")
def numerical_derivative(f, x, h=1e-3):
    to_the_right = (f(x + h) - f(x)) / h
    to_the_left = (f(x) - f(x - h)) / h
    return (to_the_right + to_the_left) / 2


@right("rise over the run between two points")
def numerical_derivative(f, x, h=1e-3):
    left, right_end = x - h, x + h
    return float((f(right_end) - f(left)) / (right_end - left))


@right("half of the slope with the two signs in a loop")
def numerical_derivative(f, x, h=1e-3):
    return sum(sign * f(x + sign * h) for sign in (-1, 1)) * 0.5 / h


@right("the slope of a parabola through three points")
def numerical_derivative(f, x, h=1e-3):
    values = [f(x + t * h) for t in (-1, 0, 1)]
    return np.polyfit([-1, 0, 1], values, 2)[1] / h


# --- graph_forward -------------------------------------------------------------


@wrong("J = a + 3u: the bracket is lost, with 5, 3, 2 this gives 23 and not 33.")
def graph_forward(a, b, c):
    u = b * c
    v = a + u
    return {"u": u, "v": v, "J": a + 3 * u}


@wrong("J = 3a + u: the factor 3 belongs to the whole bracket, J = 3v.")
def graph_forward(a, b, c):
    u = b * c
    v = a + u
    return {"u": u, "v": v, "J": 3 * a + u}


@wrong("u is the product of b and c, not their sum.")
def graph_forward(a, b, c):
    u = b + c
    v = a + u
    return {"u": u, "v": v, "J": 3 * v}


@wrong("v is the sum of a and u, not their product.")
def graph_forward(a, b, c):
    u = b * c
    v = a * u
    return {"u": u, "v": v, "J": 3 * v}


@wrong("The letters are mixed up: v = a + u takes the node u, not the input b.")
def graph_forward(a, b, c):
    u = b * c
    v = a + b
    return {"u": u, "v": v, "J": 3 * v}


@wrong("u = a b: the product is that of b and c.")
def graph_forward(a, b, c):
    u = a * b
    v = a + u
    return {"u": u, "v": v, "J": 3 * v}


@wrong("J takes u: the last node is 3v.")
def graph_forward(a, b, c):
    u = b * c
    v = a + u
    return {"u": u, "v": v, "J": 3 * u}


@wrong("The factor 3 is missing: J = 3v.")
def graph_forward(a, b, c):
    u = b * c
    v = a + u
    return {"u": u, "v": v, "J": v}


@wrong("J is v to the power 3: it is 3 times v.")
def graph_forward(a, b, c):
    u = b * c
    v = a + u
    return {"u": u, "v": v, "J": v**3}


@wrong("J alone comes back: the widget and the backward pass need u and v too.")
def graph_forward(a, b, c):
    return 3 * (a + b * c)


@wrong('The key is "j": the letter of the cost is the capital "J".')
def graph_forward(a, b, c):
    u = b * c
    v = a + u
    return {"u": u, "v": v, "j": 3 * v}


@wrong("A tuple comes back: return a dict with the keys u, v and J.")
def graph_forward(a, b, c):
    u = b * c
    v = a + u
    return u, v, 3 * v


@wrong("The values 5, 3, 2 are fixed in the code: use the arguments.")
def graph_forward(a, b, c):
    return {"u": 6.0, "v": 11.0, "J": 33.0}


@wrong("v is a - u: it is a sum.")
def graph_forward(a, b, c):
    u = b * c
    v = a - u
    return {"u": u, "v": v, "J": 3 * v}


@wrong("print only shows the result; the function returns None: return the dict.")
def graph_forward(a, b, c):
    print({"u": b * c, "v": a + b * c, "J": 3 * (a + b * c)})


@right("written out, key by key")
def graph_forward(a, b, c):
    values = {}
    values["J"] = 3 * a + 3 * b * c
    values["u"] = c * b
    values["v"] = c * b + a
    return values


@right("dict(), with NumPy numbers")
def graph_forward(a, b, c):
    u = np.multiply(b, c)
    v = np.add(u, a)
    return dict(u=u, v=v, J=v + v + v)


@right("nodes as functions, from J back")
def graph_forward(a, b, c):
    def u():
        return b * c

    def v():
        return a + u()

    return {"J": v() * 3, "v": v(), "u": u()}


@right("float32")
def graph_forward(a, b, c):
    u = np.float32(b) * np.float32(c)
    v = np.float32(a) + u
    return {"u": u, "v": v, "J": np.float32(3) * v}


# --- graph_backward ------------------------------------------------------------


@wrong("db and dc are swapped: u = b c, so du/db is c and du/dc is b.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 * b, "dc": 3 * c}


@wrong("db and dc are the slopes of u only: multiply by du, the chain rule.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": c, "dc": b}


@wrong("da and du are the slopes of v only: multiply by dv, the chain rule.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 1.0, "da": 1.0, "db": 3 * c, "dc": 3 * b}


@wrong("du = 1 lacks the factor dv, and so do db and dc after it.")
def graph_backward(a, b, c):
    dv, du, da = 3.0, 1.0, 3.0
    return {"dv": dv, "du": du, "da": da, "db": du * c, "dc": du * b}


@wrong("Each number is the slope of one node only: multiply along the way from J.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 1.0, "da": 1.0, "db": c, "dc": b}


@wrong("dv is 1: J = 3v rises by 3 when v rises by 1.")
def graph_backward(a, b, c):
    dv = 1.0
    return {"dv": dv, "du": dv, "da": dv, "db": dv * c, "dc": dv * b}


@wrong("db and dc hold 3 b c, a value: the derivative leaves its own factor out.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 * b * c, "dc": 3 * b * c}


@wrong("These are the derivatives at 5, 3, 2: use the arguments.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 6.0, "dc": 9.0}


@wrong("da is 3a: v = a + u has slope 1 in a, whatever a is.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3 * a, "db": 3 * c, "dc": 3 * b}


@wrong("du is 3 b c: it is the slope of J by u, not 3 times the value of u.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 3 * b * c, "da": 3.0, "db": 3 * c, "dc": 3 * b}


@wrong("The factor 3 enters twice: du is 3 already, so dv has been counted.")
def graph_backward(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 9 * c, "dc": 9 * b}


@wrong("Each entry is 3 times a value: the derivative of J by each variable is wanted.")
def graph_backward(a, b, c):
    u, v = b * c, a + b * c
    return {"dv": 3 * v, "du": 3 * u, "da": 3 * a, "db": 3 * b, "dc": 3 * c}


@wrong("dv and du are missing from the dict: all five derivatives are wanted.")
def graph_backward(a, b, c):
    return {"da": 3.0, "db": 3 * c, "dc": 3 * b}


@wrong("The keys lack the d: they are dv, du, da, db and dc.")
def graph_backward(a, b, c):
    return {"v": 3.0, "u": 3.0, "a": 3.0, "b": 3 * c, "c": 3 * b}


@wrong("The signs are turned: J rises when a, b or c (all positive) rises.")
def graph_backward(a, b, c):
    return {"dv": -3.0, "du": -3.0, "da": -3.0, "db": -3 * c, "dc": -3 * b}


@wrong("A tuple comes back: return a dict with five keys.")
def graph_backward(a, b, c):
    return 3.0, 3.0, 3.0, 3 * c, 3 * b


@wrong("print only shows the result; the function returns None: return the dict.")
def graph_backward(a, b, c):
    print({"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 * c, "dc": 3 * b})


@right("closed forms as integers")
def graph_backward(a, b, c):
    return {"dv": 3, "du": 3, "da": 3, "db": 3 * c, "dc": 3 * b}


@right("nudges of length 1: J is a straight line in each input")
def graph_backward(a, b, c):
    def J(a, b, c):
        return 3 * (a + b * c)

    now = J(a, b, c)
    gradients = {"da": J(a + 1, b, c) - now, "db": J(a, b + 1, c) - now}
    return {**gradients, "dc": J(a, b, c + 1) - now, "dv": 3.0, "du": 3.0}


@right("the chain rule as a product of local slopes")
def graph_backward(a, b, c):
    local = {"dv": [3], "du": [3, 1], "da": [3, 1], "db": [3, 1, c], "dc": [3, 1, b]}
    return {key: functools.reduce(operator.mul, way) for key, way in local.items()}


@right("NumPy float32")
def graph_backward(a, b, c):
    dv = np.float32(3)
    return dict(dv=dv, du=dv, da=dv, db=dv * np.float32(c), dc=dv * np.float32(b))


# --- scaling_exponent ----------------------------------------------------------


@wrong("This is the slope without logs: take the log of sizes and of seconds.")
def scaling_exponent(sizes, seconds):
    return np.polyfit(sizes, seconds, 1)[0]


@wrong("Only seconds has a log: sizes needs one too.")
def scaling_exponent(sizes, seconds):
    return np.polyfit(sizes, np.log(seconds), 1)[0]


@wrong("Only sizes has a log: seconds needs one too.")
def scaling_exponent(sizes, seconds):
    return np.polyfit(np.log(sizes), seconds, 1)[0]


@wrong("The axes are swapped: seconds stands upward, sizes to the right.")
def scaling_exponent(sizes, seconds):
    y, x = np.log(sizes), np.log(seconds)
    with np.errstate(all="ignore"):
        return np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)


@wrong("Only the first and the last point are used: least squares uses all.")
def scaling_exponent(sizes, seconds):
    return np.log(seconds[-1] / seconds[0]) / np.log(sizes[-1] / sizes[0])


@wrong("This is the height of the line at log(sizes) = 0: the slope comes first.")
def scaling_exponent(sizes, seconds):
    return np.polyfit(np.log(sizes), np.log(seconds), 1)[1]


@wrong("The line is forced through the origin: subtract the two means first.")
def scaling_exponent(sizes, seconds):
    x, y = np.log(sizes), np.log(seconds)
    return np.sum(x * y) / np.sum(x**2)


@wrong("This is the correlation, between -1 and 1: divide by the variance of x only.")
def scaling_exponent(sizes, seconds):
    with np.errstate(all="ignore"):
        return np.corrcoef(np.log(sizes), np.log(seconds))[0, 1]


@wrong("np.cov divides by k - 1 and np.var by k: use one of the two for both.")
def scaling_exponent(sizes, seconds):
    x, y = np.log(sizes), np.log(seconds)
    return np.cov(x, y)[0, 1] / np.var(x)


@wrong("This is the mean of the slopes between neighbours: fit one line to all points.")
def scaling_exponent(sizes, seconds):
    return np.mean(np.diff(np.log(seconds)) / np.diff(np.log(sizes)))


@wrong("The two logs have different bases, e and 10: use the same for both.")
def scaling_exponent(sizes, seconds):
    return np.polyfit(np.log(sizes), np.log10(seconds), 1)[0]


@wrong("The exponent is rounded: keep its decimals.")
def scaling_exponent(sizes, seconds):
    return np.round(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


@wrong("This is the mean of log(seconds) / log(sizes): a slope needs differences.")
def scaling_exponent(sizes, seconds):
    with np.errstate(all="ignore"):
        return np.mean(np.log(seconds) / np.log(sizes))


@wrong("Slope and height both come back: the slope alone is wanted.")
def scaling_exponent(sizes, seconds):
    return np.polyfit(np.log(sizes), np.log(seconds), 1)


@wrong("print only shows the result; the function returns None: return the slope.")
def scaling_exponent(sizes, seconds):
    print(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


@wrong("changes its argument `seconds`")
def scaling_exponent(sizes, seconds):
    np.log(seconds, out=seconds)
    return np.polyfit(np.log(sizes), seconds, 1)[0]


@right("np.polyfit, base 10")
def scaling_exponent(sizes, seconds):
    return np.polyfit(np.log10(sizes), np.log10(seconds), 1)[0]


@right("covariance over variance, base 2")
def scaling_exponent(sizes, seconds):
    table = np.cov(np.log2(sizes), np.log2(seconds))
    return table[0, 1] / table[0, 0]


@right("a design matrix and np.linalg.lstsq")
def scaling_exponent(sizes, seconds):
    X = np.stack([np.log(sizes), np.ones(len(sizes))], axis=1)
    return np.linalg.lstsq(X, np.log(seconds), rcond=None)[0][0]


@right("loops and sums by hand")
def scaling_exponent(sizes, seconds):
    x = [math.log(size) for size in sizes]
    y = [math.log(time) for time in seconds]
    k, above = len(x), sum(p * q for p, q in zip(x, y))
    below = sum(p * p for p in x)
    return (k * above - sum(x) * sum(y)) / (k * below - sum(x) ** 2)


# --- decisions -----------------------------------------------------------------

QUESTIONS = {
    "decisions": {
        "million": {
            "a": "A uniform number has mean 1/2; a product of two has 1/2 * 1/2.",
            "b": "Yes: the mean of a product is 1/4, and the sum strays by about 220.",
            "c": "Both arrays are drawn anew, yet the sum stays near 250,000.",
            "d": "The loop and np.dot add the same million products.",
        },
        "fast": {
            "a": "np.dot makes every one of the n products.",
            "b": "No GPU is at work here: NumPy runs on the CPU.",
            "c": "Yes: no Python step per entry, and one instruction takes several.",
            "d": "A float takes 8 bytes in the array, for the loop as well.",
        },
        "loops": {
            "a": "Yes: both are sums over axes of X, and one product does them.",
            "b": "Each update needs the result of the one before: that loop stays.",
            "c": "The loop over the examples goes as well, m can be millions.",
        },
        "table": {
            "a": "(1, 4) needs keepdims=True or a reshape.",
            "b": "Yes: the summed axis disappears, four numbers of rank 1 stay.",
            "c": "(3,) is what axis=1 gives, one sum per row.",
            "d": "A sum over one axis leaves rank 1, not a column.",
        },
        "difference": {
            "a": "(5, 1) is what two columns would give.",
            "b": "(5,) is what two rank-1 arrays would give.",
            "c": "The shapes fit, (5, 1) and (1, 5): no error warns us.",
            "d": "Yes: (5,) acts as (1, 5), and both are stretched to 25 differences.",
        },
        "backward": {
            "a": "Multiplication gives the same in any order; the work differs.",
            "b": "u is known after the forward pass, in either direction.",
            "c": "Yes: dJ/du serves b and c, each slope is computed once.",
        },
    }
}


@right("capital letters")
def decisions():
    letters = {"million": "B", "fast": "C", "loops": "A"}
    return {**letters, "table": "B", "difference": "D", "backward": "C"}


@right("with brackets")
def decisions():
    letters = {"backward": "c)", "difference": "d)", "table": "b)"}
    return {**letters, "loops": "a)", "fast": "c)", "million": "b)"}


@right("with spaces and dots")
def decisions():
    letters = {"fast": " c", "million": "b.", "loops": "a. "}
    return {**letters, "table": "b", "difference": " d ", "backward": "c."}
