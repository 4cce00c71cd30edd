"""What ends a command with one line instead of a traceback."""


class Refused(Exception):
    """A step of the author's cannot be done; the message says what to do."""


class Misuse(Exception):
    """A command that cannot be carried out as it is; the message says why."""
