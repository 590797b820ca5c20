from __future__ import annotations

from mews_runtime._open_enum import OpenEnum

__all__ = ["Cancellable"]

_SPELLINGS = frozenset({"Canceled", "Cancelled"})


class Cancellable(OpenEnum):
    """A state of something that can be cancelled.

    The API writes `Cancelled` for preauthorizations and `Canceled` for everything else. A value
    keeps the spelling it came in, so the two are not equal: ask `is_cancelled` instead.
    """

    @property
    def is_cancelled(self) -> bool:
        """Whether it says cancelled, in either spelling and known to its enum or not."""
        return self._value_ in _SPELLINGS
