"""What is to be used instead of something deprecated: a property, or a text that names some."""

import re

from mews_compiler.python_names import python_name

PROPERTY = re.compile(r"[A-Z][A-Za-z0-9]*")
MARKED = re.compile(rf"`({PROPERTY.pattern})`")


def named_properties(use: str) -> set[str]:
    """The properties that it names: all of it, or what is marked as code in it."""
    return {use} if PROPERTY.fullmatch(use) else set(MARKED.findall(use))


def in_python(use: str) -> str:
    """The same with each property by its name in Python."""
    if PROPERTY.fullmatch(use):
        return f"`{python_name(use)}`"
    return MARKED.sub(lambda found: f"`{python_name(found[1])}`", use)
