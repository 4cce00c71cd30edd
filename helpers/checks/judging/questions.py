"""Questions with lettered options, judged without giving the answers away.

The remark on each option is sealed under the option itself: a learner's file holds
no answer to read, and yet each choice is met with its own remark at once.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from helpers.checks.judging.judge import Failure, Group, Judgement
from helpers.checks.values import Outcome

Sealed = dict[str, dict[str, str]]


def seal(options: Mapping[str, Mapping[str, str]], right: Mapping[str, str]) -> Sealed:
    """Seal every remark under its question and letter.

    Parameters
    ----------
    options : dict
        Question -> letter -> remark.
    right : dict
        Question -> the right letter.
    """
    return {
        question: dict(
            _sealed_remark(question, letter, right[question] == letter, remark)
            for letter, remark in sorted(remarks.items())
        )
        for question, remarks in options.items()
    }


def open_remark(sealed: Sealed, question: str, letter: str) -> tuple[bool, str]:
    """Whether a choice is right, and the remark on it.

    Returns
    -------
    right : bool
    remark : str
        Empty when there is no such option.
    """
    label, stream = _key(question, letter)
    content = bytes.fromhex(sealed[question].get(label, ""))
    plain = _mix(content, stream).decode("utf-8", "replace")
    return plain.startswith("+"), plain[1:]


def judge_answers(sealed: Sealed, outcome: Outcome, hint: str = "") -> Judgement:
    """One group per question; each has an equal share of the points."""
    answers = outcome.value if outcome.kind == "value" else None
    if not isinstance(answers, dict):
        came = "nothing" if answers is None else f"a {type(answers).__name__}"
        words = outcome.text or "Return the dict of answers."
        failure = Failure(
            "answers", True, came, "a dict of letters", "", words, "", hint
        )
        return Judgement(0.0, [Group(q, False, True) for q in sealed], failure)
    groups = [_group(sealed, question, answers.get(question)) for question in sealed]
    share = sum(group.passed for group in groups) / len(groups)
    return Judgement(share, groups, _first_failure(groups, answers, hint))


def normalise(letter: Any) -> str:
    """A choice as typed, reduced to its letter: ``" B)"`` is ``"b"``."""
    return letter.strip().lower().rstrip(").") if isinstance(letter, str) else ""


def _group(sealed: Sealed, question: str, answer: Any) -> Group:
    letter = normalise(answer)
    right, remark = open_remark(sealed, question, letter)
    if not remark:
        open_ = letter in ("", "?")
        remark = "Not answered yet." if open_ else f"There is no option {letter!r}."
    return Group(question, right, True, remark)


def _first_failure(
    groups: list[Group], answers: dict[str, Any], hint: str
) -> Failure | None:
    for group in groups:
        if not group.passed:
            came = str(answers.get(group.title, "nothing"))[:40]
            return Failure(
                group.title,
                True,
                came,
                "another letter",
                "",
                group.remark,
                group.remark,
                hint,
            )
    return None


def _sealed_remark(
    question: str, letter: str, right: bool, remark: str
) -> tuple[str, str]:
    label, stream = _key(question, letter)
    plain = ("+" if right else "-") + remark
    return label, _mix(plain.encode(), stream).hex()


def _key(question: str, letter: str) -> tuple[str, bytes]:
    stream = hashlib.sha256(f"{question}/{letter}".encode()).digest()
    return hashlib.sha256(stream).hexdigest()[:12], stream


def _mix(content: bytes, stream: bytes) -> bytes:
    blocks = range(len(content) // 32 + 1)
    pad = b"".join(hashlib.sha256(stream + bytes([i % 256])).digest() for i in blocks)
    return bytes(a ^ b for a, b in zip(content, pad, strict=False))
