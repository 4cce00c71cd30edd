"""The fast convolution and the whole net against nudges, and against PyTorch."""

import numpy as np
import pytest

from helpers.swap import swap
from source.c2w3_softmax_and_autodiff.reference import cross_entropy, one_hot
from source.c4w1_convnet_application.reference import (
    conv_backward,
    conv_forward,
    convnet_backward,
    convnet_forward,
    initialize_convnet,
    pool_backward,
    pool_forward,
)

# m, n_H, n_W, n_C_prev, f, n_C, stride, pad
SIZES = (
    (2, 5, 6, 2, 3, 3, 1, 0),
    (2, 5, 4, 3, 3, 2, 1, 1),
    (1, 7, 8, 2, 3, 2, 2, 1),
    (2, 6, 8, 1, 4, 2, 3, 1),
    (3, 3, 4, 3, 1, 2, 1, 0),
)
NETS: tuple[tuple[tuple[int, ...], int, list[int], list[int]], ...] = (
    ((6, 4, 2), 3, [3], [3]),
    ((8, 8, 1), 3, [2, 3], [5, 4]),
    ((5, 7, 2), 3, [2], [3]),
    ((4, 4, 1), 5, [2], [4, 3, 2]),
    ((3, 3, 2), 3, [], [4, 3]),
)


def layer(sizes, seed=11):
    m, n_H, n_W, c, f, n_C, stride, pad = sizes
    rng = np.random.default_rng(seed)
    A = rng.standard_normal((m, n_H, n_W, c))
    W = rng.standard_normal((f, f, c, n_C))
    return A, W, rng.standard_normal((1, 1, 1, n_C)), stride, pad


def net(sizes, m=3, seed=5):
    rng = np.random.default_rng(seed)
    p = initialize_convnet(*sizes, rng)
    p = {k: w + 0.2 * rng.standard_normal(w.shape) for k, w in p.items()}
    y = rng.integers(0, sizes[3][-1], (1, m))
    return rng.standard_normal((m, *sizes[0])), p, one_hot(y, sizes[3][-1])


def nudged(cost, x, h=1e-6):
    """Two-sided differences for every entry of x."""
    slopes = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[place] = h
        slopes[place] = (cost(x + e) - cost(x - e)) / (2 * h)
    return slopes


@pytest.mark.parametrize("sizes", SIZES)
def test_convolution_by_input_filter_and_bias(sizes):
    A, W, b, stride, pad = layer(sizes)
    Z, cache = conv_forward(A, W, b, stride, pad)
    T = np.random.default_rng(0).standard_normal(Z.shape)
    dA, dW, db = conv_backward(T, cache)

    def cost(A, W, b):
        return np.sum(T * conv_forward(A, W, b, stride, pad)[0])

    np.testing.assert_allclose(dA, nudged(lambda a: cost(a, W, b), A), atol=1e-6)
    np.testing.assert_allclose(dW, nudged(lambda w: cost(A, w, b), W), atol=1e-6)
    np.testing.assert_allclose(db, nudged(lambda c: cost(A, W, c), b), atol=1e-6)


@pytest.mark.parametrize("shape", [(2, 4, 6, 2), (1, 5, 7, 3), (2, 2, 2, 1)])
def test_pooling_by_its_input(shape):
    A = np.random.default_rng(2).standard_normal(shape)
    T = np.random.default_rng(3).standard_normal(pool_forward(A).shape)
    slopes = nudged(lambda a: np.sum(T * pool_forward(a)), A)
    np.testing.assert_allclose(pool_backward(T, A), slopes, atol=1e-8)


@pytest.mark.parametrize("sizes", NETS)
def test_whole_net_by_every_parameter(sizes):
    X, p, Y = net(sizes)
    grads = convnet_backward(*_answer(X, p, Y))
    for name, w in p.items():
        slopes = nudged(
            lambda v, name=name: cross_entropy(convnet_forward(X, p | {name: v})[0], Y),
            w,
        )
        np.testing.assert_allclose(grads["d" + name], slopes, rtol=1e-5, atol=1e-7)


def _answer(X, p, Y):
    A, caches = convnet_forward(X, p)
    return A, Y, caches


def test_single_precision_stays_single():
    X, p, Y = net(NETS[1])
    p = {name: w.astype(np.float32) for name, w in p.items()}
    A, Y, caches = _answer(X.astype(np.float32), p, Y.astype(np.float32))
    grads = convnet_backward(A, Y, caches)
    assert {a.dtype for a in (A, *grads.values())} == {np.dtype(np.float32)}


@pytest.mark.oracle
@pytest.mark.parametrize("sizes", SIZES)
def test_convolution_agrees_with_pytorch(sizes):
    torch = pytest.importorskip("torch")
    A, W, b, stride, pad = layer(sizes)
    x, w, c = (
        torch.tensor(np.ascontiguousarray(v), requires_grad=True)
        for v in (A.transpose(0, 3, 1, 2), W.transpose(3, 2, 0, 1), b.ravel())
    )
    out = torch.nn.functional.conv2d(x, w, c, stride=stride, padding=pad)
    Z, cache = conv_forward(A, W, b, stride, pad)
    np.testing.assert_allclose(Z, out.detach().numpy().transpose(0, 2, 3, 1))
    T = np.random.default_rng(0).standard_normal(Z.shape)
    out.backward(torch.tensor(np.ascontiguousarray(T.transpose(0, 3, 1, 2))))
    dA, dW, db = conv_backward(T, cache)
    np.testing.assert_allclose(dA, x.grad.numpy().transpose(0, 2, 3, 1), atol=1e-10)
    np.testing.assert_allclose(dW, w.grad.numpy().transpose(2, 3, 1, 0), atol=1e-10)
    np.testing.assert_allclose(db.ravel(), c.grad.numpy(), atol=1e-10)


@pytest.mark.oracle
@pytest.mark.parametrize("sizes", NETS)
def test_whole_net_agrees_with_pytorch(sizes):
    torch = pytest.importorskip("torch")
    X, p, Y = net(sizes)
    t = {name: torch.tensor(w, requires_grad=True) for name, w in p.items()}
    A, L = torch.tensor(X).permute(0, 3, 1, 2), len(p) // 2
    for k in range(1, L + 1):
        W, b = t[f"W{k}"], t[f"b{k}"]
        if W.ndim == 4:
            pad = W.shape[0] // 2
            W = W.permute(3, 2, 0, 1)
            A = torch.nn.functional.conv2d(A, W, b.reshape(-1), padding=pad)
            A = torch.nn.functional.max_pool2d(torch.relu(A), 2)
        else:
            A = A.permute(0, 2, 3, 1).reshape(len(X), -1) if A.ndim == 4 else A
            A = A @ W.T + b.T
            A = torch.relu(A) if k < L else A
    labels = torch.tensor(Y.argmax(axis=0))
    torch.nn.functional.cross_entropy(A, labels).backward()
    grads = convnet_backward(*_answer(X, p, Y))
    for name, value in t.items():
        np.testing.assert_allclose(grads["d" + name], value.grad.numpy(), atol=1e-10)


def test_another_engine_gives_the_same_net():
    """The loops of c4w1_convolution under the functions of this notebook."""
    loops = pytest.importorskip("source.c4w1_convolution.reference")
    X, p, Y = net(NETS[1], m=2)
    forward = swap(convnet_forward, conv_forward=loops.conv_forward)
    backward = swap(convnet_backward, conv_backward=loops.conv_backward)
    A, caches = forward(X, p)
    np.testing.assert_allclose(A, convnet_forward(X, p)[0], atol=1e-12)
    wanted = convnet_backward(*_answer(X, p, Y))
    for name, slope in backward(A, Y, caches).items():
        np.testing.assert_allclose(slope, wanted[name], atol=1e-12)
