"""What an examination has learnt so far."""

from dataclasses import dataclass, field

from autograder.examine.trial import Attempt, Trial


@dataclass
class Past:
    """Earlier functions that went wrong, and what is worth a note.

    Parameters
    ----------
    unsound : set of str
        Functions that lost points.
    endless : set of str
        Functions with which a call, or the room, was lost.
    notes : list of str
        For the learner, each once.
    """

    unsound: set[str] = field(default_factory=set)
    endless: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def doubtful(self, trial: Trial) -> tuple[str, ...]:
        """What the function calls and what may be wrong itself."""
        return tuple(name for name in trial.prerequisites if name in self.unsound)

    def stuck(self, trial: Trial) -> tuple[str, ...]:
        """What the function calls and what does not come back."""
        return tuple(name for name in trial.prerequisites if name in self.endless)

    def keep(self, attempt: Attempt) -> None:
        """Learn from an attempt."""
        if attempt.share < 1:
            self.unsound.add(attempt.checks.name)
        if any(outcome.kind in ("time", "crashed") for outcome in attempt.outcomes):
            self.endless.add(attempt.checks.name)

    def tell(self, note: str) -> None:
        """Keep a note."""
        if note not in self.notes:
            self.notes.append(note)
