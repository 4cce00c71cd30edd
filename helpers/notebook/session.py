"""What a notebook opens: ``check, progress = open_checks("c1w2_vectorization")``."""

import sys
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from helpers.checks.judging import Checks, load_checks, read_names
from helpers.checks.values import observe
from helpers.notebook.card import STYLE, Card, note
from helpers.notebook.unwritten import soften

Check = Callable[[Any], Card]


def open_checks(stem: str) -> tuple[Check, Callable[[], "Progress"]]:
    """The two tools of a notebook.

    Parameters
    ----------
    stem : str
        Name of the assignment.

    Returns
    -------
    check : callable
        ``check(sigmoid)`` runs the visible checks of a function and shows a card.
    progress : callable
        ``progress()`` shows what is done in this notebook.

    Raises
    ------
    FileNotFoundError
        When the file of checks does not lie beside the notebook.
    """
    session = Session(_find(stem))
    soften()
    return session.check, session.progress


class Session:
    """The checks of one notebook, and what has been checked so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.points = read_names(path)
        self.done: dict[str, float] = dict.fromkeys(self.points, 0.0)
        self.wrong: set[str] = set()
        self.bar: Any = None
        self._exercise: Callable[[str], Checks] = cache(self._read)

    def check(self, function: Any) -> Card:
        """Run the visible checks of one graded function."""
        name = self._name(function)
        exercise = self._exercise(name)
        if exercise.sealed:
            outcomes = [observe(function, {})]
        else:
            outcomes = [observe(function, e.case.args) for e in exercise.expected]
        judgement = exercise.judge(outcomes)
        self.done[name] = judgement.share
        self._redraw()
        if all(outcome.error == "NotImplementedError" for outcome in outcomes):
            return Unwritten(name, judgement, note=outcomes[0].inside)
        note = self._leans_on(exercise, judgement.share)
        return Card(name, judgement, questions=bool(exercise.sealed), note=note)

    def _leans_on(self, exercise: Checks, share: float) -> str:
        """What to mend first, when a function calls one that fails its own checks."""
        self.wrong.discard(exercise.name)
        if share == 1:
            return ""
        self.wrong.add(exercise.name)
        first = next((p for p in exercise.prerequisites if p in self.wrong), "")
        if not first:
            return ""
        return (
            f"It builds on {first}, which does not pass its own checks yet. Mend that "
            "first: the mistake may lie there."
        )

    def progress(self) -> "Progress":
        """Show what is done; the first one shown keeps up with every check."""
        return Progress(self)

    def _read(self, name: str) -> Checks:
        return load_checks(self.path, name)

    def _name(self, function: Any) -> str:
        """The graded name under which the notebook knows this function."""
        frame = sys.modules["__main__"].__dict__
        names = [name for name in self.points if frame.get(name) is function]
        name = names[0] if names else getattr(function, "__name__", repr(function))
        if name not in self.points:
            raise ValueError(
                f"check: got {name!r}, expected one of {', '.join(self.points)}. "
                "Pass the function itself, for example "
                f"check({next(iter(self.points))})."
            )
        return name

    def _redraw(self) -> None:
        if self.bar is not None:
            self.bar.update(Progress(self))


class Unwritten(Card):
    """The card of an exercise whose stub still stands."""

    def __repr__(self) -> str:
        return f"{self.name}: {self._waits() or 'not written yet'}"

    def _waits(self) -> str:
        """What it calls that is not written, when its own code is."""
        own = self.note in ("", self.name)
        return "" if own else f"waits for {self.note}, which is not written yet"

    def _repr_html_(self) -> str:
        if self._waits():
            return note(f"<code>{escape(self.name)}</code> {escape(self._waits())}", "")
        return note(
            f"<code>{escape(self.name)}</code> is not written yet",
            "Replace the line <code>raise NotImplementedError</code> in the cell "
            "above by your code, run that cell, then this one.",
        )


class Progress:
    """Bars of all exercises of a notebook."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def _ipython_display_(self) -> None:
        from IPython.display import display

        handle = display(self._bundle(), raw=True, display_id=True)
        if self.session.bar is None:
            self.session.bar = _Bar(handle)

    def __repr__(self) -> str:
        done = self.session.done
        ready = [name for name, share in done.items() if share == 1]
        return f"{len(ready)} of {len(done)} exercises pass their visible checks"

    def _bundle(self) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._html()}

    def _html(self) -> str:
        cells = "".join(map(self._cell, self.session.done.items()))
        return (
            f'{STYLE}<div class="dlc-card open" role="status"><div class="dlc-head">'
            f"{escape(repr(self))}</div>"
            '<div style="display:grid;grid-template-columns:repeat(auto-fill,'
            'minmax(150px,1fr));gap:8px;margin-top:8px">'
            f"{cells}</div></div>"
        )

    def _cell(self, item: tuple[str, float]) -> str:
        name, share = item
        color = "#1a7f37" if share == 1 else "#bf6a02"
        mark = "✓ " if share == 1 else ""
        return (
            '<div><div style="height:6px;border-radius:3px;background:'
            f'var(--jp-border-color2,#ddd)"><div style="height:6px;border-radius:3px;'
            f'width:{100 * share:.0f}%;background:{color}"></div></div>'
            f'<code style="font-size:12px">{mark}{escape(name)}</code></div>'
        )


class _Bar:
    """A shown progress card that can be redrawn in its place."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle

    def update(self, progress: Progress) -> None:
        self.handle.update(progress._bundle(), raw=True)


def _find(stem: str) -> Path:
    """The file of checks: beside the notebook, or in a folder of its name above."""
    here = Path.cwd()
    nearby = [here / "checks.h5"] if here.name == stem else []
    for folder in (here, *here.parents):
        nearby += [folder / stem / "checks.h5", folder / "release" / stem / "checks.h5"]
    nearby.append(here / "checks.h5")
    for path in nearby:
        if path.exists():
            return path
    raise FileNotFoundError(
        f"open_checks: got no checks.h5 in {here}, expected it beside the notebook. "
        f"Copy the whole folder {stem} of the course, and start the notebook there."
    )
