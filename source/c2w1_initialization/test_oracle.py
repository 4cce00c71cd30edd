"""Lengths of gradients against finite differences, and against PyTorch."""

import numpy as np
import pytest

from source.c1w4_deep_network.reference import activation_forward, compute_cost
from source.c2w1_initialization import reference as week

ACTIVATIONS = ("relu", "tanh", "sigmoid")


def network(activation, seed=3):
    """A small network in general position, with examples and labels."""
    rng = np.random.default_rng(seed)
    parameters = week.initialize_he([4, 5, 3, 1], rng)
    parameters = {k: v + 0.1 * rng.normal(size=v.shape) for k, v in parameters.items()}
    return rng.normal(size=(4, 7)), rng.integers(0, 2, (1, 7)), parameters


def cost(X, Y, parameters, activation):
    """Cost of one forward pass."""
    A, L = X, len(parameters) // 2
    for k in range(1, L + 1):
        g = activation if k < L else "sigmoid"
        A, _ = activation_forward(A, parameters[f"W{k}"], parameters[f"b{k}"], g)
    return compute_cost(A, Y)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_lengths_are_those_of_nudged_slopes(activation):
    X, Y, parameters = network(activation)
    found = week.gradient_norms(X, Y, parameters, activation)
    for k, norm in enumerate(found, start=1):
        W, h = parameters[f"W{k}"], 1e-6
        slopes = np.zeros_like(W)
        for place in np.ndindex(*W.shape):
            step = np.zeros_like(W)
            step[place] = h
            up = cost(X, Y, parameters | {f"W{k}": W + step}, activation)
            down = cost(X, Y, parameters | {f"W{k}": W - step}, activation)
            slopes[place] = (up - down) / (2 * h)
        assert norm == pytest.approx(np.linalg.norm(slopes), rel=1e-6)


@pytest.mark.oracle
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_pytorch_gives_the_same_lengths(activation):
    torch = pytest.importorskip("torch")
    X, Y, parameters = network(activation)
    leaves = {
        k: torch.tensor(v, dtype=torch.float64, requires_grad=True)
        for k, v in parameters.items()
    }
    A, L = torch.tensor(X), len(parameters) // 2
    for k in range(1, L + 1):
        Z = leaves[f"W{k}"] @ A + leaves[f"b{k}"]
        A = getattr(torch, activation if k < L else "sigmoid")(Z)
    loss = torch.nn.functional.binary_cross_entropy(A, torch.tensor(Y, dtype=A.dtype))
    loss.backward()
    wanted = [float(leaves[f"W{k}"].grad.norm()) for k in range(1, L + 1)]
    found = week.gradient_norms(X, Y, parameters, activation)
    assert found == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize(
    ("initialize", "variance"),
    [
        (week.initialize_xavier, 1 / 300),
        (week.initialize_he, 2 / 300),
        (week.initialize_bengio, 2 / 500),
    ],
)
def test_weights_have_the_variance_of_their_formula(initialize, variance):
    W = initialize([300, 200, 1], np.random.default_rng(1))["W1"]
    assert W.var() == pytest.approx(variance, rel=0.02)
    assert abs(W.mean()) < 0.02 * W.std()


def test_prediction_is_the_mean_of_many_networks():
    X = np.random.default_rng(0).standard_normal((30, 40))
    dims, std = [30, 40, 20, 1], 0.2
    starts = [
        week.initialize_scaled(dims, std, np.random.default_rng(seed))
        for seed in range(300)
    ]
    measured = np.mean(
        [week.activation_statistics(X, p, "relu")["mean_square"] for p in starts],
        axis=0,
    )
    q = float(np.mean(X**2))
    wanted = week.predicted_mean_squares(dims, std, q, "relu")
    assert measured == pytest.approx(wanted, rel=0.05)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_zeros_move_no_weight_of_relu_and_tanh(activation):
    X, Y, _ = network(activation)
    norms = week.gradient_norms(X, Y, week.initialize_zeros([4, 5, 1]), activation)
    assert norms[0] == 0
    assert (norms[1] == 0) == (activation != "sigmoid")
