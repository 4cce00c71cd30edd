"""The benchmarks run; their numbers are for people, so none is judged here."""

import json

import pytest
from rich.console import Console

from autograder.benchmarks.__main__ import MEASUREMENTS
from autograder.benchmarks.results import machine, save, table

DEAR = {"throughput_vs_nbgrader", "notebook_vs_floor"}  # minutes, a kernel, nbgrader


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_cheap_measurements_give_positive_numbers(tmp_path):
    cheap = [key for key in MEASUREMENTS if key not in DEAR]
    rows = [MEASUREMENTS[key](True) for key in cheap]
    assert [row.key for row in rows] == cheap
    path, where = tmp_path / "results.json", machine()
    save(rows, where, path)
    found = json.loads(path.read_text())
    assert set(found) == {*cheap, "machine"}
    assert all(found[key] > 0 for key in cheap)
    assert set(found["machine"]) == {"python", "numpy", "cores", "load"}
    Console(quiet=True).print(table(rows, where))
