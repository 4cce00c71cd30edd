"""Gradient checking: its tools and its backward pass against other ways."""

import numpy as np
import pytest

from autograder.truth.assignment import load_assignment
from helpers.checks.values import materialise
from source.c1w4_deep_network.reference import (
    activation_forward,
    compute_cost,
    deep_backward,
    deep_forward,
    initialize_deep,
    linear_backward,
)
from source.c2w1_gradient_checking import cases
from source.c2w1_gradient_checking import reference as week

SETS = [([4, 5, 3, 1], 7, 1.0), ([2, 3, 6, 1], 1, 0.5), ([3, 2, 2, 1], 5, 1.5)]


def forward(parameters, X):
    """Output and caches of tanh, tanh, sigmoid."""
    A, caches = X, []
    for k, g in ((1, "tanh"), (2, "tanh"), (3, "sigmoid")):
        A, cache = activation_forward(A, parameters[f"W{k}"], parameters[f"b{k}"], g)
        caches.append(cache)
    return A, caches


def make(dims, m, scale):
    rng = np.random.default_rng(m)
    theta = scale * rng.standard_normal((cases._count(dims), 1))
    X, Y = rng.standard_normal((dims[0], m)), rng.integers(0, 2, (1, m))
    return theta, X, Y


def gradient_with(backward, dims, X, Y):
    def cost(theta):
        return compute_cost(forward(week.unpack_parameters(theta, dims), X)[0], Y)

    def gradient(theta):
        AL, caches = forward(week.unpack_parameters(theta, dims), X)
        return week.pack_parameters(backward(AL, Y, caches), "d")

    return cost, gradient


@pytest.mark.parametrize(("dims", "m", "scale"), SETS)
def test_the_parameters_of_tanh_backward(dims, m, scale):
    theta, X, Y = make(dims, m, scale)
    cost, gradient = gradient_with(week.tanh_backward, dims, X, Y)
    verdict, error = week.gradient_check(cost, gradient, theta, 1e-5)
    assert verdict == "right" and error < 1e-8


@pytest.mark.parametrize(("dims", "m", "scale"), SETS)
def test_the_inputs_of_a_tanh_network(dims, m, scale):
    """The slope by X is W1ᵀ dZ1, and with one example dZ1 is db1."""
    theta, X, Y = make(dims, m, scale)
    parameters = week.unpack_parameters(theta, dims)

    def cost(X):
        return compute_cost(forward(parameters, X)[0], Y)

    AL, caches = forward(parameters, X)
    columns = []
    for i in range(m):
        one = [(A[:, [i]], W, b, Z[:, [i]]) for A, W, b, Z in caches]
        dZ1 = week.tanh_backward(AL[:, [i]], Y[:, [i]], one)["db1"]
        columns.append(parameters["W1"].T @ dZ1 / m)
    measured = week.numerical_gradient(cost, X, 1e-5)
    assert week.relative_error(measured, np.hstack(columns)) < 1e-7


def test_the_shown_bug_passes_at_small_weights_and_fails_at_large_ones():
    exercise = load_assignment("c2w1_gradient_checking")["tanh_backward"]
    (bug,) = [answer for answer in exercise.wrong if answer.shown]
    dims = [4, 5, 3, 1]
    theta, X, Y = make(dims, 10, 1.0)
    cost, gradient = gradient_with(bug.function, dims, X, Y)
    assert week.gradient_check(cost, gradient, 0.01 * theta)[0] == "right"
    assert week.gradient_check(cost, gradient, theta)[0] == "wrong"


def test_the_given_deep_network_and_its_layer():
    dims, rng = [4, 5, 3, 1], np.random.default_rng(1)
    X, Y = rng.standard_normal((4, 10)), rng.integers(0, 2, (1, 10))
    theta = week.pack_parameters(initialize_deep(dims, rng))

    def cost(theta):
        return compute_cost(deep_forward(X, week.unpack_parameters(theta, dims))[0], Y)

    def gradient(theta):
        AL, caches = deep_forward(X, week.unpack_parameters(theta, dims))
        return week.pack_parameters(deep_backward(AL, Y, caches), "d")

    assert week.gradient_check(cost, gradient, theta)[0] == "right"

    def backward(dout, A_prev, W, b):
        dA_prev, dW, db = linear_backward(dout, A_prev, W)
        m = A_prev.shape[1]
        return {"A_prev": dA_prev, "W": m * dW, "b": m * db}

    layer = {"A_prev": X, "W": rng.normal(size=(3, 4)), "b": rng.normal(size=(3, 1))}
    dout = rng.standard_normal((3, 10))
    errors = week.layer_errors(
        lambda A_prev, W, b: W @ A_prev + b, backward, layer, dout, 1e-5
    )
    assert max(errors.values()) < 1e-9 and set(errors) == set(layer)


@pytest.mark.parametrize("text", [cases.SQUARES, cases.CUBES, cases.WAVES])
def test_errors_fall_with_their_powers(text):
    f = materialise(cases.Source(text))
    theta = np.random.default_rng(0).uniform(0.5, 1.5, (3, 1))
    fine = week.numerical_gradient(f, theta, 1e-4)
    coarse = [week.numerical_gradient(f, theta, e) - fine for e in (0.2, 0.1)]
    if text != cases.SQUARES:
        assert np.allclose(coarse[0] / coarse[1], 4, rtol=0.02)

    def along(t):
        return f(theta + t)

    ends = [week.one_sided_difference(along, 0.0, e) - fine.sum() for e in (0.02, 0.01)]
    assert ends[0] / ends[1] == pytest.approx(2, rel=0.05)


def test_packing_goes_there_and_back():
    dims = [3, 5, 2, 4, 1]
    parameters = cases._network(np.random.default_rng(0), dims)
    theta = week.pack_parameters(parameters)
    back = week.unpack_parameters(theta, dims)
    assert list(back) == list(parameters) and theta.shape == (cases._count(dims), 1)
    assert all(np.array_equal(back[k], parameters[k]) for k in back)


@pytest.mark.oracle
@pytest.mark.parametrize(("dims", "m", "scale"), SETS)
def test_tanh_backward_agrees_with_pytorch(dims, m, scale):
    torch = pytest.importorskip("torch")
    theta, X, Y = make(dims, m, scale)
    numbers = week.unpack_parameters(theta, dims)
    p = {k: torch.tensor(v, requires_grad=True) for k, v in numbers.items()}
    A = torch.tensor(X)
    for k in (1, 2):
        A = torch.tanh(p[f"W{k}"] @ A + p[f"b{k}"])
    Z = p["W3"] @ A + p["b3"]
    target = torch.tensor(Y, dtype=torch.float64)
    torch.nn.functional.binary_cross_entropy_with_logits(Z, target).backward()
    AL, caches = forward(numbers, X)
    grads = week.tanh_backward(AL, Y, caches)
    for name, tensor in p.items():
        assert np.allclose(grads["d" + name], tensor.grad.numpy(), atol=1e-12)
