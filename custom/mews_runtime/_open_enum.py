from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = ["OpenEnum"]


class OpenEnum(StrEnum):
    """An enum of the API, which may gain values at any time.

    A value that this version does not know still becomes a member of its type: it equals
    its text, survives pickling and copying, and says `is_known == False`.

    Source: https://docs.mews.com/connector-api/guidelines/serialization
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        # Not kept: answers must not be able to grow the process' memory.
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    # Some releases of Python 3.11 pickle a member by its name, and an unknown value has none.
    def __reduce_ex__(self, proto: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._value_,)

    @property
    def is_known(self) -> bool:
        """Whether this version of the library knows the value."""
        return self._value_ in type(self)._value2member_map_
