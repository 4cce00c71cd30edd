"""What one call of a learner's function gave."""

import math
from dataclasses import dataclass, field
from typing import Any

WORDS = 2000  # letters of a text, names in a list


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
    line, inside : str
        The learner's line that raised, and the function it stands in.
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
    inside: str = ""
    mutated: list[str] = field(default_factory=list)
    aliased: list[str] = field(default_factory=list)
    random: bool = False
    reads: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def pack(self) -> dict[str, Any]:
        """The outcome as plain data."""
        return {**vars(self)}

    @classmethod
    def unpack(cls, packed: Any) -> "Outcome":
        """An outcome from plain data that may come from a stranger."""
        if not isinstance(packed, dict) or not isinstance(packed.get("kind"), str):
            return cls("odd", text="not a reply of the worker")
        blank = cls("value")
        known = {
            name: packed[name] if name == "value" else _short(packed[name])
            for name, default in vars(blank).items()
            if name in packed
            and (name == "value" or type(packed[name]) is type(default))
        }
        return cls(**known)

    def unwritten(self, name: str) -> bool:
        """Whether the stub of the called function itself was met."""
        return self.error == "NotImplementedError" and self.inside in ("", name)


def _short(field: Any) -> Any:
    """A field besides the value: text and lists of texts cut, times finite."""
    if isinstance(field, str):
        return field[:WORDS]
    if isinstance(field, list):
        return [part[:WORDS] for part in field[:WORDS] if isinstance(part, str)]
    return field if math.isfinite(field) else 0.0
