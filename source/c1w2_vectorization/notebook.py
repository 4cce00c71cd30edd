# %% [markdown] story="300 times faster without a loop" writes="dot product and matrix product by loop and by NumPy, numerical derivative, a computation graph in both directions, broadcasting"
# # 300 times faster without a loop
#
# We multiply a million pairs of numbers and add the products. A Python loop needs about half a second, one call of NumPy one or two
# thousandths, and the sum is the same. Why did the loop take half a second?
#
# In this notebook we learn to
#
# 1. write a sum as a loop, and as one operation on arrays;
# 2. tell the shapes $(n,)$, $(n, 1)$ and $(1, n)$ apart, and predict broadcasting;
# 3. find a wrong axis that raises no error;
# 4. measure a slope by nudging, and compute it through a graph, from right to left;
# 5. draw how the time of our own functions grows with the size.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c1w2_vectorization")

# %%
import math
from timeit import repeat

from helpers.figures.c1w2_vectorization import (
    draw_broadcast, draw_calories, draw_graph, draw_race, draw_tangent,
)
from helpers.widgets import explore_graph, explore_slope

progress()

# %% [markdown]
# ## 1. The dot product, entry by entry
#
# A neuron computes $z = w^T x + b$. How much work is in $w^T x$? For vectors of length $n$ it is the dot product
#
# $$a^T b = \sum_{i=1}^{n} a_i b_i, \qquad a, b \; (n,) \tag{1}$$
#
# By hand: $(1, 2, 3)$ and $(4, 5, 6)$ give $4 + 10 + 18 = 32$, from $n$ products and one running total.
#
# **Exercise.** Write (1) with a loop. Formulas count from 1 to $n$, Python from 0 to $n - 1$.
#
# <details><summary>Hint</summary>
#
# What is the total at first, and how does each product change it? $s := s + a_i b_i$, from $s = 0$.
#
# </details>

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import dot_loop

# %% tags=["checks"] points=7
check(dot_loop)

# %% [markdown]
# ## 2. The same in one call
#
# Must we say *how* to walk through the entries? NumPy has an operation for the whole sum: `np.dot(a, b)`, also written `a @ b`.
# So a neuron is `np.dot(w, x) + b`. The star is something else: `a * b` multiplies entry by entry and stops there, $(n,)$ and $(n,)$ give $(n,)$.
#
# **Exercise.** Write (1) again, with no `for` or `while`.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import dot

# %% tags=["checks"] points=5
check(dot)

# %%
def best_time(function, *arguments, runs=5):
    """Shortest of a few runs, in seconds: other programs only ever add time."""
    return min(repeat(lambda: function(*arguments), number=1, repeat=runs))

rng = np.random.default_rng(1)
a, b = rng.random(1_000_000), rng.random(1_000_000)
print("sums:", dot_loop(a, b), dot(a, b))
slow, fast = best_time(dot_loop, a, b, runs=2), best_time(dot, a, b)
print(f"loop {1000 * slow:.1f} ms, NumPy {1000 * fast:.3f} ms, ratio {slow / fast:.0f}")

# %% [markdown]
# Two older runs took 474.3 against 1.50 ms and 481.7 against 1.505 ms: about 300 times; yours may differ. The sums agree up to rounding. Why near 250,000? A number drawn between 0 and 1 has mean $\frac12$, a product of two has $\frac14$.
# Its variance is $\frac19 - \frac1{16} = \frac7{144}$, so a million stray by about $1000 \sqrt{7/144} \approx 220$.
#
# **Where does the time go?** At every turn Python asks what `*` and `+` mean here. NumPy asks once; then compiled code
# runs, where one instruction treats several numbers: SIMD, *single instruction, multiple data*. CPUs and GPUs have it.
#
# The rule: **before we write a loop, we look for the operation on arrays.**

# %% [markdown]
# ## 3. Matrix times vector
#
# What about many dot products at once? A table $A$ with $p$ rows gives one for each row:
#
# $$u_i = \sum_{j=1}^{n} A_{ij} v_j, \qquad A \; (p, n), \quad v \; (n,), \quad u \; (p,) \tag{2}$$
#
# The index $j$, which $A$ and $v$ share, disappears; $i$ stays. By hand: rows $(1, 2)$, $(3, 4)$, $(5, 6)$ and $v = (1, -1)$ give
# $u = (-1, -1, -1)$.
#
# **Exercise.** Write (2) with two loops.
#
# <details><summary>Hint</summary>
#
# How long is $u$, and what does it hold at first? For each pair $(i, j)$: $u_i := u_i + A_{ij} v_j$.
#
# </details>

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import matvec_loop

# %% tags=["checks"] points=8
check(matvec_loop)

# %% [markdown]
# Without a loop (2) is `np.dot(A, v)`. In between there is a step with one loop. The slopes of logistic regression are
# $dw = \frac1m \sum_i x^{(i)} dz^{(i)}$: a loop over $m$ examples, in it another over $n_x$ features. These loops are its two weaknesses,
# for $m$ and $n_x$ may be millions. The inner one goes when `dw` is a column and we add whole columns. The outer one goes too: the sum
# over examples is the shared index of $X$ $(n_x, m)$ and $dz^T$ $(m, 1)$. By hand, both entries are $-\frac23$ in all three ways:

# %%
X, dz = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, 0.0, -1.0]])
n_x, m = X.shape
dw = np.zeros((n_x, 1))
for i in range(m):
    dw += X[:, i : i + 1] * dz[0, i]  # column i times one number: (n_x, 1)
dw /= m
matvec_loop(X, dz[0]) / m, dw, np.dot(X, dz.T) / m  # two loops, one, none

# %% [markdown]
# ## 4. Every entry at once
#
# Can $e^v$ take a whole vector? Python's `math.exp` cannot: it takes one number, and for a vector we should have to make an array of
# zeros and fill it in a loop. NumPy has *elementwise* versions, shape $(n,)$ in, shape $(n,)$ out:
#
# $$u_i = e^{v_i}, \qquad u, v \; (n,) \tag{3}$$
#
# By hand: $v = (0, 1, -2)$ gives $(1, 2.718, 0.135)$.
#
# **Exercise.** Write (3) without a loop. The cell below the check shows what `math.exp` says to an array, and more functions of this
# kind. What does each give for $v = (1, -2, 4)$? Say it before running the cell.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import exp_all

# %% tags=["checks"] points=4
check(exp_all)

# %%
v = np.array([1.0, -2.0, 4.0])
try:
    math.exp(v)
except TypeError as error:
    print("math.exp(v): TypeError,", error)
print("np.abs(v)", np.abs(v), " np.log(np.abs(v))", np.log(np.abs(v)))
print("np.maximum(v, 0)", np.maximum(v, 0), " v**2", v**2, " 1 / v", 1 / v)

# %% [markdown]
# ## 5. An array without rows or columns
#
# What is the transpose of five numbers? `np.random.randn(5)` has shape `(5,)`, **rank 1**: one axis, neither a row nor a column. So
# `x.T` is `x` itself, and `x @ x.T`, meant as the $(5, 5)$ product of a column and a row, is a single number. No warning. The way out: two axes,
# $(n, 1)$ or $(1, n)$, and a line that makes sure, `assert x.shape == (5, 1)`.
#
# **Exercise.** Make a column of a rank-1 array of any length.
#
# <details><summary>Hint</summary>
#
# Which shape has $n$ rows and one column? $(n, 1)$. `reshape` works out a length where we write $-1$.
#
# </details>

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import as_column

# %%
x = rng.normal(size=5)
print("rank 1:", x.shape, x.T.shape, np.shape(x @ x.T))
column = as_column(x)
assert column.shape == (5, 1)
print("column:", column.shape, column.T.shape, (column @ column.T).shape)

# %% tags=["checks"] points=6
check(as_column)

# %% [markdown]
# ## 6. Broadcasting
#
# May we add arrays of different shapes? Mathematics says no. NumPy says yes, if an array can be *repeated* until the shapes agree.
# Week C0W1 asked which entry then meets which; now we ask which shape comes out, and when there is none. Predict the three results:

# %%
print(np.array([[1], [2], [3], [4]]) + 100)
print(np.array([[1, 2, 3], [4, 5, 6]]) + np.array([[100, 200, 300]]))
print(np.array([[1, 2, 3], [4, 5, 6]]) + np.array([[100], [200]]))

# %% [markdown]
# First, the number goes to every entry of the column $(4, 1)$; with a row it is the same. Then the row $(1, 3)$ serves both rows, and last
# the column $(2, 1)$ serves all three columns. For $+$, $-$, $*$ and $/$ alike:
#
# $$(m, n) \circ (1, n) \to (m, n), \qquad (m, n) \circ (m, 1) \to (m, n) \tag{4}$$
#
# A row is repeated $m$ times, a column $n$ times. NumPy only acts as if it copied, so this costs no memory.

# %%
fig, axes = plt.subplots(2, 1, figsize=(8, 5.4))
draw_broadcast(axes[0], (2, 3), (1, 3))
draw_broadcast(axes[1], (2, 3), (2, 1));

# %% [markdown]
# What if both must stretch, or the ranks differ? The rule in full:
#
# 1. Write the shapes one under the other, the **last** axes aligned.
# 2. Fill the shorter one with ones on the **left**: $(3,)$ counts as $(1, 3)$.
# 3. On each axis the lengths must be equal, or one of them is 1 and is stretched.
#
# Anything else is a `ValueError`. So $(4, 2, 3)$ and $(2, 1)$ give $(4, 2, 3)$; $(2, 3)$ and $(2,)$ do not fit, for under the 3 stands a 2.
# (MATLAB and Octave long had a function for this, `bsxfun`.)
#
# **Exercise, open.** Turn the rule into a function of two tuples, without asking NumPy.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import broadcast_shape

# %% tags=["checks"] points=12
check(broadcast_shape)

# %% [markdown]
# ## 7. Calories
#
# How much of an apple's energy is carbohydrate? The table $A$ $(3, 4)$ holds calories in 100 g of four foods. `axis=0` adds downward, one
# total per column: $56 + 1.2 + 1.8 = 59$ for apples. `axis=1` adds along each row.
#
# The axis that we name disappears. So `cal` below has rank 1, shape `(4,)`, though one often reads that it is "already $1 \times 4$". It
# becomes so by `cal.reshape(1, 4)`, or with `A.sum(axis=0, keepdims=True)`. `reshape` moves no number, it only describes the array anew. It is
# nearly free, so we use it whenever a shape is in doubt.

# %%
foods, rows = ["apples", "beef", "eggs", "potatoes"], ["carb", "protein", "fat"]
A = np.array([[56.0, 0.0, 4.4, 68.0], [1.2, 104.0, 52.0, 8.0], [1.8, 135.0, 99.0, 0.9]])
cal = A.sum(axis=0)
print("axis=0:", cal, cal.shape)
print("axis=1:", A.sum(axis=1), A.sum(axis=1).shape)
print("one memory:", np.shares_memory(cal, cal.reshape(1, 4)))

# %% [markdown]
# **Bug hunt.** The share of entry $(i, j)$ in its column is, in percent,
#
# $$P_{ij} = 100 \, \frac{A_{ij}}{\sum_{k=1}^{p} A_{kj}}, \qquad A, P \; (p, n) \tag{5}$$
#
# The function below should compute it. It raises no error, its result has the right shape, and it is wrong. (A slip like `cal/reshape(1, 4)`
# stops at once; this kind does not.) Run the cell under it first: what should add up to 100, and what does? Then mend the function.
#
# <details><summary>Hint</summary>
#
# Over which index does the sum in (5) run? Over $k$, down the rows, so one total per column is left: $(1, n)$.
#
# </details>

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import percent_by_column

# %%
percent = percent_by_column(A)
print(np.round(percent, 2))
print("columns add up to", percent.sum(axis=0), "rows to", percent.sum(axis=1))

# %% tags=["checks"] points=8
check(percent_by_column)

# %%
percent = percent_by_column(A)
fig, ax = plt.subplots(figsize=(8, 4))
draw_calories(ax, percent, foods, rows);

# %% [markdown]
# The energy of apples is 94.9 % carbohydrate, that of potatoes 88.4 %; beef has none. One division treated twelve entries, with the
# totals $(1, 4)$ stretched over three rows. Bars that do not end at 100 % still have the bug.

# %% [markdown]
# ## 8. How wrong are we?
#
# Five predictions $\hat y$ and five labels $y$, rows of shape $(1, m)$: how far apart are they, in one number? Two answers are common:
#
# $$L_1 = \sum_{i=1}^{m} \left| \hat y^{(i)} - y^{(i)} \right|, \qquad L_2 = \sum_{i=1}^{m} \left( \hat y^{(i)} - y^{(i)} \right)^2 \tag{6}$$
#
# By hand: $\hat y = (0.9, 0.2, 0.1, 0.4, 0.9)$ and $y = (1, 0, 0, 1, 1)$ are $0.1, 0.2, 0.1, 0.6, 0.1$ apart. So $L_1 = 1.1$ and
# $L_2 = 0.01 + 0.04 + 0.01 + 0.36 + 0.01 = 0.43$.
#
# **Exercise.** Write both without a loop.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import l1_loss

# %% tags=["checks"] points=4
check(l1_loss)

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import l2_loss

# %% tags=["checks"] points=4
check(l2_loss)

# %% [markdown]
# One prediction, 0.4 for a 1, makes 55 % of $L_1$ and 84 % of $L_2$: the square looks at the worst mistakes first. Without absolute value or
# square, mistakes up and down would cancel.
#
# Here lies a trap made of sections 5 and 6. Predictions in a column $(5, 1)$ minus labels of rank 1, $(5,)$, should be five differences. It is
# a $(5, 5)$ matrix, for $(5,)$ counts as $(1, 5)$ and both stretch. Its sum looks like a loss. No error tells us; a look at the shape does.

# %% [markdown]
# ## 9. A slope by nudging
#
# To learn, a network must know what a small change of a weight does to the loss: a *derivative*. Without any rule we can measure
# it. Nudge $a$ to the right by $h$, and divide rise by run:
#
# $$f'(a) \approx \frac{f(a + h) - f(a)}{h} \tag{7}$$
#
# By hand with $f(a) = 3a$ and $h = 0.001$: from $a = 2$ to 2.001, $f$ goes from 6 to 6.003, slope $0.003 / 0.001 = 3$. From $a = 5$: 15
# to 15.003, slope 3 again. A line has one slope everywhere.
#
# **Exercise.** Write (7) for a function that comes as an argument.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import one_sided_slope

# %% tags=["checks"] points=5
check(one_sided_slope)

# %%
def square(a):
    return a**2

functions = {"3a": lambda a: 3 * a, "a^2": square, "a^3": lambda a: a**3, "ln a": np.log}
for name, f in functions.items():
    slopes = [one_sided_slope(f, a, 0.001) for a in (2.0, 5.0)]
    print(f"{name:4}  at 2: {slopes[0]:8.5f}   at 5: {slopes[1]:8.5f}")

# %% [markdown]
# The rules of calculus say
#
# | $f(a)$ | $f'(a)$ | at 2 | at 5 | $f$ from 2 to 2.001 |
# |---|---|---|---|---|
# | $3a$ | $3$ | 3 | 3 | 6, 6.003 |
# | $a^2$ | $2a$ | 4 | 10 | 4, 4.004 |
# | $a^3$ | $3a^2$ | 12 | 75 | 8, 8.012 |
# | $\ln a$ | $1/a$ | 0.5 | 0.2 | 0.69315, 0.69365 |
#
# At 5, $a^2$ goes from 25 to 25.010. A slip to watch for: with 0.69265 for $\ln 2.001$ the logarithm would *fall*; it must rise by
# half of the nudge. The measured slopes are close, but 4.001 is not 4.

# %% [markdown]
# ## 10. A nudge to both sides
#
# Where does the extra 0.001 come from? $(a + h)^2 - a^2 = 2ah + h^2$; divided by $h$ it is $2a + h$. A nudge to the left is too flat by as
# much. So we take both ends:
#
# $$f'(a) \approx \frac{f(a + h) - f(a - h)}{2h} \tag{8}$$
#
# For $a^2$ this is exact: $(a + h)^2 - (a - h)^2 = 4ah$, and divided by $2h$, $2a$. For $a^3$ an error of $h^2$ remains, a millionth for
# $h = 0.001$.
#
# **Exercise, open.** Write (8). We shall check our gradients with it.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import numerical_derivative

# %%
for h in (0.1, 0.01, 0.001):
    one = one_sided_slope(functions["a^3"], 2.0, h) - 12
    two = numerical_derivative(functions["a^3"], 2.0, h) - 12
    print(f"h = {h:<5}  error one-sided {one:.6f}, two-sided {two:.6f}")

# %% tags=["checks"] points=8
check(numerical_derivative)

# %% [markdown]
# A tenth of the nudge makes the first error a tenth and the second a hundredth. The picture shows $a^2$ at 2 with a long nudge, $h = 0.5$:
# rise 4 over run 1, the slope of the tangent.
#
# The widget below it takes your function. Move the point along each curve: where does the slope change its sign, and where is it the
# same everywhere? Then lengthen the nudge: on which curve does the triangle leave the tangent?
# The small picture draws the error against $h$. Very short nudges are bad as well: there rounding is larger than the rise.

# %%
fig, ax = plt.subplots(figsize=(7, 4))
draw_tangent(ax, square, 2.0, 0.5);

# %%
explore_slope(numerical_derivative)

# %% [markdown]
# ## 11. Forward through a graph
#
# How does a computer keep a long formula in order? It cuts it into small steps. For $J(a, b, c) = 3 (a + bc)$:
#
# $$u = bc, \qquad v = a + u, \qquad J = 3v \tag{9}$$
#
# These are the nodes of a *computation graph*; values flow from left to right. By hand with $a = 5$, $b = 3$, $c = 2$: $u = 6$, $v = 11$,
# $J = 33$. (Who gets 23 has lost the bracket: $5 + 3 \cdot 6$.)
#
# **Exercise.** Return the three values of (9) under their names.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import graph_forward

# %% tags=["checks"] points=5
check(graph_forward)

# %% [markdown]
# ## 12. Backward through the same graph
#
# By how much does $J$ change when $a$ changes? We start at the end. Nudge $v$ from 11 to 11.001: $J$ goes from 33 to 33.003, so $dJ/dv = 3$.
# Nudge $a$ from 5 to 5.001: $v$ becomes 11.001, and $J$ again 33.003. Slopes along the way multiply, the *chain rule*:
#
# $$\frac{dJ}{da} = \frac{dJ}{dv} \cdot \frac{dv}{da} = 3 \cdot 1 = 3 \tag{10}$$
#
# In code the final variable is always $J$, so its name is left out: `da` stands for $dJ/da$. From right to left each slope is
# ready when the next one needs it: `du` serves both `db` and `dc`, and is computed once.

# %% [markdown]
# **Exercise.** Return `dv`, `du`, `da`, `db` and `dc` for any $a$, $b$, $c$. The cell below it nudges $a$, $b$ and $c$ and compares.
#
# <details><summary>Hint</summary>
#
# How fast does $u = bc$ grow with $b$ while $c$ is held? $\frac{du}{db} = c$. And what stands to the right of $u$?
# $\frac{dJ}{db} = \frac{dJ}{du} \cdot \frac{du}{db}$.
#
# </details>

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import graph_backward

# %%
leaves = {"a": 5.0, "b": 3.0, "c": 2.0}
gradients = graph_backward(**leaves)
for name, value in leaves.items():
    def cost(t, name=name):
        return graph_forward(**{**leaves, name: t})["J"]
    nudged = numerical_derivative(cost, value)
    print(f"d{name} = {gradients[f'd{name}']}, by nudging {nudged:.6f}")

# %% tags=["checks"] points=10
check(graph_backward)

# %%
values, gradients = graph_forward(**leaves), graph_backward(**leaves)
fig, ax = plt.subplots(figsize=(9, 4))
draw_graph(ax, {**leaves, **values}, gradients);

# %% [markdown]
# Two ways agree: rules from right to left, and nudges. Why not always nudge? Each input needs two forward passes of its own; a
# million weights, two million passes. One backward pass finds all the slopes.
#
# Try the sliders: which derivative changes when $c$ moves, and which three never change?

# %%
explore_graph(graph_forward, graph_backward)

# %% [markdown]
# ## 13. How does the time grow?
#
# Back to the half second. Would the loop also lose with a hundred numbers? We assume a power law; logarithms make it a line:
#
# $$t = C n^p \quad\Longleftrightarrow\quad \ln t = \ln C + p \ln n \tag{11}$$
#
# With $x_i = \ln n_i$ and $y_i = \ln t_i$ the least-squares slope is
#
# $$p = \frac{\sum_i (x_i - \bar x)(y_i - \bar y)}{\sum_i (x_i - \bar x)^2} \tag{12}$$
#
# By hand: sizes 10, 100, 1000 take 0.02, 2, 200 s. Ten times the size, a hundred times the time: $p = 2$.
#
# **Exercise, open.** Write (12).

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import scaling_exponent

# %% tags=["checks"] points=8
check(scaling_exponent)

# %%
sizes = [100, 1000, 10_000, 100_000, 1_000_000]
seconds = {
    "loop": [best_time(dot_loop, a[:n], b[:n], runs=3) for n in sizes],
    "NumPy": [best_time(dot, a[:n], b[:n], runs=9) for n in sizes],
}
fig, ax = plt.subplots(figsize=(8, 4.5))
draw_race(ax, sizes, seconds)
for name, times in seconds.items():
    print(f"{name:5}  exponent {scaling_exponent(np.array(sizes), np.array(times)):.2f}")

# %% [markdown]
# This is the answer, drawn with our own functions. The loop is a line of slope about 1: ten times the numbers, ten times the time. NumPy is
# nearly flat at first, where the call costs more than the sum, so its fitted exponent stays below 1; then it climbs in parallel. **At
# the far end the exponents hardly differ; the constant $C$ does.** On log-log axes an equal distance is an equal factor.
#
# And with two loops, one inside the other? For square tables $(n, n)$ the exponent counts the loops:

# %%
sides = [10, 20, 40, 80, 160]
tables = [rng.normal(size=(n, n)) for n in sides]
times = [best_time(matvec_loop, table, table[0]) for table in tables]
print(f"matvec_loop  exponent {scaling_exponent(np.array(sides), np.array(times)):.2f}")

# %% [markdown]
# ## 14. Six decisions
#
# *million*: Two vectors hold a million numbers drawn evenly between 0 and 1. Why is their dot product near 250,000?
# (a) The mean of a product is 1/2. (b) The mean of a product is 1/4. (c) By chance. (d) NumPy leaves some products out.
#
# *fast*: Why does `np.dot` win on a CPU? (a) It makes fewer products. (b) It uses the GPU. (c) Compiled code, several numbers per
# instruction. (d) Its numbers take fewer bytes.
#
# *loops*: Which loops of a gradient step for logistic regression does vectorisation remove?
# (a) Those over the $m$ examples and the $n_x$ features. (b) That over the iterations. (c) That over the features only.

# %% [markdown]
# *table*: `A` has shape (3, 4). What is the shape of `A.sum(axis=0)`? (a) (1, 4) (b) (4,) (c) (3,) (d) (4, 1)
#
# *difference*: `yhat` has shape (5, 1) and `y` has shape (5,). What is `yhat - y`? (a) Shape (5, 1) (b) Shape (5,)
# (c) An error (d) Shape (5, 5)
#
# *backward*: Why do we go through the graph from right to left? (a) The chain rule fails from left to right. (b) $u$ is unknown until
# then. (c) Each slope, such as $dJ/du$, is computed once and serves all nodes to its left.
#
# **Exercise.** Put one letter for each question.

# %% tags=["exercise"]
from source.c1w2_vectorization.reference import decisions

# %% tags=["checks"] points=6
check(decisions)

# %% [markdown]
# ## 15. What we have learnt
#
# 1. A sum over entries is a loop, or one operation on arrays: as many products, a fraction of the time.
# 2. $(n,)$ is neither row nor column; broadcasting aligns the last axes and stretches a length of 1.
# 3. A wrong axis may raise no error: we look at shapes and known sums.
# 4. A nudge to both sides measures a slope; a graph gives all slopes in one pass from right to left.
# 5. On log-log axes the slope counts the loops, and the height is the price per turn.
#
# One loop stays: each step of training needs the one before. With it the next notebook asks: *is it a cat?*

# %%
progress()
