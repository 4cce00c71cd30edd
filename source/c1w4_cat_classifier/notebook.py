# %% [markdown] story="two layers against many" writes="two models for the cat set, their errors, a noise picture they are sure about" place=2
# # Two layers against many
#
# One neuron told cats from other animals with 72 % on new pictures. Do hidden layers see
# more? And are many better than one?
#
# We will learn to
#
# - write the whole deep network again, as short as it gets: a list of activations, four
#   lines back;
# - train one hidden layer, then any number of them;
# - compare networks honestly: on two picture sets, with more than one start;
# - look at the surest mistakes and at the weights of the first layer;
# - measure how sure a network is, also of pure noise;
# - choose number types and machines with a reason.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c1w4_cat_classifier")

# %% tags=["given"]
from source.c1w2_logistic_regression.reference import accuracy, compute_cost, flatten_images, sigmoid

# %%
progress()

# %% [markdown]
# ## 1. Two sets of pictures
#
# The stored set is the one we know: 209 pictures to learn from, 50 to be judged by. We
# halve its resolution, each pixel the mean of four. That is four times less to compute,
# and a cat is still a cat.
#
# The second set is drawn for today: 400 + 200 pictures of $32 \times 32$, half of them
# cats, and all animals look almost straight at us. Is it the easier one?

# %%
from helpers.datasets import load_cats, make_animals

old_train, Y_old, old_test, Y_old_test = load_cats()
shares = [0.5, 0.1, 0.1, 0.1, 0.1, 0.1]  # cat, dog, owl, rabbit, fox, bear
look = {"size": 32, "variety": 0.3, "shares": shares}
new_train = make_animals(400, seed=1, **look)
new_test = make_animals(200, seed=2, **look)

# %%
def halve(images):
    m, n_H, n_W, n_C = images.shape
    return images.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).mean(axis=(2, 4))


# %%
fig, axes = plt.subplots(2, 7, figsize=(9.5, 3.3))
for row, images in zip(axes, (halve(old_train) / 255, new_train.images), strict=True):
    for ax, image in zip(row, images[:7], strict=True):
        ax.imshow(image)
        ax.set(xticks=[], yticks=[])
axes[0, 0].set_title("stored set, at half size", loc="left")
axes[1, 0].set_title("drawn for today", loc="left");

# %% [markdown]
# Above, animals turn, lean and sit left or right. Below, eyes and ears sit at nearly the
# same place in every picture. Pixels that always mean the same thing are what a fully
# connected network needs.
#
# ## 2. Take away the mean
#
# Pixels lie between 0 and 1: all positive, so that most pictures look alike to the
# network. What is left when the mean picture of the training set is taken away?
#
# $$x := \frac{x}{255} - \mu, \qquad \mu = \frac1m \sum_{i=1}^m \frac{x^{(i)}}{255}
# \ (n_x, 1) \tag{1}$$
#
# The differences between pictures. The test set loses the same $\mu$: it was learnt from
# the training set, like a weight.

# %%
def prepare(train, test):
    X = flatten_images(train).astype(np.float32) / 255  # (n_x, m)
    mu = X.mean(axis=1, keepdims=True)  # (n_x, 1)
    return X - mu, flatten_images(test).astype(np.float32) / 255 - mu, mu


# %%
X_old, X_old_test = np.zeros((3072, 209)), np.zeros((3072, 50))
X, X_test, mu = np.zeros((3072, 400)), np.zeros((3072, 200)), np.zeros((3072, 1))
X_old, X_old_test, _ = prepare(halve(old_train), halve(old_test))
X, X_test, mu = prepare(new_train.images, new_test.images)
Y, Y_test = new_train.labels().astype(np.float32), new_test.labels().astype(np.float32)
Y_old, Y_old_test = Y_old.astype(np.float32), Y_old_test.astype(np.float32)
X_old.shape, X_old.dtype, X.shape, X.dtype, Y.dtype

# %% [markdown]
# `float32`, everywhere. The labels too: `int64` minus `float32` is `float64` in NumPy,
# and one such line makes every array behind it twice as long and slow.
#
# ## 3. Forward, as a list
#
# You have written this network once, with a cache for each layer. What does the way back
# really need? The activations, and nothing else. So the whole forward pass is a list that
# grows:
#
# $$A^{[0]} = X, \qquad A^{[l]} = g\big(W^{[l]} A^{[l-1]} + b^{[l]}\big)\ (n^{[l]}, m),
# \quad l = 1, \dots, L \tag{2}$$
#
# with ReLU for $l < L$, and the sigmoid for $l = L$.

# %% [markdown]
# ### Exercise: layers_forward
#
# The list begins with $X$ itself and has $L + 1$ entries. Where does $L$ come from? Each
# layer has two entries in the dict.
#
# By hand: $x = (3, 1)$, $W^{[1]} = \begin{bmatrix} 1 & -1 \\ 0 & 2 \end{bmatrix}$,
# $b^{[1]} = (0, -1)$: $z = (2, 1)$, both pass. With $W^{[2]} = (1, -2)$ and
# $b^{[2]} = 0.5$: $z = 2 - 2 + 0.5 = 0.5$, so $a = \sigma(0.5) = 0.622$.
#
# <details><summary>Hint</summary>
#
# Which entry of the list does layer $l$ read? `activations[-1]` is always the newest:
# $A^{[l]} = g(W^{[l]} A^{[l-1]} + b^{[l]})$
#
# </details>

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import layers_forward

# %% tags=["checks"] points=12
check(layers_forward)

# %%
W1, b1 = np.array([[1.0, -1.0], [0.0, 2.0]]), np.array([[0.0], [-1.0]])
p = {"W1": W1, "b1": b1, "W2": np.array([[1.0, -2.0]]), "b2": np.array([[0.5]])}
print(layers_forward(np.array([[3.0], [1.0]]), p)[-1], sigmoid(0.5))  # by hand: 0.622

# %% [markdown]
# ## 4. Back, in four lines
#
# $$dZ^{[L]} = \frac1m \big(A^{[L]} - Y\big)\ (1, m) \tag{3}$$
#
# $$dW^{[l]} = dZ^{[l]} A^{[l-1]T}, \qquad
# db^{[l]} = \sum_i dZ^{[l](i)}, \qquad
# dZ^{[l-1]} = \big(W^{[l]T} dZ^{[l]}\big) * \big(A^{[l-1]} > 0\big) \tag{4}$$
#
# Two things are new. The $1/m$ is taken once, at the start. And ReLU's slope is read from
# $A$: why is that allowed? $A > 0$ exactly where $Z > 0$.
#
# **Exercise (open): layers_backward.** Equations (3) and (4), from $l = L$ down to 1. The
# last part of (4) is not needed for $l = 1$: nobody learns pixels.

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import layers_backward

# %% tags=["checks"] points=16
check(layers_backward)

# %% [markdown]
# Never trust a gradient that was not nudged. A small network, one weight of each layer,
# up and down by $h = 10^{-5}$ (in double precision: in `float32` the cost itself has only
# seven digits).

# %%
rng = np.random.default_rng(0)
x, y = rng.normal(size=(4, 6)), np.array([[1, 0, 1, 1, 0, 0]])
p = {"W1": rng.normal(size=(5, 4)), "b1": np.zeros((5, 1))}
p |= {"W2": rng.normal(size=(3, 5)), "b2": np.zeros((3, 1))}
p |= {"W3": rng.normal(size=(1, 3)), "b3": np.zeros((1, 1))}

# %%
grads, h = layers_backward(layers_forward(x, p), p, y), 1e-5
for name, value in p.items():
    e = np.zeros_like(value)
    e[0, 0] = h
    moved = [p | {name: value + e}, p | {name: value - e}]
    up, down = (compute_cost(layers_forward(x, q)[-1], y) for q in moved)
    slope = grads["d" + name][0, 0]
    print(f"d{name}[0, 0] = {slope: .8f}   nudged: {(up - down) / (2 * h): .8f}")

# %% [markdown]
# All six pairs agree.
#
# ## 5. Two layers
#
# One hidden layer of $n_h$ units and the output. Where does the descent start? He's start
# keeps the size of a signal behind ReLU: normal numbers times $\sqrt{2 / n^{[l-1]}}$,
# biases zero. Then the same round, again and again: forward, cost, backward,
# $W := W - \alpha\, dW$.
#
# **Exercise: two_layer_model.** `rng.standard_normal` gives double precision;
# `.astype(X.dtype)` brings the weights to the precision of the pictures.
#
# <details><summary>Hint</summary>
#
# How many units stand in front of $W^{[1]}$, and of $W^{[2]}$?
# $\sqrt{2 / n_x}$ and $\sqrt{2 / n_h}$
#
# </details>

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import two_layer_model

# %% tags=["checks"] points=14
check(two_layer_model)

# %%
two, costs = two_layer_model(X, Y, 20, 500, 0.05, np.random.default_rng(1))
print({name: (value.shape, str(value.dtype)) for name, value in two.items()})
print(f"cost: {costs[0]:.3f} at the start, {costs[-1]:.3f} at the end")

# %% [markdown]
# From a coin's 0.694 to 0.032 in 500 steps, and all four arrays are `float32`. With the
# mean left in (`X + mu`), the same network from the same start gets no further than 0.46.
#
# ## 6. Many layers
#
# What has to change for $L$ layers? Only the start: it becomes a loop over pairs of
# neighbours in `layer_dims`. Forward and backward know no $L$ of their own.
#
# **Exercise (open): deep_model.** Noting each cost would be a long list; we keep number
# 0, `every`, 2 `every`, ...
#
# Two checks of your own before the cell below: `layer_dims = [n_x, n_h, 1]` must give the
# two-layer model, and `[n_x, 1]` is logistic regression.

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import deep_model

# %% tags=["checks"] points=18
check(deep_model)

# %%
from helpers.plots import draw_costs

names = {"1 layer": [], "2 layers: 20": [20], "4 layers: 20, 7, 5": [20, 7, 5]}
runs, nets = {}, {}
for name, hidden in names.items():
    dims, rng = [len(X), *hidden, 1], np.random.default_rng(1)
    nets[name], runs[name] = deep_model(X, Y, dims, 500, 0.05, rng, 25)
draw_costs(plt.figure(figsize=(8, 3.6)).gca(), runs, every=25);

# %% [markdown]
# Depth makes the descent fast: after 100 steps four layers stand near 0.08, two at 0.29,
# one at 0.37. All three have the same rate and the same number of steps.
#
# ## 7. Who is right?
#
# The cost of the training set is not the question. The question is: how many new
# pictures?
#
# **Exercise: predict.** Class 1 where $A^{[L]} > 0.5$, else 0. By now one line.

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import predict

# %% tags=["checks"] points=8
check(predict)

# %%
for name, p in nets.items():
    train, test = accuracy(predict(X, p), Y), accuracy(predict(X_test, p), Y_test)
    print(f"{name:20} train {train:.1%}   test {test:.1%}")

# %% [markdown]
# Now the hidden layer pays: 94.5 % of the new pictures instead of 88 %. Four layers get
# 96 %, three pictures more of 200. Is that depth, or luck?
#
# ## 8. Deeper and deeper
#
# Now both sets, one to five layers, and for each depth two starts: an accuracy that comes
# from one lucky draw is no finding. The figure shows the mean of both. (A little
# patience: 20 trainings.)

# %%
hidden_layers = [[], [20], [20, 7], [20, 7, 5], [20, 10, 7, 5]]

# %%
def share_by_depth(X, Y, X_test, Y_test):
    found = {}
    for hidden in hidden_layers:
        dims, both = [len(X), *hidden, 1], []
        for seed in (1, 2):
            p, _ = deep_model(X, Y, dims, 400, 0.05, np.random.default_rng(seed))
            both.append((accuracy(predict(X, p), Y), accuracy(predict(X_test, p), Y_test)))
        found[len(dims) - 1] = np.mean(both, axis=0)
    return found


# %%
from helpers.figures.c1w4_cat_classifier import draw_depths

fig, axes = plt.subplots(1, 2, figsize=(11, 3.8))
stored = share_by_depth(X_old, Y_old, X_old_test, Y_old_test)
draw_depths(axes[0], stored, "Stored set, 209 pictures")
draw_depths(axes[1], share_by_depth(X, Y, X_test, Y_test), "Drawn set, 400 pictures");

# %% [markdown]
# On the stored set, hidden layers learn all 209 pictures by heart, and see no more on new
# ones: 66, 67, 66 and 63 %, and one layer has 68 %. On the drawn set one hidden layer
# lifts the test share from 88 to 94 %. A second, third and fourth add nothing: we read
# 93, 94 and 92 %. The 96 % of before was mostly luck.

# %% [markdown]
# **How far can we trust 50 pictures?** If a network is right with probability $p$, its
# share on $m$ pictures swings by about $\sqrt{p (1 - p) / m}$. For $p = 0.7$ and $m = 50$
# that is 6.5 points, for $p = 0.94$ and $m = 200$ 1.7 points.
#
# So on the stored set all depths are the same, as far as 50 pictures can tell. The step
# from one layer to two on the drawn set, 6 points, is hardly chance. The steps after it may
# well be.

# %% [markdown]
# Why so little? Each of the 20 units of the first layer is bound to pixels. A cat that
# turns or moves is a new pattern for it, and more layers on top do not bring back what
# the first one did not see. That takes layers that look for a shape everywhere, or many
# more pictures.

# %% [markdown]
# ### Wider or deeper?
#
# 21 small networks on $8 \times 8$ pictures of the drawn set, 200 of them, trained by
# your `deep_model` for 400 steps each. Guess before you press "Fill the table": where is
# the best test share? And which corner learns nothing at all?

# %%
from helpers.widgets import explore_depth


def shrink(images):
    return halve(halve(images))


small, small_test, _ = prepare(shrink(new_train.images[:200]), shrink(new_test.images))
explore_depth(deep_model, predict, small, Y[:, :200], small_test, Y_test)

# %% [markdown]
# With so few pixels depth helps: one hidden layer ends between 78 and 83 %, four with 4
# or more units between 88 and 91 %. Part of it is speed, since the deep ones have reached
# 100 % on the training set and the others not. The best of 21 numbers is always a bit
# lucky, too.
#
# Deep and very narrow fails: 50 %. If the one ReLU of a layer is 0 for every picture,
# nothing passes it forward and no error passes it back.

# %% [markdown]
# ## 9. The surest mistakes
#
# Which pictures should we look at first? Not those near 0.5, where the network admits
# that it does not know. Those where it is sure, and wrong.
#
# **Exercise (open): most_confident_mistakes.** Column numbers of the wrong answers, by
# falling $|a - 0.5|$. A cat that gets $a = 0.01$ comes before a dog that gets $a = 0.9$.
#
# <details><summary>Hint</summary>
#
# Two lists of numbers meet here: places among the mistakes, and columns of X. Which of
# them does `np.argsort` give, and which is asked for? $|a^{(i)} - 0.5|$, large first
#
# </details>

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import most_confident_mistakes

# %% tags=["checks"] points=12
check(most_confident_mistakes)

# %%
from helpers.figures.c1w4_cat_classifier import draw_mistakes

dims = [len(X_old), 20, 7, 5, 1]
old, _ = deep_model(X_old, Y_old, dims, 400, 0.05, np.random.default_rng(1))
worst = most_confident_mistakes(X_old_test, Y_old_test, old, 12)
A_old = layers_forward(X_old_test, old)[-1]
draw_mistakes(plt.figure(figsize=(9.5, 4.2)), old_test, Y_old_test, A_old, worst);

# %% [markdown]
# The surest ones are plain, well-lit cats, called "no cat" with 100, 100 and 99 %. Then a
# fox with pointed ears, a dog and an owl, "cats" with 97 to 99 %. Nothing about most of
# them is hard for us. So being sure is no proof of being right: on these 50 pictures the
# network is sure of its answers with 88 % on average, and right with 64 %.
#
# ## 10. What the first layer looks at
#
# Each row of $W^{[1]}$ has one number per pixel and colour: it is a picture. One neuron
# had one such picture for everything. What do twenty units do with theirs?

# %%
from helpers.figures.c1w4_cat_classifier import draw_first_layer

two, _ = two_layer_model(X, Y, 20, 500, 0.05, np.random.default_rng(1))
draw_first_layer(plt.figure(figsize=(9.5, 4.2)), two["W1"]);

# %% [markdown]
# Unit 17 has two blue spots at the height of the nose, six to eight pixels to its left
# and right: whiskers. Unit 5 has spots where the ears are. Nobody has told them. The rest
# is speckle: it was there at the start, and 400 pictures do not wipe it away.
#
# These spots sit at fixed places. That works in the drawn set, where whiskers always are
# there.

# %% [markdown]
# ## 11. How sure, and of what?
#
# The network says "cat" with probability $a$, or "no cat" with $1 - a$. How sure is it on
# average?
#
# $$\text{confidence} = \frac1m \sum_{i=1}^m \max\big(a^{(i)}, 1 - a^{(i)}\big) \tag{5}$$
#
# ### Bug hunt: mean_confidence
#
# A colleague tried his version on twenty cats, all recognised, and got 0.97: as expected.
# On a set without any cat he got 0.03 and reported that the network is "very unsure about
# dogs". One line is wrong. Find it and mend it.

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import mean_confidence

# %% tags=["checks"] points=10
check(mean_confidence)

# %% [markdown]
# Now the question that no accuracy answers: what does the network say to pictures that
# show nothing at all? Random pixels, 200 of them, and a grey wall.

# %%
deep, dims = {}, [len(X), 20, 7, 5, 1]
noise = np.random.default_rng(3).random((len(X), 200)).astype(np.float32) - mu
wall = np.full_like(mu, 0.5) - mu

# %%
deep, _ = deep_model(X, Y, dims, 500, 0.05, np.random.default_rng(1))
for name, pictures in {"test set": X_test, "noise": noise, "grey wall": wall}.items():
    cats, sure = np.mean(predict(pictures, deep)), mean_confidence(pictures, deep)
    print(f"{name:10} called cats: {cats:.0%}   mean confidence: {sure:.2f}")

# %%
fig, axes = plt.subplots(1, 6, figsize=(9.5, 2.3))
A_noise = layers_forward(noise, deep)[-1]
for i, ax in enumerate(axes):
    ax.imshow(np.clip((noise[:, [i]] + mu).reshape(32, 32, 3), 0, 1))
    ax.set(xticks=[], yticks=[], xlabel=f"cat with {A_noise[0, i]:.2f}")

# %% [markdown]
# Noise is called a cat in 60 % of the cases, and the network is sure of its answers with
# 0.83 on average. Some noise gets a "no cat" with 0.97. The grey wall is a cat with 0.85.
#
# Nothing is broken. A network cuts the whole space of pictures into two parts, also where
# it has never seen one. Its probability means something for pictures like those of the
# training set, and nothing elsewhere. Who builds on it has to check first whether the
# picture is one of that kind.

# %% [markdown]
# ## 12. Which numbers, which machine?
#
# Nearly all the time goes into two products per step, $W^{[1]} X$ and $dZ^{[1]} X^T$. How
# much does single precision save?

# %%
from time import process_time

p64 = {name: value.astype(np.float64) for name, value in deep.items()}
for kind, p in (("float32", deep), ("float64", p64)):
    x, start = X.astype(kind), process_time()
    for _ in range(30):
        layers_backward(layers_forward(x, p), p, Y)
    print(f"{kind}: {1000 * (process_time() - start) / 30:.1f} ms per step")

# %% [markdown]
# Half the time or less, because half as many bytes travel. Does a descent miss the lost
# digits? Each step is a rough guess anyway: seven digits are plenty.
#
# And a GPU? It has thousands of slow workers in place of a few fast ones. It wins where
# many equal products can run at the same time: wide layers, many pictures, large filters.
# It cannot help with what must wait for its predecessor, such as one step of the descent
# for the one before. And each array has to travel there first. Twenty units and 400
# pictures are done before it is worth the trip.

# %% [markdown]
# ## 13. Six decisions
#
# One letter for each key.
#
# **four_pictures** (section 8). One layer gets 36 of 50 test pictures, four layers get
# 32. What do we say? (a) Depth does harm. (b) Four layers overfit more. (c) Nothing:
# chance alone does that. (d) The gradients vanish.
#
# **gap** (section 8). Train 100 %, test 70 %. What is worth trying first? (a) A larger
# network. (b) More pictures, or less freedom to remember. (c) More iterations. (d) More
# layers.
#
# **whose_mean** (section 2). What is taken from a test picture? (a) The mean of the test
# set. (b) The mean of both sets. (c) Nothing. (d) The mean of the training set.

# %% [markdown]
# **single** (section 2). $X$ and $W$ are `float32`, $Y$ is `int64`. What is $dZ = A - Y$?
# (a) `float64`, and so is all that follows. (b) `float32`: labels are small. (c) An
# error. (d) `int64`.
#
# **gpu** (section 12). Where does a GPU help most? (a) 20 units, 400 pictures. (b) 4096
# units, 100,000 pictures. (c) A loop whose steps wait for each other. (d) A wrong
# gradient.
#
# **noise** (section 11). Random pixels are called "no cat" or "cat" with high confidence.
# Why? (a) Too few iterations. (b) The probability is always right. (c) The cost was not
# low enough. (d) There are only two answers, and it never saw a picture of neither.

# %% tags=["exercise"]
from source.c1w4_cat_classifier.reference import decisions

# %% tags=["checks"] points=10
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - The deep network fits into a list of activations and four lines back; $1/m$ once, ReLU's
#   slope from $A$.
# - Two layers or many: only the start differs.
# - An honest comparison names the set, the starts and the size of chance. A hidden layer helps
#   where pixels mean the same thing in each picture; more of them made the descent faster,
#   and on full pictures nothing better that we can measure.
# - Look at the surest mistakes first; first-layer weights are pictures.
# - A network is sure of noise as well: its probability holds for pictures like those it has seen.
# - `float32` everywhere, labels included; a GPU pays for large products.
