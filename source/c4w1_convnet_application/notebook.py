# %% [markdown] story="a convnet trained in NumPy" writes="a fast convolution, a small LeNet on digits and cats" place=2
# # A convnet of our own
#
# A window that slides sees a cat's ear wherever it is. Can a net of such windows, in NumPy,
# tell cats from other animals better than any net so far?
#
# We will learn to
#
# - read the bill of a convnet before it is built: shapes, sizes, parameters;
# - convolve a whole batch with one matrix product, and find its way back;
# - pool, and send a slope back to the one number that deserves it;
# - put layers together, check the gradient, find a silent bug;
# - train on digits and cats, and compare with a net without windows;
# - look at filters and maps, and at a cat that moves.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c4w1_convnet_application")

# %% tags=["given"]
from source.c1w2_logistic_regression.reference import flatten_images
from source.c2w2_optimization.reference import update_with_adam
from source.c2w3_softmax_and_autodiff.reference import cross_entropy, one_hot, softmax

# %% [markdown]
# ## 1. Two sets of pictures
#
# First the digits: 1797 of them, written by hand by 13 people, scanned and reduced to
# $8 \times 8$ pixels (E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, licence
# CC BY 4.0). Then cats and other animals in $32 \times 32$ pixels, in every pose that our
# painter knows: turned, tilted, near, far, left, right. Half of them are cats. (Painting
# takes a few seconds.)

# %%
from helpers.datasets import load_digits, make_animals

X_digits, y_digits, X_digits_test, y_digits_test = load_digits()
look = {"size": 32, "shares": [0.5, 0.1, 0.1, 0.1, 0.1, 0.1]}  # cat first
animals, animals_test = (
    make_animals(700, seed=41, **look), make_animals(300, seed=42, **look)
)
X_digits.shape, X_digits.dtype, animals.images.shape

# %%
fig, axes = plt.subplots(2, 8, figsize=(9.5, 2.9))
for i in range(8):
    axes[0, i].imshow(X_digits[i, :, :, 0], cmap="Greys")
    axes[1, i].imshow(animals.images[i])
    axes[0, i].set_title(str(y_digits[0, i]))
for ax in axes.flat:
    ax.set(xticks=[], yticks=[])
    ax.grid(False)

# %% [markdown]
# ## 2. The bill
#
# What will a net cost? Three kinds of layers: CONV, POOL and FC (fully connected). One
# could build with CONV alone; most nets use all three. A window of side $f$ with stride
# $s$ on a picture with a border of $p$ zeros finds this many places:
#
# $$n_H = \left\lfloor \frac{n_H^{prev} + 2p - f}{s} \right\rfloor + 1,
# \qquad n_W \text{ likewise} \tag{1}$$
#
# A filter reads a window through **all** channels, and each unit reads everything:
#
# $$\text{CONV: } \big(f \cdot f \cdot n_C^{prev} + 1\big)\, n_C \qquad
# \text{FC: } \big(n^{prev} + 1\big)\, n \qquad \text{POOL: } 0 \tag{2}$$

# %% [markdown]
# **Exercise (open): layer_table.** Equations (1) and (2), layer by layer. A pool has its
# own $f$ and $s$, no padding, and keeps the channels. Before the first FC layer the block
# becomes one column of $n_H n_W n_C$ numbers.
#
# By hand: $6 \times 6 \times 3$, two filters of $3 \times 3$: shape $4 \times 4 \times 2$,
# 32 numbers, $(27 + 1) \cdot 2 = 56$ parameters. A pool of 2 leaves 8 numbers; one unit
# has $8 + 1 = 9$ parameters.

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import layer_table

# %% tags=["checks"] points=9
check(layer_table)

# %%
lenet = [("conv", 5, 6, 1, 0), ("pool", 2, 2), ("conv", 5, 16, 1, 0), ("pool", 2, 2)]
lenet += [("fc", 120), ("fc", 84), ("fc", 10)]
rows = layer_table((32, 32, 3), lenet)
for name, (shape, size, count) in zip(["input", *(kind for kind, *_ in lenet)], rows):
    print(f"{name:6} {shape!s:14} {size:6} {count:7}")
print("parameters:", sum(count for *_, count in rows))

# %% [markdown]
# A net of the LeNet-5 family on colour pictures: 62,006 parameters. The two convolutions
# have 2872 of them, the FC layers all the rest.
#
# **The trap.** $(25 + 1) \cdot 6 = 156$ is often given for the first layer. It is right
# for grey pictures. With three channels a filter has $5 \cdot 5 \cdot 3 = 75$ weights:
# $(75 + 1) \cdot 6 = 456$.
#
# And without windows? From 3072 pixels to 4704 units there are $3072 \cdot 4704 =
# 14{,}450{,}688$ weights. Only layers with weights are counted as layers: CONV and its POOL
# are one, so this net has five.

# %%
from helpers.figures.c4w1_convnet_application import draw_net

names = ["input", "conv 5 × 5", "pool", "conv 5 × 5", "pool", "fc", "fc", "softmax"]
draw_net(plt.figure(figsize=(10, 3.2)).gca(), rows, names)
strided = [("conv", 3, 10, 1, 0), ("conv", 5, 20, 2, 0), ("conv", 5, 40, 2, 0), ("fc", 1)]
for row in layer_table((39, 39, 3), strided):
    print(row)

# %% [markdown]
# Height and width shrink, channels grow: 32, 28, 14, 10, 5 and 3, 6, 16. Nearly all nets
# have this form. Nobody needs to invent one: we take what worked for others and change
# little.
#
# The other bill is that of a cat net with strides instead of pools: $39 \to 37 \to 17 \to 7$,
# and $7 \cdot 7 \cdot 40 = 1960$ numbers go into one last unit.

# %% [markdown]
# ## 3. One product for all windows
#
# A batch of 32 colour pictures has $32 \cdot 32 \cdot 32 = 32{,}768$ places for a window.
# A Python loop over them takes seconds, for each step of a training with hundreds of
# steps. How do we get rid of it?
#
# Write each window down as one row of a matrix $P$. A filter, written down in the same
# order, is one column. Then all the sums of products are one matrix product, and that is
# what computers are best at.

# %%
from helpers.figures.c4w1_convnet_application import draw_patches

draw_patches(plt.figure(figsize=(10, 3.6)).gca());

# %% [markdown]
# $$P\ \big(m\, n_H n_W,\ f f n_C^{prev}\big): \text{ one row per place} \tag{3}$$
#
# $$Z = P\, W_{mat} + b, \qquad W_{mat} = W \text{ as }
# \big(f f n_C^{prev},\ n_C\big), \qquad Z \text{ as } (m, n_H, n_W, n_C) \tag{4}$$
#
# Where do the rows come from, if not from a loop? NumPy can look at a picture through all
# windows at once, without copying a number:
# `np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))`.

# %% [markdown]
# ### Exercise: conv_forward
#
# The view has the axes $(m, n_H, n_W, n_C, f, f)$: the window's own two come last. A
# filter has $(f, f, n_C^{prev})$. Both must be read in one order, so the axes have to be
# exchanged before `reshape` makes the copy. The stride takes every $s$-th window.
#
# By hand: the picture 1 to 9, $W = \begin{bmatrix} 1 & 2 \\ 0 & -1 \end{bmatrix}$, $b =
# 10$: top left $1 + 4 - 5 + 10 = 10$.
#
# <details><summary>Hint</summary>
#
# Which axis of the view belongs at the end of each row?
# $(m, n_H, n_W, n_C, f, f) \to (m, n_H, n_W, f, f, n_C) \to (m n_H n_W, f f n_C)$
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import conv_forward

# %% tags=["checks"] points=12
check(conv_forward)

# %% [markdown]
# The price: with $f = 3$ each pixel stands in $P$ up to nine times. Memory is given for
# speed, and $P$ is kept for the way back.
#
# ## 4. The way back
#
# $Z = P\, W_{mat} + b$ is a layer that we know. With $dZ$ as a matrix
# $(m\, n_H n_W, n_C)$:
#
# $$dW_{mat} = P^T dZ, \qquad db = \sum_{\text{places}} dZ \tag{5}$$
#
# $$dP = dZ\, W_{mat}^T\ \big(m\, n_H n_W,\ f f n_C^{prev}\big) \tag{6}$$
#
# No $1/m$: it comes with $dZ$. The rows of $dP$ go home. A pixel was copied into up
# to $f \cdot f$ rows, so its slope is the sum of all its copies' slopes:
#
# $$dA^{prev}[i, h, w] = \sum_{\text{copies of the pixel}} dP \tag{7}$$

# %% [markdown]
# ### Exercise: conv_backward
#
# A loop for (7)? Not over places: there are thousands. Over the $f \cdot f$ positions in
# the window: position $(i, j)$ of all windows at once is one slice of the padded picture,
# with step $s$. At the end the border is cut off.
#
# <details><summary>Hint</summary>
#
# Which pixels did the corner $(0, 0)$ of all windows see, and which did $(i, j)$?
# Rows $i, i + s, \dots$, $n_H$ of them; columns $j, j + s, \dots$, $n_W$ of them. Where
# windows overlap: `+=`.
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import conv_backward

# %% tags=["checks"] points=13
check(conv_backward)

# %%
rng = np.random.default_rng(0)
A, W = rng.normal(size=(2, 5, 4, 2)), rng.normal(size=(3, 3, 2, 3))
b, T = rng.normal(size=(1, 1, 1, 3)), rng.normal(size=(2, 3, 2, 3))  # J = sum of T * Z
slopes = conv_backward(T, conv_forward(A, W, b, 2, 1)[1])
for name, x, dx in zip(("A_prev", "W", "b"), (A, W, b), slopes):
    e = np.zeros_like(x)
    e[0, 0, 0, 1] = 1e-5
    moved = [[x + s * e if x is y else y for y in (A, W, b)] for s in (1, -1)]
    up, down = (np.sum(T * conv_forward(*args, 2, 1)[0]) for args in moved)
    print(f"d{name:6} {dx[0, 0, 0, 1]: .8f}   nudged: {(up - down) / 2e-5: .8f}")

# %% [markdown]
# A nudged pixel, weight and bias agree. And the speed? A batch of 32 pictures and 8 filters
# goes there and back in some 5 milliseconds. PyTorch, written for this one purpose, is about
# twice as fast on one core.
#
# ## 5. The largest of four
#
# Max pooling with $f = s = 2$: of each block of four the largest number, channel by
# channel. A large number says: the feature is here.
#
# $$M[i, h, w, c] = \max_{0 \le j, k \le 1} A[i,\ 2h + j,\ 2w + k,\ c] \tag{8}$$
#
# **Exercise: pool_forward.** No loop over blocks: four slices, with step 2, hold the four
# corners of all blocks. An odd last row or column is left out.

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import pool_forward

# %% tags=["checks"] points=7
check(pool_forward)

# %% [markdown]
# And back? Nudge a number that is not the largest: $M$ does not move. Nudge the largest:
# $M$ moves as much.
#
# $$dA = dM \text{ at the first maximum of each block, } 0 \text{ elsewhere} \tag{9}$$
#
# "First" matters when two are equal: top left, top right, bottom left, bottom right.
# Behind a ReLU whole blocks are 0.
#
# **Exercise: pool_backward.** Same four slices. A mask of blocks that still wait for
# their maximum keeps the second of two equal ones empty.
#
# <details><summary>Hint</summary>
#
# For which blocks is this corner the first maximum? $A_{corner} = M$ and no earlier
# corner was.
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import pool_backward

# %% tags=["checks"] points=9
check(pool_backward)

# %% [markdown]
# Of four numbers one gets a slope. The others wait for another picture.
#
# Why the largest, and not the mean? A block $(0,\ 0.1,\ 9,\ 0.2)$ says 9: the feature is
# here, and the small numbers beside it are dropped like noise. The mean says 2.3: it only
# shrinks the picture. That is the story told in most books. The honest reason is that max
# pooling came out better in experiments. (Noise alone it does not remove: the largest of
# four random numbers lies above their mean.)

# %% [markdown]
# ## 6. A start, and a whole net
#
# Our nets have blocks (convolution with $p = (f - 1) / 2$, ReLU, pooling) and FC layers
# behind them. A block keeps height and width, then halves them. He's start again; a
# filter adds up $f f n_C^{prev}$ products:
#
# $$W = \text{normal numbers} \cdot \sqrt{\frac{2}{n}}, \qquad n = f f n_C^{prev}
# \text{ or } n^{prev}, \qquad b = 0 \tag{10}$$
#
# **Exercise: initialize_convnet.** All in `float32`. The number of inputs of the first FC
# layer follows from the shape of the pictures and the number of blocks.

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import initialize_convnet

# %% tags=["checks"] points=8
check(initialize_convnet)

# %%
p = initialize_convnet((32, 32, 3), 3, [8, 16, 32], [2], np.random.default_rng(1))
for name, w in p.items():
    print(f"{name} {w.shape!s:16} {w.dtype} {w.std():.3f}")
sum(w.size for w in p.values())

# %% [markdown]
# 7058 parameters for colour pictures: a single hidden layer of 20 units has 61,502.
#
# $$A^{[l]} = \max\big(0,\ W^{[l]} * M^{[l-1]} + b^{[l]}\big), \qquad
# M^{[l]} = \text{pool}\big(A^{[l]}\big), \qquad M^{[0]} = X \tag{11}$$
#
# $$a = \text{flatten}(M), \qquad a := g(W a + b), \qquad
# \hat Y = \text{softmax}(W^{[L]} a + b^{[L]})\ (n_y, m) \tag{12}$$
#
# From the flattening on, examples are columns again, as always.
#
# **Exercise: convnet_forward.** How does the loop know what to do with layer $k$? A
# filter has four axes. The pairs in `caches` are told in the docstring.

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import convnet_forward

# %% tags=["checks"] points=11
check(convnet_forward)

# %% [markdown]
# ## 7. Back through the whole net
#
# $$dZ^{[L]} = \frac1m \big(\hat Y - Y\big), \qquad dW = dZ\, a^T, \qquad
# db = \sum_i dZ^{(i)}, \qquad da = W^T dZ \tag{13}$$
#
# $$dM = \text{unflatten}\big(da^T\big)\ (m, n_H, n_W, n_C) \tag{14}$$
#
# $$dA = \text{unpool}(dM), \qquad dZ = dA * (A > 0), \qquad
# dM^{[l-1]}, dW^{[l]}, db^{[l]} = \text{conv\_backward}(dZ) \tag{15}$$
#
# Everything in (14) and (15) is the last step forward, undone first.
#
# **Exercise (open): convnet_backward.** Equations (13) to (15), from the last layer to the
# first. Between two FC layers stands a ReLU, too. A net with a transposed map or a lost mask
# also learns something; so below the checks one number of each array is nudged, in double
# precision.

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import convnet_backward

# %% tags=["checks"] points=12
check(convnet_backward)

# %%
p = initialize_convnet((6, 8, 2), 3, [3, 4], [5, 3], np.random.default_rng(7))
p = {name: w + 0.1 * rng.normal(size=w.shape) for name, w in p.items()}
x, y = rng.normal(size=(4, 6, 8, 2)), one_hot(np.array([[0, 2, 1, 2]]), 3)
grads = convnet_backward(convnet_forward(x, p)[0], y, convnet_forward(x, p)[1])
for name, w in p.items():
    e = 1e-5 * (np.arange(w.size) == 0).reshape(w.shape)
    moved = [p | {name: w + e}, p | {name: w - e}]
    up, down = (cross_entropy(convnet_forward(x, q)[0], y) for q in moved)
    slope = grads["d" + name].flat[0]
    print(f"d{name} {slope: .8f}   nudged: {(up - down) / 2e-5: .8f}")

# %% [markdown]
# ## 8. Bug hunt: image_batches
#
# A colleague trained his net on the digits. No error, every shape as it should be, and the
# gradient passed the check. Yet the cost stayed at 2.30, epoch after epoch, at any
# learning rate.
#
# He suspects the net. We suspect his batches: $2.30 = \ln 10$ is the cost of a net that
# gives each digit the same probability. Find the line and mend it.
#
# <details><summary>Hint</summary>
#
# Take pictures that are their own labels, as in the first check. Are they still, after
# the shuffling? $X_t[i] \leftrightarrow Y_t[:, i]$
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import image_batches

# %% tags=["checks"] points=5
check(image_batches)

# %% [markdown]
# ## 9. An epoch
#
# $$J = \frac1m \sum_{i=1}^m L\big(\hat y^{(i)}, y^{(i)}\big), \qquad
# \text{for each batch: forward, backward, } t := t + 1, \text{ Adam} \tag{16}$$
#
# **Exercise (open): train_epoch.** Adam's memory $(v, s, t)$ comes in as `state` and goes
# out as `state`, so that epochs can follow one another. The cost of an epoch is the mean
# over its examples, each measured just before the step of its batch.

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import train_epoch

# %% tags=["checks"] points=9
check(train_epoch)

# %% [markdown]
# ## 10. Digits
#
# Now we let it run, with a curve that grows while we wait. `share` is the part of right
# answers. We look at the test set along the way, but nothing is decided by it.

# %%
from helpers.plots.live import LiveCurve


def predict(X, parameters):
    return convnet_forward(X, parameters)[0].argmax(axis=0).reshape(1, -1)


def share_of(X, y):
    return lambda parameters: np.mean(predict(X, parameters) == y)


# %%
def fit(X, Y, share, parameters, epochs, learning_rate):
    live, rng = LiveCurve(epochs), np.random.default_rng(1)
    zeros = {"d" + name: np.zeros_like(w) for name, w in parameters.items()}
    state = (zeros, zeros, 0)
    for _ in range(epochs):
        args = (X, Y, parameters, state, 32, learning_rate, rng)
        parameters, state, cost = train_epoch(*args)
        live.add(cost, f"test {share(parameters):.1%}")
    return parameters


# %%
Y_digits = np.float32(one_hot(y_digits, 10))  # float64 labels would slow all that follows
digits_share = share_of(X_digits_test, y_digits_test)
start = initialize_convnet((8, 8, 1), 3, [16, 32], [64, 10], np.random.default_rng(1))
digit_net = fit(X_digits, Y_digits, digits_share, start, 15, 0.003)
print(f"train {share_of(X_digits, y_digits)(digit_net):.1%}")
print(f"test  {digits_share(digit_net):.1%} of {y_digits_test.size}")

# %% [markdown]
# In seconds, 98 of 100 digits that the net has never seen. Which ones go wrong?

# %%
from helpers.figures.c4w1_convnet_application import draw_answers

guess = predict(X_digits_test, digit_net)
bad = np.flatnonzero(guess != y_digits_test)[:8]
captions = [f"{y_digits_test[0, i]}, not {guess[0, i]}" for i in bad]
draw_answers(plt.figure(figsize=(9.5, 1.9)), X_digits_test[bad], captions);

# %% [markdown]
# In $8 \times 8$ pixels we would hesitate as well. Now draw one: clear the picture, press
# and pull. Your drawing has $16 \times 16$ cells, and the net sees the mean of each four.
# Which digits does it get wrong, and what happens to a 7 with a bar?

# %%
from helpers.widgets import explore_drawing

explore_drawing(convnet_forward, digit_net)

# %% [markdown]
# A drawing by mouse is not a scan of pencil on paper: expect more mistakes than 2 in 100.
#
# ## 11. Cats
#
# 700 pictures are few. But a cat in a mirror is a cat: with each picture goes its mirror
# image, 1400 in all, for nothing. Then the mean colour is taken away, that of the training
# set, from both sets.

# %%
def pictures(animals, mirror=False):
    X, y = np.float32(animals.images / 255), animals.labels()
    return (np.concatenate([X, X[:, :, ::-1]]), np.tile(y, 2)) if mirror else (X, y)


(X, y), (X_test, y_test) = pictures(animals, mirror=True), pictures(animals_test)
mu = X.mean(axis=(0, 1, 2))  # (3,)
X, X_test, Y = X - mu, X_test - mu, np.float32(one_hot(y, 2))
cats_share = share_of(X_test, y_test)
X.shape, X.dtype, Y.shape, mu

# %%
start = initialize_convnet((32, 32, 3), 3, [8, 16, 32], [2], np.random.default_rng(1))
cat_net = fit(X, Y, cats_share, start, 8, 0.006)

# %% [markdown]
# A net without windows, from the same functions: `filters = []`. One of nearly the same
# number of parameters (two hidden units), and one with nine times as many.

# %%
nets = {"convnet": cat_net}
for name, units in {"2 hidden units": [2, 2], "20 hidden units": [20, 2]}.items():
    start = initialize_convnet((32, 32, 3), 3, [], units, np.random.default_rng(1))
    nets[name] = fit(X, Y, cats_share, start, 20, 0.001)
for name, p in nets.items():
    count, train = sum(w.size for w in p.values()), share_of(X, y)(p)
    print(f"{name:16} {count:6} parameters   train {train:.1%}   test {cats_share(p):.1%}")

# %% [markdown]
# The convnet is right on 97 of 100 new pictures. With about as many parameters, two hidden
# units reach 68 %, and twenty units, which know the training pictures by heart, 72 %.
#
# Why so few parameters, and so much better? **Shared weights**: the same 27 numbers look
# for an edge at all 1024 places, and what they learn at one place holds at all others.
# **Sparse connections**: an output reads nine pixels, not all. Less to learn means less to
# learn by heart.
#
# To be honest: where all animals sit in the middle and look straight at us, twenty units do
# as well. We shall need such a set in section 13.

# %% [markdown]
# ## 12. What does it look at?
#
# The filters of layer 1 are pictures of $3 \times 3$ pixels in colour. Next to each its map
# for one cat: where does this filter answer?

# %%
from helpers.figures.c4w1_convnet_application import draw_filters, draw_layers

i = int(np.flatnonzero(y_test[0] & (predict(X_test, cat_net)[0] == 1))[0])
A, caches = convnet_forward(X_test[[i]], cat_net)
draw_filters(plt.figure(figsize=(9.5, 2.8)), cat_net["W1"], caches[0][1][0])
maps = [A[0] for _, A in caches if A.ndim == 4]
draw_layers(plt.figure(figsize=(9.5, 4.4)), animals_test.images[i], maps);

# %% [markdown]
# Layer 1 answers to edges and colours, and one can still see the cat. In layer 2 the maps
# are coarser, and some are nearly empty: they wait for something that is not here. In
# layer 3 a few bright spots on $8 \times 8$ places are all that is left.
#
# Now with animals of your own. Choose one, move it, and look: which maps change, and when
# does the answer?

# %%
from helpers.widgets import explore_feature_maps

explore_feature_maps(convnet_forward, cat_net, mu)

# %% [markdown]
# ## 13. The cat moves
#
# Is the convnet better because it knows more poses, or because it is built of windows? To
# be fair we need a set that is easy for both: 300 animals in the middle, looking at us.
# Both nets learn it by heart. Then every test picture is pushed aside by some pixels, and
# no weight is changed. Who still knows a cat?

# %%
front = {"variety": 0.2, **look}
X_front, y_front = pictures(make_animals(300, seed=43, **front), mirror=True)
x_front, t_front = pictures(make_animals(150, seed=44, **front))
X_front, x_front, Y_front = X_front - mu, x_front - mu, np.float32(one_hot(y_front, 2))
fitted, share = [], share_of(x_front, t_front)
kinds = {"convnet": ([8, 16, 32], [2], 5, 0.006), "20 hidden units": ([], [20, 2], 20, 0.001)}
for filters, units, epochs, rate in kinds.values():
    start = initialize_convnet((32, 32, 3), 3, filters, units, np.random.default_rng(1))
    fitted.append(fit(X_front, Y_front, share, start, epochs, rate))
movers = dict(zip(kinds, fitted))

# %%
from helpers.figures.c4w1_convnet_application import draw_shift

shifts = list(range(-10, 11, 2))
shares = {
    name: [share_of(np.roll(x_front, k, axis=2), t_front)(p) for k in shifts]
    for name, p in movers.items()
}
draw_shift(plt.figure(figsize=(8, 3.6)).gca(), shifts, shares)
print({name: f"{row[5]:.1%}, 4 pixels aside {row[7]:.1%}" for name, row in shares.items()})

# %% [markdown]
# At home both are right on 99 or 100 of 100. Four pixels aside, an eighth of the picture,
# the convnet has lost two pictures of 150; the net without windows is down to 62 %, hardly
# more than a coin.
#
# Why is the convnet steady? If the picture moves, its maps move along: the same filter
# finds the ear in its new place. A pool forgets a pixel or two. Then the last layer, which
# is fully connected, sees nearly the same. Not quite: it knows places, and a cat far from
# all that it was shown is lost in the end. Tolerance, no magic.
#
# And what else can happen to the pictures of section 11?

# %%
noise = np.float32(np.random.default_rng(3).random(X_test.shape)) - mu
blur = (X_test + np.roll(X_test, 1, axis=1) + np.roll(X_test, 1, axis=2)) / 3
kinds = {"mirrored": X_test[:, :, ::-1], "upside down": X_test[:, ::-1], "blurred": blur}
for name, x in kinds.items():
    print(f"{name:12} {share_of(x, y_test)(cat_net):.1%} right")
A, _ = convnet_forward(noise, cat_net)
print(f"noise        {np.mean(A[1] > 0.5):.0%} cats, mean confidence {A.max(axis=0).mean():.2f}")

# %% [markdown]
# A cat in a mirror is a cat, upside down or blurred it is one less often. And noise? Every
# random picture is a cat, with full confidence. Windows have not changed that: the net has
# two answers, and never saw a picture of neither.
#
# ## 14. Another engine
#
# The net does not care how a convolution is computed. In the other notebook of this week
# you wrote one with loops. Put it in here: `swap` gives a copy of a function in which a name
# means something else. On two pictures the probabilities must agree to the last digits,
# and the slopes, too.

# %%
from helpers.swap import swap

mine = {}  # {"conv_forward": loops_forward, "conv_backward": loops_backward}
other_forward, other_backward = swap(convnet_forward, **mine), swap(convnet_backward, **mine)
two, p64 = X[:2].astype(float), {k: w.astype(float) for k, w in cat_net.items()}
results = []
for forward, backward in ((convnet_forward, convnet_backward), (other_forward, other_backward)):
    A, caches = forward(two, p64)
    results.append((A, backward(A, Y[:, :2], caches)["dW1"]))
print(*(np.abs(a - b).max() for a, b in zip(*results)))

# %% [markdown]
# (With `mine` empty it is the same engine twice: zeros.)
#
# ## 15. Seven decisions
#
# One letter for each key.
#
# **wrong_156** (section 2). Six filters of $5 \times 5$ on a colour picture: why not 156
# parameters? (a) 6 biases are too many. (b) The picture has $32 \times 32$ pixels. (c)
# Each filter reads three channels. (d) The pool is missing.
#
# **count_layers** (section 2). CONV, POOL, CONV, POOL, FC, FC, softmax: how many layers?
# (a) 7. (b) 5. (c) 4. (d) 9, with ReLU and flatten.
#
# **usual_shape** (section 2). From layer to layer (a) $n_H, n_W$ fall, $n_C$ grows. (b) All
# grow. (c) All fall. (d) $n_H, n_W$ grow.

# %% [markdown]
# **layer_types** (section 2). (a) A net needs all three kinds. (b) FC only works
# behind POOL. (c) Without POOL nothing is learnt. (d) CONV alone would do.
#
# **architecture** (section 2). New pictures: where do we start? (a) Try all sizes. (b) With
# a net that worked for others. (c) As deep as possible. (d) Tune on the test set.
#
# **why_fewer** (section 11). Why so few parameters? (a) Pixels are dropped. (b) `float32`.
# (c) Shared filters, few connections. (d) Pooling.
#
# **shifted_cat** (section 13). Moved by 4 pixels and still a cat: why? (a) It knows more
# pictures. (b) Its maps stay the same. (c) It was trained on shifted ones. (d) Its maps
# move along, and pools forget a little.

# %% tags=["exercise"]
from source.c4w1_convnet_application.reference import decisions

# %% tags=["checks"] points=5
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - The bill: $\lfloor (n + 2p - f)/s \rfloor + 1$ places, $(f f n_C^{prev} + 1)\, n_C$
#   parameters; 456, not 156.
# - All windows as rows, one product; back: two products, and copies added up.
# - A pool sends its slope to the first maximum, and to nothing else.
# - Forward, backward undone step by step, checked by a nudge; a cost that rests at $\ln 10$
#   points at the labels.
# - Digits: 98 %. Cats in every pose: 97 % with 7058 parameters, where nets without windows
#   stay near 70 %.
# - Shared filters tolerate a shift; no net of ours knows that noise is no picture.
