"""What is asked and what comes back: cases, calls, outcomes, and their bytes."""

from helpers.checks.values.calls import materialise, observe
from helpers.checks.values.case import Case, Rng, Source
from helpers.checks.values.codec import (
    HEAD,
    MAGIC,
    CodecError,
    decode,
    encode,
    flatten,
    frame_lengths,
    restore,
)
from helpers.checks.values.dice import dice_state
from helpers.checks.values.outcome import Outcome
from helpers.checks.values.shapes import ENTRY, HEADING, SHAPE, Symbols, result_shapes

__all__ = [
    "Case",
    "CodecError",
    "ENTRY",
    "HEAD",
    "HEADING",
    "MAGIC",
    "Outcome",
    "Rng",
    "SHAPE",
    "Source",
    "Symbols",
    "decode",
    "dice_state",
    "encode",
    "flatten",
    "frame_lengths",
    "materialise",
    "observe",
    "restore",
    "result_shapes",
]
