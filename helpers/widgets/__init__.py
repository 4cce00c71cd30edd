"""Widgets: one module per idea, each driven by the learner's own functions."""

from helpers.widgets.batch_norm import explore_batch_norm
from helpers.widgets.boundary import explore_boundary
from helpers.widgets.boundary_model import Model
from helpers.widgets.broadcasting import explore_broadcasting
from helpers.widgets.convolution import explore_convolution
from helpers.widgets.convolution_padding import explore_padding
from helpers.widgets.depth import explore_depth
from helpers.widgets.epsilon import explore_epsilon
from helpers.widgets.feature_maps import explore_drawing, explore_feature_maps
from helpers.widgets.gradient_descent import explore_gradient_descent
from helpers.widgets.graph import explore_graph
from helpers.widgets.learning_rate import explore_learning_rate
from helpers.widgets.neuron import explore_neuron
from helpers.widgets.race import explore_optimizers
from helpers.widgets.scale import explore_scale
from helpers.widgets.search import explore_search
from helpers.widgets.shapes import explore_shapes
from helpers.widgets.signals import explore_signal
from helpers.widgets.slope import explore_slope
from helpers.widgets.tape import explore_tape
from helpers.widgets.weighted_average import explore_weighted_average

__all__ = [
    "Model",
    "explore_batch_norm",
    "explore_boundary",
    "explore_broadcasting",
    "explore_convolution",
    "explore_depth",
    "explore_drawing",
    "explore_epsilon",
    "explore_feature_maps",
    "explore_gradient_descent",
    "explore_graph",
    "explore_learning_rate",
    "explore_neuron",
    "explore_optimizers",
    "explore_padding",
    "explore_scale",
    "explore_search",
    "explore_shapes",
    "explore_signal",
    "explore_slope",
    "explore_tape",
    "explore_weighted_average",
]
