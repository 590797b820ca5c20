"""Days as an enterprise counts them."""

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta

from dateutil.tz import gettz

_DAY = timedelta(days=1)


class LocalDays:
    """The days of a time zone, from the one of the first instant to the one of the last.

    They are looked up among the instants at which they begin: to ask the time zone is far slower.
    """

    def __init__(self, time_zone: str, first: datetime, last: datetime) -> None:
        zone = gettz(time_zone) or UTC
        day, end = first.astimezone(zone).date(), last.astimezone(zone).date()
        self.days: list[date] = []
        self._starts: list[datetime] = []
        while day <= end + _DAY:
            self.days.append(day)
            self._starts.append(datetime.combine(day, time(), zone).astimezone(UTC))
            day += _DAY
        # The day after the last has served to tell where that one ends.
        self.days.pop()

    def place(self, instant: datetime) -> int | None:
        """Which of the days it is: 0 for the first and all before, None for all after the last."""
        place = bisect_right(self._starts, instant) - 1
        return max(place, 0) if place < len(self.days) else None
