"""What the boundary explorer trains: three functions, and a run that calls them."""

import inspect
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from helpers.canvas.learner import Trouble, as_float, as_parts, call, name_of

Parameters = Any
NAMES = ("W1", "b1", "W2", "b2")


@dataclass(frozen=True)
class Model:
    """A model for `explore_boundary`, in three functions.

    What the parameters are is the functions' own affair; the explorer only hands
    them on. A function gets a knob, by keyword, when its signature names it.

    Parameters
    ----------
    initialize : callable
        initialize(n_x, n_h, n_y, rng) -> parameters, with n_y = 1 for two classes,
        else their number. Knob: activation.
    train_step : callable
        train_step(parameters, X, Y, learning_rate) -> (parameters, cost), the cost
        before the update. X has shape (2, m), Y shape (1, m) with classes 0, 1, ...
        Knobs: learning_rate, activation, lambd, keep_prob, rng (one generator for
        the whole run, for dropout).
    probabilities : callable
        probabilities(parameters, X) -> ndarray of shape (1, m), of class 1, or (C, m)
        for C classes. Knob: activation.

    Examples
    --------
    A deep network with weight decay::

        model = Model(
            lambda n_x, n_h, n_y, rng: initialize_deep((n_x, n_h, n_h, n_y), rng),
            lambda parameters, X, Y, learning_rate, lambd: my_step(...),
            lambda parameters, X: deep_forward(X, parameters)[0],
        )
        explore_boundary(model, lambdas=(0, 0.1, 0.3, 1))
    """

    initialize: Callable[..., Parameters]
    train_step: Callable[..., tuple[Parameters, float]]
    probabilities: Callable[..., np.ndarray]

    @classmethod
    def of(
        cls,
        initialize: Callable,
        forward: Callable,
        cost: Callable,
        backward: Callable,
        update: Callable,
    ) -> "Model":
        """Model of the five functions of a network with one hidden layer.

        Parameters
        ----------
        initialize : callable
            initialize(n_x, n_h, n_y, rng) -> parameters, a dict.
        forward : callable
            forward(X, parameters) -> (A2, cache); may name ``activation``.
        cost : callable
            cost(A2, Y) -> float.
        backward : callable
            backward(parameters, cache, X, Y) -> grads; may name ``activation``.
        update : callable
            update(parameters, grads, learning_rate) -> parameters.
        """

        def start(n_x: int, n_h: int, n_y: int, rng: np.random.Generator) -> dict:
            parameters = ask(initialize, n_x, n_h, n_y, rng)
            shapes = ((n_h, n_x), (n_h, 1), (n_y, n_h), (n_y, 1))
            wanted = dict(zip(NAMES, shapes, strict=True))
            return _shaped(parameters, wanted, name_of(initialize))

        def probabilities(parameters: dict, X: np.ndarray, **knobs: Any) -> np.ndarray:
            named = wanted_knobs(forward, knobs)
            found = ask(forward, X, parameters, **named)
            return np.asarray(as_parts(found, ("A2", "cache"), name_of(forward))[0])

        def step(
            parameters: dict, X: np.ndarray, Y: np.ndarray, **knobs: Any
        ) -> tuple[dict, float]:
            named = wanted_knobs(forward, knobs)
            found = ask(forward, X, parameters, **named)
            A2, cache = as_parts(found, ("A2", "cache"), name_of(forward))
            J = ask(cost, A2, Y)
            named = wanted_knobs(backward, knobs)
            grads = ask(backward, parameters, cache, X, Y, **named)
            wanted = {f"d{key}": np.shape(parameters[key]) for key in NAMES}
            grads = _shaped(grads, wanted, name_of(backward))
            return ask(update, parameters, grads, knobs["learning_rate"]), J

        both = wanted_knobs(forward, {"activation": 0})
        both = both if wanted_knobs(backward, both) else {}
        return cls(start, _signed(step, both), _signed(probabilities, both))

    def knows(self, knob: str) -> bool:
        """Whether the training step has this knob."""
        return bool(wanted_knobs(self.train_step, {knob: 0}))


def _signed(function: Callable, knobs: dict[str, Any]) -> Callable:
    """The function, with a signature that names the knobs it really uses."""
    kinds = inspect.Parameter
    names = ["learning_rate", *knobs]
    listed = [kinds(name, kinds.KEYWORD_ONLY) for name in names]
    function.__signature__ = inspect.Signature(listed)  # type: ignore[attr-defined]
    return function


def wanted_knobs(function: Callable, knobs: dict[str, Any]) -> dict[str, Any]:
    """Those knobs that a function's signature names."""
    known = _named(function)
    return {name: value for name, value in knobs.items() if name in known}


@lru_cache(maxsize=64)
def _named(function: Callable) -> frozenset[str]:
    """Names in a function's signature."""
    try:
        return frozenset(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return frozenset()


def ask(function: Callable, *args: Any, **options: Any) -> Any:
    """Result of one of the learner's functions, its errors in plain words."""
    try:
        result = function(*args, **options)
    except (NotImplementedError, Trouble):
        raise
    except Exception as error:
        name = name_of(function)
        raise Trouble(f"{name} raises {type(error).__name__}: {error}") from None
    if result is None:
        raise Trouble(f"{name_of(function)} returns None. End it with a return.")
    return result


def _shaped(found: Any, wanted: dict[str, tuple], where: str) -> dict:
    """A dict of arrays that must have these shapes."""
    if not isinstance(found, dict):
        raise Trouble(f"{where}: got {type(found).__name__}, expected a dict.")
    for key, shape in wanted.items():
        if key not in found:
            raise Trouble(f"{where}: the key {key!r} is missing.")
        if np.shape(found[key]) != shape:
            got = np.shape(found[key])
            raise Trouble(f"{where}: {key!r} has shape {got}, expected {shape}.")
    return found


class Run:
    """Training of one model on one set, continued a little at each turn.

    Parameters
    ----------
    model : Model
    n_h : int
        Hidden units.
    n_y : int
        Output units.
    seed : int
    knobs : dict
        What the run starts with; ``activation`` stays.
    """

    def __init__(
        self, model: Model, n_h: int, n_y: int, seed: int, knobs: dict
    ) -> None:
        self.model, self.n_h, self.n_y = model, n_h, n_y
        self.rng = np.random.default_rng(seed)
        named = wanted_knobs(model.initialize, knobs)
        self.parameters = call(lambda: model.initialize(2, n_h, n_y, self.rng, **named))
        self.costs: list[float] = []
        self.marks: list[tuple[int, ...]] = []  # iteration, right, of, right, of

    @property
    def iteration(self) -> int:
        """Steps made so far."""
        return len(self.costs)

    @property
    def lost(self) -> bool:
        """Whether the numbers have blown up."""
        return bool(self.costs) and not np.isfinite(self.costs[-1])

    def go_on(self, X: np.ndarray, Y: np.ndarray, n: int, end: float, knobs: dict):
        """At most n steps, at least one, until the clock shows ``end``."""
        step = self.model.train_step
        named = wanted_knobs(step, {**knobs, "rng": self.rng})
        where = name_of(step)

        def several() -> bool:
            for _ in range(n):
                found = step(self.parameters, X.copy(), Y.copy(), **named)
                self.parameters, J = as_parts(found, ("parameters", "cost"), where)
                self.costs.append(as_float(J, "cost"))
                if self.lost or time.perf_counter() > end:
                    break
            return True

        call(several)

    def probabilities(self, X: np.ndarray, knobs: dict) -> np.ndarray:
        """Probabilities at these points; shape (n_y, m)."""
        found = self.model.probabilities
        named = wanted_knobs(found, knobs)
        P = np.asarray(call(lambda: found(self.parameters, X, **named)), dtype=float)
        wanted = (self.n_y, X.shape[1])
        if P.shape != wanted:
            got = f"the probabilities have shape {P.shape}, expected {wanted}"
            raise Trouble(f"forward: {got}.")
        return P
