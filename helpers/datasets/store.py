"""Stored sets: read from the package, checked by their SHA-256 checksum."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray

CATS = Path(__file__).with_name("cats.h5")
CATS_SHA256 = "546cef5a46017f35744d557b157b3b6244135861e6f9f1c21b5003c3c255a214"

Images = NDArray[np.uint8]
Labels = NDArray[np.int64]


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
