"""What is sent, without the credentials. Not shown in any repr: it may hold personal data.

Printers such as rich's look at attributes by themselves, and leave out those without a repr.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from attrs import define, field, frozen

from . import _json

__all__ = ["PagePayload", "Payload", "WholePayload"]


class Payload(Protocol):
    """A JSON object to send, again if need be."""

    @property
    def page(self) -> int | None:
        """Which page of its walk it asks for, from 1; None for what has no pages."""
        ...

    def to_json(self) -> bytes:
        """The object."""
        ...

    def halve(self) -> bool:
        """Asks for half as much where that is possible: the read was too heavy.

        False if that has been tried often enough, since whoever sends it knows another way.
        """
        ...


@frozen(repr=False)
class WholePayload:
    """A request that cannot ask for less."""

    json: bytes = field(repr=False)
    page: None = None

    def to_json(self) -> bytes:
        return self.json

    def halve(self) -> bool:
        return True


@define(repr=False)
class PagePayload:
    """A request for one page: at most `count` rows after `cursor`.

    `halvings` is how often it may still be halved; None for always. `page` counts the pages of
    the walk in the order in which they are asked for.

    Source: https://docs.mews.com/connector-api/guidelines/pagination
    """

    json: bytes = field(repr=False)
    count: int
    cursor: UUID | None = None
    halvings: int | None = None
    page: int | None = None

    def to_json(self) -> bytes:
        limitation: dict[str, object] = {"Count": self.count}
        if self.cursor is not None:
            limitation["Cursor"] = self.cursor
        return _json.joined(self.json, _json.encode({"Limitation": limitation}))

    def halve(self) -> bool:
        if self.halvings == 0:
            return False
        if self.halvings is not None:
            self.halvings -= 1
        self.count = max(1, self.count // 2)
        return True
