"""Our own cases 47 to 51, 55, 56: the line between room and examiner, by who knows its source."""

from autograder.attacks.corpus import ONE, attack
from autograder.attacks.grader import LINE

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
        from helpers.checks.values import Source
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
attack(
    55,
    "other descriptors",
    "find more lines than its own",
    """
    import os, stat
    sockets = 0
    for number in range(512):
        try:
            sockets += stat.S_ISSOCK(os.fstat(number).st_mode)
        except OSError:
            pass
    raise RuntimeError(f"sockets: {sockets}")
    """,
    says="sockets: 1",
)
attack(
    56,
    "a patched observer hides a change",
    "hide that an argument is changed, where a copy would have been allowed",
    first="""
    import sys
    calls = sys.modules["helpers.checks.values.calls"]
    calls._snapshot = calls.dice_state = lambda *value: None
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
