"""Files of libraries that stay open in a room.

Newer versions of libffi map the code of further callbacks from their own file, under
the number by which they opened it. A room that closed it would get no more callbacks,
or crash in them when another file has that number.
"""

import os
from pathlib import Path

MAPPED_AS_CODE = "r-xp"


def library_files() -> dict[int, str]:
    """Numbers and paths of open files that this process has mapped as code."""
    files = {number: path for number, path in _open_files() if path.startswith("/")}
    return {n: path for n, path in files.items() if path in _mapped()} if files else {}


def _open_files() -> list[tuple[int, str]]:
    numbers = [int(name) for name in os.listdir("/proc/self/fd") if int(name) > 2]
    places = {number: f"/proc/self/fd/{number}" for number in numbers}
    return [(n, os.readlink(at)) for n, at in places.items() if os.path.lexists(at)]


def _mapped() -> set[str]:
    lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    parts = [line.split(maxsplit=5) for line in lines]
    return {part[-1] for part in parts if len(part) == 6 and part[1] == MAPPED_AS_CODE}


def reopen(files: dict[int, str]) -> None:
    """Open files again under their numbers, as they are seen from here.

    What was opened before a room was shut can still be written where it lies, by a
    person who owns it; from inside the same file is read-only.
    """
    for number, path in files.items():
        try:
            seen = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            os.close(number)
            continue
        os.dup2(seen, number, inheritable=False)
        os.close(seen)
