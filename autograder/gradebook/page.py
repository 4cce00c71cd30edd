"""Pages from templates; every string of a learner is escaped."""

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from autograder.gradebook import words

COLOURS = {
    "right": "#17956a",
    "partly": "#e0a02b",
    "not-yet": "#d5583b",
    "unwritten": "#96a1b1",
    "ungraded": "#96a1b1",
}


@cache
def environment() -> Environment:
    """The templates, with automatic escaping and the filters of `words`."""
    jinja = Environment(
        loader=PackageLoader("autograder.gradebook"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters |= {
        "plain": words.plain,
        "prose": words.prose,
        "number": words.number,
        "reason": words.reason_of,
    }
    jinja.globals |= {
        "LABELS": words.LABELS,
        "MARKS": words.MARKS,
        "colour": COLOURS,
        "state_of": words.state_of,
    }
    return jinja


def inline(name: str) -> tuple[Markup, str]:
    """A script of ours to stand in a page, and the hash by which browsers allow it."""
    loader = environment().loader
    assert loader is not None
    text, _, _ = loader.get_source(environment(), name)
    digest = hashlib.sha256(text.encode()).digest()
    return Markup(text), base64.b64encode(digest).decode()


def render(template: str, **values: Any) -> str:
    """One page or fragment."""
    return environment().get_template(template).render(**values)
