"""A warm process: imports once, then forks one room after another.

It has one thread, holds no secret and never runs a learner's code. Each request
brings the room's line and the keeper's; nothing comes back from a room to here.
"""

import contextlib
import gc
import json
import os
import select
import socket
import sys
from typing import Any

from .keeper import keep

REQUEST = 2**16
SECOND = 1000
MODULES = (
    "IPython.core.application",
    "IPython.core.completerlib",
    "IPython.core.interactiveshell",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.magics._table",
    "IPython.core.oinspect",
    "IPython.display",
    "anywidget",
    "h5py",
    "helpers.notebook.session",
    "helpers.notebook.unwritten",
    "ipykernel.compiler",
    "ipykernel.jsonutil",
    "ipywidgets",
    "matplotlib.backends.backend_agg",
    "matplotlib.pyplot",
    "numpy",
    "sqlite3",
    "worker.jail",
    "worker.landlock",
    "worker.shell",
)


def serve_rooms(line: socket.socket) -> None:
    """Fork a room per request until the line is closed."""
    _warm_up()
    line.sendall(b"warm")
    poll = select.poll()
    poll.register(line, select.POLLIN)
    while True:
        ready = poll.poll(SECOND)
        _bury()
        if not ready:
            continue
        request, places, _, _ = socket.recv_fds(line, REQUEST, 2)
        if not request:
            os._exit(0)
        if not os.fork():
            line.close()
            room, keeper = (socket.socket(fileno=place) for place in places)
            keep(room, keeper, json.loads(request))
        for place in places:
            os.close(place)


def _warm_up() -> None:
    """Import what notebooks use, and draw one figure: the fonts are found.

    Opened fonts are let go: a room closes what is open, and would draw no letters.
    """
    for name in MODULES:
        with contextlib.suppress(ImportError):
            __import__(name)
    import matplotlib.backends.backend_agg as agg
    from matplotlib import font_manager
    from matplotlib.figure import Figure
    from matplotlib.mathtext import MathTextParser

    figure = Figure()
    figure.subplots().set_title("$x^2$")
    agg.FigureCanvasAgg(figure).draw()
    del figure
    fonts: Any = font_manager
    formulas: Any = MathTextParser
    fonts._get_font.cache_clear()
    formulas._parse_cached.cache_clear()
    gc.collect()
    gc.freeze()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        sys.exit(f"zygote: got {threads} threads, expected 1. Find who starts them.")


def _bury() -> None:
    """Let keepers that have ended go."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
