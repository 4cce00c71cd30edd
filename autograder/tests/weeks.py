"""The course's weeks as parameters: two for each day, all for a soak run."""

import pytest

from autograder.paths import stems

DAILY = ("c1w2_logistic_regression", "c1w2_vectorization")


def weeks():
    """All stems, those marked `soak` that a daily run leaves out."""
    return [
        pytest.param(stem, marks=() if stem in DAILY else pytest.mark.soak)
        for stem in stems()
    ]
