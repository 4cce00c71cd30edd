"""Makes cats.h5: `python -m helpers.datasets.make_cats`.

The same seed gives the same bytes. After a change of the renderer, put the printed
checksum into `store.CATS_SHA256`.
"""

from hashlib import sha256
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray

from helpers.datasets.animals import SPECIES, make_identity
from helpers.datasets.store import CATS
from helpers.datasets.world import Animals, make_animals

SEED = 8
VARIETY = 0.55  # logistic regression reaches 7 pictures in 10, a convnet nearly all
NOISE = 0.006
LEVELS = 64  # per colour; a quarter of 256 halves the file and is not seen
COUNTS = {"train": (209, 94), "test": (50, 22)}  # pictures, and cats among them


def make_cat_set(m: int, cats: int, rng: np.random.Generator) -> Animals:
    """Pictures of new animals, with so many cats and the rest shared evenly.

    Parameters
    ----------
    m : int
    cats : int
    rng : numpy.random.Generator

    Returns
    -------
    animals : Animals
    """
    others = SPECIES[1:]
    names = ["cat"] * cats + [others[k % len(others)] for k in range(m - cats)]
    order = rng.permutation(m).tolist()
    identities = [make_identity(names[k], rng) for k in order]
    return make_animals(
        m, seed=rng, identities=identities, variety=VARIETY, noise=NOISE
    )


def coarsen(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Images with `LEVELS` levels per colour, in the same range 0 to 255."""
    step = 256 // LEVELS
    return images // step * step + step // 2


def write_cats(path: Path = CATS, seed: int = SEED) -> str:
    """Render the set and write it.

    Parameters
    ----------
    path : pathlib.Path
    seed : int

    Returns
    -------
    checksum : str
        SHA-256 of the file.
    """
    rng = np.random.default_rng(seed)
    with h5py.File(path, "w", track_order=True) as file:
        file.attrs["about"] = (
            "Cartoon animals of the course: is it a cat (1) or not (0)?"
        )
        file.attrs["species"] = ", ".join(SPECIES)
        for part, (m, cats) in COUNTS.items():
            animals = make_cat_set(m, cats, rng)
            _write(file, f"X_{part}", coarsen(animals.images))
            _write(file, f"Y_{part}", animals.labels().astype(np.uint8))
            _write(file, f"species_{part}", animals.species.astype(np.uint8))
    return sha256(path.read_bytes()).hexdigest()


def _write(file: h5py.File, name: str, array: np.ndarray) -> None:
    file.create_dataset(
        name, data=array, chunks=array.shape, compression=9, shuffle=True
    )


if __name__ == "__main__":
    print(f"{CATS.name}: SHA-256 {write_cats()}, {CATS.stat().st_size} bytes")
