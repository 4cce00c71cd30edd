"""The live curve and the swapped engine."""

import numpy as np
import pytest

from helpers.plots.live import LiveCurve
from helpers.swap import swap


def engine(x):
    return x + 1


def outer(x, times=2):
    """Twice the engine."""
    return times * engine(x)


def test_words_and_picture_follow_the_costs(capsys):
    live = LiveCurve(3)
    assert live.words() == "epoch 0 of 3"
    live.add(2.0)
    live.add(0.5, "test 90 % & more")
    assert live.words() == "epoch 2 of 3   cost 0.500   test 90 % & more"
    picture = live.svg()
    assert picture.startswith("<svg") and "&amp; more" in picture
    assert len(picture.split('points="')[1].split('"')[0].split()) == 2
    assert capsys.readouterr().out == ""  # no IPython: it keeps quiet


@pytest.mark.parametrize("costs", [[0.0], [np.nan, 1.0], [np.inf], [3.0] * 9])
def test_any_costs_are_drawn(costs):
    live = LiveCurve(2)
    for cost in costs:
        live.add(cost)
    assert "nan" not in live.svg().split("points=")[1].split("/>")[0]


def test_in_a_notebook_one_output_is_updated(monkeypatch):
    shown = []

    class Handle:
        def update(self, data, raw):
            shown.append(("update", data["text/plain"]))

    def display(data, raw, display_id):
        shown.append(("display", data["text/plain"]))
        return Handle()

    monkeypatch.setattr("helpers.plots.live._display", lambda: display)
    live = LiveCurve(2, "step")
    live.add(1.0)
    live.add(0.25)
    assert [kind for kind, _ in shown] == ["display", "update"]
    assert shown[-1][1] == "step 2 of 2   cost 0.250"


def test_swap_changes_a_name_in_the_copy_only():
    other = swap(outer, engine=lambda x: 10 * x)
    assert other(3) == 60 and outer(3) == 8
    assert other(3, times=1) == 30
    assert other.__name__ == "outer" and other.__doc__ == "Twice the engine."
    assert swap(outer)(3) == outer(3)


def test_swap_wants_a_function():
    with pytest.raises(TypeError, match="swap: got int, expected a function"):
        swap(3)
