"""What a notebook shows of the checks: cards, progress, what is not written yet."""

from helpers.notebook.session import open_checks

__all__ = [
    "open_checks",
]
