"""Checks: one engine behind the learner's cards and the marks."""

from helpers.checks.case import Case, Rng, Source
from helpers.checks.session import open_checks

__all__ = ["Case", "Rng", "Source", "open_checks"]
