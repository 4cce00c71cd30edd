"""Entering a room: a process that will run a learner's code, and nothing else."""

import os
import random
import resource
import signal
import socket
import sys
import threading
from importlib import import_module
from typing import Any

import numpy as np

from helpers.checks.values import encode

from . import UNOPENED_CODE
from .libraries import library_files, reopen
from .serve import Worker


def enter(line: socket.socket, spec: dict[str, Any]) -> None:
    """Shut this process in, answer messages until the line is closed, and end.

    Parameters
    ----------
    line : socket
        To the examiner.
    spec : dict
        ``tier``: how to shut; ``folder``: where to work; ``environment``: variables;
        ``paths``: places to import from; besides what the tier wants to know.
    """
    try:
        _settle(spec)
        _shut(line, spec)
    except OSError as error:
        line.sendall(encode({"unopened": str(error)}))
        os._exit(UNOPENED_CODE)
    np.random.seed(0)
    random.seed(0)  # after the last fork, which seeds it anew
    try:
        Worker(line, spec["limits"]).serve()
    finally:
        os._exit(0)


def _settle(spec: dict[str, Any]) -> None:
    """Nothing of the process that forked this one remains to be seen."""
    os.environ.clear()
    os.environ.update(spec["environment"])
    os.chdir(spec["folder"])
    sys.path[:0] = [path for path in spec["paths"] if path not in sys.path]
    sys.path.append("")  # given.py lies beside the notebook
    sys.argv = [""]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.stack_size(8 * 2**20)


def _shut(line: socket.socket, spec: dict[str, Any]) -> None:
    module = {"namespaces": "jail", "landlock": "landlock"}.get(spec["tier"])
    if module:
        tier = import_module(f"{__package__}.{module}")
        files = library_files()
        tier.shut_in(spec | {"line": line.fileno()})
        reopen(files)
    elif sys.platform != "win32":
        memory = spec["limits"]["memory"]
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
