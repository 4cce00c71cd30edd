"""What may be done where a tier does not open: settings of the system that stop it."""

import os
from pathlib import Path

# setting: (value that stops user namespaces, what to do)
SETTINGS = {
    "kernel/apparmor_restrict_unprivileged_userns": (
        "1",
        "AppArmor refuses user namespaces to ordinary programs. An administrator "
        "allows them with `sysctl kernel.apparmor_restrict_unprivileged_userns=0`.",
    ),
    "kernel/unprivileged_userns_clone": (
        "0",
        "User namespaces are for root only. An administrator allows them with "
        "`sysctl kernel.unprivileged_userns_clone=1`.",
    ),
    "user/max_user_namespaces": (
        "0",
        "User namespaces are switched off. An administrator allows them with "
        "`sysctl user.max_user_namespaces=10000`.",
    ),
}
FILTERED = (
    "A filter of system calls refuses it, as in a container. Start that with "
    "`--security-opt seccomp=unconfined`, or be content with landlock."
)
LANDLOCK = {
    "Function not implemented": "This kernel has none. Linux has it from 5.13 on.",
    "Operation not supported": "It is switched off. Boot with `lsm=landlock,...`.",
}
ROOT = "Root has no right here to become somebody else. Grade as an ordinary user."


def hint(tier: str, trouble: str) -> str:
    """What stops a tier here, and what may be done; empty when nothing is known.

    Parameters
    ----------
    tier : str
    trouble : str
        What came of trying.
    """
    if tier == "landlock" and "landlock" in trouble:
        return next((line for words, line in LANDLOCK.items() if words in trouble), "")
    if tier == "landlock":
        return "" if os.getuid() else ROOT
    for name, (stops, line) in SETTINGS.items():
        if os.getuid() and _read(f"/proc/sys/{name}") == stops:
            return line
    return FILTERED if "Seccomp:\t2" in _read("/proc/self/status") else ""


def _read(path: str) -> str:
    try:
        return Path(path).read_text().strip()
    except OSError:
        return ""
