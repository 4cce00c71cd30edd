"""The figures of all notes: the same bytes twice, small, as wide as the page."""

import re
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt

from helpers.figures import build_figures

HERE = Path(build_figures.__code__.co_filename).parent


def test_build_is_the_same_twice_and_small(tmp_path):
    before = plt.get_fignums()
    paths = build_figures(tmp_path / "one")
    build_figures(tmp_path / "two")
    assert plt.get_fignums() == before
    assert len({path.stem for path in paths}) == len(paths)
    for path in paths:
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
        assert path.stat().st_size < 80_000
        assert plt.imread(path).shape[1] == 900


def test_every_week_of_notes_has_its_module():
    notes = (HERE.parents[1] / "course" / "notes").glob("*.md")
    shown = {p.stem for p in notes if re.search(r"/figures/\w+\.png", p.read_text())}
    assert shown == {path.stem[: -len("_notes")] for path in HERE.glob("*_notes.py")}
