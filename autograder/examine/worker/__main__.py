"""The rooms' program: a warm process that forks rooms, or one room alone.

``python -m worker room FD SPEC``: one room on the inherited socket, where there is no
fork (Windows) or none that is safe (macOS). ``python -m worker zygote FD``: rooms on
request.
"""

import json
import socket
import sys

from .room import enter


def main() -> None:
    """Do what the arguments say."""
    what, line = sys.argv[1], socket.socket(fileno=int(sys.argv[2]))
    if what == "zygote":
        from .zygote import serve_rooms

        serve_rooms(line)
    else:
        enter(line, json.loads(sys.argv[3]))


main()
