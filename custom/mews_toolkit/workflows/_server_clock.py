from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from attrs import frozen

from mews_connector import Clock

__all__ = ["ServerClock"]

# A step of the wall clock, or a sleep of the machine, that is no mere correction.
_STEP = timedelta(minutes=1)


@frozen(eq=False)
class ServerClock:
    """The server's clock: as the server told it once, and by our monotonic clock ever since.

    What the server wrote it dates by its own clock, and ours may be days off.
    """

    clock: Clock
    _told: datetime
    _at: float
    _wall: datetime

    @classmethod
    def as_told(cls, now: datetime, clock: Clock) -> Self:
        """By what the server has just told."""
        return cls(clock, now, clock.monotonic(), clock.utc())

    def utc(self) -> datetime:
        """What it shows now, give or take what the answer took."""
        return self._told + timedelta(seconds=self.clock.monotonic() - self._at)

    def ahead(self) -> timedelta:
        """How much it is ahead of our wall clock."""
        return self.utc() - self.clock.utc()

    def holds_for(self, clock: Clock) -> bool:
        """Whether it need not be asked for anew.

        A monotonic clock may stand still while the machine sleeps; then the wall clock moves on by
        itself, as it does when somebody sets it.
        """
        return clock is self.clock and abs(self.ahead() - (self._told - self._wall)) < _STEP
