# %% [markdown] story="the price of a house, from one neuron to a network" writes="a neuron, a small forward pass, a parameter count, the matrix of a table"
# # From one neuron to a network: the price of a house
#
# A house has 2104 square feet and 3 bedrooms. What does it cost? We begin with a line, bend it once, and call it a neuron. Then we stack
# neurons, and have a network.
#
# In this notebook we learn to
#
# 1. compute the price of a house with one ReLU neuron, and fit it by hand;
# 2. turn a table into a matrix with one house per column;
# 3. stack neurons, and count their numbers;
# 4. choose a kind of network for a task, and tell which tasks suit deep learning;
# 5. say why it took off: data, computation, algorithms.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c1w1_what_is_a_neural_network")

# %%
from helpers.figures.c1w1_what_is_a_neural_network import (
    draw_house_network, draw_kink, draw_scale,
)
from helpers.widgets import explore_neuron, explore_scale

progress()

# %% [markdown]
# ## 1. A line with a kink
#
# Ten houses: size $x$ in 1000 square feet, price $y$ in 1000 dollars. Four of them are from a table that we meet below; three are huts
# that nobody pays for. Would a straight line do?

# %%
x = np.array([[0.1, 0.2, 0.3, 0.5, 0.8, 1.1, 1.6, 2.104, 2.4, 3.0]])  # (1, 10)
Y = np.array([[0.0, 0.0, 0.0, 10.0, 90.0, 180.0, 330.0, 400.0, 369.0, 540.0]])
slope, start = np.polyfit(x[0], Y[0], 1)
print(f"best line: {slope:.1f} x {start:+.1f}")
print(f"price of the smallest hut: {slope * 0.1 + start:.1f}")

# %% [markdown]
# The line wants us to *receive* 25,000 dollars with the hut. No price is below 0, so we cut the line off:
#
# $$a = \max(0, \; w x + b), \qquad x, a \; (1, m), \quad w, b \text{ numbers} \tag{1}$$
#
# This is a neuron: it takes in a number, forms $w x + b$, and lets through only what is above 0. The function $\max(0, z)$ is the **ReLU**,
# the *rectified linear unit*. By hand, with $w = 200$ and $b = -100$: sizes 0.2, 1 and 3 cost 0, 100 and 500.

# %% [markdown]
# **Exercise.** Write (1) for all $m$ houses at once. $m$ always counts the examples.
#
# <details><summary>Hint</summary>
#
# Which of two numbers is the price, and which NumPy function compares entry by entry? $\max(0, z)$ with $z = wx + b$.
#
# </details>

# %% tags=["exercise"]
from source.c1w1_what_is_a_neural_network.reference import relu_neuron

# %%
print(relu_neuron(np.array([[0.2, 1.0, 3.0]]), 200.0, -100.0))

# %% tags=["checks"] points=15
check(relu_neuron)

# %%
fig, ax = plt.subplots(figsize=(8, 4))
draw_kink(ax, x, Y, relu_neuron, 200.0, -50.0);

# %% [markdown]
# The dashed line goes on below 0, the neuron stays there. Its kink is where $w x + b = 0$, at $x = -b / w = 0.25$. Two numbers, $w$ and $b$,
# are all that this neuron knows. Who finds them?

# %% [markdown]
# ## 2. How wrong is a neuron?
#
# To find them we must say how wrong each choice is. The usual measure for prices is the mean of the squared differences:
#
# $$E = \frac{1}{m} \sum_{i=1}^{m} \bigl( a^{(i)} - y^{(i)} \bigr)^2, \qquad a, y \; (1, m) \tag{2}$$
#
# By hand: one house 10 too high, one 10 too low give $(100 + 100) / 2 = 100$.
#
# **Bug hunt.** The function below runs, returns a number, and is wrong. It likes some very bad neurons. Run the cell under it: which
# two errors should be equal, and are not? Then mend it.

# %% tags=["exercise"]
from source.c1w1_what_is_a_neural_network.reference import mean_squared_error

# %%
labels = np.array([[400.0, 330.0]])
print("both 10 too high:     ", mean_squared_error(labels + 10, labels))
print("one high, the other low:", mean_squared_error(labels + [[10, -10]], labels))

# %% tags=["checks"] points=15
check(mean_squared_error)

# %% [markdown]
# Both cases miss by 10, so both errors are 100. If too high and too low cancel, a neuron that misses every house can look perfect.

# %% [markdown]
# ## 3. Fit it by hand
#
# Now be the learning algorithm. The blue line is *your* neuron; the dashed orange lines are its misses. Try to come below 1130, the error
# of the best straight line.

# %%
explore_neuron(relu_neuron, x, Y)

# %% [markdown]
# The sliders reach 1044, at $w = 200$ and $b = -60$. How did we search? We nudged one slider, watched the error, and kept what was
# better. Training does the same with all its numbers at once; next week we find out which way to nudge. Compare line and kink in numbers:

# %%
line = slope * x + start
print(f"straight line: {mean_squared_error(line, Y):.0f}")
print(f"ReLU neuron:   {mean_squared_error(relu_neuron(x, 200.0, -60.0), Y):.0f}")

# %% [markdown]
# A small gain in the error, a large one in sense: no negative price. For the larger houses alone plain linear regression would be as good.
# One neuron is hardly more than a line; the power comes from many.
#
# Why this kink, and not a smooth curve? Networks long used the *sigmoid* $\sigma(z) = 1 / (1 + e^{-z})$. Training follows slopes, so let us look
# at them:
#
# $$\sigma'(z) = \sigma(z) \bigl( 1 - \sigma(z) \bigr), \qquad \mathrm{ReLU}'(z) = 1 \text{ for } z > 0 \tag{3}$$

# %%
for z in (0.5, 2.0, 10.0):
    sigma = 1 / (1 + np.exp(-z))
    print(f"z = {z:4}: slope of sigmoid {sigma * (1 - sigma):.2e}, of ReLU 1")

# %% [markdown]
# At $z = 10$ the sigmoid's slope is 0.0000454: whoever follows slopes hardly moves there. The ReLU keeps the slope 1, however large $z$ is.
# This change alone made networks learn much faster.

# %% [markdown]
# ## 4. A table becomes a matrix
#
# A house is more than its size. In a table, with prices in 1000 dollars:
#
# | size | bedrooms | price |
# |---|---|---|
# | 2104 | 3 | 400 |
# | 1600 | 3 | 330 |
# | 2400 | 3 | 369 |
# | 3000 | 4 | 540 |
#
# People write a house as a *row*. In this course every example is a **column**:
#
# $$X = \begin{bmatrix} 2104 & 1600 & 2400 & 3000 \\ 3 & 3 & 3 & 4 \end{bmatrix} \; (n_x, m) = (2, 4), \qquad Y = \begin{bmatrix} 400 & 330 & 369 & 540 \end{bmatrix} \; (1, 4) \tag{4}$$

# %% [markdown]
# **Exercise.** Build the matrix of a list of houses, each a dict, for the features that are named. The same function makes $Y$.
#
# <details><summary>Hint</summary>
#
# What stays the same along a row of (4), the feature or the house? $X_{ij}$ is feature $i$ of house $j$.
#
# </details>

# %% tags=["exercise"]
from source.c1w1_what_is_a_neural_network.reference import design_matrix

# %%
table = [(2104, 3, 400), (1600, 3, 330), (2400, 3, 369), (3000, 4, 540)]
houses = [dict(zip(("size", "bedrooms", "price"), row)) for row in table]
X_table = design_matrix(houses, ["size", "bedrooms"])
Y_table = design_matrix(houses, ["price"])
print(X_table, X_table.shape, Y_table.shape)

# %% tags=["checks"] points=15
check(design_matrix)

# %% [markdown]
# The first things to look at, always: $n_x$ rows, $m$ columns. A reshape of the table from $(4, 2)$ to $(2, 4)$ has the right shape as well, and
# mixes the houses; a transpose does not.

# %% [markdown]
# ## 5. A neuron with several features
#
# Each feature gets a weight of its own:
#
# $$a = \max(0, \; w^T X + b), \qquad w \; (n_x, 1), \quad X \; (n_x, m), \quad a \; (1, m) \tag{5}$$
#
# By hand with $w = (0.15, 30)$ and $b = -20$: the first house costs $315.6 + 90 - 20 = 385.6$, where the label is 400.
#
# **Exercise.** Write (5).

# %% tags=["exercise"]
from source.c1w1_what_is_a_neural_network.reference import neuron

# %%
A_table = neuron(X_table, np.array([[0.15], [30.0]]), -20.0)
print(A_table, Y_table)
print(f"error {mean_squared_error(A_table, Y_table):.1f}")

# %% tags=["checks"] points=15
check(neuron)

# %% [markdown]
# The third house, sold for 369, is 61 too dear; it makes most of the error. Perhaps it lies far from shops and schools. Size and
# bedrooms cannot tell us.

# %% [markdown]
# ## 6. Neurons on neurons
#
# What does a buyer think of? Does my family fit in? Can I walk to the shops? Is the school good? None of this stands in the table, but it can
# be *computed* from size, bedrooms, zip code and the wealth of the area. So we put three neurons between the features and the price:

# %%
fig, ax = plt.subplots(figsize=(9, 4))
draw_house_network(ax);

# %% [markdown]
# The names in blue are ours. Nobody tells a network what a hidden unit should mean: each receives **all four** features, and training
# decides which count. Weights near 0 take a feature out.
#
# $$A^{[1]} = \max(0, \; W^{[1]} X + b^{[1]}), \qquad A^{[2]} = \max(0, \; W^{[2]} A^{[1]} + b^{[2]}) \tag{6}$$
#
# Shapes: $W^{[1]}$ $(n_h, n_x)$, one row per hidden unit; $b^{[1]}$ $(n_h, 1)$; $W^{[2]}$ $(1, n_h)$; $b^{[2]}$ $(1, 1)$.
# So $A^{[1]}$ is $(n_h, m)$ and $A^{[2]}$ $(1, m)$.
#
# **Exercise, open.** Write (6); return both layers.

# %% tags=["exercise"]
from source.c1w1_what_is_a_neural_network.reference import small_forward

# %%
X_small = np.array([[2.0, 1.0], [3.0, 1.0], [4.0, 0.0], [5.0, 2.0]])  # two houses
W1 = np.array([[0.5, 1.0, 0, 0], [0, 0, 0.5, 0], [0, 0, 0.25, 0.8]])
b1 = np.array([[-1.0], [0.0], [-2.0]])
parameters = {"W1": W1, "b1": b1, "W2": np.array([[50.0, 40.0, 60.0]])}
parameters["b2"] = np.array([[20.0]])
hidden, price = small_forward(X_small, parameters)
for name, values in zip(("family size", "walkability", "school quality"), hidden):
    print(f"{name:15}", values)
print("price          ", price[0])

# %% [markdown]
# By hand, the first house: family size $0.5 \cdot 2 + 3 - 1 = 3$, walkability $0.5 \cdot 4 = 2$, school quality $0.25 \cdot 4 + 0.8 \cdot 5 - 2 = 3$;
# the price is $150 + 80 + 180 + 20 = 430$. In the second house the school sum is $-0.4$: that unit stays silent, and the price is 45.
#
# These weights we chose ourselves, zeros included. For the zip code we put in a number that we looked up, the shops nearby: the code
# itself is a name, and twice a name means nothing.

# %% tags=["checks"] points=20
check(small_forward)

# %% [markdown]
# ## 7. How many numbers does it learn?
#
# Our drawing has four features, three hidden units, one price. How many numbers must training find? Each unit owns one weight per unit before it,
# and one bias:
#
# $$\text{count} = \sum_{l=1}^{L} \bigl( n^{[l]} n^{[l-1]} + n^{[l]} \bigr), \qquad 4 \cdot 3 + 3 + 3 \cdot 1 + 1 = 19 \tag{7}$$
#
# **Exercise, open.** Write (7) for any list of sizes $n^{[0]}, \dots, n^{[L]}$.

# %% tags=["exercise"]
from source.c1w1_what_is_a_neural_network.reference import count_parameters

# %%
for sizes in ([1, 1], [4, 3, 1], [12288, 20, 7, 5, 1]):
    print(sizes, "->", count_parameters(sizes))

# %% tags=["checks"] points=12
check(count_parameters)

# %% [markdown]
# Two numbers for the neuron that we fitted by hand, 19 for the small network, and 245,973 once the input is a picture of
# $64 \times 64 \times 3 = 12288$ numbers. No hand moves so many sliders.

# %% [markdown]
# ## 8. Which network for which task?
#
# All this is *supervised learning*: examples of inputs $x$ with their labels $y$. Much of what earns money is of this kind:
#
# | input | output | use | network |
# |---|---|---|---|
# | features of a home | price | real estate | standard |
# | advert, user | click, 0 or 1 | advertising | standard |
# | picture | one of 1000 objects | photo tagging | convolutional (CNN) |
# | sound | text | speech | recurrent (RNN) |
# | English | Hindi or Chinese | translation | RNN, more complex |
# | picture, radar | places of cars | driving | custom, mixed |

# %% [markdown]
# Our house network is a *standard* one. A CNN looks for the same pattern all over a picture. An RNN goes along a sequence, such as
# sound in time or words in a sentence. Courses 4 and 5 build both.
#
# The inputs differ in another way too. **Structured** data are tables whose columns have a defined meaning: size, bedrooms.
# **Unstructured** data are sound, pictures and text: one pixel, one sample of sound means nothing alone. People read them easily;
# computers learnt it only lately, by deep learning. On tables it earns as much, with less noise in the news.

# %% [markdown]
# Not every number in a table is a quantity. Clicks on adverts:
#
# | age | advert ID | click |
# |---|---|---|
# | 41 | 93242 | 1 |
# | 80 | 93287 | 0 |
# | 18 | 87312 | 1 |
# | 27 | 71244 | 1 |
#
# With the ID as a plain feature a neuron computes $w \cdot 93242$: a higher number would mean more clicks, or fewer. But an ID is a
# name. One input of 0 or 1 *per advert* is the usual way out. Age is a quantity, and may stay.

# %% [markdown]
# ## 9. Why now?
#
# The idea of a neuron is many decades old. Why did networks take off only lately? One picture answers, a sketch, not a
# measurement:

# %%
fig, ax = plt.subplots(figsize=(8.5, 4))
draw_scale(ax);

# %% [markdown]
# Follow one curve: traditional methods rise, then level off; more data do not help them. A larger network levels off later and higher. So
# **scale** drives progress, and twice: the size of the network *and* the number $m$ of labelled examples. To reach the upper right we need both.
#
# On the left nothing is settled. With few examples, good features and care decide, and a traditional method may well beat a
# large network. As a rule a larger network does not hurt, if it is trained well, and may help much.

# %% [markdown]
# Is the sketch true? Let us measure. Below, the networks are *your* `small_forward`, with 10, 40 or 300 hidden units, and the traditional
# method is a straight line. Prices depend on four features in a crooked way, and by 25 on chance alone. (The hidden units are thrown at random
# and only the last layer is fitted: a shortcut, until we can train all.) Before you fill the chart: who is best with 10 examples?

# %%
explore_scale(small_forward)

# %% [markdown]
# With 10 examples the straight line misses least. From 100 on it no longer learns anything: a miss near 100, however many houses it sees.
# Each larger network levels off later, and lower; with 10,000 examples and 300 units 28 are left, of which 25 are chance. Few examples with a
# large network, or many with a small one: neither is enough.

# %% [markdown]
# Three things moved us to the right:
#
# - **data**: life went digital; phones, cameras and websites record what we do;
# - **computation**: fast processors, above all GPUs, train large networks;
# - **algorithms**: many of them make computation faster, such as the step from sigmoid to ReLU in section 3.
#
# Why does speed matter so much? Nobody knows beforehand which network will work. We go round a loop: *idea*, *code*, *experiment*, and
# with what we saw a new idea. If a round takes ten minutes instead of a month, we try many more. So: where data are plenty and
# the task is one of input and label, expect deep learning to work well; with few examples, expect little lead.

# %% [markdown]
# ## 10. Eight decisions
#
# *photo*: Find the object in a picture. (a) Standard network (b) CNN (c) RNN (d) Custom mixture
#
# *speech*: Turn sound into text. (a) Standard network (b) CNN (c) RNN (d) Custom mixture
#
# *driving*: Find other cars from pictures and radar. (a) Standard network (b) CNN alone (c) RNN alone (d) Custom mixture
#
# *unstructured*: Which data are unstructured? (a) A recording of a speech (b) A table of sizes and prices (c) A table of ages and
# clicks
#
# *ad_number*: Why is the advert ID no plain feature? (a) It is too large. (b) It tells nothing about clicks. (c) It is a name:
# its order means nothing.

# %% [markdown]
# *small_data*: We have 80 examples. Which method wins? (a) The large network (b) The traditional method (c) The small network
# (d) Not settled: features and care decide.
#
# *better*: A small network has levelled off. What helps most surely? (a) Far more data alone (b) A larger network, and data to fill it
# (c) Faster code alone
#
# *hidden*: Who decides what a hidden unit means? (a) Whoever draws the network (b) The feature it is connected to (c) Training, which sets the
# weights of all features
#
# **Exercise.** Put one letter for each question.

# %% tags=["exercise"]
from source.c1w1_what_is_a_neural_network.reference import decisions

# %% tags=["checks"] points=8
check(decisions)

# %% [markdown]
# ## 11. What we have learnt
#
# 1. A ReLU neuron is a line cut off at 0: two numbers for one feature, fitted by watching an error.
# 2. A table becomes $X$ $(n_x, m)$: features in rows, examples in columns.
# 3. Neurons on neurons compute features that nobody wrote down; a 4-3-1 network has 19 numbers.
# 4. The kind of data suggests the kind of network; with few examples no method has a sure lead.
# 5. Scale, of data and of networks, with computation and algorithms, drives progress.
#
# We moved the sliders ourselves. Next week: how does a machine find $w$ and $b$, and how without a loop over the examples?

# %%
progress()
