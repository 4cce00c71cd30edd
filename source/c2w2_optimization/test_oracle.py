"""The week's update rules against PyTorch's optimizers, where PyTorch is."""

import numpy as np
import pytest

from source.c2w2_optimization.reference import (
    adam_one_weight,
    update_with_adam,
    update_with_momentum,
    update_with_rmsprop,
)

SHAPES = {"W1": (3, 2), "b1": (3, 1), "W2": (1, 3), "b2": (1, 1)}
STEPS = 25


def setting():
    """A network's parameters, a gradient dict for each step, and averages of 0."""
    rng = np.random.default_rng(0)
    parameters = {k: rng.normal(size=shape) for k, shape in SHAPES.items()}
    zeros = {"d" + k: np.zeros(shape) for k, shape in SHAPES.items()}
    all_grads = [
        {"d" + k: rng.normal(size=shape) * 10.0**-t for k, shape in SHAPES.items()}
        for t in np.linspace(0, 6, STEPS)
    ]
    return parameters, all_grads, zeros


def by_torch(make):
    torch = pytest.importorskip("torch")
    parameters, all_grads, _ = setting()
    tensors = {k: torch.tensor(p, requires_grad=True) for k, p in parameters.items()}
    optimizer = make(torch.optim, list(tensors.values()))
    for grads in all_grads:
        for k, tensor in tensors.items():
            tensor.grad = torch.tensor(grads["d" + k])
        optimizer.step()
    return {k: tensor.detach().numpy() for k, tensor in tensors.items()}


@pytest.mark.oracle
def test_adam_is_that_of_pytorch():
    wanted = by_torch(lambda optim, p: optim.Adam(p, lr=0.03, betas=(0.9, 0.99)))
    p, all_grads, v = setting()
    s = v
    for t, grads in enumerate(all_grads, start=1):
        p, v, s = update_with_adam(p, grads, v, s, t, 0.03, 0.9, 0.99, 1e-8)
    assert all(np.allclose(p[k], wanted[k], rtol=1e-10) for k in p)


@pytest.mark.oracle
def test_rmsprop_is_that_of_pytorch():
    wanted = by_torch(lambda optim, p: optim.RMSprop(p, lr=0.03, alpha=0.9, eps=1e-6))
    p, all_grads, s = setting()
    for grads in all_grads:
        p, s = update_with_rmsprop(p, grads, s, 0.03, 0.9, 1e-6)
    assert all(np.allclose(p[k], wanted[k], rtol=1e-10) for k in p)


@pytest.mark.oracle
def test_momentum_is_that_of_pytorch_at_another_rate():
    """Torch's v := β v + dW has no factor 1 - β, and so a smaller rate."""
    wanted = by_torch(lambda optim, p: optim.SGD(p, lr=0.03 * 0.1, momentum=0.9))
    p, all_grads, v = setting()
    for grads in all_grads:
        p, v = update_with_momentum(p, grads, v, 0.03, 0.9)
    assert all(np.allclose(p[k], wanted[k], rtol=1e-10) for k in p)


def test_one_weight_walks_like_many():
    path = adam_one_weight(lambda w: 2 * w + 1, 3.0, 0.1, STEPS)
    p, v = {"W1": np.array([[3.0]])}, {"dW1": np.zeros((1, 1))}
    s = v
    for t in range(1, STEPS + 1):
        grads = {"dW1": 2 * p["W1"] + 1}
        p, v, s = update_with_adam(p, grads, v, s, t, 0.1, 0.9, 0.999, 1e-8)
        assert p["W1"].item() == pytest.approx(path[t], rel=1e-12)
