from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID
from weakref import WeakKeyDictionary

from attrs import define

from mews_connector import Clock
from mews_toolkit.workflows._claims import Claim, Done, Fresh, InProgress, TakenOver

__all__ = ["MemoryClaims", "claims_of_this_process"]

# By then reads have long shown whatever was written.
_KEPT = timedelta(hours=1).total_seconds()


@define
class _Note:
    owner: str
    since: datetime
    until: float
    payment_id: UUID | None = None


class MemoryClaims:
    """Claims of one process, among all its tasks and threads. They end with the process.

    A note is forgotten an hour after its lease, or after it was done.
    """

    def __init__(self, *, clock: Clock | None = None) -> None:
        """Begins without claims."""
        self._clock = clock or Clock()
        self._notes: dict[str, _Note] = {}
        self._lock = Lock()

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        """As `Claims.claim`."""
        now = self._clock.monotonic()
        with self._lock:
            self._forget(now)
            before = self._notes.get(key)
            if before is not None and before.payment_id is not None:
                return Done(before.payment_id)
            if before is not None and before.until > now and before.owner != owner:
                return InProgress(before.since)
            until = now + lease.total_seconds()
            since = self._clock.utc() if before is None else before.since
            self._notes[key] = _Note(owner, since, until)
            return Fresh() if before is None else TakenOver(since)

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        """As `Claims.renew`."""
        with self._lock:
            note = self._held(key, owner)
            if note is None:
                return False
            note.until = self._clock.monotonic() + lease.total_seconds()
            return True

    async def done(self, key: str, payment_id: UUID) -> None:
        """As `Claims.done`."""
        now = self._clock.monotonic()
        with self._lock:
            note = self._notes.setdefault(key, _Note("", self._clock.utc(), now))
            note.until = now
            note.payment_id = note.payment_id or payment_id

    async def release(self, key: str, owner: str, *, written: bool) -> None:
        """As `Claims.release`."""
        with self._lock:
            note = self._held(key, owner)
            if note is None:
                return
            if written:
                note.until = self._clock.monotonic()
            else:
                del self._notes[key]

    def _held(self, key: str, owner: str) -> _Note | None:
        note = self._notes.get(key)
        mine = note is not None and note.owner == owner and note.payment_id is None
        return note if mine else None

    def _forget(self, now: float) -> None:
        for key in [key for key, note in self._notes.items() if note.until + _KEPT < now]:
            del self._notes[key]

    def __repr__(self) -> str:
        return f"MemoryClaims({len(self._notes)} keys)"


_lock = Lock()
# Times of different clocks cannot be compared.
_by_clock: WeakKeyDictionary[Clock, MemoryClaims] = WeakKeyDictionary()


def claims_of_this_process(clock: Clock) -> MemoryClaims:
    """What all calls of this process share that bring no claims of their own."""
    with _lock:
        claims = _by_clock.get(clock)
        if claims is None:
            # Copied: the claims must not keep alive what they are kept by.
            copied = Clock(monotonic=clock.monotonic, utc=clock.utc)
            claims = _by_clock[clock] = MemoryClaims(clock=copied)
        return claims
