# %% [markdown] story="a flower that a line cannot cut" writes="activations and their slopes, one hidden layer forward and backward"
# # A flower that a line cannot cut
#
# One neuron draws one line. What can a few of them draw together?
#
# We will learn to
#
# - see why logistic regression fails on a flower;
# - read the shapes of a network with one hidden layer;
# - choose an activation, and say its slope;
# - prove that layers without activation are one layer in disguise;
# - start from weights that are small and different;
# - run forward and backward without a loop, and check the gradient;
# - train, and watch the boundary bend;
# - choose the number of hidden units by trying.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c1w3_shallow_network")

# %%
progress()

# %% [markdown]
# ## 1. A line against a flower
#
# 400 points, two features each, six petals of changing colour. Last week's neuron answers
# 1 where $w^T x + b > 0$: on one side of a line. How many petals can it get right?

# %% tags=["given"]
from source.c1w2_logistic_regression.reference import compute_cost, optimize, sigmoid

# %%
from helpers.datasets import make_flower
from helpers.plots import draw_plane

X, Y = make_flower(400, seed=0)
w, b, costs = optimize(np.zeros((2, 1)), 0.0, X, Y, 500, 1.0)
line = plt.figure(figsize=(4.6, 4.2)).gca()
draw_plane(line, lambda X: sigmoid(w.T @ X + b), X, Y)
print(X.shape, Y.shape, f"cost {costs[0]:.4f}, after 500 steps {costs[-1]:.4f}")

# %% [markdown]
# 42 %: worse than a coin, and the cost has hardly left $\ln 2 = 0.693$. Would another line
# do better? Somewhat. Each side of a line holds three petals or so, and two of them have
# one colour at best: two thirds, no more. (We tried 29,000 lines; the best gets 69 %.)
#
# ## 2. Neurons side by side
#
# What if several neurons look at the same point, and one more neuron looks at *their*
# answers?

# %%
from helpers.figures.c1w3_shallow_network import draw_network

draw_network(plt.figure(figsize=(9, 4.4)).gca(), (3, 4, 1));

# %% [markdown]
# Every unit does two things: a weighted sum, then a curve $g$,
#
# $$z = w^T x + b, \qquad a = g(z) \tag{1}$$
#
# The middle layer is *hidden*: the training set shows $x$ and $y$, but not what these units
# should answer. The input computes nothing, so it is layer 0 and not counted: two layers.
# With 3 inputs, 4 hidden units and 1 output:
# $W^{[1]}$ (4, 3), $b^{[1]}$ (4, 1), $W^{[2]}$ (1, 4), $b^{[2]}$ (1, 1). Together
# $12 + 4 + 4 + 1 = 21$ numbers to learn.
#
# A number in square brackets names the layer, one in round brackets the example:
# $a_3^{[1](6)}$ is what hidden unit 3 answers to example 6.

# %% [markdown]
# **The plan** is the same for every network to come:
#
# 1. define the structure: how many inputs, hidden units, outputs;
# 2. initialise the parameters;
# 3. loop: forward, cost, backward, update.
#
# ## 3. Which curve?
#
# The output wants the sigmoid, since it is a probability. And inside? There is a choice:
#
# $$\tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}} \tag{2}$$
#
# $$\text{ReLU}(z) = \max(0, z) \tag{3}$$
#
# $$\text{leaky ReLU}(z) = \max(0.01\, z, z) \tag{4}$$

# %% [markdown]
# ### Exercise: activate
#
# One function for all of them, chosen by name, plus `"identity"` ($g(z) = z$), which we
# need for an experiment. By hand: $\tanh(\ln 3) = (3 - \tfrac13) / (3 + \tfrac13) = 0.8$,
# and leaky ReLU takes $-2$ to $-0.02$.
#
# Two traps: `np.arctan` ($\tan^{-1}$) is *not* tanh, and `np.max` is not `np.maximum`.
#
# <details><summary>Hint</summary>
#
# What does (2) become at $z = 800$, in a computer? NumPy has a tanh that knows.
#
# </details>

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import activate

# %% tags=["checks"] points=10
check(activate)

# %%
z = np.array([[-2.0, -0.5, 0.0, 1.0, 3.0]])
print("tanh z      ", np.round(activate(z, "tanh"), 4))
print("2 s(2z) - 1 ", np.round(2 * activate(2 * z, "sigmoid") - 1, 4))
print("arctan z    ", np.round(np.arctan(z), 4))

# %% [markdown]
# The first two rows agree: tanh is a sigmoid, stretched to the range from $-1$ to 1. So it
# is odd, $\tanh(-z) = -\tanh z$, and its answers lie around 0, which makes the next layer's
# work easier. Inside a network it is almost always better than the sigmoid.

# %% [markdown]
# ## 4. How steep?
#
# Going backward we need slopes. All of them can be said with the value $a$ or the sign of
# $z$:
#
# $$\sigma'(z) = a (1 - a) \tag{5}$$
#
# $$\tanh'(z) = 1 - a^2 \tag{6}$$
#
# $$\text{ReLU}'(z) = \begin{cases} 1 & z > 0 \\ 0 & z < 0 \end{cases} \qquad
# \text{leaky: } \begin{cases} 1 & z > 0 \\ 0.01 & z < 0 \end{cases} \tag{7}$$
#
# And at $z = 0$? A kink has no slope. Books take 0 or 1; we take that of the left side, 0
# and 0.01. Exactly 0 hardly ever occurs.
#
# **Exercise: activation_derivative.** The identity has slope 1. A choice between two values,
# element by element, is `np.where(question, yes, no)`.

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import activation_derivative

# %% tags=["checks"] points=10
check(activation_derivative)

# %%
from helpers.figures.c1w3_shallow_network import draw_activations

fig, axes = plt.subplots(1, 4, figsize=(11, 3))
draw_activations(axes[0], axes, activate, activation_derivative)
for z in (-10.0, 0.0, 10.0):
    slopes = [activation_derivative(z, g) for g in ("sigmoid", "tanh", "leaky_relu")]
    print(f"z = {z:3.0f}:  sigmoid {slopes[0]:.2e}  tanh {slopes[1]:.2e}", end="  ")
    print(f"leaky {slopes[2]:.2f}")

# %% [markdown]
# At $z = 10$ the sigmoid has slope $4.54 \cdot 10^{-5}$, tanh $8.24 \cdot 10^{-9}$: *saturated*.
# A unit out there learns next to nothing. ReLU keeps slope 1 on its whole right side: the
# usual choice inside today. On its left it is dead flat; the leaky one is not.
#
# | layer | take |
# |---|---|
# | output, yes or no | sigmoid |
# | output, any number (a price) | none: $g(z) = z$ |
# | hidden | ReLU, or tanh; leaky ReLU if units die; sigmoid hardly ever |
#
# Each layer may have its own $g^{[l]}$. In doubt, try them on data not trained on.
#
# Do our slopes agree with a nudge?

# %%
z, h = np.array([-1.5, -0.2, 0.4, 2.0]), 1e-6
for name in ("sigmoid", "tanh", "relu", "leaky_relu"):
    nudge = (activate(z + h, name) - activate(z - h, name)) / (2 * h)
    print(f"{name:10s}", np.abs(nudge - activation_derivative(z, name)).max() < 1e-8)

# %% [markdown]
# ## 5. Why a curve at all?
#
# What if the hidden units just pass $z$ on? Put one layer into the other:
#
# $$W^{[2]} (W^{[1]} x + b^{[1]}) + b^{[2]} = W x + b \tag{8}$$
#
# for some $W$ and $b$. Two layers, a hundred units, and yet one line. A linear activation
# has a place at the output only, where the answer may be any number.
#
# **Exercise (open): collapse_linear.** Which $W$ and $b$ do the work of both layers?

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import collapse_linear

# %% tags=["checks"] points=6
check(collapse_linear)

# %%
rng = np.random.default_rng(4)
W1, b1, W2, b2 = (rng.normal(size=s) for s in ((100, 2), (100, 1), (1, 100), (1, 1)))
W, b = collapse_linear(W1, b1, W2, b2)
x = rng.normal(size=(2, 5))
print("two layers:", np.round(W2 @ (W1 @ x + b1) + b2, 3))
print("one layer: ", np.round(W @ x + b, 3))
print(W1.size + b1.size + W2.size + b2.size, "parameters do the work of", W.size + b.size)

# %% [markdown]
# ## 6. Where to start
#
# Logistic regression could start at zero. A network must not, as we shall see in section 13.
# Its weights start small and at random, its biases at zero:
#
# $$W^{[1]}, W^{[2]} \sim 0.01 \cdot \mathcal N(0, 1), \qquad b^{[1]} = b^{[2]} = 0 \tag{9}$$
#
# Why small? A large $W$ makes a large $z$, and there tanh is flat. (0.01 is fine for one
# hidden layer. Deep networks need a better rule.)
#
# **Exercise: initialize_shallow.** A row of $W$ for each unit, a column for each of its
# inputs. All numbers come from `rng.standard_normal(shape)`, first $W^{[1]}$, then
# $W^{[2]}$.

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import initialize_shallow

# %% tags=["checks"] points=8
check(initialize_shallow)

# %%
from helpers.figures.c1w3_shallow_network import draw_starts

start = initialize_shallow(2, 200, 1, np.random.default_rng(1))
spread = {k: activate(k * start["W1"] @ X, "tanh") for k in (1, 30, 100, 1000)}
draw_starts(plt.figure(figsize=(7, 3.4)).gca(), spread);

# %% [markdown]
# With our start all units answer nearly 0, where tanh has slope 1. Weights 100 times larger
# spread the answers over the whole range. 1000 times larger, nearly all sit at $\pm 1$:
# every unit is sure before it has seen a label, and too flat to change its mind.

# %% [markdown]
# ## 7. Forward
#
# For one example, four lines:
#
# $$z^{[1]} = W^{[1]} x + b^{[1]}, \quad a^{[1]} = g(z^{[1]}), \quad
# z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}, \quad a^{[2]} = \sigma(z^{[2]}) \tag{10}$$
#
# Row $j$ of $W^{[1]}$ is the $w^T$ of unit $j$, so one product asks all units at once. And
# all examples? A matrix takes columns one by one,
# $W [x^{(1)}\ x^{(2)}\ \cdots] = [W x^{(1)}\ W x^{(2)}\ \cdots]$, and $b$ is broadcast over
# the columns:
#
# $$Z^{[1]} = W^{[1]} X + b^{[1]}, \quad A^{[1]} = g(Z^{[1]}), \quad
# Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}, \quad A^{[2]} = \sigma(Z^{[2]}) \tag{11}$$

# %% [markdown]
# | array | shape | in the flower, $n_h = 4$ |
# |---|---|---|
# | $X$ | $(n_x, m)$ | (2, 400) |
# | $Z^{[1]}, A^{[1]}$ | $(n_h, n_x)(n_x, m) \to (n_h, m)$ | (4, 400) |
# | $Z^{[2]}, A^{[2]}$ | $(1, n_h)(n_h, m) \to (1, m)$ | (1, 400) |
#
# In $A^{[1]}$, one step down is the next hidden unit, one step to the right the next
# example.
#
# **Exercise (open): shallow_forward.** Formulas (11). Besides $A^{[2]}$ return what the way
# back will need, in a dict: the *cache*.

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import shallow_forward

# %% tags=["checks"] points=12
check(shallow_forward)

# %%
parameters = initialize_shallow(2, 4, 1, np.random.default_rng(3))
A2, cache = shallow_forward(X, parameters)
one_by_one = [shallow_forward(X[:, [i]], parameters)[0] for i in range(400)]
print("loop and matrix agree:", np.allclose(np.hstack(one_by_one), A2))
print({name: array.shape for name, array in cache.items()})
print("cost:", round(compute_cost(A2, Y), 4))

# %% [markdown]
# The cost is last week's: $J = \frac1m \sum_i L(a^{[2](i)}, y^{(i)})$. At the start every
# answer is close to 0.5, and $J$ close to $\ln 2$, whatever the labels.
#
# %% [markdown]
# ## 8. Back, for one example
#
# Last week we found $dz = a - y$ behind a sigmoid. The output is such a neuron, with
# $a^{[1]}$ in the place of $x$. Then the error goes on to the left: $z^{[2]}$ moves by
# $W_j^{[2]}$ when $a_j^{[1]}$ moves by 1, and $a_j^{[1]}$ by $g'(z_j^{[1]})$ when
# $z_j^{[1]}$ does. The factors of the chain multiply:
#
# $$dz^{[2]} = a^{[2]} - y, \qquad dW^{[2]} = dz^{[2]} a^{[1]T}, \qquad db^{[2]} = dz^{[2]}$$
#
# $$dz^{[1]} = W^{[2]T} dz^{[2]} \odot g'(z^{[1]}), \qquad dW^{[1]} = dz^{[1]} x^T,
# \qquad db^{[1]} = dz^{[1]} \tag{12}$$
#
# ($\odot$ multiplies entry by entry.)

# %% [markdown]
# ### Bug hunt: backward_one
#
# A colleague has typed (12) for a hidden layer with tanh. It runs, all shapes are right,
# and the cost even falls, only more slowly than it should. One line is wrong.
#
# <details><summary>Hint</summary>
#
# A unit took $z$ and gave $a$. At which of the two places do we ask how steep the curve
# is? With $z = 2$ and $a = \tanh 2 = 0.964$: $1 - \tanh^2 2 = 0.071$, but
# $1 - \tanh^2 0.964 = 0.444$.
#
# </details>

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import backward_one

# %% tags=["checks"] points=8
check(backward_one)

# %% [markdown]
# Here is the witness that no wrong slope survives: nudge one weight both ways.

# %%
one, x, y = {k: 50 * v + 0.1 for k, v in parameters.items()}, X[:, [7]], Y[:, [7]]
losses = []
for step in (1e-5, -1e-5):
    nudged = one | {"W1": one["W1"].copy()}
    nudged["W1"][1, 0] += step  # one entry of W1
    losses.append(compute_cost(shallow_forward(x, nudged)[0], y))
print("backward:", backward_one(x, y[0, 0], one)["dW1"][1, 0])
print("nudged:  ", (losses[0] - losses[1]) / 2e-5)

# %% [markdown]
# ## 9. Back, for all examples
#
# $m$ examples side by side. $J$ is a mean, so its slopes are means of (12), and the sums
# over examples hide in matrix products:
#
# $$dZ^{[2]} = A^{[2]} - Y, \quad dW^{[2]} = \tfrac1m dZ^{[2]} A^{[1]T}, \quad
# db^{[2]} = \tfrac1m \textstyle\sum_i dZ^{[2](i)} \tag{13}$$
#
# $$dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot g'(Z^{[1]}), \quad dW^{[1]} = \tfrac1m dZ^{[1]} X^T,
# \quad db^{[1]} = \tfrac1m \textstyle\sum_i dZ^{[1](i)} \tag{14}$$

# %%
from helpers.figures.c1w3_shallow_network import draw_backward

draw_backward(plt.figure(figsize=(10, 3.2)).gca());

# %% [markdown]
# ### Exercise: shallow_backward
#
# Shapes decide the order: $(n_h, 1)(1, m) \to (n_h, m)$, entry by entry with another
# $(n_h, m)$. In the sums, axis 1 runs over the examples, and without `keepdims=True` they
# would come out flat: $(n_h,)$ added to $(n_h, 1)$ makes an $(n_h, n_h)$ square, silently.
#
# <details><summary>Hint</summary>
#
# The slope belongs to $Z^{[1]}$; is that in the cache? Which of the two $dZ$ does
# each gradient need? $dW^{[l]} = \frac1m dZ^{[l]} A^{[l-1]T}$, with $A^{[0]} = X$.
#
# </details>

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import shallow_backward

# %% tags=["checks"] points=16
check(shallow_backward)

# %%
some = {k: 30 * v for k, v in parameters.items()}  # larger, so that slopes are visible
A2, cache = shallow_forward(X, some, "relu")
grads = shallow_backward(some, cache, X, Y, "relu")
for name in ("W1", "b1", "W2", "b2"):
    up, down = ({**some, name: some[name].copy()} for _ in range(2))
    up[name][0, 0] += 1e-5
    down[name][0, 0] -= 1e-5
    J = [compute_cost(shallow_forward(X, p, "relu")[0], Y) for p in (up, down)]
    print(f"d{name}: {grads['d' + name][0, 0]: .9f}  nudged {(J[0] - J[1]) / 2e-5: .9f}")

# %% [markdown]
# Seven digits or more. One entry of each array is not all of them, but a wrong formula
# rarely gets four right.
#
# ## 10. One step, and many
#
# Each parameter moves against its own slope:
#
# $$W^{[l]} := W^{[l]} - \alpha\, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha\, db^{[l]} \tag{15}$$
#
# **Exercise: update_parameters.** Into a *new* dict with *new* arrays: whoever passed the
# old ones may still need them.

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import update_parameters

# %% tags=["checks"] points=6
check(update_parameters)

# %% [markdown]
# **Exercise: predict.** Class 1 where $A^{[2]} > 0.5$, as whole numbers, shape $(1, m)$.

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import predict

# %% tags=["checks"] points=6
check(predict)

# %% [markdown]
# **Exercise (open): shallow_model.** The plan of section 2 as a loop. The order is fixed:
# forward fills the cache, backward uses it, and only when *all* gradients are there may
# the parameters move.

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import shallow_model

# %% tags=["checks"] points=12
check(shallow_model)

# %% [markdown]
# ## 11. The flower again
#
# Four hidden units, 2000 steps, $\alpha = 1.2$. What do you expect, after 42 %?

# %%
from helpers.plots import draw_costs

trained, costs = shallow_model(X, Y, 4, 2000, 1.2, np.random.default_rng(3))
fig, axes = plt.subplots(1, 2, figsize=(10, 4))
draw_plane(axes[0], lambda X: shallow_forward(X, trained)[0], X, Y)
draw_costs(axes[1], costs)
print(f"{np.mean(predict(trained, X) == Y):.3f} of the points are right")

# %% [markdown]
# From 42 % to 98 %, with 17 parameters. The first 150 steps look hopeless, 0.693 to 0.690:
# the weights are tiny, and so is all that comes back through them. Then it falls.
#
# How do four units cut six petals? Each answers all over the plane; its line is where it
# answers 0.

# %%
from helpers.figures.c1w3_shallow_network import draw_units

side = np.linspace(-2.2, 2.2, 81)
grid = np.stack([g.ravel() for g in np.meshgrid(side, side)])  # (2, 6561)
A1 = shallow_forward(grid, trained)[1]["A1"]
fig, axes = plt.subplots(1, 4, figsize=(11, 2.9))
draw_units(axes[0], axes, A1, 2.2, X, Y)
print("W2 =", np.round(trained["W2"], 1), " b2 =", np.round(trained["b2"], 1))

# %% [markdown]
# Every unit still draws one line, as last week. Three of them have found the three borders
# that run through the centre, and the output gives each a weight near $\pm 8$. Walk around
# the centre: at every border one unit changes sign, so the sum jumps between about $+8$ and
# $-8$, petal by petal. Unit 3 got a weight of 0.2: it hardly counts. Nobody told the units
# which borders to take.

# %% [markdown]
# ## 12. See it learn
#
# Your own functions, live. Press Train. Then ask the picture:
#
# - Which is the smallest $n_h$ that still cuts the flower?
# - What does the activation "none" manage, with 50 units?
# - At which $\alpha$ does the cost jump?
# - Put a blue point into an orange petal while it trains: how far does the line bend?
#
# The grey line is last week's neuron, trained on the same points at the same time.

# %%
from helpers.widgets import Model, explore_boundary

start, forward = initialize_shallow, shallow_forward
mine = Model.of(start, forward, compute_cost, shallow_backward, update_parameters)
neuron = Model(
    lambda n_x, n_h, n_y, rng: (np.zeros((n_x, 1)), 0.0),
    lambda p, X, Y, learning_rate: (optimize(*p, X, Y, 1, learning_rate)[:2], 0.0),
    lambda p, X: sigmoid(p[0].T @ X + p[1]),
)
explore_boundary(mine, ghost=neuron, ghost_name="single neuron")

# %% [markdown]
# ## 13. Why not start at zero?
#
# Logistic regression did. Let us try it here: all four units alike, then train. We follow
# one weight of each unit. Before running the cell: how many different units are there
# after 300 steps?

# %%
from helpers.figures.c1w3_shallow_network import draw_paths


def paths(start, activation, X=X, Y=Y):
    p, seen = start, []
    for _ in range(300):
        A2, cache = shallow_forward(X, p, activation)
        p = update_parameters(p, shallow_backward(p, cache, X, Y, activation), 1.2)
        seen.append(p["W1"][:, 0])
    return np.array(seen).T  # (n_h, 300)


# %%
equal = {k: np.full_like(v, 0.1) for k, v in parameters.items()}
fig, axes = plt.subplots(1, 2, figsize=(10, 3.4))
draw_paths(axes[0], paths(equal, "tanh"))
draw_paths(axes[1], paths(parameters, "tanh"));

# %%
zero = {k: np.zeros_like(v) for k, v in parameters.items()}
for activation in ("tanh", "relu", "sigmoid"):
    last = paths(zero, activation, X[:, :300], Y[:, :300])[:, -1]
    print(f"all zero, {activation:8s}", np.round(last, 3))

# %% [markdown]
# One unit, four times. Equal rows give equal $a^{[1]}$, equal $dz^{[1]}$ and so equal rows
# of $dW^{[1]}$: after the step they are equal again, and so on for ever. With zeros it is
# even worse: for tanh and ReLU $A^{[1]} = 0$ and $W^{[2]} = 0$, all gradients of the weights
# vanish, and only $b^{[2]}$ can move. The sigmoid answers 0.5 at zero, so its weights do
# move, all alike. (We took 300 points: with 200 of each class even that would stand still,
# since the mean of $A^{[2]} - Y$ is 0.)
#
# Random weights break the symmetry. The biases may start at zero: different weights are
# enough. And a single neuron has nobody to be equal to.

# %% [markdown]
# ## 14. How many units?
#
# Nothing in the formulas tells. So we try.

# %%
sizes = (1, 2, 3, 5, 20)
models = [shallow_model(X, Y, n, 2000, 1.2, np.random.default_rng(3))[0] for n in sizes]
fig, axes = plt.subplots(1, 5, figsize=(13, 3))
for ax, n_h, p in zip(axes, sizes, models, strict=True):
    share = np.mean(predict(p, X) == Y)
    title = f"$n_h$ = {n_h}: {100 * share:.0f} %"
    draw_plane(ax, lambda X, p=p: shallow_forward(X, p)[0], X, Y, title, s=9)
    ax.set(xlabel="", ylabel="", xticks=[], yticks=[])

# %% [markdown]
# One unit draws a line, and 69 % is what a line can do. (It does better than the neuron of
# section 1, since tanh lets far points pull no harder than near ones.) Three borders run
# through the centre, and three units are enough. More of them change little here. On data
# with finer shapes they would follow every stray point; how to notice that, and what to
# do, is a subject of its own.
#
# Same network, other activations: which one learns fastest on this flower?

# %%
runs = {}
for activation in ("tanh", "relu", "sigmoid", "identity"):
    rng = np.random.default_rng(3)
    runs[activation] = shallow_model(X, Y, 8, 3000, 0.5, rng, activation)[1]
draw_costs(plt.figure(figsize=(8, 3.4)).gca(), runs);

# %% [markdown]
# ReLU leaves first, tanh ends lowest. The sigmoid needs 2000 steps before it moves: its slope
# is at most 1/4, and its answers start at 0.5, not 0. The identity stays at $\ln 2$:
# section 5 as a picture. With other data tanh and ReLU may change places; we try.

# %% [markdown]
# ## 15. Seven decisions
#
# One letter for each key.
#
# **layers** (section 2). A network has 3 inputs, 4 hidden units, 1 output. How many layers
# and parameters? (a) 3 and 21. (b) 2 and 21. (c) 2 and 16. (d) 5 and 21.
#
# **entry** (section 7). What is `A1[2, 5]`? (a) Layer 2, example 5. (b) Unit 6 for example
# 3. (c) The third unit's answer to the sixth example.
#
# **hidden_activation** (section 4). Yes-or-no task, one hidden layer.
# (a) Sigmoid everywhere. (b) ReLU or tanh inside, sigmoid at the end. (c) tanh everywhere.
# (d) None inside, sigmoid at the end.

# %% [markdown]
# **linear_place** (section 5). Where does $g(z) = z$ belong? (a) In every hidden layer.
# (b) In the first layer. (c) Nowhere. (d) At the output, when the answer is any number.
#
# **arctan** (section 3). Is tanh the same as $\tan^{-1}$?
# (a) No. (b) Yes, in other letters. (c) Yes: it is the inverse of tanh.
#
# **zero_start** (section 13). What must not start equal? (a) The biases. (b) The weights of
# logistic regression. (c) The weights of the hidden units. (d) Nothing, with a small
# $\alpha$.
#
# **order** (section 10). One turn of the loop: (a) forward, update, backward.
# (b) forward, cost, backward, update. (c) backward, forward, update.

# %% tags=["exercise"]
from source.c1w3_shallow_network.reference import decisions

# %% tags=["checks"] points=6
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - One neuron cuts the plane with one line; a flower needs several.
# - Two layers: $W^{[1]}$ $(n_h, n_x)$, $W^{[2]}$ $(1, n_h)$; units are rows, examples columns.
# - Sigmoid for a yes or no, tanh or ReLU inside; slopes $a(1-a)$, $1 - a^2$, 0 or 1.
# - Without a curve between them, layers collapse into one.
# - Weights start small and different, biases may be zero.
# - Forward fills the cache; backward goes $dZ^{[2]}$, then $dZ^{[1]}$; a nudge tells whether
#   it is right.
# - Forward, cost, backward, update: the loop of every network.
# - Three lines are enough for six petals; in general, we try.
