"""Lines per folder, beside the last tag."""

import subprocess

import pytest

from autograder import paths
from autograder.author import size


@pytest.fixture
def git(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]

    def run(*words):
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True)

    run("init", "-q")
    (tmp_path / "helpers" / "deep" / "down").mkdir(parents=True)
    (tmp_path / "helpers" / "deep" / "down" / "a.py").write_text("1\n2\n")
    (tmp_path / "b.md").write_text("1\n")
    run("add", ".")
    run("commit", "-qm", "one")
    return run


def test_without_a_tag_it_says_so(git, capsys):
    size.main()
    head, *rows = capsys.readouterr().out.splitlines()
    assert "no tag yet" in head
    assert [row.split() for row in rows] == [
        [".", "1"],
        ["helpers/deep", "2"],
        ["sum", "3"],
    ]


def test_lines_stand_beside_those_at_the_last_tag(git, tmp_path, capsys):
    git("tag", "-a", "v0.1.0", "-m", "v0.1.0")
    (tmp_path / "b.md").write_text("1\n2\n3\n")
    (tmp_path / "helpers" / "deep" / "down" / "a.py").unlink()
    size.main()
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["folder", "now", "v0.1.0", "change"]
    assert [row.split() for row in rows] == [
        [".", "3", "1", "+2"],
        ["helpers/deep", "0", "2", "-2"],
        ["sum", "3", "3", "+0"],
    ]
