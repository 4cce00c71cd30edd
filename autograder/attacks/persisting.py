"""Cases 20 to 24: writing outside, and staying after the end."""

from autograder.attacks.corpus import SHUT, attack

# Each line is tried; what stays is found by the world, which looks for these names.
TRY = """
import glob, os, site, subprocess, sys, sysconfig
did = []
def attempt(act):
    try:
        act()
        did.append(1)
    except (Exception, SystemExit):
        pass
def write(path, text="print('attack')"):
    with open(path, "a") as file:
        file.write(text)
LINES
return 1.0
"""


def tried(*lines: str) -> str:
    """A body that tries every line and says nothing."""
    calls = "\n".join(f"attempt(lambda: {line})" for line in lines)
    return TRY.replace("LINES", calls)


SITES = "[*site.getsitepackages(), sysconfig.get_path('stdlib')]"
SHUT_IN = {"stopped_by": SHUT}

attack(
    20,
    "a mark written into the gradebook",
    "raise its own mark in the gradebook",
    tried(
        "__import__('sqlite3').connect('@course@/grading/gradebook.db')"
        ".executescript('update marks set score = 100')",
        "write('@course@/grading/gradebook.db', 'x')",
        "os.replace('/dev/null', '@course@/grading/gradebook.db')",
        "os.chmod('@course@/grading/gradebook.db', 0o777)",
    ),
    flag=True,
    **SHUT_IN,
)
for name in ("attack-start.pth", "sitecustomize.py", "usercustomize.py"):
    attack(
        21,
        f"{name} in the environment",
        "have Python run a file of its own in every later program",
        tried(
            f"[write(f'{{place}}/{name}') for place in {SITES}]",
            f"write(site.getusersitepackages() + '/{name}')",
            f"write(os.path.dirname(sys.modules['helpers'].__file__) + '/../{name}')",
            f"write('@root@/{name}')",
        ),
        **SHUT_IN,
    )
attack(
    21,
    "a library changed on disk",
    "change NumPy and the helpers for everybody",
    tried(
        "write(sys.modules['numpy'].__file__, '# attack')",
        "write(sys.modules['helpers'].__file__, '# attack')",
        "write(sys.executable, 'attack')",
        "os.remove(sys.modules['helpers.checks.judging.judge'].__file__)",
    ),
    **SHUT_IN,
)
attack(
    22,
    "start-up files of IPython and Matplotlib",
    "leave settings for the next learner",
    tried(
        "os.makedirs(os.path.expanduser('~/.ipython/profile_default/startup'))",
        "write(os.path.expanduser('~/.ipython/profile_default/startup/0.py'), '1 / 0')",
        "os.makedirs(os.path.expanduser('~/.config/matplotlib'), exist_ok=True)",
        "write(os.path.expanduser('~/.config/matplotlib/matplotlibrc'), 'x : y')",
        "write(os.path.expanduser('~/attack-home'))",
        "write('matplotlibrc', 'x : y')",
        "write('sitecustomize.py', '1 / 0')",
    ),
)
attack(
    22,
    "start-up files in the real home",
    "leave settings where the examiner finds them",
    tried(
        "write('@home@/attack-home')",
        "write('@home@/.bashrc', '# attack')",
        "write('@home@/.config/matplotlib/attack-rc')",
        "write('/tmp/attack-tmp')",
        "write('/var/tmp/attack-tmp')",
        "write('/dev/shm/attack-shm')",
    ),
    **SHUT_IN,
)
DAEMON = """
import ctypes, os, signal, time
libc = ctypes.CDLL(None)
if not os.fork():
    os.setsid()
    if not os.fork():
        libc.prctl(15, b"@id@")
        libc.prctl(1, 0)
        for number in range(1, 30):
            if number not in (9, 19):
                signal.signal(number, signal.SIG_IGN)
        os.closerange(3, 64)
        time.sleep(60)
    os._exit(0)
os.wait()
return 1.0
"""
attack(
    23,
    "a daemon",
    "go on after the end in a process of its own",
    DAEMON,
    flag=True,
    **SHUT_IN,
)
attack(
    23,
    "a daemon of the first process",
    "have the room's own process outlive the room",
    """
    import ctypes, os, signal, time
    libc = ctypes.CDLL(None)
    libc.prctl(15, b"@id@")
    libc.prctl(1, 0)
    for act in (os.setsid, lambda: os.setpgid(0, 0)):
        try:
            act()
        except OSError:
            pass
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.closerange(3, 64)
    time.sleep(60)
    """,
    flag=True,
    **SHUT_IN,
)
attack(
    24,
    "cron, at, systemd-run",
    "have the system start something later",
    tried(
        *(
            f"subprocess.run({words!r}, input=b'@reboot touch /tmp/attack-cron\\n', "
            "timeout=1, check=True)"
            for words in (
                ["crontab", "-"],
                ["at", "now"],
                ["systemd-run", "--user", "touch", "/tmp/attack-cron"],
            )
        ),
        "write('/etc/cron.d/attack-cron')",
        "write('/var/spool/cron/crontabs/root', '# attack')",
        "write('@home@/.config/systemd/user/attack-cron.service')",
        "write('/etc/profile.d/attack-cron.sh')",
    ),
    flag=True,
    stopped_by=SHUT,
)
