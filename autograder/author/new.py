"""A new assignment: its folder with stubs, and the skeleton of the week's notes."""

import keyword
from pathlib import Path

import jinja2

from autograder import paths
from autograder.author.check import POINTS
from autograder.errors import Refused

SKELETON = Path(__file__).parent / "skeleton"


def new(stem: str, functions: list[str]) -> list[Path]:
    """Write source/<stem>/ and, unless they are there, the notes of its week.

    Parameters
    ----------
    stem : str
    functions : list of str
        Names of the graded functions, in the order of the notebook.

    Returns
    -------
    written : list of Path
        In the order in which they are best filled.

    Raises
    ------
    Refused
        When the assignment is there, or a name is none.
    """
    _refuse(stem, functions)
    files = {paths.notes_file(stem): "notes.md"}
    files |= {paths.SOURCE / stem / name: name for name in paths.WRITTEN}
    files[paths.SOURCE / stem / "test_oracle.py"] = "test_oracle.py"
    shares = share_points(len(functions))
    known = {"stem": stem, "week": stem.partition("_")[0], "functions": functions}
    todo = [path for path in files if not path.exists()]
    for path in todo:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = _template(files[path]).render(known, points=shares)
        path.write_text(text, encoding="utf-8")
    return todo


def share_points(count: int) -> list[int]:
    """The points of a notebook in nearly equal parts."""
    least, left = divmod(POINTS, count)
    return [least + (k < left) for k in range(count)]


def _template(name: str) -> jinja2.Template:
    """A skeleton file."""
    home = jinja2.FileSystemLoader(SKELETON)
    room = jinja2.Environment(
        loader=home,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,
    )
    return room.get_template(f"{name}.j2")


def _refuse(stem: str, functions: list[str]) -> None:
    try:
        paths.week(stem)
    except ValueError as error:
        raise Refused(str(error)) from error
    if stem in paths.stems():
        raise Refused(
            f"new: got {stem}, which is there, expected a new stem. Edit its files, or "
            "choose another name."
        )
    bad = [f for f in functions if not f.isidentifier() or keyword.iskeyword(f)]
    twice = [f for f in functions if functions.count(f) > 1]
    if bad or twice or not functions:
        raise Refused(
            f"new: got {(bad or twice or ['no functions'])[0]!r}, expected names of "
            "Python functions, each once. Mend the command."
        )
