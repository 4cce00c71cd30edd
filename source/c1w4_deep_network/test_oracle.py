"""Backward passes of the deep network against nudges, and against PyTorch."""

import numpy as np
import pytest

from source.c1w4_deep_network.reference import (
    activation_backward,
    activation_forward,
    compute_cost,
    deep_backward,
    deep_forward,
    initialize_deep,
    linear_backward,
    linear_forward,
)

NETWORKS = ([4, 1], [3, 5, 1], [3, 5, 4, 1], [2, 6, 5, 4, 3, 1])
KINDS = ("relu", "sigmoid", "tanh")


def slopes(f, value, h=1e-6):
    """Slopes of a number f(value) by all entries of an array."""
    found = np.zeros_like(value)
    for place in np.ndindex(value.shape):
        step = np.zeros_like(value)
        step[place] = h
        found[place] = (f(value + step) - f(value - step)) / (2 * h)
    return found


def close(ours, theirs):
    np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-8)


def net(dims, m=7, seed=0):
    rng = np.random.default_rng(seed)
    parameters = initialize_deep(dims, rng)
    for name, value in parameters.items():
        if name[0] == "b":
            parameters[name] = 0.3 * rng.standard_normal(value.shape)
    return rng.standard_normal((dims[0], m)), np.arange(m)[None, :] % 2, parameters


@pytest.mark.parametrize("m", [1, 6])
def test_linear_backward_is_the_slope_by_inputs_and_parameters(m):
    rng = np.random.default_rng(1)
    A, W, b = (rng.standard_normal(s) for s in ((3, m), (5, 3), (5, 1)))
    dZ = rng.standard_normal((5, m))
    dA, dW, db = linear_backward(dZ, A, W)
    close(dA, slopes(lambda v: np.sum(dZ * linear_forward(v, W, b)), A))
    close(dW, slopes(lambda v: np.sum(dZ * linear_forward(A, v, b)), W) / m)
    close(db, slopes(lambda v: np.sum(dZ * linear_forward(A, W, v)), b) / m)


@pytest.mark.parametrize("kind", KINDS)
def test_activation_backward_is_the_slope_by_inputs_and_parameters(kind):
    rng, m = np.random.default_rng(2), 6
    A, W, b = (rng.standard_normal(s) for s in ((3, m), (5, 3), (5, 1)))
    weight = rng.standard_normal((5, m))
    cache = activation_forward(A, W, b, kind)[1]
    assert np.abs(cache[3]).min() > 1e-4  # away from the bend
    dA, dW, db = activation_backward(weight, cache, kind)

    def total(*layer):
        return np.sum(weight * activation_forward(*layer, kind)[0])

    close(dA, slopes(lambda v: total(v, W, b), A))
    close(dW, slopes(lambda v: total(A, v, b), W) / m)
    close(db, slopes(lambda v: total(A, W, v), b) / m)


@pytest.mark.parametrize("dims", NETWORKS)
def test_deep_backward_is_the_slope_of_the_cost_by_every_parameter(dims):
    X, Y, parameters = net(dims)
    AL, caches = deep_forward(X, parameters)
    grads = deep_backward(AL, Y, caches)
    assert set(grads) == {"d" + name for name in parameters}
    for name, value in parameters.items():
        nudged = slopes(
            lambda v, name=name: compute_cost(
                deep_forward(X, parameters | {name: v})[0], Y
            ),
            value,
        )
        close(grads["d" + name], nudged)


@pytest.mark.parametrize("dims", NETWORKS)
def test_the_chain_of_layers_gives_the_slope_by_the_input(dims):
    X, Y, parameters = net(dims, seed=3)
    AL, caches = deep_forward(X, parameters)
    dA = -(Y / AL) + (1 - Y) / (1 - AL)
    for k, cache in reversed(list(enumerate(caches, start=1))):
        kind = "relu" if k < len(caches) else "sigmoid"
        dA, dW, db = activation_backward(dA, cache, kind)
        grads = deep_backward(AL, Y, caches)
        close(dW, grads[f"dW{k}"])
        close(db, grads[f"db{k}"])
    nudged = slopes(lambda v: compute_cost(deep_forward(v, parameters)[0], Y), X)
    close(dA / X.shape[1], nudged)


def test_the_slope_of_relu_at_zero_is_zero():
    cache = (np.ones((1, 3)), np.ones((1, 1)), np.zeros((1, 1)), np.zeros((1, 3)))
    assert not any(part.any() for part in activation_backward(cache[0], cache, "relu"))


def test_certain_answers_have_finite_slopes():
    X, Y, parameters = net([3, 5, 1])
    parameters["b2"] = np.array([[900.0]])
    AL, caches = deep_forward(X, parameters)
    assert (AL == 1).all()
    grads = deep_backward(AL, Y, caches)
    assert grads["db2"] == np.mean(1 - Y)
    assert compute_cost(AL, Y) == pytest.approx(100 * np.mean(1 - Y))


@pytest.mark.oracle
@pytest.mark.parametrize("dims", NETWORKS)
def test_pytorch_finds_the_same_gradients(dims):
    torch = pytest.importorskip("torch")
    X, Y, parameters = net(dims, seed=4)
    AL, caches = deep_forward(X, parameters)
    grads = deep_backward(AL, Y, caches)
    theirs = {
        k: torch.tensor(v, dtype=torch.float64, requires_grad=True)
        for k, v in parameters.items()
    }
    A, L = torch.tensor(X), len(dims) - 1
    for k in range(1, L + 1):
        Z = theirs[f"W{k}"] @ A + theirs[f"b{k}"]
        A = torch.relu(Z) if k < L else torch.sigmoid(Z)
    wanted = torch.tensor(Y, dtype=torch.float64)
    cost = torch.nn.functional.binary_cross_entropy(A, wanted)
    cost.backward()
    close(compute_cost(AL, Y), cost.item())
    for name, value in theirs.items():
        close(grads["d" + name], value.grad.numpy())
