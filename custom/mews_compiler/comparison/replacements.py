"""What there is to use instead of something deprecated."""

import re

from mews_compiler.tree import Object, child

QUOTED = re.compile("`([A-Za-z/]+)`")
NAME = re.compile("[A-Za-z/]+")


def demanded(schema: Object) -> frozenset[str]:
    """What the vendor's message says to use."""
    return frozenset(QUOTED.findall(schema.get("x-deprecatedMessage", "")))


def named(schema: Object) -> frozenset[str]:
    """Whatever can be a name in our words about it."""
    use = child(schema, "x-deprecated").get("use", "")
    return frozenset(NAME.findall(f"{use} {schema.get('description', '')}"))
