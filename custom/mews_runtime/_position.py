from __future__ import annotations

from typing import Self
from uuid import UUID

from attrs import frozen

__all__ = ["Position"]

_NEWER = "n"
_OLDER = "o"
_START = "start"


@frozen
class Position:
    """Where in a query a page begins.

    Attributes:
        leg: The number of the part that the query was cut into, from the newest.
        halves: Which half of that part, which half of that half and so on: `n` the newer, `o` the
            older. Empty for the whole part.
        cursor: After which row; None for the beginning.
    """

    leg: int
    halves: str = ""
    cursor: UUID | None = None

    FORM = rf"[0-9]{{1,9}}[{_NEWER}{_OLDER}]*-(?:[0-9a-f]{{32}}|{_START})"

    def __str__(self) -> str:
        return f"{self.leg}{self.halves}-{self.cursor.hex if self.cursor else _START}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads a text of the right form back."""
        place, _, cursor = text.partition("-")
        leg = place.rstrip(_NEWER + _OLDER)
        return cls(int(leg), place[len(leg) :], None if cursor == _START else UUID(hex=cursor))

    def are_newer(self) -> list[bool]:
        """For each of its halves whether it is the newer one."""
        return [half == _NEWER for half in self.halves]

    def halved(self) -> Self:
        """The beginning of the newer half of the same window."""
        return type(self)(self.leg, self.halves + _NEWER)

    def after(self, cursor: UUID) -> Self:
        """Further on in the same window."""
        return type(self)(self.leg, self.halves, cursor)

    def sibling(self) -> Self | None:
        """The beginning of the window that follows within the same leg; None after the oldest."""
        newer = self.halves.rfind(_NEWER)
        if newer < 0:
            return None
        return type(self)(self.leg, self.halves[:newer] + _OLDER)
