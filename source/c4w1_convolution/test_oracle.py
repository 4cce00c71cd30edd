"""Convolution and pooling: nudges, PyTorch, and ways that must agree."""

import numpy as np
import pytest

from source.c4w1_convolution.reference import (
    conv_backward,
    conv_forward,
    conv_forward_columns,
    conv_forward_windows,
    conv_nd,
    conv_output_size,
    convolve,
    pool_backward,
    pool_forward,
)

H = 1e-5
LAYERS = [  # shape of A_prev, f, n_C, stride, pad
    ((2, 5, 6, 2), 3, 3, 1, 0),
    ((2, 5, 4, 2), 3, 2, 1, 1),
    ((1, 7, 6, 1), 3, 2, 2, 1),
    ((2, 8, 5, 2), 2, 2, 3, 0),
    ((1, 4, 4, 3), 4, 2, 1, 2),
    ((2, 3, 2, 2), 1, 3, 1, 0),
]
POOLS = [((2, 6, 4, 2), 2, 2), ((2, 7, 5, 2), 3, 2), ((1, 5, 6, 1), 2, 1)]


def layer(shape, f, n_C):
    rng = np.random.default_rng(11)
    sizes = {"A_prev": shape, "W": (f, f, shape[3], n_C), "b": (1, 1, 1, n_C)}
    return {name: rng.normal(size=size) for name, size in sizes.items()}


def slopes(f, x):
    """Derivatives of a number f(x) by every entry of x, by nudges to both sides."""
    found = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[place] = H
        found[place] = (f(x + e) - f(x - e)) / (2 * H)
    return found


@pytest.mark.parametrize("shape, f, n_C, stride, pad", LAYERS)
def test_slopes_by_input_weights_and_bias(shape, f, n_C, stride, pad):
    args = layer(shape, f, n_C)
    Z, cache = conv_forward(**args, stride=stride, pad=pad)
    R = np.random.default_rng(12).normal(size=Z.shape)

    def cost(**changed):
        Z = conv_forward(**(args | changed), stride=stride, pad=pad)[0]
        return np.sum(R * Z**2) / 2

    found = conv_backward(R * Z, cache)
    for (name, value), slope in zip(args.items(), found, strict=True):
        nudged = slopes(lambda x, name=name: cost(**{name: x}), value)
        assert slope.shape == value.shape
        assert np.allclose(slope, nudged, rtol=1e-6, atol=1e-7), name


@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize("shape, f, stride", POOLS)
def test_slopes_of_pooling(shape, f, stride, mode):
    A_prev = np.random.default_rng(13).normal(size=shape)
    A, cache = pool_forward(A_prev, f, stride, mode)
    R = np.random.default_rng(14).normal(size=A.shape)

    def cost(x):
        return np.sum(R * pool_forward(x, f, stride, mode)[0] ** 2) / 2

    nudged = slopes(cost, A_prev)
    assert np.allclose(pool_backward(R * A, cache), nudged, rtol=1e-6, atol=1e-8)


def test_a_slope_is_handed_on_whole():
    A_prev = np.full((2, 6, 6, 3), 1.5)  # nothing but ties
    A, cache = pool_forward(A_prev, 3, 3, "max")
    dA = np.random.default_rng(15).normal(size=A.shape)
    dA_prev = pool_backward(dA, cache)
    assert np.allclose(dA_prev.sum(axis=(1, 2)), dA.sum(axis=(1, 2)))
    assert np.array_equal(dA_prev[:, ::3, ::3], dA)


@pytest.mark.parametrize("shape, f, n_C, stride, pad", LAYERS)
def test_three_engines_agree(shape, f, n_C, stride, pad):
    args = layer(shape, f, n_C)
    Z = conv_forward(**args, stride=stride, pad=pad)[0]
    for engine in (conv_forward_columns, conv_forward_windows):
        assert np.allclose(engine(**args, stride=stride, pad=pad), Z)
    if (stride, pad) == (1, 0):
        assert np.allclose(conv_nd(args["A_prev"], args["W"]) + args["b"], Z)
    maps = [
        convolve(a, args["W"][:, :, 0, 0], stride, pad) for a in args["A_prev"][..., 0]
    ]
    assert np.array(maps).shape == Z.shape[:3]


def test_size_is_the_ceiling_of_the_other_form():
    for n in range(1, 30):
        for f in range(1, 8):
            for pad in range(3):
                for stride in range(1, 5):
                    if n + 2 * pad >= f:
                        other = -(-(n + 2 * pad - f + 1) // stride)
                        assert conv_output_size(n, f, pad, stride) == other


def test_numpy_flips():
    rng = np.random.default_rng(16)
    signal, kernel = rng.normal(size=20), rng.normal(size=5)
    ours = conv_nd(signal[None, :, None], kernel[:, None, None])[0, :, 0]
    assert np.allclose(ours, np.convolve(signal, kernel[::-1], "valid"))
    assert np.allclose(ours, np.correlate(signal, kernel, "valid"))


@pytest.mark.oracle
@pytest.mark.parametrize("shape, f, n_C, stride, pad", LAYERS)
def test_pytorch_finds_the_same_layer(shape, f, n_C, stride, pad):
    torch = pytest.importorskip("torch")
    args = layer(shape, f, n_C)
    t = {name: torch.tensor(x, requires_grad=True) for name, x in args.items()}
    images, weights = t["A_prev"].permute(0, 3, 1, 2), t["W"].permute(3, 2, 0, 1)
    out = torch.nn.functional.conv2d(
        images, weights, t["b"].reshape(-1), stride=stride, padding=pad
    ).permute(0, 2, 3, 1)
    Z, cache = conv_forward(**args, stride=stride, pad=pad)
    assert np.allclose(out.detach().numpy(), Z)
    R = np.random.default_rng(17).normal(size=Z.shape)
    (out * torch.tensor(R)).sum().backward()
    for slope, x in zip(conv_backward(R, cache), t.values(), strict=True):
        assert np.allclose(slope, x.grad.numpy())


@pytest.mark.oracle
@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize("shape, f, stride", POOLS)
def test_pytorch_finds_the_same_pooling(shape, f, stride, mode):
    torch = pytest.importorskip("torch")
    A_prev = np.random.default_rng(18).normal(size=shape)
    x = torch.tensor(A_prev, requires_grad=True)
    pool = {"max": "max_pool2d", "average": "avg_pool2d"}[mode]
    out = getattr(torch.nn.functional, pool)(x.permute(0, 3, 1, 2), f, stride)
    A, cache = pool_forward(A_prev, f, stride, mode)
    assert np.allclose(out.permute(0, 2, 3, 1).detach().numpy(), A)
    R = np.random.default_rng(19).normal(size=A.shape)
    (out.permute(0, 2, 3, 1) * torch.tensor(R)).sum().backward()
    assert np.allclose(pool_backward(R, cache), x.grad.numpy())
