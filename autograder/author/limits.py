"""Sizes that keep a notebook readable; a breach is a remark, never a refusal."""

from autograder.paths import module_file, text_file
from autograder.truth.assignment import Assignment
from autograder.truth.functions import function_text, solution_lines
from autograder.truth.text import Cell, read_cells

WORDS = 120
LINES = 10
FUNCTION_LINES = 25
CELLS = (40, 80)
CELLS_PER_EXERCISE = 5  # where this is less, as in a short week
PROSE = (0.35, 0.65)


def check_limits(assignment: Assignment) -> list[str]:
    """What is longer than the course's style allows, one line each."""
    stem = assignment.stem
    cells = read_cells(text_file(stem))
    found = [line for i, cell in enumerate(cells) for line in _cell(stem, i, cell)]
    for exercise in assignment.exercises:
        text = function_text(module_file("reference", stem), exercise.name)
        size = sum(bool(line.strip()) for line in solution_lines(text))
        if size > FUNCTION_LINES:
            found.append(_line(exercise.name, f"{size} lines", f"<= {FUNCTION_LINES}"))
    least = min(CELLS[0], CELLS_PER_EXERCISE * len(assignment.exercises))
    if not least <= len(cells) <= CELLS[1]:
        wanted = f"{least} to {CELLS[1]}"
        found.append(_line(f"source/{stem}/notebook.py", f"{len(cells)} cells", wanted))
    share = sum(cell.kind == "prose" for cell in cells) / max(len(cells), 1)
    if not PROSE[0] <= share <= PROSE[1]:
        found.append(
            _line(f"source/{stem}/notebook.py", f"{share:.0%} prose", "about half")
        )
    return found


def _cell(stem: str, index: int, cell: Cell) -> list[str]:
    where = (
        f"source/{stem}/notebook.py, cell {index + 1} ({cell.source.splitlines()[:1]})"
    )
    words, lines = len(cell.source.split()), len(cell.source.splitlines())
    if cell.kind == "prose" and words > WORDS:
        return [_line(where, f"{words} words", f"<= {WORDS}")]
    if cell.kind == "code" and lines > LINES:
        return [_line(where, f"{lines} lines", f"<= {LINES}")]
    return []


def _line(where: str, came: str, wanted: str) -> str:
    return f"{where}: got {came}, expected {wanted}. Split or cut."
