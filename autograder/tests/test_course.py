"""Every assignment is proved: its text, notebooks, cases, answers and outputs."""

import pytest

from autograder.author.check import check_assignments
from autograder.paths import stems


@pytest.mark.slow
@pytest.mark.parametrize("stem", stems())
def test_an_assignment_is_in_order(stem):
    (report,) = check_assignments([stem])
    assert report.problems == []
