"""Backward passes of softmax and the tape: nudges, hand-derived passes, PyTorch."""

import numpy as np
import pytest

from helpers.autodiff import OPERATIONS, Variable, make_gradient
from helpers.datasets import make_flower, make_pinwheel
from source.c1w4_deep_network.reference import (
    compute_cost,
    deep_backward,
    deep_forward,
    initialize_deep,
    update_parameters,
)
from source.c2w3_softmax_and_autodiff.reference import (
    backward,
    binary_rule,
    cross_entropy,
    one_hot,
    softmax,
    softmax_backward,
    softmax_step,
    topological_order,
    unbroadcast,
)

gradient = make_gradient(topological_order, backward, binary_rule)
H = 1e-6


def slopes(f, x):
    """Derivatives of a number f(x) by every entry of x, by nudges to both sides."""
    found = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[place] = H
        found[place] = (f(x + e) - f(x - e)) / (2 * H)
    return found


def model(seed, C=4, n_x=3, m=6):
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(n_x, m)), one_hot(rng.integers(0, C, (1, m)), C)
    return rng.normal(size=(C, n_x)), rng.normal(size=(C, 1)), X, Y


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("sizes", [(4, 3, 6), (2, 5, 3), (3, 2, 1), (1, 2, 4)])
def test_softmax_slopes_by_scores_parameters_and_inputs(seed, sizes):
    W, b, X, Y = model(seed, *sizes)
    m = X.shape[1]
    dZ, dW, db = softmax_backward(softmax(W @ X + b), Y, X)

    def of_scores(Z):
        return cross_entropy(softmax(Z), Y)

    def cost(W, b, X):
        return of_scores(W @ X + b)

    near = {"rtol": 1e-5, "atol": 1e-8}
    Z = W @ X + b
    assert np.allclose(
        dZ / m, slopes(lambda t: cross_entropy(softmax(t), Y), Z), **near
    )
    assert np.allclose(dW, slopes(lambda t: cost(t, b, X), W), **near)
    assert np.allclose(db, slopes(lambda t: cost(W, t, X), b), **near)
    assert np.allclose(W.T @ dZ / m, slopes(lambda t: cost(W, b, t), X), **near)


def test_softmax_step_goes_down_by_the_slope():
    W, b, X, Y = model(1)
    rate = 1e-5
    W1, b1, cost = softmax_step(W, b, X, Y, rate)
    after = softmax_step(W1, b1, X, Y, rate)[2]
    _, dW, db = softmax_backward(softmax(W @ X + b), Y, X)
    assert np.isclose((cost - after) / rate, np.sum(dW**2) + np.sum(db**2), rtol=1e-3)


@pytest.mark.parametrize("op", "+-*/@")
@pytest.mark.parametrize("seed", range(3))
def test_binary_rules(op, seed):
    rng = np.random.default_rng(seed)
    a = rng.normal(size=(3, 4))
    b = rng.uniform(0.5, 2, (4, 2) if op == "@" else (3, 4))
    G = rng.normal(size=OPERATIONS[op](a, b).shape)
    da, db = binary_rule(op, a, b, G)
    assert np.allclose(da, slopes(lambda t: np.sum(G * OPERATIONS[op](t, b)), a))
    assert np.allclose(db, slopes(lambda t: np.sum(G * OPERATIONS[op](a, t)), b))


@pytest.mark.parametrize("shape", [(3, 1), (1, 4), (4,), (1,), (1, 1), (3, 4)])
def test_unbroadcast_is_the_slope_of_stretching(shape):
    rng = np.random.default_rng(4)
    a, G = rng.normal(size=shape), rng.normal(size=(3, 4))
    assert np.allclose(unbroadcast(G, shape), slopes(lambda t: np.sum(G * t), a))


def probabilities(P, X):
    Z = P["W2"] @ (P["W1"] @ X + P["b1"]).tanh() + P["b2"]
    T = (Z - Z.value.max(axis=0)).exp()
    return T / T.sum(axis=0)


def test_tape_by_parameters_and_inputs_of_a_softmax_network():
    rng = np.random.default_rng(2)
    P = initialize_deep([2, 5, 3], rng) | {"X": rng.normal(size=(2, 7))}
    Y = one_hot(rng.integers(0, 3, (1, 7)), 3)

    def cost(P):
        return -(Y * probabilities(P, P["X"]).log()).sum() / 7

    variables = {name: Variable(value) for name, value in P.items()}
    found = gradient(cost(variables), list(variables.values()))
    for name, slope in zip(P, found, strict=True):

        def moved(t, name=name):
            return float(
                cost({k: Variable(v) for k, v in (P | {name: t}).items()}).value
            )

        assert np.allclose(slope, slopes(moved, P[name]), rtol=1e-5, atol=1e-8)


def test_tape_finds_prediction_minus_label():
    W, b, X, Y = model(5)
    V, c = Variable(W), Variable(b)
    Z = V @ X + c
    T = (Z - Z.value.max(axis=0)).exp()
    J = -(Y * (T / T.sum(axis=0)).log()).sum() / X.shape[1]
    dZ, dW, db = softmax_backward(softmax(W @ X + b), Y, X)
    for ours, theirs in zip(gradient(J, [Z, V, c]), (dZ / 6, dW, db), strict=True):
        assert np.allclose(ours, theirs, rtol=0, atol=1e-12)


def test_training_by_tape_gives_the_numbers_of_the_derivation_by_hand():
    X, Y = make_flower(200, seed=2)
    P = Q = initialize_deep([2, 20, 7, 1], np.random.default_rng(3))
    for _ in range(60):
        AL, caches = deep_forward(X, P)
        grads = deep_backward(AL, Y, caches)
        variables = {name: Variable(value) for name, value in Q.items()}
        A = X
        for k in (1, 2, 3):
            Z = variables[f"W{k}"] @ A + variables[f"b{k}"]
            A = Z.relu() if k < 3 else 1 / (1 + (-Z).exp())
        J = -(Y * A.log() + (1 - Y) * (1 - A).log()).mean()
        taped = gradient(J, list(variables.values()))
        assert abs(float(J.value) - compute_cost(AL, Y)) < 1e-10
        named = {f"d{name}": taped[k] for k, name in enumerate(Q)}
        assert all(np.abs(named[k] - grads[k]).max() < 1e-10 for k in grads)
        P, Q = update_parameters(P, grads, 0.3), update_parameters(Q, named, 0.3)
    assert all(np.abs(P[name] - Q[name]).max() < 1e-10 for name in P)


@pytest.mark.oracle
def test_softmax_agrees_with_torch():
    torch = pytest.importorskip("torch")
    W, b, X, Y = model(7, C=5, n_x=4, m=9)
    leaves = [torch.tensor(t, requires_grad=True) for t in (W, b, X)]
    Z = leaves[0] @ leaves[2] + leaves[1]
    Z.retain_grad()
    cost = torch.nn.functional.cross_entropy(Z.T, torch.tensor(Y.argmax(axis=0)))
    cost.backward()
    A = softmax(W @ X + b)
    dZ, dW, db = softmax_backward(A, Y, X)
    assert np.isclose(cross_entropy(A, Y), cost.item(), rtol=1e-12)
    for ours, theirs in ((dZ / 9, Z), (dW, leaves[0]), (db, leaves[1])):
        assert np.allclose(ours, theirs.grad.numpy(), rtol=1e-9, atol=1e-12)
    assert np.allclose(W.T @ dZ / 9, leaves[2].grad.numpy(), rtol=1e-9, atol=1e-12)


@pytest.mark.oracle
def test_tape_agrees_with_torch():
    torch = pytest.importorskip("torch")
    X, y = make_pinwheel(60, 3, seed=1)
    P = initialize_deep([2, 6, 3], np.random.default_rng(1))
    variables = {name: Variable(value) for name, value in P.items()}
    J = -(one_hot(y, 3) * probabilities(variables, X).log()).sum() / 60
    ours = gradient(J, list(variables.values()))
    leaves = {name: torch.tensor(v, requires_grad=True) for name, v in P.items()}
    hidden = torch.tanh(leaves["W1"] @ torch.tensor(X) + leaves["b1"])
    Z = leaves["W2"] @ hidden + leaves["b2"]
    cost = torch.nn.functional.cross_entropy(Z.T, torch.tensor(y[0]))
    cost.backward()
    assert np.isclose(float(J.value), cost.item(), rtol=1e-12)
    for slope, leaf in zip(ours, leaves.values(), strict=True):
        assert np.allclose(slope, leaf.grad.numpy(), rtol=1e-9, atol=1e-12)
