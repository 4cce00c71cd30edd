"""What an attack may steal, reach or break, laid out as canaries, and watched.

A course folder with tokens in it, services on this machine, a variable with a token.
After an examination every trace is looked for: tokens in what came out, files written,
services reached, processes left.
"""

import contextlib
import os
import secrets
import signal
import site
import socket
import sqlite3
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from autograder.attacks.corpus import QUICK, Attack
from autograder.attacks.harm import dump, solved_notebook
from autograder.examine import Limits, examine
from autograder.examine.verdict import Verdict
from autograder.paths import ROOT
from autograder.toy import STEM
from autograder.truth.assignment import Assignment, load_assignment

CANARY = "CANARY-"
MARKS = "attack-*"
GUARD = 120  # seconds after which an examiner counts as hanging
GROWTH = 400 * 2**20  # bytes that the examiner may need besides what it has


class World:
    """A course worth attacking.

    Parameters
    ----------
    folder : Path
        An empty one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.course = folder / "course"
        self.name = f"atk-{secrets.token_hex(4)}"
        self._lay_out()
        self.services = list(self._open_services())
        os.environ["COURSE_TOKEN"] = _token()
        self.before = self.traces()

    def _lay_out(self) -> None:
        neighbour = f"grading/submitted/bob/{STEM}/{STEM}.ipynb"
        for name in (
            "source/hidden/cases.py",
            "source/hidden/outputs.h5",
            "source/hidden/reference.py",
            "grading/secret.key",
            neighbour,
        ):
            path = self.course / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_token())
        with sqlite3.connect(self.course / "grading" / "gradebook.db") as book:
            book.execute("create table marks (student text, score real, token text)")
            book.execute("insert into marks values ('bob', 3.0, ?)", [_token()])
        book.close()

    def _open_services(self) -> Iterator[socket.socket]:
        for family, kind, place in (
            (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            (socket.AF_UNIX, socket.SOCK_STREAM, self.fill("@socket@")),
            (socket.AF_UNIX, socket.SOCK_STREAM, "\0" + self.name),
        ):
            service = socket.socket(family, kind)
            service.setblocking(False)
            service.bind(place)
            service.listen()
            yield service
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.setblocking(False)
        yield datagrams

    def fill(self, text: str) -> str:
        """A case's source with the real places in it."""
        port = self.services[0].getsockname()[1] if hasattr(self, "services") else 0
        for word, real in {
            "course": self.course,
            "root": ROOT,
            "home": Path.home(),
            "pid": os.getpid(),
            "port": port,
            "socket": self.folder / "s",
            "id": self.name,
        }.items():
            text = text.replace(f"@{word}@", str(real))
        return text

    def examine(self, case: Attack, tier: str) -> tuple[Verdict, str]:
        """The verdict on a case, and the executed notebook's text."""
        content = case.notebook(self.fill)
        return self._examine(content, tier, case.mode, QUICK | case.limits)

    def examine_honest(self, tier: str) -> Verdict:
        """The verdict on an honest notebook; two functions of it say enough."""
        limits = QUICK | {"call": 10.0, "exercise": 30.0, "notebook": 60.0}
        week = Assignment(STEM, load_assignment(STEM).exercises[:2])
        return self._examine(dump(solved_notebook()), tier, "lean", limits, week)[0]

    def _examine(
        self,
        content: bytes,
        tier: str,
        mode: str,
        limits: dict[str, Any],
        week: Assignment | None = None,
    ) -> tuple[Verdict, str]:
        out = self.folder / "executed.ipynb"
        out.unlink(missing_ok=True)
        with _guarded():
            verdict = examine(
                content,
                week or load_assignment(STEM),
                student="mallory",
                mode=mode,
                notebook_out=out,
                limits=Limits(**limits),
                secret=b"secret",
                isolation=tier,
            )
        return verdict, out.read_text("utf-8", "replace") if out.exists() else ""

    def traces(self) -> dict[str, str]:
        """Everything that an attack may have changed, by its place."""
        found = {}
        for path in sorted(self.course.rglob("*")):
            stat = path.lstat()
            content = path.read_bytes().hex() if path.is_file() else ""
            found[str(path)] = f"{stat.st_mode:o} {content}"
        for folder in _places():
            for path in (*folder.glob(MARKS), *folder.glob("*customize.py")):
                found[str(path)] = "there"
        return found | {f"{p} {p.name}": "runs" for p in self._left()}

    def changes(self) -> list[str]:
        """Places that are not as they were; processes get a moment to end."""
        end = time.monotonic() + 3
        while (after := self.traces()) != self.before and time.monotonic() < end:
            time.sleep(0.05)
        pairs = self.before.items() ^ after.items()
        return sorted({place for place, _ in pairs}) + self._reached()

    def _left(self) -> list[Path]:
        """Processes that carry this world's name."""
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                named = (path / "comm").read_text().strip() == self.name
                found += [path] if named else []
        return found

    def _reached(self) -> list[str]:
        """Services that somebody spoke to."""
        found = []
        for service in self.services[:3]:
            with contextlib.suppress(BlockingIOError):
                service.accept()[0].close()
                found.append(f"service {service.getsockname()!r}")
        return found

    def close(self) -> None:
        """Close the services and take the variable back."""
        for service in self.services:
            service.close()
        os.environ.pop("COURSE_TOKEN", None)


def leaks(*texts: str) -> list[str]:
    """Tokens in what came out of an examination."""
    return [part[:20] for text in texts for part in text.split(CANARY)[1:]
            if len(part) >= 32 and all(c in "0123456789abcdef" for c in part[:32])]


def lost(verdict: Verdict) -> tuple[str, ...]:
    """Functions that have not all of their points."""
    return tuple(row.name for row in verdict.exercises if row.score < row.points)


def forged(verdict: Verdict, case: Attack) -> float:
    """Points for functions that were to lose all of theirs."""
    return sum(r.score for r in verdict.exercises if r.name in case.loses)


def as_text(verdict: Verdict) -> str:
    """The verdict as its file holds it; raises where it is no strict JSON."""
    return verdict.to_json().encode().decode()


@contextlib.contextmanager
def memory_watched() -> Iterator[Callable[[], int]]:
    """Gives a function: by how many bytes this process grew at most since then."""
    clear = Path("/proc/self/clear_refs")
    before = _status("VmRSS")
    clear.write_text("5")  # the peak begins anew
    yield lambda: _status("VmHWM") - before


def _status(name: str) -> int:
    """Bytes that the kernel tells of this process under a name."""
    lines = Path("/proc/self/status").read_text().splitlines()
    line = next(line for line in lines if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024


@contextlib.contextmanager
def _guarded() -> Iterator[None]:
    """Raise when the examiner hangs: an attack that succeeded must not stop the tests."""

    def hang(*_: object) -> None:
        raise AssertionError(f"examiner: got no end after {GUARD} s, expected one.")

    before = signal.signal(signal.SIGALRM, hang)
    signal.alarm(GUARD)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _places() -> list[Path]:
    """Folders in which an attack's file would matter to somebody else."""
    home = Path.home()
    names = ["/tmp", "/var/tmp", "/dev/shm", "/etc/cron.d", "/etc/profile.d"]
    sites = [*site.getsitepackages(), site.getusersitepackages()]
    own = [home, home / ".config/matplotlib", home / ".config/systemd/user", ROOT]
    places = map(Path, [*names, *sites, sysconfig.get_path("stdlib")])
    return sorted({*places, *own, Path(tempfile.gettempdir())})


def _token() -> str:
    return CANARY + secrets.token_hex(16)
