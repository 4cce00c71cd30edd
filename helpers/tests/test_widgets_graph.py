"""Computation graph: derivatives against a nudge."""

from helpers.tests.functions import graph_backward, graph_forward
from helpers.widgets import explore_graph


def test_tells_wrong_derivatives_by_a_nudge():
    def swapped(a, b, c):
        return graph_backward(a, c, b)

    panel = explore_graph(graph_forward, swapped)
    words = "graph_backward: db is 9, a nudge of b gives 6."
    assert panel.shown["message"] == words and "✗ here 6" in panel.shown["picture"]
    panel = explore_graph(lambda a, b, c: {"u": b, "v": a, "J": 3}, swapped)
    assert "u is 3, expected 6" in panel.shown["message"]
