"""Every assignment is proved: its text, notebooks, cases, answers and outputs."""

import pytest

from autograder.author.check import check
from autograder.paths import stems
from autograder.tests.executed import complaints, library

__all__ = ["library"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("stem", stems())
def test_an_assignment_is_in_order(stem, library):
    report = check(stem, run=lambda _: complaints(library.executed(stem)))
    assert report.problems == []
