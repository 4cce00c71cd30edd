"""A filter of system calls: what no notebook needs is refused."""

import ctypes
import errno
import platform
import struct

from .libc import SET_NO_NEW_PRIVS, SET_SECCOMP, prctl

ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
LOAD, JUMP_EQ, JUMP_GE, JUMP_SET, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, ERRNO, KILL = 0x7FFF0000, 0x00050000, 0x80000000
NEW_ANY = 0x7E020000
UNIX = 1

# name: (x86_64, aarch64)
REFUSED = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "shmget": (29, 194),  # memory and messages that belong to no process
    "msgget": (68, 186),
    "semget": (64, 190),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "open_by_handle_at": (304, 265),
    "fsopen": (430, 430),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "mount_setattr": (442, 442),
    "personality": (135, 92),
}
CLONE, CLONE3, SOCKET = (56, 220), (435, 435), (41, 198)
Program = list[tuple[int, int, int, int]]


def refuse_calls() -> None:
    """Load the filter into this process and all that it starts."""
    load(_program())


def load(steps: Program) -> None:
    """Load one more filter; of several the strictest answer counts."""
    program = b"".join(struct.pack("<HBBI", *step) for step in steps)
    code = ctypes.create_string_buffer(program, len(program))
    address = ctypes.addressof(code)
    place = struct.pack("<HxxxxxxQ", len(program) // 8, address)
    prctl(SET_NO_NEW_PRIVS, 1)
    prctl(SET_SECCOMP, 2, ctypes.create_string_buffer(place, len(place)))


def which() -> int:
    """This processor's place in the tables of numbers."""
    return list(ARCH).index(platform.machine())


def head() -> Program:
    """Load the call's number; one of another kind of processor ends the program."""
    machine = platform.machine()
    steps: Program = [
        (LOAD, 0, 0, 4),
        (JUMP_EQ, 1, 0, ARCH[machine]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, 0),
    ]
    if machine == "x86_64":  # the x32 calls are other doors to the same rooms
        steps += [(JUMP_GE, 0, 1, 0x40000000), (RETURN, 0, 0, KILL)]
    return steps


def refuse(number: int, error: int) -> Program:
    """Refuse a call; an error of 0 does nothing and says that it was done."""
    return [(JUMP_EQ, 0, 1, number), (RETURN, 0, 0, ERRNO | error)]


def _program() -> Program:
    """Refuse, look at arguments, or allow."""
    steps, here = head(), which()
    for numbers in REFUSED.values():
        steps += refuse(numbers[here], errno.EPERM)
    steps += refuse(CLONE3[here], errno.ENOSYS)
    steps += [
        (JUMP_EQ, 0, 3, CLONE[here]),
        (LOAD, 0, 0, 16),
        (JUMP_SET, 0, 5, NEW_ANY),
        (RETURN, 0, 0, ERRNO | errno.EPERM),
        (JUMP_EQ, 0, 3, SOCKET[here]),
        (LOAD, 0, 0, 16),
        (JUMP_EQ, 1, 0, UNIX),
        (RETURN, 0, 0, ERRNO | errno.EACCES),
        (RETURN, 0, 0, ALLOW),
    ]
    return steps
