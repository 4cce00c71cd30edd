"""What a submission may take; the one table.

The size of a single reply is the codec's own, `helpers.checks.values.codec.MAX_BYTES`.
"""

from dataclasses import dataclass
from typing import Annotated

Bytes = Annotated[int, "bytes"]


@dataclass(frozen=True)
class Limits:
    """Limits of one examination.

    Parameters
    ----------
    start : float
        Seconds until the room's program answers.
    cell, call, exercise, notebook : float
        Seconds for one cell, one call, all calls of one function, and all in all.
    grace : float
        Seconds between the interrupt and the kill.
    memory, total : int
        Bytes of address space of one process; of memory of all of them.
    processes, cpu : int
        Processes and threads; seconds of processor time of one process.
    disk, one_file, shared : int
        Bytes to be written in all, into one file, and into shared memory.
    inodes, open_files : int
        Files and folders; files open at once in one process.
    text, rich, outputs : int
        Bytes of printed text and of other outputs of one cell; of all cells.
    figures : int
        Outputs with a picture of one cell.
    submission : int
        Bytes of the submitted file.
    """

    start: float = 20.0
    cell: float = 30.0
    call: float = 10.0
    exercise: float = 30.0
    notebook: float = 600.0
    grace: float = 2.0
    memory: Bytes = 4 * 2**30
    total: Bytes = 2 * 2**30
    processes: int = 64
    cpu: int = 300
    disk: Bytes = 256 * 2**20
    one_file: Bytes = 100 * 2**20
    shared: Bytes = 64 * 2**20
    inodes: int = 4096
    open_files: int = 512
    text: Bytes = 2**20
    rich: Bytes = 10 * 2**20
    outputs: Bytes = 20 * 2**20
    figures: int = 50
    submission: Bytes = 256 * 2**20
