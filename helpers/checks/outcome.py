"""What one call of a learner's function gave."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Outcome:
    """The result of one call, with everything else that was seen.

    Parameters
    ----------
    kind : {"value", "raised", "odd", "missing", "time", "memory", "crashed"}
        ``odd`` is a value that is not plain data.
    value : object
        Plain data, when `kind` is ``"value"``.
    error, text : str
        Type and message of what was raised; `text` says what an odd value is.
    line : str
        The learner's line that raised.
    mutated, aliased : list of str
        Arguments that were changed; that share memory with the result.
    random : bool
        The global random state was touched.
    reads : list of str
        Variables of the notebook that the function reads.
    warned : list of str
    seconds : float
    """

    kind: str
    value: Any = None
    error: str = ""
    text: str = ""
    line: str = ""
    mutated: list[str] = field(default_factory=list)
    aliased: list[str] = field(default_factory=list)
    random: bool = False
    reads: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def pack(self) -> dict[str, Any]:
        """The outcome as plain data."""
        return asdict(self) if self.kind != "value" else {**vars(self)}

    @classmethod
    def unpack(cls, packed: Any) -> "Outcome":
        """An outcome from plain data that may come from a stranger."""
        if not isinstance(packed, dict) or not isinstance(packed.get("kind"), str):
            return cls("odd", text="not a reply of the worker")
        blank = cls("value")
        known = {
            name: packed[name]
            for name, default in vars(blank).items()
            if name in packed
            and (name == "value" or type(packed[name]) is type(default))
        }
        return cls(**known)

    @property
    def purity_faults(self) -> bool:
        """Whether anything but the result was touched or read."""
        return bool(self.mutated or self.random or self.reads)
