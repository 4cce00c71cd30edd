# %% [markdown] story="why the start matters" writes="starts: zeros, too large, Xavier, He; signals by depth"
# # Why the start matters
#
# Two networks with the same layers, the same data and the same learning rate. One
# learns two circles without a mistake, the other never gets off the spot. They differ in
# one thing only: their first random numbers.
#
# We will learn to
#
# - say why zeros will not do, and count the units that are copies of each other;
# - measure what is left of a signal in each layer, forward and backward;
# - foretell it with a formula, before any forward pass;
# - choose the size of the first weights: Xavier, He, and a form that looks both ways;
# - find the missing root in a colleague's start.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c2w1_initialization")

# %% tags=["given"]
from source.c1w4_deep_network.reference import activation_forward, activation_backward, linear_backward
from source.c1w4_deep_network.reference import deep_forward, deep_backward, compute_cost, update_parameters, predict

# %%
progress()

# %% [markdown]
# ## 1. One network, many starts
#
# Does it matter where gradient descent begins? For logistic regression it did not: its
# cost is one bowl, and zeros were as good as any start. The cost of a deep network is no
# bowl.
#
# Our test object has two features, six hidden layers of 16 ReLU units and one sigmoid.
# The functions of week C1W4 are imported above. They train it on 300 points: class 1 is a
# circle inside a circle of class 0, half of the points each.

# %%
from helpers.datasets import make_circles
from helpers.plots import draw_classes

X, Y = make_circles(300, seed=1)
layer_dims = [2, 16, 16, 16, 16, 16, 16, 1]
ax = draw_classes(plt.figure(figsize=(4, 3.6)).gca(), X, Y)
ax.set(aspect="equal", title="Two circles")
X.shape, Y.shape, Y.mean()


# %%
def train(parameters, steps=600, rate=0.3):
    costs = []
    for _ in range(steps):
        AL, caches = deep_forward(X, parameters)
        costs.append(compute_cost(AL, Y))
        grads = deep_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, rate)
    return parameters, costs


# %% [markdown]
# ## 2. All zeros
#
# The simplest start of all:
#
# $$W^{[l]} = 0\ (n^{[l]}, n^{[l-1]}), \qquad b^{[l]} = 0\ (n^{[l]}, 1), \qquad
# l = 1, \dots, L \tag{1}$$
#
# `layer_dims` lists the units of all layers, the features first: $[n^{[0]}, n^{[1]},
# \dots, n^{[L]}]$. So it has $L + 1$ entries.
#
# **Exercise: initialize_zeros.** By hand: for `[2, 3, 1]` the shapes are `W1` (3, 2),
# `b1` (3, 1), `W2` (1, 3) and `b2` (1, 1).

# %% tags=["exercise"]
from source.c2w1_initialization.reference import initialize_zeros

# %% tags=["checks"] points=7
check(initialize_zeros)

# %%
runs = {"zeros": train(initialize_zeros(layer_dims))}
trained, costs = runs["zeros"]
moved = {name: float(np.abs(trained[name]).max()) for name in trained}
print("cost at the start", costs[0], "and after 600 steps", costs[-1])
print("largest entry of each array now:", moved)

# %% [markdown]
# Nothing has moved. The cost is $\ln 2$ to the last digit, in step 1 and in step 600. Why?
#
# Forward: $z^{[1]} = 0$, so $a^{[1]} = 0$, and so on up to $\hat y = \sigma(0) = 1/2$.
# Backward, the gradient of each weight is a product:
#
# - $dW^{[l]} = \frac1m dZ^{[l]} A^{[l-1]T}$ has the factor $A^{[l-1]}$: zero for all $l > 1$;
# - $dZ^{[l]} = W^{[l+1]T} dZ^{[l+1]} \odot g'(Z^{[l]})$ has the factor $W^{[l+1]}$: zero
#   for all $l < L$.
#
# One message is left: $db^{[L]}$, the mean of $A - Y$. With as many ones as zeros it is
# 0 as well.

# %% [markdown]
# ### Is it ReLU's fault?
#
# A hidden unit of tanh gives 0 at 0 too. A sigmoid gives $1/2$. Which of the three gets
# off the spot? Here is a network with one hidden layer of 4 units, and a set with twice as
# many ones as zeros, so that the output bias has something to do.


# %%
def train_small(parameters, X, Y, activation, steps=500, rate=0.5):
    for _ in range(steps):
        W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
        A1, cache = activation_forward(X, W1, b1, activation)
        A2, _ = activation_forward(A1, W2, b2, "sigmoid")
        dA1, dW2, db2 = linear_backward(A2 - Y, A1, W2)
        _, dW1, db1 = activation_backward(dA1, cache, activation)
        grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
        parameters = update_parameters(parameters, grads, rate)
    return parameters


# %%
fewer = np.sort(np.r_[np.flatnonzero(Y[0] == 1), np.flatnonzero(Y[0] == 0)[:75]])
for activation in ("relu", "tanh", "sigmoid"):
    small = initialize_zeros([2, 4, 1])
    small = train_small(small, X[:, fewer], Y[:, fewer], activation)
    print(activation, "W1 =", np.round(small["W1"], 3).tolist())
    print("   W2 =", np.round(small["W2"], 3), " b2 =", np.round(small["b2"], 3))

# %% [markdown]
# ReLU and tanh: every weight is still 0. Only $b_2$ has learnt something, 0.693. That is
# $\ln 2$, and $\sigma(\ln 2) = 2/3$: the share of ones, whatever the picture.
#
# With sigmoids the weights do move, but look at the rows of $W_1$: they are equal. Four
# units do one unit's work. This is the deeper trouble, **symmetry**: equal units get
# equal gradients and stay equal, step after step. In week C1W3 we saw it happen; now we
# measure it.

# %% [markdown]
# So we want a detector. How many units of a layer are not copies?
#
# **Exercise: distinct_units.** A unit is a row of $W$ together with its entry of $b$. Go
# through the units in order; keep one if it differs from all kept so far by more than
# `tolerance` in at least one number. Return how many are kept.
#
# <details><summary>Hint</summary>
#
# Two units are copies if their *largest* difference is small:
# $\max_k |u_k - v_k| \le$ tolerance, with $u = (w_1, \dots, w_{n_{prev}}, b)$. Which
# function puts $W$ and $b$ side by side?
#
# </details>

# %% tags=["exercise"]
from source.c2w1_initialization.reference import distinct_units

# %% tags=["checks"] points=11
check(distinct_units)

# %%
rng, found = np.random.default_rng(1), []
for noise in (0.0, 0.1):
    start = initialize_zeros([2, 8, 1])
    start["W1"] = 0.5 + noise * rng.standard_normal((8, 2))
    start["W2"] = 0.5 + noise * rng.standard_normal((1, 8))
    end = train_small(start, X, Y, "relu", steps=1000)
    found.append((end["W1"], end["b1"], distinct_units(end["W1"], end["b1"], 1e-9)))
layers = found

# %%
from helpers.figures.c2w1_initialization import draw_twins

fig, axes = plt.subplots(1, len(layers), figsize=(8, 3.2))
for ax, (W1, b1, count) in zip(axes, layers, strict=True):
    draw_twins(ax, W1, b1, count)

# %% [markdown]
# Left, all weights began at 0.5; after 1000 steps there are still eight times the same
# unit. Right, a little noise was added to the 0.5, and eight different units came of it.
# It is not the zero that hurts, it is the *equality*.
#
# Must the biases be random as well? No: where the rows of $W$ differ, the units differ.
# Biases start at zero, weights do not.

# %% [markdown]
# ## 3. Random, but how large?
#
# Random numbers it is, then. Of what size?
#
# $$W^{[l]} = \text{std} \cdot N, \qquad N\ (n^{[l]}, n^{[l-1]}) \text{ of standard normal
# numbers}, \qquad b^{[l]} = 0 \tag{2}$$
#
# **Exercise: initialize_scaled.** Draw with `rng.standard_normal`, once per layer, `W1`
# first. A generator gives the same numbers to all who ask in the same order; so does the
# check.

# %% tags=["exercise"]
from source.c2w1_initialization.reference import initialize_scaled

# %% tags=["checks"] points=9
check(initialize_scaled)

# %%
for std in (0.01, 0.3, 1.0):
    start = initialize_scaled(layer_dims, std, np.random.default_rng(1))
    trained, costs = runs[f"std {std}"] = train(start)
    right = np.mean(predict(X, trained) == Y)
    print(f"std {std:<5}: cost {costs[0]:7.4f} -> {costs[-1]:.4f}, {right:.0%} right")

# %% [markdown]
# One number decides all. With 0.01, the usual choice for one hidden layer, nothing
# happens in 600 steps. With 0.3 every point is right. With 1 the cost *starts* at 34.
#
# How can it be that high before a single step? Nearly all answers lie within 0.01 of 0 or
# of 1, and half of them are wrong. The network is sure of itself before it has seen
# anything. (It would be worse without the floor in our cost, which counts no logarithm
# below $-100$.) Its first gradients are huge, one step throws it far out, and it ends as a
# coin: $\ln 2$.
#
# Where do 0.3 and 1 part? For that we follow a signal through the layers.

# %% [markdown]
# ## 4. A factor, many times
#
# Take the activations away: $g(z) = z$, no biases. Then a deep network is one long
# product:
#
# $$\hat y = W^{[L]} W^{[L-1]} \cdots W^{[1]} x \tag{3}$$
#
# Let each hidden matrix be 1.5 times the identity. Each layer multiplies by 1.5, so after
# $L - 1$ hidden layers the signal is $1.5^{L-1} x$. With 0.5 it is $0.5^{L-1} x$. Guess
# first: how much is left of 1 after 50 layers with the factor 0.9, and with 1.1? Networks
# of 152 layers exist, too.

# %%
from helpers.figures.c2w1_initialization import draw_powers

for factor in (0.5, 0.9, 1.1, 1.5):
    print(factor, [f"{factor**k:.2g}" for k in (10, 50, 152)], "for k = 10, 50, 152")
draw_powers(plt.figure(figsize=(8, 3.4)).gca());

# %% [markdown]
# 0.9 leaves 0.5 % after 50 layers, and 1.1 makes 117 of 1. After 152 layers they are
# $10^{-7}$ and $2 \cdot 10^6$. A signal that **vanishes** or **explodes** is what many
# equal factors do, unless the factor is 1. The gradient on its way back passes the
# same matrices, so it suffers the same fate.
#
# ## 5. Measuring the signal
#
# Real layers are no multiples of the identity. What is their "factor"? We measure the size
# of a layer's activations by their mean square:
#
# $$q_l = \frac{1}{n^{[l]} m} \sum_{j=1}^{n^{[l]}} \sum_{i=1}^{m}
# \big( a_j^{[l](i)} \big)^2 \tag{4}$$
#
# The factor of layer $l$ is $q_l / q_{l-1}$.

# %% [markdown]
# ### Exercise: activation_statistics
#
# Send $X$ through the hidden layers $1, \dots, L - 1$, all with one activation
# (`activation_forward` is given). For each of them note two numbers:
#
# - `"mean_square"`: $q_l$;
# - `"flat"`: the share of entries where $g'(z) < 0.01$. Such a unit hears of an example and
#   passes hardly anything back.
#
# In terms of $a = g(z)$ the slope is 1 or 0 for ReLU, $1 - a^2$ for tanh and $a (1 - a)$
# for the sigmoid. By hand: the ReLU activations $(1, 0, 0)$ have $q = 1/3$ and are flat in
# $2/3$ of the places.

# %% tags=["exercise"]
from source.c2w1_initialization.reference import activation_statistics

# %% tags=["checks"] points=15
check(activation_statistics)

# %%
wide, deep = 100, 30
rng = np.random.default_rng(0)
X_deep, Y_deep = rng.standard_normal((wide, 200)), rng.integers(0, 2, (1, 200))
dims = [wide] * (deep + 1) + [1]
for std in (0.05, 0.1, 1.0):
    start = initialize_scaled(dims, std, np.random.default_rng(1))
    found = activation_statistics(X_deep, start, "tanh")
    q, flat = found["mean_square"], found["flat"]
    print(f"tanh, std {std:<5} q_1 {q[0]:.2f}, q_30 {q[-1]:.1e}, flat {flat[-1]:.0%}")

# %% [markdown]
# A test bench: 30 layers of 100 tanh units, and 200 examples of random numbers with mean
# square 1. With 0.05 the signal vanishes. With 1 it cannot explode, tanh ends at
# $\pm 1$. But three quarters of all places are flat: **saturated**. Only 0.1 keeps
# something alive and nothing flat. Here is what happens inside the first eight layers:

# %%
found = {}
for std in (0.05, 0.1, 1.0):
    A, start = X_deep, initialize_scaled(dims, std, np.random.default_rng(1))
    found[std] = []
    for layer in range(1, 9):
        A, _ = activation_forward(A, start[f"W{layer}"], start[f"b{layer}"], "tanh")
        found[std].append(A)
activations = found

# %%
from helpers.figures.c2w1_initialization import draw_histograms

fig, axes = plt.subplots(1, len(activations), figsize=(10, 4))
for ax, (std, A) in zip(axes, activations.items(), strict=True):
    draw_histograms(ax, A, f"tanh, std {std}")

# %% [markdown]
# ## 6. Foretelling it
#
# Why 0.1? Look at one unit, $z = w_1 x_1 + \dots + w_n x_n$. The weights are independent
# of each other and of the inputs, with mean 0. In the mean of $z^2$ all mixed terms
# $w_j w_k x_j x_k$ cancel, and the squares remain:
#
# $$E[z^2] = \sum_{j=1}^{n} E[w_j^2]\, E[x_j^2] = n \cdot \mathrm{Var}(w) \cdot q,
# \qquad \mathrm{Var}(w) = \text{std}^2 \tag{5}$$
#
# More inputs, larger $z$. For 100 inputs and std = 0.1 the factor is $100 \cdot 0.01 =
# 1$: that is why.

# %% [markdown]
# And then the activation. A line keeps $z$. ReLU sets the negative half to zero; since
# $z$ is as often negative as positive, half of the mean square is left:
#
# $$q_l = c \cdot n^{[l-1]} \cdot \text{std}^2 \cdot q_{l-1}, \qquad
# c = 1 \text{ (linear)},\ \tfrac12 \text{ (ReLU)} \tag{6}$$
#
# **Exercise (open): predicted_mean_squares.** Formula (6) for the hidden layers, one
# after the other; $q_0$ is given. By hand, for `[4, 8, 3, 1]`, std = 0.5, $q_0 = 3$ and
# ReLU: $q_1 = \frac12 \cdot 4 \cdot \frac14 \cdot 3 = 1.5$ and $q_2 = \frac12 \cdot 8
# \cdot \frac14 \cdot 1.5 = 1.5$.

# %% tags=["exercise"]
from source.c2w1_initialization.reference import predicted_mean_squares

# %% tags=["checks"] points=10
check(predicted_mean_squares)

# %%
from helpers.figures.c2w1_initialization import draw_signals

measured, predicted = {}, {}
for std in (0.01, 0.1, 0.1414, 0.2, 1.0):
    start = initialize_scaled(dims, std, np.random.default_rng(1))
    found = activation_statistics(X_deep, start, "relu")
    measured[f"std {std}"] = found["mean_square"]
    predicted[f"std {std}"] = predicted_mean_squares(dims, std, 1.0, "relu")
draw_signals(plt.figure(figsize=(8, 4)).gca(), measured, predicted);

# %% [markdown]
# Lines are predicted, dots are measured, over 120 powers of ten. ReLU needs a factor
# $\frac12 n \cdot \text{std}^2 = 1$: for $n = 100$, std = $\sqrt{0.02} = 0.1414$. The 0.1
# that suited tanh loses half per layer, $2^{-30} \approx 10^{-9}$ in all.
#
# A little below 1 or above, and 30 layers make it visible. The dots stray from the lines by
# some factor because 100 units are not infinitely many: (6) speaks of a mean.

# %% [markdown]
# ## 7. The way back
#
# What arrives at the weights when the error travels back?
#
# $$dZ^{[l]} = W^{[l+1]T} dZ^{[l+1]} \odot g'(Z^{[l]}), \qquad
# dW^{[l]} = \tfrac1m dZ^{[l]} A^{[l-1]T} \tag{7}$$
#
# $$\lVert dW^{[l]} \rVert = \sqrt{\sum_{j} \sum_{k} \big( dW_{jk}^{[l]} \big)^2} \tag{8}$$
#
# The gradient of a layer is a product of what came *forward* to it and what came *back* to
# it. Both can vanish.
#
# **Exercise (open): gradient_norms.** Hidden layers with one activation, a sigmoid at the
# end, where $dZ^{[L]} = A^{[L]} - Y$. The list (8) for $l = 1, \dots, L$.

# %% tags=["exercise"]
from source.c2w1_initialization.reference import gradient_norms

# %% tags=["checks"] points=16
check(gradient_norms)

# %% [markdown]
# Do we believe it? A gradient is a slope, and a slope can be nudged: each weight of `W1`
# of a small tanh network up and down by $h = 10^{-5}$, and the cost watched.

# %%
rng = np.random.default_rng(4)
X4, Y4 = rng.standard_normal((3, 5)), np.array([[1, 0, 1, 1, 0]])
tiny = initialize_scaled([3, 4, 2, 1], 0.5, rng)


# %%
def cost_with(W1):
    A, parameters = X4, tiny | {"W1": W1}
    for layer, g in ((1, "tanh"), (2, "tanh"), (3, "sigmoid")):
        A, _ = activation_forward(A, parameters[f"W{layer}"], parameters[f"b{layer}"], g)
    return compute_cost(A, Y4)


# %%
h, slopes = 1e-5, np.zeros((4, 3))
for j, k in np.ndindex(4, 3):
    nudge = np.zeros((4, 3))
    nudge[j, k] = h
    up, down = cost_with(tiny["W1"] + nudge), cost_with(tiny["W1"] - nudge)
    slopes[j, k] = (up - down) / (2 * h)
print("nudged:", np.sqrt(np.sum(slopes**2)))
print("ours:  ", gradient_norms(X4, Y4, tiny, "tanh")[0])

# %% [markdown]
# Nine digits agree. Now the test bench again. Which network has the smallest gradient in
# its first layer, and which the largest?

# %%
from helpers.figures.c2w1_initialization import draw_gradients

norms = {}
for g, std in (("relu", 0.1414), ("relu", 0.1), ("tanh", 1.0), ("sigmoid", 0.1)):
    start = initialize_scaled(dims, std, np.random.default_rng(1))
    norms[f"{g}, std {std}"] = gradient_norms(X_deep, Y_deep, start, g)
draw_gradients(plt.figure(figsize=(8, 4)).gca(), norms);

# %% [markdown]
# Four different stories:
#
# - ReLU with 0.1414: all layers get about as much. Good.
# - ReLU with 0.1: also equal, but 100,000 times smaller. Layer $l$ loses in $l - 1$ layers
#   in front of it and in $L - l$ behind it, always the same product.
# - tanh with 1: forward all looked well, $q = 0.92$. Backward the matrices are too large,
#   and the first layer's gradient explodes to $10^{10}$.
# - Sigmoid: slope $\frac14$ at most. The last layer learns, the first one gets
#   $10^{-19}$. No wonder deep networks prefer ReLU.

# %% [markdown]
# ## 8. Starts with a reason
#
# Near 0 tanh is almost the line $g(z) = z$. To keep the signal there, (6) asks for
# $n^{[l-1]} \cdot \mathrm{Var}(w) = 1$:
#
# $$\textbf{Xavier:}\quad \mathrm{Var}(w) = \frac{1}{n^{[l-1]}}, \qquad
# W^{[l]} = N \cdot \sqrt{\frac{1}{n^{[l-1]}}} \tag{9}$$
#
# $N$ are standard normal numbers as in (2). The one size for all layers is gone: each
# layer has its own, by the number of its inputs.
#
# **Exercise: initialize_xavier.** By hand: 4 inputs give the factor $\frac12$, 100 inputs
# give 0.1.

# %% tags=["exercise"]
from source.c2w1_initialization.reference import initialize_xavier

# %% tags=["checks"] points=8
check(initialize_xavier)

# %% [markdown]
# ### Bug hunt: initialize_he
#
# ReLU drops half of the mean square, so the variance must be twice as large:
#
# $$\textbf{He:}\quad \mathrm{Var}(w) = \frac{2}{n^{[l-1]}} \tag{10}$$
#
# A colleague has written it down. He tried it on a network with the layers `[2, 2, 2, 1]`,
# compared number by number with a library, and all agreed. On our test bench it fails. Run
# the cell below first: which factor per layer do you measure, and which should it
# be? Then find the bug and mend it.
#
# <details><summary>Hint</summary>
#
# What does he multiply the random numbers by if $n_{prev} = 2$, and if $n_{prev} = 8$?
# What is the relation of a standard deviation to a variance?
#
# </details>

# %% tags=["exercise"]
from source.c2w1_initialization.reference import initialize_he

# %%
start = initialize_he(dims, np.random.default_rng(1))
print("std of W2:", start["W2"].std(), " expected:", np.sqrt(2 / wide))
q = activation_statistics(X_deep, start, "relu")["mean_square"]
print("factors of layers 2 to 6:", np.round(np.array(q[1:6]) / np.array(q[:5]), 3))

# %% tags=["checks"] points=8
check(initialize_he)

# %% [markdown]
# Without the root the factor per layer is $\frac12 \cdot 100 \cdot (2/100)^2 = 0.02$;
# mended it lies between 0.7 and 1 here, for (6) is true on average only. A test on one special size can hide a bug: $2/2$ and $\sqrt{2/2}$
# are the same number.
#
# ### Looking both ways
#
# Backward, the message passes $W^T$. There each entry is a sum over the $n^{[l]}$ units of
# the layer *behind*, so the gradient would like $\mathrm{Var}(w) = 1 / n^{[l]}$. Unless
# the layer is square, one cannot please both. A compromise takes the mean of the two
# numbers:
#
# $$\textbf{Bengio:}\quad \mathrm{Var}(w) = \frac{2}{n^{[l-1]} + n^{[l]}} \tag{11}$$

# %% [markdown]
# One can draw normal numbers with this variance, $\sqrt{2 / (n^{[l-1]} + n^{[l]})}$ times
# a standard normal. Or uniform ones, evenly between $-r$ and $r$. How large must $r$ be?
# Their variance is
# $\frac{1}{2r} \int_{-r}^{r} w^2\, dw = \frac{r^2}{3}$. Set it equal to (11):
#
# $$w \text{ uniform in } (-r, r), \qquad
# r = \sqrt{\frac{6}{n^{[l-1]} + n^{[l]}}} \tag{12}$$
#
# **Exercise (open): initialize_bengio.** Formula (12), with `rng.uniform`. By hand: 4 and
# 2 units give $r = 1$.

# %% tags=["exercise"]
from source.c2w1_initialization.reference import initialize_bengio

# %% tags=["checks"] points=9
check(initialize_bengio)

# %%
starts = {"Xavier": initialize_xavier, "He": initialize_he, "Bengio": initialize_bengio}
for name, initialize in starts.items():
    start = initialize([100, 400, 25, 1], np.random.default_rng(1))
    sizes = [start[f"W{layer}"].std() for layer in (1, 2)]
    print(f"{name:7} std of W1 {sizes[0]:.4f}, of W2 {sizes[1]:.4f}")
    print(f"        q: {activation_statistics(X_deep, start, 'relu')['mean_square']}")

# %% [markdown]
# From 100 to 400 to 25 units. Check the first line: $\sqrt{1/100} = 0.1$ and
# $\sqrt{1/400} = 0.05$. He keeps $q$ near 1 through ReLU, Xavier halves it in each layer.
# The compromise loses most on the way from 100 to 400, where many outputs make its weights
# small, and hardly anything from 400 to 25.
#
# Names vary. "Xavier" or "Glorot" stands for (9) in some books and for (11) in others, and
# (12) is the default of some libraries. Look for the formula, not for the name. The
# variance can also be tuned: a factor on it is one more hyperparameter, though seldom the
# first one to try.

# %% [markdown]
# ## 9. Turn the knobs
#
# Find a std at which 50 layers of ReLU live. Then halve or double the width: how
# must std follow? And can any std save the sigmoid?

# %%
from helpers.widgets import explore_signal

explore_signal(
    initialize_scaled,
    activation_statistics,
    gradient_norms,
    Xavier=initialize_xavier,
    He=initialize_he,
)

# %% [markdown]
# ## 10. The same network, five starts
#
# Back to the circles. Six hidden layers of 16 units, 600 steps, rate 0.3: all as in
# section 1, except for the start. Zeros and two sizes we have trained already; now Xavier
# and He.

# %%
from helpers.figures.c2w1_initialization import draw_starts
from helpers.plots import draw_plane

for name in ("Xavier", "He"):
    runs[name] = train(starts[name](layer_dims, np.random.default_rng(1)))
shown = ("zeros", "std 0.01", "std 1.0", "Xavier", "He")
ax = plt.figure(figsize=(8, 3.6)).gca()
draw_starts(ax, {name: runs[name][1] for name in shown});

# %%
fig, axes = plt.subplots(1, len(shown), figsize=(12, 2.9))
for ax, name in zip(axes, shown, strict=True):
    draw_plane(ax, lambda X, name=name: predict(X, runs[name][0]), X, Y, s=11)
    ax.set(xlabel=name, ylabel="", xticks=[], yticks=[])

# %% [markdown]
# Three starts leave a coin, two find the circle. With std 0.01 the picture is a mirage: the
# answers differ from $1/2$ in the 12th digit only, and so slightly nothing has been decided.
# Xavier and He are alike here. Six layers of halves are a factor of $2^6 = 64$, and training
# makes up for it.
#
# And with twenty hidden layers? They want smaller steps: 400 of them, with rate 0.05.

# %%
deeper, costs = [2, *[16] * 20, 1], {}
for name, initialize in starts.items():
    start = initialize(deeper, np.random.default_rng(2))
    costs[name] = train(start, 400, 0.05)[1]
    q = activation_statistics(X, start, "relu")["mean_square"][-1]
    norm = gradient_norms(X, Y, start, "relu")[0]
    print(f"{name:7} at the start: q_20 = {q:.0e}, first gradient {norm:.0e}")
draw_starts(plt.figure(figsize=(8, 3.6)).gca(), costs);

# %% [markdown]
# Only He learns. One digit of difference, $2/n$ in place of $1/n$, is a factor of $2^{20}$, a
# million, in the mean square that reaches the last layer. The numbers at the start told it
# before the first step.
#
# He is no magic either: the road is rough, and with rate 0.3 this network fails from any of
# the three starts. Later weeks bring more help: better optimisers, batch norm, and layers with a
# short cut.

# %% [markdown]
# ## 11. Seven decisions
#
# One letter for each key.
#
# **which_zero** (section 2). The weights are random. And the biases? (a) They must be
# random too. (b) They may be zero. (c) They must be one. (d) Random, but smaller than the
# weights.
#
# **one_step** (section 2). Two ReLU layers and a sigmoid, all zeros, two thirds of the
# labels are 1. What does the first step move? (a) Everything. (b) $W_1$ and $b_1$.
# (c) $W_3$ only. (d) $b_3$ only.
#
# **cost_at_the_start** (section 3). Two classes, as many of each. The cost before the first
# step is 34. What happened? (a) Weights too large. (b) Weights too small. (c) All zero.
# (d) Learning rate too large.

# %% [markdown]
# **depth** (section 4). 50 layers, each a factor 0.9: what is left of 1? (a) 45. (b) 0.59.
# (c) 0.005. (d) 0.9.
#
# **width** (section 6). 400 inputs in place of 100. The weights should be (a) as before.
# (b) halved. (c) a quarter. (d) doubled.
#
# **which_start** (section 8). ReLU layers of 256 units: which standard deviation?
# (a) $\sqrt{2/256} = 0.088$. (b) $\sqrt{1/256} = 0.063$. (c) 0.01. (d) $2/256 = 0.008$.
#
# **no_gradient** (section 7). Thirty equal ReLU layers, weights a little too small: every
# layer's gradient is equally tiny. Why? (a) Only the first one's is. (b) ReLU's slope
# shrinks it. (c) What is not lost in front of a layer is lost behind it. (d) The biases are
# zero.

# %% tags=["exercise"]
from source.c2w1_initialization.reference import decisions

# %% tags=["checks"] points=7
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - Zeros do not move; equal units stay equal. Random weights break the symmetry, biases may
#   be zero.
# - A signal passes many factors: 0.9 or 1.1 per layer is nothing or far too much after 50.
# - The mean square foretells it: $q_l = c\, n^{[l-1]} \text{std}^2 q_{l-1}$, with $c =
#   \frac12$ for ReLU.
# - Backward the same matrices act, and each slope besides: the gradient is forward times
#   backward.
# - Xavier $1/n^{[l-1]}$ for tanh, He $2/n^{[l-1]}$ for ReLU, $2/(n^{[l-1]} + n^{[l]})$ to
#   look both ways. These are variances; the weights take the root.
