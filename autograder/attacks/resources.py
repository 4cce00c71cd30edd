"""Cases 25 to 32: using up time, memory, processes and disk."""

from autograder.attacks.corpus import NAMESPACES, SHUT, also, attack

SMALL = {"total": 400 * 2**20, "disk": 8 * 2**20, "processes": 24}
SMALL |= {"call": 5.0, "exercise": 10.0}
SHUT_IN = {"stopped_by": SHUT, "limits": SMALL}
AFTER = 'print("the cell after")'
DEFIANT = """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""

attack(25, "an endless call", "never return", "while True:\n    pass", says="time")
attack(
    25,
    "an endless cell",
    "hold up the notebook",
    cells=("while True:\n    pass", AFTER),
    loses=(),
    mode="full",
    says="the cell after",
    slow=True,
)
attack(26, "an endless call that catches all", "ignore Ctrl-C", DEFIANT, says="time")
attack(
    26,
    "an endless cell that catches all",
    "ignore Ctrl-C in a cell",
    cells=(DEFIANT, AFTER),
    loses=(),
    mode="full",
    says="The notebook stopped in code cell",
    slow=True,
)
attack(
    26,
    "signals blocked",
    "block every signal and wait",
    """
    import signal, time
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    time.sleep(999)
    """,
    says="time",
)
attack(
    27,
    "a call in C that nothing interrupts",
    "be out of Python's reach",
    "return np.linalg.svd(np.random.default_rng(0).normal(size=(3000, 3000)))[1][0]",
    says="time",
)
attack(28, "a long sleep", "sleep", "import time\ntime.sleep(999)", says="time")
attack(
    28,
    "a cell that sleeps",
    "sleep in a cell",
    cells=("import time\ntime.sleep(999)", AFTER),
    loses=(),
    mode="full",
    says="the cell after",
    slow=True,
)
attack(
    29,
    "a memory bomb",
    "take all memory in one process",
    "hoard = []\nwhile True:\n    hoard.append(np.ones(2**22))",
    says="memory",
    **SHUT_IN,
)
attack(29, "a huge array", "ask for a petabyte", "return np.ones(2**47)", says="memory")
CHILDREN = """
import os, threading, time
def hoard():
    for _ in range(6):
        if not os.fork():
            block = np.ones(14 * 2**20)
            time.sleep(30)
            os._exit(0)
def alone():
    try:
        os.setsid()
    except OSError:
        pass
START
time.sleep(30)
"""
attack(
    30,
    "a memory bomb of children",
    "take in many processes what one may not",
    CHILDREN.replace("START", "hoard()"),
    says="memory",
    flag=True,
    stopped_by=SHUT,
    limits=SMALL | {"processes": 64},
)
also(
    "a memory bomb of a thread's children",
    of="a memory bomb of children",
    call=CHILDREN.replace("START", "threading.Thread(target=hoard).start()"),
)
also(
    "a memory bomb of orphans",
    of="a memory bomb of children",
    call=CHILDREN.replace("START", "if not os.fork():\n    alone()\n    hoard()\n    os._exit(0)"),
)
attack(
    30,
    "memory without a file",
    "take memory that no limit counts",
    """
    import os
    handle = os.memfd_create("attack")
    for _ in range(40):
        os.write(handle, bytes(2**24))
    return 1.0
    """,
    says="PermissionError",
    **SHUT_IN,
)
attack(
    30,
    "shared memory of System V",
    "leave memory behind that belongs to no process",
    """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    libc.shmat.restype = ctypes.c_void_p
    for _ in range(8):
        number = libc.shmget(0, ctypes.c_size_t(2**26), 0o1600)
        if number < 0:
            raise MemoryError(ctypes.get_errno())
        place = libc.shmat(number, None, 0)
        ctypes.memset(place, 1, 2**26)
        libc.shmdt(ctypes.c_void_p(place))
    return 1.0
    """,
    says="memory",
    flag=True,
    **SHUT_IN,
)
attack(
    30,
    "shared maps",
    "take shared memory",
    """
    import mmap
    maps = [mmap.mmap(-1, 2**26) for _ in range(20)]
    for part in maps:
        part.write(b"x" * 2**26)
    import time
    time.sleep(30)
    """,
    says="memory",
    **SHUT_IN,
)
attack(
    30,
    "/dev/shm",
    "fill the shared memory's folder",
    """
    with open("/dev/shm/attack-fill", "wb") as file:
        for _ in range(200):
            file.write(b"x" * 2**20)
    return 1.0
    """,
    says="It stops with",
    **SHUT_IN,
)
attack(
    31,
    "a fork bomb",
    "start processes without end",
    """
    import os, time
    while True:
        try:
            os.fork()
        except OSError:
            time.sleep(30)
    """,
    flag=True,
    stopped_by=SHUT,
    limits=SMALL | {"call": 1.0},
)
attack(
    31,
    "a thread bomb",
    "start threads without end",
    """
    import threading, time
    while True:
        threading.Thread(target=time.sleep, args=(30,)).start()
    """,
    says="can't start new thread",
    **SHUT_IN,
)
attack(
    32,
    "the working folder filled",
    "fill the disk",
    """
    with open("attack-fill", "wb") as file:
        for _ in range(100):
            file.write(b"x" * 2**20)
    return 1.0
    """,
    says="No space left on device",
    stopped_by=NAMESPACES,
    limits=SMALL,
)
also(
    "/tmp filled",
    of="the working folder filled",
    call="""
    for n in range(100):
        with open(f"/tmp/attack-fill-{n}", "wb") as file:
            file.write(b"x" * 2**20)
    return 1.0
    """,
    stopped_by=SHUT,
    says="It stops with",
)
also(
    "many files",
    of="the working folder filled",
    call="""
    for n in range(10**5):
        open(f"attack-file-{n}", "w").close()
    return 1.0
    """,
)
attack(
    32,
    "every descriptor",
    "open files without end",
    """
    hoard = []
    while True:
        hoard.append(open("/dev/null"))
    """,
    says="Too many open files",
    **SHUT_IN,
)
