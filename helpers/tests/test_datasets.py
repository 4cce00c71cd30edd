"""The data: seeds, shapes, boxes and landmarks, identities, stored sets."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from helpers.datasets import (
    LANDMARKS,
    PATTERNS,
    SPECIES,
    Pose,
    Setting,
    load_cat_species,
    load_cats,
    make_animals,
    make_blobs,
    make_circles,
    make_flower,
    make_identities,
    make_identity,
    make_moons,
    make_pattern,
    make_pose,
    make_scene,
    make_spirals,
    make_xor,
    render,
    toy,
)
from helpers.datasets.make_cats import COUNTS, SEED, coarsen, make_cat_set, write_cats
from helpers.figures.cat_world import draw_contact_sheet, write_contact_sheet

ANIMALS = make_animals(24, seed=0)
TOYS = (make_blobs, make_circles, make_flower, make_moons, make_spirals, make_xor)


def test_same_seed_same_pictures() -> None:
    again = make_animals(24, seed=0)
    np.testing.assert_array_equal(again.images, ANIMALS.images)
    np.testing.assert_array_equal(again.landmarks, ANIMALS.landmarks)
    assert again.identities == ANIMALS.identities
    assert not np.array_equal(make_animals(24, seed=1).images, ANIMALS.images)


def test_global_random_state_is_left_alone() -> None:
    before = np.random.get_state()[1].copy()  # type: ignore[index]
    make_animals(2, seed=0)
    make_blobs(10)
    after = np.random.get_state()[1]  # type: ignore[index]
    np.testing.assert_array_equal(before, after)


def test_shapes_types_and_range() -> None:
    assert ANIMALS.images.shape == (24, 64, 64, 3)
    assert ANIMALS.images.dtype == np.uint8
    assert ANIMALS.boxes.shape == (24, 4)
    assert ANIMALS.landmarks.shape == (24, len(LANDMARKS), 2)
    assert ANIMALS.species.shape == ANIMALS.identity.shape == (24,)
    spread = ANIMALS.images.max(axis=(1, 2, 3)) - ANIMALS.images.min(axis=(1, 2, 3))
    assert spread.min() > 60
    assert len(np.unique(ANIMALS.images)) > 200


@pytest.mark.parametrize("size", [16, 48, (40, 96), 160])
def test_any_size(size: int | tuple[int, int]) -> None:
    animals = make_animals(2, seed=4, size=size)
    n_H, n_W = (size, size) if isinstance(size, int) else size
    assert animals.images.shape == (2, n_H, n_W, 3)


def test_a_larger_size_shows_the_same_picture() -> None:
    small = make_animals(4, seed=4, size=32, noise=0)
    large = make_animals(4, seed=4, size=128, noise=0)
    pooled = large.images.reshape(4, 32, 4, 32, 4, 3).mean(axis=(2, 4))
    assert np.abs(pooled - small.images).mean() < 6
    np.testing.assert_allclose(large.landmarks / 4, small.landmarks, atol=0.01)


def test_boxes_contain_landmarks_and_lie_in_the_picture() -> None:
    animals = make_animals(60, seed=7, size=(48, 64))
    low, high = animals.boxes[:, None, :2], animals.boxes[:, None, 2:]
    assert (animals.landmarks >= low).all() and (animals.landmarks <= high).all()
    assert animals.boxes.min() >= 0
    assert (animals.boxes[:, 2] <= 64).all() and (animals.boxes[:, 3] <= 48).all()
    assert ((animals.boxes[:, 2:] - animals.boxes[:, :2]) > 10).all()


def test_landmarks_keep_left_and_right() -> None:
    animals = make_animals(30, seed=3, variety=0)
    x = dict(zip(LANDMARKS, animals.landmarks[:, :, 0].T, strict=True))
    assert (x["left_eye"] < x["nose"]).all() and (x["nose"] < x["right_eye"]).all()
    assert (x["left_ear"] < x["right_ear"]).all()


def test_the_box_frames_what_the_animal_changes() -> None:
    rng = np.random.default_rng(2)
    for name in SPECIES:
        pose = Pose(scale=0.2)
        picture = render(make_identity(name, rng), pose, Setting(), 96)
        empty = render([], [], Setting(), 96)
        change = np.abs(picture.image.astype(int) - empty.image).max(axis=2) > 90
        rows, columns = np.flatnonzero(change.any(1)), np.flatnonzero(change.any(0))
        drawn = [columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]
        np.testing.assert_allclose(picture.boxes[0], drawn, atol=4, err_msg=name)


def test_one_identity_keeps_its_looks() -> None:
    first, second = make_identities(2, seed=5, species=("cat",))
    setting = Setting()
    poses = [make_pose(np.random.default_rng(k), variety=0.2) for k in range(4)]
    one = [render(first, pose, setting).image.mean(axis=(0, 1)) for pose in poses]
    two = [render(second, pose, setting).image.mean(axis=(0, 1)) for pose in poses]
    within = np.std(one, axis=0).max()
    between = np.abs(np.mean(one, axis=0) - np.mean(two, axis=0)).max()
    assert between > within


def test_identities_are_shown_in_turn() -> None:
    animals = make_animals(7, seed=1, species=("cat", "owl"), num_identities=3)
    assert animals.identity.tolist() == [0, 1, 2, 0, 1, 2, 0]
    assert len(animals.identities) == 3
    names = [animals.identities[k].species for k in animals.identity]
    assert [SPECIES[k] for k in animals.species] == names
    given = make_animals(2, seed=9, identities=animals.identities[:1])
    assert given.identities == animals.identities[:1]
    assert not np.array_equal(given.images[0], given.images[1])


def test_species_vary_and_give_labels() -> None:
    assert set(ANIMALS.species.tolist()) == set(range(len(SPECIES)))
    Y = ANIMALS.labels("cat")
    assert Y.shape == (1, 24)
    np.testing.assert_array_equal(Y[0], ANIMALS.species == 0)
    pictures = [
        render(make_identity(name, np.random.default_rng(0)), Pose(), Setting()).image
        for name in SPECIES
    ]
    assert len({picture.tobytes() for picture in pictures}) == len(SPECIES)
    only = make_animals(40, seed=0, size=16, species=("fox", "cat"), shares=(3, 1))
    assert 22 <= int((only.species == SPECIES.index("fox")).sum()) <= 38


def test_scene_has_a_box_for_each_animal() -> None:
    scene = make_scene(4, seed=3)
    assert scene.image.shape == (128, 192, 3)
    assert len(scene.boxes) == len(scene.species) == len(scene.identities) == 4
    assert scene.landmarks.shape == (4, len(LANDMARKS), 2)
    low, high = scene.boxes[:, None, :2], scene.boxes[:, None, 2:]
    assert (scene.landmarks >= low).all() and (scene.landmarks <= high).all()
    np.testing.assert_array_equal(make_scene(4, seed=3).image, scene.image)
    cats = make_identities(2, seed=0, species=("cat",))
    shown = make_scene(seed=1, identities=cats).identities
    assert len(shown) == 2 and set(shown) <= set(cats)


def test_cat_set() -> None:
    X_train, Y_train, X_test, Y_test = load_cats()
    assert X_train.shape == (209, 64, 64, 3) and X_train.dtype == np.uint8
    assert X_test.shape == (50, 64, 64, 3) and X_test.dtype == np.uint8
    assert Y_train.shape == (1, 209) and Y_test.shape == (1, 50)
    assert (int(Y_train.sum()), int(Y_test.sum())) == (94, 22)
    species_train, species_test = load_cat_species()
    np.testing.assert_array_equal(Y_train[0], species_train == 0)
    np.testing.assert_array_equal(Y_test[0], species_test == 0)
    pictures = np.concatenate([X_train, X_test]).reshape(259, -1)
    assert len(np.unique(pictures, axis=0)) == 259


def test_cat_set_comes_from_its_seed() -> None:
    """Up to one level of colour, since sines differ between processors."""
    X_train, Y_train, _, _ = load_cats()
    animals = make_cat_set(*COUNTS["train"], np.random.default_rng(SEED))
    np.testing.assert_array_equal(animals.labels(), Y_train)
    difference = np.abs(coarsen(animals.images).astype(int) - X_train)
    assert difference.max() <= 4 and (difference > 0).mean() < 0.01


def test_writing_twice_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {"train": (6, 3), "test": (4, 2)}
    monkeypatch.setattr("helpers.datasets.make_cats.COUNTS", few)
    checksums = [write_cats(tmp_path / name, seed=1) for name in ("a.h5", "b.h5")]
    assert checksums[0] == checksums[1]


def test_missing_and_damaged_files(tmp_path: Path) -> None:
    path = tmp_path / "cats.h5"
    with pytest.raises(FileNotFoundError, match="load_cats: got no file cats.h5, exp"):
        load_cats(path)
    path.write_bytes(b"not a set")
    with pytest.raises(ValueError, match="load_cats: got cats.h5 with checksum .* exp"):
        load_cats(path)


@pytest.mark.parametrize("make", TOYS, ids=lambda make: make.__name__)
def test_toy_sets(make: Callable[..., toy.Set]) -> None:
    X, Y = make(101, seed=3)
    assert X.shape == (2, 101) and X.dtype == np.float64
    assert Y.shape == (1, 101) and Y.dtype == np.int64
    assert int(Y.sum()) == 50
    again, other = make(101, seed=3), make(101, seed=4)
    np.testing.assert_array_equal(X, again[0])
    np.testing.assert_array_equal(Y, again[1])
    assert not np.array_equal(X, other[0])
    assert np.abs(X).max() < 6
    with pytest.raises(ValueError, match=f"{make.__name__}: got m = 1, expected"):
        make(1)


def test_toy_sets_follow_their_rules() -> None:
    X, Y = make_xor(300, noise=0)
    np.testing.assert_array_equal(Y[0], X[0] * X[1] < 0)
    X, Y = make_circles(300, noise=0)
    np.testing.assert_array_equal(Y[0], np.hypot(*X) < 0.75)
    X, Y = make_flower(300, noise=0)
    petal = np.rint(np.arctan2(X[1], X[0]) / (np.pi / 3)).astype(int)
    assert (petal % 2 == Y[0]).mean() > 0.99
    X, Y = make_blobs(300)
    assert (Y[0] == (X.sum(axis=0) > 0)).mean() > 0.95


def test_patterns() -> None:
    for kind in PATTERNS:
        image = make_pattern(kind, seed=2, size=(32, 48))
        assert image.shape == (32, 48, 3) and image.dtype == np.uint8
        assert image.std() > 15
        same = make_pattern(kind, seed=2, size=(32, 48))
        np.testing.assert_array_equal(image, same)


def test_contact_sheet() -> None:
    fig = draw_contact_sheet(Figure())
    assert len(fig.axes) == 3
    for ax in fig.axes:
        assert ax.get_title() or ax.get_title(loc="left")


@pytest.mark.slow
def test_contact_sheet_is_written(tmp_path: Path) -> None:
    paths = [write_contact_sheet(tmp_path / name) for name in ("a.png", "b.png")]
    first, second = (path.read_bytes() for path in paths)
    assert first == second and first.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: make_animals(0, seed=0), "make_animals: got 0 as the number, expec"),
        (lambda: make_scene(0, seed=0), "make_identities: got 0 as the number, expe"),
        (lambda: make_animals(1, seed=0, size=8), "fit_pose: got size 8, expected"),
        (
            lambda: make_animals(1, seed=0, species=("cow",)),
            r"make_identities: got species \('cow',\), expected",
        ),
        (
            lambda: make_animals(1, seed=0, shares=(1, 2)),
            "make_identities: got 2 shares, expected 6",
        ),
        (lambda: ANIMALS.labels("cow"), "labels: got species"),
        (lambda: make_flower(10, petals=3), "make_flower: got 3 petals, expected"),
        (lambda: make_pattern("fog", seed=0), "make_pattern: got kind 'fog', expec"),
        (
            lambda: render(ANIMALS.identities[0], []),
            "render: got 0 poses, expected 1",
        ),
    ],
)
def test_errors_say_what_to_do(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        call()
    assert str(caught.value).count(". ") >= 1
