# %% [markdown] story="trust, but check" writes="one- and two-sided differences, a gradient check, a hidden fault" place=3
# # Trust, but check
#
# A backward pass can be wrong and still learn: the cost falls, only slower, and no error is
# raised. How would we ever notice?
#
# We will learn to
#
# - measure a slope by nudging, to one side and to both;
# - choose the length of the nudge: too long and too short are both bad;
# - pack a whole network into one column, and unpack it;
# - turn two gradients into one number, and the number into a verdict;
# - check a deep network, and a layer with its inputs;
# - tell when the check itself is wrong, and when it passes by chance;
# - find the bug of a colleague whose own check said "right".

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c2w1_gradient_checking")

# %%
progress()

# %% [markdown]
# ## 1. A slope that nobody told us
#
# What is the slope of $f(x) = x^3$ at $x = 1$? Calculus says $3x^2 = 3$. Without calculus we
# can still walk a little to the right and see how far we rise:
#
# $$f'(x) \approx \frac{f(x + \varepsilon) - f(x)}{\varepsilon} \tag{1}$$
#
# With $\varepsilon = 0.01$: $(1.030301 - 1) / 0.01 = 3.0301$. Why too much? The curve bends
# upwards, and we looked only at the side where it gets steeper.
#
# **Exercise: one_sided_difference.** Formula (1). `f` is a function, called like any
# other: `f(x)`.
#
# <details><summary>Hint</summary>
#
# How long is the run from $x$ to $x + \varepsilon$? Which of the two heights comes first?
#
# </details>

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import one_sided_difference

# %% tags=["checks"] points=6
check(one_sided_difference)

# %% [markdown]
# On the left of $x$ the curve is flatter than at $x$, on the right it is steeper. What if
# we look at both sides at once?
#
# $$f'(x) \approx \frac{f(x + \varepsilon) - f(x - \varepsilon)}{2 \varepsilon} \tag{2}$$
#
# By hand: $(1.01^3 - 0.99^3) / 0.02 = (1.030301 - 0.970299) / 0.02 = 3.0001$. The same
# $\varepsilon$, one more call of $f$, and the error is 300 times smaller.
#
# **Exercise: two_sided_difference.** Formula (2).

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import two_sided_difference

# %% tags=["checks"] points=8
check(two_sided_difference)

# %%
from helpers.figures.c2w1_gradient_checking import draw_chords

ax = plt.figure(figsize=(7, 3.8)).gca()
draw_chords(ax, lambda t: t**3, 1.0, 0.5, 3.0, one_sided_difference, two_sided_difference);

# %% [markdown]
# Even with $\varepsilon = 0.5$ the two-sided chord runs nearly parallel to the tangent: 3.25
# against 3. The one-sided chord has 4.75.
#
# ## 2. How short is short?
#
# Where does the 300 come from? Write the curve as a sum of powers of the nudge:
#
# $$f(x \pm \varepsilon) = f(x) \pm \varepsilon f'(x) + \frac{\varepsilon^2}{2} f''(x)
# \pm \frac{\varepsilon^3}{6} f'''(x) + \dots \tag{3}$$
#
# Put into (1), the first thing that stays is $\frac{\varepsilon}{2} f''(x)$. Put into (2),
# the even terms cancel, and $\frac{\varepsilon^2}{6} f'''(x)$ is left. For $x^3$ at 1 that
# is $3 \varepsilon$ and $\varepsilon^2$: 0.03 and 0.0001.

# %%
for k in range(1, 13):
    epsilon = 10.0**-k
    one = one_sided_difference(lambda t: t**3, 1.0, epsilon) - 3
    two = two_sided_difference(lambda t: t**3, 1.0, epsilon) - 3
    print(f"epsilon = 1e-{k:02d}   one-sided {abs(one):.1e}   two-sided {abs(two):.1e}")

# %% [markdown]
# The first error loses one digit per line and the second one two, as promised. Then both
# turn round and grow! A computer keeps about 16 digits. With $\varepsilon = 10^{-12}$ the
# first 12 of $f(x \pm \varepsilon)$ are the same, the subtraction throws them away, and 4 are
# left. So there are two errors:
#
# $$\text{error} \approx \underbrace{\frac{\varepsilon^2}{6} |f'''(x)|}_{\text{truncation}}
# + \underbrace{\frac{10^{-16} |f(x)|}{\varepsilon}}_{\text{rounding}} \tag{4}$$
#
# Move $\varepsilon$ and look at the digits. Where is the bottom of each curve? What does single
# precision (dashed) do to it? And what happens with ReLU at $x = 0.001$?

# %%
from helpers.widgets import explore_epsilon

explore_epsilon(one_sided_difference, two_sided_difference)

# %% [markdown]
# In double precision the two-sided error is smallest near $\varepsilon = 10^{-5}$. In single
# precision nothing below $10^{-3}$ is worth trying: **check gradients in float64**.
#
# Then why do the books say $\varepsilon = 10^{-7}$? It costs some digits, but an error of
# $10^{-9}$ is still good enough to tell right from wrong. And a short nudge seldom steps over
# the bend of a ReLU, where (3) does not hold at all. We will meet such a bend in section 8.

# %% [markdown]
# ## 3. A network in one column
#
# A network has many numbers: $W^{[1]}, b^{[1]}, \dots, W^{[L]}, b^{[L]}$. To nudge each of
# them in turn, we put them into one column:
#
# $$\theta = \big(W^{[1]} \text{ row by row},\ b^{[1]},\ W^{[2]} \text{ row by row},\ b^{[2]},
# \dots,\ b^{[L]}\big)^T\ (n, 1) \tag{5}$$
#
# The cost becomes a function $J(\theta)$. The gradients $dW^{[1]}, db^{[1]}, \dots$ make a
# column $d\theta$ in **the same order**: entry $i$ of $d\theta$ is the slope by entry $i$ of
# $\theta$.
#
# The deep network of the last course comes along. In which order does its backward pass leave
# the slopes?

# %%
from helpers.figures.c2w1_gradient_checking import draw_packing

small = {"W1": np.array([[1, 2, 3], [4, 5, 6]]), "b1": np.array([[7], [8]])}
small |= {"W2": np.array([[9, 10]]), "b2": np.array([[11]])}
draw_packing(plt.figure(figsize=(9, 4)).gca(), small);

# %% tags=["given"]
from source.c1w4_deep_network.reference import activation_forward, compute_cost, deep_backward, deep_forward, initialize_deep, linear_backward, linear_forward, update_parameters

# %%
layer_dims = [4, 5, 3, 1]
rng = np.random.default_rng(1)
X, Y = rng.standard_normal((4, 10)), rng.integers(0, 2, (1, 10))
parameters = initialize_deep(layer_dims, rng)
AL, caches = deep_forward(X, parameters)
grads = deep_backward(AL, Y, caches)
print(list(parameters))
print(list(grads))

# %% [markdown]
# The last layer comes first, as the pass goes backwards. So the order of the dict is no order
# to rely on, and sorting the names is not much better: as text, `"W10"` comes before `"W2"`.
# We ask for each name ourselves.
#
# **Exercise: pack_parameters.** Formula (5). `prefix` stands in front of each name: `""` for
# parameters, `"d"` for gradients. The dict has two entries per layer, so $L$ is half of its
# length.
#
# <details><summary>Hint</summary>
#
# Which shape makes a column of any matrix? $(n^{[l]}, n^{[l-1]}) \to (n^{[l]} n^{[l-1]}, 1)$.
# And how do columns become one longer column?
#
# </details>

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import pack_parameters

# %% tags=["checks"] points=12
check(pack_parameters)

# %% [markdown]
# **Exercise (open): unpack_parameters.** The way back. From where to where does each array
# reach? For `layer_dims = [3, 2, 1]`: $W^{[1]}$ is $\theta_0, \dots, \theta_5$ in shape (2, 3),
# $b^{[1]}$ is $\theta_6, \theta_7$ in shape (2, 1), and so on.
#
# A slice of an array is a view: it shares its numbers with $\theta$. Whoever trains with such
# parameters changes $\theta$ behind our back. So: copies.

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import unpack_parameters

# %% tags=["checks"] points=12
check(unpack_parameters)

# %%
theta = np.zeros((47, 1))  # room for the column
theta[:] = pack_parameters(parameters)
back = pack_parameters(unpack_parameters(theta, layer_dims))
print("there and back:", np.array_equal(back, theta))

# %% [markdown]
# There and back without a loss: 47 numbers, $4 \cdot 5 + 5 + 5 \cdot 3 + 3 + 3 + 1$.
#
# ## 4. One nudge each
#
# Now (2) for each entry of $\theta$, while all others stay where they are. With $e_i$, which
# is 1 at place $i$ and 0 elsewhere:
#
# $$d\theta^{\text{approx}}_i = \frac{J(\theta + \varepsilon e_i) -
# J(\theta - \varepsilon e_i)}{2 \varepsilon} \tag{6}$$
#
# By hand, for $J = \theta_0 \theta_1$ at $(2, 5)$ with $\varepsilon = 0.5$: the first slope is
# $(2.5 \cdot 5 - 1.5 \cdot 5) / 1 = 5$, the second $(2 \cdot 5.5 - 2 \cdot 4.5) / 1 = 2$.

# %% [markdown]
# ### Exercise: numerical_gradient
#
# Formula (6) for an array of any shape, so that we can use it on a column as well as on a
# matrix. `np.ndindex(theta.shape)` runs over all places.
#
# Three traps. The nudge of place $i$ must be gone before place $i + 1$ is nudged. `theta`
# belongs to the caller. And it may hold whole numbers or single precision, where a nudge of
# $10^{-7}$ gets lost: work on a copy in double precision.
#
# <details><summary>Hint</summary>
#
# How would you write $\varepsilon e_i$ as an array? Zeros in the shape of theta, and
# $\varepsilon$ at one place.
#
# </details>

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import numerical_gradient

# %% tags=["checks"] points=14
check(numerical_gradient)

# %%
def cost(theta):
    return compute_cost(deep_forward(X, unpack_parameters(theta, layer_dims))[0], Y)


def gradient(theta):
    AL, caches = deep_forward(X, unpack_parameters(theta, layer_dims))
    return pack_parameters(deep_backward(AL, Y, caches), "d")


np.hstack([numerical_gradient(cost, theta, 1e-7), gradient(theta)])[[0, 20, 46]]

# %% [markdown]
# Nudged on the left, `deep_backward` on the right: eight digits or so agree, of a weight
# ($i = 0$), of a bias ($i = 20$ is the first entry of $b^{[1]}$) and of the last bias.
#
# ## 5. How different is different?
#
# Nobody wants to read 47 lines, and a network may have millions. One number shall do. The
# distance $\lVert d\theta^{\text{approx}} - d\theta \rVert$? Is a distance of 0.001 much? For
# slopes near 1000 it is nothing, for slopes near 0.001 it is everything. So we compare it with
# the lengths:
#
# $$\text{error} = \frac{\lVert d\theta^{\text{approx}} - d\theta \rVert_2}
# {\lVert d\theta^{\text{approx}} \rVert_2 + \lVert d\theta \rVert_2},
# \qquad \lVert v \rVert_2 = \sqrt{\textstyle\sum_i v_i^2} \tag{7}$$

# %% [markdown]
# **Exercise: relative_error.** Formula (7), over all numbers of both arrays. By hand: $(3, 4)$
# against $(6, 8)$ has the distance 5 and the lengths 5 and 10, so the error is $5 / 15 = 1/3$.
#
# Two gradients that are both zero agree perfectly. What does (7) say then? Return 0.0.

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import relative_error

# %% tags=["checks"] points=10
check(relative_error)

# %%
exact = gradient(theta)
for name, factor in (("doubled", 2), ("wrong sign", -1), ("all zero", 0), ("no 1/m", 10)):
    print(f"{name:11s} {relative_error(exact, factor * exact):.3f}")

# %% [markdown]
# A gradient that is $k$ times too long has the error $|k - 1| / (k + 1)$: 1/3 for a factor
# of 2, 9/11 = 0.818 where a division by $m = 10$ was forgotten. A wrong sign gives 1, and so
# does a gradient of zeros. A bug often signs its name.
#
# And where is the border? Rounding alone leaves about $10^{-8}$. As a rule of thumb, with
# $\varepsilon = 10^{-7}$:
#
# - about $10^{-7}$ or less: right;
# - about $10^{-5}$: look at the single components, none should be far off;
# - about $10^{-3}$ or more: there is a bug somewhere.
#
# We cut in between, at $10^{-6}$ and at $10^{-4}$.

# %% [markdown]
# **Exercise (open): gradient_check.** Formulas (6) and (7) at one point, then the verdict:
# `"right"` below $10^{-6}$, `"look again"` below $10^{-4}$, else `"wrong"`. `cost` and
# `gradient` are functions of $\theta$.
#
# A gradient with a `nan` in it has the error `nan`. Every comparison with `nan` is false. Which
# verdict do your branches give it?

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import gradient_check

# %% tags=["checks"] points=14
check(gradient_check)

# %% [markdown]
# ## 6. Is our deep network right?
#
# And would we notice if it were not? We break it on purpose, with three bugs that are easily
# made. None of them raises an error:
#
# - *shared*: `db2` adds up over the units too, so that all units of layer 2 get one slope;
# - *forgotten*: the 1/m is missing in `dW1`;
# - *penalty*: the cost gets a term $0.1\, \lVert W^{[l]} \rVert^2$ for every layer, the
#   gradient does not.
#
# Unpacked again, the two columns tell *where* they differ. What will each array say?

# %%
def errors_by_name(cost, gradient, theta):
    approx = unpack_parameters(numerical_gradient(cost, theta, 1e-7), layer_dims)
    exact = unpack_parameters(gradient(theta), layer_dims)
    return {name: relative_error(approx[name], exact[name]) for name in approx}


def penalised(theta):
    parameters = unpack_parameters(theta, layer_dims)
    return cost(theta) + 0.1 * sum(np.sum(parameters[f"W{k}"] ** 2) for k in (1, 2, 3))


# %%
def shared(theta):
    grads = unpack_parameters(gradient(theta), layer_dims)
    return pack_parameters(grads | {"b2": np.full((3, 1), np.sum(grads["b2"]))})


def forgotten(theta):
    grads = unpack_parameters(gradient(theta), layer_dims)
    return pack_parameters(grads | {"W1": 10 * grads["W1"]})


# %%
from helpers.figures.c2w1_gradient_checking import draw_errors

pairs = {"our network": (cost, gradient), "shared": (cost, shared)}
pairs |= {"forgotten": (cost, forgotten), "penalty": (penalised, gradient)}
found = {name: errors_by_name(*pair, theta) for name, pair in pairs.items()}
fig, axes = plt.subplots(2, 2, figsize=(12, 6), layout="constrained")
for i, name in enumerate(found):
    draw_errors(axes.flat[i], found[name])
    axes.flat[i].set_xlabel(f"{name}: relative error (log scale)")

# %% [markdown]
# Our network is right, with errors of billionths. And for the others the picture points at the
# line. One bias off and its weights right: look at the sum for
# `db2`. One matrix off by $9/11$: the missing $1/m$. All matrices off and all biases right:
# something that depends on $W$ alone, and that is the penalty. **Whatever stands in the cost
# must have its slope in the gradient**, so the check has to be made with the regularization
# term on both sides.
#
# `"wrong"` says that there is a bug, the components say where. Without the verdict we would
# have trained with them for hours.

# %% [markdown]
# ## 7. Inputs as well as parameters
#
# A layer returns three slopes: `dW`, `db`, and `dA_prev` for the layer below. In a network of
# one layer nobody uses `dA_prev`: a bug in it is invisible, until someone puts a layer in
# front. So a layer is checked alone, and **every** argument is nudged, the inputs too.
#
# What is the cost of a single layer? Any number made of its output. We weigh the output with
# some random array $dout$, and then $dout$ is just what the layer above would send down:
#
# $$J = \sum dout * \text{forward}(\text{arguments}), \qquad
# \frac{\partial J}{\partial\, \text{output}} = dout \tag{8}$$

# %% [markdown]
# ### Exercise (open): layer_errors
#
# For each argument: $J$ as a function of this argument alone, its `numerical_gradient`, and
# the `relative_error` to what `backward` says.
#
# `forward(**arguments)` calls a function with the entries of a dict as its keywords;
# `arguments | {"W": changed}` is a new dict with one entry changed.
#
# By hand: output $w x$, $x = 2$, $w = 3$, $dout = 1$. A backward pass that says $dx = dout = 1$
# has forgotten $w$: nudged, the slope is 3, and the error $(3 - 1) / (3 + 1) = 0.5$.
#
# Then we ask it: is the given `linear_backward` right, in all three slopes?

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import layer_errors

# %% tags=["checks"] points=12
check(layer_errors)

# %%
def backward(dout, A_prev, W, b):
    dA_prev, dW, db = linear_backward(dout, A_prev, W)
    return {"A_prev": dA_prev, "W": dW, "b": db}


rng = np.random.default_rng(2)
layer = {"A_prev": rng.standard_normal((3, 4)), "W": rng.standard_normal((2, 3))}
layer["b"], dout = rng.standard_normal((2, 1)), rng.standard_normal((2, 4))
layer_errors(linear_forward, backward, layer, dout, 1e-5)

# %% [markdown]
# `A_prev` is right, and both parameters are wrong? With 0.6 each, and $0.6 = (4 - 1) / (4 + 1)$:
# a factor of 4, and $m = 4$. That is no bug but a convention. Our `dW` and `db` contain the mean
# over the examples, $\frac1m$; `dA_prev` keeps one column per example and no $\frac1m$. Such
# things belong in a docstring, and there they are. With $J$ as a sum, we multiply by $m$:

# %%
def backward_of_sum(dout, A_prev, W, b):
    slopes = backward(dout, A_prev, W, b)
    m = A_prev.shape[1]
    return slopes | {"W": m * slopes["W"], "b": m * slopes["b"]}


layer_errors(linear_forward, backward_of_sum, layer, dout, 1e-5)

# %% [markdown]
# All three agree to ten digits. This little tool works for any layer with any arguments, be it
# a normalization, a convolution or a recurrent cell.
#
# ## 8. When the check is wrong
#
# A check is a measurement, and a measurement can fail too. Let us train for a few steps and
# check again.

# %%
def train(parameters, steps):
    for _ in range(steps):
        AL, caches = deep_forward(X, parameters)
        parameters = update_parameters(parameters, deep_backward(AL, Y, caches), 0.3)
    return parameters


for steps in (0, 10, 20, 30):
    later = pack_parameters(train(parameters, steps))
    print(f"after {steps:2d} steps:", gradient_check(cost, gradient, later))

# %% [markdown]
# Wrong after 10 steps, and right again after 20? The code has not changed. We look at the
# components. Beside them: what a nudge measures right on the bend of a ReLU.

# %%
ten = train(parameters, 10)
found = errors_by_name(cost, gradient, pack_parameters(ten))
fig, axes = plt.subplots(1, 2, figsize=(11, 3.4), layout="constrained")
draw_errors(axes[0], found)
differences = one_sided_difference, two_sided_difference
draw_chords(axes[1], lambda z: np.maximum(z, 0), 0.0, 0.5, 0.0, *differences)
Z2 = deep_forward(X, ten)[1][1][3]
print("Z2 is exactly 0 at (unit, example):", np.argwhere(Z2 == 0))

# %% [markdown]
# Only $b^{[2]}$ is off. In row 2, column 6 of $Z^{[2]}$ there is an exact 0: all units of layer 1
# are silent for that example, so $z$ is nothing but the bias, which still is 0. It stands **on the bend**
# of ReLU. Our code says slope 0. A nudge goes up on one side and stays flat on the other: one
# half, the slope of neither side. A false alarm.
#
# What to do? Check at another point: with random biases no exact 0 remains. And keep $\varepsilon$
# short: a $z$ that is near 0, but not on it, does harm only if the nudge steps over the bend.

# %%
from helpers.figures.c2w1_gradient_checking import draw_error_curves

epsilons = 10.0 ** -np.arange(1, 12)
curves = {"network with ReLU": [gradient_check(cost, gradient, theta, e)[1] for e in epsilons]}
draw_error_curves(plt.figure(figsize=(7, 3.6)).gca(), epsilons, curves);

# %% [markdown]
# At $\varepsilon = 0.1$ and 0.01 the error is not $\varepsilon^2$ but 0.13 and 0.015: the nudges
# step over bends. From 0.001 on they no longer do. $10^{-7}$ is safe from bends, and far enough
# from the rounding on the left.
#
# ### Dropout
#
# A layer that tosses coins is another network at each call. What does the check measure then?

# %%
coins = np.random.default_rng(3)


def coin_cost(theta):
    AL, _ = deep_forward(X * (coins.random(X.shape) < 0.8), unpack_parameters(theta, layer_dims))
    return compute_cost(AL, Y)


print(numerical_gradient(coin_cost, theta, 1e-7)[:3].T, gradient_check(coin_cost, gradient, theta))

# %% [markdown]
# Slopes of a hundred thousand: up and down are costs of two different networks, and their
# difference is divided by $2 \cdot 10^{-7}$. So: **dropout off** (`keep_prob = 1`), then check,
# then on again. Or fix the coins, one mask for all calls.
#
# ### Passing by chance
#
# Those were false alarms. Worse is a check that says "right" of wrong code. This gradient
# knows only the very last bias; all other slopes are simply 0:

# %%
def lazy(theta):
    return gradient(theta) * (np.arange(47) == 46).reshape(-1, 1)


print("at zero:  ", gradient_check(cost, lazy, np.zeros((47, 1))))
print("at random:", gradient_check(cost, lazy, theta))

# %% [markdown]
# With all weights at zero every signal is zero, and so are 46 of the 47 true slopes. Zero times
# any bug is zero. A check is worth only as much as its point: take **random** parameters, not
# too small, biases included; and check **again after some training**, when they have grown. (Not
# at the very end: where the gradient itself is nearly 0, the rounding weighs more.)

# %% [markdown]
# ## 9. Bug hunt: tanh_backward
#
# A colleague has written a network of three layers, tanh, tanh, sigmoid. Backward, with the
# slope $1 - a^2$ of $a = \tanh(z)$:
#
# $$dZ^{[3]} = A^{[3]} - Y, \qquad dZ^{[l]} = W^{[l+1]T} dZ^{[l+1]} * \big(1 - (A^{[l]})^2\big)
# \tag{9}$$
#
# $$dW^{[l]} = \frac1m dZ^{[l]} A^{[l-1]T} \tag{10}$$
#
# $$db^{[l]} = \frac1m \sum_i dZ^{[l](i)} \tag{11}$$
#
# He has checked it, at random weights of 0.01, and the verdict was "right". Is it? Run the
# cells below before you touch anything: in which arrays does it differ, and which line
# lies between the good ones and the bad ones?

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import tanh_backward

# %% tags=["checks"] points=6
check(tanh_backward)

# %%
def tanh_forward(theta):
    A, caches, p = X, [], unpack_parameters(theta, layer_dims)
    for k, g in ((1, "tanh"), (2, "tanh"), (3, "sigmoid")):
        A, cache = activation_forward(A, p[f"W{k}"], p[f"b{k}"], g)
        caches.append(cache)
    return A, caches


def tanh_cost(theta):
    return compute_cost(tanh_forward(theta)[0], Y)


# %%
def tanh_gradient(theta):
    AL, caches = tanh_forward(theta)
    return pack_parameters(tanh_backward(AL, Y, caches), "d")


direction = np.random.default_rng(3).standard_normal((47, 1))
for size in (0.01, 0.1, 0.3, 1.0):
    print(size, gradient_check(tanh_cost, tanh_gradient, size * direction))
found = errors_by_name(tanh_cost, tanh_gradient, direction)
draw_errors(plt.figure(figsize=(7, 2.8)).gca(), found);

# %% [markdown]
# <details><summary>Hint</summary>
#
# The slopes of layers 3 and 2 agree, those of layer 1 do not. Which is the first line that only
# layer 1 uses? Compare it, letter by letter, with its sister of layer 2.
#
# </details>
#
# Before the repair the errors were $9 \cdot 10^{-9}$ at 0.01, then $6 \cdot 10^{-4}$ at 0.1,
# 0.1 at 0.3 and 0.95 at 1. The colleague's check was honest, and its point was badly chosen:
# for tiny weights tanh is a straight line, and a bug that confuses what goes in with what comes
# out makes no difference. In training the weights grow, and the bug with them.

# %% [markdown]
# ## 10. Why not always?
#
# If measured slopes are so trustworthy, why do we not train with them, and forget about backward
# passes? Count: (6) needs two forward passes for each parameter. Backward needs one pass back,
# about as dear as two forward passes, for **all** of them.

# %%
for dims in ([4, 5, 3, 1], [12288, 20, 7, 5, 1]):
    n = sum(dims[k] * (dims[k - 1] + 1) for k in range(1, len(dims)))
    print(f"{str(dims):24s} n = {n:7,d}   forward passes for one gradient: {2 * n:8,d}")

# %% [markdown]
# Half a million forward passes for a single step of the cat classifier. So gradient checking is a
# tool for **debugging**: check on a small network with a few examples, then switch it off and
# train.
#
# And if we must check a large one? Nudge all numbers at once, in one random direction $v$. The
# slope along $v$ is $v^T d\theta$, and costs two forward passes, whatever $n$ is.

# %%
v = np.random.default_rng(4).standard_normal((47, 1))
for name, slopes in (("gradient", gradient), ("shared", shared), ("forgotten", forgotten)):
    along = two_sided_difference(lambda t: cost(theta + t * v), 0.0, 1e-7)
    print(f"{name:10s} nudged {along: .8f}   backward {np.sum(v * slopes(theta)): .8f}")

# %% [markdown]
# Two forward passes tell that something is wrong. They do not tell where; for that we need the
# components again, of a small network.
#
# ## 11. Eight decisions
#
# One letter for each key.
#
# **halved** (section 2). $\varepsilon$ is halved, truncation rules. The two-sided error becomes
# (a) half. (b) a quarter. (c) an eighth. (d) twice as large.
#
# **smaller_still** (section 2). Why not $\varepsilon = 10^{-12}$? (a) Truncation grows.
# (b) $1 + 10^{-12}$ is 1. (c) Of 16 digits, 12 cancel. (d) The error goes with $\varepsilon^2$.
#
# **every_step** (section 10). Why no numerical gradient in training? (a) It is too inexact.
# (b) It points uphill. (c) Because of the bends. (d) It takes $2n$ forward passes.

# %% [markdown]
# **one_third** (section 5). The error is 0.3333. A first guess: (a) a factor of 2. (b) a wrong
# sign. (c) a gradient of zeros. (d) rounding.
#
# **only_weights** (section 6). Every `dW` is off by about 0.02, every `db` is right. (a) The 1/m
# is missing everywhere. (b) Rounding. (c) The penalty's slope is missing. (d) A bend.
#
# **other_each_time** (section 8). With dropout the measured slopes are huge. (a) Take a smaller
# $\varepsilon$. (b) Switch dropout off and check again. (c) The backward pass is wrong. (d) Take
# the mean of 1000 checks.

# %% [markdown]
# **all_zeros** (section 8). A check at $\theta = 0$ says "right". (a) Then the code is right.
# (b) Only rounding is small there. (c) The border was too high. (d) It says little: check at a
# random point.
#
# **half_a_slope** (section 8). One slope of a ReLU network: 0.02 nudged, 0 in code, all others
# right; this unit's $z$ is exactly 0. (a) Check at another point. (b) Set ReLU'(0) to 1. (c) Take
# a smaller $\varepsilon$. (d) Give up ReLU.

# %% tags=["exercise"]
from source.c2w1_gradient_checking.reference import decisions

# %% tags=["checks"] points=6
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - Slopes can be measured: to both sides the error goes with $\varepsilon^2$, to one side with
#   $\varepsilon$. Too short a nudge drowns in rounding: $10^{-7}$, in float64.
# - Pack and unpack: one column, one order, by name and not by the order of a dict.
# - One number, $\lVert a - d \rVert / (\lVert a \rVert + \lVert d \rVert)$: $10^{-7}$ is right,
#   $10^{-3}$ is a bug, and the components say where.
# - Inputs are checked like parameters, a layer at a time.
# - Regularization in, dropout off, no $z$ on a bend, a random point, and again after some
#   training. Then switch the check off and train.
