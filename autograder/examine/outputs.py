"""A cell's outputs as a room reports them, made into ones that a notebook may hold.

The report may come from a learner's code, so whatever is not an output is left out.
"""

import json
from typing import Any

import numpy as np

DEEPEST = 40
Output = dict[str, Any]


def read_outputs(content: bytes) -> tuple[list[Output], list[Output]]:
    """Outputs of a cell, and new contents of older displays.

    Parameters
    ----------
    content : bytes
        JSON with the two lists, or anything else.
    """
    try:
        found = json.loads(content or b"{}", parse_constant=str)
        if b"\\ud" in content.lower():  # half characters, which no file can hold
            text = json.dumps(found, ensure_ascii=False)
            found = json.loads(text.encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return [], []
    lists = [found.get(name) for name in ("outputs", "updates") if type(found) is dict]
    clean = [
        [output for raw in parts if (output := _output(raw))]
        if isinstance(parts, list)
        else []
        for parts in lists
    ]
    outputs, updates = clean or ([], [])
    return outputs, [one for one in updates if "data" in one]


def as_bytes(reply: Any) -> bytes:
    """The content of an array of bytes; empty when it is none."""
    return reply.tobytes() if isinstance(reply, np.ndarray) else b""


def _output(raw: Any) -> Output:
    """One output of the four kinds that nbformat knows; empty when it is none."""
    if not isinstance(raw, dict) or not _is_shallow(raw, DEEPEST):
        return {}
    kind = raw.get("output_type")
    if kind == "stream":
        name = raw.get("name") if raw.get("name") == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": _text(raw.get("text"))}
    if kind == "error":
        lines = raw.get("traceback")
        lines = lines if isinstance(lines, list) else []
        words = {name: _text(raw.get(name)) for name in ("ename", "evalue")}
        return {"output_type": kind, **words, "traceback": [_text(x) for x in lines]}
    if kind in ("display_data", "execute_result"):
        return {"output_type": kind, **_display(raw, kind)}
    return {}


def _display(raw: Output, kind: str) -> Output:
    data, metadata, name = (raw.get(x) for x in ("data", "metadata", "display_id"))
    data = data if isinstance(data, dict) else {}
    found: Output = {
        "data": {mime: x for mime, x in data.items() if _fits(mime, x)},
        "metadata": metadata if isinstance(metadata, dict) else {},
    }
    if kind == "execute_result":
        count = raw.get("execution_count")
        found["execution_count"] = count if type(count) is int else None
    return found | ({"display_id": name} if isinstance(name, str) else {})


def _fits(mime: str, content: Any) -> bool:
    return isinstance(content, str) or mime.endswith("json")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _is_shallow(value: Any, left: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    parts = value.values() if isinstance(value, dict) else value
    return left > 0 and all(_is_shallow(part, left - 1) for part in parts)
