"""Backward pass of batch norm: nudges, PyTorch, and what samplers must hold."""

import numpy as np
import pytest

from source.c2w3_tuning_and_batch_norm.reference import (
    batch_norm_backward,
    batch_norm_forward,
    batch_norm_inference,
    sample_beta,
    sample_log_uniform,
    update_running,
)

H = 1e-6
EPSILON = 1e-3
SIZES = [(3, 6), (4, 4), (1, 5), (5, 2), (2, 1)]


def layer(seed, n, m):
    rng = np.random.default_rng(seed)
    Z = 2 * rng.normal(size=(n, m)) + rng.normal(size=(n, 1))
    gamma, beta = rng.uniform(0.5, 2, (n, 1)), rng.normal(size=(n, 1))
    return {"Z": Z, "gamma": gamma, "beta": beta}, rng.normal(size=(n, m))


def slopes(f, x):
    """Derivatives of a number f(x) by every entry of x, by nudges to both sides."""
    found = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[place] = H
        found[place] = (f(x + e) - f(x - e)) / (2 * H)
    return found


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("power", [1, 2])
def test_slopes_by_scores_scale_and_shift(seed, sizes, power):
    args, R = layer(seed, *sizes)

    def cost(**changed):
        Z_tilde, _ = batch_norm_forward(**(args | changed), epsilon=EPSILON)
        return np.sum(R * Z_tilde**power) / power

    Z_tilde, cache = batch_norm_forward(**args, epsilon=EPSILON)
    found = batch_norm_backward(R * Z_tilde ** (power - 1), cache)
    for (name, value), slope in zip(args.items(), found, strict=True):
        nudged = slopes(lambda x, name=name: cost(**{name: x}), value)
        assert slope.shape == value.shape
        assert np.allclose(slope, nudged, rtol=1e-5, atol=1e-7), name
    assert np.allclose(found[0].sum(axis=1), 0)


@pytest.mark.oracle
@pytest.mark.parametrize("sizes", SIZES[:-1])
def test_pytorch_finds_the_same(sizes):
    torch = pytest.importorskip("torch")
    args, R = layer(7, *sizes)
    t = {k: torch.tensor(v, requires_grad=True) for k, v in args.items()}
    mean, var = torch.zeros(sizes[0]).double(), torch.ones(sizes[0]).double()
    out = torch.nn.functional.batch_norm(
        *(t["Z"].T, mean, var, t["gamma"][:, 0], t["beta"][:, 0]), True, 0.1, EPSILON
    )
    (out.T * torch.tensor(R)).sum().backward()
    Z_tilde, cache = batch_norm_forward(**args, epsilon=EPSILON)
    assert np.allclose(out.detach().numpy().T, Z_tilde)
    for slope, x in zip(batch_norm_backward(R, cache), t.values(), strict=True):
        assert np.allclose(slope, x.grad.numpy())
    zero, one = np.zeros((sizes[0], 1)), np.ones((sizes[0], 1))
    # PyTorch averages the variance with m - 1
    m = sizes[1]
    running = update_running(zero, one, cache["mu"], cache["var"] * m / (m - 1), 0.9)
    assert np.allclose(running[0][:, 0], mean) and np.allclose(running[1][:, 0], var)
    late = torch.nn.functional.batch_norm(
        *(t["Z"].T, mean, var, t["gamma"][:, 0], t["beta"][:, 0]), False, 0.1, EPSILON
    )
    mine = batch_norm_inference(
        **args, epsilon=EPSILON, running_mean=running[0], running_var=running[1]
    )
    assert np.allclose(late.detach().numpy().T, mine)


def test_bias_is_lost_and_the_old_scores_come_back():
    args, _ = layer(1, 3, 6)
    Z_tilde, cache = batch_norm_forward(**args, epsilon=EPSILON)
    moved, _ = batch_norm_forward(**(args | {"Z": args["Z"] + 50}), epsilon=EPSILON)
    assert np.allclose(moved, Z_tilde)
    back = {"gamma": np.sqrt(cache["var"] + EPSILON), "beta": cache["mu"]}
    same, _ = batch_norm_forward(args["Z"], **back, epsilon=EPSILON)
    assert np.allclose(same, args["Z"])


def test_every_decade_gets_its_share():
    rng = np.random.default_rng(1)
    rates = sample_log_uniform(1e-4, 1, 40_000, rng)
    share = np.histogram(np.log10(rates), [-4, -3, -2, -1, 0])[0] / 40_000
    assert np.allclose(share, 0.25, atol=0.01)
    betas = sample_beta(0.9, 0.999, 40_000, rng)
    assert betas.min() >= 0.9 and betas.max() < 0.999 + 1e-12
    assert abs(np.mean(betas > 0.99) - 0.5) < 0.01
