"""Makes digits.h5: `python -m helpers.datasets.make_digits digits.csv.gz`.

The table is the test part of "Optical Recognition of Handwritten Digits" (E. Alpaydin
and C. Kaynak, UCI Machine Learning Repository, 1998, https://doi.org/10.24432/C50P49,
licence CC BY 4.0): 1797 rows of 64 brightness values from 0 to 16 and a label. It is
in scikit-learn's package as `datasets/data/digits.csv.gz`. The same table gives the
same bytes; after a change, put the printed checksum into `store.DIGITS_SHA256`.
"""

import sys
from hashlib import sha256
from pathlib import Path

import h5py
import numpy as np

from helpers.datasets.store import DIGITS

SEED = 1797
TRAIN = 1437  # pictures to learn from; the other 360 judge
FACTS = {
    "about": "Digits written by hand by 13 people, scanned and reduced to 8 x 8 "
    "numbers from 0 to 16; in a random order, the first 1437 to learn from.",
    "source": "E. Alpaydin, C. Kaynak (1998). Optical Recognition of Handwritten "
    "Digits [Dataset], test part. UCI Machine Learning Repository. "
    "https://doi.org/10.24432/C50P49",
    "licence": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "changes": "Rows put into a random order and split in two.",
}


def write_digits(table: Path, path: Path = DIGITS) -> str:
    """Read the table and write the set.

    Parameters
    ----------
    table : pathlib.Path
        Text, 65 whole numbers a row, separated by commas; .gz is unpacked.
    path : pathlib.Path

    Returns
    -------
    checksum : str
        SHA-256 of the file.
    """
    rows = np.loadtxt(table, delimiter=",").astype(np.uint8)  # (m, 65)
    rows = np.random.default_rng(SEED).permutation(rows)
    train = len(rows) * TRAIN // 1797
    with h5py.File(path, "w", track_order=True) as file:
        file.attrs.update(FACTS)
        for part, some in (("train", rows[:train]), ("test", rows[train:])):
            _write(file, f"X_{part}", some[:, :64].reshape(-1, 8, 8, 1))
            _write(file, f"y_{part}", some[:, 64].reshape(1, -1))
    return sha256(path.read_bytes()).hexdigest()


def _write(file: h5py.File, name: str, array: np.ndarray) -> None:
    file.create_dataset(
        name, data=array, chunks=array.shape, compression=9, shuffle=True
    )


if __name__ == "__main__":
    print(f"{DIGITS.name}: SHA-256 {write_digits(Path(sys.argv[1]))}")
