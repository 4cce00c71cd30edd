"""Values as bytes and back: a JSON tree for structure, raw buffers for arrays.

Exact types only: what is not a number, a string, None, an array, or a list,
tuple, set or dict of them cannot be written, and nothing but these is ever read.
There is no pickle, and every size is declared, capped and verified before memory
is asked for.
"""

import json
import math
import re
import struct
from typing import Any

import numpy as np

from helpers.checks.values.case import Rng, Source

MAX_BYTES = 32 * 2**20
MAX_HEADER = 8 * 2**20
MAX_NODES = 200_000
MAX_DEPTH = 32
MAX_TEXT = 2**20
MAX_KEYS = 10_000
MAX_BITS = 8192
MANY = "it is nested too deeply or has too many parts"
ARRAYS = (np.ndarray, np.generic)
DTYPE = re.compile(r"[<|](?:b1|i[1248]|u[1248]|f[248]|c(?:8|16)|U\d{1,6})")
HEAD = struct.Struct("<4sIQ")
MAGIC = b"DLX1"

Tree = Any


class CodecError(ValueError):
    """A value that cannot be written, or bytes that cannot be read."""


def flatten(value: Any) -> tuple[Tree, list[np.ndarray]]:
    """Split a value into a tree that JSON can hold and a list of arrays.

    Raises
    ------
    CodecError
        When the value holds anything else than plain data, or too much of it.
    """
    writer = _Writer()
    return writer.tree(value, 0), writer.arrays


def restore(tree: Tree, arrays: list[np.ndarray]) -> Any:
    """Put a value together again from its tree and its arrays."""
    try:
        return _Reader(arrays).read(tree, 0)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, CodecError):
            raise
        raise CodecError(
            f"codec: got a tree that does not hold together ({error}), expected "
            "one made by flatten. Treat the sender as broken."
        ) from error


def encode(value: Any) -> bytes:
    """One frame: magic, two lengths, a JSON header, then the arrays' bytes."""
    tree, arrays = flatten(value)
    layout = [[array.dtype.str, list(array.shape)] for array in arrays]
    header = json.dumps({"tree": tree, "arrays": layout}).encode()
    payload = b"".join(np.ascontiguousarray(array).tobytes() for array in arrays)
    if len(header) > MAX_HEADER or len(payload) > MAX_BYTES:
        size = (len(header) + len(payload)) / 2**20
        raise CodecError(f"it is too large: {size:.0f} MiB in all")
    return HEAD.pack(MAGIC, len(header), len(payload)) + header + payload


def frame_lengths(head: bytes) -> tuple[int, int]:
    """Header and payload lengths that a frame's first 16 bytes declare."""
    magic, header, payload = HEAD.unpack(head)
    if magic != MAGIC or header > MAX_HEADER or payload > MAX_BYTES:
        raise CodecError(
            f"codec: got a frame of {header} + {payload} bytes, expected at most "
            f"{MAX_HEADER} + {MAX_BYTES}. Treat the sender as broken."
        )
    return header, payload


def decode(frame: bytes) -> Any:
    """Read one frame back into a value, verifying every declared size."""
    if len(frame) < HEAD.size:
        raise CodecError(
            f"codec: got {len(frame)} bytes, expected at least {HEAD.size}. "
            "Treat the sender as broken."
        )
    header, payload = frame_lengths(frame[: HEAD.size])
    body = memoryview(frame)[HEAD.size :]
    try:
        content = json.loads(bytes(body[:header]))
        arrays = _arrays(content["arrays"], body[header:], payload)
        return restore(content["tree"], arrays)
    except (RecursionError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, CodecError):
            raise
        raise CodecError(f"codec: got a damaged frame ({error}).") from error


def _arrays(layout: list[Any], body: memoryview, declared: int) -> list[np.ndarray]:
    if len(body) != declared or len(layout) > MAX_NODES:
        raise CodecError(f"codec: got {len(body)} bytes, expected {declared}.")
    arrays, start = [], 0
    for name, shape in layout:
        if not (isinstance(name, str) and DTYPE.fullmatch(name)):
            raise CodecError(f"codec: got the dtype {name!r}, expected a plain one.")
        if not all(type(n) is int and 0 <= n <= MAX_BYTES for n in shape):
            raise CodecError(f"codec: got the shape {shape!r}, expected sizes.")
        dtype = np.dtype(name)
        stop = start + math.prod(shape) * dtype.itemsize
        if stop > declared:
            raise CodecError("codec: got an array larger than the bytes sent.")
        flat = np.frombuffer(body[start:stop], dtype)
        arrays.append(flat.reshape(shape).copy())
        start = stop
    if start != declared:
        raise CodecError(f"codec: got {declared} bytes, expected {start}.")
    return arrays


class _Writer:
    """Collects the arrays of one value while its tree is made."""

    def __init__(self) -> None:
        self.arrays: list[np.ndarray] = []
        self.nodes = 0
        self.bytes = 0

    def tree(self, value: Any, depth: int) -> Tree:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            raise CodecError(MANY)
        if value is None or type(value) is bool:
            return value
        if isinstance(value, ARRAYS):
            return self.array(value)
        for kind, write in _WRITERS:
            if isinstance(value, kind):
                return write(self, value, depth)
        raise CodecError(f"it is a {type(value).__name__}")

    def array(self, value: Any) -> Tree:
        self.bytes += np.asarray(value).nbytes
        if self.bytes > MAX_BYTES:
            raise CodecError(f"it is too large: more than {MAX_BYTES >> 20} MiB")
        plain = np.array(value, copy=True, order="K", subok=False)
        plain = plain.astype(plain.dtype.newbyteorder("<"), copy=False)
        if not DTYPE.fullmatch(plain.dtype.str):
            raise CodecError(f"it is an array of dtype {plain.dtype}")
        self.arrays.append(plain)
        if isinstance(value, np.generic):
            return {"s": len(self.arrays) - 1}
        fortran = plain.flags.f_contiguous and not plain.flags.c_contiguous
        return {"A" if fortran else "a": len(self.arrays) - 1}

    def items(self, value: Any, depth: int) -> list[Tree]:
        return [self.tree(part, depth + 1) for part in self.fitting(list(value))]

    def fitting(self, parts: list[Any], most: int = MAX_NODES) -> list[Any]:
        """The parts, unless it is clear before they are looked at that they are many.

        Of a set or dict there are fewer: numbers can be chosen to collide.
        """
        if len(parts) > most or self.nodes + len(parts) > MAX_NODES:
            raise CodecError(MANY)
        return parts


def _write_int(_: _Writer, value: int, __: int) -> Tree:
    plain = int.__int__(value)
    if plain.bit_length() > MAX_BITS:
        raise CodecError(f"it is an integer of {plain.bit_length()} bits")
    return plain if plain.bit_length() < 54 else {"i": hex(plain)}


def _write_float(_: _Writer, value: float, __: int) -> Tree:
    plain = float.__float__(value)
    return plain if math.isfinite(plain) else {"f": repr(plain)}


def _write_text(_: _Writer, value: str, __: int) -> Tree:
    if str.__len__(value) > MAX_TEXT:
        raise CodecError(f"it is a text of {str.__len__(value)} characters")
    return str.__str__(value).encode("utf-8", "replace").decode()


def _sorted(writer: _Writer, value: set[Any]) -> list[Any]:
    return sorted(writer.fitting(list(set.__iter__(value)), MAX_KEYS), key=repr)


def _pairs(writer: _Writer, value: dict[Any, Any]) -> list[Any]:
    return writer.fitting(list(dict.items(value)), MAX_KEYS)


_WRITERS: list[tuple[type, Any]] = [
    (int, _write_int),
    (float, _write_float),
    (complex, lambda w, v, d: {"c": [repr(v.real), repr(v.imag)]}),
    (str, _write_text),
    (list, lambda w, v, d: {"l": w.items(list.__iter__(v), d)}),
    (tuple, lambda w, v, d: {"t": w.items(tuple.__iter__(v), d)}),
    (set, lambda w, v, d: {"e": w.items(_sorted(w, v), d)}),
    (dict, lambda w, v, d: {"d": [w.items(kv, d) for kv in _pairs(w, v)]}),
    (Source, lambda w, v, d: {"source": v.text}),
    (Rng, lambda w, v, d: {"rng": v.seed}),
]


class _Reader:
    """Reads a tree that may come from a stranger, and no more than a tree holds."""

    def __init__(self, arrays: list[np.ndarray]) -> None:
        self.arrays = arrays
        self.nodes = 0
        self.copied: set[int] = set()

    def read(self, tree: Tree, depth: int) -> Any:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise CodecError("codec: got a tree that is too deep or has too many parts")
        if isinstance(tree, str):
            return _read_text(tree)
        if not isinstance(tree, dict):
            return tree
        ((tag, content),) = tree.items()
        if tag in "ltedc" and not isinstance(content, list):
            raise CodecError(f"codec: got {type(content).__name__} under {tag!r}.")
        if tag in "ed" and len(content) > MAX_KEYS:
            raise CodecError(f"codec: got {len(content)} keys, expected {MAX_KEYS}.")
        return _READERS[tag](self, content, depth + 1)

    def items(self, content: list[Tree], depth: int) -> list[Any]:
        return [self.read(part, depth) for part in content]

    def array(self, place: int) -> np.ndarray:
        """Each array once, so that a small frame stays a small value."""
        if place in self.copied:
            raise CodecError(f"codec: got array {place} twice, expected it once.")
        self.copied.add(place)
        return self.arrays[place]


def _read_text(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise CodecError(f"codec: got {len(text)} characters, expected {MAX_TEXT}.")
    return text.encode("utf-8", "replace").decode()


def _read_int(digits: str) -> int:
    if len(digits) > MAX_BITS // 4 + 3:
        raise CodecError(f"codec: got {len(digits)} digits, expected {MAX_BITS} bits.")
    return int(digits, 16)


_READERS: dict[str, Any] = {
    "i": lambda r, c, d: _read_int(c),
    "f": lambda r, c, d: float(c),
    "c": lambda r, c, d: complex(float(c[0]), float(c[1])),
    "l": lambda r, c, d: r.items(c, d),
    "t": lambda r, c, d: tuple(r.items(c, d)),
    "e": lambda r, c, d: set(r.items(c, d)),
    "d": lambda r, c, d: dict(r.items(pair, d) for pair in c),
    "a": lambda r, c, d: r.array(c),
    "A": lambda r, c, d: np.asfortranarray(r.array(c)),
    "s": lambda r, c, d: r.array(c)[()],
    "source": lambda r, c, d: Source(str(c)),
    "rng": lambda r, c, d: Rng(int(c)),
}
