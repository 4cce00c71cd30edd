"""The course's networks in NumPy beside PyTorch, one processor each.

PyTorch is large and no part of the course: without it these rows are left out.
"""

from importlib.util import find_spec
from typing import Any

import numpy as np

from autograder.benchmarks.measure import Measured, in_turns
from source.c1w4_cat_classifier.reference import layers_backward, layers_forward
from source.c4w1_convnet_application.reference import conv_backward, conv_forward

HAS_TORCH = find_spec("torch") is not None
BATCH, FILTER = 32, 3
LAYERS = (  # of c4w1_convnet_application: side, channels before and after
    ("cats", ((32, 3, 8), (16, 8, 16), (8, 16, 32))),
    ("digits", ((8, 1, 16), (4, 16, 32))),
)
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


def convolution(quick: bool) -> Measured:
    """All convolutions of the notebook's two nets, there and back, one batch."""
    shapes = [layer for _, net in LAYERS for layer in net]
    pairs = [_convolutions(*shape) for shape in shapes]
    times = [in_turns(20 if quick else 200, *pair) for pair in pairs]
    ours, other = (sum(column) for column in zip(*times, strict=True))
    ratios = ", ".join(f"{a / b:.1f}" for a, b in times)
    return Measured(
        "conv_vs_torch",
        ours / other,
        "x",
        f"NumPy {1e3 * ours:.1f} ms; layer by layer {ratios}",
        f"PyTorch {1e3 * other:.1f} ms",
        ours / other,
    )


def _convolutions(side: int, n_C_prev: int, n_C: int) -> tuple[Any, Any]:
    """One layer forward and backward, in NumPy and in PyTorch, on the same numbers."""
    import torch

    rng, same = np.random.default_rng(0), FILTER // 2
    A = rng.standard_normal((BATCH, side, side, n_C_prev), dtype=np.float32)
    W = rng.standard_normal((FILTER, FILTER, n_C_prev, n_C), dtype=np.float32)
    b = rng.standard_normal((1, 1, 1, n_C), dtype=np.float32)
    dZ = rng.standard_normal((BATCH, side, side, n_C), dtype=np.float32)

    def ours() -> Any:
        return conv_backward(dZ, conv_forward(A, W, b, 1, same)[1])

    torch.set_num_threads(1)
    image, kernel, slope = (
        torch.from_numpy(np.ascontiguousarray(x.transpose(axes)))
        for x, axes in ((A, (0, 3, 1, 2)), (W, (3, 2, 0, 1)), (dZ, (0, 3, 1, 2)))
    )
    bias = torch.from_numpy(b.ravel().copy())
    inputs = [x.requires_grad_() for x in (image, kernel, bias)]

    def theirs() -> Any:
        Z = torch.nn.functional.conv2d(image, kernel, bias, padding=same)
        return torch.autograd.grad(Z, inputs, slope)

    dA, dW, db = theirs()
    wanted = dA.permute(0, 2, 3, 1), dW.permute(2, 3, 1, 0), db.reshape(b.shape)
    for mine, right in zip(ours(), wanted, strict=True):
        assert np.allclose(mine, right.numpy(), rtol=1e-3, atol=1e-3)
    return ours, theirs
