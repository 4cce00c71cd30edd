"""The compact backward pass against nudges, and against PyTorch."""

import numpy as np
import pytest

from source.c1w2_logistic_regression.reference import compute_cost
from source.c1w4_cat_classifier.reference import layers_backward, layers_forward

NETWORKS = ([4, 1], [3, 5, 1], [3, 5, 4, 1], [2, 6, 5, 4, 3, 1])


def net(dims, m=7, seed=0):
    rng = np.random.default_rng(seed)
    p = {}
    for layer, (n_prev, n) in enumerate(zip(dims, dims[1:], strict=False), 1):
        p[f"W{layer}"] = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n_prev)
        p[f"b{layer}"] = 0.3 * rng.standard_normal((n, 1))
    return rng.standard_normal((dims[0], m)), p, rng.integers(0, 2, (1, m))


@pytest.mark.parametrize("dims", NETWORKS)
def test_slopes_by_every_parameter(dims):
    X, p, Y = net(dims)
    grads = layers_backward(layers_forward(X, p), p, Y)
    for name, value in p.items():
        for place in np.ndindex(value.shape):
            step = np.zeros_like(value)
            step[place] = 1e-6
            up, down = (
                compute_cost(layers_forward(X, p | {name: v})[-1], Y)
                for v in (value + step, value - step)
            )
            wanted = (up - down) / 2e-6
            assert grads["d" + name][place] == pytest.approx(wanted, rel=1e-5, abs=1e-8)


def test_single_precision_stays_single():
    X, p, Y = net([4, 5, 1])
    p = {name: value.astype(np.float32) for name, value in p.items()}
    activations = layers_forward(X.astype(np.float32), p)
    grads = layers_backward(activations, p, Y.astype(np.float32))
    assert {a.dtype for a in activations} == {np.dtype(np.float32)}
    assert {g.dtype for g in grads.values()} == {np.dtype(np.float32)}


@pytest.mark.oracle
@pytest.mark.parametrize("dims", NETWORKS)
def test_agrees_with_pytorch(dims):
    torch = pytest.importorskip("torch")
    X, p, Y = net(dims)
    t = {name: torch.tensor(value, requires_grad=True) for name, value in p.items()}
    A, L = torch.tensor(X), len(dims) - 1
    for layer in range(1, L + 1):
        Z = t[f"W{layer}"] @ A + t[f"b{layer}"]
        A = torch.relu(Z) if layer < L else torch.sigmoid(Z)
    loss = torch.nn.functional.binary_cross_entropy(A, torch.tensor(Y, dtype=A.dtype))
    loss.backward()
    grads = layers_backward(layers_forward(X, p), p, Y)
    for name, value in t.items():
        np.testing.assert_allclose(grads["d" + name], value.grad.numpy(), atol=1e-10)
