"""Two small assignments of the machine's own, for attacks, damages and tests.

They are no part of the course: a mended week changes nothing here. After an edit,
`python -m autograder.toy` freezes and releases them anew.
"""

STEM, OTHER = "toy_classifier", "toy_line"
