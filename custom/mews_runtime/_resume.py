"""The string that a walk goes on from. It holds no row and no secret."""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from uuid import UUID

from attrs import frozen

from ._position import Position
from ._query import Query
from .errors import InvalidRequestError

__all__ = ["ResumeToken"]

_START = "start"
_FORM = re.compile(rf"2\.[0-9a-f]{{16}}(?:\.{Position.FORM})*\.[0-9]{{1,9}}")
# Of the first version, which knew one leg only.
_OLDER_FORM = re.compile(
    r"1\.[0-9a-f]{16}"
    r"\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|start)"
)


@frozen
class ResumeToken:
    """Which query is walked, and where it goes on.

    Attributes:
        query: The fingerprint of the query.
        begun: Where the legs go on that were begun and not walked to their end, newest first.
        next: The first leg of those after which none was begun.
    """

    query: str
    begun: tuple[Position, ...] = ()
    next: int = 0

    @staticmethod
    def fingerprint(path: str, query: Query) -> str:
        """Tells queries apart, so that no token is used with another one.

        The same arguments cut for other limits, those of another version, are another query.
        """
        parts = [path.encode(), query.encode(query.request)]
        if query.limits:
            parts.append(query.limits.encode())
        return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]

    def __str__(self) -> str:
        return ".".join(["2", self.query, *map(str, self.begun), str(self.next)])

    @staticmethod
    def faults(text: object) -> list[str]:
        """What is wrong with the form of a resume string."""
        if text is None or (
            isinstance(text, str) and (_FORM.fullmatch(text) or _OLDER_FORM.fullmatch(text))
        ):
            return []
        return ["resume: not a resume string; pass `.resume` of an error or a page as it is"]

    @classmethod
    def parse(cls, text: str | None, query: Query, *, operation: str) -> ResumeToken:
        """Reads a string of the right form back; None stands for the beginning.

        Raises:
            InvalidRequestError: It belongs to another query.
        """
        fingerprint = cls.fingerprint(operation, query)
        if text is None:
            return cls(fingerprint)
        token = cls._read(text)
        if token.query != fingerprint or not token.fits(query):
            raise InvalidRequestError(
                "resume: belongs to another query; repeat the arguments of the walk that broke off",
                operation=operation,
            )
        return token

    @classmethod
    def _read(cls, text: str) -> ResumeToken:
        version, query, *places = text.split(".")
        if version == "1":
            cursor = None if places[0] == _START else UUID(places[0])
            return cls(query, (Position(0, cursor=cursor),), 1)
        *begun, following = places
        return cls(query, tuple(map(Position.parse, begun)), int(following))

    def fits(self, query: Query) -> bool:
        """Whether a walk of the query can have left it, however the string was come by."""
        legs = [it.leg for it in self.begun]
        return (
            all(map(query.has, self.begun))
            and all(earlier < later for earlier, later in pairwise([*legs, self.next]))
            and self.next <= query.legs
            and (bool(legs) or self.next < query.legs)
        )
