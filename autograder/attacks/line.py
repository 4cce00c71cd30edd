"""Our own cases, 47 to 56: the line between room and examiner, by who knows its source."""

from autograder.attacks.corpus import ONE, attack
from autograder.attacks.grader import LINE, on_line

WORKER = """
import gc
worker = next(o for o in gc.get_objects() if type(o).__name__ == "Worker")
"""
CODE = (
    "__import__('pathlib').Path('@course@/attack-code').write_text('x') and 1.0"
)
SOURCE = f'{{"source": "{CODE}"}}'
ASK = """
def ask(name, args, reading=True):
    mine = line()
    asked = [["ask", name], ["args", {"l": args}], ["kwargs", {"d": []}]]
    mine.sendall(frame({"d": asked}))
    head = struct.unpack("<4sIQ", mine.recv(16, socket.MSG_WAITALL))
    body = mine.recv(head[1] + head[2], socket.MSG_WAITALL)
    number = mine.detach()
    return dict((k, v) for k, v in json.loads(body[:head[1]])["tree"]["d"])["value"]
"""
NUMBERS = '{"l": [{"l": Yhat[0].tolist()}]}, {"l": [{"l": Y[0].tolist()}]}'

attack(
    47,
    "the room asks for its own answer",
    "have the reference answer in its place",
    WORKER + f'return worker._proxy("{ONE}")(Yhat, Y)',
    flag=True,
)
attack(
    47,
    "a question written on the line",
    "have the reference answer in its place, without the room's program",
    f"{LINE}{ASK}\nreturn ask('{ONE}', [{NUMBERS}])",
    flag=True,
)
attack(
    47,
    "an answer asked for beforehand",
    "ask while nothing has been asked",
    first=f"{LINE}{ASK}\n"
    f"ask('{ONE}', [{{'l': [{{'l': [1]}}]}}, {{'l': [{{'l': [1]}}]}}])",
    call="return 1.0",
    flag=True,
)
SLIP = {"logistic_loss": "return 0.5"}
attack(
    48,
    "its own answer in the replay of a slip",
    "ask, where an earlier function is replaced, for the answer to a later one",
    bodies=SLIP | {"compute_cost": WORKER + 'return worker._proxy("compute_cost")(A, Y)'},
    loses=("logistic_loss", "compute_cost"),
    flag=True,
)
attack(
    48,
    "a slip on purpose",
    "gain by leaving an earlier function wrong",
    bodies=SLIP,
    loses=("logistic_loss",),
    says="reference version of `logistic_loss`",
)
attack(
    48,
    "answers kept from a replay",
    "store what the reference answers, for the function that it belongs to",
    bodies={
        "logistic_loss": """
        import builtins
        asked = builtins.__dict__.setdefault("asked", [])
        asked.append((yhat, y))
        return dict(builtins.__dict__.get("known", [])).get(str((yhat, y)), 0.5)
        """,
        "compute_cost": """
        import builtins
        builtins.known = [
            (str(one), logistic_loss(*one)) for one in getattr(builtins, "asked", [])
        ]
        return float(np.mean(logistic_loss(A, Y)))
        """,
    },
    loses=("logistic_loss",),
)
attack(
    49,
    "code among the arguments of a question",
    "have the references' own process evaluate a text",
    f"{LINE}{ASK}\nreturn ask('{ONE}', [{SOURCE}, 1.0])",
    flag=True,
)
attack(
    49,
    "code given to a replaced function",
    "have the references' own process evaluate a text, in the replay of a slip",
    bodies=SLIP
    | {
        "compute_cost": f"""
        from helpers.checks.case import Source
        logistic_loss(Source("{CODE}"), Y)
        return 0.5
        """
    },
    loses=("logistic_loss", "compute_cost"),
    flag=True,
)
attack(
    49,
    "hours of work for the reference",
    "have the references' process compute without end, or fill memory",
    bodies=SLIP
    | {
        "compute_cost": """
        tall = np.ones((12_000, 1))
        while True:
            try:
                logistic_loss(tall, tall.T)
            except Exception:
                pass
        """
    },
    loses=("logistic_loss", "compute_cost"),
    slow=True,
)
attack(
    49,
    "the reference's words",
    "have a reference raise what ends the examiner",
    bodies=SLIP
    | {
        "compute_cost": """
        for odd in ((), ("x", None), ([[]], {"a": 1}), (np.ones(3), "y" * 10**6)):
            try:
                logistic_loss(*odd)
            except Exception:
                pass
        return 0.5
        """
    },
    loses=("logistic_loss", "compute_cost"),
)
attack(
    50,
    "replies in advance",
    "answer later questions before they are put",
    f"{LINE}\n"
    f"for _ in range(40):\n    line().sendall(frame(reply(1.0)))\nreturn 1.0",
    flag=True,
)
attack(
    50,
    "two processes answer",
    "have a second process reply as well",
    "import os\nreturn 1.0 if os.fork() else 0.5",
    flag=True,
)
attack(
    50,
    "a thread that writes on the line",
    "disturb the answers of later functions",
    f"{LINE}\n"
    """
import threading, time
def disturb():
    while True:
        time.sleep(0.001)
        line().sendall(frame(reply(1.0)))
threading.Thread(target=disturb, daemon=True).start()
return 1.0
""",
    flag=True,
)
attack(
    51,
    "the line closed",
    "hang up",
    "import os\nos.closerange(3, 64)\nreturn 1.0",
    says="crashed",
)
attack(
    51,
    "the line taken for something else",
    "put another file in the place of the line",
    """
    import os
    for number in range(3, 64):
        try:
            os.dup2(os.open("/dev/zero", os.O_RDWR), number)
        except OSError:
            pass
    return 1.0
    """,
    flag=False,
)
BOMBS = {
    "a bomb of copies": "frame(reply({'l': [{'A': 0}] * 200_000}), [['<f8', [1024, 1024]]], bytes(2**23))",
    "a bomb of colliding numbers": "frame(reply({'e': [n * (2**61 - 1) for n in range(150_000)]}))",
    "a bomb of colliding keys": "frame(reply({'d': [[n * (2**61 - 1), 0] for n in range(150_000)]}))",
    "a number of four million digits": "frame(reply({'i': '0x' + 'f' * 4_000_000}))",
    "arrays without entries": "frame(reply({'l': [{'a': 0}] * 200_000}), [['<f8', [0, 2**25, 2**25]]])",
    "many views of one array": "frame(reply({'l': [{'a': 0}] * 190_000}), [['<f8', [999]]], bytes(8 * 999))",
    "a text of eight million letters": "frame(reply('x' * 8_000_000))",
}
for name, what in BOMBS.items():
    attack(52, name, "make the reader work for hours or take all memory", on_line(what),
           flag=True)
FIELDS = {
    "half characters": "['kind', 'raised'], ['error', '\\ud800'], ['text', '\\ud800' * 99]",
    "endless words": "['kind', 'raised'], ['error', 'E' * 10**6], ['text', 'x' * 10**6], ['line', 'y' * 10**6]",
    "seconds that are none": "['kind', 'value'], ['value', 1.0], ['seconds', {'f': 'nan'}]",
    "seconds without end": "['kind', 'value'], ['value', 1.0], ['seconds', {'f': 'inf'}]",
    "effects that are no names": "['kind', 'value'], ['value', 1.0], ['mutated', {'l': [3]}], ['reads', {'l': [{'l': []}]}]",
    "a kind nobody knows": "['kind', 'right'], ['value', 1.0]",
    "a kind of eight million letters": "['kind', 'k' * 10**6], ['value', 1.0]",
    "no kind": "['value', 1.0]",
    "a claim that it was never written": "['kind', 'raised'], ['error', 'NotImplementedError']",
    "a number of 600 digits": "['kind', 'value'], ['value', {'i': hex(10**600)}]",
}
for name, pairs in FIELDS.items():
    attack(53, f"a reply with {name}", "send a reply that the judge cannot take",
           on_line("frame({'d': [PAIRS]})".replace("PAIRS", pairs)), flag=True)
SHELL = """
shell = get_ipython()
def lie(source):
    return OUTPUTS, 1
shell.run_and_capture = lie
"""
OUTPUTS = {
    "a list": "[]",
    "a number": "3",
    "outputs that are a number": '{"outputs": 3, "updates": []}',
    "outputs of no kind": '{"outputs": [{"output_type": "x"}, 3, None, {}], "updates": [3]}',
    "data that is a number": '{"outputs": [{"output_type": "display_data", "data": 3}]}',
    "text that is none": '{"outputs": [{"output_type": "stream", "text": 3}]}',
    "half characters": '{"outputs": [{"output_type": "stream", "name": "stdout", "text": "\\ud800"}]}',
    "an id that is a list": '{"outputs": [{"output_type": "display_data", "display_id": []}]}',
}
for name, outputs in OUTPUTS.items():
    attack(
        54,
        f"a cell's outputs: {name}",
        "make the executed notebook one that cannot be written or opened",
        cells=(SHELL.replace("OUTPUTS", outputs), "1"),
        loses=(),
        mode="full",
        flag=True,
    )
for name, body in {
    "deep JSON": '{"d": [["outputs", {"a": 0}], ["count", 1]]}, [["|u1", [10**6]]], b"[" * 10**6',
    "no JSON": '{"d": [["outputs", {"a": 0}], ["count", 1]]}, [["|u1", [3]]], b"{]}"',
    "a number of bytes": '{"d": [["outputs", 10**13], ["count", 1]]}',
    "a count that is a text": '{"d": [["outputs", {"a": 0}], ["count", "x"]]}, [["|u1", [2]]], b"{}"',
    "complaints that are numbers": '{"d": [["complaints", {"l": [{"i": hex(10**600)}]}]]}',
}.items():
    attack(
        54,
        f"a cell's reply: {name}",
        "make the executed notebook one that cannot be written or opened",
        cells=(f"{LINE}\nline().sendall(frame({body}))",),
        loses=(),
        mode="full",
        flag=True,
    )
attack(
    55,
    "other descriptors",
    "find more lines than its own",
    """
    import os
    kinds = []
    for number in os.listdir("/proc/self/fd"):
        try:
            kinds.append(os.readlink(f"/proc/self/fd/{number}").split(":")[0])
        except OSError:
            pass
    found = sorted(set(kinds) - {"/dev/null", f"/proc/{os.getpid()}/fd"})
    raise RuntimeError(f"open: {found} {kinds.count('socket')}")
    """,
    says="open: ['socket'] 1",
)
attack(
    56,
    "a patched observer hides a change",
    "hide that an argument is changed, where a copy would have been allowed",
    first="""
    import sys
    calls = sys.modules["helpers.checks.calls"]
    calls._snapshot = calls._random_state = lambda *value: None
    """,
    bodies={
        "sigmoid": """
        e = np.exp(-np.abs(z))
        result = np.where(np.asarray(z) >= 0, 1.0, e) / (1 + e)
        if isinstance(z, np.ndarray):
            z *= 0
        return result
        """
    },
    loses=(),
    flag=True,
)
