# %% [markdown] story="many classes, and a framework of our own" writes="softmax, cross-entropy, a tape that differentiates" place=2
# # Many classes, and a framework of our own
#
# Until now we asked "is it a cat?". What if the answer may be cat, dog, chick, or none? And must we derive a
# backward pass for every network that we invent?
#
# We will learn to
#
# - write labels of many classes as columns;
# - turn scores into probabilities, without overflow;
# - measure the error of a set, and find its slope, $dZ = A - Y$;
# - draw borders between four classes, and say why they are straight;
# - record a computation on a tape, and read gradients off it backwards;
# - train the course's network with that tape, to the numbers of the derivation by hand.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c2w3_softmax_and_autodiff")

# %% [markdown]
# ## 1. A column with a single 1
#
# Class 0 is "none of these", 1 a cat, 2 a dog, 3 a chick. So $C = 4$, and a koala is a 0.
#
# Why not aim at the number itself? Then a cat would lie half-way between none and dog. Classes have no order,
# so each gets a row:
#
# $$Y_{ki} = \begin{cases} 1 & k = y^{(i)} \\ 0 & \text{else} \end{cases}, \qquad y\ (1, m), \ Y\ (C, m) \tag{1}$$
#
# Label 2 becomes the column $(0, 0, 1, 0)$.
#
# **Exercise: one_hot.** Table (1), for labels 3, 1, 2, 0, 3 and others.
#
# <details><summary>Hint</summary>
#
# What if $(C, 1)$ meets $(1, m)$? $k = y^{(i)}$, for all $k$.
#
# </details>

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import one_hot

# %% tags=["checks"] points=7
check(one_hot)

# %% [markdown]
# ## 2. From scores to probabilities
#
# The last layer now has $C$ units and gives a score for each class, $Z = W A + b$ of shape $(C, m)$. How do
# four scores, some of them negative, become four probabilities? First make them positive, then share out:
#
# $$t_j = e^{z_j} \tag{2}$$
#
# $$a_j = \frac{t_j}{\sum_{k} t_k}, \qquad a \; (C, 1), \quad \sum_j a_j = 1 \tag{3}$$
#
# By hand: $z = (5, 2, -1, 3)$ gives $t = (148.4, 7.4, 0.4, 20.1)$ with the sum 176.3, so
# $a = (0.842, 0.042, 0.002, 0.114)$. Unlike all activations so far, this one takes a whole column and returns a
# whole column.

# %% [markdown]
# **The trap.** $e^{1000}$ is `inf`, and `inf / inf` is `nan`. But a factor $e^{-M}$ above and below changes
# nothing:
#
# $$a_j = \frac{e^{z_j - M}}{\sum_k e^{z_k - M}}, \qquad M = \max_k z_k \tag{4}$$
#
# Now the largest exponent is 0 and no power exceeds 1. Each column has its own $M$.
#
# **Exercise: softmax.** For a whole table of scores, a column per example.
#
# <details><summary>Hint</summary>
#
# Which axis holds the classes of one example, and which shape must $M$ keep so that each column meets its own?
# $M \; (1, m)$
#
# </details>

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import softmax

# %% tags=["checks"] points=12
check(softmax)

# %%
from helpers.figures.c2w3_softmax_and_autodiff import draw_shares

names = ["0 none", "1 cat", "2 dog", "3 chick"]
draw_shares(plt.figure(figsize=(7, 3.6)).gca(), softmax, [5, 2, -1, 3], names)
Z = np.random.default_rng(1).normal(size=(2, 4))  # and now two classes
print("softmax, row 1:   ", softmax(Z)[1])
print("sigmoid(z1 - z0): ", 1 / (1 + np.exp(Z[0] - Z[1])))

# %% [markdown]
# The dashed box is the *hardmax*: 1 for the largest score and 0 for the rest, $(1, 0, 0, 0)$. The softmax names
# the same winner, more gently: the chick keeps 11 %. We shall need the gentleness, since the hardmax has no
# slope.
#
# And why do the two printed lines agree? With two classes, divide above and below by $e^{z_1}$:
#
# $$a_1 = \frac{e^{z_1}}{e^{z_0} + e^{z_1}} = \frac{1}{1 + e^{-(z_1 - z_0)}} = \sigma(z_1 - z_0) \tag{5}$$
#
# And $a_0 = 1 - a_1$, so one number tells all. With $C = 2$ softmax *is* logistic regression.

# %% [markdown]
# ## 3. How wrong is a column?
#
# $$L(\hat y, y) = - \sum_{j=0}^{C-1} y_j \ln \hat y_j \tag{6}$$
#
# Only one $y_j$ is 1, so only one term is left: minus the logarithm of what the model gave to the true class.
# The others count all the same, for what they take is missing there.
#
# By hand: a cat, $y = (0, 1, 0, 0)$, and $\hat y = (0.3, 0.2, 0.1, 0.4)$. The loss is $-\ln 0.2 = 1.609$. The
# chick is preferred with 0.4; a better model pushes 0.2 up.
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L(\hat y^{(i)}, y^{(i)}) \tag{7}$$
#
# A plus before the sum: the minus is in $L$ already.

# %% [markdown]
# **Exercise: cross_entropy.** Equations (6) and (7) for tables $A$ and $Y$ of shape $(C, m)$, with no logarithm
# below $-100$.
#
# <details><summary>Hint</summary>
#
# `np.mean` would divide by how many numbers? And how many losses are there? $\frac{1}{m}$, not $\frac{1}{Cm}$.
#
# </details>

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import cross_entropy

# %% tags=["checks"] points=10
check(cross_entropy)

# %% [markdown]
# ## 4. Prediction minus label, again
#
# How does the loss change with score $z_k$? Put (3) into (6). With the true class $c$,
# $L = -\ln a_c = -z_c + \ln \sum_j e^{z_j}$. Now the slope is short:
#
# $$\frac{\partial L}{\partial z_k} = -y_k + \frac{e^{z_k}}{\sum_j e^{z_j}} = a_k - y_k, \qquad dZ = A - Y \; (C, m) \tag{8}$$
#
# The same as for logistic regression. (One reads that a softmax classifier cannot be trained like the other
# networks. It can: only the loss and the last layer are new, and (8) is where the old way back begins.)
#
# $$dW = \frac{1}{m} dZ X^T \; (C, n_x), \qquad db = \frac{1}{m} \sum_i dZ^{(i)} \; (C, 1) \tag{9}$$

# %% [markdown]
# **Exercise: softmax_backward.** Return $dZ$, $dW$ and $db$ for the layer $Z = W X + b$. By hand: one example
# with $a = (0.5, 0.25, 0.25)$ of class 0 has $dz = (-0.5, 0.25, 0.25)$. Such a column always adds up to 0. Why?
#
# Then the cell below nudges one weight and one bias.

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import softmax_backward

# %% tags=["checks"] points=11
check(softmax_backward)

# %%
rng, h = np.random.default_rng(2), 1e-5
X, Y = rng.normal(size=(3, 7)), one_hot(rng.integers(0, 4, (1, 7)), 4)
W, b, E = rng.normal(size=(4, 3)), rng.normal(size=(4, 1)), np.zeros((4, 3))
E[2, 1] = h  # the nudge: one weight, or below one bias
dZ, dW, db = softmax_backward(softmax(W @ X + b), Y, X)
ways = ((W + E, b), (W - E, b), (W, b + E[:, 1:2]), (W, b - E[:, 1:2]))
up_W, down_W, up_b, down_b = (cross_entropy(softmax(V @ X + c), Y) for V, c in ways)
print(f"dW[2, 1] = {dW[2, 1]: .9f}   nudged: {(up_W - down_W) / (2 * h): .9f}")
print(f"db[2]    = {db[2, 0]: .9f}   nudged: {(up_b - down_b) / (2 * h): .9f}")

# %% [markdown]
# ## 5. Four clouds
#
# Softmax regression has no hidden layer:
#
# $$A = \text{softmax}(W X + b), \qquad W \; (C, n_x), \quad b \; (C, 1) \tag{10}$$
#
# $$W := W - \alpha \, dW, \qquad b := b - \alpha \, db \tag{11}$$
#
# **Exercise (open): softmax_step.** One step: forward, cost, backward, update. Both slopes belong to one point,
# and the cost to the same.
#
# **Exercise: predict_classes.** The class with the largest score. Do we need the softmax for it? The
# exponential keeps the order, and so does the division. In logistic regression the limit was 0.5. Here the
# winner may have less: of six classes, 0.2 can be the most.

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import softmax_step

# %% tags=["checks"] points=8
check(softmax_step)

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import predict_classes

# %% tags=["checks"] points=6
check(predict_classes)

# %%
from helpers.datasets import make_clouds, make_pinwheel
from helpers.plots import draw_plane

X, y = make_clouds(240, 4, seed=1)
W, b, costs = np.zeros((4, 2)), np.zeros((4, 1)), []
for _ in range(300):
    W, b, cost = softmax_step(W, b, X, one_hot(y, 4), 0.5)
    costs.append(cost)
draw_plane(plt.figure(figsize=(5.6, 4.2)).gca(), lambda P: predict_classes(W, b, P), X, y)
costs[0], costs[1], costs[-1]

# %% [markdown]
# The cost begins at 1.386. Must it? With zeros every class gets $\frac14$, and $-\ln \frac14 = \ln 4 = 1.386$,
# whatever the labels. It is the first thing to look at: a cost that starts at zeros, or near, and is not
# $\ln C$, has a fault.
#
# Why are the borders straight? Between classes $j$ and $k$ lies the place where both scores are equal:
#
# $$(w_j - w_k)^T x + b_j - b_k = 0 \tag{12}$$
#
# This is a line. So is every border, for three, four or six classes; the pieces meet in corners. Train it
# yourself, then choose the pinwheel: how far can lines follow bent arms?

# %%
from helpers.widgets import Model, explore_boundary

def train_step(parameters, X, Y, learning_rate):
    *parameters, cost = softmax_step(*parameters, X, one_hot(Y, 4), learning_rate)
    return parameters, cost

sets = {"clouds": (X, y), "pinwheel": make_pinwheel(320, 4, seed=1)}
lines = Model(lambda n_x, n_h, n_y, rng: [np.zeros((n_y, n_x)), np.zeros((n_y, 1))],
              train_step, lambda parameters, X: softmax(parameters[0] @ X + parameters[1]))
explore_boundary(lines, data=sets, widths=(), classes=4, start={"data": "clouds", "rate": 0.6})

# %%
X_wheel, y_wheel = sets["pinwheel"]
W, b = np.zeros((4, 2)), np.zeros((4, 1))
for _ in range(500):
    W, b, cost = softmax_step(W, b, X_wheel, one_hot(y_wheel, 4), 0.6)
cost, np.mean(predict_classes(W, b, X_wheel) == y_wheel)

# %% [markdown]
# ## 6. Who derives the next backward pass?
#
# Lines get a good half of the pinwheel. A hidden layer would bend them: another formula forward, and another
# derivation backward. Then one with batch norm, and another ...
#
# Think back to the graph of $J = 3(a + bc)$. We went from right to left, and each step needed only *its own*
# rule. Can a program do that? It would need a record of what was computed. Let us write the graph down as plain
# data, a list of records (name, operation, inputs), and call it a **tape**. An input in quotes is a name;
# anything else is a constant.

# %%
from helpers.autodiff import OPERATIONS  # "+": np.add, and so on

tape = [("u", "*", ("b", "c")), ("v", "+", ("a", "u")), ("J", "*", ("v", 3.0))]
values = {"a": 5.0, "b": 3.0, "c": 2.0}
for name, op, inputs in tape:
    values[name] = float(OPERATIONS[op](*(values.get(i, i) for i in inputs)))
values

# %% [markdown]
# Three records, one loop, and $J = 33$. The loop knows nothing of this formula: another tape, another result.
#
# ## 7. In which order?
#
# Suppose we have only a *graph*: each name tells what it is computed from. Which comes first? We want **each
# name after its inputs**, a *topological order*. One way is to go depth first: before a name is written down,
# all its inputs are, each treated in the same way.
#
# By hand: $J$ needs $v$; $v$ needs first $a$, a leaf, then $u$, so $b$ and $c$ before it. The list is
# $a, b, c, u, v, J$.

# %% [markdown]
# **Exercise (open): topological_order.** A name that is used twice is written once, and what the end does not
# need is left out.
#
# <details><summary>Hint</summary>
#
# What can a function do that has to treat each input in the same way as the name itself? And when does it write
# the name? order(name) = order of each input, then name.
#
# </details>

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import topological_order

# %% tags=["checks"] points=11
check(topological_order)

# %% [markdown]
# Read from its end, the list is the order of the way back: when we come to a name, all that *use* it have been
# visited. A tape is such a list without sorting: no program uses a value before it is made.
#
# ## 8. What broadcasting owes
#
# In $Z = W X + b$ the bias $(n, 1)$ is copied to $m$ columns. What is its gradient? If $b_k$ moves, all its
# copies move, and each moves $J$ by its own $G_{ki}$:
#
# $$db_k = \sum_{i=1}^{m} G_{ki}, \qquad G = \frac{\partial J}{\partial Z} \; (n, m), \quad db \; (n, 1) \tag{13}$$
#
# **Copied on the way forward, added up on the way back.** Here is the old $\sum_i dZ^{(i)}$ again.

# %%
from helpers.figures.c2w3_softmax_and_autodiff import draw_unbroadcast

draw_unbroadcast(plt.figure(figsize=(8, 2.5)).gca());

# %% [markdown]
# In general, with an array $a$ stretched to the shape of $G$:
#
# $$da_{\text{entry}} = \sum_{\text{copies of the entry}} G_{\text{copy}} \tag{14}$$
#
# Broadcasting copies in two ways. It puts new axes on the left, $(3,) \to (2, 3)$: these disappear again. And
# it stretches an axis of length 1, $(2, 1) \to (2, 3)$: this one stays, with length 1.
#
# **Exercise (open): unbroadcast.** Bring $G$ back to a given shape. First the added axes, then the stretched
# ones.

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import unbroadcast

# %% tags=["checks"] points=11
check(unbroadcast)

# %% [markdown]
# ## 9. Backward along the tape
#
# Now the heart of it. What do we know at the very end, before any rule?
#
# $$\frac{\partial J}{\partial J} = 1 \tag{15}$$
#
# Then we read the tape from its last record to its first. A record such as `("u", "*", ("b", "c"))` finds the
# gradient of `u` ready, and hands it on to `b` and `c`, by the rule of `*`. What if a name feeds *two* records,
# as $w$ does in $J = w \cdot w - 10 w$? A nudge of $w$ moves $J$ along both ways, and the moves add up:
#
# $$\frac{\partial J}{\partial x} = \sum_{r \text{ uses } x} \frac{\partial J}{\partial r} \frac{\partial r}{\partial x} \tag{16}$$

# %% [markdown]
# By hand at $w = 2$: from $t = 10 w$ comes $-10$, from $s = w \cdot w$ comes $2$ for the first factor and $2$
# for the second, so $dw = -6$.
#
# **Exercise: backward.** A rule is a function `rule(G, out, *inputs)`: gradient of the result, its value, the
# values of the inputs. It returns a tuple, a gradient for each input. The `rules` come as a dict.
#
# <details><summary>Hint</summary>
#
# Which four things happen to a record? (1) has its name a gradient? (2) the values of its inputs; (3) the rule;
# (4) for each input that is a name: unbroadcast, then add to what is there. $dx := dx + \text{part}$, from
# $dx = 0$.
#
# </details>

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import backward

# %% tags=["checks"] points=14
check(backward)

# %%
from helpers.figures.c2w3_softmax_and_autodiff import draw_tape

rules = {"+": lambda G, out, a, b: (G, G), "-": lambda G, out, a, b: (G, -G),
         "*": lambda G, out, a, b: (G * b, G * a)}
print({name: float(slope) for name, slope in backward(tape, values, "J", rules).items()})
square = [("s", "*", ("w", "w")), ("t", "*", ("w", 10.0)), ("J", "-", ("s", "t"))]
twice = {"w": 2.0, "s": 4.0, "t": 20.0, "J": -16.0}
draw_tape(plt.figure(figsize=(8, 2.9)).gca(), square, twice, backward(square, twice, "J", rules));

# %% [markdown]
# The old numbers: $da = 3$, $db = 6$, $dc = 9$. But no line of `backward` knows this formula; it would do the
# same for a million records, and one pass gives all gradients. Nudging would need two passes forward for every
# single weight. The picture shows the name that feeds two records: two orange arrows arrive at $w$, $-10$ and
# $4$, and it has $-6$.

# %% [markdown]
# ## 10. A rule for each operation
#
# A rule asks: by how much does the *result* move, entry by entry, and how does $G$ weigh that? This is table
# (17):
#
# | op | $da$ | $db$ |
# |---|---|---|
# | $a + b$ | $G$ | $G$ |
# | $a - b$ | $G$ | $-G$ |
# | $a \odot b$ | $G \odot b$ | $G \odot a$ |
# | $a / b$ | $G \cdot \partial(a/b)/\partial a$ | $G \cdot \partial(a/b)/\partial b$ |
# | $a\, b$, matrices | $G\, b^T$ | $a^T G$ |
#
# The last row is old: with $Z = W A$, $dW = dZ A^T$ and $dA = W^T dZ$.

# %% [markdown]
# ### Bug hunt: binary_rule
#
# A colleague has written table (17) as a function. His network had no division, and it trained well. Then
# somebody built a softmax with it, and the cost went up.
#
# Do not read the code first: let the nudges find the place. The cell below the function compares each operation
# with a nudge of every entry. Which line is it? Then mend it.
#
# <details><summary>Hint</summary>
#
# If the divisor grows, what does the quotient do? $\frac{\partial}{\partial b} \frac{a}{b} = -\frac{a}{b^2}$
#
# </details>

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import binary_rule

# %%
def nudged(f, x, G, h=1e-5):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)  # one entry of x at a time
    return np.reshape([np.sum(G * (f(x + e) - f(x - e))) / (2 * h) for e in steps], x.shape)

a, b, G = np.random.default_rng(3).uniform(1, 2, (3, 3, 3))
for op in "+-*/@":
    (da, db), f = binary_rule(op, a, b, G), OPERATIONS[op]
    apart = da - nudged(lambda t, f=f: f(t, b), a, G), db - nudged(lambda t, f=f: f(a, t), b, G)
    print(op, "  da off by {:.0e}, db by {:.0e}".format(*[np.abs(d).max() for d in apart]))

# %% tags=["checks"] points=5
check(binary_rule)

# %% [markdown]
# Now your functions read a tape, a record at a time. Move the slider: which gradients are final as soon as they
# appear, and which one changes later? In "softmax loss", look at the gradients of $y$ and $z$ at the end: where
# have we met them?

# %%
from helpers.widgets import explore_tape

explore_tape(topological_order, backward, binary_rule)

# %% [markdown]
# ## 11. Writing formulas as usual
#
# Who wants to type tapes? We want to write `w**2 - 10 * w + 25`, and have the tape made behind our back. A
# `Variable` does this: an array, plus the operation and the inputs it came from. `+`, `-`, `*`, `/`, `@`, `**`,
# `exp`, `log`, `tanh`, `relu`, `sum` and `mean` compute at once and remember.
#
# The class is in `helpers/autodiff.py`, 118 lines, worth a look. What it lacks is the way back. `make_gradient`
# builds that from your three functions; the rules of operations on one variable are added, such as
# $G \odot (1 - \tanh^2 a)$ for tanh.

# %%
from helpers.autodiff import Variable, make_gradient, record

gradient = make_gradient(topological_order, backward, binary_rule)
w = Variable(0.0)
J = w**2 - 10 * w + 25
print(J, "slope:", gradient(J, [w])[0])
for line in record(J, topological_order)[0]:
    print(line)

# %% [markdown]
# At $w = 0$ the value is 25 and the slope $2w - 10 = -10$. Nobody derived it. On the tape $v_0$ is $w$, and
# $v_1$ its square.
#
# ## 12. To the lowest point, with data for coefficients
#
# Let the coefficients be data that arrive later, as pictures do:
#
# $$J(w) = x_0 w^2 + x_1 w + x_2 \tag{18}$$
#
# With $x = (1, -10, 25)$ it is $(w - 5)^2$, lowest at 5. Gradient descent with $\alpha = 0.01$ goes first to
# $0.01 \cdot 10 = 0.1$. Adam divides by the size of the slopes, so with $\alpha = 0.1$ its first step is 0.1 as
# well:
#
# $$w := w - \alpha \frac{\hat v}{\sqrt{\hat s} + \epsilon} \tag{19}$$

# %%
def slope_at(w, x):
    w = Variable(w)
    return float(gradient(x[0] * w**2 + x[1] * w + x[2], [w])[0])

def descend(x, num_iterations, learning_rate):
    path = [0.0]
    for _ in range(num_iterations):
        path.append(path[-1] - learning_rate * slope_at(path[-1], x))
    return path

# %%
def adam(x, num_iterations, learning_rate):
    path, v, s = [0.0], 0.0, 0.0
    for t in range(1, num_iterations + 1):
        slope = slope_at(path[-1], x)
        v, s = 0.9 * v + 0.1 * slope, 0.999 * s + 0.001 * slope**2
        v_hat, s_hat = v / (1 - 0.9**t), s / (1 - 0.999**t)
        path.append(path[-1] - learning_rate * v_hat / (s_hat**0.5 + 1e-8))
    return path

# %%
from helpers.figures.c2w3_softmax_and_autodiff import draw_descent

x = np.array([1.0, -10.0, 25.0])
paths = {"gradient descent, α = 0.01": descend(x, 1000, 0.01), "Adam, α = 0.1": adam(x, 1000, 0.1)}
draw_descent(plt.figure(figsize=(7, 3.2)).gca(), {k: path[:400] for k, path in paths.items()}, 5)
for name, path in paths.items():
    print(name, [round(path[t], 8) for t in (1, 2, 10, 100, 1000)])
descend((1, 10, 25), 1000, 0.01)[-1], descend((1, -20, 100), 1000, 0.01)[-1]

# %% [markdown]
# After 1000 steps both stand at 5, descent at 4.99999999. Adam strides 0.1 at a time, runs past the goal to
# 5.04, and comes back: that is its momentum.
#
# New data, same program: with $+10w$ the minimum is at $-5$ (a sign that slips easily), and $(1, -20, 100)$
# leads to 10. Had we written $(1, -20, 25)$, the place would be 10 as well, but the value there $-75$: no
# square of anything.

# %% [markdown]
# ## 13. The course's network, without its backward pass
#
# The test that counts. In the fourth week of the first course we derived `deep_backward` by hand: ReLU layers,
# a sigmoid at the end. Here is that network on the flower, written forward only. Does the tape find the same
# gradients? And through a whole training? We walk 400 steps twice.

# %% tags=["given"]
from source.c1w4_deep_network.reference import initialize_deep, deep_forward, compute_cost
from source.c1w4_deep_network.reference import deep_backward, update_parameters

# %%
def network_cost(P, X, Y):
    A, L = X, len(P) // 2
    for k in range(1, L + 1):
        Z = P[f"W{k}"] @ A + P[f"b{k}"]
        A = Z.relu() if k < L else 1 / (1 + (-Z).exp())
    return -(Y * A.log() + (1 - Y) * (1 - A).log()).mean()

# %%
def tape_step(P, X, Y, learning_rate, cost_of):
    variables = {name: Variable(value) for name, value in P.items()}
    J = cost_of(variables, X, Y)
    slopes = gradient(J, list(variables.values()))
    grads = {f"d{name}": slopes[k] for k, name in enumerate(P)}
    return update_parameters(P, grads, learning_rate), float(J.value), grads

# %%
from helpers.datasets import make_flower

X, Y = make_flower(400, seed=2)
start = initialize_deep([2, 20, 7, 1], np.random.default_rng(3))
AL, caches = deep_forward(X, start)
by_hand, by_tape = deep_backward(AL, Y, caches), tape_step(start, X, Y, 0.3, network_cost)[2]
for name in by_hand:
    print(f"{name}: apart by {np.abs(by_hand[name] - by_tape[name]).max():.1e}")

# %%
from helpers.figures.c2w3_softmax_and_autodiff import draw_match

P, Q, costs = start, start, {"by hand": [], "by tape": []}
for _ in range(400):
    AL, caches = deep_forward(X, P)
    costs["by hand"].append(compute_cost(AL, Y))
    P = update_parameters(P, deep_backward(AL, Y, caches), 0.3)
    Q, *made = tape_step(Q, X, Y, 0.3, network_cost)
    costs["by tape"].append(made[0])
draw_match(plt.figure(figsize=(7, 3.2)).gca(), costs);

# %% [markdown]
# Rounding, nothing else: our derivation of that week and the tape are the same mathematics.
#
# ## 14. What we get for nothing
#
# Back to the pinwheel. A hidden layer with tanh, then softmax: we write the way forward, and that is all. One
# thing to watch: the number $M$ that keeps the softmax from overflow is taken as a constant. That is allowed,
# since $A$ does not depend on it.

# %%
def probabilities(P, X):
    hidden = (P["W1"] @ X + P["b1"]).tanh()
    Z = P["W2"] @ hidden + P["b2"]
    T = (Z - Z.value.max(axis=0)).exp()
    return T / T.sum(axis=0)

def wheel_cost(P, X, Y):
    return -(one_hot(Y, 4) * probabilities(P, X).log()).sum() / X.shape[1]

# %%
P, costs = initialize_deep([2, 16, 4], np.random.default_rng(1)), []
for _ in range(500):
    P, cost, _ = tape_step(P, X_wheel, y_wheel, 1.0, wheel_cost)
    costs.append(cost)
trained = {name: Variable(value) for name, value in P.items()}
draw_plane(plt.figure(figsize=(5.6, 4.2)).gca(),
           lambda X: probabilities(trained, X).value.argmax(axis=0), X_wheel, y_wheel)
costs[0], costs[-1]

# %% [markdown]
# The arms are followed, by borders that bend, and no gradient was derived for it. In the widget the tape runs
# live: how few hidden units will do? (Every step makes a new tape and throws it away. So a program may use `if`
# and `for` as it likes.)
#
# And batch norm, whose way back is among the longest derivations of this course? The other notebook of this
# week derives it. The cell below the widget has only its three lines forward, and compares the tape with a
# nudge of every entry.

# %%
bent = Model(
    lambda n_x, n_h, n_y, rng: initialize_deep([n_x, n_h, n_y], rng),
    lambda P, X, Y, learning_rate: tape_step(P, X, Y, learning_rate, wheel_cost)[:2],
    lambda P, X: probabilities({name: Variable(value) for name, value in P.items()}, X).value,
)
explore_boundary(bent, data=sets, widths=(2, 3, 4, 8, 16), rates=(0.1, 0.3, 1.0, 2.5),
                 classes=4, start={"data": "pinwheel", "width": 8, "rate": 1.0})

# %%
def batch_norm(Z, gamma, beta):
    centred = Z - Z.mean(axis=1)
    return gamma * centred / ((centred**2).mean(axis=1) + 1e-8) ** 0.5 + beta

weights, gamma, beta = rng.normal(size=(3, 6)), rng.normal(size=(3, 1)), rng.normal(size=(3, 1))
Z = Variable(rng.normal(size=(3, 6)))
slope = gradient((weights * batch_norm(Z, gamma, beta)).sum(), [Z])[0]
nudges = nudged(lambda t: batch_norm(Variable(t), gamma, beta).value, Z.value, weights)
np.abs(slope - nudges).max()

# %% [markdown]
# ## 15. The large frameworks
#
# They do what ours does, faster, on other hardware, and with hundreds of operations. Batch norm, for one, is a
# single call, such as `tf.nn.batch_normalization`.
#
# | ours | TensorFlow 2 | PyTorch |
# |---|---|---|
# | `w = Variable(0.0)` | `w = tf.Variable(0.0)` | `w = torch.tensor(0.0, requires_grad=True)` |
# | write `J` | `with tf.GradientTape() as tape:` write `J` | write `J` |
# | `gradient(J, [w])` | `tape.gradient(J, [w])` | `J.backward()`, then `w.grad` |
# | our `adam` | `optimizer.apply_gradients(zip(grads, [w]))` | `optimizer.step()` |
#
# In older texts one meets placeholders and sessions (TensorFlow 1: a placeholder is data fed later, as our $x$
# was), and `optimizer.minimize`, which Keras 3 no longer has.

# %% [markdown]
# Which one to choose? Is it easy to program, and to bring into use? Is it fast on large sets? Is it *truly
# open*: open source with good governance, open in ten years? Then our field decides. Frameworks age; the idea
# of the tape does not.
#
# ## 16. Eight decisions
#
# **koala** (section 1). Classes: 0 none, 1 cat, 2 dog, 3 chick. The column of a koala? (a) (1, 0, 0, 0). (b)
# (0, 0, 0, 0). (c) That of the most similar animal. (d) It needs a fifth row.
#
# **first_cost** (section 5). $W = 0$, $b = 0$, four classes: the first cost is (a) $\ln 2$. (b) 0. (c) $\ln 4$.
# (d) depends on the labels.

# %% [markdown]
# **hardmax** (section 2). Why not train with the hardmax? (a) It is slow. (b) Its slope is 0 almost everywhere.
# (c) It does not add up to 1. (d) It names another winner.
#
# **straight** (section 5). Borders of softmax regression are straight because (a) $e^z$ is. (b) the clouds are
# round. (c) $\alpha$ is small. (d) they lie where two linear scores are equal.
#
# **tuned** (section 4). A deep network gets a softmax as its last layer. What changes on the way back? (a)
# Every layer. (b) Only its beginning, $dZ = A - Y$. (c) It cannot be trained. (d) It needs one network per
# class.

# %% [markdown]
# **twice** (section 9). A name feeds two records. Its gradient is (a) the sum of both parts. (b) the last part.
# (c) their product. (d) their mean.
#
# **coefficient** (section 12). Where is $w^2 + 10w + 25$ lowest? (a) 5. (b) 0. (c) $-5$. (d) 25.
#
# **framework** (section 15). What counts least in choosing a framework? (a) Ease of programming. (b) Speed. (c)
# Openness that lasts. (d) How much it is in this month's news.
#
# **Exercise.** One letter for each key.

# %% tags=["exercise"]
from source.c2w3_softmax_and_autodiff.reference import decisions

# %% tags=["checks"] points=5
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# - A label of many classes is a column with a single 1.
# - Softmax shares out 1 by the exponentials of the scores; the column's maximum is subtracted first.
# - The cost, the mean of $-\ln$ of what the true class got, starts at $\ln C$; and $dZ = A - Y$.
# - Without a hidden layer the borders are straight.
# - A tape lists each name after its inputs. Read backwards it gives all gradients in one pass.
# - Used twice: add. Copied by broadcasting: add up.
# - By tape and by hand we get the same numbers. So we may invent a way forward, and leave the way back to the
#   tape.
