"""How fast values travel: the codec beside pickle, which we may not use."""

import pickle

import numpy as np

from autograder.benchmarks.measure import Measured, in_turns
from helpers.checks.values import decode, encode

MEGABYTES = 8


def codec(quick: bool) -> Measured:
    """Encode and decode 8 MB of numbers, four arrays in a dict."""
    size = MEGABYTES * 10**6 // 8 // 4
    rng = np.random.default_rng(0)
    value = {name: rng.normal(size=size) for name in "abcd"}
    ours, other = in_turns(
        5 if quick else 25,
        lambda: decode(encode(value)),
        lambda: pickle.loads(pickle.dumps(value, 5)),  # noqa: S301, our own bytes
    )
    return Measured(
        "codec_mb_per_s",
        MEGABYTES / ours,
        "MB/s",
        f"there and back {MEGABYTES / ours:.0f} MB/s",
        f"pickle {MEGABYTES / other:.0f} MB/s, unsafe",
        ours / other,
    )
