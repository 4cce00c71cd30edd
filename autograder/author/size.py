"""Written lines per folder, beside those at the last tag: see `make size`."""

import subprocess
from collections import Counter
from pathlib import PurePosixPath

from autograder import paths

WRITTEN = ("*.py", "*.js", "*.css", "*.html", "*.md", ":!release")


def _git(*words: str) -> list[str]:
    """Lines of git's answer; none where git has none."""
    done = subprocess.run(
        ["git", *words], cwd=paths.ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def lines(at: str = "") -> Counter[str]:
    """Lines per folder of tracked files, as they lie here or at a commit."""
    found: Counter[str] = Counter()
    tree = (at,) if at else ()
    for line in _git("grep", "-I", "-c", "", *tree, "--", *WRITTEN):
        name, _, count = line.removeprefix(f"{at}:").rpartition(":")
        found["/".join(PurePosixPath(name).parts[:-1][:2]) or "."] += int(count)
    return found


def table(now: Counter[str], then: Counter[str], tag: str) -> str:
    """One line per folder, the sum last."""
    rows = [(name, now[name], then[name]) for name in sorted({*now, *then})]
    rows.append(("sum", now.total(), then.total()))
    if not tag:
        head = f"{'folder':42}{'now':>8}   (no tag yet to compare with)"
        return "\n".join([head, *(f"{name:42}{new:8}" for name, new, _ in rows)])
    head = f"{'folder':42}{'now':>8}{tag:>10}{'change':>9}"
    body = (f"{name:42}{new:8}{old:10}{new - old:+9}" for name, new, old in rows)
    return "\n".join([head, *body])


def main() -> None:
    """Print the table."""
    tag = next(iter(_git("describe", "--tags", "--abbrev=0", "--match", "v*")), "")
    print(table(lines(), lines(tag) if tag else Counter(), tag))


if __name__ == "__main__":
    main()
