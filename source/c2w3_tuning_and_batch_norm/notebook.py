# %% [markdown] story="where to search, and a smoother road" writes="sampling on a scale, random search, batch norm in both directions"
# # Where to search, and a smoother road
#
# A learning rate, a batch size, a memory, layers, units: who chooses all these numbers? We do, by trying. Then
# how should we try? And can a network be built so that the choice matters less?
#
# We will learn to
#
# - say what to tune first, and throw dice instead of laying a grid;
# - draw a learning rate, or a memory $\beta$, on the right scale;
# - zoom in on the best settings;
# - normalise the scores of every layer, and send slopes back through it;
# - see what batch norm changes in a cost surface, and what it does not;
# - use it on one single picture.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c2w3_tuning_and_batch_norm")

# %% [markdown]
# ## 1. What to tune first
#
# Not every number is worth the same effort. An order that has proved itself:
#
# | rank | hyperparameter |
# |---|---|
# | 1 | learning rate $\alpha$ |
# | 2 | $\beta$ of momentum (near 0.9), number of hidden units, size of a mini-batch |
# | 3 | number of layers, decay of the learning rate |
# | hardly ever | $\beta_1 = 0.9$, $\beta_2 = 0.999$, $\epsilon = 10^{-8}$ of Adam |
#
# Which of them will matter in *our* problem we do not know beforehand. That has a consequence for the way we
# search.

# %% [markdown]
# ## 2. Dice, not a grid
#
# We can afford 25 trainings and have two numbers to tune, $\alpha$ and Adam's $\epsilon$. Shall we take five of
# each, and every pair? The second one hardly matters. So five trainings differ by something without effect, and
# after 25 of them we have seen *five* learning rates. Settings thrown at random show 25.
#
# A setting is a column. For $d$ hyperparameters, each between its own ends:
#
# $$p_{ji} = \text{low}_j + (\text{high}_j - \text{low}_j)\, u_{ji}, \qquad P\ (d, n),\ \text{low},
# \text{high}\ (d, 1) \tag{1}$$
#
# where all $u_{ji}$ are even in $[0, 1)$: each part of the range is as probable as any other.
#
# **Exercise (open): random_points.** Formula (1), one call of `rng.random`.

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import random_points

# %% tags=["checks"] points=8
check(random_points)

# %%
from helpers.figures.c2w3_tuning_and_batch_norm import draw_trials

line = np.linspace(-3.6, -0.4, 5), np.linspace(-9.6, -6.4, 5)
grid = np.stack([axis.ravel() for axis in np.meshgrid(*line)])  # (2, 25)
low, high = np.array([[-4.0], [-10.0]]), np.array([[0.0], [-6.0]])
thrown = random_points(low, high, 25, np.random.default_rng(3))
fig, axes = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True)
draw_trials(axes[0], grid, "Grid")
draw_trials(axes[1], thrown, "Dice");

# %% [markdown]
# The orange ticks below are the learning rates tried. With three hyperparameters the gap grows: 125 trainings
# would still show five values each.
#
# Both axes show *exponents*: $-3$ stands for $10^{-3}$. Why?
#
# ## 3. On which scale?
#
# "At random" does not mean evenly on the ruler. For 2, 3 or 4 layers, or for 50 to 100 units, it does. But for
# a learning rate from 0.0001 to 1, even draws waste 90 % of the trainings between 0.1 and 1. So draw the
# exponent evenly:
#
# $$r = a + (b - a)\, u, \quad a = \log_{10} \text{low},\ b = \log_{10} \text{high}, \qquad \alpha = 10^r \tag{2}$$

# %% [markdown]
# **Exercise: sample_log_uniform.** `n` numbers by (2). By hand: low 0.01, high 1 and $u = 0.25$ give
# $r = -2 + 2 \cdot 0.25 = -1.5$ and $\alpha = 0.0316$.
#
# Two traps: `rng.random` without brackets is a function, not a number. And $10^{-4} \cdot u$ is even again,
# only smaller.
#
# <details><summary>Hint</summary>
#
# What is drawn evenly, the number or its exponent? $r = a + (b - a) u$
#
# </details>

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import sample_log_uniform

# %% tags=["checks"] points=12
check(sample_log_uniform)

# %%
from helpers.figures.c2w3_tuning_and_batch_norm import draw_decades

rng = np.random.default_rng(1)
fig, axes = plt.subplots(1, 2, figsize=(9, 3), sharey=True)
draw_decades(axes[0], rng.uniform(1e-4, 1, 1000), "α drawn evenly")
draw_decades(axes[1], sample_log_uniform(1e-4, 1, 1000, rng), "exponent drawn evenly");

# %% [markdown]
# Left, of 1000 trainings one or none has a rate below 0.001. Right, each decade gets about a quarter.
#
# And a memory $\beta$ between 0.9 and 0.999? A moving average reaches back over about
#
# $$\frac{1}{1 - \beta} \tag{3}$$
#
# values, from 10 to 1000. Going from 0.9 to 0.9005 makes 10.05 of 10, no change at all. The same step from
# 0.999 to 0.9995 makes 2000 of 1000. It is the distance to 1 that has decades:
#
# $$1 - \beta = 10^r, \quad r \text{ even from } \log_{10}(1 - \text{high}) \text{ to } \log_{10}(1 -
# \text{low}) \tag{4}$$

# %% [markdown]
# **Exercise: sample_beta.** `n` memories by (4). For 0.9 to 0.999 the exponent lies in $[-3, -1]$; $u = 0.5$
# gives $r = -2$ and $\beta = 0.99$. Which end of $\beta$ belongs to $u = 0$?
#
# <details><summary>Hint</summary>
#
# Which function do we already have for drawing $1 - \beta$? $\beta = 1 - 10^r$
#
# </details>

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import sample_beta

# %% tags=["checks"] points=10
check(sample_beta)

# %%
rng = np.random.default_rng(2)
even, spread = rng.uniform(0.9, 0.999, 1000), sample_beta(0.9, 0.999, 1000, rng)
for name, beta in (("beta even    ", even), ("exponent even", spread)):
    window = 1 / (1 - beta)
    shares = [np.mean((window >= k) & (window < 10 * k)) for k in (10, 100)]
    print(f"{name}: windows of 10 to 100: {shares[0]:.1%}, of 100 to 1000: {shares[1]:.1%}")

# %% [markdown]
# Drawn evenly, nine of ten memories are short ones.
#
# ## 4. From coarse to fine
#
# Some settings were good. Is there a better one near them? Take the $k$ best, put a box around them, and search
# inside, more densely:
#
# $$\text{low}_j = \min_{i \in \text{best}} p_{ji}, \qquad \text{high}_j = \max_{i \in \text{best}} p_{ji}
# \tag{5}$$
#
# By hand: points $(-4, 5), (-3, 8), (-2, 6), (-1, 7)$ with costs 0.9, 0.3, 0.4, 0.7. The two best are the second
# and the third: low $(-3, 6)$, high $(-2, 8)$.
#
# **Exercise: shrink_box.** A training that blew up has cost `inf` and comes last by itself.
#
# <details><summary>Hint</summary>
#
# Which function gives the *places* of sorted numbers, not the numbers? The best: the first $k$ places.
#
# </details>

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import shrink_box

# %% tags=["checks"] points=10
check(shrink_box)

# %% [markdown]
# Below, a blue valley of good learning rates, narrow, while the other number does next to nothing. Compare grid,
# dice and coarse to fine with the same number of trainings. Then draw $\alpha$ itself instead of its exponent:
# where do all points go? One throw may be lucky, so try several.

# %%
from helpers.widgets import explore_search

explore_search(random_points, shrink_box)

# %% [markdown]
# Of 25 trainings, dice bring three or four into the valley; coarse to fine about eleven, since its second half stays
# there. The grid depends on luck: none with $n = 25$, a whole line of them with $n = 36$.

# %% [markdown]
# ## 5. One panda or a thousand fish
#
# What if one training takes two weeks? With one machine we raise a model *like a panda*: look at it every day,
# nudge the rate, take back what hurt. With many machines we do *as fish lay eggs*: many settings side by side, and
# the best curve wins. So computing power decides. Large models for advertising or vision are often pandas.
#
# And a good setting is not good forever. Data change, machines change: test again every few months. Ideas
# travel, too: layers made for pictures have helped with speech.

# %% [markdown]
# ## 6. Normalise every layer
#
# We have normalised the *input*, $(x - \mu) / \sigma$, and the bowl became round. But the third layer learns
# from the second, whose numbers are as crooked as any. Why not treat each layer's scores likewise? For one unit
# (one row) over the $m$ examples of a mini-batch:
#
# $$\mu = \frac1m \sum_i z^{(i)}, \qquad \sigma^2 = \frac1m \sum_i (z^{(i)} - \mu)^2 \tag{6}$$
#
# $$z_{\text{norm}}^{(i)} = \frac{z^{(i)} - \mu}{\sqrt{\sigma^2 + \epsilon}} \tag{7}$$
#
# $$\tilde z^{(i)} = \gamma z_{\text{norm}}^{(i)} + \beta, \qquad \mu, \sigma^2, \gamma, \beta\ (n, 1) \tag{8}$$

# %% [markdown]
# Why (8)? Not every unit is best with mean 0 and spread 1: a sigmoid would use only its straight middle. So
# $\gamma$ and $\beta$ are learnt like weights. (This $\beta$ has nothing to do with momentum or Adam.) Some
# normalise $a$, after the activation; we take $z$, before it.
#
# **Exercise: batch_norm_forward.** By hand: $z = (1, 3)$ has $\mu = 2$, $\sigma^2 = 1$; with $\epsilon = 0$,
# $z_{\text{norm}} = (-1, 1)$; $\gamma = 2$, $\beta = 5$ give $(3, 7)$.
#
# <details><summary>Hint</summary>
#
# Over which axis lie the examples of one unit, and which shape must the mean keep? $\mu\ (n, 1)$
#
# </details>

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import batch_norm_forward

# %% tags=["checks"] points=16
check(batch_norm_forward)

# %%
rng = np.random.default_rng(4)
W, b, A_prev = rng.normal(size=(3, 5)), rng.normal(size=(3, 1)), rng.normal(size=(5, 64))
gamma, beta, epsilon = np.full((3, 1), 1.5), np.full((3, 1), -2.0), 1e-5
Z = W @ A_prev + b
Z_tilde, cache = batch_norm_forward(Z, gamma, beta, epsilon)
print("means  ", Z.mean(axis=1), "->", Z_tilde.mean(axis=1))
print("spreads", Z.std(axis=1), "->", Z_tilde.std(axis=1))
moved, _ = batch_norm_forward(Z + 100, gamma, beta, epsilon)
same, _ = batch_norm_forward(Z, np.sqrt(cache["var"] + epsilon), cache["mu"], epsilon)
print(f"b + 100: {np.abs(moved - Z_tilde).max():.0e}   Z back: {np.abs(same - Z).max():.0e}")

# %% [markdown]
# Whatever the layers before do, mean and spread are now $\beta$ and $\gamma$. Two more results:
#
# - Adding 100 to $b$ changes nothing but rounding. Whatever is added to a row is part of its mean, and the mean is
#   subtracted. So $b$ is *dropped*; $\beta$ takes its place.
# - With $\gamma = \sqrt{\sigma^2 + \epsilon}$ and $\beta = \mu$ we get $z$ back. A network with batch norm can do
#   all that it could without.
#
# Move the three sliders. Which one leaves the orange picture alone?

# %%
from helpers.widgets import explore_batch_norm

explore_batch_norm(batch_norm_forward)

# %% [markdown]
# ## 7. The way back
#
# The slopes $d\tilde Z$ arrive from above. $\gamma$ and $\beta$ serve all examples, so their slopes are sums:
#
# $$d\gamma = \sum_i d\tilde z^{(i)} z_{\text{norm}}^{(i)}, \qquad d\beta = \sum_i d\tilde z^{(i)} \quad (n, 1)
# \tag{9}$$
#
# One $z$ acts in three ways: directly, through $\mu$, and through $\sigma^2$. With
# $g^{(i)} = \gamma\, d\tilde z^{(i)}$ they add up to
#
# $$dz^{(i)} = \frac{1}{\sqrt{\sigma^2 + \epsilon}} \Bigl( g^{(i)} - \frac1m \sum_k g^{(k)} -
# z_{\text{norm}}^{(i)} \frac1m \sum_k g^{(k)} z_{\text{norm}}^{(k)} \Bigr) \tag{10}$$

# %% [markdown]
# Read (10) aloud: from the slope its mean is taken away, and its part along $z_{\text{norm}}$. Naturally: to
# move all $z$ of a row together, or to stretch them, changes nothing in (7). No slope may point that way.
#
# **Exercise (open): batch_norm_backward.** (9) and (10). By hand: $z = (1, 1, 3, 3)$, $\gamma = 2$,
# $\epsilon = 0$, so $z_{\text{norm}} = (-1, -1, 1, 1)$. With $d\tilde z = (1, 0, 0, 0)$: $d\gamma = -1$,
# $d\beta = 1$, $g = (2, 0, 0, 0)$ and $dz = (1, -1, 0, 0)$.
#
# <details><summary>Hint</summary>
#
# Which two means of shape $(n, 1)$ occur? $\frac1m \sum g$ and $\frac1m \sum g\, z_{\text{norm}}$
#
# </details>

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import batch_norm_backward

# %% tags=["checks"] points=18
check(batch_norm_backward)

# %% [markdown]
# Is it the slope it claims to be? Take any cost, such as $J = \sum R \odot \tilde Z$ with a fixed table $R$, and
# nudge: one score, one scale, one shift.

# %%
rng, h = np.random.default_rng(5), 1e-5
R, args = rng.normal(size=(3, 64)), {"Z": Z, "gamma": gamma, "beta": beta}
slopes = batch_norm_backward(R, batch_norm_forward(Z, gamma, beta, epsilon)[1])
for name, slope in zip(args, slopes):
    nudge = np.zeros(args[name].shape)
    nudge[1, 0] = h
    up, down = (args | {name: args[name] + s * nudge} for s in (1, -1))
    costs = [np.sum(R * batch_norm_forward(**v, epsilon=epsilon)[0]) for v in (up, down)]
    print(f"{name:5}: {slope[1, 0]: .8f}   nudged: {(costs[0] - costs[1]) / (2 * h): .8f}")
print("rows of dZ add up to", slopes[0].sum(axis=1))

# %% [markdown]
# The rows of $dZ$ add up to 0. And since $db$ is just this sum, a bias before batch norm would never move
# anyway.
#
# ## 8. Into the network
#
# Each hidden layer is now $W A_{\text{prev}} \to$ batch norm $\to$ ReLU, with parameters $W$, $\gamma$, $\beta$;
# the last layer keeps its $b$ and its sigmoid. For each mini-batch: forward, backward, and
# $\gamma := \gamma - \alpha\, d\gamma$, $\beta := \beta - \alpha\, d\beta$ as for $W$. Momentum, RMSprop and Adam
# take them likewise.
#
# The next cells are not graded: read them, and look where batch norm stands.

# %% tags=["given"]
from source.c1w4_deep_network.reference import compute_cost, initialize_deep, linear_forward
from source.c1w2_logistic_regression.reference import sigmoid

# %%
dims, L = [2, 20, 20, 20, 20, 1], 5


def layer_forward(A_prev, p, l, normalise):
    Z, cache = linear_forward(A_prev, p[f"W{l}"], p[f"b{l}"]), None
    if l == L:
        return sigmoid(Z), (A_prev, Z, None)
    if normalise:
        Z, cache = batch_norm_forward(Z, p[f"gamma{l}"], p[f"beta{l}"], 1e-5)
    return np.maximum(Z, 0), (A_prev, Z, cache)


# %%
def layer_backward(dA, p, l, kept):
    (A_prev, Z, cache), grads = kept, {}
    dZ = dA * (Z > 0) if l < L else dA  # the last layer is handed dZ itself
    if cache:
        dZ, grads[f"gamma{l}"], grads[f"beta{l}"] = batch_norm_backward(dZ, cache)
    grads |= {f"W{l}": dZ @ A_prev.T, f"b{l}": dZ.sum(axis=1, keepdims=True)}
    return p[f"W{l}"].T @ dZ, grads


# %%
def forward(X, p, normalise):
    A, caches = X, []
    for l in range(1, L + 1):
        A, kept = layer_forward(A, p, l, normalise)
        caches.append(kept)
    return A, caches


# %%
def step(p, X, Y, normalise, rate):
    A, caches = forward(X, p, normalise)
    dA, grads = (A - Y) / Y.shape[1], {}  # the factor 1 / m is in here
    for l in range(L, 0, -1):
        dA, own = layer_backward(dA, p, l, caches[l - 1])
        grads |= own
    after = {k: p[k] - rate * grads.get(k, 0 * p[k]) for k in p}
    return after, compute_cost(A, Y), caches


# %%
def start(seed):
    p = initialize_deep(dims, np.random.default_rng(seed))
    ones = {f"gamma{l}": np.ones((dims[l], 1)) for l in range(1, L)}
    return p | ones | {f"beta{l}": np.zeros((dims[l], 1)) for l in range(1, L)}


# %%
def train(normalise, rate, steps, seed=2):
    p, costs = start(seed), []
    for _ in range(steps):
        p, cost, _ = step(p, X, Y, normalise, rate)
        costs.append(cost)
    return p, costs


# %% [markdown]
# The flower of 400 points, four hidden layers of 20 units, the same weights at the start: how do 200 steps go
# with a modest learning rate, and how with a bold one?

# %%
from helpers.datasets import make_flower
from helpers.plots import draw_costs

X, Y = make_flower()
fig, axes = plt.subplots(1, 3, figsize=(10, 3.2), sharey=True)
for ax, rate in zip(axes, (0.1, 1, 3)):
    costs = {"batch norm": train(True, rate, 200)[1], "plain": train(False, rate, 200)[1]}
    draw_costs(ax, costs, f"α = {rate}", unit="step", legend=rate == 3)
    ax.set(ylim=(0, 1.25), ylabel="cost J" if rate < 1 else "")

# %%
for rate in (0.1, 1, 3):
    p, costs = train(False, rate, 200)
    Z = forward(X, p, False)[1][-2][1]  # scores of the last hidden layer
    dead = np.mean(np.all(Z <= 0, axis=1))
    print(f"plain, rate {rate}: cost {costs[-1]:.3f}, dead units in the last layer {dead:.0%}")

# %% [markdown]
# With $\alpha = 0.1$ both arrive, batch norm earlier. With 1 and 3 the plain network jumps, then gets stuck: most
# units of its last hidden layer are dead, with $z \le 0$ for all 400 points, and so without a slope. Batch norm
# centres each row on its $\beta$, and trains on. The search of section 2 gets easier: more learning rates are good
# ones.
#
# What has become smoother? A slope is a promise: so much will $J$ fall, per length of the step. For how long is it
# kept? Eight networks, ten steps after the start: we go down the slope further and further, and only look.

# %%
from helpers.figures.c2w3_tuning_and_batch_norm import draw_along

t, along = np.linspace(0, 6, 25), {False: [], True: []}
for normalise in along:
    for seed in range(1, 9):
        p, _ = train(normalise, 0.1, 10, seed)
        ways = [step(p, X, Y, normalise, rate)[0] for rate in t]
        J = [compute_cost(forward(X, q, normalise)[0], Y) for q in ways]
        along[normalise].append(np.array(J) / J[0])
draw_along(plt.figure(figsize=(7, 3.4)).gca(), t, along[False], along[True]);

# %% [markdown]
# Five of the eight plain networks are above their start by length 4, one of them almost at once. With batch norm all
# eight are still below it. But let us not claim too much: these are the *first* steps, where roads are rough. Near the end of a training it can be the other way round, and a smaller $\alpha$ is due. Try `train(normalise,
# 0.3, 60, seed)`.

# %% [markdown]
# ## 9. Why does it help?
#
# The first answer was *covariate shift*. Train on black cats, test on coloured ones: the rule is the same, $x$ has
# moved, and the model fails. A layer deep inside suffers this all the time, since the layers before it learn.
# Batch norm holds at least mean and spread of its scores, and loosens the tie between layers.
#
# It sounds right and is probably not the main reason: networks with batch norm train well even when
# noise shifts each layer on purpose. What changes is what we have just seen: along the slope the surface is
# smoother, and larger steps are safe.

# %% [markdown]
# There is a side effect. $\mu$ and $\sigma$ come from a small batch, so they are noisy, and noise regularises a
# little, as dropout does. How noisy? The mean of $m$ examples strays by $\sigma / \sqrt m$. Let us measure, for
# $\sigma = 1$.

# %%
rng, one, zero = np.random.default_rng(6), np.ones((1, 1)), np.zeros((1, 1))
for size in (16, 64, 512):
    batches = rng.normal(size=(400, 1, size))
    mu = [batch_norm_forward(Z, one, zero, 1e-5)[1]["mu"] for Z in batches]
    print(f"m = {size:3d}: mu strays by {np.std(mu):.3f}   1 / sqrt(m) = {size**-0.5:.3f}")

# %% [markdown]
# From 64 to 512 the noise falls to about a third: larger batches regularise less. It is a side effect, not a
# purpose. If we want regularisation, we take dropout or a penalty, with batch norm if we like.

# %% [markdown]
# ## 10. One single picture
#
# After training one picture arrives. Its mean is itself: (7) makes 0 of every score, whatever the picture. We
# need $\mu$ and $\sigma^2$ from elsewhere. So during training each layer keeps a moving average of both, with
# momentum $\rho$ such as 0.9:
#
# $$\bar\mu := \rho\, \bar\mu + (1 - \rho)\, \mu, \qquad \bar\sigma^2 := \rho\, \bar\sigma^2 + (1 - \rho)\,
# \sigma^2 \tag{11}$$
#
# **Exercise (open): update_running.** Formula (11). By hand: from $\bar\mu = 0$ and $\bar\sigma^2 = 1$, a batch
# with 5 and 4 gives 0.5 and 1.3 for $\rho = 0.9$.

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import update_running

# %% tags=["checks"] points=8
check(update_running)

# %% [markdown]
# ### Bug hunt: batch_norm_inference
#
# After training $\bar\mu$ and $\bar\sigma^2$ take their places in (7), and each example goes its way alone:
#
# $$\tilde z = \gamma\, \frac{z - \bar\mu}{\sqrt{\bar\sigma^2 + \epsilon}} + \beta \tag{12}$$
#
# A colleague has tried his function on 200 points of a trained flower, found 97 % right, and shipped it. The first
# customer sent his points one by one: only 81.5 % were right, and each answer was practically 0 or 1, as if the
# network were quite sure. One line is wrong. Find it and mend it.
#
# <details><summary>Hint</summary>
#
# Which of his numbers would change if the other columns of $Z$ were different? In (12): none.
#
# </details>

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import batch_norm_inference

# %% tags=["checks"] points=12
check(batch_norm_inference)

# %% [markdown]
# Now with mini-batches of 64: train, keep the averages, then let the 400 points come one by one, first as in
# training, then by (12).

# %%
p, rng = start(2), np.random.default_rng(7)
running = {l: (np.zeros((20, 1)), np.ones((20, 1))) for l in range(1, L)}
for _ in range(400):
    batch = rng.permutation(400)[:64]
    p, cost, caches = step(p, X[:, batch], Y[:, batch], True, 0.3)
    for l in running:
        mu, var = caches[l - 1][2]["mu"], caches[l - 1][2]["var"]
        running[l] = update_running(*running[l], mu, var, 0.9)


# %%
def answer(X):
    A = X
    for l in range(1, L):
        Z = linear_forward(A, p[f"W{l}"], p[f"b{l}"])
        learnt = p[f"gamma{l}"], p[f"beta{l}"]
        A = np.maximum(batch_norm_inference(Z, *learnt, *running[l], 1e-5), 0)
    return sigmoid(linear_forward(A, p[f"W{L}"], p[f"b{L}"]))


# %%
points = [X[:, i : i + 1] for i in range(400)]
for name, f in (("as in training", lambda x: forward(x, p, True)[0]), ("by (12)", answer)):
    probability = np.hstack([f(x) for x in points])
    right = np.mean((probability > 0.5) == Y)
    print(f"{name:14}: {right:.1%} right, {len(np.unique(probability))} different answers")

# %% [markdown]
# As in training, a single point gets one and the same answer, whatever it is: half are right. It is a well-known
# bug, since nothing in the training shows it. By (12) the network is as good on one point as on many.

# %% [markdown]
# ## 11. Seven decisions
#
# One letter for each key.
#
# **first** (section 1). Nothing is tuned yet. What comes first? (a) The number of layers. (b) $\alpha$. (c) Adam's
# $\epsilon$. (d) The batch size.
#
# **distinct** (section 2). A 5 × 5 grid: how many values of $\alpha$ are tried? (a) 25. (b) 10. (c) 1. (d) 5.
#
# **scale** (section 3). Which one is drawn evenly as it stands? (a) Layers, 2 to 4. (b) $\alpha$, 0.0001 to 1.
# (c) $\beta$, 0.9 to 0.999. (d) A penalty $\lambda$, 0.00001 to 1.

# %% [markdown]
# **panda** (section 5). One machine; a training takes two weeks. (a) 16 side by side. (b) A 5 × 5 grid.
# (c) One model, watched and nudged. (d) One model, looked at only at the end.
#
# **two_betas** (section 6). Which $\beta$ is learnt by gradient descent? (a) That of momentum. (b) That of batch
# norm. (c) That of the running averages. (d) Those of Adam.
#
# **noise** (section 9). From batches of 64 to 512: what does batch norm do? (a) It regularises less. (b) More.
# (c) The same. (d) It never regularises.
#
# **why** (section 9). Why does batch norm probably help? (a) More weights. (b) Layers do not drift
# any more. (c) Noise. (d) A smoother cost surface.

# %% tags=["exercise"]
from source.c2w3_tuning_and_batch_norm.reference import decisions

# %% tags=["checks"] points=6
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - The learning rate first; dice instead of a grid, since we do not know which number matters.
# - Where decades count, draw the exponent: of $\alpha$, or of $1 - \beta$.
# - Zoom in on the best; raise a panda or lay many eggs; test again some day.
# - Batch norm sets mean and spread of each unit by $\beta$ and $\gamma$; $b$ is dropped.
# - Mean and variance lead back to every $z$; each row of $dZ$ adds up to 0.
# - It makes the surface smoother and large steps safe; drift is hardly the reason, and a little noise comes along.
# - At test time moving averages stand in for the batch.
