"""What stands in an exercise cell before the learner writes."""

import inspect
from typing import Any

from nbgrader.preprocessors import ClearSolutions
from traitlets import Dict

from autograder.truth.assignment import Exercise
from autograder.truth.functions import body_text

STUB = "raise NotImplementedError  # write your code in place of this line"


def stub(exercise: Exercise) -> str:
    """Body that the learner finds: a line to replace, a bug to hunt, questions."""
    if exercise.options:
        lines = [f'    "{key}": "?",' for key in exercise.options]
        return "\n".join(["return {", *lines, "}"])
    shown = [answer for answer in exercise.wrong if answer.shown]
    if len(shown) > 1:
        raise ValueError(
            f"answers of {exercise.name}: got {len(shown)} answers with `bug: `, "
            "expected one. A bug hunt shows one bug."
        )
    return body_text(inspect.getsource(shown[0].function)) if shown else STUB


class ClearToStub(ClearSolutions):
    """nbgrader's cutting of solutions, with a stub per cell from its metadata."""

    code_stub = Dict({"python": STUB}).tag(config=True)

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> Any:
        """Replace the solution by the cell's own stub and forget where it was."""
        usual = self.code_stub
        self.code_stub = {"python": cell.metadata.pop("stub", usual["python"])}
        try:
            cell, resources = super().preprocess_cell(cell, resources, cell_index)
        finally:
            self.code_stub = usual
        cell.source = "\n".join(line.rstrip() for line in cell.source.splitlines())
        return cell, resources
