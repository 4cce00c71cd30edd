"""The tape: every operation against a nudge, and what variables remember."""

import numpy as np
import pytest

from helpers.autodiff import OPERATIONS, UNARY_RULES, Variable, make_gradient, record
from helpers.tests.tape_functions import go_back, order_of, rule_of

gradient = make_gradient(order_of, go_back, rule_of)
RNG = np.random.default_rng(5)
SHAPES = [
    ((3, 4), (3, 4)),
    ((3, 4), (3, 1)),
    ((1, 4), (3, 1)),
    ((4,), (3, 4)),
    ((), (2, 3)),
    ((2, 3), ()),
]
UNARY = {
    "neg": lambda a: -a,
    "square": lambda a: a**2,
    "root": lambda a: a**0.5,
    "inverse": lambda a: a**-1,
    "exp": lambda a: a.exp(),
    "log": lambda a: a.log(),
    "tanh": lambda a: a.tanh(),
    "relu": lambda a: (a - 1.2).relu(),
    "sum": lambda a: a.sum(),
    "sum down": lambda a: a.sum(axis=0),
    "sum right": lambda a: a.sum(axis=1),
    "mean": lambda a: a.mean(),
    "mean down": lambda a: a.mean(axis=0),
    "mean right": lambda a: a.mean(axis=1),
    "softmax": lambda a: a.exp() / a.exp().sum(axis=0),
    "whitened": lambda a: (a - a.mean(axis=1)) / ((a * a).mean(axis=1) + 1) ** 0.5,
}
BINARY = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def draw(shape):
    return RNG.uniform(0.5, 2.0, shape)


def weighted(f, arrays):
    """A number that depends on every entry of f in its own way."""
    out = f(*map(Variable, arrays)).value
    weights = np.random.default_rng(1).normal(size=out.shape)
    return lambda *inputs: (weights * f(*inputs)).sum()


def agree(f, *arrays):
    """The tape's gradients and those of nudges to both sides."""
    total = weighted(f, arrays)
    variables = [Variable(array) for array in arrays]
    found = gradient(total(*variables), variables)
    for k, array in enumerate(arrays):
        slopes = np.zeros(np.shape(array))
        for place in np.ndindex(np.shape(array)):
            ends = []
            for h in (1e-6, -1e-6):
                moved = [np.array(a, dtype=float) for a in arrays]
                moved[k][place] += h
                ends.append(float(total(*map(Variable, moved)).value))
            slopes[place] = (ends[0] - ends[1]) / 2e-6
        assert found[k].shape == np.shape(array)
        assert np.allclose(found[k], slopes, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("name", UNARY)
@pytest.mark.parametrize("shape", [(3, 4), (1, 5), (4, 1)])
def test_operations_on_one_variable(name, shape):
    agree(UNARY[name], draw(shape))


@pytest.mark.parametrize("op", BINARY)
@pytest.mark.parametrize("one, two", SHAPES)
def test_operations_on_two_variables_stretched_or_not(op, one, two):
    agree(BINARY[op], draw(one), draw(two))


@pytest.mark.parametrize("n, p, m", [(3, 4, 2), (1, 3, 5), (4, 2, 1), (3, 3, 3)])
def test_product_of_matrices(n, p, m):
    agree(lambda a, b: a @ b, draw((n, p)), draw((p, m)))


def test_constants_on_either_side():
    C = draw((3, 4))
    agree(lambda a: 2 - a + 3 / a - a / 2 + 1 * a, draw((3, 4)))
    agree(lambda a: (C - a) * C / (C + a) - a * C, draw((3, 4)))
    agree(lambda a: C @ (a @ C), draw((4, 3)))
    assert isinstance(C + Variable(1.0), Variable)


def test_every_operation_has_a_rule():
    assert set(OPERATIONS) == set(UNARY_RULES) | set("+-*/@")


def test_a_variable_used_often_adds_up():
    w = Variable(2.0)
    J = w * w * w - w * w + w
    assert J.value == 6 and gradient(J, [w])[0] == 3 * 4 - 2 * 2 + 1


def test_a_variable_that_does_not_count_has_zeros():
    a, b = Variable(draw((2, 2))), Variable(draw((3,)))
    assert np.array_equal(gradient(a.sum(), [b])[0], np.zeros(3))


def test_slope_of_relu_at_zero_is_zero():
    a = Variable([-1.0, 0.0, 1.0])
    assert np.array_equal(gradient(a.relu().sum(), [a])[0], [0, 0, 1])


def test_record_is_plain_data_in_order():
    w = Variable(3.0)
    tape, values, names = record(w**2 - 10 * w, order_of)
    assert tape == [
        ("v1", "power", ("v0", 2)),
        ("v2", "*", (10, "v0")),
        ("v3", "-", ("v1", "v2")),
    ]
    assert names[id(w)] == "v0" and values["v3"] == -21
    seen = set(values) - {record[0] for record in tape}
    for name, _, inputs in tape:
        assert {i for i in inputs if isinstance(i, str)} <= seen
        seen.add(name)


def test_a_variable_shows_its_value_and_its_operation():
    assert repr(Variable(2.0)) == "Variable(2.0)"
    assert repr(Variable(2.0).exp()).endswith("made by exp)")


def test_a_long_chain_is_no_trouble():
    w = v = Variable(1.0)
    for _ in range(2000):
        v = v * 1.001
    assert np.isclose(gradient(v, [w])[0], 1.001**2000)


def test_trains_a_network_like_gradients_by_hand():
    X, Y = RNG.normal(size=(2, 30)), RNG.integers(0, 2, (1, 30))
    W, b = RNG.normal(size=(1, 2)), np.zeros((1, 1))
    A = 1 / (1 + np.exp(-(W @ X + b)))
    V, c = Variable(W), Variable(b)
    P = 1 / (1 + (-(V @ X + c)).exp())
    J = -(Y * P.log() + (1 - Y) * (1 - P).log()).mean()
    dW, db = gradient(J, [V, c])
    assert np.allclose(dW, (A - Y) @ X.T / 30, atol=1e-12)
    assert np.allclose(db, (A - Y).mean(axis=1, keepdims=True), atol=1e-12)
