"""The table for the terminal, the file, and the machine they come from."""

import json
import os
import platform
from pathlib import Path
from typing import Any

import numpy as np
from rich.table import Table

from autograder.benchmarks.measure import Measured

RESULTS = Path(__file__).with_name("results.json")


def machine() -> dict[str, Any]:
    """What the numbers were measured on, and how busy it was before."""
    return {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }


def table(rows: list[Measured], where: dict[str, Any]) -> Table:
    """Every measurement beside its other side."""
    words = ", ".join(f"{name} {value}" for name, value in where.items())
    shown = Table(title=words, title_justify="left")
    shown.add_column("measured", no_wrap=True)
    shown.add_column("value", justify="right", no_wrap=True)
    shown.add_column("ours")
    shown.add_column("beside it")
    shown.add_column("ours:other", justify="right")
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        shown.add_row(row.key, written(row), row.ours, row.other, ratio)
    return shown


def written(row: Measured) -> str:
    """The value with its unit, three digits."""
    digits = 0 if row.value >= 100 else 1 if row.value >= 10 else 2
    return f"{row.value:.{digits}f} {row.unit}"


def save(rows: list[Measured], where: dict[str, Any], path: Path = RESULTS) -> None:
    """Write the values under their keys; what was not measured now stays."""
    old = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    content = old | {row.key: float(f"{row.value:.4g}") for row in rows}
    text = json.dumps({**content, "machine": where}, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
