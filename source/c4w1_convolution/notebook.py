# %% [markdown] story="a window that slides" writes="padding, convolution and pooling in both directions, output sizes"
# # A window that slides
#
# Nine numbers, and the edges of a cat appear. How can so few weights see so much?
#
# We will learn to
#
# - slide a window over a picture, and reckon every size beforehand;
# - find edges, and say what a sign means;
# - stack filters to a layer, and count its weights;
# - send slopes back through windows that overlap, and check them by nudging;
# - let nine numbers be learnt;
# - pool, forward and backward, and find the bug in a colleague's way back;
# - trade four loops for one matrix product, and measure the gain.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c4w1_convolution")

# %% [markdown]
# ## 1. Three thousand million weights
#
# A cat of 64 × 64 pixels in three colours has $64 \cdot 64 \cdot 3 = 12288$ numbers. Logistic regression could
# swallow that. A photograph of 1000 × 1000 pixels has 3,000,000. How many weights has a fully connected first
# layer of 1000 units? $3 \cdot 10^6 \cdot 1000 = 3 \cdot 10^9$: too many to keep, and to learn.
#
# And a wasteful way to learn: a whisker at the left and the same whisker at the right meet different weights. We
# want *one* small detector that looks everywhere. Early layers of such networks find edges, later ones parts (an
# eye, an ear), the last ones whole faces.

# %% [markdown]
# All of computer vision in this course stands on it: is this a cat (one label), where are the cars (labels and
# boxes), paint this photograph in the manner of that painting (two pictures in, one out).
#
# ## 2. One window, by hand
#
# Put a filter of 3 × 3 numbers on the upper left corner of a picture. Multiply cell by cell, add up:
#
# $$3 + 1 + 2 + 0 + 0 + 0 - 1 - 8 - 2 = -5$$
#
# (The last column of the filter is $-1$: a 1, an 8 and a 2 are *taken away*.) Move the window one column, and
# again. At how many places does it fit?

# %%
from helpers.figures.c4w1_convolution import draw_window

numbers = np.array([[3.0, 0, 1, 2, 7, 4], [1, 5, 8, 9, 3, 1], [2, 7, 2, 5, 1, 3],
                    [0, 1, 3, 1, 7, 8], [4, 2, 1, 6, 2, 8], [2, 4, 5, 2, 3, 9]])
vertical = np.array([[1.0, 0, -1]] * 3)
found = np.full((4, 4), np.nan)
found[0, 0] = -5
draw_window(plt.figure(figsize=(9, 3.8)).gca(), numbers, vertical, found);

# %% [markdown]
# Along a side of $n$ pixels a window of $f$ has
#
# $$n - f + 1 \tag{1}$$
#
# places: 6 and 3 give 4, so the result is 4 × 4. It is called a **map**, and the operation a **convolution**,
# written $*$.
#
# ## 3. At the border
#
# Every layer loses $f - 1$ rows. A picture of 227 pixels is down to 27 after a hundred layers of 3 × 3. And how
# often is a pixel looked at? Of the 6 × 6, the corner is in one window, a pixel in the middle in nine. What lies
# at the border hardly counts.

# %% [markdown]
# Both are cured by a border of $p$ zeros on all four sides:
#
# $$X\ (m, n_H, n_W, n_C) \;\to\; (m,\; n_H + 2p,\; n_W + 2p,\; n_C) \tag{2}$$
#
# and then $n + 2p - f + 1$ places. Two choices have names. **Valid**: $p = 0$. **Same**: the size stays, so
# $n + 2p - f + 1 = n$, and
#
# $$p = \frac{f - 1}{2} \tag{3}$$
#
# By hand: $f = 3$ needs $p = 1$, $f = 5$ needs 2, $f = 7$ needs 3. And $f = 4$? One and a half: the border cannot
# be equal on both sides, and the window has no pixel in its middle. That is why $f$ is nearly always odd.

# %% [markdown]
# ### Exercise: zero_pad
#
# Formula (2), for a whole set of pictures. Which axes must stay as long as they are?
#
# Below the checks your function goes to work. With $p = 0$ a corner is used once: how large must $p$ be until all
# pixels are used equally often? And what becomes of the last rows when the window moves two pixels at a time?
#
# <details><summary>Hint</summary>
#
# `np.pad` wants a pair (before, after) for each axis. How many pairs are that, and which of them are $(0, 0)$?
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convolution.reference import zero_pad

# %% tags=["checks"] points=6
check(zero_pad)

# %%
from helpers.widgets import explore_padding

explore_padding(zero_pad)

# %% [markdown]
# ## 4. Larger steps
#
# The window may move $s$ pixels at a time, the **stride**. The first place costs nothing; the room that is left,
# $n + 2p - f$, holds so many whole steps:
#
# $$n' = \left\lfloor \frac{n + 2p - f}{s} \right\rfloor + 1 \tag{4}$$
#
# $\lfloor \cdot \rfloor$ rounds down: a window that sticks out does not count. By hand: $n = 7, f = 3, p = 0, s = 2$
# gives $\lfloor 4/2 \rfloor + 1 = 3$.
#
# **Exercise: conv_output_size.** Formula (4), along one axis. A window that does not fit raises a `ValueError`.
#
# <details><summary>Hint</summary>
#
# Which operator divides and rounds down? For which room is there no place? $n + 2p - f < 0$
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convolution.reference import conv_output_size

# %% tags=["checks"] points=7
check(conv_output_size)

# %%
print(" n  f  p  s  size")
for n, f, p, s in ((6, 3, 0, 1), (6, 3, 1, 1), (39, 3, 0, 1), (37, 5, 0, 2), (227, 11, 0, 4), (224, 11, 0, 4)):
    print(f"{n:3d} {f:2d} {p:2d} {s:2d} {conv_output_size(n, f, p, s):5d}")
n = 227
for _ in range(100):
    n = conv_output_size(n, 3, 0, 1)
n

# %% [markdown]
# 224, 11, 4 does not come out even: after 53 steps one pixel is left over.
#
# ## 5. The whole map
#
# With the padded picture $P$ and a filter $K$ of shape $(f, f)$, cell on cell:
#
# $$\text{out}_{h w} = \sum_{i=0}^{f-1} \sum_{j=0}^{f-1} P_{h s + i,\; w s + j}\; K_{i j} \tag{5}$$
#
# ### Exercise: convolve
#
# Formula (5), for one picture without channels. Loop over the places of the *output*: where does the window begin?
# Your `zero_pad` wants four axes; how does a picture get them, and lose them again?
#
# <details><summary>Hint</summary>
#
# Which rows belong to output row $h$? From $h s$ to $h s + f - 1$. And what does `None` do in an index?
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convolution.reference import convolve

# %% tags=["checks"] points=10
check(convolve)

# %%
from helpers.plots import draw_maps

edge = np.array([[10.0, 10, 10, 0, 0, 0]] * 6)
board = np.kron(np.eye(2), np.full((3, 3), 10.0))
maps = {"bright to dark": convolve(edge, vertical, 1, 0),
        "dark to bright": convolve(edge[:, ::-1], vertical, 1, 0),
        "chessboard, horizontal filter": convolve(board, vertical.T, 1, 0)}
draw_maps(plt.subplots(1, 3, figsize=(9, 2.8))[1], maps)
maps["bright to dark"][0], maps["dark to bright"][0], maps["chessboard, horizontal filter"][1]

# %% [markdown]
# Left of the filter plus, right of it minus: an even surface cancels out, and where bright meets dark, 30 is
# left. From dark to bright it is $-30$. If the direction does not matter, take the absolute value.
#
# The edge looks thick, two of four columns. That is because the picture is tiny: in one of 1000 columns two are a
# hair.
#
# On the chessboard (10 at upper left and lower right) the filter lies flat and looks for horizontal edges. Where do
# the 10s come from? There the window covers both squares, two columns of one and one of the other: $20 - 10$.

# %%
from helpers.widgets import explore_convolution

explore_convolution(convolve, conv_output_size)

# %% [markdown]
# Move the window with the arrow keys. Which filter leaves the picture as it is? For which stride is the last row of
# the 6 × 6 never touched?
#
# ## 6. The edges of a cat
#
# Which nine numbers are best? Sobel weighs the middle row more, which calms noise; Scharr still more:
#
# $$\begin{bmatrix} 1 & 0 & -1 \\ 2 & 0 & -2 \\ 1 & 0 & -1 \end{bmatrix}, \qquad
# \begin{bmatrix} 3 & 0 & -3 \\ 10 & 0 & -10 \\ 3 & 0 & -3 \end{bmatrix}$$
#
# Transposed they find horizontal edges. (Careful: read off column by column, $1, 2, 1, 0, 0, 0, \dots$, and filled
# in row by row, they are transposed.)

# %%
from helpers.datasets import load_cats

cat = load_cats()[0][49] / 255  # (64, 64, 3)
grey = cat.mean(axis=2)
sobel = np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])
across, down = convolve(grey, sobel, 1, 0), convolve(grey, sobel.T, 1, 0)
pictures = {"a cat": cat, "vertical edges": across, "horizontal edges": down,
            "strength": np.sqrt(across**2 + down**2)}
draw_maps(plt.subplots(1, 4, figsize=(11, 3))[1], pictures);

# %% [markdown]
# The posts of the window shine in the second picture and vanish in the third, its sill does the opposite, and the
# last picture, $\sqrt{\text{vertical}^2 + \text{horizontal}^2}$, has both. Blue is bright to dark, orange dark to
# bright.
#
# **A table to mistrust.** The next cell holds a picture of 7 × 7 and a filter, with $s = 2$. A result that is copied
# from page to page says $(91, 100, 83)$, $(69, 91, 127)$, $(44, 72, 74)$. Two of the nine numbers are wrong. Which?

# %%
seven = np.array([[2.0, 3, 7, 4, 6, 2, 9], [6, 6, 9, 8, 7, 4, 3], [3, 4, 8, 3, 8, 9, 7], [7, 8, 3, 6, 6, 3, 4],
                  [4, 2, 1, 8, 3, 4, 6], [3, 2, 4, 1, 9, 8, 3], [0, 1, 3, 9, 2, 1, 4]])
kernel = np.array([[3.0, 4, 4], [1, 0, 2], [-1, 0, 3]])
printed = np.array([[91.0, 100, 83], [69, 91, 127], [44, 72, 74]])
print(convolve(seven, kernel, 2, 0) - printed)
flipped = convolve(seven, kernel[::-1, ::-1], 2, 0)
flipped[0]

# %% [markdown]
# 83 should be 88, and 127 should be 117. A printed number is no proof; a second way is.
#
# **What mathematics calls it.** There a convolution flips the filter in both axes before it slides, which the
# last line does: quite other numbers. What we compute is called *cross-correlation* there. Since a network learns
# its filters anyway, it would learn the flipped ones, and nothing is lost. Only if you compare with
# `np.convolve` or `scipy.signal.convolve2d`: flip first.

# %% [markdown]
# ## 7. Colours, and many filters
#
# A colour picture has a third axis. So has the filter: one slice per channel. The window is a small block, and all
# its products add up to *one* number: 6 × 6 × 3 with 3 × 3 × 3 gives 4 × 4, from 27 products each.
#
# With $n_C'$ filters there are $n_C'$ maps, stacked as new channels. A bias per filter, and the layer is
# complete, with $P$ the padded $A_{prev}$:
#
# $$Z_{i h w c} = \sum_{j, k, l} P_{i,\; hs + j,\; ws + k,\; l}\; W_{j k l c} + b_c \tag{6}$$
#
# It is the old $Z = W A + b$, and $A = \text{ReLU}(Z)$ follows as ever.

# %% [markdown]
# | array | shape |
# |---|---|
# | $A^{[l-1]}$ | $(m, n_H^{[l-1]}, n_W^{[l-1]}, n_C^{[l-1]})$ |
# | $W^{[l]}$ | $(f, f, n_C^{[l-1]}, n_C^{[l]})$: a filter is as deep as what comes *in* |
# | $b^{[l]}$ | $(1, 1, 1, n_C^{[l]})$ |
# | $Z^{[l]}$ | $(m, n_H^{[l]}, n_W^{[l]}, n_C^{[l]})$, sizes by (4) |
#
# **Exercise: conv_forward.** Formula (6), with as many loops as you like; speed comes later. The cache is a tuple
# of the five arguments.
#
# <details><summary>Hint</summary>
#
# Which shape has the window of example $i$? $(f, f, n_C^{[l-1]})$, the shape of one filter. What does
# $\sum_{j,k,l}$ leave?
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convolution.reference import conv_forward

# %% tags=["checks"] points=12
check(conv_forward)

# %%
W, b = np.zeros((3, 3, 3, 2)), np.zeros((1, 1, 1, 2))
W[:, :, 0, 0] = vertical  # sees red only
W[:, :, :, 1] = vertical[:, :, None] / 3  # the same slice for all three colours
bars = np.zeros((12, 24, 3))
bars[:, 3:7], bars[:, 10:14], bars[:, 17:21] = (1, 0, 0), (0, 0, 1), (1, 1, 1)
Z = conv_forward(bars[None], W, b, 1, 0)[0]
pictures = {"red, blue and white bars": bars, "red only": Z[0, :, :, 0], "any colour": Z[0, :, :, 1]}
draw_maps(plt.subplots(1, 3, figsize=(10, 2.2))[1], pictures)
Z.shape

# %% [markdown]
# The first filter is blind to the blue bar; white contains red, so it sees that. The second one sees all three,
# the white bar most.
#
# ## 8. How many weights?
#
# $$\text{parameters} = (f f\, n_C^{[l-1]} + 1)\, n_C^{[l]} \tag{7}$$
#
# Ten filters of 3 × 3 on colours: $(27 + 1) \cdot 10 = 280$, for pictures of 64 pixels as for those of 5000.
#
# **Exercise (open): count_conv_parameters.** Formula (7).

# %% tags=["exercise"]
from source.c4w1_convolution.reference import count_conv_parameters

# %% tags=["checks"] points=4
check(count_conv_parameters)

# %% [markdown]
# From $32 \times 32 \times 3$ to $28 \times 28 \times 6$, fully connected: $3072 \cdot 4704 = 14{,}450{,}688$ weights.
# By six filters of 5 × 5: 456. (One often reads 156. That is $(25 + 1) \cdot 6$, a grey picture: the three colours
# were forgotten.)
#
# How can both do the same job? A convolution *is* a fully connected layer in which most weights are 0 and the
# others are shared. Feed the pixels of a 6 × 6 picture one at a time, and its matrix appears, column by column.

# %%
from helpers.figures.c4w1_convolution import draw_conv_matrix

print("on colours:", count_conv_parameters(5, 3, 6), "  on grey:", count_conv_parameters(5, 1, 6))
kernel = np.arange(1.0, 10).reshape(3, 3)
columns = [convolve(pixel.reshape(6, 6), kernel, 1, 0).ravel() for pixel in np.eye(36)]
M = np.stack(columns, axis=1)  # (16, 36)
draw_conv_matrix(plt.figure(figsize=(8, 3.8)).gca(), M)
float(np.abs(M @ numbers.ravel() - convolve(numbers, kernel, 1, 0).ravel()).max())

# %% [markdown]
# **Sparse connections**: each output looks at 9 of 36 pixels. **Shared parameters**: the same 9 numbers make all
# 16 outputs. A filter that is good for an edge here is good for one there, and what an eye detector has learnt at
# the left it knows at the right. Fewer numbers also mean less overfitting.

# %% [markdown]
# ## 9. The way back
#
# $dZ$ is given, a slope for each output. What do $W$, $b$ and $A_{prev}$ get? Look at *one* output: a sum of products,
# window × filter, plus $b_c$. A weight moves it by the pixel that it met, a pixel by the weight that it met. Then add
# up over all outputs:
#
# $$dW_{\cdot\cdot\cdot c} = \sum_{i, h, w} \text{window}_{i h w}\; dZ_{i h w c} \tag{8}$$
#
# $$db_c = \sum_{i, h, w} dZ_{i h w c} \tag{9}$$
#
# $$dP[\text{window}_{i h w}] \mathrel{+}= \sum_c W_{\cdot\cdot\cdot c}\; dZ_{i h w c} \tag{10}$$

# %% [markdown]
# In (10) a pixel lies in many windows, up to nine for 3 × 3: each adds its part. At the end the border of $dP$ is
# cut off, and $dA_{prev}$ is left. No $1/m$ anywhere: the cost's mean is in $dZ$ already.
#
# **Exercise: conv_backward.** The same loops as forward; in the innermost three additions in place of one sum.
#
# <details><summary>Hint</summary>
#
# Which slice of the padded array did output $(i, h, w)$ read? It is also the slice of $dP$ that it writes to. And
# for $p = 0$: what is `[0:-0]`?
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convolution.reference import conv_backward

# %% tags=["checks"] points=14
check(conv_backward)

# %% [markdown]
# Is it true? Nudge every entry of $A_{prev}$, $W$ and $b$, and watch $J = \sum R \odot Z$ with random weights $R$.
# The slope of this $J$ by $Z$ is $R$, so $dZ = R$. Stride 2 and a border are in, where most mistakes hide.

# %%
def nudged(f, x, h=1e-5):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)  # one entry of x at a time
    return np.reshape([(f(x + e) - f(x - e)) / (2 * h) for e in steps], x.shape)

rng = np.random.default_rng(4)
A, W, b = (rng.normal(size=shape) for shape in ((2, 5, 6, 2), (3, 3, 2, 3), (1, 1, 1, 3)))
Z, cache = conv_forward(A, W, b, 2, 1)
R = rng.normal(size=Z.shape)
dA, dW, db = conv_backward(R, cache)

# %%
def J(A, W, b):
    return np.sum(R * conv_forward(A, W, b, 2, 1)[0])

for name, slope, nudge in (("dA_prev", dA, nudged(lambda t: J(t, W, b), A)),
                           ("dW     ", dW, nudged(lambda t: J(A, t, b), W)),
                           ("db     ", db, nudged(lambda t: J(A, W, t), b))):
    apart = np.linalg.norm(slope - nudge) / (np.linalg.norm(slope) + np.linalg.norm(nudge))
    print(f"{name} {slope.shape!s:14} relative difference {apart:.0e}")

# %% [markdown]
# ## 10. Let the numbers be learnt
#
# Sobel chose his nine numbers. We need not: with $dW$ they can be *found*. Somebody has turned the filter by 70
# degrees and drawn the edges of a cat with it. We have the picture and the drawing, but not the filter. Start with
# nine zeros, and walk downhill on
#
# $$J = \frac{1}{2 N} \sum (Z - T)^2, \qquad dZ = \frac{Z - T}{N},$$
#
# where $T$ is the drawing and $N$ the number of its pixels.

# %%
from helpers.figures.c4w1_convolution import draw_learned

angle = np.deg2rad(70)
secret = np.cos(angle) * sobel + np.sin(angle) * sobel.T
part = grey[10:34, 18:42]
A = ((part - part.mean()) / part.std())[None, :, :, None]  # (1, 24, 24, 1)
T = convolve(A[0, :, :, 0], secret, 1, 0)[None, :, :, None]
W, b, costs = np.zeros((3, 3, 1, 1)), np.zeros((1, 1, 1, 1)), []

# %%
for _ in range(200):
    Z, cache = conv_forward(A, W, b, 1, 0)
    costs.append(np.sum((Z - T) ** 2) / (2 * T.size))
    _, dW, db = conv_backward((Z - T) / T.size, cache)
    W, b = W - 0.15 * dW, b - 0.15 * db
kernels = {"learnt": W[:, :, 0, 0], "used for the drawing": secret}
draw_learned(plt.subplots(1, 3, figsize=(11, 3.2))[1], kernels, costs);

# %% [markdown]
# The cost falls from 7.5 to a millionth, the nine numbers come out, and nobody typed them. In a network there is no drawing; the label
# "cat" at the far end sends its slopes back, and the first layer finds edges at whatever angle helps, or something
# that has no name.
#
# ## 11. Pooling
#
# Is the eye at column 30 or 31? For "cat" it does not matter. Pooling keeps one number of each window, channel by
# channel, the largest or the mean:
#
# $$A_{i h w c} = \max_{j, k}\; A_{prev,\; i,\; hs + j,\; ws + k,\; c} \tag{11}$$
#
# $$A_{i h w c} = \frac{1}{f^2} \sum_{j, k} A_{prev,\; i,\; hs + j,\; ws + k,\; c} \tag{12}$$

# %% [markdown]
# Mostly $f = 2, s = 2$: height and width are halved; $f = 3, s = 2$ is seen as well. A border is hardly ever added:
# the size is (4) with $p = 0$, and $n_C$ stays. A large number says: *somewhere in this window the feature was found*.
# That is the story, at least. Maximum is chosen far more often than mean, mainly because it works better.
#
# How many parameters are there to learn? None. $f$, $s$ and the kind are chosen, then fixed.
#
# **Exercise (open): pool_forward.** Formulas (11) and (12).

# %% tags=["exercise"]
from source.c4w1_convolution.reference import pool_forward

# %% tags=["checks"] points=9
check(pool_forward)

# %%
from helpers.figures.c4w1_convolution import draw_pooling

four = np.array([[1.0, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2]])
draw_pooling(plt.figure(figsize=(9, 2.9)).gca(), four, pool_forward)
one_right = convolve(np.roll(grey, 1, axis=1), sobel, 1, 0)  # the cat, a pixel to the right
float(np.abs(one_right - np.roll(across, 1, axis=1))[:, 3:].max())  # without the rim, where roll wraps round

# %% [markdown]
# The 9 of the upper left stays; the mean thins it to 3.75.
#
# And if the cat moves by a pixel? Then its edge map moves along, nothing else: the difference below the picture is
# 0, for the same nine numbers look everywhere. Yet each *place* of the map holds another number now. By how much?
# And each place of the pooled map?

# %%
strength, one_right = np.abs(across)[None, :, :, None], np.abs(one_right)[None, :, :, None]
pictures = {"edges": strength[0, :, :, 0]}
for f in (1, 2, 4, 8):
    before, after = (pool_forward(A, f, f, "max")[0][0, :, :, 0] for A in (strength, one_right))
    print(f"f = {f}: changed by {np.abs(after - before).sum() / before.sum():.0%}")
    pictures |= {f"max, f = {f}": before} if f > 1 else {}
pictures["average, f = 4"] = pool_forward(strength, 4, 4, "average")[0][0, :, :, 0]
draw_maps(plt.subplots(1, 5, figsize=(12, 2.8))[1], pictures);

# %% [markdown]
# 84 % after a single pixel, for edges are thin; over 4 × 4 it is 17 %, over 8 × 8 only 5 %. Pooling makes a network
# *tolerant* of small shifts; it pays with knowing less exactly where.
#
# ## 12. Backward through a maximum
#
# Nudge the largest entry of a window, and the maximum moves as much; nudge another, and nothing happens. So the
# whole slope goes to the winner:
#
# $$dA_{prev}[\text{winner of window } i h w c] \mathrel{+}= dA_{i h w c} \tag{13}$$
#
# Of several equal ones we take the first, row by row. A mean moves by $1/f^2$ with each entry:
#
# $$dA_{prev}[\text{window}_{i h w c}] \mathrel{+}= \frac{1}{f^2}\, dA_{i h w c} \tag{14}$$

# %% [markdown]
# ### Bug hunt: pool_backward
#
# A colleague has written (13) and (14). He trained with $f = 2, s = 2$, his gradient check was spotless, and he
# shipped it. Then somebody chose $f = 3, s = 2$, and the network learnt worse than before.
#
# Do not read the code first. Run the function, then the cell below it: which settings pass, which fail? What do
# these have in common? Then find the line.
#
# <details><summary>Hint</summary>
#
# What happens to an entry that lies in two windows? $dA_{prev} = \sum$ over all windows that hold it.
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convolution.reference import pool_backward

# %%
A = rng.normal(size=(2, 7, 7, 2))
for f, s in ((2, 2), (3, 3), (2, 3), (3, 2), (2, 1)):
    for mode in ("max", "average"):
        out, cache = pool_forward(A, f, s, mode)
        R = rng.normal(size=out.shape)
        args = {"f": f, "stride": s, "mode": mode}
        nudge = nudged(lambda t, R=R, args=args: np.sum(R * pool_forward(t, **args)[0]), A)
        print(args, f"off by {np.abs(pool_backward(R, cache) - nudge).max():.0e}")

# %% tags=["checks"] points=7
check(pool_backward)

# %% [markdown]
# A test without overlaps cannot see it: the $+=$ of (10) again.
#
# ## 13. One matrix product
#
# Your `conv_forward` is right, and slow. Where is the matrix product that NumPy is so good at? Write each window as a
# *row* (others as a column, hence "im2col"):
#
# $$C\ (m\, n_H\, n_W,\; f f\, n_C^{[l-1]}) \tag{15}$$
#
# **Exercise: im2col.** Rows by example, row, column of the output; in each a window, as `reshape(-1)` gives it. There
# are thousands of places, but only $f f$ cells in a window. Which do you loop over?
#
# <details><summary>Hint</summary>
#
# Which pixels do all windows meet in cell $(j, k)$? Rows $j, j + s, \dots$ They go into $(m, n_H, n_W, f, f, n_C)$.
#
# </details>

# %% tags=["exercise"]
from source.c4w1_convolution.reference import im2col

# %% tags=["checks"] points=9
check(im2col)

# %%
from helpers.figures.c4w1_convolution import draw_rows

draw_rows(plt.figure(figsize=(9, 3.2)).gca(), im2col);

# %% [markdown]
# The 5 in the middle stands in all four rows: the matrix is up to $f^2$ times as large as the picture. That is the
# price. What do we get for it?
#
# $$Z = C\, \overline{W} + b, \qquad \overline{W}\ (f f\, n_C^{[l-1]},\; n_C^{[l]}) \tag{16}$$
#
# One product, and a reshape to $(m, n_H, n_W, n_C)$.
#
# **Exercise (open): conv_forward_columns.** Formula (16): the same $Z$ as before.

# %% tags=["exercise"]
from source.c4w1_convolution.reference import conv_forward_columns

# %% tags=["checks"] points=6
check(conv_forward_columns)

# %% [markdown]
# Must the windows be copied at all? An array in NumPy is a block of memory and a rule how to step through it, its
# *strides*. `np.lib.stride_tricks.sliding_window_view` makes such a rule: all windows, not one number copied.
#
# $$V\ (m,\; n_H,\; n_W,\; n_C^{[l-1]},\; f,\; f), \qquad
# Z_{i h w c} = \sum_{l, j, k} V_{i h w l j k}\, W_{j k l c} + b_c \tag{17}$$
#
# Mind the axes: the channel comes *before* the window. `np.tensordot` or `np.einsum` sums over pairs of axes that
# you name.
#
# **Exercise (open): conv_forward_windows.** Formula (17), with a stride: keep every $s$-th window.

# %% tags=["exercise"]
from source.c4w1_convolution.reference import conv_forward_windows

# %% tags=["checks"] points=6
check(conv_forward_windows)

# %%
from timeit import repeat
from helpers.figures.c4w1_convolution import draw_engines

args = (rng.normal(size=(8, 32, 32, 3)), rng.normal(size=(3, 3, 3, 8)), rng.normal(size=(1, 1, 1, 8)), 1, 1)
want = conv_forward(*args)[0]
print("apart by", *(f"{np.abs(f(*args) - want).max():.0e}" for f in (conv_forward_columns, conv_forward_windows)))
seconds = {"loops": conv_forward, "rows": conv_forward_columns, "view": conv_forward_windows}
for name, way in seconds.items():
    seconds[name] = min(repeat(lambda way=way: way(*args), number=1, repeat=1 if name == "loops" else 5))
draw_engines(plt.figure(figsize=(8, 2.6)).gca(), seconds);

# %% [markdown]
# 65,536 numbers, one by one, take about 0.7 s on our machine; the other two 1.5 ms, 500 times less. Yours will
# differ, the order will not. (The view copies nothing, but `tensordot` lays it out as rows.)
#
# ## 14. One axis, three axes
#
# A heartbeat has one axis: 14 measurements and a filter of 5 give 10. A scan of a body has three: 14 × 14 × 14 with
# 5 × 5 × 5 gives 10 × 10 × 10. With $d$ axes and places $u = (u_1, \dots, u_d)$:
#
# $$Z_{i u c} = \sum_{v, l} A_{prev,\; i,\; u + v,\; l}\; W_{v l c} \tag{18}$$
#
# **Exercise (open): conv_nd.** Formula (18) for every $d$, without stride and border.

# %% tags=["exercise"]
from source.c4w1_convolution.reference import conv_nd

# %% tags=["checks"] points=5
check(conv_nd)

# %%
from helpers.datasets import make_temperatures

signal, body = rng.normal(size=(1, 14, 1)), rng.normal(size=(1, 14, 14, 14, 1))
print(conv_nd(signal, rng.normal(size=(5, 1, 16))).shape, conv_nd(body, rng.normal(size=(5, 5, 5, 1, 16))).shape)
theta = make_temperatures(seed=1)
weeks = conv_nd(theta[None, :, None], np.full((21, 1, 1), 1 / 21))[0, :, 0]
plt.plot(theta, linewidth=0.8, label="each day")
plt.plot(np.arange(10, 355), weeks, label="filter of 21 equal weights")
plt.title("A moving average is a convolution, ten days short at each end")
plt.xlabel("day"), plt.ylabel("°C"), plt.legend();

# %% [markdown]
# ## 15. Seven decisions
#
# One letter for each key.
#
# **odd_window** (section 3). Why is $f$ usually odd? (a) An even window has no size. (b) The borders are equal, and
# there is a pixel in the middle. (c) It is faster. (d) It has fewer weights.
#
# **two_sizes** (section 4). With $\lfloor (n + 2p - f + 1) / s \rfloor$ a colleague gets, for $n = 7, f = 3, p = 0,
# s = 2$, (a) 3, as we. (b) 3, and we 2. (c) an error. (d) 2, and we 3.
#
# **bright_dark** (section 5). Both directions of an edge shall count alike. (a) Take absolute values. (b) Apply
# a ReLU. (c) Transpose. (d) Brighten the picture.

# %% [markdown]
# **channels** (section 7). 6 × 6 × 3, two filters 3 × 3, no border: what comes out? (a) 4 × 4 × 6. (b) 4 × 4 × 3.
# (c) 4 × 4 × 2. (d) 6 × 6 × 2.
#
# **parameters_156** (section 8). Six 5 × 5 filters on colours: what does 156 forget? (a) Biases. (b) Channels.
# (c) Filters. (d) Pixels.
#
# **pooling_weights** (section 11). What does max pooling learn? (a) $f$ and $s$. (b) $f f$ weights. (c) A bias.
# (d) Nothing.
#
# **flipped** (section 6). A library's "convolution" gives other numbers. Most likely it (a) flips the filter.
# (b) adds a border. (c) divides by $f^2$. (d) rounds.

# %% tags=["exercise"]
from source.c4w1_convolution.reference import decisions

# %% tags=["checks"] points=5
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - A window slides, products are added up; $\lfloor (n + 2p - f)/s \rfloor + 1$ places, and a border for the rim.
# - Edges are differences, and their sign is a direction.
# - A layer: filters as deep as what comes in, a map for each; $(f f n_C + 1) n_C'$ numbers serve all places.
# - Backward, every window adds its part: $+=$, then the border is cut; nudging proves it.
# - Nine numbers can be learnt instead of chosen.
# - Pooling has nothing to learn; its way back goes to the winner, or in equal shares.
# - All windows as rows, or as a view: the same numbers, much sooner.
