"""The string that a walk goes on from. It holds no row and no secret."""

from __future__ import annotations

import hashlib
import re
from uuid import UUID

from attrs import frozen

from .errors import InvalidRequestError

__all__ = ["ResumeToken"]

_FORM = re.compile(
    r"1\.(?P<query>[0-9a-f]{16})"
    r"\.(?P<cursor>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|start)"
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
        return f"1.{self.query}.{self.cursor or 'start'}"

    @classmethod
    def parse(cls, text: object, *, query: str, operation: str) -> ResumeToken:
        """Reads a token back.

        Raises:
            InvalidRequestError: It is no token, or one of another query.
        """
        found = _FORM.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise InvalidRequestError(
                "resume: not a resume string; pass `.resume` of an error as it is",
                operation=operation,
            )
        if found["query"] != query:
            raise InvalidRequestError(
                "resume: belongs to another query; repeat the arguments of the walk that broke off",
                operation=operation,
            )
        cursor = found["cursor"]
        return cls(query, None if cursor == "start" else UUID(cursor))
