"""Cases 14 to 19: reading what is not for learners."""

import hashlib

import numpy as np

from autograder.truth.assignment import load_assignment
from autograder.attacks.corpus import ONE, SHUT, attack, steal
from autograder.toy import STEM
from autograder.truth.frozen import SEED

SHUT_IN = {"stopped_by": SHUT}

attack(
    14,
    "hidden tests by glob",
    "read every file of the course",
    steal("""
    every("@course@/autograder/**")
    every("@root@/source/*/cases.py")
    every("@root@/autograder/toy/*/cases.py")
    os.listdir("@root@/autograder")
    every("../../*/*.txt")
    """),
    says="loot: [] in 5 tries",
    **SHUT_IN,
)
attack(
    14,
    "solutions by glob",
    "find the text from which the notebook was built",
    steal(f"""
    every("@course@/source/**")
    every("@root@/source/*/*")
    every("@root@/autograder/toy/*/*")
    re.sub("sigmoid", "CANARY-" + "0" * 32, read("@root@/autograder/toy/{STEM}/reference.py").decode())
    """),
    says="loot: [] in 4 tries",
    **SHUT_IN,
)
attack(
    14,
    "other submissions",
    "copy what a neighbour handed in",
    steal(f"""
    every("@course@/grading/submitted/**")
    read("@course@/grading/submitted/bob/{STEM}/{STEM}.ipynb")
    every("../../../*/*/*.ipynb")
    """),
    says="loot: [] in 3 tries",
    **SHUT_IN,
)
attack(
    15,
    "gradebook by absolute path",
    "read the gradebook",
    steal("""
    read("@course@/grading/gradebook.db")
    __import__("sqlite3").connect("@course@/grading/gradebook.db").execute("select * from marks").fetchall()
    every("@root@/grading/*.db")
    """),
    says="loot: [] in 3 tries",
    flag=True,
    **SHUT_IN,
)
attack(
    15,
    "gradebook by relative path",
    "climb from the working folder to the gradebook",
    steal("""
    [every("../" * n + "*/grading/gradebook.db") for n in range(9)]
    read("../../../../../../../../../.." + "@course@/grading/gradebook.db")
    read("/proc/self/cwd/../../../.." + "@course@/grading/gradebook.db")
    read("/proc/1/root" + "@course@/grading/gradebook.db")
    """),
    says="loot: [] in 4 tries",
    flag=True,
    **SHUT_IN,
)
attack(
    16,
    "environment variables",
    "find secrets in the environment",
    steal("""
    dict(os.environ)
    read("/proc/self/environ")
    __import__("ctypes").CDLL(None).getenv(b"COURSE_TOKEN") and "CANARY-" + "0" * 32
    """),
    says="loot: [] in 3 tries",
    flag=True,
)
attack(
    16,
    "arguments of the program",
    "find secrets in the words that the program was started with",
    steal("""
    sys.argv
    sys.orig_argv
    read("/proc/self/cmdline")
    """),
    says="loot: [] in 3 tries",
)
attack(
    16,
    "environments of other processes",
    "read what other programs were started with",
    steal("""
    every("/proc/[0-9]*/environ")
    every("/proc/[0-9]*/cmdline")
    read("/proc/@pid@/environ")
    """),
    says="loot: [] in 3 tries",
    **SHUT_IN,
)
IMPORT = f"""
import sys
PATH
try:
    from autograder.toy.{STEM} import reference as solutions
except (ImportError, OSError) as error:
    raise RuntimeError("there is none") from error
return solutions.accuracy(Yhat, Y)
"""
attack(
    17,
    "the reference imported",
    "import the package with the solutions",
    IMPORT.replace("PATH", ""),
    says="there is none",
)
attack(
    17,
    "the reference imported by its path",
    "put the course on the path and import the solutions",
    IMPORT.replace("PATH", 'sys.path.insert(0, "@root@")'),
    says="there is none",
    **SHUT_IN,
)
attack(
    18,
    "a link in the working folder",
    "reach outside through a link of its own",
    steal("""
    os.symlink("@course@", "out")
    every("out/**")
    os.link("@course@/grading/gradebook.db", "book")
    read("book")
    """),
    says="loot: [] in 4 tries",
    flag=True,
    **SHUT_IN,
)


def learned_by_heart() -> str:
    """A body that knows the answer to every frozen case, hidden ones too, and no more.

    As if a whole class had collected what error messages let out of the hidden inputs.
    """
    exercise = load_assignment(STEM)[ONE]
    known = {}
    for case in exercise.cases(np.random.default_rng(SEED)):
        content = case.args["Yhat"].tobytes() + case.args["Y"].tobytes()
        known[hashlib.md5(content).hexdigest()] = exercise.reference(**case.args)
    return (
        "import hashlib\n"
        "key = hashlib.md5(Yhat.tobytes() + Y.tobytes()).hexdigest()\n"
        f"return {known!r}.get(key, 0.5)"
    )


attack(
    19,
    "hidden inputs told by an error",
    "let out the hidden inputs through an error message",
    "raise ValueError(f'inputs: {Yhat} {Y}')",
    says="inputs:",
)
attack(
    19,
    "frozen cases learned by heart",
    "answer from a table of all inputs that messages let out",
    learned_by_heart(),
    says="any predictions",
)
