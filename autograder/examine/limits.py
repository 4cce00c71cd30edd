"""What a submission may take; the one table."""

from dataclasses import dataclass


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
    processes, cpu, disk : int
        Processes and threads, seconds of processor time, bytes to be written.
    submission : int
        Bytes of the submitted file.
    """

    start: float = 20.0
    cell: float = 30.0
    call: float = 10.0
    exercise: float = 30.0
    notebook: float = 600.0
    grace: float = 2.0
    memory: int = 4 * 2**30
    total: int = 2 * 2**30
    processes: int = 64
    cpu: int = 300
    disk: int = 256 * 2**20
    submission: int = 256 * 2**20
