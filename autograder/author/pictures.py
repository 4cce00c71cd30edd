"""The figures of the lecture notes, drawn when their code has changed."""

from autograder import paths
from autograder.author.stamps import digest, files_below, is_done, mark_done


def build_pictures(*, force: bool = False) -> bool:
    """Draw course/figures/ unless it is up to date; whether it was drawn."""
    folder = paths.COURSE / "figures"
    code = [
        path
        for name in ("figures", "widgets", "canvas", "plots", "datasets")
        for path in files_below(paths.HELPERS / name, "*.py", "*.mplstyle")
    ]
    key = digest([*code, *folder.glob("*.png")])
    if not force and is_done("figures", "course", key):
        return False
    from helpers.figures import build_figures
    from helpers.figures.cat_world import write_contact_sheet

    build_figures(folder)
    write_contact_sheet(folder / "contact_sheet.png")
    mark_done("figures", "course", digest([*code, *folder.glob("*.png")]))
    return True
