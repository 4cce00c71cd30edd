"""Checks: one engine behind the learner's cards and the marks."""

from helpers.checks.values import Case, Rng, Source

__all__ = ["Case", "Rng", "Source"]
