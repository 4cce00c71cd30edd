"""A second filter: calls that reach what namespaces would have hidden.

Where there are none, sockets, shared memory, other processes and the modes of files
are those of the whole machine.
"""

import errno
import os

from .filter import (
    ALLOW,
    ERRNO,
    JUMP_EQ,
    JUMP_SET,
    LOAD,
    RETURN,
    Program,
    head,
    load,
    refuse,
    which,
)

AND = 0x54
ABSENT = -1

# name: (x86_64, aarch64)
REFUSED = {
    "socket": (41, 198),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semop": (65, 193),
    "semtimedop": (220, 192),
    "semctl": (66, 191),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    "setsid": (112, 157),
    "setpgid": (109, 154),
    "setpriority": (141, 140),
    "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "ioprio_set": (251, 30),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "pidfd_getfd": (438, 438),
    "inotify_add_watch": (254, 27),
    "fanotify_mark": (301, 263),
    "chown": (92, ABSENT),
    "fchown": (93, 55),
    "lchown": (94, ABSENT),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
}
# Copying a file ends with these: nothing happens, and no copy fails for it.
IDLE = {
    "chmod": (90, ABSENT),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "utime": (132, ABSENT),
    "utimes": (235, ABSENT),
    "futimesat": (261, ABSENT),
    "utimensat": (280, 88),
}
# Where Landlock does not know signals: the room's first process reaches itself only.
SIGNALS = {
    "kill": (62, 129),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
}
SIGNALS_ASIDE = {"tkill": (200, 130), "pidfd_send_signal": (424, 424)}
# Where it does not know that files are cut short.
TRUNCATE, OPENAT2 = (76, 45), (437, 437)
OPEN = {"open": ((2, ABSENT), 1), "openat": ((257, 56), 2)}
SOCKETPAIR, PRLIMIT, PRCTL, FCNTL = (53, 199), (302, 261), (157, 167), (72, 25)
EVERYBODY = 0xFFFFFFFF  # -1
STREAM, SET_DUMPABLE, SET_OWNER, SET_OWNER_EX = 1, 4, 8, 15


def refuse_the_outside(abi: int) -> None:
    """Load the filter.

    Parameters
    ----------
    abi : int
        Landlock's: an older one leaves more to do here.
    """
    here, steps = which(), head()
    for numbers in REFUSED.values():
        steps += _refuse(numbers, errno.EPERM)
    for numbers in IDLE.values():
        steps += _refuse(numbers, 0)
    steps += _argument(SOCKETPAIR[here], 1, [STREAM], mask=0xF)
    steps += _argument(PRLIMIT[here], 0, [0])
    steps += _argument(PRCTL[here], 0, [SET_DUMPABLE], wanted=False)
    steps += _no_signals() if abi < 6 else _no_sweep()
    steps += _no_cuts() if abi < 3 else []
    load([*steps, (RETURN, 0, 0, ALLOW)])


def _no_sweep() -> Program:
    """Not all at once; Landlock says who else is out of reach."""
    return _argument(SIGNALS["kill"][which()], 0, [EVERYBODY], wanted=False)


def _no_signals() -> Program:
    here, steps = which(), Program()
    for numbers in SIGNALS.values():
        steps += _argument(numbers[here], 0, [os.getpid()])
    for numbers in SIGNALS_ASIDE.values():
        steps += _refuse(numbers, errno.EPERM)
    return steps + _argument(FCNTL[here], 1, [SET_OWNER, SET_OWNER_EX], wanted=False)


def _no_cuts() -> Program:
    steps = _refuse(TRUNCATE, errno.EPERM) + _refuse(OPENAT2, errno.ENOSYS)
    for numbers, place in OPEN.values():
        if numbers[which()] != ABSENT:
            steps += _no_cut_at_reading(numbers[which()], place)
    return steps


def _no_cut_at_reading(number: int, place: int) -> Program:
    """O_TRUNC is for those only that open a file to write."""
    return [
        (JUMP_EQ, 0, 7, number),
        (LOAD, 0, 0, _place(place)),
        (JUMP_SET, 0, 4, os.O_TRUNC),
        (AND, 0, 0, os.O_ACCMODE),
        (JUMP_EQ, 2, 0, os.O_WRONLY),
        (JUMP_EQ, 1, 0, os.O_RDWR),
        (RETURN, 0, 0, ERRNO | errno.EPERM),
        (RETURN, 0, 0, ALLOW),
    ]


def _argument(
    number: int, place: int, values: list[int], mask: int = 0, wanted: bool = True
) -> Program:
    """Allow a call when one argument is among the values, or is not."""
    ends = [(RETURN, 0, 0, ERRNO | errno.EPERM), (RETURN, 0, 0, ALLOW)]
    body = [(LOAD, 0, 0, _place(place))] + [(AND, 0, 0, mask)] * bool(mask)
    body += [(JUMP_EQ, len(values) - i, 0, x) for i, x in enumerate(values)]
    body += ends if wanted else ends[::-1]
    return [(JUMP_EQ, 0, len(body), number), *body]


def _place(argument: int) -> int:
    """Offset of the lower half of an argument."""
    return 16 + 8 * argument


def _refuse(numbers: tuple[int, int], error: int) -> Program:
    number = numbers[which()]
    return refuse(number, error) if number != ABSENT else []
