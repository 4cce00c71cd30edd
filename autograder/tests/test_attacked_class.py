"""A class in which most people attack: everybody has a row, the honest full marks."""

import pytest

from autograder.attacks import everything
from autograder.attacks.corpus import QUICK
from autograder.attacks.harm import dump, solved_notebook
from autograder.attacks.world import World, leaks
from autograder.examine import Limits
from autograder.examine.terms import Options
from autograder.examine.tiers import best_tier
from autograder.gradebook.folders import Folders
from autograder.gradebook.grade import grade_class
from autograder.gradebook.report import write_report
from autograder.gradebook.submit import submit_all
from autograder.paths import released_folder
from autograder.tests.classroom import quick_gradebook
from autograder.toy import STEM
from autograder.truth.assignment import load_assignment

__all__ = ["quick_gradebook"]

pytestmark = pytest.mark.usefixtures("quick_gradebook")
HONEST = 12


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path / "w")
    yield world
    world.close()


@pytest.fixture(scope="module")
def week():
    return load_assignment(STEM)


@pytest.fixture
def folders(tmp_path):
    """A class with the toy week."""
    return Folders(tmp_path / "grading", released_folder(STEM).parent)


def hand_in(folders, student, content):
    path = folders.submitted / student / STEM / f"{STEM}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


def attackers():
    """One short case per number that this machine's best tier stops."""
    chosen = {}
    for case in everything().values():
        stopped = not case.stopped_by or best_tier() in case.stopped_by
        short = not (case.slow or case.limits or case.refused)
        if stopped and short and case.mode == "lean":
            chosen.setdefault(case.number, case)
    return list(chosen.values())


@pytest.mark.slow
def test_a_batch_of_attacks_goes_through(folders, world, week):
    cases = attackers()
    for case in cases:
        hand_in(folders, f"m{case.number:02}", case.notebook(world.fill))
    for number in range(HONEST):
        hand_in(folders, f"h{number:02}", dump(solved_notebook()))
    limits = Limits(**QUICK | {"exercise": 30.0, "notebook": 60.0})
    options = Options(limits=limits, jobs=2, allow_unsandboxed=True)
    graded = grade_class(folders, week, options)
    scores = {one.learner.student: one.verdict.score for one in graded}
    assert len(graded) == len(cases) + HONEST
    assert {one.verdict.status for one in graded} == {"graded"}
    assert all(scores[f"h{number:02}"] == 100 for number in range(HONEST))
    points = {e.name: e.points for e in week.exercises}
    wanted = {f"m{c.number:02}": 100 - sum(points[n] for n in c.loses) for c in cases}
    assert {who: scores[who] for who in wanted} == wanted
    assert world.changes() == []
    files = [path for path in folders.root.rglob("*") if path.is_file()]
    kept = [path for path in files if "submitted" not in path.parts]
    assert leaks(*(path.read_text("utf-8", "replace") for path in kept)) == []
    page = write_report(folders, week)[2][0].read_text()
    assert "To look at" in page and "<script>alert" not in page


@pytest.mark.slow
def test_a_link_to_a_neighbour_is_not_opened(folders, week):
    """Case 18: neither the file nor the folder of a submission may be a link."""
    hand_in(folders, "honest", dump(solved_notebook()))
    honest = folders.submitted / "honest" / STEM
    linked = folders.submitted / "mallory" / STEM
    linked.mkdir(parents=True)
    (linked / f"{STEM}.ipynb").symlink_to(honest / f"{STEM}.ipynb")
    (folders.submitted / "mallet").mkdir()
    (folders.submitted / "mallet" / STEM).symlink_to(honest)
    (folders.submitted / "marvin").symlink_to(folders.submitted / "honest")
    graded = grade_class(folders, week, Options(allow_unsandboxed=True))
    found = {one.learner.student: one.verdict for one in graded}
    assert found.pop("honest").score == 100
    assert len(found) == 3
    for verdict in found.values():
        assert (verdict.status, verdict.score) == ("could not grade", 0)
        assert "got a link" in verdict.remark


def test_links_are_not_taken_in(folders, tmp_path):
    source = tmp_path / "unpacked"
    (source / "honest").mkdir(parents=True)
    (source / "honest" / f"{STEM}.ipynb").write_bytes(b"{}")
    (source / "mallory").mkdir()
    (source / "mallory" / f"{STEM}.ipynb").symlink_to("/etc/passwd")
    (source / "mallet.ipynb").symlink_to(source / "honest" / f"{STEM}.ipynb")
    (source / "marvin").symlink_to(source / "honest")
    assert submit_all(folders, STEM, source) == {"honest": True}
