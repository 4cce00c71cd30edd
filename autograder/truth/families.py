"""Families: answers that many exercises share, made from the solution."""

import ast
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from autograder.truth.answers import Solution

INNER = """\
def answer({arguments}):
{body}


"""
CAST = """\
def cast(value):
    if isinstance(value, dict):
        return {{key: cast(part) for key, part in value.items()}}
    if isinstance(value, list | tuple):
        return type(value)(map(cast, value))
    return {cast}


{inner}return cast(answer({casts}))
"""
SINGLE = 'value.astype(np.float32) if getattr(value, "dtype", None) == float else value'
FORTRAN = "np.asfortranarray(value) if getattr(value, 'ndim', 0) > 1 else value"
CHANGE = """\
{inner}result = answer({arguments})
if isinstance({argument}, list):
    {argument}.append({argument}[-1])
else:
    parts = {argument}.values() if isinstance({argument}, dict) else [{argument}]
    for part in parts:
        part += 1
return result
"""
LETTERS = """\
{inner}return {{name: {letter} for name, letter in answer().items()}}
"""
SPELLINGS = {
    "capital letters": "letter.upper()",
    "letters with a bracket": 'letter + ")"',
    "letters with blanks": '" " + letter + " "',
}


@dataclass(frozen=True)
class Family:
    """One way of answering that many exercises share.

    Parameters
    ----------
    text : str
        Message of a wrong answer, or how a right one is written; `{argument}` is
        the argument that the page names, where there is one.
    body : callable
        Body of the answer, from the solution and that argument.
    correct : bool
    """

    text: str
    body: Callable[[Solution, str], str]
    correct: bool = False


def _inner(solution: Solution, template: str, **fields: str) -> str:
    """A body around the solution, which is a function `answer` in it."""
    arguments = ", ".join(solution.arguments)
    inner = INNER.format(arguments=arguments, body=_indented(solution.body))
    casts = ", ".join(f"cast({name})" for name in solution.arguments)
    known = {"inner": inner, "arguments": arguments, "casts": casts}
    return template.format(**known | fields)


def _none(solution: Solution, _: str) -> str:
    """The solution with its last return made a print."""
    last = ast.parse(solution.body).body[-1]
    if not isinstance(last, ast.Return) or last.value is None:
        raise ValueError(
            "got a solution that does not end with a return, expected one for the "
            "family 'none'. Write the answer out."
        )
    start = solution.body.splitlines()[: last.lineno - 1]
    return "\n".join([*start, f"print({ast.unparse(last.value)})"])


def _indented(text: str) -> str:
    return textwrap.indent(text, "    ")


def _around(template: str) -> Callable[[Solution, str], str]:
    """A family whose body is a template around the solution."""
    return lambda solution, argument: _inner(solution, template, argument=argument)


def _cast(cast: str) -> Callable[[Solution, str], str]:
    """A family that computes with arguments of another kind."""
    return lambda solution, _: _inner(solution, CAST.replace("{cast}", cast))


FAMILIES = {
    "none": Family(
        "The function returns None. A print shows a value but hands nothing back: end "
        "with a return.",
        _none,
    ),
    "changes": Family("changes its argument `{argument}`", _around(CHANGE)),
    "global dice": Family(
        "changes NumPy's global random state",
        _around("{inner}np.random.rand()\nreturn answer({arguments})\n"),
    ),
    "own generator": Family(
        "A new generator with a fixed seed is made inside. Draw from the {argument} "
        "that is passed in.",
        _around(
            "{inner}{argument} = np.random.default_rng(1)\nreturn answer({arguments})\n"
        ),
    ),
    "swapped": Family(
        "The first two results have changed places. The docstring names the order.",
        _around(
            "{inner}first, second, *others = answer({arguments})\n"
            "return second, first, *others\n"
        ),
    ),
    "transposed": Family(
        "The result is transposed: rows and columns are exchanged.",
        _around("{inner}return answer({arguments}).T\n"),
    ),
    "list": Family(
        "The result is a list. NumPy computes with arrays: return one.",
        _around("{inner}return answer({arguments}).tolist()\n"),
    ),
    "float32": Family("in single precision", _cast(SINGLE), correct=True),
    "fortran": Family("in Fortran order", _cast(FORTRAN), correct=True),
    **{
        name: Family(name, _around(LETTERS.replace("{letter}", letter)), correct=True)
        for name, letter in SPELLINGS.items()
    },
}
ARGUMENTS = {"changes": "", "own generator": "rng"}  # families with one, its default


def find_family(words: str, solution: Solution) -> tuple[Family, str]:
    """The family that a page names, and its argument.

    Raises
    ------
    ValueError
        When there is no such family, or no such argument.
    """
    name = next((n for n in FAMILIES if words == n or words.startswith(f"{n} ")), "")
    if not name:
        raise ValueError(
            f"got the family {words!r}, expected one of: {', '.join(FAMILIES)}. Mend "
            "the name, or write the answer out."
        )
    argument = words[len(name) :].strip() or ARGUMENTS.get(name, "")
    wants = name in ARGUMENTS
    if wants != bool(argument) or (wants and argument not in solution.arguments):
        known = ", ".join(solution.arguments) if wants else "none"
        raise ValueError(
            f"got the family {words!r}, expected {name!r} with an argument of the "
            f"function ({known}). Mend the name."
        )
    return FAMILIES[name], argument
