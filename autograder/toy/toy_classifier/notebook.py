# %% [markdown] story="a toy" writes="sigmoid, loss, cost, prediction"
# # A toy classifier
#
# The machine's own small week: no learner meets it.

# %%
import matplotlib.pyplot as plt
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("toy_classifier")

# %% [markdown]
# ## 1. A probability
#
# $\sigma(z) = \frac{1}{1 + e^{-z}}$ makes a probability of any score.

# %% tags=["exercise"]
from autograder.toy.toy_classifier.reference import sigmoid

# %%
sigmoid(np.array([-1.0, 0.0, 1.0]))

# %% tags=["checks"] points=20
check(sigmoid)

# %% [markdown]
# ## 2. The loss of one example
#
# $L(\hat y, y) = -\left(y \ln \hat y + (1 - y) \ln(1 - \hat y)\right)$

# %% tags=["exercise"]
from autograder.toy.toy_classifier.reference import logistic_loss

# %% tags=["checks"] points=20
check(logistic_loss)

# %% [markdown]
# ## 3. The share of right answers

# %% tags=["exercise"]
from autograder.toy.toy_classifier.reference import accuracy

# %% tags=["checks"] points=20
check(accuracy)

# %% [markdown]
# ## 4. The cost of a set
#
# $J = \frac{1}{m} \sum_i L(\hat y^{(i)}, y^{(i)})$

# %% tags=["exercise"]
from autograder.toy.toy_classifier.reference import compute_cost

# %% tags=["checks"] points=20
check(compute_cost)

# %% [markdown]
# ## 5. A class
#
# Class 1 where $\sigma(w^T x + b) > 0.5$.

# %% tags=["exercise"]
from autograder.toy.toy_classifier.reference import predict

# %% tags=["checks"] points=10
check(predict)

# %% [markdown]
# ## 6. Three questions
#
# - `middle`: what is $\sigma(0)$? a) 0 b) one half c) 1 d) it varies
# - `sign`: why is no loss negative? a) it is 0 b) the label is positive c) ln ŷ is
#   positive d) ln ŷ is negative, with a minus in front
# - `share`: one answer of four is right. a) 0.25 b) 0.75 c) 0.5

# %% tags=["exercise"]
from autograder.toy.toy_classifier.reference import decisions

# %% tags=["checks"] points=10
check(decisions)

# %%
progress()
