from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from threading import Lock

from mews_connector import Clock, errors

__all__ = ["MemoryWaiting"]


class MemoryWaiting:
    """Notes of one process, among all its tasks and threads. They end with the process.

    Beyond `limit` notes the oldest is forgotten, and its event would be passed on twice.
    """

    def __init__(self, *, limit: int = 10_000, clock: Clock | None = None) -> None:
        """Begins without notes.

        Raises:
            ConfigurationError: The limit is below 1.
        """
        if limit < 1:
            raise errors.ConfigurationError("limit must be 1 or more")
        self._limit = limit
        self._clock = clock or Clock()
        self._ends: dict[str, float] = {}
        self._lock = Lock()

    async def note(self, keys: Collection[str], lease: timedelta) -> set[str]:
        """As `Waiting.note`."""
        now = self._clock.monotonic()
        with self._lock:
            fresh = [key for key in keys if self._ends.get(key, now) <= now]
            for key in fresh:
                # Taken out first, so that it comes to the end, where the youngest are.
                self._ends.pop(key, None)
                self._ends[key] = now + lease.total_seconds()
            while len(self._ends) > self._limit:
                del self._ends[next(iter(self._ends))]
            return set(fresh)

    async def forget(self, keys: Collection[str]) -> None:
        """As `Waiting.forget`."""
        with self._lock:
            for key in keys:
                self._ends.pop(key, None)

    def __repr__(self) -> str:
        return f"MemoryWaiting({len(self._ends)} of {self._limit} keys)"
