"""Pages built from the sources: lists of assignments and helpers, what is taught."""

import importlib
import inspect
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from autograder import paths
from autograder.truth.assignment import load_assignment
from autograder.truth.text import read_cells, read_facts

BEGIN, END = "<!-- built: {} -->\n", "<!-- end -->\n"
PACKAGES = {
    "helpers.notebook": "Checks",
    "helpers.widgets": "Widgets",
    "helpers.datasets": "Data",
    "helpers.plots": "Plots",
    "helpers.autodiff": "A small framework",
}
HEAD = """\
# Helpers

What a notebook may import, name by name; `help(name)` tells the arguments. This page is
built from the code.
"""
ITEM = re.compile(r"^\| ((?:S0-)?(?:C\d+W\d+|E\d+|PD)-\d+) \| ([^|]+) \| ([^|]+) \|.*$")
WORKED = re.compile(
    r"\w+, exercise `|question |widget |figure "
    r"|[ce]\d\w+, section |notes \w+, equation "
)


def build_pages() -> list[Path]:
    """Write what has changed of the built pages; which ones these are."""
    stale = stale_pages()
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8")
    return list(stale)


def stale_pages() -> dict[Path, str]:
    """Built pages that are not what the sources give, each with its new text."""
    readme, syllabus = paths.ROOT / "README.md", paths.COURSE / "syllabus.md"
    if not readme.exists():  # a course of a test
        return {}
    wanted = {
        readme: filled(_read(readme), readme.name, "assignments", readme_rows()),
        syllabus: filled(
            _read(syllabus), syllabus.name, "assignments", syllabus_rows()
        ),
        paths.COURSE / "helpers.md": helpers_page(),
        paths.COURSE / "sources.md": coverage_page(paths.COURSE / "sources.md"),
    }
    return {path: text for path, text in wanted.items() if text != _read(path)}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def filled(text: str, page: str, name: str, rows: list[str]) -> str:
    """The text of a page with these rows between its marks.

    Raises
    ------
    ValueError
        When it has no such marks.
    """
    begin = BEGIN.format(name)
    if text.count(begin) != 1 or END not in text.partition(begin)[2]:
        raise ValueError(
            f"{page}: got no single pair of {begin.strip()} and {END.strip()}, "
            "expected one around the built rows. Add it."
        )
    head, _, rest = text.partition(begin)
    lines = "".join(f"{row}\n" for row in rows)
    return f"{head}{begin}{lines}{END}{rest.partition(END)[2]}"


def course_order() -> list[str]:
    """All stems, those of one week as they are best taken."""
    return sorted(
        paths.stems(),
        key=lambda stem: (paths.week(stem), read_facts(paths.text_file(stem)).place),
    )


def readme_rows() -> list[str]:
    """The list of assignments, as the README shows it."""
    rows = ["| assignment | story | exercises | widgets |", "|---|---|---|---|"]
    for stem in course_order():
        count = len(load_assignment(stem).exercises)
        moving = "; ".join(map(spoken, widgets_of(stem)))
        story = read_facts(paths.text_file(stem)).story
        rows.append(f"| {_link(stem, 'release')} | {story} | {count} | {moving} |")
    return rows


def syllabus_rows() -> list[str]:
    """The list of assignments, as the syllabus shows it."""
    rows = ["| assignment | story | what we write |", "|---|---|---|"]
    for stem in course_order():
        facts = read_facts(paths.text_file(stem))
        link = _link(f"`{stem}`", "../release", stem)
        rows.append(f"| {link} | {facts.story} | {facts.writes} |")
    return rows


def _link(words: str, folder: str, stem: str = "") -> str:
    stem = stem or words
    return f"[{words}]({folder}/{stem}/{stem}.ipynb)"


def widgets_of(stem: str) -> list[str]:
    """Widgets that a notebook imports, in its order."""
    lines = [cell.source for cell in read_cells(paths.text_file(stem))]
    found = re.findall(r"\bexplore_\w+(?=\()", "\n".join(lines))
    return list(dict.fromkeys(found))


def spoken(name: str) -> str:
    """'gradient descent' for explore_gradient_descent."""
    return name.partition("_")[2].replace("_", " ")


def helpers_page() -> str:
    """The index of all public helpers: name, one line, where it is met, picture."""
    texts = {stem: _read(paths.text_file(stem)) for stem in paths.stems()}
    parts = [HEAD]
    for package, title in PACKAGES.items():
        module = importlib.import_module(package)
        summary = (module.__doc__ or "").partition("\n")[0]
        rows = [_helper(getattr(module, n), n, texts) for n in _functions(module)]
        parts.append(f"\n## {title}\n\n`{package}`. {summary}\n")
        parts.append("\n| name | what it gives | met in |\n|---|---|---|")
        parts += [f"\n{row}" for row in rows]
        parts.append("\n")
    parts.append(_figures(texts))
    return "".join(parts)


def _functions(module: object) -> list[str]:
    """Public names of a module that are functions or classes of its own."""
    known = getattr(module, "__all__", None) or sorted(vars(module))
    return [
        name
        for name in known
        if not name.startswith("_")
        and (inspect.isfunction(v := getattr(module, name)) or inspect.isclass(v))
        and v.__module__.startswith("helpers.")
    ]


def _helper(value: object, name: str, texts: dict[str, str]) -> str:
    line = (inspect.getdoc(value) or "").partition("\n")[0]
    weeks = [stem for stem, text in texts.items() if re.search(rf"\b{name}\b", text)]
    picture = paths.COURSE / "figures" / f"{name.partition('_')[2]}.png"
    if picture.exists():
        line += f" ([picture](figures/{picture.name}))"
    return f"| `{name}` | {line} | {_weeks(weeks, len(texts))} |"


def _weeks(stems: list[str], of: int) -> str:
    """Weeks by their short names."""
    if len(stems) == of:
        return "every notebook"
    return ", ".join(dict.fromkeys(stem.partition("_")[0] for stem in stems))


def _figures(texts: dict[str, str]) -> str:
    """One line per notebook: the figures that it draws."""
    rows = []
    for stem in texts:
        if not find_spec(f"helpers.figures.{stem}"):
            continue
        module = importlib.import_module(f"helpers.figures.{stem}")
        drawn = [name for name in _functions(module) if name.startswith("draw_")]
        own = [n for n in drawn if getattr(module, n).__module__ == module.__name__]
        rows.append(f"| `helpers.figures.{stem}` | {_list(own)} |")
    table = "\n".join(["| module | draws |", "|---|---|", *rows])
    return f"\n## Figures\n\nOne module per notebook.\n\n{table}\n"


def _list(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def coverage_page(path: Path) -> str:
    """The map of what is taught, each item with how: taught, or only named."""
    marked = "\n".join(_marked(_read(path).splitlines())) + "\n"
    taught, named = (marked.count(f" | {how} |\n") for how in ("taught", "named"))
    told = f"{taught + named:,} items: {taught:,} are taught, {named:,} are only named."
    return filled(marked, path.name, "counts", [told])


def _marked(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if match := ITEM.match(line):
            how = "taught" if is_taught(match[3]) else "named"
            yield f"| {match[1]} | {match[2]} | {match[3]} | {how} |"
        elif line == "| id | item | taught in |":
            yield "| id | item | where | how |"
        else:
            yield line


def is_taught(places: str) -> bool:
    """Whether one place is something that the learner does, or sees worked out."""
    return any(WORKED.match(place) for place in places.split("; "))
