"""The digits: shape, range, split, source, and what a damaged file says."""

from pathlib import Path

import h5py
import numpy as np
import pytest

from helpers.datasets import load_digits
from helpers.datasets.make_digits import write_digits
from helpers.datasets.store import DIGITS


def test_digits():
    X_train, y_train, X_test, y_test = load_digits()
    assert X_train.shape == (1437, 8, 8, 1) and y_train.shape == (1, 1437)
    assert X_test.shape == (360, 8, 8, 1) and y_test.shape == (1, 360)
    assert X_train.dtype == X_test.dtype == np.float32
    assert X_train.min() == 0 and X_train.max() == 1
    counts = np.bincount(np.concatenate([y_train, y_test], axis=1)[0])
    # The counts that the documentation of the set gives, digit by digit.
    assert counts.tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert np.bincount(y_test[0]).min() >= 25


def test_digits_tell_their_source_and_licence():
    with h5py.File(DIGITS, "r") as file:
        assert "Alpaydin" in file.attrs["source"] and "UCI" in file.attrs["source"]
        assert file.attrs["licence"].startswith("CC BY 4.0")


def test_the_same_table_gives_the_same_bytes(tmp_path: Path):
    rows = np.random.default_rng(0).integers(0, 17, (40, 65))
    np.savetxt(tmp_path / "digits.csv", rows, delimiter=",", fmt="%d")
    paths = tmp_path / "a.h5", tmp_path / "b.h5"
    first, second = (write_digits(tmp_path / "digits.csv", path) for path in paths)
    assert first == second
    with h5py.File(paths[0], "r") as file:
        assert file["X_train"].shape[0] + file["X_test"].shape[0] == 40


def test_missing_and_damaged_files(tmp_path: Path):
    path = tmp_path / "digits.h5"
    with pytest.raises(FileNotFoundError, match="load_digits: got no file digits.h5"):
        load_digits(path)
    path.write_bytes(b"not a set")
    with pytest.raises(ValueError, match="load_digits: got digits.h5 with checksum"):
        load_digits(path)
