# %% [markdown] story="a model that remembers too much" writes="splits, L2, L1, dropout, augmentation, early stopping, normalising" place=2
# # A model that remembers too much
#
# A network gets 99 of 100 training examples right. Of new examples it gets one in five
# wrong. It has not learnt the rule; it has learnt the examples by heart.
#
# We will learn to
#
# - cut a set into three, so that memory cannot pass for knowledge;
# - tell bias from variance, and name the next step;
# - put a price on weights: L2, weight decay, L1;
# - make units fall silent at random, forward and backward;
# - stop in time, and make more of the data there is;
# - bring features to one scale, with the training set's numbers only.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c2w1_regularization")

# %% tags=["given"]
from source.c1w4_deep_network.reference import activation_backward, activation_forward, compute_cost, deep_backward
from source.c1w4_deep_network.reference import deep_forward, initialize_deep, linear_backward, predict, update_parameters

# %% [markdown]
# ## 1. Three sets
#
# How many layers, which $\alpha$, how long? Nobody knows at the start, and what worked for
# speech may fail for pictures. So we go round: idea, code, experiment. For that we need
# honest numbers. The **training set** is for learning. The **dev set** (hold-out) chooses
# among models; of fifty it finds a lucky one. So a **test set** judges that one, once.
#
# How large? An error $p$ measured on $n$ examples trembles by about $\sqrt{p (1 - p) / n}$.
# For $p$ = 10 %: 2.1 % with $n$ = 200, and 0.3 % with $n$ = 10,000. That is enough, so the
# shares shrink: 60/20/20 up to 10,000 examples, 98/1/1 for a million, then 99.5/0.4/0.1.

# %% [markdown]
# **Exercise: split_indices.** Our world, two noisy half moons, is made by a formula: we can
# afford 100 points to learn, 200 each to choose and judge.
#
# $$m_{train} = m - m_{dev} - m_{test} \tag{1}$$
#
# Shuffle the indices, then cut: files are often sorted. Dev and test come from
# **one distribution**, the one the model will meet; training may differ (sharp web cats,
# for blurred ones from phones). A test set may be missing, if no unbiased
# number is needed. By hand: 3, 0, 5, 1, 4, 2 with $m_{dev} = 2$, $m_{test} = 1$ is cut into
# (3, 0, 5), (1, 4), (2).
#
# <details><summary>Hint</summary>
#
# Where does the test set begin, also if it is empty? $m - m_{test}$
#
# </details>

# %% tags=["exercise"]
from source.c2w1_regularization.reference import split_indices

# %% tags=["checks"] points=8
check(split_indices)

# %%
from helpers.datasets import load_cats, make_moons
from helpers.plots import draw_picture

X, Y = make_moons(500, seed=1, noise=0.35)
train, dev, test = np.split(np.arange(500), [100, 300])  # until split_indices is there
train[:], dev[:], test[:] = split_indices(500, 200, 200, np.random.default_rng(1))
print("in two sets at once:", set(train) & set(dev) | set(dev) & set(test))
print("share of class 1:", [float(Y[0, part].mean()) for part in (train, dev, test)])
print("the first 100 of a sorted file:", np.sort(Y[0])[:100].mean())

# %% [markdown]
# No point is in two sets, and both classes are in each. Without shuffling, a sorted file
# would have given a training set of one class only.
#
# ## 2. By heart
#
# Two hidden layers of 50 ReLU units: 2650 weights for 100 points. The functions of week
# C1W4 are imported above; what is new is that every 50 steps we write down two errors.


# %%
X_train, X_dev, X_test = (X[:, part] for part in (train, dev, test))
Y_train, Y_dev, Y_test = (Y[:, part] for part in (train, dev, test))


def error(parameters, X, Y):
    return np.mean(predict(X, parameters) != Y)


def plain_step(parameters, X, Y, learning_rate):
    AL, caches = deep_forward(X, parameters)
    grads = deep_backward(AL, Y, caches)
    return update_parameters(parameters, grads, learning_rate), compute_cost(AL, Y)


# %%
def learn(step, layer_dims, X, Y, steps=3000, **knobs):
    parameters = initialize_deep(layer_dims, np.random.default_rng(1))
    history, costs = [], []
    for t in range(1, steps + 1):
        parameters, cost = step(parameters, X, Y, 0.3, **knobs)
        costs.append(cost)
        if t % 50 == 0:
            errors = error(parameters, X, Y), error(parameters, X_dev, Y_dev)
            history.append((t, *errors))
    return parameters, np.array(history), costs


# %%
from helpers.figures.c2w1_regularization import draw_errors
from helpers.plots import draw_plane

big = [2, 50, 50, 1]
plain, history, costs = learn(plain_step, big, X_train, Y_train)
fig, axes = plt.subplots(1, 2, figsize=(8, 3.8))
draw_plane(axes[0], lambda X: predict(X, plain), X_train, Y_train, "what it learnt from")
draw_plane(axes[1], lambda X: predict(X, plain), X_dev, Y_dev, "new points")
draw_errors(plt.figure(figsize=(8, 3.2)).gca(), history);

# %% [markdown]
# One training point of 100 is wrong, and 19.5 % of the dev points. The boundary takes
# detours for single points: a bay here, an island there. They are noise, and new noise
# falls elsewhere. At first both errors fell. Then the dev error climbed: from here on
# the network learns points, not moons.
#
# ## 3. Bias or variance?
#
# Is 19.5 % bad at all? The moons overlap, so nobody can be perfect. Knowing the formula,
# we can ask for the best possible answer, the denser class at each place. Its error is the
# **optimal error** (Bayes error). For pictures or speech, people who are good at it serve
# as a yardstick.

# %%
arc, side = make_moons(500, noise=0)
fresh, truth = make_moons(4000, seed=99, noise=0.35)
squared = ((fresh[:, :, None] - arc[:, None, :]) ** 2).sum(axis=0)  # (4000, 500)
density = np.exp(-squared / (2 * 0.35**2))
best_answer = density @ side[0] > density @ (1 - side[0])
optimal = np.mean(best_answer != truth[0])
print(f"optimal error: {optimal:.3f}")

# %% [markdown]
# 10.7 %. A training error of 1 % is *below* that: no knowledge of moons could get there. Two
# differences tell what is the matter:
#
# $$\text{bias} = \text{error}_{train} - \text{error}_{optimal}, \qquad
# \text{variance} = \text{error}_{dev} - \text{error}_{train} \tag{2}$$
#
# High **bias**: underfitting. High **variance**: overfitting. Both at once: a nearly straight
# boundary with detours round outliers.
#
# **Exercise: diagnose.** By (2); high means above `gap`. With an optimal error of 0, 1 %
# and 11 % are a bias of 1 % and a variance of 10 %; 15 % and 16 % are high bias. But if
# pictures are so blurred that the best make 15 % mistakes, 15 % and 16 % are fine.

# %% tags=["exercise"]
from source.c2w1_regularization.reference import diagnose

# %% tags=["checks"] points=9
check(diagnose)

# %%
from helpers.figures.c2w1_regularization import draw_ladder, draw_recipe

line_history = learn(plain_step, [2, 1], X_train, Y_train, steps=1000)[1]
rows = {"line": line_history[-1, 1:], "50 + 50": history[-1, 1:]}
for name, (train_error, dev_error) in rows.items():
    print(name, diagnose(train_error, dev_error, optimal, gap=0.03)["high"])
draw_ladder(plt.figure(figsize=(7, 2.2)).gca(), rows, optimal)
draw_recipe(plt.figure(figsize=(9, 3)).gca());

# %% [markdown]
# The line has a bias, the big network variance. More data do not cure bias: a line stays a
# line. A larger network nearly always does, and longer training does no harm to it. Once,
# whatever lowered one raised the other. That trade-off has become weak: a larger network,
# well regularized, costs only computing time, and more data lower the variance alone.

# %% [markdown]
# ## 4. A price on weights
#
# We have variance and no more data. A detour round one point needs a sharp bend, and that
# needs large weights. What if they cost something? For logistic regression
#
# $$J = \frac1m \sum_{i=1}^m L^{(i)} + \frac{\lambda}{2m} \Vert w \Vert_2^2, \qquad
# \Vert w \Vert_2^2 = \sum_j w_j^2 = w^T w \tag{3}$$
#
# and for a network, with the sum of squares of all entries (the squared Frobenius norm):
#
# $$J = \frac1m \sum_{i=1}^m L^{(i)} + \frac{\lambda}{2m} \sum_{l=1}^L
# \Vert W^{[l]} \Vert_F^2, \qquad \Vert W \Vert_F^2 = \sum_i \sum_j W_{ij}^2 \tag{4}$$
#
# $\lambda$ is chosen on the dev set; in code it is `lambd`, as `lambda` is a word of Python.
# Biases stay free: one per unit, not a row.

# %% [markdown]
# **Exercise: cost_with_l2.** Formula (4); the first term comes as `cost`. By hand: weights $1, -2, 0, 3$ and
# $2, -1$ have squares that sum to 19. With $\lambda = 0.2$, $m = 2$ and a cost of 0.5:
# $J = 0.5 + \frac{0.2}{4} \cdot 19 = 1.45$.
#
# What does Python make of `lambd / 2 * m`?

# %% tags=["exercise"]
from source.c2w1_regularization.reference import cost_with_l2

# %% tags=["checks"] points=9
check(cost_with_l2)

# %% [markdown]
# ### Exercise (open): gradients_with_l2
#
# The forward pass stays as it is, and so does the backward pass. Each weight only feels
# one term more: the slope of $\frac{\lambda}{2m} w^2$ is $\frac{\lambda}{m} w$. That is
# what the 2 was for.
#
# $$dW^{[l]} := dW^{[l]} + \frac{\lambda}{m} W^{[l]}, \qquad
# db^{[l]} := db^{[l]} \tag{5}$$

# %% tags=["exercise"]
from source.c2w1_regularization.reference import gradients_with_l2

# %% tags=["checks"] points=10
check(gradients_with_l2)


# %% [markdown]
# Do cost and slopes belong together? We nudge one parameter both ways. The penalty must
# be in both: a check of the plain cost against the new slopes would cry wolf.

# %%
def nudge(J, parameters, name, place, h=1e-6):
    e = np.zeros_like(parameters[name])
    e[place] = h
    up, down = (parameters | {name: parameters[name] + s * e} for s in (1, -1))
    return (J(up) - J(down)) / (2 * h)


def J_with_l2(parameters):
    AL, _ = deep_forward(X_train, parameters)
    return cost_with_l2(compute_cost(AL, Y_train), parameters, 3.0, 100)


# %%
small = initialize_deep([2, 4, 1], np.random.default_rng(0))
AL, caches = deep_forward(X_train, small)
slopes = gradients_with_l2(deep_backward(AL, Y_train, caches), small, 3.0, 100)
for name, place in (("W1", (0, 1)), ("W2", (0, 3)), ("b1", (2, 0))):
    nudged = nudge(J_with_l2, small, name, place)
    print(f"{name}{place}: slope {slopes['d' + name][place]: .9f}   nudged {nudged: .9f}")

# %% [markdown]
# ## 5. Weight decay
#
# Put (5) into a step of gradient descent, and collect what belongs to $W$:
#
# $$W := W - \alpha \Big(dW + \frac{\lambda}{m} W\Big)
# = \Big(1 - \frac{\alpha \lambda}{m}\Big) W - \alpha\, dW \tag{6}$$
#
# Each step first shrinks every weight: **weight decay**. With $\alpha = 0.3$, $\lambda = 1$,
# $m = 100$ the factor is 0.997, and $0.997^{3000} = 0.00012$: what the data do not renew is
# forgotten.
#
# **Bug hunt: decay_step.** A colleague wrote the right side of (6) and compared it with the
# left, with $\alpha = 1$: equal to the last digit. One line is wrong all the same.
#
# <details><summary>Hint</summary>
#
# What must happen for $\alpha = 0$? $W := W - 0$
#
# </details>

# %% tags=["exercise"]
from source.c2w1_regularization.reference import decay_step

# %% tags=["checks"] points=8
check(decay_step)

# %% [markdown]
# The number 1 hides a missing factor. A test value should be one that nothing else equals.
#
# ## 6. How much is too much?
#
# The dev set decides. Same network, same start, five values of $\lambda$. Meanwhile we note
# the length of all weights together.


# %%
def l2_step(parameters, X, Y, learning_rate, lambd):
    AL, caches = deep_forward(X, parameters)
    m = X.shape[1]
    cost = cost_with_l2(compute_cost(AL, Y), parameters, lambd, m)
    grads = gradients_with_l2(deep_backward(AL, Y, caches), parameters, lambd, m)
    return update_parameters(parameters, grads, learning_rate), cost


def length(parameters):
    return np.sqrt(sum(np.sum(parameters[k] ** 2) for k in parameters if k[0] == "W"))


# %%
from helpers.figures.c2w1_regularization import draw_sticks, draw_sweep, draw_tanh

lambdas = (0, 0.3, 1, 3, 10)
models = dict.fromkeys(lambdas, (plain, history))  # until the penalty is there
for lambd in lambdas[1:]:
    models[lambd] = learn(l2_step, big, X_train, Y_train, lambd=lambd)[:2]
errors = {lambd: found[-1, 1:] for lambd, (_, found) in models.items()}
draw_sweep(plt.figure(figsize=(8, 3.4)).gca(), errors, "λ", optimal);


# %%
print({lambd: round(float(length(p)), 1) for lambd, (p, _) in models.items()})
fig, axes = plt.subplots(1, 3, figsize=(10, 3.6))
for ax, lambd in zip(axes, (10, 1, 0), strict=True):
    title = f"λ = {lambd}: dev error {models[lambd][1][-1, 2]:.1%}"
    draw_plane(ax, lambda X, lambd=lambd: predict(X, models[lambd][0]), X_train, Y_train, title)
draw_tanh(plt.figure(figsize=(7, 3)).gca());

# %% [markdown]
# From right to left: islands, a calm S, nearly a line. At $\lambda = 1$ the errors are 11 %
# and 11.5 %, next to each other and to the optimum. At $\lambda = 10$ the bias is back; at
# $\lambda = 30$ (not shown) every weight ends at 0.
#
# The length goes from 19.6 down to 1.9. Why does short mean simple? A weight near 0 switches
# its unit off: the network is smaller in effect. And tanh units have a second reason, the
# last figure. Small weights mean small $z$, there tanh is nearly a line, and layers of lines
# are one line.

# %% [markdown]
# ## 7. A price by length: L1
#
# What if not the square costs but the absolute value? For one unit:
#
# $$J = \frac1m \sum_{i=1}^m L^{(i)} + \frac{\lambda}{2m} \sum_j |w_j| , \qquad
# dw_j := dw_j + \frac{\lambda}{2m} \operatorname{sign}(w_j) \tag{7}$$
#
# (Some books write $\frac{\lambda}{m}$; that only renames $\lambda$.) The slope of L2 fades
# as a weight shrinks. That of L1 does not: a weight of 0.001 is pushed as hard as one of
# 10. At 0 the curve has a corner and every slope from $-1$ to $1$ would do; we take 0.
#
# **Exercise (open): l1_penalty.** The second term of $J$ in (7), and its slopes.

# %% tags=["exercise"]
from source.c2w1_regularization.reference import l1_penalty

# %% tags=["checks"] points=8
check(l1_penalty)

# %% [markdown]
# A set made for it: 40 features, 60 examples, and only the first four features have to do
# with the label. Who finds them? One detail: a step of L1 would carry a tiny weight across
# 0 and the next one back. We stop it at 0.


# %%
def fit(penalty, lambd=3.0, rate=0.1, m=60):
    w, b = np.zeros((40, 1)), 0.0
    for _ in range(2000):
        dZ = 1 / (1 + np.exp(-(w.T @ F + b))) - G  # (1, m)
        decay = lambd / m * w if penalty == "L2" else 0
        w, b = w - rate * (F @ dZ.T / m + decay), b - rate * np.mean(dZ)
        if penalty == "L1":
            moved = w - rate * l1_penalty(w, lambd, m)[1]
            w = np.where(moved * w > 0, moved, 0.0)
    return w, np.mean((w.T @ F_dev + b > 0) == G_dev)


# %%
rng, useful = np.random.default_rng(3), np.zeros((40, 1))
useful[:4, 0] = 2, -2, 1.5, -1.5
F, F_dev = rng.standard_normal((40, 60)), rng.standard_normal((40, 1000))
G = useful.T @ F + 0.5 * rng.standard_normal((1, 60)) > 0
G_dev = useful.T @ F_dev > 0
fig, axes = plt.subplots(1, 3, figsize=(11, 3))
for ax, penalty in zip(axes, ("none", "L2", "L1"), strict=True):
    w, right = fit(penalty)
    draw_sticks(ax, w, 4, penalty)
    print(f"{penalty}: {right:.1%} of new examples right")

# %% [markdown]
# L2 makes all weights smaller and none 0. L1 sweeps most of the useless ones away: the vector
# is **sparse**, and zeros need no memory. In networks that gains little; L2 is used far more.
#
# ## 8. Units that fall silent
#
# A strange idea: in each step of the training, toss a coin for each hidden unit and each
# example. Tails, and the unit gives 0 this time. No unit can rely on one other, for that one may be missing. So weights are
# spread, and spread weights are shorter: $\frac12$ and $\frac12$ have squares that sum to
# 0.5, while 1 and 0 have 1. Dropout works like an L2 penalty that adapts to each weight.

# %% [markdown]
# ### Exercise: dropout_forward
#
# Let $D$ be the mask, 1 with probability $p$ (`keep_prob`):
#
# $$D_{ij} = 1 \text{ where } r_{ij} < p, \text{ else } 0, \qquad
# r_{ij} \text{ random in } [0, 1) \tag{8}$$
#
# $$A_{drop} = \frac{A \odot D}{p} \quad (n, m) \tag{9}$$
#
# Why divide by $p$? With $p = 0.8$ some 10 of 50 units fall silent, and the next layer's
# $z$ would lose 20 %. The others speak up by $1 / 0.8$: on average nothing changes. This is
# **inverted** dropout.
#
# <details><summary>Hint</summary>
#
# Which numbers of $[0, 1)$ make up the share $p$? $r < p$, and (9) has one product and one
# division.
#
# </details>

# %% tags=["exercise"]
from source.c2w1_regularization.reference import dropout_forward

# %% tags=["checks"] points=12
check(dropout_forward)

# %%
from helpers.figures.c2w1_regularization import draw_dropout

rng = np.random.default_rng(5)
A_drop, D = dropout_forward(np.full((50, 10_000), 3.0), 0.8, rng)
print("silent, of 50:", 50 - D[:, :5].sum(axis=0), "in five examples")
print(f"3 on average: masked {(3 * D).mean():.3f}, then divided {A_drop.mean():.3f}")
hidden = [dropout_forward(np.ones((n, 2)), 0.6, rng)[1] for n in (7, 7, 3)]
for i, ax in enumerate(plt.subplots(1, 2, figsize=(10, 3.6))[1]):
    masks = [np.ones(3), *(mask[:, i] for mask in hidden), np.ones(1)]
    draw_dropout(ax, masks, f"example {i + 1}: its own network")

# %% [markdown]
# ### Exercise (open): dropout_backward
#
# The forward pass multiplies each activation by a number, $D_{ij} / p$. What does a nudge
# of $A_{ij}$ do to the cost, then?
#
# $$dA = \frac{dA_{drop} \odot D}{p} \tag{10}$$
#
# The very mask of the forward pass: a unit that was silent has no part in the error.

# %% tags=["exercise"]
from source.c2w1_regularization.reference import dropout_backward

# %% tags=["checks"] points=10
check(dropout_backward)

# %% [markdown]
# Now into the network: (9) after each hidden layer, (10) before its backward pass. Never at
# the output. The inputs keep all their numbers here (1.0, or 0.9 at least).
#
# Are the slopes right? With fresh coins at each nudge the cost would jump, and no check
# could work. Usually one checks with $p = 1$. We can do more: a generator with the same seed
# tosses the same coins.


# %%
def forward(X, parameters, keep_prob=1.0, rng=None):
    A, caches, masks, L = X, [], [], len(parameters) // 2
    for k in range(1, L + 1):
        g = "relu" if k < L else "sigmoid"
        A, cache = activation_forward(A, parameters[f"W{k}"], parameters[f"b{k}"], g)
        caches.append(cache)
        if keep_prob < 1 and k < L:
            A, D = dropout_forward(A, keep_prob, rng)
            masks.append(D)
    return A, caches, masks


# %%
def backward(AL, Y, caches, masks, keep_prob=1.0):
    L, (A_prev, W, _, _) = len(caches), caches[-1]
    dA, dW, db = linear_backward(AL - Y, A_prev, W)
    grads = {f"dW{L}": dW, f"db{L}": db}
    for k in range(L - 1, 0, -1):
        if masks:
            dA = dropout_backward(dA, masks[k - 1], keep_prob)
        dA, dW, db = activation_backward(dA, caches[k - 1], "relu")
        grads |= {f"dW{k}": dW, f"db{k}": db}
    return grads


# %%
def J_with_dropout(parameters):
    AL, _, _ = forward(X_train, parameters, 0.5, np.random.default_rng(7))
    return compute_cost(AL, Y_train)


AL, *kept = forward(X_train, small, 0.5, np.random.default_rng(7))
slopes = backward(AL, Y_train, *kept, 0.5)
for name, place in (("W1", (0, 1)), ("W2", (0, 3)), ("b1", (3, 0))):
    nudged = nudge(J_with_dropout, small, name, place)
    print(f"{name}{place}: slope {slopes['d' + name][place]: .9f}   nudged {nudged: .9f}")

# %% [markdown]
# ## 9. Training with gaps
#
# Penalty and dropout in one step, each with its knob. First without a penalty, for two
# values of $p$:


# %%
def full_step(parameters, X, Y, learning_rate, lambd=0.0, keep_prob=1.0, rng=None):
    AL, caches, masks = forward(X, parameters, keep_prob, rng)
    grads = backward(AL, Y, caches, masks, keep_prob)
    if lambd > 0:
        grads = gradients_with_l2(grads, parameters, lambd, X.shape[1])
    return update_parameters(parameters, grads, learning_rate), compute_cost(AL, Y)


# %%
from helpers.plots import draw_costs

dropped = {1: (plain, history, costs)}
for p in (0.6, 0.4):
    look = {"keep_prob": p, "rng": np.random.default_rng(2)}
    dropped[p] = learn(full_step, big, X_train, Y_train, **look)
errors = {p: found[-1, 1:] for p, (_, found, _) in dropped.items()}
draw_sweep(plt.figure(figsize=(8, 3.2)).gca(), errors, "keep_prob", optimal)
curves = {f"p = {p}": dropped[p][2][:1000] for p in (1, 0.4)}
draw_costs(plt.figure(figsize=(8, 3)).gca(), curves, unit="step");

# %% [markdown]
# Dropout narrows the gap, and it takes a small $p$ to do it. The price is in the lower
# figure: each step's cost belongs to that step's network, so there is no longer one $J$ that
# must fall. First run with $p = 1$ and see it fall, then switch dropout on.
#
# Each layer may have its own $p$: the smallest where the matrix is largest, 1.0 where there
# are few weights. In vision, where pictures never suffice, dropout is nearly standard;
# elsewhere take it only against overfitting.
#
# What if it is left on for new points? We ask the same model three times.

# %%
generous = dropped.get(0.4, dropped[1])[0]
rng = np.random.default_rng(0)
for _ in range(3):
    AL, _, _ = forward(X_dev, generous, 0.4, rng)
    print("coins on:", np.mean((AL > 0.5) != Y_dev))
print("coins off:", error(generous, X_dev, Y_dev))

# %% [markdown]
# Three questions, three answers, all of them worse. At test time the forward pass is the
# plain one. No factor is needed either: the division by $p$ has seen to that.
#
# **Try it yourself.** Press Train with $\lambda = 0$ and keep = 1 and wait for the first
# island. Then move $\lambda$ while it trains. Which $\lambda$ melts the islands and leaves
# the S? What does keep = 0.4 do to the cost curve? The hollow points are the dev set.

# %%
from helpers.widgets import Model, explore_boundary

noisy = Model(
    lambda n_x, n_h, n_y, rng: initialize_deep([n_x, n_h, n_h, n_y], rng),
    full_step,
    lambda parameters, X: forward(X, parameters)[0],
)
look = {"lambdas": (0, 0.1, 0.3, 1, 3, 10, 30), "keep_probs": (1, 0.8, 0.6, 0.4)}
look |= {"data": {"noisy moons": (X_train, Y_train, X_dev, Y_dev)}}
explore_boundary(noisy, start={"width": 50, "rate": 0.3, "data": "noisy moons"}, **look)

# %% [markdown]
# ## 10. Stopping in time
#
# Weights start small and grow. In section 2 the dev error fell first and climbed later. Why
# not end there? That is **early stopping**. But the dev error trembles, and one bad
# measurement proves nothing. So we wait: after `patience` measurements in a row without a
# new best we stop, and go back to the best one.
#
# **Exercise: early_stopping.** By hand: errors 0.5, 0.4, 0.3, 0.35, 0.32, 0.2. With
# patience 2 we stop at place 4 and keep place 2. With patience 3 we live to see 0.2.
#
# <details><summary>Hint</summary>
#
# What has to be remembered from turn to turn? Only the place of the best:
# $t - best \ge patience$ ends it.
#
# </details>

# %% tags=["exercise"]
from source.c2w1_regularization.reference import early_stopping

# %% tags=["checks"] points=10
check(early_stopping)

# %%
best, stop = early_stopping([float(e) for e in history[:, 2]], patience=10)
ax = plt.figure(figsize=(8, 3.2)).gca()
draw_errors(ax, history, optimal, best, stop)
early, _, _ = learn(plain_step, big, X_train, Y_train, steps=int(history[best, 0]))
start = initialize_deep(big, np.random.default_rng(1))
print("length of the weights:", [round(float(length(p)), 1) for p in (start, early, plain)])

# %% [markdown]
# 200 steps in place of 3000, and 10.5 % in place of 19.5 %. One run tries small, middle and
# large weights, where $\lambda$ needs a run for each value. The drawback: making $J$ small and
# not overfitting are two tasks, and we like one knob for each (**orthogonalization**). Early
# stopping is one for both.
#
# ## 11. More from the same data
#
# Next best to new data: examples made from the old, with a label that stays true (**data
# augmentation**). A mirrored cat is a cat, so is one cut a little closer. And upside down?
# Our moons, turned by half a circle, change places: $(-x, 1 - y)$ is an example too. What
# are 100 of these worth?

# %%
images, labels, _, _ = load_cats()
cat = images[labels[0] == 1][0]
views = {"cat": cat, "mirrored": cat[:, ::-1], "cut": cat[6:54, 10:58], "?": cat[::-1]}
for ax, name in zip(plt.subplots(1, 4, figsize=(9, 2.6))[1], views, strict=True):
    draw_picture(ax, views[name], name)
more = {"mirrored": (-X_train, 1 - Y_train), "new": make_moons(100, seed=55, noise=0.35)}
for name, (X_more, Y_more) in more.items():
    both = np.hstack([X_train, X_more]), np.hstack([Y_train, Y_more])
    print(f"100 + 100 {name}: dev error {learn(plain_step, big, *both)[1][-1, 2]:.1%}")

# %% [markdown]
# 100 new points bring 12.5 %. Mirrored ones bring 22 %, no better than before (200 dev points
# tremble by 3 %): an outlier, mirrored, is a second outlier. Augmentation costs nothing
# and often helps, but it carries little news. And nobody photographs cats upside down: such
# a picture teaches what no one asks. Digits may be turned a little and distorted; a mirrored
# 2 is no digit.

# %% [markdown]
# ## 12. One scale
#
# Features up to 1000 beside features up to 1 make $J$ a long valley. So each gets mean 0 and
# spread 1:
#
# $$\mu = \frac1m \sum_{i=1}^m x^{(i)}, \qquad
# \sigma^2 = \frac1m \sum_{i=1}^m \big(x^{(i)} - \mu\big)^2 \tag{11}$$
#
# $$x' = \frac{x - \mu}{\sigma} \quad (\mu, \sigma \text{ of shape } (n_x, 1)) \tag{12}$$
#
# Divide by $\sigma$, not $\sigma^2$; (11) is for the **training set only**; dev and test set
# pass through (12) with the same columns.
#
# **Exercise: fit_normalizer.** By hand: 1, 3, 5, 7 have $\mu = 4$ and $\sigma^2 =
# (9 + 1 + 1 + 9) / 4 = 5$. A constant feature gets $\sigma = 1$.
#
# **Exercise (open): apply_normalizer.** Formula (12), for any set.

# %% tags=["exercise"]
from source.c2w1_regularization.reference import fit_normalizer

# %% tags=["checks"] points=7
check(fit_normalizer)

# %% tags=["exercise"]
from source.c2w1_regularization.reference import apply_normalizer

# %% tags=["checks"] points=4
check(apply_normalizer)

# %%
from helpers.figures.c2w1_regularization import draw_valleys

rng, one = np.random.default_rng(0), np.array([[900.0], [0.9]])
homes = np.stack([rng.uniform(1, 1000, 200), rng.uniform(0, 1, 200)])
mu, sigma = fit_normalizer(homes)
print("training statistics:", apply_normalizer(one, mu, sigma).ravel().round(2))
print("its own statistics: ", apply_normalizer(one, *fit_normalizer(one)).ravel())
draw_valleys(plt.subplots(1, 2, figsize=(9, 4))[1]);

# %% [markdown]
# The steep side of a valley allows only a small $\alpha$, and along the floor that means
# crawling. Scales such as 0 to 1 beside $-1$ to 1 would do; normalizing never harms. By
# its own statistics a single example is 0, a palace like a cabin: the scale belongs to the
# model, and the training set gave it.
#
# ## 13. The judgement
#
# Dev errors: 11.5 % for $\lambda = 1$, the same for $p = 0.4$, 10.5 % for early stopping. Two
# points of 200 are no difference, and early stopping had 60 tries. We choose $\lambda = 1$,
# whose training error promises no more than it keeps, and only now open the test set.

# %%
for lambd in (0, 1):
    penalty = cost_with_l2(0.0, models[lambd][0], lambd, 100)
    wrong = error(models[lambd][0], X_test, Y_test)
    print(f"λ = {lambd}: penalty {penalty:.3f}, test error {wrong:.1%}")

# %% [markdown]
# Half of the mistakes are gone, with not one example more. 10 % is even below the optimum of
# 10.7 %: the luck of 200 points.
#
# ## 14. Eight decisions
#
# **a_million** (section 1). 1,000,000 examples: how to split? (a) 60/20/20. (b) 70/30, no dev
# set. (c) 98/1/1. (d) 50/25/25.
#
# **two_worlds** (section 1). Sharp web pictures, few blurred ones from phones; the app runs
# on phones. (a) All three from the web. (b) Dev and test from phones. (c) Dev web, test
# phones. (d) Dev phones, test web.
#
# **blurred** (section 3). Train 15 %, dev 16 %, optimal 15 %; gap 2 %. What is high?
# (a) Bias. (b) Variance. (c) Both. (d) Neither.

# %% [markdown]
# **next_step** (section 3). Train 15 %, dev 16 %, optimal 1 %. (a) Larger network. (b) More examples. (c) Dropout. (d) Larger $\lambda$.
#
# **bias_left_out** (section 4). Why is $b$ not in the penalty? (a) Not computable. (b) Few
# numbers against many. (c) $b$ is always 0. (d) No slope.
#
# **which_layer** (section 9). Layers of 3, 7, 7, 3, 2, 1 units. The smallest keep_prob?
# (a) After $W^{[1]}$. (b) After $W^{[5]}$. (c) After $W^{[2]}$. (d) Input.
#
# **at_test_time** (section 9). Inverted dropout predicts by (a) the plain pass.
# (b) fresh masks. (c) that, times keep_prob. (d) the last masks.
#
# **two_tasks** (section 10). Early stopping's drawback? (a) Many runs. (b) The test set.
# (c) Large weights. (d) One knob for two tasks.

# %% tags=["exercise"]
from source.c2w1_regularization.reference import decisions

# %% tags=["checks"] points=5
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - Three sets: one teaches, one chooses, one judges; shuffled, and dev like test.
# - Bias: training error above the optimum. Variance: dev error above training. First the
#   bias, then the variance.
# - L2 adds $\frac{\lambda}{2m} \Vert W \Vert^2$ to the cost and $\frac{\lambda}{m} W$ to
#   the slope: every step shrinks the weights. L1 makes zeros.
# - Inverted dropout: mask and divide, with the same mask backward, and no coins at test
#   time.
# - Early stopping keeps the best dev error; augmentation keeps the label.
# - Normalize with the training set's $\mu$ and $\sigma$, every set alike.
