"""Which events wait to be worked on, by keys."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import Protocol

__all__ = ["Waiting"]


class Waiting(Protocol):
    """Keeps notes for all who share it. Keys are opaque texts that show nothing of the events.

    To forget a note too early is safe, since an event is then passed on twice. To keep one for
    longer than its lease is not: it holds up what should pass.
    """

    async def note(self, keys: Collection[str], lease: timedelta) -> AbstractSet[str]:
        """Notes the keys for that long, and gives those that were not noted already.

        Of all who note a key at the same time, one is given it. A note that is there keeps its
        lease. What this raises, the receiver raises.
        """
        ...

    async def forget(self, keys: Collection[str]) -> None:
        """Deletes the notes of these keys, if they are there."""
        ...
