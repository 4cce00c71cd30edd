"""What a learner writes for the tape: for tests, and for a notebook."""

import numpy as np


def order_of(graph, end):
    """Inputs before their users, by a stack."""
    order, stack = [], [(end, False)]
    while stack:
        name, ready = stack.pop()
        if ready and name not in order:
            order.append(name)
        if not ready and name not in order:
            stack += [(name, True), *((i, False) for i in reversed(graph[name]))]
    return order


def shrink(G, shape):
    """Sum over what broadcasting has added."""
    tall = np.array(G)
    full = (1,) * (tall.ndim - len(shape)) + tuple(shape)
    axes = tuple(k for k, n in enumerate(full) if n != tall.shape[k])
    return tall.sum(axis=axes, keepdims=True).reshape(shape)


def go_back(tape, values, end, rules):
    """Gradients of all names, the parts of each collected first."""
    found = {end: [np.ones(np.shape(values[end]))]}
    for name, op, inputs in tape[::-1]:
        if name in found:
            at = [values[i] if type(i) is str else i for i in inputs]
            parts = rules[op](sum(found[name]), values[name], *at)
            for i, part in zip(inputs, parts, strict=True):
                if type(i) is str:
                    shape = np.shape(values[i])
                    found.setdefault(i, []).append(shrink(part, shape))
    return {name: sum(parts) for name, parts in found.items()}


def rule_of(op, a, b, G):
    """Gradients of both inputs."""
    table = {
        "+": lambda: (G, G),
        "-": lambda: (G, -G),
        "*": lambda: (b * G, a * G),
        "/": lambda: (G / b, -(a / b) * (G / b)),
        "@": lambda: (np.dot(G, b.T), np.dot(a.T, G)),
    }
    return table[op]()
