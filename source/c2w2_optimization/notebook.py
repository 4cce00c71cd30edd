# %% [markdown] story="down a long valley" writes="mini-batches, moving averages, momentum, RMSprop, Adam, schedules"
# # Down a long valley
#
# Gradient descent walks downhill, and often it is far too slow. What can be done, besides
# waiting?
#
# We will learn to
#
# - cut the training set into mini-batches, and read a cost curve that jumps;
# - average a series with one number of memory, and mend its first days;
# - build momentum, RMSprop and Adam from that average;
# - find the bug in an Adam that is right on its first step;
# - race the four down landscapes, and train a network with them;
# - shrink the learning rate in time;
# - tell a minimum from a saddle, and a saddle from a plateau.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c2w2_optimization")

# %%
progress()

# %% [markdown]
# ## 1. Two complaints
#
# Every step of gradient descent is
#
# $$W := W - \alpha\, dW, \qquad b := b - \alpha\, db \tag{1}$$
#
# **It waits too long.** One step needs the slope over all examples. With 5,000,000 of
# them, we read 5,000,000 examples and move once.
#
# **It points the wrong way.** Take $J(w, b) = (w^2 + 40 b^2)/20$, a valley 40 times as
# steep across ($b$) as along ($w$). Its slopes are $w/10$ and $4b$, so a step multiplies
# $w$ by $1 - \alpha/10$ and $b$ by $1 - 4\alpha$. Which $\alpha$ is best?

# %%
from helpers.figures.c2w2_optimization import draw_paths

def J(w, b):
    return (w**2 + 40 * b**2) / 20

steps, start, sides = np.arange(21)[:, None], np.array([-8.5, 1.23]), ((-10, 5), (-2.2, 2.2))
paths = {f"α = {a}": start * [1 - a / 10, 1 - 4 * a] ** steps for a in (0.1, 0.45, 0.51)}
draw_paths(plt.figure(figsize=(9, 3.6)).gca(), J, paths, *sides, "20 steps: too small, good, too large");

# %% [markdown]
# With 0.1 the path creeps along the floor. With 0.51 the factor of $b$ is $-1.04$: every
# step lands a little higher on the other wall. So $\alpha$ must stay below 0.5, because of
# the steep direction. With 0.45 the factor of $w$ is 0.955, and after 20 steps 40 % of the
# way is still ahead: the shallow direction pays for it.
#
# Sections 2 and 3 answer the first complaint, sections 4 to 11 the second.

# %% [markdown]
# ## 2. Moving before the whole set is seen
#
# Does a slope really need all examples? A thousand of them point nearly the same way. So
# we cut the set into *mini-batches*:
#
# $$X = \big[ X^{\lbrace 1 \rbrace} \;\; X^{\lbrace 2 \rbrace} \;\; \cdots \big], \qquad
# X^{\lbrace t \rbrace}\ (n_x, \text{size}), \quad Y^{\lbrace t \rbrace}\ (1, \text{size}) \tag{2}$$
#
# Curly brackets count batches, round ones examples, square ones layers. With $m$ =
# 5,000,000 and size 1000 there are 5000 batches, and 5000 steps in one pass over the set.
# A pass is called an *epoch*. With $m$ = 1000 and size 64: 16 batches, the last one with
# 40 examples.

# %% [markdown]
# ### Exercise: random_mini_batches
#
# Neighbours in a file are often alike: all cats first, then all dogs. So we shuffle before
# we cut, anew in each epoch. A column of $X$ and its label must stay together.
#
# One draw does it: `rng.permutation(m)` is a list of column numbers in random order.
#
# <details><summary>Hint</summary>
#
# What does `X[:, order]` do to the columns, and what would the same `order` do to Y?
# Batch $t$ begins at column $(t - 1) \cdot \text{size}$ of the shuffled set.
#
# </details>

# %% tags=["exercise"]
from source.c2w2_optimization.reference import random_mini_batches

# %% tags=["checks"] points=13
check(random_mini_batches)

# %% [markdown]
# ## 3. One epoch
#
# For each batch: forward, cost, backward, update, with the functions of the deep network.
# The cost is that of the batch alone,
#
# $$J^{\lbrace t \rbrace} = \frac{1}{\text{size}} \sum_{i} \mathcal{L}\big(\hat y^{(i)}, y^{(i)}\big)
# \;+\; \frac{\lambda}{2\, \text{size}} \sum_{l} \lVert W^{[l]} \rVert_F^2 \tag{3}$$
#
# with the second part only under weight decay; here $\lambda = 0$. One epoch makes
#
# $$\lceil m / \text{size} \rceil \text{ steps} \tag{4}$$
#
# Our set: 2000 points on two moons. Somebody measured $x_1$ in a unit ten times as small,
# and nobody normalised. That makes a valley. One loop, `train`, will do for the whole
# notebook: `step` is the update rule, `memories` the number of averages that it carries.

# %%
from helpers.datasets import make_moons
from helpers.plots import draw_classes

units = np.array([[10.0], [1.0]])
X, Y = make_moons(2000, seed=1, noise=0.2)
X_test, Y_test = make_moons(1000, seed=2, noise=0.2)
X, X_test, layer_dims = units * X, units * X_test, [2, 16, 8, 1]
ax = draw_classes(plt.figure(figsize=(6, 3.4)).gca(), X, Y, s=14)
ax.set(xlabel="$x_1$", ylabel="$x_2$", title="Look at the two scales");

# %% tags=["given"]
from source.c1w4_deep_network.reference import initialize_deep, deep_forward, compute_cost
from source.c1w4_deep_network.reference import deep_backward, update_parameters, predict

# %%
def train(step, memories, X, Y, num_epochs=10, batch_size=64):
    parameters, rng = initialize_deep(layer_dims, np.random.default_rng(1)), np.random.default_rng(2)
    memory, costs = [{"d" + key: 0 * W for key, W in parameters.items()}] * memories, []
    for _ in range(num_epochs):
        for X_t, Y_t in random_mini_batches(X, Y, batch_size, rng):
            AL, caches = deep_forward(X_t, parameters)
            costs.append(compute_cost(AL, Y_t))
            grads = deep_backward(AL, Y_t, caches)
            parameters, *memory = step(parameters, grads, memory, len(costs))
    return parameters, costs

# %%
from helpers.figures.c2w2_optimization import draw_batch_costs

def descend(parameters, grads, memory, t):
    return (update_parameters(parameters, grads, 0.03),)

costs = {size: train(descend, 0, X, Y, epochs, size)[1][:160]
         for size, epochs in ((2000, 160), (64, 5), (1, 1))}
fig, axes = plt.subplots(1, 3, figsize=(10, 3.2), sharey=True)
draw_batch_costs(axes, costs, 2000);

# %% [markdown]
# 160 steps each. With the whole set (*batch gradient descent*) the cost falls at every
# single step; a rise would mean that $\alpha$ is too large, or a bug. With 64 it goes down
# on the whole and jumps on the way: some batches are harder than others. With one example
# per step (*stochastic gradient descent*) it is hard to see a trend, but only 160 of the
# 2000 examples were looked at, 2000 times fewer than on the left.
#
# What do the three look like from above? A line through 256 points has two parameters, so
# we can watch. And how long does an epoch take on this machine?

# %%
from time import perf_counter

from helpers.figures.c2w2_optimization import draw_batch_paths

draw_batch_paths(plt.figure(figsize=(8, 3.6)).gca(), random_mini_batches)
for size in (1, 8, 64, 512, 2000):
    began = perf_counter()
    _, run = train(descend, 0, X, Y, 1, size)
    print(f"size {size:4d}: {len(run):4d} steps, {1000 * (perf_counter() - began):6.1f} ms")

# %% [markdown]
# Size 1 wanders, for ever. The whole set walks straight, at 256 examples a step. Size 32 is
# nearly as straight for an eighth of the price. And the clock: size 1 throws away the speed
# of array operations, each call handles one column. The best sizes lie in between:
#
# - up to about 2000 examples: take the whole set;
# - beyond: 64, 128, 256 or 512 (1024 is rarer), powers of two, which suit the hardware;
# - a batch must fit into the memory of CPU or GPU, or the speed falls off a cliff.
#
# The size is a hyperparameter: try a few. (Our 2000 moons are at the limit; we stay with 64.)

# %% [markdown]
# ## 4. Yesterday's weather
#
# Now to the second complaint. The slope across the valley changes its sign at each step;
# the slope along it does not. An *average* of the last slopes would lose the one and keep
# the other. How do we average the last days of a series, cheaply?
#
# Here is a series: a year of temperatures in a London that the package makes up. We go
# through the days with a single number $v$, from $v_0 = 0$:
#
# $$v_t = \beta\, v_{t-1} + (1 - \beta)\, \theta_t \tag{5}$$
#
# This is an *exponentially weighted average*.

# %% [markdown]
# ### Exercise: exponentially_weighted_average
#
# By hand, with $\beta = 0.9$ and the first days 40, 49 and 45 °F (4, 9 and 7 °C):
# $v_1 = 0.1 \cdot 40 = 4$, $v_2 = 0.9 \cdot 4 + 0.1 \cdot 49 = 8.5$, and $v_3 = 12.15$.
#
# To follow the average we keep the $v$ of each day, in an array of shape $(T,)$. The
# method itself needs no more than the last one: one number, written over each day.
#
# <details><summary>Hint</summary>
#
# What must be known to compute $v_2$? Not $\theta_1$: only $v_1$ and $\theta_2$.
#
# </details>

# %% tags=["exercise"]
from source.c2w2_optimization.reference import exponentially_weighted_average

# %% tags=["checks"] points=10
check(exponentially_weighted_average)

# %%
from helpers.datasets import make_temperatures
from helpers.figures.c2w2_optimization import draw_average, draw_memory

theta = make_temperatures()
curves = {f"β = {beta}": exponentially_weighted_average(theta, beta) for beta in (0.5, 0.9, 0.98)}
draw_average(plt.figure(figsize=(9, 3.6)).gca(), theta, curves);

# %% [markdown]
# $\beta = 0.5$ follows every cold snap. 0.9 shows the season. 0.98 is smoothest, but comes
# weeks late: it trusts the past so much that new days hardly count.
#
# **How many days are in it?** Put (5) into itself, with $\beta = 0.9$:
#
# $$v_{100} = 0.1\, \theta_{100} + 0.1 \cdot 0.9\, \theta_{99} + 0.1 \cdot 0.9^2\,
# \theta_{98} + \cdots \tag{6}$$
#
# The weights 0.1, 0.09, 0.081, ... fade. After 10 days $0.9^{10} = 0.349$ is left, about
# $1/e = 0.368$. In general $(1 - \varepsilon)^{1/\varepsilon} \approx 1/e$: a third is left
# after $1/(1 - \beta)$ days. That many days, roughly, are remembered.

# %%
weights = 0.1 * 0.9 ** np.arange(100)  # newest day first
unrolled = weights @ theta[99::-1]
print(exponentially_weighted_average(theta, 0.9)[99], unrolled)
draw_memory(plt.figure(figsize=(8, 3.2)).gca())
print("left after 1 / (1 - β) days:", [round(b ** (1 / (1 - b)), 3) for b in (0.5, 0.9, 0.98)])

# %% [markdown]
# Sum and recursion agree; 0.5, 0.9, 0.98 remember 2, 10 and 50 days.
#
# ## 5. The first days
#
# On day 1 it is 40 °F, and $v_1$ says 4. Why? The average began at 0, and 0 still has most
# of the weight. The weights of real days add up to $(1 - \beta)(1 + \beta + \dots +
# \beta^{t-1}) = 1 - \beta^t$ only. So we divide by that:
#
# $$\hat v_t = \frac{v_t}{1 - \beta^t} \tag{7}$$
#
# With $\beta = 0.98$: $\hat v_2 = (0.0196\, \theta_1 + 0.02\, \theta_2) / 0.0396$.
#
# **Exercise (open): correct_bias.** Formula (7), $t = 1, \dots, T$. By hand: 4, 8.5 and 12.15
# with $\beta = 0.9$ become 40, 44.74 and 44.83.

# %% tags=["exercise"]
from source.c2w2_optimization.reference import correct_bias

# %% tags=["checks"] points=8
check(correct_bias)

# %%
v = exponentially_weighted_average(np.full(60, 7.0), 0.98)  # 60 days of 7 degrees
fixed = correct_bias(v, 0.98)
for t in (1, 2, 10, 60):
    print(f"day {t:2d}: v = {v[t - 1]:.3f}   corrected: {fixed[t - 1]:.3f}")

# %% [markdown]
# A constant series must give that constant, and the corrected average does from day 1. The
# plain one is still 30 % short after 60 days. Later $\beta^t$ fades and both agree, so many
# people do without the correction, and wait.
#
# Move $\beta$, switch the correction on, look at the first 30 days.

# %%
from helpers.widgets import explore_weighted_average

explore_weighted_average(exponentially_weighted_average, correct_bias)

# %% [markdown]
# ## 6. Momentum
#
# Take slopes in place of temperatures, and walk along their average:
#
# $$v_{dW} := \beta\, v_{dW} + (1 - \beta)\, dW, \qquad W := W - \alpha\, v_{dW} \tag{8}$$
#
# and the same for $b$, from $v = 0$. Think of a ball in a bowl: $dW$ is its acceleration,
# $v$ its velocity, $\beta < 1$ is friction. Across the valley slopes cancel, along it they
# add up. $\beta = 0.9$, about ten slopes, is nearly always good; the bias correction is
# left out.
#
# (Some write $v := \beta v + dW$. Their $v$ is $1/(1 - \beta)$ times ours, so they need
# $\alpha (1 - \beta)$. With (8), $\beta$ can change without a new $\alpha$.)

# %% [markdown]
# ### Exercise: update_with_momentum
#
# One weight, one bias, by hand: $W = 1$, $b = 2$, slopes 4 and $-2$, $v = 0$, $\beta = 0.9$,
# $\alpha = 0.5$. Then $v = 0.4$ and $-0.2$, so $W = 1 - 0.5 \cdot 0.4 = 0.8$ and $b = 2.1$.
#
# All parameters are in one dict (`"W1"`, `"b1"`, ...), slopes and averages in two more with
# a `d` in front of the names. Return new dicts: the arguments stay as they are.
#
# <details><summary>Hint</summary>
#
# Which keys does `v` have, and how does one get from `"W1"` to the key of its slope? Old or
# new $v$ in the second half of (8)?
#
# </details>

# %% tags=["exercise"]
from source.c2w2_optimization.reference import update_with_momentum

# %% tags=["checks"] points=12
check(update_with_momentum)

# %%
def roll(step, memories, num_steps=60):
    p = {"W1": np.array([[-8.5]]), "b1": np.array([[1.23]])}
    memory, path = [{"dW1": np.zeros((1, 1)), "db1": np.zeros((1, 1))}] * memories, []
    for t in range(1, num_steps + 2):
        path.append((p["W1"][0, 0], p["b1"][0, 0]))
        grads = {"dW1": p["W1"] / 10, "db1": 4 * p["b1"]}
        p, *memory = step(p, grads, memory, t)
    return np.array(path)

# %%
paths = {
    "gradient descent": roll(lambda p, g, m, t: (update_parameters(p, g, 0.45),), 0),
    "momentum": roll(lambda p, g, m, t: update_with_momentum(p, g, *m, 1.0, 0.9), 1),
}
draw_paths(plt.figure(figsize=(9, 3.6)).gca(), J, paths, *sides, "60 steps: zigzag, or wide curves")
{name: round(float(J(*path[-1])), 4) for name, path in paths.items()}

# %% [markdown]
# With momentum $\alpha = 1$ is no trouble, twice the limit of plain descent. The ball swings
# to and fro, even past the goal; after 60 steps its cost is a tenth of the other. At the
# *same* $\alpha$ it gains little here: its gift is the larger $\alpha$ that it allows.
#
# ## 7. RMSprop
#
# Why not divide each slope by its own usual size? The steep direction gets shorter steps,
# the shallow one longer ones. The usual size is the root of the mean square:
#
# $$s_{dW} := \beta_2\, s_{dW} + (1 - \beta_2)\, dW^2, \qquad
# W := W - \alpha\, \frac{dW}{\sqrt{s_{dW}} + \epsilon} \tag{9}$$

# %% [markdown]
# The square, the root and the division work element by element; $b$ has an $s$ of its own.
# $\epsilon = 10^{-8}$ keeps the division finite where a slope is 0.
#
# Where does it belong? Some books print $\sqrt{s + \epsilon}$; libraries and the paper on
# Adam add it to the root, and so do we. Only for tiny slopes does it matter. (RMSprop came
# from no paper: it was first shown on a slide of an online lecture.)
#
# **Exercise (open): update_with_rmsprop.** By hand: slopes 4 and $-2$, $s = 0$, $\beta_2 =
# 0.75$, $\alpha = 0.5$. Then $s = 4$ and $1$; both steps have size 1, whatever the slopes.

# %% tags=["exercise"]
from source.c2w2_optimization.reference import update_with_rmsprop

# %% tags=["checks"] points=12
check(update_with_rmsprop)

# %%
p, s = {"W1": np.array([[-8.5]]), "b1": np.array([[1.23]])}, {"dW1": np.zeros((1, 1)), "db1": np.zeros((1, 1))}
for _ in range(4):
    grads = {"dW1": p["W1"] / 10, "db1": 4 * p["b1"]}
    p, s = update_with_rmsprop(p, grads, s, 0.3, 0.9, 1e-8)
    steps = [0.3 * grads[k].item() / s[k].item() ** 0.5 for k in ("dW1", "db1")]
    print(f"slopes {grads['dW1'].item():6.3f} {grads['db1'].item():6.3f}   steps {steps[0]:6.3f} {steps[1]:6.3f}")

# %% [markdown]
# At the start the slope across is six times that along, and the steps are alike: 0.949
# each. As $b$ comes down to the floor its steps shrink with its slope; $w$ walks on.
#
# Is 0.949 not rather long for $\alpha = 0.3$? On step 1 $s$ is only $0.1\, dW^2$, so the
# step is $\alpha / \sqrt{0.1} = 3.16\, \alpha$. With $\beta_2 = 0.999$ it would be 31.6
# $\alpha$. We have met this: it is the bias of the first days.
#
# ## 8. Adam
#
# Momentum above the line, RMSprop below it, both corrected:
#
# $$v := \beta_1 v + (1 - \beta_1)\, dW, \qquad s := \beta_2 s + (1 - \beta_2)\, dW^2 \tag{10}$$

# %% [markdown]
# $$\hat v = \frac{v}{1 - \beta_1^t}, \qquad \hat s = \frac{s}{1 - \beta_2^t} \tag{11}$$
#
# $$W := W - \alpha\, \frac{\hat v}{\sqrt{\hat s} + \epsilon} \tag{12}$$
#
# for each weight and each bias, with $t = 1$ on the first step. The name is short for
# *adaptive moment estimation*: $v$ estimates the first moment of the slopes (their mean),
# $s$ the second (the mean of their squares). Usual values: $\beta_1 = 0.9$, $\beta_2 =
# 0.999$, $\epsilon = 10^{-8}$, hardly ever touched; $\alpha$ has to be tuned.
#
# On step 1, $\hat v = dW$ and $\hat s = dW^2$: the step is $\alpha$ in each direction.

# %% [markdown]
# ### Exercise: update_with_adam
#
# By hand, slopes 4 and $-2$, $t = 1$, $\alpha = 0.5$: $W = 1 - 0.5 = 0.5$ and $b = 2 + 0.5 =
# 2.5$, for any $\beta_1$ and $\beta_2$.
#
# Return three dicts: parameters, $v$ and $s$. The averages come back *plain*. The correction
# is made anew at each step, and must not find its way into the memory.
#
# <details><summary>Hint</summary>
#
# What would (10) do tomorrow with a $v$ that was divided today? $\hat v$ and $\hat s$ live
# for one step only.
#
# </details>

# %% tags=["exercise"]
from source.c2w2_optimization.reference import update_with_adam

# %% tags=["checks"] points=15
check(update_with_adam)

# %%
paths = {
    "gradient descent": roll(lambda p, g, m, t: (update_parameters(p, g, 0.45),), 0),
    "momentum": roll(lambda p, g, m, t: update_with_momentum(p, g, *m, 1.0, 0.9), 1),
    "RMSprop": roll(lambda p, g, m, t: update_with_rmsprop(p, g, *m, 0.3, 0.9, 1e-8), 1),
    "Adam": roll(lambda p, g, m, t: update_with_adam(p, g, *m, t, 0.3, 0.9, 0.9, 1e-8), 2),
}
draw_paths(plt.figure(figsize=(9, 3.8)).gca(), J, paths, *sides, "60 steps, four ways down")
{name: [round(float(J(*path[k])), 3) for k in (10, 20, 60)] for name, path in paths.items()}

# %% [markdown]
# After 20 steps RMSprop is lowest. Then it jumps around its goal: small slopes have a small
# root, so steps stay about $\alpha$ long.
#
# ## 9. Bug hunt: adam_one_weight
#
# A colleague wrote Adam for one weight. He made one step, got exactly $\alpha$, as he
# should, and shipped it. Later he heard: "your Adam is three times slower than mine". One
# line is wrong. Find it and mend it.
#
# What would a test need? Where the slope is constant, every average of slopes is that slope,
# so *every* step is $\alpha$.
#
# <details><summary>Hint</summary>
#
# With slope 3, what are $v$ and $s$ at $t = 2$, and what divides them to 3 and 9? Does the loop
# use all its variables?
#
# </details>

# %% tags=["exercise"]
from source.c2w2_optimization.reference import adam_one_weight

# %% tags=["checks"] points=8
check(adam_one_weight)

# %% [markdown]
# $1 - \beta$ is right on day 1 only: in time $v$ is ten times too large, $s$ a thousand times,
# and steps sink to $10/\sqrt{1000}$, a third of $\alpha$.
#
# ## 10. The race
#
# Your four rules, side by side. Press Play, then try to find out:
#
# - Long valley: which is the largest $\alpha$ for gradient descent? For momentum?
# - RMSprop with $\beta_2 = 0.999$: how long is its first step?
# - Saddle: who waits longest, and why does momentum not help?
# - Plateau: which two do not care that the slope is tiny?
# - Noisy bowl: what do large $\beta_1$ and small $\alpha$ do at the end?

# %%
from helpers.widgets import explore_optimizers

explore_optimizers(update_parameters, update_with_momentum, update_with_rmsprop, update_with_adam)

# %% [markdown]
# Plain descent breaks at 0.5; with momentum 4 still works. On the plateau RMSprop and Adam
# divide a tiny slope by its tiny size and walk on, $\alpha$ per step, while the others stand.
# In the saddle the slope is small *and new*: an average of older slopes only comes late.
#
# ## 11. On the moons
#
# And a real network? Same start, same batches, ten epochs. To be fair, each rule gets
# several $\alpha$ and keeps the one with the lowest cost on the whole training set. The
# costs of single batches jump, so we draw them through our own average, $\beta = 0.98$, its
# first days mended.

# %%
from helpers.figures.c2w2_optimization import draw_comparison, draw_schedules
from helpers.plots import draw_plane

rules = {
    "gradient descent": (0, lambda p, g, m, t, a: (update_parameters(p, g, a),)),
    "momentum": (1, lambda p, g, m, t, a: update_with_momentum(p, g, *m, a, 0.9)),
    "RMSprop": (1, lambda p, g, m, t, a: update_with_rmsprop(p, g, *m, a, 0.9, 1e-8)),
    "Adam": (2, lambda p, g, m, t, a: update_with_adam(p, g, *m, t, a, 0.9, 0.999, 1e-8)),
}

# %%
def run(name, X, alpha, num_epochs=10):
    """Train one rule; alpha is a number, or one for each epoch."""
    memories, rule = rules[name]
    rates = np.broadcast_to(alpha, num_epochs)
    return train(lambda p, g, m, t: rule(p, g, m, t, rates[(t - 1) // 32]), memories, X, Y, num_epochs)

# %%
smooth = {}
for name in rules:
    runs = {alpha: run(name, X, alpha) for alpha in (0.003, 0.01, 0.03, 0.1, 0.3)}
    ends = {a: compute_cost(deep_forward(X, p)[0], Y) for a, (p, _) in runs.items()}
    best = min(ends, key=ends.get)
    print(f"{name:17s} best α = {best:<6} J = {ends[best]:.3f}")
    v = exponentially_weighted_average(np.array(runs[best][1]), 0.98)
    smooth[name] = correct_bias(v, 0.98)
draw_comparison(plt.figure(figsize=(9, 3.8)).gca(), smooth, per_epoch=32);

# %%
best = {"gradient descent": 0.1, "momentum": 0.3, "RMSprop": 0.03, "Adam": 0.03}
trained = {name: run(name, X, alpha)[0] for name, alpha in best.items()}
fig, axes = plt.subplots(2, 2, figsize=(10, 6))
for ax, (name, p) in zip(axes.flat, trained.items(), strict=True):
    title = f"{name}: {np.mean(predict(X_test, p) == Y_test):.1%} right"
    draw_plane(ax, lambda X, p=p: predict(X, p), X_test, Y_test, title)

# %% [markdown]
# Ten epochs, 320 steps. Gradient descent has found little more than a slanted line, 90 %.
# Momentum begins to bend, RMSprop has one moon, Adam has both: 96.5 %, about as good as it
# gets with this much noise.
#
# Does Adam always win? Mend the units, so that both features have one scale:

# %%
for name, alpha in (("gradient descent", 1.0), ("momentum", 1.0), ("Adam", 0.03)):
    parameters, _ = run(name, X / units, alpha)
    cost = compute_cost(deep_forward(X / units, parameters)[0], Y)
    right = np.mean(predict(X_test / units, parameters) == Y_test)
    print(f"{name:17s} α = {alpha:<5} J = {cost:.3f}   test {right:.3f}")

# %% [markdown]
# In a rounder valley all are close, and momentum is as good as Adam. Normalising came first
# last week for a reason: it helps every rule. Adam's merit is that it forgives, bad units
# as well as an $\alpha$ that is off by ten.
#
# ## 12. Smaller and smaller steps
#
# With mini-batches the slope never becomes 0: a fixed $\alpha$ walks around the minimum for
# ever. So: large steps first, small ones later. For epochs 1, 2, 3, ...

# %% [markdown]
# $$\text{inverse:}\quad \alpha = \frac{\alpha_0}{1 + \text{decay} \cdot \text{epoch}} \tag{13}$$
#
# $$\text{exponential:}\quad \alpha = \alpha_0 \cdot \text{decay}^{\,\text{epoch}} \tag{14}$$
#
# $$\text{root:}\quad \alpha = \frac{k\, \alpha_0}{\sqrt{\text{epoch}}}, \quad k = \text{decay} \tag{15}$$
#
# $$\text{staircase:}\quad \alpha = \alpha_0 / 2^{\lfloor \text{epoch} / \text{decay} \rfloor} \tag{16}$$
#
# And some watch a training that takes days, and turn $\alpha$ down by hand.
#
# **Exercise (open): decayed_learning_rate.** All four, by name. From $\alpha_0 = 0.2$: (13)
# with decay 1 gives 0.1, 0.067, 0.05, 0.04; (14) with 0.95 gives 0.1805 at epoch 2; (15) with
# 1 gives 0.1 at epoch 4; (16) with 10 gives 0.05 at epoch 25.

# %% tags=["exercise"]
from source.c2w2_optimization.reference import decayed_learning_rate

# %% tags=["checks"] points=10
check(decayed_learning_rate)

# %% [markdown]
# RMSprop was the one that jumped around its goal. Does a schedule calm it? 30 epochs on the
# moons from $\alpha_0 = 0.1$, and the same for plain gradient descent. We print the mean cost
# of the last five epochs.

# %%
kinds = {"inverse": 0.3, "exponential": 0.85, "root": 1.0, "staircase": 8}
rates = {f"{kind}, {k:g}": [decayed_learning_rate(kind, 0.1, epoch, k) for epoch in range(1, 31)]
         for kind, k in kinds.items()}
draw_schedules(plt.figure(figsize=(8, 3.4)).gca(), rates)
print(" " * 20, "RMSprop   gradient descent")
for kind, alphas in {"fixed": 0.1, **rates}.items():
    runs = [run(name, X, alphas, 30)[1] for name in ("RMSprop", "gradient descent")]
    ends = [np.mean(costs[-160:]) for costs in runs]
    print(f"{kind:20s} {ends[0]:.4f}    {ends[1]:.4f}")

# %% [markdown]
# RMSprop gains by every schedule: 0.116 becomes 0.076 with the exponential one. Gradient
# descent gains with the patient staircase only. It was not wandering around a minimum, it
# was still far away, and three of the schedules tired it out on the road.
#
# So a schedule is no substitute: first a good fixed $\alpha$, then, lower on the list, decay.
#
# ## 13. Where the slope is zero
#
# Can a descent get stuck in a poor minimum? People feared that long, with pictures of
# landscapes over two parameters in mind. All slopes are 0 in a minimum, but also in a maximum
# and in a *saddle*: up one way, down the other.

# %%
from helpers.figures.c2w2_optimization import draw_signs, draw_stationary

draw_stationary(plt.figure(figsize=(10, 3.6)));

# %% [markdown]
# How do we tell? By the curvatures. The second derivatives form a symmetric matrix $H$, the
# *Hessian*: $H_{ij} = \partial^2 J / \partial w_i \partial w_j$. For $w^2 - b^2$ it is
# $\begin{bmatrix} 2 & 0 \\ 0 & -2 \end{bmatrix}$. Its eigenvalues are the curvatures along
# directions that do not mix: all positive is a minimum, all negative a maximum, both signs a
# saddle. An eigenvalue of 0 says nothing about its direction.
#
# **Exercise (open): classify_stationary_point.** From $H$ to a word. Why not from the diagonal
# alone? Try $\begin{bmatrix} 1 & 3 \\ 3 & 1 \end{bmatrix}$, which bends down along $(1, -1)$.
# Rounding makes 0 a number such as $10^{-17}$: the docstring says what counts as 0.

# %% tags=["exercise"]
from source.c2w2_optimization.reference import classify_stationary_point

# %% tags=["checks"] points=6
check(classify_stationary_point)

# %% [markdown]
# How often is a stationary point a minimum? If each of $n$ directions bent up or down by the
# toss of a coin, $2^{-n}$. For 20,000 parameters that is about $10^{-6020}$. Let us count
# among random symmetric matrices.

# %%
rng, shares = np.random.default_rng(0), {}
for n in range(1, 7):
    A = rng.standard_normal((3000, n, n))
    kinds = [classify_stationary_point(a + a.T) for a in A]
    shares[n] = kinds.count("minimum") / len(kinds)
draw_signs(plt.figure(figsize=(7, 3.4)).gca(), shares)
shares

# %% [markdown]
# Rarer still than with coins: curvatures of one matrix push each other apart. So with
# thousands of parameters nearly every point of slope 0 has a way down. The trouble is not to
# be stuck for ever. It is *time*: around a saddle lies a *plateau*, a wide region with hardly
# any slope, and plain descent takes very long to cross it. Momentum with a larger $\alpha$,
# RMSprop and Adam get over it sooner: back to section 10, Plateau and Saddle.
#
# (A real cost is no random matrix. That low minima of large networks are mostly good enough is
# experience, not a theorem.)

# %% [markdown]
# ## 14. Eight decisions
#
# One letter for each key.
#
# **updates** (section 2). 5,000,000 examples, batches of 1000: updates in 10 epochs?
# (a) 10. (b) 5000. (c) 50,000. (d) 50,000,000.
#
# **small_set** (section 3). 1500 examples: which size? (a) All 1500. (b) 64, noise is needed.
# (c) 1. (d) 2048, a power of two.
#
# **jagged_cost** (section 3). Size 64: the cost falls, but every other step is a rise.
# (a) A bug. (b) All is well. (c) $\alpha$ must shrink until it never rises. (d) Take
# smaller batches.
#
# **memory** (section 4). $\beta = 0.9$, about 10 days: how many numbers are kept from day to
# day? (a) 10. (b) 1. (c) All so far.

# %% [markdown]
# **without_factor** (section 6). A library uses $v := 0.9\, v + dW$, $W := W - \alpha v$. Which
# of its $\alpha$ walks like our 0.01? (a) 0.01. (b) 0.1. (c) 0.001.
#
# **first_to_tune** (section 8). With Adam, we tune first (a) $\alpha$. (b) $\beta_1$. (c)
# $\beta_2$. (d) $\epsilon$.
#
# **decay_when** (section 12). Nothing is tuned yet. Which first? (a) A schedule; it mends a bad
# $\alpha$. (b) With Adam neither matters. (c) A good fixed $\alpha$, then a schedule.
#
# **stuck** (section 13). 10,000 parameters, the slope is nearly 0, the cost is high. Most likely
# (a) a poor minimum. (b) A plateau near a saddle. (c) A maximum.

# %% tags=["exercise"]
from source.c2w2_optimization.reference import decisions

# %% tags=["checks"] points=6
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - Mini-batches: shuffle, cut, one step per piece; the cost jumps and still falls.
# - $v := \beta v + (1 - \beta)\theta$ remembers $1/(1 - \beta)$ days with one number; divided
#   by $1 - \beta^t$ it is right from day 1.
# - Momentum averages slopes, RMSprop divides by their size, Adam does both and corrects.
# - A test of one step cannot see what goes wrong on the second.
# - No rule wins everywhere. In a long valley Adam forgives most; normalising helps all.
# - Decay calms a path near its goal, and tires one that is far away.
# - Curvatures tell minimum, maximum and saddle apart; in many dimensions, saddles rule.
