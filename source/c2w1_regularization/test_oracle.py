"""Penalties and dropout: slopes against nudges, hand-made identities, PyTorch."""

import numpy as np
import pytest

from source.c1w4_deep_network.reference import (
    activation_backward,
    activation_forward,
    compute_cost,
    deep_backward,
    deep_forward,
    linear_backward,
    update_parameters,
)
from source.c2w1_regularization.reference import (
    cost_with_l2,
    decay_step,
    dropout_backward,
    dropout_forward,
    gradients_with_l2,
    l1_penalty,
)

H = 1e-6
NEAR = {"rtol": 1e-5, "atol": 1e-8}


def slopes(f, x):
    """Derivatives of a number f(x) by every entry of x, by nudges to both sides."""
    found = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[place] = H
        found[place] = (f(x + e) - f(x - e)) / (2 * H)
    return found


def network(seed, dims=(3, 4, 2, 1), m=5):
    rng = np.random.default_rng(seed)
    parameters = {}
    for k in range(1, len(dims)):
        parameters[f"W{k}"] = rng.normal(size=(dims[k], dims[k - 1]))
        parameters[f"b{k}"] = rng.normal(size=(dims[k], 1))
    return parameters, rng.normal(size=(dims[0], m)), rng.integers(0, 2, (1, m))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("lambd", [0.0, 0.8])
def test_l2_slopes_by_every_parameter(seed, lambd):
    parameters, X, Y = network(seed)
    m = X.shape[1]
    AL, caches = deep_forward(X, parameters)
    grads = gradients_with_l2(deep_backward(AL, Y, caches), parameters, lambd, m)
    for name, value in parameters.items():

        def cost(moved, name=name):
            changed = parameters | {name: moved}
            plain = compute_cost(deep_forward(X, changed)[0], Y)
            return cost_with_l2(plain, changed, lambd, m)

        assert np.allclose(grads[f"d{name}"], slopes(cost, value), **NEAR)


def test_decay_is_a_step_down_the_penalized_cost():
    parameters, X, Y = network(4)
    AL, caches = deep_forward(X, parameters)
    grads = deep_backward(AL, Y, caches)
    one = decay_step(parameters, grads, 0.3, 0.7, X.shape[1])
    other = gradients_with_l2(grads, parameters, 0.7, X.shape[1])
    other = update_parameters(parameters, other, 0.3)
    assert all(np.allclose(one[name], other[name]) for name in parameters)


def test_l1_slopes_away_from_zero():
    w = np.random.default_rng(0).normal(size=(6, 1))
    found = slopes(lambda t: l1_penalty(t, 0.9, 7)[0], w)
    assert np.allclose(l1_penalty(w, 0.9, 7)[1], found, **NEAR)


def dropped(X, Y, parameters, keep_prob, seed):
    """Cost, slopes by the parameters and by X, of two layers with dropout."""
    W1, b1, W2, b2 = (parameters[k] for k in ("W1", "b1", "W2", "b2"))
    A1, cache = activation_forward(X, W1, b1, "tanh")
    A, D = dropout_forward(A1, keep_prob, np.random.default_rng(seed))
    AL, _ = activation_forward(A, W2, b2, "sigmoid")
    dA, dW2, db2 = linear_backward(AL - Y, A, W2)
    dA1 = dropout_backward(dA, D, keep_prob)
    dX, dW1, db1 = activation_backward(dA1, cache, "tanh")
    grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
    return compute_cost(AL, Y), grads, dX / X.shape[1], D


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("keep_prob", [0.5, 0.8, 1.0])
def test_dropout_slopes_by_parameters_and_inputs(seed, keep_prob):
    parameters, X, Y = network(seed, (3, 6, 1), 4)
    _, grads, dX, _ = dropped(X, Y, parameters, keep_prob, seed)
    by_X = slopes(lambda t: dropped(t, Y, parameters, keep_prob, seed)[0], X)
    assert np.allclose(dX, by_X, **NEAR)
    for name, value in parameters.items():

        def cost(moved, name=name):
            return dropped(X, Y, parameters | {name: moved}, keep_prob, seed)[0]

        assert np.allclose(grads[f"d{name}"], slopes(cost, value), **NEAR)


def test_dropout_leaves_the_mean():
    A = np.random.default_rng(0).random((4, 1)) * np.ones((4, 200_000))
    for keep_prob in (0.3, 0.8):
        A_drop, D = dropout_forward(A, keep_prob, np.random.default_rng(1))
        assert np.allclose(A_drop.mean(axis=1), A[:, 0], rtol=0.02)
        assert np.isclose(D.mean(), keep_prob, atol=0.005)


@pytest.mark.oracle
def test_against_torch():
    torch = pytest.importorskip("torch")
    parameters, X, Y = network(7, (3, 6, 1), 5)
    cost, grads, _, D = dropped(X, Y, parameters, 0.7, 2)
    leaves = {
        k: torch.tensor(v, dtype=torch.float64, requires_grad=True)
        for k, v in parameters.items()
    }
    A1 = torch.tanh(leaves["W1"] @ torch.tensor(X) + leaves["b1"])
    A1 = A1 * torch.tensor(D.astype(float)) / 0.7
    Z2 = leaves["W2"] @ A1 + leaves["b2"]
    plain = torch.nn.functional.binary_cross_entropy_with_logits(
        Z2, torch.tensor(Y.astype(float))
    )
    penalty = 0.9 / (2 * 5) * sum((leaves[k] ** 2).sum() for k in ("W1", "W2"))
    (plain + penalty).backward()
    assert np.isclose(cost_with_l2(cost, parameters, 0.9, 5), (plain + penalty).item())
    found = gradients_with_l2(grads, parameters, 0.9, 5)
    for name, leaf in leaves.items():
        assert np.allclose(found[f"d{name}"], leaf.grad.numpy())
