"""Values travel as bytes: all plain data, nothing else, every size verified."""

import contextlib
import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from helpers.checks.values import (
    HEAD,
    MAGIC,
    CodecError,
    Rng,
    Source,
    decode,
    encode,
    restore,
)

ARRAYS = hnp.arrays(
    st.sampled_from(["f8", "f4", "f2", "i8", "u1", "?", "c16"]),
    hnp.array_shapes(min_dims=0, max_side=5),
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
VALUES = st.recursive(
    SCALARS | ARRAYS,
    lambda part: (
        st.lists(part, max_size=4)
        | st.tuples(part, part)
        | st.dictionaries(st.text(max_size=5), part, max_size=3)
    ),
    max_leaves=10,
)


def same(a, b):
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.tobytes() == b.tobytes() and a.shape == b.shape
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list | tuple):
        return type(a) is type(b) and all(map(same, a, b)) and len(a) == len(b)
    if isinstance(a, float) and math.isnan(a):
        return isinstance(b, float) and math.isnan(b)
    return type(a) is type(b) and a == b


@given(VALUES)
def test_plain_data_comes_back_as_it_went(value):
    assert same(decode(encode(value)), value)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused_or_read_never_worse(content):
    head = HEAD.pack(MAGIC, len(content), 0)
    with pytest.raises(CodecError):
        decode(content)
    with contextlib.suppress(CodecError):
        decode(head + content)


def test_an_array_keeps_its_order_of_memory():
    array = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    assert decode(encode(array)).flags.f_contiguous


def test_markers_travel():
    assert decode(encode([Source("abs"), Rng(3)])) == [Source("abs"), Rng(3)]


@pytest.mark.parametrize(
    "value",
    [
        object(),
        len,
        np.array([None, 1], object),
        {"a": iter([])},
        b"bytes",
        np.float128,
    ],
    ids=["object", "function", "object array", "iterator", "bytes", "class"],
)
def test_anything_else_cannot_be_written(value):
    with pytest.raises(CodecError, match="it is"):
        encode(value)


def test_what_is_too_large_or_too_deep_cannot_be_written():
    deep: list = []
    for _ in range(100):
        deep = [deep]
    with pytest.raises(CodecError, match="nested too deeply"):
        encode(deep)
    with pytest.raises(CodecError, match="too large"):
        encode(np.zeros(2**23))
    endless: list = []
    endless.append(endless)
    with pytest.raises(CodecError, match="nested too deeply"):
        encode(endless)


def test_a_subclass_travels_as_its_plain_base():
    class Sly(float):
        def __eq__(self, other):
            return True

        __hash__ = float.__hash__

    class SlyArray(np.ndarray):
        def __array_ufunc__(self, *args, **kwargs):
            raise RuntimeError

    assert type(decode(encode(Sly(2.5)))) is float
    assert type(decode(encode(np.ones(3).view(SlyArray)))) is np.ndarray


def frame(content, payload=b""):
    header = json.dumps(content).encode()
    return HEAD.pack(MAGIC, len(header), len(payload)) + header + payload


@pytest.mark.parametrize(
    "content",
    [
        {"tree": {"a": 0}, "arrays": [["<f8", [10**9]]]},
        {"tree": {"a": 0}, "arrays": [["<f8", [-1]]]},
        {"tree": {"a": 0}, "arrays": [["|O", [1]]]},
        {"tree": {"a": 3}, "arrays": []},
        {"tree": {"zz": 3}, "arrays": []},
        {"tree": {"l": 3, "t": 4}, "arrays": []},
        {"arrays": []},
        [],
    ],
)
def test_a_frame_that_lies_is_refused(content):
    with pytest.raises(CodecError):
        decode(frame(content, b"12345678"))


def test_a_tree_without_its_arrays_is_refused():
    with pytest.raises(CodecError, match="does not hold together"):
        restore({"a": 1}, [])
