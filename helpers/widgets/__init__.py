"""Widgets: one module per idea, each driven by the learner's own functions."""

from helpers.widgets.gradient_descent import explore_gradient_descent
from helpers.widgets.graph import explore_graph
from helpers.widgets.learning_rate import explore_learning_rate
from helpers.widgets.slope import explore_slope

__all__ = [
    "explore_gradient_descent",
    "explore_graph",
    "explore_learning_rate",
    "explore_slope",
]
