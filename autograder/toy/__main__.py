"""Freezes and releases the toys anew: ``python -m autograder.toy``."""

import os
import tempfile

from autograder.author.freeze import freeze_one
from autograder.author.release import release
from autograder.paths import TOY, toys

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["COURSE_GRADING"] = scratch
        os.environ["COURSE_RELEASE"] = str(TOY / "released")
        for stem in toys():
            freeze_one(stem)
            release(stem)
