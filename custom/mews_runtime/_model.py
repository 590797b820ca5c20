from __future__ import annotations

from typing import ClassVar, Self

from attrs import frozen

from . import _json
from ._rules import Rule

__all__ = ["Model"]


@frozen
class Model:
    """A JSON object of the API: immutable, snake_case attributes, exact values.

    Absent and null are the same to the API, so both are `None` here. Properties that this
    version does not know are ignored.
    """

    rules: ClassVar[tuple[Rule, ...]] = ()

    def to_json(self) -> bytes:
        """The object as the API writes it: its own property names, every digit, UTC with Z."""
        return _json.encode(self)

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """Reads one object of this type.

        Raises:
            InvalidResponseError: It is no such object; `.path` says where.
        """
        return _json.decode(cls, text.encode() if isinstance(text, str) else text)
