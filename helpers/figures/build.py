"""The figures of the lecture notes, built into a folder."""

from importlib import import_module
from pathlib import Path

import matplotlib.pyplot as plt

from helpers.plots import use_style


def build_figures(folder: str | Path) -> list[Path]:
    """Write all figures of the notes as PNG, the same bytes each time.

    Parameters
    ----------
    folder : str or Path
        Made when missing.

    Returns
    -------
    paths : list of Path
    """
    use_style()
    folder, paths = Path(folder), []
    folder.mkdir(parents=True, exist_ok=True)
    for notes in sorted(Path(__file__).parent.glob("*_notes.py")):
        week = import_module(f"{__package__}.{notes.stem}")
        for name, figure in week.figures().items():
            paths.append(folder / f"{name}.png")
            figure.savefig(paths[-1], dpi=120, metadata={"Software": None})
            plt.close(figure)
    return paths
