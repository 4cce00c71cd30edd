"""nbgrader's settings: its tools and formgrader, our examiner inside them.

The class is kept in grading/; COURSE_GRADING names another folder, COURSE_DB_URL
another data base (for example Postgres).
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from autograder.gradebook.folders import open_folders  # noqa: E402
from autograder.paths import BUILT  # noqa: E402

c = get_config()  # type: ignore[name-defined]  # noqa: F821
folders = open_folders()
folders.root.mkdir(parents=True, exist_ok=True)  # where its data base begins

c.CourseDirectory.root = str(ROOT)
# The built notebooks: nbgrader gives every file beside them to the learners.
c.CourseDirectory.source_directory = str(BUILT)
c.CourseDirectory.release_directory = str(folders.release)
c.CourseDirectory.submitted_directory = str(folders.submitted)
c.CourseDirectory.autograded_directory = str(folders.autograded)
c.CourseDirectory.feedback_directory = str(folders.feedback)
c.CourseDirectory.db_url = folders.db_url

# A submission is examined in a process of its own; nothing of it runs in nbgrader.
plugin = "autograder.gradebook.nbgrader_plugin"
c.Autograde.exporter_class = f"{plugin}.AnyNotebook"
c.Autograde.pre_convert_hook = f"{plugin}.register_assignment"
c.Autograde.sanitize_preprocessors = [
    f"{plugin}.Repair",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    f"{plugin}.Examine",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.GenerateFeedback.exporter_class = f"{plugin}.Feedback"
c.GenerateFeedback.preprocessors = []
# Generate, in formgrader or by hand, cuts as `python -m autograder release` does.
stock = "nbgrader.preprocessors."
c.GenerateAssignment.preprocessors = [
    stock + "IncludeHeaderFooter",
    stock + "LockCells",
    "autograder.author.stubs.ClearToStub",
    stock + "ClearOutput",
    stock + "CheckCellMetadata",
    stock + "ComputeChecksums",
    stock + "SaveCells",
    stock + "ClearHiddenTests",
    stock + "ClearMarkScheme",
    stock + "ComputeChecksums",
    stock + "CheckCellMetadata",
]
