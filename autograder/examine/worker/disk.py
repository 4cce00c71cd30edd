"""What a room has written: counted where its folder has no size, and removed."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress

BLOCK = 512  # bytes; the unit of st_blocks on every file system


def is_overfull(folder: str, pids: Iterable[int], limits: dict[str, int]) -> bool:
    """Whether a room holds more on disk than it may, or more than can be counted.

    Parameters
    ----------
    folder : str
    pids : iterable of int
        Processes inside.
    limits : dict
        ``disk``: bytes; ``inodes``: files and folders.
    """
    size = count = 0
    try:
        for blocks in (*_nameless(pids), *_named(folder, limits["inodes"])):
            count, size = count + 1, size + BLOCK * blocks
    except OSError:  # a path too long, or a folder closed to us
        return True
    return count > limits["inodes"] or size > limits["disk"]


def _named(folder: str, most: int) -> Iterator[int]:
    """Blocks of every file and folder below; a few more than `most` at the end."""
    waiting, count = [folder], 0
    while waiting and count <= most:
        with suppress(FileNotFoundError, NotADirectoryError):
            for entry in os.scandir(waiting.pop()):
                count += 1
                with suppress(FileNotFoundError):
                    yield entry.stat(follow_symlinks=False).st_blocks
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)


def _nameless(pids: Iterable[int]) -> Iterator[int]:
    """Blocks of files that have lost their names and are kept open."""
    found = {}
    for pid in pids:
        with suppress(OSError):
            for name in os.listdir(f"/proc/{pid}/fd"):
                with suppress(FileNotFoundError):
                    about = os.stat(f"/proc/{pid}/fd/{name}")
                    if stat.S_ISREG(about.st_mode) and not about.st_nlink:
                        found[about.st_dev, about.st_ino] = about.st_blocks
    yield from found.values()


def remove(home: str) -> None:
    """Remove a folder of any depth; folders move up, so that no path grows long."""
    waiting = [home]
    with suppress(OSError):
        for folder in waiting:
            for entry in list(os.scandir(folder)):
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.path)
                    continue
                os.chmod(entry.path, 0o700)
                if folder != home:
                    os.rename(entry.path, f"{home}/{len(waiting)}")
                    waiting.append(f"{home}/{len(waiting)}")
                else:
                    waiting.append(entry.path)
        for folder in reversed(waiting):
            os.rmdir(folder)
