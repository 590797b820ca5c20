"""Where in the reference each name is told of."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from attrs import field, frozen

__all__ = ["Place", "Places"]

_OPERATION = re.compile(r"(?<![\w/`.])[a-z][A-Za-z]+/[a-z][A-Za-z]+(?![\w/`])")


@frozen
class Place:
    """A heading of a page."""

    page: str
    anchor: str


@frozen
class Places:
    """Links to names, as they are written on one page of the site."""

    of: Mapping[str, Place]
    page: str = field(default="index.md")

    def on(self, page: str) -> Places:
        """The same, for another page."""
        return Places(self.of, page)

    def link(self, name: str) -> str:
        """The name as code, and as a link where it is told of anywhere."""
        place = self.of.get(name)
        return f"[`{name}`]({self._to(place)})" if place else f"`{name}`"

    def linked(self, text: str) -> str:
        """A text in which operations such as payments/refund are links."""
        return _OPERATION.sub(lambda it: self.link(it[0]) if it[0] in self.of else it[0], text)

    def _to(self, place: Place) -> str:
        path = posixpath.relpath(place.page, posixpath.dirname(self.page))
        return f"#{place.anchor}" if place.page == self.page else f"{path}#{place.anchor}"
