# %% [markdown] story="the log book of a cat shelter: NumPy, pandas, Matplotlib, Jupyter" writes="shapes and axes, masks, a messy table made clean, groups, a plot with a band"
# # The log book of a cat shelter
#
# A shelter sends us its log book of a year: twelve tables, typed by many hands. It wants to know two things. **Which month brings most
# cats? And do heavier cats cost more?**
#
# On the way to the two answers we learn the tools of the whole course:
#
# 1. to work in a notebook without fooling ourselves;
# 2. shapes and axes, and the array that lost its axis;
# 3. which entry meets which when two shapes are stretched (broadcasting);
# 4. masks, and the three meanings of `where`;
# 5. to stack, clean and group tables with pandas: holes, money, dates;
# 6. to draw a mean together with what we do not know.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("c0w1_arrays_and_tables")

# %%
import pandas as pd

from helpers.datasets import make_shelter_log
from helpers.figures.c0w1_arrays_and_tables import (
    draw_axes, draw_copies, draw_fee_band, draw_gap, draw_months,
)
from helpers.widgets import explore_broadcasting

progress()

# %% [markdown]
# ## 1. The notebook
#
# A notebook is a page of cells. This one is prose; the next is code.
#
# | keys | what happens |
# |---|---|
# | **Shift+Enter** | the cell runs, the next one is chosen |
# | **Tab** | completes a name: type `np.lin`, press Tab |
# | **Shift+Tab** | help on the function at the cursor |
# | **Ctrl+S**, **Ctrl+Z** | save; take back what was typed |
# | **Esc**, then **A** or **B** | a new cell above or below |
# | **Esc**, then **Z** | take back a deleted cell |
#
# All cells share one memory, and it holds what *ran*, not what stands on the page.

# %%
cats_today = 3
cats_today = cats_today + 1
cats_today  # a cell shows the value of its last line

# %% [markdown]
# Run that cell three times: the answer stays 4. Now delete its first line and run it three times: 5, 6, 7. The page says less than the
# memory knows. So before we trust a notebook: **Kernel → Restart Kernel and Run All Cells**. What then still works, works.
#
# Exercises look like this: a function with a docstring, in it the line `raise NotImplementedError`. Write your code in place of that line,
# run the cell, then the check below. A card says what holds and what does not, as often as you like. Until a function is written, later cells that need
# it say so in amber and wait.

# %% [markdown]
# ## 2. An array has a shape
#
# Three cats are weighed on four days. A *list of lists* would hold the numbers; an **array** also knows its **shape**, and computes with
# all entries at once. Some ways to make one:

# %%
rng = np.random.default_rng(3)
W = np.array([[4.0, 4.2, 4.4, 4.2], [3.1, 3.0, 3.3, 3.0], [5.2, 5.5, 5.2, 5.3]])
print(W.shape, W.ndim, W.size, W.dtype)
print(np.zeros((1, 3)), np.ones((2, 3)).shape, np.arange(4))
print(rng.integers(0, 10, size=(2, 5)))  # whole numbers: 0 can come, 10 cannot
print(rng.random((2, 3)).round(2))  # from 0 up to, but not including, 1
print((W * 1000)[0], np.sqrt(np.array([4.0, 9.0])))
print(W.sum(), W.max(), W.std().round(3), np.unique([2, 7, 2, 1]))

# %% [markdown]
# `W` has the shape $(3, 4)$: $m = 3$ rows, one per cat, and $n = 4$ columns, one per day. (Tables have a row per example; from next week on our matrices have a *column* per example, like
# `W.T`.) The shape is *one* argument, a tuple:
# `rng.random((2, 3))`. The older `np.random.rand(2, 3)` takes the lengths one by one; whoever mixes the two gets an error, or another shape.
#
# Arithmetic goes entry by entry: `W * 1000`, `np.sqrt(W)`, `np.square(W)`, `np.mod(W, 2)`; `sum`, `max`, `std` make one number of all. What does `W > 4` give? Twelve answers,
# each True or False. We come back to them.

# %% [markdown]
# ## 3. Along which axis?
#
# `W.mean()` is one number. Often we want one per cat, or one per day. The argument `axis` names the axis that *goes away*:
#
# $$\mathtt{mean(axis=0)}_j = \frac1m \sum_{i=0}^{m-1} W_{ij} \ \ (n,), \qquad \mathtt{mean(axis=1)}_i = \frac1n \sum_{j=0}^{n-1} W_{ij} \ \ (m,) \tag{1}$$

# %%
draw_axes(plt.figure(figsize=(8, 4)).gca(), W);

# %%
print("heaviest cat of each day:", W.argmax(axis=0))
print("heaviest day of each cat:", W.argmax(axis=1), "lightest:", W.argmin(axis=1))
print(np.sort(W[0]), np.argsort(W[0]))  # the entries, and where they came from

# %% [markdown]
# Cat 2 is the heaviest on every day, and the days of its records come out as positions. `argmax` answers *where*, `max` *how much*; `argsort` and `sort` are
# such a pair too. When a row holds scores of several classes, `argmax(axis=1)` is the predicted class of every row.
#
# How far is each weighing from the cat's own mean? We would like to write `W - W.mean(axis=1)`. Does it work?

# %%
try:
    W - W.mean(axis=1)
except ValueError as error:
    print(error)
square = W[:, :3]
print(square - square.mean(axis=1))  # no error. Is the first row right?

# %% [markdown]
# $(3, 4)$ minus $(3,)$ fails, and we are lucky. With as many rows as columns it *runs*, and is wrong: in the first row 4.4 should be 0.2 above the cat's mean of
# 4.2, and shows $-0.9$. The mean has **rank 1**: it lost an axis, and what is left is read as a row. Three ways keep the column: `keepdims=True`, `[:, None]` or
# `reshape(-1, 1)`, all $(3, 1)$.
#
# **Exercise: center.** From each entry, take away the mean of its line along the axis. By hand: a row $(4, 5, 9)$ with mean 6 becomes $(-2, -1, 3)$.
#
# <details><summary>Hint</summary>
#
# Which shape must the means have to stay beside their rows, whatever the axis? $(3, 4) - (3, 1)$
#
# </details>

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import center

# %% tags=["checks"] points=8
check(center)

# %%
print(center(W, 1).round(2))  # against the cat's own mean
print(center(W, 0).round(2))  # against the mean of the day

# %% [markdown]
# Along axis 1 each row adds up to 0: was it a heavy day? Along axis 0 each column: is it a heavy cat?
#
# ## 4. Which entry meets which?
#
# $(3, 4) - (3, 1)$ works because NumPy *stretches* the axis of length 1; last axes are compared first. Place $(i_1, \dots, i_d)$ of the result takes from an array with lengths $n_1, \dots, n_d$:
#
# $$\text{source}_k = \begin{cases} i_k & n_k > 1 \\ 0 & n_k = 1 \end{cases} \qquad \text{and axes missing on the left are ignored} \tag{2}$$
#
# By hand, for place $(1, 2)$: in shape $(2, 1)$ the source is $(1, 0)$, in shape $(3,)$ it is $(2,)$, in shape $()$, a single number, it is $()$.

# %% [markdown]
# **Exercise: source_index.** Write (2).
#
# <details><summary>Hint</summary>
#
# How many numbers of `index` are left over on the left? As many as the result has axes more. Then go on in pairs $(i_k, n_k)$.
#
# </details>

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import source_index

# %% tags=["checks"] points=10
check(source_index)

# %% [markdown]
# Now let your rule stretch two arrays. Full colour: entries that exist; pale: copies that nobody stores. Set the length of each axis, "–" for none; `a[−1]` is the
# last axis of `a`.
#
# Try to find: two shapes that are *both* stretched; a pair that fails on axis −2; and what $(4,)$ and $(4, 1)$ make of 4 and 4 numbers.

# %%
explore_broadcasting(source_index)

# %% [markdown]
# $(4,)$ and $(4, 1)$ give $(4, 4)$: sixteen numbers where four were meant, and no error. Predictions of shape $(m,)$ minus labels of shape $(m, 1)$ fall into this
# trap every day. Print shapes. An axis fits if the lengths are equal or one of them is 1; in every other case NumPy refuses.
#
# ## 5. Masks, and three meanings of `where`
#
# The vet's scale writes grams. Which numbers can be no kilograms? A comparison gives a **mask**, one True or False per entry, and a mask can count, choose, and
# replace:

# %%
weights = np.array([4.5, 4200.0, 3.1, 820.0])
mask = weights > 100
print(mask, "count:", mask.sum(), "share:", mask.mean())
print("elements: ", weights[mask])
print("positions:", np.where(mask))
a = np.arange(10)
print("a choice: ", np.where(a < 5, a, 10 * a))

# %% [markdown]
# So there are three things to keep apart:
#
# - `weights[mask]` are the **elements**, a shorter array;
# - `np.where(mask)` are **positions**, in a tuple with one array per axis;
# - `np.where(mask, x, y)` is a **choice**: entry by entry from `x` where the mask is True, else from `y`. With this form ReLU is one line, as later weeks show.

# %% [markdown]
# ### Bug hunt: to_kilograms
#
# Numbers above 100 are grams, all others stay. A colleague wrote the function below and tried it on the numbers 0, 1, 2, ..., 199: all 200 were right. On our
# four weights it is wrong. Run both, then mend it.
#
# <details><summary>Hint</summary>
#
# What stands at position 150 of `np.arange(200)`? And what does he divide by 1000: weights, or places?
#
# </details>

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import to_kilograms

# %%
wanted = np.concatenate([np.arange(101), np.arange(101, 200) / 1000])
print("the colleague's test:", np.allclose(to_kilograms(np.arange(200.0)), wanted))
print("our four weights:    ", to_kilograms(weights).tolist())

# %% tags=["checks"] points=10
check(to_kilograms)

# %% [markdown]
# In `np.arange` every element *is* its position, so a test on it cannot tell the two apart. Choose test arrays in which they differ.
#
# ## 6. Twelve tables become one
#
# Now the log book. An array holds numbers; a table has columns with names and types of their own. In Python the library for them is **pandas**, and its table is
# the `DataFrame`. Here are the columns of three of our twelve tables, and the first rows of January:

# %%
tables = make_shelter_log()
print("rows:", [len(table["Chip"]) for table in tables])
for table in tables[:3]:
    print(list(table))
pd.DataFrame(tables[0]).head(4)

# %% [markdown]
# The columns stand in another order each month, and January and February know no coat. A table made by hand looks just like this: a dict, name of the column → list of its
# entries. That is also how a table travels **between us and the examiner**: a dict of columns, because a check hands over plain values only. Inside your function do as you
# like: `pd.DataFrame(table)` makes a frame, `frame.to_dict("list")` makes the dict.
#
# **Exercise: stack_tables.** One table from a list of them: rows in order, columns matched *by name*, `np.nan` where a table lacks a column.
#
# <details><summary>Hint</summary>
#
# Which function of pandas puts frames one below the other, matching names? Look up `pd.concat` with Shift+Tab, and what `ignore_index` does.
#
# </details>

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import stack_tables

# %% tags=["checks"] points=11
check(stack_tables)

# %% [markdown]
# Why hand over the whole list, why not append one table after the other? Every append copies all rows so far. With $k$ tables of $r$ rows:
#
# $$\text{one by one: } r (1 + 2 + \dots + k) = r\,\frac{k (k + 1)}{2} \text{ rows}, \qquad \text{once: } r k \tag{3}$$
#
# For $k = 12$ that is $6.5$ times as much (6.6 times with our tables, which differ in length), for a thousand tables 500 times. Collect in a list, concat once.

# %%
draw_copies(plt.figure(figsize=(7, 3.4)).gca(), [len(table["Chip"]) for table in tables]);

# %%
log = pd.DataFrame(stack_tables(tables))
log.columns = log.columns.str.strip().str.lower()
log = log.rename(columns={"weight kg": "weight"})
log["name"] = log["name"].str.title()
log["coat"] = log["coat"].str.lower()
log["shelter"] = "north"  # a scalar fills the whole column
log = log.drop(columns="shelter")  # drop returns a copy: keep it
log.head()

# %% [markdown]
# ## 7. Who is in the table?
#
# Look before you compute. How large is it, of which types, and how much is missing?

# %%
print(log.shape)
print(pd.DataFrame({"type": log.dtypes.astype(str), "missing": log.isna().sum()}).T)

# %%
print("row with label 3:   ", log.loc[3, "name"])
shuffled = log.sample(frac=1, random_state=0)
print("shuffled, label 3:  ", shuffled.loc[3, "name"])
print("shuffled, position 3:", shuffled.iloc[3]["name"])
long = log[log["coat"] == "long"]  # a mask chooses rows
print("long coats:", (log["coat"] == "long").sum())
print(long.count().to_dict())

# %% [markdown]
# Two things to remember. `loc` goes by **label**, and labels travel with their rows; `iloc` goes by **position**. `reset_index(drop=True)` numbers the rows anew.
#
# And `count()` is not the number of rows: it counts the *known* entries, column by column. The number of rows is the sum of the mask.
#
# Seven rows have neither a chip nor a date: someone began to type and was called away. Such rows should go. But not every row with a hole! If we dropped all of those,
# 75 of 271 would go, and with them all of January and February, which know no coat.

# %% [markdown]
# **Exercise (open): kept_rows.** The positions of the rows with at least $k$ *known* entries:
#
# $$\text{keep row } i \quad\text{where}\quad \sum_j [\,\text{entry } (i, j) \text{ is known}\,] \ge k \tag{4}$$
#
# This is what `dropna(thresh=k)` keeps. The word misleads: many read it as "drop rows with $k$ holes". It counts what is there.

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import kept_rows

# %% tags=["checks"] points=11
check(kept_rows)

# %%
print({k: len(kept_rows(log.to_dict("list"), k)) for k in range(7)})
cats = log.iloc[kept_rows(log.to_dict("list"), 3)].reset_index(drop=True)
print(len(cats), "rows,", cats["chip"].nunique(), "chips")
cats[cats["chip"].duplicated(keep=False)].sort_values(by=["chip", "arrived"]).head(4)

# %% [markdown]
# 264 rows, but 240 chips: 24 cats stand there twice, and each time the date is written in the other way. As texts the two rows differ; no search for equal rows would find
# them. The chip does.

# %%
cats = cats.drop_duplicates("chip").reset_index(drop=True)
cats["weight"] = to_kilograms(cats["weight"].to_numpy())
print(len(cats), "cats;", (cats["weight"] == 0).sum(), "weigh 0 kg,", end=" ")
print(cats["weight"].isna().sum(), "were not weighed")

# %% [markdown]
# ## 8. What does a cat cost?
#
# Fees are texts: `$95.00`, `120`, ` $ 1,040.00 `. The usual recipe strikes out the dollar sign, the comma *and the point*. What becomes of `$4,000.00` then? The text
# `400000`: a hundred times too much, and only where cents were written, so that some rows are right and some are not.
#
# **Exercise: parse_money.** Texts to floats; an empty text is `nan`.
#
# A *regular expression* describes the characters to strike out: `[^0-9.]` is any one character that is neither a digit nor the point. In pandas,
# `column.str.replace(pattern, "", regex=True)`; without `regex=True` it looks for the pattern itself, as a text.

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import parse_money

# %% tags=["checks"] points=11
check(parse_money)

# %%
cats["dollars"] = parse_money(cats["fee"].fillna("").tolist())
print(cats["dollars"].aggregate(["min", "mean", "median", "max"]).round(1).to_dict())
print(cats.sort_values("dollars", ascending=False)["dollars"].head(5).tolist())

# %% [markdown]
# Three cats cost more than 700 dollars, all others at most 230. Remember them. (The numbers got a column of their own: the texts stay, and the cell can run twice.)
#
# ## 9. When did it come?
#
# `2025-06-03` is 3 June. And `03/06/2025`? At this front desk the **day** comes first: 3 June as well. The file does not say so; we had to ask. Nor does a wrong guess show: `03/06` is
# a date both ways. Only days above 12 would give us away.
#
# **Exercise: parse_dates.** Texts to whole numbers, one row (year, month, day) per date.
#
# <details><summary>Hint</summary>
#
# What tells the two forms apart? And what does `"03/06/2025".split("/")` give?
#
# </details>

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import parse_dates

# %% tags=["checks"] points=11
check(parse_dates)

# %%
dates = parse_dates(cats["arrived"].tolist())  # (240, 3)
cats["month"] = dates[:, 1]
desk = cats["arrived"].str.contains("/").to_numpy()
misread = np.where(desk, dates[:, 2], dates[:, 1])  # the day taken for the month
right = np.bincount(cats["month"], minlength=13)[1:]
wrong = np.bincount(misread[misread <= 12], minlength=13)[1:]
draw_months(plt.figure(figsize=(8, 3.6)).gca(), right, wrong);

# %% [markdown]
# The first answer: **June**, with 54 of 240 cats. Misread, it would have been April, with 58: the village vets bring their strays on the 4th of each month, and `04/06` becomes
# April. And 47 cats would have vanished, for there is no month 17. A wrong date format does not raise an error. It moves the answer.

# %%
by_way = pd.crosstab(cats["month"], np.where(desk, "desk", "vets"), colnames=["written by"])
share = by_way["desk"] / by_way.sum(axis=1)
fig, (ax1, ax2) = plt.subplots(nrows=2, ncols=1, figsize=(7.5, 5.5))
draw_gap(ax1, by_way["desk"], by_way["vets"], ("The desk", "The vets"))
ax2.plot(share.index, share, marker="o", label="share of the desk")
ax2.axhline(y=0.5, color="black", linestyle="--", linewidth=1)
ax2.axvline(x=6, color="black", linestyle=":", linewidth=1)
ax2.set(xticks=np.arange(1, 13), yticks=np.arange(0, 1.1, 0.25), xlabel="month")
ax2.set_title("Above the dashed line the desk writes more")
ax2.legend();

# %% [markdown]
# A *crosstab* counts every pair of two columns. Matplotlib draws on *axes*, here two in one figure. The colour between the curves
# is `ax.fill_between(x, p, q, where=(p > q), interpolate=True)`, and once more for `p < q`: a mask again.
#
# ## 10. Split, compute, put together
#
# Do cats with long hair cost more? We split the rows by coat, take a mean in each group, and put the means together: `groupby`.
#
# $$\bar x_g = \frac{1}{n_g} \sum_{i:\, g_i = g,\ x_i \text{ known}} x_i, \qquad n_g \text{ the number of known } x_i \text{ in group } g \tag{5}$$
#
# **Exercise (open): group_means.** Write (5); a group without any known value is left out.

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import group_means

# %% tags=["checks"] points=10
check(group_means)

# %%
coat = cats["coat"].fillna("unknown").tolist()
print({g: round(mean, 1) for g, mean in group_means(coat, cats["dollars"].to_numpy()).items()})
usual = cats["dollars"].where(cats["dollars"] < 700).to_numpy()  # the three become nan
print({g: round(mean, 1) for g, mean in group_means(coat, usual).items()})
print(cats["coat"].value_counts(normalize=True).round(3).to_dict())
cats.groupby("coat").mean(numeric_only=True).round(1)  # texts have no mean: say so

# %% [markdown]
# 149 dollars against 112 looks like an answer. Without the three dear cats it is 122 against 112: two of them have long hair, and two rows of 240 made most of the
# difference. A mean listens to its largest values most.
#
# ## 11. A hole is not a zero
#
# Seven cats weigh 0 kg; another 23 have no weight at all. Zero means "not weighed" too. What happens to the mean if we fill the zeros with it, in one line?

# %%
zeros = cats["weight"].replace(0, cats["weight"].mean())
honest = cats["weight"].replace(0, np.nan)  # first say that they are missing
print(f"mean with zeros {cats['weight'].mean():.3f}, without {honest.mean():.3f}")
cats["weight"].fillna(honest.mean())  # returns a new column ...
print("still missing:", cats["weight"].isna().sum())  # ... that nobody kept
cats["weight"] = honest

# %% [markdown]
# Zeros pull the mean down, from 3.505 to 3.392, and then get that mean themselves. First `nan`, then fill. And keep what `fillna` returns: `cats["weight"].fillna(4, inplace=True)` used to
# change the table. Since pandas 3 it changes a copy, and the table stays as it was.
#
# If a model is to be tested later, one more care: the mean that fills the holes is *learnt*, so it is learnt from the training rows alone, and used for all rows:

# %%
train = np.arange(len(cats)) < 180
mean_train = cats.loc[train, "weight"].mean()  # the test rows have no say
filled = cats["weight"].fillna(mean_train)
print(f"training mean {mean_train:.3f}, all rows {cats['weight'].mean():.3f}")
print(filled.isna().sum(), "missing")

# %% [markdown]
# For our own question we fill nothing: an invented weight tells nothing about fees.
#
# ## 12. How sure is a mean?
#
# Do heavier cats cost more? Make classes of one kilogram and compare the means. But with other cats a mean would be another. How far may it be off? The
# spread of the values, and their number, tell:
#
# $$s^2 = \frac{1}{n - 1} \sum_i (x_i - \bar x)^2, \qquad \text{band: } \bar x \pm 2\,\frac{s}{\sqrt n} \tag{6}$$
#
# $s / \sqrt n$ is the *standard error*. By hand, fees 90 and 110: $\bar x = 100$, $s^2 = 200$, $s / \sqrt 2 = 10$, band from 80 to 120.

# %% [markdown]
# **Exercise (open): mean_band.** Lower end, mean and upper end of (6), for every sample of a list.
#
# Four times as many cats make the band half as wide: to halve our ignorance we must work four times as hard. The picture below is `ax.fill_between(x, lower, upper)` with a line for the mean.

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import mean_band

# %% tags=["checks"] points=10
check(mean_band)

# %%
known = cats.dropna(subset=["weight", "dollars"])
classes = np.floor(known["weight"]).clip(upper=6).astype(int)  # 6 kg and more: one class
samples = [known["dollars"][classes == k].to_numpy() for k in range(7)]
band = mean_band(samples)
pd.DataFrame(np.stack(band).round(1), index=["lower", "mean", "upper"])

# %%
usual = np.array([x for x in samples[6] if x < 700])
for name, x in (("6 kg and more", samples[6]), ("without the two", usual)):
    low, mean, high = (float(part[0]) for part in mean_band([x]))
    print(f"{name:15} n = {len(x):2d}  {low:6.1f} {mean:6.1f} {high:6.1f}")
fig, ax = plt.subplots(figsize=(8, 4))
draw_fee_band(ax, band, known["weight"].to_numpy(), known["dollars"].to_numpy());

# %% [markdown]
# The second answer: **no, rather the other way round.** Below 2 kg the mean fee is about 164 dollars, from 3 to 6 kg about 93, and the two bands lie far apart: kittens are
# wanted.
#
# And above 6 kg? The mean jumps to 206. Without the band we would have written "the heaviest cost most". The band says: anywhere from 44 to 368. Two of the thirteen cats cost 770 and 940 dollars; the
# other eleven cost 88 on average. These thirteen cats cannot tell.

# %% [markdown]
# (Two standard errors are a rule of thumb, doubtful for thirteen values with two giants among them. The look at the rows told us more.)
#
# ## 13. Eight decisions
#
# *argmax*: `P` of shape $(m, 3)$ holds three scores per cat. Each cat's best class is (a) `P.argmax(axis=0)` (b) `P.argmax(axis=1)` (c) `P.argmax()` (d) `P.argmax(axis=2)`
#
# *tuple*: Which call fails? (a) `rng.random((5, 3))` (b) `rng.integers(0, 10, size=(5, 3))` (c) `rng.random(5, 3)` (d) `np.zeros((5, 3))`
#
# *count*: `cats[cats["coat"] == "long"].count()` gives (a) the known entries of every column (b) the number of long-haired cats (c) their share (d) the number of
# different entries.
#
# *labels*: After a shuffle the first row is (a) `.loc[0]` (b) `.iloc[1]` (c) `.loc[1]` (d) `.iloc[0]`

# %% [markdown]
# *inplace*: `cats["weight"].fillna(4.0, inplace=True)` in pandas 3 (a) fills the column (b) raises an error (c) fills a copy, the table stays (d) fills all columns.
#
# *zeros*: Zeros that mean "not weighed" are replaced by the column's mean. It is (a) too small (b) right (c) too large (d) `nan`.
#
# *leak*: A model is tested on the last 60 cats. The mean that fills holes comes from (a) all cats (b) the training cats, for both parts (c) each part for itself (d) the test
# cats.
#
# *overlap*: The bands of two groups overlap widely. (a) The means are equal. (b) The larger mean is really larger. (c) These data do not tell. (d) Somebody measured badly.

# %% tags=["exercise"]
from source.c0w1_arrays_and_tables.reference import decisions

# %% tags=["checks"] points=8
check(decisions)

# %%
progress()

# %% [markdown]
# ## What we have learnt
#
# 1. A notebook's memory holds what ran: restart and run all.
# 2. `axis` goes away; `keepdims` keeps it, with length 1. A square test hides the rank-1 trap.
# 3. Broadcasting: from the last axis, equal lengths or a 1; the entry of a stretched axis is number 0.
# 4. A mask counts, chooses and replaces; `np.where` alone gives positions, with three arguments a choice.
# 5. Tables: concat once, by name; `thresh` counts known entries; the point stays in `$4,000.00`; ask who writes the day first; fill holes from training rows, if at all.
# 6. June brings most cats; kittens cost most; of the heaviest we know too little, and the band says so.
