"""Another engine under the same function."""

from collections.abc import Callable
from types import FunctionType
from typing import Any


def swap(function: Callable[..., Any], **others: Any) -> Callable[..., Any]:
    """Copy of a function in which some global names mean something else.

    Parameters
    ----------
    function : callable
        Written in Python; it stays as it is.
    **others
        Name -> what it means in the copy.

    Returns
    -------
    copy : callable
    """
    if not isinstance(function, FunctionType):
        raise TypeError(
            f"swap: got {type(function).__name__}, expected a function written with "
            "def. Pass the function itself, without brackets."
        )
    return rebind(function, {**function.__globals__, **others})


def rebind(function: FunctionType, namespace: dict[str, Any]) -> FunctionType:
    """The same function with other global names."""
    twin = FunctionType(
        function.__code__,
        namespace,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    twin.__kwdefaults__ = function.__kwdefaults__
    return twin
