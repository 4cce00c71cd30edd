"""Stored sets: read from the package, checked by their SHA-256 checksum."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray

CATS = Path(__file__).with_name("cats.h5")
CATS_SHA256 = "546cef5a46017f35744d557b157b3b6244135861e6f9f1c21b5003c3c255a214"
DIGITS = Path(__file__).with_name("digits.h5")
DIGITS_SHA256 = "a51d71d160326ef1564e91372df54ec4eb627b416dc14260de63167b418eafbb"

Images = NDArray[np.uint8]
Labels = NDArray[np.int64]
Pixels = NDArray[np.float32]


def load_cats(path: Path = CATS) -> tuple[Images, Labels, Images, Labels]:
    """Pictures with a cat (1) and with another animal (0).

    Parameters
    ----------
    path : pathlib.Path
        The file; the package's own one if left out.

    Returns
    -------
    X_train : ndarray of shape (209, 64, 64, 3)
        uint8.
    Y_train : ndarray of shape (1, 209)
    X_test : ndarray of shape (50, 64, 64, 3)
    Y_test : ndarray of shape (1, 50)
    """
    with h5py.File(_verified(path, CATS_SHA256, "load_cats"), "r") as file:
        X_train, X_test = file["X_train"][()], file["X_test"][()]
        Y_train, Y_test = file["Y_train"][()], file["Y_test"][()]
    return X_train, Y_train.astype(np.int64), X_test, Y_test.astype(np.int64)


def load_cat_species(path: Path = CATS) -> tuple[Labels, Labels]:
    """Which animal is in each picture of `load_cats`, as an index into `SPECIES`.

    Returns
    -------
    species_train : ndarray of shape (209,)
    species_test : ndarray of shape (50,)
    """
    with h5py.File(_verified(path, CATS_SHA256, "load_cat_species"), "r") as file:
        train, test = file["species_train"][()], file["species_test"][()]
    return train.astype(np.int64), test.astype(np.int64)


def load_digits(
    path: Path = DIGITS,
) -> tuple[Pixels, Labels, Pixels, Labels]:
    """Digits from 0 to 9 written by hand: 1797 pictures of 8 x 8 pixels.

    From E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI
    Machine Learning Repository (1998), licence CC BY 4.0; split at random, with a
    fixed seed.

    Parameters
    ----------
    path : pathlib.Path
        The file; the package's own one if left out.

    Returns
    -------
    X_train : ndarray of shape (1437, 8, 8, 1)
        float32, brightness from 0 (paper) to 1 (ink).
    y_train : ndarray of shape (1, 1437)
        Digits.
    X_test : ndarray of shape (360, 8, 8, 1)
    y_test : ndarray of shape (1, 360)
    """
    with h5py.File(_verified(path, DIGITS_SHA256, "load_digits"), "r") as file:
        X_train, X_test = (file[f"X_{k}"][()] for k in ("train", "test"))
        y_train, y_test = (file[f"y_{k}"][()] for k in ("train", "test"))
    full = np.float32(16)
    labels = y_train.astype(np.int64), y_test.astype(np.int64)
    return X_train / full, labels[0], X_test / full, labels[1]


def _verified(path: Path, wanted: str, where: str) -> BytesIO:
    """Bytes of a file whose checksum is right."""
    path = Path(path)
    advice = "Install the course again, or restore the file from the repository."
    if not path.is_file():
        raise FileNotFoundError(
            f"{where}: got no file {path.name}, expected it in {path.parent}. {advice}"
        )
    data = path.read_bytes()
    checksum = sha256(data).hexdigest()
    if checksum != wanted:
        raise ValueError(
            f"{where}: got {path.name} with checksum {checksum[:12]}, "
            f"expected {wanted[:12]}. The file is damaged or changed. {advice}"
        )
    return BytesIO(data)
