"""Our own cases from 58: functions and files that are not what they seem."""

from autograder.attacks.corpus import SHUT, also, attack
from autograder.attacks.harm import Raw, code

RIGHT = "return float(np.mean(Yhat == Y))"
SHUT_IN = {"stopped_by": SHUT}

attack(
    58,
    "another answer for the checker",
    "behave otherwise when the examiner calls",
    """
    import sys
    names, frame = [], sys._getframe()
    while frame := frame.f_back:
        names.append(frame.f_code.co_name)
    return 1.0 if "observe" in names or "do_call" in names else 0.0
    """,
    flag=True,
)
attack(
    58,
    "answers that change",
    "count the calls, and be right at first",
    """
    import builtins
    builtins.calls = getattr(builtins, "calls", 0) + 1
    return float(np.mean(Yhat == Y)) if builtins.calls < 3 else 0.5
    """,
)
attack(
    59,
    "time patched",
    "stop the clock",
    """
    import time
    time.monotonic = time.perf_counter = time.time = lambda: 0.0
    while True:
        pass
    """,
    says="time",
)
attack(
    59,
    "an alarm",
    "have a signal handler interrupt the room later",
    """
    import signal
    signal.signal(signal.SIGALRM, lambda *_: 1 / 0)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return 1.0
    """,
)
attack(
    59,
    "a trace",
    "trace everything that runs after it",
    """
    import sys, threading
    def trace(frame, event, arg):
        for name in list(frame.f_locals):
            if name in ("message", "outcome"):
                raise ZeroDivisionError
        return trace
    sys.setprofile(trace)
    sys.settrace(trace)
    return 1.0
    """,
)
attack(
    59,
    "exit hooks",
    "run something when the program ends",
    """
    import atexit, threading, time
    atexit.register(time.sleep, 99)
    threading.Thread(target=time.sleep, args=(99,)).start()
    return 1.0
    """,
)
attack(
    59,
    "its own limits raised",
    "give itself more",
    """
    import resource
    hard = []
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE):
        try:
            resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            hard.append(kind)
        except (ValueError, OSError):
            pass
    raise RuntimeError(f"raised: {hard}")
    """,
    says="raised: []",
    **SHUT_IN,
)
attack(
    59,
    "namespaces of its own",
    "become root in a world of its own",
    """
    import ctypes
    libc = ctypes.CDLL(None)
    done = [flag for flag in (0x10000000, 0x20000, 0x40000000) if not libc.unshare(flag)]
    done += [n for n in (libc.setuid(0), libc.chroot(b"/"), libc.mount(0, b"/", 0, 32, 0))
             if n == 0]
    raise RuntimeError(f"done: {done} {libc.prctl(38, 1, 0, 0, 0)}")
    """,
    says="done: [] 0",
    flag=True,
    stopped_by=SHUT,
)
attack(
    60,
    "NumPy in the working folder",
    "have other code import its own NumPy",
    """
    for name in ("numpy", "json", "helpers", "IPython", "sitecustomize"):
        with open(f"{name}.py", "w") as file:
            file.write("raise SystemExit('attack')")
    return 1.0
    """,
)
attack(
    60,
    "import hooks",
    "have every later import bring its own module",
    """
    import sys, types
    class Finder:
        def find_spec(self, *args):
            raise ImportError("attack")
    sys.meta_path.insert(0, Finder())
    for name in ("json", "numpy", "ast", "linecache"):
        sys.modules[name] = types.ModuleType(name)
    return 1.0
    """,
)
attack(
    60,
    "a library for children",
    "have every program that the room starts load its own library",
    """
    import os, subprocess
    os.environ.update(LD_PRELOAD="./attack.so", PYTHONSTARTUP="x.py", PATH=".")
    open("attack.so", "w").write("no library")
    subprocess.run(["/bin/true"], capture_output=True)
    return 1.0
    """,
    flag=True,
)
attack(
    61,
    "a name with a foreign letter",
    "define a function that only looks like the wanted one",
    harm=lambda raw: renamed(raw, "\u0430ccuracy"),
    says="no `accuracy`",
)
attack(
    61,
    "a name in wide letters",
    "nothing: Python reads these letters as the plain ones",
    harm=lambda raw: renamed(raw, "\uff41ccuracy"),
    loses=(),
)


def renamed(raw: Raw, name: str) -> Raw:
    for cell in raw["cells"]:
        cell["source"] = cell["source"].replace("def accuracy", f"def {name}")
    return raw


attack(
    61,
    "a callable that is no function",
    "be found as an object with a call of its own",
    harm=lambda raw: below(raw, "class A:\n    def __call__(self, Yhat, Y):\n"
                                "        return 1.0\n    def __getattr__(self, name):\n"
                                "        return self\naccuracy = A()"),
)
attack(
    61,
    "a function made by exec",
    "nothing: it is right, and only written in an odd way",
    harm=lambda raw: below(raw, f"exec('def accuracy(Yhat, Y): {RIGHT}')"),
    loses=(),
)
attack(
    61,
    "code swapped in a function",
    "change the code of a function that was right",
    harm=lambda raw: below(raw, "accuracy.__code__ = (lambda Yhat, Y: 1.0).__code__"),
)


def below(raw: Raw, source: str) -> Raw:
    return raw | {"cells": [*raw["cells"], code(source)]}


attack(
    62,
    "links in the working folder",
    "have the room's folder removed together with what links in it point to",
    """
    import os
    os.symlink("@course@/grading", "grading")
    os.symlink("@course@/grading/gradebook.db", "book.db")
    os.makedirs("deep/" * 200)
    os.chmod(".", 0)
    return 1.0
    """,
    flag=True,
)
attack(
    63,
    "the words of a killed room",
    "have itself examined again and again",
    "raise ValueError('the program was ended by SIGKILL, code 137')",
)
attack(
    63,
    "the exit codes of a room",
    "end with the code that a killed room has",
    "import os\nos._exit(137)",
)
attack(
    64,
    "a hundred endless cells",
    "hold up the class with cells that each end in time",
    cells=("while True:\n    pass",) * 100,
    loses=(),
    mode="full",
    limits={"cell": 0.5, "notebook": 3.0},
    says="time",
    slow=True,
)
also(
    "a hundred endless cells, and a missing function",
    of="a hundred endless cells",
    mode="lean",
    harm=lambda raw: renamed(raw, "other"),
    loses=("accuracy",),
)
attack(
    65,
    "half characters printed",
    "print what no file can hold",
    cells=("print('\\ud800')", "raise ValueError('\\udfff')", "'\\ud800'"),
    loses=(),
    mode="full",
)
attack(
    65,
    "data of a wrong kind displayed",
    "display what is no text",
    cells=(
        "display({'text/plain': 5, 'text/html': None, 'x/y': [object]}, raw=True)",
        "display({3: 4}, raw=True, metadata={'a': object()})",
        "display({'application/json': [[[[1]]]], 'image/png': 'no'}, raw=True)",
    ),
    loses=(),
    mode="full",
)
attack(
    66,
    "sources that are hard to read",
    "make the reader of sources work for hours or fall over",
    says="too long",
    cells=("x = " + "(" * 3000 + "1" + ")" * 3000, "-" * 9000 + "1", "#" + "a_" * 10**6,
           "check(" * 5000, "'" * 9999, "f" + "(a" * 3000, "sock" * 10**5 + "\n" * 10**5),
    loses=(),
)
attack(
    66,
    "sixty thousand cells",
    "have more cells than can be sent",
    harm=lambda raw: raw | {"cells": raw["cells"] + [{"cell_type": "code"}] * 60_000},
    loses=(),
    says="first 50000 were read",
)
attack(
    66,
    "twenty megabytes of source",
    "have more source than can be sent",
    harm=lambda raw: raw | {"cells": raw["cells"] + [code("# " + "x" * 10**6)] * 20},
    loses=(),
    says="too long",
)
attack(
    67,
    "the seals of the questions opened",
    "read the answers to the questions out of the learner's file of checks",
    cells=("from helpers.checks.judging.questions import open_remark\nopen_remark",),
    loses=(),
    flag=True,
)
