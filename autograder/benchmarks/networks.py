"""The course's networks in NumPy beside PyTorch, one processor each.

PyTorch is large and no part of the course: without it these rows are left out.
"""

from importlib.util import find_spec
from typing import Any

import numpy as np

from autograder.benchmarks.measure import Measured, in_turns
from autograder.reference.c1w4_cat_classifier import layers_backward, layers_forward

HAS_TORCH = find_spec("torch") is not None
CATS, SIZES = 209, [12288, 20, 7, 5, 1]  # the stored set, and its deep network


def deep_network(quick: bool) -> Measured:
    """One step of the cat classifier: forward, backward, update."""
    X, Y, parameters = _cats()

    def ours() -> None:
        grads = layers_backward(layers_forward(X, parameters), parameters, Y)
        for name in parameters:
            parameters[name] = parameters[name] - 0.01 * grads["d" + name]

    step, other = in_turns(10 if quick else 100, ours, _torch_step())
    return Measured(
        "deep_vs_torch",
        step / other,
        "x",
        f"NumPy {1e3 * step:.1f} ms a step, {2500 * step:.0f} s for 2,500",
        f"PyTorch {1e3 * other:.1f} ms",
        step / other,
    )


def _cats() -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
    rng, parameters = np.random.default_rng(0), {}
    X = rng.random((SIZES[0], CATS), dtype=np.float32) - np.float32(0.5)
    Y = rng.integers(0, 2, (1, CATS)).astype(np.float32)
    for layer, (n_prev, n) in enumerate(zip(SIZES, SIZES[1:], strict=False), 1):
        W = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"W{layer}"] = W.astype(np.float32)
        parameters[f"b{layer}"] = np.zeros((n, 1), np.float32)
    return X, Y, parameters


def _torch_step() -> Any:
    """The same step, as PyTorch's users write it."""
    import torch

    torch.set_num_threads(1)
    X, Y, parameters = _cats()
    images, labels = torch.from_numpy(X.T.copy()), torch.from_numpy(Y.T.copy())
    layers: list[torch.nn.Module] = []
    for layer, (n_prev, n) in enumerate(zip(SIZES, SIZES[1:], strict=False), 1):
        linear = torch.nn.Linear(n_prev, n)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(parameters[f"W{layer}"]))
            linear.bias.zero_()
        layers += [linear, torch.nn.ReLU()]
    network = torch.nn.Sequential(*layers[:-1])
    loss = torch.nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)

    def step() -> None:
        optimizer.zero_grad()
        loss(network(images), labels).backward()
        optimizer.step()

    return step
