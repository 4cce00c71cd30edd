"""Sets of pictures: portraits of single animals, and scenes with several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from helpers.datasets.animals import SPECIES, Identity, check_species, make_identity
from helpers.datasets.painter import Floats
from helpers.datasets.pose import Pose, make_pose, make_setting
from helpers.datasets.render import check_size, fit_pose, render

Seed = int | np.random.Generator
Size = int | tuple[int, int]


@dataclass(frozen=True)
class Animals:
    """Pictures of one animal each.

    Parameters
    ----------
    images : ndarray of shape (m, n_H, n_W, 3)
        uint8.
    species : ndarray of shape (m,)
        Index into `SPECIES`.
    identity : ndarray of shape (m,)
        Index into `identities`.
    boxes : ndarray of shape (m, 4)
        x_min, y_min, x_max, y_max in pixels.
    landmarks : ndarray of shape (m, 6, 2)
        (x, y) in pixels, in the order of `LANDMARKS`.
    identities : tuple of Identity
    """

    images: NDArray[np.uint8]
    species: NDArray[np.int64]
    identity: NDArray[np.int64]
    boxes: Floats
    landmarks: Floats
    identities: tuple[Identity, ...]

    def labels(self, name: str = "cat") -> NDArray[np.int64]:
        """1 where the animal is of the species, else 0.

        Parameters
        ----------
        name : str
            One of `SPECIES`.

        Returns
        -------
        Y : ndarray of shape (1, m)
        """
        check_species((name,), "labels")
        return (self.species == SPECIES.index(name)).astype(np.int64).reshape(1, -1)


@dataclass(frozen=True)
class Scene:
    """One picture with n animals.

    Parameters
    ----------
    image : ndarray of shape (n_H, n_W, 3)
        uint8.
    species : ndarray of shape (n,)
        Index into `SPECIES`.
    boxes : ndarray of shape (n, 4)
        x_min, y_min, x_max, y_max in pixels.
    landmarks : ndarray of shape (n, 6, 2)
        (x, y) in pixels, in the order of `LANDMARKS`.
    identities : tuple of Identity
    """

    image: NDArray[np.uint8]
    species: NDArray[np.int64]
    boxes: Floats
    landmarks: Floats
    identities: tuple[Identity, ...]


def make_identities(
    n: int,
    *,
    seed: Seed,
    species: tuple[str, ...] = SPECIES,
    shares: Sequence[float] | None = None,
) -> tuple[Identity, ...]:
    """Animals to be shown in one picture or in several.

    Parameters
    ----------
    n : int
    seed : int or numpy.random.Generator
    species : tuple of str
        Species to choose from.
    shares : sequence of float, optional
        Probability of each species; equal if left out.

    Returns
    -------
    identities : tuple of Identity
    """
    _check_count(n, "make_identities")
    check_species(species, "make_identities")
    if shares is not None and len(shares) != len(species):
        raise ValueError(
            f"make_identities: got {len(shares)} shares, expected {len(species)}, "
            "one per species. Give as many shares as species."
        )
    rng = np.random.default_rng(seed)
    weights = np.ones(len(species)) if shares is None else np.asarray(shares, float)
    which = rng.choice(len(species), n, p=weights / weights.sum())
    return tuple(make_identity(species[k], rng) for k in which.tolist())


def make_animals(
    m: int,
    *,
    seed: Seed,
    size: Size = 64,
    species: tuple[str, ...] = SPECIES,
    shares: Sequence[float] | None = None,
    num_identities: int | None = None,
    identities: Sequence[Identity] | None = None,
    variety: float = 1.0,
    noise: float = 0.008,
) -> Animals:
    """Pictures of one animal each.

    Parameters
    ----------
    m : int
        Number of pictures.
    seed : int or numpy.random.Generator
    size : int or tuple of two ints
        Height and width in pixels.
    species, shares
        As in `make_identities`.
    num_identities : int, optional
        Number of animals, which are shown in turn; m if left out.
    identities : sequence of Identity, optional
        The animals to show in turn, instead of new ones.
    variety : float
        0 shows every animal from the front, in the middle; 1 in many poses.
    noise : float
        Standard deviation of the sensor's noise, as a share of full brightness.

    Returns
    -------
    animals : Animals
    """
    _check_count(m, "make_animals")
    rng = np.random.default_rng(seed)
    if identities is None:
        n = m if num_identities is None else num_identities
        identities = make_identities(n, seed=rng, species=species, shares=shares)
    who = np.arange(m) % len(identities)
    pictures = []
    for k in who.tolist():
        pose = fit_pose(identities[k], make_pose(rng, variety), size)
        pictures.append(render(identities[k], pose, make_setting(rng, noise), size))
    return Animals(
        images=np.stack([picture.image for picture in pictures]),
        species=_indices([identities[k] for k in who.tolist()]),
        identity=who.astype(np.int64),
        boxes=np.concatenate([picture.boxes for picture in pictures]),
        landmarks=np.concatenate([picture.landmarks for picture in pictures]),
        identities=tuple(identities),
    )


def make_scene(
    n: int = 3,
    *,
    seed: Seed,
    size: Size = (128, 192),
    species: tuple[str, ...] = SPECIES,
    identities: Sequence[Identity] | None = None,
    overlap: float = 0.1,
    noise: float = 0.008,
) -> Scene:
    """One picture of several whole animals.

    Parameters
    ----------
    n : int
        Number of animals wanted; fewer are shown if they find no room.
    seed : int or numpy.random.Generator
    size : int or tuple of two ints
        Height and width in pixels.
    species : tuple of str
        Species to choose from.
    identities : sequence of Identity, optional
        The n animals to show, instead of new ones.
    overlap : float
        Largest intersection over union of two boxes.
    noise : float
        Standard deviation of the sensor's noise, as a share of full brightness.

    Returns
    -------
    scene : Scene
    """
    rng = np.random.default_rng(seed)
    if identities is None:
        identities = make_identities(n, seed=rng, species=species)
    placed = _place(identities, rng, check_size(size, "make_scene"), overlap)
    placed.sort(key=lambda pair: pair[1].y + 2.2 * pair[1].scale)  # far ones first
    shown = tuple(identity for identity, _ in placed)
    setting = make_setting(rng, noise)
    picture = render(shown, [pose for _, pose in placed], setting, size)
    species_shown = _indices(shown)
    return Scene(picture.image, species_shown, picture.boxes, picture.landmarks, shown)


def _place(
    identities: Sequence[Identity],
    rng: np.random.Generator,
    size: tuple[int, int],
    overlap: float,
) -> list[tuple[Identity, Pose]]:
    """A free place for each animal, tried at random; smaller after each failure."""
    aspect = size[1] / size[0]
    placed: list[tuple[Identity, Pose]] = []
    boxes: list[tuple[float, ...]] = []
    for identity in identities:
        largest = 0.22 if len(identities) < 3 else 0.17
        for _ in range(60):
            near = rng.random()
            r = (0.55 + 0.45 * near) * largest
            x = rng.uniform(1.6 * r, max(aspect - 1.6 * r, 1.6 * r))
            y = 0.58 + 0.40 * near - 2.3 * r
            box = (x - 1.3 * r, y - 1.4 * r, x + 1.3 * r, y + 2.3 * r)
            if all(_iou(box, other) <= overlap for other in boxes):
                pose = make_pose(rng)
                pose = replace(pose, x=x / aspect, y=y, scale=r, tilt=pose.tilt / 2)
                placed.append((identity, fit_pose(identity, pose, size)))
                boxes.append(box)
                break
            largest = max(0.97 * largest, 0.08)
    return placed


def _iou(box: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Intersection over union of two boxes."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    both = max(width, 0.0) * max(height, 0.0)
    areas = [(b[2] - b[0]) * (b[3] - b[1]) for b in (box, other)]
    return both / (sum(areas) - both)


def _indices(identities: Sequence[Identity]) -> NDArray[np.int64]:
    return np.array([SPECIES.index(i.species) for i in identities], np.int64)


def _check_count(count: int, where: str) -> None:
    if count < 1:
        raise ValueError(
            f"{where}: got {count} as the number, expected at least 1. "
            "Ask for one animal or more."
        )
