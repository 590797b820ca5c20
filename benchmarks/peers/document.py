"""Our document, as it is given to others."""

from __future__ import annotations

from functools import cache

from mews_compiler.document import join
from mews_compiler.generation import PROJECT
from mews_compiler.tree import Object

__all__ = ["joined"]


@cache
def joined() -> Object:
    """The joined document; it is shared, so leave it as it is."""
    return join(PROJECT / "openapi")
