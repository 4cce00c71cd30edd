# %% [markdown] story="is it a cat?" writes="sigmoid, loss, cost, gradients by loop and without, gradient descent, prediction, the whole model" place=2
# # Is it a cat?
#
# From a picture to a yes or a no, with one product, one sum and one curve.
#
# We will learn to
#
# - turn a picture into a column of numbers without scrambling its pixels;
# - turn a score into a probability, and say why a line alone cannot;
# - measure how wrong one answer is (loss) and a whole set (cost);
# - send the error back to the weights: one example, a loop, all at once;
# - check a gradient by nudging, and find the bug in a colleague's;
# - walk downhill with a sensible learning rate;
# - predict, count, and look at the mistakes.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c1w2_logistic_regression")

# %%
progress()

# %% [markdown]
# ## 1. The pictures
#
# What does the machine get to see? Numbers: 64 × 64 pixels, and for each pixel how
# much red, green and blue, from 0 to 255. The set has $m$ pairs
# $(x^{(1)}, y^{(1)}), \dots, (x^{(m)}, y^{(m)})$: a picture and its label, $y = 1$ for a
# cat and $y = 0$ for any other animal. The training set ($m$ = 209) is for learning, the
# test set ($m_{test}$ = 50) only for judging.
#
# Books count examples from 1 to $m$. Python counts from 0 to $m - 1$: example (1) is
# column 0.

# %%
from helpers.datasets import load_cats

train_images, Y_train, test_images, Y_test = load_cats()
fig, axes = plt.subplots(2, 6, figsize=(9, 3.4))
for i, ax in enumerate(axes.flat):
    ax.imshow(train_images[i])
    ax.set(xticks=[], yticks=[], title=("no cat", "cat")[Y_train[0, i]])
train_images.shape, Y_train.shape, test_images.shape, Y_test.shape

# %% [markdown]
# ## 2. A picture is a column
#
# Logistic regression knows no rows, columns or colours. It wants one list of features
# per example. How long is it? $n_x = n_H n_W n_C = 64 \cdot 64 \cdot 3 = 12288$. The
# lists stand side by side as columns:
#
# $$X = \begin{bmatrix} x^{(1)} & x^{(2)} & \cdots & x^{(m)} \end{bmatrix},
# \qquad X\ (n_x, m), \qquad Y\ (1, m) \tag{1}$$

# %%
from helpers.figures.c1w2_logistic_regression import draw_flatten

draw_flatten(plt.figure(figsize=(9, 3.8)).gca(), train_images[0]);

# %% [markdown]
# ### Exercise: flatten_images
#
# From `(m, n_H, n_W, n_C)` to `(n_x, m)`: one column per picture, its numbers in NumPy's
# own order (pixel by pixel, and in each pixel R, G, B).
#
# `reshape` fills the new shape in the old order, so the axis that must stay whole has to
# be first. Which one is that? And which shape comes out before the last step?
#
# <details><summary>Hint</summary>
#
# How do the rows of a table become its columns?
# $(m, n_H, n_W, n_C) \to (m, n_x) \to (n_x, m)$
#
# </details>

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import flatten_images

# %% tags=["checks"] points=6
check(flatten_images)

# %%
m, n_H, n_W, n_C = train_images.shape
n_x = n_H * n_W * n_C
trap = train_images.reshape(-1, m)  # (n_x, m) as well: is it the same table?
fig, axes = plt.subplots(1, 2, figsize=(6, 3))
axes[0].imshow(train_images[0])
axes[0].set_title("picture 0")
axes[1].imshow(trap[:, 0].reshape(n_H, n_W, n_C))
axes[1].set_title("column 0 of reshape(-1, m)")
for ax in axes:
    ax.axis("off")

# %% [markdown]
# **The trap.** A column of `reshape(-1, m)` holds every 209th number of the whole set, a
# bit of each picture. Nothing raises an error: the shape is right, the pixels are not. A
# look at the shape alone does not protect us.
#
# And the order inside a column? NumPy gives R, G, B of pixel 1, then of pixel 2. Books
# often draw all red values first, then all green, then all blue. Both will do: each
# number gets its own weight. Only one thing is forbidden: another order for the test set
# than for the training set.
#
# Last step: divide by 255, so that each feature lies between 0 and 1.

# %%
X_train, X_test = np.zeros((n_x, m)), np.zeros((n_x, Y_test.shape[1]))  # room for both
X_train[:] = flatten_images(train_images) / 255
X_test[:] = flatten_images(test_images) / 255
X_train.shape, X_test.shape

# %% [markdown]
# ## 3. From a score to a probability
#
# We want $\hat y = P(y = 1 \mid x)$, the probability of a cat. Why not a line,
# $\hat y = w^T x + b$? It has no bounds: what would a probability of 3.7 be, or of
# $-2$? So the line gives a score $z$ only, and a curve squeezes it:
#
# $$z = w^T x + b, \qquad \hat y = a = \sigma(z), \qquad
# w\ (n_x, 1),\ b \text{ a number} \tag{2}$$
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} \tag{3}$$
#
# For $z = 0$ this is $1/2$. For large $z$, $e^{-z}$ vanishes and $a \to 1$; for very
# negative $z$ it grows and $a \to 0$.

# %% [markdown]
# ### Exercise: sigmoid
#
# For a number or an array, each element on its own. Two values by hand:
# $\sigma(\ln 4) = 1 / (1 + \tfrac14) = 0.8$ and $\sigma(-\ln 3) = 1 / (1 + 3) = 0.25$.
#
# One trap: on paper $\frac{e^z}{1 + e^z}$ is the same curve. In a computer $e^{800}$ is
# `inf`, and `inf / inf` is `nan`. What happens to (3) when $z = -800$?
#
# <details><summary>Hint</summary>
#
# Which power of $e$ never exceeds 1? With $e^{-|z|}$:
# $\sigma(z) = \frac{1}{1 + e^{-z}}$ for $z \ge 0$, and $\frac{e^z}{1 + e^z}$ for $z < 0$.
#
# </details>

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import sigmoid

# %% tags=["checks"] points=8
check(sigmoid)

# %%
from helpers.figures.c1w2_logistic_regression import draw_sigmoid

draw_sigmoid(plt.figure(figsize=(7, 3.4)).gca(), sigmoid)
for z in (-10, 0, 10):
    slope = (sigmoid(z + 0.001) - sigmoid(z - 0.001)) / 0.002
    print(f"z = {z:3d}:  a = {sigmoid(z):.7f}   slope = {slope:.2e}")

# %% [markdown]
# The middle is steep (slope 1/4), the ends are flat: at $z = 10$ the slope is
# $4.54 \cdot 10^{-5}$, 5500 times less. Where a curve is flat, a slope tells
# hardly anything, and learning crawls. This comes back in deep networks, and is why they
# prefer ReLU, with slope 1 for every $z > 0$.
#
# **Another way to write (2).** Some books put $x_0 = 1$ in front of the features and $b$
# into the weights: $\hat y = \sigma(\theta^T x)$, where $\theta_0$ is $b$ and $\theta_1,
# \dots, \theta_{n_x}$ are $w$. It is the same model. We keep $b$ apart: the formulas for
# its slope stay simpler.

# %% [markdown]
# ## 4. How wrong is one answer?
#
# $$L(\hat y, y) = -\big(y \ln \hat y + (1 - y) \ln(1 - \hat y)\big) \tag{4}$$
#
# The label is a switch. $y = 1$ leaves $-\ln \hat y$: small for $\hat y$ near 1. $y = 0$
# leaves $-\ln(1 - \hat y)$: small where $\ln(1 - \hat y)$ is large, for $\hat y$ near 0.
#
# **Exercise: logistic_loss.** By hand: $\hat y = 0.8, y = 1$ gives $-\ln 0.8 = 0.223$;
# $\hat y = 0.4, y = 0$ gives $0.511$. And $\ln 0$ is $-\infty$: take
# $\ln \max(p, e^{-100})$.
#
# <details><summary>Hint</summary>
#
# How many logarithms are there in (4)? Each has its own $p$: $\hat y$ and $1 - \hat y$.
#
# </details>

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import logistic_loss

# %% tags=["checks"] points=8
check(logistic_loss)

# %% [markdown]
# ### Why not the squared error?
#
# $\frac12 (\hat y - y)^2$ also grows with the distance. But behind a sigmoid it is flat
# where the answer is certain and wrong, just where we need a slope most. Averaged over
# examples it is not convex any more: gradient descent can end in a valley that is not the
# lowest one. Here are the two branches of our loss, then both costs of five examples with
# one feature, as $w$ changes.

# %%
from helpers.figures.c1w2_logistic_regression import draw_bowls, draw_loss

draw_loss(plt.figure(figsize=(7, 3.2)).gca(), logistic_loss)
fig, axes = plt.subplots(1, 2, figsize=(10, 3.4))
draw_bowls(axes);

# %% [markdown]
# ### Where does the loss come from?
#
# Think of $\hat y$ as a promise: "class 1 comes with probability $\hat y$". How probable
# was the label that came?
#
# $$P(y \mid x) = \hat y^{\,y} (1 - \hat y)^{1 - y} \tag{5}$$
#
# Check both cases: $y = 1$ leaves $\hat y$, and $y = 0$ leaves $1 - \hat y$. A good model
# finds the labels probable. The logarithm of (5) is
# $y \ln \hat y + (1 - y) \ln(1 - \hat y) = -L$: a large probability is a small loss.
#
# **Exercise (open): likelihood.** Formula (5), element by element.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import likelihood

# %% tags=["checks"] points=5
check(likelihood)

# %%
yhat, y = np.array([[0.8, 0.4, 0.99]]), np.array([[1, 0, 0]])
print(np.log(likelihood(yhat, y)) + logistic_loss(yhat, y))  # log P = -L
print(0.5**1000, 0.5**1075)

# %% [markdown]
# ## 5. How wrong is the whole set?
#
# Independent examples: their probabilities are multiplied, $\prod_i P(y^{(i)} \mid
# x^{(i)})$. A product of 1075 halves is already 0 for the computer, as we just saw. Its
# logarithm is a sum, and harmless: $\ln \prod_i P = -\sum_i L^{(i)}$. To make the product
# large, make $\sum_i L^{(i)}$ small: that is where the minus comes from. The factor
# $1/m$ moves no minimum; it only makes sets of different size comparable.
#
# $$J(w, b) = \frac1m \sum_{i=1}^m L(\hat y^{(i)}, y^{(i)}) \tag{6}$$
#
# Loss: one example. Cost: the mean over the set.
#
# **Exercise: compute_cost.** By hand, the losses 0.223, 0.511 and 0.693 have the mean
# 0.476.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import compute_cost

# %% tags=["checks"] points=8
check(compute_cost)

# %% [markdown]
# ## 6. One example, there and back
#
# Which way must $w$ and $b$ move, and how strongly? Forward we go from $x$ to the loss.
# Backward we ask at each station: how much does the loss change when this number does?
# In code, `dz` is short for $\partial L / \partial z$, `dw` for $\partial L / \partial w$.

# %%
from helpers.figures.c1w2_logistic_regression import draw_pipeline

draw_pipeline(plt.figure(figsize=(10, 3.2)).gca());

# %% [markdown]
# Link by link, from the right:
#
# - $da = -\dfrac{y}{a} + \dfrac{1 - y}{1 - a}$, from (4);
# - $\dfrac{\partial a}{\partial z} = a (1 - a)$, the slope of the sigmoid;
# - $dz = da \cdot a (1 - a) = -y (1 - a) + (1 - y) a = a - y$.
#
# All the fractions cancel: the slope is prediction minus label. Since
# $z = w_1 x_1 + w_2 x_2 + \dots + b$, a step of $w_1$ moves $z$ by $x_1$ times as much:
#
# $$dz = a - y, \qquad dw = x\, dz\ (n_x, 1), \qquad db = dz \tag{7}$$
#
# Do the chain and a small nudge of $z$ really agree with
# $a - y$?

# %%
z, y, h = np.linspace(-3, 3, 7), 1, 1e-5
a = sigmoid(z)
chain = (-y / a + (1 - y) / (1 - a)) * a * (1 - a)
up, down = logistic_loss(sigmoid(z + h), y), logistic_loss(sigmoid(z - h), y)
nudge = (up - down) / (2 * h)
print("a - y:", np.round(a - y, 4))
print("chain:", np.round(chain, 4))
print("nudge:", np.round(nudge, 4))

# %% [markdown]
# ### Exercise: propagate_one
#
# Forward by (2) and (4), backward by (7). Take $x = (1, 2)$, $w = (3, -2)$, $b = 1$,
# $y = 1$: $z = 3 - 4 + 1 = 0$, $a = 0.5$, $dz = -0.5$, $dw = (-0.5, -1)$, $db = -0.5$,
# and the loss is $\ln 2 = 0.693$.
#
# `dw` has the shape of `w`; `db` and the loss are plain numbers.
#
# <details><summary>Hint</summary>
#
# $w^T x$ of two columns has shape $(1, 1)$. How does one plain number come of it?
# $w^T x = \sum_j w_j x_j$
#
# </details>

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import propagate_one

# %% tags=["checks"] points=9
check(propagate_one)

# %%
x, y, w, b = np.array([[1.0], [2.0]]), 1, np.array([[3.0], [-2.0]]), 1.0
before = propagate_one(x, y, w, b)
after = propagate_one(x, y, w - 0.1 * before["dw"], b - 0.1 * before["db"])
before["loss"], after["loss"]  # by hand: z rises from 0 to 0.3

# %% [markdown]
# With $\alpha = 0.1$: $w = (3.05, -1.9)$, $b = 1.05$, $z = 0.3$. One step takes the
# loss from 0.693 to 0.554.
#
# ## 7. All examples, one by one
#
# The cost is a mean of losses, so its slopes are means of slopes:
#
# $$dw = \frac1m \sum_{i=1}^m x^{(i)} dz^{(i)}, \qquad
# db = \frac1m \sum_{i=1}^m dz^{(i)} \tag{8}$$
#
# A first draft needs two loops: over the $m$ examples, and inside it over $dw_1, dw_2,
# \dots$ Here `dw` is a whole vector, so the inner loop is gone already.
#
# **Exercise: propagate_loop.** Start at zero (in `np.zeros` the shape is a tuple), add
# what `propagate_one` gives for column $i$, divide by $m$ at the end. `w` and `b` do not
# move meanwhile.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import propagate_loop

# %% tags=["checks"] points=9
check(propagate_loop)

# %% [markdown]
# ## 8. All examples at once
#
# Two loops make code slow, and large sets hopeless. The last one goes when all
# examples pass as one matrix; $b$ is added to each column (broadcasting):
#
# $$Z = w^T X + b\ (1, m), \qquad A = \sigma(Z)\ (1, m) \tag{9}$$
#
# $$dZ = A - Y, \qquad dw = \frac1m X\, dZ^T\ (n_x, 1), \qquad
# db = \frac1m \sum_i dZ^{(i)} \tag{10}$$
#
# Why $X\, dZ^T$? $(n_x, m)$ times $(m, 1)$ is $x^{(1)} dz^{(1)} + \dots + x^{(m)}
# dz^{(m)}$: the sum in (8).
#
# **Exercise (open): propagate.** Formulas (9), (10) and (6), no loop.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import propagate

# %% tags=["checks"] points=11
check(propagate)

# %% [markdown]
# Do loop and matrix agree on the cats? And is the gradient the slope it claims to
# be? Nobody has to believe a formula: nudge one weight both ways and watch the cost,
#
# $$\frac{\partial J}{\partial w_j} \approx
# \frac{J(w + h e_j, b) - J(w - h e_j, b)}{2h}$$
#
# where $e_j$ is 1 at place $j$ and 0 elsewhere.

# %%
X, Y, h = X_train, Y_train, 1e-4
w, b = 0.01 * np.random.default_rng(1).normal(size=(n_x, 1)), 0.0
dw, db, cost = propagate(w, b, X, Y)
for j in (0, 6000, n_x - 1):
    e = np.zeros_like(w)
    e[j] = h
    up, down = (propagate(v, b, X, Y)[2] for v in (w + e, w - e))
    print(f"j = {j:5d}: dw[j] = {dw[j, 0]: .9f}   nudged: {(up - down) / (2 * h): .9f}")
dw_loop, db_loop, cost_loop = propagate_loop(w, b, X, Y)
print("loop - matrix:", np.abs(dw_loop - dw).max(), db_loop - db, cost_loop - cost)

# %% [markdown]
# Six digits or more agree, and loop and matrix differ by rounding only (about
# $10^{-16}$).
#
# ### Bug hunt: gradient_column_form
#
# A colleague likes columns: `z`, `a` and `dz` of shape $(m, 1)$. He tried his function on
# two examples with two features, $X = \begin{bmatrix} 1 & 2 \\ 2 & 5 \end{bmatrix}$,
# got exactly what our `propagate` gives, and shipped it. One line is wrong. For which
# $X$ does it run at all, and for which of these is it right? Find it and mend it.
#
# <details><summary>Hint</summary>
#
# What are the shapes of $X^T$ and $dz$ when $n_x = 3$ and $m = 5$? `dw` must be
# $(3, 1)$. And what is special about his $X$?
#
# </details>

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import gradient_column_form

# %% tags=["checks"] points=6
check(gradient_column_form)

# %% [markdown]
# A test on a square and symmetric array cannot see a missing or needless transpose.
# Test with more examples than features, and the other way round.
#
# ## 9. Downhill
#
# The slope says which way is up. Gradient descent goes the other way, in steps of
# $\alpha$, the learning rate:
#
# $$w := w - \alpha\, dw, \qquad b := b - \alpha\, db \tag{11}$$
#
# A positive slope sends $w$ to the left, a negative one to the right. The logistic cost
# is a convex bowl, so any start will do; we take zeros. (Whether we write $d$ or
# $\partial$ makes no difference in code.)
#
# Move the start, press Play: at which $\alpha$ does your gradient jump out of the bowl?

# %%
from helpers.widgets import explore_gradient_descent

explore_gradient_descent(propagate)

# %% [markdown]
# ### Exercise: optimize
#
# `num_iterations` times: slopes and cost at the present point, note the cost, then (11).
# Can this loop be vectorised away as well? No: each step starts where the last one
# ended. Inside a step no loop is left.
#
# Both slopes belong to one point, so `b` may not be updated with a slope taken after `w`
# has moved. And the `w` that was passed in must stay as it is: `w -= ...` would
# change the caller's array.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import optimize

# %% tags=["checks"] points=9
check(optimize)

# %% [markdown]
# ### How large a step?
#
# At $w = 0$, $b = 0$ every picture gets $a = 0.5$, so every run starts at
# $J = \ln 2 = 0.693$. Which learning rate takes the cats down fastest in 200 steps?

# %%
from helpers.plots import draw_costs

w, b = np.zeros((n_x, 1)), 0.0
costs = {
    rate: optimize(w, b, X_train, Y_train, 200, rate)[2]
    for rate in (0.005, 0.002, 0.001, 0.0001)
}
draw_costs(plt.figure(figsize=(8, 3.8)).gca(), costs);

# %% [markdown]
# With 0.0001 the cost has hardly moved: 0.67. With 0.001 it is at 0.59, with 0.002 at
# 0.53. With 0.005 it jumps from wall to wall of the valley, up to 2.4, and is still
# above its start after 200 steps. (Later it calms down; nothing promises that it does.)
#
# A cost that climbs during gradient descent means: $\alpha$ is too large, or there is a
# bug, such as a plus in place of the minus in (11). Which of the two? Divide $\alpha$ by
# 10: a bug still climbs.
#
# Find the largest rate without a step that climbs.

# %%
from helpers.widgets import explore_learning_rate

explore_learning_rate(optimize, X_train, Y_train)

# %% [markdown]
# ## 10. Yes or no
#
# A probability is not an answer yet. We say "cat" where $a > 0.5$.
#
# **Exercise: predict.** Class 1 where $a > 0.5$, else class 0, in shape $(1, m)$. A tie
# ($a = 0.5$ exactly) is a 0.
#
# <details><summary>Hint</summary>
#
# For which $z$ is $\sigma(z) > 0.5$? $\sigma(0) = 0.5$
#
# </details>

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import predict

# %% tags=["checks"] points=6
check(predict)

# %% [markdown]
# **Exercise (open): accuracy.** The share of examples whose predicted class is the label:
# predictions $(1, 1, 1, 0, 0)$ for labels $(1, 1, 0, 0, 0)$ score $4/5 = 0.8$.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import accuracy

# %% tags=["checks"] points=4
check(accuracy)

# %% [markdown]
# **Exercise (open): model.** All together: start at zeros, descend on the training set,
# predict both sets, report both accuracies. The test set may judge, never teach: once the
# descent has seen it, it says nothing about new pictures.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import model

# %% tags=["checks"] points=5
check(model)

# %% [markdown]
# ## 11. Is it a cat?
#
# 2000 steps on 209 pictures. What is there to beat? A coin is right half of the time.
# And one who always says "no cat"?

# %%
print("always no cat:", np.mean(Y_train == 0), "(train)", np.mean(Y_test == 0), "(test)")
result = model(X_train, Y_train, X_test, Y_test, 2000, 0.002)
w, b = result["w"], result["b"]
draw_costs(plt.figure(figsize=(7, 3.4)).gca(), result["costs"])
print(f"train {result['train_accuracy']:.3f}   test {result['test_accuracy']:.3f}")

# %% [markdown]
# 98 % of the training pictures, and 72 % of the test pictures. "Always no cat" gets 56 %:
# something has been learnt, but less than the training set makes believe. With
# $12288 + 1$ numbers to choose and 209 pictures to please, much of it is memory.
#
# Which test pictures go wrong? And what does $w$ look like? It has one number per pixel
# and colour, so it can be shown as a picture.

# %%
from helpers.figures.c1w2_logistic_regression import draw_gallery

Yhat = predict(w, b, X_test)
bad = np.flatnonzero(Yhat != Y_test)
draw_gallery(plt.figure(figsize=(9, 3.6)), test_images[bad], Y_test[:, bad], Yhat[:, bad])
print("cats missed:", np.sum(Y_test > Yhat), "of", np.sum(Y_test == 1))
print("others taken for cats:", np.sum(Y_test < Yhat), "of", np.sum(Y_test == 0))

# %%
from helpers.figures.c1w2_logistic_regression import draw_weights

draw_weights(plt.figure(figsize=(5, 4)).gca(), w, (n_H, n_W, n_C))
moved = np.roll(train_images, 8, axis=2)  # every picture 8 pixels to the right
accuracy(predict(w, b, flatten_images(moved) / 255), Y_train)

# %% [markdown]
# 8 of 22 cats are missed, 6 of 28 other animals are taken for cats. The weights show why.
# There is blue where ears and whiskers often are, and orange between the ears, but most
# of it is speckle.
#
# Each pixel votes alone: "bright here" speaks for a cat or against. Yet a white cat and
# a black cat make the same pixel bright and dark, and a cat that sits further right gives
# its votes to other pixels. A weighted sum of pixels knows no shapes. The number below the
# picture: of the training pictures, learnt to 98 %, only two thirds are right once all
# have moved by 8 pixels. Layers that build shapes come later.

# %% [markdown]
# ## 12. Six decisions
#
# One letter for each key.
#
# **linear_output** (section 3). Why is $\hat y = w^T x + b$ no good probability?
# (a) It cannot be trained. (b) It is slower. (c) It goes below 0 and above 1. (d) It is
# always positive.
#
# **zero_label** (section 4). For $y = 0$ the loss is small where
# (a) $\ln \hat y$ is large, $\hat y$ near 1. (b) $\ln(1 - \hat y)$ is large, $\hat y$ near
# 0. (c) $\ln(1 - \hat y)$ is small, $\hat y$ near 1.
#
# **loss_or_cost** (section 5). Two losses: 0.223 and 0.511. What is 0.367?
# (a) The cost. (b) A third loss. (c) The loss of the set; its cost is 0.223.

# %% [markdown]
# **minus_and_mean** (section 5). From a product of probabilities to $J$: why the minus,
# why $1/m$? (a) The minus sorts the labels. (b) The product is negative.
# (c) Both move the minimum. (d) "Large" becomes "small"; $1/m$ moves no minimum.
#
# **theta** (section 3). $x_0 = 1$, $\theta = (0.5, 2, -1)$: what are $w$ and $b$?
# (a) $(0.5, 2, -1)$ and 0. (b) $(2, -1)$ and 0.5. (c) $(0.5, 2)$ and $-1$.
#
# **pixel_order** (section 2). Training columns hold R, G, B pixel by pixel, test columns
# all red first. (a) No matter: any order will do. (b) An error: the shapes differ. (c) It
# runs, but the weights meet other pixels. (d) The weights sort themselves out.

# %% tags=["exercise"]
from source.c1w2_logistic_regression.reference import decisions

# %% tags=["checks"] points=6
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - A picture becomes a column, $(m, n_H, n_W, n_C) \to (m, n_x) \to (n_x, m)$; a right
#   shape does not prove the right pixels.
# - The sigmoid turns a score into a probability; a line leaves $[0, 1]$.
# - Loss: one example, $-\ln$ of what the model promised. Cost: the mean. With the squared
#   error the bowl is lost.
# - Back through the graph: $dz = a - y$; one example, a loop, then $\frac1m X\, dZ^T$.
# - A gradient is checked by nudging, on shapes that are not square.
# - Gradient descent needs a rate: too small crawls, too large climbs.
# - Predict, count, and look at the mistakes.
