# %% [markdown] story="another toy" writes="a line"
# # A toy line
#
# Another week, for notebooks that are handed in for the wrong one.

# %%
import numpy as np

from helpers.notebook import open_checks

check, progress = open_checks("toy_line")

# %% [markdown]
# ## 1. A value

# %% tags=["exercise"]
from autograder.toy.toy_line.reference import fitted

# %% tags=["checks"] points=80
check(fitted)

# %% [markdown]
# ## 2. Three questions
#
# - `slope`: what is the slope? a) b b) X c) w d) m
# - `bias`: what is the value at x = 0? a) b b) w c) 0 d) m
# - `shape`: which shape have the values? a) (m, 1) b) (1, m) c) (m,)

# %% tags=["exercise"]
from autograder.toy.toy_line.reference import decisions

# %% tags=["checks"] points=20
check(decisions)
