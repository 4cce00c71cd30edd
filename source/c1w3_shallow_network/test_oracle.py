"""The backward passes of the shallow network against differences and PyTorch."""

import numpy as np
import pytest

from source.c1w3_shallow_network.reference import (
    activate,
    activation_derivative,
    backward_one,
    compute_cost,
    initialize_shallow,
    shallow_backward,
    shallow_forward,
)

NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "identity")


def network(seed, n_x=3, n_h=4, m=5):
    rng = np.random.default_rng(seed)
    shapes = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (1, n_h), "b2": (1, 1)}
    parameters = {key: rng.normal(size=shape) for key, shape in shapes.items()}
    Y = rng.integers(0, 2, (1, m))
    return rng.normal(size=(n_x, m)), Y, parameters


def nudged(f, array, h=1e-6):
    """Difference quotients of f() by each entry of an array, changed in place."""
    slopes = np.zeros_like(array)
    for place in np.ndindex(array.shape):
        kept, values = array[place], []
        for step in (h, -h):
            array[place] = kept + step
            values.append(f())
        array[place] = kept
        slopes[place] = (values[0] - values[1]) / (2 * h)
    return slopes


@pytest.mark.parametrize("activation", NAMES)
@pytest.mark.parametrize("seed", range(3))
def test_all_gradients_are_slopes_of_the_cost(activation, seed):
    X, Y, parameters = network(seed, n_x=2 + seed, n_h=5 - seed, m=6)

    def cost():
        return compute_cost(shallow_forward(X, parameters, activation)[0], Y)

    cache = shallow_forward(X, parameters, activation)[1]
    grads = shallow_backward(parameters, cache, X, Y, activation)
    for name, value in parameters.items():
        np.testing.assert_allclose(grads["d" + name], nudged(cost, value), atol=1e-8)


@pytest.mark.parametrize("activation", NAMES)
def test_slopes_of_the_activations(activation):
    z = np.array([[-3.0, -0.4, 0.3, 2.0]])
    h = 1e-6
    slope = (activate(z + h, activation) - activate(z - h, activation)) / (2 * h)
    np.testing.assert_allclose(activation_derivative(z, activation), slope, atol=1e-9)


def test_one_example_is_the_set_of_one():
    X, Y, parameters = network(7, m=1)
    cache = shallow_forward(X, parameters)[1]
    many = shallow_backward(parameters, cache, X, Y)
    one = backward_one(X, int(Y[0, 0]), parameters)
    for name, value in one.items():
        np.testing.assert_allclose(value, many[name], atol=1e-14)


@pytest.mark.parametrize("activation", NAMES[:3])
def test_zeros_stay_zero_or_stay_equal(activation):
    X, Y, parameters = network(2, n_h=4, m=9)
    parameters = {key: np.zeros_like(value) for key, value in parameters.items()}
    for _ in range(20):
        cache = shallow_forward(X, parameters, activation)[1]
        grads = shallow_backward(parameters, cache, X, Y, activation)
        parameters = {k: v - grads["d" + k] for k, v in parameters.items()}
    W1 = parameters["W1"]
    assert not np.ptp(W1, axis=0).any()
    assert bool(W1.any()) == (activation == "sigmoid")


def test_the_start_is_small_and_different():
    parameters = initialize_shallow(20, 30, 1, np.random.default_rng(0))
    np.testing.assert_allclose(parameters["W1"].std(), 0.01, rtol=0.1)
    assert not parameters["b1"].any()


@pytest.mark.oracle
@pytest.mark.parametrize("activation", ("tanh", "relu", "leaky_relu", "sigmoid"))
def test_pytorch_finds_the_same_gradients(activation):
    torch = pytest.importorskip("torch")
    X, Y, parameters = network(4, m=8)
    theirs = {
        k: torch.tensor(v, dtype=torch.float64, requires_grad=True)
        for k, v in parameters.items()
    }
    curve = getattr(torch.nn.functional, activation)
    Z1 = theirs["W1"] @ torch.tensor(X) + theirs["b1"]
    Z2 = theirs["W2"] @ curve(Z1) + theirs["b2"]
    target = torch.tensor(Y, dtype=torch.float64)
    torch.nn.functional.binary_cross_entropy_with_logits(Z2, target).backward()
    cache = shallow_forward(X, parameters, activation)[1]
    grads = shallow_backward(parameters, cache, X, Y, activation)
    for name, value in theirs.items():
        np.testing.assert_allclose(grads["d" + name], value.grad.numpy(), atol=1e-12)
