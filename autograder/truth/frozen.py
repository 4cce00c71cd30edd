"""Cases with the reference's outcomes: frozen in a file, or fresh from a seed."""

import contextlib
import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import h5py
import numpy as np

from autograder.paths import outputs_file
from autograder.truth import fingerprint
from autograder.truth.answers import Answer
from autograder.truth.assignment import Exercise
from helpers.checks.judging import (
    Checks,
    Expected,
    Mistake,
    Sealed,
    load_tree,
    measure_slack,
    normalise,
    seal,
)
from helpers.checks.values import Case, Outcome, encode, observe, result_shapes

SEED = 2026
TRUSTED = threading.RLock()  # observe silences the whole process while it calls


def expect(exercise: Exercise, rng: np.random.Generator) -> list[Expected]:
    """Every case of an exercise with the reference's outcome and its slack."""
    return [_expected(exercise, case) for case in exercise.cases(rng)]


def _expected(exercise: Exercise, case: Case) -> Expected:
    with TRUSTED:
        outcome = observe(exercise.reference, case.args)
    outcome.seconds = 0.0
    if outcome.kind != "value" and outcome.error != "ValueError":
        raise ValueError(
            f"cases_{exercise.name}: got {outcome.error} ({outcome.text}) for "
            f"{case.title!r}, expected a result. Mend the case."
        )
    slack = None
    if outcome.kind == "value":
        slack = partial(measure_slack, exercise.reference, case.args, outcome.value)
    return Expected(case, outcome, slack)


def frozen(stem: str, exercise: Exercise) -> Checks:
    """The checks of one exercise, with its frozen outputs and mistakes; read once.

    Raises
    ------
    FileNotFoundError, ValueError
        When there are none, or they are those of other cases.
    """
    path, advice = outputs_file(stem), f"Run `python -m autograder freeze {stem}`."
    where = f"source/{stem}/{path.name}"
    if not path.exists():
        raise FileNotFoundError(
            f"{where}: got no such file, expected the frozen outputs. {advice}"
        )
    key = (stem, exercise.name, path.stat().st_mtime_ns)
    if key not in _FROZEN:
        with h5py.File(path) as file:
            known = exercise.name in file
            packed = load_tree(file[exercise.name])["cases"] if known else []
        cases = list(exercise.cases(np.random.default_rng(SEED)))
        if not _made_for(packed, cases):
            raise ValueError(
                f"{where}: got outputs of other cases of {exercise.name}, expected "
                f"those of cases_{exercise.name}. {advice}"
            )
        expected = list(map(_unpack, cases, packed))
        checks = checks_of(exercise, expected)
        _FROZEN[key] = replace(checks, mistakes=mistakes(exercise, expected))
    return _FROZEN[key]


_FROZEN: dict[tuple[str, str, int], Checks] = {}


def forget() -> None:
    """Read the frozen outputs anew when they are next asked for."""
    _FROZEN.clear()


def _unpack(case: Case, row: dict[str, Any]) -> Expected:
    return Expected(case, Outcome.unpack(row["outcome"]), row["slack"])


def _made_for(packed: list[dict[str, Any]], cases: list[Case]) -> bool:
    """Whether stored outputs are those of these cases."""
    known = [row.get("case") for row in packed]
    return len(known) == len(cases) and all(
        old and fingerprint.same(old, fingerprint.take(case))
        for old, case in zip(known, cases, strict=True)
    )


def fresh(exercise: Exercise, seed: int, known: list[Expected]) -> list[Expected]:
    """Cases from another seed, those left out that are among the known ones."""
    old = _known_args(known)
    cases = exercise.cases(np.random.default_rng(seed))
    return [_expected(exercise, case) for case in cases if _digest(case) not in old]


def _known_args(known: list[Expected]) -> set[bytes]:
    """Digests of the arguments of frozen cases, which stay in memory."""
    if id(known) not in _KNOWN:
        _KNOWN[id(known)] = (known, {_digest(e.case) for e in known})
    return _KNOWN[id(known)][1]


_KNOWN: dict[int, tuple[list[Expected], set[bytes]]] = {}


def _digest(case: Case) -> bytes:
    return hashlib.sha256(encode(case.args)).digest()


def checks_of(exercise: Exercise, expected: list[Expected]) -> Checks:
    """What an exercise is judged by, without known mistakes."""
    return Checks(
        name=exercise.name,
        expected=expected,
        names=result_shapes(exercise.reference.__doc__),
        points=exercise.points,
        hint=exercise.hint,
        sealed=sealed(exercise),
        prerequisites=list(exercise.prerequisites),
    )


def sealed(exercise: Exercise) -> Sealed:
    """The remarks of a questions exercise under their letters; else empty."""
    if not exercise.options:
        return {}
    answers = exercise.reference()
    return seal(exercise.options, {q: normalise(answers[q]) for q in exercise.options})


def mistakes(exercise: Exercise, expected: list[Expected]) -> list[Mistake]:
    """The known-wrong answers with their outcomes on the given cases."""
    cases = [e.case for e in expected]
    return [
        Mistake(answer.text, Calls(exercise, answer, cases))
        for answer in exercise.wrong
    ]


class Calls(Sequence[Outcome]):
    """Outcomes of one answer of the bank, each computed when it is first asked for.

    Most mistakes differ from a learner's on the first case, so few are computed.
    """

    def __init__(self, exercise: Exercise, answer: Answer, cases: list[Case]) -> None:
        self.exercise, self.answer, self.cases = exercise, answer, cases
        self.known: dict[int, Outcome] = {}

    def __len__(self) -> int:
        return len(self.cases)

    def __getitem__(self, i: Any) -> Any:
        if i >= len(self.cases):
            raise IndexError(i)
        if i not in self.known:
            self.known[i] = call_answer(self.exercise, self.answer, self.cases[i])
        return self.known[i]

    def slack(self, i: int) -> Any:
        """How far the answer's result on a case moves, measured as the reference's."""
        case = self.cases[i]

        def call(**args: Any) -> Any:
            moved = replace(case, args=args)
            return call_answer(self.exercise, self.answer, moved).value

        return measure_slack(call, case.args, self[i].value)


def call_answer(exercise: Exercise, answer: Answer, case: Case) -> Outcome:
    """Call an answer of the bank, with the references of all it calls."""
    with TRUSTED, _same_dice():
        outcome = observe(answer.function, case.args, surroundings(exercise, answer))
    outcome.seconds = 0.0
    return outcome


@contextlib.contextmanager
def _same_dice() -> Iterator[None]:
    """A mistake that throws NumPy's global dice gives the same numbers each time."""
    state = np.random.get_state()
    np.random.seed(SEED)
    try:
        yield
    finally:
        np.random.set_state(state)


def surroundings(exercise: Exercise, answer: Answer) -> dict[str, Callable[..., Any]]:
    """Reference functions by name, as an answer of the bank meets them."""
    known = vars(__import__(exercise.reference.__module__, fromlist=["_"]))
    functions = {name: known[name] for name in exercise.prerequisites}
    return functions | {exercise.name: answer.function}
