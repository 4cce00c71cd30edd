"""Our examiner inside nbgrader: `nbgrader autograde` and formgrader's buttons.

`Examine` stands in the place of nbgrader's `Execute`; see nbgrader_config.py. The
same store of verdicts serves this and `python -m autograder grade`, so both show the
same marks, and what one has examined the other does not examine again.
"""

from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter, NotebookExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from autograder.examine.terms import choose_tier
from autograder.examine.verdict import Verdict
from autograder.gradebook import database, store
from autograder.gradebook.feedback import feedback_page
from autograder.gradebook.folders import open_folders
from autograder.gradebook.grade import Class, open_class, settle_one
from autograder.gradebook.roster import Learner, find_submission, read_roster
from autograder.gradebook.settings import class_options
from autograder.gradebook.writer import (
    fill,
    read_or_blank,
    read_released,
    repair,
)
from autograder.truth.assignment import load_assignment

Resources = dict[str, Any]


def register_assignment(assignment: str, student: str, notebooks: list[str]) -> None:
    """Hook before a conversion: the gradebook learns the released cells."""
    folders = open_folders()
    with database.open_gradebook(folders) as gradebook:
        open_class(folders, load_assignment(assignment), gradebook)


class AnyNotebook(NotebookExporter):
    """Reads whatever was handed in; nbgrader stops at a file that is not JSON."""

    def from_filename(  # type: ignore[override]
        self, filename: str, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """Convert one file."""
        stem = Path(filename).stem
        released = read_released(open_folders().released(stem))
        notebook = read_or_blank(Path(filename).read_bytes(), released)
        found = self.from_notebook_node(notebook, resources=resources or {}, **kw)
        return str(found[0]), found[1]


class Repair(NbGraderPreprocessor):
    """Brings back moved, retyped, doubled and deleted cells, before nbgrader looks."""

    def preprocess(
        self, nb: NotebookNode, resources: Resources
    ) -> tuple[NotebookNode, Resources]:
        """Repair one notebook."""
        stem = resources["nbgrader"]["assignment"]
        released = read_released(open_folders().released(stem))
        return repair(nb, released, keep_outputs=True), resources


class Examine(NbGraderPreprocessor):
    """Writes the verdict on the submitted file into its check cells."""

    mode = Unicode("lean", help="lean or full").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: Resources
    ) -> tuple[NotebookNode, Resources]:
        """Examine what was handed in, or take the stored verdict."""
        place = resources["nbgrader"]
        verdict = self.verdict(place["student"], place["assignment"])
        fill(nb, verdict)
        return nb, resources

    def verdict(self, student: str, stem: str) -> Verdict:
        """The verdict that counts."""
        folders = open_folders()
        found = find_submission(folders, student, stem)
        options = class_options(folders, mode=self.mode)
        choose_tier(options)
        released = read_released(folders.released(stem))
        group = Class(folders, load_assignment(stem), None, released)
        graded = settle_one(group, Learner(student), found, options)
        self.log.info("%s: %s, %s", student, stem, graded.how)
        assert graded.verdict is not None
        return graded.verdict


class Feedback(HTMLExporter):
    """Our page for the learner, behind formgrader's button "Generate feedback"."""

    def from_filename(  # type: ignore[override]
        self, filename: str, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """The page of the learner whose marked notebook this is."""
        place = (resources or {})["nbgrader"]
        folders = open_folders()
        verdict = store.load_verdict(folders, place["student"], place["assignment"])
        if verdict is None:
            raise LookupError(
                f"feedback: got no verdict on {filename}, expected one. Run `python "
                f"-m autograder grade {place['assignment']}`."
            )
        everybody = {one.student: one for one in read_roster(folders, {})}
        student = place["student"]
        page = feedback_page(verdict, everybody.get(student, Learner(student)))
        return page, self._init_resources(resources)
