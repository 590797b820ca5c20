"""The string that a walk goes on from. It holds no row and no secret."""

from __future__ import annotations

import hashlib
import re
from uuid import UUID

from attrs import frozen

from .errors import InvalidRequestError

__all__ = ["ResumeToken"]

_START = "start"
_FORM = re.compile(
    r"1\.[0-9a-f]{16}"
    r"\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|start)"
)


@frozen
class ResumeToken:
    """Which query is walked, and after which cursor it goes on; None for its beginning."""

    query: str
    cursor: UUID | None

    @staticmethod
    def fingerprint(path: str, payload: bytes) -> str:
        """Tells queries apart, so that no token is used with another one."""
        return hashlib.sha256(path.encode() + b"\0" + payload).hexdigest()[:16]

    def __str__(self) -> str:
        return f"1.{self.query}.{self.cursor or _START}"

    @staticmethod
    def faults(text: object) -> list[str]:
        """What is wrong with the form of a resume string."""
        if text is None or (isinstance(text, str) and _FORM.fullmatch(text)):
            return []
        return ["resume: not a resume string; pass `.resume` of an error as it is"]

    @classmethod
    def parse(cls, text: str | None, *, query: str, operation: str) -> ResumeToken:
        """Reads a string of the right form back; None stands for the beginning.

        Raises:
            InvalidRequestError: It belongs to another query.
        """
        _, told, cursor = text.split(".") if text else ("", query, _START)
        if told != query:
            raise InvalidRequestError(
                "resume: belongs to another query; repeat the arguments of the walk that broke off",
                operation=operation,
            )
        return cls(query, None if cursor == _START else UUID(cursor))
