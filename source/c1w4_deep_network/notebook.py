# %% [markdown] story="the same four lines, L times" writes="a network of any depth, forward and backward; XOR by a tree"
# # The same four lines, L times
#
# What does it take to go from one hidden layer to fifty? Hardly any new code: two lines
# forward and four lines back, in a loop over the layers.
#
# We will learn to
#
# - say the shape of every array before any number is computed;
# - start the weights so that a signal survives many layers;
# - go forward through $L$ layers, and keep what the way back will need (the cache);
# - go back, check the result by nudging, and find a colleague's bug;
# - compare networks of one to six layers on one spiral;
# - say what depth can do that width cannot, and what it costs.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c1w4_deep_network")

# %%
progress()

# %% [markdown]
# ## 1. How deep is deep?
#
# Logistic regression is one layer. One hidden layer makes two. Where does "deep" begin?
# Nowhere: it is a matter of degree. We count the layers with weights; the input is layer 0
# and does not count. Layer $l$ has $n^{[l]}$ units, $n^{[0]} = n_x$, and the last layer is
# number $L$. Activations are $a^{[l]}$, from $a^{[0]} = x$ to $a^{[L]} = \hat y$.

# %%
from helpers.figures.c1w4_deep_network import draw_networks

networks = [[3, 1], [3, 4, 1], [3, 4, 4, 1], [3, 5, 5, 3, 1], [3, 4, 4, 4, 4, 4, 1]]
draw_networks(plt.figure(figsize=(10, 3.2)).gca(), networks);

# %% [markdown]
# The fourth one has three hidden layers: $L = 4$, $n^{[1]} = n^{[2]} = 5$, $n^{[3]} = 3$,
# $n^{[4]} = 1$. How many numbers does it have to learn? A unit has one weight per unit of
# the layer before, and a bias:
#
# $$\text{parameters} = \sum_{l=1}^L n^{[l]} \big(n^{[l-1]} + 1\big) \tag{1}$$
#
# Here $5 \cdot 4 + 5 \cdot 6 + 3 \cdot 6 + 1 \cdot 4 = 20 + 30 + 18 + 4 = 72$. Two functions
# of earlier weeks come along: the sigmoid that never overflows, and the cost.

# %% tags=["given"]
from source.c1w2_logistic_regression.reference import compute_cost, sigmoid

# %% [markdown]
# ## 2. Shapes before numbers
#
# Most bugs in a deep network are bugs of shape. The best tool against them is a sheet of
# paper: write down what each shape must be, then look whether it is. Take the sizes 2, 3, 5,
# 4, 2, 1. $W^{[1]}$ turns 2 numbers into 3, so it must be $(3, 2)$. In general
#
# $$W^{[l]}\ (n^{[l]}, n^{[l-1]}), \qquad b^{[l]}\ (n^{[l]}, 1), \qquad
# Z^{[l]}, A^{[l]}\ (n^{[l]}, m) \tag{2}$$
#
# With one example $z$ and $a$ are columns $(n, 1)$. With $m$ examples they gain columns, and
# $X = A^{[0]}$ too. $W$ and $b$ stay as they are. A gradient always has the shape of its
# variable.

# %% [markdown]
# ### Exercise: expected_shapes
#
# The table (2) as a dict: `"A0"`, and for each layer $l = 1, \dots, L$ the names `"Wl"`,
# `"bl"`, `"Zl"`, `"Al"`, each with a tuple. For `layer_dims = [2, 3, 1]` and `m = 4`:
# `"A0"` is `(2, 4)`, `"W1"` is `(3, 2)`, `"b1"` is `(3, 1)`, `"Z1"` and `"A1"` are
# `(3, 4)`.
#
# Mind the ends: `layer_dims` has $L + 1$ entries, because it begins with layer 0.
#
# <details><summary>Hint</summary>
#
# Which two entries of the list does $W^{[l]}$ join? $(n^{[l]}, n^{[l-1]})$. What is the
# largest $l$?
#
# </details>

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import expected_shapes

# %% tags=["checks"] points=8
check(expected_shapes)

# %%
for dims in ([2, 3, 5, 4, 2, 1], [12288, 20, 7, 5, 1]):
    shapes = expected_shapes(dims, 209)
    weights = [shapes[f"W{k}"] for k in range(1, len(dims))]
    numbers = sum(n * (n_prev + 1) for n, n_prev in weights)
    print(f"{weights}   {numbers:,} parameters")

# %% [markdown]
# 66 parameters in five layers, and 245,973 in four: nearly all of them sit in $W^{[1]}$ of
# the second network, which looks at every number of a picture.
#
# ## 3. Where the weights start
#
# All zeros will not do: all units of a layer would compute the same, get the same gradient
# and stay twins. So they start at random. How large? With one hidden layer we took
# $0.01$ times random numbers. Does that still work with ten layers?

# %%
for scale in (0.01, np.sqrt(2 / 100), 0.5):
    rng = np.random.default_rng(0)
    A, spreads = rng.standard_normal((100, 200)), []
    for _ in range(10):
        A = np.maximum(scale * rng.standard_normal((100, 100)) @ A, 0)
        spreads.append(f"{A.std():8.1e}")
    print(f"{scale:.3f}:", *spreads[::3])

# %% [markdown]
# These are the spreads of the activations in layers 1, 4, 7 and 10. With 0.01 the signal
# shrinks at every layer to next to nothing, with 0.5 it explodes. In between there is a scale
# that keeps it alive: a unit adds up $n^{[l-1]}$ random terms, and ReLU drops about half of
# the result. Both are made up for by
#
# $$W^{[l]} = \text{standard normal numbers} \cdot \sqrt{\frac{2}{n^{[l-1]}}}, \qquad
# b^{[l]} = 0 \tag{3}$$
#
# Biases may be zero: random weights are enough to make the units differ. A later week
# measures all this; here we only use it.

# %% [markdown]
# ### Exercise: initialize_deep
#
# A dict with `"W1"`, `"b1"`, ..., `"WL"`, `"bL"`. Draw with
# `rng.standard_normal(shape)`, one call per layer, $W^{[1]}$ first: then the same seed gives
# all of us the same numbers.
#
# <details><summary>Hint</summary>
#
# Which layer's size stands under the root in (3): the one that sends, or the one that
# receives? $\sqrt{2 / n^{[l-1]}}$
#
# </details>

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import initialize_deep

# %% tags=["checks"] points=8
check(initialize_deep)

# %% [markdown]
# ## 4. One layer forward
#
# The first line of every layer is affine, for all examples at once:
#
# $$Z = W A_{prev} + b, \qquad (n, n_{prev})(n_{prev}, m) + (n, 1) \to (n, m) \tag{4}$$
#
# ### Exercise: linear_forward
#
# By hand, with $A_{prev} = \begin{bmatrix} 1 & 2 \\ 1 & 1 \end{bmatrix}$: a unit with
# weights $(2, -1)$ and bias $-2$ gives $2 - 1 - 2 = -1$ for the first example and
# $4 - 1 - 2 = 1$ for the second.

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import linear_forward

# %% tags=["checks"] points=6
check(linear_forward)

# %% [markdown]
# Why do we insist on $(n, 1)$ for $b$? Here is a layer with four units and, by chance, four
# examples. The same biases once as a column, once flat:

# %%
A_prev, W = np.zeros((3, 4)), np.zeros((4, 3))
b = np.array([[1.0], [2.0], [3.0], [4.0]])
print(linear_forward(A_prev, W, b), linear_forward(A_prev, W, b.ravel()), sep="\n\n")

# %% [markdown]
# No error, and the wrong numbers: flat, the biases run along the examples instead of the
# units. With five examples NumPy would have complained; with four it cannot know.
#
# ### The second line, and the cache
#
# $$A = g(Z), \qquad g(z) = \max(0, z) \ \text{ or } \ \sigma(z) \ \text{ or } \
# \tanh z \tag{5}$$
#
# On the way back we shall need $W$, $A_{prev}$ and $Z$ of this very layer again. To
# compute them twice would be a waste, so each layer puts them aside. Such a bundle of values,
# kept from the forward pass for the backward pass, is a *cache*.

# %% [markdown]
# ### Exercise: activation_forward
#
# Both lines: $Z$ by your `linear_forward`, then $A$ by the activation whose name is passed:
# `"relu"`, `"sigmoid"` or `"tanh"`. Return `A, cache` with
# `cache = (A_prev, W, b, Z)`, in this order.
#
# <details><summary>Hint</summary>
#
# Which function compares two arrays entry by entry? `np.maximum` does; `np.max` finds one
# number. And which of $Z$ and $A$ goes into the cache? $(A_{prev}, W, b, Z)$
#
# </details>

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import activation_forward

# %% tags=["checks"] points=10
check(activation_forward)

# %% [markdown]
# ## 5. L layers forward
#
# $$A^{[0]} = X, \qquad A^{[l]} = g^{[l]}\big(W^{[l]} A^{[l-1]} + b^{[l]}\big)
# \text{ for } l = 1, \dots, L, \qquad \hat Y = A^{[L]} \tag{6}$$
#
# We got rid of the loop over examples and the loop over units. Can this one go too? No:
# layer 3 cannot begin before layer 2 has finished. A loop over layers is fine, it has only
# $L$ turns.
#
# **Exercise (open): deep_forward.** ReLU in the hidden layers, the sigmoid in layer $L$.
# Return $A^{[L]}$ and the list of all caches, that of layer 1 first.

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import deep_forward

# %% tags=["checks"] points=12
check(deep_forward)

# %%
rng = np.random.default_rng(0)
X, Y = rng.standard_normal((3, 6)), np.array([[1, 0, 0, 1, 1, 0]])
parameters = initialize_deep([3, 5, 5, 3, 1], rng)
AL, caches = deep_forward(X, parameters)
wanted = expected_shapes([3, 5, 5, 3, 1], 6)
for k, (_, W, b, Z) in enumerate(caches, start=1):
    print(k, W.shape, b.shape, Z.shape, "as expected:", Z.shape == wanted[f"Z{k}"])
print("cost:", compute_cost(AL, Y))

# %% [markdown]
# The cost is the one we know, the mean of the losses:
#
# $$J = -\frac1m \sum_{i=1}^m \Big(y^{(i)} \ln a^{[L](i)} +
# (1 - y^{(i)}) \ln\big(1 - a^{[L](i)}\big)\Big) \tag{7}$$
#
# An untrained network should be about as good as a coin, $\ln 2 = 0.693$. A first cost far
# away from that would be a reason to look for a bug before training for an hour.
#
# ## 6. One layer back: the four lines
#
# Layer $l$ is handed $dA^{[l]}$, the slope of the loss by its output. What does it make of
# it?

# %%
from helpers.figures.c1w4_deep_network import draw_blocks

draw_blocks(plt.figure(figsize=(10, 4.3)).gca());

# %% [markdown]
# It needs its cache, finds the slopes of its own $W$ and $b$, and hands $dA^{[l-1]}$ down
# to the layer before:
#
# $$dZ = dA \odot g'(Z) \qquad (n, m) \tag{8}$$
#
# $$dW = \frac1m\, dZ\, A_{prev}^T \qquad (n, m)(m, n_{prev}) \to (n, n_{prev}) \tag{9}$$
#
# $$db = \frac1m \sum_{i=1}^m dZ^{(i)} \qquad (n, 1) \tag{10}$$
#
# $$dA_{prev} = W^T dZ \qquad (n_{prev}, n)(n, m) \to (n_{prev}, m) \tag{11}$$
#
# These are the four lines of the title. For one example they read
# $dz = da \cdot g'(z)$, $dW = dz\, a_{prev}^T$, $db = dz$, $da_{prev} = W^T dz$; with $m$
# columns, (9) adds up the $m$ products.

# %% [markdown]
# ### Exercise (open): linear_backward
#
# Formulas (9) to (11): from $dZ$, $A_{prev}$ and $W$ to $dA_{prev}$, $dW$, $db$, in this
# order.
#
# Where does $1/m$ belong? The cost is a mean, and the mean is taken where the examples meet:
# in $dW$ and $db$. $dZ$ and $dA$ still have a column for each example, so there it has no
# place. And which shape must $db$ have, to be subtracted from $b$?

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import linear_backward

# %% tags=["checks"] points=12
check(linear_backward)

# %% [markdown]
# ### Bug hunt: activation_backward
#
# A colleague wrote the other half, line (8) for three activations. He tested it with
# $Z$ and $dA$ all positive, found each number right, and handed it in. His test was too
# kind. Which entries would it have needed?
#
# The cell below needs no formula: it nudges the whole layer. Put any slopes $dA$ on the
# output, so that $S = \sum dA \odot A$ is one number. Move $A_{prev}$ a little way along a random
# direction $D$: $S$ must change by $\sum dA_{prev} \odot D$ per unit of way. Run the exercise
# and its check first, then see which activation disagrees, mend it, and run all three again.

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import activation_backward

# %% tags=["checks"] points=10
check(activation_backward)

# %%
rng = np.random.default_rng(1)
layer = [rng.standard_normal(shape) for shape in ((3, 6), (4, 3), (4, 1))]
A_prev, W, b, dA, D = *layer, rng.standard_normal((4, 6)), rng.standard_normal((3, 6))
for kind in ("relu", "sigmoid", "tanh"):
    cache = activation_forward(A_prev, W, b, kind)[1]
    claimed = np.sum(activation_backward(dA, cache, kind)[0] * D)
    ends = (activation_forward(A_prev + h * D, W, b, kind)[0] for h in (1e-6, -1e-6))
    up, down = (np.sum(dA * A) for A in ends)
    print(f"{kind:8} claimed {claimed:.6f}   nudged {(up - down) / 2e-6:.6f}")

# %% [markdown]
# The bend of ReLU lies at $Z = 0$, and which side a unit was on was decided on the way
# forward. $dA$ may have any sign there; where the unit slept, nothing comes back.
#
# (Exactly at $z = 0$ ReLU has no slope. Any number from 0 to 1 would do; here it is 0.)
#
# ## 7. L layers back
#
# Where does the way back begin? With the loss. From (7), for one example,
#
# $$dA^{[L]} = -\frac{Y}{A^{[L]}} + \frac{1 - Y}{1 - A^{[L]}} \tag{12}$$
#
# What happens to it when the network is certain, $A^{[L]} = 1$ exactly?

# %%
with np.errstate(all="ignore"):
    A, y = sigmoid(np.array([[2.0, 40.0, -800.0]])), np.array([[1, 0, 1]])
    dA = -y / A + (1 - y) / (1 - A)
    print("quotients times slope:", dA * A * (1 - A))
    print("A - Y:                ", A - y)

# %% [markdown]
# Infinity times zero. Multiplied out on paper, the fractions cancel, as they did in
# logistic regression, and nothing is left to divide:
#
# $$dZ^{[L]} = dA^{[L]} \odot A^{[L]} \odot (1 - A^{[L]}) = A^{[L]} - Y \tag{13}$$
#
# From there it goes down: (9) to (11) for layer $L$, then (8) to (11) for the ReLU layers
# $L - 1, \dots, 1$, each with the $dA$ that the layer above handed down. (Two of the lines
# joined give $dZ^{[l]} = W^{[l+1]T} dZ^{[l+1]} \odot g'(Z^{[l]})$, the form many books
# print.)

# %% [markdown]
# ### Exercise: deep_backward
#
# Return a dict with `"dW1"`, `"db1"`, ..., `"dWL"`, `"dbL"`. `caches[0]` belongs to layer 1,
# `caches[-1]` to layer $L$.
#
# <details><summary>Hint</summary>
#
# Which of your two functions fits the start, when $dZ^{[L]}$ is known already and no
# activation is left to undo? And what does layer $l$ get: always the first $dA$, or the latest
# one? $dA^{[l-1]} = W^{[l]T} dZ^{[l]}$
#
# </details>

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import deep_backward

# %% tags=["checks"] points=14
check(deep_backward)

# %% [markdown]
# ## 8. Trust, but check
#
# A backward pass with a bug often still learns, only worse. So we do what we did with one
# weight, for all 72 of the network of section 5: nudge each one by $h$ both ways, see how far the
# cost moves, and compare with what `deep_backward` claims. It takes two forward passes per
# number: fine as a test, hopeless as a way to train.

# %%
def cost_at(point):
    return compute_cost(deep_forward(X, point)[0], Y)


def nudge(point, name, place, h=1e-5):
    step = np.zeros_like(point[name])
    step[place] = h
    up, down = (cost_at(point | {name: point[name] + s}) for s in (step, -step))
    return (up - down) / (2 * h)

# %%
grads = deep_backward(AL, Y, caches)
for name, value in parameters.items():
    places = list(np.ndindex(value.shape))
    nudged = np.array([nudge(parameters, name, p) for p in places]).reshape(value.shape)
    gap = np.linalg.norm(nudged - grads["d" + name])
    size = np.linalg.norm(nudged) + np.linalg.norm(grads["d" + name])
    print(f"d{name}: {value.size:2d} numbers, relative gap {gap / max(size, 1e-12):.0e}")

# %% [markdown]
# Gaps far below $10^{-6}$ are rounding. A missing $1/m$, a forgotten transpose or a wrong
# bend gives $10^{-2}$ or more. The check belongs on layers of different sizes, with $m$ unlike
# any of them, and with three layers or more: some bugs show only where a $dA$ has been handed down
# twice.
#
# Now watch it happen. Move `step`: blue arrays arrive on the way forward, the caches fill, then the
# orange ones come back and use them up. All of it is computed by your functions; a wrong shape
# turns red. Which numbers grow with $m$, and which do not?

# %%
from helpers.widgets import explore_shapes

explore_shapes(initialize_deep, activation_forward, activation_backward)

# %% [markdown]
# The parameters and their gradients stay as they are. The caches grow with $m$: for the pictures
# they hold ten times as many numbers as the whole network. That memory is the price of not
# computing twice.
#
# ## 9. One step, and three thousand
#
# $$W^{[l]} := W^{[l]} - \alpha\, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha\, db^{[l]}
# \tag{14}$$
#
# **Exercise (open): update_parameters.** Formula (14) for every name in the dict. Return a
# new dict with new arrays; the old point stays as it was, so that we can go back to it.

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import update_parameters

# %% tags=["checks"] points=8
check(update_parameters)

# %% [markdown]
# A task that needs bends: two arms that wind around each other twice. 400 points to learn
# from, 400 others (the dev set) to compare networks on.

# %%
from functools import cache
from helpers.datasets import make_spirals

X_spiral, Y_spiral = make_spirals(400, seed=1, turns=2, noise=0.02)
X_dev, Y_dev = make_spirals(400, seed=2, turns=2, noise=0.02)

# %%
@cache  # a second call with the same arguments is answered from memory
def train(dims, rate, turns=3000):
    point, costs = initialize_deep(dims, np.random.default_rng(2)), []
    for _ in range(turns):
        guess, kept = deep_forward(X_spiral, point)
        costs.append(compute_cost(guess, Y_spiral))
        slopes = deep_backward(guess, Y_spiral, kept)
        point = update_parameters(point, slopes, rate)
    return point, costs

# %% [markdown]
# Four networks: no hidden layer, one, two and five. The second and the third have about the same
# number of parameters (161 and 177). Which one will win? Write your guess down, then run; it takes
# some seconds.

# %%
sizes = [(2, 1), (2, 40, 1), (2, 11, 11, 1), (2, 10, 10, 10, 10, 10, 1)]
for dims in sizes:
    for rate in (0.3, 0.1):
        point, costs = train(dims, rate)
        dev = np.mean((deep_forward(X_dev, point)[0] > 0.5) == Y_dev)
        text = f"cost {costs[-1]:.3f}   dev set {100 * dev:.1f} % right"
        print(f"L = {len(dims) - 1}, α = {rate}:  {text}")

# %%
from helpers.plots import draw_plane

best = (0.3, 0.3, 0.3, 0.1)
points = [train(dims, rate)[0] for dims, rate in zip(sizes, best, strict=True)]
fig, axes = plt.subplots(1, 4, figsize=(11, 3))
for k, point in enumerate(points):
    draw_plane(axes[k], lambda P, point=point: deep_forward(P, point)[0], X_dev, Y_dev, s=11)
    axes[k].set(xlabel=f"L = {len(sizes[k]) - 1}, α = {best[k]}", ylabel="", xticks=[], yticks=[])

# %% [markdown]
# A line gets 70 %. Two layers with 161 parameters reach 88 %, three with 177 reach
# 98 %: about the same budget, spent on depth. And six layers? With $\alpha = 0.3$, the best
# rate for the others, they stay at 80 %; with $\alpha = 0.1$, too slow for the others, they get every
# point right.
#
# So "deeper is better" is no law. Depth, width, $\alpha$, the number of steps, the
# activations: all these are *hyperparameters*. We choose them, and they decide which
# *parameters* $W$ and $b$ the descent finds. They act on each other, and what suits one
# field may not suit the next. So: idea, code, experiment, and round again, with the dev set as
# judge.

# %% [markdown]
# ## 10. What can depth do?
#
# Take the parity of $n$ bits: is the number of ones odd? In other words, $x_1 \oplus x_2
# \oplus \dots \oplus x_n$, where $a \oplus b$ (exclusive or) is 1 if exactly one of the two is.
# Two ReLU units make one such gate:
#
# $$a \oplus b = \max(0, a + b) - 2 \max(0, a + b - 1) \tag{15}$$
#
# Try it: $0 \oplus 0 = 0$, $1 \oplus 0 = 1 - 0$, $1 \oplus 1 = 2 - 2 = 0$. How many
# gates do we need for $n$ bits, and how many levels, if all the gates of a level work at the same
# time?

# %%
from helpers.figures.c1w4_deep_network import draw_xor_tree

draw_xor_tree(plt.figure(figsize=(8, 3.2)).gca(), [1, 0, 1, 1, 0, 1]);

# %% [markdown]
# ### Exercise (open): xor_tree
#
# `X` has a row per bit and a column per example. Pair neighbouring rows (first with second,
# third with fourth, ...) and let (15) make one row of each pair, for all examples at once.
# A last row without a partner moves up unchanged. Go on until one row is left; count levels
# and gates on the way. Return `parity, depth, gates`.
#
# For one column of six bits, as above: 3 levels, $3 + 1 + 1 = 5$ gates.
#
# <details><summary>Hint</summary>
#
# Which slice takes every other row, and how many of $n$ rows have a partner?
# $2 \lfloor n / 2 \rfloor$
#
# </details>

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import xor_tree

# %% tags=["checks"] points=6
check(xor_tree)

# %%
from helpers.figures.c1w4_deep_network import draw_gates

draw_gates(plt.figure(figsize=(8, 3.6)).gca(), xor_tree)
print(xor_tree(np.ones((1024, 1), dtype=int))[1:], "levels and gates for 1024 bits")

# %% [markdown]
# Every gate takes one row away: $n - 1$ gates, on only $\lceil \log_2 n \rceil$ levels. And with
# a single hidden layer of detectors, each of which knows one pattern of bits? Half of the
# $2^n$ patterns have an odd number of ones, so it takes $2^{n-1}$ of them.
#
# An honest footnote: a ReLU unit is more than such a detector. It may add up all bits, and
# then $n$ units in one layer do parity. Is depth worth nothing, then? A function for which
# it matters to ReLU units too is the fold: $x$ goes up to $1/2$ and down again, and the next layer
# folds what the last one made. Your `activation_forward` does it:

# %%
from helpers.figures.c1w4_deep_network import draw_folds

draw_folds(plt.figure(figsize=(8, 4)).gca(), activation_forward);

# %% [markdown]
# $$L \text{ layers of 2 units}: \ 2^L \text{ straight pieces}; \qquad
# \text{one layer of } k \text{ units: at most } k + 1 \tag{16}$$
#
# Each ReLU unit of a single layer adds one bend, so 32 pieces need 31 units; five layers do
# it with 10. That is what circuit theory says in general: there are functions that a small deep
# network computes, and a shallow one only with exponentially many units.

# %% [markdown]
# ## 11. Layers in pictures and sound
#
# Nobody tells a network what its layers should look for. Trained on faces, the first ones are
# found to react to edges, later ones to parts such as an eye or a nose, the last ones to faces. For
# sound it is a tone going up or down, then phonemes, then words, then sentences. From simple to
# composed, each layer from the one before.

# %%
from helpers.figures.c1w4_deep_network import draw_hierarchy

draw_hierarchy(plt.figure(figsize=(9, 3.2)).gca());

# %% [markdown]
# (A drawing, not a measurement: our networks are too small for that.)
#
# Is this how a brain works? The comparison is loose, and misleads easily. A real neuron does
# far more than a sum and a bend, how it learns is not well known, and nothing like our
# backward pass has been found in it. "Deep" is also a good name to
# sell. For a new problem we start small: logistic regression, then one or two hidden layers,
# and treat depth as a number to be tried on the dev set.
#
# ## 12. Seven decisions
#
# One letter for each key.

# %% [markdown]
# **count_layers** (section 1). Sizes 3, 5, 5, 3, 1: (a) $L = 5$, 72 parameters. (b) $L = 4$,
# 72 parameters. (c) $L = 3$, 68 parameters. (d) $L = 4$, 58 parameters.
#
# **more_examples** (section 2). $m$ doubles. Which arrays grow?
# (a) $W$ and $Z$. (b) $b$, since it is added to every column. (c) $Z$, $A$, $dZ$, $dA$.
# (d) $dW$, since it is a sum over the examples.
#
# **which_loop** (section 5). Which loop stays in the forward pass?
# (a) Over the examples. (b) Over the units. (c) Over the layers. (d) None.

# %% [markdown]
# **hyperparameters** (section 9). Which list holds hyperparameters only?
# (a) $W$, $b$, $\alpha$. (b) $\alpha$, $dW$, $L$. (c) $b$, $n^{[l]}$, number of steps.
# (d) $\alpha$, $L$, $n^{[l]}$, number of steps, $g$.
#
# **layer_by_layer** (section 11). In what order do the layers of a network for faces find
# things? (a) Edges, parts, faces. (b) Faces, parts, edges. (c) Parts, edges, faces.
#
# **first_model** (section 11). A new problem. We begin with (a) fifty layers. (b) logistic
# regression, and try more on the dev set. (c) the depth that does best on the test set. (d) the
# depth that was best in another field.
#
# **brain** (section 11). A unit and a neuron: (a) the same. (b) Both learn by going back.
# (c) A loose comparison.

# %% tags=["exercise"]
from source.c1w4_deep_network.reference import decisions

# %% tags=["checks"] points=6
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - Shapes first: $W$ $(n, n_{prev})$, $b$ $(n, 1)$, $Z$ and $A$ $(n, m)$; a gradient is
#   shaped like its variable.
# - Random weights times $\sqrt{2 / n_{prev}}$ keep a signal alive through many layers.
# - Two lines forward, and a cache with what the way back needs.
# - Four lines back: $dZ$, $dW$, $db$, $dA_{prev}$. The start is $A^{[L]} - Y$.
# - A nudge of every number tells whether the backward pass is right.
# - Depth buys bends cheaply: $2^L$ pieces from $2L$ units. It also changes which $\alpha$ works.
# - Parameters are found, hyperparameters are tried.
