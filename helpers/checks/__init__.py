"""Checks: one engine behind the learner's cards and the marks."""

from typing import Any

from helpers.checks.case import Case, Rng, Source

__all__ = ["Case", "Rng", "Source", "open_checks"]


def __getattr__(name: str) -> Any:
    """Load what notebooks open only for notebooks: it needs HDF5."""
    if name == "open_checks":
        from helpers.checks.session import open_checks

        return open_checks
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
