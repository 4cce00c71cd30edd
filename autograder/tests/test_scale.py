"""A class of a thousand is graded in flat memory."""

import threading
import tracemalloc
from dataclasses import replace

import pytest

from autograder.examine.fleet import AHEAD, Fleet
from autograder.examine.terms import Options
from autograder.gradebook import grade, store
from autograder.gradebook.grade import grade_class
from autograder.tests import classroom
from autograder.tests.classroom import folders, quick_gradebook

__all__ = ["folders", "quick_gradebook"]


class Thousand(classroom.Examiner):
    """Verdicts of 50 kB each, and who is under way."""

    def __call__(self, *args, **kwargs):
        verdict, executed = super().__call__(*args, **kwargs)
        bulk = (verdict.remark, args[2] * 10_000)
        return replace(verdict, notes=bulk), executed


@pytest.fixture
def noted(monkeypatch):
    """Jobs that were out, and threads that wrote; nine of ten write the verdict alone.

    Marked notebooks and rows of the gradebook take 40 ms each, so a tenth stands
    for all.
    """
    ahead, writers = [], []
    submit, save, publish = Fleet.submit, store.save_verdict, grade.publish

    def counted(fleet, *args):
        submit(fleet, *args)
        ahead.append(len(fleet.waiting))

    def saved(*args):
        writers.append(threading.current_thread())
        save(*args)

    def published(group, found, *rest):
        writers.append(threading.current_thread())
        if len(ahead) % 10 == 0:
            publish(group, found, *rest)

    monkeypatch.setattr(Fleet, "submit", counted)
    monkeypatch.setattr(store, "save_verdict", saved)
    monkeypatch.setattr(grade, "publish", published)
    return ahead, writers


@pytest.mark.slow
def test_a_class_of_a_thousand_takes_flat_memory(folders, monkeypatch, noted):
    examiner, (ahead, writers), sizes = Thousand(), noted, []
    for i in range(1000):
        name = f"s{i:04}/{classroom.STEM}/{classroom.STEM}.ipynb"
        store.write_whole(folders.submitted / name, b"{}")
    monkeypatch.setattr(grade, "examine_one", examiner)

    def on_done(graded):
        if len(examiner.calls) > 200 and not sizes:
            tracemalloc.start()
            sizes.append(0)

    options = Options(jobs=2)
    graded = grade_class(folders, classroom.assignment(), options, on_done=on_done)
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(graded) == 1003 and len(examiner.calls) == 1002
    assert max(ahead) <= 2 * AHEAD
    assert set(writers) == {threading.main_thread()} and len(writers) == 2004
    assert size < 12e6, f"{size:.3g} bytes kept of 800 verdicts"
    assert peak < 24e6, f"{peak:.3g} bytes at the peak"
