"""Spans of time, and how long the document lets them be."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?")


class TimeInterval(Struct, frozen=True, rename="pascal"):
    """A half-open span of time. With equal ends it means that very instant."""

    start_utc: datetime
    end_utc: datetime

    @property
    def is_instant(self) -> bool:
        """Whether only one instant belongs to it."""
        return self.start_utc == self.end_utc

    def holds(self, instant: datetime | None) -> bool:
        """Whether the instant belongs to it; a missing one never does."""
        if instant is None:
            return False
        return (
            instant == self.start_utc
            if self.is_instant
            else self.start_utc <= instant < self.end_utc
        )

    def exceeds(self, duration: str) -> bool:
        """Whether it is longer than an ISO 8601 duration, in calendar months from its start."""
        latest = _later(self.start_utc, duration)
        return latest is not None and self.end_utc > latest


class DateInterval(Struct, frozen=True, rename="pascal"):
    """A half-open span of days. With equal ends it means that very day."""

    start: date
    end: date

    @property
    def times(self) -> TimeInterval:
        """The same span, each day told by the instant at which it begins in UTC."""
        return TimeInterval(midnight(self.start), midnight(self.end))


def given(*intervals: TimeInterval | None) -> list[TimeInterval]:
    """Those of them that are there."""
    return [it for it in intervals if it is not None]


def midnight(day: date) -> datetime:
    """The instant at which the day begins in UTC."""
    return datetime.combine(day, time(), UTC)


def _later(instant: datetime, duration: str) -> datetime | None:
    """The instant that much later, unless the calendar ends before."""
    parts = _DURATION.fullmatch(duration)
    if parts is None:
        raise ValueError(f"The document states a duration that the sandbox cannot read: {duration}")
    years, months, days, hours = (int(part or 0) for part in parts.groups())
    months += instant.month - 1 + 12 * years
    year, month = instant.year + months // 12, months % 12 + 1
    try:
        day = min(instant.day, monthrange(year, month)[1])
        return instant.replace(year=year, month=month, day=day) + timedelta(days=days, hours=hours)
    except (ValueError, OverflowError):
        return None
